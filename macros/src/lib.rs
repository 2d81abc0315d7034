//! The interfaces of operations, steps and messages, derived from functions.
