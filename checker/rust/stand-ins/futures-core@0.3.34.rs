// Stand-in for `futures-core` 0.3.34: streams, and futures that can fail.

pub use self::future::{BoxFuture, FusedFuture, LocalBoxFuture, TryFuture};
pub use self::stream::{BoxStream, FusedStream, LocalBoxStream, Stream, TryStream};
pub use std::future::Future;
pub mod future {
    pub use std::future::Future;
    use std::pin::Pin;
    pub type BoxFuture<T> = Pin<Box<dyn Future<Output = T> + Send>>;
    pub type LocalBoxFuture<T> = Pin<Box<dyn Future<Output = T>>>;
    pub trait FusedFuture: Future {
        fn is_terminated(&self) -> bool;
    }
    pub trait TryFuture: Future {
        type Ok;
        type Error;
    }
    impl<F: Future<Output = Result<T, E>> + ?Sized, T, E> TryFuture for F {
        type Ok = T;
        type Error = E;
    }
}
pub mod stream {
    use std::pin::Pin;
    use std::task::{Context, Poll};
    pub type BoxStream<T> = Pin<Box<dyn Stream<Item = T> + Send>>;
    pub type LocalBoxStream<T> = Pin<Box<dyn Stream<Item = T>>>;
    pub trait Stream {
        type Item;
        fn poll_next(self: Pin<&mut Self>, cx: &mut Context) -> Poll<Option<Self::Item>>;
        fn size_hint(&self) -> (usize, Option<usize>) {}
    }
    impl<S: Stream + ?Sized> Stream for &mut S {
        type Item = S::Item;
    }
    impl<S: Stream + ?Sized> Stream for Box<S> {
        type Item = S::Item;
    }
    impl<P: std::ops::Deref> Stream for Pin<P>
    where
        P::Target: Stream,
    {
        type Item = <P::Target as Stream>::Item;
    }
    pub trait FusedStream: Stream {
        fn is_terminated(&self) -> bool;
    }
    pub trait TryStream: Stream {
        type Ok;
        type Error;
    }
    impl<S: Stream<Item = Result<T, E>> + ?Sized, T, E> TryStream for S {
        type Ok = T;
        type Error = E;
    }
}
pub mod task {
    pub use std::task::{Context, Poll, Waker};
}
