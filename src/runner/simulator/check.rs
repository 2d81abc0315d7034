//! What is promised, held against what has happened.

use super::host::ready;
use super::party::{Books, Party};
use super::work::{Do, Effect_, Plan};
use crate::runner::core::{CallLine, Dice, Told};
use crate::runner::event::Begin;
use crate::store::verify;
use crate::store::{
    Command, CommandId, Definition, Duty, InstanceId, LineKind, LogLine, Memory, Opened, Phase, Position,
    Query, Row, Standing, Store, StoredLine, Target, Timestamp, Verb,
};
use crate::{Key, State};
use std::collections::{BTreeMap, BTreeSet};

/// What has to be remembered of what happened.
#[derive(Default)]
pub(super) struct Check {
    seeds: BTreeMap<String, Dice>,
    helped: BTreeMap<InstanceId, u32>,
    offered: BTreeMap<CommandId, u32>,
    seen: usize,
    /// Which process was told the answer to which call.
    told: BTreeSet<(u64, Key)>,
}

type Broken<T = ()> = Result<T, String>;

impl Check {
    /// The dice of an instance of this name.
    pub(super) fn seed(&mut self, name: &str, new: impl FnOnce() -> u64) -> Dice {
        *self.seeds.entry(name.to_owned()).or_insert_with(|| Dice::new(new()))
    }

    /// A process was told the answer to a call.
    pub(super) fn answered(&mut self, host: u64, key: Key) {
        self.told.insert((host, key));
    }

    /// Whether a person helps this one once more.
    pub(super) fn helps(&mut self, id: InstanceId) -> bool {
        let helped = self.helped.entry(id).or_default();
        *helped += 1;
        *helped <= 8
    }

    /// Whether a command is offered once more.
    pub(super) fn offers(&mut self, command: CommandId) -> bool {
        let offered = self.offered.entry(command).or_default();
        *offered += 1;
        *offered <= 4
    }

    pub(super) fn rows(&self, store: &Memory) -> Vec<Row> {
        ready(store.find(&Query::all(1_000))).map(|page| page.rows).unwrap_or_default()
    }

    pub(super) fn standing(&self, store: &Memory) -> String {
        let told = self
            .rows(store)
            .into_iter()
            .map(|row| format!("{} {:?}", row.state.step().unwrap_or("-"), row.standing));
        told.collect::<Vec<_>>().join("; ")
    }

    /// Each effect happens once per key.
    pub(super) fn effects(&mut self, party: &Party) -> Broken {
        let books = party.books();
        if books.done.len() == self.seen {
            return Ok(());
        }
        self.seen = books.done.len();
        match books.doubled() {
            Some(deed) => {
                Err(format!("{:?} {} of instance {} was done twice", deed.kind, deed.n, deed.instance))
            }
            None => Ok(()),
        }
    }

    /// A step begins only where the store, or what is on its way there, says that it may.
    pub(super) fn begun(&self, begin: &Begin, store: &Memory, now: Timestamp) -> Broken {
        let Ok(Some(row)) = ready(store.row(begin.run.instance)) else { return Ok(()) };
        let (same, standing) = (*begin.state == row.state, &row.standing);
        let waits = standing.due.is_none_or(|due| due > now);
        // What a person has it do is not written yet.
        let retried = |command: &Command| match &command.verb {
            Verb::Retry(Target::Instance(id)) => *id == row.id,
            Verb::Retry(Target::Key { process, key, .. }) => {
                process == row.state.process() && Some(key) == row.key.as_ref()
            }
            _ => false,
        };
        let asked = ready(store.inbox(None, usize::MAX)).is_ok_and(|inbox| inbox.iter().any(retried));
        let orders = standing.parked || standing.held || asked;
        if begin.settles || !same || begin.undoes.is_some() || orders {
            return Ok(());
        }
        match standing.phase {
            Phase::Waiting if waits => Err("a step runs again that waits, and nothing has come".into()),
            Phase::Ready if standing.due.is_some() && waits && begin.attempt == standing.attempt + 1 => {
                Err(format!(
                    "a step is tried again before its time: {} of `{}` at {now}: {:?}",
                    row.id,
                    row.state.process(),
                    row.standing
                ))
            }
            phase if phase.is_end() => Err(format!("a step runs of an instance that is {phase}")),
            _ => Ok(()),
        }
    }

    /// The same start is one instance.
    pub(super) fn started(
        &self,
        ticket: u64,
        told: &Result<InstanceId, String>,
        starts: &BTreeMap<u64, (String, State)>,
        known: &BTreeMap<String, InstanceId>,
    ) -> Broken {
        match (starts.get(&ticket), told) {
            (Some((name, _)), Ok(id)) if known.get(name).is_some_and(|known| known != id) => {
                Err(format!("`{name}` was started twice"))
            }
            (Some((name, _)), Err(why)) if why.contains("another input") => Err(format!("`{name}`: {why}")),
            _ => Ok(()),
        }
    }

