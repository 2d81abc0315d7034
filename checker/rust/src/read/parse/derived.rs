//! What our macros derive, as the checker sees it: items beside the function, with its name's place.
//!
//! They are written here as Rust with holes, so that names and types resolve in them as in any other
//! item. Only what others can name or what types need is written, and no bodies.

use super::marks::Marked;
use super::signature::Environment;
use super::{Kind, Parser, Token, Tokens};
use crate::arena::to_u32;
use crate::read::mark::MarkKind;
use crate::read::summary::ItemKind;
use std::ops::Range;

const OPERATION: &str = "
    struct $request { $fields }
    impl $crate::Operation for $request { type Output = $output; }
    impl<Env: Sync $has> $crate::Handle<Env> for $request {}
    trait $call: $crate::Call<$request> {
        fn $name(&self, $arguments) -> impl Future<Output = Result<$output, $crate::CallError>>;
    }
    impl<Env: $crate::Call<$request> + ?Sized> $call for Env {}
    mod $name { pub use super::{$request as Request, $call as Call}; }
";
const STEP: &str = "
    trait $ctx: Sync $needs {}
    impl<Env: Sync $needs> $ctx for Env {}
    struct $name {}
    impl $crate::Step for $name { type Input = $input; type Output = $output; $error }
    impl<Env: $ctx> $crate::Run<Env> for $name {}
";
const COMPENSATION: &str = "
    trait $ctx: Sync $needs {}
    impl<Env: Sync $needs> $ctx for Env {}
    struct $name {}
    impl $crate::Compensation for $name { type Input = $input; $error }
    impl<Env: $ctx> $crate::Undo<Env> for $name {}
";
const MESSAGE: &str = "impl $crate::Message for $name {}";
const PROCESS: &str = "$visibility fn $name<Env, Input>() -> $crate::Chain<Input, Env>;";
const HAS: &str = "impl<$generics> $crate::Has<$type> for $name<$arguments> {}";

/// Names of holes, and what goes into them.
type Holes<'h> = &'h [(&'static str, &'h [Token])];

