// Stand-in for `slab` 0.4.12: values by index.

use std::ops::{Index, IndexMut};
use std::vec::IntoIter;
#[derive(Clone, Debug)]
pub struct Slab<T>;
impl<T> Slab<T> {
    pub fn new() -> Slab<T> {}
    pub fn with_capacity(capacity: usize) -> Slab<T> {}
    pub fn len(&self) -> usize {}
    pub fn is_empty(&self) -> bool {}
    pub fn clear(&mut self) {}
    pub fn iter(&self) -> IntoIter<(usize, &T)> {}
    pub fn iter_mut(&mut self) -> IntoIter<(usize, &mut T)> {}
    pub fn get(&self, key: usize) -> Option<&T> {}
    pub fn get_mut(&mut self, key: usize) -> Option<&mut T> {}
    pub fn insert(&mut self, val: T) -> usize {}
    pub fn vacant_entry(&mut self) -> VacantEntry<T> {}
    pub fn vacant_key(&self) -> usize {}
    pub fn try_remove(&mut self, key: usize) -> Option<T> {}
    pub fn remove(&mut self, key: usize) -> T {}
    pub fn contains(&self, key: usize) -> bool {}
    pub fn retain<F: FnMut(usize, &mut T) -> bool>(&mut self, f: F) {}
    pub fn drain(&mut self) -> IntoIter<T> {}
}
impl<T> Default for Slab<T> {}
impl<T> Index<usize> for Slab<T> {
    type Output = T;
}
impl<T> IndexMut<usize> for Slab<T> {}
impl<T> IntoIterator for Slab<T> {
    type Item = (usize, T);
    type IntoIter = IntoIter<(usize, T)>;
}
impl<T> IntoIterator for &Slab<T> {
    type Item = (usize, &T);
    type IntoIter = IntoIter<(usize, &T)>;
}
impl<T> IntoIterator for &mut Slab<T> {
    type Item = (usize, &mut T);
    type IntoIter = IntoIter<(usize, &mut T)>;
}
pub struct VacantEntry<T>;
impl<T> VacantEntry<T> {
    pub fn key(&self) -> usize {}
    pub fn insert(self, val: T) -> &'static mut T {}
}
