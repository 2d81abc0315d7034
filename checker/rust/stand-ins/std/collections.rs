// Stand-in for `std` 1.95.0: collections besides `Vec`.

// What both maps have.
macro_rules! map {
    ($map:ident) => {
        impl<K, V, S> $map<K, V, S> {
            pub fn capacity(&self) -> usize {}
            pub fn keys(&self) -> Keys<K, V> {}
            pub fn into_keys(self) -> IntoKeys<K, V> {}
            pub fn values(&self) -> Values<K, V> {}
            pub fn values_mut(&mut self) -> ValuesMut<K, V> {}
            pub fn into_values(self) -> IntoValues<K, V> {}
            pub fn iter(&self) -> Iter<K, V> {}
            pub fn iter_mut(&mut self) -> IterMut<K, V> {}
            pub fn len(&self) -> usize {}
            pub fn is_empty(&self) -> bool {}
            pub fn drain(&mut self) -> IntoIter<K, V> {}
            pub fn extract_if<F: FnMut(&K, &mut V) -> bool>(&mut self, pred: F) -> IntoIter<K, V> {}
            pub fn retain<F: FnMut(&K, &mut V) -> bool>(&mut self, f: F) {}
            pub fn clear(&mut self) {}
            pub fn reserve(&mut self, additional: usize) {}
            pub fn shrink_to_fit(&mut self) {}
            pub fn entry(&mut self, key: K) -> Entry<K, V> {}
            pub fn get<Q: ?Sized>(&self, k: &Q) -> Option<&V>
            where
                K: Borrow<Q>,
            {
            }
            pub fn get_key_value<Q: ?Sized>(&self, k: &Q) -> Option<(&K, &V)>
            where
                K: Borrow<Q>,
            {
            }
            pub fn contains_key<Q: ?Sized>(&self, k: &Q) -> bool
            where
                K: Borrow<Q>,
            {
            }
            pub fn get_mut<Q: ?Sized>(&mut self, k: &Q) -> Option<&mut V>
            where
                K: Borrow<Q>,
            {
            }
            pub fn insert(&mut self, k: K, v: V) -> Option<V> {}
            pub fn remove<Q: ?Sized>(&mut self, k: &Q) -> Option<V>
            where
                K: Borrow<Q>,
            {
            }
            pub fn remove_entry<Q: ?Sized>(&mut self, k: &Q) -> Option<(K, V)>
            where
                K: Borrow<Q>,
            {
            }
        }
        impl<K: PartialEq, V: PartialEq, S> PartialEq for $map<K, V, S> {}
        impl<K: Eq, V: Eq, S> Eq for $map<K, V, S> {}
        impl<K, V, S> FromIterator<(K, V)> for $map<K, V, S> {}
        impl<K, V, S> Extend<(K, V)> for $map<K, V, S> {}
        impl<K: Copy, V: Copy, S> Extend<(&K, &V)> for $map<K, V, S> {}
        impl<K, V, S> From<[(K, V); 0]> for $map<K, V, S> {}
        impl<K, V, S, Q: ?Sized> crate::ops::Index<&Q> for $map<K, V, S> {
            type Output = V;
        }
        impl<K, V, S> IntoIterator for $map<K, V, S> {
            type Item = (K, V);
            type IntoIter = IntoIter<K, V>;
        }
        impl<K, V, S> IntoIterator for &$map<K, V, S> {
            type Item = (&K, &V);
            type IntoIter = Iter<K, V>;
        }
        impl<K, V, S> IntoIterator for &mut $map<K, V, S> {
            type Item = (&K, &mut V);
            type IntoIter = IterMut<K, V>;
        }
        #[derive(Clone, Debug)]
        pub struct Iter<K, V>;
        pub struct IterMut<K, V>;
        pub struct IntoIter<K, V>;
        #[derive(Clone, Debug)]
        pub struct Keys<K, V>;
        #[derive(Clone, Debug)]
        pub struct Values<K, V>;
        pub struct ValuesMut<K, V>;
        pub type Drain<K, V> = IntoIter<K, V>;
        pub type Range<K, V> = Iter<K, V>;
        #[derive(Debug)]
        pub struct IntoKeys<K, V>;
        #[derive(Debug)]
        pub struct IntoValues<K, V>;
        impl<K, V> Iterator for Iter<K, V> {
            type Item = (&K, &V);
        }
        impl<K, V> Iterator for IterMut<K, V> {
            type Item = (&K, &mut V);
        }
        impl<K, V> Iterator for IntoIter<K, V> {
            type Item = (K, V);
        }
        impl<K, V> Iterator for Keys<K, V> {
            type Item = &K;
        }
        impl<K, V> Iterator for Values<K, V> {
            type Item = &V;
        }
        impl<K, V> Iterator for ValuesMut<K, V> {
            type Item = &mut V;
        }
        impl<K, V> Iterator for IntoKeys<K, V> {
            type Item = K;
        }
        impl<K, V> Iterator for IntoValues<K, V> {
            type Item = V;
        }
        impl<K, V> DoubleEndedIterator for Iter<K, V> {}
        impl<K, V> DoubleEndedIterator for IterMut<K, V> {}
        impl<K, V> DoubleEndedIterator for IntoIter<K, V> {}
        impl<K, V> DoubleEndedIterator for Keys<K, V> {}
        impl<K, V> DoubleEndedIterator for Values<K, V> {}
        impl<K, V> DoubleEndedIterator for IntoKeys<K, V> {}
        impl<K, V> DoubleEndedIterator for IntoValues<K, V> {}
        impl<K, V> ExactSizeIterator for Iter<K, V> {}
        impl<K, V> ExactSizeIterator for IntoIter<K, V> {}
        impl<K, V> ExactSizeIterator for Keys<K, V> {}
        impl<K, V> ExactSizeIterator for Values<K, V> {}
        impl<K, V> ExactSizeIterator for IntoKeys<K, V> {}
        impl<K, V> ExactSizeIterator for IntoValues<K, V> {}
        #[derive(Debug)]
        pub enum Entry<K, V> {
            Occupied(OccupiedEntry<K, V>),
            Vacant(VacantEntry<K, V>),
        }
        #[derive(Debug)]
        pub struct OccupiedEntry<K, V>;
        #[derive(Debug)]
        pub struct VacantEntry<K, V>;
        impl<K, V> Entry<K, V> {
            pub fn or_insert(self, default: V) -> &'static mut V {}
            pub fn or_insert_with<F: FnOnce() -> V>(self, default: F) -> &'static mut V {}
            pub fn or_insert_with_key<F: FnOnce(&K) -> V>(self, default: F) -> &'static mut V {}
            pub fn key(&self) -> &K {}
            pub fn and_modify<F: FnOnce(&mut V)>(self, f: F) -> Entry<K, V> {}
            pub fn insert_entry(self, value: V) -> OccupiedEntry<K, V> {}
            pub fn or_default(self) -> &'static mut V {}
        }
        impl<K, V> OccupiedEntry<K, V> {
            pub fn key(&self) -> &K {}
            pub fn remove_entry(self) -> (K, V) {}
            pub fn get(&self) -> &V {}
            pub fn get_mut(&mut self) -> &mut V {}
            pub fn into_mut(self) -> &'static mut V {}
            pub fn insert(&mut self, value: V) -> V {}
            pub fn remove(self) -> V {}
        }
        impl<K, V> VacantEntry<K, V> {
            pub fn key(&self) -> &K {}
            pub fn into_key(self) -> K {}
            pub fn insert(self, value: V) -> &'static mut V {}
            pub fn insert_entry(self, value: V) -> OccupiedEntry<K, V> {}
        }
    };
}
// What both sets have.
macro_rules! set {
    ($set:ident) => {
        impl<T, S> $set<T, S> {
            pub fn capacity(&self) -> usize {}
            pub fn iter(&self) -> Iter<T> {}
            pub fn len(&self) -> usize {}
            pub fn is_empty(&self) -> bool {}
            pub fn drain(&mut self) -> IntoIter<T> {}
            pub fn extract_if<F: FnMut(&T) -> bool>(&mut self, pred: F) -> IntoIter<T> {}
            pub fn retain<F: FnMut(&T) -> bool>(&mut self, f: F) {}
            pub fn clear(&mut self) {}
            pub fn reserve(&mut self, additional: usize) {}
            pub fn shrink_to_fit(&mut self) {}
            pub fn difference(&self, other: &$set<T, S>) -> Iter<T> {}
            pub fn symmetric_difference(&self, other: &$set<T, S>) -> Iter<T> {}
            pub fn intersection(&self, other: &$set<T, S>) -> Iter<T> {}
            pub fn union(&self, other: &$set<T, S>) -> Iter<T> {}
            pub fn contains<Q: ?Sized>(&self, value: &Q) -> bool
            where
                T: Borrow<Q>,
            {
            }
            pub fn get<Q: ?Sized>(&self, value: &Q) -> Option<&T>
            where
                T: Borrow<Q>,
            {
            }
            pub fn is_disjoint(&self, other: &$set<T, S>) -> bool {}
            pub fn is_subset(&self, other: &$set<T, S>) -> bool {}
            pub fn is_superset(&self, other: &$set<T, S>) -> bool {}
            pub fn insert(&mut self, value: T) -> bool {}
            pub fn replace(&mut self, value: T) -> Option<T> {}
            pub fn remove<Q: ?Sized>(&mut self, value: &Q) -> bool
            where
                T: Borrow<Q>,
            {
            }
            pub fn take<Q: ?Sized>(&mut self, value: &Q) -> Option<T>
            where
                T: Borrow<Q>,
            {
            }
        }
        impl<T: PartialEq, S> PartialEq for $set<T, S> {}
        impl<T: Eq, S> Eq for $set<T, S> {}
        impl<T, S> FromIterator<T> for $set<T, S> {}
        impl<T, S> Extend<T> for $set<T, S> {}
        impl<T: Copy, S> Extend<&T> for $set<T, S> {}
        impl<T, S> From<[T; 0]> for $set<T, S> {}
        impl<T, S> IntoIterator for $set<T, S> {
            type Item = T;
            type IntoIter = IntoIter<T>;
        }
        impl<T, S> IntoIterator for &$set<T, S> {
            type Item = &T;
            type IntoIter = Iter<T>;
        }
        impl<T, S> crate::ops::BitOr<&$set<T, S>> for &$set<T, S> {
            type Output = $set<T, S>;
        }
        impl<T, S> crate::ops::BitAnd<&$set<T, S>> for &$set<T, S> {
            type Output = $set<T, S>;
        }
        impl<T, S> crate::ops::Sub<&$set<T, S>> for &$set<T, S> {
            type Output = $set<T, S>;
        }
        #[derive(Clone, Debug)]
        pub struct Iter<T>;
        #[derive(Debug)]
        pub struct IntoIter<T>;
        impl<T> Iterator for Iter<T> {
            type Item = &T;
        }
        impl<T> Iterator for IntoIter<T> {
            type Item = T;
        }
        impl<T> DoubleEndedIterator for Iter<T> {}
        impl<T> DoubleEndedIterator for IntoIter<T> {}
        impl<T> ExactSizeIterator for Iter<T> {}
        impl<T> ExactSizeIterator for IntoIter<T> {}
    };
}
pub mod collections {
    pub use self::binary_heap::BinaryHeap;
    pub use self::btree_map::BTreeMap;
    pub use self::btree_set::BTreeSet;
    pub use self::hash_map::HashMap;
    pub use self::hash_set::HashSet;
    pub use self::linked_list::LinkedList;
    pub use self::vec_deque::VecDeque;
    pub use crate::ops::Bound;
    #[derive(Clone, PartialEq, Eq, Debug)]
    pub struct TryReserveError;
    impl crate::fmt::Display for TryReserveError {}
    impl crate::error::Error for TryReserveError {}
    pub mod hash_map {
        use crate::borrow::Borrow;
        pub use crate::hash::{DefaultHasher, RandomState};
        #[derive(Clone, Debug)]
        pub struct HashMap<K, V, S = RandomState>;
        impl<K, V> HashMap<K, V, RandomState> {
            pub fn new() -> HashMap<K, V, RandomState> {}
            pub fn with_capacity(capacity: usize) -> HashMap<K, V, RandomState> {}
        }
        impl<K, V, S> HashMap<K, V, S> {
            pub fn with_hasher(hash_builder: S) -> HashMap<K, V, S> {}
            pub fn with_capacity_and_hasher(capacity: usize, hash_builder: S) -> HashMap<K, V, S> {}
            pub fn hasher(&self) -> &S {}
            pub fn try_insert(&mut self, key: K, value: V) -> Result<&mut V, ()> {}
        }
        impl<K, V, S: Default> Default for HashMap<K, V, S> {}
        map! { HashMap }
    }
    pub mod btree_map {
        use crate::borrow::Borrow;
        use crate::ops::RangeBounds;
        #[derive(Clone, PartialOrd, Ord, Debug, Hash)]
        pub struct BTreeMap<K, V, S = ()>;
        impl<K, V> BTreeMap<K, V> {
            pub fn new() -> BTreeMap<K, V> {}
        }
        impl<K, V, S> BTreeMap<K, V, S> {
            pub fn first_key_value(&self) -> Option<(&K, &V)> {}
            pub fn first_entry(&mut self) -> Option<OccupiedEntry<K, V>> {}
            pub fn pop_first(&mut self) -> Option<(K, V)> {}
            pub fn last_key_value(&self) -> Option<(&K, &V)> {}
            pub fn last_entry(&mut self) -> Option<OccupiedEntry<K, V>> {}
            pub fn pop_last(&mut self) -> Option<(K, V)> {}
            pub fn append(&mut self, other: &mut BTreeMap<K, V>) {}
            pub fn range<T: ?Sized, R: RangeBounds<T>>(&self, range: R) -> Iter<K, V> {}
            pub fn range_mut<T: ?Sized, R: RangeBounds<T>>(&mut self, range: R) -> IterMut<K, V> {}
            pub fn split_off<Q: ?Sized>(&mut self, key: &Q) -> BTreeMap<K, V> {}
        }
        impl<K, V, S> Default for BTreeMap<K, V, S> {}
        map! { BTreeMap }
    }
    pub mod hash_set {
        use crate::borrow::Borrow;
        use crate::hash::RandomState;
        #[derive(Clone, Debug)]
        pub struct HashSet<T, S = RandomState>;
        impl<T> HashSet<T, RandomState> {
            pub fn new() -> HashSet<T, RandomState> {}
            pub fn with_capacity(capacity: usize) -> HashSet<T, RandomState> {}
        }
        impl<T, S> HashSet<T, S> {
            pub fn with_hasher(hash_builder: S) -> HashSet<T, S> {}
            pub fn with_capacity_and_hasher(capacity: usize, hash_builder: S) -> HashSet<T, S> {}
            pub fn hasher(&self) -> &S {}
        }
        impl<T, S: Default> Default for HashSet<T, S> {}
        set! { HashSet }
    }
    pub mod btree_set {
        use crate::borrow::Borrow;
        use crate::ops::RangeBounds;
        #[derive(Clone, PartialOrd, Ord, Debug, Hash)]
        pub struct BTreeSet<T, S = ()>;
        impl<T> BTreeSet<T> {
            pub fn new() -> BTreeSet<T> {}
        }
        impl<T, S> BTreeSet<T, S> {
            pub fn range<K: ?Sized, R: RangeBounds<K>>(&self, range: R) -> Iter<T> {}
            pub fn first(&self) -> Option<&T> {}
            pub fn last(&self) -> Option<&T> {}
            pub fn pop_first(&mut self) -> Option<T> {}
            pub fn pop_last(&mut self) -> Option<T> {}
            pub fn append(&mut self, other: &mut BTreeSet<T, S>) {}
            pub fn split_off<Q: ?Sized>(&mut self, value: &Q) -> BTreeSet<T, S> {}
        }
        impl<T, S> Default for BTreeSet<T, S> {}
        set! { BTreeSet }
    }
    pub mod vec_deque {
        use crate::ops::{Index, RangeBounds};
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
        pub struct VecDeque<T>;
        impl<T> VecDeque<T> {
            pub fn new() -> VecDeque<T> {}
            pub fn with_capacity(capacity: usize) -> VecDeque<T> {}
            pub fn get(&self, index: usize) -> Option<&T> {}
            pub fn get_mut(&mut self, index: usize) -> Option<&mut T> {}
            pub fn swap(&mut self, i: usize, j: usize) {}
            pub fn capacity(&self) -> usize {}
            pub fn reserve(&mut self, additional: usize) {}
            pub fn shrink_to_fit(&mut self) {}
            pub fn truncate(&mut self, len: usize) {}
            pub fn iter(&self) -> crate::slice::Iter<T> {}
            pub fn iter_mut(&mut self) -> crate::slice::IterMut<T> {}
            pub fn as_slices(&self) -> (&[T], &[T]) {}
            pub fn as_mut_slices(&mut self) -> (&mut [T], &mut [T]) {}
            pub fn make_contiguous(&mut self) -> &mut [T] {}
            pub fn len(&self) -> usize {}
            pub fn is_empty(&self) -> bool {}
            pub fn range<R: RangeBounds<usize>>(&self, range: R) -> crate::slice::Iter<T> {}
            pub fn drain<R: RangeBounds<usize>>(&mut self, range: R) -> crate::vec::Drain<T> {}
            pub fn clear(&mut self) {}
            pub fn contains(&self, x: &T) -> bool {}
            pub fn front(&self) -> Option<&T> {}
            pub fn front_mut(&mut self) -> Option<&mut T> {}
            pub fn back(&self) -> Option<&T> {}
            pub fn back_mut(&mut self) -> Option<&mut T> {}
            pub fn pop_front(&mut self) -> Option<T> {}
            pub fn pop_back(&mut self) -> Option<T> {}
            pub fn push_front(&mut self, value: T) {}
            pub fn push_back(&mut self, value: T) {}
            pub fn swap_remove_back(&mut self, index: usize) -> Option<T> {}
            pub fn insert(&mut self, index: usize, value: T) {}
            pub fn remove(&mut self, index: usize) -> Option<T> {}
            pub fn split_off(&mut self, at: usize) -> VecDeque<T> {}
            pub fn append(&mut self, other: &mut VecDeque<T>) {}
            pub fn retain<F: FnMut(&T) -> bool>(&mut self, f: F) {}
            pub fn retain_mut<F: FnMut(&mut T) -> bool>(&mut self, f: F) {}
            pub fn resize(&mut self, new_len: usize, value: T) {}
            pub fn rotate_left(&mut self, n: usize) {}
            pub fn rotate_right(&mut self, n: usize) {}
            pub fn binary_search_by<F: FnMut(&T) -> crate::cmp::Ordering>(
                &self,
                f: F,
            ) -> Result<usize, usize> {
            }
        }
        impl<T> Default for VecDeque<T> {}
        impl<T> Index<usize> for VecDeque<T> {
            type Output = T;
        }
        impl<T> FromIterator<T> for VecDeque<T> {}
        impl<T> Extend<T> for VecDeque<T> {}
        impl<T> IntoIterator for VecDeque<T> {
            type Item = T;
            type IntoIter = crate::vec::IntoIter<T>;
        }
        impl<T> IntoIterator for &VecDeque<T> {
            type Item = &T;
            type IntoIter = crate::slice::Iter<T>;
        }
        impl<T> IntoIterator for &mut VecDeque<T> {
            type Item = &mut T;
            type IntoIter = crate::slice::IterMut<T>;
        }
        impl<T> From<Vec<T>> for VecDeque<T> {}
        impl<T> From<[T; 0]> for VecDeque<T> {}
        pub use crate::slice::{Iter, IterMut};
        pub use crate::vec::IntoIter;
    }
    pub mod linked_list {
        #[derive(Clone, PartialEq, Eq, Debug, Hash)]
        pub struct LinkedList<T>;
        impl<T> LinkedList<T> {
            pub fn new() -> LinkedList<T> {}
            pub fn push_back(&mut self, elt: T) {}
            pub fn push_front(&mut self, elt: T) {}
            pub fn pop_front(&mut self) -> Option<T> {}
            pub fn pop_back(&mut self) -> Option<T> {}
            pub fn front(&self) -> Option<&T> {}
            pub fn back(&self) -> Option<&T> {}
            pub fn iter(&self) -> crate::slice::Iter<T> {}
            pub fn len(&self) -> usize {}
            pub fn is_empty(&self) -> bool {}
            pub fn append(&mut self, other: &mut LinkedList<T>) {}
            pub fn clear(&mut self) {}
        }
        impl<T> Default for LinkedList<T> {}
        impl<T> FromIterator<T> for LinkedList<T> {}
        impl<T> IntoIterator for LinkedList<T> {
            type Item = T;
            type IntoIter = crate::vec::IntoIter<T>;
        }
        impl<T> IntoIterator for &LinkedList<T> {
            type Item = &T;
            type IntoIter = crate::slice::Iter<T>;
        }
    }
    pub mod binary_heap {
        use crate::ops::{Deref, DerefMut};
        #[derive(Clone, Debug)]
        pub struct BinaryHeap<T>;
        impl<T> BinaryHeap<T> {
            pub fn new() -> BinaryHeap<T> {}
            pub fn with_capacity(capacity: usize) -> BinaryHeap<T> {}
            pub fn peek_mut(&mut self) -> Option<PeekMut<T>> {}
            pub fn pop(&mut self) -> Option<T> {}
            pub fn push(&mut self, item: T) {}
            pub fn into_sorted_vec(self) -> Vec<T> {}
            pub fn append(&mut self, other: &mut BinaryHeap<T>) {}
            pub fn iter(&self) -> crate::slice::Iter<T> {}
            pub fn peek(&self) -> Option<&T> {}
            pub fn into_vec(self) -> Vec<T> {}
            pub fn len(&self) -> usize {}
            pub fn is_empty(&self) -> bool {}
            pub fn drain(&mut self) -> crate::vec::Drain<T> {}
            pub fn clear(&mut self) {}
            pub fn retain<F: FnMut(&T) -> bool>(&mut self, f: F) {}
        }
        impl<T> Default for BinaryHeap<T> {}
        impl<T> FromIterator<T> for BinaryHeap<T> {}
        impl<T> From<Vec<T>> for BinaryHeap<T> {}
        impl<T> Extend<T> for BinaryHeap<T> {}
        impl<T> IntoIterator for BinaryHeap<T> {
            type Item = T;
            type IntoIter = crate::vec::IntoIter<T>;
        }
        impl<T> IntoIterator for &BinaryHeap<T> {
            type Item = &T;
            type IntoIter = crate::slice::Iter<T>;
        }
        pub struct PeekMut<T>;
        impl<T> PeekMut<T> {
            pub fn pop(this: PeekMut<T>) -> T {}
        }
        impl<T> Deref for PeekMut<T> {
            type Target = T;
        }
        impl<T> DerefMut for PeekMut<T> {}
    }
}
