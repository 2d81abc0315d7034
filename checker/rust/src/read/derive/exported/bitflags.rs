// What `bitflags!` of bitflags 2 makes, as far as other code names it.
macro_rules! bitflags {
    ($(#[$about:meta])* $vis:vis struct $name:ident: $bits:ty { $($flags:tt)* } $($rest:tt)*) => {
        $(#[$about])* $vis struct $name { bits: $bits }
        bitflags! { impl $name: $bits { $($flags)* } }
        bitflags! { $($rest)* }
    };
    (impl $name:ident: $bits:ty {
        $($(#[$each:meta])* const $flag:ident = $value:expr;)*
    } $($rest:tt)*) => {
        impl $name {
            $($(#[$each])* pub const $flag: Self = Self::from_bits_retain($value);)*
            pub const fn empty() -> Self { loop {} }
            pub const fn all() -> Self { loop {} }
            pub const fn bits(&self) -> $bits { loop {} }
            pub const fn from_bits(bits: $bits) -> ::core::option::Option<Self> { loop {} }
            pub const fn from_bits_truncate(bits: $bits) -> Self { loop {} }
            pub const fn from_bits_retain(bits: $bits) -> Self { loop {} }
            pub fn from_name(name: &str) -> ::core::option::Option<Self> { loop {} }
            pub const fn is_empty(&self) -> bool { loop {} }
            pub const fn is_all(&self) -> bool { loop {} }
            pub const fn intersects(&self, other: Self) -> bool { loop {} }
            pub const fn contains(&self, other: Self) -> bool { loop {} }
            pub fn insert(&mut self, other: Self) { loop {} }
            pub fn remove(&mut self, other: Self) { loop {} }
            pub fn toggle(&mut self, other: Self) { loop {} }
            pub fn set(&mut self, other: Self, value: bool) { loop {} }
            pub const fn intersection(self, other: Self) -> Self { loop {} }
            pub const fn union(self, other: Self) -> Self { loop {} }
            pub const fn difference(self, other: Self) -> Self { loop {} }
            pub const fn symmetric_difference(self, other: Self) -> Self { loop {} }
            pub const fn complement(self) -> Self { loop {} }
        }
        impl ::core::ops::BitOr for $name { type Output = Self; fn bitor(self, other: Self) -> Self { loop {} } }
        impl ::core::ops::BitAnd for $name { type Output = Self; fn bitand(self, other: Self) -> Self { loop {} } }
        impl ::core::ops::BitXor for $name { type Output = Self; fn bitxor(self, other: Self) -> Self { loop {} } }
        impl ::core::ops::Sub for $name { type Output = Self; fn sub(self, other: Self) -> Self { loop {} } }
        impl ::core::ops::Not for $name { type Output = Self; fn not(self) -> Self { loop {} } }
        impl ::core::ops::BitOrAssign for $name { fn bitor_assign(&mut self, other: Self) { loop {} } }
        impl ::core::ops::BitAndAssign for $name { fn bitand_assign(&mut self, other: Self) { loop {} } }
        impl ::core::ops::BitXorAssign for $name { fn bitxor_assign(&mut self, other: Self) { loop {} } }
        impl ::core::ops::SubAssign for $name { fn sub_assign(&mut self, other: Self) { loop {} } }
        bitflags! { $($rest)* }
    };
    () => {};
}
