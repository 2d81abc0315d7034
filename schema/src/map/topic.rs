//! A topic that messages are published on.

use crate::{Duration, Path, Span, Spanned};
use std::sync::LazyLock;

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

/// How the names of Stateline's own topics begin.
const OWN: &str = "stateline.";

/// Stateline's own topics: what the runner tells of letters. The package's messages are held against them.
static OWN_TOPICS: LazyLock<[Topic; 2]> = LazyLock::new(|| {
    let own = |name: &str, message: &str| Topic {
        name: unwritten(name.to_owned()),
        message: Path::parse(&format!("stateline::message::{message}")).ok().map(unwritten),
        key: Some(unwritten("duty".into())),
        ..Topic::default()
    };
    [own(Topic::ACKED, "Acked"), own(Topic::OVERDUE, "Overdue")]
});

/// What no file says.
fn unwritten<T>(value: T) -> Spanned<T> {
    Spanned::new(value, Span::default())
}

impl Topic {
    /// On which Stateline tells a context of acks.
    pub const ACKED: &'static str = "stateline.acked";

    /// On which Stateline tells that an ack is late.
    pub const OVERDUE: &'static str = "stateline.overdue";

    /// Stateline's own topics, which no map declares: Stateline publishes on them, and contexts may subscribe to
    /// them. Their places mean nothing.
    pub fn own() -> impl Iterator<Item = &'static Topic> + Clone {
        OWN_TOPICS.iter()
    }

    /// Whether a topic of this name is, or may once be, one of Stateline's own.
    pub fn is_own(name: &str) -> bool {
        name.starts_with(OWN)
    }

    /// What to do about a name of [its own](Topic::is_own) that Stateline does not know.
    pub fn own_help() -> String {
        let names: Vec<String> = Topic::own().map(|topic| format!("`{}`", topic.name)).collect();
        format!("use {}: no other topic can begin with `{OWN}`", names.join(" or "))
    }
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
