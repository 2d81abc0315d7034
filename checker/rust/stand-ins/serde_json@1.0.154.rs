// Stand-in for `serde_json` 1.0.154: its value, and reading into types of ours.

pub use self::error::{Error, Result};
pub use self::map::Map;
pub use self::value::{Number, Value, from_value, to_value};
pub mod error {
    pub type Result<T> = std::result::Result<T, Error>;
    #[derive(Debug)]
    pub struct Error;
    impl Error {
        pub fn line(&self) -> usize {}
        pub fn column(&self) -> usize {}
        pub fn is_io(&self) -> bool {}
        pub fn is_syntax(&self) -> bool {}
        pub fn is_data(&self) -> bool {}
        pub fn is_eof(&self) -> bool {}
    }
    impl std::fmt::Display for Error {}
    impl std::error::Error for Error {}
    impl From<Error> for std::io::Error {}
}
pub fn from_str<T>(s: &str) -> Result<T> {}
pub fn from_slice<T>(v: &[u8]) -> Result<T> {}
pub fn from_reader<R, T>(rdr: R) -> Result<T> {}
pub fn to_string<T: ?Sized>(value: &T) -> Result<String> {}
pub fn to_string_pretty<T: ?Sized>(value: &T) -> Result<String> {}
pub fn to_vec<T: ?Sized>(value: &T) -> Result<Vec<u8>> {}
pub fn to_vec_pretty<T: ?Sized>(value: &T) -> Result<Vec<u8>> {}
pub fn to_writer<W, T: ?Sized>(writer: W, value: &T) -> Result<()> {}
pub fn to_writer_pretty<W, T: ?Sized>(writer: W, value: &T) -> Result<()> {}
pub mod map {
    use std::collections::btree_map;
    pub type Map<K, V> = btree_map::BTreeMap<K, V>;
    pub use btree_map::{
        Entry, IntoIter, Iter, IterMut, Keys, OccupiedEntry, VacantEntry, Values, ValuesMut,
    };
}
pub mod value {
    pub use crate::map::Map;
    pub fn to_value<T>(value: T) -> crate::Result<Value> {}
    pub fn from_value<T>(value: Value) -> crate::Result<T> {}
    #[derive(Clone, PartialEq, Eq, Debug, Hash)]
    pub struct Number;
    impl Number {
        pub fn as_i64(&self) -> Option<i64> {}
        pub fn as_u64(&self) -> Option<u64> {}
        pub fn as_f64(&self) -> Option<f64> {}
        pub fn from_f64(f: f64) -> Option<Number> {}
    }
    impl std::fmt::Display for Number {}
    #[derive(Clone, PartialEq, Eq, Debug, Hash, Default)]
    pub enum Value {
        Null,
        Bool(bool),
        Number(Number),
        String(String),
        Array(Vec<Value>),
        Object(Map<String, Value>),
    }
    impl Value {
        pub fn get<I>(&self, index: I) -> Option<&Value> {}
        pub fn get_mut<I>(&mut self, index: I) -> Option<&mut Value> {}
        pub fn is_object(&self) -> bool {}
        pub fn as_object(&self) -> Option<&Map<String, Value>> {}
        pub fn as_object_mut(&mut self) -> Option<&mut Map<String, Value>> {}
        pub fn is_array(&self) -> bool {}
        pub fn as_array(&self) -> Option<&Vec<Value>> {}
        pub fn as_array_mut(&mut self) -> Option<&mut Vec<Value>> {}
        pub fn is_string(&self) -> bool {}
        pub fn as_str(&self) -> Option<&str> {}
        pub fn is_number(&self) -> bool {}
        pub fn as_number(&self) -> Option<&Number> {}
        pub fn as_i64(&self) -> Option<i64> {}
        pub fn as_u64(&self) -> Option<u64> {}
        pub fn as_f64(&self) -> Option<f64> {}
        pub fn is_boolean(&self) -> bool {}
        pub fn as_bool(&self) -> Option<bool> {}
        pub fn is_null(&self) -> bool {}
        pub fn pointer(&self, pointer: &str) -> Option<&Value> {}
        pub fn pointer_mut(&mut self, pointer: &str) -> Option<&mut Value> {}
        pub fn take(&mut self) -> Value {}
    }
    impl std::fmt::Display for Value {}
    impl<I> std::ops::Index<I> for Value {
        type Output = Value;
    }
    impl<I> std::ops::IndexMut<I> for Value {}
    impl From<&str> for Value {}
    impl From<String> for Value {}
    impl From<bool> for Value {}
    impl From<Map<String, Value>> for Value {}
    impl<T: Into<Value>> From<Vec<T>> for Value {}
    impl std::str::FromStr for Value {
        type Err = crate::Error;
    }
    impl<T: Into<Value>> FromIterator<T> for Value {}
}
