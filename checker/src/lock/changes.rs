//! What changed between a lock and the code.
//!
//! Long because each kind of change says here what it would do to whom, and what to do about it, so that all can be
//! read beside each other.

use super::of_code::{reached, step_key, undo_key};
use super::{Tree, line};
use crate::finding::Place;
use crate::graph::Graph;
use crate::graph::change::{Change, Verdict};
use crate::graph::consequence::{Consequence, Stand, Whom};
use rustc_hash::FxHashMap;
use stateline_schema::Span;
use stateline_schema::lock::{Lock, LockedMessage, LockedOperation, LockedProcess, LockedStep};
use stateline_schema::shape::{MISSING, Mode, Problem, Term, Types, UNKNOWN_VARIANT, problems};
use std::collections::BTreeSet;

/// What changed since a lock was written.
pub(super) fn since(graph: &Graph<'_>, old: &Lock, tree: &Tree) -> Vec<Change> {
    let mut comparison =
        Comparison { graph, old, tree, changed: tainted(old, &tree.lock), found: Vec::new() };
    comparison.processes();
    comparison.messages();
    comparison.operations();
    comparison.types();
    comparison.found
}

/// The names of types that are not what they were, or in which such a type stands.
fn tainted(old: &Lock, new: &Lock) -> BTreeSet<String> {
    let all: BTreeSet<&String> = old.types.keys().chain(new.types.keys()).collect();
    let mut tainted: BTreeSet<String> = all
        .iter()
        .filter(|name| old.types.get(**name) != new.types.get(**name))
        .map(|name| (*name).clone())
        .collect();
    if tainted.is_empty() {
        return tainted;
    }
    let mut holders: FxHashMap<&str, Vec<&str>> = FxHashMap::default();
    for definition in old.types.values().chain(new.types.values()) {
        for name in definition.terms().into_iter().flat_map(Term::names) {
            holders.entry(name).or_default().push(&definition.name.value);
        }
    }
    let mut left: Vec<String> = tainted.iter().cloned().collect();
    while let Some(name) = left.pop() {
        for holder in holders.get(name.as_str()).into_iter().flatten() {
            if tainted.insert((*holder).to_owned()) {
                left.push((*holder).to_owned());
            }
        }
    }
    tainted
}

/// What is compared, and what was found.
pub(super) struct Comparison<'c> {
    pub(super) graph: &'c Graph<'c>,
    pub(super) old: &'c Lock,
    pub(super) tree: &'c Tree,
    changed: BTreeSet<String>,
    pub(super) found: Vec<Change>,
}

