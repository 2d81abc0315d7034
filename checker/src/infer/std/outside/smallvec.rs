#[derive(Clone, Debug, Default)]
pub struct SmallVec<A>;
pub trait Array { type Item; }
impl<T> Array for [T; 0] { type Item = T; }
impl<A: Array> SmallVec<A> {
    pub fn new() -> SmallVec<A> {}
    pub fn with_capacity(n: usize) -> SmallVec<A> {}
    pub fn push(&mut self, value: A::Item) {}
    pub fn pop(&mut self) -> Option<A::Item> {}
    pub fn insert(&mut self, index: usize, element: A::Item) {}
    pub fn remove(&mut self, index: usize) -> A::Item {}
    pub fn swap_remove(&mut self, index: usize) -> A::Item {}
    pub fn truncate(&mut self, len: usize) {}
    pub fn clear(&mut self) {}
    pub fn retain<F: FnMut(&mut A::Item) -> bool>(&mut self, f: F) {}
    pub fn drain<R>(&mut self, range: R) -> std::vec::IntoIter<A::Item> {}
    pub fn into_vec(self) -> Vec<A::Item> {}
    pub fn extend_from_slice(&mut self, slice: &[A::Item]) {}
    pub fn from_vec(vec: Vec<A::Item>) -> SmallVec<A> {}
}
impl<A: Array> std::ops::Deref for SmallVec<A> { type Target = [A::Item]; }
impl<A: Array> std::ops::DerefMut for SmallVec<A> {}
impl<A: Array> FromIterator<A::Item> for SmallVec<A> {}
impl<A: Array> Extend<A::Item> for SmallVec<A> {}
impl<A: Array> IntoIterator for SmallVec<A> { type Item = A::Item; type IntoIter = std::vec::IntoIter<A::Item>; }
impl<A: Array> IntoIterator for &SmallVec<A> { type Item = &A::Item; type IntoIter = std::slice::Iter<A::Item>; }
impl<A: Array> IntoIterator for &mut SmallVec<A> { type Item = &mut A::Item; type IntoIter = std::slice::IterMut<A::Item>; }
