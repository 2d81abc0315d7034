//! What a step may call, and what stands behind it.

use super::{Attempts, Call, CallError, Key};
use crate::operation::Inquiry;
use crate::{Message, Operation, Publish};
use std::future::Future;

/// A `ctx` that can call an operation.
///
/// Derived code calls it by a method of the operation's name; this is what stands below.
///
/// ```
/// # mod bank { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/bank.rs")); }
/// use bank::*; // as on the front page
/// use stateline::{CallError, Calls, Mocked};
///
/// /// Works live, in a rehearsal, in a test, …
/// async fn pay(ctx: &impl Calls<LoadAccount>) -> Result<Result<(), TooMuch>, CallError> {
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
    label = "in a step, add the operation to `calls(…)`; in an environment, add a field for everything that the operation borrows"
)]
pub trait Calls<O: Operation>: Sync {
    /// Calls the operation. The result's outer half is the seam's; the operation's own error is
    /// inside.
    ///
    /// # Errors
    ///
    /// If no answer came, or one that cannot be read.
    fn call(&self, operation: O) -> impl Future<Output = Result<O::Output, CallError>> + Send;
}

/// What stands behind a `ctx`, and answers an operation.
///
/// Whoever puts something between a step and its [`World`](crate::World), as a durable runner does,
/// implements this and [`Stage`], and hands on what it does not answer itself:
///
/// ```
/// # mod bank { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/bank.rs")); }
/// use bank::*; // as on the front page
/// use stateline::{Answers, Attempts, Call, CallError, Calls, Key, Operation, Stage, World};
/// use std::sync::Mutex;
///
/// /// Notes the keys of all calls.
/// struct Noting<C> { inner: C, keys: Mutex<Vec<Key>> }
///
/// impl<C: Stage> Stage for Noting<C> {
///     fn attempts(&self) -> &Attempts {
///         self.inner.attempts()
///     }
/// }
///
/// impl<C: Answers<O>, O: Operation> Answers<O> for Noting<C> {
///     async fn answer(&self, operation: O, call: &Call) -> Result<O::Output, CallError> {
///         self.keys.lock().expect("nobody panics in here").push(call.key());
///         self.inner.answer(operation, call).await
///     }
/// }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), CallError> {
/// let ctx = Noting { inner: World::live(Desk::default()), keys: Mutex::default() };
/// ctx.call(LoadAccount { consumer: 1, amount: 5 }).await?.expect("an account takes money");
/// assert_eq!(ctx.keys.lock().expect("nobody panics in here").len(), 1);
/// # Ok(())
/// # }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot answer the operation `{O}`",
    label = "add a field to the environment for everything that the operation borrows"
)]
pub trait Answers<O: Operation>: Stage {
    /// Answers the operation.
    ///
    /// # Errors
    ///
    /// If no answer came, or one that cannot be read.
    fn answer(&self, operation: O, call: &Call) -> impl Future<Output = Result<O::Output, CallError>> + Send;

    /// Asks what became of the call with this key, of which nobody knows whether it was answered.
    fn inquire(&self, key: Key, call: &Call) -> impl Future<Output = Inquiry<O::Output>> + Send {
        let _ = (key, call);
        async { Inquiry::Unknown }
    }
}

/// What a step runs on: it keeps the books of its attempts.
///
/// A [`World`](crate::World) is one, and a [`Mocked`](crate::Mocked); what stands before one of these
/// hands on its books.
#[diagnostic::on_unimplemented(
    message = "a step cannot run on `{Self}`",
    label = "use a `World` or a `Mocked`"
)]
pub trait Stage: Sync {
    /// The books.
    fn attempts(&self) -> &Attempts;
}

impl<C: Stage + ?Sized> Stage for &C {
    fn attempts(&self) -> &Attempts {
        (**self).attempts()
    }
}

impl<O: Operation, C: Answers<O> + ?Sized> Answers<O> for &C {
    fn answer(&self, operation: O, call: &Call) -> impl Future<Output = Result<O::Output, CallError>> + Send {
        (**self).answer(operation, call)
    }

    fn inquire(&self, key: Key, call: &Call) -> impl Future<Output = Inquiry<O::Output>> + Send {
        (**self).inquire(key, call)
    }
}

/// The seam: every call is written down before it is made, and again with what came back.
impl<O: Operation, C: Answers<O> + ?Sized> Calls<O> for C {
    async fn call(&self, operation: O) -> Result<O::Output, CallError> {
        let asking = self.attempts().ask(&operation)?;
        let answer = self.answer(operation, asking.call()).await;
        asking.answered::<O>(answer)
    }
}

impl<M: Message, C: Stage + ?Sized> Publish<M> for C {
    async fn publish(&self, message: M) -> Result<(), CallError> {
        self.attempts().publish(&message).await
    }
}
