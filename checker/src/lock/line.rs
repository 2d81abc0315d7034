//! The steps of a version: those that were inserted, removed, moved, or are other ones now.

use super::changes::{Comparison, instances};
use crate::finding::Place;
use crate::graph::change::{Change, Verdict};
use crate::graph::consequence::{Consequence, Stand};
use stateline_schema::lock::{LockedAwait, LockedCall, LockedProcess, LockedStep};
use stateline_schema::{Span, listed};

/// What becomes of an instance whose step is no longer in its version: what is stored names the step.
const GONE: &str = "would point to a step that no longer exists";

/// Compares the steps of a version with what they were.
pub(super) fn compare(comparison: &mut Comparison<'_>, old: &LockedProcess, new: &LockedProcess) {
    let name = |step: &LockedStep| step.name.value.clone();
    let (before, after): (Vec<String>, Vec<String>) =
        (old.steps.iter().map(name).collect(), new.steps.iter().map(name).collect());
    let gone: Vec<usize> = (0..before.len()).filter(|at| !after.contains(&before[*at])).collect();
    let added: Vec<usize> = (0..after.len()).filter(|at| !before.contains(&after[*at])).collect();
    let mut line = Line { comparison, old, new };
    if old.key != new.key {
        let told = |key: &Option<String>| {
            key.as_ref().map_or_else(|| "no key".to_owned(), |key| format!("the key `{key}`"))
        };
        let (was, is) = (told(&old.key), told(&new.key));
        let what = format!("{} has {is} instead of {was}", line.version());
        let consequence = "would no longer be found by the messages with its key";
        line.change(what, (None, Some(old.name.span)), (Stand::Anywhere, consequence.into()));
    }
    if old.rolls_back != new.rolls_back {
        line.fails_otherwise();
    }
    match (&gone[..], &added[..]) {
        ([], []) => line.moved(&before, &after),
        ([], added) => added.iter().for_each(|at| line.inserted(*at)),
        (gone, []) => gone.iter().for_each(|at| line.removed(*at)),
        ([one], [other]) => line.renamed(*one, *other),
        (gone, added) => line.regrouped(gone, added),
    }
    for step in &old.steps {
        if let Some(now) = new.steps.iter().find(|now| now.name.value == step.name.value) {
            line.step(step, now);
        }
    }
}

fn said(text: Option<&str>) -> String {
    text.map_or_else(|| "nothing".to_owned(), |text| format!("`{text}`"))
}

struct Line<'l, 'c> {
    comparison: &'l mut Comparison<'c>,
    old: &'l LockedProcess,
    new: &'l LockedProcess,
}

impl Line<'_, '_> {
    /// `` version 1 of `payout` ``
    fn version(&self) -> String {
        format!("version {} of `{}`", self.new.version, self.new.name.value)
    }

    /// A change of the version, with the line of the map and that of the lock.
    fn change(
        &mut self,
        message: String,
        (here, there): (Option<Span>, Option<Span>),
        (stand, consequence): (Stand, String),
    ) {
        let (name, version) = (&self.new.name.value, self.new.version);
        let graph = self.comparison.graph;
        let here = graph.at_map(here.unwrap_or(self.new.name.span), "now");
        let there = self.comparison.at_lock(there.unwrap_or(self.old.name.span), "before");
        let places: Vec<Place> = vec![here, there];
        let next = version + 1;
        self.comparison.found.push(Change {
            verdict: Verdict::Process,
            message,
            places,
            consequence: Some(Consequence { whom: instances(self.old, stand), what: consequence }),
            help: format!(
                "set `version: {next}`, move the old steps to `processes.{name}.earlier.{version}`, and keep their \
                 functions until no instance of version {version} is left"
            ),
        });
    }

