//! The ids of instances, commands, runners and traces: UUIDs.

use super::Timestamp;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::sync::Arc;
use uuid::{Builder, Uuid};

/// An instance of a process.
///
/// ```
/// use stateline::store::{InstanceId, Timestamp};
///
/// let id = InstanceId::new(Timestamp::from_millis(1_764_374_400_000), [7; 10]);
/// assert_eq!(id.to_string(), "019acce8-cc00-7707-8707-070707070707");
/// assert!(id < InstanceId::new(Timestamp::from_millis(1_764_374_400_001), [0; 10]));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct InstanceId(Uuid);

/// A command: whoever sends it again sends the same id.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CommandId(Uuid);

/// One run of a runner: it is made anew at each start.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Incarnation(Uuid);

/// What all that has one cause has in common, as W3C and OpenTelemetry have it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TraceId(Uuid);

macro_rules! ids {
    ($($name:ident)*) => {$(
        impl $name {
            /// An id that was made at this time: a UUID of version 7. Of the random bits, six are not used.
            pub fn new(at: Timestamp, random: [u8; 10]) -> Self {
                let millis = u64::try_from(at.millis()).unwrap_or(0);
                $name(Builder::from_unix_timestamp_millis(millis, &random).into_uuid())
            }

            /// Its bytes, which are in the order of time.
            pub fn bytes(self) -> [u8; 16] {
                self.0.into_bytes()
            }
        }

        impl From<[u8; 16]> for $name {
            fn from(bytes: [u8; 16]) -> Self {
                $name(Uuid::from_bytes(bytes))
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, uuid::Error> {
                text.parse().map($name)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&self.0, f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({})", stringify!($name), self.0)
            }
        }
    )*};
}

impl InstanceId {
    /// The id as people read it, to be shared.
    pub(crate) fn shared(self) -> Arc<str> {
        (*self.0.as_hyphenated().encode_lower(&mut Uuid::encode_buffer())).into()
    }
}

ids!(InstanceId CommandId Incarnation TraceId);
