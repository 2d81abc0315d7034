//! The kit of a small shop, to adopt a map in.

pub struct Id(pub u64);
pub struct Money(pub u64);
pub fn now() -> u64 {
    0
}
