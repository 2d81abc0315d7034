// Stand-in for `arc-swap` 1.9.5: a shared value, and what loading it gives.

use std::ops::Deref;
use std::sync::Arc;
pub trait RefCnt {
    type Base;
}
impl<T> RefCnt for Arc<T> {
    type Base = T;
}
impl<T> RefCnt for Option<Arc<T>> {
    type Base = T;
}
impl<T> RefCnt for std::rc::Rc<T> {
    type Base = T;
}
pub struct DefaultStrategy;
pub type ArcSwap<T> = ArcSwapAny<Arc<T>>;
pub type ArcSwapOption<T> = ArcSwapAny<Option<Arc<T>>>;
pub struct ArcSwapAny<T, S = DefaultStrategy>;
impl<T> ArcSwapAny<T> {
    pub fn new(value: T) -> ArcSwapAny<T> {}
}
impl<T, S> ArcSwapAny<T, S> {
    pub fn into_inner(self) -> T {}
    pub fn load_full(&self) -> T {}
    pub fn load(&self) -> Guard<T> {}
    pub fn store(&self, value: T) {}
    pub fn swap(&self, new: T) -> T {}
    pub fn compare_and_swap<C>(&self, current: C, new: T) -> Guard<T> {}
    pub fn rcu<R: Into<T>, F: FnMut(&T) -> R>(&self, f: F) -> T {}
    pub fn map<I, R, F: Fn(&I) -> &R>(&self, f: F) -> access::Map<&Self, I, F> {}
}
impl<T> ArcSwapAny<Arc<T>> {
    pub fn from_pointee(value: T) -> Self {}
}
impl<T> ArcSwapAny<Option<Arc<T>>> {
    pub fn from_pointee<V: Into<Option<T>>>(value: V) -> Self {}
    pub fn empty() -> Self {}
}
impl<T: Default> Default for ArcSwapAny<T> {}
impl<T> From<T> for ArcSwapAny<T> {}
impl<T, S> std::fmt::Debug for ArcSwapAny<T, S> {}
pub struct Guard<T>;
impl<T> Guard<T> {
    pub fn into_inner(lease: Self) -> T {}
    pub fn from_inner(inner: T) -> Self {}
}
impl<T> Deref for Guard<T> {
    type Target = T;
}
impl<T: std::fmt::Debug> std::fmt::Debug for Guard<T> {}
impl<T: std::fmt::Display> std::fmt::Display for Guard<T> {}
pub struct Cache<A, T>;
impl<T, S> Cache<ArcSwapAny<T, S>, T> {
    pub fn new(arc_swap: ArcSwapAny<T, S>) -> Self {}
}
impl<A, T> Cache<A, T> {
    pub fn load(&mut self) -> &T {}
}
pub mod access {
    use std::ops::Deref;
    use std::sync::Arc;
    pub trait Access<T> {
        type Guard: Deref<Target = T>;
        fn load(&self) -> Self::Guard;
    }
    pub trait DynAccess<T> {
        fn load(&self) -> DynGuard<T>;
    }
    pub struct DynGuard<T: ?Sized>;
    impl<T: ?Sized> Deref for DynGuard<T> {
        type Target = T;
    }
    impl<T, S> Access<T> for crate::ArcSwapAny<T, S> {
        type Guard = crate::Guard<T>;
    }
    impl<T, S> Access<T> for crate::ArcSwapAny<Arc<T>, S> {
        type Guard = DynGuard<T>;
    }
    impl<T, A: Access<T>> Access<T> for Arc<A> {
        type Guard = A::Guard;
    }
    impl<T, A: Access<T>> DynAccess<T> for A {}
    pub struct Map<A, T, F>;
    impl<A, T, F> Map<A, T, F> {
        pub fn new<R>(access: A, projection: F) -> Self
        where
            F: Fn(&T) -> &R,
        {
        }
    }
    impl<A, T, R, F: Fn(&T) -> &R> Access<R> for Map<A, T, F> {
        type Guard = DynGuard<R>;
    }
    pub struct Constant<T>(pub T);
    impl<T> Access<T> for Constant<T> {
        type Guard = DynGuard<T>;
    }
}
