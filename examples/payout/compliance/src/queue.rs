//! Blocked payouts, in the order in which they came, until a person has decided.

use compliance_messages::{Decided, Decision};
use ledger::TransactionId;
use payments::Blocked;
use stateline::{CallError, Environment, Publish, operation, receives};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Where people decide: what operations borrow.
#[derive(Debug, Default, Environment)]
pub struct Office {
    pub queue: Queue,
}

#[derive(Debug, Default)]
pub struct Queue {
    open: Mutex<Vec<Blocked>>,
}

/// Hears of a payout that waits for a person.
#[receives("payout.blocked", calls(enqueue))]
pub async fn blocked(message: Blocked, ctx: &impl BlockedCtx) -> Result<(), CallError> {
    ctx.enqueue(message).await
}

/// Puts a payout into the queue. The same twice is one entry.
#[operation(effect = "write", rehearse = would_enqueue)]
pub fn enqueue(queue: &Queue, payout: Blocked) {
    let mut open = queue.open();
    if !open.contains(&payout) {
        open.push(payout);
    }
}

fn would_enqueue(_: &Queue, _: Blocked) {}

impl Queue {
    /// What waits longest.
    pub fn next(&self) -> Option<Blocked> {
        self.open().first().cloned()
    }

    /// Publishes the decision about a payout; false if it does not wait, or no longer. A decision
    /// that could not be published is still open.
    pub async fn decide(
        &self,
        transaction: TransactionId,
        decision: Decision,
        by: &str,
        ctx: &impl Publish<Decided>,
    ) -> Result<bool, CallError> {
        let waits = |blocked: &Blocked| blocked.transaction == transaction;
        if !self.open().iter().any(waits) {
            return Ok(false);
        }
        ctx.publish(Decided { transaction, decision, by: by.into() }).await?;
        self.open().retain(|blocked| !waits(blocked));
        Ok(true)
    }

    /// What is open is whole also after a panic: each change of it is one step.
    fn open(&self) -> MutexGuard<'_, Vec<Blocked>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests;
