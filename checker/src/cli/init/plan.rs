//! Which contexts `init` proposes: for the crates of a folder or of one beginning, for each crate, or for each
//! top-level module.

use super::groups::{self, Member, Owns};
use crate::cli::options::By;
use crate::cli::pipeline::Resolved;
use crate::report::survey::count;
use rustc_hash::FxHashSet;
use stateline_rust::{BuildTarget, DefId, DefKind, TargetKind};

/// A proposed context.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Planned {
    pub(super) name: String,
    /// Crates by name or pattern, a module's path, or a folder: as the map writes it.
    pub(super) owns: Vec<String>,
    /// The crates that these are.
    pub(super) crates: Vec<String>,
    /// The folders of their packages.
    pub(super) folders: Vec<String>,
    /// The context of the crate that a module belongs to.
    pub(super) within: Option<String>,
}

/// One context for each package, in the workspace's order, and with `By::Module` one for each of
/// its top-level modules behind it.
pub(super) fn plan(resolved: &Resolved<'_>, by: By) -> Vec<Planned> {
    if by == By::Folder {
        return joined(resolved);
    }
    let (mut names, mut crates) = (Names::default(), FxHashSet::default());
    let mut planned = Vec::new();
    for (index, package) in resolved.workspace.packages.iter().enumerate() {
        let mut own = leaders(resolved, index);
        own.retain(|target| crates.insert(known_as(resolved, *target)));
        let Some(&target) = own.first() else { continue };
        let name = names.take(&package.name);
        let owns: Vec<String> = own.iter().map(|target| known_as(resolved, *target).to_owned()).collect();
        let folders = vec![package.folder.clone()];
        planned.push(Planned {
            name: name.clone(),
            crates: owns.clone(),
            owns,
            folders: folders.clone(),
            within: None,
        });
        if by == By::Module {
            planned.extend(modules(resolved, target).into_iter().map(|module| Planned {
                name: names.take(&format!("{name}-{module}")),
                owns: vec![format!("{}::{module}", known_as(resolved, target))],
                crates: Vec::new(),
                folders: folders.clone(),
                within: Some(name.clone()),
            }));
        }
    }
    planned
}

/// One context for the packages of a folder, and for those whose names begin alike.
fn joined(resolved: &Resolved<'_>) -> Vec<Planned> {
    let packages = &resolved.workspace.packages;
    let mut crates = FxHashSet::default();
    let mut own: Vec<(usize, Vec<&str>)> = Vec::new();
    for index in 0..packages.len() {
        let targets = leaders(resolved, index).into_iter().map(|target| known_as(resolved, target));
        let names: Vec<&str> = targets.filter(|name| crates.insert(*name)).collect();
        if !names.is_empty() {
            own.push((index, names));
        }
    }
    let members: Vec<Member<'_>> = own
        .iter()
        .map(|(index, names)| Member { krate: names[0], folder: &packages[*index].folder })
        .collect();
    let mut names = Names::default();
    let planned = groups::groups(&members).into_iter().map(|group| {
        let of_all = || group.members.iter().map(|at| &own[*at]);
        let crates: Vec<String> =
            of_all().flat_map(|(_, names)| names.iter().map(|name| (*name).to_owned())).collect();
        // A package alone is called as it is.
        let name = match group.members.as_slice() {
            [only] => names.take(&packages[own[*only].0].name),
            _ => names.take(&group.name),
        };
        let owns = match group.owns {
            Owns::Folder(folder) => vec![format!("{{ folder: {} }}", plain(&folder))],
            Owns::Crates(_) if group.members.len() == 1 => crates.clone(),
            Owns::Crates(crates) => crates.iter().map(|name| plain(name)).collect(),
        };
        let folders = of_all().map(|(index, _)| packages[*index].folder.clone()).collect();
        Planned { name, owns, crates, folders, within: None }
    });
    planned.collect()
}

/// A text as a plain scalar of YAML, or in quotes where it would not be one.
fn plain(text: &str) -> String {
    serde_yaml::to_string(text).expect("it is text").trim_end().to_owned()
}

/// What `init` saw of a context.
#[derive(Debug, Default)]
pub(super) struct Seen {
    pub(super) lines: usize,
    /// The contexts that use it, with the number of references: the heaviest first.
    pub(super) used_by: Vec<(String, usize)>,
}

/// The map as text: what [`plan`] proposes, with what was seen of each, and no permission at all.
pub(super) fn map(planned: &[Planned], seen: &[Seen], day: &str) -> String {
    let mut text = format!(
        "# The map of this workspace as `cargo stateline init` found it on {day}: who owns what.\n\
         # It permits nothing yet: what crosses a border stands in stateline.exceptions.yaml, and ends.\n\
         stateline: 1\ncontexts:\n"
    );
    for (index, Planned { name, owns, crates, within, .. }) in planned.iter().enumerate() {
        if let Some(seen) = seen.get(index) {
            text.push_str(&told(crates, seen));
        }
        text.push_str(&format!("  {name}:\n"));
        if let Some(outer) = within {
            text.push_str(&format!("    within: {outer}\n"));
        }
        text.push_str("    owns:\n");
        owns.iter().for_each(|own| text.push_str(&format!("    - {own}\n")));
    }
    if planned.is_empty() {
        return text.replace("contexts:\n", "contexts: {}\n");
    }
    text
}

/// So many of those who use a context are named.
const MOST_USERS: usize = 4;

/// What was seen of a context, as a comment.
fn told(crates: &[String], seen: &Seen) -> String {
    let mut parts = Vec::new();
    if crates.len() > 1 {
        parts.push(format!("{} crates", crates.len()));
    }
    parts.push(count(seen.lines, "line"));
    let users = seen.used_by.iter().take(MOST_USERS).map(|(name, places)| format!("{name} ({places})"));
    let more = seen.used_by.len().saturating_sub(MOST_USERS);
    let users: Vec<String> = users.chain((more > 0).then(|| format!("{more} more"))).collect();
    parts.push(match users.is_empty() {
        true => "used by nobody else".to_owned(),
        false => format!("used by {}", users.join(", ")),
    });
    format!("  # {}\n", parts.join(", "))
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
