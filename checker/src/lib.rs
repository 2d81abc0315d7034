//! Reads a Rust workspace without compiling it, and checks it against the map in `stateline.yaml`.

pub mod atlas;
pub mod cli;
pub mod finding;
pub mod graph;
pub mod lock;
pub mod marks;
pub mod prove;
pub mod report;
pub mod rules;
pub mod wire;
