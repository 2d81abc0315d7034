//! Stand-ins for crates outside: our own signatures of what hands on types of the workspace.

use crate::read::{self, Workspace};
use crate::resolve::StandIn;

/// A package outside that has a stand-in.
#[derive(Debug)]
struct Outside {
    /// The package's name and version, with `@` between them.
    name: &'static str,
    /// Rust without bodies or lifetimes: containers, pointers, locks, adaptors, extension traits.
    source: &'static str,
}

macro_rules! stand_ins {
    ($($name:literal)*) => {
        &[$(Outside { name: $name, source: include_str!(concat!("../../stand-ins/", $name, ".rs")) }),*]
    };
}

/// Every one there is, by package.
const OUTSIDE: &[Outside] = stand_ins![
    "actix-web@4.18.1"
    "ahash@0.8.12"
    "anyhow@1.0.105"
    "arc-swap@1.9.5"
    "arrayvec@0.7.8"
    "axum@0.8.9"
    "bytes@1.12.2"
    "chrono@0.4.45"
    "clap@4.6.7"
    "color-eyre@0.6.5"
    "crossbeam-channel@0.5.17"
    "dashmap@6.2.1"
    "diesel@2.3.14"
    "either@1.19.0"
    "eyre@0.6.14"
    "futures@0.3.34"
    "futures-channel@0.3.34"
    "futures-core@0.3.34"
    "futures-executor@0.3.34"
    "futures-lite@2.6.1"
    "futures-sink@0.3.34"
    "futures-util@0.3.34"
    "fxhash@0.2.1"
    "hashbrown@0.17.1"
    "http@1.5.0"
    "indexmap@2.14.2"
    "itertools@0.14.0"
    "once_cell@1.21.4"
    "parking_lot@0.12.5"
    "pollster@1.0.3"
    "rayon@1.12.0"
    "regex@1.13.1"
    "reqwest@0.12.28"
    "ropey@1.6.1"
    "rustc-hash@2.1.3"
    "scopeguard@1.2.0"
    "sea-orm@1.1.20"
    "serde_json@1.0.154"
    "slab@0.4.12"
    "slotmap@1.1.1"
    "smallvec@1.16.5"
    "sqlx@0.8.6"
    "stateline@0.1.0"
    "tinyvec@1.13.3"
    "tokio@1.54.1"
    "toml@1.2.2+spec-1.1.0"
    "tonic@0.14.9"
    "tower@0.5.3"
    "tracing@0.1.44"
    "url@2.5.8"
    "uuid@1.29.3"
];

impl Outside {
    fn package(&self) -> &'static str {
        self.name.split_once('@').expect("a test looks at the names").0
    }

    /// Other packages that it names; they are read with it. The second line of its head says them.
    fn needs(&self) -> impl Iterator<Item = &'static str> {
        let line = self.source.lines().nth(1).and_then(|line| line.strip_prefix("// Needs "));
        line.unwrap_or_default().split('`').skip(1).step_by(2)
    }
}

/// The names of all packages that have a stand-in.
#[cfg(test)]
pub(super) fn packages() -> impl Iterator<Item = &'static str> {
    OUTSIDE.iter().map(Outside::package)
}

/// The names of the Rust files in a folder.
#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "tests compare the list with the folder")]
pub(super) fn names_in(folder: &str) -> std::collections::BTreeSet<String> {
    let entries = std::fs::read_dir(folder).expect("the folder is there");
    let names =
        entries.map(|entry| entry.expect("it can be read").file_name().to_string_lossy().into_owned());
    names.filter(|name| name.ends_with(".rs")).collect()
}

