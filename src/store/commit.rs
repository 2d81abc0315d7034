//! What an owner writes at once.

use super::seal::{LineHash, line_hash};
use super::{
    BusinessKey, Command, CommandId, Definition, Epoch, LaneId, LogLine, MAX_PAYLOAD, Place, Position,
    Result, Row, Seal, StoreError, StoreErrorKind,
};
use crate::Json;

/// The most bytes that a command may say of who wants it done, and of why.
const MAX_SAID: usize = 8 * 1_024;

/// What an owner writes at once: all or none of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commit {
    /// By what it is known as the owner's.
    pub epoch: Epoch,
    /// The owner's lane.
    pub lane: LaneId,
    /// The number of the commit: one more than that of the lane's last, and 1 for the first.
    pub n: u64,
    /// The seal of the lane's last commit, or [`Seal::NONE`].
    pub before: Seal,
    /// The position of the first line.
    pub first: Position,
    /// What happened. There is at least one line.
    pub lines: Vec<LogLine>,
    /// Where each instance stands that has a line in this commit: one row each, after its last line.
    pub rows: Vec<RowChange>,
    /// Definitions that are new.
    pub definitions: Vec<Definition>,
    /// Commands that were carried out or refused.
    pub consumed: Vec<Consumed>,
}

/// A row as it is to be stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowChange {
    /// How many lines the instance had before; 0, if it is new.
    pub before: u64,
    /// The row.
    pub row: Row,
}

/// A command that was carried out or refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Consumed {
    /// Which one.
    pub command: CommandId,
    /// The line that says with what outcome: one of this commit.
    pub line: Position,
}

/// What a store answers to a commit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Committed {
    /// Its seal, which the next commit follows.
    pub seal: Seal,
    /// The position of the next commit's first line.
    pub next: Position,
}

impl Commit {
    /// The seal that it has when it is written: a store that has this seal for its number has it.
    pub fn seal(&self) -> Seal {
        self.before.after(self.hashes())
    }

    /// What is answered when it is written.
    pub fn committed(&self) -> Committed {
        Committed { seal: self.seal(), next: self.first.plus(self.lines.len()) }
    }

    /// The hashes of its lines.
    pub(super) fn hashes(&self) -> impl Iterator<Item = LineHash> {
        let numbered = self.lines.iter().enumerate();
        numbered.map(|(at, line)| line_hash(self.first.plus(at), self.lane, self.n, line))
    }

    /// Looks whether it is whole in itself: rows are what their lines say, lines follow one another, nothing
    /// is larger than [`MAX_PAYLOAD`]. A store writes nothing for which this fails.
    ///
    /// # Errors
    ///
    /// [`Refused`](StoreErrorKind::Refused), with the instance or the line at fault.
    pub fn check(&self) -> Result<()> {
        if self.lines.is_empty() {
            return Err(refused("a commit has at least one line"));
        }
        for (at, line) in self.lines.iter().enumerate() {
            self.check_line(line).map_err(|what| self.refused_line(at, line, what))?;
        }
        let mut told = 0;
        for change in &self.rows {
            told +=
                self.check_row(change).map_err(|what| refused_at(Place::Instance(change.row.id), what))?;
        }
        let about = self.lines.iter().filter(|line| line.about.is_some()).count();
        if told != about {
            return Err(refused(format!(
                "{about} lines are about instances, but the rows follow {told} of them"
            )));
        }
        let end = self.first.plus(self.lines.len());
        for consumed in &self.consumed {
            if !(self.first..end).contains(&consumed.line) {
                return Err(refused(format!(
                    "the outcome of command {} is not in this commit",
                    consumed.command
                )));
            }
        }
        Ok(())
    }

    fn check_line(&self, line: &LogLine) -> Result<(), String> {
        let state = line.state.as_ref();
        let sized = [("state", state.map(|state| state.data())), ("payload", line.payload.as_ref())];
        for (name, json) in sized {
            let bytes = json.map_or(0, |json: &Json| json.text().len());
            if bytes > MAX_PAYLOAD {
                return Err(format!("the {name} has {bytes} bytes, and at most {MAX_PAYLOAD} are kept"));
            }
        }
        match (&line.about, state) {
            (None, Some(_)) => Err("the line has a state, but is about no instance".into()),
            (Some(about), None) if about.seq == 1 => Err("the first line of an instance has no state".into()),
            (Some(about), Some(state)) if state.is_rehearsal() != about.rehearsal => {
                Err("state and line do not agree on whether it is a rehearsal".into())
            }
            (Some(about), Some(state))
                if state.key().map(Json::text) != about.key.as_ref().map(BusinessKey::json) =>
            {
                Err("state and line do not agree on the key".into())
            }
            _ => Ok(()),
        }
    }

