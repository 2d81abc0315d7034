impl SELF {
    pub fn checked_add_unsigned(self, rhs: usize) -> Option<SELF> {}
    pub fn checked_sub_unsigned(self, rhs: usize) -> Option<SELF> {}
    pub fn saturating_add_unsigned(self, rhs: usize) -> SELF {}
    pub fn cast_unsigned(self) -> usize {}
}
impl crate::ops::Neg for SELF { type Output = SELF; }
