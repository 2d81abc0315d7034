//! A message under way: its text, with what is written on the envelope.

use super::TopicTerms;
use crate::data::field;
use crate::{DataError, Id, Json, Key, Message};
use serde::{Deserialize, Serialize};

/// A message under way.
///
/// What a step publishes becomes a letter, and only so does one come about in ordinary code: whoever
/// receives it can trust that its sender published it.
///
/// ```
/// # mod bank { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/bank.rs")); }
/// use bank::*; // as on the front page
/// use stateline::Letter;
///
/// let letter = Letter::of(&Blocked { payout: 7 })?;
/// assert_eq!((letter.sender(), letter.topic()), ("payments", "payout.blocked"));
/// assert_eq!(letter.read::<Blocked>()?, Blocked { payout: 7 });
/// let other = letter.read::<Decided>().expect_err("it is on another topic");
/// assert_eq!(other.to_string(), "this is a message of `payout.blocked`, and `compliance.decided` is wanted");
/// # Ok::<(), stateline::DataError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Letter {
    pub(crate) id: Id,
    /// The context that published it.
    pub(crate) sender: String,
    pub(crate) topic: String,
    /// The value of the topic's key field.
    pub(crate) key: Option<Json>,
    pub(crate) cause: Option<Cause>,
    pub(crate) rehearsal: bool,
    pub(crate) payload: Json,
}

/// A letter that was just published, with what the map says of its topic.
#[derive(Clone, Debug)]
pub(crate) struct Posted {
    pub(crate) letter: Letter,
    #[cfg_attr(not(feature = "runner"), expect(dead_code, reason = "the runner carries letters"))]
    pub(crate) terms: TopicTerms,
}

/// Why a letter was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Cause {
    /// A step of an instance published it.
    Step {
        /// The instance.
        instance: String,
        /// Its process.
        process: String,
        /// The step, or the compensation.
        step: String,
    },
    /// Whoever received this letter published it.
    Letter(Id),
    /// A person had it delivered.
    Person {
        /// Who.
        who: String,
        /// Why.
        why: String,
    },
}

impl Letter {
    /// Puts a message into a letter of nobody's: for tests. The same message is the same letter.
    ///
    /// # Errors
    ///
    /// If the message would not read back, or has no field of the topic's key.
    pub fn of<M: Message>(message: &M) -> Result<Letter, DataError> {
        let payload = Json::write(message)?;
        let key = match M::KEY {
            None => None,
            Some(name) => Some(field(&payload, name)?.ok_or_else(|| {
                DataError::new("", format!("it has no field `{name}`, which is the key of `{}`", M::TOPIC))
            })?),
        };
        let id = Id::of(Key::of(&["letter", M::CONTEXT, M::TOPIC, payload.text()]));
        let (sender, topic) = (M::CONTEXT.into(), M::TOPIC.into());
        Ok(Letter { id, sender, topic, key, cause: None, rehearsal: false, payload })
    }

    /// What a person has delivered, as if this context had published it. The same message is the same letter.
    #[cfg(feature = "operate")]
    pub(crate) fn by_person(
        (sender, topic): (String, String),
        payload: Json,
        cause: Cause,
        rehearsal: bool,
    ) -> Letter {
        let id = Id::of(Key::of(&["letter", &sender, &topic, payload.text()]));
        Letter { id, sender, topic, key: None, cause: Some(cause), rehearsal, payload }
    }

    /// The same as a rehearsal's, which moves rehearsals alone.
    pub fn rehearsed(mut self) -> Letter {
        self.rehearsal = true;
        self
    }

    /// By what it is known: the same letter may come twice, and another never bears its id, although it says the
    /// same. The keys of what a handler calls go by it, so that an operation that uses its call's
    /// [`key`](crate::Call::key) has one effect for each letter.
    pub fn id(&self) -> Id {
        self.id
    }

    /// The context that published it.
    pub fn sender(&self) -> &str {
        &self.sender
    }

    /// The topic on which it was published.
    pub fn topic(&self) -> &str {
        &self.topic
    }

    /// The value of the topic's key: letters with the same key stay in order.
    pub fn key(&self) -> Option<&Json> {
        self.key.as_ref()
    }

    /// Why it was written; none if nobody says.
    pub fn cause(&self) -> Option<&Cause> {
        self.cause.as_ref()
    }

    /// Was it published in a rehearsal? Then it must move nothing else.
    pub fn is_rehearsal(&self) -> bool {
        self.rehearsal
    }

    /// The message as it is written.
    pub fn payload(&self) -> &Json {
        &self.payload
    }

    /// The message. Fields that its type does not know are ignored, and those that have a default may be
    /// missing, since sender and receiver are not changed at the same time.
    ///
    /// # Errors
    ///
    /// If it is on another topic, or cannot be read.
    pub fn read<M: Message>(&self) -> Result<M, DataError> {
        if self.topic != M::TOPIC {
            let what = format!("this is a message of `{}`, and `{}` is wanted", self.topic, M::TOPIC);
            return Err(DataError::new("", what));
        }
        self.payload.received()
    }

    /// Of an attempt: the same in each.
    pub(crate) fn by(self, id: Id, cause: Option<Cause>, rehearsal: bool) -> Letter {
        Letter { id, cause, rehearsal, ..self }
    }
}
