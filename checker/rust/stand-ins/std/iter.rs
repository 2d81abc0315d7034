// Stand-in for `std` 1.95.0: iterators.

pub mod iter {
    use crate::cmp::Ordering;
    pub trait Iterator {
        type Item;
        fn next(&mut self) -> Option<Self::Item>;
        fn size_hint(&self) -> (usize, Option<usize>) {}
        fn count(self) -> usize
        where
            Self: Sized,
        {
        }
        fn last(self) -> Option<Self::Item>
        where
            Self: Sized,
        {
        }
        fn advance_by(&mut self, n: usize) -> Result<(), crate::num::NonZero<usize>> {}
        fn nth(&mut self, n: usize) -> Option<Self::Item> {}
        fn next_chunk(&mut self) -> Result<[Self::Item; 0], crate::array::IntoIter<Self::Item>> {}
        fn step_by(self, step: usize) -> StepBy<Self>
        where
            Self: Sized,
        {
        }
        fn chain<U: IntoIterator<Item = Self::Item>>(self, other: U) -> Chain<Self, U::IntoIter>
        where
            Self: Sized,
        {
        }
        fn zip<U: IntoIterator>(self, other: U) -> Zip<Self, U::IntoIter>
        where
            Self: Sized,
        {
        }
        fn intersperse(self, separator: Self::Item) -> Intersperse<Self>
        where
            Self: Sized,
        {
        }
        fn map<B, F: FnMut(Self::Item) -> B>(self, f: F) -> Map<Self, F>
        where
            Self: Sized,
        {
        }
        fn for_each<F: FnMut(Self::Item)>(self, f: F)
        where
            Self: Sized,
        {
        }
        fn filter<P: FnMut(&Self::Item) -> bool>(self, predicate: P) -> Filter<Self, P>
        where
            Self: Sized,
        {
        }
        fn filter_map<B, F: FnMut(Self::Item) -> Option<B>>(self, f: F) -> FilterMap<Self, F>
        where
            Self: Sized,
        {
        }
        fn enumerate(self) -> Enumerate<Self>
        where
            Self: Sized,
        {
        }
        fn peekable(self) -> Peekable<Self>
        where
            Self: Sized,
        {
        }
        fn skip_while<P: FnMut(&Self::Item) -> bool>(self, predicate: P) -> SkipWhile<Self, P>
        where
            Self: Sized,
        {
        }
        fn take_while<P: FnMut(&Self::Item) -> bool>(self, predicate: P) -> TakeWhile<Self, P>
        where
            Self: Sized,
        {
        }
        fn map_while<B, P: FnMut(Self::Item) -> Option<B>>(self, predicate: P) -> MapWhile<Self, P>
        where
            Self: Sized,
        {
        }
        fn skip(self, n: usize) -> Skip<Self>
        where
            Self: Sized,
        {
        }
        fn take(self, n: usize) -> Take<Self>
        where
            Self: Sized,
        {
        }
        fn scan<St, B, F: FnMut(&mut St, Self::Item) -> Option<B>>(
            self,
            initial: St,
            f: F,
        ) -> Scan<Self, St, F>
        where
            Self: Sized,
        {
        }
        fn flat_map<U: IntoIterator, F: FnMut(Self::Item) -> U>(self, f: F) -> FlatMap<Self, U, F>
        where
            Self: Sized,
        {
        }
        fn flatten(self) -> Flatten<Self>
        where
            Self: Sized,
            Self::Item: IntoIterator,
        {
        }
        fn map_windows<F>(self, f: F) -> Self
        where
            Self: Sized,
        {
        }
        fn fuse(self) -> Fuse<Self>
        where
            Self: Sized,
        {
        }
        fn inspect<F: FnMut(&Self::Item)>(self, f: F) -> Inspect<Self, F>
        where
            Self: Sized,
        {
        }
        fn by_ref(&mut self) -> &mut Self
        where
            Self: Sized,
        {
        }
        fn collect<B: FromIterator<Self::Item>>(self) -> B
        where
            Self: Sized,
        {
        }
        fn collect_into<E: Extend<Self::Item>>(self, collection: &mut E) -> &mut E
        where
            Self: Sized,
        {
        }
        fn partition<B: Default + Extend<Self::Item>, F: FnMut(&Self::Item) -> bool>(self, f: F) -> (B, B)
        where
            Self: Sized,
        {
        }
        fn is_partitioned<P: FnMut(Self::Item) -> bool>(self, predicate: P) -> bool
        where
            Self: Sized,
        {
        }
        fn try_fold<B, F: FnMut(B, Self::Item) -> R, R: crate::ops::Try<Output = B>>(
            &mut self,
            init: B,
            f: F,
        ) -> R
        where
            Self: Sized,
        {
        }
        fn try_for_each<F: FnMut(Self::Item) -> R, R: crate::ops::Try<Output = ()>>(&mut self, f: F) -> R
        where
            Self: Sized,
        {
        }
        fn fold<B, F: FnMut(B, Self::Item) -> B>(self, init: B, f: F) -> B
        where
            Self: Sized,
        {
        }
        fn reduce<F: FnMut(Self::Item, Self::Item) -> Self::Item>(self, f: F) -> Option<Self::Item>
        where
            Self: Sized,
        {
        }
        fn all<F: FnMut(Self::Item) -> bool>(&mut self, f: F) -> bool
        where
            Self: Sized,
        {
        }
        fn any<F: FnMut(Self::Item) -> bool>(&mut self, f: F) -> bool
        where
            Self: Sized,
        {
        }
        fn find<P: FnMut(&Self::Item) -> bool>(&mut self, predicate: P) -> Option<Self::Item>
        where
            Self: Sized,
        {
        }
        fn find_map<B, F: FnMut(Self::Item) -> Option<B>>(&mut self, f: F) -> Option<B>
        where
            Self: Sized,
        {
        }
        fn position<P: FnMut(Self::Item) -> bool>(&mut self, predicate: P) -> Option<usize>
        where
            Self: Sized,
        {
        }
        fn rposition<P: FnMut(Self::Item) -> bool>(&mut self, predicate: P) -> Option<usize>
        where
            Self: Sized,
        {
        }
        fn max(self) -> Option<Self::Item>
        where
            Self: Sized,
        {
        }
        fn min(self) -> Option<Self::Item>
        where
            Self: Sized,
        {
        }
        fn max_by_key<B: Ord, F: FnMut(&Self::Item) -> B>(self, f: F) -> Option<Self::Item>
        where
            Self: Sized,
        {
        }
        fn max_by<F: FnMut(&Self::Item, &Self::Item) -> Ordering>(self, compare: F) -> Option<Self::Item>
        where
            Self: Sized,
        {
        }
        fn min_by_key<B: Ord, F: FnMut(&Self::Item) -> B>(self, f: F) -> Option<Self::Item>
        where
            Self: Sized,
        {
        }
        fn min_by<F: FnMut(&Self::Item, &Self::Item) -> Ordering>(self, compare: F) -> Option<Self::Item>
        where
            Self: Sized,
        {
        }
        fn rev(self) -> Rev<Self>
        where
            Self: Sized,
        {
        }
        fn unzip<A, B, FromA: Default + Extend<A>, FromB: Default + Extend<B>>(self) -> (FromA, FromB)
        where
            Self: Sized + Iterator<Item = (A, B)>,
        {
        }
        fn copied<T>(self) -> Copied<Self>
        where
            Self: Sized + Iterator<Item = &T>,
        {
        }
        fn cloned<T>(self) -> Cloned<Self>
        where
            Self: Sized + Iterator<Item = &T>,
        {
        }
        fn cycle(self) -> Cycle<Self>
        where
            Self: Sized,
        {
        }
        fn array_chunks(self) -> ArrayChunks<Self>
        where
            Self: Sized,
        {
        }
        fn sum<S: Sum<Self::Item>>(self) -> S
        where
            Self: Sized,
        {
        }
        fn product<P: Product<Self::Item>>(self) -> P
        where
            Self: Sized,
        {
        }
        fn cmp<I: IntoIterator>(self, other: I) -> Ordering
        where
            Self: Sized,
        {
        }
        fn partial_cmp<I: IntoIterator>(self, other: I) -> Option<Ordering>
        where
            Self: Sized,
        {
        }
        fn eq<I: IntoIterator>(self, other: I) -> bool
        where
            Self: Sized,
        {
        }
        fn ne<I: IntoIterator>(self, other: I) -> bool
        where
            Self: Sized,
        {
        }
        fn lt<I: IntoIterator>(self, other: I) -> bool
        where
            Self: Sized,
        {
        }
        fn is_sorted(self) -> bool
        where
            Self: Sized,
        {
        }
        fn is_sorted_by_key<K, F: FnMut(Self::Item) -> K>(self, f: F) -> bool
        where
            Self: Sized,
        {
        }
    }
    pub trait DoubleEndedIterator: Iterator {
        fn next_back(&mut self) -> Option<Self::Item>;
        fn nth_back(&mut self, n: usize) -> Option<Self::Item> {}
        fn rfold<B, F: FnMut(B, Self::Item) -> B>(self, init: B, f: F) -> B
        where
            Self: Sized,
        {
        }
        fn rfind<P: FnMut(&Self::Item) -> bool>(&mut self, predicate: P) -> Option<Self::Item>
        where
            Self: Sized,
        {
        }
        fn try_rfold<B, F: FnMut(B, Self::Item) -> R, R>(&mut self, init: B, f: F) -> R
        where
            Self: Sized,
        {
        }
    }
    pub trait ExactSizeIterator: Iterator {
        fn len(&self) -> usize {}
        fn is_empty(&self) -> bool {}
    }
    pub trait FusedIterator: Iterator {}
    pub trait TrustedLen: Iterator {}
    pub trait Step: Clone + PartialOrd {}
    impl Step for char {}
    pub trait IntoIterator {
        type Item;
        type IntoIter: Iterator<Item = Self::Item>;
        fn into_iter(self) -> Self::IntoIter;
    }
    impl<I: Iterator> IntoIterator for I {
        type Item = I::Item;
        type IntoIter = I;
    }
    pub trait FromIterator<A>: Sized {
        fn from_iter<T: IntoIterator<Item = A>>(iter: T) -> Self;
    }
    pub trait Extend<A> {
        fn extend<T: IntoIterator<Item = A>>(&mut self, iter: T);
        fn extend_one(&mut self, item: A) {}
    }
    pub trait Sum<A = Self>: Sized {
        fn sum<I: Iterator<Item = A>>(iter: I) -> Self;
    }
    pub trait Product<A = Self>: Sized {
        fn product<I: Iterator<Item = A>>(iter: I) -> Self;
    }
    impl<T, U: Sum<T>> Sum<Option<T>> for Option<U> {}
    impl<T, E, U: Sum<T>> Sum<Result<T, E>> for Result<U, E> {}
    impl<T, E, U: Product<T>> Product<Result<T, E>> for Result<U, E> {}
    impl FromIterator<()> for () {}
    impl<A, B, EA: Default + Extend<A>, EB: Default + Extend<B>> FromIterator<(A, B)> for (EA, EB) {}
    impl<A, B, EA: Extend<A>, EB: Extend<B>> Extend<(A, B)> for (EA, EB) {}
    impl<I: Iterator + ?Sized> Iterator for &mut I {
        type Item = I::Item;
    }
    impl<I: DoubleEndedIterator + ?Sized> DoubleEndedIterator for &mut I {}
    impl<I: ExactSizeIterator + ?Sized> ExactSizeIterator for &mut I {}
    impl<I: Iterator + ?Sized> Iterator for Box<I> {
        type Item = I::Item;
    }
    impl<I: DoubleEndedIterator + ?Sized> DoubleEndedIterator for Box<I> {}
    impl<I: ExactSizeIterator + ?Sized> ExactSizeIterator for Box<I> {}
    #[derive(Clone, Debug)]
    pub struct StepBy<I>;
    #[derive(Clone, Debug)]
    pub struct Chain<A, B>;
    #[derive(Clone, Debug)]
    pub struct Zip<A, B>;
    #[derive(Clone, Debug)]
    pub struct Intersperse<I>;
    #[derive(Clone, Debug)]
    pub struct Map<I, F>;
    #[derive(Clone, Debug)]
    pub struct Filter<I, P>;
    #[derive(Clone, Debug)]
    pub struct FilterMap<I, F>;
    #[derive(Clone, Debug)]
    pub struct Enumerate<I>;
    #[derive(Clone, Debug)]
    pub struct Peekable<I>;
    #[derive(Clone, Debug)]
    pub struct SkipWhile<I, P>;
    #[derive(Clone, Debug)]
    pub struct TakeWhile<I, P>;
    #[derive(Clone, Debug)]
    pub struct MapWhile<I, P>;
    #[derive(Clone, Debug)]
    pub struct Skip<I>;
    #[derive(Clone, Debug)]
    pub struct Take<I>;
    #[derive(Clone, Debug)]
    pub struct Scan<I, St, F>;
    #[derive(Clone, Debug)]
    pub struct FlatMap<I, U, F>;
    #[derive(Clone, Debug)]
    pub struct Flatten<I>;
    #[derive(Clone, Debug)]
    pub struct Fuse<I>;
    #[derive(Clone, Debug)]
    pub struct Inspect<I, F>;
    #[derive(Clone, Debug)]
    pub struct Rev<I>;
    #[derive(Clone, Debug)]
    pub struct Copied<I>;
    #[derive(Clone, Debug)]
    pub struct Cloned<I>;
    #[derive(Clone, Debug)]
    pub struct Cycle<I>;
    pub struct ArrayChunks<I>;
    #[derive(Clone, Debug)]
    pub struct Once<T>;
    #[derive(Clone, Debug)]
    pub struct OnceWith<F>;
    #[derive(Clone, Debug)]
    pub struct Empty<T>;
    #[derive(Clone, Debug)]
    pub struct Repeat<T>;
    #[derive(Clone, Debug)]
    pub struct RepeatN<T>;
    #[derive(Clone, Debug)]
    pub struct RepeatWith<F>;
    #[derive(Clone, Debug)]
    pub struct FromFn<F>;
    #[derive(Clone, Debug)]
    pub struct Successors<T, F>;
    impl<I: Iterator> Iterator for StepBy<I> {
        type Item = I::Item;
    }
    impl<A: Iterator, B: Iterator<Item = A::Item>> Iterator for Chain<A, B> {
        type Item = A::Item;
    }
    impl<A: Iterator, B: Iterator> Iterator for Zip<A, B> {
        type Item = (A::Item, B::Item);
    }
    impl<I: Iterator> Iterator for Intersperse<I> {
        type Item = I::Item;
    }
    impl<B, I: Iterator, F: FnMut(I::Item) -> B> Iterator for Map<I, F> {
        type Item = B;
    }
    impl<I: Iterator, P> Iterator for Filter<I, P> {
        type Item = I::Item;
    }
    impl<B, I: Iterator, F: FnMut(I::Item) -> Option<B>> Iterator for FilterMap<I, F> {
        type Item = B;
    }
    impl<I: Iterator> Iterator for Enumerate<I> {
        type Item = (usize, I::Item);
    }
    impl<I: Iterator> Iterator for Peekable<I> {
        type Item = I::Item;
    }
    impl<I: Iterator, P> Iterator for SkipWhile<I, P> {
        type Item = I::Item;
    }
    impl<I: Iterator, P> Iterator for TakeWhile<I, P> {
        type Item = I::Item;
    }
    impl<B, I: Iterator, P: FnMut(I::Item) -> Option<B>> Iterator for MapWhile<I, P> {
        type Item = B;
    }
    impl<I: Iterator> Iterator for Skip<I> {
        type Item = I::Item;
    }
    impl<I: Iterator> Iterator for Take<I> {
        type Item = I::Item;
    }
    impl<B, I: Iterator, St, F: FnMut(&mut St, I::Item) -> Option<B>> Iterator for Scan<I, St, F> {
        type Item = B;
    }
    impl<I: Iterator, U: IntoIterator, F> Iterator for FlatMap<I, U, F> {
        type Item = U::Item;
    }
    impl<I: Iterator> Iterator for Flatten<I>
    where
        I::Item: IntoIterator,
    {
        type Item = <I::Item as IntoIterator>::Item;
    }
    impl<I: Iterator> Iterator for Fuse<I> {
        type Item = I::Item;
    }
    impl<I: Iterator, F> Iterator for Inspect<I, F> {
        type Item = I::Item;
    }
    impl<I: DoubleEndedIterator> Iterator for Rev<I> {
        type Item = I::Item;
    }
    impl<T, I: Iterator<Item = &T>> Iterator for Copied<I> {
        type Item = T;
    }
    impl<T, I: Iterator<Item = &T>> Iterator for Cloned<I> {
        type Item = T;
    }
    impl<I: Iterator> Iterator for Cycle<I> {
        type Item = I::Item;
    }
    impl<I: Iterator> Iterator for ArrayChunks<I> {
        type Item = [I::Item; 0];
    }
    impl<T> Iterator for Once<T> {
        type Item = T;
    }
    impl<T, F: FnOnce() -> T> Iterator for OnceWith<F> {
        type Item = T;
    }
    impl<T> Iterator for Empty<T> {
        type Item = T;
    }
    impl<T> Iterator for Repeat<T> {
        type Item = T;
    }
    impl<T> Iterator for RepeatN<T> {
        type Item = T;
    }
    impl<T, F: FnMut() -> T> Iterator for RepeatWith<F> {
        type Item = T;
    }
    impl<T, F: FnMut() -> Option<T>> Iterator for FromFn<F> {
        type Item = T;
    }
    impl<T, F: FnMut(&T) -> Option<T>> Iterator for Successors<T, F> {
        type Item = T;
    }
    impl<T> Default for Empty<T> {}
    impl<I: DoubleEndedIterator> DoubleEndedIterator for StepBy<I> {}
    impl<A: DoubleEndedIterator, B: DoubleEndedIterator<Item = A::Item>> DoubleEndedIterator for Chain<A, B> {}
    impl<A: DoubleEndedIterator, B: DoubleEndedIterator> DoubleEndedIterator for Zip<A, B> {}
    impl<B, I: DoubleEndedIterator, F: FnMut(I::Item) -> B> DoubleEndedIterator for Map<I, F> {}
    impl<I: DoubleEndedIterator, P> DoubleEndedIterator for Filter<I, P> {}
    impl<B, I: DoubleEndedIterator, F: FnMut(I::Item) -> Option<B>> DoubleEndedIterator for FilterMap<I, F> {}
    impl<I: DoubleEndedIterator> DoubleEndedIterator for Enumerate<I> {}
    impl<I: DoubleEndedIterator> DoubleEndedIterator for Peekable<I> {}
    impl<I: DoubleEndedIterator> DoubleEndedIterator for Skip<I> {}
    impl<I: DoubleEndedIterator> DoubleEndedIterator for Take<I> {}
    impl<I: DoubleEndedIterator, U: IntoIterator, F> DoubleEndedIterator for FlatMap<I, U, F> {}
    impl<I: DoubleEndedIterator> DoubleEndedIterator for Flatten<I> {}
    impl<I: DoubleEndedIterator> DoubleEndedIterator for Fuse<I> {}
    impl<I: DoubleEndedIterator, F> DoubleEndedIterator for Inspect<I, F> {}
    impl<I: DoubleEndedIterator> DoubleEndedIterator for Rev<I> {}
    impl<T, I: DoubleEndedIterator<Item = &T>> DoubleEndedIterator for Copied<I> {}
    impl<T, I: DoubleEndedIterator<Item = &T>> DoubleEndedIterator for Cloned<I> {}
    impl<T> DoubleEndedIterator for Once<T> {}
    impl<T> DoubleEndedIterator for Empty<T> {}
    impl<I: ExactSizeIterator> ExactSizeIterator for StepBy<I> {}
    impl<A: ExactSizeIterator, B: ExactSizeIterator> ExactSizeIterator for Zip<A, B> {}
    impl<B, I: ExactSizeIterator, F: FnMut(I::Item) -> B> ExactSizeIterator for Map<I, F> {}
    impl<I: ExactSizeIterator> ExactSizeIterator for Enumerate<I> {}
    impl<I: ExactSizeIterator> ExactSizeIterator for Peekable<I> {}
    impl<I: ExactSizeIterator> ExactSizeIterator for Skip<I> {}
    impl<I: ExactSizeIterator> ExactSizeIterator for Take<I> {}
    impl<I: ExactSizeIterator> ExactSizeIterator for Fuse<I> {}
    impl<I: ExactSizeIterator, F> ExactSizeIterator for Inspect<I, F> {}
    impl<I: ExactSizeIterator> ExactSizeIterator for Rev<I> {}
    impl<T, I: ExactSizeIterator<Item = &T>> ExactSizeIterator for Copied<I> {}
    impl<T, I: ExactSizeIterator<Item = &T>> ExactSizeIterator for Cloned<I> {}
    impl<T> ExactSizeIterator for Once<T> {}
    impl<T> ExactSizeIterator for Empty<T> {}
    impl<I: Iterator> Peekable<I> {
        pub fn peek(&mut self) -> Option<&I::Item> {}
        pub fn peek_mut(&mut self) -> Option<&mut I::Item> {}
        pub fn next_if<F: FnOnce(&I::Item) -> bool>(&mut self, func: F) -> Option<I::Item> {}
        pub fn next_if_eq<T: ?Sized>(&mut self, expected: &T) -> Option<I::Item> {}
        pub fn next_if_map<R, F: FnOnce(I::Item) -> Result<R, I::Item>>(&mut self, f: F) -> Option<R> {}
    }
    pub fn once<T>(value: T) -> Once<T> {}
    pub fn once_with<A, F: FnOnce() -> A>(f: F) -> OnceWith<F> {}
    pub fn empty<T>() -> Empty<T> {}
    pub fn repeat<T: Clone>(elt: T) -> Repeat<T> {}
    pub fn repeat_n<T: Clone>(elt: T, count: usize) -> RepeatN<T> {}
    pub fn repeat_with<A, F: FnMut() -> A>(f: F) -> RepeatWith<F> {}
    pub fn from_fn<T, F: FnMut() -> Option<T>>(f: F) -> FromFn<F> {}
    pub fn successors<T, F: FnMut(&T) -> Option<T>>(first: Option<T>, succ: F) -> Successors<T, F> {}
    pub fn zip<A: IntoIterator, B: IntoIterator>(a: A, b: B) -> Zip<A::IntoIter, B::IntoIter> {}
    pub fn chain<A: IntoIterator, B: IntoIterator<Item = A::Item>>(
        a: A,
        b: B,
    ) -> Chain<A::IntoIter, B::IntoIter> {
    }
}
