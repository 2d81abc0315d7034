//! What `#[serde(…)]` says: strings that name functions, modules and types, and strings that do not.

use super::attributes::Meta;
use super::{Kind, Parser};
use crate::arena::{Idx, IdxRange};
use crate::read::summary::{Attribute, Says, Serde};
use std::ops::Range;

/// Keys whose value is the path of a function.
const CALLED: &[&str] = &["default", "deserialize_with", "getter", "serialize_with", "skip_serializing_if"];
/// Keys whose value is a type, a bound or a crate.
const NAMED: &[&str] = &["bound", "crate", "from", "into", "remote", "try_from"];

impl Parser<'_> {
    /// Notes which of serde's traits these attributes derive; gives back what was noted before.
    pub(super) fn serde_derives(&mut self, attributes: IdxRange<Attribute>) -> Says {
        let (mut serialize, mut deserialize) = (false, false);
        for attribute in self.out.attributes[attributes].iter().filter(|attribute| attribute.is_derive) {
            for loose in &self.out.terms.loose[attribute.loose] {
                let segments = self.out.terms.paths[loose.path].segments;
                let last = self.out.terms.segments[segments].last();
                let name = last.map_or("", |last| &*self.out.names[last.name]);
                serialize |= name.starts_with("Serialize");
                deserialize |= name.starts_with("Deserialize");
            }
        }
        // Where neither is seen, something else derives them.
        let unseen = !serialize && !deserialize;
        let derived = Says::Codec { serialize: serialize || unseen, deserialize: deserialize || unseen };
        std::mem::replace(&mut self.serde, derived)
    }

    /// Notes what an attribute says, word by word.
    pub(super) fn note_serde(&mut self, attribute: Idx<Attribute>, meta: Meta) {
        let mut words = Vec::new();
        for word in self.arguments_of(meta) {
            let key = self.source.tokens.get(word.start).map_or("", |token| self.text_of(*token));
            if word.len() > 1 && self.source.tokens[word.start + 1].kind == Kind::Open {
                for inner in self.arguments_of(word.clone()) {
                    let name = self.source.tokens.get(inner.start).map_or("", |token| self.text_of(*token));
                    words.push((format!("{key}.{name}").into(), self.said_in(&inner)));
                }
            } else if !word.is_empty() {
                words.push((key.into(), self.said_in(&word)));
            }
        }
        self.out.serde.push(Serde { attribute, words });
    }

    /// The text behind `key =`.
    fn said_in(&self, word: &Meta) -> Option<Box<str>> {
        let token = *self.source.tokens.get(word.start + 2).filter(|_| word.len() > 2)?;
        let raw = self.text_of(token).starts_with('r');
        let text = self.string_at(word.start + 2)?;
        Some(if raw || !text.contains('\\') { text.into() } else { unescaped(text).into() })
    }

    /// The strings among the arguments of a `#[serde(…)]` that hold paths. Every other is a text.
    pub(super) fn scan_serde(&mut self, tokens: Range<usize>) {
        for at in tokens.clone() {
            let token = self.source.tokens[at];
            if token.kind != Kind::Str {
                continue;
            }
            let Some(key) = self.key_of(at, tokens.start) else { continue };
            let says = match self.text_of(self.source.tokens[key]) {
                "with" => self.serde,
                called if CALLED.contains(&called) => Says::Call,
                named if NAMED.contains(&named) => Says::Name,
                "serialize" | "deserialize" if self.is_in_bound(key) => Says::Name,
                _ => continue,
            };
            self.paths_in_string(token, true, says);
        }
    }
}

/// A string without its escapes, as far as they stand for one character each.
fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(char) = chars.next() {
        if char != '\\' {
            plain.push(char);
            continue;
        }
        match chars.next() {
            Some('n') => plain.push('\n'),
            Some('t') => plain.push('\t'),
            Some('r') => plain.push('\r'),
            Some('0') => plain.push('\0'),
            Some('x') => plain.extend(code(&chars.by_ref().take(2).collect::<String>())),
            Some('u') => {
                let digits: String = chars.by_ref().skip(1).take_while(|char| *char != '}').collect();
                plain.extend(code(&digits));
            }
            other => plain.extend(other),
        }
    }
    plain
}

fn code(digits: &str) -> Option<char> {
    u32::from_str_radix(&digits.replace('_', ""), 16).ok().and_then(char::from_u32)
}