impl Comparison<'_> {
    fn new_types(&self) -> &Types {
        &self.tree.lock.types
    }

    /// Whether two terms may be read otherwise.
    fn differ(&self, old: &Term, new: &Term) -> bool {
        old != new
            || new.names().iter().any(|name| self.changed.contains(*name))
            || new.to_string().contains('?')
    }

    /// Why what was written is not read as what it was; one for each place.
    fn forwards(&self, old: &Term, new: &Term, mode: Mode) -> Vec<Problem> {
        match self.differ(old, new) {
            true => problems((&self.old.types, old), (self.new_types(), new), mode),
            false => Vec::new(),
        }
    }

    /// Why what is written now is not read as what it is by what was there before.
    fn backwards(&self, old: &Term, new: &Term) -> Vec<Problem> {
        match self.differ(old, new) {
            true => problems((self.new_types(), new), (&self.old.types, old), Mode::Lenient),
            false => Vec::new(),
        }
    }

    pub(super) fn at_lock(&self, span: Span, label: &str) -> Place {
        self.graph.at_map(span, label.to_owned())
    }

    /// Where a problem lies: in the code, then in the lock.
    fn places(&self, problem: &Problem, (old, new): (Span, Place), backwards: bool) -> Vec<Place> {
        let (old_at, new_at) = match backwards {
            false => (&problem.writer, &problem.reader),
            true => (&problem.reader, &problem.writer),
        };
        let here = self.tree.place(self.graph, &new_at.0, &new_at.1, "now");
        let there = member_span(&self.old.types, &old_at.0, &old_at.1).unwrap_or(old);
        vec![here.unwrap_or(new), self.at_lock(there, "before")]
    }

    fn processes(&mut self) {
        for (key, old) in &self.old.processes {
            match self.tree.lock.processes.get(key) {
                None => self.dropped(old),
                Some(new) => self.version(old, new),
            }
        }
        for (key, new) in &self.tree.lock.processes {
            if !self.old.processes.contains_key(key) {
                let (name, version) = (&new.name.value, new.version);
                self.found.push(Change {
                    verdict: Verdict::NewOnly,
                    message: format!("version {version} of `{name}` is new"),
                    places: vec![self.graph.at_map(new.name.span, "")],
                    consequence: None,
                    help: String::new(),
                });
            }
        }
    }

    fn dropped(&mut self, old: &LockedProcess) {
        let (name, version) = (&old.name.value, old.version);
        let map = self.graph.input.map.process(name);
        let here = map.map(|process| self.graph.at_map(process.current.number.span, "served now"));
        let there = self.at_lock(old.name.span, "served before");
        self.found.push(Change {
            verdict: Verdict::Dropped,
            message: format!("version {version} of `{name}` is no longer served"),
            places: here.into_iter().chain([there]).collect(),
            consequence: Some(Consequence {
                whom: instances(old, Stand::Anywhere),
                what: "would never continue, because no runner serves it".into(),
            }),
            help: format!(
                "add it to `processes.{name}.earlier.{version}` as it was; when no instance of it is left, run \
                 `cargo stateline lock --accept \"no instance of version {version} is left\"`"
            ),
        });
    }

    fn version(&mut self, old: &LockedProcess, new: &LockedProcess) {
        line::compare(self, old, new);
        for before in &old.steps {
            let Some(after) = new.steps.iter().find(|step| step.name.value == before.name.value) else {
                continue;
            };
            self.step_data(new, before, after, old.steps.last().is_some_and(|last| last.name == before.name));
            self.code(new, before, after);
        }
    }

    /// What runs on the same data, and is not what ran.
    fn code(&mut self, new: &LockedProcess, before: &LockedStep, after: &LockedStep) {
        let (process, step) = (&new.name.value, &after.name.value);
        // A lock of an older tool does not say what code undoes a step.
        let undoing = before.undoing_code.is_some() && before.undoing_code != after.undoing_code;
        let changed = [
            (before.code != after.code, step_key(process, new.version, step), "code"),
            (undoing, undo_key(process, new.version, step), "compensation"),
        ];
        for (_, key, what) in changed.into_iter().filter(|(changed, ..)| *changed) {
            let Some(function) = self.tree.function(&key) else { continue };
            self.found.push(Change {
                verdict: Verdict::Code,
                message: format!("the {what} of step `{step}` of `{process}` changed"),
                places: vec![self.graph.at_def(function, "")],
                consequence: None,
                help: String::new(),
            });
        }
    }

    /// What an instance is stored with that stands before a step, and what a finished or undone one is.
    fn step_data(&mut self, process: &LockedProcess, before: &LockedStep, after: &LockedStep, last: bool) {
        for ((old, what), (new, _)) in before.stored(last).zip(after.stored(true)) {
            for problem in self.forwards(&old.value, &new.value, Mode::Strict) {
                self.stored(process, after, (old.span, what), &problem);
            }
        }
    }

    fn stored(
        &mut self,
        process: &LockedProcess,
        step: &LockedStep,
        (old, what): (Span, &str),
        problem: &Problem,
    ) {
        let (name, version, step_name) = (&process.name.value, process.version, &step.name.value);
        // Another process, or another version, is another decision.
        let owner = format!(" of version {version} of `{name}`");
        let noun = if what == "takes" { "input" } else { "output" };
        let new = self.graph.at_map(step.name.span, format!("{what} it"));
        let changed = match problem.path.as_str() {
            "" => format!(": it {}", problem.what),
            path => format!(": `{path}` {}", problem.what),
        };
        let message = format!("the {noun} of the step `{step_name}`{owner} has changed{changed}");
        let places = self.places(problem, (old, new), false);
        let stored = (step_name.clone(), self.tree.lock.data_shape(name, version, step_name));
        // Several steps may hold the same data, in which one field changed.
        let same = |found: &&mut Change| {
            found.verdict == Verdict::StepData
                && matches!(&found.consequence, Some(Consequence { whom: Whom::Instances { process, version: of, .. }, .. })
                    if process == name && *of == version)
                && found.places.iter().map(|place| &place.span).eq(places.iter().map(|place| &place.span))
                && found.message.ends_with(&problem.what)
        };
        if let Some(found) = self.found.iter_mut().find(same) {
            if let Some(Consequence { whom: Whom::Instances { stand: Stand::Stored(steps), .. }, .. }) =
                &mut found.consequence
                && !steps.contains(&stored)
            {
                steps.push(stored);
            }
            return;
        }
        let next = version + 1;
        self.found.push(Change {
            verdict: Verdict::StepData,
            message,
            places,
            consequence: Some(Consequence {
                whom: instances(process, Stand::Stored(vec![stored])),
                what: "could not be read, and would be parked for a person to look at".into(),
            }),
            help: format!(
                "restore the type for version {version}, and use a new type in version {next}; or write a migration"
            ),
        });
    }

    fn messages(&mut self) {
        for (topic, old) in &self.old.messages {
            match self.tree.lock.messages.get(topic) {
                Some(new) => self.message(old, new),
                None => {
                    let map = self.graph.input.map.topic(topic);
                    let here = map.map(|topic| self.graph.at_map(topic.name.span, "the topic in the map"));
                    let there = self.at_lock(old.topic.span, "locked before");
                    let message = match here.is_some() {
                        true => format!("the topic `{topic}` no longer has a message that Stateline knows"),
                        false => {
                            format!("the topic `{topic}` is in `stateline.lock`, but no longer in the map")
                        }
                    };
                    self.found.push(Change {
                        verdict: Verdict::Message,
                        message,
                        places: here.into_iter().chain([there]).collect(),
                        consequence: letters(topic, "a message of it in flight", "would have no reader"),
                        help: "keep the topic until its last message is acked".into(),
                    });
                }
            }
        }
    }

    fn message(&mut self, old: &LockedMessage, new: &LockedMessage) {
        let topic = &old.topic.value;
        if old.key != new.key {
            let told =
                |key: &Option<String>| key.as_ref().map_or("none".to_owned(), |key| format!("`{key}`"));
            self.found.push(Change {
                verdict: Verdict::Message,
                message: format!("the key of `{topic}` was {} and is now {}", told(&old.key), told(&new.key)),
                places: vec![
                    self.graph.at_map(new.topic.span, "now"),
                    self.at_lock(old.topic.span, "before"),
                ],
                consequence: letters(topic, "a message in flight", "would find another instance, or none"),
                help: "declare a new topic with this key, and keep the old one".into(),
            });
        }
        let ways = [
            (self.forwards(&old.term, &new.term, Mode::Lenient), false),
            (self.backwards(&old.term, &new.term), true),
        ];
        for (problems, backwards) in ways {
            for problem in problems {
                let whole = format!("the message of `{topic}`");
                let new_place = self.graph.at_map(new.topic.span, "on this topic");
                let places = self.places(&problem, (old.topic.span, new_place), backwards);
                self.in_flight("topic", &problem, (&whole, places), backwards);
            }
        }
    }

    fn operations(&mut self) {
        for (name, old) in &self.old.operations {
            match self.tree.lock.operations.get(name) {
                Some(new) => self.operation(old, new),
                None => {
                    let there = self.at_lock(old.name.span, "locked before");
                    self.found.push(Change {
                        verdict: Verdict::Operation,
                        message: format!(
                            "the operation `{name}` was removed, but older builds may still call it"
                        ),
                        places: vec![there],
                        consequence: calls(
                            "a call from an older build, or a recorded one,",
                            "would have no answer",
                        ),
                        help: format!("keep `{name}` until no build that calls it runs"),
                    });
                }
            }
        }
    }

    fn operation(&mut self, old: &LockedOperation, new: &LockedOperation) {
        let name = &old.name.value;
        if old.effect != new.effect {
            let there = self.at_lock(old.name.span, "before");
            let here = self.tree.function(name).map(|id| self.graph.at_def(id, "now"));
            self.found.push(Change {
                verdict: Verdict::Operation,
                message: format!("the effect of `{name}` was `{}` and is now `{}`", old.effect, new.effect),
                places: here.into_iter().chain([there]).collect(),
                consequence: calls("a recorded call of it", "would be repeated or undone by different rules"),
                help: "add a new operation with this effect, and keep the old one".into(),
            });
        }
        let parts = [(&old.takes, &new.takes, "request"), (&old.returns, &new.returns, "answer")];
        for (before, after, what) in parts {
            let ways = [
                (self.forwards(&before.value, &after.value, Mode::Lenient), false),
                (self.backwards(&before.value, &after.value), true),
            ];
            for (problems, backwards) in ways {
                for problem in problems {
                    let whole = format!("the {what} of `{name}`");
                    let function = self.tree.function(name);
                    let here =
                        function.map(|id| self.graph.at_def(id, format!("the operation with this {what}")));
                    let here = here.unwrap_or_else(|| self.at_lock(before.span, "before"));
                    let places = self.places(&problem, (before.span, here), backwards);
                    self.in_flight("operation", &problem, (&whole, places), backwards);
                }
            }
        }
    }

    /// A message, request or answer that an old build and a new one read from each other.
    fn in_flight(
        &mut self,
        of: &str,
        problem: &Problem,
        (whole, places): (&str, Vec<Place>),
        backwards: bool,
    ) {
        let verdict = if of == "operation" { Verdict::Operation } else { Verdict::Message };
        let (writer, reader) = if backwards { ("new", "old") } else { ("old", "new") };
        let (message, help) = told(problem, whole, of, backwards);
        // What goes wrong in both directions is told once.
        if self.found.iter().any(|found| found.verdict == verdict && found.message == message) {
            return;
        }
        let thing = if verdict == Verdict::Message { "a message" } else { "a call or an answer" };
        self.found.push(Change {
            verdict,
            message,
            places,
            consequence: calls(
                &format!("{thing} from the {writer} build"),
                &format!("could not be read by the {reader} one while both run"),
            ),
            help,
        });
    }

    /// Types that nothing leads to: they are locked for whoever stores or sends them.
    fn types(&mut self) {
        let reached = reached(self.old);
        let alone = self.old.types.keys().filter(|name| {
            !reached.contains_key(*name)
                && self.changed.contains(*name)
                && self.new_types().contains_key(*name)
        });
        for name in alone.cloned().collect::<Vec<_>>() {
            let term = Term::Named(name.clone());
            // Only what is wrong in the type itself: a type in it that changed is told by itself, but not one
            // that is another now.
            let own = |problem: &Problem, at: &str| {
                let is_another = problem.writer.0 != problem.reader.0 || !self.changed.contains(at);
                at == name || problem.path.is_empty() || is_another
            };
            let old = self.old.types[&name].name.span;
            let ways =
                [(self.forwards(&term, &term, Mode::Lenient), false), (self.backwards(&term, &term), true)];
            let told = ways.map(|(mut problems, backwards)| {
                problems.retain(|it| own(it, if backwards { &it.writer.0 } else { &it.reader.0 }));
                (problems, backwards)
            });
            for (problems, backwards) in told {
                for problem in problems {
                    let here = self.tree.place(self.graph, &name, "", "now");
                    let here = here.unwrap_or_else(|| self.at_lock(old, "before"));
                    let places = self.places(&problem, (old, here), backwards);
                    self.in_flight("type", &problem, (&format!("`{name}`"), places), backwards);
                }
            }
        }
    }
}

