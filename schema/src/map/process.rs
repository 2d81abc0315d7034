//! A process: a straight line of steps, in every version still served.

use crate::{Duration, Path, Span, Spanned};

/// A process.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Process {
    /// Its name.
    pub name: Spanned<String>,
    /// What it is for.
    pub about: Option<Spanned<String>>,
    /// The context whose steps it is made of. None only after a mistake.
    pub context: Option<Spanned<String>>,
    /// The field of the first step's input by whose value an instance is found.
    pub key: Option<Spanned<String>>,
    /// The topic each of whose messages starts an instance.
    pub starts_on: Option<Spanned<String>>,
    /// What becomes of an instance that fails, where the map says so.
    pub on_failure: Option<Spanned<OnFailure>>,
    /// The version that new instances begin with.
    pub current: Version,
    /// Older versions still served, in the order of the file.
    pub earlier: Vec<Version>,
}

impl Process {
    /// All versions still served, the current first.
    pub fn versions(&self) -> impl Iterator<Item = &Version> {
        std::iter::once(&self.current).chain(&self.earlier)
    }

    /// The version of this number, if it is still served.
    pub fn version(&self, number: u32) -> Option<&Version> {
        self.versions().find(|version| version.number.value == number)
    }

    /// Whatever in it is not a straight line, in all versions.
    pub fn nonlinear(&self) -> impl Iterator<Item = &NonLinear> {
        self.versions().flat_map(|version| &version.nonlinear)
    }
}

/// What becomes of an instance one of whose steps fails for good.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OnFailure {
    /// It ends as failed, and nothing is undone.
    #[default]
    End,
    /// Its steps are undone, the last one first.
    Rollback,
}

impl OnFailure {
    /// All of them.
    pub const ALL: [OnFailure; 2] = [OnFailure::End, OnFailure::Rollback];

    /// As the map writes it.
    pub const fn name(self) -> &'static str {
        match self {
            OnFailure::End => "end",
            OnFailure::Rollback => "rollback",
        }
    }
}

/// One version of a process.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Version {
    /// Its number, from 1; after a mistake 0, at the process's name.
    pub number: Spanned<u32>,
    /// Its steps, in order.
    pub steps: Vec<Step>,
    /// Whatever in it is not a straight line.
    pub nonlinear: Vec<NonLinear>,
}

impl Version {
    /// What an instance would never be asked that gets from a step of this version to a step of another: each
    /// topic, with the step that awaits it. Those of this version that it has not come to yet, and that the other
    /// does not await any more behind where the instance would stand; and those that the other awaits before that,
    /// and for which it has not waited here. None if one of the versions has no such step.
    ///
    /// ```
    /// use stateline_schema::{Known, Source, SourceId, read};
    ///
    /// let text = "{ stateline: 1, contexts: { pay: { owns: [pay] } }, processes: { payout: {
    ///   context: pay, version: 2, steps: [screen, { step: block, awaits: decided }, transfer],
    ///   earlier: { '1': { steps: [{ step: block, awaits: decided }, transfer] } } } } }";
    /// let (map, _) = read(&Source::new(SourceId(0), "stateline.yaml", text), &[], &Known::default());
    /// let process = map.process("payout").expect("it is declared");
    /// let (old, new) = (process.version(1).expect("served"), &process.current);
    /// let passed = |from, to| {
    ///     let passed = old.passed_over(from, new, to).expect("there are such steps");
    ///     passed.iter().map(|(step, topic)| format!("{step} {topic}")).collect::<Vec<_>>()
    /// };
    /// assert!(passed("block", "block").is_empty());
    /// assert!(passed("block", "screen").is_empty());
    /// assert_eq!(passed("block", "transfer"), ["block decided"]);
    /// assert!(passed("transfer", "transfer").is_empty());
    /// ```
    pub fn passed_over<'v>(
        &'v self,
        from: &str,
        other: &'v Version,
        to: &str,
    ) -> Option<Vec<(&'v str, &'v str)>> {
        let at =
            |version: &Version, name: &str| version.steps.iter().position(|step| step.name.value == name);
        let (here, there) = (at(self, from)?, at(other, to)?);
        fn awaited(steps: &[Step]) -> impl Iterator<Item = (&str, &str)> {
            steps.iter().flat_map(|step| {
                step.awaits.iter().map(|awaited| (step.name.value.as_str(), awaited.topic.value.as_str()))
            })
        }
        let lacks = |steps: &[Step], topic: &str| awaited(steps).all(|(_, it)| it != topic);
        let yet_to_come =
            awaited(&self.steps[here..]).filter(|(_, topic)| lacks(&other.steps[there..], topic));
        let left_behind =
            awaited(&other.steps[..there]).filter(|(_, topic)| lacks(&self.steps[..here], topic));
        let mut all: Vec<(&str, &str)> = Vec::new();
        for one in yet_to_come.chain(left_behind) {
            if all.iter().all(|(_, topic)| *topic != one.1) {
                all.push(one);
            }
        }
        Some(all)
    }

    /// The step of that name.
    pub fn step(&self, name: &str) -> Option<&Step> {
        self.steps.iter().find(|step| step.name.value == name)
    }
}

