//! Functions that the map knows as something else than their attribute says.
//@ checker: irreversible-without-compensation, step-outside-context, step-without-process

use stateline::{compensation, step};

// A step of another process.
#[step(process = "payout")]
pub fn load(amount: u64) -> u64 {
    amount
}

// What undoes a step.
#[step(process = "payout")]
pub fn reverse_transfer(amount: u64) -> u64 {
    amount
}

// A step of another context's process.
#[step(process = "audit")]
pub fn look(amount: u64) -> u64 {
    amount
}

// What undoes nothing.
#[compensation(process = "payout")]
pub fn reverse_transfre(amount: u64) {
    let _ = amount;
}
