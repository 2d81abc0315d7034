//! A bounded context: what it owns, offers, and may do.

use super::{Laws, Owned};
use crate::{Named, Path, Pattern, Spanned};

/// A bounded context.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Context {
    /// Its name, where it is declared in the main map.
    pub name: Spanned<String>,
    /// The file beside its code where its part stands, if it stands there.
    pub file: Option<Spanned<String>>,
    /// What pictures call it, where that is not its name.
    pub title: Option<Spanned<String>>,
    /// What it is for.
    pub about: Option<Spanned<String>>,
    /// Who answers for it.
    pub owner: Option<Spanned<String>>,
    /// What laws may call it by, together with others. No tag permits anything.
    pub tags: Vec<Spanned<String>>,
    /// The crates and module subtrees that are its own.
    pub owns: Vec<Spanned<Owned>>,
    /// The context that its region lies inside of.
    pub within: Option<Spanned<String>>,
    /// Whether it is somebody else's system, where the map says so.
    pub external: Option<Spanned<bool>>,
    /// What others may name, besides what its operations and messages mention.
    pub exports: Vec<Spanned<Pattern>>,
    /// What all of its code may do.
    pub permits: Permits,
    /// What its tests may do besides.
    pub tests: Permits,
    /// What its benches may do besides.
    pub benches: Permits,
    /// What its examples may do besides.
    pub examples: Permits,
    /// What its build scripts may do besides.
    pub build: Permits,
    /// The topics that it publishes on.
    pub publishes: Vec<Spanned<String>>,
    /// The topics that it subscribes to.
    pub subscribes: Vec<Spanned<String>>,
    /// The laws inside it.
    pub laws: Laws,
}

impl Context {
    /// Whether it is somebody else's system.
    pub fn is_external(&self) -> bool {
        self.external.as_ref().is_some_and(|external| external.value)
    }

    /// What code of a kind may do: what all code may, and then what its kind may besides.
    pub fn permits(&self, kind: CodeKind) -> impl Iterator<Item = &Permits> {
        let besides = (kind != CodeKind::Main).then(|| self.own_permits(kind));
        std::iter::once(&self.permits).chain(besides)
    }

    /// What the map says under the key of a kind of code alone: for [`CodeKind::Main`], what all code may.
    pub fn own_permits(&self, kind: CodeKind) -> &Permits {
        match kind {
            CodeKind::Main => &self.permits,
            CodeKind::Tests => &self.tests,
            CodeKind::Benches => &self.benches,
            CodeKind::Examples => &self.examples,
            CodeKind::Build => &self.build,
        }
    }

    /// The crates and modules that it names as its own, without those that a pattern or a folder takes.
    pub fn homes(&self) -> impl Iterator<Item = &Path> {
        self.owns.iter().filter_map(|owned| owned.code()?.base())
    }

    /// A pattern of this context from a crate on. One that begins with a crate is itself; any other is
    /// relative to each place that the context names as its own.
    ///
    /// `is_crate` tells whether a name is that of a crate that code of this context can see.
    pub fn absolute(&self, pattern: &Pattern, is_crate: impl FnOnce(&str) -> bool) -> Vec<Pattern> {
        match pattern.base() {
            Some(base) if is_crate(base.first()) => vec![pattern.clone()],
            _ => self.homes().map(|root| pattern.below(root)).collect(),
        }
    }
}

/// What code may do beyond its own context.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Permits {
    /// By context: the operations and functions of it that may be called, each spelt out.
    pub calls: Named<Vec<Spanned<Path>>>,
    /// By context: what may be named of what it exports; `*` is all of that.
    pub uses: Named<Vec<Spanned<Pattern>>>,
}

/// Kinds of code, which have permissions of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CodeKind {
    /// Libraries and programs.
    Main,
    /// Tests, in their own files or in `#[cfg(test)]`.
    Tests,
    /// Benches.
    Benches,
    /// Examples.
    Examples,
    /// Build scripts.
    Build,
}

impl CodeKind {
    /// All of them.
    pub const ALL: [CodeKind; 5] =
        [CodeKind::Main, CodeKind::Tests, CodeKind::Benches, CodeKind::Examples, CodeKind::Build];

    /// The key under which the map has what this code of a context may call or use of another:
    /// `contexts.payments.tests.calls.ledger`.
    pub fn permission(self, who: &str, key: &str, whose: &str) -> String {
        let kind = self.key().map(|kind| format!("{kind}.")).unwrap_or_default();
        format!("contexts.{who}.{kind}{key}.{whose}")
    }

    /// The key of a context under which permissions of this kind stand; none for [`CodeKind::Main`],
    /// whose permissions stand in the context itself.
    pub fn key(self) -> Option<&'static str> {
        match self {
            CodeKind::Main => None,
            CodeKind::Tests => Some("tests"),
            CodeKind::Benches => Some("benches"),
            CodeKind::Examples => Some("examples"),
            CodeKind::Build => Some("build"),
        }
    }
}
