//! Numbers of what the graph knows.

use super::permission::Grant;
use stateline_rust::Reference;
use stateline_rust::arena::Idx;
use stateline_schema::Topic;

/// An entry of the map that permits something, by its place in
/// [`Permissions::grants`](super::permission::Permissions::grants).
pub type GrantId = Idx<Grant>;

/// A reference of the code, by its place in [`Input::references`](super::Input::references).
pub type ReferenceId = Idx<Reference>;

/// A topic, by its place in the map.
pub type TopicId = Idx<Topic>;
