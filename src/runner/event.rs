//! What the core is told, and what it wants done: plain data, in and out.

use crate::Posted;
use crate::store::{
    BusinessKey, Checkpoint, Command, CommandId, Commit, Committed, Duty, InstanceId, LaneId, LogLine,
    Position, Row, Seal, StoreError, Target, Timestamp,
};
use crate::{CallError, Due, Effect, Inquiry, Json, Key, State, Verdict};
use std::sync::Arc;
use std::time::Duration;

/// What the core is told.
#[derive(Debug)]
pub(crate) enum Event {
    /// Instances that go on by themselves, as they are stored.
    Loaded(Vec<Row>),
    /// The row that was [wanted](Action::Find), and for what.
    Found(Wanted, Result<Option<Box<Row>>, StoreError>),
    /// The lines of an instance's record.
    Record(InstanceId, Vec<Position>, Result<Vec<LogLine>, StoreError>),
    /// All lines of an instance, from the first.
    Story(InstanceId, Result<Vec<LogLine>, StoreError>),
    /// The instance that has the business key or the id with which this one was to be started, and its first
    /// state.
    Twin(InstanceId, Result<Option<(InstanceId, State)>, StoreError>),
    /// Duties that were open when we took the store; none, when all were told.
    Owed(Vec<Row>),
    /// One whose row is damaged; and, if it is a duty that was open, where its story begins and with what.
    Damaged(InstanceId, StoreError, Option<(Position, Box<State>)>),
    /// The story of an instance that has gone on without the letter of this duty.
    Recalled(InstanceId, InstanceId, Result<Vec<LogLine>, StoreError>),
    /// Somebody in this process starts an instance; the number is for the answer.
    Start(u64, Box<Start>),
    /// What is in the inbox, as it was read after the last such event.
    Inbox(Vec<Command>),
    /// A step asks.
    Asked(RunId, Box<Asked>),
    /// A call was answered, or was not.
    Answered(InstanceId, Key, Result<Came, CallError>),
    /// A call was not made, as its step is gone.
    Unmade(InstanceId, Key),
    /// The function of an operation panicked.
    Broke(InstanceId, Key, String),
    /// What became of a call.
    Inquired(InstanceId, Key, Inquiry<Came>),
    /// A step has ended.
    Ended(RunId, Outcome),
    /// A commit was answered.
    Committed(Result<Committed, StoreError>),
    /// What the store has under the number of a commit that was not answered.
    Sealed(Result<Option<Seal>, StoreError>),
    /// The clock has jumped by so many milliseconds, as this line says.
    Jumped(i64, Box<LogLine>),
    /// It is this time, and all is told that had happened before.
    Tick,
    /// Begin no step any more.
    Stop,
}

/// What the core wants done.
#[derive(Debug)]
pub(crate) enum Action {
    /// Run a step.
    Run(Begin),
    /// Stop running a step.
    Drop(RunId),
    /// Make a call that a step asked for.
    Perform(InstanceId, Key),
    /// Ask what became of a call that a step asked for.
    Inquire(InstanceId, Key),
    /// Tell a step the answer to its call.
    Tell(InstanceId, Key, Result<Json, CallError>),
    /// Write.
    Commit(Arc<Commit>),
    /// Look whether a commit was written.
    Seal(LaneId, u64),
    /// Read these lines, the record of an instance.
    Record(InstanceId, Vec<Position>),
    /// Read all lines of an instance.
    Story(InstanceId),
    /// Read a row.
    Find(Wanted),
    /// Read all lines of an instance, for a duty: whether it has taken the letter already.
    Recall(InstanceId, InstanceId),
    /// Read which instance has the business key of this one, or its id, and with what it was started.
    Twin(InstanceId, Target),
    /// An instance was started, or there is a reason why not.
    Started(u64, Result<InstanceId, String>),
    /// An instance has ended or is parked, and that is written, by this commit.
    Over(InstanceId, Arc<Commit>),
    /// A command was carried out, or refused for a reason, and that is written.
    Consumed(CommandId, Result<(), String>),
    /// This is where the log stands, and that is written.
    Checkpoint(Box<Checkpoint>),
    /// Somebody should look.
    Alert(String),
    /// The store is not ours any more, or cannot be written: all ends here.
    Broken(StoreError),
}

/// For what a row is wanted.
#[derive(Clone, Debug)]
pub(crate) enum Wanted {
    /// For the commands that are for this one.
    Commands(Target),
    /// To park it, as it could not be written.
    Park(InstanceId, String),
    /// As it is the turn of this duty.
    Turn(InstanceId),
    /// As the time has come for which this instance waits.
    Wake(InstanceId),
    /// As the deadline of this duty has passed.
    Missed(InstanceId, Timestamp),
    /// For this duty: an instance that may await its letter.
    Taker(InstanceId, Target),
}

/// An instance to be started.
#[derive(Debug)]
pub(crate) struct Start {
    pub(crate) key: Option<BusinessKey>,
    pub(crate) state: State,
}

/// A run of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct RunId {
    pub(crate) instance: InstanceId,
    pub(crate) number: u64,
}

/// A step that is to be run.
#[derive(Clone, Debug)]
pub(crate) struct Begin {
    pub(crate) run: RunId,
    pub(crate) state: Arc<State>,
    /// To undo the step: the state in which it ended, if it did.
    pub(crate) undoes: Option<Option<State>>,
    pub(crate) attempt: u32,
    /// The duty, if it is one.
    pub(crate) duty: Option<Arc<Duty>>,
    /// What the step is told as the time.
    pub(crate) now: Timestamp,
    /// Whether it is run only so that open calls are asked about.
    #[cfg(test)]
    pub(crate) settles: bool,
    /// Until when it is waited for.
    pub(crate) limit: Timestamp,
}

/// A call that a step asks for.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    pub(crate) key: Key,
    /// `context::name`.
    pub(crate) operation: String,
    pub(crate) effect: Effect,
    pub(crate) request: Json,
    /// How long a call may be made again with the same key.
    pub(crate) idempotent_for: Option<Duration>,
    /// Whether there is an inquiry.
    pub(crate) inquiry: bool,
}

/// The answer to a call.
#[derive(Clone, Debug)]
pub(crate) struct Came {
    pub(crate) answer: Json,
    /// Whether the operation succeeded, as far as its type tells.
    pub(crate) succeeded: bool,
}

/// How a run of a step ended.
#[derive(Debug)]
pub(crate) enum Outcome {
    /// It went on: with the state after it, and what it published. Of a compensation, it is done.
    Next(Option<State>, Vec<Posted>),
    /// A handler has handed on its letter: it goes on with this state when what it published is acknowledged.
    HandedOn(State, Vec<Posted>),
    /// It waits for a message, or until then.
    Wait(Option<Due>),
    /// It failed, and says what is to be done.
    Failed(Verdict, String),
}

impl Wanted {
    /// Which row is wanted.
    pub(crate) fn target(&self) -> Target {
        match self {
            Wanted::Commands(target) | Wanted::Taker(_, target) => target.clone(),
            Wanted::Park(id, _) | Wanted::Turn(id) | Wanted::Wake(id) | Wanted::Missed(id, _) => {
                Target::Instance(*id)
            }
        }
    }
}
