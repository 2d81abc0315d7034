pub type Result<T> = std::result::Result<T, Error>;
pub use self::error::Error;
pub mod error {
    pub struct Error;
    impl Error { pub fn line(&self) -> usize {} pub fn column(&self) -> usize {} }
    impl std::fmt::Debug for Error {}
    impl std::fmt::Display for Error {}
    impl std::error::Error for Error {}
    impl From<Error> for std::io::Error {}
}
pub fn from_str<T>(s: &str) -> Result<T> {}
pub fn from_slice<T>(v: &[u8]) -> Result<T> {}
pub fn from_reader<R, T>(rdr: R) -> Result<T> {}
pub fn from_value<T>(value: Value) -> Result<T> {}
pub fn to_string<T: ?Sized>(value: &T) -> Result<String> {}
pub fn to_string_pretty<T: ?Sized>(value: &T) -> Result<String> {}
pub fn to_vec<T: ?Sized>(value: &T) -> Result<Vec<u8>> {}
pub fn to_vec_pretty<T: ?Sized>(value: &T) -> Result<Vec<u8>> {}
pub fn to_value<T>(value: T) -> Result<Value> {}
pub fn to_writer<W, T: ?Sized>(writer: W, value: &T) -> Result<()> {}
pub fn to_writer_pretty<W, T: ?Sized>(writer: W, value: &T) -> Result<()> {}
