//! People who decide what no program may.

mod queue;

pub use queue::{Office, Queue, blocked};
