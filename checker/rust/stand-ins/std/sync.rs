// Stand-in for `std` 1.95.0: sharing between threads, threads, time.

pub mod sync {
    use crate::ops::{Deref, DerefMut};
    pub struct Arc<T: ?Sized>;
    pub struct Weak<T: ?Sized>;
    impl<T> Arc<T> {
        pub fn new(data: T) -> Arc<T> {}
        pub fn new_cyclic<F: FnOnce(&Weak<T>) -> T>(data_fn: F) -> Arc<T> {}
        pub fn pin(data: T) -> crate::pin::Pin<Arc<T>> {}
        pub fn try_unwrap(this: Arc<T>) -> Result<T, Arc<T>> {}
        pub fn into_inner(this: Arc<T>) -> Option<T> {}
        pub fn unwrap_or_clone(this: Arc<T>) -> T {}
    }
    impl<T: ?Sized> Arc<T> {
        pub fn downgrade(this: &Arc<T>) -> Weak<T> {}
        pub fn weak_count(this: &Arc<T>) -> usize {}
        pub fn strong_count(this: &Arc<T>) -> usize {}
        pub fn get_mut(this: &mut Arc<T>) -> Option<&mut T> {}
        pub fn ptr_eq(this: &Arc<T>, other: &Arc<T>) -> bool {}
        pub fn make_mut(this: &mut Arc<T>) -> &mut T {}
        pub fn as_ptr(this: &Arc<T>) -> *const T {}
        pub fn into_raw(this: Arc<T>) -> *const T {}
        pub fn from_raw(ptr: *const T) -> Arc<T> {}
        pub fn increment_strong_count(ptr: *const T) {}
        pub fn decrement_strong_count(ptr: *const T) {}
    }
    impl Arc<dyn crate::any::Any> {
        pub fn downcast<T>(self) -> Result<Arc<T>, Arc<dyn crate::any::Any>> {}
    }
    impl<T> Weak<T> {
        pub fn new() -> Weak<T> {}
    }
    impl<T: ?Sized> Weak<T> {
        pub fn upgrade(&self) -> Option<Arc<T>> {}
        pub fn strong_count(&self) -> usize {}
        pub fn ptr_eq(&self, other: &Weak<T>) -> bool {}
        pub fn as_ptr(&self) -> *const T {}
    }
    impl<T: ?Sized> Clone for Weak<T> {}
    impl<T> Default for Weak<T> {}
    impl<T: ?Sized> crate::fmt::Debug for Weak<T> {}
    impl<T: ?Sized> crate::io::Read for Arc<T> {}
    pub type LockResult<Guard> = Result<Guard, PoisonError<Guard>>;
    pub type TryLockResult<Guard> = Result<Guard, TryLockError<Guard>>;
    pub struct PoisonError<T>;
    impl<T> PoisonError<T> {
        pub fn into_inner(self) -> T {}
        pub fn get_ref(&self) -> &T {}
        pub fn get_mut(&mut self) -> &mut T {}
    }
    impl<T> crate::fmt::Debug for PoisonError<T> {}
    impl<T> crate::fmt::Display for PoisonError<T> {}
    impl<T> crate::error::Error for PoisonError<T> {}
    pub enum TryLockError<T> {
        Poisoned(PoisonError<T>),
        WouldBlock,
    }
    impl<T> crate::fmt::Debug for TryLockError<T> {}
    impl<T> crate::fmt::Display for TryLockError<T> {}
    impl<T> crate::error::Error for TryLockError<T> {}
    pub struct Mutex<T: ?Sized>;
    impl<T> Mutex<T> {
        pub fn new(t: T) -> Mutex<T> {}
        pub fn into_inner(self) -> LockResult<T> {}
    }
    impl<T: ?Sized> Mutex<T> {
        pub fn lock(&self) -> LockResult<MutexGuard<T>> {}
        pub fn try_lock(&self) -> TryLockResult<MutexGuard<T>> {}
        pub fn is_poisoned(&self) -> bool {}
        pub fn clear_poison(&self) {}
        pub fn get_mut(&mut self) -> LockResult<&mut T> {}
    }
    pub struct MutexGuard<T: ?Sized>;
    impl<T: ?Sized> Deref for MutexGuard<T> {
        type Target = T;
    }
    impl<T: ?Sized> DerefMut for MutexGuard<T> {}
    impl<T: ?Sized + crate::fmt::Debug> crate::fmt::Debug for MutexGuard<T> {}
    pub struct RwLock<T: ?Sized>;
    impl<T> RwLock<T> {
        pub fn new(t: T) -> RwLock<T> {}
        pub fn into_inner(self) -> LockResult<T> {}
    }
    impl<T: ?Sized> RwLock<T> {
        pub fn read(&self) -> LockResult<RwLockReadGuard<T>> {}
        pub fn try_read(&self) -> TryLockResult<RwLockReadGuard<T>> {}
        pub fn write(&self) -> LockResult<RwLockWriteGuard<T>> {}
        pub fn try_write(&self) -> TryLockResult<RwLockWriteGuard<T>> {}
        pub fn is_poisoned(&self) -> bool {}
        pub fn get_mut(&mut self) -> LockResult<&mut T> {}
    }
    pub struct RwLockReadGuard<T: ?Sized>;
    pub struct RwLockWriteGuard<T: ?Sized>;
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
    impl<T: ?Sized + crate::fmt::Debug> crate::fmt::Debug for Mutex<T> {}
    impl<T: ?Sized + crate::fmt::Debug> crate::fmt::Debug for RwLock<T> {}
    pub struct OnceLock<T>;
    impl<T> OnceLock<T> {
        pub fn new() -> OnceLock<T> {}
        pub fn get(&self) -> Option<&T> {}
        pub fn get_mut(&mut self) -> Option<&mut T> {}
        pub fn set(&self, value: T) -> Result<(), T> {}
        pub fn get_or_init<F: FnOnce() -> T>(&self, f: F) -> &T {}
        pub fn get_or_try_init<E, F: FnOnce() -> Result<T, E>>(&self, f: F) -> Result<&T, E> {}
        pub fn into_inner(self) -> Option<T> {}
        pub fn take(&mut self) -> Option<T> {}
        pub fn wait(&self) -> &T {}
    }
    impl<T> Default for OnceLock<T> {}
    impl<T: Clone> Clone for OnceLock<T> {}
    impl<T> From<T> for OnceLock<T> {}
    impl<T: crate::fmt::Debug> crate::fmt::Debug for OnceLock<T> {}
    pub struct LazyLock<T, F = fn() -> T>;
    impl<T, F: FnOnce() -> T> LazyLock<T, F> {
        pub fn new(f: F) -> LazyLock<T, F> {}
        pub fn force(this: &LazyLock<T, F>) -> &T {}
    }
    impl<T, F> Deref for LazyLock<T, F> {
        type Target = T;
    }
    pub struct Once;
    impl Once {
        pub fn new() -> Once {}
        pub fn call_once<F: FnOnce()>(&self, f: F) {}
        pub fn call_once_force<F: FnOnce(&OnceState)>(&self, f: F) {}
        pub fn is_completed(&self) -> bool {}
    }
    pub struct OnceState;
    #[derive(Debug, Default)]
    pub struct Condvar;
    impl Condvar {
        pub fn new() -> Condvar {}
        pub fn wait<T>(&self, guard: MutexGuard<T>) -> LockResult<MutexGuard<T>> {}
        pub fn wait_while<T, F: FnMut(&mut T) -> bool>(
            &self,
            guard: MutexGuard<T>,
            condition: F,
        ) -> LockResult<MutexGuard<T>> {
        }
        pub fn wait_timeout<T>(
            &self,
            guard: MutexGuard<T>,
            dur: crate::time::Duration,
        ) -> LockResult<(MutexGuard<T>, WaitTimeoutResult)> {
        }
        pub fn wait_timeout_while<T, F: FnMut(&mut T) -> bool>(
            &self,
            guard: MutexGuard<T>,
            dur: crate::time::Duration,
            condition: F,
        ) -> LockResult<(MutexGuard<T>, WaitTimeoutResult)> {
        }
        pub fn notify_one(&self) {}
        pub fn notify_all(&self) {}
    }
    pub struct WaitTimeoutResult;
    impl WaitTimeoutResult {
        pub fn timed_out(&self) -> bool {}
    }
    #[derive(Debug)]
    pub struct Barrier;
    impl Barrier {
        pub fn new(n: usize) -> Barrier {}
        pub fn wait(&self) -> BarrierWaitResult {}
    }
    pub struct BarrierWaitResult;
    impl BarrierWaitResult {
        pub fn is_leader(&self) -> bool {}
    }
    pub mod mpsc {
        use crate::time::Duration;
        pub fn channel<T>() -> (Sender<T>, Receiver<T>) {}
        pub fn sync_channel<T>(bound: usize) -> (SyncSender<T>, Receiver<T>) {}
        #[derive(Debug)]
        pub struct Sender<T>;
        #[derive(Debug)]
        pub struct SyncSender<T>;
        #[derive(Debug)]
        pub struct Receiver<T>;
        impl<T> Clone for Sender<T> {}
        impl<T> Clone for SyncSender<T> {}
        impl<T> Sender<T> {
            pub fn send(&self, t: T) -> Result<(), SendError<T>> {}
        }
        impl<T> SyncSender<T> {
            pub fn send(&self, t: T) -> Result<(), SendError<T>> {}
            pub fn try_send(&self, t: T) -> Result<(), TrySendError<T>> {}
        }
        impl<T> Receiver<T> {
            pub fn try_recv(&self) -> Result<T, TryRecvError> {}
            pub fn recv(&self) -> Result<T, RecvError> {}
            pub fn recv_timeout(&self, timeout: Duration) -> Result<T, RecvTimeoutError> {}
            pub fn iter(&self) -> Iter<T> {}
            pub fn try_iter(&self) -> Iter<T> {}
        }
        pub struct Iter<T>;
        impl<T> Iterator for Iter<T> {
            type Item = T;
        }
        impl<T> IntoIterator for Receiver<T> {
            type Item = T;
            type IntoIter = Iter<T>;
        }
        impl<T> IntoIterator for &Receiver<T> {
            type Item = T;
            type IntoIter = Iter<T>;
        }
        #[derive(Clone, Copy, PartialEq, Eq)]
        pub struct SendError<T>(pub T);
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub struct RecvError;
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub enum TryRecvError {
            Empty,
            Disconnected,
        }
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub enum RecvTimeoutError {
            Timeout,
            Disconnected,
        }
        #[derive(Clone, Copy, PartialEq, Eq)]
        pub enum TrySendError<T> {
            Full(T),
            Disconnected(T),
        }
        impl<T> crate::fmt::Debug for SendError<T> {}
        impl<T> crate::fmt::Display for SendError<T> {}
        impl<T> crate::error::Error for SendError<T> {}
        impl<T> crate::fmt::Debug for TrySendError<T> {}
        impl<T> crate::fmt::Display for TrySendError<T> {}
        impl crate::fmt::Display for RecvError {}
        impl crate::fmt::Display for TryRecvError {}
        impl crate::fmt::Display for RecvTimeoutError {}
        impl crate::error::Error for RecvError {}
        impl crate::error::Error for TryRecvError {}
        impl crate::error::Error for RecvTimeoutError {}
    }
    pub mod atomic {
        #[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
        pub enum Ordering {
            Relaxed,
            Release,
            Acquire,
            AcqRel,
            SeqCst,
        }
        pub fn fence(order: Ordering) {}
        pub fn compiler_fence(order: Ordering) {}
        pub fn spin_loop_hint() {}
        pub struct Atomic<T>;
        impl<T> Atomic<T> {
            pub fn new(v: T) -> Atomic<T> {}
            pub fn load(&self, order: Ordering) -> T {}
            pub fn store(&self, val: T, order: Ordering) {}
            pub fn swap(&self, val: T, order: Ordering) -> T {}
            pub fn compare_exchange(
                &self,
                current: T,
                new: T,
                success: Ordering,
                failure: Ordering,
            ) -> Result<T, T> {
            }
            pub fn compare_exchange_weak(
                &self,
                current: T,
                new: T,
                success: Ordering,
                failure: Ordering,
            ) -> Result<T, T> {
            }
            pub fn compare_and_swap(&self, current: T, new: T, order: Ordering) -> T {}
            pub fn fetch_add(&self, val: T, order: Ordering) -> T {}
            pub fn fetch_sub(&self, val: T, order: Ordering) -> T {}
            pub fn fetch_and(&self, val: T, order: Ordering) -> T {}
            pub fn fetch_or(&self, val: T, order: Ordering) -> T {}
            pub fn fetch_xor(&self, val: T, order: Ordering) -> T {}
            pub fn fetch_not(&self, order: Ordering) -> T {}
            pub fn fetch_max(&self, val: T, order: Ordering) -> T {}
            pub fn fetch_min(&self, val: T, order: Ordering) -> T {}
            pub fn fetch_update<F: FnMut(T) -> Option<T>>(
                &self,
                set_order: Ordering,
                fetch_order: Ordering,
                f: F,
            ) -> Result<T, T> {
            }
            pub fn get_mut(&mut self) -> &mut T {}
            pub fn into_inner(self) -> T {}
            pub fn as_ptr(&self) -> *mut T {}
        }
        impl<T: Default> Default for Atomic<T> {}
        impl<T> From<T> for Atomic<T> {}
        impl<T> crate::fmt::Debug for Atomic<T> {}
        pub type AtomicBool = Atomic<bool>;
        pub type AtomicU8 = Atomic<u8>;
        pub type AtomicU16 = Atomic<u16>;
        pub type AtomicU32 = Atomic<u32>;
        pub type AtomicU64 = Atomic<u64>;
        pub type AtomicUsize = Atomic<usize>;
        pub type AtomicI8 = Atomic<i8>;
        pub type AtomicI16 = Atomic<i16>;
        pub type AtomicI32 = Atomic<i32>;
        pub type AtomicI64 = Atomic<i64>;
        pub type AtomicIsize = Atomic<isize>;
        pub type AtomicPtr<T> = Atomic<*mut T>;
    }
}
pub mod thread {
    use crate::time::Duration;
    pub type Result<T> = crate::result::Result<T, Box<dyn crate::any::Any>>;
    pub fn spawn<F: FnOnce() -> T, T>(f: F) -> JoinHandle<T> {}
    pub fn sleep(dur: Duration) {}
    pub fn yield_now() {}
    pub fn park() {}
    pub fn park_timeout(dur: Duration) {}
    pub fn current() -> Thread {}
    pub fn panicking() -> bool {}
    pub fn available_parallelism() -> crate::io::Result<crate::num::NonZero<usize>> {}
    pub fn scope<F: FnOnce(&Scope) -> T, T>(f: F) -> T {}
    pub struct Scope;
    impl Scope {
        pub fn spawn<F: FnOnce() -> T, T>(&self, f: F) -> ScopedJoinHandle<T> {}
    }
    pub struct ScopedJoinHandle<T>;
    impl<T> ScopedJoinHandle<T> {
        pub fn join(self) -> Result<T> {}
        pub fn thread(&self) -> &Thread {}
        pub fn is_finished(&self) -> bool {}
    }
    #[derive(Debug)]
    pub struct JoinHandle<T>;
    impl<T> JoinHandle<T> {
        pub fn join(self) -> Result<T> {}
        pub fn thread(&self) -> &Thread {}
        pub fn is_finished(&self) -> bool {}
    }
    #[derive(Clone, Debug)]
    pub struct Thread;
    impl Thread {
        pub fn id(&self) -> ThreadId {}
        pub fn name(&self) -> Option<&str> {}
        pub fn unpark(&self) {}
    }
    #[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
    pub struct ThreadId;
    #[derive(Debug)]
    pub struct Builder;
    impl Builder {
        pub fn new() -> Builder {}
        pub fn name(self, name: String) -> Builder {}
        pub fn stack_size(self, size: usize) -> Builder {}
        pub fn spawn<F: FnOnce() -> T, T>(self, f: F) -> crate::io::Result<JoinHandle<T>> {}
        pub fn spawn_scoped<F: FnOnce() -> T, T>(
            self,
            scope: &Scope,
            f: F,
        ) -> crate::io::Result<ScopedJoinHandle<T>> {
        }
    }
    pub struct LocalKey<T>;
    impl<T> LocalKey<T> {
        pub fn with<F: FnOnce(&T) -> R, R>(&'static self, f: F) -> R {}
        pub fn try_with<F: FnOnce(&T) -> R, R>(&'static self, f: F) -> crate::result::Result<R, AccessError> {
        }
    }
    impl<T> LocalKey<crate::cell::Cell<T>> {
        pub fn set(&'static self, value: T) {}
        pub fn get(&'static self) -> T {}
        pub fn take(&'static self) -> T {}
        pub fn replace(&'static self, value: T) -> T {}
    }
    impl<T> LocalKey<crate::cell::RefCell<T>> {
        pub fn with_borrow<F: FnOnce(&T) -> R, R>(&'static self, f: F) -> R {}
        pub fn with_borrow_mut<F: FnOnce(&mut T) -> R, R>(&'static self, f: F) -> R {}
        pub fn set(&'static self, value: T) {}
        pub fn take(&'static self) -> T {}
        pub fn replace(&'static self, value: T) -> T {}
    }
    #[derive(Debug)]
    pub struct AccessError;
}
pub mod time {
    use crate::ops::{Add, AddAssign, Div, Mul, Sub, SubAssign};
    #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash, Default)]
    pub struct Duration;
    impl Duration {
        pub const ZERO: Duration = 0;
        pub const MAX: Duration = 0;
        pub const SECOND: Duration = 0;
        pub const MILLISECOND: Duration = 0;
        pub fn new(secs: u64, nanos: u32) -> Duration {}
        pub fn from_secs(secs: u64) -> Duration {}
        pub fn from_mins(secs: u64) -> Duration {}
        pub fn from_hours(secs: u64) -> Duration {}
        pub fn from_millis(millis: u64) -> Duration {}
        pub fn from_micros(micros: u64) -> Duration {}
        pub fn from_nanos(nanos: u64) -> Duration {}
        pub fn from_secs_f64(secs: f64) -> Duration {}
        pub fn from_secs_f32(secs: f32) -> Duration {}
        pub fn try_from_secs_f64(secs: f64) -> Result<Duration, TryFromFloatSecsError> {}
        pub fn is_zero(&self) -> bool {}
        pub fn as_secs(&self) -> u64 {}
        pub fn as_millis(&self) -> u128 {}
        pub fn as_micros(&self) -> u128 {}
        pub fn as_nanos(&self) -> u128 {}
        pub fn subsec_millis(&self) -> u32 {}
        pub fn subsec_micros(&self) -> u32 {}
        pub fn subsec_nanos(&self) -> u32 {}
        pub fn as_secs_f64(&self) -> f64 {}
        pub fn as_secs_f32(&self) -> f32 {}
        pub fn abs_diff(self, other: Duration) -> Duration {}
        pub fn checked_add(self, rhs: Duration) -> Option<Duration> {}
        pub fn checked_sub(self, rhs: Duration) -> Option<Duration> {}
        pub fn checked_mul(self, rhs: u32) -> Option<Duration> {}
        pub fn checked_div(self, rhs: u32) -> Option<Duration> {}
        pub fn saturating_add(self, rhs: Duration) -> Duration {}
        pub fn saturating_sub(self, rhs: Duration) -> Duration {}
        pub fn saturating_mul(self, rhs: u32) -> Duration {}
        pub fn mul_f64(self, rhs: f64) -> Duration {}
        pub fn mul_f32(self, rhs: f32) -> Duration {}
        pub fn div_f64(self, rhs: f64) -> Duration {}
        pub fn div_duration_f64(self, rhs: Duration) -> f64 {}
    }
    impl Add for Duration {
        type Output = Duration;
    }
    impl Sub for Duration {
        type Output = Duration;
    }
    impl Mul<u32> for Duration {
        type Output = Duration;
    }
    impl Mul<Duration> for u32 {
        type Output = Duration;
    }
    impl Div<u32> for Duration {
        type Output = Duration;
    }
    impl AddAssign for Duration {}
    impl SubAssign for Duration {}
    impl crate::iter::Sum for Duration {}
    #[derive(Clone, Debug)]
    pub struct TryFromFloatSecsError;
    impl crate::fmt::Display for TryFromFloatSecsError {}
    impl crate::error::Error for TryFromFloatSecsError {}
    #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
    pub struct Instant;
    impl Instant {
        pub fn now() -> Instant {}
        pub fn duration_since(&self, earlier: Instant) -> Duration {}
        pub fn checked_duration_since(&self, earlier: Instant) -> Option<Duration> {}
        pub fn saturating_duration_since(&self, earlier: Instant) -> Duration {}
        pub fn elapsed(&self) -> Duration {}
        pub fn checked_add(&self, duration: Duration) -> Option<Instant> {}
        pub fn checked_sub(&self, duration: Duration) -> Option<Instant> {}
    }
    impl Add<Duration> for Instant {
        type Output = Instant;
    }
    impl Sub<Duration> for Instant {
        type Output = Instant;
    }
    impl Sub<Instant> for Instant {
        type Output = Duration;
    }
    impl AddAssign<Duration> for Instant {}
    impl SubAssign<Duration> for Instant {}
    #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
    pub struct SystemTime;
    impl SystemTime {
        pub const UNIX_EPOCH: SystemTime = 0;
        pub fn now() -> SystemTime {}
        pub fn duration_since(&self, earlier: SystemTime) -> Result<Duration, SystemTimeError> {}
        pub fn elapsed(&self) -> Result<Duration, SystemTimeError> {}
        pub fn checked_add(&self, duration: Duration) -> Option<SystemTime> {}
        pub fn checked_sub(&self, duration: Duration) -> Option<SystemTime> {}
    }
    impl Add<Duration> for SystemTime {
        type Output = SystemTime;
    }
    impl Sub<Duration> for SystemTime {
        type Output = SystemTime;
    }
    #[derive(Clone, Debug)]
    pub struct SystemTimeError;
    impl SystemTimeError {
        pub fn duration(&self) -> Duration {}
    }
    impl crate::fmt::Display for SystemTimeError {}
    impl crate::error::Error for SystemTimeError {}
    pub const UNIX_EPOCH: SystemTime = 0;
}
