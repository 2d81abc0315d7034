//! The log by itself: its lines by their leaves, its commits by their seals.

use super::{Flaw, FlawKind};
use crate::store::seal::{LineHash, line_hash};
use crate::store::{
    Checkpoint, Definition, Head, LaneId, Leaf, LineKind, Member, Opened, Place, Position, Seal, StoredLine,
};
use std::collections::BTreeMap;

/// How many changed lines are remembered, to see which of them were swapped.
const REMEMBERED: usize = 256;

/// What was read of a log so far.
pub(super) struct Chain<'a> {
    members: BTreeMap<LaneId, Member>,
    definitions: BTreeMap<u32, Definition>,
    against: Option<&'a Checkpoint>,
    next: Position,
    commits: u64,
    /// The commit that is being read, until its seal.
    open: Option<OpenCommit>,
    /// Something of this commit, or of the one before it, is not as it was: that is told already, and its seal
    /// is not asked.
    tainted: bool,
    heads: BTreeMap<LaneId, Head>,
    /// The seal that the last commit should have had, if it has another.
    meant: Option<Seal>,
    /// Lines that are not as they were written, or not there.
    suspects: BTreeMap<Position, Position>,
    changed: Vec<StoredLine>,
    /// Whether the last commit of the checkpoint was met.
    witnessed: bool,
}

struct OpenCommit {
    lane: LaneId,
    n: u64,
    first: Position,
    hashes: Vec<LineHash>,
}

