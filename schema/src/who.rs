//! About whom a law between contexts is.

use crate::name;
use std::fmt;

/// About whom a law is: a context with all that lie within it, or all contexts that have a tag.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Who {
    /// `payments`
    Context(String),
    /// `tag:domain`
    Tag(String),
}

impl Who {
    /// Reads it.
    ///
    /// # Errors
    /// What is wrong with it, as a sentence that may be followed by a full stop.
    pub fn parse(text: &str) -> Result<Who, String> {
        let of = |text: &str| name::check(text).map(|()| text.to_owned());
        match text.strip_prefix("tag:") {
            Some(tag) => of(tag).map(Who::Tag),
            None => of(text).map(Who::Context),
        }
    }
}

impl fmt::Display for Who {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Who::Context(name) => f.write_str(name),
            Who::Tag(tag) => write!(f, "tag:{tag}"),
        }
    }
}
