//! Letters that were published and not fetched yet.

use super::lock;
use crate::{CallError, Letter, Message};
use std::mem;
use std::sync::Mutex;

#[derive(Debug, Default)]
pub(super) struct Outbox {
    letters: Mutex<Vec<Letter>>,
}

impl Outbox {
    pub(super) fn put<M: Message>(&self, message: &M, rehearsal: bool) -> Result<(), CallError> {
        let letter = Letter::of(message).map_err(|error| CallError::message_corrupt::<M>(&error))?;
        lock(&self.letters).push(Letter { rehearsal, ..letter });
        Ok(())
    }

    pub(super) fn take(&self) -> Vec<Letter> {
        mem::take(&mut *lock(&self.letters))
    }

    pub(super) fn of<M: Message>(&self) -> Vec<M> {
        let letters = lock(&self.letters);
        let mine = letters.iter().filter(|letter| letter.topic == M::TOPIC && letter.context == M::CONTEXT);
        mine.map(|letter| {
            letter.payload.read().expect("one topic has one type, and `put` saw that it reads back")
        })
        .collect()
    }
}
