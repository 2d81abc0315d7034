//! `list unowned`: the crates and modules that no context owns.

use crate::cli::options::{Global, ListFormat, Listed};
use crate::cli::output::Output;
use crate::cli::pipeline;
use crate::graph::Unowned;
use crate::report::{Exit, Failures};
use serde_json::json;
use stateline_draw::terminal::{GOOD, NAME, TextStyle, clean};

pub(super) fn run(listed: Listed, global: &Global, output: &Output) -> Result<Exit, Failures> {
    let found = pipeline::mapped(global, |mapped| Ok(mapped.graph.unowned()))?;
    let text = match listed.format {
        ListFormat::Human => for_people(&found, &output.style),
        ListFormat::Json => document(&found),
    };
    output.write(&text)?;
    Ok(Exit::Clean)
}

fn for_people(found: &[Unowned], style: &TextStyle) -> String {
    if found.is_empty() {
        return format!("{}: every module belongs to a context\n", style.paint(GOOD, "none"));
    }
    let widest = found.iter().map(|one| one.path.len()).max().unwrap_or_default();
    let line = |one: &Unowned| {
        let files = if one.files == 1 { "1 file".to_owned() } else { format!("{} files", one.files) };
        let (path, pad) = (clean(&one.path), " ".repeat(widest - one.path.len()));
        format!("{}{pad}  {}, {files}, {}\n", style.paint(NAME, &path), one.what, clean(&one.place.path))
    };
    found.iter().map(line).collect()
}

fn document(found: &[Unowned]) -> String {
    let one = |one: &Unowned| json!({ "path": one.path, "what": one.what, "files": one.files, "file": &*one.place.path });
    format!("{:#}\n", json!({ "version": 1, "unowned": found.iter().map(one).collect::<Vec<_>>() }))
}
