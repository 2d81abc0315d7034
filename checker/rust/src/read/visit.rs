//! Types as they are written, visited part by part, in the order of the text.

use super::summary::{
    ArgsId, BodyId, Bound, GenericParam, Generics, LoosePath, PathId, Segment, Terms, Type, TypeId, Where,
};
use crate::arena::IdxRange;

/// Whoever visits what stands in types: says what to do with a path, and goes on into its arguments.
pub trait TypeVisitor<'t> {
    /// What numbers the types.
    fn terms(&self) -> &'t Terms;

    /// A path that names a type. What stands in it is visited by [`Self::visit_own`] (`T` of `<T>::x`)
    /// and [`Self::visit_args_of`], whenever it suits.
    fn visit_path(&mut self, path: PathId);

    /// A path that names a trait.
    fn visit_trait(&mut self, path: PathId) {
        self.visit_path(path);
    }

    /// A macro that gives the type, and the paths in its arguments.
    fn visit_macro(&mut self, _path: PathId, _loose: IdxRange<LoosePath>) {}

    /// A value: the length of an array, an argument in braces.
    fn visit_constant(&mut self, _body: BodyId) {}

    /// A `_`, which stands for a type.
    fn visit_infer(&mut self) {}

    /// A type with all that stands in it.
    fn visit_type(&mut self, ty: TypeId) {
        match self.terms().types[ty] {
            Type::Path(path) => self.visit_path(path),
            Type::Ref { inner, .. } | Type::Ptr { inner, .. } | Type::Slice(inner) => self.visit_type(inner),
            Type::Array { element, length, .. } => {
                self.visit_type(element);
                length.into_iter().for_each(|length| self.visit_constant(length));
            }
            Type::Const { value, .. } => value.into_iter().for_each(|value| self.visit_constant(value)),
            Type::Tuple(elements) => self.visit_types(elements),
            Type::Fn { params, ret } => {
                self.visit_types(params);
                ret.into_iter().for_each(|ret| self.visit_type(ret));
            }
            Type::Impl(bounds) | Type::Dyn(bounds) => self.visit_bounds(bounds),
            Type::Macro { path, ty, loose } => {
                self.visit_macro(path, loose);
                if let Some(ty) = ty {
                    self.visit_type(ty);
                }
            }
            Type::Infer => self.visit_infer(),
            Type::Never | Type::Unknown => {}
        }
    }

    /// Several types.
    fn visit_types(&mut self, types: IdxRange<TypeId>) {
        self.terms().type_lists[types].iter().for_each(|ty| self.visit_type(*ty));
    }

    /// The traits of bounds.
    fn visit_bounds(&mut self, bounds: IdxRange<Bound>) {
        self.terms().bounds[bounds].iter().for_each(|bound| self.visit_trait(bound.path));
    }

    /// The type before `::` in `<T>::x`.
    fn visit_own(&mut self, path: PathId) {
        self.terms().paths[path].qself.into_iter().for_each(|own| self.visit_type(own));
    }

    /// The arguments of all segments.
    fn visit_args_of(&mut self, segments: &[Segment]) {
        segments.iter().filter_map(|segment| segment.args).for_each(|args| self.visit_args(args));
    }

    /// The arguments of one segment.
    fn visit_args(&mut self, args: ArgsId) {
        let terms = self.terms();
        let args = terms.args[args];
        self.visit_types(args.types);
        for binding in &terms.bindings[args.bindings] {
            binding.ty.into_iter().for_each(|ty| self.visit_type(ty));
            self.visit_bounds(binding.bounds);
        }
    }

    /// What generics declare.
    fn visit_generics(&mut self, generics: &Generics) {
        generics.params.iter().for_each(|param| self.visit_param(param));
        self.visit_wheres(&generics.wheres);
    }

    /// What stands behind the name of one parameter.
    fn visit_param(&mut self, param: &GenericParam) {
        self.visit_bounds(param.bounds);
        [param.default, param.konst].into_iter().flatten().for_each(|ty| self.visit_type(ty));
    }

    /// What stands behind `where`.
    fn visit_wheres(&mut self, wheres: &[Where]) {
        for clause in wheres {
            self.visit_type(clause.ty);
            self.visit_bounds(clause.bounds);
        }
    }
}
