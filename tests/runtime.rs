//! The seam and the chain, as derived code and whoever runs it use them.

#[expect(unreachable_pub, dead_code, reason = "the documentation includes it too")]
#[path = "runtime/desk.rs"]
mod desk;
