//! Whether the instances of a version that one lock tells of can go on by another.

use super::{Lock, LockedAwait, LockedProcess, LockedStep};
use crate::Spanned;
use crate::shape::{Mode, Problem, Term, problems};
use std::fmt;

/// Data of an instance that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// The step.
    pub step: String,
    /// What is done with the data there: `takes`, `returns`.
    pub does: &'static str,
    /// Why it could not be read.
    pub problem: Problem,
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Unreadable { step, does, problem } = self;
        write!(f, "{} {}", problem.subject(&format!("what step `{step}` {does}")), problem.what)
    }
}

impl LockedStep {
    /// The data with which an instance is stored because of this step: before it, and behind it if that is the end
    /// (`last`) or is needed to undo it. What is stored between two steps is what the later one takes.
    pub fn stored(&self, last: bool) -> impl Iterator<Item = (&Spanned<Term>, &'static str)> {
        let returns = (last || self.undone_by.is_some()).then_some((&self.returns, "returns"));
        [(&self.takes, "takes")].into_iter().chain(returns)
    }
}

impl LockedProcess {
    /// How instances of this version would no longer be found by their messages; none if they are.
    pub fn unaddressed(&self, after: &LockedProcess) -> Option<String> {
        let plain = |key: &Option<String>| match key {
            Some(key) => format!("`{key}`"),
            None => "nothing".to_owned(),
        };
        if self.key != after.key {
            return Some(format!("its key was {} and is now {}", plain(&self.key), plain(&after.key)));
        }
        let awaits = |step: &LockedStep| -> Vec<LockedAwait> {
            step.awaits.iter().map(|awaited| awaited.value.clone()).collect()
        };
        let told = |awaits: &[LockedAwait]| match awaits {
            [] => "nothing".to_owned(),
            some => some.iter().map(ToString::to_string).collect::<Vec<_>>().join(" and "),
        };
        let steps = self.steps.iter().filter_map(|step| {
            let now = after.steps.iter().find(|now| now.name.value == step.name.value)?;
            let (was, is) = (awaits(step), awaits(now));
            (was != is).then(|| {
                format!("step `{}` awaited {} and now awaits {}", step.name.value, told(&was), told(&is))
            })
        });
        { steps }.next()
    }
}

impl Lock {
    /// The data of instances of this version, as this lock tells of it, that a build with the lock `now` could not
    /// read: what is stored is read strictly. A step that `now` does not have, and a version that one of them does
    /// not have, are no part of it.
    pub fn unreadable(&self, now: &Lock, process: &str, version: u32) -> Vec<Unreadable> {
        let key = (process.to_owned(), version);
        let (Some(before), Some(after)) = (self.processes.get(&key), now.processes.get(&key)) else {
            return Vec::new();
        };
        let mut all = Vec::new();
        for (at, step) in before.steps.iter().enumerate() {
            let Some(reader) = after.steps.iter().find(|it| it.name.value == step.name.value) else {
                continue;
            };
            for (written, does) in step.stored(at + 1 == before.steps.len()) {
                let read = if does == "takes" { &reader.takes } else { &reader.returns };
                let found = problems((&self.types, &written.value), (&now.types, &read.value), Mode::Strict);
                let step = &step.name.value;
                all.extend(found.into_iter().map(|problem| Unreadable { step: step.clone(), does, problem }));
            }
        }
        all
    }
}
