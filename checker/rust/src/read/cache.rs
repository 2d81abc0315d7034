//! What was found out in earlier runs, in the user's own cache folder.
//!
//! A cache changes no result. Whatever is damaged, forged, of another version of the tool or of
//! another workspace, too large, or no plain file of the user's own is as good as absent. It lies
//! outside the tree that is checked, so that no repository and no pull request can carry one.
#![expect(clippy::disallowed_methods, reason = "the cache is files in a folder")]

mod home;
mod pack;
mod prune;
mod stamp;
mod store;
#[cfg(test)]
mod tests;

pub use home::home;
pub(super) use pack::{Entry, Pack, Packed};
pub use prune::clean;
pub(super) use stamp::Stamp;
pub use store::Store;

use super::workspace::Workspace;
use std::io::Write as _;

/// What an earlier run stored under this name, if it was under the same key and is intact.
pub fn load(workspace: &Workspace, name: &str, key: &[u8]) -> Option<Vec<u8>> {
    let store = workspace.cache.as_ref()?;
    let mut stored = store.read(name)?;
    let (rest, seal) = stored.split_last_chunk()?;
    let hash = blake3::hash(key);
    if *seal != store.seal(rest) || rest.get(..32)? != hash.as_bytes() {
        return None;
    }
    stored.truncate(rest.len());
    stored.drain(..32);
    Some(stored)
}

/// Stores what took long to find out: one value for each name. A failure is ignored.
pub fn store(workspace: &Workspace, name: &str, key: &[u8], value: &[u8]) {
    if let Some(store) = &workspace.cache {
        let content = [blake3::hash(key).as_bytes(), value].concat();
        store.write(name, |out| {
            out.write_all(&content)?;
            out.write_all(&store.seal(&content))
        });
    }
}
