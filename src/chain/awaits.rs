//! What a step awaits, and what process and step are to do besides: as the map says, as plain data.

use crate::data::fields;
use crate::{DataError, Json, Message};
use std::time::Duration;

/// What the map says of a message that a step awaits, besides its topic.
///
/// ```
/// use stateline::Await;
/// use std::time::Duration;
///
/// // `awaits: { topic: law.signed, by: client, fills: [signed], within: 2d }`
/// let within = Some(Duration::from_secs(172_800));
/// let law = Await { by: Some("client"), fills: &["signed"], within };
/// // `awaits: compliance.decided`
/// let compliance = Await::default();
/// assert!(law != compliance && compliance.fills.is_empty());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Await {
    /// The field of the message whose value is the instance's key; the topic's key if none is named.
    pub by: Option<&'static str>,
    /// The fields of the message that fill those of the step's input of the same name; all that the input
    /// has if none is named.
    pub fills: &'static [&'static str],
    /// How long it may take to come: then there is an alert, and nothing runs.
    pub within: Option<Duration>,
}

/// A message that a step awaits.
///
/// ```
/// # mod bank { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/bank.rs")); }
/// use bank::*; // as on the front page
/// use stateline::{Await, Chain, Line, Mocked};
///
/// let line = Line::first::<load>().then::<release>().awaiting::<Decided>(Await::default());
/// let chain: Chain<Request, Mocked> = line.end(1);
/// let [decided] = chain.step(1, "release").expect("it has that step").awaits() else { unreachable!() };
/// assert_eq!((decided.topic(), decided.sender(), decided.by()), ("compliance.decided", "compliance", None));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Awaited {
    topic: &'static str,
    sender: &'static str,
    said: Await,
    /// Reads a message as the topic's type, and writes it again.
    pub(super) receive: fn(&Json) -> Result<Json, DataError>,
    /// The fields of the message, if it tells them.
    pub(super) fields: fn() -> Option<&'static [&'static str]>,
}

impl Awaited {
    pub(super) fn of<M: Message>(said: Await) -> Self {
        let said = Await { by: said.by.or(M::KEY), ..said };
        Awaited { topic: M::TOPIC, sender: M::CONTEXT, said, receive: received::<M>, fields: fields::<M> }
    }

    /// Its topic.
    pub fn topic(&self) -> &'static str {
        self.topic
    }

    /// The context that publishes it.
    pub fn sender(&self) -> &'static str {
        self.sender
    }

    /// The field of the message whose value is the key of the instance that it is for.
    pub fn by(&self) -> Option<&'static str> {
        self.said.by
    }

    /// The fields of the message that fill those of the step's input of the same name; all that the input
    /// has if this is empty.
    pub fn fills(&self) -> &'static [&'static str] {
        self.said.fills
    }

    /// How long it may take to come.
    pub fn within(&self) -> Option<Duration> {
        self.said.within
    }
}

/// When a step that failed is tried again: after a first delay, and each time after `factor` times the
/// delay before, up to a cap.
///
/// ```
/// use stateline::Retry;
/// use std::time::Duration;
///
/// // `retry: { times: 4, first: 1s, factor: 3, cap: 10s }`
/// let (first, cap) = (Duration::from_secs(1), Duration::from_secs(10));
/// let retry = Retry { times: 4, first, factor: 3, cap };
/// let delays: Vec<_> = (1..=5).map(|attempt| retry.delay(attempt).map(|delay| delay.as_secs())).collect();
/// assert_eq!(delays, [Some(1), Some(3), Some(9), Some(10), None]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Retry {
    /// How often it is tried again.
    pub times: u32,
    /// The delay after the first attempt.
    pub first: Duration,
    /// By how much each delay is longer than the one before.
    pub factor: u32,
    /// The longest delay.
    pub cap: Duration,
}

impl Retry {
    /// What the map leaves out: ten times, after a second first, each time twice as long, up to an hour.
    pub const DEFAULT: Retry =
        Retry { times: 10, first: Duration::from_secs(1), factor: 2, cap: Duration::from_secs(3_600) };

    /// The delay after an attempt, counted from 1; none if it was the last.
    pub fn delay(&self, attempt: u32) -> Option<Duration> {
        let before = attempt.checked_sub(1)?;
        let longer = self.factor.checked_pow(before).and_then(|times| self.first.checked_mul(times));
        (before < self.times).then(|| longer.map_or(self.cap, |delay| delay.min(self.cap)))
    }
}

impl Default for Retry {
    fn default() -> Self {
        Retry::DEFAULT
    }
}

/// What becomes of an instance one of whose steps fails for good.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OnFailure {
    /// It ends as failed, and nothing is undone.
    #[default]
    End,
    /// Its steps are undone, the last one first: it begins with the one that failed, also if that did nothing.
    Rollback,
}

/// Reads a message as whoever receives it does: fields that the type does not know are ignored, and those
/// that it has a default for may be missing.
pub(super) fn received<M: Message>(payload: &Json) -> Result<Json, DataError> {
    Json::write(&payload.received::<M>()?)
}
