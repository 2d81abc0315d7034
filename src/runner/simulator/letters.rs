//! What is promised of letters, held against what has happened.

use super::mail::{Answered, Ordered, Shipped, Wish};
use super::party::Books;
use crate::message::Overdue;
use crate::runner::core::Handed;
use crate::store::{Duty, DutyState, InstanceId, LineKind, LogLine, Position, Row, StoredLine};
use crate::{Id, Letter, Message};
use std::collections::{BTreeMap, BTreeSet};

type Broken<T = ()> = Result<T, String>;

/// A duty with its lines, from the first.
struct Told<'a> {
    row: &'a Row,
    duty: Duty,
    story: Vec<(Position, &'a LogLine)>,
}

impl Told<'_> {
    /// Where it left its place in line.
    fn left(&self) -> Option<(Position, LineKind)> {
        let leaves = |kind| matches!(kind, LineKind::HandedOn | LineKind::Finished | LineKind::Cancelled);
        self.story.iter().find(|(_, line)| leaves(line.kind)).map(|(at, line)| (*at, line.kind))
    }

    fn ended(&self) -> Option<Position> {
        let ends = |kind| matches!(kind, LineKind::Finished | LineKind::Cancelled);
        self.story.iter().find(|(_, line)| ends(line.kind)).map(|(at, _)| *at)
    }

    fn is_acked(&self) -> bool {
        self.row.duty_state() == Some(DutyState::Acked)
    }
}

/// By the end, all promises about letters are kept.
pub(super) fn check(lines: &[StoredLine], rows: &[Row], books: &Books) -> Broken {
    let mut duties = BTreeMap::new();
    for row in rows.iter().filter(|row| row.is_duty()) {
        let duty = row.state.read::<Duty>().map_err(|error| format!("duty {}: {error}", row.id))?;
        let about =
            |line: &&StoredLine| line.line.about.as_ref().is_some_and(|about| about.instance == row.id);
        let story = lines.iter().filter(about).map(|line| (line.position, &line.line)).collect();
        duties.insert(row.id, Told { row, duty, story });
    }
    published(lines, &duties)?;
    in_order(&duties)?;
    for told in duties.values() {
        let checked = effects(told, books)
            .and_then(|()| alerts(told))
            .and_then(|()| links(told, &duties))
            .and_then(|()| taken(told, lines, rows));
        checked.map_err(|why| format!("duty {} of `{}`: {why}", told.row.id, told.row.state.process()))?;
    }
    Ok(())
}

/// What was published is owed by each subscriber, once, and has come to an end.
fn published(lines: &[StoredLine], duties: &BTreeMap<InstanceId, Told>) -> Broken {
    let mut wanted = BTreeSet::new();
    for line in lines {
        let Some(payload) = &line.line.payload else { continue };
        let letters: Vec<Letter> = match line.line.kind {
            LineKind::Stepped | LineKind::Finished | LineKind::StepUndone => {
                payload.read().unwrap_or_default()
            }
            LineKind::HandedOn => payload.read::<Handed>().map(|handed| handed.letters).unwrap_or_default(),
            _ => continue,
        };
        for letter in letters {
            let contexts: &[&str] = match letter.topic() {
                "ordered" => Ordered::TERMS.subscribers,
                "shipped" => Shipped::TERMS.subscribers,
                "answered" => Answered::TERMS.subscribers,
                _ => &["nursery"],
            };
            wanted
                .extend(contexts.iter().map(|context| (Duty::course(context, letter.topic()), letter.id())));
        }
    }
    let mut owed: Vec<(String, Id)> =
        duties.values().map(|told| (told.row.state.process().to_owned(), told.duty.letter.id())).collect();
    owed.sort();
    let wanted: Vec<_> = wanted.into_iter().collect();
    if owed != wanted {
        return Err(format!("{} letters were published, and {} are owed", wanted.len(), owed.len()));
    }
    let open = |told: &&Told| !matches!(told.row.duty_state(), Some(DutyState::Acked | DutyState::Nacked));
    match duties.values().find(open) {
        Some(told) => {
            Err(format!("letter {} comes to no end: {:?}", told.duty.letter.id(), told.row.standing))
        }
        None => Ok(()),
    }
}

/// Letters with one key are handled in the order in which they were published, but for those that were given up.
fn in_order(duties: &BTreeMap<InstanceId, Told>) -> Broken {
    let mut queues: BTreeMap<(String, String), Vec<&Told>> = BTreeMap::new();
    for told in duties.values() {
        let Some(key) = told.duty.letter.key() else { continue };
        queues.entry((told.row.state.process().to_owned(), key.text().to_owned())).or_default().push(told);
    }
    for ((course, key), mut queue) in queues {
        queue.sort_by_key(|told| told.row.first);
        let left =
            queue.iter().filter_map(|told| told.left()).filter(|(_, kind)| *kind != LineKind::Cancelled);
        if !left.map(|(at, _)| at).is_sorted() {
            return Err(format!("letters of `{course}` with the key {key} were handled in another order"));
        }
    }
    Ok(())
}

