//! `show`: what an instance has done, what it waits for since when, what comes next, and what may be done.

use super::act;
use super::complaint::{Complaint, Exit};
use super::find::{name, status};
use super::screen::{self, FAINT, STRONG, Screen};
use super::told::{self, Definitions, color, deadline, said};
use super::who::Viewer;
use crate::chain::StepStructure;
use crate::runner::{CallLine, Move, Status, Told};
use crate::store::{Duty, LineKind, LogLine, Ordered, Phase, Position, Row, Sqlite, Store, Timestamp};
use crate::{Effect, Json, Letter};
use std::collections::BTreeMap;

/// How many lines are read at once.
const PAGE: usize = 1_024;

pub(super) async fn show(
    store: &Sqlite,
    row: &Row,
    viewer: Option<&Viewer>,
    screen: &Screen,
) -> Result<Exit, Complaint> {
    let definitions = Definitions::read(store).await?;
    let lines = story(store, row).await?;
    if screen.json {
        let object = told::object(store, row, &definitions, viewer, screen).await;
        let mut told = serde_json::to_value(object).unwrap_or_default();
        told["steps"] = objects(row, &definitions, &lines);
        if let Some(why) = rolled_back(row, &lines, viewer).filter(|_| told["why"] == "") {
            told["why"] = why.into();
        }
        let open = open_calls(row, &lines).map(|call| {
            let CallLine { key, operation, since, .. } = call;
            serde_json::json!({"key": key, "operation": operation, "since": since.millis()})
        });
        told["open_calls"] = open.collect();
        if viewer.is_some() {
            told["data"] = serde_json::from_str(row.state.data().text()).unwrap_or_default();
        }
        screen.object(&told);
        return Ok(Exit::Good);
    }
    head(row, screen);
    now(store, row, (&definitions, &lines), viewer, screen).await;
    data(row, viewer, screen);
    steps(row, &definitions, &lines, screen);
    people(&lines, screen);
    actions(row, open_calls(row, &lines).next().is_some(), screen);
    Ok(Exit::Good)
}

/// All lines of an instance, from the first.
pub(super) async fn story(store: &Sqlite, row: &Row) -> Result<Vec<(Position, LogLine)>, Complaint> {
    let (mut lines, mut before) = (Vec::new(), None);
    loop {
        let page = store.story(row.id, before, PAGE).await?;
        let Some((last, _)) = page.last() else { break };
        before = Some(*last);
        lines.extend(page);
    }
    lines.reverse();
    Ok(lines)
}

fn head(row: &Row, screen: &Screen) {
    let rehearsal = if row.state.is_rehearsal() { ", a rehearsal" } else { "" };
    let (version, lines) = (row.state.version(), screen::counted(row.seq, "line"));
    screen.paragraph(
        &format!("{STRONG}{}{STRONG:#}  version {version}, {lines}{rehearsal}", name(row)),
        "",
        "  ",
    );
    if row.key.is_some() {
        screen.say(format!("{FAINT}{}{FAINT:#}", row.id));
    }
}

/// Where it stands, since when, and why.
async fn now(
    store: &Sqlite,
    row: &Row,
    (definitions, lines): (&Definitions, &[(Position, LogLine)]),
    viewer: Option<&Viewer>,
    screen: &Screen,
) {
    let status = status(row);
    let paint = color(status);
    let at = told::at(row).map(|step| format!(" at {step}")).unwrap_or_default();
    let since = format!("since {} ({})", screen::instant(row.changed), screen.ago(row.changed));
    screen.say(format!("\n{paint}{status}{paint:#}{at}\n  {since}"));
    if let Some(letter) = letter(row) {
        screen.paragraph(&letter, "  ", "  ");
    }
    let whys = [rolled_back(row, lines, viewer).unwrap_or_default(), definitions.why(row, viewer, screen)];
    for why in whys.iter().filter(|why| !why.is_empty()) {
        screen.paragraph(why, "  ", "  ");
    }
    for CallLine { key, operation, since, .. } in open_calls(row, lines) {
        let (bad, since) = (screen::BAD, screen::instant(since));
        let operation = screen::clean(&operation);
        let text = format!(
            "{bad}no answer{bad:#} to {operation}, which was called {since} with the key {key}: it may have been \
             carried out"
        );
        screen.paragraph(&text, "  ", "  ");
    }
    let deadline = deadline(store, row).await;
    if let Some(alert) = deadline.alert {
        let text = format!("alert {} ({})", screen::instant(alert), screen.until(alert));
        screen.paragraph(&text, "  ", "  ");
    }
    if deadline.is_over {
        let bad = screen::BAD;
        screen.paragraph(&format!("{bad}longer than it should: somebody was alerted{bad:#}"), "  ", "  ");
    }
    if let Some(due) = deadline.due.filter(|_| status == Status::Waiting) {
        let text = format!("goes on {} ({}) in any case", screen::instant(due), screen.until(due));
        screen.paragraph(&text, "  ", "  ");
    }
}

