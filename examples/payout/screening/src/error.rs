//! Why the lists could not be asked.

use serde::{Deserialize, Serialize};
use std::fmt;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ScreeningError {
    /// Nobody answered, or not in time.
    Unreachable(String),
    /// What was answered is no verdict.
    Garbage,
}

impl fmt::Display for ScreeningError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ScreeningError::Unreachable(why) => write!(f, "the lists cannot be asked: {why}"),
            ScreeningError::Garbage => f.write_str("what the lists answered is no verdict"),
        }
    }
}

impl std::error::Error for ScreeningError {}
