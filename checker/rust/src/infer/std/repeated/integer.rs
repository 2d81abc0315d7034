impl SELF {
    pub const MAX: SELF = 0;
    pub const MIN: SELF = 0;
    pub const BITS: u32 = 0;
    pub fn from_str_radix(src: &str, radix: u32) -> Result<SELF, crate::num::ParseIntError> {}
    pub fn count_ones(self) -> u32 {}
    pub fn count_zeros(self) -> u32 {}
    pub fn leading_zeros(self) -> u32 {}
    pub fn trailing_zeros(self) -> u32 {}
    pub fn leading_ones(self) -> u32 {}
    pub fn trailing_ones(self) -> u32 {}
    pub fn rotate_left(self, n: u32) -> SELF {}
    pub fn rotate_right(self, n: u32) -> SELF {}
    pub fn swap_bytes(self) -> SELF {}
    pub fn reverse_bits(self) -> SELF {}
    pub fn from_be(x: SELF) -> SELF {}
    pub fn from_le(x: SELF) -> SELF {}
    pub fn to_be(self) -> SELF {}
    pub fn to_le(self) -> SELF {}
    pub fn checked_add(self, rhs: SELF) -> Option<SELF> {}
    pub fn checked_sub(self, rhs: SELF) -> Option<SELF> {}
    pub fn checked_mul(self, rhs: SELF) -> Option<SELF> {}
    pub fn checked_div(self, rhs: SELF) -> Option<SELF> {}
    pub fn checked_div_euclid(self, rhs: SELF) -> Option<SELF> {}
    pub fn checked_rem(self, rhs: SELF) -> Option<SELF> {}
    pub fn checked_rem_euclid(self, rhs: SELF) -> Option<SELF> {}
    pub fn checked_neg(self) -> Option<SELF> {}
    pub fn checked_abs(self) -> Option<SELF> {}
    pub fn checked_shl(self, rhs: u32) -> Option<SELF> {}
    pub fn checked_shr(self, rhs: u32) -> Option<SELF> {}
    pub fn checked_pow(self, exp: u32) -> Option<SELF> {}
    pub fn checked_ilog2(self) -> Option<u32> {}
    pub fn checked_ilog10(self) -> Option<u32> {}
    pub fn checked_next_power_of_two(self) -> Option<SELF> {}
    pub fn checked_next_multiple_of(self, rhs: SELF) -> Option<SELF> {}
    pub fn saturating_add(self, rhs: SELF) -> SELF {}
    pub fn saturating_sub(self, rhs: SELF) -> SELF {}
    pub fn saturating_mul(self, rhs: SELF) -> SELF {}
    pub fn saturating_div(self, rhs: SELF) -> SELF {}
    pub fn saturating_pow(self, exp: u32) -> SELF {}
    pub fn saturating_neg(self) -> SELF {}
    pub fn saturating_abs(self) -> SELF {}
    pub fn wrapping_add(self, rhs: SELF) -> SELF {}
    pub fn wrapping_sub(self, rhs: SELF) -> SELF {}
    pub fn wrapping_mul(self, rhs: SELF) -> SELF {}
    pub fn wrapping_div(self, rhs: SELF) -> SELF {}
    pub fn wrapping_rem(self, rhs: SELF) -> SELF {}
    pub fn wrapping_neg(self) -> SELF {}
    pub fn wrapping_abs(self) -> SELF {}
    pub fn wrapping_shl(self, rhs: u32) -> SELF {}
    pub fn wrapping_shr(self, rhs: u32) -> SELF {}
    pub fn wrapping_pow(self, exp: u32) -> SELF {}
    pub fn overflowing_add(self, rhs: SELF) -> (SELF, bool) {}
    pub fn overflowing_sub(self, rhs: SELF) -> (SELF, bool) {}
    pub fn overflowing_mul(self, rhs: SELF) -> (SELF, bool) {}
    pub fn overflowing_shl(self, rhs: u32) -> (SELF, bool) {}
    pub fn overflowing_pow(self, rhs: u32) -> (SELF, bool) {}
    pub fn pow(self, exp: u32) -> SELF {}
    pub fn isqrt(self) -> SELF {}
    pub fn div_euclid(self, rhs: SELF) -> SELF {}
    pub fn rem_euclid(self, rhs: SELF) -> SELF {}
    pub fn div_floor(self, rhs: SELF) -> SELF {}
    pub fn div_ceil(self, rhs: SELF) -> SELF {}
    pub fn next_multiple_of(self, rhs: SELF) -> SELF {}
    pub fn is_multiple_of(self, rhs: SELF) -> bool {}
    pub fn ilog(self, base: SELF) -> u32 {}
    pub fn ilog2(self) -> u32 {}
    pub fn ilog10(self) -> u32 {}
    pub fn abs_diff(self, other: SELF) -> SELF {}
    pub fn is_power_of_two(self) -> bool {}
    pub fn next_power_of_two(self) -> SELF {}
    pub fn to_be_bytes(self) -> [u8; 0] {}
    pub fn to_le_bytes(self) -> [u8; 0] {}
    pub fn to_ne_bytes(self) -> [u8; 0] {}
    pub fn from_be_bytes(bytes: [u8; 0]) -> SELF {}
    pub fn from_le_bytes(bytes: [u8; 0]) -> SELF {}
    pub fn from_ne_bytes(bytes: [u8; 0]) -> SELF {}
    pub fn min_value() -> SELF {}
    pub fn max_value() -> SELF {}
    pub fn abs(self) -> SELF {}
    pub fn signum(self) -> SELF {}
    pub fn is_positive(self) -> bool {}
    pub fn is_negative(self) -> bool {}
}
impl crate::ops::BitAnd for SELF { type Output = SELF; }
impl crate::ops::BitOr for SELF { type Output = SELF; }
impl crate::ops::BitXor for SELF { type Output = SELF; }
impl crate::ops::Shl<u32> for SELF { type Output = SELF; }
impl crate::ops::Shr<u32> for SELF { type Output = SELF; }
impl crate::ops::Shl<usize> for SELF { type Output = SELF; }
impl crate::ops::Shr<usize> for SELF { type Output = SELF; }
impl crate::ops::Not for SELF { type Output = SELF; }
impl crate::ops::BitAndAssign for SELF {}
impl crate::ops::BitOrAssign for SELF {}
impl crate::ops::BitXorAssign for SELF {}
impl crate::ops::ShlAssign<u32> for SELF {}
impl crate::ops::ShrAssign<u32> for SELF {}
impl crate::hash::Hash for SELF {}
impl Eq for SELF {}
impl Ord for SELF {}
impl crate::iter::Step for SELF {}
impl crate::fmt::LowerHex for SELF {}
impl crate::fmt::UpperHex for SELF {}
impl crate::fmt::Binary for SELF {}
impl crate::fmt::Octal for SELF {}
impl crate::str::FromStr for SELF { type Err = crate::num::ParseIntError; }
