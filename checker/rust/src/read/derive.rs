//! The door for code that stands in no file: what macros of other packages write.
//!
//! Whoever has a workspace read hands in one [`Derive`]. It lists macros by name and package, is
//! shown what each of their invocations stands on, and answers with Rust that is read beside it.
//! The front end itself knows no macro by name but those of the language.

mod code;
mod exported;
mod input;

pub use code::{Code, Part};
pub use exported::Exported;
pub(in crate::read) use input::Given;
pub use input::{Carrier, Declaration, Generic, Input, Member, Parameter, Signature, TokenRange};

use super::renamed::OtherName;
use super::templates::Templates;
use std::fmt;

/// What stands behind the door.
pub trait Derive: Sync {
    /// The macros whose invocations are looked for.
    fn macros(&self) -> &[Macro];

    /// What a macro writes beside the item that it stands on.
    ///
    /// Whether the macro is the one that is meant is not known yet: what was written for another of
    /// the same name is forgotten again.
    fn derive(&self, input: &Input<'_>) -> Vec<Code>;

    /// Where a receiver bounded by a derived trait lacks this method: the macro whose item of that
    /// name it stands for, if there is exactly one.
    fn namesake(&self, _method: &str) -> Option<&'static str> {
        None
    }

    /// Whether to call this method on a receiver bounded by a derived trait is to use the type of its
    /// only argument.
    fn uses_argument(&self, _method: &str) -> bool {
        false
    }

    /// Macros by example that other packages export, carried out in every file that calls them.
    fn exported(&self) -> &[Exported] {
        exported::KNOWN
    }

    /// Tells one implementation from another, for what is kept between runs.
    fn identity(&self) -> &'static str {
        std::any::type_name::<Self>()
    }
}

/// A macro by the name that its package gives it.
#[derive(Clone, Debug)]
pub struct Macro {
    pub name: &'static str,
    pub kind: MacroKind,
    /// The packages that define or re-export it.
    pub packages: &'static [&'static str],
    /// What it can be told.
    pub arguments: Vec<Argument>,
    /// The key of a text that may stand first without it: `#[receives("a.topic")]`.
    pub leading: Option<&'static str>,
}

impl Macro {
    /// The index of an argument by its key.
    pub(crate) fn argument(&self, key: &str) -> Option<usize> {
        self.arguments.iter().position(|argument| argument.key == key)
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum MacroKind {
    /// `#[name(…)]`.
    Attribute,
    /// `#[derive(name)]`, whose arguments stand in the helper attribute.
    Derive { helper: Option<&'static str> },
    /// `name!(pub thing, key = …)`: makes an item of that name.
    Call,
}

/// `key = …` or `key(…)` in an invocation.
#[derive(Clone, Copy, Debug)]
pub struct Argument {
    pub key: &'static str,
    pub form: Form,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// `key = "text"`.
    Text,
    /// `key = 1`, told as its text.
    Number,
    /// `key = some::path`.
    Path(Names),
    /// `key(some::path, …)`.
    Paths(Names),
    /// `key = …`, for what is derived alone.
    Tokens,
}

/// What a path in an argument names.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Names {
    /// A function that is called.
    Called,
    /// A value: a function or constant.
    Value,
    Type,
}

/// Nothing but macros that everybody uses.
pub struct Nothing;

impl Derive for Nothing {
    fn macros(&self) -> &[Macro] {
        &[]
    }

    fn derive(&self, _input: &Input<'_>) -> Vec<Code> {
        Vec::new()
    }
}

impl Default for &'static dyn Derive {
    fn default() -> Self {
        &Nothing
    }
}

impl fmt::Debug for dyn Derive {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.identity())
    }
}

/// What is behind the door, and those of the exported macros that count.
#[derive(Clone, Copy)]
pub(crate) struct Door<'d> {
    pub(crate) derive: &'d dyn Derive,
    pub(crate) exported: &'d [&'d Exported],
    /// The names that the workspace hands its macros on by.
    pub(crate) renamed: &'d [OtherName],
    /// The macros by example of other files that a file calls: `macro_rules! name { … }`.
    pub(crate) shared: &'d [String],
    /// What derives and attributes of other packages write.
    pub(crate) templates: &'d Templates,
}

impl Door<'_> {
    /// Stands for all of it, in the keys of what is kept between runs.
    pub(crate) fn fingerprint(self) -> [u8; 16] {
        let all = format!(
            "{} {:?} {:?} {:?} {:?}",
            self.derive.identity(),
            self.derive.macros(),
            self.exported,
            self.renamed,
            self.templates.hash
        );
        let mut hash = [0; 16];
        hash.copy_from_slice(&blake3::hash(all.as_bytes()).as_bytes()[..16]);
        hash
    }
}
