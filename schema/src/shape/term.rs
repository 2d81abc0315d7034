//! A type as it is used.

use crate::word::Cursor;
use std::fmt;

/// A type as it is used, with all that means nothing on the wire left out: references, boxes, aliases.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Term {
    /// A type of the language.
    Plain(Plain),
    /// `Option<T>`: a value or null.
    Option(Box<Term>),
    /// `Vec<T>`: a list of any length.
    List(Box<Term>),
    /// `Set<T>`: a list in any order, that has nothing twice.
    Set(Box<Term>),
    /// `Map<K, V>`: an object.
    Map(Box<Term>, Box<Term>),
    /// `(A, B)`: a list of a fixed length.
    Tuple(Vec<Term>),
    /// `[T; 4]`: likewise. The length is a number, or the constant that says it with its hash.
    Array(Box<Term>, String),
    /// A type with a [`Definition`](super::Definition) of its own, or one that is [`well_known`].
    Named(String),
    /// Not known.
    Opaque(Opaque),
}

/// What is not known of a type.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Opaque {
    /// The type, or the module whose functions write and read it.
    pub name: String,
    /// What is in it, as far as that is known: the arguments of the type, or what the functions are given.
    pub args: Vec<Term>,
    /// Of what is visible: the code that writes and reads it.
    pub hash: Option<u64>,
}

/// A type of the language, or one of the standard library that is written as simply.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "they are called as the types that they are")]
pub enum Plain {
    Unit,
    Bool,
    Char,
    Text,
    U8,
    U16,
    U32,
    U64,
    U128,
    Usize,
    I8,
    I16,
    I32,
    I64,
    I128,
    Isize,
    F32,
    F64,
}

impl Plain {
    /// All of them.
    pub const ALL: [Plain; 18] = {
        use Plain::*;
        [Unit, Bool, Char, Text, U8, U16, U32, U64, U128, Usize, I8, I16, I32, I64, I128, Isize, F32, F64]
    };

    /// As it is written.
    pub const fn name(self) -> &'static str {
        match self {
            Plain::Unit => "()",
            Plain::Bool => "bool",
            Plain::Char => "char",
            Plain::Text => "String",
            Plain::U8 => "u8",
            Plain::U16 => "u16",
            Plain::U32 => "u32",
            Plain::U64 => "u64",
            Plain::U128 => "u128",
            Plain::Usize => "usize",
            Plain::I8 => "i8",
            Plain::I16 => "i16",
            Plain::I32 => "i32",
            Plain::I64 => "i64",
            Plain::I128 => "i128",
            Plain::Isize => "isize",
            Plain::F32 => "f32",
            Plain::F64 => "f64",
        }
    }

    /// The type of this name.
    pub fn named(name: &str) -> Option<Plain> {
        Plain::ALL.into_iter().find(|plain| plain.name() == name)
    }

    /// Of an integer its bits, and whether it has a sign. What has the machine's width has 64.
    pub const fn integer(self) -> Option<(u32, bool)> {
        Some(match self {
            Plain::U8 => (8, false),
            Plain::U16 => (16, false),
            Plain::U32 => (32, false),
            Plain::U64 | Plain::Usize => (64, false),
            Plain::U128 => (128, false),
            Plain::I8 => (8, true),
            Plain::I16 => (16, true),
            Plain::I32 => (32, true),
            Plain::I64 | Plain::Isize => (64, true),
            Plain::I128 => (128, true),
            _ => return None,
        })
    }
}

impl From<Plain> for Term {
    fn from(plain: Plain) -> Term {
        Term::Plain(plain)
    }
}

/// Types of other packages, as they are written: as text in a form of their own. By the path that code
/// writes, with what JSON Schema calls the form; none where it has no word for it.
const WELL_KNOWN: &[(&str, Option<&str>)] = &[
    ("IpAddr", None),
    ("Ipv4Addr", Some("ipv4")),
    ("Ipv6Addr", Some("ipv6")),
    ("SocketAddr", None),
    ("SocketAddrV4", None),
    ("SocketAddrV6", None),
    ("chrono::DateTime", Some("date-time")),
    ("chrono::NaiveDate", Some("date")),
    ("chrono::NaiveDateTime", None),
    ("chrono::NaiveTime", None),
    ("jiff::Timestamp", Some("date-time")),
    ("jiff::civil::Date", Some("date")),
    ("jiff::civil::DateTime", None),
    ("jiff::civil::Time", None),
    ("semver::Version", None),
    ("semver::VersionReq", None),
    ("url::Url", Some("uri")),
    ("uuid::Uuid", Some("uuid")),
];

/// Whether a type is known everywhere as text in a form of its own; and what JSON Schema calls the form.
pub fn well_known(name: &str) -> Option<Option<&'static str>> {
    let name = name.split('<').next().unwrap_or(name);
    WELL_KNOWN.iter().find(|(known, _)| *known == name).map(|(_, form)| *form)
}

impl Term {
    /// An `Option` of this.
    pub fn optional(self) -> Term {
        Term::Option(Box::new(self))
    }

    /// What is not known.
    pub fn opaque(name: impl Into<String>, hash: Option<u64>) -> Term {
        Term::Opaque(Opaque { name: name.into(), args: Vec::new(), hash })
    }

