//! What clients and Compliance's decisions do to payouts.

use crate::domain::{self, Compliance, Flow, Rejected, Request};
use crate::storage::{Transfers, Waiting};
use crate::{Blocked, Decision};
use ledger::{Ledger, TransactionId};
use screening::Lists;

/// Everything that payouts touch.
#[derive(Debug, Default)]
pub struct Desk {
    pub ledger: Ledger,
    pub lists: Lists,
    pub waiting: Waiting<Compliance>,
    pub transfers: Transfers,
    /// Messages on the topic `payout.blocked` that nobody has fetched yet.
    pub blocked: Vec<Blocked>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    Transferred(TransactionId),
    /// A person has to decide first.
    Waiting(TransactionId),
    /// There is nothing that waits under this number: never was, or no longer.
    Unknown(TransactionId),
    Refused(Rejected),
}

/// Runs a payout until it is transferred, refused, or waits.
pub fn request_payout(desk: &mut Desk, request: Request) -> Answer {
    let unloaded = match domain::unload_account(request, &mut desk.ledger) {
        Ok(Flow::Next(unloaded)) => unloaded,
        Ok(Flow::Wait) => unreachable!("this step never waits"),
        Err(error) => return Answer::Refused(error.into()),
    };
    let Ok(Flow::Next(screened)) = domain::screen_sanctions(unloaded, &desk.lists) else {
        unreachable!("this step neither waits nor fails");
    };
    desk.blocked.extend(screened.blocked());
    finish(desk, screened)
}

/// Topic `compliance.decided`: continues the payout that waits for it, once.
pub fn decided(desk: &mut Desk, transaction: TransactionId, decision: Decision) -> Answer {
    match desk.waiting.take(transaction) {
        Some(data) => finish(desk, Compliance { decision, ..data }),
        None => Answer::Unknown(transaction),
    }
}

fn finish(desk: &mut Desk, data: Compliance) -> Answer {
    let transaction = data.request.transaction;
    match domain::possible_revert(data.clone(), &mut desk.ledger) {
        Ok(Flow::Wait) => {
            desk.waiting.put(transaction, data);
            Answer::Waiting(transaction)
        }
        Ok(Flow::Next(order)) => {
            let Ok(_) = domain::start_transfer(order, &mut desk.transfers);
            Answer::Transferred(transaction)
        }
        Err(rejected) => Answer::Refused(rejected),
    }
}

#[cfg(test)]
mod tests;