    /// What becomes of an instance that fails is the same for all versions: a new one would not help.
    fn fails_otherwise(&mut self) {
        let name = &self.new.name.value;
        let (what, consequence) = match self.new.rolls_back {
            true => (
                "are now rolled back; before, they were only marked as failed",
                "would be rolled back when it fails, although it started without that",
            ),
            false => (
                "are now only marked as failed; before, they were rolled back",
                "would stay half done when it fails, although it started with a rollback",
            ),
        };
        let here = self.comparison.graph.at_map(self.new.name.span, "now");
        let there = self.comparison.at_lock(self.old.name.span, "before");
        self.comparison.found.push(Change {
            verdict: Verdict::Process,
            message: format!("failed instances of {} {what}", self.version()),
            places: vec![here, there],
            consequence: Some(Consequence {
                whom: instances(self.old, Stand::Anywhere),
                what: consequence.into(),
            }),
            help: format!(
                "declare a new process beside `{name}`, because all versions of one fail in the same way; or accept the \
                 change for instances in flight: `cargo stateline lock --accept \"REASON\"`"
            ),
        });
    }

    /// The steps at which an instance waits for somebody.
    fn blocked(&self) -> impl Iterator<Item = (usize, &LockedStep)> {
        self.old.steps.iter().enumerate().filter(|(_, step)| !step.awaits.is_empty())
    }

    fn inserted(&mut self, at: usize) {
        let step = &self.new.steps[at];
        let name = step.name.value.clone();
        let old_at = |step: &LockedStep| self.old.steps.iter().position(|old| old.name == step.name);
        let after = self.new.steps[..at].iter().rev().find_map(|step| Some((old_at(step)?, step)));
        let what = match after {
            Some((_, before)) => format!("has the new step `{name}` after `{}`", before.name.value),
            None => format!("has the new first step `{name}`"),
        };
        let what = format!("{} {what}", self.version());
        let behind = after.map_or(0, |(at, _)| at + 1);
        let consequence = match self.blocked().map(|(at, step)| (at, step.name.value.clone())).last() {
            Some((blocked, waits)) => {
                let what = match blocked < behind {
                    true => format!("would run `{name}` when released, although it started without it"),
                    false => format!("would go on without ever running `{name}`"),
                };
                (Stand::Blocked(waits), what)
            }
            None => (Stand::Anywhere, format!("would run `{name}`, or go on without ever running it")),
        };
        let there = behind.checked_sub(1).and_then(|at| self.old.steps.get(at)).map(|step| step.name.span);
        self.change(what, (Some(step.name.span), there), consequence);
    }

    fn removed(&mut self, at: usize) {
        let step = &self.old.steps[at];
        let name = &step.name.value;
        let gone = GONE.to_owned();
        let consequence = match self.blocked().last() {
            Some((blocked, waits)) if blocked < at => {
                (Stand::Blocked(waits.name.value.clone()), format!("would be released past `{name}`"))
            }
            Some((blocked, _)) if blocked == at => (Stand::Blocked(name.clone()), gone),
            _ => (Stand::At(vec![name.clone()]), gone),
        };
        let what = format!("{} no longer has the step `{name}`", self.version());
        self.change(what, (None, Some(step.name.span)), consequence);
    }

    fn renamed(&mut self, one: usize, other: usize) {
        let (old, new) = (&self.old.steps[one], &self.new.steps[other]);
        let (was, is) = (old.name.value.clone(), new.name.value.clone());
        let consequence = (Stand::At(vec![was.clone()]), GONE.to_owned());
        let places = (Some(new.name.span), Some(old.name.span));
        self.change(
            format!("{} has the step `{is}` instead of `{was}`", self.version()),
            places,
            consequence,
        );
    }

    fn regrouped(&mut self, gone: &[usize], added: &[usize]) {
        let list = |steps: &[LockedStep], at: &[usize]| listed(at.iter().map(|at| &steps[*at].name.value));
        let (was, is) = (list(&self.old.steps, gone), list(&self.new.steps, added));
        let first = &self.old.steps[gone[0]].name;
        let stood = gone.iter().map(|at| self.old.steps[*at].name.value.clone()).collect();
        let consequence = (Stand::At(stood), GONE.to_owned());
        let places = (Some(self.new.steps[added[0]].name.span), Some(first.span));
        self.change(format!("{} has the steps {is} instead of {was}", self.version()), places, consequence);
    }

