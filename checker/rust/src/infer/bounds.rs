//! The bounds of types that are known by these only: opaque, `dyn` and projected ones; in rustc:
//! `rustc_middle/ty/context.rs`, `item_bounds`.

use super::lower::{Args, Pred};
use super::solve::Solver;
use super::ty::{Kind, Ty};
use std::rc::Rc;

impl Solver<'_> {
    /// What holds of a trait object, an `impl Trait`, or a parameter's associated type.
    pub(super) fn bounds_of(&mut self, ty: Ty) -> Rc<[Pred]> {
        if !matches!(self.types.kind(ty), Kind::Dyn(..) | Kind::Opaque(..) | Kind::Projection(..)) {
            return Rc::new([]);
        }
        if let Some(found) = self.bounds.get(&ty) {
            return found.clone();
        }
        let mut preds = Vec::new();
        match self.types.kind(ty) {
            Kind::Dyn(trait_, list) => {
                let elements: Args = self.types.elements(list).into();
                let mut args = Args::new();
                args.push(ty);
                args.extend(
                    elements.iter().copied().filter(|arg| !matches!(self.types.kind(*arg), Kind::Bind(..))),
                );
                let args = self.types.list(&args);
                preds.push(Pred::Trait(trait_, args));
                for element in elements {
                    if let Kind::Bind(assoc, bound) = self.types.kind(element) {
                        let of = self.world().def(assoc).parent;
                        let args = if of == Some(trait_)
                            || of.is_some_and(|of| self.tables.index.lang.is_fn_trait(of))
                        {
                            args
                        } else {
                            self.types.list(&[ty])
                        };
                        preds.push(Pred::Equal(assoc, args, bound));
                    }
                }
            }
            Kind::Opaque(function, index, list) => {
                let args: Args = self.types.elements(list).into();
                for pred in self.tables.opaque_bounds(function, index) {
                    preds.push(self.subst_pred(*pred, &args));
                }
            }
            Kind::Projection(assoc, list) => {
                let args: Args = self.types.elements(list).into();
                for pred in self.tables.assoc_bounds(assoc) {
                    preds.push(self.subst_pred(*pred, &args));
                }
            }
            _ => {}
        }
        let preds: Rc<[Pred]> = self.elaborate(preds).into();
        // While more becomes known of what stands in it, so may more of its bounds.
        if self.types.flags(ty) & super::ty::VARS == 0 {
            self.bounds.insert(ty, preds.clone());
        }
        preds
    }
}
