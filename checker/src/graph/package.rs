//! The names that a package has, besides the one that code names it by.

use super::region::crate_name;
use rustc_hash::{FxHashMap, FxHashSet};
use stateline_rust::{CrateId, OutsideId, Package, Reference, Target, World};
use stateline_schema::{Path, suggest};

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
    let names = meant.flat_map(|dependency| {
        std::iter::once(in_code(&dependency.package)).chain(dependency.library.clone())
    });
    names.filter(|name| name != here).collect()
}

/// What is meant by a path of a law that is one slip from the name of a dependency, or of a module of the
/// standard library, and leads nowhere itself. That nobody depends on what is denied is as it should be.
pub(super) fn misspelt(world: &World<'_>, path: &Path) -> Option<String> {
    let mut parts = path.segments();
    let (name, below) = (parts.next()?, parts.next());
    let is_std = matches!(name, "std" | "core" | "alloc");
    if let Some(module) = below.filter(|_| is_std) {
        let root = world.crates[world.std].root;
        let known = world.children(root).iter().map(|child| world.text(world.def(*child).name));
        return one_slip_away(module, known.collect()).map(|meant| format!("{name}::{meant}"));
    }
    let dependencies = || world.workspace.packages.iter().flat_map(|package| &package.dependencies);
    let packages: Vec<String> =
        dependencies().map(|dependency| in_code(&dependency.package)).chain(names_of_all(world)).collect();
    let others = dependencies()
        .flat_map(|dependency| std::iter::once(&*dependency.code_name).chain(dependency.library.as_deref()));
    let known = packages.iter().map(String::as_str).chain(others).chain(BUILT_IN);
    one_slip_away(name, known.collect()).map(str::to_owned)
}

/// Crates that no manifest names.
const BUILT_IN: [&str; 5] = ["std", "core", "alloc", "proc_macro", "test"];

/// The names of the workspace's own crates and packages.
fn names_of_all(world: &World<'_>) -> impl Iterator<Item = String> {
    let packages = world.workspace.packages.iter().map(|package| in_code(&package.name));
    packages.chain(world.workspace.targets.iter().map(|target| target.code_name.clone()))
}

/// The known name that a name was to be, unless it is one of them. `sha1` and `sha2` are two packages.
fn one_slip_away<'k>(name: &str, known: FxHashSet<&'k str>) -> Option<&'k str> {
    if known.contains(name) {
        return None;
    }
    suggest(name, known).filter(|meant| {
        let (one, other) = where_they_differ(name, meant);
        let is_swap = one.len() == 2 && other.len() == 2 && one.chars().rev().eq(other.chars());
        let is_number = format!("{one}{other}").chars().all(|letter| letter.is_ascii_digit());
        (is_swap || one.len().max(other.len()) == 1) && !is_number
    })
}

/// What is left of two names without the beginning and the end that they share.
fn where_they_differ<'n>(one: &'n str, other: &'n str) -> (&'n str, &'n str) {
    let shared = |(a, b): &(char, char)| a == b;
    let begins: usize =
        one.chars().zip(other.chars()).take_while(shared).map(|(letter, _)| letter.len_utf8()).sum();
    let (one, other) = (&one[begins..], &other[begins..]);
    let ends: usize = one
        .chars()
        .rev()
        .zip(other.chars().rev())
        .take_while(shared)
        .map(|(letter, _)| letter.len_utf8())
        .sum();
    (&one[..one.len() - ends], &other[..other.len() - ends])
}

fn package<'w>(world: &World<'w>, of: CrateId) -> Option<&'w Package> {
    let target = world.crates[of].target?;
    Some(&world.workspace.packages[world.workspace.targets[target].package])
}

/// As code writes a package's name.
fn in_code(name: &str) -> String {
    name.replace('-', "_")
}
