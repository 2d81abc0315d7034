//! A process that the map does not list.
//@ checker: step-without-process

use stateline::step;

#[step(process = "payuot")]
pub fn unload(amount: u64) -> u64 {
    amount
}
