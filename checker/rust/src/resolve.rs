//! What each name in the code stands for: numbering, imports, paths.

mod build;
mod descriptor;
mod imports;
mod marks;
mod names;
mod path;
pub mod reference;
pub mod uses;
pub mod world;

pub use build::world;
pub use marks::{Marked, Meant};
pub use reference::{How, Reference, Role, Unresolved};
pub use world::{DefId, DefKind, World};
