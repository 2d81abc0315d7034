//! Patterns: what they bind, and what they name; in rustc: `rustc_hir_typeck/pat.rs`.

use super::context::InferenceContext;
use super::emit::Mention;
use super::lower::Args;
use super::ty::{Kind, Ty, UNKNOWN};
use crate::arena::IdxRange;
use crate::read::{Expr, Mutability, Pat, PatField, PatId, PathId};
use crate::resolve::DefKind;
use crate::resolve::reference::Role;
use crate::resolve::{DefId, Target};

/// How names are bound that do not say so themselves.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    Move,
    Ref(Mutability),
}

impl InferenceContext<'_, '_> {
    /// Binds the names of a pattern that a value of this type is matched with.
    pub(super) fn pat(&mut self, id: PatId, ty: Ty) {
        self.pat_in(id, ty, Mode::Move);
    }

    fn pat_in(&mut self, id: PatId, ty: Ty, mode: Mode) {
        if self.depth > super::context::DEEPEST {
            self.emit.too_deep();
            return;
        }
        self.depth += 1;
        self.pat_inner(id, ty, mode);
        self.depth -= 1;
    }

    fn pat_inner(&mut self, id: PatId, ty: Ty, mode: Mode) {
        match self.body.pats[id] {
            Pat::Wild | Pat::Rest | Pat::Unknown => {}
            Pat::Bind { name, at, by_ref, mutable, sub } => {
                if sub.is_none()
                    && !by_ref
                    && !mutable
                    && let Some(constant) = self.solver.tables.pattern_constant(self.scope, self.file, name)
                {
                    self.emit.name(Target::Def(constant), Mention::path(name, at, Role::Body));
                    let (ty, _) = self.peeled(ty, mode);
                    if let Some((of, _)) = self.owner_type(constant) {
                        self.solver.unify(of, ty);
                    }
                    return;
                }
                let rest = sub.is_some_and(|sub| matches!(self.body.pats[sub], Pat::Rest));
                let bound = match (by_ref, mode) {
                    (true, _) => self.solver.types.reference(Mutability::new(mutable), ty),
                    (false, Mode::Ref(mutability)) => self.solver.types.reference(mutability, ty),
                    (false, Mode::Move) => ty,
                };
                self.bind(name, bound);
                if let Some(sub) = sub.filter(|_| !rest) {
                    self.pat_in(sub, ty, mode);
                }
            }
            Pat::Path(path) => {
                let found = self.value_path(path, None, Role::Body);
                let (ty, _) = self.peeled(ty, mode);
                self.solver.unify(found, ty);
            }
            Pat::Tuple(run) => {
                let (ty, mode) = self.peeled(ty, mode);
                let count = run.len();
                let has_rest = self.rest_at(run).is_some();
                let elements: Args = match self.solver.types.kind(ty) {
                    Kind::Tuple(list) => self.list(list),
                    Kind::Var(_) if !has_rest => {
                        let fresh: Args = (0..count).map(|_| self.solver.fresh()).collect();
                        let tuple = self.solver.types.tuple(&fresh);
                        self.solver.unify(ty, tuple);
                        fresh
                    }
                    _ => Args::new(),
                };
                self.elements(run, &elements, mode);
            }
            Pat::TupleStruct { path, elems } => {
                let (ty, mode) = self.peeled(ty, mode);
                let fields = self.pattern_fields(path, elems.len(), ty);
                self.elements(elems, &fields, mode);
            }
            Pat::Struct { path, fields } => {
                let (ty, mode) = self.peeled(ty, mode);
                let owner = self.pattern_owner(path, ty);
                for at in fields.ids() {
                    let field = self.body.pat_fields[at];
                    let child = |owner| {
                        self.solver.tables.index.child(owner, self.symbol(field.name), DefKind::Field)
                    };
                    let found = owner.and_then(child);
                    match found {
                        Some(_) => self.emit.known_member(field.at),
                        None => self.unknown_field(path, owner, (field.at, field.name)),
                    }
                    self.under(field.cfg, |walk| walk.pat_field(field, found, ty, mode));
                }
            }
            Pat::Ref { pat, .. } => {
                let ty = self.known(ty);
                match self.solver.types.kind(ty) {
                    Kind::Ref(_, inner) => self.pat_in(pat, inner, Mode::Move),
                    Kind::Var(_) => {
                        let inner = self.solver.fresh();
                        let reference = self.solver.types.reference(Mutability::Shared, inner);
                        self.solver.unify(ty, reference);
                        self.pat_in(pat, inner, Mode::Move);
                    }
                    // The binding mode was a reference: `&` takes it off.
                    _ if mode != Mode::Move => self.pat_in(pat, ty, Mode::Move),
                    _ => self.pat_in(pat, UNKNOWN, Mode::Move),
                }
            }
            Pat::Slice(run) => {
                let (ty, mode) = self.peeled(ty, mode);
                let element = match self.solver.types.kind(ty) {
                    Kind::Array(element) | Kind::Slice(element) => element,
                    _ => UNKNOWN,
                };
                let slice = self.solver.types.intern(Kind::Slice(element));
                for at in run.ids() {
                    let pat = self.body.pat_lists[at];
                    let is_rest = matches!(self.body.pats[pat], Pat::Bind { sub: Some(sub), .. }
                        if matches!(self.body.pats[sub], Pat::Rest));
                    self.pat_in(pat, if is_rest { slice } else { element }, mode);
                }
            }
            Pat::Or(run) => {
                for at in run.ids() {
                    self.pat_in(self.body.pat_lists[at], ty, mode);
                }
            }
            Pat::Expr(expr) => self.pattern_value(expr, ty, mode),
            Pat::Range { start, end } => {
                for end in [start, end].into_iter().flatten() {
                    self.pattern_value(end, ty, mode);
                }
            }
            Pat::Macro { path, loose } => {
                self.emit.macro_path(self.site(), path);
                self.emit.loose(self.site(), loose);
            }
        }
    }

