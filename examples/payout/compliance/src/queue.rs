//! Blocked payouts, in the order in which they came, until a person has decided.

use compliance_messages::{Decided, Decision, Ruling};
use ledger::TransactionId;
use payments::{Blocked, Reason};
use stateline::{CallError, Environment, Publish, operation, receives};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Where people decide: what operations borrow.
#[derive(Debug, Default, Environment)]
pub struct Office {
    pub queue: Queue,
}

#[derive(Debug, Default)]
pub struct Queue {
    open: Mutex<Vec<Open>>,
}

/// A payout that waits, with the reasons about which nobody has decided yet.
#[derive(Debug)]
struct Open {
    payout: Blocked,
    left: Vec<Reason>,
}

/// Hears of a payout that waits for a person.
#[receives("payout.blocked", calls(enqueue))]
pub async fn blocked(message: Blocked, ctx: &impl BlockedCtx) -> Result<(), CallError> {
    ctx.enqueue(message).await
}

/// Puts a payout into the queue. The same twice is one entry.
#[operation(effect = "write", rehearse = would_enqueue, idempotent_for = "365d")]
pub fn enqueue(queue: &Queue, payout: Blocked) {
    let mut open = queue.open();
    if !open.iter().any(|it| it.payout == payout) {
        open.push(Open { left: payout.reasons.clone(), payout });
    }
}

fn would_enqueue(_: &Queue, _: Blocked) {}

impl Queue {
    /// What waits longest, with the reasons that are left.
    pub fn next(&self) -> Option<Blocked> {
        self.open().first().map(|it| Blocked { reasons: it.left.clone(), ..it.payout.clone() })
    }

    /// Publishes the decision about a reason to block a payout; false if it does not wait for one, or no
    /// longer. A decision that could not be published is still open.
    pub async fn decide(
        &self,
        (transaction, reason): (TransactionId, Reason),
        decision: Decision,
        by: &str,
        ctx: &impl Publish<Decided>,
    ) -> Result<bool, CallError> {
        let waits = |it: &Open| it.payout.transaction == transaction && it.left.contains(&reason);
        if !self.open().iter().any(waits) {
            return Ok(false);
        }
        let ruled = |other| (other == reason).then(|| Ruling { decision, by: by.into() });
        let (sender, beneficiary) = (ruled(Reason::Sender), ruled(Reason::Beneficiary));
        ctx.publish(Decided { transaction, sender, beneficiary, threshold: ruled(Reason::Threshold) })
            .await?;
        let mut open = self.open();
        open.iter_mut().filter(|it| waits(it)).for_each(|it| it.left.retain(|left| *left != reason));
        // What is rejected waits for nobody else.
        let rejected = decision == Decision::Rejected;
        open.retain(|it| !(it.left.is_empty() || rejected && it.payout.transaction == transaction));
        Ok(true)
    }

    /// What is open is whole also after a panic: each change of it is one step.
    fn open(&self) -> MutexGuard<'_, Vec<Open>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests;
