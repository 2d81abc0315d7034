pub mod SELF {
    pub use crate::floats::consts;
    pub const MAX: SELF = 0.0;
    pub const MIN: SELF = 0.0;
    pub const EPSILON: SELF = 0.0;
    pub const INFINITY: SELF = 0.0;
    pub const NEG_INFINITY: SELF = 0.0;
    pub const NAN: SELF = 0.0;
}
