//! `context` where the map knows it, and knows better.
//@ compiler alone

use stateline::operation;

#[operation(effect = "read", context = "ledger")]
pub fn ask(amount: u64) -> u64 {
    amount
}

#[operation(effect = "read", context = "legder")]
pub fn answer(amount: u64) -> u64 {
    amount
}
