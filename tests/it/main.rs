//! The tests of the runtime and of what its macros derive.

mod rebuild;
mod requirements;
#[cfg(feature = "runner")]
mod runner;
mod runtime;
#[cfg(feature = "runner")]
mod store;
mod ui;
