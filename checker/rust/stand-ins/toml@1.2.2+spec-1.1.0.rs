// Stand-in for `toml` 1.2.2+spec-1.1.0: its value, and reading into types of ours.

pub use self::value::{Table, Value};
pub mod map {
    pub type Map<K, V> = std::collections::BTreeMap<K, V>;
}
pub mod value {
    pub use crate::map::Map;
    pub type Table = Map<String, Value>;
    pub type Array = Vec<Value>;
    #[derive(Clone, Debug, PartialEq)]
    pub struct Datetime;
    #[derive(Clone, Debug, PartialEq)]
    pub enum Value {
        String(String),
        Integer(i64),
        Float(f64),
        Boolean(bool),
        Datetime(Datetime),
        Array(Array),
        Table(Table),
    }
    impl Value {
        pub fn try_from<T>(value: T) -> Result<Value, crate::ser::Error> {}
        pub fn try_into<T>(self) -> Result<T, crate::de::Error> {}
        pub fn get<I>(&self, index: I) -> Option<&Value> {}
        pub fn get_mut<I>(&mut self, index: I) -> Option<&mut Value> {}
        pub fn as_integer(&self) -> Option<i64> {}
        pub fn as_float(&self) -> Option<f64> {}
        pub fn as_bool(&self) -> Option<bool> {}
        pub fn as_str(&self) -> Option<&str> {}
        pub fn as_array(&self) -> Option<&Array> {}
        pub fn as_array_mut(&mut self) -> Option<&mut Array> {}
        pub fn as_table(&self) -> Option<&Table> {}
        pub fn as_table_mut(&mut self) -> Option<&mut Table> {}
        pub fn is_table(&self) -> bool {}
        pub fn is_str(&self) -> bool {}
        pub fn is_array(&self) -> bool {}
        pub fn type_str(&self) -> &'static str {}
    }
    impl<I> std::ops::Index<I> for Value {
        type Output = Value;
    }
    impl<I> std::ops::IndexMut<I> for Value {}
    impl std::fmt::Display for Value {}
    impl std::str::FromStr for Value {
        type Err = crate::de::Error;
    }
    impl From<&str> for Value {}
    impl From<String> for Value {}
    impl From<i64> for Value {}
    impl From<bool> for Value {}
}
pub mod de {
    #[derive(Clone, Debug, PartialEq)]
    pub struct Error;
    impl Error {
        pub fn message(&self) -> &str {}
        pub fn span(&self) -> Option<std::ops::Range<usize>> {}
    }
    impl std::fmt::Display for Error {}
    impl std::error::Error for Error {}
    pub use crate::{from_slice, from_str};
}
pub mod ser {
    #[derive(Clone, Debug, PartialEq)]
    pub struct Error;
    impl std::fmt::Display for Error {}
    impl std::error::Error for Error {}
    pub use crate::{to_string, to_string_pretty};
}
pub fn from_str<T>(s: &str) -> Result<T, de::Error> {}
pub fn from_slice<T>(s: &[u8]) -> Result<T, de::Error> {}
pub fn to_string<T: ?Sized>(value: &T) -> Result<String, ser::Error> {}
pub fn to_string_pretty<T: ?Sized>(value: &T) -> Result<String, ser::Error> {}
