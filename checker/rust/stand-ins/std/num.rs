// Stand-in for `std` 1.95.0: what is not the same for all numbers.

pub mod num {
    #[derive(Clone, PartialEq, Eq, Debug)]
    pub struct ParseIntError;
    impl ParseIntError {
        pub fn kind(&self) -> &IntErrorKind {}
    }
    #[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
    pub enum IntErrorKind {
        Empty,
        InvalidDigit,
        PosOverflow,
        NegOverflow,
        Zero,
    }
    #[derive(Clone, PartialEq, Eq, Debug)]
    pub struct ParseFloatError;
    #[derive(Clone, Copy, PartialEq, Eq, Debug)]
    pub struct TryFromIntError;
    impl crate::fmt::Display for ParseIntError {}
    impl crate::fmt::Display for ParseFloatError {}
    impl crate::fmt::Display for TryFromIntError {}
    impl crate::error::Error for ParseIntError {}
    impl crate::error::Error for ParseFloatError {}
    impl crate::error::Error for TryFromIntError {}
    #[derive(Clone, Copy, PartialEq, Eq, Debug)]
    pub enum FpCategory {
        Nan,
        Infinite,
        Zero,
        Subnormal,
        Normal,
    }
    #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash, Default)]
    pub struct Wrapping<T>(pub T);
    #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
    pub struct NonZero<T>;
    impl<T> NonZero<T> {
        pub const MIN: NonZero<T> = 0;
        pub const MAX: NonZero<T> = 0;
        pub fn new(n: T) -> Option<NonZero<T>> {}
        pub fn new_unchecked(n: T) -> NonZero<T> {}
        pub fn get(self) -> T {}
        pub fn saturating_add(self, other: T) -> NonZero<T> {}
        pub fn checked_add(self, other: T) -> Option<NonZero<T>> {}
        pub fn checked_mul(self, other: NonZero<T>) -> Option<NonZero<T>> {}
        pub fn leading_zeros(self) -> u32 {}
        pub fn trailing_zeros(self) -> u32 {}
        pub fn is_power_of_two(self) -> bool {}
    }
    impl<T> crate::fmt::Display for NonZero<T> {}
    impl<T> From<NonZero<T>> for T {}
    impl<T> TryFrom<T> for NonZero<T> {
        type Error = TryFromIntError;
    }
    impl<T> crate::str::FromStr for NonZero<T> {
        type Err = ParseIntError;
    }
    pub type NonZeroU8 = NonZero<u8>;
    pub type NonZeroU16 = NonZero<u16>;
    pub type NonZeroU32 = NonZero<u32>;
    pub type NonZeroU64 = NonZero<u64>;
    pub type NonZeroU128 = NonZero<u128>;
    pub type NonZeroUsize = NonZero<usize>;
    pub type NonZeroI8 = NonZero<i8>;
    pub type NonZeroI16 = NonZero<i16>;
    pub type NonZeroI32 = NonZero<i32>;
    pub type NonZeroI64 = NonZero<i64>;
    pub type NonZeroIsize = NonZero<isize>;
}
mod simple {
    impl u8 {
        pub fn is_ascii(&self) -> bool {}
        pub fn to_ascii_uppercase(&self) -> u8 {}
        pub fn to_ascii_lowercase(&self) -> u8 {}
        pub fn eq_ignore_ascii_case(&self, other: &u8) -> bool {}
        pub fn make_ascii_uppercase(&mut self) {}
        pub fn make_ascii_lowercase(&mut self) {}
        pub fn is_ascii_alphabetic(&self) -> bool {}
        pub fn is_ascii_uppercase(&self) -> bool {}
        pub fn is_ascii_lowercase(&self) -> bool {}
        pub fn is_ascii_alphanumeric(&self) -> bool {}
        pub fn is_ascii_digit(&self) -> bool {}
        pub fn is_ascii_hexdigit(&self) -> bool {}
        pub fn is_ascii_punctuation(&self) -> bool {}
        pub fn is_ascii_graphic(&self) -> bool {}
        pub fn is_ascii_whitespace(&self) -> bool {}
        pub fn is_ascii_control(&self) -> bool {}
        pub fn is_utf8_char_boundary(self) -> bool {}
        pub fn escape_ascii(self) -> crate::slice::EscapeAscii {}
    }
    impl f32 {
        pub fn to_bits(self) -> u32 {}
        pub fn from_bits(v: u32) -> f32 {}
    }
    impl f64 {
        pub fn to_bits(self) -> u64 {}
        pub fn from_bits(v: u64) -> f64 {}
    }
    impl i8 {
        pub fn unsigned_abs(self) -> u8 {}
    }
    impl i16 {
        pub fn unsigned_abs(self) -> u16 {}
    }
    impl i32 {
        pub fn unsigned_abs(self) -> u32 {}
    }
    impl i64 {
        pub fn unsigned_abs(self) -> u64 {}
    }
    impl i128 {
        pub fn unsigned_abs(self) -> u128 {}
    }
    impl isize {
        pub fn unsigned_abs(self) -> usize {}
    }
    impl bool {
        pub fn then_some<T>(self, t: T) -> Option<T> {}
        pub fn then<T, F: FnOnce() -> T>(self, f: F) -> Option<T> {}
    }
    impl Clone for bool {}
    impl Copy for bool {}
    impl Default for bool {}
    impl PartialEq for bool {}
    impl Eq for bool {}
    impl PartialOrd for bool {}
    impl Ord for bool {}
    impl crate::hash::Hash for bool {}
    impl crate::fmt::Debug for bool {}
    impl crate::fmt::Display for bool {}
    impl Clone for char {}
    impl Copy for char {}
    impl Default for char {}
    impl PartialEq for char {}
    impl Eq for char {}
    impl PartialOrd for char {}
    impl Ord for char {}
    impl crate::hash::Hash for char {}
    impl crate::fmt::Debug for char {}
    impl crate::fmt::Display for char {}
}
pub mod floats {
    pub mod consts {
        pub const PI: f64 = 0.0;
        pub const TAU: f64 = 0.0;
        pub const E: f64 = 0.0;
        pub const SQRT_2: f64 = 0.0;
        pub const LN_2: f64 = 0.0;
        pub const LN_10: f64 = 0.0;
        pub const LOG2_E: f64 = 0.0;
        pub const LOG10_E: f64 = 0.0;
        pub const FRAC_PI_2: f64 = 0.0;
        pub const FRAC_PI_3: f64 = 0.0;
        pub const FRAC_PI_4: f64 = 0.0;
        pub const FRAC_1_SQRT_2: f64 = 0.0;
    }
}