    /// By the end, all promises are kept.
    pub(super) fn end(
        &mut self,
        store: &Memory,
        party: &Party,
        (known, host): (&BTreeMap<String, InstanceId>, u64),
    ) -> Broken {
        self.effects(party)?;
        let lines = ready(store.feed(Position::START, usize::MAX)).map_err(|error| error.to_string())?;
        let rows = self.rows(store);
        log(&lines)?;
        served(&lines)?;
        let verified = ready(verify(store, None)).map_err(|error| error.to_string())?;
        if let Some(flaw) = verified.flaws.first() {
            return Err(format!("the log does not verify: {flaw}"));
        }
        for (name, id) in known {
            if !rows.iter().any(|row| row.id == *id) {
                return Err(format!("`{name}` was started, and is lost"));
            }
        }
        let books = party.books();
        for row in &rows {
            let story: Vec<_> =
                lines.iter().map(|line| &line.line).filter(|line| is_about(line, row.id)).collect();
            let told = story_of(row, &story).and_then(|()| match row.state.process() {
                "work" => deeds(row, &story, &books),
                _ => Ok(()),
            });
            told.map_err(|why| format!("instance {}: {why}", row.id))?;
            // What the last process was told, however late, its lines say.
            let told = books.done.iter().filter(|deed| deed.instance == row.id.to_string());
            let told = told.map(|deed| deed.key).filter(|key| self.told.contains(&(host, *key)));
            known_done(&calls(&story), told)?;
        }
        super::letters::check(&lines, &rows, &books)?;
        Ok(())
    }
}

fn is_about(line: &LogLine, id: InstanceId) -> bool {
    line.about.as_ref().is_some_and(|about| about.instance == id)
}

/// No owner writes after the next has begun.
fn log(lines: &[StoredLine]) -> Broken {
    let mut before = None;
    for line in lines {
        if before.is_some_and(|before| before > line.lane) {
            return Err(format!("line {} is of a lane that was over", line.position));
        }
        if line.line.kind == LineKind::Opened && before == Some(line.lane) {
            return Err(format!("line {} opens a lane that is open", line.position));
        }
        if line.line.kind != LineKind::Opened && before != Some(line.lane) {
            return Err(format!("line {} is of a lane that was not opened", line.position));
        }
        before = Some(line.lane);
    }
    Ok(())
}

/// Nothing begins on a version, or goes on with it, that the build does not serve which writes that.
fn served(lines: &[StoredLine]) -> Broken {
    let (mut serves, mut definitions) = (Vec::new(), BTreeMap::new());
    for StoredLine { position, line, .. } in lines {
        let payload = line.payload.as_ref();
        match line.kind {
            LineKind::Opened => {
                let opened = payload.and_then(|payload| payload.read::<Opened>().ok());
                serves = opened.map(|opened| opened.member.serves).ok_or("a lane says not whose it is")?;
            }
            LineKind::Defined => {
                let defined = payload.and_then(|payload| payload.read::<Definition>().ok());
                let defined = defined.ok_or("a definition cannot be read")?;
                definitions.insert(defined.id, (defined.process, defined.version));
            }
            _ => {}
        }
        let of = line.about.as_ref().and_then(|about| definitions.get(&about.definition));
        if let Some(of) = of.filter(|of| !Duty::is_course(&of.0) && !serves.contains(of)) {
            return Err(format!(
                "line {position} is about version {} of `{}`, which is not served",
                of.1, of.0
            ));
        }
        if let Some((of, state)) = of.zip(line.state.as_ref())
            && of.1 != state.version()
        {
            return Err(format!(
                "line {position} is of version {}, and its state of {}",
                of.1,
                state.version()
            ));
        }
    }
    Ok(())
}

/// A migration lets nothing go that was blocked, and taken back it is as if it had not been.
fn migrated(story: &[&LogLine]) -> Broken {
    let standing = |at: usize| story.get(at)?.about.as_ref().map(|about| &about.standing);
    let state = |before: usize| story[..before].iter().rev().find_map(|line| line.state.as_ref());
    for (at, line) in story.iter().enumerate() {
        let before = match line.kind {
            LineKind::Migrated => at.checked_sub(1),
            LineKind::MigratedBack => {
                let migrated = story[..at].iter().rposition(|line| line.kind == LineKind::Migrated);
                let migrated = migrated.ok_or("it was moved back, and was not migrated")?;
                if state(migrated) != line.state.as_ref() {
                    return Err("it was moved back to where it did not stand".into());
                }
                migrated.checked_sub(1)
            }
            _ => continue,
        };
        let (before, after) = (before.and_then(standing), standing(at));
        let told = |it: Option<&Standing>| it.map(|it| (it.phase, it.parked, it.due));
        if told(before) != told(after) {
            return Err(format!("a migration has moved it: from {before:?} to {after:?}"));
        }
    }
    Ok(())
}

