//! Files that cross a border on the disk: held by two contexts, or fetched from outside a folder.

use super::{ContextId, Graph};
use crate::finding::Place;
use rustc_hash::{FxHashMap, FxHashSet};
use stateline_rust::summary::ItemKind;
use stateline_rust::{DefId, FileId};
use std::cell::LazyCell;
use std::collections::BTreeSet;

/// A file that is part of two contexts.
#[derive(Debug)]
pub struct Shared {
    pub first: ContextId,
    pub second: ContextId,
    /// Its beginning.
    pub place: Place,
    /// The link by which the second holds it, if it does so by a link.
    pub link: Option<Place>,
}

/// A `#[path]` or `include!` that leads out of a context's folders.
#[derive(Debug)]
pub struct Escape {
    pub context: ContextId,
    /// Where it leads.
    pub file: String,
    /// A folder in which it should have stayed.
    pub folder: String,
    /// Where it stands.
    pub place: Place,
}

impl Graph<'_> {
    /// The folders of the packages of which a context owns something.
    pub fn package_folders(&self, context: ContextId) -> BTreeSet<&str> {
        let workspace = self.world().workspace;
        let package = |root: &DefId| {
            let target = self.world().crates[self.world().def(*root).krate].target?;
            Some(&*workspace.packages[workspace.targets[target].package].folder)
        };
        self.regions.roots[context.index()].iter().filter_map(package).collect()
    }

    /// Files that are part of two contexts, by way of `#[path]`, of two crates, or of a link.
    pub fn shared_files(&self) -> Vec<Shared> {
        let mut first: FxHashMap<FileId, (ContextId, FileId)> = FxHashMap::default();
        let mut shared = Vec::new();
        let mut told: FxHashSet<(FileId, ContextId)> = FxHashSet::default();
        for held in &self.world().instances {
            let Some(owner) = self.regions.owner(held.module) else { continue };
            let same = self.world().workspace.same.get(&held.file).copied().unwrap_or(held.file);
            let (known, file) = *first.entry(same).or_insert((owner, held.file));
            if known != owner && told.insert((same, owner)) {
                let link = (file != held.file).then(|| self.at_code(held.file, (0, 0), "the same file"));
                let place = self.at_code(file, (0, 0), "included by both");
                shared.push(Shared { first: known, second: owner, place, link });
            }
        }
        shared
    }

    /// Every `#[path]` and `include!` that leads out of its context's folders.
    pub fn escapes(&self) -> Vec<Escape> {
        let world = self.world();
        let workspace = world.workspace;
        let mut folders: FxHashMap<ContextId, Vec<String>> = FxHashMap::default();
        let owners = LazyCell::new(|| self.owners_of_files());
        let mut escapes = Vec::new();
        for (&(from, item), &to) in &workspace.outlines {
            let written = &world.summary(from).items[item];
            let by_path =
                matches!(written.kind, ItemKind::Module { path: Some(_), .. } | ItemKind::MacroCall { .. });
            if !by_path {
                continue;
            }
            let Some(&context) = owners.get(&from) else { continue };
            let folders = folders.entry(context).or_insert_with(|| self.folders(context));
            let file = &workspace.files[to].path;
            if folders.iter().any(|folder| is_in(file, folder)) {
                continue;
            }
            escapes.push(Escape {
                context,
                file: file.to_string(),
                folder: folders.first().cloned().unwrap_or_default(),
                place: self.at_code(from, written.span, "leads outside of the folder"),
            });
        }
        escapes.sort_by(|a, b| (&a.place.path, a.place.span.start).cmp(&(&b.place.path, b.place.span.start)));
        escapes
    }

    /// Asked for all files at once: few fetch others by path, but those may be many.
    fn owners_of_files(&self) -> FxHashMap<FileId, ContextId> {
        let mut owners = FxHashMap::default();
        for held in &self.world().instances {
            if let Some(owner) = self.regions.owner(held.module) {
                owners.entry(held.file).or_insert(owner);
            }
        }
        owners
    }

    /// The folders in which a context's code stands, each ending in `/` (or empty: the workspace's),
    /// and files that are modules of their own.
    fn folders(&self, context: ContextId) -> Vec<String> {
        let mut folders: Vec<String> =
            self.regions.roots[context.index()].iter().flat_map(|root| self.folder(*root)).collect();
        folders.sort();
        folders.dedup();
        folders
    }

    fn folder(&self, module: DefId) -> Vec<String> {
        let world = self.world();
        let workspace = world.workspace;
        let def = world.def(module);
        let file = workspace.files.get(def.file).map_or("", |file| &file.path);
        let Some(parent) = def.parent else {
            let target = world.crates[def.krate].target;
            let folder = target
                .map_or("", |target| workspace.packages[workspace.targets[target].package].folder.as_str());
            return vec![if folder.is_empty() { String::new() } else { format!("{folder}/") }];
        };
        if def.item.is_some() {
            // Written out in another module's file: what it fetches lies beside that file, in a
            // folder of its name.
            let name = world.text(def.name);
            return self.folder(parent).iter().map(|above| format!("{above}{name}/")).collect();
        }
        match file.strip_suffix("/mod.rs") {
            Some(folder) => vec![format!("{folder}/")],
            None => vec![format!("{}/", file.trim_end_matches(".rs")), file.to_owned()],
        }
    }
}

fn is_in(file: &str, folder: &str) -> bool {
    folder.is_empty() || file == folder || (folder.ends_with('/') && file.starts_with(folder))
}
