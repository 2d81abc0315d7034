// Stand-in for `smallvec` 1.16.5: vectors that begin inline.

use std::ops::{Deref, DerefMut, RangeBounds};
pub trait Array {
    type Item;
}
impl<T> Array for [T; 0] {
    type Item = T;
}
pub struct SmallVec<A: Array>;
impl<A: Array> SmallVec<A> {
    pub fn new() -> SmallVec<A> {}
    pub fn new_const() -> SmallVec<A> {}
    pub fn with_capacity(n: usize) -> Self {}
    pub fn from_vec(vec: Vec<A::Item>) -> SmallVec<A> {}
    pub fn from_buf(buf: A) -> SmallVec<A> {}
    pub fn from_slice(slice: &[A::Item]) -> Self {}
    pub fn from_elem(elem: A::Item, n: usize) -> Self {}
    pub fn len(&self) -> usize {}
    pub fn is_empty(&self) -> bool {}
    pub fn capacity(&self) -> usize {}
    pub fn spilled(&self) -> bool {}
    pub fn drain<R: RangeBounds<usize>>(&mut self, range: R) -> std::vec::Drain<A::Item> {}
    pub fn push(&mut self, value: A::Item) {}
    pub fn pop(&mut self) -> Option<A::Item> {}
    pub fn append<B: Array<Item = A::Item>>(&mut self, other: &mut SmallVec<B>) {}
    pub fn reserve(&mut self, additional: usize) {}
    pub fn shrink_to_fit(&mut self) {}
    pub fn truncate(&mut self, len: usize) {}
    pub fn as_slice(&self) -> &[A::Item] {}
    pub fn as_mut_slice(&mut self) -> &mut [A::Item] {}
    pub fn swap_remove(&mut self, index: usize) -> A::Item {}
    pub fn clear(&mut self) {}
    pub fn remove(&mut self, index: usize) -> A::Item {}
    pub fn insert(&mut self, index: usize, element: A::Item) {}
    pub fn insert_many<I: IntoIterator<Item = A::Item>>(&mut self, index: usize, iterable: I) {}
    pub fn extend_from_slice(&mut self, slice: &[A::Item]) {}
    pub fn into_vec(self) -> Vec<A::Item> {}
    pub fn into_boxed_slice(self) -> Box<[A::Item]> {}
    pub fn into_inner(self) -> Result<A, Self> {}
    pub fn retain<F: FnMut(&mut A::Item) -> bool>(&mut self, f: F) {}
    pub fn dedup(&mut self) {}
    pub fn dedup_by_key<F: FnMut(&mut A::Item) -> K, K>(&mut self, key: F) {}
    pub fn resize(&mut self, len: usize, value: A::Item) {}
}
impl<A: Array> Deref for SmallVec<A> {
    type Target = [A::Item];
}
impl<A: Array> DerefMut for SmallVec<A> {}
impl<A: Array> AsRef<[A::Item]> for SmallVec<A> {}
impl<A: Array> std::borrow::Borrow<[A::Item]> for SmallVec<A> {}
impl<A: Array> Clone for SmallVec<A> {}
impl<A: Array> Default for SmallVec<A> {}
impl<A: Array> std::fmt::Debug for SmallVec<A> {}
impl<A: Array> PartialEq for SmallVec<A> {}
impl<A: Array> Eq for SmallVec<A> {}
impl<A: Array> PartialOrd for SmallVec<A> {}
impl<A: Array> Ord for SmallVec<A> {}
impl<A: Array> std::hash::Hash for SmallVec<A> {}
impl<A: Array> FromIterator<A::Item> for SmallVec<A> {}
impl<A: Array> Extend<A::Item> for SmallVec<A> {}
impl<A: Array> From<Vec<A::Item>> for SmallVec<A> {}
impl<A: Array> From<&[A::Item]> for SmallVec<A> {}
impl<A: Array> From<A> for SmallVec<A> {}
impl<A: Array> IntoIterator for SmallVec<A> {
    type Item = A::Item;
    type IntoIter = std::vec::IntoIter<A::Item>;
}
impl<A: Array> IntoIterator for &SmallVec<A> {
    type Item = &A::Item;
    type IntoIter = std::slice::Iter<A::Item>;
}
impl<A: Array> IntoIterator for &mut SmallVec<A> {
    type Item = &mut A::Item;
    type IntoIter = std::slice::IterMut<A::Item>;
}
pub type IntoIter<A> = std::vec::IntoIter<<A as Array>::Item>;
