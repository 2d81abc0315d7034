//! Arenas: lists whose indices have the type of what they index, so that no index is taken for another.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::marker::PhantomData;
use std::ops::{Deref, DerefMut, Index, IndexMut};

/// The index of a `T`: 32 bits, in memory and when stored.
pub type Idx<T> = TypedIdx<fn() -> T>;

/// Entries of an arena of `T`s that stand side by side.
pub type IdxRange<T> = TypedRange<fn() -> T>;

/// An [`Idx`]. It is typed by a function, since functions have all that is derived here, which many
/// a `T` has not; and only what is derived may stand in a pattern.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent, bound = "")]
pub struct TypedIdx<F> {
    raw: u32,
    of: PhantomData<F>,
}

/// An [`IdxRange`].
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound = "")]
pub struct TypedRange<F> {
    start: u32,
    len: u32,
    #[serde(skip)]
    of: PhantomData<F>,
}

impl<T> Idx<T> {
    /// # Panics
    /// When there are more than 32 bits can count; the largest of these numbers stays free, see
    /// [`crate::read::NOWHERE`].
    #[inline]
    pub fn new(index: usize) -> Self {
        Self::from_raw(to_u32(index))
    }

    #[inline]
    pub const fn from_raw(raw: u32) -> Self {
        TypedIdx { raw, of: PhantomData }
    }

    #[inline]
    pub const fn raw(self) -> u32 {
        self.raw
    }

    #[inline]
    pub const fn index(self) -> usize {
        self.raw as usize
    }
}

/// A length or a place as the 32 bits that are kept of it.
///
/// # Panics
/// When it has more, or is the largest number that they can hold, which stands for *none*.
#[inline]
pub fn to_u32(number: usize) -> u32 {
    match u32::try_from(number) {
        Ok(number) if number != u32::MAX => number,
        _ => panic!("{number} is too many to be counted in 32 bits"),
    }
}

impl<T> fmt::Debug for Idx<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.raw)
    }
}

impl<T> IdxRange<T> {
    #[inline]
    pub fn new(range: std::ops::Range<usize>) -> Self {
        TypedRange { start: to_u32(range.start), len: to_u32(range.len()), of: PhantomData }
    }

    /// The index of its first entry.
    #[inline]
    pub fn start(self) -> Idx<T> {
        Idx::from_raw(self.start)
    }

    #[inline]
    pub fn len(self) -> usize {
        self.len as usize
    }

    #[inline]
    pub fn is_empty(self) -> bool {
        self.len == 0
    }

    /// The indices in it.
    #[inline]
    pub fn ids(self) -> impl DoubleEndedIterator<Item = Idx<T>> + ExactSizeIterator + Clone {
        (self.start..self.start + self.len).map(Idx::from_raw)
    }

    #[inline]
    fn range(self) -> std::ops::Range<usize> {
        self.start as usize..(self.start + self.len) as usize
    }
}

impl<T> Default for IdxRange<T> {
    #[inline]
    fn default() -> Self {
        TypedRange { start: 0, len: 0, of: PhantomData }
    }
}

impl<T> fmt::Debug for IdxRange<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.range())
    }
}

/// A list that is indexed by [`Idx<T>`]. It holds the `T`s, or one `V` for each of them.
///
/// It is a `Vec` in everything else.
#[derive(Serialize, Deserialize)]
#[serde(transparent, bound(serialize = "V: Serialize", deserialize = "V: Deserialize<'de>"))]
pub struct Arena<T, V = T> {
    entries: Vec<V>,
    of: PhantomData<fn() -> T>,
}

impl<T, V> Arena<T, V> {
    #[inline]
    pub const fn new() -> Self {
        Arena { entries: Vec::new(), of: PhantomData }
    }

    /// Adds one entry.
    #[inline]
    pub fn alloc(&mut self, value: V) -> Idx<T> {
        let id = self.next();
        self.entries.push(value);
        id
    }

