impl Clone for SELF {}
impl Copy for SELF {}
impl Default for SELF {}
impl PartialEq for SELF {}
impl PartialOrd for SELF {}
impl crate::fmt::Debug for SELF {}
impl crate::fmt::Display for SELF {}
impl crate::fmt::LowerExp for SELF {}
impl crate::ops::Add for SELF { type Output = SELF; }
impl crate::ops::Sub for SELF { type Output = SELF; }
impl crate::ops::Mul for SELF { type Output = SELF; }
impl crate::ops::Div for SELF { type Output = SELF; }
impl crate::ops::Rem for SELF { type Output = SELF; }
impl crate::ops::AddAssign for SELF {}
impl crate::ops::SubAssign for SELF {}
impl crate::ops::MulAssign for SELF {}
impl crate::ops::DivAssign for SELF {}
impl crate::ops::RemAssign for SELF {}
impl crate::ops::Add<&SELF> for SELF { type Output = SELF; }
impl crate::ops::Sub<&SELF> for SELF { type Output = SELF; }
impl crate::ops::Mul<&SELF> for SELF { type Output = SELF; }
impl crate::ops::Div<&SELF> for SELF { type Output = SELF; }
impl crate::ops::Add<SELF> for &SELF { type Output = SELF; }
impl crate::ops::Sub<SELF> for &SELF { type Output = SELF; }
impl crate::ops::Mul<SELF> for &SELF { type Output = SELF; }
impl crate::ops::Div<SELF> for &SELF { type Output = SELF; }
impl crate::iter::Sum for SELF {}
impl crate::iter::Sum<&SELF> for SELF {}
impl crate::iter::Product for SELF {}
impl crate::iter::Product<&SELF> for SELF {}
