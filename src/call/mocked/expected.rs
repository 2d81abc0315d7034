//! A call that a test expects.

use crate::{Call, CallError, Operation};
use std::any::Any;

/// Something of the operation's own types, whichever it is.
type Erased = Box<dyn Any + Send>;

/// None if the request is of another type than was expected.
type Answer = Box<dyn FnMut(Erased, &Call) -> Option<Result<Erased, CallError>> + Send>;

pub(super) struct Expected {
    context: String,
    name: String,
    pub(super) times: Times,
    pub(super) calls: usize,
    pub(super) answer: Answer,
}

#[derive(Clone, Copy)]
pub(super) enum Times {
    AtLeastOnce,
    Exactly(usize),
    Any,
}

impl Expected {
    pub(super) fn new(
        context: &str,
        name: &str,
        answer: impl FnMut(Erased, &Call) -> Option<Result<Erased, CallError>> + Send + 'static,
    ) -> Self {
        let (context, name) = (context.to_owned(), name.to_owned());
        Expected { context, name, times: Times::AtLeastOnce, calls: 0, answer: Box::new(answer) }
    }

    pub(super) fn is<O: Operation>(&self) -> bool {
        self.context == O::CONTEXT && self.name == O::NAME
    }

    pub(super) fn path(&self) -> String {
        format!("{}::{}", self.context, self.name)
    }

    pub(super) fn has_calls_left(&self) -> bool {
        !matches!(self.times, Times::Exactly(most) if self.calls >= most)
    }

    /// What is to be said if nothing more is called.
    pub(super) fn missing(&self) -> Option<String> {
        match self.times {
            Times::AtLeastOnce if self.calls == 0 => Some(format!("`{}` was never called", self.path())),
            Times::Exactly(wanted) if self.calls < wanted => {
                let calls = times(self.calls);
                Some(format!("`{}` was called {calls}, but expected are {wanted}", self.path()))
            }
            _ => None,
        }
    }
}

pub(super) fn times(number: usize) -> String {
    if number == 1 { "1 time".to_owned() } else { format!("{number} times") }
}
