//! A type as it is declared, and what serde's derives make of it.

use super::member::{Field, Variant};
use super::term::{Term, hash, list, listed};
use crate::word::{Cursor, quoted};
use crate::{Span, Spanned};
use std::fmt;

/// A type as it is declared, with what it is written as and read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Definition {
    /// Its crate and its name, with its arguments: `shop::Page<shop::Order>`. With its modules only where
    /// the crate has several types of the name.
    pub name: Spanned<String>,
    /// What it is.
    pub body: Body,
}

/// What a type is on the wire.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    /// What another term is.
    Value(Value),
    /// An object.
    Object {
        /// Its fields, in the order of the source.
        fields: Vec<Field>,
        /// Whether unknown fields are refused.
        strict: bool,
    },
    /// One of several.
    Enum {
        /// How the variant is told.
        tagging: Tagging,
        /// Its variants, in the order of the source.
        variants: Vec<Variant>,
        /// Whether unknown fields of its variants are refused.
        strict: bool,
    },
    /// Not known: it is written or read by hand.
    Opaque {
        /// Of the code that does so.
        code: u64,
        /// What is in it, which that code may write, and what it is converted from and into.
        below: Vec<Term>,
    },
}

/// A type that is written as another term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    /// Why it is that.
    pub how: Conversion,
    /// What is written.
    pub writes: Term,
    /// What is read, where that is something else.
    pub reads: Option<Term>,
}

/// Why a type is written as another term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conversion {
    /// A struct without fields.
    Unit,
    /// A struct with one field without a name.
    Newtype,
    /// A struct with fields without names.
    Tuple,
    /// `#[serde(transparent)]`, which also lets the type be left out where what is in it can be.
    Transparent,
    /// `#[serde(from, try_from, into)]`, by code with this hash, which may refuse a value.
    Converted {
        /// Whether a value may be refused.
        checked: bool,
        /// Of the conversions.
        code: u64,
    },
}

/// How the variant of an enum is told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Tagging {
    /// `{"Variant": …}`.
    #[default]
    External,
    /// `{"tag": "Variant", …}`.
    Internal(String),
    /// `{"tag": "Variant", "content": …}`.
    Adjacent(String, String),
    /// Not at all: the first variant that can be read.
    Untagged,
}

impl Default for Term {
    fn default() -> Term {
        super::Plain::Unit.into()
    }
}

impl Definition {
    /// The terms in it.
    pub fn terms(&self) -> Vec<&Term> {
        match &self.body {
            Body::Value(value) => std::iter::once(&value.writes).chain(&value.reads).collect(),
            Body::Object { fields, .. } => fields.iter().map(|field| &field.term).collect(),
            Body::Enum { variants, .. } => {
                let fields = variants.iter().flat_map(|variant| variant.fields.iter().flatten());
                let values = variants.iter().filter_map(|variant| variant.value.as_ref());
                values.chain(fields.map(|field| &field.term)).collect()
            }
            Body::Opaque { below, .. } => below.iter().collect(),
        }
    }

    /// The line that it begins with, as the lock writes it.
    pub(crate) fn head(&self) -> String {
        let name = &self.name.value;
        match &self.body {
            Body::Opaque { code, below } if below.is_empty() => format!("opaque {name} #{code:016x}"),
            Body::Opaque { code, below } => format!("opaque {name} #{code:016x}: {}", list(below)),
            Body::Object { strict, .. } => format!("struct {name}{}:", if *strict { ", strict" } else { "" }),
            Body::Enum { tagging, strict, .. } => {
                format!("enum {name}{tagging}{}:", if *strict { ", strict" } else { "" })
            }
            Body::Value(Value { how, writes, reads }) => {
                let reads = reads.as_ref().map_or_else(String::new, |reads| format!(", read as {reads}"));
                match how {
                    Conversion::Unit => format!("unit {name}"),
                    Conversion::Newtype => format!("newtype {name}: {writes}{reads}"),
                    Conversion::Tuple => format!("tuple {name}: {writes}{reads}"),
                    Conversion::Transparent => format!("transparent {name}: {writes}{reads}"),
                    Conversion::Converted { checked, code } => {
                        let checked = if *checked { ", checked" } else { "" };
                        format!("converted {name}: {writes}{reads}{checked} #{code:016x}")
                    }
                }
            }
        }
    }

    /// Reads the line that one begins with; none if it is no such line. Fields and variants are read
    /// from the lines below.
    pub(crate) fn of_head(text: &str) -> Option<Result<Definition, String>> {
        let (word, rest) = text.split_once(' ')?;
        let how = match word {
            "unit" => Some(Conversion::Unit),
            "newtype" => Some(Conversion::Newtype),
            "tuple" => Some(Conversion::Tuple),
            "transparent" => Some(Conversion::Transparent),
            "converted" => Some(Conversion::Converted { checked: false, code: 0 }),
            "struct" | "enum" | "opaque" => None,
            _ => return None,
        };
        let mut cursor = Cursor::new(rest);
        let mut read = || {
            let name = Spanned::new(cursor.path()?.to_owned(), Span::default());
            let body = match (how, word) {
                (Some(how), _) => Body::Value(value(how, &mut cursor)?),
                (None, "opaque") => {
                    cursor.expect(" #")?;
                    let code = hash(&mut cursor)?;
                    let below = if cursor.take(": ") { listed(&mut cursor)? } else { Vec::new() };
                    Body::Opaque { code, below }
                }
                (None, "struct") => {
                    let strict = cursor.take(", strict");
                    cursor.expect(":")?;
                    Body::Object { fields: Vec::new(), strict }
                }
                (None, _) => {
                    let tagging = tagging(&mut cursor)?;
                    let strict = cursor.take(", strict");
                    cursor.expect(":")?;
                    Body::Enum { tagging, variants: Vec::new(), strict }
                }
            };
            match cursor.is_empty() {
                true => Ok(Definition { name, body }),
                false => Err(format!("`{}` is not expected here", cursor.rest())),
            }
        };
        Some(read())
    }
}

fn value(how: Conversion, cursor: &mut Cursor<'_>) -> Result<Value, String> {
    if how == Conversion::Unit {
        return Ok(Value { how, writes: Term::default(), reads: None });
    }
    cursor.expect(": ")?;
    let writes = Term::read(cursor)?;
    let reads = if cursor.take(", read as ") { Some(Term::read(cursor)?) } else { None };
    let how = match how {
        Conversion::Converted { .. } => {
            let checked = cursor.take(", checked");
            cursor.expect(" #")?;
            Conversion::Converted { checked, code: hash(cursor)? }
        }
        how => how,
    };
    Ok(Value { how, writes, reads })
}

fn tagging(cursor: &mut Cursor<'_>) -> Result<Tagging, String> {
    if cursor.take(", untagged") {
        return Ok(Tagging::Untagged);
    }
    if !cursor.take(", tag ") {
        return Ok(Tagging::External);
    }
    let tag = cursor.name()?;
    Ok(if cursor.take(" content ") { Tagging::Adjacent(tag, cursor.name()?) } else { Tagging::Internal(tag) })
}

impl fmt::Display for Tagging {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Tagging::External => Ok(()),
            Tagging::Internal(tag) => write!(f, ", tag {}", quoted(tag)),
            Tagging::Adjacent(tag, content) => write!(f, ", tag {} content {}", quoted(tag), quoted(content)),
            Tagging::Untagged => f.write_str(", untagged"),
        }
    }
}
