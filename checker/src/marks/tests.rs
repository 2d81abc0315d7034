//! What marks say, and what they derive.

mod derived;
mod said;

use stateline_schema::attribute::CRATE;

#[test]
fn derived_code_names_our_crate() {
    assert_eq!(super::derived::OURS, format!("::{CRATE}"));
}
