//! An operation in a function's body, where nobody could name it.
//@ compiler alone

use stateline::operation;

pub fn outer() {
    #[operation(effect = "read")]
    pub fn inner(amount: u64) -> u64 {
        amount
    }
}
