impl<T: ?Sized> crate::ops::Deref for crate::SELF<T> { type Target = T; }
impl<T: ?Sized> Clone for crate::SELF<T> {}
impl<T: Default> Default for crate::SELF<T> {}
impl<T: ?Sized + PartialEq> PartialEq for crate::SELF<T> {}
impl<T: ?Sized + Eq> Eq for crate::SELF<T> {}
impl<T: ?Sized + PartialOrd> PartialOrd for crate::SELF<T> {}
impl<T: ?Sized + Ord> Ord for crate::SELF<T> {}
impl<T: ?Sized + crate::hash::Hash> crate::hash::Hash for crate::SELF<T> {}
impl<T: ?Sized + crate::fmt::Debug> crate::fmt::Debug for crate::SELF<T> {}
impl<T: ?Sized + crate::fmt::Display> crate::fmt::Display for crate::SELF<T> {}
impl<T: ?Sized> AsRef<T> for crate::SELF<T> {}
impl<T: ?Sized> crate::borrow::Borrow<T> for crate::SELF<T> {}
impl<T> From<T> for crate::SELF<T> {}
impl<T: ?Sized> From<Box<T>> for crate::SELF<T> {}
impl From<&str> for crate::SELF<str> {}
impl From<String> for crate::SELF<str> {}
impl<T: Clone> From<&[T]> for crate::SELF<[T]> {}
impl<T> From<Vec<T>> for crate::SELF<[T]> {}
impl<T> From<[T; 0]> for crate::SELF<[T]> {}
impl From<crate::path::PathBuf> for crate::SELF<crate::path::Path> {}
impl From<&crate::path::Path> for crate::SELF<crate::path::Path> {}
impl<T> FromIterator<T> for crate::SELF<[T]> {}
impl<T: ?Sized + crate::error::Error> crate::error::Error for crate::SELF<T> {}
