//! Where instances and their log are kept.
//!
//! A [`Store`] keeps one [`Row`] for each instance, which says where it stands, and one [`LogLine`] for
//! each thing that ever befell it. There are two writes. The owner of a store [commits](Store::commit):
//! rows and lines together, in numbered and sealed [`Commit`]s. Everybody else [puts](Store::put)
//! [`Command`]s into its inbox, for the owner to carry out. All of it is plain data: no store decides
//! anything.
//!
//! [`Memory`] is the store for tests and for trying things out. `Sqlite`, with the feature of that name, is the
//! one in a file.

mod checkpoint;
mod command;
mod commit;
#[cfg(any(test, feature = "testing"))]
pub mod conformance;
mod definition;
mod duty;
mod error;
mod id;
mod key;
mod line;
mod member;
mod memory;
mod query;
mod row;
mod seal;
#[cfg(feature = "sqlite")]
mod sqlite;
mod tally;
mod timestamp;
mod verify;

pub use checkpoint::Checkpoint;
pub use command::{Command, Expected, Ordered, Outcome, Put, Target, Verb};
pub use commit::{Commit, Committed, Consumed, RowChange};
pub use definition::{Definition, DefinitionId};
pub use duty::{Duty, DutyState};
pub use error::{Place, StoreError, StoreErrorKind};
pub use id::{CommandId, Incarnation, InstanceId, TraceId};
pub use key::BusinessKey;
pub use line::{About, Codec, LineKind, LogLine, Position, StoredLine};
pub use member::{Epoch, Head, Lane, LaneId, Member, Opened};
pub use memory::{Fault, Memory};
pub use query::{Page, Query};
pub use row::{Phase, Row, Standing, Wake};
pub use seal::{Leaf, Seal};
#[cfg(feature = "sqlite")]
pub use sqlite::{Owner, Sqlite};
pub use tally::Tally;
pub use timestamp::Timestamp;
pub use verify::{Flaw, FlawKind, Verified, verify};

use std::future::Future;
use std::sync::Arc;

/// The most bytes that the data of a state or the payload of a line may have.
pub const MAX_PAYLOAD: usize = 256 * 1024;

/// What a store says to what it is asked.
pub type Result<T, E = StoreError> = std::result::Result<T, E>;

