// Stand-in for `std` 1.95.0: what all numbers have, and both shared pointers.

// One call of a macro for each of several types.
macro_rules! each {
    ($called:ident: $($number:ident)*) => {
        $($called! { $number })*
    };
}
// What every number has.
macro_rules! number {
    ($number:ident) => {
        impl Clone for $number {}
        impl Copy for $number {}
        impl Default for $number {}
        impl PartialEq for $number {}
        impl PartialOrd for $number {}
        impl crate::fmt::Debug for $number {}
        impl crate::fmt::Display for $number {}
        impl crate::fmt::LowerExp for $number {}
        impl crate::ops::Add for $number {
            type Output = $number;
        }
        impl crate::ops::Sub for $number {
            type Output = $number;
        }
        impl crate::ops::Mul for $number {
            type Output = $number;
        }
        impl crate::ops::Div for $number {
            type Output = $number;
        }
        impl crate::ops::Rem for $number {
            type Output = $number;
        }
        impl crate::ops::AddAssign for $number {}
        impl crate::ops::SubAssign for $number {}
        impl crate::ops::MulAssign for $number {}
        impl crate::ops::DivAssign for $number {}
        impl crate::ops::RemAssign for $number {}
        impl crate::ops::Add<&$number> for $number {
            type Output = $number;
        }
        impl crate::ops::Sub<&$number> for $number {
            type Output = $number;
        }
        impl crate::ops::Mul<&$number> for $number {
            type Output = $number;
        }
        impl crate::ops::Div<&$number> for $number {
            type Output = $number;
        }
        impl crate::ops::Add<$number> for &$number {
            type Output = $number;
        }
        impl crate::ops::Sub<$number> for &$number {
            type Output = $number;
        }
        impl crate::ops::Mul<$number> for &$number {
            type Output = $number;
        }
        impl crate::ops::Div<$number> for &$number {
            type Output = $number;
        }
        impl crate::iter::Sum for $number {}
        impl crate::iter::Sum<&$number> for $number {}
        impl crate::iter::Product for $number {}
        impl crate::iter::Product<&$number> for $number {}
    };
}

