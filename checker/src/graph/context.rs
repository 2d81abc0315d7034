//! A context's number.

use stateline_rust::arena::to_u32;
use stateline_schema::{Context, Map};

/// A context, by its place in the map.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub struct ContextId(u32);

impl ContextId {
    pub(crate) fn new(index: usize) -> Self {
        ContextId(to_u32(index))
    }

    /// Its place in the map.
    pub fn index(self) -> usize {
        self.0 as usize
    }

    /// The context of that name.
    pub fn find(map: &Map, name: &str) -> Option<Self> {
        map.contexts.names().position(|known| known.value == name).map(ContextId::new)
    }

    pub(crate) fn of(self, map: &Map) -> &Context {
        map.contexts.values().nth(self.index()).expect("a number is a context's place in this map")
    }

    pub(crate) fn name(self, map: &Map) -> &str {
        &map.contexts.names().nth(self.index()).expect("a number is a context's place in this map").value
    }
}
