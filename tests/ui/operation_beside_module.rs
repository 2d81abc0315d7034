//! An operation that is called like a module beside it.
//@ compiler alone

use stateline::operation;

pub mod amount {}

#[operation(effect = "read")]
pub fn amount(consumer: u64) -> u64 {
    consumer
}
