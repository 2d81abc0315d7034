//! What `#[serde(…)]` says: strings that name functions, modules and types, and strings that do not.

use super::{Kind, Parser};
use crate::arena::IdxRange;
use crate::read::summary::{Attribute, Says};
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
