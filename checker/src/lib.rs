//! Reads a Rust workspace without compiling it, and checks it against the map in `stateline.yaml`.

pub mod cli;
pub mod draw;
pub mod finding;
pub mod graph;
pub mod prove;
pub mod report;
pub mod rules;
