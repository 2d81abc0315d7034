//! From text to summary in one go: a recursive descent over tokens that writes the arenas itself.
//!
//! `syn` remains the judge of what is Rust: tests compare with it, name by name. But its trees alone
//! cost three times what all of this costs, and macro arguments would have to be read again; here
//! they are tokens like all others, read in place.

mod arguments;
mod atoms;
mod attributes;
mod blocks;
mod cursor;
mod derived;
mod expansion;
mod exprs;
mod generics;
mod interface;
mod invocations;
mod items;
mod loose;
mod macro_calls;
mod macros;
mod members;
mod paths;
mod pats;
mod postfix;
mod serde;
mod signature;
mod snapshot;
mod templated;
mod transcribe;
mod types;
mod uses;

#[cfg(test)]
mod tests;

pub(crate) use macro_calls::MacroRules;

use super::derive::{Derive, Door, Exported, Nothing};
use super::disk::too_long_for_a_source;
use super::lex::{Kind, LexError, Token, Tokens, Word, Written, memchr, skipped};
use super::renamed::OtherName;
use super::shared;
use super::summary::{Body, BodyId, FileSummary, ItemId, Name, Says, Terms, sym};
use super::templates::Templates;
use super::workspace::Problem;
use crate::arena::{Arena, to_u32};

/// Where no workspace says more.
pub(super) static NONE: Templates = Templates { all: Vec::new(), hash: [0; 16] };

/// The edition of what stands in no package, such as stand-ins.
pub(super) const LATEST_EDITION: u16 = 2024;

/// Reads one file's text, by itself: no macro but those by example writes anything beside it.
///
/// # Errors
/// When it is not Rust, and then the place is where the parser stopped; or when it is too long.
pub fn summarise(path: &str, text: &str) -> Result<FileSummary, Problem> {
    summarise_with(path, text, &Nothing)
}

/// The same, with what these macros derive.
///
/// # Errors
/// When it is not Rust: the place is where the parser stopped.
pub fn summarise_with(path: &str, text: &str, derive: &dyn Derive) -> Result<FileSummary, Problem> {
    let exported: Vec<&Exported> = derive.exported().iter().collect();
    summarise_behind(
        path,
        text,
        LATEST_EDITION,
        Door { derive, exported: &exported, renamed: &[], shared: &[], templates: &NONE },
    )
}

pub(super) fn summarise_behind(
    path: &str,
    text: &str,
    edition: u16,
    door: Door<'_>,
) -> Result<FileSummary, Problem> {
    if let Some(message) = too_long_for_a_source(text) {
        return Err(Problem { path: path.into(), span: None, message, help: None });
    }
    let result = match read(text, edition, door, SHALLOW) {
        Err(Failure { why: Why::TooDeep, at }) => {
            on_a_deep_stack(text, edition, door).unwrap_or(Err(Failure { at, why: Why::TooDeep }))
        }
        result => result,
    };
    result.map_err(|failure| failure.problem(path, text, edition))
}

/// Nesting that fits into any thread's stack.
const SHALLOW: usize = 64;
/// Nesting that nobody writes, and that a stack of [`STACK`] bytes still holds.
const DEEP: usize = 2_000;
const STACK: usize = 256 << 20;
/// As long a chain of operators or method calls is refused: trees lean as deep as it is long.
const CHAIN: usize = 2_000;

/// `None` where there is no memory for such a stack.
fn on_a_deep_stack(text: &str, edition: u16, door: Door<'_>) -> Option<Result<FileSummary, Failure>> {
    std::thread::scope(|scope| {
        let deep = || read(text, edition, door, DEEP);
        let thread = std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, deep);
        thread.ok()?.join().ok()
    })
}

/// Why a file was not read, and where.
struct Failure {
    at: u32,
    why: Why,
}

