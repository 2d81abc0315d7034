// Collections besides `Vec`.
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
            MAP
        }
        impl<K, V, S: Default> Default for HashMap<K, V, S> {}
        MAP_IMPLS(HashMap<K, V, S>)
        ITERATORS
    }
    pub mod btree_map {
        use crate::borrow::Borrow;
        use crate::ops::RangeBounds;
        #[derive(Clone, PartialOrd, Ord, Debug, Hash)]
        pub struct BTreeMap<K, V, S = ()>;
        impl<K, V> BTreeMap<K, V> { pub fn new() -> BTreeMap<K, V> {} }
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
            MAP
        }
        impl<K, V, S> Default for BTreeMap<K, V, S> {}
        MAP_IMPLS(BTreeMap<K, V, S>)
        ITERATORS
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
            SET(HashSet<T, S>)
        }
        impl<T, S: Default> Default for HashSet<T, S> {}
        SET_IMPLS(HashSet<T, S>)
    }
    pub mod btree_set {
        use crate::borrow::Borrow;
        use crate::ops::RangeBounds;
        #[derive(Clone, PartialOrd, Ord, Debug, Hash)]
        pub struct BTreeSet<T, S = ()>;
        impl<T> BTreeSet<T> { pub fn new() -> BTreeSet<T> {} }
        impl<T, S> BTreeSet<T, S> {
            pub fn range<K: ?Sized, R: RangeBounds<K>>(&self, range: R) -> Iter<T> {}
            pub fn first(&self) -> Option<&T> {}
            pub fn last(&self) -> Option<&T> {}
            pub fn pop_first(&mut self) -> Option<T> {}
            pub fn pop_last(&mut self) -> Option<T> {}
            pub fn append(&mut self, other: &mut BTreeSet<T, S>) {}
            pub fn split_off<Q: ?Sized>(&mut self, value: &Q) -> BTreeSet<T, S> {}
            SET(BTreeSet<T, S>)
        }
        impl<T, S> Default for BTreeSet<T, S> {}
        SET_IMPLS(BTreeSet<T, S>)
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
            pub fn binary_search_by<F: FnMut(&T) -> crate::cmp::Ordering>(&self, f: F) -> Result<usize, usize> {}
        }
        impl<T> Default for VecDeque<T> {}
        impl<T> Index<usize> for VecDeque<T> { type Output = T; }
        impl<T> FromIterator<T> for VecDeque<T> {}
        impl<T> Extend<T> for VecDeque<T> {}
        impl<T> IntoIterator for VecDeque<T> { type Item = T; type IntoIter = crate::vec::IntoIter<T>; }
        impl<T> IntoIterator for &VecDeque<T> { type Item = &T; type IntoIter = crate::slice::Iter<T>; }
        impl<T> IntoIterator for &mut VecDeque<T> { type Item = &mut T; type IntoIter = crate::slice::IterMut<T>; }
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
        impl<T> IntoIterator for LinkedList<T> { type Item = T; type IntoIter = crate::vec::IntoIter<T>; }
        impl<T> IntoIterator for &LinkedList<T> { type Item = &T; type IntoIter = crate::slice::Iter<T>; }
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
        impl<T> IntoIterator for BinaryHeap<T> { type Item = T; type IntoIter = crate::vec::IntoIter<T>; }
        impl<T> IntoIterator for &BinaryHeap<T> { type Item = &T; type IntoIter = crate::slice::Iter<T>; }
        pub struct PeekMut<T>;
        impl<T> PeekMut<T> { pub fn pop(this: PeekMut<T>) -> T {} }
        impl<T> Deref for PeekMut<T> { type Target = T; }
        impl<T> DerefMut for PeekMut<T> {}
    }
}
