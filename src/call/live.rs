//! Operations that are carried out.

use super::outbox::Outbox;
use crate::{Call, CallError, Handle, Letter, Message, Publish};

/// Carries operations out, in an environment that has what they borrow.
///
/// Messages are collected, so that whoever runs a step commits them together with its outcome, and
/// drops those of a step that waited or failed: take them after each step. Make one for each
/// instance; `E` may be a reference or an `Arc`.
///
/// ```
/// # mod bank { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/bank.rs")); }
/// use bank::*; // as on the front page
/// use stateline::{Call, Live, Publish};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), stateline::CallError> {
/// let desk = Desk::default();
/// let live = Live::new(&desk);
/// live.call(LoadAccount { consumer: 1, amount: 500 }).await?.expect("an account takes money");
/// assert_eq!(desk.balance(1), 500);
///
/// live.publish(Blocked { payout: 7 }).await?;
/// assert_eq!(live.take_letters()[0].topic, "payout.blocked");
/// assert!(live.take_letters().is_empty());
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Default)]
pub struct Live<E> {
    environment: E,
    outbox: Outbox,
}

impl<E> Live<E> {
    /// Carries operations out in this environment.
    pub fn new(environment: E) -> Self {
        Live { environment, outbox: Outbox::default() }
    }

    /// The environment.
    pub fn environment(&self) -> &E {
        &self.environment
    }

    /// What was published since the last time, in its order.
    pub fn take_letters(&self) -> Vec<Letter> {
        self.outbox.take()
    }
}

impl<E: Sync, O: Handle<E>> Call<O> for Live<E> {
    async fn call(&self, operation: O) -> Result<O::Output, CallError> {
        Ok(operation.handle(&self.environment).await)
    }
}

impl<E: Sync, M: Message> Publish<M> for Live<E> {
    async fn publish(&self, message: M) -> Result<(), CallError> {
        self.outbox.put(&message, false)
    }
}
