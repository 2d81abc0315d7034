//! What stands in a macro's argument, read as Rust in one of the forms that macros use.

use proc_macro2::TokenStream;
use syn::parse::discouraged::Speculative;
use syn::parse::{ParseStream, Parser, Result};
use syn::punctuated::Punctuated;
use syn::{Block, Expr, Item, Pat, Stmt, Token, Type};

/// A macro's argument as far as it could be read.
pub(super) enum Arguments {
    /// `a, b, name = c`; also `a; n` and `a => b, c => d`, one after the other.
    Exprs(Vec<Expr>),
    Statements(Vec<Stmt>),
    /// `value, pattern if guard`, and what follows a further comma.
    Matches(Box<Matches>),
    /// `pattern = future, if guard => body`, as in `select!`.
    Selects(Vec<Select>),
    Types(Vec<Type>),
}

pub(super) struct Matches {
    pub(super) value: Expr,
    pub(super) pat: Pat,
    pub(super) guard: Option<Expr>,
    pub(super) rest: Vec<Expr>,
}

pub(super) struct Select {
    /// None of an `else` branch.
    pub(super) bound: Option<(Pat, Expr)>,
    pub(super) guard: Option<Expr>,
    pub(super) body: Expr,
}

/// Reads a macro's argument; `None` where no form fits.
pub(super) fn read(name: &str, tokens: TokenStream) -> Option<Arguments> {
    let matches = name.ends_with("matches");
    let parser = move |input: ParseStream| {
        if matches && let Some(found) = attempt(input, pattern_test) {
            return Ok(Some(Arguments::Matches(Box::new(found))));
        }
        let found = attempt(input, exprs)
            .map(Arguments::Exprs)
            .or_else(|| attempt(input, Block::parse_within).map(Arguments::Statements))
            .or_else(|| attempt(input, pattern_test).map(|found| Arguments::Matches(Box::new(found))))
            .or_else(|| attempt(input, selects).map(Arguments::Selects))
            .or_else(|| attempt(input, structure).map(Arguments::Exprs))
            .or_else(|| attempt(input, types).map(Arguments::Types));
        match found {
            Some(found) => Ok(Some(found)),
            None => Err(input.error("none of the forms that macros use")),
        }
    };
    parser.parse2(tokens).ok().flatten()
}

/// Reads a macro's argument as items.
pub(super) fn items(tokens: TokenStream) -> Option<Vec<Item>> {
    let parser = |input: ParseStream| {
        let mut items = Vec::new();
        while !input.is_empty() {
            items.push(input.parse()?);
        }
        Ok(items)
    };
    parser.parse2(tokens).ok()
}

/// The branches of `cfg_if!`: conditions with items.
pub(super) struct Branch {
    pub(super) condition: Option<syn::Meta>,
    pub(super) items: Vec<Item>,
}

/// `if #[cfg(…)] { items } else if … else { items }`.
pub(super) fn branches(tokens: TokenStream) -> Option<Vec<Branch>> {
    let parser = |input: ParseStream| {
        let mut branches = Vec::new();
        loop {
            let condition = if input.parse::<Option<Token![if]>>()?.is_some() {
                let attributes = input.call(syn::Attribute::parse_outer)?;
                attributes.into_iter().next().map(|attribute| attribute.meta)
            } else {
                None
            };
            let content;
            syn::braced!(content in input);
            let mut items = Vec::new();
            while !content.is_empty() {
                items.push(content.parse()?);
            }
            branches.push(Branch { condition, items });
            if input.is_empty() {
                return Ok(branches);
            }
            input.parse::<Token![else]>()?;
        }
    };
    parser.parse2(tokens).ok()
}

fn attempt<T>(input: ParseStream, parse: impl FnOnce(ParseStream) -> Result<T>) -> Option<T> {
    let fork = input.fork();
    let found = parse(&fork).ok()?;
    if !fork.is_empty() {
        return None;
    }
    input.advance_to(&fork);
    Some(found)
}

fn exprs(input: ParseStream) -> Result<Vec<Expr>> {
    let mut found = Vec::new();
    while !input.is_empty() {
        found.push(argument(input)?);
        if input.is_empty() {
            break;
        }
        if input.peek(Token![=>]) {
            input.parse::<Token![=>]>()?;
            found.push(input.parse()?);
            if input.is_empty() {
                break;
            }
        } else if input.peek(Token![;]) && !matches!(found.last(), Some(Expr::Let(_))) {
            input.parse::<Token![;]>()?;
            found.push(input.parse()?);
            break;
        }
        input.parse::<Token![,]>()?;
    }
    Ok(found)
}

