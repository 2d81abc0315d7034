//! What a step takes: its data, and then, if it does more than compute, its ctx.

use super::interface::Interface;
use crate::arguments::Arguments;
use crate::function::{Function, unstorable};
use crate::names;
use crate::refusals::Refusals;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote};
use stateline_schema::attribute::{Attribute, DONE, Key};
use syn::{
    FnArg, GenericArgument, GenericParam, PatType, PathArguments, Type, TypeParamBound, WherePredicate,
};

/// The arguments of a step or compensation.
pub(crate) struct Taken<'f> {
    /// The type of its data; none if that is not to be told.
    input: Option<&'f Type>,
    /// Whether it borrows its data.
    borrowed: bool,
    /// What the step returns that it undoes, if it is told.
    done: Option<&'f Type>,
    /// Whether it takes a ctx.
    ctx: bool,
}

impl<'f> Taken<'f> {
    /// Reads the arguments of a function that takes data, and perhaps a ctx with this interface.
    pub(crate) fn read(
        function: &'f Function,
        interface: &Interface,
        attribute: Attribute,
        arguments: &Arguments,
        refusals: &mut Refusals,
    ) -> Taken<'f> {
        let (what, undoes) = (attribute.noun(), attribute == Attribute::Compensation);
        let mut inputs: Vec<&PatType> = function.signature.inputs.iter().filter_map(typed).collect();
        let done = inputs.get(1).and_then(|second| done(&second.ty));
        if done.is_some() {
            let told = inputs.remove(1);
            if !undoes {
                refusals.on(&told.ty, "only a compensation can take `Done`; remove this argument");
            }
        }
        let (name, own) = (&interface.name, function.plain_name());
        if inputs.is_empty() && function.signature.receiver().is_none() {
            refusals.at(
                function.name().span(),
                format_args!("the {what} `{own}` has no arguments; take its input, and a ctx if it calls or publishes anything: `(data: …, ctx: &impl {name})`"),
            );
        }
        for input in inputs.iter().skip(2) {
            refusals.on(
                input,
                format_args!("a {what} takes only its input and a ctx; remove this argument, and get the value from an operation through the ctx"),
            );
        }
        let input = inputs.first().map(|first| data(&first.ty, what, refusals));
        let parameter = inputs.get(1).and_then(|second| ctx(&second.ty, function, interface, refusals));
        for other in function.type_parameters() {
            if parameter != Some(parameter_name(other)) {
                refusals.on(
                    other,
                    format_args!("a {what} cannot have a type parameter, because its input is stored as one type; use a concrete type"),
                );
            }
        }
        if inputs.len() == 1 && !interface.is_empty() {
            let key = [Key::Calls, Key::Publishes].into_iter().find_map(|key| arguments.key(key));
            refusals.at(
                key.map_or(function.name().span(), Ident::span),
                format_args!("the {what} `{own}` calls or publishes something, but takes no ctx; add the second argument `ctx: &impl {name}`"),
            );
        }
        let (input, borrowed) = input.unwrap_or((None, false));
        Taken { input, borrowed, done, ctx: inputs.len() == 2 }
    }

    /// The type of the data.
    pub(crate) fn input(&self) -> TokenStream {
        self.input.map_or_else(|| quote!(()), ToTokens::to_token_stream)
    }

    /// The interface of its ctx, if it takes one, or should.
    pub(crate) fn ctx<'i>(&self, interface: &'i Interface) -> Option<&'i Interface> {
        (self.ctx || !interface.is_empty()).then_some(interface)
    }

    /// What the step returns that it undoes, if it is told.
    pub(crate) fn done(&self) -> Option<&'f Type> {
        self.done
    }

    /// What an environment must be to run it.
    pub(crate) fn bound(&self, interface: &Interface) -> TokenStream {
        let name = &interface.name;
        if self.ctx { quote!(#name) } else { quote!(::core::marker::Sync + ?::core::marker::Sized) }
    }

    /// Whether a call of the function gives a future that needs nothing around it.
    pub(crate) fn forwards(&self, function: &Function) -> bool {
        function.is_async() && !self.borrowed
    }

    /// A call of the function with these values; of an `async` one, the future.
    pub(crate) fn call(&self, function: &Function, [input, told, environment]: [&Ident; 3]) -> TokenStream {
        let name = names::own(function.name());
        let done = self.done.map(|_| quote!(, #told));
        let borrow = self.borrowed.then(|| quote!(&));
        let ctx = self.ctx.then(|| quote!(, #environment));
        quote!(#name(#borrow #input #done #ctx))
    }
}

fn typed(input: &FnArg) -> Option<&PatType> {
    match input {
        FnArg::Typed(typed) => Some(typed),
        FnArg::Receiver(_) => None,
    }
}

/// What the step returns that a compensation undoes: of `Done<T>`, `T`.
fn done(ty: &Type) -> Option<&Type> {
    let Type::Path(path) = ty else { return None };
    let last = path.path.segments.last().filter(|last| last.ident == DONE)?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return None };
    arguments.args.iter().find_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    })
}

/// The type of the data, and whether it is borrowed.
fn data<'f>(ty: &'f Type, what: &str, refusals: &mut Refusals) -> (Option<&'f Type>, bool) {
    let (inner, borrowed) = match ty {
        Type::Reference(reference) => (&*reference.elem, true),
        _ => (ty, false),
    };
    if let Type::Reference(reference) = ty
        && let Some(mutable) = &reference.mutability
    {
        refusals.at(
            mutable.span,
            format_args!(
                "a {what} cannot change its input; take it by value or by `&`, and return the new data"
            ),
        );
    }
    let owned = match inner {
        Type::Path(path) if path.path.is_ident("str") && borrowed => Some("String"),
        Type::Slice(_) => Some("Vec<…>"),
        _ => None,
    };
    if let Some(owned) = owned {
        refusals.on(
            ty,
            format_args!(
                "the input of a {what} is stored, but this type borrows; take `{owned}` or `&{owned}`"
            ),
        );
        return (None, borrowed);
    }
    if let Some(why) = unstorable(inner) {
        refusals.on(ty, format_args!("the input of a {what} is stored, {why}"));
        return (None, borrowed);
    }
    (Some(inner), borrowed)
}

/// Refuses a second argument that is not `&impl XCtx`, or `&C` with `C: XCtx`: then `C`.
fn ctx<'f>(
    ty: &'f Type,
    function: &'f Function,
    interface: &Interface,
    refusals: &mut Refusals,
) -> Option<&'f Ident> {
    let name = &interface.name;
    let edit = format!("write `ctx: &impl {name}`");
    let Type::Reference(reference) = ty else {
        refusals.on(ty, format_args!("the second argument must be a reference to the ctx; {edit}"));
        return None;
    };
    if let Some(mutable) = &reference.mutability {
        refusals.at(mutable.span, format_args!("the ctx must be a shared reference; {edit}"));
    }
    match inner(&reference.elem) {
        Type::ImplTrait(hidden) => {
            bounds(hidden.bounds.iter(), name, ty, refusals);
            None
        }
        Type::Path(path)
            if path.path.get_ident().is_some_and(|ident| bounds_of(function, ident).is_some()) =>
        {
            let parameter = path.path.get_ident()?;
            bounds(bounds_of(function, parameter).into_iter().flatten(), name, ty, refusals);
            Some(parameter)
        }
        other => {
            refusals.on(other, format_args!("the type of the ctx must be `impl {name}`; {edit}"));
            None
        }
    }
}