// What every integer has.
macro_rules! integer {
    ($number:ident) => {
        impl $number {
            pub const MAX: $number = 0;
            pub const MIN: $number = 0;
            pub const BITS: u32 = 0;
            pub fn from_str_radix(src: &str, radix: u32) -> Result<$number, crate::num::ParseIntError> {}
            pub fn count_ones(self) -> u32 {}
            pub fn count_zeros(self) -> u32 {}
            pub fn leading_zeros(self) -> u32 {}
            pub fn trailing_zeros(self) -> u32 {}
            pub fn leading_ones(self) -> u32 {}
            pub fn trailing_ones(self) -> u32 {}
            pub fn rotate_left(self, n: u32) -> $number {}
            pub fn rotate_right(self, n: u32) -> $number {}
            pub fn swap_bytes(self) -> $number {}
            pub fn reverse_bits(self) -> $number {}
            pub fn from_be(x: $number) -> $number {}
            pub fn from_le(x: $number) -> $number {}
            pub fn to_be(self) -> $number {}
            pub fn to_le(self) -> $number {}
            pub fn checked_add(self, rhs: $number) -> Option<$number> {}
            pub fn checked_sub(self, rhs: $number) -> Option<$number> {}
            pub fn checked_mul(self, rhs: $number) -> Option<$number> {}
            pub fn checked_div(self, rhs: $number) -> Option<$number> {}
            pub fn checked_div_euclid(self, rhs: $number) -> Option<$number> {}
            pub fn checked_rem(self, rhs: $number) -> Option<$number> {}
            pub fn checked_rem_euclid(self, rhs: $number) -> Option<$number> {}
            pub fn checked_neg(self) -> Option<$number> {}
            pub fn checked_abs(self) -> Option<$number> {}
            pub fn checked_shl(self, rhs: u32) -> Option<$number> {}
            pub fn checked_shr(self, rhs: u32) -> Option<$number> {}
            pub fn checked_pow(self, exp: u32) -> Option<$number> {}
            pub fn checked_ilog2(self) -> Option<u32> {}
            pub fn checked_ilog10(self) -> Option<u32> {}
            pub fn checked_next_power_of_two(self) -> Option<$number> {}
            pub fn checked_next_multiple_of(self, rhs: $number) -> Option<$number> {}
            pub fn saturating_add(self, rhs: $number) -> $number {}
            pub fn saturating_sub(self, rhs: $number) -> $number {}
            pub fn saturating_mul(self, rhs: $number) -> $number {}
            pub fn saturating_div(self, rhs: $number) -> $number {}
            pub fn saturating_pow(self, exp: u32) -> $number {}
            pub fn saturating_neg(self) -> $number {}
            pub fn saturating_abs(self) -> $number {}
            pub fn wrapping_add(self, rhs: $number) -> $number {}
            pub fn wrapping_sub(self, rhs: $number) -> $number {}
            pub fn wrapping_mul(self, rhs: $number) -> $number {}
            pub fn wrapping_div(self, rhs: $number) -> $number {}
            pub fn wrapping_rem(self, rhs: $number) -> $number {}
            pub fn wrapping_neg(self) -> $number {}
            pub fn wrapping_abs(self) -> $number {}
            pub fn wrapping_shl(self, rhs: u32) -> $number {}
            pub fn wrapping_shr(self, rhs: u32) -> $number {}
            pub fn wrapping_pow(self, exp: u32) -> $number {}
            pub fn overflowing_add(self, rhs: $number) -> ($number, bool) {}
            pub fn overflowing_sub(self, rhs: $number) -> ($number, bool) {}
            pub fn overflowing_mul(self, rhs: $number) -> ($number, bool) {}
            pub fn overflowing_shl(self, rhs: u32) -> ($number, bool) {}
            pub fn overflowing_pow(self, rhs: u32) -> ($number, bool) {}
            pub fn pow(self, exp: u32) -> $number {}
            pub fn isqrt(self) -> $number {}
            pub fn div_euclid(self, rhs: $number) -> $number {}
            pub fn rem_euclid(self, rhs: $number) -> $number {}
            pub fn div_floor(self, rhs: $number) -> $number {}
            pub fn div_ceil(self, rhs: $number) -> $number {}
            pub fn next_multiple_of(self, rhs: $number) -> $number {}
            pub fn is_multiple_of(self, rhs: $number) -> bool {}
            pub fn ilog(self, base: $number) -> u32 {}
            pub fn ilog2(self) -> u32 {}
            pub fn ilog10(self) -> u32 {}
            pub fn abs_diff(self, other: $number) -> $number {}
            pub fn is_power_of_two(self) -> bool {}
            pub fn next_power_of_two(self) -> $number {}
            pub fn to_be_bytes(self) -> [u8; 0] {}
            pub fn to_le_bytes(self) -> [u8; 0] {}
            pub fn to_ne_bytes(self) -> [u8; 0] {}
            pub fn from_be_bytes(bytes: [u8; 0]) -> $number {}
            pub fn from_le_bytes(bytes: [u8; 0]) -> $number {}
            pub fn from_ne_bytes(bytes: [u8; 0]) -> $number {}
            pub fn min_value() -> $number {}
            pub fn max_value() -> $number {}
            pub fn abs(self) -> $number {}
            pub fn signum(self) -> $number {}
            pub fn is_positive(self) -> bool {}
            pub fn is_negative(self) -> bool {}
        }
        impl crate::ops::BitAnd for $number {
            type Output = $number;
        }
        impl crate::ops::BitOr for $number {
            type Output = $number;
        }
        impl crate::ops::BitXor for $number {
            type Output = $number;
        }
        impl crate::ops::Shl<u32> for $number {
            type Output = $number;
        }
        impl crate::ops::Shr<u32> for $number {
            type Output = $number;
        }
        impl crate::ops::Shl<usize> for $number {
            type Output = $number;
        }
        impl crate::ops::Shr<usize> for $number {
            type Output = $number;
        }
        impl crate::ops::Not for $number {
            type Output = $number;
        }
        impl crate::ops::BitAndAssign for $number {}
        impl crate::ops::BitOrAssign for $number {}
        impl crate::ops::BitXorAssign for $number {}
        impl crate::ops::ShlAssign<u32> for $number {}
        impl crate::ops::ShrAssign<u32> for $number {}
        impl crate::hash::Hash for $number {}
        impl Eq for $number {}
        impl Ord for $number {}
        impl crate::iter::Step for $number {}
        impl crate::fmt::LowerHex for $number {}
        impl crate::fmt::UpperHex for $number {}
        impl crate::fmt::Binary for $number {}
        impl crate::fmt::Octal for $number {}
        impl crate::str::FromStr for $number {
            type Err = crate::num::ParseIntError;
        }
    };
}

