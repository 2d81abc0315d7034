// Stand-in for `arrayvec` 0.7.8: vectors of a fixed capacity.

use std::ops::{Deref, DerefMut, RangeBounds};
pub struct ArrayVec<T, const CAP: usize>;
impl<T, const CAP: usize> ArrayVec<T, CAP> {
    pub fn new() -> ArrayVec<T, CAP> {}
    pub fn new_const() -> ArrayVec<T, CAP> {}
    pub fn len(&self) -> usize {}
    pub fn is_empty(&self) -> bool {}
    pub fn capacity(&self) -> usize {}
    pub fn is_full(&self) -> bool {}
    pub fn push(&mut self, element: T) {}
    pub fn try_push(&mut self, element: T) -> Result<(), CapacityError<T>> {}
    pub fn pop(&mut self) -> Option<T> {}
    pub fn insert(&mut self, index: usize, element: T) {}
    pub fn remove(&mut self, index: usize) -> T {}
    pub fn pop_at(&mut self, index: usize) -> Option<T> {}
    pub fn swap_remove(&mut self, index: usize) -> T {}
    pub fn clear(&mut self) {}
    pub fn truncate(&mut self, new_len: usize) {}
    pub fn retain<F: FnMut(&mut T) -> bool>(&mut self, f: F) {}
    pub fn drain<R: RangeBounds<usize>>(&mut self, range: R) -> std::vec::Drain<T> {}
    pub fn into_inner(self) -> Result<[T; CAP], Self> {}
    pub fn take(&mut self) -> Self {}
    pub fn as_slice(&self) -> &[T] {}
    pub fn as_mut_slice(&mut self) -> &mut [T] {}
}
impl<T, const CAP: usize> Deref for ArrayVec<T, CAP> {
    type Target = [T];
}
impl<T, const CAP: usize> DerefMut for ArrayVec<T, CAP> {}
impl<T, const CAP: usize> AsRef<[T]> for ArrayVec<T, CAP> {}
impl<T: Clone, const CAP: usize> Clone for ArrayVec<T, CAP> {}
impl<T, const CAP: usize> Default for ArrayVec<T, CAP> {}
impl<T: std::fmt::Debug, const CAP: usize> std::fmt::Debug for ArrayVec<T, CAP> {}
impl<T: PartialEq, const CAP: usize> PartialEq for ArrayVec<T, CAP> {}
impl<T, const CAP: usize> FromIterator<T> for ArrayVec<T, CAP> {}
impl<T, const CAP: usize> Extend<T> for ArrayVec<T, CAP> {}
impl<T, const CAP: usize> From<[T; CAP]> for ArrayVec<T, CAP> {}
impl<T, const CAP: usize> IntoIterator for ArrayVec<T, CAP> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;
}
impl<T, const CAP: usize> IntoIterator for &ArrayVec<T, CAP> {
    type Item = &T;
    type IntoIter = std::slice::Iter<T>;
}
impl<T, const CAP: usize> IntoIterator for &mut ArrayVec<T, CAP> {
    type Item = &mut T;
    type IntoIter = std::slice::IterMut<T>;
}
#[derive(Clone, Copy, Debug)]
pub struct CapacityError<T = ()>;
impl<T> CapacityError<T> {
    pub fn element(self) -> T {}
}
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ArrayString<const CAP: usize>;
impl<const CAP: usize> Deref for ArrayString<CAP> {
    type Target = str;
}
