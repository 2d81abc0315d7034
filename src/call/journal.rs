//! What was called and published, with what came back, as plain data.

use crate::{CallError, Effect, Json};
use serde::{Deserialize, Serialize};

/// Calls and messages in the order in which they were begun.
///
/// It is written by [`Recorded`](crate::Recorded) and answers in
/// [`Replaying`](crate::Replaying); between the two it can be stored as JSON.
///
/// ```
/// # mod bank { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/bank.rs")); }
/// use bank::*; // as on the front page
/// use stateline::{Answer, Call, Entry, Journal, Mocked, Recorded};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// let recorded = Recorded::new(Mocked::new().on(|Balance { .. }| 5));
/// recorded.call(Balance { consumer: 1 }).await.expect("a mock answers");
/// let journal = recorded.journal();
/// let Entry::Called { operation, answer: Answer::Came(json), .. } = &journal.entries[0] else {
///     panic!("it was called, and an answer came");
/// };
/// assert_eq!((operation.as_str(), json.text()), ("balance", "5"));
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
    pub(super) fn answer(&self) -> &Answer {
        match self {
            Entry::Called { answer, .. } | Entry::Published { answer, .. } => answer,
        }
    }

    pub(super) fn answer_mut(&mut self) -> &mut Answer {
        match self {
            Entry::Called { answer, .. } | Entry::Published { answer, .. } => answer,
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
        }
    }

    /// Whether the same was asked.
    pub(super) fn asks_as(&self, other: &Entry) -> bool {
        let (one, other) = (self.clone().bare(), other.clone().bare());
        one.0 == other.0 && one.1.means(&other.1)
    }

    /// Everything but the answer, with the JSON apart.
    fn bare(mut self) -> (Entry, Json) {
        *self.answer_mut() = Answer::Open;
        let json = match &mut self {
            Entry::Called { request, .. } => request,
            Entry::Published { payload, .. } => payload,
        };
        let json = std::mem::replace(json, Json::null());
        (self, json)
    }
}
