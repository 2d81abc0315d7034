//! Type and const parameters, and what `where` says of them.

use super::Lower;
use crate::read::summary::{GenericParam, Generics, Run, Where};

impl Lower<'_> {
    pub(super) fn generics(&mut self, generics: &syn::Generics) -> Generics {
        let mut lowered = Generics::default();
        for param in &generics.params {
            match param {
                syn::GenericParam::Lifetime(_) => {}
                syn::GenericParam::Type(param) => {
                    let (name, at) = self.name(&param.ident);
                    let bounds = self.bounds(&param.bounds);
                    let default = param.default.as_ref().map(|(_, ty)| self.ty(ty));
                    lowered.params.push(GenericParam { name, at, bounds, default, konst: None });
                }
                syn::GenericParam::Const(param) => {
                    let (name, at) = self.name(&param.ident);
                    let konst = Some(self.ty(&param.ty));
                    let default = param.default.as_ref().map(|(_, value)| self.const_arg(value));
                    lowered.params.push(GenericParam { name, at, bounds: Run::default(), default, konst });
                }
            }
        }
        for predicate in generics.where_clause.iter().flat_map(|clause| &clause.predicates) {
            if let syn::WherePredicate::Type(predicate) = predicate {
                let ty = self.ty(&predicate.bounded_ty);
                let bounds = self.bounds(&predicate.bounds);
                lowered.wheres.push(Where { ty, bounds });
            }
        }
        lowered
    }
}
