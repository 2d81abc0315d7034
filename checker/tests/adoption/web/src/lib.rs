//! The web of a small shop, to adopt a map in.

pub fn page(number: u64) {
    api::handle(kit::Id(number))
}
