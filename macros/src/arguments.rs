//! The arguments of an attribute: `process = "payout", calls(ledger::load_account), crate = flow`.

use crate::refusals::Refusals;
use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::quote;
use stateline_schema::{did_you_mean, suggest};
use std::collections::HashSet;
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{LitStr, Path, Token};

/// How the value of an argument is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// `process = "payout"`
    Text,
    /// `rehearse = pretend_load`
    Path,
    /// `calls(ledger::load_account, ledger::unload_account)`
    Paths,
}

/// Our crate under another name: every attribute takes it.
const CRATE: (&str, Form) = ("crate", Form::Path);

/// What an attribute was told, each key once.
#[derive(Default)]
pub(crate) struct Arguments {
    understood: Vec<Argument>,
    /// The keys of arguments that were refused, so that nobody asks for them again.
    refused: Vec<String>,
}

struct Argument {
    key: Ident,
    value: Value,
}

enum Value {
    Text(LitStr),
    Path(Path),
    Paths(Vec<Path>),
}

impl Arguments {
    /// Reads the arguments of the macro `name`, which knows these keys besides `crate`.
    pub(crate) fn read(
        tokens: TokenStream,
        name: &str,
        known: &[(&str, Form)],
        refusals: &mut Refusals,
    ) -> Arguments {
        let keys: Vec<(&str, Form)> = known.iter().copied().chain([CRATE]).collect();
        let mut arguments = Arguments::default();
        let all = |input: ParseStream<'_>| {
            while !input.is_empty() {
                match argument(input, name, &keys) {
                    Ok(argument) => arguments.take(argument, refusals),
                    Err(Wrong { key, error }) => {
                        arguments.refused.extend(key);
                        refusals.parsed::<()>(Err(error));
                        skip(input);
                    }
                }
                if !input.is_empty() {
                    refusals.parsed(input.parse::<Token![,]>());
                }
            }
            Ok(())
        };
        all.parse2(tokens).unwrap_or_default();
        arguments
    }

    /// The text under a key.
    pub(crate) fn text(&self, key: &str) -> Option<&LitStr> {
        self.get(key).and_then(|argument| match &argument.value {
            Value::Text(text) => Some(text),
            _ => None,
        })
    }

    /// The path under a key.
    pub(crate) fn path(&self, key: &str) -> Option<&Path> {
        self.get(key).and_then(|argument| match &argument.value {
            Value::Path(path) => Some(path),
            _ => None,
        })
    }

    /// The paths under a key; none if it is not there.
    pub(crate) fn paths(&self, key: &str) -> &[Path] {
        self.get(key).map_or(&[], |argument| match &argument.value {
            Value::Paths(paths) => paths,
            _ => &[],
        })
    }

    /// A key as it is written.
    pub(crate) fn key(&self, key: &str) -> Option<&Ident> {
        self.get(key).map(|argument| &argument.key)
    }

    /// Whether it was said, rightly or wrongly.
    pub(crate) fn mentions(&self, key: &str) -> bool {
        self.get(key).is_some() || self.refused.iter().any(|refused| refused == key)
    }

    /// The path of our crate, from anywhere.
    pub(crate) fn krate(&self) -> TokenStream {
        self.path(CRATE.0).map_or_else(|| quote!(::stateline), |path| quote!(#path))
    }

    fn get(&self, key: &str) -> Option<&Argument> {
        self.understood.iter().find(|argument| argument.key == key)
    }

    fn take(&mut self, mut argument: Argument, refusals: &mut Refusals) {
        let Argument { key, value } = &mut argument;
        if self.understood.iter().any(|before| before.key == *key) {
            return refusals.at(key.span(), format_args!("`{key}` is given twice: keep one of them"));
        }
        if let Value::Paths(paths) = value {
            let mut seen = HashSet::new();
            paths.retain(|path| {
                let first = seen.insert(quote!(#path).to_string());
                if !first {
                    refusals.on(path, format_args!("`{}` is listed twice: leave this one out", spelt(path)));
                }
                first
            });
        }
        self.understood.push(argument);
    }
}

/// A path as a person writes it.
pub(crate) fn spelt(path: &Path) -> String {
    let names: Vec<String> = path.segments.iter().map(|segment| segment.ident.unraw().to_string()).collect();
    names.join("::")
}

/// The tokens of a path, all at one place.
pub(crate) fn at(tokens: TokenStream, span: Span) -> TokenStream {
    let moved = tokens.into_iter().map(|mut token| {
        token.set_span(span);
        token
    });
    moved.collect()
}

/// An argument that cannot be understood, and its key, as far as that is known.
struct Wrong {
    key: Option<String>,
    error: syn::Error,
}

fn argument(input: ParseStream<'_>, name: &str, keys: &[(&str, Form)]) -> Result<Argument, Wrong> {
    let all = || keys.iter().map(|(key, _)| *key);
    let key = input.call(Ident::parse_any).map_err(|error| {
        let all: Vec<&str> = all().collect();
        let sentence = format!("`{name}` takes arguments by name: {}", all.join(", "));
        Wrong { key: None, error: syn::Error::new(error.span(), sentence) }
    })?;
    let Some(&(_, form)) = keys.iter().find(|(known, _)| key == known) else {
        let written = key.to_string();
        let meant = suggest(&written, all());
        let help = did_you_mean(&written, all(), "it knows").unwrap_or_default();
        let error = syn::Error::new(key.span(), format!("`{name}` has no argument `{key}`: {help}"));
        return Err(Wrong { key: meant.map(str::to_owned), error });
    };
    let value = value(input, form).map_err(|span| {
        let sentence = match form {
            Form::Text => format!("write `{key}` as a text in quotes: `{key} = \"…\"`"),
            Form::Path => format!("write `{key}` as a path, without quotes: `{key} = …`"),
            Form::Paths => format!("write `{key}` as a list of paths in brackets: `{key}(…, …)`"),
        };
        Wrong { key: Some(key.to_string()), error: syn::Error::new(span.unwrap_or(key.span()), sentence) }
    })?;
    Ok(Argument { key, value })
}

/// The value of a form, or the place where it is something else.
fn value(input: ParseStream<'_>, form: Form) -> Result<Value, Option<Span>> {
    let here = |input: ParseStream<'_>| (!input.is_empty()).then(|| input.span());
    if form == Form::Paths {
        let list = || {
            let content;
            syn::parenthesized!(content in input);
            content.parse_terminated(Path::parse_mod_style, Token![,])
        };
        let at = here(input);
        return list().map(|paths| Value::Paths(paths.into_iter().collect())).map_err(|_| at);
    }
    input.parse::<Token![=]>().map_err(|_| here(input))?;
    let at = here(input);
    match form {
        Form::Text => input.parse().map(Value::Text).map_err(|_| at),
        _ => input.call(Path::parse_mod_style).map(Value::Path).map_err(|_| at),
    }
}

/// Goes to the next comma.
fn skip(input: ParseStream<'_>) {
    while !input.is_empty() && !input.peek(Token![,]) {
        if input.parse::<TokenTree>().is_err() {
            return;
        }
    }
}
