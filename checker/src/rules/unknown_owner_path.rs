//! A path of the map that leads nowhere.

use super::lost_crate::{LostCrate, lost_crates, namesakes};
use super::sandbox::{NOWHERE, Sandbox};
use super::{Findings, Found, Rule, RuleKind};
use crate::finding::{Level, Place};
use crate::graph::region::Miss;
use crate::graph::{ContextId, Graph, Unowned};
use stateline_rust::DefKind;
use stateline_schema::map::Owned;
use stateline_schema::{Path, Pattern, Spanned, listed, suggest, suggestion};

pub(super) static RULE: Rule = Rule {
    name: "unknown-owner-path",
    kind: RuleKind::Border,
    summary: "a path in the map does not exist, or a context owns nothing",
    level: Level::Error,
    page: include_str!("unknown-owner-path.md"),
    check,
    plant,
};

fn check(graph: &Graph<'_>, findings: &mut Findings<'_>) {
    let lost = lost_crates(graph);
    for miss in &graph.regions.misses {
        let found = nowhere(graph, miss);
        let lost = lost.iter().find(|lost| std::ptr::eq(lost.miss, miss));
        findings.add(match lost {
            Some(lost) => with_consequences(graph, lost, found),
            None => found,
        });
    }
    for &context in &graph.regions.empty {
        let span = graph.context(context).name.span;
        let place = graph.at_map(span, "owns no file");
        let found = Found::new(format!("`{}` owns no file", graph.name(context)), place)
            .help(format!(
                "add its crates or modules to `contexts.{name}.owns`, or add `external: true` if it is another system",
                name = graph.name(context)
            ));
        findings.add(found);
    }
    let told = |into: ContextId| lost.iter().any(|lost| lost.miss.context == into);
    let dangling = graph.permissions.dangling.iter().chain(&graph.laws.dangling);
    for dangling in dangling.filter(|dangling| !dangling.into.is_some_and(told)) {
        let place = graph.at_map(dangling.span, "this entry");
        let whose = graph.context(dangling.context).name.span;
        let found = Found::new(dangling.message.clone(), place)
            .place(graph.at_map(whose, "in this context"))
            .help(dangling.help.as_deref().unwrap_or("correct the path, or remove it"));
        findings.add(found);
    }
    void(graph, findings);
}

/// An entry of `uses` for what the other context does not export can never permit anything.
fn void(graph: &Graph<'_>, findings: &mut Findings<'_>) {
    for unused in graph.unused().iter().filter(|unused| unused.is_void) {
        findings.add(Found::new(unused.message.clone(), unused.place.clone()).help(unused.help.clone()));
    }
}

/// A crate that is gone, with what it has become and the paths that no longer exist.
fn with_consequences(graph: &Graph<'_>, lost: &LostCrate<'_>, found: Found) -> Found {
    let (places, count) = lost.consequences(graph);
    let rest = match count - places.len() {
        0 => String::new(),
        1 => "; 1 more path into the context does not exist any more".to_owned(),
        rest => format!("; {rest} more paths into the context do not exist any more"),
    };
    let Some(Unowned { path, place, .. }) = &lost.became else {
        return found.more_help(&rest).places(places);
    };
    let help = match suggest(lost.name, std::iter::once(path.as_str())) {
        Some(meant) => suggestion(meant),
        None => {
            let owner = graph.name(lost.miss.context);
            format!("if it was renamed, replace `{}` by `{path}` in `contexts.{owner}.owns`", lost.name)
        }
    };
    found.place(place.clone()).places(places).help(help + &rest)
}

fn nowhere(graph: &Graph<'_>, miss: &Miss) -> Found {
    let world = graph.world();
    let context = graph.context(miss.context);
    let owned = &context.owns[miss.pattern];
    let place = graph.at_map(owned.span, "names no code");
    let Some(pattern) = owned.value.code() else {
        return matches_none(graph, miss.context, &owned.value, place);
    };
    let parts: Vec<&str> = pattern.base().map(|base| base.segments().collect()).unwrap_or_default();
    let part = parts.get(miss.at).copied().unwrap_or_default();
    let namesakes = if miss.within.is_none() { namesakes(world, part) } else { Vec::new() };
    let (message, known): (String, Vec<&str>) = match miss.within {
        None if !namesakes.is_empty() => {
            (format!("several packages have a library with the name `{part}`"), Vec::new())
        }
        None => {
            let crates = world.crates.iter().filter(|held| held.target.is_some());
            let known = crates.map(|held| world.text(held.known_as)).collect();
            (format!("the workspace has no crate `{part}`"), known)
        }
        Some(module) => {
            let below = world.children(module).iter().map(|child| world.def(*child));
            let modules = below.filter(|def| def.kind == DefKind::Module);
            let known = modules.map(|def| world.text(def.name)).collect();
            (format!("`{}` has no module `{part}`", graph.path(module)), known)
        }
    };
    let named = (!namesakes.is_empty())
        .then(|| format!("write the name of one of the packages: {}", listed(&namesakes)));
    let help = named;
    let help = help.or_else(|| suggest(part, known.iter().copied()).map(suggestion));
    let what = if miss.within.is_none() { "crates" } else { "modules" };
    let known = (known.len() <= super::border::SPELT_OUT && !known.is_empty())
        .then(|| format!("possible {what} are {}", listed(&known)));
    Found::new(format!("{message}, listed in `owns` of `{}`", graph.name(miss.context)), place)
        .help(help.or(known).unwrap_or_else(|| correct(graph, miss.context, &owned.value)))
}

/// Where nothing is known that may have been meant.
fn correct(graph: &Graph<'_>, context: ContextId, owned: &Owned) -> String {
    format!("correct `{owned}` in `contexts.{}.owns`, or remove it there", graph.name(context))
}

/// A pattern over crates, or a folder, that takes nothing.
fn matches_none(graph: &Graph<'_>, context: ContextId, owned: &Owned, place: Place) -> Found {
    let world = graph.world();
    let (message, known): (String, Vec<&str>) = match owned {
        Owned::Folder(folder) => {
            let packages = world.workspace.packages.iter().map(|package| &*package.folder);
            let folders = packages.flat_map(|folder| {
                std::iter::successors(Some(folder), |below| below.rsplit_once('/').map(|(above, _)| above))
            });
            (format!("no package of the workspace is in the folder `{folder}`"), folders.collect())
        }
        pattern => (format!("no crate of the workspace matches `{pattern}`"), Vec::new()),
    };
    let folder = match owned {
        Owned::Folder(folder) => suggest(folder, known.iter().copied()).map(suggestion),
        _ => None,
    };
    Found::new(format!("{message}, listed in `owns` of `{}`", graph.name(context)), place)
        .help(folder.unwrap_or_else(|| correct(graph, context, owned)))
}

/// A context exports what it does not have.
fn plant(sandbox: &mut Sandbox<'_>) -> Option<String> {
    // What a module with text that is not read exports may stand in that text.
    let world = sandbox.graph.world();
    let roots = |context: ContextId| &sandbox.graph.regions.roots[context.index()];
    let is_read = |context: &ContextId| roots(*context).iter().all(|root| world.unread_text(*root).is_none());
    let context = sandbox.contexts().into_iter().find(is_read)?;
    let path = Path::parse("planted_nowhere").ok()?;
    sandbox.context(context)?.exports.push(Spanned::new(Pattern::Exact(path), NOWHERE));
    Some(format!("{} exports what it does not have", sandbox.graph.name(context)))
}
