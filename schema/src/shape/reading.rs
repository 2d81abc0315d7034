//! Whether what one version of a type writes can be read by another, through one of our two readers.
//!
//! Stored data is read *strictly*: what was read is written again, and must be what is stored. What is
//! received is read *leniently*: fields that the type does not know are ignored, and those with a default
//! may be missing. *Safe* is only said where serde's documentation leaves no doubt; whatever is not known,
//! such as code of the user's that changed, is a problem.

use super::form::{Converted, Form, Hidden, Seen, Side, Types, kinds, seen};
use super::member::Member;
use super::{Body, Plain, Term};
use std::collections::HashSet;

/// How something is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mode {
    /// As what is stored.
    Strict,
    /// As what is received.
    Lenient,
}

/// Why what is written cannot be read as what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The way to it: `reasons[].kind`.
    pub path: String,
    /// What is wrong, in a sentence without its subject: "was `u64` and is now `u32`".
    pub what: String,
    /// The type and the member that is written, and those that are read.
    pub writer: (String, String),
    /// The type and the member that read it.
    pub reader: (String, String),
}

impl Problem {
    /// What it is about: the way to it, of the whole that is so called.
    pub fn subject(&self, whole: &str) -> String {
        match self.path.as_str() {
            "" => whole.to_owned(),
            path => format!("`{path}` of {whole}"),
        }
    }

    /// What is written and what is read, and what more is said of it, if the sentence tells one from the other.
    pub fn change(&self) -> Option<(&str, &str, &str)> {
        let (was, is) = self.what.strip_prefix("was ")?.split_once(" and is now ")?;
        let (is, more) = is.split_at(is.find(';').unwrap_or(is.len()));
        Some((was, is, more))
    }
}

/// Why a reader cannot read what a writer writes; nothing if it can.
pub fn problems(
    (writes, written): (&Types, &Term),
    (reads, read): (&Types, &Term),
    mode: Mode,
) -> Vec<Problem> {
    let mut reading = Reading {
        writes,
        reads,
        mode,
        path: String::new(),
        within: Default::default(),
        under_way: HashSet::new(),
        assumed: 0,
        fit: HashSet::new(),
        kept_before: false,
        buffered: false,
        textual: false,
        found: Vec::new(),
    };
    reading.terms(written, read);
    reading.found
}

/// A comparison under way.
pub(super) struct Reading<'t> {
    pub(super) writes: &'t Types,
    pub(super) reads: &'t Types,
    pub(super) mode: Mode,
    pub(super) path: String,
    /// The types and members that are looked at, of the writer and of the reader.
    pub(super) within: ((String, String), (String, String)),
    /// Pairs of terms that are being compared: what holds itself is compared once.
    under_way: HashSet<How<'t>>,
    /// How often such a pair was met again: what is found below one says nothing by itself.
    assumed: usize,
    /// Pairs that were found to fit.
    fit: HashSet<How<'t>>,
    /// What is read was kept in memory before, without its types: inside of what is untagged, internally
    /// tagged or flattened.
    pub(super) buffered: bool,
    /// So it was for the writer's own reader.
    kept_before: bool,
    /// What is written again must have the same text: the elements of a set come in any order.
    pub(super) textual: bool,
    pub(super) found: Vec<Problem>,
}

/// Two terms, and how the one is read that the other wrote: the reader, and what it was through before.
type How<'t> = (&'t Term, &'t Term, Mode, [bool; 3]);

/// What a field is that is read and not written, before its type.
pub const MISSING: &str = "is missing, and has no default";

/// What a variant is that is written and not read.
pub const UNKNOWN_VARIANT: &str = "is a variant that is now unknown";

/// More problems of one comparison are not told.
const MOST: usize = 64;

impl<'t> Reading<'t> {
    /// Notes a problem.
    pub(super) fn problem(&mut self, what: impl Into<String>) {
        let (writer, reader) = self.within.clone();
        self.found.push(Problem { path: self.path.clone(), what: what.into(), writer, reader });
    }

    /// Whether a comparison finds no problem; what it finds is forgotten.
    pub(super) fn works(&mut self, compare: impl FnOnce(&mut Self)) -> bool {
        let before = std::mem::take(&mut self.found);
        compare(self);
        std::mem::replace(&mut self.found, before).is_empty()
    }

    /// What follows was kept in memory before it is read, by its reader and by the writer's own, if so; gives
    /// back what it was before.
    pub(super) fn keep(&mut self, reader: bool, writer: bool) -> [bool; 2] {
        let outer = [self.buffered, self.kept_before];
        self.buffered |= reader;
        self.kept_before |= writer;
        outer
    }

