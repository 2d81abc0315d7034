impl SELF {
    pub fn checked_add_signed(self, rhs: isize) -> Option<SELF> {}
    pub fn saturating_add_signed(self, rhs: isize) -> SELF {}
    pub fn wrapping_add_signed(self, rhs: isize) -> SELF {}
    pub fn checked_sub_signed(self, rhs: isize) -> Option<SELF> {}
    pub fn checked_signed_diff(self, rhs: SELF) -> Option<isize> {}
    pub fn cast_signed(self) -> isize {}
}