    /// Adds entries side by side.
    #[inline]
    pub fn alloc_all(&mut self, values: &[V]) -> IdxRange<T>
    where
        V: Clone,
    {
        let start = self.next();
        self.entries.extend_from_slice(values);
        self.since(start)
    }

    /// The index of the entry that is added next.
    #[inline]
    pub fn next(&self) -> Idx<T> {
        Idx::new(self.entries.len())
    }

    /// All that was added from this index on.
    #[inline]
    pub fn since(&self, start: Idx<T>) -> IdxRange<T> {
        IdxRange::new(start.index()..self.entries.len())
    }

    #[inline]
    pub fn get(&self, id: Idx<T>) -> Option<&V> {
        self.entries.get(id.index())
    }

    #[inline]
    pub fn get_all(&self, range: IdxRange<T>) -> Option<&[V]> {
        self.entries.get(range.range())
    }

    /// All indices.
    #[inline]
    pub fn ids(&self) -> impl DoubleEndedIterator<Item = Idx<T>> + ExactSizeIterator + use<T, V> {
        IdxRange::new(0..self.entries.len()).ids()
    }

    /// All entries with their indices.
    #[inline]
    pub fn enumerate(&self) -> impl DoubleEndedIterator<Item = (Idx<T>, &V)> + ExactSizeIterator {
        self.ids().zip(&self.entries)
    }
}

impl<T, V> Index<Idx<T>> for Arena<T, V> {
    type Output = V;

    #[inline]
    fn index(&self, id: Idx<T>) -> &V {
        &self.entries[id.index()]
    }
}

impl<T, V> IndexMut<Idx<T>> for Arena<T, V> {
    #[inline]
    fn index_mut(&mut self, id: Idx<T>) -> &mut V {
        &mut self.entries[id.index()]
    }
}

impl<T, V> IndexMut<IdxRange<T>> for Arena<T, V> {
    #[inline]
    fn index_mut(&mut self, range: IdxRange<T>) -> &mut [V] {
        &mut self.entries[range.range()]
    }
}

impl<T, V> Index<IdxRange<T>> for Arena<T, V> {
    type Output = [V];

    #[inline]
    fn index(&self, range: IdxRange<T>) -> &[V] {
        &self.entries[range.range()]
    }
}

impl<T, V> Deref for Arena<T, V> {
    type Target = Vec<V>;

    #[inline]
    fn deref(&self) -> &Vec<V> {
        &self.entries
    }
}

impl<T, V> DerefMut for Arena<T, V> {
    #[inline]
    fn deref_mut(&mut self) -> &mut Vec<V> {
        &mut self.entries
    }
}

impl<T, V> From<Vec<V>> for Arena<T, V> {
    fn from(entries: Vec<V>) -> Self {
        Arena { entries, of: PhantomData }
    }
}

impl<T, V> FromIterator<V> for Arena<T, V> {
    fn from_iter<I: IntoIterator<Item = V>>(values: I) -> Self {
        Vec::from_iter(values).into()
    }
}

impl<'a, T, V> IntoIterator for &'a mut Arena<T, V> {
    type Item = &'a mut V;
    type IntoIter = std::slice::IterMut<'a, V>;

    #[inline]
    fn into_iter(self) -> Self::IntoIter {
        self.entries.iter_mut()
    }
}

impl<'a, T, V> IntoIterator for &'a Arena<T, V> {
    type Item = &'a V;
    type IntoIter = std::slice::Iter<'a, V>;

    #[inline]
    fn into_iter(self) -> Self::IntoIter {
        self.entries.iter()
    }
}

impl<T, V> Default for Arena<T, V> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T, V: Clone> Clone for Arena<T, V> {
    fn clone(&self) -> Self {
        self.entries.clone().into()
    }
}

impl<T, V: fmt::Debug> fmt::Debug for Arena<T, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.entries.fmt(f)
    }
}
