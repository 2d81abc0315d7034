//! The base: the commit from which a branch parted, checked with today's command.
//!
//! Its files are written into a temporary folder, read and checked there as any workspace is, and what was
//! found is kept in the cache by what it depends on. Whoever asks what a change does asks here.

use super::git::Fork;
use super::options::Global;
use super::pipeline::{self, Resolved};
use super::today;
use crate::finding::{Finding, Level};
use crate::graph::Graph;
use crate::report::{Failure, Failures, Since, Taken};
use crate::rules::{self, Identity, RuleKind};
use serde::{Deserialize, Serialize};
use stateline_rust::{Workspace, cache};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// What was wrong at the base already.
#[derive(Debug)]
pub(super) struct Base {
    revision: String,
    pub(super) fork: Fork,
    there: There,
}

/// What a commit has.
#[derive(Debug, Default, Serialize, Deserialize)]
struct There {
    #[serde(with = "pairs")]
    known: BTreeMap<Identity, Weight>,
    /// The names of crates.
    crates: BTreeSet<String>,
}

/// JSON has no keys of several parts, so that the entries are a list of pairs.
mod pairs {
    use super::{BTreeMap, Identity, Weight};
    use serde::{Deserialize, Deserializer, Serializer};

    pub(super) fn serialize<S: Serializer>(
        known: &BTreeMap<Identity, Weight>,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        to.collect_seq(known)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<BTreeMap<Identity, Weight>, D::Error> {
        Vec::deserialize(from).map(|pairs: Vec<(Identity, Weight)>| pairs.into_iter().collect())
    }
}

/// How much a finding weighs, and how many places it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Weight {
    is_error: bool,
    places: usize,
}

impl Base {
    /// The findings of the base under its own map, exceptions and lock, on the day that is asked for.
    ///
    /// # Errors
    /// When git does not know the revision; or with what keeps the base from being checked, as the second.
    pub(super) fn at(
        revision: &str,
        workspace: &Workspace,
        global: &Global,
    ) -> Result<(Self, Option<Failure>), Failures> {
        let fork = Fork::new(&workspace.root, revision, "--since")?;
        let key = key(&fork, workspace, global)?;
        let kept = cache::load(workspace, "base", &key);
        let kept = kept.and_then(|kept| serde_json::from_slice::<There>(&kept).ok());
        let (there, problem) = match kept {
            Some(there) => (there, None),
            None => match Export::new(&fork, workspace, global).and_then(|export| export.check()) {
                Ok(there) => {
                    let listed = serde_json::to_vec(&there).expect("texts and numbers");
                    cache::store(workspace, "base", &key, &listed);
                    (there, None)
                }
                Err(failures) => (There::default(), failures.list.into_iter().next()),
            },
        };
        Ok((Base { revision: revision.to_owned(), fork, there }, problem))
    }

    /// Takes out the findings that the base has as well, and says how many they are, and which crates came.
    pub(super) fn take_known(&self, findings: &mut Vec<Finding>, graph: &Graph<'_>) -> Since {
        let mut places: BTreeMap<Identity, usize> = BTreeMap::new();
        let before = findings.len();
        findings.retain_mut(|finding| {
            let identity = Identity::of(finding);
            let Some(known) = self.there.known.get(&identity).filter(|known| known.covers(finding)) else {
                return true;
            };
            // In its days of grace, an exception does not take a further place.
            let kind = rules::rule(finding.rule).map(|rule| rule.kind);
            let is_ending = kind == Some(RuleKind::Exception) && finding.level == Level::Warning;
            if is_ending && finding.places.len() > known.places {
                finding.level = Level::Error;
                return true;
            }
            *places.entry(identity).or_default() += finding.places.len();
            false
        });
        let more = |(identity, places): (&Identity, &usize)| {
            places.saturating_sub(self.there.known[identity].places)
        };
        Since {
            revision: self.revision.clone(),
            commit: self.fork.short().to_owned(),
            known: before - findings.len(),
            more_places: places.iter().map(more).sum(),
            taken: self.taken(graph),
        }
    }

    /// The crates that came, and that a pattern or a folder gave to a context; none where the base is not known.
    fn taken(&self, graph: &Graph<'_>) -> Vec<Taken> {
        if self.there.crates.is_empty() {
            return Vec::new();
        }
        let new = graph.regions.taken.iter().filter(|taken| !self.there.crates.contains(&taken.name));
        let told = new.map(|taken| Taken {
            name: taken.name.clone(),
            context: graph.name(taken.context).to_owned(),
            by: graph.context(taken.context).owns[taken.entry].value.to_string(),
        });
        told.collect()
    }
}

impl Weight {
    /// A warning that has become an error is a new finding.
    fn covers(self, finding: &Finding) -> bool {
        self.is_error || finding.level == Level::Warning
    }
}

