// Stand-in for `tokio` 1.54.1: locks, channels, tasks, time, and waiting for them.

pub use self::task::spawn;
pub mod sync {
    use std::ops::{Deref, DerefMut};
    use std::sync::Arc;
    pub struct Mutex<T: ?Sized>;
    impl<T> Mutex<T> {
        pub fn new(t: T) -> Mutex<T> {}
        pub fn const_new(t: T) -> Mutex<T> {}
        pub fn into_inner(self) -> T {}
    }
    impl<T: ?Sized> Mutex<T> {
        pub async fn lock(&self) -> MutexGuard<T> {}
        pub async fn lock_owned(self: Arc<Self>) -> OwnedMutexGuard<T> {}
        pub fn blocking_lock(&self) -> MutexGuard<T> {}
        pub fn try_lock(&self) -> Result<MutexGuard<T>, TryLockError> {}
        pub fn try_lock_owned(self: Arc<Self>) -> Result<OwnedMutexGuard<T>, TryLockError> {}
        pub fn get_mut(&mut self) -> &mut T {}
    }
    pub struct MutexGuard<T: ?Sized>;
    impl<T: ?Sized> MutexGuard<T> {
        pub fn map<U: ?Sized, F: FnOnce(&mut T) -> &mut U>(this: Self, f: F) -> MutexGuard<U> {}
    }
    pub type MappedMutexGuard<T> = MutexGuard<T>;
    pub type OwnedMutexGuard<T> = MutexGuard<T>;
    pub struct RwLock<T: ?Sized>;
    impl<T> RwLock<T> {
        pub fn new(value: T) -> RwLock<T> {}
        pub fn into_inner(self) -> T {}
    }
    impl<T: ?Sized> RwLock<T> {
        pub async fn read(&self) -> RwLockReadGuard<T> {}
        pub async fn read_owned(self: Arc<Self>) -> RwLockReadGuard<T> {}
        pub async fn write(&self) -> RwLockWriteGuard<T> {}
        pub async fn write_owned(self: Arc<Self>) -> RwLockWriteGuard<T> {}
        pub fn blocking_read(&self) -> RwLockReadGuard<T> {}
        pub fn blocking_write(&self) -> RwLockWriteGuard<T> {}
        pub fn try_read(&self) -> Result<RwLockReadGuard<T>, TryLockError> {}
        pub fn try_write(&self) -> Result<RwLockWriteGuard<T>, TryLockError> {}
        pub fn get_mut(&mut self) -> &mut T {}
    }
    pub type OwnedRwLockReadGuard<T> = RwLockReadGuard<T>;
    pub type OwnedRwLockWriteGuard<T> = RwLockWriteGuard<T>;
    pub struct RwLockReadGuard<T: ?Sized>;
    pub struct RwLockWriteGuard<T: ?Sized>;
    impl<T: ?Sized> RwLockReadGuard<T> {
        pub fn map<U: ?Sized, F: FnOnce(&T) -> &U>(this: Self, f: F) -> RwLockReadGuard<U> {}
    }
    impl<T: ?Sized> RwLockWriteGuard<T> {
        pub fn downgrade(self) -> RwLockReadGuard<T> {}
    }
    impl<T: ?Sized> Deref for MutexGuard<T> {
        type Target = T;
    }
    impl<T: ?Sized> DerefMut for MutexGuard<T> {}
    impl<T: ?Sized> Deref for RwLockReadGuard<T> {
        type Target = T;
    }
    impl<T: ?Sized> Deref for RwLockWriteGuard<T> {
        type Target = T;
    }
    impl<T: ?Sized> DerefMut for RwLockWriteGuard<T> {}
    impl<T: Default> Default for Mutex<T> {}
    impl<T: Default> Default for RwLock<T> {}
    impl<T> From<T> for Mutex<T> {}
    impl<T> From<T> for RwLock<T> {}
    impl<T: std::fmt::Debug> std::fmt::Debug for Mutex<T> {}
    impl<T: std::fmt::Debug> std::fmt::Debug for RwLock<T> {}
    #[derive(Debug)]
    pub struct TryLockError;
    impl std::fmt::Display for TryLockError {}
    impl std::error::Error for TryLockError {}
    pub struct OnceCell<T>;
    impl<T> OnceCell<T> {
        pub fn new() -> OnceCell<T> {}
        pub fn const_new() -> OnceCell<T> {}
        pub fn initialized(&self) -> bool {}
        pub fn get(&self) -> Option<&T> {}
        pub fn get_mut(&mut self) -> Option<&mut T> {}
        pub fn set(&self, value: T) -> Result<(), T> {}
        pub async fn get_or_init<F: FnOnce() -> Fut, Fut: Future<Output = T>>(&self, f: F) -> &T {}
        pub async fn get_or_try_init<E, F: FnOnce() -> Fut, Fut: Future<Output = Result<T, E>>>(
            &self,
            f: F,
        ) -> Result<&T, E> {
        }
        pub fn into_inner(self) -> Option<T> {}
        pub fn take(&mut self) -> Option<T> {}
    }
    impl<T> Default for OnceCell<T> {}
    #[derive(Debug, Default)]
    pub struct Notify;
    impl Notify {
        pub fn new() -> Notify {}
        pub fn notified(&self) -> futures::Notified {}
        pub fn notify_one(&self) {}
        pub fn notify_waiters(&self) {}
    }
    pub mod futures {
        pub struct Notified;
        impl Future for Notified {
            type Output = ();
        }
    }
    #[derive(Debug)]
    pub struct Semaphore;
    impl Semaphore {
        pub fn new(permits: usize) -> Semaphore {}
        pub fn available_permits(&self) -> usize {}
        pub fn add_permits(&self, n: usize) {}
        pub async fn acquire(&self) -> Result<SemaphorePermit, AcquireError> {}
        pub async fn acquire_many(&self, n: u32) -> Result<SemaphorePermit, AcquireError> {}
        pub fn try_acquire(&self) -> Result<SemaphorePermit, AcquireError> {}
        pub async fn acquire_owned(self: Arc<Self>) -> Result<OwnedSemaphorePermit, AcquireError> {}
        pub fn try_acquire_owned(self: Arc<Self>) -> Result<OwnedSemaphorePermit, AcquireError> {}
        pub fn close(&self) {}
    }
    pub struct SemaphorePermit;
    impl SemaphorePermit {
        pub fn forget(self) {}
    }
    pub struct OwnedSemaphorePermit;
    #[derive(Debug)]
    pub struct AcquireError;
    impl std::fmt::Display for AcquireError {}
    impl std::error::Error for AcquireError {}
    pub mod mpsc {
        use std::task::{Context, Poll};
        pub fn channel<T>(buffer: usize) -> (Sender<T>, Receiver<T>) {}
        pub fn unbounded_channel<T>() -> (UnboundedSender<T>, UnboundedReceiver<T>) {}
        #[derive(Debug)]
        pub struct Sender<T>;
        #[derive(Debug)]
        pub struct UnboundedSender<T>;
        #[derive(Debug)]
        pub struct WeakSender<T>;
        #[derive(Debug)]
        pub struct Receiver<T>;
        #[derive(Debug)]
        pub struct UnboundedReceiver<T>;
        impl<T> Clone for Sender<T> {}
        impl<T> Clone for UnboundedSender<T> {}
        impl<T> Sender<T> {
            pub async fn send(&self, value: T) -> Result<(), error::SendError<T>> {}
            pub fn blocking_send(&self, value: T) -> Result<(), error::SendError<T>> {}
            pub fn try_send(&self, message: T) -> Result<(), error::TrySendError<T>> {}
            pub async fn send_timeout(
                &self,
                value: T,
                timeout: std::time::Duration,
            ) -> Result<(), error::SendError<T>> {
            }
            pub async fn reserve(&self) -> Result<Permit<T>, error::SendError<()>> {}
            pub fn try_reserve(&self) -> Result<Permit<T>, error::TrySendError<()>> {}
            pub async fn closed(&self) {}
            pub fn is_closed(&self) -> bool {}
            pub fn capacity(&self) -> usize {}
            pub fn downgrade(&self) -> WeakSender<T> {}
        }
        impl<T> WeakSender<T> {
            pub fn upgrade(&self) -> Option<Sender<T>> {}
        }
        impl<T> UnboundedSender<T> {
            pub fn send(&self, message: T) -> Result<(), error::SendError<T>> {}
            pub async fn closed(&self) {}
            pub fn is_closed(&self) -> bool {}
        }
        impl<T> Receiver<T> {
            pub async fn recv(&mut self) -> Option<T> {}
            pub fn try_recv(&mut self) -> Result<T, error::TryRecvError> {}
            pub fn blocking_recv(&mut self) -> Option<T> {}
            pub async fn recv_many(&mut self, buffer: &mut Vec<T>, limit: usize) -> usize {}
            pub fn poll_recv(&mut self, cx: &mut Context) -> Poll<Option<T>> {}
            pub fn close(&mut self) {}
            pub fn is_closed(&self) -> bool {}
            pub fn is_empty(&self) -> bool {}
            pub fn len(&self) -> usize {}
        }
        impl<T> UnboundedReceiver<T> {
            pub async fn recv(&mut self) -> Option<T> {}
            pub fn try_recv(&mut self) -> Result<T, error::TryRecvError> {}
            pub fn blocking_recv(&mut self) -> Option<T> {}
            pub async fn recv_many(&mut self, buffer: &mut Vec<T>, limit: usize) -> usize {}
            pub fn poll_recv(&mut self, cx: &mut Context) -> Poll<Option<T>> {}
            pub fn close(&mut self) {}
            pub fn is_closed(&self) -> bool {}
            pub fn is_empty(&self) -> bool {}
            pub fn len(&self) -> usize {}
        }
        pub struct Permit<T>;
        impl<T> Permit<T> {
            pub fn send(self, value: T) {}
        }
        pub mod error {
            #[derive(Debug, Clone, PartialEq, Eq)]
            pub struct SendError<T>(pub T);
            #[derive(Debug, Clone, PartialEq, Eq)]
            pub enum TrySendError<T> {
                Full(T),
                Closed(T),
            }
            #[derive(Debug, Clone, PartialEq, Eq)]
            pub enum TryRecvError {
                Empty,
                Disconnected,
            }
            impl<T> std::fmt::Display for SendError<T> {}
            impl<T> std::error::Error for SendError<T> {}
            impl<T> std::fmt::Display for TrySendError<T> {}
            impl<T> std::error::Error for TrySendError<T> {}
            impl std::fmt::Display for TryRecvError {}
            impl std::error::Error for TryRecvError {}
        }
    }
    pub mod oneshot {
        pub fn channel<T>() -> (Sender<T>, Receiver<T>) {}
        #[derive(Debug)]
        pub struct Sender<T>;
        #[derive(Debug)]
        pub struct Receiver<T>;
        impl<T> Sender<T> {
            pub fn send(self, t: T) -> Result<(), T> {}
            pub async fn closed(&mut self) {}
            pub fn is_closed(&self) -> bool {}
        }
        impl<T> Receiver<T> {
            pub fn close(&mut self) {}
            pub fn try_recv(&mut self) -> Result<T, error::TryRecvError> {}
            pub fn blocking_recv(self) -> Result<T, error::RecvError> {}
        }
        impl<T> Future for Receiver<T> {
            type Output = Result<T, error::RecvError>;
        }
        pub mod error {
            #[derive(Debug, Clone, PartialEq, Eq)]
            pub struct RecvError;
            #[derive(Debug, Clone, PartialEq, Eq)]
            pub enum TryRecvError {
                Empty,
                Closed,
            }
            impl std::fmt::Display for RecvError {}
            impl std::error::Error for RecvError {}
        }
    }
    pub mod broadcast {
        pub fn channel<T: Clone>(capacity: usize) -> (Sender<T>, Receiver<T>) {}
        #[derive(Debug)]
        pub struct Sender<T>;
        #[derive(Debug)]
        pub struct Receiver<T>;
        impl<T> Clone for Sender<T> {}
        impl<T> Sender<T> {
            pub fn new(capacity: usize) -> Sender<T> {}
            pub fn send(&self, value: T) -> Result<usize, error::SendError<T>> {}
            pub fn subscribe(&self) -> Receiver<T> {}
            pub fn receiver_count(&self) -> usize {}
        }
        impl<T: Clone> Receiver<T> {
            pub async fn recv(&mut self) -> Result<T, error::RecvError> {}
            pub fn try_recv(&mut self) -> Result<T, error::TryRecvError> {}
            pub fn blocking_recv(&mut self) -> Result<T, error::RecvError> {}
            pub fn resubscribe(&self) -> Receiver<T> {}
        }
        pub mod error {
            #[derive(Debug)]
            pub struct SendError<T>(pub T);
            #[derive(Debug, Clone, PartialEq, Eq)]
            pub enum RecvError {
                Closed,
                Lagged(u64),
            }
            #[derive(Debug, Clone, PartialEq, Eq)]
            pub enum TryRecvError {
                Empty,
                Closed,
                Lagged(u64),
            }
            impl std::fmt::Display for RecvError {}
            impl std::error::Error for RecvError {}
        }
    }
    pub mod watch {
        use std::ops::Deref;
        pub fn channel<T>(init: T) -> (Sender<T>, Receiver<T>) {}
        #[derive(Debug)]
        pub struct Sender<T>;
        #[derive(Debug)]
        pub struct Receiver<T>;
        pub struct Ref<T>;
        impl<T> Deref for Ref<T> {
            type Target = T;
        }
        impl<T> Clone for Sender<T> {}
        impl<T> Clone for Receiver<T> {}
        impl<T> Sender<T> {
            pub fn new(init: T) -> Sender<T> {}
            pub fn send(&self, value: T) -> Result<(), error::SendError<T>> {}
            pub fn send_modify<F: FnOnce(&mut T)>(&self, modify: F) {}
            pub fn send_if_modified<F: FnOnce(&mut T) -> bool>(&self, modify: F) -> bool {}
            pub fn send_replace(&self, value: T) -> T {}
            pub fn borrow(&self) -> Ref<T> {}
            pub fn subscribe(&self) -> Receiver<T> {}
            pub async fn closed(&self) {}
            pub fn is_closed(&self) -> bool {}
            pub fn receiver_count(&self) -> usize {}
        }
        impl<T> Receiver<T> {
            pub fn borrow(&self) -> Ref<T> {}
            pub fn borrow_and_update(&mut self) -> Ref<T> {}
            pub fn has_changed(&self) -> Result<bool, error::RecvError> {}
            pub fn mark_changed(&mut self) {}
            pub async fn changed(&mut self) -> Result<(), error::RecvError> {}
            pub async fn wait_for<F: FnMut(&T) -> bool>(&mut self, f: F) -> Result<Ref<T>, error::RecvError> {
            }
        }
        pub mod error {
            #[derive(Debug)]
            pub struct SendError<T>(pub T);
            #[derive(Debug, Clone)]
            pub struct RecvError;
            impl std::fmt::Display for RecvError {}
            impl std::error::Error for RecvError {}
        }
    }
}
pub mod task {
    use std::task::{Context, Poll};
    #[derive(Debug)]
    pub struct JoinHandle<T>;
    impl<T> JoinHandle<T> {
        pub fn abort(&self) {}
        pub fn is_finished(&self) -> bool {}
        pub fn abort_handle(&self) -> AbortHandle {}
    }
    impl<T> Future for JoinHandle<T> {
        type Output = Result<T, JoinError>;
    }
    #[derive(Clone, Debug)]
    pub struct AbortHandle;
    impl AbortHandle {
        pub fn abort(&self) {}
        pub fn is_finished(&self) -> bool {}
    }
    #[derive(Debug)]
    pub struct JoinError;
    impl JoinError {
        pub fn is_cancelled(&self) -> bool {}
        pub fn is_panic(&self) -> bool {}
        pub fn into_panic(self) -> Box<dyn std::any::Any + Send> {}
    }
    impl std::fmt::Display for JoinError {}
    impl std::error::Error for JoinError {}
    pub fn spawn<F: Future>(future: F) -> JoinHandle<F::Output> {}
    pub fn spawn_local<F: Future>(future: F) -> JoinHandle<F::Output> {}
    pub fn spawn_blocking<F: FnOnce() -> R, R>(f: F) -> JoinHandle<R> {}
    pub fn block_in_place<F: FnOnce() -> R, R>(f: F) -> R {}
    pub async fn yield_now() {}
    pub async fn unconstrained<F: Future>(inner: F) -> F::Output {}
    #[derive(Debug)]
    pub struct JoinSet<T>;
    pub use crate::task as join_set;
    impl<T> JoinSet<T> {
        pub fn new() -> Self {}
        pub fn len(&self) -> usize {}
        pub fn is_empty(&self) -> bool {}
        pub fn spawn<F: Future<Output = T>>(&mut self, task: F) -> AbortHandle {}
        pub fn spawn_local<F: Future<Output = T>>(&mut self, task: F) -> AbortHandle {}
        pub fn spawn_blocking<F: FnOnce() -> T>(&mut self, f: F) -> AbortHandle {}
        pub async fn join_next(&mut self) -> Option<Result<T, JoinError>> {}
        pub fn try_join_next(&mut self) -> Option<Result<T, JoinError>> {}
        pub async fn join_all(self) -> Vec<T> {}
        pub async fn shutdown(&mut self) {}
        pub fn abort_all(&mut self) {}
        pub fn poll_join_next(&mut self, cx: &mut Context) -> Poll<Option<Result<T, JoinError>>> {}
    }
    impl<T> Default for JoinSet<T> {}
    #[derive(Debug, Default)]
    pub struct LocalSet;
    impl LocalSet {
        pub fn new() -> LocalSet {}
        pub fn spawn_local<F: Future>(&self, future: F) -> JoinHandle<F::Output> {}
        pub async fn run_until<F: Future>(&self, future: F) -> F::Output {}
        pub fn block_on<F: Future>(&self, rt: &crate::runtime::Runtime, future: F) -> F::Output {}
    }
    pub struct LocalKey<T>;
    impl<T> LocalKey<T> {
        pub async fn scope<F: Future>(&self, value: T, f: F) -> F::Output {}
        pub fn sync_scope<F: FnOnce() -> R, R>(&self, value: T, f: F) -> R {}
        pub fn with<F: FnOnce(&T) -> R, R>(&self, f: F) -> R {}
        pub fn try_with<F: FnOnce(&T) -> R, R>(&self, f: F) -> Result<R, std::thread::AccessError> {}
    }
}
pub mod runtime {
    use crate::task::JoinHandle;
    #[derive(Debug)]
    pub struct Runtime;
    impl Runtime {
        pub fn new() -> std::io::Result<Runtime> {}
        pub fn handle(&self) -> &Handle {}
        pub fn spawn<F: Future>(&self, future: F) -> JoinHandle<F::Output> {}
        pub fn spawn_blocking<F: FnOnce() -> R, R>(&self, func: F) -> JoinHandle<R> {}
        pub fn block_on<F: Future>(&self, future: F) -> F::Output {}
        pub fn enter(&self) -> EnterGuard {}
        pub fn shutdown_timeout(self, duration: std::time::Duration) {}
        pub fn shutdown_background(self) {}
    }
    #[derive(Clone, Debug)]
    pub struct Handle;
    impl Handle {
        pub fn current() -> Handle {}
        pub fn try_current() -> Result<Handle, TryCurrentError> {}
        pub fn spawn<F: Future>(&self, future: F) -> JoinHandle<F::Output> {}
        pub fn spawn_blocking<F: FnOnce() -> R, R>(&self, func: F) -> JoinHandle<R> {}
        pub fn block_on<F: Future>(&self, future: F) -> F::Output {}
        pub fn enter(&self) -> EnterGuard {}
    }
    pub struct EnterGuard;
    #[derive(Debug)]
    pub struct TryCurrentError;
    pub struct Builder;
    impl Builder {
        pub fn new_current_thread() -> Builder {}
        pub fn new_multi_thread() -> Builder {}
        pub fn enable_all(&mut self) -> &mut Self {}
        pub fn enable_io(&mut self) -> &mut Self {}
        pub fn enable_time(&mut self) -> &mut Self {}
        pub fn worker_threads(&mut self, val: usize) -> &mut Self {}
        pub fn max_blocking_threads(&mut self, val: usize) -> &mut Self {}
        pub fn thread_name<N: Into<String>>(&mut self, val: N) -> &mut Self {}
        pub fn build(&mut self) -> std::io::Result<Runtime> {}
    }
}
pub mod time {
    pub use std::time::Duration;
    pub use std::time::Instant;
    pub async fn sleep(duration: Duration) {}
    pub async fn sleep_until(deadline: Instant) {}
    pub async fn timeout<F: IntoFuture>(duration: Duration, future: F) -> Result<F::Output, error::Elapsed> {}
    pub async fn timeout_at<F: IntoFuture>(
        deadline: Instant,
        future: F,
    ) -> Result<F::Output, error::Elapsed> {
    }
    pub fn interval(period: Duration) -> Interval {}
    pub fn interval_at(start: Instant, period: Duration) -> Interval {}
    #[derive(Debug)]
    pub struct Interval;
    impl Interval {
        pub async fn tick(&mut self) -> Instant {}
        pub fn reset(&mut self) {}
    }
    pub mod error {
        #[derive(Debug, PartialEq, Eq)]
        pub struct Elapsed;
        impl std::fmt::Display for Elapsed {}
        impl std::error::Error for Elapsed {}
    }
}
pub mod io {
    use std::io::Result;
    pub trait AsyncRead {}
    pub trait AsyncWrite {}
    pub trait AsyncBufRead: AsyncRead {}
    impl<T: AsyncRead + ?Sized> AsyncRead for &mut T {}
    impl<T: AsyncRead + ?Sized> AsyncRead for Box<T> {}
    impl<T: AsyncWrite + ?Sized> AsyncWrite for &mut T {}
    impl<T: AsyncWrite + ?Sized> AsyncWrite for Box<T> {}
    pub trait AsyncReadExt: AsyncRead {
        async fn read(&mut self, buf: &mut [u8]) -> Result<usize> {}
        async fn read_exact(&mut self, buf: &mut [u8]) -> Result<usize> {}
        async fn read_to_end(&mut self, buf: &mut Vec<u8>) -> Result<usize> {}
        async fn read_to_string(&mut self, dst: &mut String) -> Result<usize> {}
    }
    impl<R: AsyncRead + ?Sized> AsyncReadExt for R {}
    pub trait AsyncWriteExt: AsyncWrite {
        async fn write(&mut self, src: &[u8]) -> Result<usize> {}
        async fn write_all(&mut self, src: &[u8]) -> Result<()> {}
        async fn flush(&mut self) -> Result<()> {}
        async fn shutdown(&mut self) -> Result<()> {}
    }
    impl<W: AsyncWrite + ?Sized> AsyncWriteExt for W {}
    pub trait AsyncBufReadExt: AsyncBufRead {
        async fn read_line(&mut self, buf: &mut String) -> Result<usize> {}
        async fn read_until(&mut self, byte: u8, buf: &mut Vec<u8>) -> Result<usize> {}
        fn lines(self) -> Lines<Self>
        where
            Self: Sized,
        {
        }
    }
    impl<R: AsyncBufRead + ?Sized> AsyncBufReadExt for R {}
    pub struct Lines<R>;
    impl<R> Lines<R> {
        pub async fn next_line(&mut self) -> Result<Option<String>> {}
    }
    #[derive(Debug)]
    pub struct BufReader<R>;
    impl<R> BufReader<R> {
        pub fn new(inner: R) -> BufReader<R> {}
        pub fn get_ref(&self) -> &R {}
        pub fn get_mut(&mut self) -> &mut R {}
        pub fn into_inner(self) -> R {}
    }
    impl<R: AsyncRead> AsyncRead for BufReader<R> {}
    impl<R: AsyncRead> AsyncBufRead for BufReader<R> {}
    #[derive(Debug)]
    pub struct BufWriter<W>;
    impl<W> BufWriter<W> {
        pub fn new(inner: W) -> BufWriter<W> {}
        pub fn get_ref(&self) -> &W {}
        pub fn get_mut(&mut self) -> &mut W {}
        pub fn into_inner(self) -> W {}
    }
    impl<W: AsyncWrite> AsyncWrite for BufWriter<W> {}
    pub fn split<T>(stream: T) -> (ReadHalf<T>, WriteHalf<T>) {}
    #[derive(Debug)]
    pub struct ReadHalf<T>;
    #[derive(Debug)]
    pub struct WriteHalf<T>;
    impl<T: AsyncRead> AsyncRead for ReadHalf<T> {}
    impl<T: AsyncWrite> AsyncWrite for WriteHalf<T> {}
}
