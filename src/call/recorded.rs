//! Calls that are written down.

use super::journal::{Answer, Entry, Journal};
use super::lock;
use crate::{Call, CallError, DataError, Json, Message, Operation, Publish};
use std::sync::Mutex;

/// Writes every call and every message into a [`Journal`]: before it is made, and again with what
/// came back.
///
/// ```
/// # mod bank { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/bank.rs")); }
/// use bank::*; // as on the front page
/// use stateline::{Call, Live, Recorded, Replaying};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), stateline::CallError> {
/// let recorded = Recorded::new(Live::new(Desk::default()));
/// recorded.call(LoadAccount { consumer: 1, amount: 500 }).await?.expect("an account takes money");
///
/// let text = serde_json::to_string(&recorded.into_journal()).expect("a journal is data");
/// let journal = serde_json::from_str(&text).expect("it reads back");
/// let replaying = Replaying::new(journal);
/// replaying.call(LoadAccount { consumer: 1, amount: 500 }).await?.expect("as it was");
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Default)]
pub struct Recorded<C> {
    inner: C,
    journal: Mutex<Journal>,
}

impl<C> Recorded<C> {
    /// Records what is called on `inner`.
    pub fn new(inner: C) -> Self {
        Recorded { inner, journal: Mutex::default() }
    }

    /// What answers.
    pub fn inner(&self) -> &C {
        &self.inner
    }

    /// What was recorded up to now.
    pub fn journal(&self) -> Journal {
        lock(&self.journal).clone()
    }

    /// What was recorded.
    pub fn into_journal(self) -> Journal {
        self.journal.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    fn begin(&self, entry: Entry) -> usize {
        let mut journal = lock(&self.journal);
        journal.entries.push(entry);
        journal.entries.len() - 1
    }

    /// Writes down what came back. What cannot be written down must not be handed out, since a
    /// replay could not hand it out either.
    fn end<T: crate::Data>(
        &self,
        at: usize,
        answer: Result<T, CallError>,
        corrupt: fn(&DataError) -> CallError,
    ) -> Result<T, CallError> {
        let answer = answer.and_then(|value| match Json::write(&value) {
            Ok(json) => Ok((value, json)),
            Err(error) => Err(corrupt(&error)),
        });
        *lock(&self.journal).entries[at].answer_mut() = match &answer {
            Ok((_, json)) => Answer::Came(json.clone()),
            Err(error) => Answer::Failed(error.clone()),
        };
        answer.map(|(value, _)| value)
    }
}

impl<C: Call<O>, O: Operation> Call<O> for Recorded<C> {
    async fn call(&self, operation: O) -> Result<O::Output, CallError> {
        let at = self.begin(called(&operation)?);
        let answer = self.inner.call(operation).await;
        self.end(at, answer, CallError::corrupt::<O>)
    }
}

impl<C: Publish<M>, M: Message> Publish<M> for Recorded<C> {
    async fn publish(&self, message: M) -> Result<(), CallError> {
        let at = self.begin(published(&message)?);
        let answer = self.inner.publish(message).await;
        self.end(at, answer, CallError::message_corrupt::<M>)
    }
}

/// A call as it is written down before it is made.
pub(super) fn called<O: Operation>(operation: &O) -> Result<Entry, CallError> {
    Ok(Entry::Called {
        context: O::CONTEXT.into(),
        operation: O::NAME.into(),
        effect: O::EFFECT,
        external: O::EXTERNAL,
        request: Json::write(operation).map_err(|error| CallError::corrupt::<O>(&error))?,
        answer: Answer::Open,
    })
}

/// A message as it is written down before it is published.
pub(super) fn published<M: Message>(message: &M) -> Result<Entry, CallError> {
    Ok(Entry::Published {
        context: M::CONTEXT.into(),
        topic: M::TOPIC.into(),
        payload: Json::write(message).map_err(|error| CallError::message_corrupt::<M>(&error))?,
        answer: Answer::Open,
    })
}
