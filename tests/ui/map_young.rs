//! What a map that was just begun does not have is said with where it goes.
//@ map: young
//@ checker: undeclared-publish, step-without-process

use stateline::{message, process, step};

#[message(topic = "payout.blocked")]
#[derive(serde::Serialize, serde::Deserialize)]
pub struct Blocked {
    pub payout: u64,
}

#[step(process = "payout")]
pub fn load(amount: u64) -> u64 {
    amount
}

process!(pub payout);

fn main() {}
