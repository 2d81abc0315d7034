//! Messages, and the letters in which they travel.

mod letter;
mod notice;
mod receive;
mod terms;

pub(crate) use letter::Posted;
pub use letter::{Cause, Letter};
pub use notice::{Acked, Link, Overdue};
pub use receive::{Ack, Acknowledges, Handler, Hear, Nack, Receive};
pub use terms::{AckTerms, TopicTerms};

use crate::{CallError, Data};
use std::future::Future;

/// A message, published on one topic: what `#[message(topic = "payout.blocked")]` derives.
///
/// ```
/// use stateline::Message;
///
/// #[derive(serde::Serialize, serde::Deserialize)]
/// struct Blocked { payout: u64 }
///
/// impl Message for Blocked {
///     const CONTEXT: &'static str = "payments";
///     const TOPIC: &'static str = "payout.blocked";
/// }
/// ```
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
    message = "`{Self}` is not a message",
    label = "add `#[message(topic = \"…\")]` to the type, with a topic of the map"
)]
pub trait Message: Data {
    /// The context that publishes it.
    const CONTEXT: &'static str;
    /// The topic on which it is published.
    const TOPIC: &'static str;
    /// The field that is the topic's key, if it has one.
    const KEY: Option<&'static str> = None;
    /// What the map says of the topic besides: who receives it, and whose ack it wants.
    const TERMS: TopicTerms = TopicTerms::NONE;
}

/// A `ctx` that takes a message on its way.
///
/// ```
/// # mod bank { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/bank.rs")); }
/// use bank::*; // as on the front page
/// use stateline::{Mocked, Publish};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// let ctx = Mocked::new();
/// ctx.publish(Blocked { payout: 7 }).await.expect("a mock takes every message");
/// assert_eq!(ctx.published::<Blocked>(), [Blocked { payout: 7 }]);
/// # }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot publish the message `{M}`",
    label = "add `{M}` to `publishes(…)` of the step"
)]
pub trait Publish<M>: Sync {
    /// Hands the message over.
    ///
    /// # Errors
    ///
    /// If it was not taken, or nobody can tell whether it was.
    fn publish(&self, message: M) -> impl Future<Output = Result<(), CallError>> + Send
    where
        M: Message;
}
