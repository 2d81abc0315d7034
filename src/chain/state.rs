//! Where an instance stands, as it is stored.

use crate::data::name;
use crate::{Data, DataError, Json};
use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

/// Where an instance stands: process, version, step and the step's input. Names, never positions.
///
/// As JSON it reads
/// `{"process":"payout","version":1,"rehearsal":false,"key":7,"at":{"step":"load"},"data":{"type":"Request","json":{…}}}`,
/// and nothing else is a state.
///
/// ```
/// # mod bank { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/bank.rs")); }
/// use bank::*; // as on the front page
/// use stateline::State;
///
/// let text = r#"{"process":"payout","version":1,"rehearsal":false,"key":null,"at":{"step":"load"},
///     "data":{"type":"Request","json":{"consumer":1,"amount":5}}}"#;
/// let state: State = serde_json::from_str(text).expect("it is a state");
/// assert_eq!((state.process(), state.version(), state.step()), ("payout", 1, Some("load")));
/// assert_eq!(state.read::<Request>()?, Request { consumer: 1, amount: 5 });
///
/// let error = state.read::<Loaded>().expect_err("another type");
/// assert_eq!(error.to_string(), "`Request` is stored, but `Loaded` is wanted");
/// # Ok::<(), stateline::DataError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct State {
    pub(super) process: Cow<'static, str>,
    pub(super) version: u32,
    pub(super) rehearsal: bool,
    pub(super) key: Option<Json>,
    pub(super) at: At,
    pub(super) data: Stored,
}

/// A state as its fields are read.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fields {
    process: Cow<'static, str>,
    version: u32,
    rehearsal: bool,
    // Serde takes a missing field for a null.
    #[serde(deserialize_with = "Option::deserialize")]
    key: Option<Json>,
    at: At,
    #[serde(deserialize_with = "by_names")]
    data: Stored,
}

/// Before a step, or after the last one.
///
/// ```
/// use stateline::At;
///
/// let json = |at: At| serde_json::to_string(&at).expect("it is data");
/// assert_eq!(json(At::Step("load".into())), r#"{"step":"load"}"#);
/// assert_eq!(json(At::Finished), r#""finished""#);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum At {
    /// This step comes next.
    Step(Cow<'static, str>),
    /// There is none left.
    Finished,
}

/// Data with the name of its type.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Stored {
    r#type: Cow<'static, str>,
    pub(super) json: Json,
}

impl State {
    pub(super) fn write<T: Data>(
        process: &'static str,
        version: u32,
        at: At,
        data: &T,
    ) -> Result<State, DataError> {
        let data = Stored::write(data)?;
        Ok(State { process: process.into(), version, rehearsal: false, key: None, at, data })
    }

    /// The state of a duty: at this step of it, with a [`Duty`](crate::store::Duty) as its data.
    #[cfg(feature = "runner")]
    pub(crate) fn of_duty(course: &str, step: &'static str, json: Json) -> State {
        let (process, at) = (course.to_owned().into(), At::Step(step.into()));
        let data = Stored { r#type: "Duty".into(), json };
        State { process, version: 1, rehearsal: false, key: None, at, data }
    }

    /// The same with what comes next; none if it is finished.
    #[cfg(feature = "runner")]
    pub(crate) fn stepped(&self, step: Option<&'static str>) -> State {
        State { at: step.map_or(At::Finished, |step| At::Step(step.into())), ..self.clone() }
    }

    /// A state as its parts were stored: process and version, where it stands, type and data.
    #[cfg(feature = "sqlite")]
    pub(crate) fn restored(course: (&str, u32), rehearsal: bool, at: At, data: (String, Json)) -> State {
        let ((process, version), (r#type, json)) = (course, data);
        let (process, data) = (process.to_owned().into(), Stored { r#type: r#type.into(), json });
        State { process, version, rehearsal, key: None, at, data }
    }

    /// The same with the instance's key, which is stored beside the state.
    #[cfg(feature = "runner")]
    pub(crate) fn keyed(self, key: Option<Json>) -> State {
        State { key, ..self }
    }

    /// The process that this is an instance of.
    pub fn process(&self) -> &str {
        &self.process
    }

    /// The version on which it began.
    pub fn version(&self) -> u32 {
        self.version
    }

    /// Is it a rehearsal? Then it runs on rehearsing worlds alone, and only rehearsals' letters move it.
    pub fn is_rehearsal(&self) -> bool {
        self.rehearsal
    }

    /// The same as a rehearsal: what would come of it is tried, and moves nothing.
    pub fn rehearsed(mut self) -> State {
        self.rehearsal = true;
        self
    }

    /// The instance's key: of its process, no other has it. None if the process has no key.
    pub fn key(&self) -> Option<&Json> {
        self.key.as_ref()
    }

    /// Where it stands.
    pub fn at(&self) -> &At {
        &self.at
    }

    /// The step that comes next; none if it is finished.
    pub fn step(&self) -> Option<&str> {
        match &self.at {
            At::Step(name) => Some(name),
            At::Finished => None,
        }
    }

    /// The type of the data, without the modules that it stands in.
    pub fn type_name(&self) -> &str {
        &self.data.r#type
    }

    /// The data: what the next step takes, or what the last one returned.
    pub fn data(&self) -> &Json {
        &self.data.json
    }

    /// The data, as a value of its type.
    ///
    /// # Errors
    ///
    /// If it is of another type, or a field is missing or unknown.
    pub fn read<T: Data>(&self) -> Result<T, DataError> {
        self.data.read()
    }
}

impl<'de> Deserialize<'de> for State {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<State, D::Error> {
        let Fields { process, version, rehearsal, key, at, data } = by_names(deserializer)?;
        Ok(State { process, version, rehearsal, key, at, data })
    }
}

impl<'de> Deserialize<'de> for At {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<At, D::Error> {
        struct Place;
        #[derive(Deserialize)]
        #[serde(rename_all = "kebab-case")]
        enum Word {
            Step,
        }
        impl<'de> Visitor<'de> for Place {
            type Value = At;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the name of a step under `step`, or `finished`")
            }

            fn visit_str<E: Error>(self, word: &str) -> Result<At, E> {
                match word {
                    "finished" => Ok(At::Finished),
                    _ => Err(Error::unknown_variant(word, &["step", "finished"])),
                }
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<At, A::Error> {
                match (map.next_entry::<Word, String>()?, map.next_key::<String>()?) {
                    (Some((Word::Step, name)), None) => Ok(At::Step(name.into())),
                    (_, Some(other)) => Err(Error::unknown_field(&other, &["step"])),
                    (None, None) => Err(Error::missing_field("step")),
                }
            }
        }
        deserializer.deserialize_any(Place)
    }
}

/// Reads a struct by the names of its fields. Serde also does from a list, by their positions.
fn by_names<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<T, D::Error> {
    struct ByNames<T>(PhantomData<T>);
    impl<'de, T: Deserialize<'de>> Visitor<'de> for ByNames<T> {
        type Value = T;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an object")
        }

        fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
            T::deserialize(MapAccessDeserializer::new(map))
        }
    }
    deserializer.deserialize_map(ByNames(PhantomData))
}

impl Stored {
    pub(super) fn write<T: Data>(value: &T) -> Result<Stored, DataError> {
        Ok(Stored { r#type: name::<T>(), json: Json::write(value)? })
    }

    pub(super) fn read<T: Data>(&self) -> Result<T, DataError> {
        let wanted = name::<T>();
        if self.r#type != wanted {
            return Err(DataError::new("", format!("`{}` is stored, but `{wanted}` is wanted", self.r#type)));
        }
        self.json.read()
    }
}
