//! A process that the map does not list.
//@ checker: unknown-step

use stateline::step;

#[step(process = "payuot")]
pub fn unload(amount: u64) -> u64 {
    amount
}
