// Stand-in for `std` 1.95.0: owning pointers and cells.

pub mod boxed {
    use crate::ops::{Deref, DerefMut};
    pub struct Box<T: ?Sized>;
    impl<T> Box<T> {
        pub fn new(x: T) -> Box<T> {}
        pub fn pin(x: T) -> crate::pin::Pin<Box<T>> {}
        pub fn into_inner(boxed: Box<T>) -> T {}
        pub fn new_uninit() -> Box<crate::mem::MaybeUninit<T>> {}
    }
    impl<T: ?Sized> Box<T> {
        pub fn from_raw(raw: *mut T) -> Box<T> {}
        pub fn into_raw(b: Box<T>) -> *mut T {}
        pub fn leak(b: Box<T>) -> &'static mut T {}
        pub fn into_pin(boxed: Box<T>) -> crate::pin::Pin<Box<T>> {}
        pub fn as_ptr(b: &Box<T>) -> *const T {}
        pub fn as_mut_ptr(b: &mut Box<T>) -> *mut T {}
    }
    impl Box<dyn crate::any::Any> {
        pub fn downcast<T: crate::any::Any>(self) -> Result<Box<T>, Box<dyn crate::any::Any>> {}
    }
    impl<T: ?Sized> Deref for Box<T> {
        type Target = T;
    }
    impl<T: ?Sized> DerefMut for Box<T> {}
    impl<T: Clone> Clone for Box<T> {}
    impl<T: Clone> Clone for Box<[T]> {}
    impl Clone for Box<str> {}
    impl<T: Default> Default for Box<T> {}
    impl<T: ?Sized + PartialEq> PartialEq for Box<T> {}
    impl<T: ?Sized + Eq> Eq for Box<T> {}
    impl<T: ?Sized + PartialOrd> PartialOrd for Box<T> {}
    impl<T: ?Sized + Ord> Ord for Box<T> {}
    impl<T: ?Sized + crate::hash::Hash> crate::hash::Hash for Box<T> {}
    impl<T: ?Sized + crate::fmt::Debug> crate::fmt::Debug for Box<T> {}
    impl<T: ?Sized + crate::fmt::Display> crate::fmt::Display for Box<T> {}
    impl<T: ?Sized> AsRef<T> for Box<T> {}
    impl<T: ?Sized> AsMut<T> for Box<T> {}
    impl<T: ?Sized> crate::borrow::Borrow<T> for Box<T> {}
    impl<T: ?Sized> crate::borrow::BorrowMut<T> for Box<T> {}
    impl<T> From<T> for Box<T> {}
    impl From<&str> for Box<str> {}
    impl From<String> for Box<str> {}
    impl From<crate::borrow::Cow<str>> for Box<str> {}
    impl<T: Clone> From<&[T]> for Box<[T]> {}
    impl<T> From<Vec<T>> for Box<[T]> {}
    impl<T> From<[T; 0]> for Box<[T]> {}
    impl From<&crate::path::Path> for Box<crate::path::Path> {}
    impl From<crate::path::PathBuf> for Box<crate::path::Path> {}
    impl<E: crate::error::Error> From<E> for Box<dyn crate::error::Error> {}
    impl From<String> for Box<dyn crate::error::Error> {}
    impl From<&str> for Box<dyn crate::error::Error> {}
    impl<T> FromIterator<T> for Box<[T]> {}
    impl FromIterator<char> for Box<str> {}
    impl FromIterator<String> for Box<str> {}
    impl<T> IntoIterator for Box<[T]> {
        type Item = T;
        type IntoIter = crate::vec::IntoIter<T>;
    }
    impl<T> IntoIterator for &Box<[T]> {
        type Item = &T;
        type IntoIter = crate::slice::Iter<T>;
    }
    impl<F: ?Sized + crate::future::Future> crate::future::Future for Box<F> {
        type Output = F::Output;
    }
    impl<T: crate::error::Error> crate::error::Error for Box<T> {}
}
pub mod rc {
    pub struct Rc<T: ?Sized>;
    pub struct Weak<T: ?Sized>;
    impl<T> Rc<T> {
        pub fn new(value: T) -> Rc<T> {}
        pub fn new_cyclic<F: FnOnce(&Weak<T>) -> T>(data_fn: F) -> Rc<T> {}
        pub fn pin(value: T) -> crate::pin::Pin<Rc<T>> {}
        pub fn try_unwrap(this: Rc<T>) -> Result<T, Rc<T>> {}
        pub fn into_inner(this: Rc<T>) -> Option<T> {}
        pub fn unwrap_or_clone(this: Rc<T>) -> T {}
    }
    impl<T: ?Sized> Rc<T> {
        pub fn downgrade(this: &Rc<T>) -> Weak<T> {}
        pub fn weak_count(this: &Rc<T>) -> usize {}
        pub fn strong_count(this: &Rc<T>) -> usize {}
        pub fn get_mut(this: &mut Rc<T>) -> Option<&mut T> {}
        pub fn ptr_eq(this: &Rc<T>, other: &Rc<T>) -> bool {}
        pub fn make_mut(this: &mut Rc<T>) -> &mut T {}
        pub fn as_ptr(this: &Rc<T>) -> *const T {}
        pub fn into_raw(this: Rc<T>) -> *const T {}
        pub fn from_raw(ptr: *const T) -> Rc<T> {}
    }
    impl Rc<dyn crate::any::Any> {
        pub fn downcast<T>(self) -> Result<Rc<T>, Rc<dyn crate::any::Any>> {}
    }
    impl<T> Weak<T> {
        pub fn new() -> Weak<T> {}
    }
    impl<T: ?Sized> Weak<T> {
        pub fn upgrade(&self) -> Option<Rc<T>> {}
        pub fn strong_count(&self) -> usize {}
        pub fn ptr_eq(&self, other: &Weak<T>) -> bool {}
        pub fn as_ptr(&self) -> *const T {}
    }
    impl<T: ?Sized> Clone for Weak<T> {}
    impl<T> Default for Weak<T> {}
    impl<T: ?Sized> crate::fmt::Debug for Weak<T> {}
}
pub mod cell {
    use crate::ops::{Deref, DerefMut};
    pub struct Cell<T: ?Sized>;
    impl<T> Cell<T> {
        pub fn new(value: T) -> Cell<T> {}
        pub fn set(&self, val: T) {}
        pub fn swap(&self, other: &Cell<T>) {}
        pub fn replace(&self, val: T) -> T {}
        pub fn into_inner(self) -> T {}
        pub fn get(&self) -> T {}
        pub fn update<F: FnOnce(T) -> T>(&self, f: F) {}
        pub fn take(&self) -> T {}
        pub fn as_ptr(&self) -> *mut T {}
        pub fn get_mut(&mut self) -> &mut T {}
    }
    pub struct RefCell<T: ?Sized>;
    impl<T> RefCell<T> {
        pub fn new(value: T) -> RefCell<T> {}
        pub fn into_inner(self) -> T {}
        pub fn replace(&self, t: T) -> T {}
        pub fn replace_with<F: FnOnce(&mut T) -> T>(&self, f: F) -> T {}
        pub fn swap(&self, other: &RefCell<T>) {}
        pub fn take(&self) -> T {}
    }
    impl<T: ?Sized> RefCell<T> {
        pub fn borrow(&self) -> Ref<T> {}
        pub fn try_borrow(&self) -> Result<Ref<T>, BorrowError> {}
        pub fn borrow_mut(&self) -> RefMut<T> {}
        pub fn try_borrow_mut(&self) -> Result<RefMut<T>, BorrowMutError> {}
        pub fn as_ptr(&self) -> *mut T {}
        pub fn get_mut(&mut self) -> &mut T {}
    }
    #[derive(Debug)]
    pub struct BorrowError;
    #[derive(Debug)]
    pub struct BorrowMutError;
    impl crate::fmt::Display for BorrowError {}
    impl crate::fmt::Display for BorrowMutError {}
    impl crate::error::Error for BorrowError {}
    impl crate::error::Error for BorrowMutError {}
    pub struct Ref<T: ?Sized>;
    pub struct RefMut<T: ?Sized>;
    impl<T: ?Sized> Ref<T> {
        pub fn map<U: ?Sized, F: FnOnce(&T) -> &U>(orig: Ref<T>, f: F) -> Ref<U> {}
        pub fn filter_map<U: ?Sized, F: FnOnce(&T) -> Option<&U>>(
            orig: Ref<T>,
            f: F,
        ) -> Result<Ref<U>, Ref<T>> {
        }
        pub fn clone(orig: &Ref<T>) -> Ref<T> {}
    }
    impl<T: ?Sized> RefMut<T> {
        pub fn map<U: ?Sized, F: FnOnce(&mut T) -> &mut U>(orig: RefMut<T>, f: F) -> RefMut<U> {}
    }
    impl<T: ?Sized> Deref for Ref<T> {
        type Target = T;
    }
    impl<T: ?Sized> Deref for RefMut<T> {
        type Target = T;
    }
    impl<T: ?Sized> DerefMut for RefMut<T> {}
    impl<T: ?Sized + crate::fmt::Display> crate::fmt::Display for Ref<T> {}
    impl<T: ?Sized + crate::fmt::Debug> crate::fmt::Debug for Ref<T> {}
    pub struct UnsafeCell<T: ?Sized>;
    impl<T> UnsafeCell<T> {
        pub fn new(value: T) -> UnsafeCell<T> {}
        pub fn into_inner(self) -> T {}
    }
    impl<T: ?Sized> UnsafeCell<T> {
        pub fn get(&self) -> *mut T {}
        pub fn get_mut(&mut self) -> &mut T {}
        pub fn raw_get(this: *const UnsafeCell<T>) -> *mut T {}
    }
    pub struct OnceCell<T>;
    impl<T> OnceCell<T> {
        pub fn new() -> OnceCell<T> {}
        pub fn get(&self) -> Option<&T> {}
        pub fn get_mut(&mut self) -> Option<&mut T> {}
        pub fn set(&self, value: T) -> Result<(), T> {}
        pub fn get_or_init<F: FnOnce() -> T>(&self, f: F) -> &T {}
        pub fn get_or_try_init<E, F: FnOnce() -> Result<T, E>>(&self, f: F) -> Result<&T, E> {}
        pub fn into_inner(self) -> Option<T> {}
        pub fn take(&mut self) -> Option<T> {}
    }
    pub struct LazyCell<T, F = fn() -> T>;
    impl<T, F: FnOnce() -> T> LazyCell<T, F> {
        pub fn new(f: F) -> LazyCell<T, F> {}
        pub fn force(this: &LazyCell<T, F>) -> &T {}
    }
    impl<T, F: FnOnce() -> T> Deref for LazyCell<T, F> {
        type Target = T;
    }
    impl<T: Copy> Clone for Cell<T> {}
    impl<T: Clone> Clone for RefCell<T> {}
    impl<T: Clone> Clone for OnceCell<T> {}
    impl<T: Default> Default for Cell<T> {}
    impl<T: Default> Default for RefCell<T> {}
    impl<T> Default for OnceCell<T> {}
    impl<T: Default> Default for UnsafeCell<T> {}
    impl<T> From<T> for Cell<T> {}
    impl<T> From<T> for RefCell<T> {}
    impl<T> From<T> for OnceCell<T> {}
    impl<T: crate::fmt::Debug> crate::fmt::Debug for Cell<T> {}
    impl<T: crate::fmt::Debug> crate::fmt::Debug for RefCell<T> {}
    impl<T: crate::fmt::Debug> crate::fmt::Debug for OnceCell<T> {}
    impl<T: PartialEq> PartialEq for RefCell<T> {}
    impl<T: PartialEq> PartialEq for Cell<T> {}
}
pub mod pin {
    pub struct Pin<Ptr>;
    impl<Ptr: crate::ops::Deref> Pin<Ptr> {
        pub fn new(pointer: Ptr) -> Pin<Ptr> {}
        pub fn new_unchecked(pointer: Ptr) -> Pin<Ptr> {}
        pub fn as_ref(&self) -> Pin<&Ptr::Target> {}
        pub fn as_mut(&mut self) -> Pin<&mut Ptr::Target> {}
        pub fn set(&mut self, value: Ptr::Target) {}
        pub fn into_inner(pin: Pin<Ptr>) -> Ptr {}
        pub fn into_inner_unchecked(pin: Pin<Ptr>) -> Ptr {}
    }
    impl<T: ?Sized> Pin<&T> {
        pub fn get_ref(self) -> &T {}
        pub fn map_unchecked<U: ?Sized, F: FnOnce(&T) -> &U>(self, func: F) -> Pin<&U> {}
    }
    impl<T: ?Sized> Pin<&mut T> {
        pub fn into_ref(self) -> Pin<&T> {}
        pub fn get_mut(self) -> &mut T {}
        pub fn get_unchecked_mut(self) -> &mut T {}
        pub fn map_unchecked_mut<U: ?Sized, F: FnOnce(&mut T) -> &mut U>(self, func: F) -> Pin<&mut U> {}
    }
    impl<Ptr: crate::ops::Deref> crate::ops::Deref for Pin<Ptr> {
        type Target = Ptr::Target;
    }
    impl<Ptr: crate::ops::DerefMut> crate::ops::DerefMut for Pin<Ptr> {}
    impl<Ptr: Clone> Clone for Pin<Ptr> {}
    impl<T: ?Sized> From<Box<T>> for Pin<Box<T>> {}
    impl<P: crate::ops::Deref> crate::future::Future for Pin<P>
    where
        P::Target: crate::future::Future,
    {
        type Output = <P::Target as crate::future::Future>::Output;
    }
    #[macro_export]
    macro_rules! pin {
        () => {};
    }
    pub use crate::pin;
}
pub mod future {
    use crate::pin::Pin;
    use crate::task::{Context, Poll};
    pub trait Future {
        type Output;
        fn poll(self: Pin<&mut Self>, cx: &mut Context) -> Poll<Self::Output>;
    }
    pub trait IntoFuture {
        type Output;
        type IntoFuture: Future<Output = Self::Output>;
        fn into_future(self) -> Self::IntoFuture;
    }
    impl<F: Future> IntoFuture for F {
        type Output = F::Output;
        type IntoFuture = F;
    }
    impl<F: ?Sized + Future> Future for &mut F {
        type Output = F::Output;
    }
    pub fn ready<T>(t: T) -> Ready<T> {}
    pub fn pending<T>() -> Pending<T> {}
    pub fn poll_fn<T, F: FnMut(&mut Context) -> Poll<T>>(f: F) -> PollFn<F> {}
    #[derive(Clone, Debug)]
    pub struct Ready<T>;
    impl<T> Ready<T> {
        pub fn into_inner(self) -> T {}
    }
    pub struct Pending<T>;
    pub struct PollFn<F>;
    impl<T> Future for Ready<T> {
        type Output = T;
    }
    impl<T> Future for Pending<T> {
        type Output = T;
    }
    impl<T, F: FnMut(&mut Context) -> Poll<T>> Future for PollFn<F> {
        type Output = T;
    }
}
pub mod task {
    #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
    pub enum Poll<T> {
        Ready(T),
        Pending,
    }
    impl<T> Poll<T> {
        pub fn map<U, F: FnOnce(T) -> U>(self, f: F) -> Poll<U> {}
        pub fn is_ready(&self) -> bool {}
        pub fn is_pending(&self) -> bool {}
    }
    impl<T, E> Poll<Result<T, E>> {
        pub fn map_ok<U, F: FnOnce(T) -> U>(self, f: F) -> Poll<Result<U, E>> {}
        pub fn map_err<U, F: FnOnce(E) -> U>(self, f: F) -> Poll<Result<T, U>> {}
    }
    impl<T> From<T> for Poll<T> {}
    #[derive(Debug)]
    pub struct Context;
    impl Context {
        pub fn from_waker(waker: &Waker) -> Context {}
        pub fn waker(&self) -> &Waker {}
    }
    #[derive(Clone, Debug)]
    pub struct Waker;
    impl Waker {
        pub fn wake(self) {}
        pub fn wake_by_ref(&self) {}
        pub fn will_wake(&self, other: &Waker) -> bool {}
        pub fn noop() -> &'static Waker {}
        pub fn from_raw(waker: RawWaker) -> Waker {}
        pub fn as_raw(&self) -> &RawWaker {}
    }
    impl<W: Wake> From<crate::sync::Arc<W>> for Waker {}
    pub struct RawWaker;
    impl RawWaker {
        pub fn new(data: *const (), vtable: &'static RawWakerVTable) -> RawWaker {}
    }
    pub struct RawWakerVTable;
    pub trait Wake {
        fn wake(self: crate::sync::Arc<Self>);
        fn wake_by_ref(self: &crate::sync::Arc<Self>) {}
    }
    #[macro_export]
    macro_rules! ready {
        () => {};
    }
    pub use crate::ready;
}
