//! The cases that macros and checker must say the same of, and what compiles them. For tests alone.

pub mod cargo;
pub mod cases;
pub mod compile;

pub use cases::Case;
