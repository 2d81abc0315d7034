//! The tests of the runtime and of what its macros derive.

mod rebuild;
mod runtime;
mod ui;
