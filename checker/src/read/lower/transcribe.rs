//! `macro_rules!`: each arm's transcriber, read as the Rust that it will be.

use super::{Lower, arguments};
use crate::read::summary::{Arm, BlockKind, ItemKind, Name, Run};
use proc_macro2::{Delimiter, Group, Ident, Punct, Spacing, TokenStream, TokenTree};

impl Lower<'_> {
    /// The arms of a `macro_rules!`, whose item is the parent.
    pub(super) fn macro_rules(&mut self, call: &syn::Macro, exported: bool) -> ItemKind {
        let was_in_macro = std::mem::replace(&mut self.in_macro, true);
        let mut arms = Vec::new();
        let mut tokens = call.tokens.clone().into_iter();
        while let Some(token) = tokens.next() {
            let TokenTree::Group(matcher) = token else { continue };
            // `=>`
            tokens.next();
            tokens.next();
            let Some(TokenTree::Group(transcriber)) = tokens.next() else { break };
            arms.push(self.arm_of_macro(&matcher, &transcriber));
        }
        self.in_macro = was_in_macro;
        ItemKind::MacroRules { exported, arms }
    }

    fn arm_of_macro(&mut self, matcher: &Group, transcriber: &Group) -> Arm {
        let mut kinds = Kinds::default();
        kinds.collect(matcher.stream());
        let metavariables: Vec<(Name, Box<str>)> =
            kinds.0.iter().map(|(ident, kind)| (self.name(ident).0, kind.as_str().into())).collect();
        let mut arm = Arm { body: None, loose: Run::default(), metavariables };
        let tokens = kinds.transcribe(transcriber.stream());
        if tokens.is_empty() {
            return arm;
        }
        let items = arguments::items(tokens.clone());
        if let Some(items) = items.filter(|items| items.iter().any(|item| !is_macro_call(item))) {
            for item in &items {
                self.item(item);
            }
            return arm;
        }
        let span = transcriber.delim_span();
        match arguments::statements(tokens) {
            Some(statements) => {
                arm.body = Some(self.new_body(|lower| {
                    let root = lower.statements(&statements, BlockKind::Plain, None, |lower| {
                        (lower.at(span.open()), lower.places.end(span.close()))
                    });
                    lower.body.root = Some(root);
                }));
            }
            None => {
                let (start, end) = (self.places.end(span.open()), self.at(span.close()));
                arm.loose = self.loose_between(start, end);
            }
        }
        arm
    }
}

fn is_macro_call(item: &syn::Item) -> bool {
    matches!(item, syn::Item::Macro(call) if call.ident.is_none())
}

/// The metavariables of an arm and what they match.
#[derive(Default)]
struct Kinds(Vec<(Ident, String)>);

impl Kinds {
    fn collect(&mut self, matcher: TokenStream) {
        let mut tokens = matcher.into_iter().peekable();
        while let Some(token) = tokens.next() {
            match token {
                TokenTree::Group(group) => self.collect(group.stream()),
                TokenTree::Punct(dollar) if dollar.as_char() == '$' => {
                    let Some(TokenTree::Ident(name)) =
                        tokens.next_if(|token| matches!(token, TokenTree::Ident(_)))
                    else {
                        continue;
                    };
                    tokens.next();
                    if let Some(TokenTree::Ident(kind)) = tokens.next() {
                        self.0.push((name, kind.to_string()));
                    }
                }
                _ => {}
            }
        }
    }

    fn kind(&self, name: &Ident) -> &str {
        self.0.iter().find(|(known, _)| known == name).map_or("", |(_, kind)| kind)
    }

    /// The transcriber with metavariables as names (the text before them is still a `$`), and the
    /// content of each repetition once.
    fn transcribe(&self, transcriber: TokenStream) -> TokenStream {
        let mut written: Vec<TokenTree> = Vec::new();
        let mut tokens = transcriber.into_iter().peekable();
        while let Some(token) = tokens.next() {
            match token {
                TokenTree::Group(group) => {
                    let mut inner = Group::new(group.delimiter(), self.transcribe(group.stream()));
                    inner.set_span(group.span());
                    written.push(TokenTree::Group(inner));
                }
                TokenTree::Punct(dollar) if dollar.as_char() == '$' => match tokens.next() {
                    Some(TokenTree::Ident(name)) => self.substitute(&name, &mut written),
                    Some(TokenTree::Group(repeated)) if repeated.delimiter() == Delimiter::Parenthesis => {
                        written.extend(self.transcribe(repeated.stream()));
                        skip_repetition(&mut tokens);
                    }
                    _ => {}
                },
                other => written.push(other),
            }
        }
        written.into_iter().collect()
    }

    fn substitute(&self, name: &Ident, written: &mut Vec<TokenTree>) {
        let as_name = || TokenTree::Ident(writable(name));
        match self.kind(name) {
            "vis" | "item" => {}
            "lifetime" => {
                let mut quote = Punct::new('\'', Spacing::Joint);
                quote.set_span(name.span());
                written.extend([TokenTree::Punct(quote), as_name()]);
            }
            "block" => {
                let mut block = Group::new(Delimiter::Brace, TokenStream::from(as_name()));
                block.set_span(name.span());
                written.push(TokenTree::Group(block));
            }
            "stmt" => {
                let mut end = Punct::new(';', Spacing::Alone);
                end.set_span(name.span());
                written.extend([as_name(), TokenTree::Punct(end)]);
            }
            _ => written.push(as_name()),
        }
    }
}

/// A name that is a keyword elsewhere can be one here when it is raw; its text is cut from the file.
fn writable(name: &Ident) -> Ident {
    let text = name.to_string();
    let keyword = syn::parse_str::<Ident>(&text).is_err();
    if keyword && !matches!(text.as_str(), "self" | "Self" | "super" | "crate" | "_") {
        return Ident::new_raw(&text, name.span());
    }
    name.clone()
}

/// The separator and the operator after `$( … )`.
fn skip_repetition(tokens: &mut std::iter::Peekable<proc_macro2::token_stream::IntoIter>) {
    let is_operator =
        |token: &TokenTree| matches!(token, TokenTree::Punct(punct) if "*+?".contains(punct.as_char()));
    if tokens.next_if(is_operator).is_none() {
        tokens.next();
        while tokens.peek().is_some() && tokens.next_if(is_operator).is_none() {
            tokens.next();
        }
    }
}
