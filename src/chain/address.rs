//! Which letters reach an instance: by its key, by what its step awaits, and by what starts it.

use super::awaits::{Awaited, OnFailure, received};
use super::error::Kind;
use super::link::Link;
use super::{At, Chain, ChainError, State, merge};
use crate::data::{field, fields};
use crate::{Data, DataError, Json, Letter, Message, Stage};

/// How instances of a process are found, and what becomes of those that fail.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Address {
    key: Option<&'static str>,
    starts: Option<Starts>,
    on_failure: OnFailure,
}

/// The messages that start an instance.
#[derive(Clone, Copy, Debug)]
struct Starts {
    topic: &'static str,
    sender: &'static str,
    receive: fn(&Json) -> Result<Json, DataError>,
}

impl<In, E: ?Sized> Chain<In, E> {
    /// Instances are found by the value of this field of the first step's input.
    pub fn keyed(mut self, field: &'static str) -> Self {
        self.address.key = Some(field);
        self
    }

    /// Each of these messages starts an instance.
    pub fn started_by<M: Message>(mut self) -> Self {
        let (topic, sender, receive) = (M::TOPIC, M::CONTEXT, received::<M> as fn(&Json) -> _);
        self.address.starts = Some(Starts { topic, sender, receive });
        self
    }

    /// This becomes of an instance that fails for good.
    pub fn failing(mut self, on_failure: OnFailure) -> Self {
        self.address.on_failure = on_failure;
        self
    }

    /// The field of the first step's input by whose value an instance is found.
    pub fn key(&self) -> Option<&'static str> {
        self.address.key
    }

    /// The topic each of whose messages starts an instance.
    pub fn starts_on(&self) -> Option<&'static str> {
        self.address.starts.map(|starts| starts.topic)
    }

    /// What becomes of an instance that fails for good.
    pub fn on_failure(&self) -> OnFailure {
        self.address.on_failure
    }
}

impl<In: Data, E: Stage + ?Sized> Chain<In, E> {
    /// The state in which a new instance begins: with its key, if the process has one.
    ///
    /// # Errors
    ///
    /// If the input would not read back, or has no field of the key, or one that is no string, integer or
    /// bool.
    pub fn start(&self, input: In) -> Result<State, ChainError> {
        let first = self.versions.get(&self.newest).and_then(|course| course.links.first());
        let step = first.map(|link| link.terms.name()).unwrap_or_default();
        let error = |kind, why: String| self.error(self.newest, step, kind, why);
        let state = State::write(self.process, self.newest, At::Step(step.into()), &input)
            .map_err(|why| error(Kind::Unwritable, why.to_string()))?;
        let Some(name) = self.address.key else { return Ok(state) };
        let found = field(&state.data.json, name).map_err(|why| error(Kind::Keyless, why.to_string()))?;
        match found {
            Some(key) if is_key(&key) => Ok(State { key: Some(key), ..state }),
            Some(other) => {
                let why = format!("its key `{name}` is {other}: a key is a string, an integer or a bool");
                Err(error(Kind::Keyless, why))
            }
            None => Err(error(Kind::Keyless, format!("its input has no field `{name}`, which is its key"))),
        }
    }

    /// As [`start`](Chain::start), from input that was written down.
    ///
    /// # Errors
    ///
    /// If it is not what the first step takes.
    pub fn start_of(&self, input: &Json) -> Result<State, ChainError> {
        let input = input.read().map_err(|error| {
            let first = self.steps(self.newest).next().unwrap_or_default();
            self.error(self.newest, first, Kind::Unreadable, error)
        })?;
        self.start(input)
    }

    /// The state in which the instance begins that a letter starts: the message's fields are those of the
    /// first step's input of the same name.
    ///
    /// # Errors
    ///
    /// If no such letter starts this process, or its message is not what the first step takes.
    pub fn start_by(&self, letter: &Letter) -> Result<State, ChainError> {
        let refused = |why: String| self.error(self.newest, "", Kind::Refused, why);
        let starts = self.address.starts.filter(|starts| starts.topic == letter.topic);
        let Some(starts) = starts else {
            return Err(refused(format!("no message of `{}` starts it", letter.topic)));
        };
        sent_by(letter, starts.sender).map_err(refused)?;
        let state = self.start_with(starts, &letter.payload)?;
        Ok(if letter.rehearsal { state.rehearsed() } else { state })
    }

    /// As [`start_by`](Chain::start_by), by a message that is no letter yet: a person has it.
    #[cfg(feature = "operate")]
    pub(crate) fn start_by_message(&self, message: &Json) -> Result<State, ChainError> {
        let none = || self.error(self.newest, "", Kind::Refused, "no message starts it".to_owned());
        self.start_with(self.address.starts.ok_or_else(none)?, message)
    }

