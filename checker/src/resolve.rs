//! What each name in the code stands for.

pub mod reference;
pub mod world;

pub use reference::{How, Reference, Role, Unresolved};
pub use world::{DefId, DefKind, World};
