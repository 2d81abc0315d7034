//! What every store promises, as tests that any store can run.
mod scribe;

pub use scribe::{Scribe, definition, id, state};
