        impl<K: PartialEq, V: PartialEq, S> PartialEq for MAP {}
        impl<K: Eq, V: Eq, S> Eq for MAP {}
        impl<K, V, S> FromIterator<(K, V)> for MAP {}
        impl<K, V, S> Extend<(K, V)> for MAP {}
        impl<K: Copy, V: Copy, S> Extend<(&K, &V)> for MAP {}
        impl<K, V, S> From<[(K, V); 0]> for MAP {}
        impl<K, V, S, Q: ?Sized> crate::ops::Index<&Q> for MAP { type Output = V; }
        impl<K, V, S> IntoIterator for MAP { type Item = (K, V); type IntoIter = IntoIter<K, V>; }
        impl<K, V, S> IntoIterator for &MAP { type Item = (&K, &V); type IntoIter = Iter<K, V>; }
        impl<K, V, S> IntoIterator for &mut MAP { type Item = (&K, &mut V); type IntoIter = IterMut<K, V>; }
