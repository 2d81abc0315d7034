// Stand-in for `url` 2.5.8: its type, so that what is converted from it and into it is known.

pub struct Url;
impl Url {
    pub fn parse(input: &str) -> Result<Url, ParseError> {}
    pub fn join(&self, input: &str) -> Result<Url, ParseError> {}
    pub fn as_str(&self) -> &str {}
    pub fn host_str(&self) -> Option<&str> {}
    pub fn domain(&self) -> Option<&str> {}
    pub fn path(&self) -> &str {}
    pub fn query(&self) -> Option<&str> {}
    pub fn scheme(&self) -> &str {}
    pub fn set_path(&mut self, path: &str) {}
    pub fn set_query(&mut self, query: Option<&str>) {}
    pub fn set_fragment(&mut self, fragment: Option<&str>) {}
}
impl Clone for Url {}
impl std::fmt::Debug for Url {}
impl std::fmt::Display for Url {}
impl PartialEq for Url {}
impl Eq for Url {}
impl PartialOrd for Url {}
impl Ord for Url {}
impl std::hash::Hash for Url {}
impl std::str::FromStr for Url {
    type Err = ParseError;
    fn from_str(input: &str) -> Result<Url, ParseError> {}
}
impl AsRef<str> for Url {
    fn as_ref(&self) -> &str {}
}
impl From<Url> for String {
    fn from(value: Url) -> String {}
}
pub enum ParseError {}
impl std::fmt::Debug for ParseError {}
impl std::fmt::Display for ParseError {}
impl std::error::Error for ParseError {}
