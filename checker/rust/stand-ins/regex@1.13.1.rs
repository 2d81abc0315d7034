// Stand-in for `regex` 1.13.1: its errors, and what it calls for each match.

pub struct Regex;
impl Clone for Regex {}
impl Regex {
    pub fn new(re: &str) -> Result<Regex, Error> {}
    pub fn is_match(&self, haystack: &str) -> bool {}
    pub fn find(&self, haystack: &str) -> Option<Match> {}
    pub fn captures(&self, haystack: &str) -> Option<Captures> {}
    pub fn replace<R: Replacer>(&self, haystack: &str, rep: R) -> std::borrow::Cow<str> {}
    pub fn replace_all<R: Replacer>(&self, haystack: &str, rep: R) -> std::borrow::Cow<str> {}
    pub fn as_str(&self) -> &str {}
}
pub trait Replacer {}
impl<F: FnMut(&Captures) -> T, T> Replacer for F {}
impl Replacer for &str {}
impl Replacer for String {}
pub struct Match;
impl Match {
    pub fn start(&self) -> usize {}
    pub fn end(&self) -> usize {}
    pub fn as_str(&self) -> &str {}
}
pub struct Captures;
impl Captures {
    pub fn get(&self, i: usize) -> Option<Match> {}
    pub fn name(&self, name: &str) -> Option<Match> {}
}
impl std::ops::Index<usize> for Captures {
    type Output = str;
    fn index(&self, i: usize) -> &str {}
}
impl std::ops::Index<&str> for Captures {
    type Output = str;
    fn index(&self, name: &str) -> &str {}
}
pub enum Error {}
impl std::fmt::Debug for Error {}
impl std::fmt::Display for Error {}
impl std::error::Error for Error {}
