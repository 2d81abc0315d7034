//! Inquiries that tell nothing, and keys that are known for no time.
//@ compiler alone

use stateline::{Inquiry, Key, operation};

#[operation(effect = "read", inquiry = status, idempotent_for = "1h")]
pub fn reads(amount: u64) -> u64 {
    amount
}

#[operation(effect = "write", rehearse = would, idempotent_for = "a day")]
pub fn no_time(amount: u64) -> u64 {
    amount
}

#[operation(effect = "write", rehearse = would, inquiry = changes)]
pub fn asks_what_changes(amount: u64) -> u64 {
    amount
}

#[operation(effect = "write", rehearse = would, inquiry = other)]
pub fn asks_of_another(amount: u64) -> u64 {
    amount
}

#[operation(effect = "write", rehearse = would, inquiry = no_key)]
pub fn asks_without_a_key(amount: u64) -> u64 {
    amount
}

fn would(amount: u64) -> u64 {
    amount
}

#[operation(effect = "read")]
pub fn status(key: Key) -> Inquiry<u64> {
    let _ = key;
    Inquiry::NotDone
}

#[operation(effect = "write", rehearse = pretend)]
pub fn changes(key: Key) -> Inquiry<u64> {
    let _ = key;
    Inquiry::NotDone
}

fn pretend(_: Key) -> Inquiry<u64> {
    Inquiry::NotDone
}

#[operation(effect = "read")]
pub fn other(key: Key) -> Inquiry<bool> {
    let _ = key;
    Inquiry::NotDone
}

#[operation(effect = "read")]
pub fn no_key(amount: u64) -> Inquiry<u64> {
    Inquiry::Done(amount)
}
