//! The wall clock: its jumps are written down.

use crate::Json;
use crate::store::{LineKind, LogLine, Timestamp};
use std::collections::BTreeMap;
use std::time::{Duration, Instant, SystemTime};

/// By how much wall clock and monotonic clock may differ before that is written down.
const JUMP: Duration = Duration::from_secs(1);

/// The wall clock, held against the monotonic one.
pub(super) struct Clock {
    wall: SystemTime,
    steady: Instant,
    jumped: Option<LogLine>,
}

impl Clock {
    pub(super) fn new() -> Clock {
        Clock { wall: SystemTime::now(), steady: Instant::now(), jumped: None }
    }

    pub(super) fn now(&mut self) -> Timestamp {
        let (wall, steady) = (SystemTime::now(), Instant::now());
        let expected = self.wall + steady.duration_since(self.steady);
        let forwards = wall.duration_since(expected).unwrap_or_default();
        let backwards = expected.duration_since(wall).unwrap_or_default();
        if forwards.max(backwards) > JUMP {
            let millis = |span: Duration| i64::try_from(span.as_millis()).unwrap_or(i64::MAX);
            let by = millis(forwards) - millis(backwards);
            let payload = Json::write(&BTreeMap::from([("millis".to_owned(), by)])).ok();
            let line = LogLine::new(wall.into(), LineKind::ClockJumped, None);
            self.jumped = Some(LogLine { payload, ..line });
        }
        (self.wall, self.steady) = (wall, steady);
        wall.into()
    }

    pub(super) fn jump(&mut self) -> Option<LogLine> {
        self.jumped.take()
    }
}