/// A type without the brackets around it.
fn inner(ty: &Type) -> &Type {
    match ty {
        Type::Paren(paren) => inner(&paren.elem),
        Type::Group(group) => inner(&group.elem),
        _ => ty,
    }
}

/// Refuses bounds of a ctx that are not its interface.
fn bounds<'b>(
    bounds: impl Iterator<Item = &'b TypeParamBound>,
    name: &Ident,
    ty: &Type,
    refusals: &mut Refusals,
) {
    let name_of = |bound: &'b TypeParamBound| match bound {
        TypeParamBound::Trait(bound) => bound.path.segments.last().map(|last| &last.ident),
        _ => None,
    };
    let bounds: Vec<&TypeParamBound> = bounds.collect();
    let has_own = bounds.iter().any(|bound| name_of(bound) == Some(name));
    let mut has_other = false;
    for bound in bounds {
        match (bound, name_of(bound)) {
            (TypeParamBound::Lifetime(lifetime), _) if lifetime.ident == "static" => refusals.on(
                bound,
                "the ctx cannot be `'static`, because it is borrowed only while the function runs; remove `'static`",
            ),
            (_, Some(other)) if other != name && !["Sized", "Sync", "Send"].iter().any(|free| other == free) => {
                has_other = true;
                let edit = if has_own { "remove this bound".to_owned() } else { format!("replace it with `{name}`") };
                refusals.on(
                    bound,
                    format_args!(
                        "the ctx cannot have the bound `{other}`, because it can only do what the attribute declares; {edit}"
                    ),
                );
            }
            _ => {}
        }
    }
    if !has_own && !has_other {
        refusals.on(ty, format_args!("the ctx must have the bound `{name}`; write `ctx: &impl {name}`"));
    }
}

/// The bounds of a type parameter of a function; none if it has no such parameter.
fn bounds_of<'f>(function: &'f Function, name: &Ident) -> Option<Vec<&'f TypeParamBound>> {
    let generics = &function.signature.generics;
    let parameter = generics.params.iter().find_map(|parameter| match parameter {
        GenericParam::Type(parameter) if parameter.ident == *name => Some(parameter),
        _ => None,
    })?;
    let clauses = generics.where_clause.iter().flat_map(|clause| &clause.predicates);
    let besides = clauses.filter_map(|predicate| match predicate {
        WherePredicate::Type(predicate) => match &predicate.bounded_ty {
            Type::Path(path) if path.path.is_ident(name) => Some(&predicate.bounds),
            _ => None,
        },
        _ => None,
    });
    Some(parameter.bounds.iter().chain(besides.flatten()).collect())
}

fn parameter_name(parameter: &GenericParam) -> &Ident {
    match parameter {
        GenericParam::Type(parameter) => &parameter.ident,
        GenericParam::Const(parameter) => &parameter.ident,
        GenericParam::Lifetime(parameter) => &parameter.lifetime.ident,
    }
}

/// Names of what derived methods take, which no name of the user's can mean.
pub(crate) fn locals() -> [Ident; 3] {
    ["input", "done", "env"].map(|name| Ident::new(name, Span::mixed_site()))
}
