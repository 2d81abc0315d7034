// Stand-in for `hashbrown` 0.17.1: the standard library's maps and sets under other names.

pub use self::hash_map::HashMap;
pub use self::hash_set::HashSet;
pub use self::hash_table::HashTable;
pub use std::hash::RandomState as DefaultHashBuilder;
pub trait Equivalent<K: ?Sized> {
    fn equivalent(&self, key: &K) -> bool;
}
impl<Q: ?Sized, K: ?Sized> Equivalent<K> for Q {}
pub mod hash_map {
    pub type HashMap<K, V, S = std::hash::RandomState> = std::collections::HashMap<K, V, S>;
    pub use std::collections::hash_map::{
        Drain, Entry, IntoIter, IntoKeys, IntoValues, Iter, IterMut, Keys, OccupiedEntry,
        RandomState as DefaultHashBuilder, VacantEntry, Values, ValuesMut,
    };
}
pub mod hash_set {
    pub type HashSet<T, S = std::hash::RandomState> = std::collections::HashSet<T, S>;
    pub use std::collections::hash_set::{IntoIter, Iter};
}
pub mod hash_table {
    pub struct HashTable<T>;
    impl<T> HashTable<T> {
        pub fn new() -> HashTable<T> {}
        pub fn with_capacity(capacity: usize) -> HashTable<T> {}
        pub fn find<F: FnMut(&T) -> bool>(&self, hash: u64, eq: F) -> Option<&T> {}
        pub fn find_mut<F: FnMut(&T) -> bool>(&mut self, hash: u64, eq: F) -> Option<&mut T> {}
        pub fn entry<F: FnMut(&T) -> bool, H: Fn(&T) -> u64>(
            &mut self,
            hash: u64,
            eq: F,
            hasher: H,
        ) -> Entry<T> {
        }
        pub fn insert_unique<H: Fn(&T) -> u64>(
            &mut self,
            hash: u64,
            value: T,
            hasher: H,
        ) -> OccupiedEntry<T> {
        }
        pub fn iter(&self) -> std::slice::Iter<T> {}
        pub fn iter_mut(&mut self) -> std::slice::IterMut<T> {}
        pub fn len(&self) -> usize {}
        pub fn is_empty(&self) -> bool {}
        pub fn clear(&mut self) {}
        pub fn retain<F: FnMut(&mut T) -> bool>(&mut self, f: F) {}
    }
    pub enum Entry<T> {
        Occupied(OccupiedEntry<T>),
        Vacant(VacantEntry<T>),
    }
    pub struct OccupiedEntry<T>;
    impl<T> OccupiedEntry<T> {
        pub fn get(&self) -> &T {}
        pub fn get_mut(&mut self) -> &mut T {}
        pub fn into_mut(self) -> &'static mut T {}
        pub fn remove(self) -> (T, VacantEntry<T>) {}
    }
    pub struct VacantEntry<T>;
    impl<T> VacantEntry<T> {
        pub fn insert(self, value: T) -> OccupiedEntry<T> {}
    }
}
