        impl<T: PartialEq, S> PartialEq for SET {}
        impl<T: Eq, S> Eq for SET {}
        impl<T, S> FromIterator<T> for SET {}
        impl<T, S> Extend<T> for SET {}
        impl<T: Copy, S> Extend<&T> for SET {}
        impl<T, S> From<[T; 0]> for SET {}
        impl<T, S> IntoIterator for SET { type Item = T; type IntoIter = crate::vec::IntoIter<T>; }
        impl<T, S> IntoIterator for &SET { type Item = &T; type IntoIter = Iter<T>; }
        impl<T, S> crate::ops::BitOr<&SET> for &SET { type Output = SET; }
        impl<T, S> crate::ops::BitAnd<&SET> for &SET { type Output = SET; }
        impl<T, S> crate::ops::Sub<&SET> for &SET { type Output = SET; }
        pub use crate::slice::Iter;
        pub use crate::vec::IntoIter;
