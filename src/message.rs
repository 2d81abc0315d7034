//! Messages.

use crate::{CallError, Data};
use std::future::Future;

/// A message, published on one topic.
pub trait Message: Data {
    const CONTEXT: &'static str;
    const TOPIC: &'static str;
}

/// An environment that takes a message on its way.
pub trait Publish<M: Message>: Sync {
    fn publish(&self, message: M) -> impl Future<Output = Result<(), CallError>> + Send;
}
