//! `init`: a map of what is there, and everything that it does not permit as dated exceptions.

mod groups;
mod owners;
mod plan;
mod tolerated;

use super::file;
use super::mapping::{self, Mapping};
use super::options::{Global, Init};
use super::output::Output;
use super::pipeline::{self, Resolved};
use super::today;
use crate::finding::{Finding, Level};
use crate::graph::{ContextId, Graph};
use crate::report::{Exit, Failure, Failures, Format, Report};
use crate::rules;
use owners::Owners;
use plan::Seen;
use stateline_draw::terminal::{FAINT, GOOD, NAME, STRONG, TextStyle, clean};
use stateline_schema::Date;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use tolerated::Terms;

pub(super) fn run(options: &Init, global: &Global, output: &Output) -> Result<Exit, Failures> {
    let as_of = today::asked(global)?;
    today::later(as_of, options.days)?;
    let (text, exit) = pipeline::resolved(global, |resolved| {
        let root = &resolved.workspace.root;
        let paths = [mapping::map_path(global, root), mapping::exceptions_path(global, root)];
        if !options.force {
            refuse_to_overwrite(&paths, root)?;
        }
        let draft = Draft::of(resolved, options, as_of)?;
        let texts = [draft.map.as_bytes(), draft.exceptions.as_bytes()];
        let files: Vec<_> = paths.iter().cloned().zip(texts).collect();
        file::replace_all(&files)?;
        let left = Report { findings: &draft.left, brief: output.quiet, ..Report::default() };
        let mut text = String::new();
        if !output.quiet {
            text.push_str(&render(&draft, &paths, root, &output.style));
        }
        // Mistakes that no exception can name are told right away.
        if !draft.left.is_empty() {
            text.push('\n');
            text.push_str(&left.render(
                Format::Human,
                &output.style,
                &pipeline::sources(resolved.workspace, global),
                None,
            ));
        }
        Ok((text, left.exit()))
    })?;
    output.write(&text)?;
    Ok(exit)
}

/// Both files as text, and what they leave wrong.
struct Draft {
    map: String,
    exceptions: String,
    contexts: usize,
    entries: usize,
    /// Who has to end them, and their first and last day.
    owners: BTreeSet<String>,
    ends: Option<(String, String)>,
    left: Vec<Finding>,
}

impl Draft {
    fn of(resolved: &Resolved<'_>, options: &Init, as_of: Date) -> Result<Self, Failures> {
        let root = &resolved.workspace.root;
        let planned = plan::plan(resolved, options.by);
        let day = as_of.to_string();
        let owners = Owners::of(root);
        let by_context: BTreeMap<&str, String> =
            planned.iter().map(|context| (context.name.as_str(), owners.owner(&context.folders))).collect();
        let owner = |context: &str| by_context.get(context).cloned().unwrap_or_else(|| owners.owner(&[]));
        let mapping = Mapping::of_texts(&plan::map(&planned, &[], &day), "")?;
        let (findings, seen, context_of) = resolved.under(&mapping, as_of, |graph| {
            let seen: Vec<Seen> = graph.contexts().map(|context| seen(graph, context, root)).collect();
            (rules::check_graph(graph).findings, seen, contexts_of_files(graph))
        });
        let context_of = |file: &str| context_of.get(file).cloned().unwrap_or_default();
        let terms = Terms { day: as_of, days: options.days, owner: &owner, context_of: &context_of };
        let map = plan::map(&planned, &seen, &day);
        let entries = tolerated::entries(&findings, terms)?;
        let exceptions = tolerated::file(&entries, terms);
        let mapping = Mapping::of_texts(&map, &exceptions)?;
        let mut left = resolved.under(&mapping, as_of, |graph| rules::check_graph(graph).findings);
        left.retain(|finding| finding.level == Level::Error);
        let days = entries.iter().map(tolerated::Entry::until);
        let ends = days.clone().min().zip(days.max());
        Ok(Self {
            contexts: planned.len(),
            entries: entries.len(),
            owners: entries.iter().map(|entry| entry.owner().to_owned()).collect(),
            ends: ends.map(|(first, last)| (first.to_owned(), last.to_owned())),
            map,
            exceptions,
            left,
        })
    }
}

