//! The command `cargo stateline`.

fn main() {}
