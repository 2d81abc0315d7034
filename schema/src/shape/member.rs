//! A field of an object, and a variant of an enum.

use super::term::{Term, hash};
use crate::word::{Cursor, quoted};
use crate::{Span, Spanned};
use std::fmt;

/// A field of an object.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Field {
    /// The name under which it is written.
    pub name: Spanned<String>,
    /// The name that it has in the code, where an attribute of its own says another for the wire.
    pub ident: Option<String>,
    /// The name under which it is read, where that is another.
    pub read_as: Option<String>,
    /// Further names under which it is read.
    pub aliases: Vec<String>,
    /// What is in it.
    pub term: Term,
    /// Whether what is in it stands in the object around it.
    pub flatten: bool,
    /// Whether a value is made up where it is missing, and by which function; empty for the default of
    /// what is in it.
    pub default: Option<String>,
    /// Of the code of that function, or of the default of a type of the workspace.
    pub default_code: Option<u64>,
    /// The function that says when it is not written.
    pub omitted_if: Option<String>,
    /// Of its code, where that is read.
    pub omitted_code: Option<u64>,
    /// Whether it is never written.
    pub unwritten: bool,
    /// Whether it is never read.
    pub unread: bool,
}

/// A variant of an enum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variant {
    /// The name under which it is written.
    pub name: Spanned<String>,
    /// The name that it has in the code, where an attribute of its own says another for the wire.
    pub ident: Option<String>,
    /// The name under which it is read, where that is another.
    pub read_as: Option<String>,
    /// Further names under which it is read.
    pub aliases: Vec<String>,
    /// What is in it: nothing, a value, or an object.
    pub value: Option<Term>,
    /// Its fields, where it has some with names.
    pub fields: Option<Vec<Field>>,
    /// Whether every unknown name is read as it.
    pub other: bool,
    /// Whether it is told by no name.
    pub untagged: bool,
    /// Whether it is never written.
    pub unwritten: bool,
    /// Whether it is never read.
    pub unread: bool,
}

impl Field {
    /// The names under which it is read.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let first = self.read_as.as_deref().unwrap_or(&self.name.value);
        std::iter::once(first).chain(self.aliases.iter().map(String::as_str))
    }

    /// Reads a line of the lock.
    pub(crate) fn parse(text: &str) -> Result<Field, String> {
        let mut cursor = Cursor::new(text);
        let flatten = cursor.take("flatten ");
        let name = Spanned::new(cursor.name()?, Span::default());
        cursor.expect(": ")?;
        let term = Term::read(&mut cursor)?;
        let mut field = Field { name, term, flatten, ..Field::default() };
        while cursor.take(", ") {
            match () {
                () if cursor.take("in code ") => field.ident = Some(cursor.name()?),
                () if cursor.take("read as ") => field.read_as = Some(cursor.name()?),
                () if cursor.take("alias ") => field.aliases.push(cursor.name()?),
                () if cursor.take("default by ") => {
                    field.default = Some(cursor.name()?);
                    field.default_code = code(&mut cursor)?;
                }
                () if cursor.take("default") => {
                    field.default = Some(String::new());
                    field.default_code = code(&mut cursor)?;
                }
                () if cursor.take("omitted if ") => {
                    field.omitted_if = Some(cursor.name()?);
                    field.omitted_code = code(&mut cursor)?;
                }
                () if cursor.take("never written") => field.unwritten = true,
                () if cursor.take("never read") => field.unread = true,
                () => return Err(format!("`{}` says nothing of a field", cursor.rest())),
            }
        }
        if cursor.is_empty() { Ok(field) } else { Err(format!("`{}` is not expected here", cursor.rest())) }
    }
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let flatten = if self.flatten { "flatten " } else { "" };
        write!(f, "{flatten}{}: {}", quoted(&self.name.value), self.term)?;
        names(f, [&self.ident, &self.read_as], &self.aliases)?;
        match self.default.as_deref() {
            None => {}
            Some("") => write!(f, ", default{}", hashed(self.default_code))?,
            Some(path) => write!(f, ", default by {}{}", quoted(path), hashed(self.default_code))?,
        }
        if let Some(path) = &self.omitted_if {
            write!(f, ", omitted if {}{}", quoted(path), hashed(self.omitted_code))?;
        }
        f.write_str(if self.unwritten { ", never written" } else { "" })?;
        f.write_str(if self.unread { ", never read" } else { "" })
    }
}

/// The hash of a function, where there is one.
fn code(cursor: &mut Cursor<'_>) -> Result<Option<u64>, String> {
    if cursor.take(" #") { hash(cursor).map(Some) } else { Ok(None) }
}

