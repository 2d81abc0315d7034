//! Invocations of the macros behind the door: what is said in them.

use super::summary::{Item, ItemId, PathId};
use crate::arena::IdxRange;
use serde::{Deserialize, Serialize};

/// An attribute, a derive or a call that has the name of a macro which the door knows. Whether it is
/// that macro is a question of names, which resolving answers.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Invocation {
    /// Index into the macros behind the door.
    pub invoked: u32,
    /// What carries it: a function, a type, the call itself.
    pub item: ItemId,
    /// What stands between the attribute's brackets; for a call what stands in the call's.
    pub span: (u32, u32),
    /// The attribute's own path, or the macro's.
    pub path: PathId,
    /// The name that a call is given.
    pub name: Option<Text>,
    /// What could be read of its arguments, in the order of the macro's own.
    pub arguments: Vec<GivenArgument>,
    /// The items that the macro derives, with all that is in them.
    pub derived: IdxRange<Item>,
}

/// An argument with what it was given.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct GivenArgument {
    /// Index into the macro's arguments.
    pub argument: u32,
    pub key: Box<str>,
    pub value: Value,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Value {
    Text(Text),
    Path(PathId),
    Paths(Vec<PathId>),
}

/// A word that an invocation says, and where: without its quotes.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Text {
    pub text: Box<str>,
    pub span: (u32, u32),
}

impl Invocation {
    /// What an argument was given.
    pub fn value(&self, key: &str) -> Option<&Value> {
        self.arguments.iter().find(|given| &*given.key == key).map(|given| &given.value)
    }

    /// The text that an argument was given.
    pub fn text(&self, key: &str) -> Option<&Text> {
        match self.value(key)? {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }
}

impl Value {
    /// The paths in it.
    pub fn paths(&self) -> &[PathId] {
        match self {
            Value::Text(_) => &[],
            Value::Path(path) => std::slice::from_ref(path),
            Value::Paths(paths) => paths,
        }
    }
}
