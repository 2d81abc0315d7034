// Stand-in for `futures-util` 0.3.34: adaptors of futures, streams and sinks.
// Needs `futures-core`, `futures-sink`.

pub use self::future::{Future, FutureExt, TryFuture, TryFutureExt};
pub use self::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
pub use self::sink::{Sink, SinkExt};
pub use self::stream::{Stream, StreamExt, TryStream, TryStreamExt};
pub mod task {
    pub use std::task::{Context, Poll, Waker};
    pub fn noop_waker() -> Waker {}
    pub fn noop_waker_ref() -> &'static Waker {}
}
pub mod lock {
    pub struct Mutex<T: ?Sized>;
    impl<T> Mutex<T> {
        pub fn new(t: T) -> Mutex<T> {}
        pub fn into_inner(self) -> T {}
    }
    impl<T: ?Sized> Mutex<T> {
        pub fn lock(&self) -> std::future::Ready<MutexGuard<T>> {}
        pub fn try_lock(&self) -> Option<MutexGuard<T>> {}
        pub fn get_mut(&mut self) -> &mut T {}
    }
    pub struct MutexGuard<T: ?Sized>;
    impl<T: ?Sized> std::ops::Deref for MutexGuard<T> {
        type Target = T;
    }
    impl<T: ?Sized> std::ops::DerefMut for MutexGuard<T> {}
}
pub mod io {
    pub trait AsyncRead {}
    pub trait AsyncWrite {}
    pub trait AsyncBufRead: AsyncRead {}
    pub trait AsyncReadExt: AsyncRead {
        fn read(&mut self, buf: &mut [u8]) -> std::future::Ready<std::io::Result<usize>> {}
        fn read_exact(&mut self, buf: &mut [u8]) -> std::future::Ready<std::io::Result<()>> {}
        fn read_to_end(&mut self, buf: &mut Vec<u8>) -> std::future::Ready<std::io::Result<usize>> {}
        fn read_to_string(&mut self, buf: &mut String) -> std::future::Ready<std::io::Result<usize>> {}
    }
    impl<R: AsyncRead + ?Sized> AsyncReadExt for R {}
    pub trait AsyncWriteExt: AsyncWrite {
        fn flush(&mut self) -> std::future::Ready<std::io::Result<()>> {}
        fn close(&mut self) -> std::future::Ready<std::io::Result<()>> {}
        fn write(&mut self, buf: &[u8]) -> std::future::Ready<std::io::Result<usize>> {}
        fn write_all(&mut self, buf: &[u8]) -> std::future::Ready<std::io::Result<()>> {}
    }
    impl<W: AsyncWrite + ?Sized> AsyncWriteExt for W {}
}
pub mod sink {
    pub use futures_sink::Sink;
    use std::future::Ready;
    pub trait SinkExt<Item>: Sink<Item> {
        fn send(&mut self, item: Item) -> Ready<Result<(), Self::Error>>
        where
            Self: Sized,
        {
        }
        fn feed(&mut self, item: Item) -> Ready<Result<(), Self::Error>>
        where
            Self: Sized,
        {
        }
        fn flush(&mut self) -> Ready<Result<(), Self::Error>>
        where
            Self: Sized,
        {
        }
        fn close(&mut self) -> Ready<Result<(), Self::Error>>
        where
            Self: Sized,
        {
        }
    }
    impl<T: Sink<Item> + ?Sized, Item> SinkExt<Item> for T {}
}
pub mod future {
    pub use futures_core::future::{BoxFuture, FusedFuture, Future, LocalBoxFuture, TryFuture};
    use std::future::IntoFuture;
    pub use std::future::{Pending, PollFn, Ready, pending, poll_fn, ready};
    use std::pin::Pin;
    pub fn ok<T, E>(t: T) -> Ready<Result<T, E>> {}
    pub fn err<T, E>(err: E) -> Ready<Result<T, E>> {}
    pub fn lazy<F: FnOnce(&mut std::task::Context) -> R, R>(f: F) -> Ready<R> {}
    pub struct Map<Fut, F>;
    impl<Fut: Future, T, F: FnOnce(Fut::Output) -> T> Future for Map<Fut, F> {
        type Output = T;
    }
    pub struct Then<Fut, F>;
    impl<Fut: Future, N: Future, F: FnOnce(Fut::Output) -> N> Future for Then<Fut, F> {
        type Output = N::Output;
    }
    // Differs: stands for all futures that give what the one in them gives.
    pub struct Same<Fut>;
    pub type Fuse<Fut> = Same<Fut>;
    impl<Fut: Future> Future for Same<Fut> {
        type Output = Fut::Output;
    }
    impl<Fut: Future> FusedFuture for Same<Fut> {}
    #[derive(Clone)]
    pub struct Shared<Fut: Future>;
    impl<Fut: Future> Future for Shared<Fut> {
        type Output = Fut::Output;
    }
    pub struct JoinAll<F: Future>;
    impl<F: Future> Future for JoinAll<F> {
        type Output = Vec<F::Output>;
    }
    pub struct TryJoinAll<F: TryFuture>;
    impl<F: TryFuture> Future for TryJoinAll<F> {
        type Output = Result<Vec<F::Ok>, F::Error>;
    }
    pub struct Join<A, B>;
    impl<A: Future, B: Future> Future for Join<A, B> {
        type Output = (A::Output, B::Output);
    }
    pub struct Select<A, B>;
    impl<A: Future, B: Future> Future for Select<A, B> {
        type Output = Either<(A::Output, B), (B::Output, A)>;
    }
    pub enum Either<A, B> {
        Left(A),
        Right(B),
    }
    impl<A: Future, B: Future<Output = A::Output>> Future for Either<A, B> {
        type Output = A::Output;
    }
    impl<T, A, B> Either<(T, A), (T, B)> {
        pub fn factor_first(self) -> (T, Either<A, B>) {}
    }
    #[derive(Clone, Debug)]
    pub struct AbortHandle;
    impl AbortHandle {
        pub fn abort(&self) {}
        pub fn new_pair() -> (AbortHandle, AbortRegistration) {}
    }
    pub struct AbortRegistration;
    #[derive(Debug)]
    pub struct Aborted;
    pub fn abortable<F: Future>(future: F) -> (Abortable<F>, AbortHandle) {}
    pub struct Abortable<F>;
    impl<F> Abortable<F> {
        pub fn new(task: F, reg: AbortRegistration) -> Abortable<F> {}
    }
    impl<F: Future> Future for Abortable<F> {
        type Output = Result<F::Output, Aborted>;
    }
    pub fn join_all<I: IntoIterator>(iter: I) -> JoinAll<I::Item>
    where
        I::Item: Future,
    {
    }
    pub fn try_join_all<I: IntoIterator>(iter: I) -> TryJoinAll<I::Item>
    where
        I::Item: TryFuture,
    {
    }
    pub fn join<A: Future, B: Future>(a: A, b: B) -> Join<A, B> {}
    pub fn try_join<A: TryFuture, B: TryFuture<Error = A::Error>>(
        a: A,
        b: B,
    ) -> Ready<Result<(A::Ok, B::Ok), A::Error>> {
    }
    pub fn select<A: Future, B: Future>(a: A, b: B) -> Select<A, B> {}
    pub fn select_all<I: IntoIterator>(iter: I) -> Ready<(<I::Item as Future>::Output, usize, Vec<I::Item>)>
    where
        I::Item: Future,
    {
    }
    pub fn select_ok<I: IntoIterator>(
        iter: I,
    ) -> Ready<Result<(<I::Item as TryFuture>::Ok, Vec<I::Item>), <I::Item as TryFuture>::Error>>
    where
        I::Item: TryFuture,
    {
    }
    pub trait FutureExt: Future {
        fn map<U, F: FnOnce(Self::Output) -> U>(self, f: F) -> Map<Self, F>
        where
            Self: Sized,
        {
        }
        fn map_into<U>(self) -> Ready<U>
        where
            Self: Sized,
        {
        }
        fn then<Fut: Future, F: FnOnce(Self::Output) -> Fut>(self, f: F) -> Then<Self, F>
        where
            Self: Sized,
        {
        }
        fn left_future<B: Future<Output = Self::Output>>(self) -> Either<Self, B>
        where
            Self: Sized,
        {
        }
        fn right_future<A: Future<Output = Self::Output>>(self) -> Either<A, Self>
        where
            Self: Sized,
        {
        }
        fn into_stream(self) -> super::stream::Once<Self>
        where
            Self: Sized,
        {
        }
        fn flatten(self) -> Ready<<Self::Output as Future>::Output>
        where
            Self: Sized,
            Self::Output: Future,
        {
        }
        fn fuse(self) -> Same<Self>
        where
            Self: Sized,
        {
        }
        fn inspect<F: FnOnce(&Self::Output)>(self, f: F) -> Same<Self>
        where
            Self: Sized,
        {
        }
        fn catch_unwind(self) -> Ready<Result<Self::Output, Box<dyn std::any::Any + Send>>>
        where
            Self: Sized,
        {
        }
        fn shared(self) -> Shared<Self>
        where
            Self: Sized,
        {
        }
        fn boxed(self) -> BoxFuture<Self::Output>
        where
            Self: Sized,
        {
        }
        fn boxed_local(self) -> LocalBoxFuture<Self::Output>
        where
            Self: Sized,
        {
        }
        fn unit_error(self) -> Ready<Result<Self::Output, ()>>
        where
            Self: Sized,
        {
        }
        fn now_or_never(self) -> Option<Self::Output>
        where
            Self: Sized,
        {
        }
    }
    impl<T: Future + ?Sized> FutureExt for T {}
    pub trait TryFutureExt: TryFuture {
        fn map_ok<T, F: FnOnce(Self::Ok) -> T>(self, f: F) -> Ready<Result<T, Self::Error>>
        where
            Self: Sized,
        {
        }
        fn map_err<E, F: FnOnce(Self::Error) -> E>(self, f: F) -> Ready<Result<Self::Ok, E>>
        where
            Self: Sized,
        {
        }
        fn err_into<U>(self) -> Ready<Result<Self::Ok, U>>
        where
            Self: Sized,
        {
        }
        fn ok_into<U>(self) -> Ready<Result<U, Self::Error>>
        where
            Self: Sized,
        {
        }
        fn map_ok_or_else<T, E: FnOnce(Self::Error) -> T, F: FnOnce(Self::Ok) -> T>(
            self,
            e: E,
            f: F,
        ) -> Ready<T>
        where
            Self: Sized,
        {
        }
        fn and_then<Fut: TryFuture<Error = Self::Error>, F: FnOnce(Self::Ok) -> Fut>(
            self,
            f: F,
        ) -> Ready<Result<Fut::Ok, Self::Error>>
        where
            Self: Sized,
        {
        }
        fn or_else<Fut: TryFuture<Ok = Self::Ok>, F: FnOnce(Self::Error) -> Fut>(
            self,
            f: F,
        ) -> Ready<Result<Self::Ok, Fut::Error>>
        where
            Self: Sized,
        {
        }
        fn inspect_ok<F: FnOnce(&Self::Ok)>(self, f: F) -> Same<Self>
        where
            Self: Sized,
        {
        }
        fn inspect_err<F: FnOnce(&Self::Error)>(self, f: F) -> Same<Self>
        where
            Self: Sized,
        {
        }
        fn unwrap_or_else<F: FnOnce(Self::Error) -> Self::Ok>(self, f: F) -> Ready<Self::Ok>
        where
            Self: Sized,
        {
        }
        fn into_future(self) -> Same<Self>
        where
            Self: Sized,
        {
        }
        fn try_flatten_stream(
            self,
        ) -> super::stream::Iter<
            std::vec::IntoIter<Result<<Self::Ok as futures_core::stream::TryStream>::Ok, Self::Error>>,
        >
        where
            Self: Sized,
            Self::Ok: futures_core::stream::TryStream,
        {
        }
    }
    impl<F: TryFuture + ?Sized> TryFutureExt for F {}
}
pub mod stream {
    use futures_core::future::TryFuture;
    pub use futures_core::stream::{BoxStream, FusedStream, LocalBoxStream, Stream, TryStream};
    use std::future::Ready;
    use std::pin::Pin;
    #[derive(Clone, Debug)]
    pub struct Iter<I>;
    impl<I: Iterator> Stream for Iter<I> {
        type Item = I::Item;
    }
    pub fn iter<I: IntoIterator>(i: I) -> Iter<I::IntoIter> {}
    pub struct Once<Fut>;
    impl<Fut: Future> Stream for Once<Fut> {
        type Item = Fut::Output;
    }
    pub fn once<Fut: Future>(future: Fut) -> Once<Fut> {}
    pub fn empty<T>() -> Iter<std::vec::IntoIter<T>> {}
    pub fn pending<T>() -> Iter<std::vec::IntoIter<T>> {}
    pub fn repeat<T>(item: T) -> Iter<std::vec::IntoIter<T>> {}
    pub fn poll_fn<T, F: FnMut(&mut std::task::Context) -> std::task::Poll<Option<T>>>(
        f: F,
    ) -> Iter<std::vec::IntoIter<T>> {
    }
    pub struct Unfold<T, Item>;
    impl<T, Item> Stream for Unfold<T, Item> {
        type Item = Item;
    }
    pub fn unfold<T, F: FnMut(T) -> Fut, Fut: Future<Output = Option<(Item, T)>>, Item>(
        init: T,
        f: F,
    ) -> Unfold<T, Item> {
    }
    pub fn try_unfold<T, F: FnMut(T) -> Fut, Fut: Future<Output = Result<Option<(Item, T)>, E>>, Item, E>(
        init: T,
        f: F,
    ) -> Unfold<T, Result<Item, E>> {
    }
    pub fn select<A: Stream, B: Stream<Item = A::Item>>(a: A, b: B) -> Same<A> {}
    pub fn select_all<I: IntoIterator>(streams: I) -> Same<I::Item>
    where
        I::Item: Stream,
    {
    }
    // Differs: stands for all streams that give what the one in them gives.
    pub struct Same<S>;
    impl<S> Same<S> {
        pub fn get_ref(&self) -> &S {}
        pub fn get_mut(&mut self) -> &mut S {}
        pub fn into_inner(self) -> S {}
    }
    impl<S: Stream> Stream for Same<S> {
        type Item = S::Item;
    }
    pub type Fuse<S> = Same<S>;
    pub struct Map<S, F>;
    impl<S: Stream, T, F: FnMut(S::Item) -> T> Stream for Map<S, F> {
        type Item = T;
    }
    pub struct Then<S, F>;
    impl<S: Stream, Fut: Future, F: FnMut(S::Item) -> Fut> Stream for Then<S, F> {
        type Item = Fut::Output;
    }
    pub struct FilterMap<S, F>;
    impl<S: Stream, T, Fut: Future<Output = Option<T>>, F: FnMut(S::Item) -> Fut> Stream for FilterMap<S, F> {
        type Item = T;
    }
    pub struct FlatMap<S, U>;
    impl<S, U: Stream> Stream for FlatMap<S, U> {
        type Item = U::Item;
    }
    pub struct Peekable<S>;
    impl<S: Stream> Stream for Peekable<S> {
        type Item = S::Item;
    }
    impl<S: Stream> Peekable<S> {
        pub fn peek(self: Pin<&mut Self>) -> Ready<Option<&S::Item>> {}
    }
    pub struct FuturesUnordered<Fut>;
    impl<Fut> FuturesUnordered<Fut> {
        pub fn new() -> Self {}
        pub fn push(&self, future: Fut) {}
        pub fn len(&self) -> usize {}
        pub fn is_empty(&self) -> bool {}
        pub fn clear(&mut self) {}
    }
    impl<Fut> Default for FuturesUnordered<Fut> {}
    impl<Fut> FromIterator<Fut> for FuturesUnordered<Fut> {}
    impl<Fut> Extend<Fut> for FuturesUnordered<Fut> {}
    impl<Fut: Future> Stream for FuturesUnordered<Fut> {
        type Item = Fut::Output;
    }
    pub struct FuturesOrdered<Fut>;
    impl<Fut> FuturesOrdered<Fut> {
        pub fn new() -> Self {}
        pub fn push_back(&mut self, future: Fut) {}
        pub fn push_front(&mut self, future: Fut) {}
        pub fn len(&self) -> usize {}
        pub fn is_empty(&self) -> bool {}
    }
    impl<Fut> Default for FuturesOrdered<Fut> {}
    impl<Fut> FromIterator<Fut> for FuturesOrdered<Fut> {}
    impl<Fut: Future> Stream for FuturesOrdered<Fut> {
        type Item = Fut::Output;
    }
    pub struct SelectAll<St>;
    impl<St> SelectAll<St> {
        pub fn new() -> Self {}
        pub fn push(&mut self, stream: St) {}
        pub fn is_empty(&self) -> bool {}
    }
    impl<St: Stream> Stream for SelectAll<St> {
        type Item = St::Item;
    }
    pub trait StreamExt: Stream {
        fn next(&mut self) -> Ready<Option<Self::Item>> {}
        fn into_future(self) -> Ready<(Option<Self::Item>, Self)>
        where
            Self: Sized,
        {
        }
        fn map<T, F: FnMut(Self::Item) -> T>(self, f: F) -> Map<Self, F>
        where
            Self: Sized,
        {
        }
        fn enumerate(self) -> Iter<std::vec::IntoIter<(usize, Self::Item)>>
        where
            Self: Sized,
        {
        }
        fn filter<Fut: Future<Output = bool>, F: FnMut(&Self::Item) -> Fut>(self, f: F) -> Same<Self>
        where
            Self: Sized,
        {
        }
        fn filter_map<Fut: Future<Output = Option<T>>, T, F: FnMut(Self::Item) -> Fut>(
            self,
            f: F,
        ) -> FilterMap<Self, F>
        where
            Self: Sized,
        {
        }
        fn then<Fut: Future, F: FnMut(Self::Item) -> Fut>(self, f: F) -> Then<Self, F>
        where
            Self: Sized,
        {
        }
        fn collect<C: Default + Extend<Self::Item>>(self) -> Ready<C>
        where
            Self: Sized,
        {
        }
        fn unzip<A, B, FromA, FromB>(self) -> Ready<(FromA, FromB)>
        where
            Self: Sized,
        {
        }
        fn concat(self) -> Ready<Self::Item>
        where
            Self: Sized,
        {
        }
        fn count(self) -> Ready<usize>
        where
            Self: Sized,
        {
        }
        fn fold<T, Fut: Future<Output = T>, F: FnMut(T, Self::Item) -> Fut>(self, init: T, f: F) -> Ready<T>
        where
            Self: Sized,
        {
        }
        fn any<Fut: Future<Output = bool>, F: FnMut(Self::Item) -> Fut>(self, f: F) -> Ready<bool>
        where
            Self: Sized,
        {
        }
        fn all<Fut: Future<Output = bool>, F: FnMut(Self::Item) -> Fut>(self, f: F) -> Ready<bool>
        where
            Self: Sized,
        {
        }
        fn flatten(self) -> FlatMap<Self, Self::Item>
        where
            Self: Sized,
        {
        }
        fn flatten_unordered<L>(self, limit: L) -> FlatMap<Self, Self::Item>
        where
            Self: Sized,
        {
        }
        fn flat_map<U: Stream, F: FnMut(Self::Item) -> U>(self, f: F) -> FlatMap<Self, U>
        where
            Self: Sized,
        {
        }
        fn scan<St, B, Fut: Future<Output = Option<B>>, F: FnMut(&mut St, Self::Item) -> Fut>(
            self,
            initial: St,
            f: F,
        ) -> Iter<std::vec::IntoIter<B>>
        where
            Self: Sized,
        {
        }
        fn skip_while<Fut: Future<Output = bool>, F: FnMut(&Self::Item) -> Fut>(self, f: F) -> Same<Self>
        where
            Self: Sized,
        {
        }
        fn take_while<Fut: Future<Output = bool>, F: FnMut(&Self::Item) -> Fut>(self, f: F) -> Same<Self>
        where
            Self: Sized,
        {
        }
        fn take_until<Fut: Future>(self, fut: Fut) -> Same<Self>
        where
            Self: Sized,
        {
        }
        fn for_each<Fut: Future<Output = ()>, F: FnMut(Self::Item) -> Fut>(self, f: F) -> Ready<()>
        where
            Self: Sized,
        {
        }
        fn for_each_concurrent<Fut: Future<Output = ()>, F: FnMut(Self::Item) -> Fut, L>(
            self,
            limit: L,
            f: F,
        ) -> Ready<()>
        where
            Self: Sized,
        {
        }
        fn take(self, n: usize) -> Same<Self>
        where
            Self: Sized,
        {
        }
        fn skip(self, n: usize) -> Same<Self>
        where
            Self: Sized,
        {
        }
        fn fuse(self) -> Same<Self>
        where
            Self: Sized,
        {
        }
        fn by_ref(&mut self) -> &mut Self {}
        fn boxed(self) -> BoxStream<Self::Item>
        where
            Self: Sized,
        {
        }
        fn boxed_local(self) -> LocalBoxStream<Self::Item>
        where
            Self: Sized,
        {
        }
        fn buffered(self, n: usize) -> Once<Self::Item>
        where
            Self: Sized,
        {
        }
        fn buffer_unordered(self, n: usize) -> Once<Self::Item>
        where
            Self: Sized,
        {
        }
        fn zip<S: Stream>(self, other: S) -> Iter<std::vec::IntoIter<(Self::Item, S::Item)>>
        where
            Self: Sized,
        {
        }
        fn chain<S: Stream<Item = Self::Item>>(self, other: S) -> Same<Self>
        where
            Self: Sized,
        {
        }
        fn peekable(self) -> Peekable<Self>
        where
            Self: Sized,
        {
        }
        fn chunks(self, capacity: usize) -> Iter<std::vec::IntoIter<Vec<Self::Item>>>
        where
            Self: Sized,
        {
        }
        fn ready_chunks(self, capacity: usize) -> Iter<std::vec::IntoIter<Vec<Self::Item>>>
        where
            Self: Sized,
        {
        }
        fn inspect<F: FnMut(&Self::Item)>(self, f: F) -> Same<Self>
        where
            Self: Sized,
        {
        }
        fn poll_next_unpin(&mut self, cx: &mut std::task::Context) -> std::task::Poll<Option<Self::Item>> {}
        fn select_next_some(&mut self) -> Ready<Self::Item> {}
        fn split<Item>(self) -> (SplitSink<Self, Item>, Same<Self>)
        where
            Self: Sized,
        {
        }
    }
    impl<T: Stream + ?Sized> StreamExt for T {}
    pub type SplitStream<S> = Same<S>;
    pub struct SplitSink<S, Item>;
    impl<S: futures_sink::Sink<Item>, Item> futures_sink::Sink<Item> for SplitSink<S, Item> {
        type Error = S::Error;
    }
    pub struct AndThen<S, F>;
    impl<S: TryStream, Fut: TryFuture<Error = S::Error>, F: FnMut(S::Ok) -> Fut> Stream for AndThen<S, F> {
        type Item = Result<Fut::Ok, S::Error>;
    }
    // Differs: stands for all streams of results.
    type Results<T, E> = Iter<std::vec::IntoIter<Result<T, E>>>;
    pub trait TryStreamExt: TryStream {
        fn try_next(&mut self) -> Ready<Result<Option<Self::Ok>, Self::Error>> {}
        fn err_into<E>(self) -> Results<Self::Ok, E>
        where
            Self: Sized,
        {
        }
        fn map_ok<T, F: FnMut(Self::Ok) -> T>(self, f: F) -> Results<T, Self::Error>
        where
            Self: Sized,
        {
        }
        fn map_err<E, F: FnMut(Self::Error) -> E>(self, f: F) -> Results<Self::Ok, E>
        where
            Self: Sized,
        {
        }
        fn and_then<Fut: TryFuture<Error = Self::Error>, F: FnMut(Self::Ok) -> Fut>(
            self,
            f: F,
        ) -> AndThen<Self, F>
        where
            Self: Sized,
        {
        }
        fn or_else<Fut: TryFuture<Ok = Self::Ok>, F: FnMut(Self::Error) -> Fut>(
            self,
            f: F,
        ) -> Results<Self::Ok, Fut::Error>
        where
            Self: Sized,
        {
        }
        fn inspect_ok<F: FnMut(&Self::Ok)>(self, f: F) -> Same<Self>
        where
            Self: Sized,
        {
        }
        fn inspect_err<F: FnMut(&Self::Error)>(self, f: F) -> Same<Self>
        where
            Self: Sized,
        {
        }
        fn into_stream(self) -> Same<Self>
        where
            Self: Sized,
        {
        }
        fn try_for_each<Fut: TryFuture<Ok = (), Error = Self::Error>, F: FnMut(Self::Ok) -> Fut>(
            self,
            f: F,
        ) -> Ready<Result<(), Self::Error>>
        where
            Self: Sized,
        {
        }
        fn try_for_each_concurrent<
            Fut: Future<Output = Result<(), Self::Error>>,
            F: FnMut(Self::Ok) -> Fut,
            L,
        >(
            self,
            limit: L,
            f: F,
        ) -> Ready<Result<(), Self::Error>>
        where
            Self: Sized,
        {
        }
        fn try_collect<C: Default + Extend<Self::Ok>>(self) -> Ready<Result<C, Self::Error>>
        where
            Self: Sized,
        {
        }
        fn try_filter<Fut: Future<Output = bool>, F: FnMut(&Self::Ok) -> Fut>(self, f: F) -> Same<Self>
        where
            Self: Sized,
        {
        }
        fn try_filter_map<Fut: TryFuture<Ok = Option<T>, Error = Self::Error>, F: FnMut(Self::Ok) -> Fut, T>(
            self,
            f: F,
        ) -> Results<T, Self::Error>
        where
            Self: Sized,
        {
        }
        fn try_flatten(self) -> Results<<Self::Ok as TryStream>::Ok, Self::Error>
        where
            Self: Sized,
            Self::Ok: TryStream,
        {
        }
        fn try_fold<T, Fut: TryFuture<Ok = T, Error = Self::Error>, F: FnMut(T, Self::Ok) -> Fut>(
            self,
            init: T,
            f: F,
        ) -> Ready<Result<T, Self::Error>>
        where
            Self: Sized,
        {
        }
        fn try_concat(self) -> Ready<Result<Self::Ok, Self::Error>>
        where
            Self: Sized,
        {
        }
        fn try_buffer_unordered(self, n: usize) -> Once<Self::Ok>
        where
            Self: Sized,
        {
        }
        fn try_buffered(self, n: usize) -> Once<Self::Ok>
        where
            Self: Sized,
        {
        }
        fn try_chunks(self, capacity: usize) -> Results<Vec<Self::Ok>, Self::Error>
        where
            Self: Sized,
        {
        }
    }
    impl<S: TryStream + ?Sized> TryStreamExt for S {}
    pub mod futures_unordered {
        pub use super::FuturesUnordered;
    }
}
