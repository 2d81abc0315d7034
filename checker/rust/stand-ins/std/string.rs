// Stand-in for `std` 1.95.0: strings and characters.

pub mod string {
    use crate::borrow::Cow;
    use crate::ops::{Add, AddAssign, Deref, DerefMut, Index, IndexMut, RangeBounds};
    #[derive(Clone, PartialOrd, Eq, Ord, Debug, Hash)]
    pub struct String;
    impl String {
        pub fn new() -> String {}
        pub fn with_capacity(capacity: usize) -> String {}
        pub fn from_utf8(vec: Vec<u8>) -> Result<String, FromUtf8Error> {}
        pub fn from_utf8_lossy(v: &[u8]) -> Cow<str> {}
        pub fn from_utf8_lossy_owned(v: Vec<u8>) -> String {}
        pub fn from_utf8_unchecked(bytes: Vec<u8>) -> String {}
        pub fn from_utf16(v: &[u16]) -> Result<String, FromUtf16Error> {}
        pub fn from_utf16_lossy(v: &[u16]) -> String {}
        pub fn into_bytes(self) -> Vec<u8> {}
        pub fn as_str(&self) -> &str {}
        pub fn as_mut_str(&mut self) -> &mut str {}
        pub fn push_str(&mut self, string: &str) {}
        pub fn extend_from_within<R: RangeBounds<usize>>(&mut self, src: R) {}
        pub fn capacity(&self) -> usize {}
        pub fn reserve(&mut self, additional: usize) {}
        pub fn reserve_exact(&mut self, additional: usize) {}
        pub fn try_reserve(&mut self, additional: usize) -> Result<(), crate::collections::TryReserveError> {}
        pub fn shrink_to_fit(&mut self) {}
        pub fn shrink_to(&mut self, min: usize) {}
        pub fn push(&mut self, ch: char) {}
        pub fn as_bytes(&self) -> &[u8] {}
        pub fn truncate(&mut self, new_len: usize) {}
        pub fn pop(&mut self) -> Option<char> {}
        pub fn remove(&mut self, idx: usize) -> char {}
        pub fn retain<F: FnMut(char) -> bool>(&mut self, f: F) {}
        pub fn insert(&mut self, idx: usize, ch: char) {}
        pub fn insert_str(&mut self, idx: usize, string: &str) {}
        pub fn as_mut_vec(&mut self) -> &mut Vec<u8> {}
        pub fn len(&self) -> usize {}
        pub fn is_empty(&self) -> bool {}
        pub fn split_off(&mut self, at: usize) -> String {}
        pub fn clear(&mut self) {}
        pub fn drain<R: RangeBounds<usize>>(&mut self, range: R) -> Drain {}
        pub fn replace_range<R: RangeBounds<usize>>(&mut self, range: R, replace_with: &str) {}
        pub fn into_boxed_str(self) -> Box<str> {}
        pub fn leak(self) -> &'static mut str {}
        pub fn into_chars(self) -> Drain {}
    }
    impl Deref for String {
        type Target = str;
    }
    impl DerefMut for String {}
    impl<I: crate::slice::SliceIndex<str>> Index<I> for String {
        type Output = I::Output;
    }
    impl<I: crate::slice::SliceIndex<str>> IndexMut<I> for String {}
    impl Add<&str> for String {
        type Output = String;
    }
    impl AddAssign<&str> for String {}
    impl Default for String {}
    impl PartialEq for String {}
    impl PartialEq<str> for String {}
    impl PartialEq<&str> for String {}
    impl PartialEq<String> for str {}
    impl PartialEq<String> for &str {}
    impl PartialEq<Cow<str>> for String {}
    impl crate::fmt::Display for String {}
    impl crate::fmt::Write for String {}
    impl crate::str::FromStr for String {
        type Err = crate::convert::Infallible;
    }
    impl From<&str> for String {}
    impl From<&mut str> for String {}
    impl From<&String> for String {}
    impl From<Box<str>> for String {}
    impl From<Cow<str>> for String {}
    impl From<char> for String {}
    impl AsRef<str> for String {}
    impl AsRef<[u8]> for String {}
    impl AsRef<crate::ffi::OsStr> for String {}
    impl AsRef<crate::path::Path> for String {}
    impl AsMut<str> for String {}
    impl crate::borrow::Borrow<str> for String {}
    impl FromIterator<char> for String {}
    impl FromIterator<&char> for String {}
    impl FromIterator<&str> for String {}
    impl FromIterator<String> for String {}
    impl FromIterator<Box<str>> for String {}
    impl FromIterator<Cow<str>> for String {}
    impl Extend<char> for String {}
    impl Extend<&char> for String {}
    impl Extend<&str> for String {}
    impl Extend<String> for String {}
    impl Extend<Cow<str>> for String {}
    pub trait ToString {
        fn to_string(&self) -> String;
    }
    impl<T: crate::fmt::Display + ?Sized> ToString for T {}
    pub struct Drain;
    impl Iterator for Drain {
        type Item = char;
    }
    impl DoubleEndedIterator for Drain {}
    #[derive(Clone, PartialEq, Eq, Debug)]
    pub struct FromUtf8Error;
    impl FromUtf8Error {
        pub fn as_bytes(&self) -> &[u8] {}
        pub fn into_bytes(self) -> Vec<u8> {}
        pub fn into_utf8_lossy(self) -> String {}
        pub fn utf8_error(&self) -> crate::str::Utf8Error {}
    }
    #[derive(Debug)]
    pub struct FromUtf16Error;
    impl crate::fmt::Display for FromUtf8Error {}
    impl crate::fmt::Display for FromUtf16Error {}
    impl crate::error::Error for FromUtf8Error {}
    impl crate::error::Error for FromUtf16Error {}
    pub type ParseError = crate::convert::Infallible;
}
pub mod str {
    pub mod pattern {
        pub trait Pattern: Sized {}
        impl Pattern for char {}
        impl Pattern for &str {}
        impl Pattern for &String {}
        impl Pattern for &&str {}
        impl Pattern for [char; 0] {}
        impl Pattern for &[char; 0] {}
        impl Pattern for &[char] {}
        impl<F: FnMut(char) -> bool> Pattern for F {}
    }
    use self::pattern::Pattern;
    use crate::slice::SliceIndex;
    pub trait FromStr: Sized {
        type Err;
        fn from_str(s: &str) -> Result<Self, Self::Err>;
    }
    impl FromStr for bool {
        type Err = ParseBoolError;
    }
    impl FromStr for char {
        type Err = crate::char::ParseCharError;
    }
    impl str {
        pub fn len(&self) -> usize {}
        pub fn is_empty(&self) -> bool {}
        pub fn is_char_boundary(&self, index: usize) -> bool {}
        pub fn floor_char_boundary(&self, index: usize) -> usize {}
        pub fn ceil_char_boundary(&self, index: usize) -> usize {}
        pub fn as_bytes(&self) -> &[u8] {}
        pub fn as_bytes_mut(&mut self) -> &mut [u8] {}
        pub fn as_ptr(&self) -> *const u8 {}
        pub fn as_str(&self) -> &str {}
        pub fn get<I: SliceIndex<str>>(&self, i: I) -> Option<&I::Output> {}
        pub fn get_mut<I: SliceIndex<str>>(&mut self, i: I) -> Option<&mut I::Output> {}
        pub fn get_unchecked<I: SliceIndex<str>>(&self, i: I) -> &I::Output {}
        pub fn split_at(&self, mid: usize) -> (&str, &str) {}
        pub fn split_at_checked(&self, mid: usize) -> Option<(&str, &str)> {}
        pub fn chars(&self) -> Chars {}
        pub fn char_indices(&self) -> CharIndices {}
        pub fn bytes(&self) -> Bytes {}
        pub fn split_whitespace(&self) -> SplitWhitespace {}
        pub fn split_ascii_whitespace(&self) -> SplitWhitespace {}
        pub fn lines(&self) -> Lines {}
        pub fn encode_utf16(&self) -> EncodeUtf16 {}
        pub fn contains<P: Pattern>(&self, pat: P) -> bool {}
        pub fn starts_with<P: Pattern>(&self, pat: P) -> bool {}
        pub fn ends_with<P: Pattern>(&self, pat: P) -> bool {}
        pub fn find<P: Pattern>(&self, pat: P) -> Option<usize> {}
        pub fn rfind<P: Pattern>(&self, pat: P) -> Option<usize> {}
        pub fn split<P: Pattern>(&self, pat: P) -> Split<P> {}
        pub fn split_inclusive<P: Pattern>(&self, pat: P) -> SplitInclusive<P> {}
        pub fn rsplit<P: Pattern>(&self, pat: P) -> RSplit<P> {}
        pub fn split_terminator<P: Pattern>(&self, pat: P) -> Split<P> {}
        pub fn rsplit_terminator<P: Pattern>(&self, pat: P) -> RSplit<P> {}
        pub fn splitn<P: Pattern>(&self, n: usize, pat: P) -> SplitN<P> {}
        pub fn rsplitn<P: Pattern>(&self, n: usize, pat: P) -> RSplitN<P> {}
        pub fn split_once<P: Pattern>(&self, delimiter: P) -> Option<(&str, &str)> {}
        pub fn rsplit_once<P: Pattern>(&self, delimiter: P) -> Option<(&str, &str)> {}
        pub fn matches<P: Pattern>(&self, pat: P) -> Split<P> {}
        pub fn rmatches<P: Pattern>(&self, pat: P) -> Split<P> {}
        pub fn match_indices<P: Pattern>(&self, pat: P) -> MatchIndices<P> {}
        pub fn rmatch_indices<P: Pattern>(&self, pat: P) -> MatchIndices<P> {}
        pub fn trim(&self) -> &str {}
        pub fn trim_start(&self) -> &str {}
        pub fn trim_end(&self) -> &str {}
        pub fn trim_left(&self) -> &str {}
        pub fn trim_right(&self) -> &str {}
        pub fn trim_matches<P: Pattern>(&self, pat: P) -> &str {}
        pub fn trim_start_matches<P: Pattern>(&self, pat: P) -> &str {}
        pub fn trim_end_matches<P: Pattern>(&self, pat: P) -> &str {}
        pub fn trim_left_matches<P: Pattern>(&self, pat: P) -> &str {}
        pub fn trim_right_matches<P: Pattern>(&self, pat: P) -> &str {}
        pub fn strip_prefix<P: Pattern>(&self, prefix: P) -> Option<&str> {}
        pub fn strip_suffix<P: Pattern>(&self, suffix: P) -> Option<&str> {}
        pub fn parse<F: FromStr>(&self) -> Result<F, F::Err> {}
        pub fn is_ascii(&self) -> bool {}
        pub fn eq_ignore_ascii_case(&self, other: &str) -> bool {}
        pub fn make_ascii_uppercase(&mut self) {}
        pub fn make_ascii_lowercase(&mut self) {}
        pub fn trim_ascii(&self) -> &str {}
        pub fn escape_debug(&self) -> EscapeDebug {}
        pub fn escape_default(&self) -> EscapeDebug {}
        pub fn escape_unicode(&self) -> EscapeDebug {}
        pub fn into_boxed_bytes(self: Box<str>) -> Box<[u8]> {}
        pub fn replace<P: Pattern>(&self, from: P, to: &str) -> String {}
        pub fn replacen<P: Pattern>(&self, pat: P, to: &str, count: usize) -> String {}
        pub fn to_lowercase(&self) -> String {}
        pub fn to_uppercase(&self) -> String {}
        pub fn into_string(self: Box<str>) -> String {}
        pub fn repeat(&self, n: usize) -> String {}
        pub fn to_ascii_uppercase(&self) -> String {}
        pub fn to_ascii_lowercase(&self) -> String {}
        pub fn from_utf8(v: &[u8]) -> Result<&str, Utf8Error> {}
    }
    impl PartialEq for str {}
    impl Eq for str {}
    impl PartialOrd for str {}
    impl Ord for str {}
    impl crate::hash::Hash for str {}
    impl crate::fmt::Debug for str {}
    impl crate::fmt::Display for str {}
    pub fn from_utf8(v: &[u8]) -> Result<&str, Utf8Error> {}
    pub fn from_utf8_mut(v: &mut [u8]) -> Result<&mut str, Utf8Error> {}
    pub fn from_utf8_unchecked(v: &[u8]) -> &str {}
    #[derive(Clone, Copy, PartialEq, Eq, Debug)]
    pub struct Utf8Error;
    impl Utf8Error {
        pub fn valid_up_to(&self) -> usize {}
        pub fn error_len(&self) -> Option<usize> {}
    }
    impl crate::fmt::Display for Utf8Error {}
    impl crate::error::Error for Utf8Error {}
    #[derive(Clone, PartialEq, Eq, Debug)]
    pub struct ParseBoolError;
    impl crate::fmt::Display for ParseBoolError {}
    impl crate::error::Error for ParseBoolError {}
    #[derive(Clone, Debug)]
    pub struct Utf8Chunk;
    impl Utf8Chunk {
        pub fn valid(&self) -> &str {}
        pub fn invalid(&self) -> &[u8] {}
    }
    #[derive(Clone, Debug)]
    pub struct Chars;
    #[derive(Clone, Debug)]
    pub struct CharIndices;
    #[derive(Clone, Debug)]
    pub struct Bytes;
    #[derive(Clone, Debug)]
    pub struct SplitWhitespace;
    #[derive(Clone, Debug)]
    pub struct Lines;
    #[derive(Clone, Debug)]
    pub struct EncodeUtf16;
    #[derive(Clone, Debug)]
    pub struct EscapeDebug;
    #[derive(Clone, Debug)]
    pub struct Split<P>;
    #[derive(Clone, Debug)]
    pub struct SplitInclusive<P>;
    #[derive(Clone, Debug)]
    pub struct RSplit<P>;
    #[derive(Clone, Debug)]
    pub struct SplitN<P>;
    #[derive(Clone, Debug)]
    pub struct RSplitN<P>;
    #[derive(Clone, Debug)]
    pub struct MatchIndices<P>;
    impl Chars {
        pub fn as_str(&self) -> &str {}
    }
    impl CharIndices {
        pub fn as_str(&self) -> &str {}
        pub fn offset(&self) -> usize {}
    }
    impl<P> Split<P> {
        pub fn remainder(&self) -> Option<&str> {}
    }
    impl Iterator for Chars {
        type Item = char;
    }
    impl Iterator for CharIndices {
        type Item = (usize, char);
    }
    impl Iterator for Bytes {
        type Item = u8;
    }
    impl Iterator for SplitWhitespace {
        type Item = &'static str;
    }
    impl Iterator for Lines {
        type Item = &'static str;
    }
    impl Iterator for EncodeUtf16 {
        type Item = u16;
    }
    impl Iterator for EscapeDebug {
        type Item = char;
    }
    impl<P> Iterator for Split<P> {
        type Item = &'static str;
    }
    impl<P> Iterator for SplitInclusive<P> {
        type Item = &'static str;
    }
    impl<P> Iterator for RSplit<P> {
        type Item = &'static str;
    }
    impl<P> Iterator for SplitN<P> {
        type Item = &'static str;
    }
    impl<P> Iterator for RSplitN<P> {
        type Item = &'static str;
    }
    impl<P> Iterator for MatchIndices<P> {
        type Item = (usize, &'static str);
    }
    impl DoubleEndedIterator for Chars {}
    impl DoubleEndedIterator for CharIndices {}
    impl DoubleEndedIterator for Bytes {}
    impl ExactSizeIterator for Bytes {}
    impl DoubleEndedIterator for SplitWhitespace {}
    impl DoubleEndedIterator for Lines {}
    impl<P> DoubleEndedIterator for Split<P> {}
    impl<P> DoubleEndedIterator for RSplit<P> {}
    impl<P> DoubleEndedIterator for SplitInclusive<P> {}
    impl<P> DoubleEndedIterator for MatchIndices<P> {}
    impl crate::fmt::Display for EscapeDebug {}
}
pub mod char {
    pub const MAX: char = 'x';
    pub const REPLACEMENT_CHARACTER: char = 'x';
    pub fn from_u32(i: u32) -> Option<char> {}
    pub fn from_u32_unchecked(i: u32) -> char {}
    pub fn from_digit(num: u32, radix: u32) -> Option<char> {}
    impl char {
        pub const MAX: char = 'x';
        pub const MIN: char = 'x';
        pub const REPLACEMENT_CHARACTER: char = 'x';
        pub fn from_u32(i: u32) -> Option<char> {}
        pub fn from_u32_unchecked(i: u32) -> char {}
        pub fn from_digit(num: u32, radix: u32) -> Option<char> {}
        pub fn is_digit(self, radix: u32) -> bool {}
        pub fn to_digit(self, radix: u32) -> Option<u32> {}
        pub fn escape_unicode(self) -> EscapeUnicode {}
        pub fn escape_debug(self) -> EscapeUnicode {}
        pub fn escape_default(self) -> EscapeUnicode {}
        pub fn len_utf8(self) -> usize {}
        pub fn len_utf16(self) -> usize {}
        pub fn encode_utf8(self, dst: &mut [u8]) -> &mut str {}
        pub fn encode_utf16(self, dst: &mut [u16]) -> &mut [u16] {}
        pub fn is_alphabetic(self) -> bool {}
        pub fn is_lowercase(self) -> bool {}
        pub fn is_uppercase(self) -> bool {}
        pub fn is_whitespace(self) -> bool {}
        pub fn is_alphanumeric(self) -> bool {}
        pub fn is_control(self) -> bool {}
        pub fn is_numeric(self) -> bool {}
        pub fn to_lowercase(self) -> ToLowercase {}
        pub fn to_uppercase(self) -> ToLowercase {}
        pub fn is_ascii(&self) -> bool {}
        pub fn to_ascii_uppercase(&self) -> char {}
        pub fn to_ascii_lowercase(&self) -> char {}
        pub fn eq_ignore_ascii_case(&self, other: &char) -> bool {}
        pub fn make_ascii_uppercase(&mut self) {}
        pub fn make_ascii_lowercase(&mut self) {}
        pub fn is_ascii_alphabetic(&self) -> bool {}
        pub fn is_ascii_uppercase(&self) -> bool {}
        pub fn is_ascii_lowercase(&self) -> bool {}
        pub fn is_ascii_alphanumeric(&self) -> bool {}
        pub fn is_ascii_digit(&self) -> bool {}
        pub fn is_ascii_hexdigit(&self) -> bool {}
        pub fn is_ascii_punctuation(&self) -> bool {}
        pub fn is_ascii_graphic(&self) -> bool {}
        pub fn is_ascii_whitespace(&self) -> bool {}
        pub fn is_ascii_control(&self) -> bool {}
    }
    #[derive(Clone, Debug)]
    pub struct EscapeUnicode;
    impl Iterator for EscapeUnicode {
        type Item = char;
    }
    impl crate::fmt::Display for EscapeUnicode {}
    #[derive(Clone, Debug)]
    pub struct ToLowercase;
    pub type ToUppercase = ToLowercase;
    impl Iterator for ToLowercase {
        type Item = char;
    }
    impl crate::fmt::Display for ToLowercase {}
    impl DoubleEndedIterator for ToLowercase {}
    impl ExactSizeIterator for ToLowercase {}
    #[derive(Clone, Debug)]
    pub struct ParseCharError;
    impl crate::fmt::Display for ParseCharError {}
    impl crate::error::Error for ParseCharError {}
    #[derive(Clone, Copy, Debug)]
    pub struct CharTryFromError;
    impl crate::fmt::Display for CharTryFromError {}
    impl crate::error::Error for CharTryFromError {}
    impl From<u8> for char {}
    impl From<char> for u32 {}
    impl From<char> for u64 {}
    impl TryFrom<u32> for char {
        type Error = CharTryFromError;
    }
    impl TryFrom<char> for u8 {
        type Error = CharTryFromError;
    }
}
