//! `renew`: the exceptions for the map as it is now, tolerating what the code of the base does already.

mod before;
mod plan;
mod renames;
mod subject;

use super::base::Export;
use super::git::{self, Fork};
use super::mapping::{self, Mapping, exceptions_path, shown};
use super::options::{Global, Renew};
use super::output::Output;
use super::pipeline::{self, Resolved};
use super::{file, patch, today};
use crate::finding::{Finding, Level};
use crate::graph::Graph;
use crate::report::survey::count;
use crate::report::{Exit, Failure, Failures};
use crate::rules::{self, border::enumerate};
use before::Before;
use plan::{Plan, Terms};
use renames::Renames;
use stateline_draw::terminal::{FAINT, GOOD, NAME, STRONG, TextStyle, clean};
use stateline_schema::{Date, Exceptions, Source, SourceId, edit};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
pub(super) use subject::Subject;

pub(super) fn run(options: &Renew, global: &Global, output: &Output) -> Result<Exit, Failures> {
    let as_of = today::asked(global)?;
    let until = today::later(as_of, options.days)?;
    let (text, exit) = pipeline::resolved(global, |now| {
        let root = &now.workspace.root;
        let mut mapping = mapping::load(global, now.workspace)?;
        let exceptions = std::mem::take(&mut mapping.exceptions);
        let fork = Fork::new(root, &options.since, "--since")?;
        let mut renames = Renames::new(&options.renamed)?;
        let export = Export::new(&fork, now.workspace, global)?;
        let before = export.resolved(|base, there| {
            renames.find_crates(base.workspace, now.workspace);
            let old = mapping::load(there, base.workspace).unwrap_or_else(|_| Mapping::none());
            Ok(Before::new(base, &old, &mapping, &renames, as_of))
        })?;
        let (found, crates) = now.under(&mapping, as_of, |graph| {
            (subject::subjects(&rules::check_graph(graph).findings), crates(graph))
        });
        let owner =
            options.owner.clone().or_else(|| git::user(root)).unwrap_or_else(|| "unassigned".to_owned());
        let (day, until) = (as_of.to_string(), until.to_string());
        let terms = Terms { day: &day, owner: &owner, until: &until };
        let plan = Plan::new(&exceptions, &found, &before, (&renames, &crates), terms);
        let file = File::of(global, root)?;
        let after = plan.text(&file.source).ok_or_else(|| file.not_understood())?;
        let left = left(now, &mut mapping, &file.name, &after, as_of)?;
        let most = Most::of(&mapping, global, root);
        let mut text = String::new();
        if options.dry_run {
            if let Some(most) = &most {
                text.push_str(&patch::render(&most.name, &most.before, &most.after, &output.style));
            }
            text.push_str(&patch::render(&file.name, &file.source.text, &after, &output.style));
        } else {
            let map = most.iter().map(|most| (most.path.clone(), most.after.as_bytes()));
            let files: Vec<_> = file.file(&after).into_iter().chain(map).collect();
            file::replace_all(&files)?;
        }
        if !output.quiet {
            text.push_str(&told(&plan, &file, &after, options.dry_run, &output.style));
            if let Some(most) = &most {
                text.push_str(&format!(
                    "  `exceptions_at_most` is {} in {}\n",
                    most.items,
                    clean(&most.name)
                ));
            }
            text.push_str(&rest(&left, options, &output.style));
        }
        Ok((text, if left.is_empty() { Exit::Clean } else { Exit::Findings }))
    })?;
    output.write(&text)?;
    Ok(exit)
}

/// The file of exceptions, which need not be there.
pub(super) struct File {
    path: PathBuf,
    pub(super) name: String,
    pub(super) source: Source,
}

impl File {
    /// # Errors
    /// When it is there and cannot be read.
    pub(super) fn of(global: &Global, root: &Path) -> Result<Self, Failure> {
        let path = exceptions_path(global, root);
        let name = shown(&path, root);
        let text = match path.symlink_metadata() {
            Err(_) => String::new(),
            Ok(_) => stateline_rust::map_text(&path, &name, stateline_schema::MAX_BYTES)
                .map_err(|problem| Failure::from(&problem))?,
        };
        Ok(File { source: Source::new(SourceId(0), name.clone(), text), path, name })
    }

    pub(super) fn not_understood(&self) -> Failure {
        Failure::new(format!("{} could not be changed in place", self.name))
            .help("write `exceptions` as a list of mappings, one below the other")
    }

    /// The file, if it is to change, and what it is to hold.
    pub(super) fn file<'t>(&self, text: &'t str) -> Option<(PathBuf, &'t [u8])> {
        (text != self.source.text).then(|| (self.path.clone(), text.as_bytes()))
    }
}

/// The map with a smaller number of exceptions that it allows.
struct Most {
    items: usize,
    name: String,
    path: PathBuf,
    before: String,
    after: String,
}

