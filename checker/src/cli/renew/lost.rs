//! Exceptions that would be lost because the map gives their code to no context: a misspelt name in `owns`, a crate
//! that was forgotten when contexts were joined.

use crate::finding::Finding;
use crate::report::survey::count;
use crate::report::{Failure, Failures};
use crate::rules;

/// So many mistakes of the map are shown.
const SHOWN: usize = 5;

/// Refuses to take out exceptions while the map has mistakes of which that may be a consequence.
///
/// # Errors
/// With these mistakes.
pub(super) fn refuse(gone: usize, left: &[Finding]) -> Result<(), Failures> {
    let mistakes: Vec<&Finding> =
        left.iter().filter(|finding| rules::hides_crossings(finding.rule)).collect();
    if gone == 0 || mistakes.is_empty() {
        return Ok(());
    }
    let lost = count(gone, "tolerated item");
    let message =
        format!("the map has mistakes because of which {lost} would be removed from the exceptions");
    let help = "correct the map, then run `cargo stateline renew` again; nothing was written";
    let mut list = vec![Failure::new(message).help(help)];
    list.extend(mistakes.iter().take(SHOWN).map(|finding| Failure {
        message: finding.message.clone(),
        places: finding.places.clone(),
        help: finding.help.clone(),
    }));
    if mistakes.len() > SHOWN {
        let more = count(mistakes.len() - SHOWN, "more error");
        list.push(
            Failure::new(format!("{more} of this kind")).help("run `cargo stateline check` to see all"),
        );
    }
    Err(list.into())
}