impl<'a> Chain<'a> {
    pub(super) fn new(
        members: Vec<(LaneId, Member)>,
        definitions: Vec<Definition>,
        against: Option<&'a Checkpoint>,
    ) -> Chain<'a> {
        Chain {
            members: members.into_iter().collect(),
            definitions: definitions.into_iter().map(|it| (it.id.0, it)).collect(),
            against,
            next: Position::START.plus(1),
            commits: 0,
            open: None,
            tainted: false,
            heads: BTreeMap::new(),
            meant: None,
            suspects: BTreeMap::new(),
            changed: Vec::new(),
            witnessed: false,
        }
    }

    /// How many lines the log has, to its last.
    pub(super) fn lines(&self) -> u64 {
        self.next.0 - 1
    }

    /// Whether something between these positions, or at the second, is not as it was written.
    pub(super) fn is_suspect(&self, after: Position, to: Position) -> bool {
        let before_end = self.suspects.range(..=to).next_back();
        before_end.is_some_and(|(_, last)| *last > after)
    }

    /// Follows a line that cannot be read.
    pub(super) fn skip(&mut self, position: Position, flaws: &mut Vec<Flaw>) {
        self.step_to(position, flaws);
        self.suspect(position, position);
    }

    /// Follows the next line; answers whether it is what was written.
    pub(super) fn follow(&mut self, stored: &StoredLine, flaws: &mut Vec<Flaw>) -> bool {
        self.step_to(stored.position, flaws);
        let hash = line_hash(stored.position, stored.lane, stored.n, &stored.line);
        if Leaf::of(&hash) != stored.leaf {
            self.suspect(stored.position, stored.position);
            match self.changed.len() < REMEMBERED {
                true => self.changed.push(stored.clone()),
                false => flaws.push(changed(stored.position)),
            }
            return false;
        }
        self.enter(stored, flaws);
        self.look_inside(stored, flaws);
        if let Some(open) = &mut self.open {
            open.hashes.push(hash);
        }
        if let Some(seal) = stored.seal {
            self.close(seal, flaws);
        }
        true
    }

    /// What remains to be said at the end of the log: how many commits there are, and the last of them.
    pub(super) fn end(&mut self, flaws: &mut Vec<Flaw>) -> (u64, Option<Head>) {
        self.tell_unsealed(flaws);
        for stored in &self.changed {
            let stood = |other: &&StoredLine| {
                let hash = line_hash(other.position, stored.lane, stored.n, &stored.line);
                other.position != stored.position && Leaf::of(&hash) == stored.leaf
            };
            flaws.push(match self.changed.iter().find(stood) {
                None => changed(stored.position),
                Some(other) => {
                    let what = format!("this is the line that was written at {}", other.position);
                    Flaw::new(FlawKind::Swapped, Some(Place::Line(stored.position)), what)
                }
            });
        }
        for definition in self.definitions.values() {
            let what = format!("no line tells of definition {} (`{}`)", definition.id, definition.process);
            // Its line may be one of those that are not there.
            if self.suspects.is_empty() {
                flaws.push(Flaw::new(FlawKind::Forged, None, what));
            }
        }
        if let Some(against) = self.against {
            self.look_at_checkpoint(against, flaws);
        }
        (self.commits, self.last())
    }

    /// Tells what is lost before this position.
    fn step_to(&mut self, position: Position, flaws: &mut Vec<Flaw>) {
        if position > self.next {
            let (first, last) = (self.next, Position(position.0 - 1));
            let what = match last.0 - first.0 {
                0 => "it is not there".to_owned(),
                more => format!("it and the {more} lines behind it are not there"),
            };
            flaws.push(Flaw::new(FlawKind::Lost, Some(Place::Line(first)), what));
            self.suspect(first, last);
        }
        self.next = position.plus(1);
    }

    fn suspect(&mut self, first: Position, last: Position) {
        self.tainted = true;
        self.suspects.insert(first, last);
    }

    /// Begins another commit, if the line is of another.
    fn enter(&mut self, stored: &StoredLine, flaws: &mut Vec<Flaw>) {
        let (lane, n) = (stored.lane, stored.n);
        if self.open.as_ref().is_some_and(|open| (open.lane, open.n) == (lane, n)) {
            return;
        }
        self.tell_unsealed(flaws);
        let last = self.last();
        let follows = match last {
            Some(head) if head.lane == lane => n == head.n + 1,
            Some(head) => lane > head.lane && n == 1,
            None => n == 1,
        };
        if !follows && !self.tainted {
            let what = format!("commit {n} of lane {lane} does not follow the one before it");
            flaws.push(Flaw::new(FlawKind::Forged, Some(Place::Line(stored.position)), what));
            self.tainted = true;
        }
        self.open = Some(OpenCommit { lane, n, first: stored.position, hashes: Vec::new() });
    }

    fn tell_unsealed(&mut self, flaws: &mut Vec<Flaw>) {
        let Some(open) = self.open.take() else { return };
        if !self.tainted {
            let what = format!("commit {} of lane {} has no seal", open.n, open.lane);
            flaws.push(Flaw::new(FlawKind::Forged, Some(Place::Line(open.first)), what));
            self.tainted = true;
        }
    }

    fn close(&mut self, seal: Seal, flaws: &mut Vec<Flaw>) {
        let Some(open) = self.open.take() else { return };
        self.commits += 1;
        let before = self.heads.get(&open.lane).map_or(Seal::NONE, |head| head.seal);
        let computed = before.after(open.hashes.iter().copied());
        let also = self.meant.take().map(|meant| meant.after(open.hashes.iter().copied()));
        if computed != seal && also != Some(seal) && !self.tainted {
            let what = format!("commit {} of lane {} is not the one that was sealed", open.n, open.lane);
            flaws.push(Flaw::new(FlawKind::Forged, Some(Place::Line(open.first)), what));
            self.meant = Some(computed);
        }
        self.tainted = false;
        let head = Head { lane: open.lane, n: open.n, seal };
        self.heads.insert(open.lane, head);
        self.witnessed |= self.against.is_some_and(|against| against.head == Some(head));
    }

    /// The last commit so far.
    fn last(&self) -> Option<Head> {
        self.heads.values().next_back().copied()
    }

    /// Looks at what a line says of other things than instances.
    fn look_inside(&mut self, stored: &StoredLine, flaws: &mut Vec<Flaw>) {
        let payload = stored.line.payload.as_ref();
        let is_first = self.open.as_ref().is_some_and(|open| open.n == 1 && open.hashes.is_empty());
        let wrong = match stored.line.kind {
            LineKind::Opened => {
                let opened = payload.and_then(|json| json.read::<Opened>().ok());
                self.look_at_opened(stored.lane, opened)
            }
            _ if is_first && !self.tainted => {
                Some(format!("lane {} does not begin as it was opened", stored.lane))
            }
            LineKind::Defined => match payload.and_then(|json| json.read::<Definition>().ok()) {
                Some(said) if self.definitions.remove(&said.id.0).as_ref() == Some(&said) => None,
                _ => Some("the definition is not the one that this line tells of".to_owned()),
            },
            LineKind::Checkpoint => match payload.and_then(|json| json.read::<Checkpoint>().ok()) {
                Some(said) => self.look_at_head(said.head),
                None => Some("it is no checkpoint".to_owned()),
            },
            _ => None,
        };
        if let Some(what) = wrong {
            flaws.push(Flaw::new(FlawKind::Changed, Some(Place::Line(stored.position)), what));
        }
    }

    fn look_at_opened(&self, lane: LaneId, opened: Option<Opened>) -> Option<String> {
        let Some(opened) = opened else { return Some("it does not say who opened the lane".into()) };
        if self.members.get(&lane) != Some(&opened.member) {
            return Some(format!("the owner of lane {lane} is not the one that this line tells of"));
        }
        self.look_at_head(opened.before)
    }

    /// Compares what a line says of the last commit before it.
    fn look_at_head(&self, said: Option<Head>) -> Option<String> {
        if said == self.last() || !self.suspects.is_empty() {
            return None;
        }
        let Head { lane, n, .. } = said.or(self.last())?;
        Some(format!("commit {n} of lane {lane} is not the one that this line tells of"))
    }

    fn look_at_checkpoint(&self, against: &Checkpoint, flaws: &mut Vec<Flaw>) {
        if self.lines() < against.lines {
            let what = format!("the log has {} lines, and had {}", self.lines(), against.lines);
            flaws.push(Flaw::new(FlawKind::CutOff, None, what));
        }
        if let Some(head) = against.head.filter(|_| !self.witnessed) {
            let what = format!("commit {} of lane {} is not there as it was witnessed", head.n, head.lane);
            flaws.push(Flaw::new(FlawKind::CutOff, None, what));
        }
    }
}

fn changed(position: Position) -> Flaw {
    Flaw::new(FlawKind::Changed, Some(Place::Line(position)), "it says something else than what was written")
}
