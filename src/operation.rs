//! Operations: functions that a context offers to others.

use crate::Data;
use std::future::Future;

/// A request to do something: the arguments of an `#[operation]` function that its caller gives.
pub trait Operation: Data {
    /// What the function returns.
    type Output: Data;
    /// The context that offers it.
    const CONTEXT: &'static str;
    /// The function's name.
    const NAME: &'static str;
    /// What it does to the world.
    const EFFECT: Effect;
    /// Whether the context is somebody else's system.
    const EXTERNAL: bool;
}

/// What an operation does to the world.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Effect {
    Read,
    Write,
    Irreversible,
}

/// An operation that can be carried out in an environment: one that has what its function borrows.
pub trait Handle<E: ?Sized>: Operation {
    fn handle(self, environment: &E) -> impl Future<Output = Self::Output> + Send;
    fn rehearse(self, environment: &E) -> impl Future<Output = Self::Output> + Send;
}
