//! How many instances there are of each kind.

use super::{Duty, DutyState, Phase};
use std::collections::BTreeMap;

/// How many instances of a process stand alike.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tally {
    /// Of this process; of a duty, [`Duty::course`].
    pub process: String,
    /// Rehearsals (or not).
    pub rehearsal: bool,
    /// In this phase.
    pub phase: Phase,
    /// Parked (or not).
    pub parked: bool,
    /// Duties whose deadline has passed (or not).
    pub overdue: bool,
    /// How many.
    pub number: u64,
}

impl Tally {
    /// What became of letters: how many are in each state, of what each context got of each topic.
    ///
    /// ```
    /// use stateline::store::{DutyState, Phase, Tally};
    ///
    /// let acked = Tally {
    ///     process: "compliance/payout.blocked".into(), rehearsal: false, phase: Phase::Finished,
    ///     parked: false, overdue: false, number: 7,
    /// };
    /// let mail = Tally::mail(&[acked]);
    /// assert_eq!(mail["compliance/payout.blocked"][&DutyState::Acked], 7);
    /// ```
    pub fn mail(tallies: &[Tally]) -> BTreeMap<String, BTreeMap<DutyState, u64>> {
        let mut mail: BTreeMap<String, BTreeMap<DutyState, u64>> = BTreeMap::new();
        for tally in tallies.iter().filter(|tally| Duty::is_course(&tally.process)) {
            let states = mail.entry(tally.process.clone()).or_default();
            *states.entry(DutyState::told(tally.phase, tally.parked, tally.overdue)).or_default() +=
                tally.number;
        }
        mail
    }
}
