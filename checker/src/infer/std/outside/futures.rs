pub use self::stream::{Stream, StreamExt, TryStreamExt};
pub use self::future::FutureExt;
pub mod prelude { pub use super::future::FutureExt; pub use super::stream::{Stream, StreamExt, TryStreamExt}; }
pub mod stream {
    use std::future::Future;
    pub trait Stream { type Item; }
    pub trait StreamExt: Stream {
        async fn next(&mut self) -> Option<Self::Item> {}
        async fn collect<C: Default + Extend<Self::Item>>(self) -> C where Self: Sized {}
        fn map<T, F: FnMut(Self::Item) -> T>(self, f: F) -> Map<Self, T> where Self: Sized {}
        fn then<Fut: Future, F: FnMut(Self::Item) -> Fut>(self, f: F) -> Map<Self, Fut::Output> where Self: Sized {}
        fn buffer_unordered(self, n: usize) -> Map<Self, <Self::Item as Future>::Output> where Self: Sized, Self::Item: Future {}
        fn buffered(self, n: usize) -> Map<Self, <Self::Item as Future>::Output> where Self: Sized, Self::Item: Future {}
        fn take(self, n: usize) -> Map<Self, Self::Item> where Self: Sized {}
        fn skip(self, n: usize) -> Map<Self, Self::Item> where Self: Sized {}
        fn enumerate(self) -> Map<Self, (usize, Self::Item)> where Self: Sized {}
        fn fuse(self) -> Map<Self, Self::Item> where Self: Sized {}
        fn boxed(self) -> Map<Self, Self::Item> where Self: Sized {}
    }
    pub trait TryStreamExt: Stream {}
    impl<S: Stream + ?Sized> StreamExt for S {}
    impl<S: Stream + ?Sized> Stream for &mut S { type Item = S::Item; }
    impl<S: Stream + ?Sized> Stream for Box<S> { type Item = S::Item; }
    impl<P: std::ops::Deref> Stream for std::pin::Pin<P> where P::Target: Stream { type Item = <P::Target as Stream>::Item; }
    pub struct Map<S, T>;
    impl<S, T> Stream for Map<S, T> { type Item = T; }
    pub fn iter<I: IntoIterator>(i: I) -> Map<(), I::Item> {}
}
pub mod future {
    use std::future::Future;
    pub trait FutureExt: Future {
        fn now_or_never(self) -> Option<Self::Output> where Self: Sized {}
        fn boxed(self) -> std::pin::Pin<Box<Self>> where Self: Sized {}
        fn fuse(self) -> Self where Self: Sized {}
        async fn map<T, F: FnOnce(Self::Output) -> T>(self, f: F) -> T where Self: Sized {}
        async fn then<Fut: Future, F: FnOnce(Self::Output) -> Fut>(self, f: F) -> Fut::Output where Self: Sized {}
    }
    impl<T: Future + ?Sized> FutureExt for T {}
    pub async fn join_all<I: IntoIterator>(iter: I) -> Vec<<I::Item as Future>::Output> where I::Item: Future {}
    pub fn ready<T>(t: T) -> std::future::Ready<T> {}
}