enum Why {
    /// What would have been right there.
    Expected(&'static str),
    /// It is not even made of tokens.
    Says(&'static str),
    TooDeep,
}

impl Failure {
    fn problem(&self, path: &str, text: &str, edition: u16) -> Problem {
        let end = to_u32(text.len());
        let at = self.at.min(end);
        let next = text[at as usize..].chars().next().map_or(0, char::len_utf8);
        let span = (at, at + to_u32(next));
        let (span, message, help) = match self.why {
            Why::Expected(expected) => judged(text, edition, span, expected),
            Why::Says(what) => (span, format!("this is not Rust that can be read: {what}"), None),
            Why::TooDeep => {
                let help = format!("chains of more than {CHAIN} operators or calls are refused as well");
                (span, "this is nested too deeply to be read".to_owned(), Some(help))
            }
        };
        Problem { path: path.into(), span: Some(span), message, help }
    }
}

/// What `syn` says of a file that we do not understand. It has no limit of depth, so it is asked
/// only where none is needed. Nor does it know the edition of 2015.
fn judged(
    text: &str,
    edition: u16,
    span: (u32, u32),
    expected: &str,
) -> ((u32, u32), String, Option<String>) {
    let shallow = Tokens::read(text, edition).is_ok_and(|tokens| tokens.depth < SHALLOW);
    let verdict = if shallow && edition >= 2018 {
        syn::parse_file(text).err()
    } else {
        Some(syn::Error::new(proc_macro2::Span::call_site(), format!("expected {expected}")))
    };
    let judged = match verdict {
        Some(error) => {
            let range = error.span().byte_range();
            let base = skipped(text);
            // An error at the end of the file has no place of its own.
            let place =
                if range.is_empty() { span } else { (to_u32(base + range.start), to_u32(base + range.end)) };
            (place, format!("this is not Rust that can be read: {error}"), None)
        }
        None => {
            let message = format!("our reader does not understand this: it expected {expected}");
            (span, message, Some("it may well be Rust; then please report it".to_owned()))
        }
    };
    proc_macro2::extra::invalidate_current_thread_spans();
    judged
}

fn read(text: &str, edition: u16, door: Door<'_>, depth: usize) -> Result<FileSummary, Failure> {
    let tokens = Tokens::read(text, edition)
        .map_err(|LexError { at, message }| Failure { at: to_u32(at), why: Why::Says(message) })?;
    let mut parser = Parser::new(tokens, edition, door, depth);
    match parser.file() {
        // Something in a macro's argument was too deep, and so was taken for opaque.
        Ok(()) if parser.too_deep && depth == SHALLOW => Err(parser.failure()),
        Ok(()) => Ok(parser.out),
        Err(Stop) => Err(parser.failure()),
    }
}

/// Parsing stopped; why is in [`Parser::failed`].
#[derive(Debug)]
struct Stop;

type Read<T> = Result<T, Stop>;

/// Where we are in the tokens, and what is being built.
struct Parser<'s> {
    source: Tokens<'s>,
    /// Index of the next token, and one past the last of the group we are in.
    at: usize,
    end: usize,
    /// Names in the summary by word.
    names: Arena<Written, Option<Name>>,
    out: FileSummary,
    /// The body that is being written; its terms are the current ones while `in_body`.
    body: Body,
    in_body: bool,
    /// Bodies that were written: empty, but with their memory.
    spare: Vec<Body>,
    /// The item that the next item stands in.
    parent: Option<ItemId>,
    in_macro: bool,
    /// What serde derives for the type that is read.
    serde: Says,
    macros: expansion::Macros,
    dollar_crate: Word,
    derive: &'s dyn Derive,
    renamed: &'s [OtherName],
    templates: &'s Templates,
    /// The names of the derives and attributes that have a template.
    templated: Vec<Word>,
    /// Names of macros behind the door, with their index, and those that they were imported by.
    invocable: Vec<(Word, usize)>,
    aliases: Vec<(Word, usize)>,
    /// What is read now is a copy, for something derived: invocations in it were kept already.
    deriving: bool,
    /// `{` after a path is no struct expression here: the head of an `if`, `match`, `for`, `while`.
    no_struct: bool,
    depth: usize,
    depth_limit: usize,
    too_deep: bool,
    /// What is read now may be taken back.
    attempts: usize,
    /// How many tokens were read in vain, by attempts that did not fit.
    wasted: usize,
    /// How many tokens the file has; those behind them are of expansions.
    written: usize,
    /// Tokens of bodies that other files can see nothing of.
    private: Vec<std::ops::Range<usize>>,
    /// The furthest that reading came, and what would have been right there.
    failed: (usize, &'static str),
}

impl<'s> Parser<'s> {
    fn new(mut source: Tokens<'s>, edition: u16, door: Door<'s>, depth_limit: usize) -> Self {
        let dollar_crate = source.word("$crate");
        let lines = lines(source.text);
        let (own, own_tokens) = (source.text.len(), source.tokens.len());
        // What stands behind the file's own tokens are definitions of macros.
        for exported in door.exported {
            if source.known_word(exported.name).is_some() {
                source.append(exported.definition).expect("an exported macro is made of tokens");
            }
        }
        for shared in door.shared {
            // One that was read as the rules of a macro is made of tokens.
            drop(source.append(shared));
        }
        let doc_tests = std::mem::take(&mut source.doc_tests.found);
        let mut parser = Parser {
            at: 0,
            end: own_tokens,
            written: own_tokens,
            names: vec![None; source.words.len()].into(),
            source,
            out: FileSummary {
                edition,
                lines,
                doc_tests,
                shared: shared::hash_of(door.shared),
                ..FileSummary::default()
            },
            body: Body::default(),
            in_body: false,
            spare: Vec::new(),
            parent: None,
            in_macro: false,
            serde: Says::Codec { serialize: false, deserialize: false },
            macros: expansion::Macros::new(to_u32(own)),
            dollar_crate,
            derive: door.derive,
            renamed: door.renamed,
            templates: door.templates,
            templated: Vec::new(),
            invocable: Vec::new(),
            aliases: Vec::new(),
            deriving: false,
            no_struct: false,
            depth: 0,
            depth_limit,
            too_deep: false,
            attempts: 0,
            wasted: 0,
            private: Vec::new(),
            failed: (0, "an item"),
        };
        parser.out.names.extend(sym::TEXTS.iter().map(|text| (*text).into()));
        let words = [
            (Word::UNDERSCORE, sym::UNDERSCORE),
            (Word::SELF_VALUE, sym::SELF_VALUE),
            (Word::SUPER, sym::SUPER),
            (Word::CRATE, sym::CRATE),
            (Word::SELF_TYPE, sym::SELF_TYPE),
            (dollar_crate, sym::DOLLAR_CRATE),
        ];
        for (word, name) in words {
            parser.names[word] = Some(name);
        }
        parser.look_for_invocable();
        let names = door.templates.all.iter().map(|template| &*template.name);
        parser.templated = names.filter_map(|name| parser.source.known_word(name)).collect();
        parser
    }

    fn file(&mut self) -> Read<()> {
        self.define_from(self.end);
        let inner = self.skip_inner_attributes()?;
        self.out.cfg = self.cfg_within(inner);
        while !self.is_empty() {
            self.item()?;
        }
        self.out.interface = self.interface();
        self.out.own_names.sort_unstable();
        self.out.own_names.dedup();
        self.out.shrink();
        Ok(())
    }

    fn failure(&self) -> Failure {
        let (index, expected) = self.failed;
        let at = self.source.tokens.get(index).map_or(to_u32(self.source.text.len()), |token| token.start);
        let why = if self.too_deep { Why::TooDeep } else { Why::Expected(expected) };
        Failure { at, why }
    }

    /// The arena that types and paths go into.
    fn terms(&mut self) -> &mut Terms {
        if self.in_body { &mut self.body.terms } else { &mut self.out.terms }
    }

    fn name(&mut self, word: Word) -> Name {
        if word.index() >= self.names.len() {
            self.names.resize(self.source.words.len(), None);
        }
        let Self { names, out, source, .. } = self;
        *names[word].get_or_insert_with(|| out.names.alloc(source.words[word].into()))
    }

    /// The name with this text, which need not stand in the file.
    fn name_of(&mut self, text: &'s str) -> Name {
        let word = self.source.word(text);
        self.name(word)
    }

    /// A token's text as a name.
    fn text_name(&mut self, token: usize) -> Name {
        let text = self.source.text_of(self.source.tokens[token]);
        self.name_of(text)
    }

    /// The text from a token to where the reader is, as a name.
    fn text_since(&mut self, first: usize) -> Name {
        match self.source.tokens.get(first..self.at) {
            Some([first, .., last]) => {
                let end = self.source.text_of(*last);
                let (start, text) = (self.source.text_of(*first).as_ptr() as usize, self.source.text);
                let begin = start - text.as_ptr() as usize;
                let length = end.as_ptr() as usize + end.len() - start;
                self.name_of(text.get(begin..begin + length).unwrap_or_default())
            }
            Some([_]) => self.text_name(first),
            _ => self.name_of(""),
        }
    }

    /// Writes a body of its own with `fill`.
    fn new_body(&mut self, fill: impl FnOnce(&mut Self) -> Read<()>) -> Read<BodyId> {
        let empty = self.spare.pop().unwrap_or_default();
        let outer = std::mem::replace(&mut self.body, empty);
        let was_in_body = std::mem::replace(&mut self.in_body, true);
        let was_no_struct = std::mem::replace(&mut self.no_struct, false);
        let result = fill(self);
        self.no_struct = was_no_struct;
        let mut body = std::mem::replace(&mut self.body, outer);
        self.in_body = was_in_body;
        let result = result.map(|()| self.out.bodies.push(&body));
        body.clear();
        self.spare.push(body);
        result
    }

    /// Writes what stands outside any body, such as an item in one.
    fn outside_body(&mut self, fill: impl FnOnce(&mut Self) -> Read<()>) -> Read<()> {
        let was_in_body = std::mem::replace(&mut self.in_body, false);
        let result = fill(self);
        self.in_body = was_in_body;
        result
    }

    /// Writes what stands in `parent`.
    fn within<T>(&mut self, parent: ItemId, fill: impl FnOnce(&mut Self) -> Read<T>) -> Read<T> {
        let outer = self.parent.replace(parent);
        let result = fill(self);
        self.parent = outer;
        result
    }

    /// One level deeper.
    fn deeper<T>(&mut self, read: impl FnOnce(&mut Self) -> Read<T>) -> Read<T> {
        if self.depth >= self.depth_limit {
            self.too_deep = true;
            return Err(self.stop("less nesting"));
        }
        self.depth += 1;
        let result = read(self);
        self.depth -= 1;
        result
    }

    /// A chain has grown by one link.
    fn link(&mut self, links: &mut usize) -> Read<()> {
        *links += 1;
        if *links > CHAIN {
            self.too_deep = true;
            return Err(self.stop("a shorter chain"));
        }
        Ok(())
    }
}

/// Length of each line with its line break.
fn lines(text: &str) -> Vec<u32> {
    let mut lines = Vec::with_capacity(text.len() / 32 + 1);
    let mut rest = text.as_bytes();
    while !rest.is_empty() {
        let length = (memchr(b'\n', rest) + 1).min(rest.len());
        lines.push(to_u32(length));
        rest = &rest[length..];
    }
    lines
}
