//! The context `screening`: somebody else's system.

use serde::{Deserialize, Serialize};
use stateline::operation;

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Verdict {
    Hit,
    Clear,
}

/// The lists of names.
pub struct Lists;

/// Looks a name up.
#[operation(effect = "read", rehearse = no_hit)]
pub async fn screen(_: &Lists, name: String) -> Verdict {
    if name.is_empty() { Verdict::Hit } else { Verdict::Clear }
}

async fn no_hit(_: &Lists, _: String) -> Verdict {
    Verdict::Clear
}

/// Sends money out of our hands.
#[operation(effect = "irreversible", rehearse = pretend_send)]
pub async fn send(_: &Lists, beneficiary: String) -> Verdict {
    if beneficiary.is_empty() { Verdict::Hit } else { Verdict::Clear }
}

async fn pretend_send(_: &Lists, _: String) -> Verdict {
    Verdict::Clear
}
