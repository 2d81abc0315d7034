// Stand-in for `tinyvec` 1.13.3: vectors that begin inline.

use std::ops::{Deref, DerefMut, RangeBounds};
pub trait Array {
    type Item;
}
impl<T> Array for [T; 0] {
    type Item = T;
}
pub struct TinyVec<A: Array>;
impl<A: Array> TinyVec<A> {
    pub fn new() -> TinyVec<A> {}
    pub fn with_capacity(n: usize) -> Self {}
    pub fn len(&self) -> usize {}
    pub fn is_empty(&self) -> bool {}
    pub fn capacity(&self) -> usize {}
    pub fn drain<R: RangeBounds<usize>>(&mut self, range: R) -> std::vec::Drain<A::Item> {}
    pub fn push(&mut self, value: A::Item) {}
    pub fn pop(&mut self) -> Option<A::Item> {}
    pub fn append(&mut self, other: &mut Self) {}
    pub fn reserve(&mut self, additional: usize) {}
    pub fn shrink_to_fit(&mut self) {}
    pub fn truncate(&mut self, len: usize) {}
    pub fn as_slice(&self) -> &[A::Item] {}
    pub fn as_mut_slice(&mut self) -> &mut [A::Item] {}
    pub fn swap_remove(&mut self, index: usize) -> A::Item {}
    pub fn clear(&mut self) {}
    pub fn remove(&mut self, index: usize) -> A::Item {}
    pub fn insert(&mut self, index: usize, element: A::Item) {}
    pub fn extend_from_slice(&mut self, slice: &[A::Item]) {}
    pub fn into_vec(self) -> Vec<A::Item> {}
    pub fn into_boxed_slice(self) -> Box<[A::Item]> {}
    // Differs: of `ArrayVec`, which is the same type here.
    pub fn into_inner(self) -> Result<A, Self> {}
    pub fn retain<F: FnMut(&mut A::Item) -> bool>(&mut self, f: F) {}
    pub fn dedup(&mut self) {}
    pub fn dedup_by_key<F: FnMut(&mut A::Item) -> K, K>(&mut self, key: F) {}
    pub fn resize(&mut self, len: usize, value: A::Item) {}
}
impl<A: Array> Deref for TinyVec<A> {
    type Target = [A::Item];
}
impl<A: Array> DerefMut for TinyVec<A> {}
impl<A: Array> AsRef<[A::Item]> for TinyVec<A> {}
impl<A: Array> std::borrow::Borrow<[A::Item]> for TinyVec<A> {}
impl<A: Array> Clone for TinyVec<A> {}
impl<A: Array> Default for TinyVec<A> {}
impl<A: Array> std::fmt::Debug for TinyVec<A> {}
impl<A: Array> PartialEq for TinyVec<A> {}
impl<A: Array> Eq for TinyVec<A> {}
impl<A: Array> PartialOrd for TinyVec<A> {}
impl<A: Array> Ord for TinyVec<A> {}
impl<A: Array> std::hash::Hash for TinyVec<A> {}
impl<A: Array> FromIterator<A::Item> for TinyVec<A> {}
impl<A: Array> Extend<A::Item> for TinyVec<A> {}
impl<A: Array> From<Vec<A::Item>> for TinyVec<A> {}
impl<A: Array> From<&[A::Item]> for TinyVec<A> {}
impl<A: Array> From<A> for TinyVec<A> {}
impl<A: Array> IntoIterator for TinyVec<A> {
    type Item = A::Item;
    type IntoIter = std::vec::IntoIter<A::Item>;
}
impl<A: Array> IntoIterator for &TinyVec<A> {
    type Item = &A::Item;
    type IntoIter = std::slice::Iter<A::Item>;
}
impl<A: Array> IntoIterator for &mut TinyVec<A> {
    type Item = &mut A::Item;
    type IntoIter = std::slice::IterMut<A::Item>;
}
pub type TinyVecIterator<A> = std::vec::IntoIter<<A as Array>::Item>;
pub type ArrayVec<A> = TinyVec<A>;