// What every unsigned integer has.
macro_rules! unsigned {
    ($number:ident) => {
        impl $number {
            pub fn checked_add_signed(self, rhs: isize) -> Option<$number> {}
            pub fn saturating_add_signed(self, rhs: isize) -> $number {}
            pub fn wrapping_add_signed(self, rhs: isize) -> $number {}
            pub fn checked_sub_signed(self, rhs: isize) -> Option<$number> {}
            pub fn checked_signed_diff(self, rhs: $number) -> Option<isize> {}
            pub fn cast_signed(self) -> isize {}
        }
    };
}

// What every signed integer has.
macro_rules! signed {
    ($number:ident) => {
        impl $number {
            pub fn checked_add_unsigned(self, rhs: usize) -> Option<$number> {}
            pub fn checked_sub_unsigned(self, rhs: usize) -> Option<$number> {}
            pub fn saturating_add_unsigned(self, rhs: usize) -> $number {}
            pub fn cast_unsigned(self) -> usize {}
        }
        impl crate::ops::Neg for $number {
            type Output = $number;
        }
    };
}

// What every floating-point number has.
macro_rules! float {
    ($number:ident) => {
        impl $number {
            pub const MAX: $number = 0.0;
            pub const MIN: $number = 0.0;
            pub const MIN_POSITIVE: $number = 0.0;
            pub const EPSILON: $number = 0.0;
            pub const INFINITY: $number = 0.0;
            pub const NEG_INFINITY: $number = 0.0;
            pub const NAN: $number = 0.0;
            pub const MANTISSA_DIGITS: u32 = 0;
            pub const DIGITS: u32 = 0;
            pub fn floor(self) -> $number {}
            pub fn ceil(self) -> $number {}
            pub fn round(self) -> $number {}
            pub fn round_ties_even(self) -> $number {}
            pub fn trunc(self) -> $number {}
            pub fn fract(self) -> $number {}
            pub fn abs(self) -> $number {}
            pub fn signum(self) -> $number {}
            pub fn copysign(self, sign: $number) -> $number {}
            pub fn mul_add(self, a: $number, b: $number) -> $number {}
            pub fn div_euclid(self, rhs: $number) -> $number {}
            pub fn rem_euclid(self, rhs: $number) -> $number {}
            pub fn powi(self, n: i32) -> $number {}
            pub fn powf(self, n: $number) -> $number {}
            pub fn sqrt(self) -> $number {}
            pub fn cbrt(self) -> $number {}
            pub fn exp(self) -> $number {}
            pub fn exp2(self) -> $number {}
            pub fn exp_m1(self) -> $number {}
            pub fn ln(self) -> $number {}
            pub fn ln_1p(self) -> $number {}
            pub fn log(self, base: $number) -> $number {}
            pub fn log2(self) -> $number {}
            pub fn log10(self) -> $number {}
            pub fn hypot(self, other: $number) -> $number {}
            pub fn sin(self) -> $number {}
            pub fn cos(self) -> $number {}
            pub fn tan(self) -> $number {}
            pub fn asin(self) -> $number {}
            pub fn acos(self) -> $number {}
            pub fn atan(self) -> $number {}
            pub fn atan2(self, other: $number) -> $number {}
            pub fn sin_cos(self) -> ($number, $number) {}
            pub fn sinh(self) -> $number {}
            pub fn cosh(self) -> $number {}
            pub fn tanh(self) -> $number {}
            pub fn asinh(self) -> $number {}
            pub fn acosh(self) -> $number {}
            pub fn atanh(self) -> $number {}
            pub fn is_nan(self) -> bool {}
            pub fn is_infinite(self) -> bool {}
            pub fn is_finite(self) -> bool {}
            pub fn is_normal(self) -> bool {}
            pub fn is_subnormal(self) -> bool {}
            pub fn is_sign_positive(self) -> bool {}
            pub fn is_sign_negative(self) -> bool {}
            pub fn classify(self) -> crate::num::FpCategory {}
            pub fn recip(self) -> $number {}
            pub fn to_degrees(self) -> $number {}
            pub fn to_radians(self) -> $number {}
            pub fn max(self, other: $number) -> $number {}
            pub fn min(self, other: $number) -> $number {}
            pub fn midpoint(self, other: $number) -> $number {}
            pub fn clamp(self, min: $number, max: $number) -> $number {}
            pub fn total_cmp(&self, other: &$number) -> crate::cmp::Ordering {}
            pub fn to_be_bytes(self) -> [u8; 0] {}
            pub fn to_le_bytes(self) -> [u8; 0] {}
            pub fn to_ne_bytes(self) -> [u8; 0] {}
            pub fn from_be_bytes(bytes: [u8; 0]) -> $number {}
            pub fn from_le_bytes(bytes: [u8; 0]) -> $number {}
            pub fn from_ne_bytes(bytes: [u8; 0]) -> $number {}
            pub fn next_up(self) -> $number {}
            pub fn next_down(self) -> $number {}
        }
        impl crate::ops::Neg for $number {
            type Output = $number;
        }
        impl crate::str::FromStr for $number {
            type Err = crate::num::ParseFloatError;
        }
    };
}

