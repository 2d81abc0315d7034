// Stand-in for `rayon` 1.12.0: parallel iterators.

pub fn join<A: FnOnce() -> RA, B: FnOnce() -> RB, RA, RB>(a: A, b: B) -> (RA, RB) {}
pub mod prelude {
    pub use super::iter::*;
    pub use super::slice::*;
}
pub mod iter {
    pub trait ParallelIterator: Sized {
        type Item;
        fn for_each<F: Fn(Self::Item)>(self, op: F) {}
        fn map<R, F: Fn(Self::Item) -> R>(self, op: F) -> Parallel<R> {}
        fn filter<P: Fn(&Self::Item) -> bool>(self, op: P) -> Parallel<Self::Item> {}
        fn filter_map<R, P: Fn(Self::Item) -> Option<R>>(self, op: P) -> Parallel<R> {}
        fn flat_map<R: IntoParallelIterator, F: Fn(Self::Item) -> R>(self, op: F) -> Parallel<R::Item> {}
        fn flat_map_iter<R: IntoIterator, F: Fn(Self::Item) -> R>(self, op: F) -> Parallel<R::Item> {}
        fn cloned<T>(self) -> Parallel<T>
        where
            Self: ParallelIterator<Item = &T>,
        {
        }
        fn copied<T>(self) -> Parallel<T>
        where
            Self: ParallelIterator<Item = &T>,
        {
        }
        // Differs: of `IndexedParallelIterator`, which is the same trait here.
        fn enumerate(self) -> Parallel<(usize, Self::Item)> {}
        // Differs: of `IndexedParallelIterator`, which is the same trait here.
        fn with_min_len(self, min: usize) -> Self {}
        fn fold<T, ID: Fn() -> T, F: Fn(T, Self::Item) -> T>(self, identity: ID, op: F) -> Parallel<T> {}
        fn reduce<ID: Fn() -> Self::Item, OP: Fn(Self::Item, Self::Item) -> Self::Item>(
            self,
            identity: ID,
            op: OP,
        ) -> Self::Item {
        }
        fn any<P: Fn(Self::Item) -> bool>(self, predicate: P) -> bool {}
        fn all<P: Fn(Self::Item) -> bool>(self, predicate: P) -> bool {}
        fn find_any<P: Fn(&Self::Item) -> bool>(self, predicate: P) -> Option<Self::Item> {}
        fn count(self) -> usize {}
        fn sum<S: std::iter::Sum<Self::Item>>(self) -> S {}
        fn max_by_key<K, F: Fn(&Self::Item) -> K>(self, f: F) -> Option<Self::Item> {}
        fn min_by_key<K, F: Fn(&Self::Item) -> K>(self, f: F) -> Option<Self::Item> {}
        fn collect<C: std::iter::FromIterator<Self::Item>>(self) -> C {}
        fn partition<
            A: Default + Extend<Self::Item>,
            B: Default + Extend<Self::Item>,
            P: Fn(&Self::Item) -> bool,
        >(
            self,
            predicate: P,
        ) -> (A, B) {
        }
        fn try_for_each<R, F: Fn(Self::Item) -> R>(self, op: F) -> R {}
    }
    pub use self::ParallelIterator as IndexedParallelIterator;
    // Differs: stands for every adaptor.
    pub struct Parallel<T>;
    impl<T> ParallelIterator for Parallel<T> {
        type Item = T;
    }
    pub trait IntoParallelIterator {
        type Item;
        fn into_par_iter(self) -> Parallel<Self::Item>;
    }
    impl<I: IntoIterator> IntoParallelIterator for I {
        type Item = I::Item;
    }
    pub trait IntoParallelRefIterator<'a> {
        type Item;
        fn par_iter(&self) -> Parallel<Self::Item>;
    }
    impl<T> IntoParallelRefIterator for [T] {
        type Item = &T;
    }
    impl<T> IntoParallelRefIterator for Vec<T> {
        type Item = &T;
    }
    pub trait IntoParallelRefMutIterator<'a> {
        type Item;
        fn par_iter_mut(&mut self) -> Parallel<Self::Item>;
    }
    impl<T> IntoParallelRefMutIterator for [T] {
        type Item = &mut T;
    }
    impl<T> IntoParallelRefMutIterator for Vec<T> {
        type Item = &mut T;
    }
}
pub mod slice {
    pub trait ParallelSlice<T> {
        fn par_chunks(&self, size: usize) -> super::iter::Parallel<&[T]>;
    }
    impl<T> ParallelSlice<T> for [T] {}
    pub trait ParallelSliceMut<T> {
        fn par_sort(&mut self) {}
        fn par_sort_by<F: Fn(&T, &T) -> std::cmp::Ordering>(&mut self, f: F) {}
        fn par_sort_by_key<K, F: Fn(&T) -> K>(&mut self, f: F) {}
        fn par_sort_unstable(&mut self) {}
        fn par_sort_unstable_by<F: Fn(&T, &T) -> std::cmp::Ordering>(&mut self, f: F) {}
        fn par_sort_unstable_by_key<K, F: Fn(&T) -> K>(&mut self, f: F) {}
    }
    impl<T> ParallelSliceMut<T> for [T] {}
}
