//! The audit of a small shop, to adopt a map in.

pub fn note(_: &str) -> u64 {
    kit::now()
}
