//! Sanctions and PEP lists: somebody else's system, and our only door to it.

mod error;
mod lists;

pub use error::ScreeningError;
pub use lists::Lists;

use serde::{Deserialize, Serialize};
use stateline::operation;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Verdict {
    Clear,
    Hit,
}

/// Is this person on a list? Case and spaces do not hide anybody.
#[operation(effect = "read", rehearse = everybody_is_clear)]
pub fn screen(lists: &Lists, person: String) -> Result<Verdict, ScreeningError> {
    lists.find(&person)
}

/// Stands in for the lists in dry runs: who is asked for there must not get about.
fn everybody_is_clear(_: &Lists, _: String) -> Result<Verdict, ScreeningError> {
    Ok(Verdict::Clear)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_hides_nobody() {
        let lists = Lists::new(["Viktor Krum"]);
        assert_eq!(screen(&lists, " viktor  KRUM".into()), Ok(Verdict::Hit));
        assert_eq!(screen(&lists, "Viktor Frankl".into()), Ok(Verdict::Clear));
    }
}
