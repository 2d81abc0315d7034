//! Operations with arguments that cannot be stored, lent or named.
//@ compiler alone

use stateline::operation;

pub struct Db;

#[operation(effect = "read")]
pub fn by_pattern((one, _): (u64, u64)) -> u64 {
    one
}

#[operation(effect = "read")]
pub fn by_nothing(_: u64) -> u64 {
    1
}

#[operation(effect = "read")]
pub fn by_text(name: &str) -> usize {
    name.len()
}

#[operation(effect = "read")]
pub fn by_slice(names: &[String]) -> usize {
    names.len()
}

#[operation(effect = "read")]
pub fn by_mutable(_: &mut Db, amount: u64) -> u64 {
    amount
}

#[operation(effect = "read")]
pub fn by_trait(amount: impl Into<u64>) -> u64 {
    amount.into()
}

#[operation(effect = "read")]
pub fn by_borrowed_trait(_: &impl Into<u64>) {}

#[operation(effect = "read")]
pub fn by_lifetime<'a>(name: std::borrow::Cow<'a, str>) -> usize {
    name.len()
}

#[operation(effect = "read")]
pub fn generic<T: Into<u64>>(amount: T) -> u64 {
    amount.into()
}

#[operation(effect = "read")]
pub fn conditional(amount: u64, #[cfg(unix)] more: u64) -> u64 {
    amount + more
}

#[operation(effect = "read")]
pub fn returns_reference(_: &Db) -> &'static str {
    "done"
}

#[operation(effect = "read")]
pub unsafe fn not_safe(amount: u64) -> u64 {
    amount
}

#[operation(effect = "read")]
pub fn call(amount: u64) -> u64 {
    amount
}

#[operation(effect = "read")]
#[rustfmt::skip]
pub fn thirteen(_a: u8, _b: u8, _c: u8, _d: u8, _e: u8, _f: u8, _g: u8, _h: u8, _i: u8, _j: u8, _k: u8, _l: u8, _m: u8) {}
