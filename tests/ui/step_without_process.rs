//! Steps that do not say to which process they belong.
//@ checker: step-without-process

use stateline::{compensation, step};

#[step]
pub fn unload(amount: u64) -> u64 {
    amount
}

#[compensation(calls(ledger::load_account))]
pub fn reverse_transfer(_: u64, _ctx: &impl ReverseTransferCtx) {}
