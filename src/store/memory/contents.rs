//! What a store in memory holds.

use crate::store::{
    BusinessKey, Command, CommandId, Commit, Committed, Definition, DefinitionId, Epoch, Head, InstanceId,
    Lane, LaneId, Leaf, LogLine, Member, Outcome, Page, Place, Position, Put, Query, Result, Row, Seal,
    Standing, StoreError, StoreErrorKind, StoredLine, Tally, Wake,
};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;

#[derive(Default)]
pub(super) struct Contents {
    log: Vec<StoredLine>,
    rows: BTreeMap<InstanceId, Row>,
    wakes: BTreeSet<Wake>,
    keys: BTreeMap<(String, bool, BusinessKey), InstanceId>,
    definitions: Vec<Definition>,
    lanes: Vec<LaneBook>,
    commands: BTreeMap<CommandId, (usize, Outcome)>,
    inbox: BTreeMap<usize, Command>,
}

/// A lane: its number is its place among all lanes, and the last is the owner's.
struct LaneBook {
    member: Member,
    seals: Vec<Seal>,
}

impl Contents {
    pub(super) fn join(&mut self, member: &Member) -> Lane {
        let before = self.head();
        self.lanes.push(LaneBook { member: member.clone(), seals: Vec::new() });
        let number = self.lanes.len();
        Lane { id: LaneId(number as u32), epoch: Epoch(number as u64), first: self.next(), before }
    }

    /// Looks whether a commit is the owner's and the next in its lane; answers if it is the last one again.
    pub(super) fn next_in_lane(&self, commit: &Commit) -> Result<Option<Committed>> {
        let owner = self.lanes.len();
        if commit.epoch != Epoch(owner as u64) || commit.lane != LaneId(owner as u32) {
            let what = format!("epoch {} is over: the store is in epoch {owner}", commit.epoch);
            return Err(StoreError::new(StoreErrorKind::FenceLost, what));
        }
        let seals = self.lanes.last().map_or(&[][..], |lane| &lane.seals);
        let (last, before) = (seals.len() as u64, seals.last().copied().unwrap_or(Seal::NONE));
        if commit.n == last && commit.seal() == before {
            return Ok(Some(commit.committed()));
        }
        let next = (last + 1, before, self.next());
        if (commit.n, commit.before, commit.first) != next {
            let (n, seal, first) = next;
            let what =
                format!("next is commit {n} after {seal} from line {first}, and this is commit {}", commit.n);
            return Err(StoreError::new(StoreErrorKind::Gap, what));
        }
        Ok(None)
    }

    /// Writes a commit that is the next in its lane.
    pub(super) fn commit(&mut self, commit: &Commit) -> Result<Committed> {
        self.look_at_rows(commit)?;
        commit.check()?;
        self.look_at_the_rest(commit)?;
        for change in &commit.rows {
            self.set_row(change.row.clone());
        }
        self.definitions.extend(commit.definitions.iter().cloned());
        for consumed in &commit.consumed {
            if let Some((order, outcome)) = self.commands.get_mut(&consumed.command) {
                *outcome = Outcome::Done(consumed.line);
                self.inbox.remove(order);
            }
        }
        self.append(commit);
        Ok(commit.committed())
    }

    fn look_at_rows(&self, commit: &Commit) -> Result<()> {
        for change in &commit.rows {
            let there = self.rows.get(&change.row.id).map_or(0, |row| row.seq);
            if there != change.before {
                let what = format!("it has {there} lines, and not {}", change.before);
                return Err(
                    StoreError::new(StoreErrorKind::Conflict, what).at(Place::Instance(change.row.id))
                );
            }
        }
        Ok(())
    }

    fn look_at_the_rest(&self, commit: &Commit) -> Result<()> {
        let refuse = |what: String| Err(StoreError::new(StoreErrorKind::Refused, what));
        let mut defined = self.definitions.len();
        for definition in &commit.definitions {
            defined += 1;
            if definition.id != DefinitionId(defined as u32) {
                return refuse(format!("the next definition is {defined}, and not {}", definition.id));
            }
            let Definition { process, version, .. } = definition;
            let same = |it: &Definition| {
                (&it.process, &it.version, &it.shapes) == (process, version, &definition.shapes)
            };
            if self.definitions.iter().any(same) {
                return refuse(format!("version {version} of `{process}` has a definition already"));
            }
        }
        let mut taken = BTreeSet::new();
        for change in &commit.rows {
            let row = &change.row;
            let at = |what| Err(StoreError::new(StoreErrorKind::Refused, what).at(Place::Instance(row.id)));
            if !(1..=defined).contains(&(row.definition.0 as usize)) {
                return at(format!("there is no definition {}", row.definition));
            }
            let Some(key) = key_of(row) else { continue };
            if self.keys.get(&key).is_some_and(|id| *id != row.id) || !taken.insert(key.clone()) {
                return at(format!("another instance of `{}` has the key {}", key.0, key.2));
            }
        }
        let mut consumed = BTreeSet::new();
        for it in &commit.consumed {
            if self.outcome(it.command) != Outcome::Pending || !consumed.insert(it.command) {
                return refuse(format!("command {} is not in the inbox", it.command));
            }
        }
        Ok(())
    }

    fn set_row(&mut self, row: Row) {
        if let Some(key) = key_of(&row) {
            self.keys.insert(key, row.id);
        }
        let wake = row.wake();
        if let Some(old) = self.rows.insert(row.id, row).and_then(|row| row.wake()) {
            self.wakes.remove(&old);
        }
        self.wakes.extend(wake);
    }

