//! A process whose steps are not in scope, or are no steps.
//@ checker: unknown-step

use stateline::step;

mod steps {
    #[stateline::step(process = "payout")]
    pub fn unload(amount: u64) -> u64 {
        amount
    }
}

pub fn screen_sanctions(amount: u64) -> u64 {
    amount
}

#[step(process = "payout")]
pub fn start_transfer(amount: u64) -> u64 {
    amount
}

stateline::process!(pub payout);
