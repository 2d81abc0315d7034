            pub fn capacity(&self) -> usize {}
            pub fn iter(&self) -> Iter<T> {}
            pub fn len(&self) -> usize {}
            pub fn is_empty(&self) -> bool {}
            pub fn drain(&mut self) -> crate::vec::IntoIter<T> {}
            pub fn extract_if<F: FnMut(&T) -> bool>(&mut self, pred: F) -> crate::vec::IntoIter<T> {}
            pub fn retain<F: FnMut(&T) -> bool>(&mut self, f: F) {}
            pub fn clear(&mut self) {}
            pub fn reserve(&mut self, additional: usize) {}
            pub fn shrink_to_fit(&mut self) {}
            pub fn difference(&self, other: &SET) -> Iter<T> {}
            pub fn symmetric_difference(&self, other: &SET) -> Iter<T> {}
            pub fn intersection(&self, other: &SET) -> Iter<T> {}
            pub fn union(&self, other: &SET) -> Iter<T> {}
            pub fn contains<Q: ?Sized>(&self, value: &Q) -> bool where T: Borrow<Q> {}
            pub fn get<Q: ?Sized>(&self, value: &Q) -> Option<&T> where T: Borrow<Q> {}
            pub fn is_disjoint(&self, other: &SET) -> bool {}
            pub fn is_subset(&self, other: &SET) -> bool {}
            pub fn is_superset(&self, other: &SET) -> bool {}
            pub fn insert(&mut self, value: T) -> bool {}
            pub fn replace(&mut self, value: T) -> Option<T> {}
            pub fn remove<Q: ?Sized>(&mut self, value: &Q) -> bool where T: Borrow<Q> {}
            pub fn take<Q: ?Sized>(&mut self, value: &Q) -> Option<T> where T: Borrow<Q> {}
