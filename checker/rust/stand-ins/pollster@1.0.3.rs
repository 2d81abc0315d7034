// Stand-in for `pollster` 1.0.3: waiting for a future.

pub trait FutureExt: Future {
    fn block_on(self) -> Self::Output
    where
        Self: Sized,
    {
    }
}
impl<F: Future> FutureExt for F {}
pub fn block_on<F: IntoFuture>(fut: F) -> F::Output {}
