//! Whether a store is what its owners wrote: its log by its seals, its rows by its log.
//!
//! A log proves by itself that nothing inside it was changed, lost or put in. That its end was cut off, or
//! that all of it was written anew, only a witness can tell: a [`Checkpoint`] that was kept elsewhere.

mod chain;
mod flaw;
mod standings;

pub use flaw::{Flaw, FlawKind};

use super::{Checkpoint, Place, Position, Query, Result, Row, Store, StoreError};
use chain::Chain;
use standings::Standings;
use std::iter;

/// How many lines or rows are read at once.
const PAGE: usize = 4096;

/// What was found in a store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// How many commits were read.
    pub commits: u64,
    /// How many instances there are.
    pub instances: u64,
    /// What is not as it was written.
    pub flaws: Vec<Flaw>,
    /// The log as it is now: to be kept elsewhere, if there are no flaws.
    pub checkpoint: Checkpoint,
}

/// Reads a whole store and looks whether it is what its owners wrote.
///
/// Every line is hashed again, every commit sealed again, the state of every instance is rebuilt from its
/// lines and compared with its row. Against a checkpoint it also finds what was cut off from the end. It
/// keeps some hundred bytes in memory for each instance. What is written meanwhile may be taken for a flaw:
/// verify a copy, or a store that nobody writes to.
///
/// ```
/// use stateline::store::{Memory, verify};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> stateline::store::Result<()> {
/// let verified = verify(&Memory::new(), None).await?;
/// assert_eq!((verified.checkpoint.lines, verified.flaws), (0, vec![]));
/// # Ok(())
/// # }
/// ```
///
/// # Errors
///
/// If the store cannot be read at all. What is damaged is a flaw, and no error.
pub async fn verify<S: Store>(store: &S, against: Option<&Checkpoint>) -> Result<Verified> {
    let mut flaws = Vec::new();
    let members = readable(store.members().await, &mut flaws)?;
    let definitions = readable(store.definitions().await, &mut flaws)?;
    let mut chain = Chain::new(members, definitions, against);
    let mut standings = Standings::default();
    // The store looks at its file meanwhile.
    let (said, read) = tokio::join!(store.integrity(), log(store, &mut chain, &mut standings, &mut flaws));
    read?;
    for said in readable(said, &mut flaws)? {
        flaws.push(Flaw::new(FlawKind::Damaged, None, said));
    }
    let (commits, head) = chain.end(&mut flaws);
    let lines = chain.lines();
    let instances = rows(store, &mut standings, &chain, &mut flaws).await?;
    standings.end(&chain, &mut flaws);
    let at = store.now().await?;
    Ok(Verified { commits, instances, flaws, checkpoint: Checkpoint { at, lines, head } })
}

/// Follows every line of the log.
async fn log<S: Store>(
    store: &S,
    chain: &mut Chain<'_>,
    standings: &mut Standings,
    flaws: &mut Vec<Flaw>,
) -> Result<()> {
    let mut after = Position::START;
    let mut page = store.feed(after, PAGE).await;
    loop {
        page = match page {
            Ok(lines) => {
                let positions = lines.iter().map(|stored| stored.position);
                let Some(last) = next_page(after, positions, flaws) else { return Ok(()) };
                after = last;
                let look = async {
                    for stored in &lines {
                        if chain.follow(stored, flaws) {
                            standings.follow(stored, chain, flaws);
                        }
                    }
                };
                // The next page is read while this one is looked at.
                tokio::join!(store.feed(after, PAGE), look).0
            }
            Err(error) => {
                let Some(Place::Line(position)) = damage(error, flaws)? else { return Ok(()) };
                let Some(last) = next_page(after, iter::once(position), flaws) else { return Ok(()) };
                chain.skip(position, flaws);
                after = last;
                store.feed(after, PAGE).await
            }
        }
    }
}

/// Compares every row with what its lines say, and looks whether the store finds those that are to go on.
async fn rows<S: Store>(
    store: &S,
    standings: &mut Standings,
    chain: &Chain<'_>,
    flaws: &mut Vec<Flaw>,
) -> Result<u64> {
    let (mut query, mut number) = (Query::all(PAGE), 0);
    loop {
        match store.find(&query).await {
            Ok(page) => {
                number += page.rows.len() as u64;
                page.rows.iter().for_each(|row| standings.compare(row, chain, flaws));
                // A page may end early, before a damaged row.
                let ids = page.rows.iter().map(|row| Some(row.id));
                let Some(last) = next_page(query.after, ids, flaws) else { break };
                query.after = last;
            }
            Err(error) => {
                let Some(Place::Instance(instance)) = damage(error, flaws)? else { break };
                let Some(last) = next_page(query.after, iter::once(Some(instance)), flaws) else { break };
                standings.skip(instance);
                query.after = last;
            }
        }
    }
    let mut after = None;
    loop {
        match store.load(after, PAGE).await {
            Ok(rows) => {
                rows.iter().for_each(|row| standings.wakes(row));
                let Some(last) = next_page(after, rows.iter().map(Row::wake), flaws) else { break };
                after = last;
            }
            // What stands behind it in this order cannot be asked for.
            Err(error) => return damage(error, flaws).map(|_| number),
        }
    }
    standings.compare_wakes(flaws);
    Ok(number)
}

/// Behind what the next page begins; nothing, if this was the last. A damaged index may lead back to where one
/// was before, and for ever round.
fn next_page<T: Ord + Copy>(after: T, told: impl Iterator<Item = T>, flaws: &mut Vec<Flaw>) -> Option<T> {
    let mut last = after;
    for each in told {
        if each <= last {
            flaws.push(Flaw::new(FlawKind::Damaged, None, "what should be told in order is not"));
            return None;
        }
        last = each;
    }
    (last != after).then_some(last)
}

/// Where something cannot be read: nowhere, if one cannot go on behind it. Told twice, it is told once.
fn damage(error: StoreError, flaws: &mut Vec<Flaw>) -> Result<Option<Place>> {
    if !error.is_damaged() {
        return Err(error);
    }
    let flaw = Flaw::new(FlawKind::Damaged, error.place(), error.what());
    if !flaws.contains(&flaw) {
        flaws.push(flaw);
    }
    Ok(error.place())
}

/// What was read; if it is damaged, that is a flaw, and there is nothing.
fn readable<T: Default>(read: Result<T>, flaws: &mut Vec<Flaw>) -> Result<T> {
    match read {
        Ok(read) => Ok(read),
        Err(error) => damage(error, flaws).map(|_| T::default()),
    }
}