    fn moved(&mut self, before: &[String], after: &[String]) {
        let Some(at) = (0..before.len()).find(|at| before[*at] != after[*at]) else { return };
        let (was, is) = (&before[at], &after[at]);
        let consequence = match self.blocked().last() {
            Some((_, waits)) => {
                let waits = &waits.name.value;
                let next = |steps: &[String]| {
                    let at = steps.iter().position(|step| step == waits)?;
                    steps.get(at + 1).cloned()
                };
                let what = match (next(before), next(after)) {
                    (Some(old), Some(new)) if old != new => {
                        format!("would go on with `{new}` instead of `{old}`")
                    }
                    (Some(old), None) => format!("would end without running `{old}`"),
                    _ => "would run the steps in another order than it started with".to_owned(),
                };
                (Stand::Blocked(waits.clone()), what)
            }
            None => (Stand::Anywhere, "would run steps twice, or not at all".to_owned()),
        };
        let places = (Some(self.new.steps[at].name.span), Some(self.old.steps[at].name.span));
        self.change(
            format!(
                "the steps of {} are in a different order: `{is}` is now where `{was}` was",
                self.version()
            ),
            places,
            consequence,
        );
    }

    fn step(&mut self, old: &LockedStep, new: &LockedStep) {
        let name = new.name.value.clone();
        let places = (Some(new.name.span), Some(old.name.span));
        let stands = || Stand::At(vec![name.clone()]);
        let of = format!("the step `{name}` of {}", self.version());
        for (was, is, what) in [
            (&old.stored_input, &new.stored_input, "takes"),
            (&old.stored_output, &new.stored_output, "returns"),
        ] {
            if was != is {
                let told = format!("{of} now {what} `{is}` instead of `{was}`");
                let consequence = format!("would be refused, because its data is stored as `{was}`");
                self.change(told, places, (stands(), consequence));
            }
        }
        let topics = |step: &LockedStep| {
            let awaits: Vec<String> =
                step.awaits.iter().map(|awaited| format!("`{}`", awaited.value)).collect();
            if awaits.is_empty() { "nothing".to_owned() } else { awaits.join(" and ") }
        };
        let awaited = |step: &LockedStep| -> Vec<LockedAwait> {
            step.awaits.iter().map(|awaited| awaited.value.in_any_order()).collect()
        };
        if awaited(old) != awaited(new) {
            let (was, is) = (topics(old), topics(new));
            let consequence = match old.awaits.is_empty() {
                true => (stands(), "would wait for a message that nobody sends it".to_owned()),
                false => (
                    Stand::Blocked(name.clone()),
                    "would be released by another message, or never".to_owned(),
                ),
            };
            let what = format!("{of} now awaits {is} instead of {was}");
            self.change(what, places, consequence);
        }
        if old.undone_by != new.undone_by {
            let by = |step: &LockedStep| said(step.undone_by.as_ref().map(|by| by.value.as_str()));
            let what = format!("{of} is now undone by {} instead of {}", by(new), by(old));
            let mut behind = self.old.steps.iter().skip_while(|step| step.name.value != name).skip(1);
            let behind = behind.by_ref().map(|step| step.name.value.clone()).collect();
            let consequence = "would be rolled back in a different way".to_owned();
            self.change(what, places, (Stand::Past(name.clone(), behind), consequence));
        }
        for (was, is, undoing) in
            [(&old.calls, &new.calls, ""), (&old.undoing_calls, &new.undoing_calls, ", when undone,")]
        {
            if !same_calls(was.as_deref(), is.as_deref()) {
                let what = format!("{of}{undoing} now calls {} instead of {}", called(is), called(was));
                let consequence = "would call other operations than it started with".to_owned();
                self.change(what, places, (stands(), consequence));
            }
        }
    }
}

/// Whether both are the same calls, in whatever order they are listed.
fn same_calls(was: Option<&[LockedCall]>, is: Option<&[LockedCall]>) -> bool {
    let sorted = |calls: &[LockedCall]| {
        let mut names: Vec<_> =
            calls.iter().map(|call| (call.operation.clone(), call.effect.clone())).collect();
        names.sort_unstable();
        names
    };
    was.map(sorted) == is.map(sorted)
}

fn called(calls: &Option<Vec<LockedCall>>) -> String {
    match calls.as_deref() {
        None => "operations that it does not list".to_owned(),
        Some([]) => "nothing".to_owned(),
        Some(calls) => {
            let calls: Vec<String> =
                calls.iter().map(|call| format!("`{}` ({})", call.operation, call.effect)).collect();
            calls.join(", ")
        }
    }
}
