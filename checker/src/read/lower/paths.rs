//! Paths, their segments and generic arguments.

use super::{Lower, count};
use crate::read::summary::{
    ArgsId, Binding, GenericArgs, LoosePath, Name, Path, PathId, Run, Segment, Type, TypeId,
};
use smallvec::SmallVec;
use syn::visit::Visit;

impl Lower<'_> {
    pub(super) fn path(&mut self, path: &syn::Path) -> PathId {
        self.qualified_path(None, path)
    }

    pub(super) fn qualified_path(&mut self, qself: Option<&syn::QSelf>, path: &syn::Path) -> PathId {
        let self_type = qself.map(|qself| self.ty(&qself.ty));
        let mut segments: SmallVec<[Segment; 6]> = SmallVec::new();
        for segment in &path.segments {
            let (name, at) = self.name(&segment.ident);
            let args = match &segment.arguments {
                syn::PathArguments::None => None,
                syn::PathArguments::AngleBracketed(args) => Some(self.angle_args(args)),
                syn::PathArguments::Parenthesized(args) => Some(self.parenthesized_args(args)),
            };
            segments.push(Segment { name, at, args });
        }
        let position = qself.map_or(0, |qself| count(qself.position));
        let global = path.leading_colon.is_some() && self_type.is_none();
        self.push_path(global, self_type, position, &segments)
    }

    /// A path of one name.
    pub(super) fn name_path(&mut self, name: Name, at: u32) -> PathId {
        self.push_path(false, None, 0, &[Segment { name, at, args: None }])
    }

    pub(super) fn push_path(
        &mut self,
        global: bool,
        qself: Option<TypeId>,
        qself_trait: u32,
        segments: &[Segment],
    ) -> PathId {
        let terms = self.terms();
        let run = Run { start: count(terms.segments.len()), len: count(segments.len()) };
        terms.segments.extend_from_slice(segments);
        terms.paths.push(Path { global, qself, qself_trait, segments: run });
        PathId(count(terms.paths.len() - 1))
    }

    pub(super) fn angle_args(&mut self, args: &syn::AngleBracketedGenericArguments) -> ArgsId {
        let mut types: SmallVec<[TypeId; 6]> = SmallVec::new();
        let mut bindings: SmallVec<[Binding; 2]> = SmallVec::new();
        for arg in &args.args {
            match arg {
                syn::GenericArgument::Lifetime(_) => {}
                syn::GenericArgument::Type(ty) => types.push(self.ty(ty)),
                syn::GenericArgument::Const(value) => types.push(self.const_arg(value)),
                syn::GenericArgument::AssocType(assoc) => {
                    let (name, at) = self.name(&assoc.ident);
                    let ty = Some(self.ty(&assoc.ty));
                    bindings.push(Binding { name, at, ty, bounds: Run::default() });
                }
                syn::GenericArgument::AssocConst(assoc) => {
                    let (name, at) = self.name(&assoc.ident);
                    let ty = Some(self.const_arg(&assoc.value));
                    bindings.push(Binding { name, at, ty, bounds: Run::default() });
                }
                syn::GenericArgument::Constraint(constraint) => {
                    let (name, at) = self.name(&constraint.ident);
                    let bounds = self.bounds(&constraint.bounds);
                    bindings.push(Binding { name, at, ty: None, bounds });
                }
                _ => {}
            }
        }
        let types = self.type_list(&types);
        self.push_args(types, &bindings, false)
    }

    /// `Fn(A, B) -> C`: one tuple, and what comes back as `Output`.
    fn parenthesized_args(&mut self, args: &syn::ParenthesizedGenericArguments) -> ArgsId {
        let inputs: SmallVec<[TypeId; 6]> = args.inputs.iter().map(|input| self.ty(&input.ty)).collect();
        let inputs = self.type_list(&inputs);
        let tuple = self.push_type(Type::Tuple(inputs));
        let types = self.type_list(&[tuple]);
        let output = match &args.output {
            syn::ReturnType::Type(_, ty) => Some(self.ty(ty)),
            syn::ReturnType::Default => None,
        };
        let at = self.at(args.paren_token.span.open());
        let name = self.intern("Output");
        let binding = output.map(|ty| Binding { name, at, ty: Some(ty), bounds: Run::default() });
        self.push_args(types, binding.as_slice(), true)
    }

    fn push_args(&mut self, types: Run, bindings: &[Binding], parenthesised: bool) -> ArgsId {
        let terms = self.terms();
        let run = Run { start: count(terms.bindings.len()), len: count(bindings.len()) };
        terms.bindings.extend_from_slice(bindings);
        terms.args.push(GenericArgs { types, bindings: run, parenthesised });
        ArgsId(count(terms.args.len() - 1))
    }

    /// A const argument: its path, or what paths are in it.
    pub(super) fn const_arg(&mut self, value: &syn::Expr) -> TypeId {
        if let syn::Expr::Path(path) = value {
            let path = self.qualified_path(path.qself.as_ref(), &path.path);
            return self.push_type(Type::Path(path));
        }
        self.loose_paths_of(value);
        self.push_type(Type::Unknown)
    }

    /// The paths of an expression that has no body of its own: a const argument, an array's length.
    pub(super) fn loose_paths_of(&mut self, value: &syn::Expr) {
        if !matches!(value, syn::Expr::Lit(_) | syn::Expr::Infer(_)) {
            PathsWithin(self).visit_expr(value);
        }
    }

    pub(super) fn push_loose(&mut self, path: PathId, is_macro: bool, in_string: bool, after_dot: bool) {
        self.terms().loose.push(LoosePath { path, is_macro, in_string, after_dot });
    }
}

struct PathsWithin<'l, 's>(&'l mut Lower<'s>);

impl<'ast> Visit<'ast> for PathsWithin<'_, '_> {
    fn visit_expr_path(&mut self, expr: &'ast syn::ExprPath) {
        let path = self.0.qualified_path(expr.qself.as_ref(), &expr.path);
        self.0.push_loose(path, false, false, false);
    }

    fn visit_type_path(&mut self, ty: &'ast syn::TypePath) {
        let path = self.0.qualified_path(ty.qself.as_ref(), &ty.path);
        self.0.push_loose(path, false, false, false);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let path = self.0.path(path);
        self.0.push_loose(path, false, false, false);
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        let path = self.0.path(&call.path);
        self.0.push_loose(path, true, false, false);
        self.0.loose(&call.tokens);
    }

    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        self.visit_expr(&call.receiver);
        let (name, at) = self.0.name(&call.method);
        let path = self.0.name_path(name, at);
        self.0.push_loose(path, false, false, true);
        for arg in &call.args {
            self.visit_expr(arg);
        }
    }

    fn visit_attribute(&mut self, _: &'ast syn::Attribute) {}
}