/// Instances of a version.
pub(super) fn instances(process: &LockedProcess, stand: Stand) -> Whom {
    Whom::Instances { process: process.name.value.clone(), version: process.version, stand }
}

fn letters(topic: &str, words: &'static str, what: &str) -> Option<Consequence> {
    Some(Consequence { whom: Whom::Letters(topic.to_owned(), words), what: what.to_owned() })
}

fn calls(words: &str, what: &str) -> Option<Consequence> {
    Some(Consequence { whom: Whom::Else(words.to_owned()), what: what.to_owned() })
}

/// What one build writes and the other cannot read, told from old to new, and what to do.
fn told(problem: &Problem, whole: &str, of: &str, backwards: bool) -> (String, String) {
    let Problem { path, what, .. } = problem;
    let last = path.rsplit('.').next().unwrap_or(path);
    if let Some(term) = what.strip_prefix(MISSING) {
        let term = term.trim_start_matches([':', ' ', '`']).trim_end_matches('`');
        return match backwards {
            true => (
                format!("{whole} no longer has the field `{path}: {term}`, which the old build requires"),
                format!(
                    "keep the field until no older build runs; after a rename, add `#[serde(rename = \"{last}\")]`"
                ),
            ),
            false => (
                format!("{whole} has the new field `{path}: {term}`, which the old build does not write"),
                match of {
                    "operation" => {
                        format!(
                            "make `{last}` an `Option`; or keep the operation, and add a new one with this field"
                        )
                    }
                    _ => format!("make `{last}` an `Option`, or add `#[serde(default)]` to it"),
                },
            ),
        };
    }
    if what == UNKNOWN_VARIANT {
        return match backwards {
            true => (
                format!("{whole} has the new variant `{path}`, which the old build cannot read"),
                format!("release a build that can read it first, or add a new {of} for it"),
            ),
            false => (
                format!("{whole} no longer has the variant `{path}`, which the old build writes"),
                "keep the variant until no older build runs".to_owned(),
            ),
        };
    }
    let what = if backwards { turned(problem) } else { what.clone() };
    (
        format!("{} {what}", problem.subject(whole)),
        format!("restore the type, and use a new {of} for the new one"),
    )
}

