pub use self::task::spawn;
pub mod task {
    pub fn spawn<F: std::future::Future>(future: F) -> JoinHandle<F::Output> {}
    pub fn spawn_blocking<F: FnOnce() -> R, R>(f: F) -> JoinHandle<R> {}
    pub fn spawn_local<F: std::future::Future>(future: F) -> JoinHandle<F::Output> {}
    pub fn block_in_place<F: FnOnce() -> R, R>(f: F) -> R {}
    pub async fn yield_now() {}
    #[derive(Debug)]
    pub struct JoinHandle<T>;
    impl<T> JoinHandle<T> { pub fn abort(&self) {} pub fn is_finished(&self) -> bool {} pub fn abort_handle(&self) -> AbortHandle {} }
    impl<T> std::future::Future for JoinHandle<T> { type Output = Result<T, JoinError>; }
    #[derive(Debug)]
    pub struct AbortHandle;
    impl AbortHandle { pub fn abort(&self) {} }
    #[derive(Debug)]
    pub struct JoinError;
    impl JoinError { pub fn is_cancelled(&self) -> bool {} pub fn is_panic(&self) -> bool {} }
    impl std::fmt::Display for JoinError {}
    impl std::error::Error for JoinError {}
    #[derive(Debug, Default)]
    pub struct JoinSet<T>;
    impl<T> JoinSet<T> {
        pub fn new() -> JoinSet<T> {}
        pub fn len(&self) -> usize {}
        pub fn is_empty(&self) -> bool {}
        pub fn spawn<F: std::future::Future<Output = T>>(&mut self, task: F) -> AbortHandle {}
        pub fn spawn_blocking<F: FnOnce() -> T>(&mut self, f: F) -> AbortHandle {}
        pub async fn join_next(&mut self) -> Option<Result<T, JoinError>> {}
        pub async fn join_all(self) -> Vec<T> {}
        pub async fn shutdown(&mut self) {}
        pub fn abort_all(&mut self) {}
    }
}
pub mod sync {
    pub struct Mutex<T: ?Sized>;
    impl<T> Mutex<T> { pub fn new(t: T) -> Mutex<T> {} pub fn const_new(t: T) -> Mutex<T> {} pub fn into_inner(self) -> T {} }
    impl<T: ?Sized> Mutex<T> {
        pub async fn lock(&self) -> MutexGuard<T> {}
        pub fn blocking_lock(&self) -> MutexGuard<T> {}
        pub async fn lock_owned(self: std::sync::Arc<Self>) -> OwnedMutexGuard<T> {}
        pub fn try_lock(&self) -> Result<MutexGuard<T>, TryLockError> {}
        pub fn get_mut(&mut self) -> &mut T {}
    }
    impl<T: Default> Default for Mutex<T> {}
    impl<T> std::fmt::Debug for Mutex<T> {}
    pub struct TryLockError;
    pub struct MutexGuard<T: ?Sized>;
    pub struct OwnedMutexGuard<T: ?Sized>;
    impl<T: ?Sized> std::ops::Deref for MutexGuard<T> { type Target = T; }
    impl<T: ?Sized> std::ops::DerefMut for MutexGuard<T> {}
    impl<T: ?Sized> std::ops::Deref for OwnedMutexGuard<T> { type Target = T; }
    impl<T: ?Sized> std::ops::DerefMut for OwnedMutexGuard<T> {}
    pub struct RwLock<T: ?Sized>;
    impl<T> RwLock<T> { pub fn new(t: T) -> RwLock<T> {} pub fn into_inner(self) -> T {} }
    impl<T: ?Sized> RwLock<T> {
        pub async fn read(&self) -> RwLockReadGuard<T> {}
        pub async fn write(&self) -> RwLockWriteGuard<T> {}
        pub fn blocking_read(&self) -> RwLockReadGuard<T> {}
        pub fn blocking_write(&self) -> RwLockWriteGuard<T> {}
        pub fn try_read(&self) -> Result<RwLockReadGuard<T>, TryLockError> {}
        pub fn try_write(&self) -> Result<RwLockWriteGuard<T>, TryLockError> {}
        pub fn get_mut(&mut self) -> &mut T {}
    }
    impl<T: Default> Default for RwLock<T> {}
    pub struct RwLockReadGuard<T: ?Sized>;
    pub struct RwLockWriteGuard<T: ?Sized>;
    impl<T: ?Sized> std::ops::Deref for RwLockReadGuard<T> { type Target = T; }
    impl<T: ?Sized> std::ops::Deref for RwLockWriteGuard<T> { type Target = T; }
    impl<T: ?Sized> std::ops::DerefMut for RwLockWriteGuard<T> {}
    pub struct OnceCell<T>;
    impl<T> OnceCell<T> {
        pub fn new() -> OnceCell<T> {}
        pub fn const_new() -> OnceCell<T> {}
        pub fn get(&self) -> Option<&T> {}
        pub fn set(&self, value: T) -> Result<(), T> {}
        pub async fn get_or_init<F: FnOnce() -> Fut, Fut: std::future::Future<Output = T>>(&self, f: F) -> &T {}
        pub async fn get_or_try_init<E, F: FnOnce() -> Fut, Fut: std::future::Future<Output = Result<T, E>>>(&self, f: F) -> Result<&T, E> {}
    }
    pub mod mpsc {
        pub fn channel<T>(buffer: usize) -> (Sender<T>, Receiver<T>) {}
        pub fn unbounded_channel<T>() -> (UnboundedSender<T>, UnboundedReceiver<T>) {}
        #[derive(Debug)]
        pub struct Sender<T>;
        #[derive(Debug)]
        pub struct Receiver<T>;
        #[derive(Debug)]
        pub struct UnboundedSender<T>;
        #[derive(Debug)]
        pub struct UnboundedReceiver<T>;
        impl<T> Clone for Sender<T> {}
        impl<T> Clone for UnboundedSender<T> {}
        impl<T> Sender<T> {
            pub async fn send(&self, value: T) -> Result<(), error::SendError<T>> {}
            pub fn try_send(&self, message: T) -> Result<(), error::TrySendError<T>> {}
            pub fn blocking_send(&self, value: T) -> Result<(), error::SendError<T>> {}
            pub fn is_closed(&self) -> bool {}
        }
        impl<T> UnboundedSender<T> {
            pub fn send(&self, message: T) -> Result<(), error::SendError<T>> {}
            pub fn is_closed(&self) -> bool {}
        }
        impl<T> Receiver<T> {
            pub async fn recv(&mut self) -> Option<T> {}
            pub fn try_recv(&mut self) -> Result<T, error::TryRecvError> {}
            pub fn blocking_recv(&mut self) -> Option<T> {}
            pub fn close(&mut self) {}
        }
        impl<T> UnboundedReceiver<T> {
            pub async fn recv(&mut self) -> Option<T> {}
            pub fn try_recv(&mut self) -> Result<T, error::TryRecvError> {}
            pub fn blocking_recv(&mut self) -> Option<T> {}
            pub fn close(&mut self) {}
        }
        pub mod error {
            #[derive(Debug)]
            pub struct SendError<T>(pub T);
            #[derive(Debug)]
            pub enum TrySendError<T> { Full(T), Closed(T) }
            #[derive(Debug)]
            pub enum TryRecvError { Empty, Disconnected }
        }
    }
    pub mod oneshot {
        pub fn channel<T>() -> (Sender<T>, Receiver<T>) {}
        #[derive(Debug)]
        pub struct Sender<T>;
        #[derive(Debug)]
        pub struct Receiver<T>;
        impl<T> Sender<T> { pub fn send(self, t: T) -> Result<(), T> {} pub fn is_closed(&self) -> bool {} }
        impl<T> Receiver<T> { pub fn try_recv(&mut self) -> Result<T, error::TryRecvError> {} pub fn blocking_recv(self) -> Result<T, error::RecvError> {} }
        impl<T> std::future::Future for Receiver<T> { type Output = Result<T, error::RecvError>; }
        pub mod error {
            #[derive(Debug)]
            pub struct RecvError;
            #[derive(Debug)]
            pub enum TryRecvError { Empty, Closed }
        }
    }
    pub mod watch {
        pub fn channel<T>(init: T) -> (Sender<T>, Receiver<T>) {}
        #[derive(Debug)]
        pub struct Sender<T>;
        #[derive(Clone, Debug)]
        pub struct Receiver<T>;
        pub struct Ref<T>;
        impl<T> std::ops::Deref for Ref<T> { type Target = T; }
        impl<T> Sender<T> {
            pub fn send(&self, value: T) -> Result<(), T> {}
            pub fn send_modify<F: FnOnce(&mut T)>(&self, modify: F) {}
            pub fn send_replace(&self, value: T) -> T {}
            pub fn borrow(&self) -> Ref<T> {}
            pub fn subscribe(&self) -> Receiver<T> {}
        }
        impl<T> Receiver<T> {
            pub fn borrow(&self) -> Ref<T> {}
            pub fn borrow_and_update(&mut self) -> Ref<T> {}
            pub async fn changed(&mut self) -> Result<(), ()> {}
        }
    }
    pub mod broadcast {
        pub fn channel<T>(capacity: usize) -> (Sender<T>, Receiver<T>) {}
        #[derive(Clone, Debug)]
        pub struct Sender<T>;
        #[derive(Debug)]
        pub struct Receiver<T>;
        impl<T> Sender<T> { pub fn send(&self, value: T) -> Result<usize, T> {} pub fn subscribe(&self) -> Receiver<T> {} }
        impl<T> Receiver<T> { pub async fn recv(&mut self) -> Result<T, error::RecvError> {} pub fn try_recv(&mut self) -> Result<T, error::RecvError> {} }
        pub mod error { #[derive(Debug)] pub enum RecvError { Closed, Lagged(u64) } }
    }
}
pub mod time {
    use std::time::Duration;
    pub async fn sleep(duration: Duration) {}
    pub async fn timeout<F: std::future::IntoFuture>(duration: Duration, future: F) -> Result<F::Output, error::Elapsed> {}
    pub mod error { #[derive(Debug)] pub struct Elapsed; }
}