fn weighed(findings: &[Finding]) -> BTreeMap<Identity, Weight> {
    let mut weighed: BTreeMap<Identity, Weight> = BTreeMap::new();
    for finding in findings {
        let entry = weighed.entry(Identity::of(finding));
        let weight = entry.or_insert(Weight { is_error: false, places: 0 });
        weight.is_error |= finding.level == Level::Error;
        weight.places += finding.places.len();
    }
    weighed
}

/// All that the findings of a base depend on, besides the command, which the cache knows.
fn key(fork: &Fork, workspace: &Workspace, global: &Global) -> Result<Vec<u8>, Failure> {
    let named = [&global.map, &global.exceptions].map(|path| path.as_deref().map(std::path::absolute));
    let key = format!("{}\0{}\0{named:?}\0{:?}", fork.tree, today::asked(global)?, workspace.root);
    Ok(key.into_bytes())
}

/// The files of a commit in a folder that is removed when nobody needs it any more.
#[derive(Debug)]
pub(super) struct Export {
    /// Removed with this.
    _folder: TempDir,
    /// The command line as it would be there.
    global: Global,
}

impl Export {
    /// # Errors
    /// When no folder can be made, when git cannot fill it, or when the workspace is not in the repository.
    pub(super) fn new(fork: &Fork, workspace: &Workspace, global: &Global) -> Result<Self, Failures> {
        let folder = tempfile::Builder::new().prefix("stateline-base-").tempdir();
        let folder =
            folder.map_err(|error| Failure::new(format!("a temporary folder cannot be made: {error}")))?;
        let below = folder.path().canonicalize().unwrap_or_else(|_| folder.path().to_owned());
        // As deep as the repository lies, so that what lies beside it has a place too.
        let root = below.join(fork.top.strip_prefix("/").unwrap_or(Path::new("tree")));
        fork.export(&root)?;
        let there = |path: &Path| there(path, &fork.top, &root);
        for neighbour in &workspace.neighbours {
            lead_to(neighbour, &workspace.root, &there(&workspace.root));
        }
        let manifest = there(&workspace.root.join("Cargo.toml"));
        let global = Global {
            manifest_path: Some(manifest),
            map: global.map.as_deref().map(there),
            exceptions: global.exceptions.as_deref().map(there),
            // What is kept is what comes out; a temporary folder is never read again.
            no_cache: true,
            overlays: Vec::new(),
            map_overlays: Vec::new(),
            ..global.clone()
        };
        Ok(Export { _folder: folder, global })
    }

    /// The code there, with the command line as it would be there.
    ///
    /// # Errors
    /// When it cannot be read.
    pub(super) fn resolved<T>(
        &self,
        then: impl FnOnce(&Resolved<'_>, &Global) -> Result<T, Failures>,
    ) -> Result<T, Failures> {
        pipeline::resolved(&self.global, |resolved| then(resolved, &self.global))
    }

    /// What is wrong there, under its own map.
    fn check(&self) -> Result<There, Failures> {
        pipeline::locked(&self.global, (None, None), |mapped| {
            let world = mapped.graph.world();
            let ours = world.crates.iter().filter(|held| held.target.is_some());
            let crates = ours.map(|held| world.text(held.known_as).to_owned());
            let known = weighed(&rules::check_graph(mapped.graph).findings);
            Ok(There { known, crates: crates.collect() })
        })
    }
}

/// Leads from beside a copy of the workspace to what lies beside the workspace itself and a relative path in a manifest
/// names. Where that cannot be done, cargo says what is missing.
fn lead_to(neighbour: &Path, workspace: &Path, copy: &Path) {
    for (here, there) in workspace.ancestors().zip(copy.ancestors()) {
        let Ok(rest) = neighbour.strip_prefix(here) else { continue };
        // All of it, since a package may need the workspace around it.
        let Some(first) = rest.components().next() else { return };
        let link = there.join(first);
        if !link.exists() {
            #[cfg(unix)]
            let _ = std::os::unix::fs::symlink(here.join(first), link);
            #[cfg(windows)]
            let _ = std::os::windows::fs::symlink_dir(here.join(first), link);
        }
        return;
    }
}

/// Where a path of the repository is in a copy of it; what lies outside stays where it is.
fn there(path: &Path, top: &Path, copy: &Path) -> PathBuf {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    // The repository is known without symbolic links.
    let folder = path.parent().and_then(|folder| folder.canonicalize().ok());
    let real = folder.zip(path.file_name()).map(|(folder, name)| folder.join(name));
    let path = real.unwrap_or(path);
    path.strip_prefix(top).map_or(path.clone(), |inside| copy.join(inside))
}
