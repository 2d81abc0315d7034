//! The names that a package has, besides the one that code names it by.

use super::region::crate_name;
use rustc_hash::{FxHashMap, FxHashSet};
use stateline_rust::{CrateId, OutsideId, Package, Reference, Target, World};

/// The other names of the packages that code names, each found once.
#[derive(Debug, Default)]
pub(super) struct OtherNames(FxHashMap<(CrateId, Named), Vec<String>>);

/// What a path begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Named {
    Crate(CrateId),
    Outside(OutsideId),
}

impl OtherNames {
    /// The other names of the package that a reference leads into, as one writes them in code: its own, and
    /// those that the package around the reference gives it.
    pub(super) fn of(&mut self, world: &World<'_>, reference: &Reference) -> &[String] {
        let from = world.def(reference.from).krate;
        let named = named(world, reference.to);
        self.0.entry((from, named)).or_insert_with(|| match named {
            Named::Crate(to) if to == from => Vec::new(),
            Named::Crate(to) => of_crate(world, from, to),
            Named::Outside(root) => of_outside(world, from, world.text(world.outside.name(root))),
        })
    }
}

fn named(world: &World<'_>, target: Target) -> Named {
    match target {
        Target::Def(id) => Named::Crate(world.def(id).krate),
        Target::Outside(id) => Named::Outside(world.outside.krate(id)),
    }
}

fn of_crate(world: &World<'_>, from: CrateId, to: CrateId) -> Vec<String> {
    let library = world.text(world.crates[to].name);
    let name = package(world, to).map_or(library, |package| &package.name);
    let dependencies = package(world, from).into_iter().flat_map(|package| &package.dependencies);
    let here = dependencies.filter(|dependency| in_code(&dependency.package) == in_code(name));
    let mut names: Vec<String> = here.map(|dependency| dependency.code_name.clone()).collect();
    names.extend([in_code(name), library.to_owned()]);
    let told = crate_name(world, to);
    names.retain(|name| name != told);
    names
}

fn of_outside(world: &World<'_>, from: CrateId, here: &str) -> Vec<String> {
    let dependencies = package(world, from).into_iter().flat_map(|package| &package.dependencies);
    let meant = dependencies.filter(|dependency| dependency.code_name == here);
    meant.map(|dependency| in_code(&dependency.package)).filter(|name| name != here).collect()
}

fn package<'w>(world: &World<'w>, of: CrateId) -> Option<&'w Package> {
    let target = world.crates[of].target?;
    Some(&world.workspace.packages[world.workspace.targets[target].package])
}

/// As code writes a package's name.
fn in_code(name: &str) -> String {
    name.replace('-', "_")
}
