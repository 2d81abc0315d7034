//! The process `payout`: its steps, and the data that passes between them.

mod data;
mod rejected;
mod steps;

pub use data::{Compliance, Order, Party, Request, Transferred, Unloaded};
pub use rejected::Rejected;
pub use steps::{
    THRESHOLD, possible_revert, reverse_transfer, screen_sanctions, start_transfer, unload_account,
};

// The message that it awaits, which `process!` finds by its name, as it finds the steps.
use compliance_messages::Decided;

stateline::process!(pub payout);
