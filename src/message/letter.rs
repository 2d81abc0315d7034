//! A message under way: its text, with the topic and the sender on it.

use crate::{DataError, Json, Message};
use serde::{Deserialize, Serialize};

/// A message under way.
///
/// ```
/// # mod bank { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/bank.rs")); }
/// use bank::*; // as on the front page
/// use stateline::Letter;
///
/// let letter = Letter::of(&Blocked { payout: 7 })?;
/// assert_eq!((letter.context.as_str(), letter.topic.as_str()), ("payments", "payout.blocked"));
/// assert_eq!(letter.payload.read::<Blocked>()?, Blocked { payout: 7 });
/// # Ok::<(), stateline::DataError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Letter {
    /// The topic on which it was published.
    pub topic: String,
    /// The context that published it.
    pub context: String,
    /// Whether it was published in a rehearsal, and must move nothing.
    pub rehearsal: bool,
    /// The message.
    pub payload: Json,
}

impl Letter {
    /// Puts a message into a letter.
    ///
    /// # Errors
    ///
    /// If the message would not read back.
    pub fn of<M: Message>(message: &M) -> Result<Letter, DataError> {
        let payload = Json::write(message)?;
        Ok(Letter { topic: M::TOPIC.into(), context: M::CONTEXT.into(), rehearsal: false, payload })
    }
}
