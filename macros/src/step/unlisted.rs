//! What a step does through its ctx and does not list, as far as the map knows it by its name.
//!
//! The compiler would say that there is no such method, and not what there is. What the map does not know
//! (operations of the step's own context, messages by another name) is left to the compiler.

use super::interface::{Interface, Unlisted};
use crate::arguments::spelt;
use crate::function::Function;
use crate::map::Site;
use crate::refusals::Refusals;
use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream, Parser};
use syn::{FnArg, Pat, Path, PathSegment, Token};

impl Interface {
    /// Refuses what is not listed, and then takes it for listed, so that the compiler says nothing of it.
    pub(crate) fn take_unlisted(&mut self, function: &Function, site: &Site, refusals: &mut Refusals) {
        let Some(ctx) = ctx(function) else { return };
        let mut uses = Vec::new();
        uses_of(ctx, function.body(), &mut uses);
        for Use { method, arguments } in uses {
            match method == "publish" {
                true => self.take_message(arguments, function, site, refusals),
                false => self.take_operation(&method, function, site, refusals),
            }
        }
    }

    fn take_operation(&mut self, method: &Ident, function: &Function, site: &Site, refusals: &mut Refusals) {
        let name = method.unraw().to_string();
        if self.called().any(|path| is_last(path, &name)) {
            return;
        }
        let Some((context, path)) = site.operation(&name) else { return };
        let own = function.plain_name();
        let sentence = format!(
            "`{own}` calls `{path}`, but does not list it in `calls`; write `calls({})`",
            with(self.called(), &path)
        );
        // What the map does not know by its name may be this one by another.
        let is_unknown = |path: &&Path| {
            let name = path.get_ident().map(|name| name.unraw().to_string());
            name.is_some_and(|name| site.operation(&name).is_none())
        };
        let unknown: Vec<Path> = self.called().filter(is_unknown).cloned().collect();
        if unknown.is_empty() {
            refusals.at(method.span(), sentence);
        } else {
            let is_seen = site.reachable(&path).is_some();
            self.unlisted.push(Unlisted { method: method.clone(), context, unknown, sentence });
            if !is_seen {
                return;
            }
        }
        if let Ok(mut path) = Path::parse_mod_style.parse_str(&path) {
            path.segments.iter_mut().for_each(|segment| segment.ident.set_span(method.span()));
            self.take_call(path);
        }
    }

    /// A message is known where its type is written where it is published: `ctx.publish(Blocked { … })`.
    fn take_message(
        &mut self,
        arguments: TokenStream,
        function: &Function,
        site: &Site,
        refusals: &mut Refusals,
    ) {
        let Ok(Leading(path)) = syn::parse2(arguments) else { return };
        let is_listed = |name: &str| self.published().any(|listed| is_last(listed, name));
        let names: Vec<String> =
            path.segments.iter().map(|segment| segment.ident.unraw().to_string()).collect();
        let Some(at) = names.iter().position(|name| site.is_message(name)) else { return };
        if names.iter().any(|name| is_listed(name)) {
            return;
        }
        let message = Path {
            leading_colon: path.leading_colon,
            segments: path.segments.into_iter().take(at + 1).collect(),
        };
        let (own, name) = (function.plain_name(), spelt(&message));
        let listed = with(self.published(), &name);
        refusals.on(
            &message,
            format_args!(
                "`{own}` publishes `{name}`, but does not list it in `publishes`; write `publishes({listed})`"
            ),
        );
        self.take_publication(message);
    }
}

/// A method that is called on a ctx.
struct Use {
    method: Ident,
    arguments: TokenStream,
}

/// The name of the ctx: the last argument of two or more.
fn ctx(function: &Function) -> Option<&Ident> {
    let inputs = &function.signature.inputs;
    let Some(FnArg::Typed(last)) = inputs.last().filter(|_| inputs.len() > 1) else { return None };
    match &*last.pat {
        Pat::Ident(pat) => Some(&pat.ident),
        _ => None,
    }
}

/// Every `ctx.method(…)` in a body.
fn uses_of(ctx: &Ident, body: TokenStream, uses: &mut Vec<Use>) {
    let tokens: Vec<TokenTree> = body.into_iter().collect();
    let is = |at: Option<usize>, char: char| {
        let token = at.and_then(|at| tokens.get(at));
        matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == char)
    };
    for (at, token) in tokens.iter().enumerate() {
        match token {
            TokenTree::Group(group) => uses_of(ctx, group.stream(), uses),
            // `self.ctx` is another.
            TokenTree::Ident(ident) if ident == ctx && !is(at.checked_sub(1), '.') => {
                if let (true, Some(TokenTree::Ident(method)), Some(TokenTree::Group(given))) =
                    (is(Some(at + 1), '.'), tokens.get(at + 2), tokens.get(at + 3))
                    && given.delimiter() == Delimiter::Parenthesis
                {
                    uses.push(Use { method: method.clone(), arguments: given.stream() });
                }
            }
            _ => {}
        }
    }
}

/// The path with which an expression begins.
struct Leading(Path);

impl Parse for Leading {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let mut path = Path { leading_colon: input.parse()?, segments: Default::default() };
        loop {
            path.segments.push_value(PathSegment::from(input.call(Ident::parse_any)?));
            if !input.peek(Token![::]) {
                break;
            }
            path.segments.push_punct(input.parse()?);
        }
        input.parse::<TokenStream>()?;
        Ok(Leading(path))
    }
}

fn is_last(path: &Path, name: &str) -> bool {
    path.segments.last().is_some_and(|last| last.ident.unraw() == name)
}

/// A list with one more path in it.
fn with<'p>(listed: impl Iterator<Item = &'p Path>, path: &str) -> String {
    let listed: Vec<String> = listed.map(spelt).chain([path.to_owned()]).collect();
    listed.join(", ")
}
