// Stand-in for `itertools` 0.14.0: adaptors of iterators.
// Hands on `either@1.19.0`.

pub trait Itertools: Iterator {
    fn interleave<J: IntoIterator<Item = Self::Item>>(self, other: J) -> std::vec::IntoIter<Self::Item>
    where
        Self: Sized,
    {
    }
    fn intersperse(self, element: Self::Item) -> std::vec::IntoIter<Self::Item>
    where
        Self: Sized,
    {
    }
    fn zip_longest<J: IntoIterator>(self, other: J) -> std::vec::IntoIter<EitherOrBoth<Self::Item, J::Item>>
    where
        Self: Sized,
    {
    }
    fn zip_eq<J: IntoIterator>(self, other: J) -> std::iter::Zip<Self, J::IntoIter>
    where
        Self: Sized,
    {
    }
    fn chunk_by<K, F: FnMut(&Self::Item) -> K>(self, key: F) -> ChunkBy<K, Self::Item>
    where
        Self: Sized,
    {
    }
    fn group_by<K, F: FnMut(&Self::Item) -> K>(self, key: F) -> ChunkBy<K, Self::Item>
    where
        Self: Sized,
    {
    }
    fn chunks(self, size: usize) -> Chunks<Self::Item>
    where
        Self: Sized,
    {
    }
    fn tuple_windows<T>(self) -> std::vec::IntoIter<T>
    where
        Self: Sized,
    {
    }
    fn tuples<T>(self) -> std::vec::IntoIter<T>
    where
        Self: Sized,
    {
    }
    fn tee(self) -> (std::vec::IntoIter<Self::Item>, std::vec::IntoIter<Self::Item>)
    where
        Self: Sized,
    {
    }
    fn map_into<R>(self) -> std::vec::IntoIter<R>
    where
        Self: Sized,
    {
    }
    fn map_ok<F: FnMut(T) -> U, T, U, E>(self, f: F) -> std::vec::IntoIter<Result<U, E>>
    where
        Self: Sized + Iterator<Item = Result<T, E>>,
    {
    }
    fn filter_ok<F: FnMut(&T) -> bool, T, E>(self, f: F) -> Self
    where
        Self: Sized + Iterator<Item = Result<T, E>>,
    {
    }
    fn merge<J: IntoIterator<Item = Self::Item>>(self, other: J) -> std::vec::IntoIter<Self::Item>
    where
        Self: Sized,
    {
    }
    fn kmerge(self) -> std::vec::IntoIter<<Self::Item as IntoIterator>::Item>
    where
        Self: Sized,
        Self::Item: IntoIterator,
    {
    }
    fn cartesian_product<J: IntoIterator>(self, other: J) -> std::vec::IntoIter<(Self::Item, J::Item)>
    where
        Self: Sized,
    {
    }
    fn coalesce<F: FnMut(Self::Item, Self::Item) -> Result<Self::Item, (Self::Item, Self::Item)>>(
        self,
        f: F,
    ) -> std::vec::IntoIter<Self::Item>
    where
        Self: Sized,
    {
    }
    fn dedup(self) -> std::vec::IntoIter<Self::Item>
    where
        Self: Sized,
    {
    }
    fn dedup_by<F: FnMut(&Self::Item, &Self::Item) -> bool>(self, f: F) -> std::vec::IntoIter<Self::Item>
    where
        Self: Sized,
    {
    }
    fn dedup_with_count(self) -> std::vec::IntoIter<(usize, Self::Item)>
    where
        Self: Sized,
    {
    }
    fn duplicates(self) -> std::vec::IntoIter<Self::Item>
    where
        Self: Sized,
    {
    }
    fn unique(self) -> std::vec::IntoIter<Self::Item>
    where
        Self: Sized,
    {
    }
    fn unique_by<V, F: FnMut(&Self::Item) -> V>(self, f: F) -> std::vec::IntoIter<Self::Item>
    where
        Self: Sized,
    {
    }
    fn peeking_take_while<F: FnMut(&Self::Item) -> bool>(
        &mut self,
        accept: F,
    ) -> std::vec::IntoIter<Self::Item>
    where
        Self: Sized,
    {
    }
    fn take_while_inclusive<F: FnMut(&Self::Item) -> bool>(self, accept: F) -> std::vec::IntoIter<Self::Item>
    where
        Self: Sized,
    {
    }
    fn take_while_ref<F: FnMut(&Self::Item) -> bool>(&mut self, accept: F) -> std::vec::IntoIter<Self::Item>
    where
        Self: Sized,
    {
    }
    fn while_some<A>(self) -> std::vec::IntoIter<A>
    where
        Self: Sized + Iterator<Item = Option<A>>,
    {
    }
    fn tuple_combinations<T>(self) -> std::vec::IntoIter<T>
    where
        Self: Sized,
    {
    }
    fn combinations(self, k: usize) -> std::vec::IntoIter<Vec<Self::Item>>
    where
        Self: Sized,
    {
    }
    fn permutations(self, k: usize) -> std::vec::IntoIter<Vec<Self::Item>>
    where
        Self: Sized,
    {
    }
    fn powerset(self) -> std::vec::IntoIter<Vec<Self::Item>>
    where
        Self: Sized,
    {
    }
    fn pad_using<F: FnMut(usize) -> Self::Item>(self, min: usize, f: F) -> std::vec::IntoIter<Self::Item>
    where
        Self: Sized,
    {
    }
    fn with_position(self) -> std::vec::IntoIter<(Position, Self::Item)>
    where
        Self: Sized,
    {
    }
    fn positions<P: FnMut(Self::Item) -> bool>(self, predicate: P) -> std::vec::IntoIter<usize>
    where
        Self: Sized,
    {
    }
    fn next_tuple<T>(&mut self) -> Option<T>
    where
        Self: Sized,
    {
    }
    fn next_array(&mut self) -> Option<[Self::Item; 0]>
    where
        Self: Sized,
    {
    }
    fn collect_array(self) -> Option<[Self::Item; 0]>
    where
        Self: Sized,
    {
    }
    fn collect_tuple<T>(self) -> Option<T>
    where
        Self: Sized,
    {
    }
    fn find_position<P: FnMut(&Self::Item) -> bool>(&mut self, pred: P) -> Option<(usize, Self::Item)> {}
    fn find_or_last<P: FnMut(&Self::Item) -> bool>(self, predicate: P) -> Option<Self::Item>
    where
        Self: Sized,
    {
    }
    fn find_or_first<P: FnMut(&Self::Item) -> bool>(self, predicate: P) -> Option<Self::Item>
    where
        Self: Sized,
    {
    }
    fn contains<Q: ?Sized>(&mut self, query: &Q) -> bool
    where
        Self: Sized,
    {
    }
    fn all_equal(&mut self) -> bool
    where
        Self: Sized,
    {
    }
    fn all_unique(&mut self) -> bool
    where
        Self: Sized,
    {
    }
    fn dropping(self, n: usize) -> Self
    where
        Self: Sized,
    {
    }
    fn dropping_back(self, n: usize) -> Self
    where
        Self: Sized,
    {
    }
    fn concat(self) -> Self::Item
    where
        Self: Sized,
    {
    }
    fn collect_vec(self) -> Vec<Self::Item>
    where
        Self: Sized,
    {
    }
    fn try_collect<T, U: FromIterator<T>, E>(self) -> Result<U, E>
    where
        Self: Sized + Iterator<Item = Result<T, E>>,
    {
    }
    fn set_from<'a, A, J>(&mut self, from: J) -> usize {}
    fn join(&mut self, sep: &str) -> String {}
    fn format(self, sep: &str) -> Format<Self>
    where
        Self: Sized,
    {
    }
    fn format_with<F>(self, sep: &str, format: F) -> Format<Self>
    where
        Self: Sized,
    {
    }
    fn fold_ok<A, E, B, F: FnMut(B, A) -> B>(&mut self, start: B, f: F) -> Result<B, E>
    where
        Self: Iterator<Item = Result<A, E>>,
    {
    }
    fn fold_while<B, F>(&mut self, init: B, f: F) -> FoldWhile<B> {}
    fn tree_reduce<F: FnMut(Self::Item, Self::Item) -> Self::Item>(self, f: F) -> Option<Self::Item>
    where
        Self: Sized,
    {
    }
    fn sorted(self) -> std::vec::IntoIter<Self::Item>
    where
        Self: Sized,
    {
    }
    fn sorted_unstable(self) -> std::vec::IntoIter<Self::Item>
    where
        Self: Sized,
    {
    }
    fn sorted_by<F: FnMut(&Self::Item, &Self::Item) -> std::cmp::Ordering>(
        self,
        cmp: F,
    ) -> std::vec::IntoIter<Self::Item>
    where
        Self: Sized,
    {
    }
    fn sorted_unstable_by<F: FnMut(&Self::Item, &Self::Item) -> std::cmp::Ordering>(
        self,
        cmp: F,
    ) -> std::vec::IntoIter<Self::Item>
    where
        Self: Sized,
    {
    }
    fn sorted_by_key<K, F: FnMut(&Self::Item) -> K>(self, f: F) -> std::vec::IntoIter<Self::Item>
    where
        Self: Sized,
    {
    }
    fn sorted_unstable_by_key<K, F: FnMut(&Self::Item) -> K>(self, f: F) -> std::vec::IntoIter<Self::Item>
    where
        Self: Sized,
    {
    }
    fn sorted_by_cached_key<K, F: FnMut(&Self::Item) -> K>(self, f: F) -> std::vec::IntoIter<Self::Item>
    where
        Self: Sized,
    {
    }
    fn k_smallest(self, k: usize) -> std::vec::IntoIter<Self::Item>
    where
        Self: Sized,
    {
    }
    fn partition_map<
        A: Default + Extend<L>,
        B: Default + Extend<R>,
        F: FnMut(Self::Item) -> Either<L, R>,
        L,
        R,
    >(
        self,
        predicate: F,
    ) -> (A, B)
    where
        Self: Sized,
    {
    }
    fn partition_result<A: Default + Extend<T>, B: Default + Extend<E>, T, E>(self) -> (A, B)
    where
        Self: Sized + Iterator<Item = Result<T, E>>,
    {
    }
    fn into_group_map<K, V>(self) -> std::collections::HashMap<K, Vec<V>>
    where
        Self: Sized + Iterator<Item = (K, V)>,
    {
    }
    // Differs: the original names the item `V`.
    fn into_group_map_by<K, F: FnMut(&Self::Item) -> K>(
        self,
        f: F,
    ) -> std::collections::HashMap<K, Vec<Self::Item>>
    where
        Self: Sized,
    {
    }
    fn min_set(self) -> Vec<Self::Item>
    where
        Self: Sized,
    {
    }
    fn max_set(self) -> Vec<Self::Item>
    where
        Self: Sized,
    {
    }
    fn minmax(self) -> MinMaxResult<Self::Item>
    where
        Self: Sized,
    {
    }
    fn exactly_one(self) -> Result<Self::Item, ExactlyOneError<Self>>
    where
        Self: Sized,
    {
    }
    fn at_most_one(self) -> Result<Option<Self::Item>, ExactlyOneError<Self>>
    where
        Self: Sized,
    {
    }
    fn multipeek(self) -> MultiPeek<Self>
    where
        Self: Sized,
    {
    }
    fn counts(self) -> std::collections::HashMap<Self::Item, usize>
    where
        Self: Sized,
    {
    }
    fn counts_by<K, F: FnMut(Self::Item) -> K>(self, f: F) -> std::collections::HashMap<K, usize>
    where
        Self: Sized,
    {
    }
}
impl<T: Iterator + ?Sized> Itertools for T {}
pub enum Either<L, R> {
    Left(L),
    Right(R),
}
impl<L, R> Either<L, R> {
    pub fn left(self) -> Option<L> {}
    pub fn right(self) -> Option<R> {}
    pub fn is_left(&self) -> bool {}
    pub fn is_right(&self) -> bool {}
}
impl<L: Iterator, R: Iterator<Item = L::Item>> Iterator for Either<L, R> {
    type Item = L::Item;
}
pub enum EitherOrBoth<A, B = A> {
    Both(A, B),
    Left(A),
    Right(B),
}
pub enum Position {
    First,
    Middle,
    Last,
    Only,
}
pub enum FoldWhile<T> {
    Continue(T),
    Done(T),
}
pub enum MinMaxResult<T> {
    NoElements,
    OneElement(T),
    MinMax(T, T),
}
pub struct ExactlyOneError<I>;
pub struct Format<I>;
impl<I> std::fmt::Display for Format<I> {}
pub struct MultiPeek<I>;
impl<I: Iterator> Iterator for MultiPeek<I> {
    type Item = I::Item;
}
impl<I: Iterator> MultiPeek<I> {
    pub fn peek(&mut self) -> Option<&I::Item> {}
    pub fn reset_peek(&mut self) {}
}
pub struct ChunkBy<K, T>;
impl<K, T> IntoIterator for &ChunkBy<K, T> {
    type Item = (K, std::vec::IntoIter<T>);
    type IntoIter = std::vec::IntoIter<(K, std::vec::IntoIter<T>)>;
}
pub struct Chunks<T>;
impl<T> IntoIterator for &Chunks<T> {
    type Item = std::vec::IntoIter<T>;
    type IntoIter = std::vec::IntoIter<std::vec::IntoIter<T>>;
}
pub fn join<I: IntoIterator>(iterable: I, sep: &str) -> String {}
pub fn sorted<I: IntoIterator>(iterable: I) -> std::vec::IntoIter<I::Item> {}
pub fn zip_eq<I: IntoIterator, J: IntoIterator>(i: I, j: J) -> std::iter::Zip<I::IntoIter, J::IntoIter> {}
pub fn chain<I: IntoIterator, J: IntoIterator<Item = I::Item>>(
    i: I,
    j: J,
) -> std::iter::Chain<I::IntoIter, J::IntoIter> {
}
