//! One value as JSON, written and read strictly.

use super::{Data, DataError, Tree};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::{RawValue, to_raw_value};
use std::sync::Arc;
use std::{fmt, io};

/// A value of some type, as JSON: inside other JSON it stands as itself, not as a string.
///
/// Reading is strict, whatever the type's `Deserialize` tolerates. What was read is written again
/// and compared: a field that the type does not have, and one that it has and that is missing
/// (also an `Option`'s), are errors with their path. What would not read back is not written; but
/// what is written alike is alike, as `Some(None)` and `None` are.
///
/// ```
/// use serde::{Deserialize, Serialize};
/// use stateline::Json;
///
/// #[derive(Serialize, Deserialize)]
/// struct Order { amount: u64, note: Option<String> }
///
/// let json = Json::write(&Order { amount: 5, note: None })?;
/// assert_eq!(json.text(), r#"{"amount":5,"note":null}"#);
/// assert_eq!(json.read::<Order>()?.amount, 5);
///
/// let older: Json = serde_json::from_str(r#"{"amount":5}"#).expect("it is JSON");
/// assert_eq!(older.read::<Order>().err().expect("a field is missing").to_string(), "missing field `note`");
/// # Ok::<(), stateline::DataError>(())
/// ```
#[derive(Clone)]
pub struct Json(Arc<RawValue>);

impl Json {
    /// Writes a value down.
    ///
    /// # Errors
    ///
    /// If the value cannot be JSON, or would not read back as what it is: a NaN, a map with keys
    /// that are no strings, a field that is written under one name and read under another.
    pub fn write<T: Data>(value: &T) -> Result<Json, DataError> {
        let json = to_raw_value(value).map(Json::from).map_err(|error| DataError::json("", &error))?;
        json.read::<T>().map_err(|error| {
            DataError::new(error.path(), format!("what is written would not read back: {}", error.what()))
        })?;
        Ok(json)
    }

    /// Writes down a value of a type of ours, which reads back as what it is: a test says so.
    #[cfg(feature = "runner")]
    pub(crate) fn own(value: &impl Serialize) -> Json {
        to_raw_value(value).map_or_else(|_| Json::null(), Json::from)
    }

    /// Reads a value of this type.
    ///
    /// # Errors
    ///
    /// If a field is missing, unknown or of another type: with its path.
    pub fn read<T: Data>(&self) -> Result<T, DataError> {
        let value = serde_json::from_str(self.text()).or_else(|_| self.explained())?;
        let failed = |error| DataError::json("", &error);
        let mut again = Rest(self.text().as_bytes());
        // Mostly they are equal to the byte; a map or a set may have another order.
        if serde_json::to_writer(&mut again, &value).is_err() || !again.0.is_empty() {
            let again = serde_json::to_string(&value).map_err(failed)?;
            Tree::of(self.text())?.same_as(&Tree::of(&again)?)?;
        }
        Ok(value)
    }

    /// Reads a value of this type as it is received: fields that the type does not know are ignored, and
    /// those that it has a default for may be missing.
    pub(crate) fn received<T: Data>(&self) -> Result<T, DataError> {
        serde_json::from_str(self.text()).or_else(|_| self.explained())
    }

    /// The JSON itself.
    pub fn text(&self) -> &str {
        self.0.get()
    }

    /// Nothing.
    pub(crate) fn null() -> Json {
        RawValue::NULL.to_owned().into()
    }

    /// Whether both are one value: a map or a set may be written in another order.
    pub(crate) fn means(&self, other: &Json) -> bool {
        self == other
            || matches!(
                (Tree::of(self.text()), Tree::of(other.text())),
                (Ok(one), Ok(other)) if one.same_as(&other).is_ok()
            )
    }

    /// The text without fields that are null, the others sorted by name. Equal for two values that differ in
    /// nothing else, as when two releases, or two runs that fill a map, write the same request.
    pub(crate) fn normal(&self) -> Result<String, DataError> {
        let mut tree = Tree::of(self.text())?;
        tree.normalize();
        Ok(tree.text())
    }

    /// Text that was put together of JSON.
    pub(crate) fn of_text(text: String) -> Result<Json, DataError> {
        RawValue::from_string(text).map(Json::from).map_err(|error| DataError::json("", &error))
    }

    /// Reads once more, to say where it fails.
    fn explained<T: Data>(&self) -> Result<T, DataError> {
        let mut json = serde_json::Deserializer::from_str(self.text());
        serde_path_to_error::deserialize(&mut json).map_err(|error| {
            let path = error.path().to_string();
            DataError::json(if path == "." { "" } else { path.as_str() }, error.inner())
        })
    }
}

/// What is left of a text that is written once more: whatever differs from it cannot be written.
struct Rest<'a>(&'a [u8]);

impl io::Write for Rest<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 = self.0.strip_prefix(bytes).ok_or(io::ErrorKind::InvalidData)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl From<Box<RawValue>> for Json {
    fn from(json: Box<RawValue>) -> Json {
        Json(json.into())
    }
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Json, D::Error> {
        Box::<RawValue>::deserialize(deserializer).map(Json::from)
    }
}

/// A field of an object.
pub(crate) fn field(json: &Json, name: &str) -> Result<Option<Json>, DataError> {
    let Tree::Object(fields) = Tree::of(json.text())? else { return Ok(None) };
    let found = fields.iter().find(|(other, _)| other == name);
    found.map(|(_, value)| Json::of_text(value.text())).transpose()
}

/// The names of the fields that two objects do not have alike.
#[cfg(feature = "runner")]
pub(crate) fn differing(one: &Json, other: &Json) -> Vec<String> {
    let (Ok(Tree::Object(one)), Ok(Tree::Object(other))) = (Tree::of(one.text()), Tree::of(other.text()))
    else {
        return Vec::new();
    };
    let has = |name: &str, value: &Tree<'_>| {
        other.iter().any(|(its, same)| its == name && value.same_as(same).is_ok())
    };
    let missing = other.iter().filter(|(name, _)| !one.iter().any(|(its, _)| its == name));
    let differ = one.iter().filter(|(name, value)| !has(name, value));
    differ.chain(missing).map(|(name, _)| name.to_string()).collect()
}

impl PartialEq for Json {
    fn eq(&self, other: &Self) -> bool {
        self.text() == other.text()
    }
}

impl Eq for Json {}

impl fmt::Debug for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text())
    }
}

impl fmt::Display for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text())
    }
}
