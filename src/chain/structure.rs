//! What a version of a process consists of, as plain data.

use super::Link;
use crate::operation::Declared;
use serde::{Deserialize, Serialize};
use std::fmt::Debug;

/// What a version of a process consists of: what must stay as it is while instances of the version are on
/// their way.
///
/// ```
/// # mod bank { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/bank.rs")); }
/// use bank::*; // as on the front page
/// use stateline::{Await, Chain, Line, Mocked};
///
/// let before: Chain<Request, Mocked> = Line::first::<load>().then::<release>().end(1);
/// let line = Line::first::<load>().then::<release>().awaiting::<Decided>(Await::default());
/// let after: Chain<Request, Mocked> = line.end(1);
/// let (before, after) = (before.structure(1).expect("served"), after.structure(1).expect("served"));
/// assert_eq!(before.difference(&before), None);
/// assert_eq!(
///     before.difference(&after).expect("it awaits something"),
///     "step `release` awaited nothing and now awaits \"compliance.decided\"",
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Structure {
    /// The process.
    pub process: String,
    /// The version.
    pub version: u32,
    /// Its steps, in their order.
    pub steps: Vec<StepStructure>,
}

/// What a step of a version is, as [`Structure`] shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StepStructure {
    /// Its name.
    pub name: String,
    /// The type of what it takes.
    pub takes: String,
    /// The type of what it returns.
    pub returns: String,
    /// The topics that it awaits.
    pub awaits: Vec<String>,
    /// What it declares to call; none if that is not said.
    pub calls: Option<Vec<Declared>>,
    /// The compensation that undoes it.
    pub undone_by: Option<String>,
    /// What the compensation declares to call; none if that is not said.
    pub undoing_calls: Option<Vec<Declared>>,
}

impl StepStructure {
    pub(super) fn of<E: ?Sized>(link: &Link<E>) -> StepStructure {
        let (takes, returns) = (link.types)();
        let undo = link.undo.as_ref();
        StepStructure {
            name: link.terms.name().into(),
            takes,
            returns,
            awaits: link.terms.awaits().iter().map(|awaited| awaited.topic().into()).collect(),
            calls: link.calls.map(<[_]>::to_vec),
            undone_by: undo.map(|undo| undo.name.into()),
            undoing_calls: undo.and_then(|undo| undo.calls).map(<[_]>::to_vec),
        }
    }

    fn difference(&self, after: &StepStructure) -> Option<String> {
        let told = |[was, is]: [&str; 2], before: &dyn Debug, after: &dyn Debug| {
            let plain = |value: &dyn Debug| match format!("{value:?}").as_str() {
                "None" => "nothing".to_owned(),
                some => some.trim_start_matches("Some(").trim_end_matches(')').to_owned(),
            };
            Some(format!("step `{}` {was} {} and now {is} {}", self.name, plain(before), plain(after)))
        };
        match () {
            () if self.takes != after.takes => told(["took", "takes"], &self.takes, &after.takes),
            () if self.returns != after.returns => {
                told(["returned", "returns"], &self.returns, &after.returns)
            }
            () if self.awaits != after.awaits => {
                let topics =
                    |step: &StepStructure| (!step.awaits.is_empty()).then(|| step.awaits.join(" and "));
                told(["awaited", "awaits"], &topics(self), &topics(after))
            }
            () if self.undone_by != after.undone_by => {
                told(["was undone by", "is undone by"], &self.undone_by, &after.undone_by)
            }
            () if self.calls != after.calls || self.undoing_calls != after.undoing_calls => {
                let listed = |step: &StepStructure| {
                    let calls = step.calls.iter().chain(&step.undoing_calls).flatten();
                    calls.map(ToString::to_string).collect::<Vec<_>>()
                };
                told(["called", "calls"], &listed(self), &listed(after))
            }
            () => None,
        }
    }
}

impl Structure {
    /// The first step that is another one in `after`, and in what; none if both are the same.
    pub fn difference(&self, after: &Structure) -> Option<String> {
        let longest = self.steps.len().max(after.steps.len());
        (0..longest).find_map(|at| match (self.steps.get(at), after.steps.get(at)) {
            (Some(before), Some(after)) if before.name == after.name => before.difference(after),
            (Some(before), Some(after)) => {
                Some(format!("step {} was `{}` and is now `{}`", at + 1, before.name, after.name))
            }
            (Some(before), None) => Some(format!("step `{}` is gone", before.name)),
            (None, Some(after)) => Some(format!("step `{}` is new", after.name)),
            (None, None) => None,
        })
    }
}
