//! Paths into crates that are not part of the workspace, numbered.

use super::definitions::DefId;
use super::symbols::{Symbol, Symbols, UNDERSCORE};
use crate::arena::{Arena, Idx};
use rustc_hash::FxHashMap;

/// A path into a crate that is not part of the workspace, such as `serde::Serialize`.
pub type OutsideId = Idx<Outside>;

/// The last segment of such a path, and the path before it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Outside {
    /// `None` for a crate, and for the text of a module as a whole.
    pub parent: Option<OutsideId>,
    pub name: Symbol,
    /// For the text of a module: that module.
    text_of: Option<DefId>,
}

/// All such paths that the workspace knows.
#[derive(Debug, Default)]
pub struct Outsides {
    paths: Arena<Outside>,
    children: FxHashMap<(OutsideId, Symbol), OutsideId>,
}

impl Outsides {
    /// The path with this number, if there is one.
    pub(crate) fn get(&self, id: OutsideId) -> Option<Outside> {
        self.paths.get(id).copied()
    }

    /// The crate that a path leads into.
    pub fn krate(&self, id: OutsideId) -> OutsideId {
        self.paths[id].parent.map_or(id, |parent| self.krate(parent))
    }

    /// Whether it is what a crate calls by its own name.
    pub(crate) fn is_namesake(&self, id: OutsideId) -> bool {
        let Outside { parent, name, .. } = self.paths[id];
        parent.is_some_and(|parent| self.paths[parent] == Outside { parent: None, name, text_of: None })
    }

    /// The last segment of a path.
    pub fn name(&self, id: OutsideId) -> Symbol {
        self.paths[id].name
    }

    /// A path that is one segment longer, if it is known.
    pub fn child(&self, parent: OutsideId, name: Symbol) -> Option<OutsideId> {
        self.children.get(&(self.module(parent), name)).copied()
    }

    /// A path that is one segment longer, or a crate; made if need be.
    pub(crate) fn intern(&mut self, parent: Option<OutsideId>, name: Symbol) -> OutsideId {
        let known = match parent {
            Some(parent) => self.child(parent, name),
            None => {
                let mut known = self.paths.enumerate();
                known
                    .find(|(_, entry)| **entry == Outside { parent: None, name, text_of: None })
                    .map(|(found, _)| found)
            }
        };
        known.unwrap_or_else(|| {
            let parent = parent.map(|parent| self.module(parent));
            let id = self.paths.alloc(Outside { parent, name, text_of: None });
            if let Some(parent) = parent {
                self.children.insert((parent, name), id);
            }
            id
        })
    }

    /// All names in a module of text that is not read, for a glob of it. Each of them leads here, as each
    /// name of the text leads to the text as a whole.
    pub(crate) fn names_in(&mut self, module: OutsideId) -> OutsideId {
        if self.is_whole(module) { module } else { self.intern(Some(module), UNDERSCORE) }
    }

    /// The module that these are the names of; any other path is itself.
    fn module(&self, id: OutsideId) -> OutsideId {
        let Outside { parent, name, .. } = self.paths[id];
        parent.filter(|_| name == UNDERSCORE).unwrap_or(id)
    }

    /// The text of a module that is not read, as a whole.
    pub(crate) fn text(&mut self, module: DefId, name: Symbol) -> OutsideId {
        self.paths.alloc(Outside { parent: None, name, text_of: Some(module) })
    }

    /// The module that holds the text which a path leads into.
    pub(crate) fn text_of(&self, id: OutsideId) -> Option<DefId> {
        self.paths[self.krate(id)].text_of
    }

    /// Whether a path is a crate, the text of a module as a whole, or all names in a module of the text.
    pub(crate) fn is_whole(&self, id: OutsideId) -> bool {
        let Outside { parent, name, .. } = self.paths[id];
        parent.is_none() || name == UNDERSCORE
    }

    /// A path, after those that it begins with.
    pub(crate) fn way_to(&self, id: OutsideId) -> Vec<OutsideId> {
        let mut way: Vec<_> =
            std::iter::successors(Some(self.module(id)), |at| self.paths[*at].parent).collect();
        way.reverse();
        way
    }

    /// The longest path with which both begin, if they lead into one crate.
    pub(crate) fn common(&self, one: OutsideId, other: OutsideId) -> Option<OutsideId> {
        let (one, other) = (self.way_to(one), self.way_to(other));
        let both = one.into_iter().zip(other).take_while(|(one, other)| one == other);
        both.last().map(|(common, _)| common)
    }

    /// As the code would write it, `serde::Serialize`.
    pub(crate) fn spelt(&self, id: OutsideId, symbols: &Symbols) -> String {
        let Outside { parent, name, .. } = self.paths[self.module(id)];
        match parent {
            Some(parent) => format!("{}::{}", self.spelt(parent, symbols), symbols.text(name)),
            None => symbols.text(name).to_owned(),
        }
    }
}
