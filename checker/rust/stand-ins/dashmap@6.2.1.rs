// Stand-in for `dashmap` 6.2.1: a map that is shared between threads.

pub use self::mapref::entry::Entry;
pub mod mapref {
    pub mod one {
        use std::ops::{Deref, DerefMut};
        pub struct Ref<K, V>;
        impl<K, V> Ref<K, V> {
            pub fn key(&self) -> &K {}
            pub fn value(&self) -> &V {}
            pub fn pair(&self) -> (&K, &V) {}
        }
        impl<K, V> Deref for Ref<K, V> {
            type Target = V;
        }
        pub struct RefMut<K, V>;
        impl<K, V> RefMut<K, V> {
            pub fn key(&self) -> &K {}
            pub fn value(&self) -> &V {}
            pub fn value_mut(&mut self) -> &mut V {}
        }
        impl<K, V> Deref for RefMut<K, V> {
            type Target = V;
        }
        impl<K, V> DerefMut for RefMut<K, V> {}
    }
    pub mod multiple {
        pub use super::one::{Ref as RefMulti, RefMut as RefMutMulti};
    }
    pub mod entry {
        use super::one::RefMut;
        pub enum Entry<K, V> {
            Occupied(OccupiedEntry<K, V>),
            Vacant(VacantEntry<K, V>),
        }
        impl<K, V> Entry<K, V> {
            pub fn and_modify<F: FnOnce(&mut V)>(self, f: F) -> Self {}
            pub fn key(&self) -> &K {}
            pub fn or_default(self) -> RefMut<K, V> {}
            pub fn or_insert(self, value: V) -> RefMut<K, V> {}
            pub fn or_insert_with<F: FnOnce() -> V>(self, value: F) -> RefMut<K, V> {}
            pub fn or_try_insert_with<E, F: FnOnce() -> Result<V, E>>(
                self,
                value: F,
            ) -> Result<RefMut<K, V>, E> {
            }
        }
        pub struct OccupiedEntry<K, V>;
        impl<K, V> OccupiedEntry<K, V> {
            pub fn key(&self) -> &K {}
            pub fn get(&self) -> &V {}
            pub fn get_mut(&mut self) -> &mut V {}
            pub fn insert(&mut self, value: V) -> V {}
            pub fn into_ref(self) -> RefMut<K, V> {}
            pub fn remove(self) -> V {}
        }
        pub struct VacantEntry<K, V>;
        impl<K, V> VacantEntry<K, V> {
            pub fn key(&self) -> &K {}
            pub fn insert(self, value: V) -> RefMut<K, V> {}
        }
    }
}
#[derive(Clone, Debug)]
pub struct DashMap<K, V, S = std::hash::RandomState>;
impl<K, V> DashMap<K, V> {
    pub fn new() -> Self {}
    pub fn with_capacity(capacity: usize) -> Self {}
}
impl<K, V, S> DashMap<K, V, S> {
    pub fn with_hasher(hasher: S) -> Self {}
    pub fn insert(&self, key: K, value: V) -> Option<V> {}
    pub fn remove<Q: ?Sized>(&self, key: &Q) -> Option<(K, V)> {}
    pub fn remove_if<Q: ?Sized, F: FnOnce(&K, &V) -> bool>(&self, key: &Q, f: F) -> Option<(K, V)> {}
    pub fn get<Q: ?Sized>(&self, key: &Q) -> Option<mapref::one::Ref<K, V>> {}
    pub fn get_mut<Q: ?Sized>(&self, key: &Q) -> Option<mapref::one::RefMut<K, V>> {}
    pub fn contains_key<Q: ?Sized>(&self, key: &Q) -> bool {}
    pub fn entry(&self, key: K) -> Entry<K, V> {}
    pub fn iter(&self) -> std::vec::IntoIter<mapref::one::Ref<K, V>> {}
    pub fn iter_mut(&self) -> std::vec::IntoIter<mapref::one::RefMut<K, V>> {}
    pub fn retain<F: FnMut(&K, &mut V) -> bool>(&self, f: F) {}
    pub fn alter<Q: ?Sized, F: FnOnce(&K, V) -> V>(&self, key: &Q, f: F) {}
    pub fn len(&self) -> usize {}
    pub fn is_empty(&self) -> bool {}
    pub fn clear(&self) {}
}
impl<K, V, S: Default> Default for DashMap<K, V, S> {}
impl<K, V> FromIterator<(K, V)> for DashMap<K, V> {}
impl<K, V, S> IntoIterator for DashMap<K, V, S> {
    type Item = (K, V);
    type IntoIter = std::vec::IntoIter<(K, V)>;
}
impl<K, V, S> IntoIterator for &DashMap<K, V, S> {
    type Item = mapref::one::Ref<K, V>;
    type IntoIter = std::vec::IntoIter<mapref::one::Ref<K, V>>;
}
#[derive(Clone, Debug, Default)]
pub struct DashSet<K, S = std::hash::RandomState>;
impl<K> DashSet<K> {
    pub fn new() -> Self {}
}
impl<K, S> DashSet<K, S> {
    pub fn insert(&self, key: K) -> bool {}
    pub fn remove<Q: ?Sized>(&self, key: &Q) -> Option<K> {}
    pub fn contains<Q: ?Sized>(&self, key: &Q) -> bool {}
    pub fn len(&self) -> usize {}
    pub fn is_empty(&self) -> bool {}
    pub fn clear(&self) {}
}
