//! The stock of a small shop, to adopt a map in.

pub fn reserve(_: &catalog::Item) -> bool {
    audit::note("reserve") == kit::now()
}
pub fn release(_: &catalog::Item) {}
