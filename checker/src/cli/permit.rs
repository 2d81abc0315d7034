//! `permit`: chosen exceptions become lines of the map; `--revoke` takes lines out of it.

mod choice;
mod outcome;
mod revoke;
mod texts;

use super::exceptions::{self, Files, Homes};
use super::mapping::{self, Mapping};
use super::options::{Global, Permit};
use super::output::Output;
use super::pipeline::{self, Resolved};
use super::renew::Subject;
use super::selector::Selector;
use super::{file, patch, today};
use crate::finding::{Finding, Level};
use crate::graph::{ContextId, Graph};
use crate::report::survey::count;
use crate::report::{Exit, Failure, Failures};
use crate::rules::border::enumerate;
use choice::Choice;
use outcome::{Outcome, Standing};
use stateline_draw::terminal::{BAD, GOOD, TextStyle, clean};
use stateline_schema::edit::{Changed, New};
use stateline_schema::{Date, Exceptions, suggest, suggestion};
use std::collections::BTreeMap;
use texts::Texts;

/// What is mentioned by what is mentioned, and so on, so often at most.
const ROUNDS: usize = 32;

pub(super) fn run(options: &Permit, global: &Global, output: &Output) -> Result<Exit, Failures> {
    let as_of = today::asked(global)?;
    let (text, exit) = pipeline::resolved(global, |resolved| {
        let mut mapping = mapping::load(global, resolved.workspace)?;
        let exceptions = std::mem::take(&mut mapping.exceptions);
        let files = Files::of(global, resolved.workspace)?;
        let texts = Texts::of(&mapping, global, &resolved.workspace.root);
        let work = Work { resolved, mapping, exceptions, files, as_of, style: &output.style };
        let done =
            if options.revoke { revoke::run(&work, options, texts) } else { permit(&work, options, texts) };
        done.map(|done| (done.text(options.dry_run, output), done.exit()))
    })?;
    output.write(&text)?;
    Ok(exit)
}

/// What both directions start from.
struct Work<'w> {
    resolved: &'w Resolved<'w>,
    /// The map, without exceptions.
    mapping: Mapping,
    exceptions: Exceptions,
    files: Files,
    as_of: Date,
    style: &'w TextStyle,
}

impl Work<'_> {
    fn under<T>(&self, mapping: &Mapping, then: impl FnOnce(&Graph<'_>) -> T) -> T {
        self.resolved.under(mapping, self.as_of, then)
    }

    /// Writes all files, the map first: whoever is killed in between has an exception that nothing needs, and
    /// no hole. A dry run shows what would change.
    fn write(&self, texts: &Texts, exceptions: &exceptions::Texts, dry: bool) -> Result<String, Failure> {
        let mut text = String::new();
        for (name, before, after) in texts.changed() {
            if dry {
                text.push_str(&patch::render(name, before, after, self.style));
            }
        }
        if dry {
            text.push_str(&self.files.patch(exceptions, self.style));
            return Ok(text);
        }
        let files: Vec<_> = texts.files().chain(self.files.files(exceptions)).collect();
        file::replace_all(&files)?;
        Ok(text)
    }
}

/// What was done, or why not.
enum Done {
    Written { patch: String, lines: Vec<String> },
    Refused { lines: Vec<String> },
}

impl Done {
    fn exit(&self) -> Exit {
        match self {
            Done::Written { .. } => Exit::Clean,
            Done::Refused { .. } => Exit::Findings,
        }
    }

    fn text(&self, dry: bool, output: &Output) -> String {
        let (patch, lines, head) = match self {
            Done::Written { patch, lines } => {
                let head = if dry { "would write" } else { "wrote" };
                (patch.as_str(), lines, output.style.paint(GOOD, head))
            }
            Done::Refused { lines } => ("", lines, output.style.paint(BAD, "refused:")),
        };
        if output.quiet && matches!(self, Done::Written { .. }) {
            return patch.to_owned();
        }
        let mut text = patch.to_owned();
        for (at, line) in lines.iter().enumerate() {
            let line = clean(line);
            text.push_str(&match at {
                0 => format!("{head} {}\n", output.style.wrap(&line, "", "      ").trim_start()),
                _ => format!("{}\n", output.style.wrap(&line, "  ", "      ")),
            });
        }
        text
    }
}

