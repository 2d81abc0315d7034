//! Owners and their lanes.

use super::promise::{fails, same};
use super::{Broken, Scribe};
use crate::store::{Head, Position, Query, Store, StoreErrorKind};

/// The epoch is greater than any before it, and the lane is new.
pub(super) async fn an_owner_is_told_a_greater_epoch<S: Store>(store: &S) -> Result<(), Broken> {
    let first = Scribe::silent(store, 1).await?.lane;
    let second = Scribe::silent(store, 2).await?.lane;
    let third = Scribe::silent(store, 3).await?.lane;
    same("each epoch is greater", first.epoch < second.epoch && second.epoch < third.epoch, true)?;
    same("each lane is another", first.id != second.id && second.id != third.id && first.id != third.id, true)
}

/// It is told the position of the first line that it writes, and the last commit before it.
pub(super) async fn an_owner_is_told_where_to_go_on<S: Store>(store: &S) -> Result<(), Broken> {
    let mut first = Scribe::join(store, 1).await?;
    let mut commit = first.commit();
    first.start(&mut commit, 1, None);
    let committed = first.write(commit).await?;
    let second = Scribe::silent(store, 2).await?.lane;
    same("the position", second.first, committed.next)?;
    same("the last commit", second.before, Some(Head { lane: first.lane.id, n: 2, seal: committed.seal }))
}

/// Whoever owned the store before can no longer commit, whatever is in the commit.
pub(super) async fn who_lost_the_store_writes_nothing<S: Store>(store: &S) -> Result<(), Broken> {
    let mut first = Scribe::join(store, 1).await?;
    Scribe::silent(store, 2).await?;
    let before = store.feed(Position::START, 100).await?;
    let mut commit = first.commit();
    first.start(&mut commit, 1, None);
    let mut nonsense = commit.clone();
    nonsense.n = 77;
    fails("the next commit of an owner of before", first.write(commit).await, StoreErrorKind::FenceLost)?;
    fails("any commit of an owner of before", first.write(nonsense).await, StoreErrorKind::FenceLost)?;
    same("the log", store.feed(Position::START, 100).await?, before)?;
    same("the rows", store.find(&Query::all(100)).await?.rows, Vec::new())
}

/// Everybody who ever joined is told, with their lanes.
pub(super) async fn members_are_remembered<S: Store>(store: &S) -> Result<(), Broken> {
    let first = Scribe::silent(store, 1).await?;
    let second = Scribe::join(store, 2).await?;
    let members = vec![(first.lane.id, first.member), (second.lane.id, second.member)];
    same("the members", store.members().await?, members)
}
