//! Attributes that were told something wrong, all of it at once.
//@ checker: missing-rehearsal, step-without-process, unknown-step

use stateline::{operation, step};

#[step(proces = "payout", calls = "ledger::load_account", publishes[Blocked], process = payout, 7)]
pub fn unload(amount: u64) -> u64 {
    amount
}

#[step(process = "refund", process = "payout", calls(ledger::load_account, ledger::load_account))]
pub async fn load(amount: u64, _ctx: &impl LoadCtx) -> u64 {
    amount
}

#[operation(effect = "raed", rehearse = "pretend", context = "paymnts")]
pub fn ask(amount: u64) -> u64 {
    amount
}
