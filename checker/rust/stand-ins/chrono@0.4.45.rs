// Stand-in for `chrono` 0.4.45: its types, so that what is converted from them and into them is known.

pub mod offset {
    pub use crate::{FixedOffset, Local, TimeZone, Utc};
}
pub mod naive {
    pub use crate::{NaiveDate, NaiveDateTime, NaiveTime};
}
pub mod format {
    pub type ParseResult<T> = Result<T, ParseError>;
    pub struct ParseError;
    impl std::fmt::Debug for ParseError {}
    impl std::fmt::Display for ParseError {}
    impl std::error::Error for ParseError {}
}
pub use self::format::{ParseError, ParseResult};
pub trait TimeZone {}
pub struct Utc;
impl TimeZone for Utc {}
impl Utc {
    pub fn now() -> DateTime<Utc> {}
}
pub struct Local;
impl TimeZone for Local {}
impl Local {
    pub fn now() -> DateTime<Local> {}
}
pub struct FixedOffset;
impl TimeZone for FixedOffset {}
pub struct DateTime<Tz>;
impl<Tz> Clone for DateTime<Tz> {}
impl<Tz> std::fmt::Debug for DateTime<Tz> {}
impl<Tz> std::fmt::Display for DateTime<Tz> {}
impl<Tz> PartialEq for DateTime<Tz> {}
impl<Tz> Eq for DateTime<Tz> {}
impl<Tz> PartialOrd for DateTime<Tz> {}
impl<Tz> Ord for DateTime<Tz> {}
impl<Tz> std::hash::Hash for DateTime<Tz> {}
impl<Tz> DateTime<Tz> {
    pub fn date_naive(&self) -> NaiveDate {}
    pub fn time(&self) -> NaiveTime {}
    pub fn timestamp(&self) -> i64 {}
    pub fn timestamp_millis(&self) -> i64 {}
    pub fn timestamp_micros(&self) -> i64 {}
    pub fn with_timezone<Tz2>(&self, tz: &Tz2) -> DateTime<Tz2> {}
    pub fn fixed_offset(&self) -> DateTime<FixedOffset> {}
    pub fn to_utc(&self) -> DateTime<Utc> {}
    pub fn naive_utc(&self) -> NaiveDateTime {}
    pub fn to_rfc3339(&self) -> String {}
    pub fn from_timestamp(secs: i64, nsecs: u32) -> Option<Self> {}
    pub fn from_timestamp_millis(millis: i64) -> Option<Self> {}
    pub fn parse_from_rfc3339(s: &str) -> ParseResult<DateTime<FixedOffset>> {}
    pub fn parse_from_str(s: &str, fmt: &str) -> ParseResult<DateTime<FixedOffset>> {}
}
pub struct NaiveDate;
impl Clone for NaiveDate {}
impl Copy for NaiveDate {}
impl std::fmt::Debug for NaiveDate {}
impl std::fmt::Display for NaiveDate {}
impl PartialEq for NaiveDate {}
impl Eq for NaiveDate {}
impl PartialOrd for NaiveDate {}
impl Ord for NaiveDate {}
impl std::hash::Hash for NaiveDate {}
impl NaiveDate {
    pub fn from_ymd_opt(year: i32, month: u32, day: u32) -> Option<NaiveDate> {}
    pub fn parse_from_str(s: &str, fmt: &str) -> ParseResult<NaiveDate> {}
    pub fn and_time(&self, time: NaiveTime) -> NaiveDateTime {}
}
pub struct NaiveDateTime;
impl Clone for NaiveDateTime {}
impl Copy for NaiveDateTime {}
impl std::fmt::Debug for NaiveDateTime {}
impl std::fmt::Display for NaiveDateTime {}
impl PartialEq for NaiveDateTime {}
impl Eq for NaiveDateTime {}
impl PartialOrd for NaiveDateTime {}
impl Ord for NaiveDateTime {}
impl std::hash::Hash for NaiveDateTime {}
impl NaiveDateTime {
    pub fn new(date: NaiveDate, time: NaiveTime) -> NaiveDateTime {}
    pub fn parse_from_str(s: &str, fmt: &str) -> ParseResult<NaiveDateTime> {}
    pub fn date(&self) -> NaiveDate {}
    pub fn time(&self) -> NaiveTime {}
    pub fn and_utc(&self) -> DateTime<Utc> {}
}
pub struct NaiveTime;
impl Clone for NaiveTime {}
impl Copy for NaiveTime {}
impl std::fmt::Debug for NaiveTime {}
impl std::fmt::Display for NaiveTime {}
impl PartialEq for NaiveTime {}
impl Eq for NaiveTime {}
impl PartialOrd for NaiveTime {}
impl Ord for NaiveTime {}
impl std::hash::Hash for NaiveTime {}
