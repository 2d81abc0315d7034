//! Code that no context owns.

use super::sandbox::Sandbox;
use super::{Findings, Found, Rule, RuleKind, lost_crate};
use crate::finding::{Level, Place};
use crate::graph::{Graph, Unowned};

pub(super) static RULE: Rule = Rule {
    name: "unowned-code",
    kind: RuleKind::Border,
    summary: "no context owns a crate, module or file",
    level: Level::Error,
    page: include_str!("unowned-code.md"),
    check,
    plant,
};

fn check(graph: &Graph<'_>, findings: &mut Findings<'_>) {
    let map = graph.input.map;
    let beginning = || {
        let path = graph.input.sources.first().map_or("", |source| &source.name).into();
        Place { path, span: 0..0, label: "".into() }
    };
    if graph.world().workspace.files.is_empty() {
        findings.add(Found::new("the workspace has no Rust file that a context could own", beginning()));
    }
    if map.contexts.is_empty() {
        let found = Found::new("the map declares no context, so no code has an owner", beginning())
            .help("run `cargo stateline init --force`, which writes a first map");
        findings.add(found);
        return;
    }
    let renamed = lost_crate::told_with_lost(graph);
    let is_told = |unowned: &Unowned| renamed.iter().any(|told| told.path == unowned.path);
    for unowned in graph.unowned().into_iter().filter(|unowned| !is_told(unowned)) {
        let files = match unowned.files {
            0 | 1 => String::new(),
            files => format!(" ({files} files)"),
        };
        let message = format!("no context owns the {} `{}`{files}", unowned.what, unowned.path);
        let around = if unowned.what == "module" { ", or a module that contains it," } else { "" };
        let found = Found::new(message, unowned.place)
            .help(format!("add `{}`{around} to `owns` of a context", unowned.path));
        findings.add(found);
    }
}

/// A context that stands by itself gives up what it owns.
fn plant(sandbox: &mut Sandbox<'_>) -> Option<String> {
    let context = sandbox.contexts().into_iter().find(|id| sandbox.graph.context(*id).within.is_none())?;
    sandbox.context(context)?.owns.clear();
    Some(format!("{} gives up what it owns", sandbox.graph.name(context)))
}
