//! Calls of macros, kept with their arguments: their definitions may stand in other files.

use super::{Door, Kind, NONE, Nothing, Parser, SHALLOW, Tokens};
use crate::read::expand::{self, Argument, Budget, ExpandedPath, composes, names_of_rules, names_written};
use crate::read::summary::{MacroCall, PathId, Segment};
use smallvec::SmallVec;
use std::borrow::Cow;
use std::ops::Range;

/// The macros of the standard library that write nothing of anybody's.
pub(in crate::read) const STANDARD: &[&str] = &[
    "addr_of",
    "addr_of_mut",
    "asm",
    "assert",
    "assert_eq",
    "assert_matches",
    "assert_ne",
    "cfg",
    "column",
    "compile_error",
    "concat",
    "dbg",
    "debug_assert",
    "debug_assert_eq",
    "debug_assert_ne",
    "env",
    "eprint",
    "eprintln",
    "file",
    "format",
    "format_args",
    "include",
    "include_bytes",
    "include_str",
    "line",
    "matches",
    "module_path",
    "option_env",
    "panic",
    "pin",
    "print",
    "println",
    "ready",
    "stringify",
    "thread_local",
    "todo",
    "unimplemented",
    "unreachable",
    "vec",
    "write",
    "writeln",
];

/// No argument that anybody wrote is as long; of a longer one, all that the macro may write counts.
const LONGEST: usize = 256 << 10;

impl<'s> Parser<'s> {
    /// At the bracket of a macro's call.
    pub(super) fn note_call(&mut self, path: PathId) {
        if self.is_in_definition() || self.is_carried_out() || self.deriving {
            return;
        }
        let Some(open) = self.peek(0).filter(|token| token.kind == Kind::Open) else { return };
        let terms = if self.in_body { &self.body.terms } else { &self.out.terms };
        let written = terms.paths[path];
        let segments: SmallVec<[Segment; 6]> = terms.segments[written.segments].into();
        let Some(last) = segments.last() else { return };
        if STANDARD.contains(&&*self.out.names[last.name]) {
            return;
        }
        let argument = self.text_between(self.at + 1..open.extra as usize);
        let argument = if argument.len() > LONGEST { "" } else { argument }.into();
        let segments = self.out.terms.segments.alloc_all(&segments);
        let path = self.out.terms.paths.alloc(crate::read::summary::Path { segments, ..written });
        self.out.macro_calls.push(MacroCall { path, parent: self.parent, argument });
    }

    /// What is written from the first of these tokens to the last; nothing if they are not the file's own.
    pub(super) fn text_between(&self, tokens: Range<usize>) -> &'s str {
        let tokens = self.source.tokens.get(tokens).unwrap_or_default();
        let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return "" };
        self.source.text.get(first.start as usize..last.end as usize).unwrap_or_default()
    }
}

/// The rules of a macro, read once for all of its calls.
#[derive(Debug)]
pub(crate) struct MacroRules<'a> {
    tokens: Tokens<'a>,
    edition: u16,
    /// All that its rules may write, whatever the argument.
    all: Vec<ExpandedPath>,
    /// They make paths and calls of their arguments, `$module::$function()`.
    composes: bool,
}

impl<'a> MacroRules<'a> {
    /// `None` if they are not made of Rust's tokens.
    pub(crate) fn read(rules: &'a str, edition: u16) -> Option<Self> {
        let tokens = Tokens::read(rules, edition).ok()?;
        let all = names_of_rules(&tokens, 0..tokens.tokens.len());
        let composes = composes(&tokens);
        Some(Self { tokens, edition, all, composes })
    }

    /// Whether it can write anything that is not its own.
    pub(crate) fn may_write(&self) -> bool {
        self.composes || self.all.iter().any(|path| !path.of_its_crate || path.argument.is_some())
    }

    /// What it writes for this argument, which stands in the code or is itself written by a macro; where no
    /// rule fits, all that it may write.
    pub(crate) fn paths_for<'s>(&'s self, argument: &'s str, of: Argument) -> Cow<'s, [ExpandedPath]> {
        let door = Door { derive: &Nothing, exported: &[], renamed: &[], shared: &[], templates: &NONE };
        let mut parser = Parser::new(self.tokens.clone(), self.edition, door, SHALLOW);
        let rules = 0..parser.source.tokens.len();
        if parser.source.append(argument).is_err() {
            return Cow::Borrowed(&self.all);
        }
        let all = parser.source.tokens.len();
        let mut budget = Budget::OF_A_FILE;
        let expansion = expand::expand(&mut parser, rules.clone(), rules.end..all, all, &mut budget);
        match expansion {
            Some(tokens) => names_written(&parser.source, &tokens, parser.source.text.len(), of).into(),
            None => Cow::Borrowed(&self.all),
        }
    }
}
