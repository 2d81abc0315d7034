// Stand-in for `uuid` 1.29.3: its type, so that what is converted from it and into it is known.

pub struct Uuid;
impl Uuid {
    pub fn nil() -> Self {}
    pub fn new_v4() -> Uuid {}
    pub fn now_v7() -> Self {}
    pub fn parse_str(input: &str) -> Result<Uuid, Error> {}
    pub fn from_u128(v: u128) -> Self {}
    pub fn as_u128(&self) -> u128 {}
}
impl Clone for Uuid {}
impl Copy for Uuid {}
impl std::fmt::Debug for Uuid {}
impl std::fmt::Display for Uuid {}
impl Default for Uuid {}
impl PartialEq for Uuid {}
impl Eq for Uuid {}
impl PartialOrd for Uuid {}
impl Ord for Uuid {}
impl std::hash::Hash for Uuid {}
impl std::str::FromStr for Uuid {
    type Err = Error;
    fn from_str(uuid_str: &str) -> Result<Self, Error> {}
}
pub struct Error;
impl std::fmt::Debug for Error {}
impl std::fmt::Display for Error {}
impl std::error::Error for Error {}
