//! Calls that are answered from a record.

use super::journal::{Answer, Entry, Journal};
use super::recorded::{called, published};
use super::{CallError, lock};
use crate::{Call, Data, DataError, Message, Operation, Publish};
use std::sync::Mutex;

/// Answers from a [`Journal`], in its order, and calls nothing.
///
/// The first call that differs from what was recorded is refused, and so is every one after it:
/// from there on, the record tells another story.
///
/// ```
/// # mod bank { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/bank.rs")); }
/// use bank::*; // as on the front page
/// use stateline::{Call, Live, Recorded, Replaying};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), stateline::CallError> {
/// let recorded = Recorded::new(Live::new(Desk::default()));
/// recorded.call(LoadAccount { consumer: 1, amount: 5 }).await?.expect("an account takes money");
///
/// let replaying = Replaying::new(recorded.into_journal());
/// let other = replaying.call(LoadAccount { consumer: 1, amount: 6 }).await;
/// assert_eq!(
///     other.expect_err("another amount").to_string(),
///     "`ledger::load_account` was not expected: call 1 of the record \
///      is `ledger::load_account` with {\"consumer\":1,\"amount\":5}, \
///      but asked was `ledger::load_account` with {\"consumer\":1,\"amount\":6}",
/// );
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
pub struct Replaying {
    journal: Journal,
    at: Mutex<At>,
}

#[derive(Debug, Default)]
struct At {
    next: usize,
    difference: Option<CallError>,
}

impl Replaying {
    /// Answers from this journal, from its first entry on.
    pub fn new(journal: Journal) -> Self {
        Replaying { journal, at: Mutex::default() }
    }

    /// What is recorded and was not asked for.
    pub fn left(&self) -> &[Entry] {
        &self.journal.entries[lock(&self.at).next..]
    }

    /// The first thing that was asked for otherwise than it is recorded.
    pub fn difference(&self) -> Option<CallError> {
        lock(&self.at).difference.clone()
    }

    fn answer<T: Data>(
        &self,
        context: &str,
        name: &str,
        asked: Result<Entry, CallError>,
        corrupt: fn(&DataError) -> CallError,
    ) -> Result<T, CallError> {
        match self.next(context, name, &asked?)?.answer() {
            Answer::Came(json) => json.read().map_err(|error| corrupt(&error)),
            Answer::Failed(error) => Err(error.clone()),
            Answer::Open => Err(CallError::not_recorded(context, name, "no answer was waited for")),
        }
    }

    fn next(&self, context: &str, name: &str, asked: &Entry) -> Result<&Entry, CallError> {
        let mut at = lock(&self.at);
        if let Some(difference) = &at.difference {
            return Err(difference.clone());
        }
        let number = at.next + 1;
        let difference = match self.journal.entries.get(at.next) {
            Some(recorded) if recorded.asks_as(asked) => {
                at.next += 1;
                return Ok(recorded);
            }
            Some(recorded) => {
                let (recorded, asked) = (recorded.asked(), asked.asked());
                let detail = format!("call {number} of the record is {recorded}, but asked was {asked}");
                CallError::unexpected(context, name, detail)
            }
            None => {
                let detail = format!("it ends before call {number}, {}", asked.asked());
                CallError::not_recorded(context, name, detail)
            }
        };
        at.difference = Some(difference.clone());
        Err(difference)
    }
}

impl<O: Operation> Call<O> for Replaying {
    async fn call(&self, operation: O) -> Result<O::Output, CallError> {
        self.answer(O::CONTEXT, O::NAME, called(&operation), CallError::corrupt::<O>)
    }
}

impl<M: Message> Publish<M> for Replaying {
    async fn publish(&self, message: M) -> Result<(), CallError> {
        self.answer(M::CONTEXT, M::TOPIC, published(&message), CallError::message_corrupt::<M>)
    }
}