fn permit(work: &Work<'_>, options: &Permit, texts: Texts) -> Result<Done, Failures> {
    let (mut choices, before) = work.under(&work.mapping, |graph| {
        let choices = choice::chosen(graph, &work.exceptions, &options.from, &options.to)?;
        Ok::<_, Failures>((choices, Standing::of(graph)))
    })?;
    let mut tried = tried(work, &before, &choices, options.with_mentioned, texts.clone())?;
    // Of many items, those that nothing can permit stay exceptions.
    let stuck = tried.outcome.stuck.clone();
    if choices.iter().any(|choice| choice.is_permission() && !stuck.contains(&choice.item)) {
        choices.retain(|choice| !stuck.contains(&choice.item));
        if !stuck.is_empty() {
            tried = self::tried(work, &before, &choices, options.with_mentioned, texts)?;
        }
    }
    let Tried { texts, outcome, also } = tried;
    let refused = outcome.refused(options.with_mentioned);
    if !refused.is_empty() {
        let mut lines = vec!["nothing was written".to_owned()];
        lines.extend(refused);
        if outcome.stuck.is_empty() {
            lines.push("to permit this too, add `--with-mentioned`; or name a narrower item".to_owned());
        }
        return Ok(Done::Refused { lines });
    }
    let (changed, gone) = outcome.without_needless(&work.exceptions);
    let exceptions = work.files.changed(&work.exceptions, &changed, &[], &Homes::new())?;
    let patch = work.write(&texts, &exceptions, options.dry_run)?;
    let mut lines = vec![texts.names()];
    lines.extend(choice::told(&choices));
    for (context, items) in also {
        let items: Vec<&str> = items.iter().map(String::as_str).collect();
        lines.push(format!("{context} also exports what these mention: {}", enumerate(&items)));
    }
    lines.extend(outcome.warnings());
    lines.push(format!("removed {} from {}", count(gone, "item"), work.files.names(&exceptions)));
    if !stuck.is_empty() {
        let stuck: Vec<&str> = stuck.iter().map(String::as_str).collect();
        lines.push(format!(
            "kept as exceptions, because they are private to their modules: {}",
            enumerate(&stuck)
        ));
    }
    Ok(Done::Written { patch, lines })
}

/// A changed map, and what comes of it.
struct Tried {
    texts: Texts,
    outcome: Outcome,
    /// What is exported besides, by context: it is mentioned by what was chosen.
    also: BTreeMap<String, Vec<String>>,
}

/// Permits what was chosen, and what that mentions if it is asked for, in the texts alone.
fn tried(
    work: &Work<'_>,
    before: &Standing,
    choices: &[Choice],
    with_mentioned: bool,
    mut texts: Texts,
) -> Result<Tried, Failures> {
    for choice in choices {
        choice.write(&work.mapping.map, &mut texts)?;
    }
    let mut also: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut round = 1;
    loop {
        let mapping = texts.mapping(&work.mapping)?;
        let outcome = work.under(&mapping, |graph| Outcome::new(graph, before, choices, &work.exceptions));
        if outcome.leaks.is_empty() || !with_mentioned || round == ROUNDS {
            return Ok(Tried { texts, outcome, also });
        }
        for (context, item) in outcome.leaks {
            texts.add(&work.mapping.map, &context, &["exports"], std::slice::from_ref(&item))?;
            also.entry(context).or_default().push(item);
        }
        round += 1;
    }
}

/// The context of a name.
fn context(graph: &Graph<'_>, name: &str) -> Result<ContextId, Failure> {
    let map = graph.input.map;
    ContextId::find(map, name).ok_or_else(|| {
        let failure = Failure::new(format!("the map has no context `{name}`"));
        match suggest(name, map.contexts.names().map(|known| known.value.as_str())) {
            Some(meant) => failure.help(suggestion(meant)),
            None => failure,
        }
    })
}
