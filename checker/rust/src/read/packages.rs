//! Packages, their dependencies, the features that are on, and their targets.

use super::manifest::{library_name, patched};
use super::metadata::{Metadata, RawDependency, RawPackage, RawTarget};
use super::workspace::{Dependency, DependencyKind, Package, TargetKind};
use semver::Version;
use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};

/// A target before its root file is read.
pub(super) struct Root {
    pub(super) package: usize,
    pub(super) kind: TargetKind,
    pub(super) name: String,
    pub(super) edition: u16,
    pub(super) path: PathBuf,
}

/// Packages in the order of their names.
pub(super) fn packages(metadata: &Metadata) -> (Vec<Package>, Vec<Root>) {
    let mut raw: Vec<&RawPackage> = metadata.packages.iter().collect();
    raw.sort_by(|a, b| (&a.name, &a.manifest_path).cmp(&(&b.name, &b.manifest_path)));
    let folders: Vec<&Path> = raw.iter().map(|package| folder(package)).collect();
    let locals = Locals::new(&raw);
    let features = features(&raw, &locals);
    let patched = patched(&metadata.workspace_root);
    let mut roots = Vec::new();
    let mut packages = Vec::new();
    for (index, package) in raw.iter().enumerate() {
        roots.extend(package.targets.iter().filter_map(|target| root(index, target)));
        packages.push(Package {
            name: package.name.clone(),
            folder: relative(&metadata.workspace_root, folders[index]),
            edition: edition(&package.edition),
            dependencies: package
                .dependencies
                .iter()
                .map(|dependency| lowered(dependency, &raw, &locals, &patched))
                .collect(),
            features: features[index].iter().cloned().collect(),
            id: package.id.clone(),
        });
    }
    (packages, roots)
}

/// The folders outside of the root that dependencies lead to.
pub(super) fn neighbours(metadata: &Metadata) -> BTreeSet<PathBuf> {
    let dependencies = metadata.packages.iter().flat_map(|package| &package.dependencies);
    let folders = dependencies.filter_map(|dependency| dependency.path.clone());
    folders.filter(|folder| !folder.starts_with(&metadata.workspace_root)).collect()
}

/// A path relative to the root with `/`, or as it is where it lies outside.
pub(super) fn relative(root: &Path, path: &Path) -> String {
    let shown = path.strip_prefix(root).unwrap_or(path).to_string_lossy();
    if std::path::MAIN_SEPARATOR == '/' {
        shown.into_owned()
    } else {
        shown.replace(std::path::MAIN_SEPARATOR, "/")
    }
}

fn folder(package: &RawPackage) -> &Path {
    package.manifest_path.parent().unwrap_or(&package.manifest_path)
}

fn edition(text: &str) -> u16 {
    text.parse().unwrap_or(2015)
}

fn root(package: usize, target: &RawTarget) -> Option<Root> {
    let kind = target.kind.iter().find_map(|kind| match kind.as_str() {
        "lib" | "rlib" | "dylib" | "cdylib" | "staticlib" => Some(TargetKind::Library),
        "proc-macro" => Some(TargetKind::ProcMacro),
        "bin" => Some(TargetKind::Binary),
        "example" => Some(TargetKind::Example),
        "test" => Some(TargetKind::Test),
        "bench" => Some(TargetKind::Bench),
        "custom-build" => Some(TargetKind::BuildScript),
        _ => None,
    })?;
    Some(Root {
        package,
        kind,
        name: target.name.clone(),
        edition: edition(&target.edition),
        path: target.src_path.clone(),
    })
}

fn lowered(
    dependency: &RawDependency,
    packages: &[&RawPackage],
    locals: &Locals<'_>,
    patched: &[String],
) -> Dependency {
    let local = locals.find(dependency);
    let library = match local {
        Some(index) => library(packages[index]).map(str::to_owned),
        None => dependency.path.as_deref().and_then(library_name),
    };
    let name = dependency.rename.as_ref().or(library.as_ref()).unwrap_or(&dependency.name);
    Dependency {
        code_name: name.replace('-', "_"),
        package: dependency.name.clone(),
        library: library.map(|name| name.replace('-', "_")),
        kind: match dependency.kind.as_deref() {
            Some("dev") => DependencyKind::Development,
            Some("build") => DependencyKind::Build,
            _ => DependencyKind::Normal,
        },
        local,
        is_published: is_published(dependency) && !patched.contains(&dependency.name),
    }
}

