//! The steps of the process `payout`, and the data that passes between them.

mod data;
mod outcome;
mod steps;

pub use data::{Compliance, Order, Party, Request, Unloaded};
pub use outcome::{Flow, Outcome};
pub use steps::{
    Rejected, possible_revert, reverse_transfer, screen_sanctions, start_transfer, unload_account,
};
