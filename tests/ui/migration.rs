//! Migrations: what is blocked stays so, or somebody says why not.
//@ map: migration
//@ compiles

use serde::{Deserialize, Serialize};
use stateline::{Flow, Next, Wait, message, migration, step};

mod v1 {
    #[derive(serde::Serialize, serde::Deserialize)]
    pub struct Payout {
        pub number: u64,
        pub approved: Option<bool>,
    }
}

#[derive(Serialize, Deserialize)]
pub struct Payout {
    pub number: u64,
    pub approved: Option<bool>,
    pub screened: bool,
}

#[message(topic = "payout.blocked")]
#[derive(Serialize, Deserialize)]
pub struct Blocked {
    pub number: u64,
    pub approved: bool,
}

#[step(process = "payout")]
pub fn block_v1(payout: v1::Payout) -> Flow<v1::Payout> {
    if payout.approved.is_none() { Wait } else { Next(payout) }
}

#[step(process = "payout")]
pub fn transfer_v1(payout: v1::Payout) -> u64 {
    payout.number
}

#[step(process = "payout")]
pub fn block(payout: Payout) -> Flow<Payout> {
    if payout.approved.is_none() { Wait } else { Next(payout) }
}

#[step(process = "payout")]
pub fn screen_again(payout: Payout) -> Payout {
    payout
}

#[step(process = "payout")]
pub fn transfer(payout: Payout) -> u64 {
    payout.number
}

#[migration(process = "payout", from = 1, to = 2, step = "block")]
pub fn keep_blocked(before: v1::Payout) -> Payout {
    Payout { number: before.number, approved: before.approved, screened: false }
}

/// Who was decided about is screened once more.
#[migration(process = "payout", from = 1, to = 2, step = "transfer", at = "screen_again")]
pub fn screen_first(before: v1::Payout) -> Result<Payout, String> {
    match before.number {
        0 => Err("it has no number".into()),
        number => Ok(Payout { number, approved: before.approved, screened: false }),
    }
}

#[migration(
    process = "payout",
    from = 2,
    to = 1,
    step = "block",
    at = "transfer",
    reason = "all were decided by hand"
)]
pub fn waved_through(before: Payout) -> v1::Payout {
    v1::Payout { number: before.number, approved: Some(true) }
}
