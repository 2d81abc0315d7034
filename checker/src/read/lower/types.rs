//! Types and bounds.

use super::{Lower, count};
use crate::read::summary::{Bound, Run, Type, TypeId};
use smallvec::SmallVec;
use syn::punctuated::Punctuated;

impl Lower<'_> {
    pub(super) fn ty(&mut self, ty: &syn::Type) -> TypeId {
        let lowered = match ty {
            syn::Type::Path(path) => Type::Path(self.qualified_path(path.qself.as_ref(), &path.path)),
            syn::Type::Reference(reference) => {
                let inner = self.ty(&reference.elem);
                Type::Ref { mutable: reference.mutability.is_some(), inner }
            }
            syn::Type::Ptr(pointer) => {
                let inner = self.ty(&pointer.elem);
                Type::Ptr { mutable: matches!(pointer.mutability, syn::PointerMutability::Mut(_)), inner }
            }
            syn::Type::Slice(slice) => Type::Slice(self.ty(&slice.elem)),
            syn::Type::Array(array) => {
                let element = self.ty(&array.elem);
                self.loose_paths_of(&array.len);
                Type::Array(element)
            }
            syn::Type::Tuple(tuple) => {
                let elements: SmallVec<[TypeId; 6]> = tuple.elems.iter().map(|ty| self.ty(ty)).collect();
                Type::Tuple(self.type_list(&elements))
            }
            syn::Type::FnPtr(pointer) => {
                let params: SmallVec<[TypeId; 6]> =
                    pointer.inputs.iter().map(|input| self.ty(&input.ty)).collect();
                let params = self.type_list(&params);
                Type::Fn { params, ret: self.return_type(&pointer.output) }
            }
            syn::Type::ImplTrait(bounds) => Type::Impl(self.bounds(&bounds.bounds)),
            syn::Type::TraitObject(bounds) => Type::Dyn(self.bounds(&bounds.bounds)),
            syn::Type::Group(group) => return self.ty(&group.elem),
            syn::Type::Paren(paren) => return self.ty(&paren.elem),
            syn::Type::Never(_) => Type::Never,
            syn::Type::Infer(_) => Type::Infer,
            syn::Type::Macro(call) => {
                let path = self.path(&call.mac.path);
                self.loose(&call.mac.tokens);
                Type::Macro(path)
            }
            syn::Type::Verbatim(tokens) => {
                self.loose(tokens);
                Type::Unknown
            }
            _ => Type::Unknown,
        };
        self.push_type(lowered)
    }

    pub(super) fn return_type(&mut self, output: &syn::ReturnType) -> Option<TypeId> {
        match output {
            syn::ReturnType::Default => None,
            syn::ReturnType::Type(_, ty) => Some(self.ty(ty)),
        }
    }

    /// Where a type begins. The general answer writes all its tokens anew.
    pub(super) fn type_start(&self, ty: &syn::Type) -> u32 {
        let span = match ty {
            syn::Type::Path(syn::TypePath { qself: None, path, .. }) if path.leading_colon.is_none() => {
                path.segments.first().map(|segment| segment.ident.span())
            }
            syn::Type::Reference(reference) => Some(reference.and_token.spans[0]),
            syn::Type::Tuple(tuple) => Some(tuple.paren_token.span.open()),
            _ => None,
        };
        self.at(span.unwrap_or_else(|| syn::spanned::Spanned::span(ty)))
    }

    pub(super) fn push_type(&mut self, ty: Type) -> TypeId {
        let types = &mut self.terms().types;
        types.push(ty);
        TypeId(count(types.len() - 1))
    }

    pub(super) fn type_list(&mut self, types: &[TypeId]) -> Run {
        let lists = &mut self.terms().type_lists;
        let run = Run { start: count(lists.len()), len: count(types.len()) };
        lists.extend_from_slice(types);
        run
    }

    pub(super) fn bounds(&mut self, bounds: &Punctuated<syn::TypeParamBound, syn::Token![+]>) -> Run {
        let mut lowered: SmallVec<[Bound; 4]> = SmallVec::new();
        for bound in bounds {
            match bound {
                syn::TypeParamBound::Trait(bound) => {
                    let path = self.path(&bound.path);
                    lowered.push(Bound { path, maybe: bound.maybe.is_some() });
                }
                syn::TypeParamBound::Verbatim(tokens) => self.loose(tokens),
                _ => {}
            }
        }
        let bounds = &mut self.terms().bounds;
        let run = Run { start: count(bounds.len()), len: count(lowered.len()) };
        bounds.extend_from_slice(&lowered);
        run
    }
}
