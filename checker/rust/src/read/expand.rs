//! `macro_rules!` carried out: from the tokens of a definition and of a call to those that the call
//! stands for.
//!
//! Nothing here reads Rust: where a fragment such as an expression ends, the [`Host`] says. Nothing
//! here runs away either: all work is counted, and when too much is done there is no expansion.

mod matching;
mod names;
mod pieces;
mod writing;

pub(crate) use names::{Argument, ExpandedPath};
pub(super) use names::{composes, names_of_rules, names_written};

use super::lex::Token;
use std::ops::Range;

/// Whoever has the tokens, and can read Rust.
pub(super) trait Host {
    fn token(&self, index: usize) -> Token;
    fn text(&self, token: Token) -> &str;
    /// The word `$crate`.
    fn dollar_crate(&self) -> u32;
    /// One past the last token of the fragment that the first of these tokens begins.
    fn fragment(&mut self, kind: Fragment, tokens: Range<usize>) -> Option<usize>;
}

/// A call that makes nothing is work as well: as much as writing so many tokens.
const COST_OF_A_CALL: u32 = 32;

/// What a metavariable stands for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Fragment {
    Block,
    Expr,
    Ident,
    Item,
    Lifetime,
    Literal,
    Meta,
    Pat,
    PatParam,
    Path,
    Stmt,
    Tt,
    Ty,
    Vis,
}

/// How much may still be done for one file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Budget {
    /// Tokens looked at.
    pub(super) steps: u32,
    /// Tokens written.
    pub(super) tokens: u32,
}

impl Budget {
    /// A hundred times what real files need.
    pub(super) const OF_A_FILE: Budget = Budget { steps: 4_000_000, tokens: 500_000 };

    fn step(&mut self, count: usize) -> Option<()> {
        self.steps = self.steps.checked_sub(u32::try_from(count).ok()?)?;
        Some(())
    }

    fn write(&mut self, count: u32) -> Option<()> {
        self.tokens = self.tokens.checked_sub(count)?;
        Some(())
    }
}

/// What a call stands for, by the first rule that fits it; `None` if no rule does, or if the
/// definition has something that is not known here. Brackets know their partners as if the first
/// token stood at `base`.
pub(super) fn expand(
    host: &mut impl Host,
    definition: Range<usize>,
    call: Range<usize>,
    base: usize,
    budget: &mut Budget,
) -> Option<Vec<Token>> {
    budget.write(COST_OF_A_CALL)?;
    let mut at = definition.start;
    while at < definition.end {
        let matcher = pieces::bracket(host, at..definition.end)?;
        let arrow = matcher.end + 1;
        let transcriber = pieces::bracket(host, arrow + 2..definition.end)?;
        at = transcriber.end + 1;
        if at < definition.end {
            at += usize::from(host.token(at).byte == b';');
        }
        let pattern = pieces::pieces(host, matcher)?;
        budget.step(1)?;
        if let Some(bound) = matching::bind(host, &pattern, call.clone(), budget) {
            let template = pieces::pieces(host, transcriber)?;
            return writing::write(host, &template, &bound, base, budget);
        }
    }
    None
}
