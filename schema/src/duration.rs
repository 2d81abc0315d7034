//! A span of time, as deadlines are written: `500ms`, `30s`, `5m`, `24h`, `7d`.

use std::fmt;

/// A span of time, more than none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Duration {
    millis: u64,
}

/// The largest first, so that printing finds the shortest form.
const UNITS: [(&str, u64); 5] = [("d", 86_400_000), ("h", 3_600_000), ("m", 60_000), ("s", 1_000), ("ms", 1)];

impl Duration {
    /// Reads a whole number and one unit, without space or sign: `24h`.
    ///
    /// # Errors
    /// What is wrong with it, as a sentence that may be followed by a full stop.
    pub fn parse(text: &str) -> Result<Self, String> {
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        let (number, unit) = text.split_at(digits);
        let wrong = || {
            format!(
                "`{text}` is not a duration; write a whole number and a unit (ms, s, m, h or d), such as `24h`"
            )
        };
        let &(_, millis) = UNITS.iter().find(|(name, _)| *name == unit).ok_or_else(wrong)?;
        if number.is_empty() || number.starts_with('0') {
            return Err(if number == "0" { "a duration must be longer than zero".into() } else { wrong() });
        }
        // Nine digits of days are three million years, and fit.
        let number =
            Some(number).filter(|number| number.len() <= 9).and_then(|number| number.parse::<u64>().ok());
        let millis = number.ok_or_else(|| format!("the duration `{text}` is too large"))? * millis;
        Ok(Duration { millis })
    }

    /// How many milliseconds it has.
    pub fn millis(self) -> u64 {
        self.millis
    }

    /// In milliseconds.
    pub fn as_millis(self) -> u64 {
        self.millis
    }
}

impl From<Duration> for std::time::Duration {
    fn from(duration: Duration) -> Self {
        std::time::Duration::from_millis(duration.millis)
    }
}

impl fmt::Display for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (name, millis) = UNITS
            .into_iter()
            .find(|(_, millis)| self.millis.is_multiple_of(*millis))
            .expect("every number is a multiple of the last unit, 1");
        write!(f, "{}{name}", self.millis / millis)
    }
}