/// Where instances, their log, and the commands for them are kept.
///
/// What each method promises is tested by the conformance suite of the feature `testing`, which any
/// store can run.
pub trait Store: Send + Sync + 'static {
    /// Makes a runner the owner of the store, with a lane of its own. Whoever owned it before can no longer
    /// commit.
    ///
    /// The epoch is greater than any before it. The lane is new: its first commit has the number 1, follows
    /// [`Seal::NONE`], and begins with a [`LogLine::opened`], without which [`verify`] takes it for a forgery.
    ///
    /// # Errors
    ///
    /// [`Owned`](StoreErrorKind::Owned), if the store can tell that its owner is alive.
    fn join(&self, member: &Member) -> impl Future<Output = Result<Lane>> + Send;

    /// Writes lines and rows, all or none, and answers when they are durable. Only the owner may.
    ///
    /// The same commit again (the same lane, number and seal) is answered as the first time and changes
    /// nothing, as long as no other commit followed.
    ///
    /// # Errors
    ///
    /// The first two before all others; in each case nothing is changed:
    ///
    /// - [`FenceLost`](StoreErrorKind::FenceLost), if another has joined since, whatever is in the commit;
    /// - [`Gap`](StoreErrorKind::Gap), if the number, the seal before it or the position of the first line is
    ///   not the one that comes next in the lane;
    /// - [`Conflict`](StoreErrorKind::Conflict), if a row is not there in the state that the commit has in
    ///   mind: not with so many lines, or already there though it should be new;
    /// - [`Refused`](StoreErrorKind::Refused), if it can never be written: its rows are not what its lines
    ///   say (see [`Commit::check`]), it takes a business key that is taken, names a definition that is not
    ///   there, defines a version that is defined with the same shapes, or consumes a command that is not there or was consumed
    ///   before. A smaller commit, without the instance at fault, may succeed.
    ///
    /// And those of [`StoreErrorKind`] that say that the store is in no state to write. With
    /// [`Unknown`](StoreErrorKind::Unknown) it may have been written or not; [`Store::committed`] tells.
    fn commit(&self, commit: Arc<Commit>) -> impl Future<Output = Result<Committed>> + Send;

    /// The same on the thread that asks, which is held up until the commit is durable; none if the store cannot, or
    /// not at this moment, and nothing is changed then. Whoever has nothing else to do meanwhile saves a change of
    /// threads in each direction.
    fn commit_here(&self, commit: &Commit) -> Option<Result<Committed>> {
        let _ = commit;
        None
    }

    /// The seal of the commit of this lane with this number, if there is one.
    fn committed(&self, lane: LaneId, n: u64) -> impl Future<Output = Result<Option<Seal>>> + Send;

    /// Puts commands into the inbox, all or none, durably. Anybody may, at any time.
    ///
    /// A command whose id is known changes nothing: it is answered with what became of the first.
    fn put(&self, commands: &[Command]) -> impl Future<Output = Result<Vec<Put>>> + Send;

    /// The commands that no commit has consumed yet, in the order in which they came: at most so many, of those
    /// that came after `after`.
    ///
    /// # Errors
    ///
    /// [`Damaged`](StoreErrorKind::Damaged), if the *first* of them cannot be read: with its [`Place`],
    /// behind which one can go on. Those before a damaged command are told first.
    fn inbox(
        &self,
        after: Option<CommandId>,
        most: usize,
    ) -> impl Future<Output = Result<Vec<Command>>> + Send;

    /// What became of a command.
    fn outcome(&self, command: CommandId) -> impl Future<Output = Result<Outcome>> + Send;

    /// The instances that will go on by themselves (see [`Row::wake`]), the earliest first: at most so many,
    /// of those behind `after`. Only an empty page is the end.
    ///
    /// # Errors
    ///
    /// [`Damaged`](StoreErrorKind::Damaged), if the *first* of them cannot be read, with its [`Place`]. Those
    /// before a damaged one are told first.
    fn load(&self, after: Option<Wake>, most: usize) -> impl Future<Output = Result<Vec<Row>>> + Send;

    /// The row of an instance, as the last commit left it.
    fn row(&self, instance: InstanceId) -> impl Future<Output = Result<Option<Row>>> + Send;

    /// The row of the instance with this business key, in this process; rehearsals have keys of their own.
    fn keyed(
        &self,
        process: &str,
        rehearsal: bool,
        key: &BusinessKey,
    ) -> impl Future<Output = Result<Option<Row>>> + Send;

    /// The rows that a query selects, in the order of their ids.
    ///
    /// # Errors
    ///
    /// [`Damaged`](StoreErrorKind::Damaged), if the *first* of them cannot be read: with its [`Place`],
    /// behind which one can go on. Those before a damaged one are told first, and there are more.
    fn find(&self, query: &Query) -> impl Future<Output = Result<Page>> + Send;

    /// How many instances there are, of those that stand alike, in the order of what they have in common.
    fn tally(&self) -> impl Future<Output = Result<Vec<Tally>>> + Send;

    /// The lines at these positions, in this order.
    ///
    /// # Errors
    ///
    /// [`Damaged`](StoreErrorKind::Damaged), if one is not there.
    fn lines(&self, at: &[Position]) -> impl Future<Output = Result<Vec<LogLine>>> + Send;

    /// The lines of an instance before this position, or from its last, the newest first: at most so many,
    /// each with its position.
    fn story(
        &self,
        instance: InstanceId,
        before: Option<Position>,
        most: usize,
    ) -> impl Future<Output = Result<Vec<(Position, LogLine)>>> + Send;

    /// All lines behind this position, in the order of the log: at most so many, as they are stored.
    ///
    /// Only lines whose commit is durable are told, and none is left out: whoever goes on behind the last
    /// that was told meets each line once.
    ///
    /// # Errors
    ///
    /// [`Damaged`](StoreErrorKind::Damaged), if the *first* of them cannot be read: with its
    /// [`Place`], behind which one can go on. Those before a damaged line are told first.
    fn feed(&self, after: Position, most: usize) -> impl Future<Output = Result<Vec<StoredLine>>> + Send;

    /// All definitions.
    fn definitions(&self) -> impl Future<Output = Result<Vec<Definition>>> + Send;

    /// Everybody who ever joined, with their lanes.
    fn members(&self) -> impl Future<Output = Result<Vec<(LaneId, Member)>>> + Send;

    /// What the store itself finds wrong with what it keeps, in words: a file that is damaged, an index that
    /// misses something. [`verify`] asks it.
    fn integrity(&self) -> impl Future<Output = Result<Vec<String>>> + Send {
        async { Ok(Vec::new()) }
    }

    /// Ends when something may have been put since it was last asked. This is a hint: it may end for nothing,
    /// and it may never end.
    fn woken(&self) -> impl Future<Output = ()> + Send;

    /// Why nothing may run on it, if nothing may: it is a copy, or was restored from one, and does not know what
    /// has happened since. Then it stays so until it is [admitted](Store::admit).
    fn restored(&self) -> impl Future<Output = Result<Option<String>>> + Send {
        async { Ok(None) }
    }

    /// Has it run from now on, although it was [restored](Store::restored): a person has looked.
    fn admit(&self) -> impl Future<Output = Result<()>> + Send {
        async { Ok(()) }
    }

    /// Whether what it keeps is there for the next process, too. Then a runner wants to know what the lock says of
    /// the data in it, so that no later build reads it as something else.
    fn lasts(&self) -> bool {
        true
    }

    /// The time by the store's clock.
    fn now(&self) -> impl Future<Output = Result<Timestamp>> + Send;
}
