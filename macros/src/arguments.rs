//! The arguments of an attribute: `process = "payout", calls(ledger::load_account), crate = flow`.

use crate::refusals::{Refusals, meant};
use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::quote;
use stateline_schema::attribute::{self, Attribute, Form, Key};
use stateline_schema::{listed, suggest};
use std::collections::HashSet;
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{LitInt, LitStr, Path, Token};

/// What an attribute was told, each key once.
#[derive(Default)]
pub(crate) struct Arguments {
    understood: Vec<Argument>,
    /// The keys of arguments that were refused, so that nobody asks for them again.
    refused: Vec<Key>,
}

struct Argument {
    key: Key,
    /// The key as it stands in the code.
    written: Ident,
    value: Value,
}

enum Value {
    Text(LitStr),
    Path(Path),
    Paths(Vec<Path>),
    Number(LitInt),
    Flag,
}

impl Arguments {
    /// Reads what an attribute was told.
    pub(crate) fn read(tokens: TokenStream, attribute: Attribute, refusals: &mut Refusals) -> Arguments {
        let mut arguments = Arguments::default();
        let all = |input: ParseStream<'_>| {
            if let (Some(key), true) = (attribute.leading(), input.peek(LitStr)) {
                let text: LitStr = input.parse()?;
                let written = Ident::new(key.name(), text.span());
                arguments.understood.push(Argument { key, written, value: Value::Text(text) });
                if !input.is_empty() {
                    refusals.parsed(input.parse::<Token![,]>());
                }
            }
            while !input.is_empty() {
                match argument(input, attribute) {
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
    pub(crate) fn text(&self, key: Key) -> Option<&LitStr> {
        self.get(key).and_then(|argument| match &argument.value {
            Value::Text(text) => Some(text),
            _ => None,
        })
    }

    /// The number under a key.
    pub(crate) fn number(&self, key: Key) -> Option<&LitInt> {
        self.get(key).and_then(|argument| match &argument.value {
            Value::Number(number) => Some(number),
            _ => None,
        })
    }

    /// The path under a key.
    pub(crate) fn path(&self, key: Key) -> Option<&Path> {
        self.get(key).and_then(|argument| match &argument.value {
            Value::Path(path) => Some(path),
            _ => None,
        })
    }

    /// The paths under a key; none if it is not there.
    pub(crate) fn paths(&self, key: Key) -> &[Path] {
        self.get(key).map_or(&[], |argument| match &argument.value {
            Value::Paths(paths) => paths,
            _ => &[],
        })
    }

    /// A key as it is written.
    pub(crate) fn key(&self, key: Key) -> Option<&Ident> {
        self.get(key).map(|argument| &argument.written)
    }

    /// Whether it was said, rightly or wrongly.
    pub(crate) fn mentions(&self, key: Key) -> bool {
        self.get(key).is_some() || self.refused.contains(&key)
    }

    /// The path of our crate, from anywhere.
    pub(crate) fn krate(&self) -> TokenStream {
        let own = || {
            let name = Ident::new(attribute::CRATE, Span::call_site());
            quote!(::#name)
        };
        self.path(Key::Crate).map_or_else(own, |path| quote!(#path))
    }

    fn get(&self, key: Key) -> Option<&Argument> {
        self.understood.iter().find(|argument| argument.key == key)
    }

    fn take(&mut self, mut argument: Argument, refusals: &mut Refusals) {
        let Argument { key, written, value } = &mut argument;
        if self.get(*key).is_some() {
            return refusals.at(written.span(), format_args!("`{key}` is given twice; remove one of them"));
        }
        if let Value::Paths(paths) = value {
            let mut seen = HashSet::new();
            paths.retain(|path| {
                let first = seen.insert(quote!(#path).to_string());
                if !first {
                    refusals.on(
                        path,
                        format_args!("`{}` is listed twice in `{key}`; remove one of them", spelt(path)),
                    );
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
    key: Option<Key>,
    error: syn::Error,
}

fn argument(input: ParseStream<'_>, attribute: Attribute) -> Result<Argument, Wrong> {
    let all = || attribute.keys().iter().map(|key| key.name());
    let written = input.call(Ident::parse_any).map_err(|error| {
        let sentence =
            format!("expected an argument of `{attribute}`: possible arguments are {}", listed(all()));
        Wrong { key: None, error: syn::Error::new(error.span(), sentence) }
    })?;
    let text = written.to_string();
    let Some(key) = attribute.key(&text) else {
        let key = suggest(&text, all()).and_then(|meant| attribute.key(meant));
        let help = meant(&text, all(), "possible arguments are").unwrap_or_default();
        let sentence = format!("`{attribute}` has no argument `{text}`{help}");
        return Err(Wrong { key, error: syn::Error::new(written.span(), sentence) });
    };
    let value = value(input, key.form()).map_err(|span| {
        let expected = match key.form() {
            Form::Text => "a string",
            Form::Path => "a path without quotes",
            Form::Paths => "a list of paths",
            Form::Number => "a number",
            Form::Flag => "no value",
        };
        let sentence = format!("expected {expected} for `{key}`; write `{}`", key.sample());
        Wrong { key: Some(key), error: syn::Error::new(span.unwrap_or(written.span()), sentence) }
    })?;
    Ok(Argument { key, written, value })
}

/// The value of a form, or the place where it is something else.
fn value(input: ParseStream<'_>, form: Form) -> Result<Value, Option<Span>> {
    let here = |input: ParseStream<'_>| (!input.is_empty()).then(|| input.span());
    let list = |input: ParseStream<'_>| {
        let content;
        syn::parenthesized!(content in input);
        content.parse_terminated(Path::parse_mod_style, Token![,])
    };
    if matches!(form, Form::Text | Form::Path | Form::Number) {
        input.parse::<Token![=]>().map_err(|_| here(input))?;
    }
    let at = here(input);
    let value = match form {
        Form::Text => input.parse().map(Value::Text),
        Form::Number => input.parse().map(Value::Number),
        Form::Path => input.call(Path::parse_mod_style).map(Value::Path),
        Form::Paths => list(input).map(|paths| Value::Paths(paths.into_iter().collect())),
        Form::Flag if input.is_empty() || input.peek(Token![,]) => return Ok(Value::Flag),
        Form::Flag => return Err(at),
    };
    value.map_err(|_| at)
}

/// Goes to the next comma.
fn skip(input: ParseStream<'_>) {
    while !input.is_empty() && !input.peek(Token![,]) {
        if input.parse::<TokenTree>().is_err() {
            return;
        }
    }
}
