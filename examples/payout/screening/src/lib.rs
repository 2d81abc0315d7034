//! Sanctions and PEP lists: somebody else's system, and our only door to it.

use serde::{Deserialize, Serialize};
use stateline::operation;

/// The lists as their owner last sent them.
#[derive(Debug, Default)]
pub struct Lists {
    names: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Verdict {
    Clear,
    Hit,
}

impl Lists {
    pub fn new<'a>(names: impl IntoIterator<Item = &'a str>) -> Self {
        Lists { names: names.into_iter().map(plain).collect() }
    }
}

/// Is this person on a list? Case and spaces do not hide anybody.
#[operation(effect = "read", rehearse = everybody_is_clear)]
pub fn screen(lists: &Lists, person: String) -> Verdict {
    if lists.names.contains(&plain(&person)) { Verdict::Hit } else { Verdict::Clear }
}

/// Stands in for the lists in dry runs: who is asked for there must not get about.
fn everybody_is_clear(_: &Lists, _: String) -> Verdict {
    Verdict::Clear
}

fn plain(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_hides_nobody() {
        let lists = Lists::new(["Viktor Krum"]);
        assert_eq!(screen(&lists, " viktor  KRUM".into()), Verdict::Hit);
        assert_eq!(screen(&lists, "Viktor Frankl".into()), Verdict::Clear);
    }
}
