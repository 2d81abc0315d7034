// Stand-in for `std` 1.95.0: slices, arrays, vectors.

pub mod slice {
    use crate::cmp::Ordering;
    use crate::ops::{
        Bound, Range, RangeBounds, RangeFrom, RangeFull, RangeInclusive, RangeTo, RangeToInclusive,
    };
    pub trait SliceIndex<T: ?Sized> {
        type Output: ?Sized;
    }
    impl<T> SliceIndex<[T]> for usize {
        type Output = T;
    }
    impl<T> SliceIndex<[T]> for Range<usize> {
        type Output = [T];
    }
    impl<T> SliceIndex<[T]> for RangeFrom<usize> {
        type Output = [T];
    }
    impl<T> SliceIndex<[T]> for RangeTo<usize> {
        type Output = [T];
    }
    impl<T> SliceIndex<[T]> for RangeFull {
        type Output = [T];
    }
    impl<T> SliceIndex<[T]> for RangeInclusive<usize> {
        type Output = [T];
    }
    impl<T> SliceIndex<[T]> for RangeToInclusive<usize> {
        type Output = [T];
    }
    impl<T> SliceIndex<[T]> for (Bound<usize>, Bound<usize>) {
        type Output = [T];
    }
    impl SliceIndex<str> for Range<usize> {
        type Output = str;
    }
    impl SliceIndex<str> for RangeFrom<usize> {
        type Output = str;
    }
    impl SliceIndex<str> for RangeTo<usize> {
        type Output = str;
    }
    impl SliceIndex<str> for RangeFull {
        type Output = str;
    }
    impl SliceIndex<str> for RangeInclusive<usize> {
        type Output = str;
    }
    impl SliceIndex<str> for RangeToInclusive<usize> {
        type Output = str;
    }
    pub trait Concat<Item: ?Sized> {
        type Output;
    }
    impl<S: crate::borrow::Borrow<str>> Concat<str> for [S] {
        type Output = String;
    }
    impl<T: Clone, V: crate::borrow::Borrow<[T]>> Concat<T> for [V] {
        type Output = Vec<T>;
    }
    pub trait Join<Separator> {
        type Output;
    }
    impl<S: crate::borrow::Borrow<str>> Join<&str> for [S] {
        type Output = String;
    }
    impl<T: Clone, V: crate::borrow::Borrow<[T]>> Join<&T> for [V] {
        type Output = Vec<T>;
    }
    impl<T: Clone, V: crate::borrow::Borrow<[T]>> Join<&[T]> for [V] {
        type Output = Vec<T>;
    }
    impl Join<&crate::ffi::OsStr> for [crate::ffi::OsString] {
        type Output = crate::ffi::OsString;
    }
    impl<T> [T] {
        pub fn len(&self) -> usize {}
        pub fn is_empty(&self) -> bool {}
        pub fn first(&self) -> Option<&T> {}
        pub fn first_mut(&mut self) -> Option<&mut T> {}
        pub fn split_first(&self) -> Option<(&T, &[T])> {}
        pub fn split_first_mut(&mut self) -> Option<(&mut T, &mut [T])> {}
        pub fn split_last(&self) -> Option<(&T, &[T])> {}
        pub fn split_last_mut(&mut self) -> Option<(&mut T, &mut [T])> {}
        pub fn last(&self) -> Option<&T> {}
        pub fn last_mut(&mut self) -> Option<&mut T> {}
        pub fn first_chunk(&self) -> Option<&[T; 0]> {}
        pub fn last_chunk(&self) -> Option<&[T; 0]> {}
        pub fn split_first_chunk(&self) -> Option<(&[T; 0], &[T])> {}
        pub fn get<I: SliceIndex<[T]>>(&self, index: I) -> Option<&I::Output> {}
        pub fn get_mut<I: SliceIndex<[T]>>(&mut self, index: I) -> Option<&mut I::Output> {}
        pub fn get_unchecked<I: SliceIndex<[T]>>(&self, index: I) -> &I::Output {}
        pub fn get_unchecked_mut<I: SliceIndex<[T]>>(&mut self, index: I) -> &mut I::Output {}
        pub fn as_ptr(&self) -> *const T {}
        pub fn as_mut_ptr(&mut self) -> *mut T {}
        pub fn as_ptr_range(&self) -> Range<*const T> {}
        pub fn as_slice(&self) -> &[T] {}
        pub fn swap(&mut self, a: usize, b: usize) {}
        pub fn reverse(&mut self) {}
        pub fn iter(&self) -> Iter<T> {}
        pub fn iter_mut(&mut self) -> IterMut<T> {}
        pub fn windows(&self, size: usize) -> Windows<T> {}
        pub fn array_windows(&self) -> crate::vec::IntoIter<&[T; 0]> {}
        pub fn chunks(&self, chunk_size: usize) -> Chunks<T> {}
        pub fn chunks_mut(&mut self, chunk_size: usize) -> ChunksMut<T> {}
        pub fn chunks_exact(&self, chunk_size: usize) -> ChunksExact<T> {}
        pub fn chunks_exact_mut(&mut self, chunk_size: usize) -> ChunksMut<T> {}
        pub fn as_chunks(&self) -> (&[[T; 0]], &[T]) {}
        pub fn rchunks(&self, chunk_size: usize) -> Chunks<T> {}
        pub fn chunk_by<F: FnMut(&T, &T) -> bool>(&self, pred: F) -> Chunks<T> {}
        pub fn split_at(&self, mid: usize) -> (&[T], &[T]) {}
        pub fn split_at_mut(&mut self, mid: usize) -> (&mut [T], &mut [T]) {}
        pub fn split_at_checked(&self, mid: usize) -> Option<(&[T], &[T])> {}
        pub fn split<F: FnMut(&T) -> bool>(&self, pred: F) -> Split<T, F> {}
        pub fn split_mut<F: FnMut(&T) -> bool>(&mut self, pred: F) -> ChunksMut<T> {}
        pub fn split_inclusive<F: FnMut(&T) -> bool>(&self, pred: F) -> Split<T, F> {}
        pub fn rsplit<F: FnMut(&T) -> bool>(&self, pred: F) -> Split<T, F> {}
        pub fn splitn<F: FnMut(&T) -> bool>(&self, n: usize, pred: F) -> Split<T, F> {}
        pub fn rsplitn<F: FnMut(&T) -> bool>(&self, n: usize, pred: F) -> Split<T, F> {}
        pub fn split_once<F: FnMut(&T) -> bool>(&self, pred: F) -> Option<(&[T], &[T])> {}
        pub fn contains(&self, x: &T) -> bool {}
        pub fn starts_with(&self, needle: &[T]) -> bool {}
        pub fn ends_with(&self, needle: &[T]) -> bool {}
        pub fn strip_prefix(&self, prefix: &[T]) -> Option<&[T]> {}
        pub fn strip_suffix(&self, suffix: &[T]) -> Option<&[T]> {}
        pub fn binary_search(&self, x: &T) -> Result<usize, usize> {}
        pub fn binary_search_by<F: FnMut(&T) -> Ordering>(&self, f: F) -> Result<usize, usize> {}
        pub fn binary_search_by_key<B, F: FnMut(&T) -> B>(&self, b: &B, f: F) -> Result<usize, usize> {}
        pub fn partition_point<P: FnMut(&T) -> bool>(&self, pred: P) -> usize {}
        pub fn sort(&mut self) {}
        pub fn sort_by<F: FnMut(&T, &T) -> Ordering>(&mut self, compare: F) {}
        pub fn sort_by_key<K, F: FnMut(&T) -> K>(&mut self, f: F) {}
        pub fn sort_by_cached_key<K, F: FnMut(&T) -> K>(&mut self, f: F) {}
        pub fn sort_unstable(&mut self) {}
        pub fn sort_unstable_by<F: FnMut(&T, &T) -> Ordering>(&mut self, compare: F) {}
        pub fn sort_unstable_by_key<K, F: FnMut(&T) -> K>(&mut self, f: F) {}
        pub fn select_nth_unstable(&mut self, index: usize) -> (&mut [T], &mut T, &mut [T]) {}
        pub fn is_sorted(&self) -> bool {}
        pub fn is_sorted_by<F: FnMut(&T, &T) -> bool>(&self, f: F) -> bool {}
        pub fn is_sorted_by_key<K, F: FnMut(&T) -> K>(&self, f: F) -> bool {}
        pub fn rotate_left(&mut self, mid: usize) {}
        pub fn rotate_right(&mut self, k: usize) {}
        pub fn fill(&mut self, value: T) {}
        pub fn fill_with<F: FnMut() -> T>(&mut self, f: F) {}
        pub fn clone_from_slice(&mut self, src: &[T]) {}
        pub fn copy_from_slice(&mut self, src: &[T]) {}
        pub fn copy_within<R: RangeBounds<usize>>(&mut self, src: R, dest: usize) {}
        pub fn swap_with_slice(&mut self, other: &mut [T]) {}
        pub fn to_vec(&self) -> Vec<T> {}
        pub fn into_vec(self: Box<Self>) -> Vec<T> {}
        pub fn repeat(&self, n: usize) -> Vec<T> {}
        pub fn concat<Item: ?Sized>(&self) -> <Self as Concat<Item>>::Output
        where
            Self: Concat<Item>,
        {
        }
        pub fn join<Separator>(&self, sep: Separator) -> <Self as Join<Separator>>::Output
        where
            Self: Join<Separator>,
        {
        }
        pub fn get_disjoint_mut(&mut self, indices: [usize; 0]) -> Result<[&mut T; 0], ()> {}
    }
    impl [u8] {
        pub fn is_ascii(&self) -> bool {}
        pub fn eq_ignore_ascii_case(&self, other: &[u8]) -> bool {}
        pub fn make_ascii_uppercase(&mut self) {}
        pub fn make_ascii_lowercase(&mut self) {}
        pub fn to_ascii_uppercase(&self) -> Vec<u8> {}
        pub fn to_ascii_lowercase(&self) -> Vec<u8> {}
        pub fn escape_ascii(&self) -> EscapeAscii {}
        pub fn trim_ascii(&self) -> &[u8] {}
        pub fn trim_ascii_start(&self) -> &[u8] {}
        pub fn trim_ascii_end(&self) -> &[u8] {}
        pub fn utf8_chunks(&self) -> crate::vec::IntoIter<crate::str::Utf8Chunk> {}
    }
    pub struct EscapeAscii;
    impl Iterator for EscapeAscii {
        type Item = u8;
    }
    impl crate::fmt::Display for EscapeAscii {}
    #[derive(Debug)]
    pub struct Iter<T>;
    #[derive(Debug)]
    pub struct IterMut<T>;
    #[derive(Clone)]
    pub struct Windows<T>;
    #[derive(Clone)]
    pub struct Chunks<T>;
    pub struct ChunksMut<T>;
    #[derive(Clone)]
    pub struct ChunksExact<T>;
    pub struct Split<T, P>;
    impl<T> Clone for Iter<T> {}
    impl<T> Iter<T> {
        pub fn as_slice(&self) -> &[T] {}
    }
    impl<T> IterMut<T> {
        pub fn into_slice(self) -> &mut [T] {}
        pub fn as_slice(&self) -> &[T] {}
    }
    impl<T> ChunksExact<T> {
        pub fn remainder(&self) -> &[T] {}
    }
    impl<T> Default for Iter<T> {}
    impl<T> AsRef<[T]> for Iter<T> {}
    impl<T> Iterator for Iter<T> {
        type Item = &T;
    }
    impl<T> Iterator for IterMut<T> {
        type Item = &mut T;
    }
    impl<T> Iterator for Windows<T> {
        type Item = &[T];
    }
    impl<T> Iterator for Chunks<T> {
        type Item = &[T];
    }
    impl<T> Iterator for ChunksMut<T> {
        type Item = &mut [T];
    }
    impl<T> Iterator for ChunksExact<T> {
        type Item = &[T];
    }
    impl<T, P> Iterator for Split<T, P> {
        type Item = &[T];
    }
    impl<T> DoubleEndedIterator for Iter<T> {}
    impl<T> DoubleEndedIterator for IterMut<T> {}
    impl<T> DoubleEndedIterator for Windows<T> {}
    impl<T> DoubleEndedIterator for Chunks<T> {}
    impl<T> DoubleEndedIterator for ChunksExact<T> {}
    impl<T, P> DoubleEndedIterator for Split<T, P> {}
    impl<T> ExactSizeIterator for Iter<T> {}
    impl<T> ExactSizeIterator for IterMut<T> {}
    impl<T> ExactSizeIterator for Windows<T> {}
    impl<T> ExactSizeIterator for Chunks<T> {}
    impl<T> ExactSizeIterator for ChunksExact<T> {}
    impl<T> IntoIterator for &[T] {
        type Item = &T;
        type IntoIter = Iter<T>;
    }
    impl<T> IntoIterator for &mut [T] {
        type Item = &mut T;
        type IntoIter = IterMut<T>;
    }
    pub fn from_ref<T>(s: &T) -> &[T] {}
    pub fn from_mut<T>(s: &mut T) -> &mut [T] {}
    pub fn from_raw_parts<T>(data: *const T, len: usize) -> &'static [T] {}
    pub fn from_raw_parts_mut<T>(data: *mut T, len: usize) -> &'static mut [T] {}
}
pub mod array {
    impl<T> [T; 0] {
        pub fn map<U, F: FnMut(T) -> U>(self, f: F) -> [U; 0] {}
        pub fn as_slice(&self) -> &[T] {}
        pub fn as_mut_slice(&mut self) -> &mut [T] {}
        pub fn each_ref(&self) -> [&T; 0] {}
        pub fn each_mut(&mut self) -> [&mut T; 0] {}
    }
    #[derive(Clone, Debug)]
    pub struct IntoIter<T>;
    impl<T> Iterator for IntoIter<T> {
        type Item = T;
    }
    impl<T> DoubleEndedIterator for IntoIter<T> {}
    impl<T> ExactSizeIterator for IntoIter<T> {}
    impl<T> IntoIterator for [T; 0] {
        type Item = T;
        type IntoIter = IntoIter<T>;
    }
    impl<T> IntoIterator for &[T; 0] {
        type Item = &T;
        type IntoIter = crate::slice::Iter<T>;
    }
    impl<T> IntoIterator for &mut [T; 0] {
        type Item = &mut T;
        type IntoIter = crate::slice::IterMut<T>;
    }
    impl<T> TryFrom<&[T]> for [T; 0] {
        type Error = TryFromSliceError;
    }
    impl<T> TryFrom<&[T]> for &[T; 0] {
        type Error = TryFromSliceError;
    }
    impl<T> TryFrom<Vec<T>> for [T; 0] {
        type Error = Vec<T>;
    }
    impl<T> crate::borrow::Borrow<[T]> for [T; 0] {}
    #[derive(Clone, Copy, Debug)]
    pub struct TryFromSliceError;
    impl crate::fmt::Display for TryFromSliceError {}
    impl crate::error::Error for TryFromSliceError {}
    pub fn from_fn<T, F: FnMut(usize) -> T>(f: F) -> [T; 0] {}
    pub fn from_ref<T>(s: &T) -> &[T; 0] {}
}
pub mod vec {
    use crate::ops::{Deref, DerefMut, Index, IndexMut, RangeBounds};
    use crate::slice::SliceIndex;
    #[derive(Clone, PartialOrd, Eq, Ord, Debug, Hash)]
    pub struct Vec<T>;
    impl<T> Vec<T> {
        pub fn new() -> Vec<T> {}
        pub fn with_capacity(capacity: usize) -> Vec<T> {}
        pub fn from_raw_parts(ptr: *mut T, length: usize, capacity: usize) -> Vec<T> {}
        pub fn capacity(&self) -> usize {}
        pub fn reserve(&mut self, additional: usize) {}
        pub fn reserve_exact(&mut self, additional: usize) {}
        pub fn try_reserve(&mut self, additional: usize) -> Result<(), crate::collections::TryReserveError> {}
        pub fn try_reserve_exact(
            &mut self,
            additional: usize,
        ) -> Result<(), crate::collections::TryReserveError> {
        }
        pub fn shrink_to_fit(&mut self) {}
        pub fn shrink_to(&mut self, min_capacity: usize) {}
        pub fn into_boxed_slice(self) -> Box<[T]> {}
        pub fn truncate(&mut self, len: usize) {}
        pub fn as_slice(&self) -> &[T] {}
        pub fn as_mut_slice(&mut self) -> &mut [T] {}
        pub fn as_ptr(&self) -> *const T {}
        pub fn as_mut_ptr(&mut self) -> *mut T {}
        pub fn set_len(&mut self, new_len: usize) {}
        pub fn swap_remove(&mut self, index: usize) -> T {}
        pub fn insert(&mut self, index: usize, element: T) {}
        pub fn remove(&mut self, index: usize) -> T {}
        pub fn retain<F: FnMut(&T) -> bool>(&mut self, f: F) {}
        pub fn retain_mut<F: FnMut(&mut T) -> bool>(&mut self, f: F) {}
        pub fn dedup_by_key<F: FnMut(&mut T) -> K, K>(&mut self, key: F) {}
        pub fn dedup_by<F: FnMut(&mut T, &mut T) -> bool>(&mut self, same_bucket: F) {}
        pub fn dedup(&mut self) {}
        pub fn push(&mut self, value: T) {}
        pub fn push_mut(&mut self, value: T) -> &mut T {}
        pub fn pop(&mut self) -> Option<T> {}
        pub fn pop_if<F: FnOnce(&mut T) -> bool>(&mut self, predicate: F) -> Option<T> {}
        pub fn append(&mut self, other: &mut Vec<T>) {}
        pub fn drain<R: RangeBounds<usize>>(&mut self, range: R) -> Drain<T> {}
        pub fn extract_if<R: RangeBounds<usize>, F: FnMut(&mut T) -> bool>(
            &mut self,
            range: R,
            filter: F,
        ) -> Drain<T> {
        }
        pub fn clear(&mut self) {}
        pub fn len(&self) -> usize {}
        pub fn is_empty(&self) -> bool {}
        pub fn split_off(&mut self, at: usize) -> Vec<T> {}
        pub fn resize_with<F: FnMut() -> T>(&mut self, new_len: usize, f: F) {}
        pub fn leak(self) -> &'static mut [T] {}
        pub fn spare_capacity_mut(&mut self) -> &mut [crate::mem::MaybeUninit<T>] {}
        pub fn resize(&mut self, new_len: usize, value: T) {}
        pub fn extend_from_slice(&mut self, other: &[T]) {}
        pub fn extend_from_within<R: RangeBounds<usize>>(&mut self, src: R) {}
        pub fn splice<R: RangeBounds<usize>, I: IntoIterator<Item = T>>(
            &mut self,
            range: R,
            replace_with: I,
        ) -> Drain<T> {
        }
    }
    impl<T> Vec<[T; 0]> {
        pub fn into_flattened(self) -> Vec<T> {}
    }
    impl<T> Deref for Vec<T> {
        type Target = [T];
    }
    impl<T> DerefMut for Vec<T> {}
    impl<T, I: SliceIndex<[T]>> Index<I> for Vec<T> {
        type Output = I::Output;
    }
    impl<T, I: SliceIndex<[T]>> IndexMut<I> for Vec<T> {}
    impl<T> FromIterator<T> for Vec<T> {}
    impl<T> IntoIterator for Vec<T> {
        type Item = T;
        type IntoIter = IntoIter<T>;
    }
    impl<T> IntoIterator for &Vec<T> {
        type Item = &T;
        type IntoIter = crate::slice::Iter<T>;
    }
    impl<T> IntoIterator for &mut Vec<T> {
        type Item = &mut T;
        type IntoIter = crate::slice::IterMut<T>;
    }
    impl<T> Extend<T> for Vec<T> {}
    impl<T: Copy> Extend<&T> for Vec<T> {}
    impl<T> Default for Vec<T> {}
    impl<T> AsRef<[T]> for Vec<T> {}
    impl<T> AsRef<Vec<T>> for Vec<T> {}
    impl<T> AsMut<[T]> for Vec<T> {}
    impl<T> crate::borrow::Borrow<[T]> for Vec<T> {}
    impl<T> crate::borrow::BorrowMut<[T]> for Vec<T> {}
    impl<T: Clone> From<&[T]> for Vec<T> {}
    impl<T: Clone> From<&mut [T]> for Vec<T> {}
    impl<T> From<[T; 0]> for Vec<T> {}
    impl<T: Clone> From<&[T; 0]> for Vec<T> {}
    impl<T: Clone> From<crate::borrow::Cow<[T]>> for Vec<T> {}
    impl<T> From<Box<[T]>> for Vec<T> {}
    impl<T> From<crate::collections::BinaryHeap<T>> for Vec<T> {}
    impl<T> From<crate::collections::VecDeque<T>> for Vec<T> {}
    impl From<String> for Vec<u8> {}
    impl From<&str> for Vec<u8> {}
    impl From<crate::ffi::CString> for Vec<u8> {}
    impl<T: PartialEq<U>, U> PartialEq<Vec<U>> for Vec<T> {}
    impl<T: PartialEq<U>, U> PartialEq<[U]> for Vec<T> {}
    impl<T: PartialEq<U>, U> PartialEq<&[U]> for Vec<T> {}
    impl<T: PartialEq<U>, U> PartialEq<[U; 0]> for Vec<T> {}
    impl<T: PartialEq<U>, U> PartialEq<&[U; 0]> for Vec<T> {}
    impl<T: PartialEq<U>, U> PartialEq<Vec<U>> for [T] {}
    impl<T: PartialEq<U>, U> PartialEq<Vec<U>> for &[T] {}
    impl crate::io::Write for Vec<u8> {}
    #[derive(Clone, Debug)]
    pub struct IntoIter<T>;
    impl<T> IntoIter<T> {
        pub fn as_slice(&self) -> &[T] {}
    }
    impl<T> Iterator for IntoIter<T> {
        type Item = T;
    }
    impl<T> DoubleEndedIterator for IntoIter<T> {}
    impl<T> ExactSizeIterator for IntoIter<T> {}
    impl<T> Default for IntoIter<T> {}
    #[derive(Debug)]
    pub struct Drain<T>;
    impl<T> Drain<T> {
        pub fn as_slice(&self) -> &[T] {}
    }
    impl<T> Iterator for Drain<T> {
        type Item = T;
    }
    impl<T> DoubleEndedIterator for Drain<T> {}
    impl<T> ExactSizeIterator for Drain<T> {}
}