/// The row is what the lines say, and the instance has come to an end.
fn story_of(row: &Row, story: &[&LogLine]) -> Broken {
    for (at, line) in story.iter().enumerate() {
        if line.about.as_ref().is_some_and(|about| about.seq != at as u64 + 1) {
            return Err(format!("its line {} is not where it should be", at + 1));
        }
    }
    let state = story.iter().rev().find_map(|line| line.state.as_ref());
    let standing = story.last().and_then(|line| line.about.as_ref()).map(|about| &about.standing);
    if state != Some(&row.state) || standing != Some(&row.standing) {
        return Err("its row is not what its lines say".into());
    }
    if story.iter().any(|line| line.kind == LineKind::Retried && said(line).contains("Trouble(Fail)")) {
        return Err("a final failure was tried again".into());
    }
    migrated(story)?;
    match row.standing.phase {
        phase if phase.is_end() => Ok(()),
        _ if row.standing.parked && row.standing.reason.is_some() => Ok(()),
        phase => Err(format!("it is {phase}, and nothing moves it: {:?}", row.standing)),
    }
}

fn said(line: &LogLine) -> String {
    line.payload.as_ref().map(|payload| payload.text().to_owned()).unwrap_or_default()
}

/// What was done for an instance is what it was to do, and its lines say so.
fn deeds(row: &Row, story: &[&LogLine], books: &Books) -> Broken {
    let instance = row.id.to_string();
    let deeds: Vec<_> = books.done.iter().filter(|deed| deed.instance == instance).collect();
    let plan: Plan = story
        .iter()
        .find_map(|line| line.state.as_ref())
        .and_then(|state| state.read().ok())
        .ok_or("it has no plan")?;
    let waited = story.iter().filter(|line| line.kind == LineKind::Waited).count();
    // A step that has waited may do everything otherwise than before.
    let whatever: usize = plan
        .steps
        .iter()
        .zip(["first", "second", "third"])
        .map(|(does, step)| {
            let waits = story
                .iter()
                .filter(|line| line.kind == LineKind::Waited && line.step.as_deref() == Some(step));
            does.iter().filter(|it| **it == Do::Whatever).count() * (1 + waits.count())
        })
        .sum();
    if deeds.iter().filter(|deed| deed.n >= 900).count() > whatever {
        return Err("it has done one thing, and then another instead".into());
    }
    let mut once = BTreeSet::new();
    for deed in deeds.iter().filter(|deed| deed.n < 900) {
        if !once.insert((format!("{:?}", deed.kind), deed.n)) {
            return Err(format!("{:?} {} was done twice, by two keys", deed.kind, deed.n));
        }
    }
    if row.standing.phase.is_end() {
        known(story, deeds.iter().map(|deed| deed.key))?;
    }
    match row.standing.phase {
        Phase::Finished => {
            let wanted = plan.steps.iter().flatten().map(|it| match it {
                Do::Put(_) | Do::Keep(_) | Do::Send(_) | Do::Blind(_) | Do::Beside(_) | Do::Whatever => 1,
                Do::Both(..) => 2,
                Do::Look | Do::Unless(_) | Do::Pause(_) | Do::Decision | Do::Order(..) | Do::Hear => 0,
            });
            let (wanted, done) = (wanted.sum::<usize>(), deeds.len());
            if wanted == done || wanted < done && waited > 0 {
                Ok(())
            } else {
                Err(format!("it is finished, and has done {done} of {wanted}"))
            }
        }
        Phase::Failed => Err("it failed, and was not rolled back".into()),
        Phase::Undone => {
            undone(story, deeds.iter().filter(|deed| deed.kind == Effect_::Undo).map(|deed| deed.n))
        }
        _ => Ok(()),
    }
}

/// What has ended left no question open, and nothing unsaid.
fn known(story: &[&LogLine], done: impl Iterator<Item = Key>) -> Broken {
    let calls = calls(story);
    for call in &calls {
        let told = |it: &&CallLine| it.key == call.key && !matches!(it.told, Told::Intent | Told::Open(_));
        if matches!(call.told, Told::Intent) && !calls.iter().any(|it| told(&it)) {
            return Err(format!("it has ended, and nobody knows what became of `{}`", call.operation));
        }
    }
    known_done(&calls, done)
}

fn calls(story: &[&LogLine]) -> Vec<CallLine> {
    let calls = story.iter().filter(|line| line.effect.is_some());
    calls.filter_map(|line| line.payload.as_ref()?.read().ok()).collect()
}

fn known_done(calls: &[CallLine], done: impl Iterator<Item = Key>) -> Broken {
    for key in done {
        if !calls.iter().any(|call| call.key == key && matches!(call.told, Told::Came { .. })) {
            return Err(format!("its lines do not say that {key} was done"));
        }
    }
    Ok(())
}

/// Every step that has ended is undone, once, the last first.
fn undone(story: &[&LogLine], undone: impl Iterator<Item = u32>) -> Broken {
    let undone: Vec<_> = undone.collect();
    let ended =
        story.iter().filter(|line| matches!(line.kind, LineKind::Stepped | LineKind::Finished)).count();
    if !undone.is_sorted_by(|one, other| one > other) {
        return Err(format!("its steps were undone in another order: {undone:?}"));
    }
    match (0..ended).find(|step| !undone.contains(&u32::try_from(*step).unwrap_or(u32::MAX))) {
        Some(step) => Err(format!("it was rolled back, and step {step} was not undone")),
        None => Ok(()),
    }
}
