//! Migrations that lead nowhere, or past somebody who has to decide.
//@ map: migration
//@ checker: changed-in-flight-process

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

#[migration(process = "payout", from = 1, to = 2, step = "block", at = "transfer")]
pub fn passes_over(before: v1::Payout) -> Payout {
    Payout { number: before.number, approved: before.approved, screened: false }
}

#[migration(process = "payout", from = 1, to = 3, step = "block")]
pub fn unserved(before: v1::Payout) -> Payout {
    Payout { number: before.number, approved: before.approved, screened: false }
}

#[migration(process = "payout", from = 1, to = 2, step = "blok")]
pub fn misspelt(before: v1::Payout) -> Payout {
    Payout { number: before.number, approved: before.approved, screened: false }
}

#[migration(process = "payout", from = 1, to = 1, step = "block")]
pub fn nowhere(before: v1::Payout) -> v1::Payout {
    before
}

#[migration(process = "payout", from = "1", to = 2)]
pub fn unsaid(before: v1::Payout) -> Payout {
    Payout { number: before.number, approved: before.approved, screened: false }
}

#[migration(process = "payout", from = 1, to = 2, step = "block")]
pub async fn calls(before: &v1::Payout) -> Payout {
    Payout { number: before.number, approved: before.approved, screened: false }
}

#[migration(process = "payout", from = 1, to = 2, step = "block")]
pub fn asks(before: v1::Payout, again: bool) -> Payout {
    Payout { number: before.number, approved: before.approved, screened: again }
}

#[migration(process = "payout", from = 1, to = 2, step = "block", reason = " ")]
pub fn blank(before: v1::Payout) -> Flow<Payout> {
    Next(Payout { number: before.number, approved: before.approved, screened: false })
}
