//! Paths to items, and patterns over them.

use std::fmt;

/// A path to a crate, module or item: `ledger`, `ledger::Amount`, `Amount::new`. Never empty.
///
/// A path begins with a crate's library name, or is relative to what its context owns; which of the
/// two, only the checker knows, since it knows the crates.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Path(String);

impl Path {
    /// Reads a path.
    ///
    /// # Errors
    /// What is wrong with it, as a sentence that may be followed by a full stop.
    pub fn parse(text: &str) -> Result<Self, String> {
        if text.rsplit("::").next().is_some_and(|last| matches!(last, "*" | "**")) {
            return Err(format!("`{text}` is a pattern, but only paths are allowed here; list each path"));
        }
        for segment in text.split("::") {
            check_segment(text, segment)?;
        }
        Ok(Path(text.replace("r#", "")))
    }

    /// As it is written in code, without `r#`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it leads to a macro and to nothing else of that name: `ledger::audit!`.
    pub fn is_macro(&self) -> bool {
        self.0.ends_with('!')
    }

    /// Its names.
    fn names(&self) -> &str {
        self.0.strip_suffix('!').unwrap_or(&self.0)
    }

    /// Its parts.
    pub fn segments(&self) -> impl Iterator<Item = &str> + Clone {
        self.names().split("::")
    }

    /// Its first part: a crate's library name, if the path is absolute.
    pub fn first(&self) -> &str {
        self.names().split_once("::").map_or(self.names(), |(first, _)| first)
    }

    /// Its last part: the name of what it leads to.
    pub fn last(&self) -> &str {
        self.names().rsplit_once("::").map_or(self.names(), |(_, last)| last)
    }

    /// `self::below`.
    pub fn join(&self, below: &Path) -> Path {
        Path(format!("{self}::{below}"))
    }

    /// Whether `path` is this one, or lies below it.
    pub fn contains(&self, path: &str) -> bool {
        path.strip_prefix(self.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A path, or all that lies below one: `x::y`, `x::y!` (the macro alone, where `x::y` is everything of
/// that name), `x::*` (one level), `x::**` (the whole subtree, and `x` itself), `*` (everything).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pattern {
    /// `x::y`: just that.
    Exact(Path),
    /// `x::*`: what stands directly in `x`.
    Children(Path),
    /// `x::**`: `x` and all below it.
    Subtree(Path),
    /// `*`: everything there is to choose from.
    Everything,
}

impl Pattern {
    /// Reads a pattern.
    ///
    /// # Errors
    /// What is wrong with it, as a sentence that may be followed by a full stop.
    pub fn parse(text: &str) -> Result<Self, String> {
        Ok(match text {
            "*" => Pattern::Everything,
            "**" => return Err("`**` must follow a path, as in `x::**`; for everything, write `*`".into()),
            _ => {
                if let Some(base) = text.strip_suffix("::**") {
                    Pattern::Subtree(Path::parse(base)?)
                } else if let Some(base) = text.strip_suffix("::*") {
                    Pattern::Children(Path::parse(base)?)
                } else if let Some(name) = text.strip_suffix('!') {
                    Pattern::Exact(Path(format!("{}!", Path::parse(name)?)))
                } else {
                    Pattern::Exact(Path::parse(text)?)
                }
            }
        })
    }

    /// The path before the stars; none for `*`.
    pub fn base(&self) -> Option<&Path> {
        match self {
            Pattern::Exact(base) | Pattern::Children(base) | Pattern::Subtree(base) => Some(base),
            Pattern::Everything => None,
        }
    }

    /// The same pattern below a path: `Amount` below `ledger` is `ledger::Amount`, and `*` below it
    /// is `ledger::**`.
    pub fn below(&self, root: &Path) -> Pattern {
        match self {
            Pattern::Exact(base) => Pattern::Exact(root.join(base)),
            Pattern::Children(base) => Pattern::Children(root.join(base)),
            Pattern::Subtree(base) => Pattern::Subtree(root.join(base)),
            Pattern::Everything => Pattern::Subtree(root.clone()),
        }
    }

    /// Whether it names this very path.
    pub fn matches(&self, path: &str) -> bool {
        match self {
            Pattern::Exact(base) => base.as_str() == path,
            Pattern::Subtree(base) => base.contains(path),
            Pattern::Everything => true,
            Pattern::Children(base) => path
                .strip_prefix(base.as_str())
                .and_then(|rest| rest.strip_prefix("::"))
                .is_some_and(|name| !name.is_empty() && !name.contains("::")),
        }
    }

    /// Whether who owns this owns what stands directly in a module: who owns `x` owns all below it, and
    /// `x::*` is what stands directly in `x`, not what stands in a module of it.
    pub fn owns(&self, module: &str) -> bool {
        match self {
            Pattern::Exact(base) | Pattern::Subtree(base) => base.contains(module),
            Pattern::Children(base) => base.as_str() == module,
            Pattern::Everything => true,
        }
    }
}

impl fmt::Display for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Pattern::Exact(base) => write!(f, "{base}"),
            Pattern::Children(base) => write!(f, "{base}::*"),
            Pattern::Subtree(base) => write!(f, "{base}::**"),
            Pattern::Everything => f.write_str("*"),
        }
    }
}

fn check_segment(path: &str, segment: &str) -> Result<(), String> {
    if path.is_empty() {
        return Err("the path is empty".into());
    }
    match segment {
        "" => return Err(format!("`{path}` has an empty part")),
        "crate" | "self" | "super" | "Self" => {
            return Err(format!("`{segment}` is not allowed in a map; begin with the name of the library"));
        }
        "*" | "**" => {
            return Err(format!("`{segment}` is allowed only at the end of a path, not inside of `{path}`"));
        }
        _ => {}
    }
    let plain = segment.strip_prefix("r#").unwrap_or(segment);
    let mut letters = plain.chars();
    let begins = letters.next().is_some_and(|first| first == '_' || first.is_alphabetic());
    if begins && plain != "_" && letters.all(|letter| letter == '_' || letter.is_alphanumeric()) {
        return Ok(());
    }
    let advice = if segment.contains('-') {
        format!("; in Rust paths, write `{}`", segment.replace('-', "_"))
    } else if segment.ends_with('!') {
        "; a macro is listed under `exports` and `uses`".into()
    } else if segment.contains(['{', '}']) {
        "; list the paths one by one, without braces".into()
    } else if segment.contains(['.', ':', '/']) {
        "; separate the parts of a path with `::`".into()
    } else {
        String::new()
    };
    Err(format!("`{segment}` is not a valid Rust identifier{advice}"))
}
