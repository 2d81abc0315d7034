//! Calls of functions and methods, and what can be called; in rustc: `rustc_hir_typeck/callee.rs`.

use super::context::InferenceContext;
use super::lower::{Args, Pred};
use super::probe::Probe;
use super::solve::Solver;
use super::ty::{Kind, List, Ty, UNKNOWN};
use crate::arena::IdxRange;
use crate::read::{ArgsId, Expr, ExprId, Name};
use crate::resolve::reference::Role;
use crate::resolve::unresolved::{About, UnresolvedKind};
use crate::resolve::{DefId, DefKind, Target};
use smallvec::SmallVec;

/// What stands after the receiver.
#[derive(Clone, Copy)]
pub(super) struct MethodCall {
    pub(super) name: Name,
    pub(super) at: u32,
    pub(super) generics: Option<ArgsId>,
    pub(super) args: IdxRange<ExprId>,
}

impl InferenceContext<'_, '_> {
    pub(super) fn call(&mut self, callee: ExprId, args: IdxRange<ExprId>, expected: Option<Ty>) -> Ty {
        let ty = match self.expr_at(callee) {
            Expr::Path(path) => self.value_path(path, None, Role::Call),
            _ => self.expr(callee, None),
        };
        let ty = self.known(ty);
        match self.called(ty) {
            Some((inputs, output)) => {
                let lent = self.lent();
                let output = self.arguments(&inputs, output, args, expected);
                self.filled_by(ty, lent);
                self.ordered_call(callee, output);
                output
            }
            None => {
                self.loose_arguments(args);
                UNKNOWN
            }
        }
    }

    /// What can be called behind a type: parameters and result.
    fn called(&mut self, ty: Ty) -> Option<(Args, Ty)> {
        for step in self.solver.steps(ty) {
            if let Some((inputs, output)) = self.solver.callable(step) {
                return Some((self.list(inputs), output));
            }
            if !matches!(
                self.solver.types.kind(step),
                Kind::Param(_) | Kind::Dyn(..) | Kind::Opaque(..) | Kind::Projection(..)
            ) {
                continue;
            }
            let env = self.solver.env.clone();
            let bounds = self.solver.bounds_of(step);
            for pred in env.iter().chain(bounds.iter()) {
                let Pred::Trait(trait_, args) = *pred else { continue };
                let lang = &self.solver.tables.index.lang;
                if self.solver.types.element(args, 0) != step
                    || !(lang.is_fn_trait(trait_) || lang.is_async_fn_trait(trait_))
                {
                    continue;
                }
                let tuple = self.solver.types.element(args, 1);
                let Kind::Tuple(inputs) = self.solver.types.kind(tuple) else { continue };
                let inputs = self.solver.normalize_list(inputs, 0);
                let output = match lang.is_fn_trait(trait_) {
                    true => self.solver.associated(lang.fn_output, &[step, tuple]),
                    false => {
                        let output = self.solver.associated(lang.async_fn_output, &[step, tuple]);
                        self.solver.types.intern(Kind::Async(output))
                    }
                };
                return Some((self.list(inputs), output));
            }
        }
        None
    }

    pub(super) fn loose_arguments(&mut self, args: IdxRange<ExprId>) {
        for at in args.ids() {
            self.expr(self.body.expr_lists[at], None);
        }
    }

    /// Arguments against parameters: closures last, since the others may tell what they take.
    pub(super) fn arguments(
        &mut self,
        inputs: &[Ty],
        output: Ty,
        args: IdxRange<ExprId>,
        expected: Option<Ty>,
    ) -> Ty {
        let hints = self.hints(inputs, output, expected);
        let mut later: SmallVec<[(usize, ExprId); 4]> = SmallVec::new();
        for (index, at) in args.ids().enumerate() {
            let arg = self.body.expr_lists[at];
            if self.is_closure(arg) {
                later.push((index, arg));
            } else {
                self.argument(inputs, &hints, index, arg);
            }
        }
        if !later.is_empty() {
            self.solver.fulfill();
            for (index, arg) in later {
                self.argument(inputs, &hints, index, arg);
            }
        }
        output
    }

    fn argument(&mut self, inputs: &[Ty], hints: &[Ty], index: usize, arg: ExprId) {
        let Some(&wanted) = inputs.get(index) else {
            self.expr(arg, None);
            return;
        };
        let hint = hints.get(index).copied().filter(|_| matches!(self.solver.kind(wanted), Kind::Var(_)));
        let hint = match hint {
            // A bound of the parameter tells more of a closure than nothing does.
            Some(hint) if matches!(self.solver.kind(hint), Kind::Var(_) | Kind::Unknown) => wanted,
            Some(hint) => hint,
            None => hints.get(index).copied().unwrap_or(wanted),
        };
        let ty = self.expr(arg, Some(hint));
        self.coerce(ty, wanted);
        self.lends(arg, ty, wanted);
        self.last_argument = ty;
    }

    /// What the parameters would be if the result were what is expected.
    fn hints(&mut self, inputs: &[Ty], output: Ty, expected: Option<Ty>) -> Args {
        let Some(expected) = expected else { return Args::new() };
        let (output, expected) = (self.solver.shallow(output), self.solver.shallow(expected));
        if self.solver.types.flags(output) & super::ty::VARS == 0
            || matches!(self.solver.types.kind(expected), Kind::Var(_) | Kind::Unknown)
            || matches!(self.solver.types.kind(output), Kind::Var(_))
        {
            return Args::new();
        }
        let mark = self.solver.mark();
        let mut hints = Args::new();
        if self.solver.unify(output, expected) {
            hints = inputs.iter().map(|input| self.solver.resolve(*input)).collect();
        }
        self.solver.undo(mark);
        hints
    }