impl Most {
    /// None where the map allows as many as there are, or says nothing of it. No exception at all cannot be
    /// written: one may stay.
    fn of(mapping: &Mapping, global: &Global, root: &Path) -> Option<Self> {
        let most = mapping.map.exceptions_at_most.as_ref()?.value;
        let items = mapping.exceptions.items().max(1);
        let source = mapping.sources.first().filter(|_| items < most as usize)?;
        let after = edit::set(source, &["exceptions_at_most"], &items.to_string())?;
        let path = mapping::map_path(global, root);
        Some(Most { items, name: source.name.clone(), path, before: source.text.clone(), after })
    }
}

/// The crates that each context owns something of.
fn crates(graph: &Graph<'_>) -> BTreeMap<String, BTreeSet<String>> {
    let of = |context: crate::graph::ContextId| {
        let roots = graph.regions.roots[context.index()].iter();
        let krate = |path: String| path.split("::").next().unwrap_or_default().to_owned();
        roots.map(|root| krate(graph.path(*root))).collect()
    };
    graph.contexts().map(|context| (graph.name(context).to_owned(), of(context))).collect()
}

/// The errors that are left under the new exceptions.
fn left(
    now: &Resolved<'_>,
    mapping: &mut Mapping,
    name: &str,
    text: &str,
    as_of: Date,
) -> Result<Vec<Finding>, Failures> {
    mapping.exceptions = read(mapping, name, text)?;
    let mut left = now.under(mapping, as_of, |graph| rules::check_graph(graph).findings);
    left.retain(|finding| finding.level == Level::Error);
    Ok(left)
}

/// Exceptions as they are to be written, read again.
///
/// # Errors
/// When they could not be read, which would be our own mistake.
pub(super) fn read(mapping: &mut Mapping, name: &str, text: &str) -> Result<Exceptions, Failures> {
    if text.is_empty() {
        return Ok(Exceptions::default());
    }
    let source = Source::new(SourceId(mapping.sources.len()), name, text);
    let (exceptions, mistakes) =
        stateline_schema::read_exceptions(&source, &stateline_schema::Known::default());
    mapping.sources.push(source);
    match mistakes.first() {
        None => Ok(exceptions),
        Some(mistake) => Err(Failure::new(mistake.line(&mapping.sources))
            .help(format!("{name} was not written: this is a mistake of the command"))
            .into()),
    }
}

fn told(plan: &Plan, file: &File, after: &str, dry: bool, style: &TextStyle) -> String {
    let name = style.paint(STRONG, &clean(&file.name));
    let word = match (after == file.source.text, dry) {
        (true, _) => "current:",
        (false, true) => "would write",
        (false, false) => "wrote",
    };
    let tally = &plan.tally;
    let parts = [
        (tally.kept, "kept"),
        (tally.renamed, "renamed"),
        (tally.merged, "merged"),
        (tally.gone, "taken out"),
        (tally.new, "new"),
    ];
    let parts: Vec<String> =
        parts.iter().filter(|(count, _)| *count > 0).map(|(n, what)| format!("{n} {what}")).collect();
    let parts = if parts.is_empty() { "no exceptions".to_owned() } else { parts.join(", ") };
    let mut text = format!("{} {name}  {parts}\n", style.paint(GOOD, word));
    let mut widened: Vec<_> = plan.widened.iter().collect();
    widened.sort_by_key(|(_, widened)| std::cmp::Reverse(widened.items));
    for ((from, to), widened) in widened.iter().take(EDGES) {
        let crates: Vec<&str> = widened.crates.iter().map(String::as_str).collect();
        let line = format!(
            "{from} -> {to}: {} may now be used by {} more ({})",
            count(widened.items, "item"),
            count(crates.len(), "crate"),
            enumerate(&crates)
        );
        text.push_str(&style.wrap(&clean(&line), "  ", "      "));
        text.push('\n');
    }
    if widened.len() > EDGES {
        text.push_str(&format!("  and {} like this\n", count(widened.len() - EDGES, "more edge")));
    }
    text
}

/// So many edges whose exceptions let more crates through are shown, those with most items.
const EDGES: usize = 6;

/// What is still an error, since the base does not have it, or no exception can tolerate it.
fn rest(left: &[Finding], options: &Renew, style: &TextStyle) -> String {
    if left.is_empty() {
        return String::new();
    }
    let left = count(left.len(), "error");
    let command = style.paint(NAME, "cargo stateline check");
    let what = format!(
        "shows {left} without an exception: {} does not have them, or they are mistakes of the map",
        options.since
    );
    format!("\n  {command}\n{}\n", style.paint(FAINT, &style.wrap(&what, "      ", "      ")))
}

/// Changes, and how they are called in `edit`.
impl Plan {
    fn text(&self, source: &Source) -> Option<String> {
        edit::change_exceptions(source, &self.changed, &self.new)
    }
}
