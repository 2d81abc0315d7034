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
        pub type IntoKeys<K, V> = crate::vec::IntoIter<K>;
        pub type IntoValues<K, V> = crate::vec::IntoIter<V>;
        impl<K, V> Iterator for Iter<K, V> { type Item = (&K, &V); }
        impl<K, V> Iterator for IterMut<K, V> { type Item = (&K, &mut V); }
        impl<K, V> Iterator for IntoIter<K, V> { type Item = (K, V); }
        impl<K, V> Iterator for Keys<K, V> { type Item = &K; }
        impl<K, V> Iterator for Values<K, V> { type Item = &V; }
        impl<K, V> Iterator for ValuesMut<K, V> { type Item = &mut V; }
        impl<K, V> DoubleEndedIterator for Iter<K, V> {}
        impl<K, V> DoubleEndedIterator for IterMut<K, V> {}
        impl<K, V> DoubleEndedIterator for IntoIter<K, V> {}
        impl<K, V> DoubleEndedIterator for Keys<K, V> {}
        impl<K, V> DoubleEndedIterator for Values<K, V> {}
        impl<K, V> ExactSizeIterator for Iter<K, V> {}
        impl<K, V> ExactSizeIterator for IntoIter<K, V> {}
        impl<K, V> ExactSizeIterator for Keys<K, V> {}
        impl<K, V> ExactSizeIterator for Values<K, V> {}
        #[derive(Debug)]
        pub enum Entry<K, V> { Occupied(OccupiedEntry<K, V>), Vacant(VacantEntry<K, V>) }
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
