//! What is told about letters, by letters: who has acknowledged one, and that nobody has in time.

use super::Message;
use crate::Id;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A letter was acknowledged, or never will be: for the context that the map names under `ack: { to: … }`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Acked {
    /// The duty that is done: one letter, owed by one context. It has a story of its own.
    pub duty: Id,
    /// Which letter.
    pub letter: Id,
    /// Its topic.
    pub topic: String,
    /// Who has acknowledged it.
    pub context: String,
    /// Whether its deadline had passed.
    pub late: bool,
    /// Why it never will be; none if it is acknowledged.
    pub nack: Option<String>,
}

impl Message for Acked {
    const CONTEXT: &'static str = "stateline";
    const TOPIC: &'static str = "stateline.acked";
    const KEY: Option<&'static str> = Some("duty");
}

/// A letter was not acknowledged by its deadline: for every context that has a handler of this.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Overdue {
    /// The duty that is not done: one letter, owed by one context. It has a story of its own.
    pub duty: Id,
    /// Which letter.
    pub letter: Id,
    /// Its topic.
    pub topic: String,
    /// Who owes the ack.
    pub context: String,
    /// The letters that led to it, each handed on by whoever got it: the first is the root.
    pub path: Vec<Link>,
}

/// A letter that was handed on, and by whom.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// The letter.
    pub letter: Id,
    /// Its topic.
    pub topic: String,
    /// Who got it.
    pub context: String,
}

impl Message for Overdue {
    const CONTEXT: &'static str = "stateline";
    const TOPIC: &'static str = "stateline.overdue";
    const KEY: Option<&'static str> = Some("duty");
}

impl fmt::Display for Overdue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Overdue { letter, topic, context, path, .. } = self;
        write!(f, "`{context}` has not acknowledged letter {letter} of `{topic}` in time")?;
        if !path.is_empty() {
            f.write_str(", which it got by way of ")?;
            let way =
                path.iter().map(|link| format!("`{}` to `{}` ({})", link.topic, link.context, link.letter));
            f.write_str(&way.collect::<Vec<_>>().join(" → "))?;
        }
        Ok(())
    }
}
