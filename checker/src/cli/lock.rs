//! `lock`: freezes what is in flight.
#![expect(clippy::disallowed_methods, reason = "the command tells Cargo that there is a lock now")]

use super::check::rule_lines;
use super::locked::{self, LOCK, Locked, lock_path};
use super::map::Folder;
use super::mapping::{Mapping, map_path};
use super::options::{Global, Lock as Options};
use super::output::Output;
use super::{pipeline, today};
use crate::finding::Finding;
use crate::graph::Graph;
use crate::lock::{accepted_as, changes, current, has_more};
use crate::report::survey::count;
use crate::report::{Exit, Failure, Failures, Format, Report};
use crate::rules::{self, RuleKind};
use stateline_draw::OutputFile;
use stateline_rust::Workspace;
use stateline_schema::lock::{Accepted, Lock, read_lock};
use stateline_schema::{Source, SourceId, Span, Spanned};
use std::path::Path;

pub(super) fn run(options: &Options, global: &Global, output: &Output) -> Result<Exit, Failures> {
    let reason = options.accept.as_deref().map(str::trim);
    if reason.is_some_and(|reason| !has_words(reason)) {
        return Err(Failure::new("`--accept` needs a reason")
            .help("write why the change does no harm to anything in flight")
            .into());
    }
    let as_of = today::asked(global)?;
    pipeline::resolved(global, |resolved| {
        let workspace = resolved.workspace;
        let mut mapping = mapping(options, global, workspace)?;
        let committed = locked::committed(global, workspace, SourceId(mapping.sources.len()))?;
        if let Some(Locked { lock, source }) = committed {
            mapping.sources.push(source);
            mapping.lock = Some(lock);
        }
        // What was taken out of it by hand, or with all of it, git still has.
        let kept = locked::lacking(global, workspace, mapping.lock.as_ref(), SourceId(mapping.sources.len()));
        if let Some(Locked { lock, source }) = kept {
            mapping.sources.push(source);
            mapping.base = Some(lock);
        }
        resolved.under(&mapping, as_of, |graph| {
            let before = graph.input.lock;
            let all = options.types || before.is_some_and(has_more);
            let mut lock = current(graph, all).into_owned();
            lock.accepted = before.map(|before| before.accepted.clone()).unwrap_or_default();
            let unsafe_ones = unsafe_changes(graph);
            match reason {
                _ if options.check => compare(before, &lock, command(options), output),
                None if !unsafe_ones.is_empty() => {
                    refuse(&unsafe_ones, (graph, workspace), command(options), global, output)
                }
                Some(reason) if !unsafe_ones.is_empty() => {
                    let changes = unsafe_ones.iter().map(|found| accepted_as(found.rule, &found.message));
                    let reason = Spanned::new(reason.to_owned(), Span::default());
                    lock.accepted.push(Accepted { reason, changes: changes.collect() });
                    write(&lock, workspace, global, output)
                }
                _ => write(&lock, workspace, global, output),
            }
        })
    })
}

/// Whether a text could be a reason: a sign or a single word is none.
fn has_words(reason: &str) -> bool {
    reason.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).count() > 1
}

/// What writes such a lock.
fn command(options: &Options) -> &'static str {
    if options.types { "cargo stateline lock --types" } else { "cargo stateline lock" }
}

/// The map; types can be locked without one.
fn mapping(options: &Options, global: &Global, workspace: &Workspace) -> Result<Mapping, Vec<Failure>> {
    let mapless = options.types && map_path(global, &workspace.root).symlink_metadata().is_err();
    if mapless { Ok(Mapping::none()) } else { super::mapping::load(global, workspace) }
}

/// What changed since the committed lock, and may harm what is in flight.
fn unsafe_changes(graph: &Graph<'_>) -> Vec<Finding> {
    if !changes(graph).iter().any(|change| change.verdict.is_unsafe()) {
        return Vec::new();
    }
    rules::of_kind(RuleKind::Time).flat_map(|rule| rules::findings_of(rule, graph)).collect()
}

fn refuse(
    findings: &[Finding],
    (graph, workspace): (&Graph<'_>, &Workspace),
    command: &str,
    global: &Global,
    output: &Output,
) -> Result<Exit, Failures> {
    let report = Report { findings, rules: &rule_lines(), brief: output.quiet, ..Report::default() };
    let sources = pipeline::sources_beside(graph.input.sources, workspace, global);
    output.write(&report.render(Format::Human, &output.style, &sources, Some(workspace)))?;
    if !output.quiet {
        let after = format!("{LOCK} was not written. If you know that nothing in flight is harmed, run");
        output.write(&format!("\n{after}\n  {command} --accept \"REASON\"\n"))?;
    }
    Ok(Exit::Findings)
}

fn compare(before: Option<&Lock>, lock: &Lock, command: &str, output: &Output) -> Result<Exit, Failures> {
    let current = before.is_some_and(|before| before.says_the_same(lock));
    let line = match (current, before) {
        (true, _) => format!("current: {LOCK}\n"),
        (false, None) => format!("missing: {LOCK}\n\n  {command}\n      writes it\n"),
        (false, Some(_)) => format!("stale: {LOCK}\n\n  {command}\n      renews it\n"),
    };
    if !(output.quiet && current) {
        output.write(&line)?;
    }
    Ok(if current { Exit::Clean } else { Exit::Findings })
}

fn write(lock: &Lock, workspace: &Workspace, global: &Global, output: &Output) -> Result<Exit, Failures> {
    let text = lock.to_string();
    // What could not be read again would end every check.
    if let Err(mistakes) = read_lock(&Source::new(SourceId(0), LOCK.to_owned(), text.clone())) {
        let said = mistakes.first().map_or("", |mistake| &mistake.message);
        return Err(Failure::new(format!(
            "{LOCK} was not written, since it could not be read again: {said}"
        ))
        .into());
    }
    if global.output.is_some() {
        output.write(&text)?;
        return Ok(Exit::Clean);
    }
    let path = lock_path(global, &workspace.root);
    let file = OutputFile { path: LOCK.to_owned(), content: text.into_bytes() };
    let folder = Folder::new(path.parent().unwrap_or(Path::new("")));
    let is_first = !path.exists();
    let written = folder.write(std::slice::from_ref(&file)).map_err(Failures::from)?;
    if is_first {
        touch(&map_path(global, &workspace.root), &path);
    }
    if !output.quiet {
        let line = if written.is_empty() { "current:" } else { "wrote" };
        output.write(&format!("{line} {LOCK}  {}\n", contents(lock)))?;
    }
    Ok(Exit::Clean)
}

/// Makes the map as young as the lock. `process!` builds the lock in, and Cargo looks again at files alone that
/// were there when it built: at the map, not at a lock that comes. If it cannot be done, the next change of the
/// map does it.
fn touch(map: &Path, lock: &Path) {
    let written = std::fs::metadata(lock).and_then(|data| data.modified());
    let map = std::fs::OpenOptions::new().append(true).open(map);
    if let (Ok(written), Ok(map)) = (written, map) {
        let _ = map.set_modified(written);
    }
}

/// What a lock holds, in a line.
fn contents(lock: &Lock) -> String {
    let versions = count(lock.processes.len(), "version");
    let (messages, operations) =
        (count(lock.messages.len(), "message"), count(lock.operations.len(), "operation"));
    format!("{versions}, {messages}, {operations}, {}", count(lock.types.len(), "type"))
}
