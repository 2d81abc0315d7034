//! Conditional compilation: which predicates hold in an ordinary build on this machine.

use super::summary::Cfg;

/// What is set: flags, and names with values. Features are given per package.
#[derive(Debug, Clone, Default)]
pub struct CfgSet {
    flags: Vec<String>,
    pairs: Vec<(String, String)>,
}

/// What holds for an ordinary build for the machine that this tool was built for.
pub fn here() -> CfgSet {
    let mut set = CfgSet::default();
    set.flags.push("debug_assertions".to_owned());
    for (holds, flag) in [(cfg!(unix), "unix"), (cfg!(windows), "windows")] {
        if holds {
            set.flags.push(flag.to_owned());
        }
    }
    let mut pair = |name: &str, value: &str| set.pairs.push((name.to_owned(), value.to_owned()));
    pair("target_os", std::env::consts::OS);
    pair("target_arch", std::env::consts::ARCH);
    pair("target_family", std::env::consts::FAMILY);
    pair("target_endian", if cfg!(target_endian = "big") { "big" } else { "little" });
    pair("target_pointer_width", if cfg!(target_pointer_width = "32") { "32" } else { "64" });
    let environment = if cfg!(target_env = "musl") {
        "musl"
    } else if cfg!(target_env = "msvc") {
        "msvc"
    } else if cfg!(target_env = "gnu") {
        "gnu"
    } else {
        ""
    };
    pair("target_env", environment);
    pair("target_vendor", if cfg!(target_vendor = "apple") { "apple" } else { "unknown" });
    pair("panic", "unwind");
    for width in ["8", "16", "32", "64", "ptr"] {
        pair("target_has_atomic", width);
    }
    set
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
