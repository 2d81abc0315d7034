//! Which contexts `init` proposes: one for each crate, or one for each top-level module.

use crate::cli::options::By;
use crate::cli::pipeline::Resolved;
use rustc_hash::FxHashSet;
use serde::Serialize;
use serde_yaml::{Mapping, Value};
use stateline_rust::{BuildTarget, DefId, DefKind, TargetKind};

/// A proposed context.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Planned {
    pub(super) name: String,
    /// Crates by name, or a module's path.
    pub(super) owns: Vec<String>,
    /// The context of the crate that a module belongs to.
    pub(super) within: Option<String>,
}

/// One context for each package, in the workspace's order, and with `By::Module` one for each of
/// its top-level modules behind it.
pub(super) fn plan(resolved: &Resolved<'_>, by: By) -> Vec<Planned> {
    let (mut names, mut crates) = (Names::default(), FxHashSet::default());
    let mut planned = Vec::new();
    for (index, package) in resolved.workspace.packages.iter().enumerate() {
        let mut own = leaders(resolved, index);
        own.retain(|target| crates.insert(known_as(resolved, *target)));
        let Some(&target) = own.first() else { continue };
        let name = names.take(&package.name);
        let owns = own.iter().map(|target| known_as(resolved, *target).to_owned()).collect();
        planned.push(Planned { name: name.clone(), owns, within: None });
        if by == By::Module {
            planned.extend(modules(resolved, target).into_iter().map(|module| Planned {
                name: names.take(&format!("{name}-{module}")),
                owns: vec![format!("{}::{module}", known_as(resolved, target))],
                within: Some(name.clone()),
            }));
        }
    }
    planned
}

/// The map as text: what [`plan`] proposes, and no permission at all.
pub(super) fn map(planned: &[Planned], day: &str) -> String {
    #[derive(Serialize)]
    struct Context<'p> {
        #[serde(skip_serializing_if = "Option::is_none")]
        within: Option<&'p str>,
        owns: &'p [String],
    }
    let mut contexts = Mapping::new();
    for Planned { name, owns, within } in planned {
        let context = Context { within: within.as_deref(), owns };
        contexts.insert(name.as_str().into(), serde_yaml::to_value(context).expect("plain text"));
    }
    let mut document = Mapping::new();
    document.insert("stateline".into(), Value::from(1));
    document.insert("contexts".into(), contexts.into());
    let text = serde_yaml::to_string(&document).expect("plain text and a number");
    format!(
        "# The map of this workspace as `cargo stateline init` found it on {day}: who owns what.\n\
         # It permits nothing yet: what crosses a border stands in stateline.exceptions.yaml, and ends.\n\
         {text}"
    )
}

/// The targets whose names stand for a package: its library, else its program, which all others go
/// with; and where there is neither, such as in a package of examples, each by itself.
fn leaders(resolved: &Resolved<'_>, package: usize) -> Vec<usize> {
    let targets = resolved.workspace.targets.iter().enumerate();
    let own = || targets.clone().filter(|(_, target)| target.package == package);
    let rank = |target: &BuildTarget| match target.kind {
        TargetKind::Library | TargetKind::ProcMacro => Some(0),
        TargetKind::Binary if target.name == resolved.workspace.packages[package].name => Some(1),
        TargetKind::Binary => Some(2),
        _ => None,
    };
    let ranked = own().filter_map(|(index, target)| Some((rank(target)?, index)));
    match ranked.min() {
        Some((_, leader)) => vec![leader],
        None => own()
            .filter(|(_, target)| target.kind != TargetKind::BuildScript)
            .map(|(index, _)| index)
            .collect(),
    }
}

/// The name by which the map knows a target's crate.
fn known_as<'r>(resolved: &'r Resolved<'_>, target: usize) -> &'r str {
    let krate = resolved.world.crates.iter().find(|krate| krate.target == Some(target));
    krate.map_or(&resolved.workspace.targets[target].code_name, |krate| resolved.world.text(krate.known_as))
}

/// The names of a crate's top-level modules that ordinary code uses, each once.
fn modules(resolved: &Resolved<'_>, target: usize) -> Vec<String> {
    let world = resolved.world;
    let Some(krate) = world.crates.iter().find(|krate| krate.target == Some(target)) else {
        return Vec::new();
    };
    let mut seen = FxHashSet::default();
    let is_module = |id: &&DefId| world.def(**id).kind == DefKind::Module && !world.def(**id).test;
    let names = world.children(krate.root).iter().filter(is_module).map(|id| world.text(world.def(*id).name));
    names.filter(|name| seen.insert(*name)).map(str::to_owned).collect()
}

/// Names of contexts: lower case, each once.
#[derive(Default)]
struct Names {
    taken: FxHashSet<String>,
}

impl Names {
    /// The name in the letters that a map takes, with a number behind it if it is taken.
    fn take(&mut self, wanted: &str) -> String {
        let lower = wanted.to_lowercase();
        let words = lower.split(|char: char| !char.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
        let name = words.collect::<Vec<_>>().join("-");
        let name =
            if name.starts_with(|char: char| char.is_ascii_lowercase()) { name } else { format!("c{name}") };
        let numbered = (2..).map(|number| format!("{name}-{number}"));
        let free = std::iter::once(name.clone()).chain(numbered).find(|name| !self.taken.contains(name));
        let name = free.expect("there is always another number");
        self.taken.insert(name.clone());
        name
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_what_a_map_takes() {
        let mut names = Names::default();
        let taken = ["nu-protocol", "nu_protocol", "7zip", "Größe", "_"].map(|name| names.take(name));
        assert_eq!(taken, ["nu-protocol", "nu-protocol-2", "c7zip", "gr-e", "c"]);
    }
}