impl Parser<'_> {
    /// Writes what is derived from an item with these tokens (without its attributes and visibility),
    /// and keeps the mark. Only the first mark of an item derives something: further ones are mistakes.
    pub(super) fn derive_from(&mut self, marked: Marked, is_first: bool, tokens: Range<usize>) {
        let first = self.out.items.next();
        let own = self.out.items[marked.mark.item].clone();
        match (&own.kind, marked.mark.kind) {
            _ if !is_first => {}
            (ItemKind::Function(_), MarkKind::Operation) => self.derive_operation(&marked, tokens),
            (ItemKind::Function(_), MarkKind::Step | MarkKind::Compensation) => {
                self.derive_step(&marked, tokens);
            }
            (ItemKind::Struct { generics, .. } | ItemKind::Enum { generics }, MarkKind::Message)
                if generics.params.is_empty() =>
            {
                self.derive_message(&marked, &tokens);
            }
            (ItemKind::Struct { .. }, MarkKind::Environment) => self.derive_environment(&marked, &tokens),
            (_, MarkKind::Process) => self.derive_process(&marked, tokens),
            _ => {}
        }
        let derived = self.out.items.since(first);
        for item in &mut self.out.items[derived] {
            let named = !matches!(item.kind, ItemKind::Impl { .. } | ItemKind::Use { .. });
            if item.parent == own.parent && named {
                item.visibility = own.visibility;
            }
            if item.parent == own.parent {
                item.cfg = own.cfg;
            }
        }
        let mut mark = marked.mark;
        mark.derived = derived;
        self.out.marks.push(mark);
    }

    fn derive_operation(&mut self, marked: &Marked, tokens: Range<usize>) {
        let Some(function) = self.signature(tokens) else { return };
        let (mut fields, mut arguments, mut has) = (Vec::new(), Vec::new(), Vec::new());
        let krate = self.krate(marked);
        for parameter in &function.parameters {
            let ty = self.tokens(&parameter.ty);
            if parameter.borrowed {
                has.extend(self.filled(
                    "+ $crate::Has<$type>",
                    &[("crate", &krate), ("type", &ty)],
                    function.name,
                ));
            } else if let Some(name) = parameter.name {
                let holes: Holes = &[("name", &[name]), ("type", &ty)];
                fields.extend(self.filled("pub $name: $type,", holes, function.name));
                arguments.extend(self.filled("$name: $type,", holes, function.name));
            }
        }
        let Some(name) = self.type_name(function.name) else { return };
        let call = self.derived_word(function.name, format!("Call{name}"));
        let request = self.derived_word(function.name, name);
        let output = self.output(&function);
        let holes: Holes = &[
            ("name", &[function.name]),
            ("request", &[request]),
            ("call", &[call]),
            ("crate", &krate),
            ("fields", &fields),
            ("arguments", &arguments),
            ("output", &output),
            ("has", &has),
        ];
        self.write_derived(OPERATION, holes, function.name);
    }

    fn derive_step(&mut self, marked: &Marked, tokens: Range<usize>) {
        let Some(function) = self.signature(tokens) else { return };
        let krate = self.krate(marked);
        let mut needs = Vec::new();
        for called in &marked.calls {
            let path = self.tokens(called);
            needs.extend(self.filled("+ $path::Call", &[("path", &path)], function.name));
        }
        for published in &marked.publishes {
            let path = self.tokens(published);
            let holes: Holes = &[("crate", &krate), ("path", &path)];
            needs.extend(self.filled("+ $crate::Publish<$path>", holes, function.name));
        }
        let Some(input) = function.parameters.first().map(|first| self.tokens(&first.ty)) else { return };
        let (output, error) = self.outcome(&function);
        let error = match error {
            Some(error) => self.filled("type Error = $error;", &[("error", &error)], function.name),
            None => Vec::new(),
        };
        let Some(name) = self.type_name(function.name) else { return };
        let ctx = self.derived_word(function.name, format!("{name}Ctx"));
        let holes: Holes = &[
            ("name", &[function.name]),
            ("ctx", &[ctx]),
            ("crate", &krate),
            ("needs", &needs),
            ("input", &input),
            ("output", &output),
            ("error", &error),
        ];
        let template = if marked.mark.kind == MarkKind::Step { STEP } else { COMPENSATION };
        self.write_derived(template, holes, function.name);
    }

    fn derive_message(&mut self, marked: &Marked, tokens: &Range<usize>) {
        let Some(name) = self.source.tokens.get(tokens.start + 1).copied() else { return };
        let krate = self.krate(marked);
        self.write_derived(MESSAGE, &[("crate", &krate), ("name", &[name])], name);
    }

    fn derive_process(&mut self, marked: &Marked, tokens: Range<usize>) {
        let span = marked.mark.process.as_ref().map_or((0, 0), |name| name.span);
        let Some(at) = tokens.clone().find(|&at| self.source.tokens[at].start == span.0) else { return };
        let (name, visibility) = (self.source.tokens[at], self.tokens(&(tokens.start..at)));
        let krate = self.krate(marked);
        let holes: Holes = &[("crate", &krate), ("name", &[name]), ("visibility", &visibility)];
        self.write_derived(PROCESS, holes, name);
    }

    /// One impl for each field.
    fn derive_environment(&mut self, marked: &Marked, tokens: &Range<usize>) {
        let Some(Environment { name, generics, fields }) = self.environment(tokens.clone()) else { return };
        let krate = self.krate(marked);
        let (mut declared, mut arguments) = (Vec::new(), Vec::new());
        for parameter in generics {
            let comma = self.filled(",", &[], name);
            declared.extend(self.tokens(&parameter.declared).iter().chain(&comma));
            arguments.extend(std::iter::once(&parameter.name).chain(&comma));
        }
        for ty in fields {
            let ty = self.tokens(&ty);
            let holes: Holes = &[
                ("crate", &krate),
                ("type", &ty),
                ("name", &[name]),
                ("generics", &declared),
                ("arguments", &arguments),
            ];
            self.write_derived(HAS, holes, name);
        }
    }

    fn write_derived(&mut self, template: &'static str, holes: Holes, name: Token) {
        let mut written = self.filled(template, holes, name);
        pair(&mut written, self.source.tokens.len());
        self.derived_items(written, (name.start, name.end));
    }

    pub(super) fn tokens(&self, range: &Range<usize>) -> Vec<Token> {
        let mut tokens = self.source.tokens[range.clone()].to_vec();
        // What follows is another token than before.
        tokens.iter_mut().next_back().into_iter().for_each(|last| last.joint = false);
        tokens
    }

    /// Where our crate is: as the attribute says, or by its own name.
    fn krate(&mut self, marked: &Marked) -> Vec<Token> {
        if !marked.krate.is_empty() {
            return self.tokens(&marked.krate);
        }
        let at = self.source.tokens[0];
        self.filled("::stateline", &[], at)
    }

    /// The tokens of a template, each where `at` stands. Brackets do not yet know their partners.
    pub(super) fn filled(&mut self, template: &'static str, holes: Holes, at: Token) -> Vec<Token> {
        let read = Tokens::read(template).expect("our own templates are made of tokens");
        let mut written = Vec::with_capacity(read.tokens.len() * 2);
        let mut tokens = read.tokens.into_iter();
        while let Some(token) = tokens.next() {
            if token.kind == Kind::Punct && token.byte == b'$' {
                let hole = tokens.next().map_or("", |name| read.words[name.word()]);
                let filling = holes.iter().find(|(name, _)| *name == hole);
                written.extend_from_slice(filling.expect("every hole has its filling").1);
                continue;
            }
            let extra = match token.kind {
                Kind::Word => self.source.word(read.words[token.word()]).raw(),
                _ => token.extra,
            };
            written.push(Token { start: at.start, end: at.end, extra, ..token });
        }
        written
    }

    /// `load_account` as a type's name, as the macros make it; none where there are no letters.
    fn type_name(&self, function: Token) -> Option<String> {
        let name = self.source.words[function.word()];
        let mut made = String::with_capacity(name.len());
        for part in name.split('_') {
            let mut letters = part.chars();
            made.extend(letters.next().into_iter().flat_map(char::to_uppercase));
            made.push_str(letters.as_str());
        }
        let made = if made == "Self" { "Self_".to_owned() } else { made };
        made.starts_with(char::is_alphabetic).then_some(made)
    }

    /// A name of our making, where another stands.
    fn derived_word(&mut self, from: Token, text: String) -> Token {
        let word = self.source.known_word(&text).unwrap_or_else(|| {
            let word = self.source.nameless_word();
            self.names.resize(self.source.words.len(), None);
            self.names[word] = Some(self.out.names.alloc(text.into()));
            word
        });
        Token { extra: word.raw(), ..from }
    }
}

/// Tells brackets their partners, as if the first token stood at `base`.
fn pair(tokens: &mut [Token], base: usize) {
    let mut open = Vec::new();
    for at in 0..tokens.len() {
        match tokens[at].kind {
            Kind::Open => open.push(at),
            Kind::Close => {
                let Some(first) = open.pop() else { continue };
                tokens[first].extra = to_u32(base + at);
                tokens[at].extra = to_u32(base + first);
            }
            _ => {}
        }
    }
}
