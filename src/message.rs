//! Messages, and the letters in which they travel.

mod letter;

pub use letter::Letter;

use crate::{CallError, Data};
use std::future::Future;

/// A message, published on one topic.
///
/// What has no topic cannot be published:
///
/// ```compile_fail,E0277
/// #[derive(serde::Serialize, serde::Deserialize)]
/// struct Blocked { payout: u64 }
///
/// async fn tell(ctx: &stateline::Mocked) {
///     let _ = stateline::Publish::publish(ctx, Blocked { payout: 1 }).await;
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no message, because it has no topic",
    label = "give it `#[message(topic = \"…\")]`, with a topic of the map"
)]
pub trait Message: Data {
    /// The context that publishes it.
    const CONTEXT: &'static str;
    /// The topic on which it is published.
    const TOPIC: &'static str;
}

/// An environment that takes a message on its way.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot publish the message `{M}`",
    label = "add it to `publishes(…)` of the step"
)]
pub trait Publish<M: Message>: Sync {
    /// Hands the message over.
    ///
    /// # Errors
    ///
    /// If it was not taken, or nobody can tell whether it was.
    fn publish(&self, message: M) -> impl Future<Output = Result<(), CallError>> + Send;
}

impl<M: Message, C: Publish<M> + ?Sized> Publish<M> for &C {
    fn publish(&self, message: M) -> impl Future<Output = Result<(), CallError>> + Send {
        (**self).publish(message)
    }
}
