//! Where each instance stands by its lines, compared with its row.

use super::chain::Chain;
use super::{Flaw, FlawKind};
use crate::State;
use crate::store::{DefinitionId, InstanceId, Place, Position, Row, StoredLine, Timestamp, Wake};
use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};

/// Where each instance stands by the lines that were read. Its keys are random: nobody can make two states
/// that it takes for one.
#[derive(Default)]
pub(super) struct Standings {
    told: HashMap<InstanceId, Told>,
    keys: RandomState,
    /// The rows that are to go on: how many, and a sum over their hashes; then the same of those that the
    /// store finds by their time.
    wanted: (u64, u64),
    found: (u64, u64),
}

/// What an instance's lines say.
struct Told {
    seq: u64,
    /// Whether its first line was read.
    from_first: bool,
    first: Position,
    last: Position,
    definition: DefinitionId,
    changed: Timestamp,
    key: u64,
    standing: u64,
    /// None, if the line that told it may be lost.
    state: Option<u64>,
}

impl Standings {
    /// Follows a line.
    pub(super) fn follow(&mut self, stored: &StoredLine, chain: &Chain<'_>, flaws: &mut Vec<Flaw>) {
        let Some(about) = &stored.line.about else { return };
        let position = stored.position;
        let before = self.told.get(&about.instance);
        let follows = match before {
            None => about.seq == 1 && about.before.is_none(),
            Some(told) => about.seq == told.seq + 1 && about.before == Some(told.last),
        };
        let after = before.map_or(Position::START, |told| told.last);
        if !follows && !chain.is_suspect(after, position) {
            let what = format!("it says that it is line {} of its instance, and it is not", about.seq);
            flaws.push(Flaw::new(FlawKind::Forged, Some(Place::Line(position)), what));
        }
        let state = stored.line.state.as_ref().map(|state| self.state(state));
        let told = Told {
            seq: about.seq,
            from_first: before.map_or(about.seq == 1, |told| told.from_first),
            first: before.map_or(position, |told| told.first),
            last: position,
            definition: about.definition,
            changed: stored.line.at,
            key: self.keys.hash_one(&about.key),
            standing: self.keys.hash_one(&about.standing),
            state: state.or_else(|| before.filter(|_| follows).and_then(|told| told.state)),
        };
        self.told.insert(about.instance, told);
    }

    /// Compares a row with what its lines say.
    pub(super) fn compare(&mut self, row: &Row, chain: &Chain<'_>, flaws: &mut Vec<Flaw>) {
        if let Some(wake) = row.wake() {
            self.wanted = self.add(self.wanted, wake);
        }
        let place = Some(Place::Instance(row.id));
        let Some(told) = self.told.remove(&row.id) else {
            if !chain.is_suspect(Position(row.first.0.saturating_sub(1)), row.last) {
                flaws.push(Flaw::new(FlawKind::Forged, place, "no line tells of it"));
            }
            return;
        };
        // A line that the row follows is not as it was: that is told already.
        if !told.from_first || chain.is_suspect(told.last, row.last) {
            return;
        }
        let wrong = [
            ("lines", (told.seq, told.first, told.last) == (row.seq, row.first, row.last)),
            ("definition", told.definition == row.definition),
            ("time", told.changed == row.changed),
            ("key", told.key == self.keys.hash_one(&row.key)),
            ("standing", told.standing == self.keys.hash_one(&row.standing)),
            ("state", told.state.is_none_or(|state| state == self.state(&row.state))),
        ];
        let wrong: Vec<_> = wrong.iter().filter(|(_, same)| !same).map(|(name, _)| *name).collect();
        if !wrong.is_empty() {
            let what = format!("of its row, this is not what its lines say: {}", wrong.join(", "));
            flaws.push(Flaw::new(FlawKind::Changed, place, what));
        }
    }

    /// A row that cannot be read.
    pub(super) fn skip(&mut self, instance: InstanceId) {
        self.told.remove(&instance);
    }

    /// A row that the store finds as one that is to go on.
    pub(super) fn wakes(&mut self, row: &Row) {
        if let Some(wake) = row.wake() {
            self.found = self.add(self.found, wake);
        }
    }

    /// Looks whether the store finds just those rows that are to go on.
    pub(super) fn compare_wakes(&self, flaws: &mut Vec<Flaw>) {
        if self.wanted != self.found {
            let (wanted, found) = (self.wanted.0, self.found.0);
            let what = format!(
                "{wanted} instances are to go on by themselves, but by their times {found} are found"
            );
            flaws.push(Flaw::new(FlawKind::Changed, None, what));
        }
    }

    /// Tells of instances without a row.
    pub(super) fn end(self, chain: &Chain<'_>, flaws: &mut Vec<Flaw>) {
        let mut lost: Vec<_> = self.told.into_iter().collect();
        lost.sort_by_key(|(instance, _)| *instance);
        for (instance, told) in lost {
            if told.from_first || !chain.is_suspect(Position::START, told.first) {
                flaws.push(Flaw::new(
                    FlawKind::Lost,
                    Some(Place::Instance(instance)),
                    "it has lines, and no row",
                ));
            }
        }
    }

    fn state(&self, state: &State) -> u64 {
        let place = (state.process(), state.version(), state.is_rehearsal(), state.step());
        self.keys.hash_one((place, state.type_name(), state.data().text()))
    }

    fn add(&self, (number, sum): (u64, u64), wake: Wake) -> (u64, u64) {
        (number + 1, sum.wrapping_add(self.keys.hash_one(wake)))
    }
}
