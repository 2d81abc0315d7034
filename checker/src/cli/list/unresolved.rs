//! `list unresolved`: everything in the code of which it is not known what it names, or that
//! leads out of the workspace, with its place and the reason.

use crate::cli::options::{Global, ReferenceFormat, Unresolved as Asked};
use crate::cli::output::Output;
use crate::cli::pipeline::{self, Resolved};
use crate::cli::selection;
use crate::report::survey::number;
use crate::report::{Exit, Failures, Sources};
use rustc_hash::FxHashMap;
use serde::Serialize;
use serde_json::json;
use stateline_draw::terminal::{FAINT, NAME, TextStyle, clean};
use stateline_rust::{Unresolved, UnresolvedKind};
use std::borrow::Cow;
use std::fmt::Write as _;
use std::path::Path;

/// So many reasons of a kind are shown to people.
const MOST_REASONS: usize = 10;

pub(super) fn run(options: &Asked, global: &Global, output: &Output) -> Result<Exit, Failures> {
    let text = pipeline::resolved(global, |resolved| {
        let packages = selection::packages(&options.package, resolved.workspace)?;
        let mut rows = rows(resolved, &pipeline::sources(resolved.workspace, global));
        rows.retain(|row| packages.as_ref().is_none_or(|chosen| chosen.contains(row.own_crate)));
        Ok(match (options.summary, options.format) {
            (false, format) => rows.iter().map(|row| row.line(format)).collect(),
            (true, ReferenceFormat::Tsv) => for_people(&summary(&rows), &output.style),
            (true, ReferenceFormat::Jsonl) => document(&summary(&rows)),
        })
    })?;
    output.write(&text)?;
    Ok(Exit::Clean)
}

/// Lines and columns count from one, columns in bytes.
#[derive(Serialize)]
struct Row<'r> {
    file: Cow<'r, str>,
    line: usize,
    column: usize,
    name: String,
    #[serde(serialize_with = "name")]
    kind: UnresolvedKind,
    own_crate: &'r str,
    own_module: &'r str,
    reason: String,
}

fn name<S: serde::Serializer>(kind: &UnresolvedKind, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(kind.name())
}

impl Row<'_> {
    fn line(&self, format: ReferenceFormat) -> String {
        match format {
            ReferenceFormat::Tsv => {
                let Row { file, line, column, name, kind, own_crate, own_module, reason } = self;
                let (file, name, reason, kind) = (clean(file), clean(name), clean(reason), kind.name());
                format!("{file}\t{line}\t{column}\t{name}\t{kind}\t{own_crate}\t{own_module}\t{reason}\n")
            }
            ReferenceFormat::Jsonl => {
                serde_json::to_string(self).expect("a row is plain text and numbers") + "\n"
            }
        }
    }
}

/// In the order of files and places.
fn rows<'r>(resolved: &Resolved<'r>, sources: &Sources<'_>) -> Vec<Row<'r>> {
    let mut unresolved: Vec<&Unresolved> = resolved.unresolved.iter().collect();
    unresolved.sort_by_key(|one| (one.file, one.at, one.kind));
    let orphans = resolved.workspace.orphans.iter().map(|path| orphan(resolved, path));
    unresolved.into_iter().filter_map(|one| row(resolved, one, sources)).chain(orphans).collect()
}

/// A file that no target reaches, as a whole.
fn orphan<'r>(resolved: &Resolved<'r>, path: &'r Path) -> Row<'r> {
    let file = path.to_string_lossy();
    let own_crate = selection::owner(&file, resolved.workspace).unwrap_or_default();
    Row {
        line: 1,
        column: 1,
        name: path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        kind: UnresolvedKind::Orphan,
        own_crate,
        own_module: "",
        reason: "no target reaches this file".to_owned(),
        file,
    }
}

/// `None` for a file that cannot be read any more.
fn row<'r>(resolved: &Resolved<'r>, of: &Unresolved, sources: &Sources<'_>) -> Option<Row<'r>> {
    let world = resolved.world;
    let file = &resolved.workspace.files.get(of.file)?.path;
    let text = sources.text(file)?;
    let at = text.position(of.at as usize);
    let name = text.slice(&(of.at as usize..(of.at + of.len) as usize)).to_owned();
    Some(Row {
        file: Cow::Borrowed(file),
        line: at.line,
        column: at.byte_column,
        kind: of.kind,
        own_crate: world.package_name(world.def(of.module).krate),
        own_module: world.top_module_name(of.module),
        reason: of.reason(world, &name),
        name,
    })
}

/// A kind, how many there are of it, and its reasons, the most frequent first.
struct Heap<'r> {
    kind: UnresolvedKind,
    count: usize,
    reasons: Vec<(&'r str, usize)>,
}

/// Every kind of which there is some.
fn summary<'r>(rows: &'r [Row<'_>]) -> Vec<Heap<'r>> {
    let heap = |kind: UnresolvedKind| {
        let mut reasons: FxHashMap<&str, usize> = FxHashMap::default();
        for row in rows.iter().filter(|row| row.kind == kind) {
            *reasons.entry(&row.reason).or_default() += 1;
        }
        let mut reasons: Vec<_> = reasons.into_iter().collect();
        reasons.sort_by_key(|(reason, count)| (std::cmp::Reverse(*count), *reason));
        let count = reasons.iter().map(|(_, count)| count).sum();
        (count > 0).then_some(Heap { kind, count, reasons })
    };
    UnresolvedKind::all().filter_map(heap).collect()
}

fn for_people(heaps: &[Heap<'_>], style: &TextStyle) -> String {
    if heaps.is_empty() {
        return "everything is resolved, and nothing leads out of the workspace\n".to_owned();
    }
    let mut text = String::new();
    for Heap { kind, count, reasons } in heaps {
        let kind = format!("{} {}", style.paint(NAME, kind.name()), style.paint(FAINT, kind.plural()));
        let _ = writeln!(text, "{:>7}  {kind}", number(*count));
        for (reason, count) in reasons.iter().take(MOST_REASONS) {
            let _ = writeln!(text, "{:>15}  {}", number(*count), clean(reason));
        }
        if reasons.len() > MOST_REASONS {
            let _ = writeln!(text, "{:>15}  more reasons", number(reasons.len() - MOST_REASONS));
        }
    }
    text
}

fn document(heaps: &[Heap<'_>]) -> String {
    let one = |Heap { kind, count, reasons }: &Heap<'_>| {
        let reason = |(reason, count): &(&str, usize)| json!({ "reason": reason, "count": count });
        let reasons: Vec<_> = reasons.iter().map(reason).collect();
        json!({ "kind": kind.name(), "count": count, "outside": kind.is_outside(), "reasons": reasons })
    };
    format!("{:#}\n", json!({ "version": 1, "unresolved": heaps.iter().map(one).collect::<Vec<_>>() }))
}