    /// It is kept no more than it was.
    pub(super) fn release(&mut self, [buffered, kept_before]: [bool; 2]) {
        (self.buffered, self.kept_before) = (buffered, kept_before);
    }

    /// Whether it is kept in memory now, and was not.
    fn newly_kept(&self) -> bool {
        self.buffered && !self.kept_before
    }

    /// One step further on the way.
    pub(super) fn below(&mut self, name: &str, compare: impl FnOnce(&mut Self)) {
        let length = self.path.len();
        if !self.path.is_empty() && !name.starts_with('[') {
            self.path.push('.');
        }
        self.path.push_str(name);
        compare(self);
        self.path.truncate(length);
    }

    pub(super) fn terms(&mut self, written: &'t Term, read: &'t Term) {
        let how = (written, read, self.mode, [self.buffered, self.kept_before, self.textual]);
        let unchanged =
            || self.is_unchanged(written, read) && !(self.newly_kept() && keeps_badly(self.reads, read));
        if self.found.len() >= MOST || self.fit.contains(&how) || unchanged() {
            return;
        }
        if !self.under_way.insert(how) {
            self.assumed += 1;
            return;
        }
        let before = (self.found.len(), self.assumed);
        let (mut from, to) = (seen(self.writes, written, Side::Writer), seen(self.reads, read, Side::Reader));
        // `Some(None)` is written as `None` is.
        while let Form::Option(inner) = from.form {
            let nested = seen(self.writes, inner, Side::Writer);
            if !matches!(nested.form, Form::Option(_)) || !nested.converted.is_empty() {
                break;
            }
            from.form = nested.form;
        }
        if self.conversions(&from, &to, (written, read)) {
            self.forms(from.form, to.form, (written, read));
        }
        self.under_way.remove(&how);
        if before == (self.found.len(), self.assumed) {
            self.fit.insert(how);
        }
    }

    /// Whether both are the same, with all that is in them.
    pub(super) fn is_unchanged(&self, written: &Term, read: &Term) -> bool {
        if written != read {
            return false;
        }
        let mut left = written.names();
        let mut done: HashSet<&str> = HashSet::new();
        while let Some(name) = left.pop() {
            if !done.insert(name) {
                continue;
            }
            match (self.writes.get(name), self.reads.get(name)) {
                (Some(one), Some(other)) if one == other => {
                    left.extend(one.terms().into_iter().flat_map(Term::names));
                }
                (None, None) => {}
                _ => return false,
            }
        }
        // A length that is not known may be another.
        !written.to_string().contains("; ?]")
    }

