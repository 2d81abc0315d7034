pub mod de { pub struct Error; }
pub mod ser { pub struct Error; }
pub fn from_str<T>(s: &str) -> Result<T, de::Error> {}
pub fn to_string<T: ?Sized>(value: &T) -> Result<String, ser::Error> {}
pub fn to_string_pretty<T: ?Sized>(value: &T) -> Result<String, ser::Error> {}
impl std::fmt::Debug for de::Error {}
impl std::fmt::Display for de::Error {}
impl std::error::Error for de::Error {}
impl std::fmt::Debug for ser::Error {}
impl std::fmt::Display for ser::Error {}
impl std::error::Error for ser::Error {}
