//! What the errors of steps want of whoever runs them.

use crate::CallError;
use std::convert::Infallible;
use std::error::Error;

/// The error of a step or of a compensation, which says what is to be done about it.
///
/// [`macro@Failure`](crate::Failure) derives it. What a [`CallError`] wants, which a step's error usually passes on:
///
/// | | what happened | verdict |
/// |---|---|---|
/// | [`is_dropped`](CallError::is_dropped) | the request never arrived, and nothing was done | [`Again`](Verdict::Again), with the same key |
/// | [`is_late`](CallError::is_late) | no answer came in time; it may have been done | [`Again`](Verdict::Again): the runner makes the call once more only if its inquiry or its `idempotent_for` says that it may, and parks else |
/// | [`is_corrupt`](CallError::is_corrupt) | a request or an answer cannot be read; it may have been done | [`Park`](Verdict::Park) |
/// | [`is_not_recorded`](CallError::is_not_recorded) | a record that is replayed has no answer to it | [`Park`](Verdict::Park) |
/// | [`is_unexpected`](CallError::is_unexpected) | it is another call than was recorded, or than a test expects | [`Park`](Verdict::Park) |
///
/// A boxed error wants what the `CallError` does that it comes from, and without one it is final. Without the macros:
///
/// ```
/// use stateline::{CallError, Failure, Verdict};
/// use std::fmt;
///
/// #[derive(Debug)]
/// enum Rejected { ByCompliance, Call(CallError) }
///
/// impl Failure for Rejected {
///     fn verdict(&self) -> Verdict {
///         match self {
///             Rejected::ByCompliance => Verdict::Fail,
///             Rejected::Call(error) => error.verdict(),
///         }
///     }
/// }
/// # impl fmt::Display for Rejected {
/// #     fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { write!(f, "{self:?}") }
/// # }
/// # impl std::error::Error for Rejected {}
/// # assert_eq!(Rejected::ByCompliance.verdict(), Verdict::Fail);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not say what to do when a step fails with it",
    label = "does not implement `Failure`",
    note = "derive `stateline::Failure`, and add `#[again]`, `#[fail]` or `#[park]` to each variant"
)]
pub trait Failure: Into<Box<dyn Error + Send + Sync>> + Send + 'static {
    /// What is to be done about it.
    fn verdict(&self) -> Verdict;
}

/// What is to be done about a step that failed.
///
/// ```
/// # mod bank { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/bank.rs")); }
/// use bank::*; // as on the front page
/// use stateline::{CallError, Failure, Verdict};
///
/// assert_eq!(CallError::dropped::<LoadAccount>().verdict(), Verdict::Again);
/// assert_eq!(Rejected::ByCompliance.verdict(), Verdict::Fail);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// Try the step again, later.
    Again,
    /// It is final: the instance has failed.
    Fail,
    /// Leave the instance where it is, until a person has looked at it.
    Park,
}

impl Failure for CallError {
    /// A call that was not answered is made again, with the same key. What cannot be read, or is not what
    /// was recorded, is not better the next time.
    fn verdict(&self) -> Verdict {
        if self.is_dropped() || self.is_late() { Verdict::Again } else { Verdict::Park }
    }
}

impl Failure for Box<dyn Error + Send + Sync> {
    /// That of the [`CallError`] that it comes from; without one, it is final.
    fn verdict(&self) -> Verdict {
        let mut cause: Option<&(dyn Error + 'static)> = Some(&**self);
        while let Some(error) = cause {
            if let Some(call) = error.downcast_ref::<CallError>() {
                return call.verdict();
            }
            cause = error.source();
        }
        Verdict::Fail
    }
}

impl Failure for Infallible {
    fn verdict(&self) -> Verdict {
        match *self {}
    }
}
