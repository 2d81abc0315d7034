//! Why a runner could not do what it was asked.

use crate::store::{StoreError, StoreErrorKind, Target};
use crate::{ChainError, DataError};
use std::error::Error;
use std::fmt;

/// Why a runner could not do what it was asked.
#[derive(Clone, Debug)]
pub struct RunnerError(Box<Kind>);

#[derive(Clone, Debug)]
enum Kind {
    Store(StoreError),
    Changed(String),
    Unlocked(Advised),
    InFlight(Advised),
    Restored(Advised),
    Refused(String),
    Stopped,
}

/// What is wrong, and what whoever writes the program may do about it. Those who give its verbs have other ways.
#[derive(Clone, Debug)]
struct Advised {
    wrong: String,
    /// Empty if there is but one way, which what is wrong says.
    advice: &'static str,
}

impl RunnerError {
    pub(super) fn changed(process: &str, version: u32, difference: &str) -> Self {
        RunnerError(Box::new(Kind::Changed(format!(
            "version {version} of `{process}` is not what it was when it was first served: {difference}; \
             give what has changed a new version, and serve this one as it was"
        ))))
    }

    pub(super) fn unreadable(process: &str, version: u32, wrong: &str) -> Self {
        RunnerError(Box::new(Kind::Changed(format!(
            "what instances of version {version} of `{process}` are stored with could not be read: {wrong}; leave \
             the type as it was for version {version}, and give a new version a type of its own"
        ))))
    }

    /// What the lock says of a version cannot be, or is not said.
    pub(super) fn locked(process: &str, version: u32, why: &str) -> Self {
        let wrong = format!(
            "what `stateline.lock` says of version {version} of `{process}` is of no use: {why}; run `cargo \
             stateline lock`, and build this program again"
        );
        RunnerError(Box::new(Kind::Unlocked(Advised { wrong, advice: "" })))
    }

    pub(super) fn unlocked(process: &str, version: u32) -> Self {
        let wrong = format!(
            "version {version} of `{process}` is not locked, and its store lasts: a later build could read the \
             data of its instances as something else, and nobody would know"
        );
        let advice = "; run `cargo stateline lock`, commit `stateline.lock`, and build this program again, or say \
                      `developing()` while nothing in the store matters";
        RunnerError(Box::new(Kind::Unlocked(Advised { wrong, advice })))
    }

    pub(super) fn in_flight(process: &str, version: u32) -> Self {
        let wrong = format!("version {version} of `{process}` has instances on their way, and is not served");
        let advice = "; serve it too, or leave them standing by `leaving_standing`";
        RunnerError(Box::new(Kind::InFlight(Advised { wrong, advice })))
    }

    pub(super) fn restored(why: &str) -> Self {
        let wrong = format!(
            "nothing runs on this store: {why}; it does not know what has happened since then, so compare it with \
             what others know"
        );
        let advice = ", and begin by `admitting_restored`";
        RunnerError(Box::new(Kind::Restored(Advised { wrong, advice })))
    }

    pub(super) fn refused(why: impl Into<String>) -> Self {
        RunnerError(Box::new(Kind::Refused(why.into())))
    }

    /// The same, with the name of the instance that it is about.
    pub(super) fn about(self, target: &Target) -> Self {
        match *self.0 {
            Kind::Refused(why) => RunnerError::refused(format!("{target}: {why}")),
            other => RunnerError(Box::new(other)),
        }
    }

    pub(super) fn stopped() -> Self {
        RunnerError(Box::new(Kind::Stopped))
    }

    /// Is a version that is served not the one that the store has?
    pub fn is_changed(&self) -> bool {
        matches!(*self.0, Kind::Changed(_))
    }

    /// Is a version that is served not locked, or not so that it can be used?
    pub fn is_unlocked(&self) -> bool {
        matches!(*self.0, Kind::Unlocked(_))
    }

    /// Is a version not served that has instances on their way?
    pub fn is_in_flight(&self) -> bool {
        matches!(*self.0, Kind::InFlight(_))
    }

    /// Is the store a copy, or restored from one, and nobody has [admitted](super::Runner::admitting_restored) it?
    pub fn is_restored(&self) -> bool {
        matches!(*self.0, Kind::Restored(_))
    }

    /// Was it refused, for a reason?
    pub fn is_refused(&self) -> bool {
        matches!(*self.0, Kind::Refused(_))
    }

    /// Does the runner run no more?
    pub fn is_stopped(&self) -> bool {
        matches!(*self.0, Kind::Stopped)
    }

    /// Has the store another owner?
    pub fn is_owned(&self) -> bool {
        self.store()
            .is_some_and(|error| matches!(error.kind(), StoreErrorKind::Owned | StoreErrorKind::FenceLost))
    }

    /// What is wrong, if there are ways out of it that the error itself tells only to whoever writes the program.
    #[cfg(feature = "operate")]
    pub(crate) fn wrong(&self) -> Option<&str> {
        match &*self.0 {
            Kind::Unlocked(told) | Kind::InFlight(told) | Kind::Restored(told) => {
                Some(&*told.wrong).filter(|_| !told.advice.is_empty())
            }
            _ => None,
        }
    }

    /// What the store said, if it was the store.
    pub fn store(&self) -> Option<&StoreError> {
        match &*self.0 {
            Kind::Store(error) => Some(error),
            _ => None,
        }
    }
}

impl From<StoreError> for RunnerError {
    fn from(error: StoreError) -> Self {
        RunnerError(Box::new(Kind::Store(error)))
    }
}

impl From<ChainError> for RunnerError {
    fn from(error: ChainError) -> Self {
        RunnerError::refused(error.to_string())
    }
}

impl From<DataError> for RunnerError {
    fn from(error: DataError) -> Self {
        RunnerError::refused(error.to_string())
    }
}

impl fmt::Display for RunnerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &*self.0 {
            Kind::Store(error) => error.fmt(f),
            Kind::Unlocked(told) | Kind::InFlight(told) | Kind::Restored(told) => {
                write!(f, "{}{}", told.wrong, told.advice)
            }
            Kind::Changed(why) | Kind::Refused(why) => f.write_str(why),
            Kind::Stopped => f.write_str("the runner has stopped"),
        }
    }
}

impl Error for RunnerError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.store().map(|error| error as &(dyn Error + 'static))
    }
}
