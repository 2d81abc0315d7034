//! How a process is run: limits, retries, deadlines.

use super::Retry;
use std::collections::BTreeMap;
use std::time::Duration;

/// How the steps of a process are run.
///
/// ```
/// use stateline::runner::{OnFailure, Policy, StepPolicy};
/// use std::time::Duration;
///
/// let hour = StepPolicy { within: Some(Duration::from_secs(3_600)), ..StepPolicy::default() };
/// let policy = Policy { on_failure: OnFailure::RollBack, ..Policy::default() }.step("release", hour);
/// assert_eq!(policy.of("release").within, Some(Duration::from_secs(3_600)));
/// assert_eq!(policy.of("load").limit, Duration::from_secs(60));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Policy {
    /// What follows when a step fails for good.
    pub on_failure: OnFailure,
    /// How every step is run of which nothing else is said.
    pub steps: StepPolicy,
    /// How these steps are run.
    pub each: BTreeMap<String, StepPolicy>,
}

/// How a step is run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StepPolicy {
    /// When it is tried again.
    pub retry: Retry,
    /// How long it may run: after that, the instance is parked. What it has called is waited for, and written
    /// down.
    pub limit: Duration,
    /// How long it may wait for a message before somebody is told.
    pub within: Option<Duration>,
}

/// What follows when a step fails for good.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OnFailure {
    /// The instance has failed, and nothing is undone.
    #[default]
    Stay,
    /// Its steps are undone, the last one first.
    RollBack,
}

impl Default for StepPolicy {
    fn default() -> Self {
        StepPolicy { retry: Retry::default(), limit: Duration::from_secs(60), within: None }
    }
}

impl Policy {
    /// Runs this step in another way.
    #[must_use]
    pub fn step(mut self, name: &str, policy: StepPolicy) -> Policy {
        self.each.insert(name.to_owned(), policy);
        self
    }

    /// How this step is run.
    pub fn of(&self, step: &str) -> &StepPolicy {
        self.each.get(step).unwrap_or(&self.steps)
    }
}
