//! The environment in which steps run: one type, whose mode is decided at run time.

use super::record::Record;
use super::{Answers, Attempts, Call, CallError, Chaos, Entry, Fault, Journal, Key, Stage};
use crate::operation::Inquiry;
use crate::{Handle, Letter};
use std::sync::Arc;
use std::time::SystemTime;

/// What a step runs on: operations are carried out in an environment that has what they borrow,
/// rehearsed there, or answered from a record; and, if so wished, written down and disturbed.
///
/// Which of these is decided at run time, so that each step is compiled once for all of them. Make one
/// for each instance, or for each attempt; `E` may be a reference or an `Arc`. What a step publishes is
/// collected, so that whoever runs it commits that together with its outcome: take the letters after
/// each step. A step that waits or fails has published nothing.
///
/// ```
/// # mod bank { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/bank.rs")); }
/// use bank::*; // as on the front page
/// use stateline::{Calls, Publish, World};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), stateline::CallError> {
/// let desk = Desk::default();
/// let five = || LoadAccount { consumer: 1, amount: 5 };
///
/// // A dry run: what only reads, in a context of ours, runs; everything else is answered by the stand-in
/// // that its `rehearse` names.
/// let rehearsing = World::rehearsing(&desk);
/// rehearsing.call(five()).await?.expect("an account takes money");
/// rehearsing.publish(Blocked { payout: 7 }).await?;
/// assert!(rehearsing.take_letters()[0].is_rehearsal());
/// assert_eq!(desk.balance(1), 0);
///
/// let live = World::live(&desk).recorded();
/// live.call(five()).await?.expect("an account takes money");
/// live.publish(Blocked { payout: 7 }).await?;
/// assert_eq!(live.take_letters()[0].topic(), "payout.blocked");
/// assert_eq!(desk.balance(1), 5);
///
/// let text = serde_json::to_string(&live.journal()).expect("a journal is data");
/// let replaying = World::<&Desk>::replaying(serde_json::from_str(&text).expect("it reads back"));
/// replaying.call(five()).await?.expect("as it was");
/// let other = replaying.call(LoadAccount { consumer: 1, amount: 6 }).await;
/// assert_eq!(
///     other.expect_err("another amount").to_string(),
///     "`ledger::load_account` was not expected: \
///      asked was `ledger::load_account` with {\"consumer\":1,\"amount\":6}, \
///      and the next in the record is `payments` publishing on `payout.blocked` {\"payout\":7}",
/// );
/// assert_eq!(desk.balance(1), 5);
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
pub struct World<E> {
    behind: Behind<E>,
    attempts: Attempts,
}

/// What answers, where nothing disturbs it.
#[derive(Debug)]
enum Behind<E> {
    Live(E),
    Rehearsing(E),
    Recorded,
}

impl<E> World<E> {
    /// Carries operations out in this environment.
    pub fn live(environment: E) -> Self {
        World { behind: Behind::Live(environment), attempts: Attempts::new(Some(false)) }
    }

    /// Answers operations without any effect on the world: a dry run. Letters are marked.
    pub fn rehearsing(environment: E) -> Self {
        World { behind: Behind::Rehearsing(environment), attempts: Attempts::new(Some(true)) }
    }

    /// Answers from this journal, and calls nothing.
    ///
    /// Whatever is asked first is answered first: calls that run at once are told apart by what they ask.
    /// The first that is not recorded is refused, and so is every one after it: from there on, the record
    /// tells another story.
    pub fn replaying(journal: Journal) -> Self {
        let mut attempts = Attempts::new(None);
        attempts.record = Some(Record::new(journal));
        World { behind: Behind::Recorded, attempts }
    }

    /// Steps run for this instance. If that is not said, it is one that nobody else has, and its keys are
    /// those of no other run.
    pub fn instance(mut self, instance: impl Into<Arc<str>>) -> Self {
        self.attempts.name(instance.into());
        self
    }

    /// The first attempt has this number, instead of 1.
    pub fn attempt(mut self, number: u32) -> Self {
        self.attempts.said(|said| said.first = number);
        self
    }

    /// Whoever runs the steps waits until then.
    pub fn until(mut self, deadline: SystemTime) -> Self {
        self.attempts.said(|said| said.deadline = Some(deadline));
        self
    }

    /// The time stands still: it is this, for every step.
    pub fn at(mut self, time: SystemTime) -> Self {
        self.attempts.time = Some(time);
        self
    }

    /// Every call and every message is written into a journal: before it is made, and again with what
    /// came back.
    pub fn recorded(mut self) -> Self {
        self.attempts.said(|said| said.recording = true);
        self
    }

    /// Calls go wrong.
    pub fn disturbed(mut self, chaos: Chaos) -> Self {
        self.attempts.chaos = Some(chaos);
        self
    }

    /// The environment; none where a record answers.
    pub fn environment(&self) -> Option<&E> {
        match &self.behind {
            Behind::Live(environment) | Behind::Rehearsing(environment) => Some(environment),
            Behind::Recorded => None,
        }
    }

    /// What was published since the last time, in its order, by steps that have gone on. In a rehearsal,
    /// each is marked as one.
    pub fn take_letters(&self) -> Vec<Letter> {
        self.attempts.take_letters().into_iter().map(|posted| posted.letter).collect()
    }

    /// The same, with what the map says of their topics.
    #[cfg(feature = "runner")]
    pub(crate) fn take_posted(&self) -> Vec<crate::Posted> {
        self.attempts.take_letters()
    }

    /// What was recorded up to now; nothing if it is not [`recorded`](World::recorded).
    pub fn journal(&self) -> Journal {
        self.attempts.journal()
    }

    /// What went wrong up to now, if it is [`disturbed`](World::disturbed).
    pub fn faults(&self) -> Vec<Fault> {
        self.attempts.chaos.as_ref().map(Chaos::faults).unwrap_or_default()
    }

    /// Where a record answers: what is recorded and was not asked for.
    pub fn left(&self) -> Vec<Entry> {
        self.attempts.record.as_ref().map(Record::left).unwrap_or_default()
    }

    /// Where a record answers: the first thing that was asked for and is not recorded.
    pub fn difference(&self) -> Option<CallError> {
        self.attempts.record.as_ref()?.difference()
    }
}

impl<E: Sync> Stage for World<E> {
    fn attempts(&self) -> &Attempts {
        &self.attempts
    }
}

impl<E: Sync, O: Handle<E>> Answers<O> for World<E> {
    async fn answer(&self, operation: O, call: &Call) -> Result<O::Output, CallError> {
        match &self.attempts.chaos {
            Some(chaos) => chaos.call(operation, |operation| self.undisturbed(operation, call)).await,
            None => self.undisturbed(operation, call).await,
        }
    }

    async fn inquire(&self, key: Key, call: &Call) -> Inquiry<O::Output> {
        match &self.behind {
            Behind::Live(environment) => O::inquire(key, environment, call).await,
            Behind::Rehearsing(_) | Behind::Recorded => Inquiry::Unknown,
        }
    }
}

impl<E: Sync> World<E> {
    async fn undisturbed<O: Handle<E>>(&self, operation: O, call: &Call) -> Result<O::Output, CallError> {
        match (&self.behind, &self.attempts.record) {
            (Behind::Live(environment), _) => Ok(operation.handle(environment, call).await),
            (Behind::Rehearsing(environment), _) => Ok(operation.rehearse(environment, call).await),
            (Behind::Recorded, Some(record)) => record.called::<O>(&call.entry()),
            (Behind::Recorded, None) => {
                Err(CallError::not_recorded(O::CONTEXT, O::NAME, "there is no record"))
            }
        }
    }
}
