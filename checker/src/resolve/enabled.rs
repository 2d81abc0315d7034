//! Whether a `cfg` holds in an ordinary build: Linux on x86-64, tests on, the features that are on.
//!
//! The choice is the same on every machine, so that findings are. Code behind a `cfg` that does
//! not hold is read and checked all the same; where two definitions have one name, the one that
//! is on goes first.

use crate::read::{Cfg, FileSummary};

/// Whether the predicate holds.
pub fn holds(cfg: &Cfg, features: &[String]) -> bool {
    match cfg {
        Cfg::All(parts) => parts.iter().all(|part| holds(part, features)),
        Cfg::Any(parts) => parts.iter().any(|part| holds(part, features)),
        Cfg::Not(part) => !holds(part, features),
        Cfg::Flag(flag) => matches!(&**flag, "unix" | "test" | "debug_assertions" | "panic" | "true"),
        Cfg::Pair(key, value) => pair_holds(key, value, features),
        Cfg::Unknown => true,
    }
}

fn pair_holds(key: &str, value: &str, features: &[String]) -> bool {
    match key {
        "feature" => features.iter().any(|feature| feature == value),
        "target_os" => value == "linux",
        "target_family" => value == "unix",
        "target_arch" => value == "x86_64",
        "target_env" => value == "gnu",
        "target_vendor" => value == "unknown",
        "target_endian" => value == "little",
        "target_pointer_width" => value == "64",
        "target_has_atomic" => matches!(value, "8" | "16" | "32" | "64" | "ptr"),
        "target_feature" => matches!(value, "sse" | "sse2" | "fxsr"),
        "panic" => value == "unwind",
        _ => false,
    }
}

/// Whether a predicate asks for `test` (so that what it guards is test code).
pub fn asks_for_test(cfg: &Cfg) -> bool {
    match cfg {
        Cfg::All(parts) => parts.iter().any(asks_for_test),
        Cfg::Any(parts) => !parts.is_empty() && parts.iter().all(asks_for_test),
        Cfg::Flag(flag) => &**flag == "test",
        Cfg::Not(_) | Cfg::Pair(..) | Cfg::Unknown => false,
    }
}

/// Whether a file's predicate with this index holds; none at all holds.
pub fn index_holds(summary: &FileSummary, cfg: Option<u32>, features: &[String]) -> bool {
    cfg.and_then(|index| summary.cfgs.get(index as usize)).is_none_or(|cfg| holds(cfg, features))
}
