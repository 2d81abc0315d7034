//! An operation whose argument cannot be stored.
//@ compiler alone

use stateline::operation;

pub struct Amount(pub u64);

#[operation(effect = "read")]
pub fn ask(name: String, amount: Amount) -> u64 {
    name.len() as u64 + amount.0
}
