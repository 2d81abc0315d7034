//! Calls of macros, kept with their arguments: their definitions may stand in other files.

use super::{Door, Kind, Nothing, Parser, SHALLOW, Tokens};
use crate::read::expand::{self, Budget, ExpandedPath, names_of_rules, names_written};
use crate::read::summary::{MacroCall, PathId, Segment};
use smallvec::SmallVec;
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

/// What the rules of a macro write for this argument; without one, all that they may write.
pub(crate) fn expanded_paths<'a>(
    rules: &'a str,
    argument: Option<&'a str>,
    edition: u16,
) -> Vec<ExpandedPath> {
    let Ok(tokens) = Tokens::read(rules, edition) else { return Vec::new() };
    let door = Door { derive: &Nothing, exported: &[] };
    let mut parser = Parser::new(tokens, edition, door, SHALLOW);
    let rules = 0..parser.source.tokens.len();
    let expansion = argument.and_then(|argument| {
        parser.source.append(argument).ok()?;
        let all = parser.source.tokens.len();
        let mut budget = Budget::OF_A_FILE;
        expand::expand(&mut parser, rules.clone(), rules.end..all, all, &mut budget)
    });
    let own = parser.source.text.len();
    match expansion {
        Some(expansion) => names_written(&parser.source, &expansion, own),
        None => names_of_rules(&parser.source, rules),
    }
}
