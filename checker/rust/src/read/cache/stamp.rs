//! What tells a file from its former self without reading it.

use serde::{Deserialize, Serialize};
use std::fs::Metadata;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Clocks of file systems tick as rarely as every two seconds.
const TICK: Duration = Duration::from_secs(2);

/// Size, times and number of a file, as git's index compares them. The time of modification can be
/// set by anybody (`touch -r`, `tar`, `rsync -t`); the time of change is the system's own.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
pub(in crate::read) struct Stamp {
    size: u64,
    modified: Time,
    changed: Time,
    device: u64,
    inode: u64,
}

/// Nanoseconds since 1970; before it they are negative.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize)]
pub(super) struct Time(i128);

impl Time {
    pub(super) fn of(time: SystemTime) -> Self {
        let nanos = |span: Duration| i128::try_from(span.as_nanos()).unwrap_or(i128::MAX);
        Time(match time.duration_since(UNIX_EPOCH) {
            Ok(since) => nanos(since),
            Err(before) => -nanos(before.duration()),
        })
    }

    #[cfg(unix)]
    fn from_parts(seconds: i64, nanos: i64) -> Self {
        Time(i128::from(seconds) * 1_000_000_000 + i128::from(nanos))
    }
}

impl Stamp {
    #[cfg(unix)]
    pub(in crate::read) fn of(metadata: &Metadata) -> Self {
        use std::os::unix::fs::MetadataExt as _;
        Stamp {
            size: metadata.size(),
            modified: Time::from_parts(metadata.mtime(), metadata.mtime_nsec()),
            changed: Time::from_parts(metadata.ctime(), metadata.ctime_nsec()),
            device: metadata.dev(),
            inode: metadata.ino(),
        }
    }

    /// Elsewhere the time of creation tells at least a file that was replaced.
    #[cfg(not(unix))]
    pub(in crate::read) fn of(metadata: &Metadata) -> Self {
        let time = |time: std::io::Result<SystemTime>| Time::of(time.unwrap_or(UNIX_EPOCH));
        Stamp {
            size: metadata.len(),
            modified: time(metadata.modified()),
            changed: time(metadata.created()),
            device: 0,
            inode: 0,
        }
    }

    /// Whether the file may have changed unseen after it was read: by either time it changed within
    /// the same tick of the clock.
    pub(super) fn is_too_young(&self, read_at: Time) -> bool {
        let tick = i128::try_from(TICK.as_nanos()).expect("two seconds are few nanoseconds");
        self.modified.max(self.changed).0 + tick >= read_at.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const READ_AT: Time = Time(100_000_000_000);

    fn stamp(modified: i128, changed: i128) -> Stamp {
        Stamp { size: 1, modified: Time(modified), changed: Time(changed), device: 1, inode: 1 }
    }

    #[test]
    fn a_file_is_too_young_by_either_of_its_times() {
        assert!(!stamp(0, 97_000_000_000).is_too_young(READ_AT));
        assert!(stamp(0, 98_000_000_000).is_too_young(READ_AT));
        assert!(stamp(98_000_000_000, 0).is_too_young(READ_AT));
        assert!(stamp(200_000_000_000, 0).is_too_young(READ_AT));
    }

    #[test]
    fn times_before_1970_differ() {
        let before = |seconds| Time::of(UNIX_EPOCH - Duration::from_secs(seconds));
        assert!(before(1) != before(2) && before(2) < before(1) && before(1) < Time::of(UNIX_EPOCH));
    }
}
