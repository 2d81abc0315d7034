//! A reference: a place in the code that names a definition.

use super::definitions::DefId;
use super::scopes::Target;
use super::symbols::Symbol;
use super::unresolved::{Coverage, Notes, Unresolved};
use crate::read::FileId;
use smallvec::SmallVec;

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
    /// No name but an operator or an index, which calls a function: the operands' types decided.
    Operator,
    /// In what a macro writes that is called at this place: the name here is the macro's.
    Expansion,
    /// The same, after a dot.
    ExpandedDot,
}

impl How {
    /// Whether it is a method or a field after a dot.
    pub fn is_dot(self) -> bool {
        matches!(self, How::Dot | How::ExpandedDot)
    }
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
    /// The order in which a `HashMap` or a `HashSet` gives its elements decides something here. The target is it,
    /// or an iterator of it, and is not named.
    Order,
}

/// What was found in one file as a part of one crate.
#[derive(Debug, Default)]
pub(crate) struct Page {
    pub(crate) references: Vec<Reference>,
    /// References to what is below the path outside that they lead to, or a name of text that is not
    /// read, by their index: what the code writes behind that path.
    pub(crate) below: Vec<(u32, SmallVec<[Symbol; 2]>)>,
    pub(crate) notes: Notes,
}

impl Page {
    /// Keeps some of the references, with what is known of them.
    pub(crate) fn retain(&mut self, mut keeps: impl FnMut(&Reference) -> bool) {
        let kept: Vec<bool> = self.references.iter().map(&mut keeps).collect();
        if kept.iter().all(|kept| *kept) {
            return;
        }
        let mut next = 0;
        let place = |kept: &bool| {
            next += u32::from(*kept);
            kept.then_some(next.wrapping_sub(1))
        };
        let places: Vec<Option<u32>> = kept.iter().map(place).collect();
        let mut kept = kept.into_iter();
        self.references.retain(|_| kept.next().unwrap_or(true));
        let below = std::mem::take(&mut self.below).into_iter();
        self.below = below.filter_map(|(at, rest)| Some((places[at as usize]?, rest))).collect();
    }
}

/// Everything that was found in a workspace.
#[derive(Debug, Default)]
pub struct Resolution {
    /// File by file, crate by crate.
    pub references: Vec<Reference>,
    /// What is not known of it, or leads out of it.
    pub unresolved: Vec<Unresolved>,
    pub coverage: Coverage,
}