    fn is_closure(&self, arg: ExprId) -> bool {
        match self.expr_at(arg) {
            Expr::Closure { .. } => true,
            Expr::Ref { expr, .. } | Expr::Cfg { expr, .. } => self.is_closure(expr),
            _ => false,
        }
    }

    pub(super) fn method(&mut self, receiver: Ty, call: MethodCall, expected: Option<Ty>) -> Ty {
        let MethodCall { name, at, generics, args } = call;
        if let Some(generics) = generics {
            self.emit_args(generics);
        }
        let receiver = self.known(receiver);
        if self.solver.ends_in_unknown(receiver) {
            self.solver.fulfill();
        }
        let symbol = self.symbol(name);
        let mut found = self.solver.probe(receiver, symbol, self.scope, self.emit.module);
        if matches!(found, Probe::Unknown) && !self.solver.obligations.is_empty() {
            self.solver.fulfill();
            found = self.solver.probe(receiver, symbol, self.scope, self.emit.module);
        }
        if let Some(output) = self.argument_use(receiver, found, (name, at), args) {
            return output;
        }
        match found {
            Probe::Found(pick) => {
                self.emit.known_member(at);
                self.member(pick, self.emit.dot(name, at, Role::Call), at);
                let function = self.instantiate(pick, generics);
                match self.solver.callable(function) {
                    Some((inputs, output)) => {
                        let (inputs, lent) = (self.list(inputs), self.lent());
                        let output = self.arguments(inputs.get(1..).unwrap_or(&[]), output, args, expected);
                        self.filled_by(function, lent);
                        output
                    }
                    None => {
                        self.loose_arguments(args);
                        UNKNOWN
                    }
                }
            }
            Probe::Outside => {
                if let Some(inner) = self.seen_through(receiver, symbol) {
                    return self.method(inner, MethodCall { generics: None, ..call }, expected);
                }
                let about = self.about(receiver);
                self.emit.unknown(UnresolvedKind::OutsideMethod, (at, name), about);
                self.loose_arguments(args);
                UNKNOWN
            }
            Probe::Unknown => {
                // The last resort.
                let world = self.world();
                let scope = self.scope;
                match self.solver.tables.by_name_alone(symbol, |trait_| world.trait_in_scope(scope, trait_)) {
                    Some(only) => {
                        self.emit.known_member(at);
                        let mention = self.emit.dot(name, at, Role::Call);
                        self.emit.name(Target::Def(only), mention);
                    }
                    None => self.emit.unknown(UnresolvedKind::Method, (at, name), About::Nothing),
                }
                self.loose_arguments(args);
                UNKNOWN
            }
            Probe::Missing => {
                if let Some(ty) = self.getter(receiver, (name, at)) {
                    self.loose_arguments(args);
                    return ty;
                }
                match self.namesake(receiver, symbol) {
                    Some(namesake) => {
                        self.emit.known_member(at);
                        let mention = self.emit.dot(name, at, Role::Call);
                        self.emit.name(Target::Def(namesake), mention);
                    }
                    None => {
                        let about = self.about(receiver);
                        self.emit.unknown(UnresolvedKind::MissingMethod, (at, name), about);
                    }
                }
                self.loose_arguments(args);
                UNKNOWN
            }
        }
    }
}

impl Solver<'_> {
    /// The parameters and the result of something that can be called.
    pub(super) fn callable(&mut self, ty: Ty) -> Option<(List, Ty)> {
        match self.kind(ty) {
            Kind::Closure(index) => self.closures.get(index as usize).copied(),
            Kind::FnPtr(list) => {
                let elements: Args = self.types.elements(list).into();
                let (output, inputs) = elements.split_last()?;
                Some((self.types.list(inputs), *output))
            }
            Kind::FnDef(def, list) => self.function_type(def, list),
            _ => None,
        }
    }

    /// The signature of a function or constructor with its arguments put in.
    pub(super) fn function_type(&mut self, def: DefId, list: List) -> Option<(List, Ty)> {
        let args: Args = self.types.elements(list).into();
        let (inputs, output) = match self.tables.signature(def) {
            Some(signature) => (signature.inputs, signature.output),
            None => self.constructor(def)?,
        };
        let inputs = self.types.subst_list(inputs, &args);
        let output = self.types.subst(output, &args);
        Some((self.normalize_list(inputs, 0), self.normalize(output)))
    }

    /// A tuple struct or tuple variant as a function, with its own parameters.
    pub(super) fn constructor(&mut self, def: DefId) -> Option<(List, Ty)> {
        let world = self.world();
        let owner = match world.def(def).kind {
            DefKind::Variant => world.def(def).parent?,
            DefKind::Struct => def,
            _ => return None,
        };
        let fields: Args = world.children(def).iter().map(|field| self.tables.value_type(*field)).collect();
        let args = self.tables.index.identity(owner, &mut self.types);
        let output = self.types.adt(owner, &args);
        Some((self.types.list(&fields), output))
    }
}
