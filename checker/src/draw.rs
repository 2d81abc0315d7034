//! Pictures of the map: one model, the [`Atlas`], and a file for each form that it is drawn in.
//!
//! Nothing here reads files or prints; every form is a function from an atlas to text.

pub mod atlas;

pub use atlas::Atlas;
