// Stand-in for `futures-lite` 2.6.1: adaptors of futures and streams.
// Needs `futures-core`.

pub use self::future::FutureExt;
pub use self::stream::StreamExt;
pub use futures_core::Stream;
pub use std::future::Future;
pub mod future {
    pub use std::future::{Future, Ready, pending, poll_fn, ready};
    pub type Boxed<T> = std::pin::Pin<Box<dyn Future<Output = T> + Send>>;
    pub fn block_on<T>(future: impl Future<Output = T>) -> T {}
    pub fn or<T, A: Future<Output = T>, B: Future<Output = T>>(a: A, b: B) -> Ready<T> {}
    pub fn zip<A: Future, B: Future>(a: A, b: B) -> Ready<(A::Output, B::Output)> {}
    pub fn poll_once<T, F: Future<Output = T>>(f: F) -> Ready<Option<T>> {}
    pub fn yield_now() -> Ready<()> {}
    pub trait FutureExt: Future {
        fn or<F: Future<Output = Self::Output>>(self, other: F) -> Ready<Self::Output>
        where
            Self: Sized,
        {
        }
        fn race<F: Future<Output = Self::Output>>(self, other: F) -> Ready<Self::Output>
        where
            Self: Sized,
        {
        }
        fn boxed(self) -> Boxed<Self::Output>
        where
            Self: Sized,
        {
        }
        fn boxed_local(self) -> std::pin::Pin<Box<dyn Future<Output = Self::Output>>>
        where
            Self: Sized,
        {
        }
    }
    impl<F: Future + ?Sized> FutureExt for F {}
}
pub mod stream {
    pub use futures_core::Stream;
    use std::future::Ready;
    pub type Boxed<T> = std::pin::Pin<Box<dyn Stream<Item = T> + Send>>;
    pub struct Iter<I>;
    impl<I: Iterator> Stream for Iter<I> {
        type Item = I::Item;
    }
    pub fn iter<I: IntoIterator>(iter: I) -> Iter<I::IntoIter> {}
    pub fn block_on<S: Stream>(stream: S) -> std::vec::IntoIter<S::Item> {}
    pub struct Map<S, F>;
    impl<S: Stream, T, F: FnMut(S::Item) -> T> Stream for Map<S, F> {
        type Item = T;
    }
    pub trait StreamExt: Stream {
        fn next(&mut self) -> Ready<Option<Self::Item>> {}
        fn try_next<T, E>(&mut self) -> Ready<Result<Option<T>, E>>
        where
            Self: Stream<Item = Result<T, E>>,
        {
        }
        fn count(self) -> Ready<usize>
        where
            Self: Sized,
        {
        }
        fn map<T, F: FnMut(Self::Item) -> T>(self, f: F) -> Map<Self, F>
        where
            Self: Sized,
        {
        }
        fn filter<P: FnMut(&Self::Item) -> bool>(self, predicate: P) -> Self
        where
            Self: Sized,
        {
        }
        fn filter_map<T, F: FnMut(Self::Item) -> Option<T>>(self, f: F) -> Iter<std::vec::IntoIter<T>>
        where
            Self: Sized,
        {
        }
        fn take(self, n: usize) -> Self
        where
            Self: Sized,
        {
        }
        fn skip(self, n: usize) -> Self
        where
            Self: Sized,
        {
        }
        fn enumerate(self) -> Iter<std::vec::IntoIter<(usize, Self::Item)>>
        where
            Self: Sized,
        {
        }
        fn collect<C: Default + Extend<Self::Item>>(self) -> Ready<C>
        where
            Self: Sized,
        {
        }
        fn fold<T, F: FnMut(T, Self::Item) -> T>(self, init: T, f: F) -> Ready<T>
        where
            Self: Sized,
        {
        }
        fn for_each<F: FnMut(Self::Item)>(self, f: F) -> Ready<()>
        where
            Self: Sized,
        {
        }
        fn boxed(self) -> Boxed<Self::Item>
        where
            Self: Sized,
        {
        }
    }
    impl<S: Stream + ?Sized> StreamExt for S {}
}
pub mod prelude {
    pub use crate::{Future, FutureExt as _, Stream, StreamExt as _};
}
