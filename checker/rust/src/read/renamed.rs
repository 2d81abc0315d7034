//! Other names by which a workspace hands on the macros behind the door: `pub use stateline::step as stage`.
//!
//! A file is read by itself, and cannot know what another calls a macro. So all files are read, then asked
//! for such names; if any is new, all files are read once more, by these names too.

use super::derive::Derive;
use super::summary::{FileSummary, ItemKind, Name, Visibility, sym};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Each name with the index of the macro, sorted.
pub(crate) type Renamed = Vec<OtherName>;

/// A name that some module hands a macro on by.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct OtherName {
    pub name: Box<str>,
    /// Index into the macros behind the door.
    pub invoked: usize,
}

/// All such names in these files, also those of names that are handed on once more.
pub(super) fn renamed<'f>(files: impl Iterator<Item = &'f FileSummary>, derive: &dyn Derive) -> Renamed {
    let named = |name: &str| derive.macros().iter().position(|found| found.name == name);
    let handed_on: Vec<(&str, &str)> = files.flat_map(handed_on).collect();
    let mut found = BTreeSet::new();
    loop {
        let before = found.len();
        for (name, by) in &handed_on {
            let other = |other: &&OtherName| &*other.name == *name;
            let invoked = named(name).or_else(|| found.iter().find(other).map(|other| other.invoked));
            if let Some(invoked) = invoked {
                found.insert(OtherName { name: (*by).into(), invoked });
            }
        }
        if found.len() == before {
            return found.into_iter().collect();
        }
    }
}

/// What a file imports for others by a name of its own: its name, and that one.
fn handed_on(file: &FileSummary) -> Vec<(&str, &str)> {
    let text = |name: Name| &*file.names[name];
    let open = file.items.iter().filter(|item| !matches!(item.visibility, Visibility::Private));
    let leaves = open.filter_map(|item| match &item.kind {
        ItemKind::Use { leaves, .. } => Some(&file.uses[*leaves]),
        _ => None,
    });
    let renamed = leaves.flatten().filter(|leaf| leaf.alias_at.is_some() && leaf.name != sym::UNDERSCORE);
    let last = |leaf: &super::summary::UseLeaf| {
        let segments = file.terms.paths[leaf.path].segments;
        file.terms.segments[segments].last().map(|segment| segment.name)
    };
    renamed.filter_map(|leaf| Some((text(last(leaf)?), text(leaf.name)))).collect()
}
