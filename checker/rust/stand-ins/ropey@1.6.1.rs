// Stand-in for `ropey` 1.6.1: texts and pieces of them, which extension traits hang on.

use std::ops::RangeBounds;
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rope;
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RopeSlice;
#[derive(Clone, Debug, Default)]
pub struct RopeBuilder;
#[derive(Debug)]
pub struct Error;
pub type Result<T> = std::result::Result<T, Error>;
impl RopeBuilder {
    pub fn new() -> Self {}
    pub fn append(&mut self, chunk: &str) {}
    pub fn finish(self) -> Rope {}
}
impl Rope {
    pub fn new() -> Self {}
    pub fn from_str(text: &str) -> Self {}
    pub fn from_reader<T: std::io::Read>(reader: T) -> std::io::Result<Self> {}
    pub fn write_to<T: std::io::Write>(&self, writer: T) -> std::io::Result<()> {}
    pub fn insert(&mut self, char_idx: usize, text: &str) {}
    pub fn insert_char(&mut self, char_idx: usize, ch: char) {}
    pub fn remove<R: RangeBounds<usize>>(&mut self, char_range: R) {}
    pub fn split_off(&mut self, char_idx: usize) -> Self {}
    pub fn append(&mut self, other: Self) {}
    pub fn is_instance(&self, other: &Rope) -> bool {}
    pub fn len_bytes(&self) -> usize {}
    pub fn len_chars(&self) -> usize {}
    pub fn len_lines(&self) -> usize {}
    pub fn len_utf16_cu(&self) -> usize {}
    pub fn byte_to_char(&self, byte_idx: usize) -> usize {}
    pub fn byte_to_line(&self, byte_idx: usize) -> usize {}
    pub fn char_to_byte(&self, char_idx: usize) -> usize {}
    pub fn char_to_line(&self, char_idx: usize) -> usize {}
    pub fn char_to_utf16_cu(&self, char_idx: usize) -> usize {}
    pub fn utf16_cu_to_char(&self, utf16_cu_idx: usize) -> usize {}
    pub fn line_to_byte(&self, line_idx: usize) -> usize {}
    pub fn line_to_char(&self, line_idx: usize) -> usize {}
    pub fn byte(&self, byte_idx: usize) -> u8 {}
    pub fn char(&self, char_idx: usize) -> char {}
    pub fn line(&self, line_idx: usize) -> RopeSlice {}
    pub fn get_byte(&self, byte_idx: usize) -> Option<u8> {}
    pub fn get_char(&self, char_idx: usize) -> Option<char> {}
    pub fn get_line(&self, line_idx: usize) -> Option<RopeSlice> {}
    pub fn slice<R: RangeBounds<usize>>(&self, char_range: R) -> RopeSlice {}
    pub fn byte_slice<R: RangeBounds<usize>>(&self, byte_range: R) -> RopeSlice {}
    pub fn get_slice<R: RangeBounds<usize>>(&self, char_range: R) -> Option<RopeSlice> {}
    pub fn get_byte_slice<R: RangeBounds<usize>>(&self, byte_range: R) -> Option<RopeSlice> {}
    pub fn chunk_at_byte(&self, byte_idx: usize) -> (&str, usize, usize, usize) {}
    pub fn chunk_at_char(&self, char_idx: usize) -> (&str, usize, usize, usize) {}
    pub fn bytes(&self) -> iter::Bytes {}
    pub fn bytes_at(&self, byte_idx: usize) -> iter::Bytes {}
    pub fn chars(&self) -> iter::Chars {}
    pub fn chars_at(&self, char_idx: usize) -> iter::Chars {}
    pub fn lines(&self) -> iter::Lines {}
    pub fn lines_at(&self, line_idx: usize) -> iter::Lines {}
    pub fn chunks(&self) -> iter::Chunks {}
    pub fn chunks_at_byte(&self, byte_idx: usize) -> (iter::Chunks, usize, usize, usize) {}
    pub fn try_byte_to_char(&self, byte_idx: usize) -> Result<usize> {}
    pub fn try_char_to_byte(&self, char_idx: usize) -> Result<usize> {}
    pub fn try_byte_to_line(&self, byte_idx: usize) -> Result<usize> {}
    pub fn try_char_to_line(&self, char_idx: usize) -> Result<usize> {}
    pub fn try_line_to_char(&self, line_idx: usize) -> Result<usize> {}
    pub fn try_line_to_byte(&self, line_idx: usize) -> Result<usize> {}
}
impl RopeSlice {
    pub fn as_str(&self) -> Option<&'static str> {}
    pub fn len_bytes(&self) -> usize {}
    pub fn len_chars(&self) -> usize {}
    pub fn len_lines(&self) -> usize {}
    pub fn len_utf16_cu(&self) -> usize {}
    pub fn byte_to_char(&self, byte_idx: usize) -> usize {}
    pub fn byte_to_line(&self, byte_idx: usize) -> usize {}
    pub fn char_to_byte(&self, char_idx: usize) -> usize {}
    pub fn char_to_line(&self, char_idx: usize) -> usize {}
    pub fn char_to_utf16_cu(&self, char_idx: usize) -> usize {}
    pub fn utf16_cu_to_char(&self, utf16_cu_idx: usize) -> usize {}
    pub fn line_to_byte(&self, line_idx: usize) -> usize {}
    pub fn line_to_char(&self, line_idx: usize) -> usize {}
    pub fn byte(&self, byte_idx: usize) -> u8 {}
    pub fn char(&self, char_idx: usize) -> char {}
    pub fn line(&self, line_idx: usize) -> RopeSlice {}
    pub fn get_byte(&self, byte_idx: usize) -> Option<u8> {}
    pub fn get_char(&self, char_idx: usize) -> Option<char> {}
    pub fn get_line(&self, line_idx: usize) -> Option<RopeSlice> {}
    pub fn slice<R: RangeBounds<usize>>(&self, char_range: R) -> RopeSlice {}
    pub fn byte_slice<R: RangeBounds<usize>>(&self, byte_range: R) -> RopeSlice {}
    pub fn get_slice<R: RangeBounds<usize>>(&self, char_range: R) -> Option<RopeSlice> {}
    pub fn get_byte_slice<R: RangeBounds<usize>>(&self, byte_range: R) -> Option<RopeSlice> {}
    pub fn chunk_at_byte(&self, byte_idx: usize) -> (&str, usize, usize, usize) {}
    pub fn chunk_at_char(&self, char_idx: usize) -> (&str, usize, usize, usize) {}
    pub fn bytes(&self) -> iter::Bytes {}
    pub fn bytes_at(&self, byte_idx: usize) -> iter::Bytes {}
    pub fn chars(&self) -> iter::Chars {}
    pub fn chars_at(&self, char_idx: usize) -> iter::Chars {}
    pub fn lines(&self) -> iter::Lines {}
    pub fn lines_at(&self, line_idx: usize) -> iter::Lines {}
    pub fn chunks(&self) -> iter::Chunks {}
    pub fn chunks_at_byte(&self, byte_idx: usize) -> (iter::Chunks, usize, usize, usize) {}
    pub fn try_byte_to_char(&self, byte_idx: usize) -> Result<usize> {}
    pub fn try_char_to_byte(&self, char_idx: usize) -> Result<usize> {}
    pub fn try_byte_to_line(&self, byte_idx: usize) -> Result<usize> {}
    pub fn try_char_to_line(&self, char_idx: usize) -> Result<usize> {}
    pub fn try_line_to_char(&self, line_idx: usize) -> Result<usize> {}
    pub fn try_line_to_byte(&self, line_idx: usize) -> Result<usize> {}
}
impl From<&str> for Rope {}
impl From<String> for Rope {}
impl From<std::borrow::Cow<str>> for Rope {}
impl From<RopeSlice> for Rope {}
impl From<Rope> for String {}
impl From<&Rope> for String {}
impl From<RopeSlice> for String {}
impl From<&str> for RopeSlice {}
impl From<&Rope> for RopeSlice {}
impl From<RopeSlice> for std::borrow::Cow<str> {}
impl From<&Rope> for std::borrow::Cow<str> {}
impl<'a> FromIterator<&'a str> for Rope {}
impl FromIterator<String> for Rope {}
impl std::fmt::Display for Rope {}
impl std::fmt::Display for RopeSlice {}
impl PartialEq<str> for Rope {}
impl PartialEq<&str> for Rope {}
impl PartialEq<str> for RopeSlice {}
impl PartialEq<&str> for RopeSlice {}
pub mod iter {
    use super::RopeSlice;
    // Differs: stands for every iterator.
    #[derive(Clone, Debug)]
    pub struct Iter<T>;
    pub type Bytes = Iter<u8>;
    pub type Chars = Iter<char>;
    pub type Lines = Iter<RopeSlice>;
    pub type Chunks = Iter<&'static str>;
    impl<T> Iterator for Iter<T> {
        type Item = T;
    }
    impl<T> ExactSizeIterator for Iter<T> {}
    impl<T> Iter<T> {
        // Differs: of each of the iterators.
        pub fn prev(&mut self) -> Option<T> {}
        // Differs: of each of the iterators.
        pub fn reverse(&mut self) {}
        // Differs: of each of the iterators.
        pub fn reversed(self) -> Self {}
    }
}
