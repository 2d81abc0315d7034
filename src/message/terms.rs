//! What the map says of a topic, as plain data: it reaches whoever carries letters with the message itself.

use std::time::Duration;

/// Who receives the messages of a topic, and whose ack they want.
///
/// ```
/// use stateline::message::{AckTerms, TopicTerms};
/// use std::time::Duration;
///
/// // `payout.blocked: { message: payments::Blocked, ack: { within: 24h, by: [compliance] } }`
/// let within = Duration::from_secs(24 * 3_600);
/// let ack = AckTerms { within, by: &["compliance"], to: None };
/// let terms = TopicTerms { subscribers: &["compliance", "statistics"], ack: Some(ack) };
/// assert_eq!(terms.within("compliance"), Some(within));
/// assert_eq!(terms.within("statistics"), None);
/// assert_eq!(terms.owing().collect::<Vec<_>>(), ["compliance", "statistics"]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TopicTerms {
    /// The contexts that subscribe to it.
    pub subscribers: &'static [&'static str],
    /// The ack that each message wants, if it wants one.
    pub ack: Option<AckTerms>,
}

/// The ack that the messages of a topic want.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AckTerms {
    /// Until when.
    pub within: Duration,
    /// The contexts that owe it; if it is empty, each subscriber does.
    pub by: &'static [&'static str],
    /// The context that is told of it.
    pub to: Option<&'static str>,
}

impl TopicTerms {
    /// Nobody receives it, and it wants no ack.
    pub const NONE: TopicTerms = TopicTerms { subscribers: &[], ack: None };

    /// The contexts that have something to do with each message: those that receive it, and those that owe an
    /// ack all the same.
    pub fn owing(&self) -> impl Iterator<Item = &'static str> {
        let (subscribers, by) = (self.subscribers, self.ack.map_or(&[][..], |ack| ack.by));
        let others = by.iter().filter(|context| !subscribers.contains(context));
        subscribers.iter().chain(others).copied()
    }

    /// How long this context may take to acknowledge; none if it owes no ack.
    pub fn within(&self, context: &str) -> Option<Duration> {
        let ack = self.ack.filter(|ack| ack.by.is_empty() || ack.by.contains(&context))?;
        Some(ack.within)
    }
}
