//! Calls that are answered from a record.

use super::{Answer, CallError, Entry, Id, Journal, lock};
use crate::{Data, DataError, Message, Operation};
use std::sync::Mutex;
use std::time::SystemTime;

/// A journal that answers what it holds the answer to, whatever is asked first: calls that run at once
/// are told apart by what they ask.
#[derive(Debug)]
pub(super) struct Record {
    left: Mutex<Left>,
}

#[derive(Debug)]
struct Left {
    entries: Vec<Entry>,
    difference: Option<CallError>,
}

impl Record {
    pub(super) fn new(journal: Journal) -> Self {
        Record { left: Mutex::new(Left { entries: journal.entries, difference: None }) }
    }

    /// What is recorded and was not asked for.
    pub(super) fn left(&self) -> Vec<Entry> {
        lock(&self.left).entries.clone()
    }

    /// The first thing that was asked for and is not recorded.
    pub(super) fn difference(&self) -> Option<CallError> {
        lock(&self.left).difference.clone()
    }

    /// The answer that is recorded to a call.
    pub(super) fn called<O: Operation>(&self, asked: &Entry) -> Result<O::Output, CallError> {
        self.answer(O::CONTEXT, O::NAME, asked, CallError::corrupt::<O>)
    }

    /// The answer that is recorded to a message.
    pub(super) fn published<M: Message>(&self, asked: &Entry) -> Result<(), CallError> {
        self.answer(M::CONTEXT, M::TOPIC, asked, CallError::message_corrupt::<M>)
    }

    /// The next time that is recorded. Where there is none, the record tells another story, and all that
    /// is asked after this is refused.
    pub(super) fn now(&self) -> SystemTime {
        let asked = Entry::Now { time: SystemTime::UNIX_EPOCH };
        match self.take("ctx", "now", &asked, |entry| matches!(entry, Entry::Now { .. })) {
            Ok(Entry::Now { time }) => time,
            _ => SystemTime::UNIX_EPOCH,
        }
    }

    /// The next new id that is recorded; as above.
    pub(super) fn new_id(&self) -> Option<Id> {
        let asked = Entry::Now { time: SystemTime::UNIX_EPOCH };
        match self.take("ctx", "new_id", &asked, |entry| matches!(entry, Entry::NewId { .. })) {
            Ok(Entry::NewId { id }) => Some(id),
            _ => None,
        }
    }

    fn answer<T: Data>(
        &self,
        context: &str,
        name: &str,
        asked: &Entry,
        corrupt: fn(&DataError) -> CallError,
    ) -> Result<T, CallError> {
        match self.take(context, name, asked, |entry| entry.asks_as(asked))?.answer() {
            Some(Answer::Came(json)) => json.read().map_err(|error| corrupt(&error)),
            Some(Answer::Failed(error)) => Err(error.clone()),
            _ => Err(CallError::not_recorded(context, name, "no answer was waited for")),
        }
    }

    /// Takes the first entry that is as wanted. Where there is none, everything after it is refused too:
    /// from there on, the record tells another story.
    fn take(
        &self,
        context: &str,
        name: &str,
        asked: &Entry,
        wanted: impl Fn(&Entry) -> bool,
    ) -> Result<Entry, CallError> {
        let Left { entries, difference } = &mut *lock(&self.left);
        if let Some(difference) = difference {
            return Err(difference.clone());
        }
        if let Some(at) = entries.iter().position(wanted) {
            return Ok(entries.remove(at));
        }
        let asked = asked.asked();
        let error = match entries.first() {
            Some(first) => {
                let detail = format!("asked was {asked}, and the next in the record is {}", first.asked());
                CallError::unexpected(context, name, detail)
            }
            None => CallError::not_recorded(context, name, format!("it ends before {asked}")),
        };
        *difference = Some(error.clone());
        Err(error)
    }
}
