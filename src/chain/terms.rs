//! What the map says of a step, as plain data: for whoever runs it.

use super::awaits::{Awaited, Retry};
use std::time::Duration;

/// What the map says of a step of a version.
///
/// ```
/// # mod bank { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/bank.rs")); }
/// use bank::*; // as on the front page
/// use stateline::{Chain, Line, Mocked, Retry};
/// use std::time::Duration;
///
/// let line = Line::first::<load>().undone_by::<unload>().within(Duration::from_secs(30));
/// let chain: Chain<Request, Mocked> = line.retried(Retry { times: 3, ..Retry::DEFAULT }).end(1);
/// let load = chain.step(1, "load").expect("it has that step");
/// assert_eq!((load.undone_by(), load.within()), (Some("unload"), Some(Duration::from_secs(30))));
/// assert_eq!(load.retry().map(|retry| retry.times), Some(3));
/// assert!(chain.step(1, "unload").is_none() && chain.step(2, "load").is_none());
/// ```
#[derive(Clone, Debug)]
pub struct StepTerms {
    pub(super) name: &'static str,
    pub(super) awaits: Vec<Awaited>,
    pub(super) undone_by: Option<&'static str>,
    pub(super) within: Option<Duration>,
    pub(super) retry: Option<Retry>,
}

impl StepTerms {
    pub(super) fn of(name: &'static str) -> Self {
        StepTerms { name, awaits: Vec::new(), undone_by: None, within: None, retry: None }
    }

    /// Its name, as it is stored.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// The messages that it awaits, in any order.
    pub fn awaits(&self) -> &[Awaited] {
        &self.awaits
    }

    /// The compensation that undoes it.
    pub fn undone_by(&self) -> Option<&'static str> {
        self.undone_by
    }

    /// How long one attempt of it may take.
    pub fn within(&self) -> Option<Duration> {
        self.within
    }

    /// When it is tried again.
    pub fn retry(&self) -> Option<Retry> {
        self.retry
    }
}