    /// Conversions by code of the user's; says whether there is more to compare.
    fn conversions(&mut self, from: &Seen<'t>, to: &Seen<'t>, (written, read): (&Term, &Term)) -> bool {
        let codes = |all: &[Converted<'_>]| all.iter().map(|one| (one.checked, one.code)).collect::<Vec<_>>();
        let non_zero = |all: &[Converted<'_>]| all.iter().all(|one| one.name.starts_with("NonZero"));
        let same = codes(&from.converted) == codes(&to.converted);
        if to.converted.is_empty() || (same && (non_zero(&to.converted) || written == read)) {
            return true;
        }
        let name = to.converted.last().map_or("", |one| one.name);
        if same {
            self.problem(format!("was {} and is now {}", told(written), told(read)));
            return false;
        }
        let checked = to.converted.iter().any(|one| one.checked);
        if checked || self.mode == Mode::Strict || !from.converted.is_empty() {
            let does = if checked { "may refuse" } else { "may change" };
            self.problem(format!("is converted by the code of `{name}`, which {does} what was written"));
            return false;
        }
        true
    }

    fn forms(&mut self, from: Form<'t>, to: Form<'t>, terms: (&'t Term, &'t Term)) {
        let (written, read) = terms;
        match (from, to) {
            (Form::Any, Form::Any) => {}
            (_, Form::Any) if self.mode == Mode::Lenient || !holds_wide(self.writes, written) => {}
            (Form::Opaque(one), Form::Opaque(other)) => self.opaque(one, other),
            (Form::Opaque(opaque), _) | (_, Form::Opaque(opaque)) => self.unknown(opaque, terms),
            // One that is untagged is read as whatever fits first.
            (Form::Enum { name, tagging, variants, .. }, to) if is_untagged(tagging) => {
                self.untagged_writer((name, variants), to, read);
            }
            (_, Form::Enum { name, tagging, variants, .. }) if is_untagged(tagging) => {
                self.untagged_reader(written, (name, variants));
            }
            (Form::Plain(Plain::Unit), Form::Option(_)) => {}
            (Form::Option(one), Form::Option(other)) => self.terms(one, other),
            (Form::Option(inner), _) => {
                let null = kinds(self.reads, read, Side::Reader, 0) & super::form::kind::NULL != 0;
                let of = seen(self.writes, inner, Side::Writer).form;
                if null && matches!(of, Form::Plain(Plain::Unit)) {
                    return;
                }
                self.problem(format!("could be null as {} and is now {}", told(written), told(read)));
            }
            (_, Form::Option(inner)) => self.terms(written, inner),
            (Form::Plain(one), Form::Plain(other)) => self.plain(one, other),
            (Form::Plain(Plain::Char), Form::Known(_)) => self.changed(terms),
            (Form::Known(one), Form::Known(other)) if one == other => {}
            (Form::Known(_), Form::Plain(Plain::Text)) => {}
            (Form::List(one), Form::List(other)) => self.elements(one, other),
            (Form::Set(one), Form::Set(other)) => self.set_elements(one, other),
            (Form::Set(one), Form::List(other)) => self.set_elements(one, other),
            (Form::Map(key, value), Form::Map(other_key, other_value)) => {
                self.keys(key, other_key);
                self.below("[]", |this| this.terms(value, other_value));
            }
            (Form::Tuple(one), Form::Tuple(other)) if one.len() == other.len() => {
                for (at, (one, other)) in one.iter().zip(other).enumerate() {
                    self.below(&format!("[{at}]"), |this| this.terms(one, other));
                }
            }
            (Form::Tuple(parts), Form::Array(other, length)) if length == parts.len().to_string() => {
                parts.iter().enumerate().for_each(|(at, one)| {
                    self.below(&format!("[{at}]"), |this| this.terms(one, other));
                });
            }
            (Form::Array(one, length), Form::Tuple(parts)) if length == parts.len().to_string() => {
                parts.iter().enumerate().for_each(|(at, other)| {
                    self.below(&format!("[{at}]"), |this| this.terms(one, other));
                });
            }
            (Form::Array(one, length), Form::Array(other, other_length))
                if length == other_length && length != "?" =>
            {
                self.elements(one, other);
            }
            (Form::Array(one, _), Form::List(other)) => self.elements(one, other),
            (Form::Tuple(parts), Form::List(other)) => parts.iter().enumerate().for_each(|(at, one)| {
                self.below(&format!("[{at}]"), |this| this.terms(one, other));
            }),
            (from @ (Form::Object { .. } | Form::Enum { .. }), to) => self.composed(from, to, terms),
            _ => self.changed(terms),
        }
    }

    pub(super) fn changed(&mut self, (written, read): (&Term, &Term)) {
        self.problem(format!("was {} and is now {}", told(written), told(read)));
    }

    /// Two that are written and read by code: it is the same, and so is all that it may write.
    fn opaque(&mut self, one: Hidden<'t>, other: Hidden<'t>) {
        let name = one.name;
        if name != other.name {
            return self.problem(format!(
                "was serialized by code of `{name}` and is now deserialized by code of `{}`",
                other.name
            ));
        }
        if one.hash != other.hash {
            return self
                .problem(format!("is serialized or deserialized by code of `{name}` that has changed"));
        }
        if one.args != other.args {
            return self.problem(format!("is serialized by code of `{name}`, now with different types"));
        }
        if self.newly_kept() {
            return self.problem(format!("is now buffered before the code of `{name}` deserializes it"));
        }
        let textual = std::mem::replace(&mut self.textual, true);
        for (arg, now) in one.args.iter().zip(other.args).filter(|_| one.name != "too_deep") {
            match one.hash {
                // What the user's code makes of it, nobody knows.
                Some(_) if !self.is_unchanged(arg, now) => {
                    let arg = told(arg);
                    self.problem(format!("is serialized by code of `{name}`, in which {arg} has changed"));
                }
                Some(_) => {}
                None => self.below("[]", |this| this.terms(arg, now)),
            }
        }
        self.textual = textual;
    }

    fn unknown(&mut self, opaque: Hidden<'t>, (written, read): (&Term, &Term)) {
        let (was, is) = (told(written), told(read));
        self.problem(match was == is {
            true => {
                format!("is {is}, which one of the two builds serializes or deserializes by its own code")
            }
            false => format!(
                "was {was} and is now {is}; Stateline does not know how `{}` is serialized",
                opaque.name
            ),
        });
    }

    fn elements(&mut self, one: &'t Term, other: &'t Term) {
        self.below("[]", |this| this.terms(one, other));
    }

    fn set_elements(&mut self, one: &'t Term, other: &'t Term) {
        let outer = std::mem::replace(&mut self.textual, true);
        self.elements(one, other);
        self.textual = outer;
    }

    fn plain(&mut self, one: Plain, other: Plain) {
        let fits = match (one.integer(), other.integer()) {
            _ if one == other => !(self.buffered && is_wide(other)),
            (Some((bits, signed)), Some((wider, other_signed))) => {
                let room = if signed == other_signed { wider >= bits } else { !signed && wider > bits };
                room && !(self.buffered && is_wide(other))
            }
            // A float has a point: `5.0` is not what is stored.
            (Some((bits, signed)), None) if self.mode == Mode::Lenient => {
                let exact = if other == Plain::F64 { 53 } else { 24 };
                matches!(other, Plain::F64 | Plain::F32) && bits - u32::from(signed) <= exact
            }
            _ => matches!((one, other), (Plain::Char, Plain::Text) | (Plain::F32, Plain::F64)),
        };
        if !fits {
            self.changed((&one.into(), &other.into()));
        }
    }

    /// Keys of maps, which are text on the wire.
    fn keys(&mut self, one: &'t Term, other: &'t Term) {
        let (from, to) = (seen(self.writes, one, Side::Writer), seen(self.reads, other, Side::Reader));
        let scalar = |plain: Plain| plain.integer().is_some() || matches!(plain, Plain::Bool | Plain::Char);
        self.below("{}", |this| match (&from.form, &to.form) {
            // What was kept in memory has text for a key.
            (Form::Plain(_), Form::Plain(key))
                if this.buffered
                    && !matches!(key, Plain::Text | Plain::Char)
                    && (one != other || this.newly_kept()) =>
            {
                this.changed((one, other));
            }
            (Form::Plain(plain), Form::Plain(Plain::Text)) if scalar(*plain) => {}
            _ => this.terms(one, other),
        });
    }
}

fn is_untagged(tagging: &super::Tagging) -> bool {
    *tagging == super::Tagging::Untagged
}

/// What is wider than what serde keeps in memory.
fn is_wide(plain: Plain) -> bool {
    plain.integer().is_some_and(|(bits, _)| bits > 64)
}

/// Whether a term holds numbers that any JSON would lose digits of.
fn holds_wide(types: &Types, term: &Term) -> bool {
    holds(types, term, |term| matches!(term, Term::Plain(plain) if is_wide(*plain)))
}

/// Whether a term holds what cannot be read from what serde keeps in memory: numbers of 128 bits, and keys
/// that are no text.
fn keeps_badly(types: &Types, term: &Term) -> bool {
    let text = |key: &Term| matches!(seen(types, key, Side::Reader).form, Form::Plain(Plain::Text));
    holds_wide(types, term) || holds(types, term, |term| matches!(term, Term::Map(key, _) if !text(key)))
}

/// Whether there is such a term in a term, keys of maps aside. What code writes may be anything.
fn holds(types: &Types, term: &Term, such: impl Fn(&Term) -> bool) -> bool {
    let mut left = vec![term];
    let mut done: HashSet<&str> = HashSet::new();
    while let Some(term) = left.pop() {
        if such(term) {
            return true;
        }
        match term {
            Term::Opaque(_) => return true,
            Term::Option(inner) | Term::List(inner) | Term::Set(inner) | Term::Array(inner, _) => {
                left.push(inner)
            }
            Term::Map(_, value) => left.push(value),
            Term::Tuple(parts) => left.extend(parts),
            Term::Named(name) => {
                let Some(definition) = types.get(name).filter(|_| done.insert(name)) else { continue };
                if matches!(definition.body, Body::Opaque { .. }) {
                    return true;
                }
                left.extend(definition.terms());
            }
            Term::Plain(_) => {}
        }
    }
    false
}

/// That a name on the wire is that of another member now.
pub(super) fn exchange(what: &str, was: &impl Member, is: &impl Member) -> String {
    format!("was the {what} `{}` in the code and is now `{}`", was.in_code(), is.in_code())
}

/// A term in a sentence.
pub(super) fn told(term: &Term) -> String {
    format!("`{term}`")
}
