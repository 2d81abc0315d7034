// Stand-in for `slotmap` 1.1.1: maps with generational keys.

// A macro makes the keys, whose types are taken as they come.
pub use self::basic::SlotMap;
pub use self::basic::SlotMap as DenseSlotMap;
pub use self::hop::HopSlotMap;
pub use self::secondary::{SecondaryMap, SparseSecondaryMap};
pub trait Key: Copy {
    fn data(&self) -> KeyData;
    fn null() -> Self {}
    fn is_null(&self) -> bool {}
}
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeyData;
impl KeyData {
    pub fn as_ffi(self) -> u64 {}
    pub fn from_ffi(value: u64) -> Self {}
}
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DefaultKey;
impl Key for DefaultKey {}
pub mod dense {
    pub use crate::DenseSlotMap;
}
pub mod hop {
    #[derive(Clone, Debug)]
    pub struct HopSlotMap<K, V>;
    use std::ops::{Index, IndexMut};
    use std::vec::IntoIter;
    impl<V> HopSlotMap<crate::DefaultKey, V> {
        pub fn new() -> Self {}
        pub fn with_capacity(capacity: usize) -> Self {}
    }
    impl<K, V> HopSlotMap<K, V> {
        pub fn with_key() -> Self {}
        pub fn with_capacity_and_key(capacity: usize) -> Self {}
        pub fn len(&self) -> usize {}
        pub fn is_empty(&self) -> bool {}
        pub fn contains_key(&self, key: K) -> bool {}
        pub fn insert(&mut self, value: V) -> K {}
        pub fn insert_with_key<F: FnOnce(K) -> V>(&mut self, f: F) -> K {}
        pub fn remove(&mut self, key: K) -> Option<V> {}
        pub fn retain<F: FnMut(K, &mut V) -> bool>(&mut self, f: F) {}
        pub fn clear(&mut self) {}
        pub fn drain(&mut self) -> IntoIter<(K, V)> {}
        pub fn get(&self, key: K) -> Option<&V> {}
        pub fn get_mut(&mut self, key: K) -> Option<&mut V> {}
        pub fn iter(&self) -> IntoIter<(K, &V)> {}
        pub fn iter_mut(&mut self) -> IntoIter<(K, &mut V)> {}
        pub fn keys(&self) -> IntoIter<K> {}
        pub fn values(&self) -> IntoIter<&V> {}
        pub fn values_mut(&mut self) -> IntoIter<&mut V> {}
    }
    impl<K, V> Default for HopSlotMap<K, V> {}
    impl<K, V> Index<K> for HopSlotMap<K, V> {
        type Output = V;
    }
    impl<K, V> IndexMut<K> for HopSlotMap<K, V> {}
    impl<K, V> IntoIterator for HopSlotMap<K, V> {
        type Item = (K, V);
        type IntoIter = IntoIter<(K, V)>;
    }
    impl<K, V> IntoIterator for &HopSlotMap<K, V> {
        type Item = (K, &V);
        type IntoIter = IntoIter<(K, &V)>;
    }
    impl<K, V> IntoIterator for &mut HopSlotMap<K, V> {
        type Item = (K, &mut V);
        type IntoIter = IntoIter<(K, &mut V)>;
    }
}
pub mod basic {
    #[derive(Clone, Debug)]
    pub struct SlotMap<K, V>;
    use std::ops::{Index, IndexMut};
    use std::vec::IntoIter;
    impl<V> SlotMap<crate::DefaultKey, V> {
        pub fn new() -> Self {}
        pub fn with_capacity(capacity: usize) -> Self {}
    }
    impl<K, V> SlotMap<K, V> {
        pub fn with_key() -> Self {}
        pub fn with_capacity_and_key(capacity: usize) -> Self {}
        pub fn len(&self) -> usize {}
        pub fn is_empty(&self) -> bool {}
        pub fn contains_key(&self, key: K) -> bool {}
        pub fn insert(&mut self, value: V) -> K {}
        pub fn insert_with_key<F: FnOnce(K) -> V>(&mut self, f: F) -> K {}
        pub fn remove(&mut self, key: K) -> Option<V> {}
        pub fn retain<F: FnMut(K, &mut V) -> bool>(&mut self, f: F) {}
        pub fn clear(&mut self) {}
        pub fn drain(&mut self) -> IntoIter<(K, V)> {}
        pub fn get(&self, key: K) -> Option<&V> {}
        pub fn get_mut(&mut self, key: K) -> Option<&mut V> {}
        pub fn iter(&self) -> IntoIter<(K, &V)> {}
        pub fn iter_mut(&mut self) -> IntoIter<(K, &mut V)> {}
        pub fn keys(&self) -> IntoIter<K> {}
        pub fn values(&self) -> IntoIter<&V> {}
        pub fn values_mut(&mut self) -> IntoIter<&mut V> {}
    }
    impl<K, V> Default for SlotMap<K, V> {}
    impl<K, V> Index<K> for SlotMap<K, V> {
        type Output = V;
    }
    impl<K, V> IndexMut<K> for SlotMap<K, V> {}
    impl<K, V> IntoIterator for SlotMap<K, V> {
        type Item = (K, V);
        type IntoIter = IntoIter<(K, V)>;
    }
    impl<K, V> IntoIterator for &SlotMap<K, V> {
        type Item = (K, &V);
        type IntoIter = IntoIter<(K, &V)>;
    }
    impl<K, V> IntoIterator for &mut SlotMap<K, V> {
        type Item = (K, &mut V);
        type IntoIter = IntoIter<(K, &mut V)>;
    }
}
pub mod secondary {
    #[derive(Clone, Debug)]
    pub struct SecondaryMap<K, V>;
    pub type SparseSecondaryMap<K, V> = SecondaryMap<K, V>;
    use std::ops::{Index, IndexMut};
    use std::vec::IntoIter;
    impl<K, V> SecondaryMap<K, V> {
        pub fn new() -> Self {}
        pub fn with_capacity(capacity: usize) -> Self {}
    }
    impl<K, V> SecondaryMap<K, V> {
        pub fn len(&self) -> usize {}
        pub fn is_empty(&self) -> bool {}
        pub fn contains_key(&self, key: K) -> bool {}
        pub fn insert(&mut self, key: K, value: V) -> Option<V> {}
        pub fn remove(&mut self, key: K) -> Option<V> {}
        pub fn retain<F: FnMut(K, &mut V) -> bool>(&mut self, f: F) {}
        pub fn clear(&mut self) {}
        pub fn drain(&mut self) -> IntoIter<(K, V)> {}
        pub fn get(&self, key: K) -> Option<&V> {}
        pub fn get_mut(&mut self, key: K) -> Option<&mut V> {}
        pub fn iter(&self) -> IntoIter<(K, &V)> {}
        pub fn iter_mut(&mut self) -> IntoIter<(K, &mut V)> {}
        pub fn keys(&self) -> IntoIter<K> {}
        pub fn values(&self) -> IntoIter<&V> {}
        pub fn values_mut(&mut self) -> IntoIter<&mut V> {}
    }
    impl<K, V> Default for SecondaryMap<K, V> {}
    impl<K, V> Index<K> for SecondaryMap<K, V> {
        type Output = V;
    }
    impl<K, V> IndexMut<K> for SecondaryMap<K, V> {}
    impl<K, V> IntoIterator for SecondaryMap<K, V> {
        type Item = (K, V);
        type IntoIter = IntoIter<(K, V)>;
    }
    impl<K, V> IntoIterator for &SecondaryMap<K, V> {
        type Item = (K, &V);
        type IntoIter = IntoIter<(K, &V)>;
    }
    impl<K, V> IntoIterator for &mut SecondaryMap<K, V> {
        type Item = (K, &mut V);
        type IntoIter = IntoIter<(K, &mut V)>;
    }
    impl<K, V> FromIterator<(K, V)> for SecondaryMap<K, V> {}
    impl<K, V> Extend<(K, V)> for SecondaryMap<K, V> {}
}
