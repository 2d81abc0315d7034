impl SELF {
    pub const MAX: SELF = 0.0;
    pub const MIN: SELF = 0.0;
    pub const MIN_POSITIVE: SELF = 0.0;
    pub const EPSILON: SELF = 0.0;
    pub const INFINITY: SELF = 0.0;
    pub const NEG_INFINITY: SELF = 0.0;
    pub const NAN: SELF = 0.0;
    pub const MANTISSA_DIGITS: u32 = 0;
    pub const DIGITS: u32 = 0;
    pub fn floor(self) -> SELF {}
    pub fn ceil(self) -> SELF {}
    pub fn round(self) -> SELF {}
    pub fn round_ties_even(self) -> SELF {}
    pub fn trunc(self) -> SELF {}
    pub fn fract(self) -> SELF {}
    pub fn abs(self) -> SELF {}
    pub fn signum(self) -> SELF {}
    pub fn copysign(self, sign: SELF) -> SELF {}
    pub fn mul_add(self, a: SELF, b: SELF) -> SELF {}
    pub fn div_euclid(self, rhs: SELF) -> SELF {}
    pub fn rem_euclid(self, rhs: SELF) -> SELF {}
    pub fn powi(self, n: i32) -> SELF {}
    pub fn powf(self, n: SELF) -> SELF {}
    pub fn sqrt(self) -> SELF {}
    pub fn cbrt(self) -> SELF {}
    pub fn exp(self) -> SELF {}
    pub fn exp2(self) -> SELF {}
    pub fn exp_m1(self) -> SELF {}
    pub fn ln(self) -> SELF {}
    pub fn ln_1p(self) -> SELF {}
    pub fn log(self, base: SELF) -> SELF {}
    pub fn log2(self) -> SELF {}
    pub fn log10(self) -> SELF {}
    pub fn hypot(self, other: SELF) -> SELF {}
    pub fn sin(self) -> SELF {}
    pub fn cos(self) -> SELF {}
    pub fn tan(self) -> SELF {}
    pub fn asin(self) -> SELF {}
    pub fn acos(self) -> SELF {}
    pub fn atan(self) -> SELF {}
    pub fn atan2(self, other: SELF) -> SELF {}
    pub fn sin_cos(self) -> (SELF, SELF) {}
    pub fn sinh(self) -> SELF {}
    pub fn cosh(self) -> SELF {}
    pub fn tanh(self) -> SELF {}
    pub fn asinh(self) -> SELF {}
    pub fn acosh(self) -> SELF {}
    pub fn atanh(self) -> SELF {}
    pub fn is_nan(self) -> bool {}
    pub fn is_infinite(self) -> bool {}
    pub fn is_finite(self) -> bool {}
    pub fn is_normal(self) -> bool {}
    pub fn is_subnormal(self) -> bool {}
    pub fn is_sign_positive(self) -> bool {}
    pub fn is_sign_negative(self) -> bool {}
    pub fn classify(self) -> crate::num::FpCategory {}
    pub fn recip(self) -> SELF {}
    pub fn to_degrees(self) -> SELF {}
    pub fn to_radians(self) -> SELF {}
    pub fn max(self, other: SELF) -> SELF {}
    pub fn min(self, other: SELF) -> SELF {}
    pub fn midpoint(self, other: SELF) -> SELF {}
    pub fn clamp(self, min: SELF, max: SELF) -> SELF {}
    pub fn total_cmp(&self, other: &SELF) -> crate::cmp::Ordering {}
    pub fn to_be_bytes(self) -> [u8; 0] {}
    pub fn to_le_bytes(self) -> [u8; 0] {}
    pub fn to_ne_bytes(self) -> [u8; 0] {}
    pub fn from_be_bytes(bytes: [u8; 0]) -> SELF {}
    pub fn from_le_bytes(bytes: [u8; 0]) -> SELF {}
    pub fn from_ne_bytes(bytes: [u8; 0]) -> SELF {}
    pub fn next_up(self) -> SELF {}
    pub fn next_down(self) -> SELF {}
}
impl crate::ops::Neg for SELF { type Output = SELF; }
impl crate::str::FromStr for SELF { type Err = crate::num::ParseFloatError; }
