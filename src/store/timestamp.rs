//! Instants, as they are stored.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::time::{Duration, SystemTime};

/// An instant: milliseconds since 1970, in UTC.
///
/// ```
/// use std::time::{Duration, SystemTime};
/// use stateline::store::Timestamp;
///
/// let noon = SystemTime::UNIX_EPOCH + Duration::from_secs(12 * 3_600);
/// assert_eq!(SystemTime::from(Timestamp::from(noon)), noon);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Timestamp(i64);

impl Timestamp {
    /// The beginning of 1970.
    pub const EPOCH: Timestamp = Timestamp(0);

    /// So many milliseconds after the beginning of 1970.
    pub fn from_millis(millis: i64) -> Timestamp {
        Timestamp(millis)
    }

    /// In milliseconds since the beginning of 1970.
    pub fn millis(self) -> i64 {
        self.0
    }

    /// So much later. A part of a millisecond counts as a whole one, so that no wait is too short.
    pub fn after(self, span: Duration) -> Timestamp {
        let millis = i64::try_from(span.as_nanos().div_ceil(1_000_000)).unwrap_or(i64::MAX);
        Timestamp(self.0.saturating_add(millis))
    }

    /// So many milliseconds later, or earlier.
    pub(crate) fn moved(self, millis: i64) -> Timestamp {
        Timestamp(self.0.saturating_add(millis))
    }

    /// How long it is since then; nothing, if it lies ahead.
    pub fn since(self, then: Timestamp) -> Duration {
        Duration::from_millis(u64::try_from(self.0.saturating_sub(then.0)).unwrap_or(0))
    }
}

impl From<SystemTime> for Timestamp {
    /// A part of a millisecond counts as a whole one: a timer that is set for it does not fire too early.
    fn from(time: SystemTime) -> Timestamp {
        match time.duration_since(SystemTime::UNIX_EPOCH) {
            Ok(after) => Timestamp::EPOCH.after(after),
            Err(error) => Timestamp(-i64::try_from(error.duration().as_millis()).unwrap_or(i64::MAX)),
        }
    }
}

impl From<Timestamp> for SystemTime {
    /// An instant that the system cannot express becomes the beginning of 1970.
    fn from(time: Timestamp) -> SystemTime {
        let span = Duration::from_millis(time.0.unsigned_abs());
        let shifted = match time.0 {
            0.. => SystemTime::UNIX_EPOCH.checked_add(span),
            _ => SystemTime::UNIX_EPOCH.checked_sub(span),
        };
        shifted.unwrap_or(SystemTime::UNIX_EPOCH)
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ms", self.0)
    }
}
