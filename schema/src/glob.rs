//! Patterns over the names of crates.

use crate::Path;
use std::fmt;

/// A pattern over the names of crates, in which `*` stands for any letters, or none: `db_views_*`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Glob(String);

impl Glob {
    /// Reads a pattern.
    ///
    /// # Errors
    /// What is wrong with it, as a sentence that may be followed by a full stop.
    pub fn parse(text: &str) -> Result<Self, String> {
        if text.contains("::") {
            return Err(format!("`{text}` is a pattern over modules; a pattern matches the names of crates"));
        }
        if text.contains("**") || !text.contains('*') {
            return Err(format!("`{text}` is not a pattern over crates; write one `*`, as in `db_views_*`"));
        }
        let letters = text.replace('*', "");
        if letters.is_empty() {
            return Err("`*` would own every crate; name what is its own".into());
        }
        // As a part of a name, it may begin with a digit.
        match Path::parse(&format!("a{letters}")) {
            Ok(_) => Ok(Glob(text.to_owned())),
            Err(_) if letters.contains('-') => {
                Err(format!("`{text}` matches no crate; in Rust paths it is `{}`", text.replace('-', "_")))
            }
            Err(_) => Err(format!("`{text}` matches no crate, whose name is a Rust name")),
        }
    }

    /// Whether a name matches.
    pub fn matches(&self, name: &str) -> bool {
        let mut parts = self.0.split('*');
        let first = parts.next().unwrap_or_default();
        let Some(mut rest) = name.strip_prefix(first) else { return false };
        let last = parts.next_back().unwrap_or_default();
        for part in parts {
            match rest.find(part) {
                Some(at) => rest = &rest[at + part.len()..],
                None => return false,
            }
        }
        rest.ends_with(last)
    }
}

impl fmt::Display for Glob {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Glob;

    #[test]
    fn a_star_stands_for_any_letters() {
        let matches = |pattern: &str, name| Glob::parse(pattern).expect("it is a pattern").matches(name);
        assert!(matches("db_*", "db_views") && matches("db_*", "db_") && !matches("db_*", "db"));
        assert!(matches("*_views", "db_views") && !matches("*_views", "db_views_2"));
        assert!(matches("a*b*c", "abc") && matches("a*b*c", "a_b_b_c") && !matches("a*b*c", "acb"));
        assert!(!matches("ab*ba", "aba"), "no letter counts twice");
        for wrong in ["*", "db", "db_**", "shop::db_*", "db-*", "a.*", ""] {
            assert!(Glob::parse(wrong).is_err(), "{wrong}");
        }
    }
}
