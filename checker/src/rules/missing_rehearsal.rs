//! An operation that changes something, or somebody else's, without a stand-in for dry runs.

use super::sandbox::{NOWHERE, Sandbox};
use super::{Findings, Found, Rule, RuleKind};
use crate::finding::Level;
use crate::graph::{Graph, Mark};
use stateline_schema::attribute::{Attribute, Effect};
use stateline_schema::{Spanned, suggest, suggestion};

pub(super) static RULE: Rule = Rule {
    name: "missing-rehearsal",
    kind: RuleKind::Line,
    summary: "an operation that changes something has no stand-in for dry runs",
    level: Level::Error,
    page: include_str!("missing-rehearsal.md"),
    check,
    plant,
};

fn check(graph: &Graph<'_>, findings: &mut Findings<'_>) {
    for mark in graph.marked(Attribute::Operation).filter(|mark| graph.is_ever(*mark)) {
        if let Some(found) = unsaid(graph, mark).or_else(|| missing(graph, mark)) {
            findings.add(found);
        }
    }
}

/// It does not say what it does to the world, so that nobody can know how to rehearse it.
fn unsaid(graph: &Graph<'_>, mark: Mark<'_>) -> Option<Found> {
    let context = graph.context(mark.owner?);
    let name = graph.path(mark.def());
    let (message, place) = match &mark.effect {
        None => {
            let place = graph.at_code(mark.file(), mark.span, "no `effect`");
            (format!("the operation `{name}` does not declare its effect"), place)
        }
        Some(effect) if Effect::named(&effect.text).is_some() => return None,
        Some(effect) => {
            let place = graph.at_code(mark.file(), effect.span, "no such effect");
            (format!("the operation `{name}` declares an unknown effect, `{}`", effect.text), place)
        }
    };
    let meant = mark.effect.as_ref().and_then(|effect| suggest(&effect.text, Effect::ALL.map(Effect::name)));
    let help = match meant {
        Some(meant) => suggestion(meant),
        None => {
            "add `effect = …`: `\"read\"`, `\"write\"` (it can be undone) or `\"irreversible\"`".to_owned()
        }
    };
    let label = format!("an operation of `{}`", context.name.value);
    Some(Found::new(message, place).place(graph.at_map(context.name.span, label)).help(help))
}

fn missing(graph: &Graph<'_>, mark: Mark<'_>) -> Option<Found> {
    let context = graph.context(mark.owner?);
    let effect = mark.effect.as_ref()?;
    let name = graph.path(mark.def());
    let why = match &*effect.text {
        _ if mark.stand_in().is_some() => return None,
        _ if context.is_external() => format!("belongs to the external system `{}`", context.name.value),
        "read" => return None,
        "irreversible" => "is irreversible".to_owned(),
        other => format!("has the effect `{other}`"),
    };
    let said = graph.at_code(mark.file(), effect.span, "its effect");
    let decides = context.external.as_ref().map_or(context.name.span, |external| external.span);
    let label = match context.is_external() {
        true => {
            format!("`{}` is external: all its operations need a stand-in for dry runs", context.name.value)
        }
        false => format!("an operation of `{}`", context.name.value),
    };
    let last = graph.world().text(graph.world().def(mark.def()).name);
    Some(
        Found::new(
            format!("the operation `{name}` {why}, but has no stand-in for dry runs"),
            graph.at_def(mark.def(), "no `rehearse`"),
        )
        .place(graph.at_map(decides, label))
        .place(said)
        .help(format!(
            "add `rehearse = pretend_{last}` to `#[operation]`, and write that function with the same arguments and without side effects"
        )),
    )
}

/// A context with an operation that nothing stands in for is somebody else's system.
fn plant(sandbox: &mut Sandbox<'_>) -> Option<String> {
    let graph = sandbox.graph;
    let bare = |mark: &Mark<'_>| mark.stand_in().is_none() && mark.effect.is_some();
    let mark = graph.marked(Attribute::Operation).find(bare)?;
    let owner = mark.owner?;
    sandbox.context(owner)?.external = Some(Spanned::new(true, NOWHERE));
    Some(format!("{} is external, and has {}", graph.name(owner), graph.path(mark.def())))
}