/// The letter to which it is owed, if it is a duty.
fn letter(row: &Row) -> Option<String> {
    let state = row.duty_state()?;
    let duty: Duty = row.state.read().ok()?;
    let (letter, context) = (&duty.letter, Duty::context_of(row.state.process()));
    let way = duty.path.iter().map(|link| format!("`{}` to `{}`, ", link.topic, link.context));
    let way = way.collect::<String>();
    let by_way =
        if way.is_empty() { way } else { format!("; it came by way of {}", way.trim_end_matches(", ")) };
    let (topic, sender) = (letter.topic(), letter.sender());
    Some(screen::clean(&format!("a letter of `{topic}` from `{sender}` to `{context}`: {state}{by_way}")))
}

/// The effects in its record of which nobody knows whether they happened.
fn open_calls(row: &Row, lines: &[(Position, LogLine)]) -> impl Iterator<Item = CallLine> {
    let recorded = lines.iter().filter(|(position, _)| row.standing.record.contains(position));
    recorded.filter_map(|(_, line)| {
        let call: CallLine = line.payload.as_ref()?.read().ok()?;
        let is_open = matches!(call.told, Told::Intent | Told::Open(_)) && line.effect != Some(Effect::Read);
        is_open.then_some(call)
    })
}

fn data(row: &Row, viewer: Option<&Viewer>, screen: &Screen) {
    match viewer {
        Some(_) => {
            screen.paragraph(&pretty(row.state.data()), &format!("\n{}  ", row.state.type_name()), "  ")
        }
        None => {
            let bytes = row.state.data().text().len();
            let hint = format!("{FAINT}(--payloads --why … shows it){FAINT:#}");
            screen.paragraph(&format!("{}, {bytes} bytes {hint}", row.state.type_name()), "\n", "  ");
        }
    }
}

fn pretty(json: &Json) -> String {
    let value: serde_json::Value = serde_json::from_str(json.text()).unwrap_or_default();
    serde_json::to_string_pretty(&value).unwrap_or_default()
}

/// What has become of a step.
#[derive(Default)]
struct Fate {
    done: Option<Timestamp>,
    failed: Option<Timestamp>,
    undone: Option<Timestamp>,
    /// The topics on which it has published, if it is done.
    published: Vec<String>,
}

/// What has become of each step, by its story.
fn fates(lines: &[(Position, LogLine)]) -> BTreeMap<&str, Fate> {
    let mut fates: BTreeMap<&str, Fate> = BTreeMap::new();
    for (_, line) in lines {
        let Some(step) = line.step.as_deref() else { continue };
        match line.kind {
            LineKind::Stepped | LineKind::Finished => {
                let letters = line.payload.as_ref().and_then(|payload| payload.read::<Vec<Letter>>().ok());
                let published = letters.iter().flatten().map(|letter| letter.topic().to_owned()).collect();
                let _ = fates.insert(step, Fate { done: Some(line.at), published, ..Fate::default() });
            }
            LineKind::Failed => fates.entry(step).or_default().failed = Some(line.at),
            LineKind::StepUndone => fates.entry(step).or_default().undone = Some(line.at),
            _ => {}
        }
    }
    fates
}

/// Why an instance is being rolled back, or was: its step failed, or a person wanted it.
fn rolled_back(row: &Row, lines: &[(Position, LogLine)], viewer: Option<&Viewer>) -> Option<String> {
    if !matches!(row.standing.phase, Phase::Undoing | Phase::Undone) {
        return None;
    }
    lines.iter().rev().find_map(|(_, line)| match line.kind {
        LineKind::Failed => Some(said(line.about.as_ref()?.standing.reason.as_deref()?, viewer)),
        LineKind::Undoing => {
            let Ordered { who, why, .. } = line.payload.as_ref()?.read().ok()?;
            Some(format!("by {}: {}", screen::clean(&who), screen::clean(&why)))
        }
        _ => None,
    })
}

