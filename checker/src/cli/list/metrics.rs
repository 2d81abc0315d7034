//! `list metrics`: how contexts depend on each other, in numbers.

use crate::cli::options::{Global, ListFormat, Listed};
use crate::cli::output::Output;
use crate::cli::pipeline;
use crate::graph::cycle;
use crate::graph::{ContextId, Graph};
use crate::report::survey::number;
use crate::report::{Exit, Failures};
use serde::Serialize;
use stateline_draw::terminal::{NAME, STRONG, TextStyle, clean};
use stateline_schema::Tolerated;
use std::collections::BTreeSet;

pub(super) fn run(listed: Listed, global: &Global, output: &Output) -> Result<Exit, Failures> {
    let found = pipeline::mapped(global, |mapped| Ok(metrics(mapped.graph)))?;
    let text = match listed.format {
        ListFormat::Human => for_people(&found, &output.style),
        ListFormat::Json => format!("{:#}\n", serde_json::json!({ "version": 1, "metrics": found })),
    };
    output.write(&text)?;
    Ok(Exit::Clean)
}

/// What is counted of a context. Of uses, those in ordinary code count, and messages do not.
#[derive(Serialize)]
struct Metrics {
    context: String,
    /// Files that it owns.
    files: usize,
    /// Contexts that use it: its afferent coupling.
    used_by: usize,
    /// Contexts that it uses: its efferent coupling.
    uses: usize,
    /// The share of what it uses in both together, in hundredths: 0 where it uses nobody, 100 where nobody
    /// uses it. None where there is neither.
    instability: Option<usize>,
    /// References from and to other contexts.
    references_in: usize,
    references_out: usize,
    /// Whether it and another context use each other, if only through others.
    in_cycle: bool,
    /// Crossings that exceptions tolerate in its code.
    exceptions: usize,
}

/// In the order of the map.
fn metrics(graph: &Graph<'_>) -> Vec<Metrics> {
    let uses = graph.dependencies();
    let edges: Vec<_> = uses.keys().map(|(from, to)| (from.index(), to.index(), 1)).collect();
    let cycles = cycle::cycles(graph.contexts().count(), &edges);
    let cyclic: BTreeSet<usize> = cycles.into_iter().flat_map(|cycle| cycle.nodes).collect();
    let metrics = |id: ContextId| {
        let name = graph.name(id).to_owned();
        let of = |own: &dyn Fn(&(ContextId, ContextId)) -> bool| {
            let edges = uses.iter().filter(|(pair, _)| own(pair));
            let references = |(_, items): (_, &std::collections::BTreeMap<_, Vec<_>>)| {
                items.values().map(Vec::len).sum::<usize>()
            };
            (edges.clone().count(), edges.map(references).sum())
        };
        let (used_by, references_in) = of(&|(_, to)| *to == id);
        let (uses, references_out) = of(&|(from, _)| *from == id);
        Metrics {
            files: graph.files_of(id),
            used_by,
            uses,
            instability: (uses * 100 + (used_by + uses) / 2).checked_div(used_by + uses),
            references_in,
            references_out,
            in_cycle: cyclic.contains(&id.index()),
            exceptions: exceptions(graph, &name),
            context: name,
        }
    };
    graph.contexts().map(metrics).collect()
}

/// Crossings that are tolerated in the code of a context.
fn exceptions(graph: &Graph<'_>, context: &str) -> usize {
    let tolerated = graph.input.exceptions.entries.iter().flat_map(|entry| &entry.tolerates);
    let of_it = |one: &&Tolerated| matches!(one, Tolerated::Edge { from, .. } if from.value == context);
    tolerated.filter(of_it).count()
}

const TITLES: [&str; 8] =
    ["files", "used by", "uses", "instability", "references in", "out", "in a cycle", "exceptions"];

fn for_people(found: &[Metrics], style: &TextStyle) -> String {
    let widest = found.iter().map(|one| one.context.len()).chain(["context".len()]).max().unwrap_or_default();
    let row = |cells: &[String]| {
        let cells =
            cells.iter().zip(TITLES).map(|(cell, title)| format!("{cell:>width$}", width = title.len()));
        cells.collect::<Vec<_>>().join("  ")
    };
    let titles = row(&TITLES.map(str::to_owned));
    let mut text = format!("{}\n", style.paint(STRONG, &format!("{:<widest$}  {titles}", "context")));
    for one in found {
        let instability =
            one.instability.map_or("-".to_owned(), |share| format!("{}.{:02}", share / 100, share % 100));
        let cells = [
            number(one.files),
            number(one.used_by),
            number(one.uses),
            instability,
            number(one.references_in),
            number(one.references_out),
            if one.in_cycle { "yes" } else { "no" }.to_owned(),
            number(one.exceptions),
        ];
        let pad = " ".repeat(widest - one.context.len());
        text.push_str(&format!("{}{pad}  {}\n", style.paint(NAME, &clean(&one.context)), row(&cells)));
    }
    text
}
