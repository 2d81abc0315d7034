//! The four steps, in order, and what undoes the last.

use super::{Compliance, Flow, Order, Outcome, Request, Unloaded};
use crate::storage::Transfers;
use crate::{Decision, Reason};
use ledger::{Amount, Ledger, LedgerError, TransactionId};
use screening::{Lists, Verdict};
use std::convert::Infallible;

/// From this amount on, a person decides.
pub const THRESHOLD: Amount = Amount::cents(1_000_000);

/// Why a payout ended without a transfer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rejected {
    ByCompliance,
    Ledger(LedgerError),
}

/// Takes the money out of the sender's account, so that it can be spent only once.
pub fn unload_account(request: Request, ledger: &mut Ledger) -> Outcome<Unloaded, LedgerError> {
    ledger::unload_account(ledger, request.transaction, request.sender.consumer, request.amount)?;
    Ok(Flow::Next(Unloaded { request }))
}

/// Looks for every reason to block, so that lifting one never hides another.
pub fn screen_sanctions(data: Unloaded, lists: &Lists) -> Outcome<Compliance, Infallible> {
    let Unloaded { request } = data;
    let hit = |name: &str| screening::screen(lists, name) == Verdict::Hit;
    let reasons: Vec<Reason> = [
        (Reason::Sender, hit(&request.sender.name)),
        (Reason::Beneficiary, hit(&request.beneficiary)),
        (Reason::Threshold, request.amount >= THRESHOLD),
    ]
    .into_iter()
    .filter_map(|(reason, applies)| applies.then_some(reason))
    .collect();
    let decision = if reasons.is_empty() { Decision::NotNeeded } else { Decision::Pending };
    Ok(Flow::Next(Compliance { request, reasons, decision }))
}

/// Waits while the decision is open, and gives the money back when it is negative.
pub fn possible_revert(data: Compliance, ledger: &mut Ledger) -> Outcome<Order, Rejected> {
    match data.decision {
        Decision::Pending => Ok(Flow::Wait),
        Decision::Rejected => {
            let amount = ledger::transaction_amount(ledger, data.request.transaction)?;
            ledger::load_account(ledger, data.request.sender.consumer, amount)?;
            Err(Rejected::ByCompliance)
        }
        Decision::Approved | Decision::NotNeeded => Ok(Flow::Next(data.order())),
    }
}

/// Asks the bank. From here on the money is out of our hands.
pub fn start_transfer(order: Order, transfers: &mut Transfers) -> Outcome<TransactionId, Infallible> {
    transfers.send(order.transaction, order.beneficiary, order.amount);
    Ok(Flow::Next(order.transaction))
}

/// Undoes [`start_transfer`]; false if there was nothing to undo.
pub fn reverse_transfer(transaction: TransactionId, transfers: &mut Transfers) -> bool {
    transfers.recall(transaction)
}

impl From<LedgerError> for Rejected {
    fn from(error: LedgerError) -> Self {
        Rejected::Ledger(error)
    }
}
