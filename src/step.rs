//! Steps.

use crate::Data;
use std::error::Error;
use std::future::Future;

/// How a step that did not fail ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flow<T> {
    Next(T),
    Wait,
}

pub type Outcome<T, E> = Result<Flow<T>, E>;

pub trait Step: 'static {
    type Input: Data;
    type Output: Data;
    type Error: Into<Box<dyn Error + Send + Sync>>;
    const CONTEXT: &'static str;
    const PROCESS: &'static str;
    const NAME: &'static str;
}

pub trait Run<E: ?Sized>: Step {
    fn run(
        input: Self::Input,
        environment: &E,
    ) -> impl Future<Output = Outcome<Self::Output, Self::Error>> + Send;
}

pub trait Compensation: 'static {
    type Input: Data;
    type Error: Into<Box<dyn Error + Send + Sync>>;
    const CONTEXT: &'static str;
    const PROCESS: &'static str;
    const NAME: &'static str;
}

pub trait Undo<E: ?Sized>: Compensation {
    fn undo(input: Self::Input, environment: &E) -> impl Future<Output = Result<(), Self::Error>> + Send;
}
