// Stand-in for `std` 1.95.0: operators, ranges, closures.

pub mod ops {
    pub trait Drop {
        fn drop(&mut self);
    }
    pub trait Deref {
        type Target: ?Sized;
        fn deref(&self) -> &Self::Target;
    }
    pub trait DerefMut: Deref {
        fn deref_mut(&mut self) -> &mut Self::Target;
    }
    impl<T: ?Sized> Deref for &T {
        type Target = T;
    }
    impl<T: ?Sized> Deref for &mut T {
        type Target = T;
    }
    impl<T: ?Sized> DerefMut for &mut T {}
    pub trait FnOnce<Args> {
        type Output;
        fn call_once(self, args: Args) -> Self::Output;
    }
    pub trait FnMut<Args>: FnOnce<Args> {
        fn call_mut(&mut self, args: Args) -> Self::Output;
    }
    pub trait Fn<Args>: FnMut<Args> {
        fn call(&self, args: Args) -> Self::Output;
    }
    pub trait AsyncFnOnce<Args> {
        type Output;
    }
    pub trait AsyncFnMut<Args>: AsyncFnOnce<Args> {}
    pub trait AsyncFn<Args>: AsyncFnMut<Args> {}
    impl<A, F: Fn<A> + ?Sized> Fn<A> for &F {}
    impl<A, F: Fn<A> + ?Sized> FnMut<A> for &F {}
    impl<A, F: Fn<A> + ?Sized> FnOnce<A> for &F {
        type Output = F::Output;
    }
    impl<A, F: FnMut<A> + ?Sized> FnMut<A> for &mut F {}
    impl<A, F: FnMut<A> + ?Sized> FnOnce<A> for &mut F {
        type Output = F::Output;
    }
    impl<A, F: FnOnce<A> + ?Sized> FnOnce<A> for Box<F> {
        type Output = F::Output;
    }
    impl<A, F: FnMut<A> + ?Sized> FnMut<A> for Box<F> {}
    impl<A, F: Fn<A> + ?Sized> Fn<A> for Box<F> {}
    pub trait Add<Rhs = Self> {
        type Output;
        fn add(self, rhs: Rhs) -> Self::Output;
    }
    pub trait Sub<Rhs = Self> {
        type Output;
        fn sub(self, rhs: Rhs) -> Self::Output;
    }
    pub trait Mul<Rhs = Self> {
        type Output;
        fn mul(self, rhs: Rhs) -> Self::Output;
    }
    pub trait Div<Rhs = Self> {
        type Output;
        fn div(self, rhs: Rhs) -> Self::Output;
    }
    pub trait Rem<Rhs = Self> {
        type Output;
        fn rem(self, rhs: Rhs) -> Self::Output;
    }
    pub trait BitAnd<Rhs = Self> {
        type Output;
        fn bitand(self, rhs: Rhs) -> Self::Output;
    }
    pub trait BitOr<Rhs = Self> {
        type Output;
        fn bitor(self, rhs: Rhs) -> Self::Output;
    }
    pub trait BitXor<Rhs = Self> {
        type Output;
        fn bitxor(self, rhs: Rhs) -> Self::Output;
    }
    pub trait Shl<Rhs = Self> {
        type Output;
        fn shl(self, rhs: Rhs) -> Self::Output;
    }
    pub trait Shr<Rhs = Self> {
        type Output;
        fn shr(self, rhs: Rhs) -> Self::Output;
    }
    pub trait AddAssign<Rhs = Self> {
        fn add_assign(&mut self, rhs: Rhs);
    }
    pub trait SubAssign<Rhs = Self> {
        fn sub_assign(&mut self, rhs: Rhs);
    }
    pub trait MulAssign<Rhs = Self> {
        fn mul_assign(&mut self, rhs: Rhs);
    }
    pub trait DivAssign<Rhs = Self> {
        fn div_assign(&mut self, rhs: Rhs);
    }
    pub trait RemAssign<Rhs = Self> {
        fn rem_assign(&mut self, rhs: Rhs);
    }
    pub trait BitAndAssign<Rhs = Self> {
        fn bitand_assign(&mut self, rhs: Rhs);
    }
    pub trait BitOrAssign<Rhs = Self> {
        fn bitor_assign(&mut self, rhs: Rhs);
    }
    pub trait BitXorAssign<Rhs = Self> {
        fn bitxor_assign(&mut self, rhs: Rhs);
    }
    pub trait ShlAssign<Rhs = Self> {
        fn shl_assign(&mut self, rhs: Rhs);
    }
    pub trait ShrAssign<Rhs = Self> {
        fn shr_assign(&mut self, rhs: Rhs);
    }
    pub trait Neg {
        type Output;
        fn neg(self) -> Self::Output;
    }
    pub trait Not {
        type Output;
        fn not(self) -> Self::Output;
    }
    impl Not for bool {
        type Output = bool;
    }
    impl Not for &bool {
        type Output = bool;
    }
    impl BitAnd for bool {
        type Output = bool;
    }
    impl BitOr for bool {
        type Output = bool;
    }
    impl BitXor for bool {
        type Output = bool;
    }
    pub trait Index<Idx: ?Sized> {
        type Output: ?Sized;
        fn index(&self, index: Idx) -> &Self::Output;
    }
    pub trait IndexMut<Idx: ?Sized>: Index<Idx> {
        fn index_mut(&mut self, index: Idx) -> &mut Self::Output;
    }
    impl<T, I: crate::slice::SliceIndex<[T]>> Index<I> for [T] {
        type Output = I::Output;
    }
    impl<T, I: crate::slice::SliceIndex<[T]>> Index<I> for [T; 0] {
        type Output = I::Output;
    }
    impl<T, I: crate::slice::SliceIndex<[T]>> IndexMut<I> for [T] {}
    impl<I: crate::slice::SliceIndex<str>> Index<I> for str {
        type Output = I::Output;
    }
    #[derive(Clone, Copy, PartialEq, Eq, Debug, Hash, Default)]
    pub struct RangeFull;
    #[derive(Clone, PartialEq, Eq, Debug, Hash, Default)]
    pub struct Range<Idx> {
        pub start: Idx,
        pub end: Idx,
    }
    #[derive(Clone, PartialEq, Eq, Debug, Hash)]
    pub struct RangeFrom<Idx> {
        pub start: Idx,
    }
    #[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
    pub struct RangeTo<Idx> {
        pub end: Idx,
    }
    #[derive(Clone, PartialEq, Eq, Debug, Hash)]
    pub struct RangeInclusive<Idx> {
        start: Idx,
        end: Idx,
    }
    #[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
    pub struct RangeToInclusive<Idx> {
        pub end: Idx,
    }
    impl<Idx: PartialOrd> Range<Idx> {
        pub fn contains<U: ?Sized>(&self, item: &U) -> bool {}
        pub fn is_empty(&self) -> bool {}
    }
    impl<Idx: PartialOrd> RangeFrom<Idx> {
        pub fn contains<U: ?Sized>(&self, item: &U) -> bool {}
    }
    impl<Idx: PartialOrd> RangeTo<Idx> {
        pub fn contains<U: ?Sized>(&self, item: &U) -> bool {}
    }
    impl<Idx: PartialOrd> RangeToInclusive<Idx> {
        pub fn contains<U: ?Sized>(&self, item: &U) -> bool {}
    }
    impl<Idx> RangeInclusive<Idx> {
        pub fn new(start: Idx, end: Idx) -> Self {}
        pub fn start(&self) -> &Idx {}
        pub fn end(&self) -> &Idx {}
        pub fn into_inner(self) -> (Idx, Idx) {}
        pub fn contains<U: ?Sized>(&self, item: &U) -> bool {}
        pub fn is_empty(&self) -> bool {}
    }
    impl<A: crate::iter::Step> Iterator for Range<A> {
        type Item = A;
    }
    impl<A: crate::iter::Step> Iterator for RangeFrom<A> {
        type Item = A;
    }
    impl<A: crate::iter::Step> Iterator for RangeInclusive<A> {
        type Item = A;
    }
    impl<A: crate::iter::Step> DoubleEndedIterator for Range<A> {}
    impl<A: crate::iter::Step> DoubleEndedIterator for RangeInclusive<A> {}
    impl<A: crate::iter::Step> ExactSizeIterator for Range<A> {}
    impl<A: crate::iter::Step> ExactSizeIterator for RangeInclusive<A> {}
    #[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
    pub enum Bound<T> {
        Included(T),
        Excluded(T),
        Unbounded,
    }
    impl<T> Bound<T> {
        pub fn as_ref(&self) -> Bound<&T> {}
        pub fn map<U, F: FnOnce(T) -> U>(self, f: F) -> Bound<U> {}
    }
    impl<T: Clone> Bound<&T> {
        pub fn cloned(self) -> Bound<T> {}
    }
    pub trait RangeBounds<T: ?Sized> {
        fn start_bound(&self) -> Bound<&T>;
        fn end_bound(&self) -> Bound<&T>;
        fn contains<U: ?Sized>(&self, item: &U) -> bool {}
    }
    impl<T> RangeBounds<T> for Range<T> {}
    impl<T> RangeBounds<T> for RangeFrom<T> {}
    impl<T> RangeBounds<T> for RangeTo<T> {}
    impl<T> RangeBounds<T> for RangeInclusive<T> {}
    impl<T> RangeBounds<T> for RangeToInclusive<T> {}
    impl<T> RangeBounds<T> for (Bound<T>, Bound<T>) {}
    impl<T: ?Sized> RangeBounds<T> for RangeFull {}
    pub enum ControlFlow<B, C = ()> {
        Continue(C),
        Break(B),
    }
    impl<B, C> ControlFlow<B, C> {
        pub fn is_break(&self) -> bool {}
        pub fn is_continue(&self) -> bool {}
        pub fn break_value(self) -> Option<B> {}
        pub fn continue_value(self) -> Option<C> {}
        pub fn map_break<T, F: FnOnce(B) -> T>(self, f: F) -> ControlFlow<T, C> {}
    }
    pub trait Try {
        type Output;
        type Residual;
        fn branch(self);
    }
    impl<T> Try for Option<T> {
        type Output = T;
    }
    impl<T, E> Try for Result<T, E> {
        type Output = T;
    }
    impl<B, C> Try for ControlFlow<B, C> {
        type Output = C;
    }
    pub trait CoerceUnsized<T: ?Sized> {}
}
pub mod range {
    pub use crate::ops::{Bound, Range, RangeFrom, RangeInclusive};
}
pub mod mem {
    pub fn replace<T>(dest: &mut T, src: T) -> T {}
    pub fn take<T: Default>(dest: &mut T) -> T {}
    pub fn swap<T>(x: &mut T, y: &mut T) {}
    pub fn drop<T>(x: T) {}
    pub fn forget<T>(t: T) {}
    pub fn size_of<T>() -> usize {}
    pub fn size_of_val<T: ?Sized>(val: &T) -> usize {}
    pub fn align_of<T>() -> usize {}
    pub fn align_of_val<T: ?Sized>(val: &T) -> usize {}
    pub fn needs_drop<T: ?Sized>() -> bool {}
    pub fn discriminant<T>(v: &T) -> Discriminant<T> {}
    pub fn transmute<Src, Dst>(src: Src) -> Dst {}
    pub fn transmute_copy<Src, Dst>(src: &Src) -> Dst {}
    pub fn zeroed<T>() -> T {}
    pub fn offset_of() -> usize {}
    #[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
    pub struct Discriminant<T>;
    pub struct ManuallyDrop<T: ?Sized>;
    impl<T> ManuallyDrop<T> {
        pub fn new(value: T) -> ManuallyDrop<T> {}
        pub fn into_inner(slot: ManuallyDrop<T>) -> T {}
        pub fn take(slot: &mut ManuallyDrop<T>) -> T {}
    }
    impl<T: ?Sized> ManuallyDrop<T> {
        pub fn drop(slot: &mut ManuallyDrop<T>) {}
    }
    impl<T: ?Sized> crate::ops::Deref for ManuallyDrop<T> {
        type Target = T;
    }
    pub union MaybeUninit<T> {
        value: T,
    }
    impl<T> MaybeUninit<T> {
        pub fn new(val: T) -> MaybeUninit<T> {}
        pub fn uninit() -> MaybeUninit<T> {}
        pub fn zeroed() -> MaybeUninit<T> {}
        pub fn uninit_array() -> [MaybeUninit<T>; 0] {}
        pub fn write(&mut self, val: T) -> &mut T {}
        pub fn as_ptr(&self) -> *const T {}
        pub fn as_mut_ptr(&mut self) -> *mut T {}
        pub fn assume_init(self) -> T {}
        pub fn assume_init_ref(&self) -> &T {}
        pub fn assume_init_mut(&mut self) -> &mut T {}
        pub fn assume_init_read(&self) -> T {}
        pub fn assume_init_drop(&mut self) {}
    }
}
pub mod ptr {
    pub fn null<T>() -> *const T {}
    pub fn null_mut<T>() -> *mut T {}
    pub fn read<T>(src: *const T) -> T {}
    pub fn write<T>(dst: *mut T, src: T) {}
    pub fn replace<T>(dst: *mut T, src: T) -> T {}
    pub fn swap<T>(a: *mut T, b: *mut T) {}
    pub fn copy<T>(src: *const T, dst: *mut T, count: usize) {}
    pub fn copy_nonoverlapping<T>(src: *const T, dst: *mut T, count: usize) {}
    pub fn drop_in_place<T: ?Sized>(to_drop: *mut T) {}
    pub fn eq<T: ?Sized>(a: *const T, b: *const T) -> bool {}
    pub fn addr_eq<T: ?Sized, U: ?Sized>(a: *const T, b: *const U) -> bool {}
    pub fn from_ref<T: ?Sized>(r: &T) -> *const T {}
    pub fn from_mut<T: ?Sized>(r: &mut T) -> *mut T {}
    pub fn slice_from_raw_parts<T>(data: *const T, len: usize) -> *const [T] {}
    pub fn slice_from_raw_parts_mut<T>(data: *mut T, len: usize) -> *mut [T] {}
    pub fn dangling<T>() -> *const T {}
    pub struct NonNull<T: ?Sized>;
    impl<T: ?Sized> NonNull<T> {
        pub fn new(ptr: *mut T) -> Option<NonNull<T>> {}
        pub fn new_unchecked(ptr: *mut T) -> NonNull<T> {}
        pub fn as_ptr(self) -> *mut T {}
        pub fn as_ref(&self) -> &T {}
        pub fn as_mut(&mut self) -> &mut T {}
        pub fn cast<U>(self) -> NonNull<U> {}
        pub fn from_ref(r: &T) -> NonNull<T> {}
        pub fn from_mut(r: &mut T) -> NonNull<T> {}
        pub fn add(self, count: usize) -> NonNull<T> {}
    }
    impl<T> NonNull<T> {
        pub fn dangling() -> NonNull<T> {}
    }
    impl<T: ?Sized> Clone for NonNull<T> {}
    impl<T: ?Sized> Copy for NonNull<T> {}
    impl<T: ?Sized> PartialEq for NonNull<T> {}
    impl<T: ?Sized> crate::fmt::Debug for NonNull<T> {}
    impl<T: ?Sized> From<&T> for NonNull<T> {}
    impl<T: ?Sized> From<&mut T> for NonNull<T> {}
}
impl<T: ?Sized> *const T {
    pub fn is_null(self) -> bool {}
    pub fn cast<U>(self) -> *const U {}
    pub fn cast_mut(self) -> *mut T {}
    pub fn as_ref(self) -> Option<&T> {}
    pub fn offset(self, count: isize) -> *const T {}
    pub fn offset_from(self, origin: *const T) -> isize {}
    pub fn add(self, count: usize) -> *const T {}
    pub fn sub(self, count: usize) -> *const T {}
    pub fn wrapping_add(self, count: usize) -> *const T {}
    pub fn read(self) -> T {}
    pub fn read_unaligned(self) -> T {}
    pub fn read_volatile(self) -> T {}
    pub fn addr(self) -> usize {}
}
impl<T: ?Sized> *mut T {
    pub fn is_null(self) -> bool {}
    pub fn cast<U>(self) -> *mut U {}
    pub fn cast_const(self) -> *const T {}
    pub fn as_ref(self) -> Option<&T> {}
    pub fn as_mut(self) -> Option<&mut T> {}
    pub fn offset(self, count: isize) -> *mut T {}
    pub fn add(self, count: usize) -> *mut T {}
    pub fn sub(self, count: usize) -> *mut T {}
    pub fn read(self) -> T {}
    pub fn write(self, val: T) {}
    pub fn replace(self, src: T) -> T {}
    pub fn drop_in_place(self) {}
    pub fn addr(self) -> usize {}
}
