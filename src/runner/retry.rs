//! When a step that failed is tried again.

use serde::{Deserialize, Serialize};
use std::time::Duration;

/// How often, and after how long, a step that failed is tried again: backoff with full jitter.
///
/// The span before the n-th retry is drawn evenly between nothing and `first` × 2ⁿ⁻¹, at most `longest`;
/// see Brooker, *Exponential Backoff And Jitter* (2015).
///
/// ```
/// use stateline::runner::Retry;
/// use std::time::Duration;
///
/// let retry = Retry { first: Duration::from_secs(1), longest: Duration::from_secs(60), attempts: 10 };
/// assert_eq!(retry.before(1, u64::MAX), Some(Duration::from_secs(1)));
/// assert_eq!(retry.before(4, u64::MAX / 2).map(|it| it.as_secs_f64().round()), Some(4.0));
/// assert_eq!(retry.before(9, u64::MAX), Some(Duration::from_secs(60)));
/// assert_eq!(retry.before(10, 0), None, "that was the last attempt");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Retry {
    /// The longest span before the first retry.
    pub first: Duration,
    /// The longest span before any.
    pub longest: Duration,
    /// How many attempts there are in all. After the last, the instance is parked.
    pub attempts: u32,
}

impl Default for Retry {
    /// A second, at most ten minutes, and so many attempts that somebody has looked at it by then: a week.
    fn default() -> Self {
        Retry { first: Duration::from_secs(1), longest: Duration::from_secs(600), attempts: 2_000 }
    }
}

impl Retry {
    /// The span before the next attempt, after so many that failed, with the dice fallen like this; none
    /// after the last.
    pub fn before(&self, failed: u32, dice: u64) -> Option<Duration> {
        if failed >= self.attempts {
            return None;
        }
        let doubled =
            1u32.checked_shl(failed.saturating_sub(1)).and_then(|times| self.first.checked_mul(times));
        let most = doubled.map_or(self.longest, |span| span.min(self.longest));
        // In whole microseconds: a time that is stored has no more.
        let drawn = u128::from(dice) * (most.as_micros() + 1) / (u128::from(u64::MAX) + 1);
        Some(Duration::from_micros(u64::try_from(drawn).unwrap_or(u64::MAX)))
    }
}
