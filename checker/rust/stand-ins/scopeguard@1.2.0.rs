// Stand-in for `scopeguard` 1.2.0: a value with something to do when it goes out of scope.

use std::ops::{Deref, DerefMut};
pub trait Strategy {
    fn should_run() -> bool;
}
#[derive(Debug)]
pub enum Always {}
#[derive(Debug)]
pub enum OnUnwind {}
#[derive(Debug)]
pub enum OnSuccess {}
impl Strategy for Always {}
impl Strategy for OnUnwind {}
impl Strategy for OnSuccess {}
pub struct ScopeGuard<T, F: FnOnce(T), S: Strategy = Always>;
impl<T, F: FnOnce(T), S: Strategy> ScopeGuard<T, F, S> {
    pub fn with_strategy(v: T, dropfn: F) -> ScopeGuard<T, F, S> {}
    pub fn into_inner(guard: Self) -> T {}
}
impl<T, F: FnOnce(T), S: Strategy> Deref for ScopeGuard<T, F, S> {
    type Target = T;
}
impl<T, F: FnOnce(T), S: Strategy> DerefMut for ScopeGuard<T, F, S> {}
impl<T: std::fmt::Debug, F: FnOnce(T), S: Strategy> std::fmt::Debug for ScopeGuard<T, F, S> {}
pub fn guard<T, F: FnOnce(T)>(v: T, dropfn: F) -> ScopeGuard<T, F, Always> {}
pub fn guard_on_success<T, F: FnOnce(T)>(v: T, dropfn: F) -> ScopeGuard<T, F, OnSuccess> {}
pub fn guard_on_unwind<T, F: FnOnce(T)>(v: T, dropfn: F) -> ScopeGuard<T, F, OnUnwind> {}
