//! Reading a workspace: packages, files, and a summary of each. Nothing else touches the disk.

pub mod cache;
pub mod cfg;
pub mod derive;
mod disk;
mod doc_tests;
mod error;
mod expand;
mod fence;
mod invocation;
mod lex;
mod manifest;
mod metadata;
mod modules;
mod orphans;
mod overlay;
mod packages;
mod parse;
#[cfg(test)]
mod printed;
mod renamed;
mod shared;
pub mod summary;
pub(crate) mod templates;
mod visit;
mod walk;
mod workspace;

pub use disk::{file_bytes, map_text, source, standard_input};
pub use error::Error;
pub(crate) use expand::{Argument, ExpandedPath};
pub use fence::Fence;
pub use invocation::{GivenArgument, Invocation, Text, Value};
pub use overlay::{Overlay, overlaid};
pub(crate) use parse::MacroRules;
pub use parse::{summarise, summarise_with};
pub(crate) use summary::*;
pub use visit::TypeVisitor;
pub use workspace::*;

use derive::{Derive, Door, Exported};
use renamed::Renamed;
use rustc_hash::FxHashSet;
use std::path::PathBuf;
use templates::Templates;

/// How a workspace is to be read.
#[derive(Default)]
pub struct Options<'o> {
    /// The manifest of the workspace or of one of its packages; else cargo looks for one.
    pub manifest: Option<&'o std::path::Path>,
    /// The folder of all caches ([`cache::home`]); without one nothing is kept, and nothing taken from there.
    pub cache: Option<&'o std::path::Path>,
    /// Conditions that hold besides those of an ordinary build: `name` or `name="value"`.
    pub cfg: &'o [String],
    /// Texts that are read in place of files; then nothing is kept in the cache.
    pub overlays: &'o [Overlay],
    /// What derives code.
    pub derive: &'static dyn Derive,
}

/// The root of the workspace that a manifest belongs to.
///
/// # Errors
/// When cargo can not read it.
pub fn root(manifest: Option<&std::path::Path>) -> Result<PathBuf, Error> {
    Ok(metadata::ask(manifest)?.workspace_root)
}

/// Reads all packages of a workspace and every file that their targets reach.
///
/// # Errors
/// When cargo can not read the workspace or there is nothing in it. Files that can not be read are
/// no error but [`Workspace::problems`], so that all of them are told at once.
pub fn workspace(options: &Options) -> Result<Workspace, Error> {
    let metadata = metadata::ask(options.manifest)?;
    let (packages, roots) = packages::packages(&metadata);
    if packages.is_empty() {
        return Err(
            Error::new("this workspace has no packages").help("add one to `members` in its Cargo.toml")
        );
    }
    let mut cfg = cfg::ordinary();
    options.cfg.iter().for_each(|given| cfg.insert(given));
    let root = &metadata.workspace_root;
    let exported = exported(options.derive, &packages);
    let mut wrong = Vec::new();
    let own = disk::files_in(&root.join(templates::FOLDER), templates::ENDS, root, &mut wrong);
    let templates = Templates::of(|package| depends_on(&packages, package), own, &mut wrong);
    let door = Door {
        derive: options.derive,
        exported: &exported,
        renamed: &[],
        shared: &[],
        templates: &templates,
    };
    let store = options.cache.and_then(|home| cache::Store::open(home, root));
    let store = store.map(|store| store.only_read(!options.overlays.is_empty()));
    let target = &metadata.target_directory;
    let walk = |pack: &cache::Pack<'_>| {
        let door = Door { renamed: pack.renamed(), ..door };
        let overlays = options.overlays;
        walk::Walk { root, cfg: &cfg, packages: &packages, door, pack, overlays }.run(&roots)
    };
    let ((mut walked, renamed), (sources, unread)) = rayon::join(
        || by_all_names(store.as_ref(), door, walk),
        || orphans::sources(root, target, &packages),
    );
    walked.problems.extend(unread);
    walked.problems.extend(wrong);
    let shown = |path: &std::path::Path| packages::relative(root, path);
    let astray = options.overlays.iter().filter_map(|overlay| overlay.problem(shown, walked.known.keys()));
    let astray: Vec<_> = astray.collect();
    walked.problems.extend(astray);
    let read: FxHashSet<PathBuf> = walked.known.keys().cloned().collect();
    let orphans = orphans::orphans(root, sources, &read);
    let targets = roots
        .into_iter()
        .filter_map(|target| {
            let root = walked.known.get(&target.path).copied().flatten()?;
            let code_name = target.name.replace('-', "_");
            let packages::Root { package, kind, name, edition, .. } = target;
            Some(Target { package, kind, name, code_name, root, edition })
        })
        .collect();
    let neighbours = packages::neighbours(&metadata);
    Ok(Workspace {
        root: metadata.workspace_root,
        packages,
        neighbours,
        targets,
        files: walked.files.into(),
        outlines: walked.outlines,
        same: walked.same,
        others: walked.others,
        absent: walked.absent,
        orphans,
        cfg,
        derive: options.derive,
        renamed,
        templates,
        target_directory: metadata.target_directory,
        problems: walked.problems,
        cache: store,
    })
}

/// Walks through all files, and once more where a macro behind the door goes by a name that was not looked for.
fn by_all_names(
    store: Option<&cache::Store>,
    door: Door<'_>,
    walk: impl Fn(&cache::Pack<'_>) -> walk::Walked,
) -> (walk::Walked, Renamed) {
    let mut pack = cache::Pack::open(store, door);
    loop {
        let walked = walk(&pack);
        let summaries = walked.files.iter().map(|file| &file.summary);
        let renamed = renamed::renamed(summaries, door.derive);
        if renamed == *pack.renamed() {
            return (walked, renamed);
        }
        pack = cache::Pack::new(store, Door { renamed: &renamed, ..door });
    }
}

/// The exported macros of packages that this workspace depends on.
fn exported<'d>(derive: &'d dyn Derive, packages: &[Package]) -> Vec<&'d Exported> {
    derive.exported().iter().filter(|exported| depends_on(packages, exported.package)).collect()
}

/// Whether one of these packages depends on the one of this name.
fn depends_on(packages: &[Package], name: &str) -> bool {
    packages.iter().flat_map(|package| &package.dependencies).any(|found| found.package == name)
}