/// An expression, perhaps after `name =`.
fn argument(input: ParseStream) -> Result<Expr> {
    if input.peek(syn::Ident)
        && input.peek2(Token![=])
        && !input.peek2(Token![==])
        && !input.peek2(Token![=>])
    {
        input.parse::<syn::Ident>()?;
        input.parse::<Token![=]>()?;
    }
    input.parse()
}

fn pattern_test(input: ParseStream) -> Result<Matches> {
    let value = input.parse()?;
    input.parse::<Token![,]>()?;
    let pat = Pat::parse_multi_with_leading_vert(input)?;
    let guard = guard(input)?;
    let mut rest = Vec::new();
    if input.parse::<Option<Token![,]>>()?.is_some() {
        rest = exprs(input)?;
    }
    Ok(Matches { value, pat, guard, rest })
}

fn guard(input: ParseStream) -> Result<Option<Expr>> {
    if input.parse::<Option<Token![if]>>()?.is_some() { input.parse().map(Some) } else { Ok(None) }
}

fn selects(input: ParseStream) -> Result<Vec<Select>> {
    let mut found = Vec::new();
    if input.peek(syn::Ident) && input.peek2(Token![;]) {
        input.parse::<syn::Ident>()?;
        input.parse::<Token![;]>()?;
    }
    while !input.is_empty() {
        let mut guard_of_arm = None;
        let bound = if input.peek(Token![else]) {
            input.parse::<Token![else]>()?;
            None
        } else if input.peek(syn::Ident) && input.peek2(Token![=>]) {
            input.parse::<syn::Ident>()?;
            None
        } else {
            let pat = Pat::parse_multi_with_leading_vert(input)?;
            input.parse::<Token![=]>()?;
            let value = Expr::parse_without_eager_brace(input)?;
            if input.parse::<Option<Token![,]>>()?.is_some() {
                guard_of_arm = guard(input)?;
            }
            Some((pat, value))
        };
        input.parse::<Token![=>]>()?;
        let braced = input.peek(syn::token::Brace);
        let body = if braced { Expr::Block(input.parse()?) } else { input.parse()? };
        found.push(Select { bound, guard: guard_of_arm, body });
        if input.parse::<Option<Token![,]>>()?.is_none() && !braced && !input.is_empty() {
            return Err(input.error("expected `,`"));
        }
    }
    Ok(found)
}

/// `{ "key": value, … }` and lists of such, as in `json!`.
fn structure(input: ParseStream) -> Result<Vec<Expr>> {
    let mut found = Vec::new();
    while !input.is_empty() {
        structure_value(input, &mut found)?;
        if input.is_empty() {
            break;
        }
        if input.parse::<Option<Token![:]>>()?.is_some() || input.parse::<Option<Token![=>]>>()?.is_some() {
            continue;
        }
        input.parse::<Token![,]>()?;
    }
    Ok(found)
}

fn structure_value(input: ParseStream, found: &mut Vec<Expr>) -> Result<()> {
    if let Some(whole) = prefix(input, |input| input.parse::<Expr>()) {
        found.push(whole);
        return Ok(());
    }
    let content;
    if input.peek(syn::token::Brace) {
        syn::braced!(content in input);
    } else if input.peek(syn::token::Bracket) {
        syn::bracketed!(content in input);
    } else {
        return Err(input.error("expected a value"));
    }
    found.extend(structure(&content)?);
    Ok(())
}

fn prefix<T>(input: ParseStream, parse: impl FnOnce(ParseStream) -> Result<T>) -> Option<T> {
    let fork = input.fork();
    let found = parse(&fork).ok()?;
    input.advance_to(&fork);
    Some(found)
}

fn types(input: ParseStream) -> Result<Vec<Type>> {
    Punctuated::<Type, Token![,]>::parse_terminated(input).map(|types| types.into_iter().collect())
}

/// Reads what a macro writes as statements, or as one expression.
pub(super) fn statements(tokens: TokenStream) -> Option<Vec<Stmt>> {
    let parser = |input: ParseStream| {
        let found = attempt(input, Block::parse_within).or_else(|| {
            attempt(input, exprs).map(|exprs| exprs.into_iter().map(|expr| Stmt::Expr(expr, None)).collect())
        });
        found.ok_or_else(|| input.error("neither statements nor expressions"))
    };
    parser.parse2(tokens).ok()
}
