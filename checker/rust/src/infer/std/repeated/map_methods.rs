            pub fn capacity(&self) -> usize {}
            pub fn keys(&self) -> Keys<K, V> {}
            pub fn into_keys(self) -> crate::vec::IntoIter<K> {}
            pub fn values(&self) -> Values<K, V> {}
            pub fn values_mut(&mut self) -> ValuesMut<K, V> {}
            pub fn into_values(self) -> crate::vec::IntoIter<V> {}
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
            pub fn get<Q: ?Sized>(&self, k: &Q) -> Option<&V> where K: Borrow<Q> {}
            pub fn get_key_value<Q: ?Sized>(&self, k: &Q) -> Option<(&K, &V)> where K: Borrow<Q> {}
            pub fn contains_key<Q: ?Sized>(&self, k: &Q) -> bool where K: Borrow<Q> {}
            pub fn get_mut<Q: ?Sized>(&mut self, k: &Q) -> Option<&mut V> where K: Borrow<Q> {}
            pub fn insert(&mut self, k: K, v: V) -> Option<V> {}
            pub fn remove<Q: ?Sized>(&mut self, k: &Q) -> Option<V> where K: Borrow<Q> {}
            pub fn remove_entry<Q: ?Sized>(&mut self, k: &Q) -> Option<(K, V)> where K: Borrow<Q> {}