/// A letter that was handled has its effects, each once.
fn effects(told: &Told, books: &Books) -> Broken {
    let instance = told.row.id.to_string();
    let deeds: Vec<_> = books.done.iter().filter(|deed| deed.instance == instance).collect();
    let once: BTreeSet<_> = deeds.iter().map(|deed| (format!("{:?}", deed.kind), deed.n)).collect();
    if once.len() < deeds.len() {
        return Err("it has done something twice".into());
    }
    if !told.is_acked() {
        return Ok(());
    }
    let wanted = match told.row.state.process() {
        "shop/ordered" => match told.duty.letter.read::<Ordered>().map(|order| order.wish) {
            Ok(Wish::Sell | Wish::Unless(_)) => 1,
            _ => 0,
        },
        "audit/ordered" | "carrier/shipped" => 1,
        _ => 0,
    };
    match deeds.len() == wanted {
        true => Ok(()),
        false => Err(format!("it is acknowledged, and has done {} of {wanted}", deeds.len())),
    }
}

/// A deadline that passes is told once, and none is told that does not.
fn alerts(told: &Told) -> Broken {
    let own = |line: &&(Position, &LogLine)| {
        let said = line.1.payload.as_ref().and_then(|payload| payload.read::<Overdue>().ok());
        line.1.kind == LineKind::Overdue && said.is_some_and(|said| said.letter == told.duty.letter.id())
    };
    let alerts: Vec<_> = told.story.iter().filter(own).collect();
    if alerts.len() > 1 {
        return Err(format!("somebody was told {} times that it is overdue", alerts.len()));
    }
    let deadline = told.story.first().and_then(|(_, line)| line.about.as_ref()?.standing.deadline);
    let handed = told.story.iter().any(|(_, line)| line.kind == LineKind::HandedOn);
    let ended =
        told.ended().and_then(|at| told.story.iter().find(|(it, _)| *it == at)).map(|(_, line)| line.at);
    match (deadline, alerts.first()) {
        (None, Some(_)) => Err("it has no deadline, and is overdue".into()),
        (Some(deadline), Some((_, line))) if line.at < deadline => {
            Err("it was overdue before its deadline".into())
        }
        (Some(deadline), None) if !handed && ended.is_some_and(|ended| ended > deadline) => {
            Err("its deadline has passed, and nobody was told".into())
        }
        _ => Ok(()),
    }
}

/// What was handed on is acknowledged when all is that came of it, and not before.
fn links(told: &Told, duties: &BTreeMap<InstanceId, Told>) -> Broken {
    let links: Vec<_> = duties.values().filter(|other| other.duty.waits == Some(told.row.id)).collect();
    if told.row.state.process() == "shop/ordered" && told.is_acked() {
        let ships = told.duty.letter.read::<Ordered>().is_ok_and(|order| order.wish == Wish::Ship);
        if ships == links.is_empty() {
            return Err(format!("it was handed on to {}", links.len()));
        }
    }
    for link in links {
        let path: Vec<_> = link.duty.path.iter().map(|it| it.letter).collect();
        if path.last() != Some(&told.duty.letter.id()) {
            return Err("what it was handed on to does not name it".into());
        }
        // Of one commit, what was closed first may stand behind.
        if told.is_acked() && (!link.is_acked() || link.ended() > told.ended().map(|at| at.plus(256))) {
            return Err("it is acknowledged before what it was handed on to".into());
        }
    }
    Ok(())
}

/// An answer that is acknowledged was taken, and no other was.
fn taken(told: &Told, lines: &[StoredLine], rows: &[Row]) -> Broken {
    if told.row.state.process() != "work/answered" || !told.is_acked() {
        return Ok(());
    }
    let Ok(answer) = told.duty.letter.read::<Answered>() else { return Err("it is no answer".into()) };
    let key = serde_json::Value::from(answer.name.clone()).to_string();
    let row = rows
        .iter()
        .find(|row| row.state.process() == "work" && row.key.as_ref().is_some_and(|it| it.json() == key));
    let Some(row) = row else { return Err(format!("it is acknowledged, and there is no `{}`", answer.name)) };
    let about = lines.iter().filter(|line| line.line.about.as_ref().is_some_and(|it| it.instance == row.id));
    let letters = about.filter_map(|line| line.line.payload.as_ref()?.read::<Letter>().ok());
    let mut answers = letters.filter(|letter| letter.topic() == Answered::TOPIC);
    match answers.any(|letter| letter.payload() == told.duty.letter.payload()) {
        true => Ok(()),
        false => Err(format!("it is acknowledged, and `{}` has not taken it", answer.name)),
    }
}
