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

/// Words that a name can only be when it is written `r#name`: those that became keywords with the edition
/// of 2018 are the last.
const KEYWORDS: [&str; 48] = [
    "abstract", "as", "become", "box", "break", "const", "continue", "do", "else", "enum", "extern", "false",
    "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod", "move", "mut",
    "override", "priv", "pub", "ref", "return", "static", "struct", "trait", "true", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield", "async", "await", "dyn", "try",
];
const LATE_KEYWORDS: usize = 4;

/// Texts of names, both ways.
#[derive(Debug)]
pub struct Symbols {
    texts: Arena<Interned, Box<str>>,
    numbers: FxHashMap<Box<str>, Symbol>,
}

impl Symbols {
    /// Begins with [`sym::TEXTS`], then come [`KEYWORDS`].
    pub(super) fn new() -> Self {
        let mut symbols = Self { texts: Arena::new(), numbers: FxHashMap::default() };
        for text in sym::TEXTS.iter().chain(&KEYWORDS) {
            symbols.intern(text);
        }
        symbols
    }

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

/// Whether a name is written `r#name`.
pub(super) fn is_raw(name: Symbol) -> bool {
    is_keyword_from(name, 0)
}

/// Whether code of this edition may write a keyword of others as a plain name.
pub(super) fn is_name_in(name: Symbol, edition: u16) -> bool {
    edition < 2018 && is_keyword_from(name, KEYWORDS.len() - LATE_KEYWORDS)
}

fn is_keyword_from(name: Symbol, first: usize) -> bool {
    let keyword = (name.raw() as usize).checked_sub(sym::TEXTS.len());
    keyword.is_some_and(|keyword| (first..KEYWORDS.len()).contains(&keyword))
}

#[cfg(test)]
mod tests {
    use super::{KEYWORDS, Symbols, is_name_in, is_raw};

    #[test]
    fn keywords_are_known_by_their_numbers() {
        let mut symbols = Symbols::new();
        for keyword in KEYWORDS {
            assert!(symbols.find(keyword).is_some_and(is_raw), "{keyword}");
        }
        for plain in ["self", "crate", "name", "union"] {
            assert!(!is_raw(symbols.intern(plain)), "{plain}");
        }
        for late in ["async", "await", "dyn", "try"] {
            let symbol = symbols.intern(late);
            assert!(is_name_in(symbol, 2015) && !is_name_in(symbol, 2018), "{late}");
        }
        assert!(!is_name_in(symbols.intern("while"), 2015));
    }
}
