//! Steps that return what cannot be stored.
//@ compiler alone
//@ map: steps

use stateline::step;

#[step(process = "many")]
pub fn returns_trait(data: u64) -> impl Into<u64> {
    data
}

#[step(process = "many")]
pub fn returns_reference(_: u64) -> &'static str {
    "done"
}