    /// Follows the lines of a row from its last to the one before this commit; answers how many there are.
    fn check_row(&self, change: &RowChange) -> Result<usize, String> {
        let RowChange { before, row } = change;
        let (mut at, mut seq, mut told) = (Some(row.last), row.seq, 0);
        let mut state = None;
        while seq > *before {
            let line = at.and_then(|at| self.line(at));
            let about = line.and_then(|line| line.about.as_ref()).filter(|about| about.instance == row.id);
            let (Some(line), Some(about)) = (line, about) else {
                return Err(format!("its line {seq} is not in this commit"));
            };
            if about.seq != seq {
                return Err(format!("its line {seq} says that it is line {}", about.seq));
            }
            if about.definition != row.definition && seq == row.seq {
                return Err("row and last line have different definitions".into());
            }
            if about.before.is_some_and(|before| at.is_some_and(|at| before >= at)) {
                return Err(format!("its line {seq} does not stand behind the one before it"));
            }
            if seq == row.seq && (about.standing != row.standing || line.at != row.changed) {
                return Err("the row does not stand where its last line says".into());
            }
            if about.key != row.key {
                return Err(format!("the row has another key than its line {seq}"));
            }
            if seq == 1 && (at != Some(row.first) || about.before.is_some()) {
                return Err("the row does not begin with its first line".into());
            }
            state = state.or(line.state.as_ref());
            (at, seq, told) = (about.before, seq - 1, told + 1);
        }
        if told == 0 {
            return Err("the row has no line in this commit".into());
        }
        if at.is_none() != (*before == 0) {
            return Err(format!("its line {} does not name the one before it", before + 1));
        }
        if at.is_some_and(|at| self.line(at).is_some()) {
            return Err(format!(
                "there should be {before} lines before this commit, but there are more in it"
            ));
        }
        match state {
            Some(state) if *state != row.state => Err("the row's state is not the one of its lines".into()),
            _ => Ok(told),
        }
    }

    fn line(&self, at: Position) -> Option<&LogLine> {
        let index = usize::try_from(at.0.checked_sub(self.first.0)?).ok()?;
        self.lines.get(index)
    }

    fn refused_line(&self, at: usize, line: &LogLine, what: String) -> StoreError {
        let instance = line.about.as_ref().map(|about| Place::Instance(about.instance));
        refused_at(instance.unwrap_or(Place::Line(self.first.plus(at))), what)
    }
}

impl Command {
    /// Looks whether it may be put: it says who and why, and its letter or state is not too large.
    ///
    /// # Errors
    ///
    /// [`Refused`](StoreErrorKind::Refused), with the reason.
    pub fn check(&self) -> Result<()> {
        let bytes = match &self.verb {
            super::Verb::Start { state, .. } => state.data().text().len(),
            super::Verb::Deliver { letter, .. } => letter.payload().text().len(),
            // The line that says so has a little more.
            super::Verb::Answer { answer: Some(answer), .. } => answer.text().len() + 2 * MAX_SAID,
            _ => 0,
        };
        if bytes > MAX_PAYLOAD {
            return Err(refused(format!("the data has {bytes} bytes, and at most {MAX_PAYLOAD} are kept")));
        }
        for (name, text) in [("who", &self.who), ("why", &self.why)] {
            if text.trim().is_empty() {
                return Err(refused(format!("the command does not say {name} wants it done")));
            }
            if text.len() > MAX_SAID {
                let bytes = text.len();
                return Err(refused(format!("`{name}` has {bytes} bytes, and at most {MAX_SAID} are kept")));
            }
        }
        Ok(())
    }
}

fn refused(what: impl Into<String>) -> StoreError {
    StoreError::new(StoreErrorKind::Refused, what)
}

fn refused_at(place: Place, what: String) -> StoreError {
    refused(what).at(place)
}
