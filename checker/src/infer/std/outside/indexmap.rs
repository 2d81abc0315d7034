pub use self::map::IndexMap;
pub use self::set::IndexSet;
pub mod map {
    use std::borrow::Borrow;
    pub use std::collections::hash_map::{Entry, IntoIter, Iter, IterMut, Keys, OccupiedEntry, VacantEntry, Values, ValuesMut};
    #[derive(Clone, Debug)]
    pub struct IndexMap<K, V, S = std::hash::RandomState>;
    impl<K, V> IndexMap<K, V> {
        pub fn new() -> IndexMap<K, V> {}
        pub fn with_capacity(n: usize) -> IndexMap<K, V> {}
    }
    impl<K, V, S> IndexMap<K, V, S> {
        pub fn with_hasher(hash_builder: S) -> IndexMap<K, V, S> {}
        pub fn with_capacity_and_hasher(n: usize, hash_builder: S) -> IndexMap<K, V, S> {}
        pub fn get_index(&self, index: usize) -> Option<(&K, &V)> {}
        pub fn get_index_mut(&mut self, index: usize) -> Option<(&K, &mut V)> {}
        pub fn get_index_of<Q: ?Sized>(&self, key: &Q) -> Option<usize> {}
        pub fn get_full<Q: ?Sized>(&self, key: &Q) -> Option<(usize, &K, &V)> {}
        pub fn insert_full(&mut self, key: K, value: V) -> (usize, Option<V>) {}
        pub fn shift_remove<Q: ?Sized>(&mut self, key: &Q) -> Option<V> {}
        pub fn swap_remove<Q: ?Sized>(&mut self, key: &Q) -> Option<V> {}
        pub fn shift_remove_index(&mut self, index: usize) -> Option<(K, V)> {}
        pub fn swap_remove_index(&mut self, index: usize) -> Option<(K, V)> {}
        pub fn shift_insert(&mut self, index: usize, key: K, value: V) -> Option<V> {}
        pub fn first(&self) -> Option<(&K, &V)> {}
        pub fn last(&self) -> Option<(&K, &V)> {}
        pub fn pop(&mut self) -> Option<(K, V)> {}
        pub fn sort_keys(&mut self) {}
        pub fn sort_by<F: FnMut(&K, &V, &K, &V) -> std::cmp::Ordering>(&mut self, cmp: F) {}
        pub fn sort_unstable_keys(&mut self) {}
        pub fn sorted_by<F: FnMut(&K, &V, &K, &V) -> std::cmp::Ordering>(self, cmp: F) -> IntoIter<K, V> {}
        pub fn reverse(&mut self) {}
        pub fn truncate(&mut self, len: usize) {}
        METHODS
    }
    impl<K, V, S: Default> Default for IndexMap<K, V, S> {}
    IMPLS
    impl<K, V, S> std::ops::Index<usize> for IndexMap<K, V, S> { type Output = V; }
}
pub mod set {
    use std::borrow::Borrow;
    #[derive(Clone, Debug)]
    pub struct IndexSet<T, S = std::hash::RandomState>;
    impl<T> IndexSet<T> {
        pub fn new() -> IndexSet<T> {}
        pub fn with_capacity(n: usize) -> IndexSet<T> {}
    }
    impl<T, S> IndexSet<T, S> {
        pub fn with_hasher(hash_builder: S) -> IndexSet<T, S> {}
        pub fn get_index(&self, index: usize) -> Option<&T> {}
        pub fn get_index_of<Q: ?Sized>(&self, key: &Q) -> Option<usize> {}
        pub fn insert_full(&mut self, value: T) -> (usize, bool) {}
        pub fn shift_remove<Q: ?Sized>(&mut self, value: &Q) -> bool {}
        pub fn swap_remove<Q: ?Sized>(&mut self, value: &Q) -> bool {}
        pub fn first(&self) -> Option<&T> {}
        pub fn last(&self) -> Option<&T> {}
        pub fn pop(&mut self) -> Option<T> {}
        SET_METHODS
    }
    impl<T, S: Default> Default for IndexSet<T, S> {}
    SET_IMPLS
    impl<T, S> std::ops::Index<usize> for IndexSet<T, S> { type Output = T; }
}
