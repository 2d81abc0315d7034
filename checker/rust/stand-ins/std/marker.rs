// Stand-in for `std` 1.95.0: traits that the language itself knows, and conversions.

pub mod marker {
    pub trait Copy: Clone {}
    pub trait Send {}
    pub trait Sync {}
    pub trait Sized {}
    pub trait Unpin {}
    pub trait Tuple {}
    pub trait Freeze {}
    pub trait Unsize<T: ?Sized> {}
    pub struct PhantomData<T: ?Sized>;
    pub struct PhantomPinned;
    impl<T: ?Sized> Clone for PhantomData<T> {}
    impl<T: ?Sized> Copy for PhantomData<T> {}
    impl<T: ?Sized> Default for PhantomData<T> {}
    impl<T: ?Sized> PartialEq for PhantomData<T> {}
    impl<T: ?Sized> crate::fmt::Debug for PhantomData<T> {}
}
pub mod clone {
    pub trait Clone: Sized {
        fn clone(&self) -> Self;
        fn clone_from(&mut self, source: &Self) {}
    }
    impl<T: ?Sized> Clone for &T {}
    impl<T: ?Sized> Clone for *const T {}
    impl<T: ?Sized> Clone for *mut T {}
    impl<T: Clone> Clone for [T] {}
    impl Clone for ! {}
}
pub mod default {
    pub trait Default: Sized {
        fn default() -> Self;
    }
    impl Default for () {}
    impl<A: Default> Default for (A,) {}
    impl<A: Default, B: Default> Default for (A, B) {}
    impl<A: Default, B: Default, C: Default> Default for (A, B, C) {}
    impl<A: Default, B: Default, C: Default, D: Default> Default for (A, B, C, D) {}
    impl<T: Default> Default for [T; 0] {}
    impl<T> Default for &[T] {}
    impl Default for &str {}
}
pub mod convert {
    pub trait AsRef<T: ?Sized> {
        fn as_ref(&self) -> &T;
    }
    pub trait AsMut<T: ?Sized> {
        fn as_mut(&mut self) -> &mut T;
    }
    pub trait Into<T>: Sized {
        fn into(self) -> T;
    }
    pub trait From<T>: Sized {
        fn from(value: T) -> Self;
    }
    pub trait TryInto<T>: Sized {
        type Error;
        fn try_into(self) -> Result<T, Self::Error>;
    }
    pub trait TryFrom<T>: Sized {
        type Error;
        fn try_from(value: T) -> Result<Self, Self::Error>;
    }
    pub enum Infallible {}
    pub fn identity<T>(x: T) -> T {}
    impl<T, U: From<T>> Into<U> for T {}
    impl<T> From<T> for T {}
    impl<T, U: TryFrom<T>> TryInto<U> for T {
        type Error = U::Error;
    }
    impl<T, U: Into<T>> TryFrom<U> for T {
        type Error = Infallible;
    }
    impl<T: ?Sized + AsRef<U>, U: ?Sized> AsRef<U> for &T {}
    impl<T: ?Sized + AsRef<U>, U: ?Sized> AsRef<U> for &mut T {}
    impl<T: ?Sized + AsMut<U>, U: ?Sized> AsMut<U> for &mut T {}
    impl<T> AsRef<[T]> for [T] {}
    impl<T> AsMut<[T]> for [T] {}
    impl<T> AsRef<[T]> for [T; 0] {}
    impl AsRef<str> for str {}
    impl AsRef<[u8]> for str {}
    impl AsRef<crate::ffi::OsStr> for str {}
    impl AsRef<crate::path::Path> for str {}
    impl crate::fmt::Debug for Infallible {}
    impl crate::fmt::Display for Infallible {}
    impl crate::error::Error for Infallible {}
}
pub mod borrow {
    pub trait Borrow<Borrowed: ?Sized> {
        fn borrow(&self) -> &Borrowed;
    }
    pub trait BorrowMut<Borrowed: ?Sized>: Borrow<Borrowed> {
        fn borrow_mut(&mut self) -> &mut Borrowed;
    }
    pub trait ToOwned {
        type Owned: Borrow<Self>;
        fn to_owned(&self) -> Self::Owned;
        fn clone_into(&self, target: &mut Self::Owned) {}
    }
    impl<T: ?Sized> Borrow<T> for T {}
    impl<T: ?Sized> BorrowMut<T> for T {}
    impl<T: ?Sized> Borrow<T> for &T {}
    impl<T: ?Sized> Borrow<T> for &mut T {}
    impl<T: Clone> ToOwned for T {
        type Owned = T;
    }
    impl ToOwned for str {
        type Owned = String;
    }
    impl<T: Clone> ToOwned for [T] {
        type Owned = Vec<T>;
    }
    pub enum Cow<B: ?Sized + ToOwned> {
        Borrowed(&B),
        Owned(B::Owned),
    }
    impl<B: ?Sized + ToOwned> Cow<B> {
        pub fn is_borrowed(&self) -> bool {}
        pub fn is_owned(&self) -> bool {}
        pub fn to_mut(&mut self) -> &mut B::Owned {}
        pub fn into_owned(self) -> B::Owned {}
    }
    impl<B: ?Sized + ToOwned> crate::ops::Deref for Cow<B> {
        type Target = B;
    }
    impl<B: ?Sized + ToOwned> Clone for Cow<B> {}
    impl<B: ?Sized + ToOwned> AsRef<B> for Cow<B> {}
    impl<B: ?Sized + ToOwned> Borrow<B> for Cow<B> {}
    impl AsRef<crate::path::Path> for Cow<crate::ffi::OsStr> {}
    impl<B: ?Sized + ToOwned + crate::fmt::Display> crate::fmt::Display for Cow<B> {}
    impl<B: ?Sized + ToOwned + crate::fmt::Debug> crate::fmt::Debug for Cow<B> {}
    impl<B: ?Sized + ToOwned + crate::hash::Hash> crate::hash::Hash for Cow<B> {}
    impl<A: ?Sized + ToOwned + PartialEq<B>, B: ?Sized + ToOwned> PartialEq<Cow<B>> for Cow<A> {}
    impl PartialEq<str> for Cow<str> {}
    impl PartialEq<&str> for Cow<str> {}
    impl PartialEq<String> for Cow<str> {}
    impl<B: ?Sized + ToOwned + PartialEq> Eq for Cow<B> {}
    impl<B: ?Sized + ToOwned + Ord> PartialOrd for Cow<B> {}
    impl<B: ?Sized + ToOwned + Ord> Ord for Cow<B> {}
    impl<B: ?Sized + ToOwned> Default for Cow<B> {}
    impl From<&str> for Cow<str> {}
    impl From<String> for Cow<str> {}
    impl From<&String> for Cow<str> {}
    impl<T: Clone> From<&[T]> for Cow<[T]> {}
    impl<T: Clone> From<Vec<T>> for Cow<[T]> {}
    impl From<&crate::path::Path> for Cow<crate::path::Path> {}
    impl From<crate::path::PathBuf> for Cow<crate::path::Path> {}
    impl FromIterator<String> for Cow<str> {}
    impl FromIterator<char> for Cow<str> {}
    impl FromIterator<&str> for Cow<str> {}
    impl crate::ops::Add<&str> for Cow<str> {
        type Output = Cow<str>;
    }
    impl crate::ops::AddAssign<&str> for Cow<str> {}
}
pub mod cmp {
    pub trait PartialEq<Rhs: ?Sized = Self> {
        fn eq(&self, other: &Rhs) -> bool;
        fn ne(&self, other: &Rhs) -> bool {}
    }
    pub trait Eq: PartialEq<Self> {}
    pub trait PartialOrd<Rhs: ?Sized = Self>: PartialEq<Rhs> {
        fn partial_cmp(&self, other: &Rhs) -> Option<Ordering>;
        fn lt(&self, other: &Rhs) -> bool {}
        fn le(&self, other: &Rhs) -> bool {}
        fn gt(&self, other: &Rhs) -> bool {}
        fn ge(&self, other: &Rhs) -> bool {}
    }
    pub trait Ord: Eq + PartialOrd<Self> {
        fn cmp(&self, other: &Self) -> Ordering;
        fn max(self, other: Self) -> Self
        where
            Self: Sized,
        {
        }
        fn min(self, other: Self) -> Self
        where
            Self: Sized,
        {
        }
        fn clamp(self, min: Self, max: Self) -> Self
        where
            Self: Sized,
        {
        }
    }
    pub fn max<T: Ord>(a: T, b: T) -> T {}
    pub fn min<T: Ord>(a: T, b: T) -> T {}
    pub fn max_by<T, F: FnOnce(&T, &T) -> Ordering>(a: T, b: T, f: F) -> T {}
    pub fn min_by<T, F: FnOnce(&T, &T) -> Ordering>(a: T, b: T, f: F) -> T {}
    pub fn max_by_key<T, F: FnMut(&T) -> K, K: Ord>(a: T, b: T, f: F) -> T {}
    pub fn min_by_key<T, F: FnMut(&T) -> K, K: Ord>(a: T, b: T, f: F) -> T {}
    #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
    pub enum Ordering {
        Less,
        Equal,
        Greater,
    }
    impl Ordering {
        pub fn is_eq(self) -> bool {}
        pub fn is_ne(self) -> bool {}
        pub fn is_lt(self) -> bool {}
        pub fn is_gt(self) -> bool {}
        pub fn is_le(self) -> bool {}
        pub fn is_ge(self) -> bool {}
        pub fn reverse(self) -> Ordering {}
        pub fn then(self, other: Ordering) -> Ordering {}
        pub fn then_with<F: FnOnce() -> Ordering>(self, f: F) -> Ordering {}
    }
    #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash, Default)]
    pub struct Reverse<T>(pub T);
    impl<A: ?Sized + PartialEq<B>, B: ?Sized> PartialEq<&B> for &A {}
    impl<A: ?Sized + PartialEq<B>, B: ?Sized> PartialEq<&mut B> for &mut A {}
    impl<A: ?Sized + PartialOrd<B>, B: ?Sized> PartialOrd<&B> for &A {}
    impl<A: ?Sized + Ord> Ord for &A {}
    impl<A: ?Sized + Eq> Eq for &A {}
    impl<A: ?Sized + Ord> Ord for &mut A {}
    impl<A: ?Sized + Eq> Eq for &mut A {}
    impl<T: PartialEq<U>, U> PartialEq<[U]> for [T] {}
    impl<T: PartialEq<U>, U> PartialEq<[U; 0]> for [T; 0] {}
    impl<T: PartialEq<U>, U> PartialEq<[U; 0]> for [T] {}
    impl<T: PartialEq<U>, U> PartialEq<[U]> for [T; 0] {}
    impl<T: PartialOrd> PartialOrd for [T] {}
    impl<T: PartialOrd> PartialOrd for [T; 0] {}
    impl<T: Ord> Ord for [T] {}
    impl<T: Ord> Ord for [T; 0] {}
    impl<T: Eq> Eq for [T] {}
    impl<T: Eq> Eq for [T; 0] {}
    impl<A: PartialEq> PartialEq for (A,) {}
    impl<A: PartialEq, B: PartialEq> PartialEq for (A, B) {}
    impl<A: PartialEq, B: PartialEq, C: PartialEq> PartialEq for (A, B, C) {}
    impl<A: PartialEq, B: PartialEq, C: PartialEq, D: PartialEq> PartialEq for (A, B, C, D) {}
    impl<A: PartialOrd, B: PartialOrd> PartialOrd for (A, B) {}
    impl<A: PartialOrd, B: PartialOrd, C: PartialOrd> PartialOrd for (A, B, C) {}
    impl<A: Ord, B: Ord> Ord for (A, B) {}
    impl<A: Ord, B: Ord, C: Ord> Ord for (A, B, C) {}
    impl<A: Eq, B: Eq> Eq for (A, B) {}
    impl<A: Eq, B: Eq, C: Eq> Eq for (A, B, C) {}
    impl PartialEq for () {}
    impl Eq for () {}
    impl PartialOrd for () {}
    impl Ord for () {}
}
pub mod hash {
    pub trait Hash {
        fn hash<H: Hasher>(&self, state: &mut H);
        fn hash_slice<H: Hasher>(data: &[Self], state: &mut H)
        where
            Self: Sized,
        {
        }
    }
    pub trait Hasher {
        fn finish(&self) -> u64;
        fn write(&mut self, bytes: &[u8]);
        fn write_u8(&mut self, i: u8) {}
        fn write_u16(&mut self, i: u16) {}
        fn write_u32(&mut self, i: u32) {}
        fn write_u64(&mut self, i: u64) {}
        fn write_u128(&mut self, i: u128) {}
        fn write_usize(&mut self, i: usize) {}
        fn write_i64(&mut self, i: i64) {}
        fn write_i32(&mut self, i: i32) {}
    }
    pub trait BuildHasher {
        type Hasher: Hasher;
        fn build_hasher(&self) -> Self::Hasher;
        fn hash_one<T: Hash>(&self, x: T) -> u64 {}
    }
    pub struct BuildHasherDefault<H>;
    impl<H: Default + Hasher> BuildHasher for BuildHasherDefault<H> {
        type Hasher = H;
    }
    impl<H> Default for BuildHasherDefault<H> {}
    #[derive(Clone, Debug, Default)]
    pub struct DefaultHasher;
    impl DefaultHasher {
        pub fn new() -> DefaultHasher {}
    }
    impl Hasher for DefaultHasher {}
    #[derive(Clone, Debug, Default)]
    pub struct RandomState;
    impl RandomState {
        pub fn new() -> RandomState {}
    }
    impl BuildHasher for RandomState {
        type Hasher = DefaultHasher;
    }
    impl<T: ?Sized + Hash> Hash for &T {}
    impl<T: ?Sized + Hash> Hash for &mut T {}
    impl<T: Hash> Hash for [T] {}
    impl<T: Hash> Hash for [T; 0] {}
    impl<A: Hash, B: Hash> Hash for (A, B) {}
    impl<A: Hash, B: Hash, C: Hash> Hash for (A, B, C) {}
    impl<A: Hash> Hash for (A,) {}
    impl Hash for () {}
    impl<H: Hasher + ?Sized> Hasher for &mut H {}
    impl<H: Hasher + ?Sized> Hasher for Box<H> {}
}
pub mod any {
    pub trait Any {
        fn type_id(&self) -> TypeId;
    }
    impl<T: ?Sized> Any for T {}
    impl dyn Any {
        pub fn is<T: Any>(&self) -> bool {}
        pub fn downcast_ref<T: Any>(&self) -> Option<&T> {}
        pub fn downcast_mut<T: Any>(&mut self) -> Option<&mut T> {}
    }
    #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
    pub struct TypeId;
    impl TypeId {
        pub fn of<T: ?Sized>() -> TypeId {}
    }
    pub fn type_name<T: ?Sized>() -> &'static str {}
    pub fn type_name_of_val<T: ?Sized>(value: &T) -> &'static str {}
}
pub mod hint {
    pub fn black_box<T>(x: T) -> T {}
    pub fn spin_loop() {}
    pub fn unreachable_unchecked() -> ! {}
    pub fn assert_unchecked(cond: bool) {}
}
