pub mod SELF {
    pub const MAX: SELF = 0;
    pub const MIN: SELF = 0;
}
