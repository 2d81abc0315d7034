//! From texts to what they mean: first the grammar, then the meaning, and all mistakes on the way.

mod context;
mod exceptions;
mod grammar;
mod law;
mod meaning;
mod merge;
mod pick;
mod population;
mod process;
mod topic;

use std::collections::BTreeSet;

use crate::document::{self, Document};
use crate::language::{self, Mapping};
use crate::map::{Level, Map};
use crate::mistake::Mistakes;
use crate::population::Population;
use crate::{Exceptions, Mistake, Source, Span, Spanned};

/// What the caller knows and a map may name.
#[derive(Clone, Copy, Debug, Default)]
pub struct Known<'a> {
    /// The names of all rules, so that a map cannot set the level of a rule that does not exist. Without
    /// them (as in macros, which know none) any name will do.
    pub rules: Option<&'a [&'a str]>,
}

/// Reads a map: the main file, and the files of contexts beside it ([`context_files`] says which).
///
/// The map holds what could be understood, so that later stages work on it even after mistakes. The
/// mistakes are all there are, sorted by place.
pub fn read(main: &Source, beside: &[Source], known: &Known<'_>) -> (Map, Vec<Mistake>) {
    let mut mistakes = Mistakes::default();
    let document = parse(main, &language::MAP_FILE, &mut mistakes);
    let parts: Vec<(&Source, Document<'_>)> =
        beside.iter().map(|part| (part, parse(part, &language::CONTEXT_FILE, &mut mistakes))).collect();

    let whole = document.whole && parts.iter().all(|(_, part)| part.whole);

    let mut map = Map::default();
    if let Some(root) = &document.root {
        map.unresolved_at_most = pick::form(root.get("unresolved_at_most"), crate::Share::parse);
        map.grace = pick::form(root.get("grace"), language::form::days);
        map.title = pick::text(root.get("title"));
        map.exceptions_at_most = pick::number(root.get("exceptions_at_most"));
        for entry in pick::entries(root, "rules") {
            let level = Level::ALL.into_iter().find(|level| entry.value.raw() == Some(level.name()));
            if let Some(level) = level {
                map.rules.insert(pick::name(entry), Spanned::new(level, entry.value.span));
            }
        }
        // Of texts that break off, nobody can say what they do not speak of.
        let mut untold = Mistakes::default();
        let told = if whole { &mut mistakes } else { &mut untold };
        for written in merge::contexts(root, &parts, told) {
            map.contexts.insert(written.name.clone(), context::read(written, whole, &mut mistakes));
        }
        map.laws = root.get("laws").map(law::between).unwrap_or_default();
        for entry in pick::entries(root, "topics") {
            map.topics.insert(pick::name(entry), topic::read(entry));
        }
        for entry in pick::entries(root, "processes") {
            map.processes.insert(pick::name(entry), process::read(entry, &mut mistakes));
        }
    }
    meaning::check(&map, known, whole, &mut mistakes);
    (map, mistakes.sorted())
}

/// The context files that a map lists, each at its place: what to read beside it.
///
/// Mistakes are not told here; [`read`] tells them.
pub fn context_files(main: &Source) -> Vec<Spanned<String>> {
    let document = document::parse(main, &mut Mistakes::default());
    let Some(root) = &document.root else { return Vec::new() };
    let files = pick::entries(root, "contexts")
        .filter_map(|entry| pick::named(entry.value.get("file"), &language::form::FILE));
    let mut seen = BTreeSet::new();
    files.filter(|file| seen.insert(file.value.clone())).collect()
}

/// Reads the exceptions to a map.
///
/// Entries that name no reason, owner or end are kept, for a rule to report.
pub fn read_exceptions(source: &Source, known: &Known<'_>) -> (Exceptions, Vec<Mistake>) {
    let mut mistakes = Mistakes::default();
    let document = parse(source, &language::EXCEPTIONS_FILE, &mut mistakes);
    let exceptions =
        document.root.map(|root| exceptions::read(&root, known, &mut mistakes)).unwrap_or_default();
    (exceptions, mistakes.sorted())
}

/// Reads a population.
///
/// # Errors
/// All that is wrong in it: half a population would tell of too few.
pub fn read_population(source: &Source) -> Result<Population, Vec<Mistake>> {
    let mut mistakes = Mistakes::default();
    let document = parse(source, &language::POPULATION_FILE, &mut mistakes);
    let read = document.root.as_ref().and_then(population::read);
    match (mistakes.sorted(), read) {
        (mistakes, Some(read)) if mistakes.is_empty() => Ok(read),
        (mistakes, _) => Err(mistakes),
    }
}

/// A text as written, held against the table of its language.
fn parse<'t>(source: &'t Source, table: &'static Mapping, mistakes: &mut Mistakes) -> Document<'t> {
    let document = document::parse(source, mistakes);
    match &document.root {
        Some(root) => grammar::check_file(root, table, document.whole, mistakes),
        None if document.whole => {
            let span = Span { source: source.id, start: 0, end: 0 };
            mistakes.push(|| {
                Mistake::new(span, format!("`{}` is empty", source.name))
                    .help(format!("{} begins with `stateline: 1`", table.what))
            });
        }
        None => {}
    }
    document
}

/// A rule's name that the caller does not know.
fn check_rule(rule: &Spanned<String>, known: &Known<'_>, mistakes: &mut Mistakes) {
    let Some(rules) = known.rules.filter(|rules| !rules.contains(&rule.value.as_str())) else { return };
    if (language::form::RULE.check)(rule).is_err() {
        return;
    }
    mistakes.push(|| {
        let mistake = Mistake::new(rule.span, format!("there is no rule `{rule}`"));
        match crate::suggest::suggest(rule, rules.iter().copied()) {
            Some(meant) => mistake.help(crate::suggestion(meant)),
            None => mistake
                .help("run `cargo stateline list rules` to see all rules; if a newer version has it, update Stateline"),
        }
    });
}
