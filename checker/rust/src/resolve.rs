//! What each name in the code stands for: numbering, imports, paths.
//!
//! Three phases, each a type that hands on to the next: [`Definitions`] are what stands in the code,
//! [`Scopes`] add the names that each module, block and enum knows, and the [`World`] is what can be said
//! once no import brings anything new.

mod crates;
mod definitions;
mod descriptor;
mod follow;
pub(crate) mod generated;
mod globs;
mod imports;
mod invocations;
mod item_path;
mod names;
mod numbering;
mod outside;
mod path;
mod presence;
pub(crate) mod reference;
mod scopes;
mod symbols;
mod test_attribute;
pub(crate) mod unresolved;
pub(crate) mod uses;
mod visibility;
mod worklist;
mod world;

pub use definitions::{Crate, CrateId, Def, DefId, DefKind, Definitions, Instance, StandIn, Visible};
pub use imports::Import;
pub use invocations::{Invoked, Meant};
pub use outside::{OutsideId, Outsides};
pub use path::{Named, Resolved, Site};
pub(crate) use presence::Presence;
pub use reference::{How, Reference, Resolution, Role};
pub use scopes::{Binding, Scope, Scopes, Target};
pub use symbols::{Symbol, Symbols};
pub use unresolved::{About, Counted, Coverage, Unresolved, UnresolvedKind};
pub use world::World;

use crate::read::Workspace;

/// Every definition of the workspace, with all imports followed.
pub fn resolve<'w>(workspace: &'w Workspace, stand_ins: &'w [StandIn]) -> World<'w> {
    let scopes = names::declare(numbering::number(workspace, stand_ins));
    let (scopes, unsettled) = worklist::follow(scopes);
    World::new(scopes, unsettled)
}
