//! A topic that messages are published on.

use crate::{Duration, Path, Span, Spanned};

/// A topic.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Topic {
    /// Its name: `payout.blocked`.
    pub name: Spanned<String>,
    /// What it is for.
    pub about: Option<Spanned<String>>,
    /// The type of its messages. None only after a mistake.
    pub message: Option<Spanned<Path>>,
    /// The field of the message that keeps messages in order: those with the same value stay so.
    pub key: Option<Spanned<String>>,
    /// The proof of processing that it wants.
    pub ack: Option<Ack>,
}

/// The proof of processing that a topic wants of each message.
#[derive(Clone, Debug, Default)]
pub struct Ack {
    /// Where it stands.
    pub span: Span,
    /// The deadline. None only after a mistake.
    pub within: Option<Spanned<Duration>>,
    /// The contexts that owe it; empty where each subscriber does.
    pub by: Vec<Spanned<String>>,
    /// The context that awaits it, where that is another than the publisher.
    pub to: Option<Spanned<String>>,
}

impl PartialEq for Ack {
    fn eq(&self, other: &Self) -> bool {
        (&self.within, &self.by, &self.to) == (&other.within, &other.by, &other.to)
    }
}

impl Eq for Ack {}
