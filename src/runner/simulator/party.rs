//! A third party: what it was asked to do, how often it did it, and what it says when it is asked.

use super::work::{Effect_, LIFE};
use crate::runner::core::Dice;
use crate::store::Timestamp;
use crate::{Call, Inquiry, Key};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// A third party. All clones are one.
#[derive(Clone)]
pub(super) struct Party(Arc<Mutex<Books>>);

#[derive(Default)]
pub(super) struct Books {
    pub(super) dice: Dice,
    pub(super) now: Timestamp,
    /// What was done, in its order.
    pub(super) done: Vec<Deed>,
    /// Keys of which it was said that they were not done: what was requested before that is refused.
    refused: BTreeMap<Key, u64>,
    first: BTreeMap<Key, Timestamp>,
    /// How often the dice fall on trouble: never, when all is calm.
    pub(super) calm: bool,
    pub(super) counter: u64,
}

/// Something that was done.
#[derive(Clone, Debug)]
pub(super) struct Deed {
    pub(super) key: Key,
    pub(super) instance: String,
    pub(super) kind: Effect_,
    pub(super) n: u32,
}

impl Party {
    pub(super) fn new(seed: u64) -> Party {
        Party(Arc::new(Mutex::new(Books { dice: Dice::new(seed), ..Books::default() })))
    }

    pub(super) fn books(&self) -> MutexGuard<'_, Books> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn dice(&self) -> u32 {
        let mut books = self.books();
        if books.calm {
            return 1;
        }
        u32::try_from(books.dice.below(1_000)).unwrap_or_default()
    }

    pub(super) fn act(&self, kind: Effect_, call: &Call, n: u32) -> u32 {
        let mut books = self.books();
        let key = call.key();
        let now = books.now;
        let known = books.first.get(&key).is_some_and(|first| now < first.after(LIFE));
        if kind == Effect_::Keep && known {
            return n;
        }
        books.first.entry(key).or_insert(now);
        books.done.push(Deed { key, instance: call.instance().to_owned(), kind, n });
        n
    }

    pub(super) fn inquire(&self, key: Key) -> Inquiry<u32> {
        let mut books = self.books();
        if let Some(deed) = books.done.iter().find(|deed| deed.key == key) {
            return Inquiry::Done(deed.n);
        }
        // Also one that is made by now and arrives later.
        let at = books.counter + 1;
        books.refused.insert(key, at);
        Inquiry::NotDone
    }
}

impl Books {
    /// Whether a request is refused: it was said after it was made that nothing was done by its key.
    pub(super) fn refuses(&self, key: Key, made: u64) -> bool {
        self.refused.get(&key).is_some_and(|at| made < *at)
    }

    /// The keys by which something was done more than once.
    pub(super) fn doubled(&self) -> Option<&Deed> {
        let mut keys = BTreeSet::new();
        self.done.iter().find(|deed| !keys.insert(deed.key))
    }
}