// An integer's old module of constants.
macro_rules! integer_module {
    ($number:ident) => {
        pub mod $number {
            pub const MAX: $number = 0;
            pub const MIN: $number = 0;
        }
    };
}

// A floating-point number's module of constants.
macro_rules! float_module {
    ($number:ident) => {
        pub mod $number {
            pub use crate::floats::consts;
            pub const MAX: $number = 0.0;
            pub const MIN: $number = 0.0;
            pub const EPSILON: $number = 0.0;
            pub const INFINITY: $number = 0.0;
            pub const NEG_INFINITY: $number = 0.0;
            pub const NAN: $number = 0.0;
        }
    };
}

// What both shared pointers have.
macro_rules! shared {
    ($module:ident::$pointer:ident) => {
        impl<T: ?Sized> crate::ops::Deref for crate::$module::$pointer<T> {
            type Target = T;
        }
        impl<T: ?Sized> Clone for crate::$module::$pointer<T> {}
        impl<T: Default> Default for crate::$module::$pointer<T> {}
        impl<T: ?Sized + PartialEq> PartialEq for crate::$module::$pointer<T> {}
        impl<T: ?Sized + Eq> Eq for crate::$module::$pointer<T> {}
        impl<T: ?Sized + PartialOrd> PartialOrd for crate::$module::$pointer<T> {}
        impl<T: ?Sized + Ord> Ord for crate::$module::$pointer<T> {}
        impl<T: ?Sized + crate::hash::Hash> crate::hash::Hash for crate::$module::$pointer<T> {}
        impl<T: ?Sized + crate::fmt::Debug> crate::fmt::Debug for crate::$module::$pointer<T> {}
        impl<T: ?Sized + crate::fmt::Display> crate::fmt::Display for crate::$module::$pointer<T> {}
        impl<T: ?Sized> AsRef<T> for crate::$module::$pointer<T> {}
        impl<T: ?Sized> crate::borrow::Borrow<T> for crate::$module::$pointer<T> {}
        impl<T> From<T> for crate::$module::$pointer<T> {}
        impl<T: ?Sized> From<Box<T>> for crate::$module::$pointer<T> {}
        impl From<&str> for crate::$module::$pointer<str> {}
        impl From<String> for crate::$module::$pointer<str> {}
        impl<T: Clone> From<&[T]> for crate::$module::$pointer<[T]> {}
        impl<T> From<Vec<T>> for crate::$module::$pointer<[T]> {}
        impl<T> From<[T; 0]> for crate::$module::$pointer<[T]> {}
        impl From<crate::path::PathBuf> for crate::$module::$pointer<crate::path::Path> {}
        impl From<&crate::path::Path> for crate::$module::$pointer<crate::path::Path> {}
        impl<T> FromIterator<T> for crate::$module::$pointer<[T]> {}
        impl<T: ?Sized + crate::error::Error> crate::error::Error for crate::$module::$pointer<T> {}
    };
}

