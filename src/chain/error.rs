//! Why a chain could not go on.

use crate::{DataError, Verdict};
use std::error::Error;
use std::fmt;

/// A chain that could not go on: at which step of which version of which process, and why.
///
/// Whatever it is, the instance stays where it was.
///
/// ```
/// # mod bank { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/bank.rs")); }
/// use bank::*; // as on the front page
/// use stateline::{Chain, Line, Mocked};
///
/// let old: Chain<Request, Mocked> = Line::first::<load>().end(1);
/// let new: Chain<Request, Mocked> = Line::first::<load>().then::<release>().end(2);
/// let state = old.start(Request { consumer: 1, amount: 5 })?;
///
/// let error = new.check(&state).expect_err("it began on version 1");
/// assert!(error.is_unserved_version());
/// let told = "`payout` version 1, step `load`: this version is not served; served is 2";
/// assert_eq!(error.to_string(), told);
/// assert!(new.serving(old).check(&state).is_ok());
/// # Ok::<(), stateline::ChainError>(())
/// ```
pub struct ChainError(Box<Inner>);

struct Inner {
    process: String,
    version: Option<u32>,
    step: String,
    kind: Kind,
    why: String,
    cause: Option<Box<dyn Error + Send + Sync>>,
    verdict: Verdict,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    OtherProcess,
    UnservedVersion,
    UnknownStep,
    Finished,
    Unreadable,
    Unwritable,
    Failed,
    Refused,
    NotUndoable,
    WaitsForNothing,
    Keyless,
    UnknownField,
}

impl ChainError {
    pub(super) fn new(process: &str, version: u32, step: &str, kind: Kind, why: String) -> Self {
        let (process, step, version) = (process.to_owned(), step.to_owned(), Some(version));
        let (cause, verdict) = (None, Verdict::Park);
        ChainError(Box::new(Inner { process, version, step, kind, why, cause, verdict }))
    }

    /// What only a process can do was asked of a duty.
    #[cfg(feature = "runner")]
    pub(crate) fn no_process(course: &str) -> Self {
        ChainError::new(course, 1, "", Kind::OtherProcess, "it is a duty, and no process".into())
    }

    pub(super) fn caused_by(mut self, verdict: Verdict, cause: Box<dyn Error + Send + Sync>) -> Self {
        (self.0.cause, self.0.verdict) = (Some(cause), verdict);
        self
    }

    /// Is the state of another process?
    pub fn is_other_process(&self) -> bool {
        self.0.kind == Kind::OtherProcess
    }

    /// Does the chain not serve the state's version?
    pub fn is_unserved_version(&self) -> bool {
        self.0.kind == Kind::UnservedVersion
    }

    /// Does the state's version not have its step?
    pub fn is_unknown_step(&self) -> bool {
        self.0.kind == Kind::UnknownStep
    }

    /// Is there no step left?
    pub fn is_finished(&self) -> bool {
        self.0.kind == Kind::Finished
    }

    /// Is the stored data not what the step takes?
    pub fn is_unreadable(&self) -> bool {
        self.0.kind == Kind::Unreadable
    }

    /// Did the step return what would not read back?
    pub fn is_unwritable(&self) -> bool {
        self.0.kind == Kind::Unwritable
    }

    /// Did the step or the compensation itself fail?
    pub fn is_failed(&self) -> bool {
        self.0.kind == Kind::Failed
    }

    /// Was a message refused?
    pub fn is_refused(&self) -> bool {
        self.0.kind == Kind::Refused
    }

    /// Has the step no compensation?
    pub fn is_not_undoable(&self) -> bool {
        self.0.kind == Kind::NotUndoable
    }

    /// Does the step wait, though it awaits nothing?
    pub fn waits_for_nothing(&self) -> bool {
        self.0.kind == Kind::WaitsForNothing
    }

    /// Has a new instance no key, or one that is none?
    pub fn is_keyless(&self) -> bool {
        self.0.kind == Kind::Keyless
    }

    /// Does the chain name a field that a type does not have?
    pub fn is_unknown_field(&self) -> bool {
        self.0.kind == Kind::UnknownField
    }

    /// The step at which the instance stays; empty if none is at fault.
    pub fn step(&self) -> &str {
        &self.0.step
    }

    /// What is to be done about it: what the step's own error says. Whatever else it is, a person has to
    /// look.
    pub fn verdict(&self) -> Verdict {
        self.0.verdict
    }

    /// The step's own error, if it failed with this type.
    pub fn cause<T: Error + 'static>(&self) -> Option<&T> {
        self.0.cause.as_deref()?.downcast_ref()
    }
}

impl From<DataError> for ChainError {
    /// For data that is read out of a state by hand, and not by a step.
    fn from(error: DataError) -> Self {
        let (process, step, why) = (String::new(), String::new(), error.to_string());
        let (kind, version, cause, verdict) = (Kind::Unreadable, None, None, Verdict::Park);
        ChainError(Box::new(Inner { process, version, step, kind, why, cause, verdict }))
    }
}

impl fmt::Display for ChainError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Inner { process, version, step, why, .. } = &*self.0;
        if let Some(version) = version {
            write!(f, "`{process}` version {version}")?;
            if !step.is_empty() {
                write!(f, ", step `{step}`")?;
            }
            f.write_str(": ")?;
        }
        f.write_str(why)
    }
}

impl fmt::Debug for ChainError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ChainError({self})")
    }
}

impl Error for ChainError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.0.cause.as_deref().map(|cause| cause as &(dyn Error + 'static))
    }
}
