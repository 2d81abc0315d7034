//! One thing to tell, in the shape that all formats share: a finding of a rule, or a failure of ours.

use crate::finding::{Edge, Finding, Level, Place};
use stateline_rust::{Problem, Workspace};

/// A finding or a failure, as a format sees it.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    /// The rule's name; `None` when the tool failed.
    pub rule: Option<&'a str>,
    pub level: Level,
    pub message: &'a str,
    pub places: &'a [Place],
    pub help: Option<&'a str>,
    pub edge: Option<&'a Edge>,
}

/// Why the tool could not do its work: never a finding, and always exit code 2.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// What could not be done, in one sentence.
    pub message: String,
    /// Where, if it is somewhere.
    pub places: Vec<Place>,
    /// What to do.
    pub help: Option<String>,
}

impl Failure {
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), places: Vec::new(), help: None }
    }

    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    #[must_use]
    pub fn at(mut self, place: Place) -> Self {
        self.places.push(place);
        self
    }
}

/// All that keeps the tool from its work, and the workspace whose files that quotes, if it could be
/// read so far.
#[derive(Debug, Default)]
pub struct Failures {
    pub list: Vec<Failure>,
    pub workspace: Option<Box<Workspace>>,
}

impl From<Vec<Failure>> for Failures {
    fn from(list: Vec<Failure>) -> Self {
        Self { list, workspace: None }
    }
}

impl From<Failure> for Failures {
    fn from(failure: Failure) -> Self {
        vec![failure].into()
    }
}

impl From<&Problem> for Failure {
    fn from(problem: &Problem) -> Self {
        let path = problem.path.display().to_string();
        let place = |(start, end)| Place {
            path: path.as_str().into(),
            span: start as usize..end as usize,
            label: "".into(),
        };
        let message = match problem.span {
            Some(_) => problem.message.clone(),
            None => format!("{path} {}", problem.message),
        };
        Self { message, places: problem.span.map(place).into_iter().collect(), help: problem.help.clone() }
    }
}

impl<'a> From<&'a Finding> for Entry<'a> {
    fn from(finding: &'a Finding) -> Self {
        Self {
            rule: Some(finding.rule),
            level: finding.level,
            message: &finding.message,
            places: &finding.places,
            help: finding.help.as_deref(),
            edge: finding.edge.as_ref(),
        }
    }
}

impl<'a> From<&'a Failure> for Entry<'a> {
    fn from(failure: &'a Failure) -> Self {
        Self {
            rule: None,
            level: Level::Error,
            message: &failure.message,
            places: &failure.places,
            help: failure.help.as_deref(),
            edge: None,
        }
    }
}