// Lossless conversions.
macro_rules! widening {
    ($($wide:ident: $($narrow:ident)*;)*) => {
        $($(impl From<$narrow> for $wide {})*)*
    };
}

// Conversions that may lose something.
macro_rules! converting {
    ($($to:ident: $($from:ident)*;)*) => {
        $($(
            impl TryFrom<$from> for $to {
                type Error = crate::num::TryFromIntError;
            }
        )*)*
    };
}

// These bear the names of types, and so must not be around the impls.
each! { integer_module: i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }
each! { float_module: f32 f64 }

mod primitives {
    each! { number: i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize f32 f64 }
    each! { integer: i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }
    each! { unsigned: u8 u16 u32 u64 u128 usize }
    each! { signed: i8 i16 i32 i64 i128 isize }
    each! { float: f32 f64 }
    shared! { rc::Rc }
    shared! { sync::Arc }
    widening! {
        u16: u8 bool;
        u32: u8 u16 bool;
        u64: u8 u16 u32 bool;
        u128: u8 u16 u32 u64 bool;
        usize: u8 u16 bool;
        u8: bool;
        i16: i8 u8;
        i32: i8 i16 u8 u16 bool;
        i64: i8 i16 i32 u8 u16 u32 bool;
        i128: i8 i16 i32 i64 u8 u16 u32 u64;
        isize: i8 i16 u8;
        f32: i8 i16 u8 u16;
        f64: i8 i16 i32 u8 u16 u32 f32;
    }
    converting! {
        i8: i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize;
        i16: i8 i32 i64 i128 isize u8 u16 u32 u64 u128 usize;
        i32: i8 i16 i64 i128 isize u8 u16 u32 u64 u128 usize;
        i64: i8 i16 i32 i128 isize u8 u16 u32 u64 u128 usize;
        i128: i8 i16 i32 i64 isize u8 u16 u32 u64 u128 usize;
        isize: i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 usize;
        u8: i8 i16 i32 i64 i128 isize u16 u32 u64 u128 usize;
        u16: i8 i16 i32 i64 i128 isize u8 u32 u64 u128 usize;
        u32: i8 i16 i32 i64 i128 isize u8 u16 u64 u128 usize;
        u64: i8 i16 i32 i64 i128 isize u8 u16 u32 u128 usize;
        u128: i8 i16 i32 i64 i128 isize u8 u16 u32 u64 usize;
        usize: i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128;
    }
}
