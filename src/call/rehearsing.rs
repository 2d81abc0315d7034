//! Operations that are pretended.

use super::outbox::Outbox;
use crate::{Call, CallError, Handle, Letter, Message, Publish};

/// Answers operations without any effect on the world: a dry run.
///
/// What only reads, in a context of ours, runs (derived code makes it its own rehearsal);
/// everything else is answered by the stand-in that its `rehearse` names. Letters are marked.
///
/// ```
/// # mod bank { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/bank.rs")); }
/// use bank::*; // as on the front page
/// use stateline::{Call, Publish, Rehearsing};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), stateline::CallError> {
/// let desk = Desk::default();
/// let rehearsing = Rehearsing::new(&desk);
/// rehearsing.call(LoadAccount { consumer: 1, amount: 500 }).await?.expect("an account takes money");
/// assert_eq!(desk.balance(1), 0);
///
/// rehearsing.publish(Blocked { payout: 7 }).await?;
/// assert!(rehearsing.take_letters()[0].rehearsal);
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Default)]
pub struct Rehearsing<E> {
    environment: E,
    outbox: Outbox,
}

impl<E> Rehearsing<E> {
    /// Rehearses in this environment.
    pub fn new(environment: E) -> Self {
        Rehearsing { environment, outbox: Outbox::default() }
    }

    /// The environment.
    pub fn environment(&self) -> &E {
        &self.environment
    }

    /// What was published since the last time, in its order, each marked as a rehearsal.
    pub fn take_letters(&self) -> Vec<Letter> {
        self.outbox.take()
    }
}

impl<E: Sync, O: Handle<E>> Call<O> for Rehearsing<E> {
    async fn call(&self, operation: O) -> Result<O::Output, CallError> {
        Ok(operation.rehearse(&self.environment).await)
    }
}

impl<E: Sync, M: Message> Publish<M> for Rehearsing<E> {
    async fn publish(&self, message: M) -> Result<(), CallError> {
        self.outbox.put(&message, true)
    }
}
