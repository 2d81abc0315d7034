//! Closures: their parameters, and what their place tells of them; in rustc:
//! `rustc_hir_typeck/closure.rs`.

use super::context::InferenceContext;
use super::lower::Args;
use super::ty::{Kind, Ty};
use crate::arena::{IdxRange, to_u32};
use crate::read::{ClosureParam, ExprId, TypeId};

/// A closure as it is written.
pub(super) struct Closure {
    pub(super) params: IdxRange<ClosureParam>,
    pub(super) ret: Option<TypeId>,
    pub(super) body: ExprId,
    pub(super) is_async: bool,
}

impl InferenceContext<'_, '_> {
    /// Parameters and body of a closure.
    pub(super) fn closure(&mut self, closure: Closure, expected: Option<Ty>) -> Ty {
        let Closure { params, ret, body, is_async } = closure;
        let wanted = expected.and_then(|expected| self.closure_expected(expected));
        let inputs: Args = match wanted {
            Some((inputs, _)) => self.list(inputs),
            None => Args::new(),
        };
        let mut types = Args::new();
        for (index, at) in params.ids().enumerate() {
            let param = self.body.closure_params[at];
            let wanted = inputs.get(index).copied();
            let ty = match (param.ty, wanted) {
                (Some(ty), wanted) => {
                    let ty = self.under(param.cfg, |walk| walk.written(ty));
                    if let Some(wanted) = wanted {
                        self.solver.unify(ty, wanted);
                    }
                    ty
                }
                (None, Some(wanted)) => wanted,
                (None, None) => self.solver.fresh(),
            };
            types.push(ty);
        }
        let output = match ret {
            Some(ret) => self.written(ret),
            None => self.solver.fresh(),
        };
        let gives = if is_async { self.solver.types.intern(Kind::Async(output)) } else { output };
        if let Some((_, Some(output))) = wanted {
            self.solver.unify(gives, output);
        }
        let list = self.solver.types.list(&types);
        self.solver.closures.push((list, gives));
        let closure = self.solver.types.intern(Kind::Closure(to_u32(self.solver.closures.len() - 1)));
        let mark = self.locals.len();
        for (ty, at) in types.into_iter().zip(params.ids()) {
            let param = self.body.closure_params[at];
            self.under(param.cfg, |walk| walk.pat(param.pat, ty));
        }
        let was_ret = std::mem::replace(&mut self.ret, output);
        let was_loops = std::mem::take(&mut self.loops);
        let found = self.expr(body, Some(output));
        self.coerce(found, output);
        self.ret = was_ret;
        self.loops = was_loops;
        self.locals.truncate(mark);
        closure
    }

    /// What the place of a closure tells of its parameters and its result.
    pub(super) fn closure_expected(&mut self, expected: Ty) -> Option<(super::ty::List, Option<Ty>)> {
        use super::lower::Pred;
        let expected = self.solver.shallow(expected);
        let lang = &self.solver.tables.index.lang;
        let (mut inputs, mut output) = (None, None);
        let mut take = |s: &mut super::solve::Solver<'_>, pred: Pred| match pred {
            Pred::Trait(trait_, args) if lang.is_fn_trait(trait_) || lang.is_async_fn_trait(trait_) => {
                if let Kind::Tuple(list) = s.kind(s.types.element(args, 1)) {
                    inputs = inputs.or(Some(list));
                }
            }
            Pred::Equal(assoc, _, ty) if Some(assoc) == lang.fn_output => output = output.or(Some(ty)),
            _ => {}
        };
        match self.solver.types.kind(expected) {
            Kind::Var(_) => {
                for index in 0..self.solver.obligations.len() {
                    let pred = self.solver.obligations[index].pred;
                    let (Pred::Trait(_, args) | Pred::Equal(_, args, _)) = pred;
                    if self.solver.shallow(self.solver.types.element(args, 0)) == expected {
                        take(self.solver, pred);
                    }
                }
            }
            Kind::Dyn(..) | Kind::Opaque(..) | Kind::Projection(..) => {
                for pred in self.solver.bounds_of(expected).iter() {
                    take(self.solver, *pred);
                }
            }
            Kind::FnPtr(_) => {
                return self.solver.callable(expected).map(|(inputs, output)| (inputs, Some(output)));
            }
            Kind::Adt(def, list) if Some(def) == lang.boxed => {
                let inner = self.solver.types.element(list, 0);
                return self.closure_expected(inner);
            }
            _ => {}
        }
        inputs.map(|inputs| (inputs, output))
    }
}
