//! Operations that do not say enough of what they do to the world.
//@ checker: missing-rehearsal

use stateline::operation;

#[operation]
pub fn silent(amount: u64) -> u64 {
    amount
}

#[operation(effect = "change", rehearse = pretend)]
pub fn change(amount: u64) -> u64 {
    amount
}

#[operation(effect = "write")]
pub fn put(amount: u64) -> u64 {
    amount
}

#[operation(effect = "irreversible")]
pub fn send(amount: u64) -> u64 {
    amount
}

#[operation(effect = "write", rehearse = other)]
pub fn rehearsed_otherwise(amount: u64) -> u64 {
    amount
}

pub fn pretend(amount: u64) -> u64 {
    amount
}

pub fn other(name: String) -> u64 {
    name.len() as u64
}
