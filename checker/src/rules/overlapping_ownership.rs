//! Two contexts claim the same code.

use super::sandbox::{Sandbox, planted};
use super::{Findings, Found, Rule, RuleKind};
use crate::finding::{Level, Place};
use crate::graph::Graph;
use crate::graph::region::Claim;
use stateline_schema::Context;

pub(super) static RULE: Rule = Rule {
    name: "overlapping-ownership",
    kind: RuleKind::Border,
    summary: "two contexts own the same code, or one includes a file from outside its folder",
    level: Level::Error,
    page: include_str!("overlapping-ownership.md"),
    check,
    plant,
};

fn check(graph: &Graph<'_>, findings: &mut Findings<'_>) {
    let claim = |claim: Claim| -> Place {
        let context = graph.context(claim.context);
        let span = context.owns.get(claim.pattern).map_or(context.name.span, |pattern| pattern.span);
        graph.at_map(span, format!("owned by `{}` here", graph.name(claim.context)))
    };
    let is_wide = |claim: Claim| {
        let owned = graph.context(claim.context).owns.get(claim.pattern);
        owned.is_some_and(|owned| owned.value.code().is_none())
    };
    for overlap in &graph.regions.overlaps {
        let (first, second) = (graph.name(overlap.first.context), graph.name(overlap.second.context));
        let what = graph.path(overlap.module);
        let found = Found::new(format!("`{first}` and `{second}` both own `{what}`"), claim(overlap.second))
            .place(claim(overlap.first))
            .place(graph.at_def(overlap.module, "owned twice"))
            .help(match is_wide(overlap.first) || is_wide(overlap.second) {
                true => format!(
                    "add `{what}` to `contexts.{first}.owns` or to `contexts.{second}.owns`: an exact name takes precedence over a pattern or a folder"
                ),
                false => format!(
                    "remove it from `contexts.{first}.owns` or from `contexts.{second}.owns`; or, if `{second}` is part of `{first}`, add `within: {first}` to `contexts.{second}`"
                ),
            });
        findings.add(found);
    }
    let escapes = graph.escapes();
    let fetched = |place: &Place| escapes.iter().any(|escape| *escape.file == *place.path);
    for shared in graph.shared_files().into_iter().filter(|shared| !fetched(&shared.place)) {
        let (one, other) = (graph.name(shared.first), graph.name(shared.second));
        let message = format!("the file `{}` belongs to both `{one}` and `{other}`", shared.place.path);
        let found = Found::new(message, shared.place)
            .places(shared.link)
            .help("include the file in one of them, and let the other use its items");
        findings.add(found);
    }
    for escape in &escapes {
        let who = graph.name(escape.context);
        let message =
            format!("`{who}` includes the file `{}`, but its folder is `{}`", escape.file, escape.folder);
        let found =
            Found::new(message, escape.place.clone()).help(format!("move the file into `{}`", escape.folder));
        findings.add(found);
    }
}

/// A new context claims what another owns.
fn plant(sandbox: &mut Sandbox<'_>) -> Option<String> {
    let victim = *sandbox.contexts().first()?;
    let owns = sandbox.graph.context(victim).owns.clone();
    sandbox
        .map
        .contexts
        .insert(planted("planted"), Context { name: planted("planted"), owns, ..Context::default() });
    Some(format!("a new context claims what {} owns", sandbox.graph.name(victim)))
}