fn is_published(dependency: &RawDependency) -> bool {
    let source = dependency.source.as_deref().unwrap_or_default();
    ["registry+", "sparse+"].iter().any(|kind| source.starts_with(kind))
}

/// The packages of the workspace, as its dependencies may mean them.
struct Locals<'p> {
    by_folder: HashMap<&'p Path, usize>,
    by_name: HashMap<&'p str, (usize, &'p Version)>,
}

impl<'p> Locals<'p> {
    fn new(packages: &[&'p RawPackage]) -> Self {
        let numbered = || packages.iter().enumerate();
        Self {
            by_folder: numbered().map(|(index, package)| (folder(package), index)).collect(),
            by_name: numbered().map(|(index, package)| (&*package.name, (index, &package.version))).collect(),
        }
    }

    /// The package that a dependency means, if it is one of the workspace's. One that is asked for
    /// by version is, where the version fits: such workspaces patch the registry with themselves.
    fn find(&self, dependency: &RawDependency) -> Option<usize> {
        match dependency.path.as_deref() {
            Some(path) => self.by_folder.get(path).copied(),
            None => {
                let (index, version) = self.by_name.get(&*dependency.name)?;
                dependency.req.matches(version).then_some(*index)
            }
        }
    }
}

/// The name that a package's library bears, which need not be the package's.
fn library(package: &RawPackage) -> Option<&str> {
    let is_library = |target: &&RawTarget| {
        let kind = target.kind.first().map(String::as_str);
        matches!(kind, Some("lib" | "rlib" | "dylib" | "cdylib" | "staticlib" | "proc-macro"))
    };
    package.targets.iter().find(is_library).map(|target| target.name.as_str())
}

/// The features that are on: the default ones of each package, what workspace packages ask of each
/// other, and what follows from those.
fn features(packages: &[&RawPackage], locals: &Locals<'_>) -> Vec<BTreeSet<String>> {
    let mut on: Vec<BTreeSet<String>> = vec![BTreeSet::new(); packages.len()];
    let mut waiting: Vec<(usize, String)> = Vec::new();
    for (index, package) in packages.iter().enumerate() {
        waiting.push((index, "default".to_owned()));
        for dependency in &package.dependencies {
            let Some(asked) = locals.find(dependency) else { continue };
            if dependency.optional {
                continue;
            }
            waiting.extend(asked_of(dependency).map(|feature| (asked, feature)));
        }
    }
    while let Some((index, feature)) = waiting.pop() {
        let package = packages[index];
        let dependency =
            |name: &str| package.dependencies.iter().find(|dependency| code_key(dependency) == name);
        let follows = package.features.get(&feature);
        if follows.is_none() && dependency(&feature).is_none() || !on[index].insert(feature.clone()) {
            continue;
        }
        for value in follows.into_iter().flatten() {
            if let Some((name, asked_feature)) = value.split_once('/') {
                let name = name.trim_end_matches('?');
                if let Some(asked) = dependency(name).and_then(|found| locals.find(found)) {
                    waiting.push((asked, asked_feature.to_owned()));
                }
            } else if let Some(name) = value.strip_prefix("dep:") {
                let found = dependency(name);
                if let Some((found, asked)) = found.and_then(|found| Some((found, locals.find(found)?))) {
                    waiting.extend(asked_of(found).map(|feature| (asked, feature)));
                }
            } else {
                waiting.push((index, value.clone()));
            }
        }
    }
    on
}

fn asked_of(dependency: &RawDependency) -> impl Iterator<Item = String> {
    let default = dependency.uses_default_features.then(|| "default".to_owned());
    dependency.features.iter().cloned().chain(default)
}

/// As features name a dependency.
fn code_key(dependency: &RawDependency) -> &str {
    dependency.rename.as_deref().unwrap_or(&dependency.name)
}
