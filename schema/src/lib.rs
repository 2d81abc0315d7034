//! The map of a system: what `stateline.yaml` says, as values with places.
//!
//! ```
//! use stateline_schema::{Known, Source, SourceId, read};
//!
//! let text = "\
//! stateline: 1
//! contexts:
//!   payments:
//!     owns: [payments]
//!     calls: { leger: [load_account] }
//!   ledger: { owns: [ledger], exports: [Amount] }
//! ";
//! let source = Source::new(SourceId(0), "stateline.yaml", text);
//! let (map, mistakes) = read(&source, &[], &Known::default());
//!
//! // Every value knows its place, and so does every mistake.
//! assert_eq!(
//!     mistakes[0].line(&[source.clone()]),
//!     "stateline.yaml:5:14: the map has no context `leger`: did you mean `ledger`?",
//! );
//! // What could be understood is there nevertheless.
//! let payments = map.context("payments").expect("it is declared");
//! assert_eq!(payments.permits.calls.get("leger").map(Vec::len), Some(1));
//! assert_eq!(&source.text[payments.owns[0].span.range()], "payments");
//! ```
//!
//! A text goes through three stages, none of which stops at the first mistake: `document` (as written:
//! keys, scalars, lists), `language` (the table of all keys and forms, which `read::grammar` holds the
//! document against), and `read` (the map as meant).
//!
//! Besides the map, this crate knows the [`lock`], in which what is in flight is frozen, the [`shape`]s of
//! data in it, and the [`population`], which says how many instances stand where.
//!
//! This crate
//! - reads no files: it is given texts with names;
//! - knows no Rust source: whether a path leads anywhere is for the checker to say;
//! - knows no clock: who asks whether an exception has ended says what day it is;
//! - follows no alias, and has no use for anchors, tags or merge keys;
//! - knows no tokens: `attribute` says what our macros are called, take and derive, in strings;
//! - makes no rules: what has a rule's name (topics that nobody declared, lines that are not straight,
//!   exceptions without a reason) is kept with its place, for the rule to report;
//! - stays small, since every user of the macros compiles it: the JSON Schema is behind a feature, and so are
//!   changing a text and what a lock says.

#![warn(missing_docs)]

pub mod attribute;
mod date;
mod document;
mod duration;
#[cfg(feature = "edit")]
pub mod edit;
pub mod entries;
mod exceptions;
mod glob;
#[cfg(feature = "json-schema")]
pub mod json_schema;
mod language;
#[cfg(feature = "lock")]
pub mod lock;
pub mod map;
mod mistake;
mod name;
mod named;
mod path;
pub mod population;
mod read;
#[cfg(feature = "lock")]
pub mod shape;
mod share;
mod source;
mod suggest;
mod who;
mod word;

pub use date::Date;
pub use document::MAX_BYTES;
pub use duration::Duration;
pub use exceptions::{Exception, Exceptions, Tolerated};
pub use glob::Glob;
pub use map::{Context, Level, Map, Process, Step, Topic};
pub use mistake::Mistake;
pub use named::Named;
pub use path::{Path, Pattern};
pub use read::{Known, context_files, read, read_exceptions, read_population};
pub use share::Share;
pub use source::{Source, SourceId, Span, Spanned};
pub use suggest::{did_you_mean, listed, suggest, suggestion};
pub use who::Who;
