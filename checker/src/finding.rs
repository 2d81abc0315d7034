//! A finding: the user broke a rule. Data, sorted; never an error of ours.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The rule's name, such as `undeclared-call`.
    pub rule: &'static str,
    pub level: Level,
    /// One sentence: who does what, which is not allowed.
    pub message: String,
    /// The code (or line of the map) that is wrong first, then the line of the map that decides,
    /// then further places.
    pub places: Vec<Place>,
    /// What would be allowed; what to do. Never "legalise it" first.
    pub help: Option<String>,
    /// The crossing it is about, if it is about one, so that an exception can name it.
    pub edge: Option<Edge>,
}

/// A crossing as exceptions and commands name it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Edge {
    pub from: String,
    pub to: String,
    /// The full path of the item that is named, `ledger::set_balance`.
    pub item: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    Error,
    Warning,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Relative to the workspace root, with `/`.
    pub path: Arc<str>,
    /// Byte range in that file.
    pub span: Range<usize>,
    /// What is there, in a few words: `called here`, `payments may call load_account, unload_account`.
    pub label: Cow<'static, str>,
}