    /// The names in it, in their order.
    pub fn names(&self) -> Vec<&str> {
        match self {
            Term::Named(name) => vec![name],
            Term::Option(inner) | Term::List(inner) | Term::Set(inner) | Term::Array(inner, _) => {
                inner.names()
            }
            Term::Map(key, value) => [key.names(), value.names()].concat(),
            Term::Tuple(parts) => parts.iter().flat_map(Term::names).collect(),
            Term::Opaque(opaque) => opaque.args.iter().flat_map(Term::names).collect(),
            Term::Plain(_) => Vec::new(),
        }
    }

    /// Reads a term.
    ///
    /// # Errors
    /// If the text is none: what was expected, in a few words.
    pub fn parse(text: &str) -> Result<Term, String> {
        let mut cursor = Cursor::new(text);
        let term = Term::read(&mut cursor)?;
        if cursor.is_empty() { Ok(term) } else { Err(format!("`{}` stands behind the type", cursor.rest())) }
    }

    pub(crate) fn read(cursor: &mut Cursor<'_>) -> Result<Term, String> {
        if cursor.take("(") {
            return Term::tuple(cursor);
        }
        if cursor.take("[") {
            let element = Box::new(Term::read(cursor)?);
            cursor.expect("; ")?;
            let length = cursor.run(|char| char != ']', "a length")?.to_owned();
            cursor.expect("]")?;
            return Ok(Term::Array(element, length));
        }
        if cursor.take("opaque(") {
            let path = cursor.path()?;
            let (name, args) = match path.split_once('<') {
                Some((name, args)) => {
                    (name, listed(&mut Cursor::new(args.strip_suffix('>').unwrap_or(args)))?)
                }
                None => (path, Vec::new()),
            };
            let hash = if cursor.take(" #") { Some(hash(cursor)?) } else { None };
            cursor.expect(")")?;
            return Ok(Term::Opaque(Opaque { name: name.to_owned(), args, hash }));
        }
        let path = cursor.path()?;
        match path.split_once('<') {
            None => Ok(Plain::named(path).map_or_else(|| Term::Named(path.to_owned()), Term::Plain)),
            Some((name, arguments)) => {
                let mut inside = Cursor::new(arguments.strip_suffix('>').unwrap_or(arguments));
                let mut one = || Term::read(&mut inside).map(Box::new);
                let term = match name {
                    "Option" => Term::Option(one()?),
                    "Vec" => Term::List(one()?),
                    "Set" => Term::Set(one()?),
                    "Map" => {
                        let key = one()?;
                        inside.expect(", ")?;
                        Term::Map(key, Box::new(Term::read(&mut inside)?))
                    }
                    _ => return Ok(Term::Named(path.to_owned())),
                };
                if inside.is_empty() {
                    Ok(term)
                } else {
                    Err(format!("`{path}` has more in it than is known"))
                }
            }
        }
    }

    fn tuple(cursor: &mut Cursor<'_>) -> Result<Term, String> {
        let mut parts = Vec::new();
        // A list of nothing is not nothing.
        if cursor.take(",)") {
            return Ok(Term::Tuple(parts));
        }
        while !cursor.take(")") {
            parts.push(Term::read(cursor)?);
            if !cursor.take(", ") && !cursor.take(",") && !cursor.rest().starts_with(')') {
                return Err(format!("expected `,` or `)`, found `{}`", cursor.rest()));
            }
        }
        Ok(if parts.is_empty() { Plain::Unit.into() } else { Term::Tuple(parts) })
    }
}

/// Terms with commas between them, to the end.
pub(crate) fn listed(cursor: &mut Cursor<'_>) -> Result<Vec<Term>, String> {
    let mut terms = vec![Term::read(cursor)?];
    while cursor.take(", ") {
        terms.push(Term::read(cursor)?);
    }
    match cursor.is_empty() {
        true => Ok(terms),
        false => Err(format!("`{}` is not expected here", cursor.rest())),
    }
}

/// As [`listed`] reads them.
pub(crate) fn list(terms: &[Term]) -> String {
    terms.iter().map(Term::to_string).collect::<Vec<_>>().join(", ")
}

pub(crate) fn hash(cursor: &mut Cursor<'_>) -> Result<u64, String> {
    let digits = cursor.run(|char| char.is_ascii_hexdigit(), "a hash")?;
    u64::from_str_radix(digits, 16).map_err(|_| format!("`{digits}` is no hash"))
}

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Term::Plain(plain) => f.write_str(plain.name()),
            Term::Option(inner) => write!(f, "Option<{inner}>"),
            Term::List(inner) => write!(f, "Vec<{inner}>"),
            Term::Set(inner) => write!(f, "Set<{inner}>"),
            Term::Map(key, value) => write!(f, "Map<{key}, {value}>"),
            Term::Array(inner, length) => write!(f, "[{inner}; {length}]"),
            Term::Named(name) => f.write_str(name),
            Term::Opaque(Opaque { name, args, hash }) => {
                write!(f, "opaque({name}")?;
                if !args.is_empty() {
                    write!(f, "<{}>", list(args))?;
                }
                hash.map_or(Ok(()), |hash| write!(f, " #{hash:016x}"))?;
                f.write_str(")")
            }
            Term::Tuple(parts) => {
                let parts: Vec<String> = parts.iter().map(Term::to_string).collect();
                let end = if parts.len() < 2 { ",)" } else { ")" };
                write!(f, "({}{end}", parts.join(", "))
            }
        }
    }
}
