//! A text as written: keys, scalars and lists, each with its place, and nothing of what they mean.

mod parse;

use std::borrow::Cow;

use crate::{Span, Spanned};

pub use parse::MAX_BYTES;
pub(crate) use parse::parse;

/// What a text holds.
pub(crate) struct Document<'t> {
    /// None if it is empty, or broken from the beginning.
    pub(crate) root: Option<Node<'t>>,
    /// Whether it was read to its end. If not, nothing may be called missing.
    pub(crate) whole: bool,
}

/// A value as written.
pub(crate) struct Node<'t> {
    pub(crate) kind: Kind<'t>,
    /// Where to point: all of a scalar or of a flow collection, but only the key of a block collection,
    /// which may be pages long (or, where it has none, the beginning of its first entry).
    pub(crate) span: Span,
}

pub(crate) enum Kind<'t> {
    Scalar {
        text: Cow<'t, str>,
        /// Without quotes, so that it may be a number, a truth or nothing.
        plain: bool,
    },
    List(Vec<Node<'t>>),
    Mapping(Vec<Entry<'t>>),
    /// A mistake that is already reported: an alias, or what a broken text left unfinished.
    Refused,
}

pub(crate) struct Entry<'t> {
    pub(crate) key: Spanned<Cow<'t, str>>,
    pub(crate) value: Node<'t>,
}

impl<'t> Node<'t> {
    /// The entries of a mapping; none for anything else.
    pub(crate) fn entries(&self) -> &[Entry<'t>] {
        match &self.kind {
            Kind::Mapping(entries) => entries,
            _ => &[],
        }
    }

    /// The items of a list; none for anything else.
    pub(crate) fn items(&self) -> &[Node<'t>] {
        match &self.kind {
            Kind::List(items) => items,
            _ => &[],
        }
    }

    /// The value of a mapping's key, its first if it is given twice.
    pub(crate) fn get(&self, key: &str) -> Option<&Node<'t>> {
        self.entries().iter().find(|entry| entry.key.value == key).map(|entry| &entry.value)
    }

    /// The text of a scalar that is one: in quotes, or neither number, truth nor nothing.
    pub(crate) fn text(&self) -> Option<&str> {
        match (&self.kind, self.scalar()) {
            (Kind::Scalar { text, .. }, Some(Scalar::Text)) => Some(text),
            _ => None,
        }
    }

    /// What a scalar says, whatever it is.
    pub(crate) fn raw(&self) -> Option<&str> {
        match &self.kind {
            Kind::Scalar { text, .. } => Some(text),
            _ => None,
        }
    }

    /// What a scalar is, by YAML's core schema; none for anything else.
    pub(crate) fn scalar(&self) -> Option<Scalar> {
        match &self.kind {
            Kind::Scalar { text, plain: true } => Some(Scalar::of(text)),
            Kind::Scalar { plain: false, .. } => Some(Scalar::Text),
            _ => None,
        }
    }

    /// The truth that a scalar says, in YAML's own spelling.
    pub(crate) fn truth(&self) -> Option<bool> {
        match &self.kind {
            Kind::Scalar { text, plain: true } => match &**text {
                "true" | "True" | "TRUE" => Some(true),
                "false" | "False" | "FALSE" => Some(false),
                _ => None,
            },
            _ => None,
        }
    }

    /// The whole number from 1 that a scalar says, up to nine digits.
    pub(crate) fn number(&self) -> Option<u32> {
        match &self.kind {
            Kind::Scalar { text, plain: true } => whole_number(text),
            _ => None,
        }
    }

    /// What it is, for a sentence: "a list".
    pub(crate) fn kind_name(&self) -> &'static str {
        match (&self.kind, self.scalar()) {
            (Kind::List(_), _) => "a list",
            (Kind::Mapping(_), _) => "a mapping",
            (_, Some(Scalar::Nothing)) => "nothing",
            (_, Some(Scalar::Truth)) => "a boolean",
            (_, Some(Scalar::Number)) => "a number",
            _ => "a string",
        }
    }
}

/// What a plain scalar is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scalar {
    Nothing,
    Truth,
    Number,
    Text,
}

impl Scalar {
    /// By the core schema of YAML 1.2.
    fn of(plain: &str) -> Self {
        match plain {
            "" | "~" | "null" | "Null" | "NULL" => Scalar::Nothing,
            "true" | "True" | "TRUE" | "false" | "False" | "FALSE" => Scalar::Truth,
            _ if is_number(plain) => Scalar::Number,
            _ => Scalar::Text,
        }
    }
}

/// A whole number from 1, up to nine digits.
pub(crate) fn whole_number(text: &str) -> Option<u32> {
    let written_so = text.len() <= 9 && !text.starts_with(['0', '+']);
    if written_so { text.parse().ok() } else { None }
}

fn is_number(plain: &str) -> bool {
    let unsigned = plain.strip_prefix(['-', '+']).unwrap_or(plain);
    let infinite = matches!(unsigned, ".inf" | ".Inf" | ".INF") || matches!(plain, ".nan" | ".NaN" | ".NAN");
    let based = |prefix, radix| {
        plain.strip_prefix(prefix).is_some_and(|digits: &str| {
            !digits.is_empty() && digits.chars().all(|digit| digit.is_digit(radix))
        })
    };
    let decimal = unsigned.starts_with(|first: char| first.is_ascii_digit() || first == '.')
        && unsigned.contains(|letter: char| letter.is_ascii_digit())
        && unsigned.parse::<f64>().is_ok();
    infinite || based("0o", 8) || based("0x", 16) || decimal
}
