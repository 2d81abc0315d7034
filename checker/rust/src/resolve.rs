//! What each name in the code stands for: numbering, imports, paths.

pub(crate) mod build;
mod descriptor;
mod imports;
mod invocations;
mod names;
mod path;
pub mod reference;
pub mod uses;
mod worklist;
pub mod world;

pub use invocations::{Invoked, Meant};
pub use reference::{How, Reference, Role, Unresolved};
pub use world::{DefId, DefKind, World};
