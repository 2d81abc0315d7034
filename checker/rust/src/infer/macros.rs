//! What macro calls give.

use super::context::InferenceContext;
use super::ty::{BOOL, Kind, NEVER, STR_REF, Ty, UNIT, UNKNOWN};
use crate::arena::IdxRange;
use crate::read::{Expr, ExprId, LoosePath, Mutability, Namespace, PathId};
use crate::resolve::unresolved::{About, UnresolvedKind};
use crate::resolve::{DefId, Named, Target};

impl InferenceContext<'_, '_> {
    /// Arguments are expressions of the caller; the result is known for the standard library's.
    pub(super) fn macro_call(
        &mut self,
        path: PathId,
        args: IdxRange<ExprId>,
        loose: IdxRange<LoosePath>,
        expected: Option<Ty>,
    ) -> Ty {
        let world = self.world();
        let segments = self.segments(path);
        let found = world.resolve(self.site(), path, Namespace::Macro);
        self.emit.segments(&found, segments, crate::resolve::reference::Role::Macro);
        let def = match found.segments.last() {
            Some(Named::Target(Target::Def(def))) if !found.broken => Some(*def),
            _ => None,
        };
        let name = segments.last().map_or("", |segment| self.text(segment.name));
        let is_standard = def.is_some_and(|def| world.is_std(def));
        if is_standard && name == "include" {
            let kind = UnresolvedKind::Include;
            segments
                .last()
                .iter()
                .for_each(|last| self.emit.unknown(kind, (last.at, last.name), About::Nothing));
        }
        // What stands in these is never carried out, and names nothing.
        if is_standard && matches!(name, "stringify" | "cfg") {
            return self.plain_result(name, args);
        }
        if let (Some(last), true, false) = (segments.last(), args.is_empty(), loose.is_empty()) {
            let kind = UnresolvedKind::MacroArgument;
            self.emit.unknown(kind, (last.at, last.name), About::Nothing);
        }
        self.emit.loose(self.site(), loose);
        match def {
            Some(_) if is_standard => self.standard(name, args, expected),
            _ => {
                self.macro_arguments(args);
                if matches!(name, "pin" | "pin_mut") {
                    self.pinned(args);
                }
                def.map_or(UNKNOWN, |def| self.of_macro(def))
            }
        }
    }

    /// The argument of a call that stands for its first part, where that leaves out some of it.
    pub(super) fn left_out(&mut self, args: IdxRange<ExprId>, loose: IdxRange<LoosePath>) {
        let start = args.start().index();
        self.emit.loose(self.site(), loose);
        self.macro_arguments(IdxRange::new((start + 1).min(start + args.len())..start + args.len()));
    }

    /// Everybody's `pin!(x);` but the standard library's binds the name anew.
    fn pinned(&mut self, args: IdxRange<ExprId>) {
        for at in args.ids() {
            let Expr::Path(path) = self.expr_at(self.body.expr_lists[at]) else { continue };
            let [only] = self.segments(path) else { continue };
            if let (Some(ty), Some(pin)) = (self.local(only.name), self.solver.tables.index.lang.pin) {
                let reference = self.solver.types.reference(Mutability::Mut, ty);
                let pinned = self.solver.types.adt(pin, &[reference]);
                self.bind(only.name, pinned);
            }
        }
    }

    fn macro_arguments(&mut self, args: IdxRange<ExprId>) {
        let mark = self.locals.len();
        self.loose_arguments(args);
        self.locals.truncate(mark);
    }

    fn standard(&mut self, name: &str, args: IdxRange<ExprId>, expected: Option<Ty>) -> Ty {
        let lang = &self.solver.tables.index.lang;
        let first = args.ids().next().map(|at| self.body.expr_lists[at]);
        match name {
            "vec" => {
                let hint = expected.and_then(|expected| match self.solver.kind(expected) {
                    Kind::Adt(def, list) if Some(def) == lang.vec => Some(self.solver.types.element(list, 0)),
                    _ => None,
                });
                let mut element = hint;
                for at in args.ids() {
                    let ty = self.expr(self.body.expr_lists[at], element);
                    // In `vec![x; n]` the second is no element, and does not fit.
                    element = self.join(element, ty);
                }
                let element = element.unwrap_or_else(|| self.solver.fresh());
                lang.vec.map_or(UNKNOWN, |vec| self.solver.types.adt(vec, &[element]))
            }
            "dbg" => match first {
                Some(first) => self.expr(first, expected),
                None => UNIT,
            },
            "pin" => {
                let inner = first.map_or(UNKNOWN, |first| self.expr(first, None));
                let reference = self.solver.types.reference(Mutability::Mut, inner);
                lang.pin.map_or(UNKNOWN, |pin| self.solver.types.adt(pin, &[reference]))
            }
            "ready" => {
                let inner = first.map_or(UNKNOWN, |first| self.expr(first, None));
                match self.solver.kind(inner) {
                    Kind::Adt(def, list) if Some(def) == lang.poll => self.solver.types.element(list, 0),
                    _ => UNKNOWN,
                }
            }
            _ => {
                if matches!(name, "write" | "writeln") {
                    self.written_to(first);
                }
                self.macro_arguments(args);
                self.plain_result(name, args)
            }
        }
    }

    fn plain_result(&mut self, name: &str, args: IdxRange<ExprId>) -> Ty {
        let lang = &self.solver.tables.index.lang;
        let adt =
            |walk: &mut Self, def: Option<DefId>| def.map_or(UNKNOWN, |def| walk.solver.types.adt(def, &[]));
        match name {
            "format" => adt(self, lang.string),
            "format_args" | "const_format_args" => adt(self, lang.arguments),
            "matches" | "cfg" | "is_x86_feature_detected" => BOOL,
            "panic" | "todo" | "unimplemented" | "unreachable" | "compile_error" => NEVER,
            "env" | "concat" | "stringify" | "file" | "module_path" | "include_str" => STR_REF,
            "option_env" => lang.option.map_or(UNKNOWN, |option| self.solver.types.adt(option, &[STR_REF])),
            "include_bytes" => {
                let array = self.solver.types.intern(Kind::Array(super::ty::U8));
                self.solver.types.reference(Mutability::Shared, array)
            }
            "line" | "column" => self.solver.fresh_var(super::infer_table::VarKind::Integer),
            "write" | "writeln" => {
                // `fmt::Result` or `io::Result<()>`: who is written to decides; `?` gives `()` of both.
                let _ = args;
                lang.result.map_or(UNKNOWN, |result| self.solver.types.adt(result, &[UNIT, UNKNOWN]))
            }
            "print" | "println" | "eprint" | "eprintln" | "assert" | "assert_eq" | "assert_ne"
            | "debug_assert" | "debug_assert_eq" | "debug_assert_ne" | "assert_matches" | "thread_local" => {
                UNIT
            }
            _ => UNKNOWN,
        }
    }

    /// What one of our own macros gives, where each of its arms gives the same.
    fn of_macro(&mut self, def: DefId) -> Ty {
        let known = self.solver.tables.macro_results.read().ok().and_then(|known| known.get(&def).copied());
        if let Some(known) = known {
            return known;
        }
        // A macro that calls itself gives nothing new.
        let note = |ty| drop(self.solver.tables.macro_results.write().map(|mut known| known.insert(def, ty)));
        note(UNKNOWN);
        let found = super::signature::macro_result(self.solver.tables, def);
        note(found);
        found
    }
}
