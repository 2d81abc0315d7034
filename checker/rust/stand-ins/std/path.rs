// Stand-in for `std` 1.95.0: paths, strings of the system, processes, environment, network.

pub mod path {
    use crate::borrow::Cow;
    use crate::ffi::{OsStr, OsString};
    use crate::io;
    pub const MAIN_SEPARATOR: char = '/';
    pub const MAIN_SEPARATOR_STR: &str = "/";
    pub fn is_separator(c: char) -> bool {}
    pub fn absolute<P: AsRef<Path>>(path: P) -> io::Result<PathBuf> {}
    pub struct Path;
    impl Path {
        pub fn new<S: AsRef<OsStr> + ?Sized>(s: &S) -> &Path {}
        pub fn as_os_str(&self) -> &OsStr {}
        pub fn as_mut_os_str(&mut self) -> &mut OsStr {}
        pub fn to_str(&self) -> Option<&str> {}
        pub fn to_string_lossy(&self) -> Cow<str> {}
        pub fn to_path_buf(&self) -> PathBuf {}
        pub fn is_absolute(&self) -> bool {}
        pub fn is_relative(&self) -> bool {}
        pub fn has_root(&self) -> bool {}
        pub fn parent(&self) -> Option<&Path> {}
        pub fn ancestors(&self) -> Ancestors {}
        pub fn file_name(&self) -> Option<&OsStr> {}
        pub fn strip_prefix<P: AsRef<Path>>(&self, base: P) -> Result<&Path, StripPrefixError> {}
        pub fn starts_with<P: AsRef<Path>>(&self, base: P) -> bool {}
        pub fn ends_with<P: AsRef<Path>>(&self, child: P) -> bool {}
        pub fn file_stem(&self) -> Option<&OsStr> {}
        pub fn file_prefix(&self) -> Option<&OsStr> {}
        pub fn extension(&self) -> Option<&OsStr> {}
        pub fn join<P: AsRef<Path>>(&self, path: P) -> PathBuf {}
        pub fn with_file_name<S: AsRef<OsStr>>(&self, file_name: S) -> PathBuf {}
        pub fn with_extension<S: AsRef<OsStr>>(&self, extension: S) -> PathBuf {}
        pub fn with_added_extension<S: AsRef<OsStr>>(&self, extension: S) -> PathBuf {}
        pub fn components(&self) -> Components {}
        pub fn iter(&self) -> Iter {}
        pub fn display(&self) -> Display {}
        pub fn metadata(&self) -> io::Result<crate::fs::Metadata> {}
        pub fn symlink_metadata(&self) -> io::Result<crate::fs::Metadata> {}
        pub fn canonicalize(&self) -> io::Result<PathBuf> {}
        pub fn read_link(&self) -> io::Result<PathBuf> {}
        pub fn read_dir(&self) -> io::Result<crate::fs::ReadDir> {}
        pub fn exists(&self) -> bool {}
        pub fn try_exists(&self) -> io::Result<bool> {}
        pub fn is_file(&self) -> bool {}
        pub fn is_dir(&self) -> bool {}
        pub fn is_symlink(&self) -> bool {}
        pub fn into_path_buf(self: Box<Path>) -> PathBuf {}
    }
    #[derive(Clone, PartialOrd, Eq, Ord, Debug, Hash)]
    pub struct PathBuf;
    impl PathBuf {
        pub fn new() -> PathBuf {}
        pub fn with_capacity(capacity: usize) -> PathBuf {}
        pub fn as_path(&self) -> &Path {}
        pub fn leak(self) -> &'static mut Path {}
        pub fn push<P: AsRef<Path>>(&mut self, path: P) {}
        pub fn pop(&mut self) -> bool {}
        pub fn set_file_name<S: AsRef<OsStr>>(&mut self, file_name: S) {}
        pub fn set_extension<S: AsRef<OsStr>>(&mut self, extension: S) -> bool {}
        pub fn as_mut_os_string(&mut self) -> &mut OsString {}
        pub fn into_os_string(self) -> OsString {}
        pub fn into_boxed_path(self) -> Box<Path> {}
        pub fn capacity(&self) -> usize {}
        pub fn clear(&mut self) {}
        pub fn reserve(&mut self, additional: usize) {}
    }
    impl crate::ops::Deref for PathBuf {
        type Target = Path;
    }
    impl crate::ops::DerefMut for PathBuf {}
    impl crate::borrow::Borrow<Path> for PathBuf {}
    impl crate::borrow::ToOwned for Path {
        type Owned = PathBuf;
    }
    impl Default for PathBuf {}
    impl PartialEq for PathBuf {}
    impl PartialEq<Path> for PathBuf {}
    impl PartialEq<&Path> for PathBuf {}
    impl PartialEq for Path {}
    impl PartialEq<PathBuf> for Path {}
    impl Eq for Path {}
    impl PartialOrd for Path {}
    impl Ord for Path {}
    impl crate::hash::Hash for Path {}
    impl crate::fmt::Debug for Path {}
    impl<T: ?Sized + AsRef<OsStr>> From<&T> for PathBuf {}
    impl From<OsString> for PathBuf {}
    impl From<String> for PathBuf {}
    impl From<Box<Path>> for PathBuf {}
    impl From<Cow<Path>> for PathBuf {}
    impl crate::str::FromStr for PathBuf {
        type Err = crate::convert::Infallible;
    }
    impl<P: AsRef<Path>> FromIterator<P> for PathBuf {}
    impl<P: AsRef<Path>> Extend<P> for PathBuf {}
    impl AsRef<Path> for Path {}
    impl AsRef<Path> for PathBuf {}
    impl AsRef<Path> for OsStr {}
    impl AsRef<Path> for OsString {}
    impl AsRef<Path> for Component {}
    impl AsRef<Path> for Iter {}
    impl AsRef<Path> for Components {}
    impl AsRef<OsStr> for Path {}
    impl AsRef<OsStr> for PathBuf {}
    impl AsRef<OsStr> for Component {}
    impl Clone for Box<Path> {}
    #[derive(Clone, Debug)]
    pub struct Components;
    impl Components {
        pub fn as_path(&self) -> &Path {}
    }
    impl Iterator for Components {
        type Item = Component;
    }
    impl DoubleEndedIterator for Components {}
    #[derive(Clone, Debug)]
    pub struct Iter;
    impl Iter {
        pub fn as_path(&self) -> &Path {}
    }
    impl Iterator for Iter {
        type Item = &OsStr;
    }
    impl DoubleEndedIterator for Iter {}
    impl IntoIterator for &Path {
        type Item = &OsStr;
        type IntoIter = Iter;
    }
    impl IntoIterator for &PathBuf {
        type Item = &OsStr;
        type IntoIter = Iter;
    }
    #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
    pub enum Component {
        Prefix(PrefixComponent),
        RootDir,
        CurDir,
        ParentDir,
        Normal(&OsStr),
    }
    impl Component {
        pub fn as_os_str(&self) -> &OsStr {}
    }
    #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
    pub struct PrefixComponent;
    impl PrefixComponent {
        pub fn kind(&self) -> Prefix {}
        pub fn as_os_str(&self) -> &OsStr {}
    }
    #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
    pub enum Prefix {
        Verbatim(&OsStr),
        VerbatimUNC(&OsStr, &OsStr),
        VerbatimDisk(u8),
        DeviceNS(&OsStr),
        UNC(&OsStr, &OsStr),
        Disk(u8),
    }
    #[derive(Clone, Copy, Debug)]
    pub struct Ancestors;
    impl Iterator for Ancestors {
        type Item = &Path;
    }
    pub struct Display;
    impl crate::fmt::Display for Display {}
    impl crate::fmt::Debug for Display {}
    #[derive(Clone, PartialEq, Eq, Debug)]
    pub struct StripPrefixError;
    impl crate::fmt::Display for StripPrefixError {}
    impl crate::error::Error for StripPrefixError {}
}
pub mod ffi {
    use crate::borrow::Cow;
    pub use core_types::*;
    mod core_types {
        pub enum c_void {}
        pub type c_char = i8;
        pub type c_int = i32;
        pub type c_uint = u32;
        pub type c_long = i64;
        pub type c_ulong = u64;
        pub type c_uchar = u8;
        pub type c_short = i16;
        pub type c_ushort = u16;
        pub type c_double = f64;
        pub type c_float = f32;
    }
    pub mod os_str {
        pub type Display = crate::path::Display;
    }
    pub struct OsStr;
    impl OsStr {
        pub fn new<S: AsRef<OsStr> + ?Sized>(s: &S) -> &OsStr {}
        pub fn to_str(&self) -> Option<&str> {}
        pub fn to_string_lossy(&self) -> Cow<str> {}
        pub fn to_os_string(&self) -> OsString {}
        pub fn is_empty(&self) -> bool {}
        pub fn len(&self) -> usize {}
        pub fn as_encoded_bytes(&self) -> &[u8] {}
        pub fn from_encoded_bytes_unchecked(bytes: &[u8]) -> &OsStr {}
        pub fn to_ascii_lowercase(&self) -> OsString {}
        pub fn to_ascii_uppercase(&self) -> OsString {}
        pub fn is_ascii(&self) -> bool {}
        pub fn eq_ignore_ascii_case<S: AsRef<OsStr>>(&self, other: S) -> bool {}
        pub fn display(&self) -> crate::path::Display {}
    }
    #[derive(Clone, PartialOrd, Eq, Ord, Debug, Hash)]
    pub struct OsString;
    impl OsString {
        pub fn new() -> OsString {}
        pub fn as_os_str(&self) -> &OsStr {}
        pub fn into_string(self) -> Result<String, OsString> {}
        pub fn push<T: AsRef<OsStr>>(&mut self, s: T) {}
        pub fn with_capacity(capacity: usize) -> OsString {}
        pub fn clear(&mut self) {}
        pub fn into_boxed_os_str(self) -> Box<OsStr> {}
        pub fn into_encoded_bytes(self) -> Vec<u8> {}
        pub fn from_encoded_bytes_unchecked(bytes: Vec<u8>) -> OsString {}
    }
    impl crate::ops::Deref for OsString {
        type Target = OsStr;
    }
    impl crate::borrow::Borrow<OsStr> for OsString {}
    impl crate::borrow::ToOwned for OsStr {
        type Owned = OsString;
    }
    impl Default for OsString {}
    impl PartialEq for OsString {}
    impl PartialEq<str> for OsString {}
    impl PartialEq<&str> for OsString {}
    impl PartialEq<OsStr> for OsString {}
    impl PartialEq for OsStr {}
    impl PartialEq<str> for OsStr {}
    impl Eq for OsStr {}
    impl PartialOrd for OsStr {}
    impl Ord for OsStr {}
    impl crate::hash::Hash for OsStr {}
    impl crate::fmt::Debug for OsStr {}
    impl From<String> for OsString {}
    impl From<crate::path::PathBuf> for OsString {}
    impl<T: ?Sized + AsRef<OsStr>> From<&T> for OsString {}
    impl crate::str::FromStr for OsString {
        type Err = crate::convert::Infallible;
    }
    impl AsRef<OsStr> for OsStr {}
    impl AsRef<OsStr> for OsString {}
    impl FromIterator<OsString> for OsString {}
    impl Clone for Box<OsStr> {}
    #[derive(PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
    pub struct CStr;
    impl CStr {
        pub fn from_ptr(ptr: *const c_char) -> &'static CStr {}
        pub fn from_bytes_with_nul(bytes: &[u8]) -> Result<&CStr, FromBytesWithNulError> {}
        pub fn from_bytes_until_nul(bytes: &[u8]) -> Result<&CStr, FromBytesWithNulError> {}
        pub fn as_ptr(&self) -> *const c_char {}
        pub fn to_bytes(&self) -> &[u8] {}
        pub fn to_bytes_with_nul(&self) -> &[u8] {}
        pub fn to_str(&self) -> Result<&str, crate::str::Utf8Error> {}
        pub fn to_string_lossy(&self) -> Cow<str> {}
    }
    #[derive(Clone, Debug)]
    pub struct FromBytesWithNulError;
    #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
    pub struct CString;
    impl CString {
        pub fn new<T: Into<Vec<u8>>>(t: T) -> Result<CString, NulError> {}
        pub fn into_raw(self) -> *mut c_char {}
        pub fn from_raw(ptr: *mut c_char) -> CString {}
        pub fn into_string(self) -> Result<String, crate::string::FromUtf8Error> {}
        pub fn as_bytes(&self) -> &[u8] {}
        pub fn as_c_str(&self) -> &CStr {}
    }
    impl crate::ops::Deref for CString {
        type Target = CStr;
    }
    #[derive(Clone, PartialEq, Eq, Debug)]
    pub struct NulError;
    impl crate::fmt::Display for NulError {}
    impl crate::error::Error for NulError {}
}
pub mod env {
    use crate::ffi::{OsStr, OsString};
    use crate::path::{Path, PathBuf};
    pub fn current_dir() -> crate::io::Result<PathBuf> {}
    pub fn set_current_dir<P: AsRef<Path>>(path: P) -> crate::io::Result<()> {}
    pub fn vars() -> Vars {}
    pub fn vars_os() -> VarsOs {}
    pub fn var<K: AsRef<OsStr>>(key: K) -> Result<String, VarError> {}
    pub fn var_os<K: AsRef<OsStr>>(key: K) -> Option<OsString> {}
    pub fn set_var<K: AsRef<OsStr>, V: AsRef<OsStr>>(key: K, value: V) {}
    pub fn remove_var<K: AsRef<OsStr>>(key: K) {}
    pub fn split_paths<T: AsRef<OsStr> + ?Sized>(unparsed: &T) -> SplitPaths {}
    pub fn join_paths<I: IntoIterator<Item = T>, T: AsRef<OsStr>>(
        paths: I,
    ) -> Result<OsString, JoinPathsError> {
    }
    pub fn home_dir() -> Option<PathBuf> {}
    pub fn temp_dir() -> PathBuf {}
    pub fn current_exe() -> crate::io::Result<PathBuf> {}
    pub fn args() -> Args {}
    pub fn args_os() -> ArgsOs {}
    #[derive(Clone, PartialEq, Eq, Debug)]
    pub enum VarError {
        NotPresent,
        NotUnicode(OsString),
    }
    impl crate::fmt::Display for VarError {}
    impl crate::error::Error for VarError {}
    #[derive(Debug)]
    pub struct JoinPathsError;
    impl crate::fmt::Display for JoinPathsError {}
    impl crate::error::Error for JoinPathsError {}
    pub struct Vars;
    pub struct VarsOs;
    pub struct SplitPaths;
    pub struct Args;
    pub struct ArgsOs;
    impl Iterator for Vars {
        type Item = (String, String);
    }
    impl Iterator for VarsOs {
        type Item = (OsString, OsString);
    }
    impl Iterator for SplitPaths {
        type Item = PathBuf;
    }
    impl Iterator for Args {
        type Item = String;
    }
    impl Iterator for ArgsOs {
        type Item = OsString;
    }
    impl DoubleEndedIterator for Args {}
    impl ExactSizeIterator for Args {}
    impl ExactSizeIterator for ArgsOs {}
    pub mod consts {
        pub const ARCH: &str = "";
        pub const FAMILY: &str = "";
        pub const OS: &str = "";
        pub const DLL_PREFIX: &str = "";
        pub const DLL_SUFFIX: &str = "";
        pub const DLL_EXTENSION: &str = "";
        pub const EXE_SUFFIX: &str = "";
        pub const EXE_EXTENSION: &str = "";
    }
}
