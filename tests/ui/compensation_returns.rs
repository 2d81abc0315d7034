//! A compensation that returns something, as if anything came after it.
//@ compiler alone

use stateline::compensation;

#[compensation(process = "payout")]
pub fn reverse_transfer(name: String) -> String {
    name
}
