//! Our own attributes on functions and types, and calls of `process!`: what they say.

use super::summary::{Item, ItemId, PathId};
use crate::arena::IdxRange;
use serde::{Deserialize, Serialize};

/// An attribute that has the name of one of ours, or a call of `process!`. Whether it *is* ours is a
/// question of names, which resolving answers.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Mark {
    pub kind: MarkKind,
    /// What carries it: a function, a type, the call of `process!`.
    pub item: ItemId,
    /// What stands between the attribute's brackets; for `process!` what stands in the call's.
    pub span: (u32, u32),
    /// The attribute's own path, or the macro's.
    pub path: PathId,
    pub context: Option<Text>,
    pub process: Option<Text>,
    pub topic: Option<Text>,
    pub effect: Option<Text>,
    pub rehearse: Option<PathId>,
    pub calls: Vec<PathId>,
    pub publishes: Vec<PathId>,
    /// The items that the macro derives, with all that is in them.
    pub derived: IdxRange<Item>,
}

/// Which of ours.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord, Serialize, Deserialize)]
pub enum MarkKind {
    Operation,
    Step,
    Compensation,
    Message,
    /// `process!(…)`.
    Process,
    /// `#[derive(Environment)]`.
    Environment,
}

impl MarkKind {
    /// The name that our crate gives the macro.
    pub fn name(self) -> &'static str {
        match self {
            MarkKind::Operation => "operation",
            MarkKind::Step => "step",
            MarkKind::Compensation => "compensation",
            MarkKind::Message => "message",
            MarkKind::Process => "process",
            MarkKind::Environment => "Environment",
        }
    }
}

/// A word that an attribute says, and where: without its quotes.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Text {
    pub text: Box<str>,
    pub span: (u32, u32),
}