    fn append(&mut self, commit: &Commit) {
        let seal = commit.seal();
        for ((at, line), hash) in commit.lines.iter().enumerate().zip(commit.hashes()) {
            self.log.push(StoredLine {
                position: commit.first.plus(at),
                lane: commit.lane,
                n: commit.n,
                line: line.clone(),
                leaf: Leaf::of(&hash),
                seal: (at + 1 == commit.lines.len()).then_some(seal),
            });
        }
        if let Some(lane) = self.lanes.last_mut() {
            lane.seals.push(seal);
        }
    }

    pub(super) fn seal(&self, lane: LaneId, n: u64) -> Option<Seal> {
        let lane = self.lanes.get(usize::try_from(lane.0).ok()?.checked_sub(1)?)?;
        lane.seals.get(usize::try_from(n).ok()?.checked_sub(1)?).copied()
    }

    pub(super) fn put(&mut self, commands: &[Command]) -> Result<Vec<Put>> {
        commands.iter().try_for_each(Command::check)?;
        let put = commands.iter().map(|command| match self.outcome(command.id) {
            Outcome::Unknown => {
                let order = self.commands.len();
                self.commands.insert(command.id, (order, Outcome::Pending));
                self.inbox.insert(order, command.clone());
                Put::New
            }
            known => Put::Known(known),
        });
        Ok(put.collect())
    }

    pub(super) fn inbox(&self, after: Option<CommandId>, most: usize) -> Vec<Command> {
        let after = after.and_then(|after| self.commands.get(&after));
        let from = after.map_or(Bound::Unbounded, |(order, _)| Bound::Excluded(*order));
        self.inbox.range((from, Bound::Unbounded)).map(|(_, command)| command.clone()).take(most).collect()
    }

    pub(super) fn outcome(&self, command: CommandId) -> Outcome {
        self.commands.get(&command).map_or(Outcome::Unknown, |(_, outcome)| *outcome)
    }

    pub(super) fn load(&self, after: Option<Wake>, most: usize) -> Vec<Row> {
        let from = after.map_or(Bound::Unbounded, Bound::Excluded);
        let wakes = self.wakes.range((from, Bound::Unbounded)).take(most);
        wakes.filter_map(|wake| self.rows.get(&wake.instance).cloned()).collect()
    }

    pub(super) fn row(&self, instance: InstanceId) -> Option<&Row> {
        self.rows.get(&instance)
    }

    pub(super) fn keyed(&self, process: &str, rehearsal: bool, key: &BusinessKey) -> Option<&Row> {
        self.rows.get(self.keys.get(&(process.to_owned(), rehearsal, key.clone()))?)
    }

    pub(super) fn find(&self, query: &Query) -> Page {
        let from = query.after.map_or(Bound::Unbounded, Bound::Excluded);
        let mut found = self.rows.range((from, Bound::Unbounded)).map(|(_, row)| row);
        let mut found = found.by_ref().filter(|row| query.selects(row));
        let rows: Vec<_> = found.by_ref().take(query.most).cloned().collect();
        let more = found.next().and(rows.last()).map(|row| row.id);
        Page { rows, more }
    }

    pub(super) fn tally(&self) -> Vec<Tally> {
        let mut tallies: BTreeMap<Tally, u64> = BTreeMap::new();
        for row in self.rows.values() {
            let Standing { phase, parked, overdue, .. } = row.standing;
            let (process, rehearsal) = (row.state.process().to_owned(), row.state.is_rehearsal());
            let alike = Tally { process, rehearsal, phase, parked, overdue, number: 0 };
            *tallies.entry(alike).or_default() += 1;
        }
        tallies.into_iter().map(|(tally, number)| Tally { number, ..tally }).collect()
    }

    pub(super) fn line(&self, at: Position) -> Result<&StoredLine> {
        let index = at.0.checked_sub(1).and_then(|index| usize::try_from(index).ok());
        index
            .and_then(|index| self.log.get(index))
            .ok_or_else(|| StoreError::new(StoreErrorKind::Damaged, "it is not there").at(Place::Line(at)))
    }

    pub(super) fn story(
        &self,
        instance: InstanceId,
        before: Option<Position>,
        most: usize,
    ) -> Result<Vec<(Position, LogLine)>> {
        let mut at = match before {
            None => self.rows.get(&instance).map(|row| row.last),
            Some(before) => self.line(before)?.line.about.as_ref().and_then(|about| about.before),
        };
        let mut story = Vec::new();
        while let Some(position) = at.filter(|_| story.len() < most) {
            let line = &self.line(position)?.line;
            at = line.about.as_ref().and_then(|about| about.before);
            story.push((position, line.clone()));
        }
        Ok(story)
    }

    pub(super) fn feed(&self, after: Position, most: usize) -> &[StoredLine] {
        let from = usize::try_from(after.0).unwrap_or(usize::MAX).min(self.log.len());
        &self.log[from..self.log.len().min(from.saturating_add(most))]
    }

    pub(super) fn definitions(&self) -> &[Definition] {
        &self.definitions
    }

    pub(super) fn members(&self) -> Vec<(LaneId, Member)> {
        let lanes = self.lanes.iter().zip(1..);
        lanes.map(|(lane, number)| (LaneId(number), lane.member.clone())).collect()
    }

    /// The last commit.
    fn head(&self) -> Option<Head> {
        let (at, lane) = self.lanes.iter().enumerate().rfind(|(_, lane)| !lane.seals.is_empty())?;
        let (n, seal) = (lane.seals.len() as u64, *lane.seals.last()?);
        Some(Head { lane: LaneId(at as u32 + 1), n, seal })
    }

    fn next(&self) -> Position {
        Position::START.plus(self.log.len() + 1)
    }
}

fn key_of(row: &Row) -> Option<(String, bool, BusinessKey)> {
    Some((row.state.process().to_owned(), row.state.is_rehearsal(), row.key.clone()?))
}