/// How much code a context has, and who uses it.
fn seen(graph: &Graph<'_>, context: ContextId, root: &Path) -> Seen {
    let world = graph.world();
    let mut files = BTreeSet::new();
    let held = world.instances.iter().filter(|held| !world.is_stand_in(held.file));
    files.extend(held.filter(|held| graph.regions.owner(held.module) == Some(context)).map(|held| held.file));
    let paths = files.iter().filter_map(|file| Some(&world.workspace.files.get(*file)?.path));
    let lines = paths.filter_map(|path| Some(stateline_rust::source(root, path).ok()?.lines().count())).sum();
    let mut used_by: BTreeMap<ContextId, usize> = BTreeMap::new();
    for crossing in graph.crossings().iter().filter(|crossing| crossing.to == context) {
        *used_by.entry(crossing.from).or_default() += crossing.references.len();
    }
    let mut used_by: Vec<_> =
        used_by.into_iter().map(|(from, places)| (graph.name(from).to_owned(), places)).collect();
    used_by.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    Seen { lines, used_by }
}

/// The context of each file.
fn contexts_of_files(graph: &Graph<'_>) -> BTreeMap<String, String> {
    let world = graph.world();
    let held = world.instances.iter().filter_map(|held| {
        let path = world.workspace.files.get(held.file)?.path.to_string();
        Some((path, graph.name(graph.regions.owner(held.module)?).to_owned()))
    });
    held.collect()
}

fn refuse_to_overwrite(paths: &[PathBuf], root: &Path) -> Result<(), Failures> {
    let there = paths.iter().filter(|path| path.symlink_metadata().is_ok());
    let refused: Vec<_> = there.map(|path| exists(path, root)).collect();
    if refused.is_empty() { Ok(()) } else { Err(refused.into()) }
}

fn exists(path: &Path, root: &Path) -> Failure {
    Failure::new(format!("{} exists already", mapping::shown(path, root))).help(
        "to overwrite it, add `--force`; to check the workspace against it, run `cargo stateline check`",
    )
}

/// What was written, and what to do with it.
fn render(draft: &Draft, paths: &[PathBuf; 2], root: &Path, style: &TextStyle) -> String {
    let [map, exceptions] = paths.each_ref().map(|path| clean(&mapping::shown(path, root)).into_owned());
    let mut text = String::new();
    let wrote = style.paint(GOOD, "wrote");
    let contexts =
        if draft.contexts == 1 { "1 context".to_owned() } else { format!("{} contexts", draft.contexts) };
    text.push_str(&format!("{wrote} {}  {contexts}\n", style.paint(STRONG, &map)));
    let entries =
        if draft.entries == 1 { "1 exception".to_owned() } else { format!("{} exceptions", draft.entries) };
    let owners: Vec<&str> = draft.owners.iter().map(String::as_str).collect();
    let owners = match owners.as_slice() {
        [] => String::new(),
        [only] => format!(", owner {}", clean(only)),
        several => format!(", {} owners", several.len()),
    };
    let ends = match &draft.ends {
        None => String::new(),
        Some((first, last)) if first == last => format!(", until {last}"),
        Some((first, last)) => format!(", until {first} to {last}"),
    };
    let rest = format!("{entries}{owners}{ends}");
    text.push_str(&format!("{wrote} {}  {rest}\n\n", style.paint(STRONG, &exceptions)));
    let steps = [
        (
            "cargo stateline check",
            "passes now, and fails on every new dependency between contexts: run it in CI",
        ),
        ("stateline.yaml", "rename contexts to what people call them, and join what belongs together"),
        (
            "cargo stateline explain A B",
            "shows what is behind the exceptions from A to B: permit it with `cargo stateline permit`, or remove it from the code",
        ),
    ];
    for (what, why) in steps {
        text.push_str(&format!("  {}\n", style.paint(NAME, what)));
        text.push_str(&style.paint(FAINT, &style.wrap(why, "      ", "      ")));
        text.push('\n');
    }
    text
}
