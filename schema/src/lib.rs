//! The map of a system.
