//! A macro's argument of which only some pieces are expressions.

use proc_macro2::{TokenStream, TokenTree};
use syn::ext::IdentExt;
use syn::parse::discouraged::Speculative;
use syn::parse::{ParseStream, Parser, Result};
use syn::{Expr, Ident, Lit, Token};

/// What stands between `,`, `;` and `=>`: the pieces that are expressions, and the tokens of those
/// that are not.
#[derive(Default)]
pub(super) struct Pieces {
    pub(super) exprs: Vec<Expr>,
    pub(super) rest: Vec<TokenStream>,
}

/// Reads a macro's argument piece by piece; `None` if none of them is an expression.
pub(super) fn pieces(tokens: TokenStream) -> Option<Pieces> {
    let parser = |input: ParseStream| {
        let mut found = Pieces::default();
        while !input.is_empty() {
            if !separator(input)? {
                piece(input, &mut found)?;
            }
        }
        Ok(found)
    };
    parser.parse2(tokens).ok().filter(|found| !found.exprs.is_empty())
}

fn piece(input: ParseStream, found: &mut Pieces) -> Result<()> {
    let fork = input.fork();
    if prefix(&fork).is_ok()
        && let Ok(expr) = fork.parse::<Expr>()
        && at_end(&fork)
    {
        input.advance_to(&fork);
        found.exprs.push(expr);
        return Ok(());
    }
    let mut tokens = TokenStream::new();
    while !at_end(input) {
        tokens.extend([input.parse::<TokenTree>()?]);
    }
    found.rest.push(tokens);
    Ok(())
}

/// What macros put before a value: `name =`, `name:`, `"key":`, `%`, `?`, `@`.
fn prefix(input: ParseStream) -> Result<()> {
    if input.peek(Lit) && input.peek2(Token![:]) {
        input.parse::<Lit>()?;
        input.parse::<Token![:]>()?;
    } else if input.peek(Ident::peek_any) {
        let equals = input.peek2(Token![=]) && !input.peek2(Token![==]) && !input.peek2(Token![=>]);
        let colon = input.peek2(Token![:]) && !input.peek2(Token![::]);
        if equals || colon {
            input.call(Ident::parse_any)?;
            input.parse::<TokenTree>()?;
        }
    }
    while input.peek(Token![%]) || input.peek(Token![?]) || input.peek(Token![@]) {
        input.parse::<TokenTree>()?;
    }
    Ok(())
}

fn at_end(input: ParseStream) -> bool {
    input.is_empty() || input.peek(Token![,]) || input.peek(Token![;]) || input.peek(Token![=>])
}

fn separator(input: ParseStream) -> Result<bool> {
    let found = !input.is_empty() && at_end(input);
    if input.peek(Token![=>]) {
        input.parse::<Token![=>]>()?;
    } else if found {
        input.parse::<TokenTree>()?;
    }
    Ok(found)
}