/// Its steps: which are done, which are undone, at which it stands, and which come next.
fn steps(row: &Row, definitions: &Definitions, lines: &[(Position, LogLine)], screen: &Screen) {
    let Some(structure) = definitions.of(row).filter(|structure| !structure.steps.is_empty()) else { return };
    let (fates, status) = (fates(lines), status(row));
    let width = structure.steps.iter().map(|step| step.name.len()).max().unwrap_or(0);
    screen.say(format!("\n{FAINT}steps{FAINT:#}"));
    let here = told::at(row);
    let mut behind = here.is_some();
    for step in &structure.steps {
        let is_here = here == Some(step.name.as_str());
        behind &= !is_here;
        let none = Fate::default();
        let Fate { done, failed, undone, published } = fates.get(step.name.as_str()).unwrap_or(&none);
        let failed = failed.map(|at| format!("failed {}", screen.time(at)));
        let (mark, said) = match (done, undone) {
            _ if is_here && row.standing.phase == Phase::Undoing => {
                let by = step.undone_by.as_deref().map(|undo| format!(" by {undo}")).unwrap_or_default();
                (format!("{STRONG}>{STRONG:#}"), format!("is being undone{by}"))
            }
            _ if is_here && !status.is_ended() => (format!("{STRONG}>{STRONG:#}"), does(step)),
            (_, Some(at)) => {
                let undone = format!("undone {}", screen.time(*at));
                ("\u{21a9}".into(), failed.into_iter().chain([undone]).collect::<Vec<_>>().join(", "))
            }
            _ if failed.is_some() => ("\u{2717}".into(), failed.unwrap_or_default()),
            (Some(at), _) => {
                let told = published.iter().map(|topic| format!(", published {topic}"));
                ("\u{2713}".into(), format!("done {}{}", screen.time(*at), told.collect::<String>()))
            }
            _ if behind || status.is_ended() => (" ".into(), "not done".into()),
            _ => (" ".into(), does(step)),
        };
        let gap = " ".repeat(width - step.name.len());
        let first = format!("{mark} {}{gap}  ", step.name);
        let margin = " ".repeat(width + 4);
        screen.paragraph(&said, &first, &margin);
    }
}

/// Its steps for programs: what each is, and when it was done, failed or was undone.
fn objects(row: &Row, definitions: &Definitions, lines: &[(Position, LogLine)]) -> serde_json::Value {
    let steps = definitions.of(row).map(|structure| structure.steps.as_slice()).unwrap_or_default();
    let fates = fates(lines);
    let object = |step: &StepStructure| {
        let mut told = serde_json::to_value(step).unwrap_or_default();
        let none = Fate::default();
        let Fate { done, failed, undone, published } = fates.get(step.name.as_str()).unwrap_or(&none);
        for (name, at) in [("done", done), ("failed", failed), ("undone", undone)] {
            told[name] = at.map(Timestamp::millis).into();
        }
        told["published"] = published.as_slice().into();
        told
    };
    steps.iter().map(object).collect()
}

/// What a step does, as far as its definition says.
fn does(step: &StepStructure) -> String {
    let mut parts: Vec<String> = step.awaits.iter().map(|topic| format!("waits for {topic}")).collect();
    for call in step.calls.iter().flatten() {
        let effect = match call.effect {
            Effect::Read => "reads",
            Effect::Write => "writes",
            Effect::Irreversible => "does irreversibly",
        };
        parts.push(format!("{effect} {}::{}", call.context, call.operation));
    }
    parts.extend(step.undone_by.iter().map(|undo| format!("undone by {undo}")));
    parts.join(", ")
}

/// What people did.
fn people(lines: &[(Position, LogLine)], screen: &Screen) {
    let said = lines.iter().filter_map(|(position, line)| {
        let payload = line.payload.as_ref()?;
        let ordered = || payload.read::<Ordered>().ok();
        Some((position, line, ordered().or_else(|| payload.read::<CallLine>().ok()?.by)?))
    });
    for (at, (position, line, Ordered { who, why, refused, .. })) in said.enumerate() {
        if at == 0 {
            screen.say(format!("\n{FAINT}people{FAINT:#}"));
        }
        let refused = refused.map(|why| format!(", as {why}")).unwrap_or_default();
        let (who, why) = (screen::clean(&who), screen::clean(&why));
        let text =
            format!("{} {} by {who}: {why}{refused} (line {position})", screen.time(line.at), line.kind);
        screen.paragraph(&text, "  ", "    ");
    }
}

/// What may be done now.
fn actions(row: &Row, has_open_calls: bool, screen: &Screen) {
    let verbs = [
        (Move::Retry, "retry"),
        (Move::Hold, "hold"),
        (Move::Release, "release"),
        (Move::Cancel, "cancel"),
        (Move::RollBack, "rollback"),
        (Move::Deliver, "deliver"),
    ];
    let moves = verbs.iter().filter(|(by, _)| act::may(row, *by)).map(|(_, verb)| *verb);
    let may: Vec<&str> = ["answer"].into_iter().filter(|_| has_open_calls).chain(moves).collect();
    if !may.is_empty() {
        let text =
            format!("{} (with --why, and --seen {} if nothing may have changed)", may.join(", "), row.seq);
        screen.say(format!("\n{FAINT}you may{FAINT:#}"));
        screen.paragraph(&text, "  ", "  ");
    }
}
