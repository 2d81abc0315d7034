//! Blocked payouts, in the order in which they came, until a person has decided.

use ledger::TransactionId;
use payments::{Blocked, Decision};
use serde::{Deserialize, Serialize};
use stateline::{CallError, Publish, message};

/// What was decided about a blocked payout.
#[message(topic = "compliance.decided")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decided {
    pub transaction: TransactionId,
    pub decision: Decision,
    /// Who decided.
    pub by: String,
}

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
