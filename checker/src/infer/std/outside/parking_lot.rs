pub struct Mutex<T: ?Sized>;
impl<T> Mutex<T> { pub fn new(val: T) -> Mutex<T> {} pub fn into_inner(self) -> T {} }
impl<T: ?Sized> Mutex<T> {
    pub fn lock(&self) -> MutexGuard<T> {}
    pub fn try_lock(&self) -> Option<MutexGuard<T>> {}
    pub fn get_mut(&mut self) -> &mut T {}
    pub fn is_locked(&self) -> bool {}
}
impl<T: Default> Default for Mutex<T> {}
pub struct MutexGuard<T: ?Sized>;
impl<T: ?Sized> std::ops::Deref for MutexGuard<T> { type Target = T; }
impl<T: ?Sized> std::ops::DerefMut for MutexGuard<T> {}
pub struct RwLock<T: ?Sized>;
impl<T> RwLock<T> { pub fn new(val: T) -> RwLock<T> {} pub fn into_inner(self) -> T {} }
impl<T: ?Sized> RwLock<T> {
    pub fn read(&self) -> RwLockReadGuard<T> {}
    pub fn try_read(&self) -> Option<RwLockReadGuard<T>> {}
    pub fn write(&self) -> RwLockWriteGuard<T> {}
    pub fn try_write(&self) -> Option<RwLockWriteGuard<T>> {}
    pub fn upgradable_read(&self) -> RwLockReadGuard<T> {}
    pub fn get_mut(&mut self) -> &mut T {}
}
impl<T: Default> Default for RwLock<T> {}
pub struct RwLockReadGuard<T: ?Sized>;
pub struct RwLockWriteGuard<T: ?Sized>;
impl<T: ?Sized> std::ops::Deref for RwLockReadGuard<T> { type Target = T; }
impl<T: ?Sized> std::ops::Deref for RwLockWriteGuard<T> { type Target = T; }
impl<T: ?Sized> std::ops::DerefMut for RwLockWriteGuard<T> {}
