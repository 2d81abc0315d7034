// Stand-in for `parking_lot` 0.12.5: locks that are never poisoned, and their guards.
// Hands on `lock_api@0.4.14`.

use std::ops::{Deref, DerefMut};
use std::time::{Duration, Instant};
pub struct Mutex<T: ?Sized>;
impl<T> Mutex<T> {
    pub fn new(value: T) -> Mutex<T> {}
    pub fn into_inner(self) -> T {}
}
impl<T: ?Sized> Mutex<T> {
    pub fn lock(&self) -> MutexGuard<T> {}
    pub fn try_lock(&self) -> Option<MutexGuard<T>> {}
    pub fn try_lock_for(&self, timeout: Duration) -> Option<MutexGuard<T>> {}
    pub fn try_lock_until(&self, timeout: Instant) -> Option<MutexGuard<T>> {}
    pub fn lock_arc(self: &std::sync::Arc<Self>) -> MutexGuard<T> {}
    pub fn is_locked(&self) -> bool {}
    pub fn get_mut(&mut self) -> &mut T {}
}
pub type FairMutex<T> = Mutex<T>;
pub type FairMutexGuard<T> = MutexGuard<T>;
pub type ArcMutexGuard<T> = MutexGuard<T>;
pub type MappedMutexGuard<T> = MutexGuard<T>;
pub struct MutexGuard<T: ?Sized>;
impl<T: ?Sized> MutexGuard<T> {
    pub fn map<U: ?Sized, F: FnOnce(&mut T) -> &mut U>(s: Self, f: F) -> MutexGuard<U> {}
    pub fn try_map<U: ?Sized, F: FnOnce(&mut T) -> Option<&mut U>>(
        s: Self,
        f: F,
    ) -> Result<MutexGuard<U>, Self> {
    }
    pub fn unlocked<F: FnOnce() -> U, U>(s: &mut Self, f: F) -> U {}
    pub fn unlock_fair(s: Self) {}
    pub fn bump(s: &mut Self) {}
}
pub struct ReentrantMutex<T: ?Sized>;
impl<T> ReentrantMutex<T> {
    pub fn new(value: T) -> ReentrantMutex<T> {}
    pub fn into_inner(self) -> T {}
}
impl<T: ?Sized> ReentrantMutex<T> {
    pub fn lock(&self) -> ReentrantMutexGuard<T> {}
    pub fn try_lock(&self) -> Option<ReentrantMutexGuard<T>> {}
    pub fn get_mut(&mut self) -> &mut T {}
}
pub struct ReentrantMutexGuard<T: ?Sized>;
pub struct RwLock<T: ?Sized>;
impl<T> RwLock<T> {
    pub fn new(value: T) -> RwLock<T> {}
    pub fn into_inner(self) -> T {}
}
impl<T: ?Sized> RwLock<T> {
    pub fn read(&self) -> RwLockReadGuard<T> {}
    pub fn try_read(&self) -> Option<RwLockReadGuard<T>> {}
    pub fn read_recursive(&self) -> RwLockReadGuard<T> {}
    pub fn write(&self) -> RwLockWriteGuard<T> {}
    pub fn try_write(&self) -> Option<RwLockWriteGuard<T>> {}
    pub fn try_read_for(&self, timeout: Duration) -> Option<RwLockReadGuard<T>> {}
    pub fn try_write_for(&self, timeout: Duration) -> Option<RwLockWriteGuard<T>> {}
    pub fn upgradable_read(&self) -> RwLockUpgradableReadGuard<T> {}
    pub fn read_arc(self: &std::sync::Arc<Self>) -> RwLockReadGuard<T> {}
    pub fn write_arc(self: &std::sync::Arc<Self>) -> RwLockWriteGuard<T> {}
    pub fn is_locked(&self) -> bool {}
    pub fn get_mut(&mut self) -> &mut T {}
}
pub type MappedRwLockReadGuard<T> = RwLockReadGuard<T>;
pub type MappedRwLockWriteGuard<T> = RwLockWriteGuard<T>;
pub type ArcRwLockReadGuard<T> = RwLockReadGuard<T>;
pub type ArcRwLockWriteGuard<T> = RwLockWriteGuard<T>;
pub struct RwLockReadGuard<T: ?Sized>;
pub struct RwLockWriteGuard<T: ?Sized>;
pub struct RwLockUpgradableReadGuard<T: ?Sized>;
impl<T: ?Sized> RwLockReadGuard<T> {
    pub fn map<U: ?Sized, F: FnOnce(&T) -> &U>(s: Self, f: F) -> RwLockReadGuard<U> {}
    pub fn try_map<U: ?Sized, F: FnOnce(&T) -> Option<&U>>(
        s: Self,
        f: F,
    ) -> Result<RwLockReadGuard<U>, Self> {
    }
}
impl<T: ?Sized> RwLockWriteGuard<T> {
    pub fn map<U: ?Sized, F: FnOnce(&mut T) -> &mut U>(s: Self, f: F) -> RwLockWriteGuard<U> {}
    pub fn try_map<U: ?Sized, F: FnOnce(&mut T) -> Option<&mut U>>(
        s: Self,
        f: F,
    ) -> Result<RwLockWriteGuard<U>, Self> {
    }
    pub fn downgrade(s: Self) -> RwLockReadGuard<T> {}
}
impl<T: ?Sized> RwLockUpgradableReadGuard<T> {
    pub fn upgrade(s: Self) -> RwLockWriteGuard<T> {}
    pub fn try_upgrade(s: Self) -> Result<RwLockWriteGuard<T>, Self> {}
}
impl<T: ?Sized> Deref for MutexGuard<T> {
    type Target = T;
}
impl<T: ?Sized> DerefMut for MutexGuard<T> {}
impl<T: ?Sized> Deref for ReentrantMutexGuard<T> {
    type Target = T;
}
impl<T: ?Sized> Deref for RwLockReadGuard<T> {
    type Target = T;
}
impl<T: ?Sized> Deref for RwLockUpgradableReadGuard<T> {
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
#[derive(Debug, Default)]
pub struct Condvar;
impl Condvar {
    pub fn new() -> Condvar {}
    pub fn wait<T>(&self, guard: &mut MutexGuard<T>) {}
    pub fn wait_while<T, F: FnMut(&mut T) -> bool>(&self, guard: &mut MutexGuard<T>, condition: F) {}
    pub fn wait_for<T>(&self, guard: &mut MutexGuard<T>, timeout: Duration) -> WaitTimeoutResult {}
    pub fn notify_one(&self) -> bool {}
    pub fn notify_all(&self) -> usize {}
}
pub struct WaitTimeoutResult;
impl WaitTimeoutResult {
    pub fn timed_out(self) -> bool {}
}
pub use std::sync::{Once, OnceState};
