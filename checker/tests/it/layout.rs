//! A small workspace on the disk, and what a check finds in it.

use cargo_stateline::finding::Finding;
use cargo_stateline::graph::Input;
use cargo_stateline::marks::MARKS;
use cargo_stateline::rules::{self, Outcome};
use stateline_rust::{Dependency, DependencyKind, Package, StandIn, Workspace, stand_ins};
use stateline_schema::{Date, Exceptions, Known, Source, SourceId};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::LazyLock;

/// Read once for all: the standard library's, and that of the crate with our macros.
static STAND_INS: LazyLock<Vec<StandIn>> = LazyLock::new(|| {
    let ours = Dependency {
        code_name: "stateline".into(),
        package: "stateline".into(),
        library: None,
        kind: DependencyKind::Normal,
        local: None,
        is_published: true,
    };
    let package = Package {
        name: String::new(),
        folder: String::new(),
        edition: 2024,
        dependencies: vec![ours],
        features: Vec::new(),
        id: String::new(),
    };
    stand_ins(&Workspace { packages: vec![package], ..Workspace::default() })
});

/// Files by path, and nothing else.
#[derive(Clone, Debug, Default)]
pub(crate) struct Layout {
    pub(crate) files: BTreeMap<String, String>,
}

impl Layout {
    /// All files of a folder, its own manifests included.
    pub(crate) fn of_folder(folder: &Path) -> Self {
        let mut files = BTreeMap::new();
        let mut left = vec![folder.to_path_buf()];
        while let Some(at) = left.pop() {
            for entry in std::fs::read_dir(&at).expect("a folder of a fixture").flatten() {
                let path = entry.path();
                if path.is_dir() {
                    if !path.ends_with("target") {
                        left.push(path);
                    }
                    continue;
                }
                let name = path.strip_prefix(folder).expect("it lies below");
                let name = name.to_string_lossy().replace('\\', "/");
                let text = std::fs::read_to_string(&path).expect("a fixture is text");
                // What depends on the crate with our macros finds it from anywhere.
                let ours = format!("path = {:?}", folder.join("../.."));
                files.insert(name, text.replace("path = \"../..\"", &ours));
            }
        }
        Layout { files }
    }

    /// What the check finds.
    pub(crate) fn findings(&self) -> Vec<Finding> {
        self.check().findings
    }

    /// Lays the files out, reads them back, and checks them against their map.
    pub(crate) fn check(&self) -> Outcome {
        self.with(|input| rules::check(&input))
    }

    /// Lays the files out, reads them back, and hands over what a check needs.
    pub(crate) fn with<T>(&self, then: impl FnOnce(Input<'_>) -> T) -> T {
        let folder = tempfile::tempdir().expect("a folder can be made");
        for (path, text) in self.files.iter().chain(&self.manifests()) {
            let path = folder.path().join(path);
            std::fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("it can be made");
            std::fs::write(path, text).expect("it can be written");
        }
        let manifest = folder.path().join("Cargo.toml");
        let options = stateline_rust::Options {
            manifest: Some(&manifest),
            derive: &MARKS,
            ..stateline_rust::Options::default()
        };
        let workspace = stateline_rust::read(&options).expect("the workspace can be read");
        assert!(workspace.problems.is_empty(), "{:?}", workspace.problems);
        let mut world = stateline_rust::resolve(&workspace, &STAND_INS);
        let found = stateline_rust::all_references(&mut world);
        let source = |id: usize, name: &str| {
            Source::new(SourceId(id), name, self.files.get(name).cloned().unwrap_or_default())
        };
        let names: Vec<&str> = rules::RULES.iter().map(|rule| rule.name).collect();
        let known = Known { rules: Some(&names) };
        let sources = [
            source(0, "stateline.yaml"),
            source(1, "stateline.exceptions.yaml"),
            source(2, "stateline.lock"),
        ];
        let (map, mistakes) = stateline_schema::read(&sources[0], &[], &known);
        assert!(mistakes.is_empty(), "{:?}", mistakes.iter().map(|m| m.line(&sources)).collect::<Vec<_>>());
        let exceptions = match self.files.contains_key("stateline.exceptions.yaml") {
            true => stateline_schema::read_exceptions(&sources[1], &known),
            false => (Exceptions::default(), Vec::new()),
        };
        assert!(exceptions.1.is_empty(), "{:?}", exceptions.1);
        let as_of = Date::new(2026, 11, 21).expect("there is such a day");
        let exceptions = &exceptions.0;
        let lock = self.files.contains_key("stateline.lock").then(|| {
            let read = stateline_schema::lock::read_lock(&sources[2]);
            read.unwrap_or_else(|m| panic!("{:?}", m.iter().map(|m| m.line(&sources)).collect::<Vec<_>>()))
        });
        let sources = &sources;
        then(Input {
            world: &world,
            references: &found.references,
            coverage: found.coverage,
            map: &map,
            exceptions,
            lock: lock.as_ref(),
            base: None,
            population: None,
            sources,
            as_of,
        })
    }

    /// A package for each folder with a `src`, each knowing all the others, and the crate with our macros
    /// (which nobody looks for) if some file names it.
    fn manifests(&self) -> BTreeMap<String, String> {
        if self.files.contains_key("Cargo.toml") {
            return BTreeMap::new();
        }
        let packages: BTreeSet<&str> = self
            .files
            .keys()
            .filter_map(|path| path.split_once("/src/"))
            .map(|(package, _)| package)
            .collect();
        let marked = self.files.values().any(|text| text.contains("stateline::"));
        let ours = if marked { "stateline = \"0.1\"\n" } else { "" };
        let mut manifests = BTreeMap::new();
        for package in &packages {
            let others = packages.iter().filter(|other| *other != package);
            let known: String =
                others.map(|other| format!("{other} = {{ path = \"../{other}\" }}\n")).collect();
            let text = format!(
                "[package]\nname = \"{package}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[dependencies]\n{ours}{known}"
            );
            manifests.insert(format!("{package}/Cargo.toml"), text);
        }
        let members: Vec<String> = packages.iter().map(|package| format!("\"{package}\"")).collect();
        let workspace = format!("[workspace]\nresolver = \"3\"\nmembers = [{}]\n", members.join(", "));
        manifests.insert("Cargo.toml".into(), workspace);
        manifests
    }
}
