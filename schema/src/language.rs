//! The whole language as a table: which keys there are, what each holds, and what it is for.
//!
//! Parser and JSON Schema both follow this table, so they cannot disagree about a key; the words
//! beside a key are what an editor shows on hover. What a table cannot say (that a name means
//! something, that nothing is declared twice) stands in `read/`.

mod files;
pub(crate) mod form;

pub(crate) use files::{
    CONTEXT_FILE, EXCEPTIONS_FILE, MAP_FILE, POPULATION_FILE, PROCESS_KEYS, STEP_KEYS, VERSION_KEYS,
};
pub(crate) use form::Form;

use crate::suggest::listed;

/// What a value may be.
pub(crate) enum Shape {
    /// Any text that is not blank.
    Text,
    /// Any text that is not blank, or a number.
    TextOrNumber,
    /// `true` or `false`.
    Flag,
    /// A whole number from 1.
    Number,
    /// The number of the language's edition.
    Edition,
    /// A text of a certain form.
    Form(&'static Form),
    /// One of a few words.
    OneOf(&'static [&'static str]),
    /// A list with at least one entry, none of them twice. Leaving it out means something else than
    /// leaving it empty would.
    List(&'static Shape),
    /// A list, no entry twice. Leaving it out and leaving it empty mean the same.
    MaybeEmpty(&'static Shape),
    /// One value, or a list of such with at least one entry, none of them twice.
    OneOrMore(&'static Shape),
    /// A mapping with the keys of a table.
    Mapping(&'static Mapping),
    /// A mapping from names of a form to values of a shape.
    Named(&'static Form, &'static Shape),
    /// A name of a form for short, or a mapping that says more.
    NameOrMapping(&'static Form, &'static Mapping),
}

/// A mapping with known keys.
pub(crate) struct Mapping {
    /// What it is, for a sentence: "a context".
    pub(crate) what: &'static str,
    /// In groups, since several mappings share some.
    pub(crate) keys: &'static [&'static [Key]],
    /// Of these keys at least one stands there.
    pub(crate) any_of: &'static [&'static str],
    /// Of these pairs never both.
    pub(crate) never_both: &'static [(&'static str, &'static str)],
    /// Keys that are no part of the language, but are left in peace here and in lists beside them,
    /// since a rule reports them.
    pub(crate) left_to_a_rule: &'static [&'static str],
}

/// A key of a mapping.
pub(crate) struct Key {
    pub(crate) name: &'static str,
    pub(crate) about: &'static str,
    pub(crate) shape: Shape,
    pub(crate) required: bool,
}

impl Mapping {
    pub(crate) fn all_keys(&self) -> impl Iterator<Item = &'static Key> + Clone + use<> {
        self.keys.iter().flat_map(|group| group.iter())
    }

    pub(crate) fn key(&self, name: &str) -> Option<&'static Key> {
        self.all_keys().find(|key| key.name == name)
    }
}

impl Shape {
    /// For a sentence: "expected …".
    pub(crate) fn describe(&self) -> String {
        match self {
            Shape::Text => "a string".into(),
            Shape::TextOrNumber => "a string or a number".into(),
            Shape::Flag => "`true` or `false`".into(),
            Shape::Number | Shape::Edition => "a whole number of at least 1".into(),
            Shape::Form(form) => form.what.into(),
            Shape::OneOf(words) => format!("one of {}", listed(*words)),
            Shape::List(_) | Shape::MaybeEmpty(_) => "a list".into(),
            Shape::OneOrMore(each) => format!("{}, or a list of these", each.describe()),
            Shape::Mapping(mapping) => mapping.describe(),
            Shape::Named(name, _) => format!("a mapping whose keys are each {}", name.what),
            Shape::NameOrMapping(name, mapping) => format!("{}, or {}", name.what, mapping.describe()),
        }
    }
}

impl Mapping {
    /// What it is, with the key that says most: `` a step, such as `{ step: … }` ``.
    fn describe(&self) -> String {
        let first = || self.any_of.first().copied().or(self.all_keys().next().map(|key| key.name));
        let required = self.all_keys().find(|key| key.required).map(|key| key.name);
        format!("{}, such as `{{ {}: … }}`", self.what, required.or_else(first).unwrap_or("key"))
    }
}
