//! Reads a Rust workspace without compiling it: what each name, method and field in its code stands for.

pub mod arena;
pub mod infer;
pub mod read;
pub mod resolve;