    fn pattern_value(&mut self, expr: crate::read::ExprId, ty: Ty, mode: Mode) {
        let is_string = matches!(
            self.expr_at(expr),
            Expr::Literal(crate::read::Literal::Str | crate::read::Literal::ByteStr)
        );
        let ty = if is_string { ty } else { self.peeled(ty, mode).0 };
        let found = self.expr(expr, Some(ty));
        if !is_string || matches!(self.solver.kind(ty), Kind::Var(_)) {
            self.solver.unify(found, ty);
        }
    }

    /// Through references, which set how names are bound.
    fn peeled(&mut self, ty: Ty, mode: Mode) -> (Ty, Mode) {
        let (mut ty, mut mode) = (self.known(ty), mode);
        for _ in 0..16 {
            let Kind::Ref(mutability, inner) = self.solver.types.kind(ty) else { break };
            mode = match mode {
                Mode::Ref(Mutability::Shared) => mode,
                _ => Mode::Ref(mutability),
            };
            ty = self.known(inner);
        }
        (ty, mode)
    }

    fn rest_at(&self, run: IdxRange<PatId>) -> Option<usize> {
        self.body.pat_lists[run].iter().position(|pat| matches!(self.body.pats[*pat], Pat::Rest))
    }

    /// Elements in order; `..` leaves some out.
    fn elements(&mut self, run: IdxRange<PatId>, types: &[Ty], mode: Mode) {
        let count = run.len();
        let rest = self.rest_at(run);
        for (index, at) in run.ids().enumerate() {
            let index = match rest {
                Some(rest) if index > rest => (types.len() + index + 1).saturating_sub(count + 1) + 1,
                _ => index + 1,
            };
            let ty = types.get(index - 1).copied().unwrap_or(UNKNOWN);
            self.pat_in(self.body.pat_lists[at], ty, mode);
        }
    }

    fn pattern_fields(&mut self, path: PathId, parts: usize, ty: Ty) -> Args {
        let found = self.value_path(path, None, Role::Body);
        match self.solver.callable(found) {
            Some((inputs, output)) => {
                self.solver.unify(output, ty);
                self.list(inputs)
            }
            None => self.taken_out(path, parts, ty).into_iter().collect(),
        }
    }

    /// The struct or variant that a struct pattern names, with its type set.
    fn pattern_owner(&mut self, path: PathId, ty: Ty) -> Option<DefId> {
        let (owner, of) = self.struct_path(path)?;
        self.solver.unify(of, ty);
        Some(owner)
    }

    fn pat_field(&mut self, field: PatField, found: Option<DefId>, ty: Ty, mode: Mode) {
        let field_ty = match (found, self.solver.kind(ty)) {
            (Some(def), Kind::Adt(_, list)) => {
                let args = self.list(list);
                let declared = self.solver.tables.value_type(def);
                let declared = self.solver.types.subst(declared, &args);
                self.solver.normalize(declared)
            }
            _ => UNKNOWN,
        };
        if let Some(def) = found {
            self.emit.name(Target::Def(def), Mention::path(field.name, field.at, Role::Field));
        }
        match self.body.pats[field.pat] {
            // A shorthand always binds.
            Pat::Bind { name, by_ref, mutable, sub: None, .. } if field.shorthand => {
                let bound = match (by_ref, mode) {
                    (true, _) => self.solver.types.reference(Mutability::new(mutable), field_ty),
                    (false, Mode::Ref(mutability)) => self.solver.types.reference(mutability, field_ty),
                    (false, Mode::Move) => field_ty,
                };
                self.bind(name, bound);
            }
            _ => self.pat_in(field.pat, field_ty, mode),
        }
    }
}