/// A step of a process.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Step {
    /// Its name, by which it is stored.
    pub name: Spanned<String>,
    /// The name of its function, where that is another.
    pub function: Option<Spanned<String>>,
    /// What it is for.
    pub about: Option<Spanned<String>>,
    /// The messages that resume it, each on a topic of its own, in any order.
    pub awaits: Vec<Await>,
    /// How long one attempt of it may take.
    pub within: Option<Spanned<Duration>>,
    /// When it is tried again.
    pub retry: Option<Retry>,
    /// The function that undoes it when the instance is rolled back.
    pub compensated_by: Option<Spanned<Path>>,
    /// Whether what that function does cannot be taken back itself, where the map says so.
    pub compensation_irreversible: Option<Spanned<bool>>,
    /// Whether its effect cannot be taken back, where the map says so.
    pub irreversible: Option<Spanned<bool>>,
}

/// A message that a step awaits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Await {
    /// Its topic.
    pub topic: Spanned<String>,
    /// The field of the message whose value is the instance's key, where that is not the topic's key.
    pub by: Option<Spanned<String>>,
    /// The fields of the message that fill those of the step's input of the same name; empty where all do
    /// that the input has.
    pub fills: Vec<Spanned<String>>,
    /// How long it may take to come.
    pub within: Option<Spanned<Duration>>,
}

/// When a step that failed is tried again: after the first delay, then after `factor` times the one before.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Retry {
    /// How often it is tried again. None only after a mistake.
    pub times: Option<Spanned<u32>>,
    /// The delay before it is tried for the second time.
    pub first: Option<Spanned<Duration>>,
    /// By how much each delay is longer than the one before.
    pub factor: Option<Spanned<u32>>,
    /// The longest delay.
    pub cap: Option<Spanned<Duration>>,
}

impl Step {
    /// The name of its function.
    pub fn function(&self) -> &Spanned<String> {
        self.function.as_ref().unwrap_or(&self.name)
    }

    /// What it awaits on a topic.
    pub fn awaited(&self, topic: &str) -> Option<&Await> {
        self.awaits.iter().find(|awaited| awaited.topic.value == topic)
    }

    /// Whether its effect cannot be taken back.
    pub fn is_irreversible(&self) -> bool {
        self.irreversible.as_ref().is_some_and(|irreversible| irreversible.value)
    }

    /// Whether the map says that what undoes it cannot be undone itself.
    pub fn compensation_is_irreversible(&self) -> bool {
        self.compensation_irreversible.as_ref().is_some_and(|irreversible| irreversible.value)
    }
}

/// A place in a process that is not a straight line: kept for the rule `non-linear-process`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NonLinear {
    /// What it is, as written: `branch`, `goto`, or `nested steps`.
    pub what: String,
    /// Where.
    pub span: Span,
}
