//! A day of the calendar, as `2026-12-31`. It knows no clock: who asks brings today.

use std::fmt;

/// A day in the Gregorian calendar, of the years 1 to 9999. Later days are greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// A day, if there is such a day.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let possible = (1..=9999).contains(&year)
            && (1..=12).contains(&month)
            && (1..=days_in(year, month)).contains(&day);
        possible.then_some(Date { year, month, day })
    }

    /// Reads `2026-12-31`: exactly ten characters, and a day that exists.
    ///
    /// # Errors
    /// What is wrong with it, as a sentence that may be followed by a full stop.
    pub fn parse(text: &str) -> Result<Self, String> {
        let shaped = text.len() == 10
            && text.bytes().enumerate().all(|(at, byte)| match at {
                4 | 7 => byte == b'-',
                _ => byte.is_ascii_digit(),
            });
        if !shaped {
            return Err(format!("`{text}` is not a date; write dates as `YYYY-MM-DD`"));
        }
        let number = |range: std::ops::Range<usize>| {
            text.bytes()
                .skip(range.start)
                .take(range.len())
                .fold(0, |sum, digit| sum * 10 + u16::from(digit - b'0'))
        };
        let (year, month, day) = (number(0..4), number(5..7), number(8..10));
        let (month, day) = (u8::try_from(month), u8::try_from(day));
        match (month, day) {
            (Ok(month), Ok(day)) => Date::new(year, month, day),
            _ => None,
        }
        .ok_or_else(|| format!("the day {text} does not exist"))
    }

    /// The day so many days later, or the last there is.
    pub fn after(self, days: u32) -> Self {
        (0..days).fold(self, |day, _| {
            Date::new(day.year, day.month, day.day + 1)
                .or_else(|| Date::new(day.year, day.month + 1, 1))
                .or_else(|| Date::new(day.year + 1, 1, 1))
                .unwrap_or(day)
        })
    }

    /// The year, 1 to 9999.
    pub fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, from 1.
    pub fn day(self) -> u8 {
        self.day
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

fn days_in(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}
