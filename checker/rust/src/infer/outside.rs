//! Stand-ins for crates outside: our own signatures of what hands on types of the workspace.

use crate::read::{self, Workspace};
use crate::resolve::world::StandIn;

/// A package outside that has a stand-in.
#[derive(Debug)]
struct Outside {
    /// The package's name.
    package: &'static str,
    /// Other packages that its stand-in names; they are read with it.
    needs: &'static [&'static str],
    /// Rust without bodies or lifetimes: containers, pointers, locks, adaptors, extension traits.
    source: &'static str,
}

/// Every one there is, by name.
const OUTSIDE: &[Outside] = &[
    outside("ahash", &[], include_str!("outside/ahash.rs")),
    outside("anyhow", &[], include_str!("outside/anyhow.rs")),
    outside("arc-swap", &[], include_str!("outside/arc-swap.rs")),
    outside("arrayvec", &[], include_str!("outside/arrayvec.rs")),
    outside("clap", &[], include_str!("outside/clap.rs")),
    outside("color-eyre", &["eyre"], include_str!("outside/color-eyre.rs")),
    outside("crossbeam-channel", &[], include_str!("outside/crossbeam-channel.rs")),
    outside("dashmap", &[], include_str!("outside/dashmap.rs")),
    outside("either", &[], include_str!("outside/either.rs")),
    outside("eyre", &[], include_str!("outside/eyre.rs")),
    outside(
        "futures",
        &["futures-channel", "futures-core", "futures-executor", "futures-sink", "futures-util"],
        include_str!("outside/futures.rs"),
    ),
    outside("futures-channel", &["futures-core", "futures-sink"], include_str!("outside/futures-channel.rs")),
    outside("futures-core", &[], include_str!("outside/futures-core.rs")),
    outside("futures-executor", &["futures-core"], include_str!("outside/futures-executor.rs")),
    outside("futures-lite", &["futures-core"], include_str!("outside/futures-lite.rs")),
    outside("futures-sink", &[], include_str!("outside/futures-sink.rs")),
    outside("futures-util", &["futures-core", "futures-sink"], include_str!("outside/futures-util.rs")),
    outside("fxhash", &[], include_str!("outside/fxhash.rs")),
    outside("hashbrown", &[], include_str!("outside/hashbrown.rs")),
    outside("indexmap", &[], include_str!("outside/indexmap.rs")),
    outside("itertools", &[], include_str!("outside/itertools.rs")),
    outside("once_cell", &[], include_str!("outside/once_cell.rs")),
    outside("parking_lot", &[], include_str!("outside/parking_lot.rs")),
    outside("pollster", &[], include_str!("outside/pollster.rs")),
    outside("rayon", &[], include_str!("outside/rayon.rs")),
    outside("ropey", &[], include_str!("outside/ropey.rs")),
    outside("rustc-hash", &[], include_str!("outside/rustc-hash.rs")),
    outside("serde_json", &[], include_str!("outside/serde_json.rs")),
    outside("slab", &[], include_str!("outside/slab.rs")),
    outside("slotmap", &[], include_str!("outside/slotmap.rs")),
    outside("smallvec", &[], include_str!("outside/smallvec.rs")),
    outside("stateline", &[], include_str!("outside/stateline.rs")),
    outside("tinyvec", &[], include_str!("outside/tinyvec.rs")),
    outside("tokio", &[], include_str!("outside/tokio.rs")),
    outside("toml", &[], include_str!("outside/toml.rs")),
];

const fn outside(package: &'static str, needs: &'static [&'static str], source: &'static str) -> Outside {
    Outside { package, needs, source }
}

/// The names of all packages that have a stand-in.
#[cfg(test)]
pub(super) fn packages() -> impl Iterator<Item = &'static str> {
    OUTSIDE.iter().map(|outside| outside.package)
}

/// The stand-ins for what this workspace depends on and does not hold itself.
pub(super) fn stand_ins(workspace: &Workspace) -> impl Iterator<Item = StandIn> {
    let named = |name: &str| {
        let mut dependencies = workspace.packages.iter().flat_map(|package| &package.dependencies);
        dependencies.any(|found| found.local.is_none() && found.package == name)
    };
    let mut wanted: Vec<bool> = OUTSIDE.iter().map(|outside| named(outside.package)).collect();
    let mut open: Vec<usize> = (0..OUTSIDE.len()).filter(|&index| wanted[index]).collect();
    while let Some(index) = open.pop() {
        for &needed in OUTSIDE[index].needs {
            let found = OUTSIDE.binary_search_by_key(&needed, |outside| outside.package);
            let found = found.expect("a test looks for what is needed");
            if !std::mem::replace(&mut wanted[found], true) {
                open.push(found);
            }
        }
    }
    let read = |outside: &Outside| StandIn {
        name: outside.package,
        summary: read::summarise(outside.package, outside.source).expect("our own stand-ins are Rust"),
    };
    OUTSIDE.iter().zip(wanted).filter(|(_, wanted)| *wanted).map(move |(outside, _)| read(outside))
}

#[cfg(test)]
mod tests {
    use super::OUTSIDE;
    use crate::infer::{Tables, references};
    use crate::read::{Dependency, DependencyKind, Package, Workspace};
    use crate::resolve::{self, world::Target};

    #[test]
    fn is_sorted_and_each_says_its_length() {
        assert!(OUTSIDE.is_sorted_by_key(|outside| outside.package));
        for outside in OUTSIDE {
            let head = outside.source.lines().next().expect("a head comment");
            let lines = outside.source.lines().count() - 1;
            assert!(head.starts_with(&format!("// {lines} lines of {}", outside.package)), "{head}");
            for needed in outside.needs {
                assert!(OUTSIDE.iter().any(|found| found.package == *needed), "{needed} is there");
            }
        }
    }

    #[test]
    fn each_names_only_what_is_there_and_what_it_says_it_needs() {
        let workspace = depending_on_all();
        let stand_ins = crate::infer::std::stand_ins(&workspace);
        assert_eq!(stand_ins.len(), 1 + OUTSIDE.len());
        let world = resolve::world(&workspace, &stand_ins);
        let tables = Tables::new(&world);
        let mut wrong = Vec::new();
        for (outside, instance) in OUTSIDE.iter().zip(&world.instances[1..]) {
            let package = outside.package;
            let (mut found, mut counts) = (Vec::new(), resolve::Unresolved::default());
            references(&tables, instance, &mut found, &mut counts);
            resolve::uses::references(&world, instance, &mut found, &mut counts);
            if counts.paths_not_found > 0 {
                wrong.push(format!("{package}: {} paths lead nowhere", counts.paths_not_found));
            }
            for reference in found {
                match reference.to {
                    Target::Outside(id) => wrong.push(format!("{package}: {}", world.outside_path(id))),
                    Target::Def(id) => {
                        let other = (world.def(id).krate.0 - world.std.0) as usize;
                        let other = stand_ins[other].name;
                        if other != "std" && other != package && !outside.needs.contains(&other) {
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
        let depends = |outside: &super::Outside| Dependency {
            code_name: outside.package.replace('-', "_"),
            package: outside.package.into(),
            kind: DependencyKind::Normal,
            local: None,
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
