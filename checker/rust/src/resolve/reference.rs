//! A reference: a place in the code that names a definition.

use super::definitions::DefId;
use super::scopes::Target;
use crate::read::FileId;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Reference {
    pub file: FileId,
    /// Byte offset of the name.
    pub at: u32,
    /// Length in bytes of the name.
    pub len: u32,
    /// The innermost item it stands in: a function, a type, an impl, a module.
    pub from: DefId,
    pub to: Target,
    /// The target is an associated item that a `#[derive]` on the type `to` writes: this is its
    /// declaration in the derived trait (`Clone::clone`).
    pub derived: Option<DefId>,
    /// No `#[cfg]` around it turns it off in an ordinary build.
    pub enabled: bool,
    /// No build but one for tests has it: a `#[cfg(test)]` around it, be it on a statement or a field.
    pub test: bool,
    pub how: How,
    pub role: Role,
}

/// How the target was found.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub enum How {
    /// A name in a path, a `use`, an attribute, a pattern, a struct expression, a macro's tokens.
    Path,
    /// After a dot: a method or a field, so the receiver's type decided.
    Dot,
    /// In what a macro writes that is called at this place: the name here is the macro's.
    Expansion,
}

/// What the code does with the target.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub enum Role {
    /// A leaf of a `use`.
    Import,
    /// A segment before the last: a module, or the type before an associated item.
    Qualifier,
    /// A function or method is called.
    Call,
    /// A type, trait or constant is named in a signature, a field, a bound, an impl header.
    Signature,
    /// Named in a body: a type, a constant, a function as a value, a constructor, a pattern.
    Body,
    /// A field, by name.
    Field,
    /// A macro is called.
    Macro,
    /// An attribute or a derive.
    Attribute,
    /// `mod x;`: where the module is declared. No rule asks about it.
    Declaration,
}

/// What could not be resolved, counted by kind so that nobody mistakes silence for safety.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, serde::Serialize, serde::Deserialize)]
pub struct Unresolved {
    /// Method calls and fields that were resolved, here or outside the workspace.
    pub dots_resolved: u64,
    /// The receiver's type comes from outside the workspace, so nothing of ours can be meant …
    pub dots_outside: u64,
    /// The receiver's type could not be found out.
    pub receiver_unknown: u64,
    /// The receiver's type is known but has no such method or field.
    pub member_not_found: u64,
    pub paths_resolved: u64,
    /// Paths whose first segment names nothing, or whose middle does.
    pub paths_not_found: u64,
    /// `T::x` where `T` has no `x` that we could find.
    pub associated_not_found: u64,
    /// Macro arguments and attributes that are not Rust: only scanned for paths.
    pub opaque_tokens: u64,
}

impl Unresolved {
    /// Adds what another part of the workspace counted.
    pub fn add(&mut self, other: Self) {
        self.dots_resolved += other.dots_resolved;
        self.dots_outside += other.dots_outside;
        self.receiver_unknown += other.receiver_unknown;
        self.member_not_found += other.member_not_found;
        self.paths_resolved += other.paths_resolved;
        self.paths_not_found += other.paths_not_found;
        self.associated_not_found += other.associated_not_found;
        self.opaque_tokens += other.opaque_tokens;
    }
}
