//! Blocked payouts, in the order in which they came, until a person has decided.

use compliance_messages::{Decided, Decision};
use ledger::TransactionId;
use payments::Blocked;
use stateline::{CallError, Publish};

#[derive(Debug, Default)]
pub struct Queue {
    open: Vec<Blocked>,
}

impl Queue {
    /// Topic `payout.blocked`. The same message twice is one entry.
    pub fn blocked(&mut self, message: Blocked) {
        if !self.open.contains(&message) {
            self.open.push(message);
        }
    }

    /// What waits longest.
    pub fn next(&self) -> Option<&Blocked> {
        self.open.first()
    }

    /// Publishes the decision about a payout; false if it does not wait, or no longer. A decision
    /// that could not be published is still open.
    pub async fn decide(
        &mut self,
        transaction: TransactionId,
        decision: Decision,
        by: &str,
        ctx: &impl Publish<Decided>,
    ) -> Result<bool, CallError> {
        let Some(at) = self.open.iter().position(|blocked| blocked.transaction == transaction) else {
            return Ok(false);
        };
        ctx.publish(Decided { transaction, decision, by: by.into() }).await?;
        self.open.remove(at);
        Ok(true)
    }
}

#[cfg(test)]
mod tests;
