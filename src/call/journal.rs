//! What was called and published, with what came back, as plain data.

use super::{Id, Key};
use crate::{CallError, Effect, Json, Message};
use serde::{Deserialize, Serialize};
use std::time::SystemTime;

/// Calls and messages in the order in which they were begun.
///
/// A [`World`](crate::World) that is [`recorded`](crate::World::recorded) writes it, and one that is
/// [`replaying`](crate::World::replaying) answers from it; between the two it can be stored as JSON.
///
/// ```
/// # mod bank { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/bank.rs")); }
/// use bank::*; // as on the front page
/// use stateline::{Answer, Calls, Entry, Journal, World};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// let recorded = World::live(Desk::default()).recorded();
/// recorded.call(Balance { consumer: 1 }).await.expect("a balance is there");
/// let journal = recorded.journal();
/// let Entry::Called { operation, answer: Answer::Came(json), .. } = &journal.entries[0] else {
///     panic!("it was called, and an answer came");
/// };
/// assert_eq!((operation.as_str(), json.text()), ("balance", "0"));
///
/// let text = serde_json::to_string(&journal).expect("a journal is data");
/// assert_eq!(serde_json::from_str::<Journal>(&text).expect("it reads back"), journal);
/// # }
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Journal {
    /// Each call and each message.
    pub entries: Vec<Entry>,
}

/// A call or a message, as [`Journal`] shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum Entry {
    /// An operation that was called.
    Called {
        /// By what the call is known to whoever it reaches.
        key: Key,
        /// The context that offers it.
        context: String,
        /// Its name.
        operation: String,
        /// What it does to the world.
        effect: Effect,
        /// Whether the context is somebody else's system.
        external: bool,
        /// The arguments.
        request: Json,
        /// What came back.
        answer: Answer,
    },
    /// A message that was published.
    Published {
        /// The context that publishes it.
        context: String,
        /// On which topic.
        topic: String,
        /// The message.
        payload: Json,
        /// What came back; null if it was taken.
        answer: Answer,
    },
    /// The time, which a step asked for.
    Now {
        /// What it was told.
        time: SystemTime,
    },
    /// A new id, which a step asked for.
    NewId {
        /// What it was given.
        id: Id,
    },
}

/// What came back of a call.
///
/// ```
/// # mod bank { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/bank.rs")); }
/// use bank::*; // as on the front page
/// let late = stateline::Answer::Failed(stateline::CallError::late::<LoadAccount>());
/// let told = r#"{"failed":{"context":"ledger","name":"load_account","kind":"late","detail":""}}"#;
/// assert_eq!(serde_json::to_string(&late).expect("it is data"), told);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// What the operation returned: its own error too.
    Came(Json),
    /// There was no answer.
    Failed(CallError),
    /// Nobody waited for it: the call was begun and given up, or the process ended in it.
    Open,
}

impl Entry {
    /// A message as it is written down before it is published.
    pub(super) fn published<M: Message>(message: &M) -> Result<Entry, CallError> {
        Ok(Entry::Published {
            context: M::CONTEXT.into(),
            topic: M::TOPIC.into(),
            payload: Json::write(message).map_err(|error| CallError::message_corrupt::<M>(&error))?,
            answer: Answer::Open,
        })
    }

    /// What came back of a call or a message.
    pub(super) fn answer(&self) -> Option<&Answer> {
        match self {
            Entry::Called { answer, .. } | Entry::Published { answer, .. } => Some(answer),
            Entry::Now { .. } | Entry::NewId { .. } => None,
        }
    }

    pub(super) fn answer_mut(&mut self) -> Option<&mut Answer> {
        match self {
            Entry::Called { answer, .. } | Entry::Published { answer, .. } => Some(answer),
            Entry::Now { .. } | Entry::NewId { .. } => None,
        }
    }

    /// What was asked, as a sentence's part: `ledger::load_account` with {"consumer":1}.
    pub(super) fn asked(&self) -> String {
        match self {
            Entry::Called { context, operation, request, .. } => {
                format!("`{context}::{operation}` with {request}")
            }
            Entry::Published { context, topic, payload, .. } => {
                format!("`{context}` publishing on `{topic}` {payload}")
            }
            Entry::Now { .. } => "the time".to_owned(),
            Entry::NewId { .. } => "a new id".to_owned(),
        }
    }

    /// Whether the same was asked: of whom and what, and not of which instance.
    pub(super) fn asks_as(&self, other: &Entry) -> bool {
        match (self, other) {
            (
                Entry::Called { context, operation, request, .. },
                Entry::Called { context: other, operation: also, request: with, .. },
            ) => context == other && operation == also && request.means(with),
            (
                Entry::Published { context, topic, payload, .. },
                Entry::Published { context: other, topic: also, payload: with, .. },
            ) => context == other && topic == also && payload.means(with),
            _ => false,
        }
    }
}
