//! Moves clients' money out.
//!
//! The process [`payout`](domain::payout) is a straight line of four steps, declared in
//! `stateline.yaml`: [`domain::unload_account`], [`domain::screen_sanctions`],
//! [`domain::possible_revert`], [`domain::start_transfer`]. A payout with a reason to be blocked
//! waits at the third, until Compliance has decided.

pub mod api;
pub mod bank;
pub mod domain;
mod kept;
mod messages;
mod pager;

pub use messages::{Blocked, Reason};
pub use pager::{Pager, unacknowledged};
