// A standard library small enough to be built anew for each input; the real stand-in takes 14 ms.
pub mod option {
    pub enum Option<T> {
        None,
        Some(T),
    }
    impl<T> Option<T> {
        pub fn map<U, F: FnOnce(T) -> U>(self, f: F) -> Option<U> {}
        pub fn as_ref(&self) -> Option<&T> {}
        pub fn unwrap(self) -> T {}
    }
}
pub mod result {
    pub enum Result<T, E> {
        Ok(T),
        Err(E),
    }
    impl<T, E> Result<T, E> {
        pub fn ok(self) -> crate::option::Option<T> {}
    }
}
pub mod vec {
    pub struct Vec<T>(T);
    impl<T> Vec<T> {
        pub fn new() -> Vec<T> {}
        pub fn push(&mut self, value: T) {}
    }
    impl<T> crate::ops::Deref for Vec<T> {
        type Target = [T];
        fn deref(&self) -> &[T] {}
    }
    impl<T> crate::iter::IntoIterator for Vec<T> {
        type Item = T;
        type IntoIter = IntoIter<T>;
        fn into_iter(self) -> IntoIter<T> {}
    }
    pub struct IntoIter<T>(T);
    impl<T> crate::iter::Iterator for IntoIter<T> {
        type Item = T;
        fn next(&mut self) -> crate::option::Option<T> {}
    }
}
pub mod boxed {
    pub struct Box<T: ?Sized>(T);
    impl<T: ?Sized> crate::ops::Deref for Box<T> {
        type Target = T;
        fn deref(&self) -> &T {}
    }
}
pub mod string {
    pub struct String;
    impl crate::ops::Deref for String {
        type Target = str;
        fn deref(&self) -> &str {}
    }
    pub trait ToString {
        fn to_string(&self) -> String;
    }
    impl<T: ?Sized> ToString for T {}
}
pub mod clone {
    pub trait Clone {
        fn clone(&self) -> Self;
    }
}
pub mod default {
    pub trait Default {
        fn default() -> Self;
    }
}
pub mod convert {
    pub trait From<T> {
        fn from(value: T) -> Self;
    }
    pub trait Into<T> {
        fn into(self) -> T;
    }
    impl<T, U: From<T>> Into<U> for T {
        fn into(self) -> U {}
    }
}
pub mod iter {
    pub trait Iterator {
        type Item;
        fn next(&mut self) -> crate::option::Option<Self::Item>;
        fn map<B, F: FnMut(Self::Item) -> B>(self, f: F) -> Map<Self, F> {}
        fn collect<B: FromIterator<Self::Item>>(self) -> B {}
    }
    pub struct Map<I, F>(I, F);
    impl<B, I: Iterator, F: FnMut(I::Item) -> B> Iterator for Map<I, F> {
        type Item = B;
        fn next(&mut self) -> crate::option::Option<B> {}
    }
    pub trait IntoIterator {
        type Item;
        type IntoIter: Iterator<Item = Self::Item>;
        fn into_iter(self) -> Self::IntoIter;
    }
    impl<I: Iterator> IntoIterator for I {
        type Item = I::Item;
        type IntoIter = I;
        fn into_iter(self) -> I {}
    }
    pub trait FromIterator<A> {}
    impl<T> FromIterator<T> for crate::vec::Vec<T> {}
}
pub mod ops {
    pub trait Deref {
        type Target: ?Sized;
        fn deref(&self) -> &Self::Target;
    }
    pub trait Add<R = Self> {
        type Output;
        fn add(self, other: R) -> Self::Output;
    }
    pub trait Index<I> {
        type Output: ?Sized;
        fn index(&self, index: I) -> &Self::Output;
    }
    pub trait FnOnce<A> {
        type Output;
    }
    pub trait FnMut<A>: FnOnce<A> {}
    pub trait Fn<A>: FnMut<A> {}
}
pub mod future {
    pub trait Future {
        type Output;
    }
}
pub mod prelude {
    pub mod v1 {
        pub use crate::{
            boxed::Box,
            clone::Clone,
            default::Default,
            option::Option::{self, None, Some},
            result::Result::{self, Err, Ok},
            string::{String, ToString},
            vec::Vec,
        };
        pub use crate::{
            convert::{From, Into},
            iter::{FromIterator, IntoIterator, Iterator},
            ops::{Fn, FnMut, FnOnce},
        };
    }
}
