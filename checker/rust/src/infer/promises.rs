//! What is promised of types that are known by promises only, and what can be called.

use super::lower::{Args, Pred};
use super::solve::Solver;
use super::ty::{Kind, List, Ty};
use crate::resolve::world::{DefId, DefKind};
use std::rc::Rc;

impl Solver<'_> {
    /// What is promised of a trait object, an `impl Trait`, or a parameter's associated type.
    pub(super) fn promises(&mut self, ty: Ty) -> Rc<[Pred]> {
        if !matches!(self.types.kind(ty), Kind::Dyn(..) | Kind::Opaque(..) | Kind::Projection(..)) {
            return Rc::new([]);
        }
        if let Some(found) = self.promised.get(&ty) {
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
                        let args =
                            if of == Some(trait_) || of.is_some_and(|of| self.t.index.lang.is_fn_trait(of)) {
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
                for pred in self.t.promises(function, index) {
                    preds.push(self.subst_pred(*pred, &args));
                }
            }
            Kind::Projection(assoc, list) => {
                let args: Args = self.types.elements(list).into();
                for pred in self.t.assoc_bounds(assoc) {
                    preds.push(self.subst_pred(*pred, &args));
                }
            }
            _ => {}
        }
        let preds: Rc<[Pred]> = self.elaborate(preds).into();
        // While more becomes known of what stands in it, so may more of its promises.
        if self.types.flags(ty) & super::ty::VARS == 0 {
            self.promised.insert(ty, preds.clone());
        }
        preds
    }

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
        let (inputs, output) = match self.t.signature(def) {
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
        let fields: Args = world.children(def).iter().map(|field| self.t.value_type(*field)).collect();
        let args = self.t.index.identity(owner, &mut self.types);
        let output = self.types.adt(owner, &args);
        Some((self.types.list(&fields), output))
    }
}
