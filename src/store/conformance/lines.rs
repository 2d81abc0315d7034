//! Lines: one by one, by instance, and all.

use super::promise::{fails, same};
use super::{Broken, Scribe, id};
use crate::store::seal::line_hash;
use crate::store::{
    Leaf, LineKind, LogLine, Position, Result as StoreResult, Row, Seal, Store, StoreErrorKind, StoredLine,
};

/// Two instances, whose lines take turns in three commits: the instance 1 has four lines.
async fn tell<S: Store>(scribe: &mut Scribe<'_, S>) -> StoreResult<Row> {
    let mut commit = scribe.commit();
    let mut row = scribe.start(&mut commit, 1, None);
    let mut other = scribe.start(&mut commit, 2, None);
    scribe.write(commit).await?;
    for kinds in [&[LineKind::Waited][..], &[LineKind::Retried, LineKind::Stepped]] {
        let mut commit = scribe.commit();
        for kind in kinds {
            scribe.tell(&mut commit, *kind, &mut other, false);
            scribe.tell(&mut commit, *kind, &mut row, false);
        }
        scribe.write(commit).await?;
    }
    Ok(row)
}

fn kinds<'a>(lines: impl IntoIterator<Item = &'a LogLine>) -> Vec<LineKind> {
    lines.into_iter().map(|line| line.kind).collect()
}

fn story(lines: &[(Position, LogLine)]) -> Vec<LineKind> {
    kinds(lines.iter().map(|(_, line)| line))
}

/// Lines are told in the order in which they are asked for.
pub(super) async fn lines_are_told_as_they_are_asked<S: Store>(store: &S) -> Result<(), Broken> {
    let row = tell(&mut Scribe::join(store, 1).await?).await?;
    let lines = store.lines(&[row.last, row.first, row.last]).await?;
    same("the kinds", kinds(&lines), vec![LineKind::Stepped, LineKind::Started, LineKind::Stepped])
}

/// A line that is not there is an error.
pub(super) async fn a_line_that_is_not_there_is_damaged<S: Store>(store: &S) -> Result<(), Broken> {
    let row = tell(&mut Scribe::join(store, 1).await?).await?;
    fails("behind the last", store.lines(&[row.first, row.last.plus(1)]).await, StoreErrorKind::Damaged)?;
    fails("before the first", store.lines(&[Position::START]).await, StoreErrorKind::Damaged)
}

/// The lines of an instance are told from its last.
pub(super) async fn a_story_is_told_from_its_end<S: Store>(store: &S) -> Result<(), Broken> {
    let row = tell(&mut Scribe::join(store, 1).await?).await?;
    let told = store.story(id(1), None, 100).await?;
    let wanted = vec![LineKind::Stepped, LineKind::Retried, LineKind::Waited, LineKind::Started];
    same("the kinds", story(&told), wanted)?;
    same("the last", told.first().map(|(at, _)| *at), Some(row.last))?;
    same("an instance that is not there", store.story(id(3), None, 100).await?, vec![])
}

/// The lines of an instance are told from before a position on.
pub(super) async fn a_story_goes_on_before<S: Store>(store: &S) -> Result<(), Broken> {
    let row = tell(&mut Scribe::join(store, 1).await?).await?;
    let before = store.story(id(1), Some(row.last), 100).await?;
    same("before the last", story(&before), vec![LineKind::Retried, LineKind::Waited, LineKind::Started])?;
    same("before the first", store.story(id(1), Some(row.first), 100).await?, vec![])
}

/// At most as many lines of an instance are told as are asked for.
pub(super) async fn a_story_tells_at_most_so_many<S: Store>(store: &S) -> Result<(), Broken> {
    tell(&mut Scribe::join(store, 1).await?).await?;
    same("two", store.story(id(1), None, 2).await?.len(), 2)
}

/// The lines of an instance are told, whoever has written them.
pub(super) async fn a_story_goes_over_owners<S: Store>(store: &S) -> Result<(), Broken> {
    let mut row = tell(&mut Scribe::join(store, 1).await?).await?;
    let mut second = Scribe::join(store, 2).await?;
    let mut commit = second.commit();
    second.tell(&mut commit, LineKind::Held, &mut row, false);
    second.write(commit).await?;
    same("the number of lines", store.story(id(1), None, 100).await?.len(), 5)
}

/// All lines are told in the order of the log, each once, in whatever pages they are read.
pub(super) async fn the_feed_tells_each_line_once<S: Store>(store: &S) -> Result<(), Broken> {
    tell(&mut Scribe::join(store, 1).await?).await?;
    tell_more(store).await?;
    let mut after = Position::START;
    let mut all = Vec::new();
    loop {
        let page = store.feed(after, 3).await?;
        let Some(last) = page.last() else { break };
        same("at most as many as are asked for", page.len() <= 3, true)?;
        after = last.position;
        all.extend(page.iter().map(|stored| stored.position.0));
    }
    same("the positions", all, (1..=12).collect())
}

async fn tell_more<S: Store>(store: &S) -> Result<(), Broken> {
    let mut second = Scribe::join(store, 2).await?;
    let mut commit = second.commit();
    second.start(&mut commit, 3, None);
    second.write(commit).await?;
    Ok(())
}

/// A line is told with its leaf, and the last of a commit with the seal.
pub(super) async fn the_feed_bears_leaves_and_seals<S: Store>(store: &S) -> Result<(), Broken> {
    tell(&mut Scribe::join(store, 1).await?).await?;
    let feed = store.feed(Position::START, 100).await?;
    let mut before = Seal::NONE;
    for commit in feed.chunk_by(|one, next| one.n == next.n) {
        let hash = |it: &StoredLine| line_hash(it.position, it.lane, it.n, &it.line);
        for stored in commit {
            same("the leaf", stored.leaf, Leaf::of(&hash(stored)))?;
        }
        let seals: Vec<_> = commit.iter().map(|stored| stored.seal).collect();
        before = before.after(commit.iter().map(hash));
        let mut wanted = vec![None; commit.len() - 1];
        wanted.push(Some(before));
        same("the seals", seals, wanted)?;
    }
    same("the number of commits", feed.last().map(|stored| stored.n), Some(4))
}
