//! The steps of a version: those that were inserted, removed, moved, or are other ones now.

use super::changes::{Comparison, instances};
use crate::finding::Place;
use crate::graph::change::{Change, Verdict};
use crate::graph::consequence::{Consequence, Stand};
use stateline_schema::Span;
use stateline_schema::lock::{LockedCall, LockedProcess, LockedStep};

/// Compares the steps of a version with what they were.
pub(super) fn compare(comparison: &mut Comparison<'_>, old: &LockedProcess, new: &LockedProcess) {
    let name = |step: &LockedStep| step.name.value.clone();
    let (before, after): (Vec<String>, Vec<String>) =
        (old.steps.iter().map(name).collect(), new.steps.iter().map(name).collect());
    let gone: Vec<usize> = (0..before.len()).filter(|at| !after.contains(&before[*at])).collect();
    let added: Vec<usize> = (0..after.len()).filter(|at| !before.contains(&after[*at])).collect();
    let mut line = Line { comparison, old, new };
    if old.key != new.key {
        let (was, is) = (said(old.key.as_deref()), said(new.key.as_deref()));
        let what = format!("had the key {was}, and has the key {is} now");
        let consequence = "would not be found by a message, by the key with which it began";
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
    /// A change of the version, with the line of the map and that of the lock.
    fn change(
        &mut self,
        what: String,
        (here, there): (Option<Span>, Option<Span>),
        (stand, consequence): (Stand, String),
    ) {
        let (name, version) = (&self.new.name.value, self.new.version);
        let graph = self.comparison.graph;
        let here = graph.at_map(here.unwrap_or(self.new.name.span), "is now");
        let there = self.comparison.at_lock(there.unwrap_or(self.old.name.span), "was");
        let places: Vec<Place> = vec![here, there];
        let next = version + 1;
        self.comparison.found.push(Change {
            verdict: Verdict::Process,
            message: format!("version {version} of process `{name}` {what}"),
            places,
            consequence: Some(Consequence { whom: instances(self.old, stand), what: consequence }),
            help: format!(
                "make this version {next} (`version: {next}`), and keep version {version} as it was under \
                 `processes.{name}.earlier` while instances of it live"
            ),
        });
    }

    /// What becomes of an instance that fails is the same for all versions: a new one would not help.
    fn fails_otherwise(&mut self) {
        let (name, version) = (&self.new.name.value, self.new.version);
        let (what, consequence) = match self.new.rolls_back {
            true => (
                "is now rolled back when it fails; before, it only ended as failed",
                "would be rolled back when it fails, although it began without that",
            ),
            false => (
                "now only ends as failed when it fails; before, it was rolled back",
                "would stay half done when it fails, although it began with a rollback",
            ),
        };
        let here = self.comparison.graph.at_map(self.new.name.span, "is now");
        let there = self.comparison.at_lock(self.old.name.span, "was");
        self.comparison.found.push(Change {
            verdict: Verdict::Process,
            message: format!("version {version} of process `{name}` {what}"),
            places: vec![here, there],
            consequence: Some(Consequence {
                whom: instances(self.old, Stand::Anywhere),
                what: consequence.into(),
            }),
            help: format!(
                "write a new process beside `{name}` that fails in the new way, or accept the change for instances \
                 in flight: `cargo stateline lock --accept \"REASON\"`"
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
            Some((_, before)) => format!("has a new step `{name}` behind `{}`", before.name.value),
            None => format!("has a new first step `{name}`"),
        };
        let behind = after.map_or(0, |(at, _)| at + 1);
        let consequence = match self.blocked().map(|(at, step)| (at, step.name.value.clone())).last() {
            Some((blocked, waits)) => {
                let what = match blocked < behind {
                    true => format!("would run `{name}` when released, without having begun with it"),
                    false => format!("would go on without ever having run `{name}`"),
                };
                (Stand::Blocked(waits), what)
            }
            None => (Stand::Anywhere, format!("would meet `{name}`, or go on without ever having run it")),
        };
        let there = behind.checked_sub(1).and_then(|at| self.old.steps.get(at)).map(|step| step.name.span);
        self.change(what, (Some(step.name.span), there), consequence);
    }

    fn removed(&mut self, at: usize) {
        let step = &self.old.steps[at];
        let name = &step.name.value;
        let gone = "would stand at a step that is not there".to_owned();
        let consequence = match self.blocked().last() {
            Some((blocked, waits)) if blocked < at => {
                (Stand::Blocked(waits.name.value.clone()), format!("would be released past `{name}`"))
            }
            Some((blocked, _)) if blocked == at => (Stand::Blocked(name.clone()), gone),
            _ => (Stand::At(vec![name.clone()]), gone),
        };
        self.change(format!("has no step `{name}` any more"), (None, Some(step.name.span)), consequence);
    }

    fn renamed(&mut self, one: usize, other: usize) {
        let (old, new) = (&self.old.steps[one], &self.new.steps[other]);
        let (was, is) = (old.name.value.clone(), new.name.value.clone());
        let gone = "would stand at a step that is not there, as what is stored names the step".to_owned();
        let consequence = (Stand::At(vec![was.clone()]), gone);
        let places = (Some(new.name.span), Some(old.name.span));
        self.change(format!("has the step `{is}` in place of `{was}`"), places, consequence);
    }

    fn regrouped(&mut self, gone: &[usize], added: &[usize]) {
        let list = |steps: &[LockedStep], at: &[usize]| {
            let names: Vec<String> = at.iter().map(|at| format!("`{}`", steps[*at].name.value)).collect();
            names.join(", ")
        };
        let (was, is) = (list(&self.old.steps, gone), list(&self.new.steps, added));
        let first = &self.old.steps[gone[0]].name;
        let stood = gone.iter().map(|at| self.old.steps[*at].name.value.clone()).collect();
        let consequence = (Stand::At(stood), "would stand at a step that is not there".to_owned());
        let places = (Some(self.new.steps[added[0]].name.span), Some(first.span));
        self.change(format!("has {is} in place of {was}"), places, consequence);
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
                    (Some(old), None) => format!("would end when released, without `{old}`"),
                    _ => "would have run other steps than it began with".to_owned(),
                };
                (Stand::Blocked(waits.clone()), what)
            }
            None => (Stand::Anywhere, "would run steps twice, or not at all".to_owned()),
        };
        let places = (Some(self.new.steps[at].name.span), Some(self.old.steps[at].name.span));
        self.change(
            format!("has its steps in another order: `{is}` stands where `{was}` stood"),
            places,
            consequence,
        );
    }

    fn step(&mut self, old: &LockedStep, new: &LockedStep) {
        let name = new.name.value.clone();
        let places = (Some(new.name.span), Some(old.name.span));
        let stands = || Stand::At(vec![name.clone()]);
        for (was, is, what) in [
            (&old.stored_input, &new.stored_input, "takes"),
            (&old.stored_output, &new.stored_output, "returns"),
        ] {
            if was != is {
                let told = format!("has a step `{name}` that {what} `{is}` now, and {what}s `{was}`")
                    .replace("takess", "took")
                    .replace("returnss", "returned");
                let consequence = format!("would be refused, as what is stored has the name `{was}`");
                self.change(told, places, (stands(), consequence));
            }
        }
        let topics = |step: &LockedStep| {
            let awaits: Vec<String> = step.awaits.iter().map(|awaited| awaited.value.to_string()).collect();
            if awaits.is_empty() { "nothing".to_owned() } else { awaits.join(" and ") }
        };
        if topics(old) != topics(new) {
            let (was, is) = (topics(old), topics(new));
            let consequence = match old.awaits.is_empty() {
                true => (stands(), "would wait for what nobody sends it".to_owned()),
                false => {
                    (Stand::Blocked(name.clone()), "would be released by something else, or never".to_owned())
                }
            };
            let what = format!("has a step `{name}` that awaits {is} now, and awaited {was}");
            self.change(what, places, consequence);
        }
        if old.undone_by != new.undone_by {
            let of = |step: &LockedStep| said(step.undone_by.as_ref().map(|by| by.value.as_str()));
            let what =
                format!("has a step `{name}` that is undone by {} now, and was by {}", of(new), of(old));
            let mut behind = self.old.steps.iter().skip_while(|step| step.name.value != name).skip(1);
            let behind = behind.by_ref().map(|step| step.name.value.clone()).collect();
            let consequence = "would be rolled back in another way".to_owned();
            self.change(what, places, (Stand::Past(name.clone(), behind), consequence));
        }
        for (was, is, undoing) in
            [(&old.calls, &new.calls, ""), (&old.undoing_calls, &new.undoing_calls, ", when it is undone,")]
        {
            if was != is {
                let what = format!(
                    "has a step `{name}` that{undoing} calls {} now, and called {}",
                    called(is),
                    called(was)
                );
                let consequence = "would do other things than it began with".to_owned();
                self.change(what, places, (stands(), consequence));
            }
        }
    }
}

fn called(calls: &Option<Vec<LockedCall>>) -> String {
    match calls.as_deref() {
        None => "what it does not say".to_owned(),
        Some([]) => "nothing".to_owned(),
        Some(calls) => {
            let calls: Vec<String> =
                calls.iter().map(|call| format!("`{}` ({})", call.operation, call.effect)).collect();
            calls.join(", ")
        }
    }
}
