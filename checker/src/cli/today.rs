//! The day for which a run is asked.

use super::options::Global;
use crate::report::Failure;
use stateline_schema::Date;

/// `--as-of`, or today where this machine stands.
///
/// # Errors
/// When `--as-of` is no date, or the clock is not set to a year that maps can write.
pub(super) fn asked(global: &Global) -> Result<Date, Failure> {
    match &global.as_of {
        Some(text) => Date::parse(text).map_err(|said| Failure::new(format!("--as-of: {said}"))),
        None => date(jiff::Zoned::now().date()),
    }
}

/// So many days after a date.
///
/// # Errors
/// When that is beyond the year 9999.
pub(super) fn later(day: Date, days: u32) -> Result<Date, Failure> {
    let start = civil(day);
    let end = start.and_then(|start| start.checked_add(jiff::Span::new().days(i64::from(days))));
    date(end.map_err(|error| Failure::new(format!("{days} days after {day}: {error}")))?)
}

/// How many days lie between two dates; less than none, if the first is the later one.
pub(super) fn days_between(first: Date, second: Date) -> i32 {
    let between = |first, second| Some(civil(first).ok()?.until(civil(second).ok()?).ok()?.get_days());
    between(first, second).unwrap_or(i32::MAX)
}

fn civil(day: Date) -> Result<jiff::civil::Date, jiff::Error> {
    let read = |number: u8| i8::try_from(number).unwrap_or(1);
    let year = i16::try_from(day.year()).unwrap_or(i16::MAX);
    jiff::civil::Date::new(year, read(day.month()), read(day.day()))
}

fn date(day: jiff::civil::Date) -> Result<Date, Failure> {
    Date::parse(&day.to_string()).map_err(|said| Failure::new(format!("the clock is wrong: {said}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_days_over_months_and_years() {
        let day = Date::parse("2026-11-21").expect("a day");
        assert_eq!(later(day, 90).expect("within range").to_string(), "2027-02-19");
        assert_eq!(days_between(day, later(day, 90).expect("within range")), 90);
        assert_eq!(days_between(later(day, 90).expect("within range"), day), -90);
        assert!(later(Date::parse("9999-12-31").expect("a day"), 1).is_err());
    }
}