    fn start_with(&self, starts: Starts, message: &Json) -> Result<State, ChainError> {
        let of = |error: DataError| {
            let why = format!("a message of `{}`: {error}", starts.topic);
            self.error(self.newest, "", Kind::Refused, why)
        };
        let message = (starts.receive)(message).map_err(of)?;
        let known = merge::only(&message, fields::<In>().unwrap_or_default()).map_err(of)?;
        self.start(known.received().map_err(of)?)
    }

    /// Puts a message that the state's step awaits into what is stored: the fields that it fills, where they
    /// are null or absent. The same message again changes nothing.
    ///
    /// The message is read as the topic's type, which ignores fields that it does not know; and so does what
    /// is stored.
    ///
    /// # Errors
    ///
    /// If the letter is for another instance, by its sender, its key or its topic; if a field differs from
    /// what is stored, or does not fit it: by name; and if the letter is a rehearsal's and the state is none,
    /// or the other way round.
    pub fn merge(&self, state: &State, letter: &Letter) -> Result<State, ChainError> {
        let (course, at) = self.find(state)?;
        let link = &course.links[at];
        let refused = |why: String| self.error(state.version, link.terms.name(), Kind::Refused, why);
        let awaited = addressed(state, link, letter).map_err(refused)?;
        (link.check)(&state.data)
            .map_err(|error| self.error(state.version, link.terms.name(), Kind::Unreadable, error))?;
        let of = |error: DataError| refused(format!("a message of `{}`: {error}", letter.topic));
        let message = (awaited.receive)(&letter.payload).map_err(of)?;
        keyed(state, awaited, &message).map_err(of)?.map_or(Ok(()), |why| Err(refused(why)))?;
        let names = match awaited.fills() {
            [] => (link.fields)().unwrap_or_default(),
            fills => fills,
        };
        let message = merge::only(&message, names).map_err(of)?;
        let Some(filled) = merge::filled(&state.data.json, &message).map_err(of)? else {
            return Ok(state.clone());
        };
        let with = |error| refused(format!("with a message of `{}`: {error}", letter.topic));
        let json = (link.receive)(&filled).map_err(with)?;
        let mut merged = state.clone();
        // A set may come back in another order, and is the same.
        if !json.means(&state.data.json) {
            merged.data.json = json;
        }
        Ok(merged)
    }
}

/// What a step awaits, if a letter is on that topic and from its sender; else why it is not for the instance.
fn addressed<'l, E: ?Sized>(
    state: &State,
    link: &'l Link<E>,
    letter: &Letter,
) -> Result<&'l Awaited, String> {
    let awaits = link.terms.awaits();
    if letter.rehearsal != state.rehearsal && !awaits.is_empty() {
        return Err(match state.rehearsal {
            true => "this is a rehearsal, which only a rehearsal's message moves".into(),
            false => "a rehearsal's message moves rehearsals alone".into(),
        });
    }
    let Some(awaited) = awaits.iter().find(|awaited| awaited.topic() == letter.topic) else {
        let topics: Vec<String> = awaits.iter().map(|awaited| format!("`{}`", awaited.topic())).collect();
        let what = if topics.is_empty() { "no message".into() } else { topics.join(" and ") };
        return Err(format!("it awaits {what}, and this is `{}`", letter.topic));
    };
    sent_by(letter, awaited.sender()).map(|()| awaited)
}

fn sent_by(letter: &Letter, sender: &str) -> Result<(), String> {
    if letter.sender == sender {
        return Ok(());
    }
    Err(format!("`{}` publishes on `{}`, and this letter is from `{}`", sender, letter.topic, letter.sender))
}

/// Why a message is for another instance, if it is.
fn keyed(state: &State, awaited: &Awaited, message: &Json) -> Result<Option<String>, DataError> {
    let Some(by) = awaited.by() else { return Ok(None) };
    let Some(key) = &state.key else {
        return Ok(Some(format!(
            "a message is for the instance whose key is its `{by}`, and this has no key"
        )));
    };
    Ok(match field(message, by)? {
        Some(said) if said.means(key) => None,
        Some(said) => Some(format!("the message is for `{by}` {said}, and this is {key}")),
        None => Some(format!("the message has no field `{by}`, by which its instance is found")),
    })
}

/// Whether a value can be a key: a string, an integer or a bool.
fn is_key(json: &Json) -> bool {
    let text = json.text();
    let digits = text.strip_prefix('-').unwrap_or(text);
    text.starts_with('"')
        || matches!(text, "true" | "false")
        || !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}