/// The stand-ins for what this workspace depends on and does not hold itself.
pub(super) fn stand_ins(workspace: &Workspace) -> impl Iterator<Item = StandIn> {
    let named = |name: &str| {
        let mut dependencies = workspace.packages.iter().flat_map(|package| &package.dependencies);
        dependencies.any(|found| found.local.is_none() && found.package == name)
    };
    let mut wanted: Vec<bool> = OUTSIDE.iter().map(|outside| named(outside.package())).collect();
    let mut open: Vec<usize> = (0..OUTSIDE.len()).filter(|&index| wanted[index]).collect();
    while let Some(index) = open.pop() {
        for needed in OUTSIDE[index].needs() {
            let found = OUTSIDE.binary_search_by_key(&needed, Outside::package);
            let found = found.expect("a test looks for what is needed");
            if !std::mem::replace(&mut wanted[found], true) {
                open.push(found);
            }
        }
    }
    let read = |outside: &Outside| StandIn {
        name: outside.package(),
        summary: read::summarise(outside.package(), outside.source).expect("our own stand-ins are Rust"),
    };
    OUTSIDE.iter().zip(wanted).filter(|(_, wanted)| *wanted).map(move |(outside, _)| read(outside))
}

#[cfg(test)]
mod tests {
    use super::{OUTSIDE, Outside};
    use crate::infer::macro_calls::KnownRules;
    use crate::infer::{Tables, references};
    use crate::read::{Dependency, DependencyKind, Package, Workspace};
    use crate::resolve::{self, Target};
    use std::collections::BTreeSet;

    #[test]
    fn is_the_folder_by_package_and_each_says_what_it_stands_for() {
        assert!(OUTSIDE.is_sorted_by_key(Outside::package));
        let listed = OUTSIDE.iter().map(|outside| format!("{}.rs", outside.name));
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/stand-ins");
        assert_eq!(listed.collect::<BTreeSet<_>>(), super::names_in(folder));
        for outside in OUTSIDE {
            let (package, version) = outside.name.split_once('@').expect("a name has a version");
            let head = format!("// Stand-in for `{package}` {version}: ");
            assert!(outside.source.starts_with(&head), "{}.rs does not begin with {head:?}", outside.name);
            for needed in outside.needs() {
                assert!(super::packages().any(|package| package == needed), "{needed} is there");
            }
        }
    }

    #[test]
    fn each_names_only_what_is_there_and_what_it_says_it_needs() {
        let workspace = depending_on_all();
        let stand_ins = crate::infer::std::stand_ins(&workspace);
        assert_eq!(stand_ins.len(), 1 + OUTSIDE.len());
        let world = crate::resolve(&workspace, &stand_ins);
        let tables = Tables::new(&world);
        let rules = KnownRules::default();
        let mut wrong = Vec::new();
        for (outside, instance) in OUTSIDE.iter().zip(&world.instances[1..]) {
            let package = outside.package();
            let mut page = resolve::reference::Page::default();
            references(&tables, &rules, instance, &mut page);
            resolve::uses::references(&world, instance, &mut page);
            let (unresolved, _) = page.notes.settle(instance.file, instance.module);
            for lost in unresolved.iter().filter(|one| one.kind == resolve::UnresolvedKind::Path) {
                wrong.push(format!("{package}: {}", lost.reason(&world, "it")));
            }
            for reference in page.references {
                match reference.to {
                    Target::Outside(id) => wrong.push(format!("{package}: {}", world.outside_path(id))),
                    Target::Def(id) => {
                        let other = world.def(id).krate.index() - world.std.index();
                        let other = stand_ins[other].name;
                        if other != "std" && other != package && outside.needs().all(|needed| needed != other)
                        {
                            wrong.push(format!("{package} needs {other}"));
                        }
                    }
                }
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    /// A workspace without files, whose only package depends on all of them.
    fn depending_on_all() -> Workspace {
        let depends = |outside: &Outside| Dependency {
            code_name: outside.package().replace('-', "_"),
            package: outside.package().into(),
            library: None,
            kind: DependencyKind::Normal,
            local: None,
            is_published: true,
        };
        let ours = Package {
            name: "ours".into(),
            folder: String::new(),
            edition: 2024,
            dependencies: OUTSIDE.iter().map(depends).collect(),
            features: Vec::new(),
            id: String::new(),
        };
        Workspace { packages: vec![ours], ..Workspace::default() }
    }
}
