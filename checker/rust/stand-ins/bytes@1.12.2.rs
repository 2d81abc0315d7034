// Stand-in for `bytes` 1.12.2: its types, so that what is converted from them and into them is known.

use std::ops::{Deref, DerefMut};
pub struct Bytes;
impl Clone for Bytes {}
impl std::fmt::Debug for Bytes {}
impl Default for Bytes {}
impl PartialEq for Bytes {}
impl Eq for Bytes {}
impl std::hash::Hash for Bytes {}
impl Bytes {
    pub fn new() -> Self {}
    pub fn copy_from_slice(data: &[u8]) -> Self {}
    pub fn split_to(&mut self, at: usize) -> Self {}
    pub fn split_off(&mut self, at: usize) -> Self {}
}
impl Deref for Bytes {
    type Target = [u8];
    fn deref(&self) -> &[u8] {}
}
impl AsRef<[u8]> for Bytes {
    fn as_ref(&self) -> &[u8] {}
}
impl From<Vec<u8>> for Bytes {
    fn from(vec: Vec<u8>) -> Bytes {}
}
impl From<String> for Bytes {
    fn from(s: String) -> Bytes {}
}
impl From<BytesMut> for Bytes {
    fn from(src: BytesMut) -> Bytes {}
}
pub struct BytesMut;
impl Clone for BytesMut {}
impl std::fmt::Debug for BytesMut {}
impl Default for BytesMut {}
impl BytesMut {
    pub fn new() -> BytesMut {}
    pub fn with_capacity(capacity: usize) -> BytesMut {}
    pub fn freeze(self) -> Bytes {}
    pub fn split(&mut self) -> BytesMut {}
}
impl Deref for BytesMut {
    type Target = [u8];
    fn deref(&self) -> &[u8] {}
}
impl DerefMut for BytesMut {
    fn deref_mut(&mut self) -> &mut [u8] {}
}
