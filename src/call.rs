//! The seam: every call of an operation, and every message, goes through it.
//!
//! A step sees only `ctx`. What stands behind it decides what a call is: carried out ([`Live`]),
//! written down ([`Recorded`]), pretended ([`Rehearsing`]), answered from a record ([`Replaying`]),
//! disturbed ([`Chaotic`]), or answered by a test ([`Mocked`]). [`Recorded`] and [`Chaotic`] stand
//! before any other.

mod chaotic;
mod error;
mod journal;
mod live;
mod mocked;
mod outbox;
mod recorded;
mod rehearsing;
mod replaying;

pub use chaotic::{Chaotic, Fault};
pub use error::CallError;
pub use journal::{Answer, Entry, Journal};
pub use live::Live;
pub use mocked::Mocked;
pub use recorded::Recorded;
pub use rehearsing::Rehearsing;
pub use replaying::Replaying;

use crate::Operation;
use std::future::Future;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// An environment that answers an operation.
///
/// Derived code calls it by a method of the operation's name; this is what stands below.
///
/// ```
/// # mod bank { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/bank.rs")); }
/// use bank::*; // as on the front page
/// use stateline::{Call, CallError, Mocked};
///
/// /// Works behind a live environment, a rehearsing one, a test's, …
/// async fn pay(ctx: &impl Call<LoadAccount>) -> Result<Result<(), TooMuch>, CallError> {
///     ctx.call(LoadAccount { consumer: 1, amount: 5 }).await
/// }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// let ctx = Mocked::new().on(|LoadAccount { .. }| Err(TooMuch));
/// // The operation has answered, with its own error.
/// assert_eq!(pay(&ctx).await, Ok(Err(TooMuch)));
/// # }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot call the operation `{O}`",
    label = "a step declares it under `calls(…)`; an environment that carries it out has what it borrows"
)]
pub trait Call<O: Operation>: Sync {
    /// Calls the operation. The result's outer half is the seam's; the operation's own error is
    /// inside.
    ///
    /// # Errors
    ///
    /// If no answer came, or one that cannot be read.
    fn call(&self, operation: O) -> impl Future<Output = Result<O::Output, CallError>> + Send;
}

impl<O: Operation, C: Call<O> + ?Sized> Call<O> for &C {
    fn call(&self, operation: O) -> impl Future<Output = Result<O::Output, CallError>> + Send {
        (**self).call(operation)
    }
}

/// What a panicking step leaves behind is whole: nothing here is half written while it is locked.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
