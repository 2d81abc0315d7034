//! Conditional compilation: which predicates hold in an ordinary build.

use super::summary::{Cfg, FileSummary, ItemId};

/// What is set: flags, and names with values. Features are given per package.
#[derive(Debug, Clone, Default)]
pub struct CfgSet {
    flags: Vec<String>,
    pairs: Vec<(String, String)>,
}

/// What holds for an ordinary build for Linux on x86-64, whatever machine this is, so that the
/// same code gives the same findings everywhere.
pub fn ordinary() -> CfgSet {
    let pairs = [
        ("target_os", "linux"),
        ("target_family", "unix"),
        ("target_arch", "x86_64"),
        ("target_env", "gnu"),
        ("target_vendor", "unknown"),
        ("target_endian", "little"),
        ("target_pointer_width", "64"),
        ("panic", "unwind"),
    ];
    let atomic = ["8", "16", "32", "64", "ptr"].map(|width| ("target_has_atomic", width));
    let owned = |(name, value): (&str, &str)| (name.to_owned(), value.to_owned());
    CfgSet {
        flags: ["debug_assertions", "unix", "panic", "true"].map(str::to_owned).to_vec(),
        pairs: pairs.into_iter().chain(atomic).map(owned).collect(),
    }
}

impl CfgSet {
    /// Also sets `name` or `name="value"`, as after `--cfg`.
    pub fn insert(&mut self, given: &str) {
        match given.split_once('=') {
            Some((name, value)) => {
                let value = value.trim().trim_matches('"');
                self.pairs.push((name.trim().to_owned(), value.to_owned()));
            }
            None => self.flags.push(given.trim().to_owned()),
        }
    }

    /// Whether it holds in a build that is not for tests. What could not be read holds.
    pub fn holds(&self, cfg: &Cfg, features: &[String]) -> bool {
        self.evaluate(cfg, features, false)
    }

    /// Whether it holds when tests are built, as an editor shows the code.
    pub fn holds_in_tests(&self, cfg: &Cfg, features: &[String]) -> bool {
        self.evaluate(cfg, features, true)
    }

    /// Whether it holds when tests are built, and only then.
    pub fn only_in_tests(&self, cfg: &Cfg, features: &[String]) -> bool {
        !self.evaluate(cfg, features, false) && self.evaluate(cfg, features, true)
    }

    fn evaluate(&self, cfg: &Cfg, features: &[String], test: bool) -> bool {
        match cfg {
            Cfg::All(all) => all.iter().all(|cfg| self.evaluate(cfg, features, test)),
            Cfg::Any(any) => any.iter().any(|cfg| self.evaluate(cfg, features, test)),
            Cfg::Not(inner) => !self.evaluate(inner, features, test),
            Cfg::Flag(flag) if &**flag == "test" => test,
            Cfg::Flag(flag) => self.flags.iter().any(|set| **set == **flag),
            Cfg::Pair(name, value) if &**name == "feature" => features.iter().any(|on| **on == **value),
            Cfg::Pair(name, value) => self.pairs.iter().any(|(set, to)| **set == **name && **to == **value),
            Cfg::Unknown => true,
        }
    }
}

impl Cfg {
    /// What it comes to whatever is set: `any()` never holds.
    fn constant(&self) -> Option<bool> {
        let is = |value| move |cfg: &Cfg| cfg.constant() == Some(value);
        match self {
            Cfg::All(all) if all.iter().any(is(false)) => Some(false),
            Cfg::All(all) => all.iter().all(is(true)).then_some(true),
            Cfg::Any(any) if any.iter().any(is(true)) => Some(true),
            Cfg::Any(any) => any.iter().all(is(false)).then_some(false),
            Cfg::Not(inner) => inner.constant().map(|value| !value),
            Cfg::Flag(_) | Cfg::Pair(..) | Cfg::Unknown => None,
        }
    }
}

impl FileSummary {
    /// Whether no build has an item, as with `#[cfg(any())]`: no macro ever sees it.
    pub fn is_never(&self, item: ItemId) -> bool {
        let above = |id: &ItemId| self.items[*id].parent;
        std::iter::successors(Some(item), above).any(|id| {
            let cfg = self.items[id].cfg.and_then(|index| self.cfgs.get(index));
            cfg.is_some_and(|cfg| cfg.constant() == Some(false))
        })
    }
}
