//! `renew`: the exceptions for the map as it is now, tolerating what the code of the base does already.

mod before;
mod lost;
mod plan;
mod renames;
mod subject;

use super::base::Export;
use super::exceptions::{Files, Texts};
use super::git::{self, Fork};
use super::mapping::{self, Mapping};
use super::options::{Global, Renew};
use super::output::Output;
use super::pipeline::{self, Resolved};
use super::{file, patch, today};
use crate::finding::{Finding, Level};
use crate::graph::Graph;
use crate::report::survey::count;
use crate::report::{Exit, Failures};
use crate::rules::{self, border::enumerate};
use before::Before;
use plan::{Folders, Plan, Terms};
use renames::Renames;
use stateline_draw::terminal::{FAINT, GOOD, NAME, STRONG, TextStyle, clean};
use stateline_schema::{Date, edit};
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
            let old = mapping::load(there, base.workspace).ok();
            Ok(Before::new(base, old, &mapping, &renames, as_of))
        })?;
        let files = Files::of(global, now.workspace)?;
        let (found, crates, folders, homes) = now.under(&mapping, as_of, |graph| {
            let found = subject::subjects(&rules::check_graph(graph).findings);
            (found, crates(graph), folders(graph), files.homes(graph))
        });
        let owner =
            options.owner.clone().or_else(|| git::user(root)).unwrap_or_else(|| "unassigned".to_owned());
        let (day, until) = (as_of.to_string(), until.to_string());
        let terms = Terms { day: &day, owner: &owner, until: &until };
        let plan = Plan::new(&exceptions, &found, &before, (&renames, &crates, &folders), terms);
        let after = files.changed(&exceptions, &plan.changed, &plan.new, &homes)?;
        let left = left(now, &mut mapping, (&files, &after), as_of)?;
        lost::refuse(plan.tally.gone, &left)?;
        let most = Most::of(&mapping, global, root);
        let mut text = String::new();
        if options.dry_run {
            if let Some(most) = &most {
                text.push_str(&patch::render(&most.name, &most.before, &most.after, &output.style));
            }
            text.push_str(&files.patch(&after, &output.style));
        } else {
            let map = most.iter().map(|most| (most.path.clone(), most.after.as_bytes()));
            let all: Vec<_> = files.files(&after).chain(map).collect();
            file::replace_all(&all)?;
        }
        if !output.quiet {
            text.push_str(&told(&plan, (&files, &after), options.dry_run, &output.style));
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

/// The folders of the packages that each context owns something of.
fn folders(graph: &Graph<'_>) -> Folders {
    let of = |context| graph.package_folders(context).into_iter().map(str::to_owned).collect();
    graph.contexts().map(|context| (graph.name(context).to_owned(), of(context))).collect()
}

/// The errors that are left under the new exceptions.
fn left(
    now: &Resolved<'_>,
    mapping: &mut Mapping,
    (files, texts): (&Files, &Texts),
    as_of: Date,
) -> Result<Vec<Finding>, Failures> {
    mapping.exceptions = files.read(mapping, texts)?;
    let mut left = now.under(mapping, as_of, |graph| rules::check_graph(graph).findings);
    left.retain(|finding| finding.level == Level::Error);
    Ok(left)
}

fn told(plan: &Plan, (files, after): (&Files, &Texts), dry: bool, style: &TextStyle) -> String {
    let name = style.paint(STRONG, &clean(&files.names(after)));
    let word = match (files.are_current(after), dry) {
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
