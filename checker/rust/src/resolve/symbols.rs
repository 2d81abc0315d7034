//! Texts of names, numbered.

use crate::arena::{Arena, Idx};
use crate::read::{Name, sym};
use rustc_hash::FxHashMap;

/// A name, the same number for the same text in the whole workspace.
pub type Symbol = Idx<Interned>;

/// What a [`Symbol`] is the index of: a text.
#[derive(Debug)]
pub enum Interned {}

/// The symbol of `_`: symbols begin with [`sym::TEXTS`].
pub(super) const UNDERSCORE: Symbol = Symbol::from_raw(sym::UNDERSCORE.raw());

/// Texts of names, both ways.
#[derive(Debug, Default)]
pub struct Symbols {
    texts: Arena<Interned, Box<str>>,
    numbers: FxHashMap<Box<str>, Symbol>,
}

impl Symbols {
    /// The text of a symbol.
    pub fn text(&self, symbol: Symbol) -> &str {
        &self.texts[symbol]
    }

    /// The symbol of a text, if any file of the workspace has it.
    pub fn find(&self, text: &str) -> Option<Symbol> {
        self.numbers.get(text).copied()
    }

    /// The symbol of a text, made if need be.
    pub fn intern(&mut self, text: &str) -> Symbol {
        if let Some(&found) = self.numbers.get(text) {
            return found;
        }
        let symbol = self.texts.alloc(text.into());
        self.numbers.insert(text.into(), symbol);
        symbol
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.texts.len()
    }
}

/// A symbol as a keyword: symbols begin with [`sym::TEXTS`], as the names of each file do.
pub(super) fn keyword(name: Symbol) -> Name {
    Name::from_raw(name.raw())
}
