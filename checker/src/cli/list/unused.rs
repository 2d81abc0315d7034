//! `list unused`: what the map permits and no code makes use of.

use crate::cli::options::{Global, ListFormat, Listed};
use crate::cli::output::Output;
use crate::cli::pipeline;
use crate::graph::Unused;
use crate::report::{Exit, Failures, Sources};
use serde_json::json;
use stateline_draw::terminal::{FAINT, GOOD, TextStyle, clean};

pub(super) fn run(listed: Listed, global: &Global, output: &Output) -> Result<Exit, Failures> {
    let text = pipeline::mapped(global, |mapped| {
        let (found, sources) = (mapped.graph.unused(), pipeline::sources(mapped.workspace, global));
        let text = match listed.format {
            ListFormat::Human => for_people(found, &output.style, &sources),
            ListFormat::Json => document(found, &sources),
        };
        Ok(text)
    })?;
    output.write(&text)?;
    Ok(Exit::Clean)
}

fn for_people(found: &[Unused], style: &TextStyle, sources: &Sources<'_>) -> String {
    if found.is_empty() {
        return format!("{}: the code makes use of every permission\n", style.paint(GOOD, "none"));
    }
    let line = |one: &Unused| {
        let (file, line, column) = at(one, sources);
        let place = style.paint(FAINT, &format!("  {}:{line}:{column}", clean(&file)));
        format!("{}\n{place}\n", style.wrap(&clean(&one.message), "", "  "))
    };
    found.iter().map(line).collect()
}

fn document(found: &[Unused], sources: &Sources<'_>) -> String {
    let one = |one: &Unused| {
        let (file, line, column) = at(one, sources);
        json!({ "message": one.message, "file": file, "line": line, "column": column })
    };
    format!("{:#}\n", json!({ "version": 1, "unused": found.iter().map(one).collect::<Vec<_>>() }))
}

/// A place whose file is gone is told as its beginning.
fn at(one: &Unused, sources: &Sources<'_>) -> (String, usize, usize) {
    let at = sources.text(&one.place.path).map(|text| text.position(one.place.span.start));
    (one.place.path.to_string(), at.map_or(1, |at| at.line), at.map_or(1, |at| at.column))
}