fn hashed(code: Option<u64>) -> String {
    code.map_or_else(String::new, |code| format!(" #{code:016x}"))
}

fn names(
    f: &mut fmt::Formatter<'_>,
    [ident, read_as]: [&Option<String>; 2],
    aliases: &[String],
) -> fmt::Result {
    for (name, what) in [(ident, "in code"), (read_as, "read as")] {
        if let Some(name) = name {
            write!(f, ", {what} {}", quoted(name))?;
        }
    }
    aliases.iter().try_for_each(|alias| write!(f, ", alias {}", quoted(alias)))
}

impl Variant {
    /// A variant of this name that holds nothing.
    pub fn new(name: Spanned<String>) -> Variant {
        Variant {
            name,
            ident: None,
            read_as: None,
            aliases: Vec::new(),
            value: None,
            fields: None,
            other: false,
            untagged: false,
            unwritten: false,
            unread: false,
        }
    }

    /// The names under which it is read.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let first = self.read_as.as_deref().unwrap_or(&self.name.value);
        std::iter::once(first).chain(self.aliases.iter().map(String::as_str))
    }

    /// Reads a line of the lock; its fields stand in the lines below.
    pub(crate) fn parse(text: &str) -> Result<Variant, String> {
        let mut cursor = Cursor::new(text);
        let mut variant = Variant::new(Spanned::new(cursor.name()?, Span::default()));
        if cursor.take(": ") {
            variant.value = Some(Term::read(&mut cursor)?);
        }
        while cursor.take(", ") {
            match () {
                () if cursor.take("in code ") => variant.ident = Some(cursor.name()?),
                () if cursor.take("read as ") => variant.read_as = Some(cursor.name()?),
                () if cursor.take("alias ") => variant.aliases.push(cursor.name()?),
                () if cursor.take("other") => variant.other = true,
                () if cursor.take("untagged") => variant.untagged = true,
                () if cursor.take("never written") => variant.unwritten = true,
                () if cursor.take("never read") => variant.unread = true,
                () => return Err(format!("`{}` says nothing of a variant", cursor.rest())),
            }
        }
        if cursor.take(":") {
            variant.fields = Some(Vec::new());
        }
        if cursor.is_empty() { Ok(variant) } else { Err(format!("`{}` is not expected here", cursor.rest())) }
    }
}

impl fmt::Display for Variant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&quoted(&self.name.value))?;
        if let Some(value) = &self.value {
            write!(f, ": {value}")?;
        }
        names(f, [&self.ident, &self.read_as], &self.aliases)?;
        f.write_str(if self.other { ", other" } else { "" })?;
        f.write_str(if self.untagged { ", untagged" } else { "" })?;
        f.write_str(if self.unwritten { ", never written" } else { "" })?;
        f.write_str(if self.unread { ", never read" } else { "" })?;
        f.write_str(if self.fields.is_some() { ":" } else { "" })
    }
}

/// The name in the code of a member that is written under one.
pub(super) trait Member {
    fn in_code(&self) -> &str;
}

impl Member for Field {
    fn in_code(&self) -> &str {
        self.ident.as_deref().unwrap_or(&self.name.value)
    }
}

impl Member for Variant {
    fn in_code(&self) -> &str {
        self.ident.as_deref().unwrap_or(&self.name.value)
    }
}

/// Whether a name on the wire was that of one member and is that of another now, where the code has both before or
/// after: they were exchanged, and no text shows it. A member that only got another name in the code is the same.
pub(super) fn are_exchanged<'m, M: Member + 'm>(
    (was, before): (&M, impl Iterator<Item = &'m M> + Clone),
    (is, after): (&M, impl Iterator<Item = &'m M> + Clone),
) -> bool {
    let (one, other) = (was.in_code(), is.in_code());
    let has_both = |equal: fn(&str, &str) -> bool| {
        before.clone().any(|it| !std::ptr::eq(it, was) && equal(it.in_code(), other))
            || after.clone().any(|it| !std::ptr::eq(it, is) && equal(it.in_code(), one))
    };
    one != other && (has_both(|one, other| one == other) || (!are_alike(one, other) && has_both(are_alike)))
}

/// Whether two names differ only as `rename_all` makes them differ.
fn are_alike(one: &str, other: &str) -> bool {
    fn plain(name: &str) -> impl Iterator<Item = char> + '_ {
        name.chars().filter(|char| !matches!(char, '_' | '-')).flat_map(char::to_lowercase)
    }
    plain(one).eq(plain(other))
}
