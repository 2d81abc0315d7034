//! What a term is on the wire, seen from who writes it or from who reads it.

use super::{Body, Conversion, Definition, Field, Opaque, Plain, Tagging, Term, Value, Variant, well_known};
use std::collections::BTreeMap;

/// The definitions that the names in terms lead to.
pub type Types = BTreeMap<String, Definition>;

/// Who looks at a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Writer,
    Reader,
}

/// A term, with names followed as far as they only stand for something else.
#[derive(Clone, Debug)]
pub(super) enum Form<'t> {
    Plain(Plain),
    Option(&'t Term),
    List(&'t Term),
    Set(&'t Term),
    Map(&'t Term, &'t Term),
    Tuple(&'t [Term]),
    Array(&'t Term, &'t str),
    Object {
        name: &'t str,
        fields: &'t [Field],
        strict: bool,
    },
    Enum {
        name: &'t str,
        tagging: &'t Tagging,
        variants: &'t [Variant],
        strict: bool,
    },
    /// Text in a form of its own.
    Known(&'t str),
    /// Any JSON.
    Any,
    Opaque(Hidden<'t>),
}

/// What is not known, with what is known to be in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Hidden<'t> {
    pub(super) name: &'t str,
    pub(super) args: &'t [Term],
    pub(super) hash: Option<u64>,
}

/// A name that code of the user's stands behind, on the way to a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Converted<'t> {
    pub(super) name: &'t str,
    pub(super) checked: bool,
    pub(super) code: u64,
}

/// A form, and the conversions on the way to it.
#[derive(Clone, Debug)]
pub(super) struct Seen<'t> {
    pub(super) form: Form<'t>,
    pub(super) converted: Vec<Converted<'t>>,
}

/// Names that stand for names that … are followed this far.
const DEEPEST: usize = 64;

/// What a term is.
pub(super) fn seen<'t>(types: &'t Types, term: &'t Term, side: Side) -> Seen<'t> {
    let (mut at, mut converted) = (term, Vec::new());
    for _ in 0..DEEPEST {
        let Term::Named(name) = at else {
            return Seen { form: plain(at), converted };
        };
        let Some(Definition { name, body }) = types.get(name) else {
            let form = match name.as_str() {
                "serde_json::Value" => Form::Any,
                name if well_known(name).is_some() => Form::Known(name),
                name => Form::Opaque(Hidden { name, args: &[], hash: None }),
            };
            return Seen { form, converted };
        };
        let name = &name.value;
        let form = match body {
            Body::Value(Value { how, writes, reads }) => {
                if let Conversion::Converted { checked, code } = *how {
                    converted.push(Converted { name, checked, code });
                }
                at = match side {
                    Side::Reader => reads.as_ref().unwrap_or(writes),
                    Side::Writer => writes,
                };
                continue;
            }
            Body::Object { fields, strict } => Form::Object { name, fields, strict: *strict },
            Body::Enum { tagging, variants, strict } => {
                Form::Enum { name, tagging, variants, strict: *strict }
            }
            Body::Opaque { code, below } => Form::Opaque(Hidden { name, args: below, hash: Some(*code) }),
        };
        return Seen { form, converted };
    }
    Seen { form: Form::Opaque(Hidden { name: "too_deep", args: &[], hash: None }), converted }
}

fn plain(term: &Term) -> Form<'_> {
    match term {
        Term::Plain(plain) => Form::Plain(*plain),
        Term::Option(inner) => Form::Option(inner),
        Term::List(inner) => Form::List(inner),
        Term::Set(inner) => Form::Set(inner),
        Term::Map(key, value) => Form::Map(key, value),
        Term::Tuple(parts) => Form::Tuple(parts),
        Term::Array(inner, length) => Form::Array(inner, length),
        Term::Opaque(Opaque { name, args, hash }) => Form::Opaque(Hidden { name, args, hash: *hash }),
        Term::Named(name) => Form::Known(name),
    }
}

/// Whether a field of this type may be left out although nothing says so: an `Option`, also behind
/// `#[serde(transparent)]`.
pub(super) fn may_miss(types: &Types, term: &Term) -> bool {
    let mut at = term;
    for _ in 0..DEEPEST {
        match at {
            Term::Option(_) => return true,
            Term::Named(name) => match types.get(name).map(|definition| &definition.body) {
                Some(Body::Value(Value { how: Conversion::Transparent, writes, .. })) => at = writes,
                _ => return false,
            },
            _ => return false,
        }
    }
    false
}

/// The kinds of JSON.
pub(super) mod kind {
    pub(in crate::shape) const NULL: u8 = 1;
    pub(in crate::shape) const BOOL: u8 = 2;
    pub(in crate::shape) const NUMBER: u8 = 4;
    pub(in crate::shape) const TEXT: u8 = 8;
    pub(in crate::shape) const LIST: u8 = 16;
    pub(in crate::shape) const OBJECT: u8 = 32;
    pub(in crate::shape) const ALL: u8 = 63;
}

/// The kinds of JSON that a term may be written as, or that it may be read from.
pub(super) fn kinds(types: &Types, term: &Term, side: Side, depth: usize) -> u8 {
    if depth > DEEPEST {
        return kind::ALL;
    }
    match seen(types, term, side).form {
        Form::Plain(Plain::Unit) => kind::NULL,
        Form::Plain(Plain::Bool) => kind::BOOL,
        Form::Plain(Plain::Char | Plain::Text) | Form::Known(_) => kind::TEXT,
        // What is not a number in floating point is written as null.
        Form::Plain(_) => kind::NUMBER,
        Form::Option(inner) => kind::NULL | kinds(types, inner, side, depth + 1),
        Form::List(_) | Form::Set(_) | Form::Tuple(_) | Form::Array(..) => kind::LIST,
        Form::Map(..) => kind::OBJECT,
        // A struct is read from a list of its fields, too.
        Form::Object { .. } => kind::OBJECT | if side == Side::Reader { kind::LIST } else { 0 },
        Form::Enum { tagging, variants, .. } => variants
            .iter()
            .map(|variant| match (&variant.value, &variant.fields) {
                (Some(value), _) if variant.untagged || *tagging == Tagging::Untagged => {
                    kinds(types, value, side, depth + 1)
                }
                (None, None) if variant.untagged || *tagging == Tagging::Untagged => kind::NULL,
                (None, None) if *tagging == Tagging::External => {
                    kind::TEXT | if side == Side::Reader { kind::OBJECT } else { 0 }
                }
                (_, None) if *tagging == Tagging::External => kind::OBJECT,
                // A struct may be a list, and the tag may stand first in one.
                _ => kind::OBJECT | if side == Side::Reader { kind::LIST } else { 0 },
            })
            .fold(0, |all, one| all | one),
        Form::Any | Form::Opaque(_) => kind::ALL,
    }
}
