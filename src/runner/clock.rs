//! The wall clock: its jumps are written down.

use crate::Json;
use crate::store::{LineKind, LogLine, Timestamp};
use std::collections::BTreeMap;
use std::time::{Duration, Instant, SystemTime};

/// A clock of a test's own.
pub(super) type OwnClock = std::sync::Arc<dyn Fn() -> Timestamp + Send + Sync>;

/// By how much wall clock and monotonic clock may differ before that is written down.
const JUMP: Duration = Duration::from_secs(1);

/// The wall clock, held against the monotonic one; or a clock of a test's own.
pub(super) struct Clock {
    own: Option<OwnClock>,
    wall: SystemTime,
    steady: Instant,
    jumped: Option<(i64, LogLine)>,
}

impl Clock {
    pub(super) fn new(own: Option<OwnClock>) -> Clock {
        Clock { own, wall: SystemTime::now(), steady: Instant::now(), jumped: None }
    }

    /// How long it is until then.
    pub(super) fn until(&self, then: Timestamp) -> Duration {
        then.since(self.own.as_ref().map_or_else(|| SystemTime::now().into(), |own| own()))
    }

    pub(super) fn now(&mut self) -> Timestamp {
        if let Some(own) = &self.own {
            return own();
        }
        let (wall, steady) = (SystemTime::now(), Instant::now());
        let expected = self.wall + steady.duration_since(self.steady);
        let forwards = wall.duration_since(expected).unwrap_or_default();
        let backwards = expected.duration_since(wall).unwrap_or_default();
        if forwards.max(backwards) > JUMP {
            let millis = |span: Duration| i64::try_from(span.as_millis()).unwrap_or(i64::MAX);
            let by = millis(forwards) - millis(backwards);
            let payload = Json::write(&BTreeMap::from([("millis".to_owned(), by)])).ok();
            let line = LogLine::new(wall.into(), LineKind::ClockJumped, None);
            self.jumped = Some((by, LogLine { payload, ..line }));
        }
        (self.wall, self.steady) = (wall, steady);
        wall.into()
    }

    /// By how many milliseconds it has jumped, and the line that says so.
    pub(super) fn jump(&mut self) -> Option<(i64, LogLine)> {
        self.jumped.take()
    }
}
