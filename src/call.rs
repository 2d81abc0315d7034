//! The seam.

use crate::{Handle, Operation};
use std::future::Future;

#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot call the operation `{O}`",
    label = "add it to `calls(…)` of the step"
)]
pub trait Call<O: Operation>: Sync {
    fn call(&self, operation: O) -> impl Future<Output = Result<O::Output, CallError>> + Send;
}

impl<O: Operation, C: Call<O> + ?Sized> Call<O> for &C {
    fn call(&self, operation: O) -> impl Future<Output = Result<O::Output, CallError>> + Send {
        (**self).call(operation)
    }
}

#[derive(Debug)]
pub struct CallError;
impl std::fmt::Display for CallError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("no answer")
    }
}
impl std::error::Error for CallError {}

pub struct Live<E> {
    environment: E,
}
impl<E> Live<E> {
    pub fn new(environment: E) -> Self {
        Live { environment }
    }
}
impl<E: Sync, O: Handle<E>> Call<O> for Live<E> {
    async fn call(&self, operation: O) -> Result<O::Output, CallError> {
        Ok(operation.handle(&self.environment).await)
    }
}
impl<E: Sync, M: crate::Message> crate::Publish<M> for Live<E> {
    async fn publish(&self, _message: M) -> Result<(), CallError> {
        Ok(())
    }
}
