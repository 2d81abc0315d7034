//! JSON as a tree over its own text, so that two can be compared and merged without loss.

use super::DataError;
use serde::Deserialize;
use serde::de::{Deserializer, Error, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;

/// As deep as what reads values goes.
const DEEPEST: usize = 128;

#[derive(Clone, Debug)]
pub(crate) enum Tree<'a> {
    Object(Vec<(Cow<'a, str>, Tree<'a>)>),
    Array(Vec<Tree<'a>>),
    /// A string, a number, true, false or null, as it is written.
    Leaf(&'a str),
}

impl<'a> Tree<'a> {
    pub(crate) fn of(text: &'a str) -> Result<Tree<'a>, DataError> {
        tree(text.trim(), 0).map_err(|error| DataError::json("", &error))
    }

    pub(crate) fn is_null(&self) -> bool {
        matches!(self, Tree::Leaf("null"))
    }

    /// That what was read (`other`, written again) is what is stored (`self`).
    pub(crate) fn same_as(&self, other: &Tree<'_>) -> Result<(), DataError> {
        same(self, other, &mut String::new())
    }

    pub(crate) fn text(&self) -> String {
        let mut text = String::new();
        self.write(&mut text);
        text
    }

    /// Takes fields that are null out of each object, and sorts the others by name: a value becomes the
    /// same whichever release wrote it, if the one only moved a field or added an optional one.
    pub(crate) fn normalize(&mut self) {
        match self {
            Tree::Object(fields) => {
                fields.retain(|(_, value)| !value.is_null());
                fields.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
                fields.iter_mut().for_each(|(_, value)| value.normalize());
            }
            Tree::Array(elements) => elements.iter_mut().for_each(Tree::normalize),
            Tree::Leaf(_) => {}
        }
    }

    fn write(&self, text: &mut String) {
        match self {
            Tree::Leaf(leaf) => text.push_str(leaf),
            Tree::Array(elements) => {
                text.push('[');
                for (at, element) in elements.iter().enumerate() {
                    text.push_str(if at == 0 { "" } else { "," });
                    element.write(text);
                }
                text.push(']');
            }
            Tree::Object(fields) => {
                text.push('{');
                for (at, (name, value)) in fields.iter().enumerate() {
                    text.push_str(if at == 0 { "" } else { "," });
                    quoted(name, text);
                    text.push(':');
                    value.write(text);
                }
                text.push('}');
            }
        }
    }
}

/// Mostly a name is written as it is.
fn quoted(name: &str, text: &mut String) {
    if name.bytes().all(|byte| byte >= b' ' && byte != b'"' && byte != b'\\') {
        text.push('"');
        text.push_str(name);
        text.push('"');
    } else {
        text.push_str(&serde_json::Value::from(name).to_string());
    }
}

/// `path` with a field's name, for as long as `then` runs.
pub(crate) fn within<T>(path: &mut String, name: &str, then: impl FnOnce(&mut String) -> T) -> T {
    let before = path.len();
    if !path.is_empty() && !name.starts_with('[') {
        path.push('.');
    }
    path.push_str(name);
    let result = then(path);
    path.truncate(before);
    result
}

fn tree(text: &str, depth: usize) -> Result<Tree<'_>, serde_json::Error> {
    if depth > DEEPEST {
        return Err(Error::custom(format!("it is nested deeper than {DEEPEST}")));
    }
    match text.as_bytes().first() {
        Some(b'{') => {
            let Fields(fields) = serde_json::from_str(text)?;
            let fields = fields.into_iter().map(|(name, raw)| Ok((name, tree(raw.get(), depth + 1)?)));
            Ok(Tree::Object(fields.collect::<Result<_, serde_json::Error>>()?))
        }
        Some(b'[') => {
            let elements: Vec<&RawValue> = serde_json::from_str(text)?;
            let elements = elements.into_iter().map(|raw| tree(raw.get(), depth + 1));
            Ok(Tree::Array(elements.collect::<Result<_, _>>()?))
        }
        _ => Ok(Tree::Leaf(text)),
    }
}

fn same(stored: &Tree<'_>, read: &Tree<'_>, path: &mut String) -> Result<(), DataError> {
    match (stored, read) {
        (Tree::Object(stored), Tree::Object(read)) => {
            let mut left: HashMap<&str, &Tree<'_>> =
                read.iter().map(|(name, it)| (name.as_ref(), it)).collect();
            for (name, value) in stored {
                let Some(other) = left.remove(name.as_ref()) else {
                    return Err(DataError::new(path.as_str(), format!("unknown field `{name}`")));
                };
                within(path, name, |path| same(value, other, path))?;
            }
            match read.iter().find(|(name, _)| left.contains_key(name.as_ref())) {
                Some((name, _)) => Err(DataError::new(path.as_str(), format!("missing field `{name}`"))),
                None => Ok(()),
            }
        }
        (Tree::Array(stored), Tree::Array(read)) if stored.len() == read.len() => {
            let mut elements = stored.iter().zip(read).enumerate();
            let first = elements.try_for_each(|(at, (stored, read))| {
                within(path, &format!("[{at}]"), |path| same(stored, read, path))
            });
            // What is a set comes in any order.
            first.or_else(|difference| if sorted(stored) == sorted(read) { Ok(()) } else { Err(difference) })
        }
        (Tree::Leaf(stored), Tree::Leaf(read)) if equal(stored, read) => Ok(()),
        _ => {
            let what = format!("`{}` would be read as `{}`", stored.text(), read.text());
            Err(DataError::new(path.as_str(), what))
        }
    }
}

/// A string or a number can be written in more than one way; but not an integer, and the widest
/// would lose digits on any way around its text.
fn equal(one: &str, other: &str) -> bool {
    let integer = |text: &str| text.bytes().all(|byte| byte == b'-' || byte.is_ascii_digit());
    let value = |text| serde_json::from_str::<serde_json::Value>(text).ok();
    one == other
        || !(integer(one) && integer(other))
            && value(one).zip(value(other)).is_some_and(|(one, other)| one == other)
}

fn sorted(elements: &[Tree<'_>]) -> Vec<String> {
    let mut texts: Vec<_> = elements.iter().map(Tree::text).collect();
    texts.sort_unstable();
    texts
}

/// The fields of an object in their order; the same one twice is an error.
struct Fields<'a>(Vec<(Cow<'a, str>, &'a RawValue)>);

impl<'de> Deserialize<'de> for Fields<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Of;
        impl<'de> Visitor<'de> for Of {
            type Value = Fields<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut fields: Vec<(Cow<'de, str>, &'de RawValue)> = Vec::new();
                while let Some((Name(name), value)) = map.next_entry()? {
                    fields.push((name, value));
                }
                let mut names: Vec<&str> = fields.iter().map(|(name, _)| name.as_ref()).collect();
                names.sort_unstable();
                match names.windows(2).find(|two| two[0] == two[1]) {
                    Some(two) => Err(Error::custom(format!("field `{}` stands there twice", two[0]))),
                    None => Ok(Fields(fields)),
                }
            }
        }
        deserializer.deserialize_map(Of)
    }
}

/// A field's name, borrowed from the text wherever nothing in it is escaped.
#[derive(Deserialize)]
struct Name<'a>(#[serde(borrow)] Cow<'a, str>);
