//! The tests of the runtime and of what its macros derive.

#[cfg(feature = "operate")]
mod operate;
mod rebuild;
mod requirements;
#[cfg(feature = "runner")]
mod runner;
mod runtime;
#[cfg(feature = "runner")]
mod store;
mod ui;