/// A sentence about what the new build writes and the old one reads, told from old to new.
fn turned(problem: &Problem) -> String {
    if let Some((new, old, more)) = problem.change() {
        return format!("was {old} and is now {new}{more}");
    }
    let what = problem.what.as_str();
    let alike = ["is a variant with different contents", "tells its variants in another way than before"];
    if alike.contains(&what) {
        return what.to_owned();
    }
    match what.strip_prefix("is written, and refused as unknown") {
        Some(rest) => format!("is written, and the old build refuses it as unknown{rest}"),
        None => format!("{what} (for the old build)"),
    }
}

/// Where the lock has a type, or a member of it.
fn member_span(types: &Types, name: &str, member: &str) -> Option<Span> {
    use stateline_schema::shape::Body;
    let definition = types.get(name)?;
    let found = match &definition.body {
        Body::Object { fields, .. } => {
            fields.iter().find(|field| field.name.value == member).map(|it| it.name.span)
        }
        Body::Enum { variants, .. } => {
            let own = variants.iter().find(|variant| variant.name.value == member).map(|it| it.name.span);
            let fields = variants.iter().flat_map(|variant| variant.fields.iter().flatten());
            own.or_else(|| fields.into_iter().find(|field| field.name.value == member).map(|it| it.name.span))
        }
        _ => None,
    };
    Some(found.unwrap_or(definition.name.span))
}
