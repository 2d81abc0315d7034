//! An operation of somebody else's system, which a dry run must not reach.
//@ map: external
//@ checker: missing-rehearsal

use stateline::operation;

#[operation(effect = "read")]
pub fn ask(amount: u64) -> u64 {
    amount
}
