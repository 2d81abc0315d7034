//! Where an instance stands, in words.

use super::find::{name, status};
use super::screen::{self, Screen};
use super::who::Viewer;
use crate::chain::{StepStructure, Structure};
use crate::runner::Status;
use crate::store::{DefinitionId, LineKind, LogLine, Row, Sqlite, Standing, Store, Timestamp};
use anstyle::Style;
use std::collections::BTreeMap;

/// What the store's definitions say.
pub(super) struct Definitions(BTreeMap<DefinitionId, Structure>);

/// Until when an instance waits.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Deadline {
    /// When it goes on though nothing has come.
    pub(super) due: Option<Timestamp>,
    /// When somebody is told that nothing has come.
    pub(super) alert: Option<Timestamp>,
    /// Somebody was told.
    pub(super) is_over: bool,
}

impl Definitions {
    pub(super) async fn read(store: &Sqlite) -> crate::store::Result<Definitions> {
        let all = store.definitions().await?;
        let readable = |it: &crate::store::Definition| Some((it.id, it.structure.read::<Structure>().ok()?));
        Ok(Definitions(all.iter().filter_map(readable).collect()))
    }

    pub(super) fn of(&self, row: &Row) -> Option<&Structure> {
        self.0.get(&row.definition)
    }

    /// Of which process each definition is.
    pub(super) fn processes(&self) -> BTreeMap<DefinitionId, String> {
        self.0.iter().map(|(id, it)| (*id, it.process.clone())).collect()
    }

    pub(super) fn all(&self) -> impl Iterator<Item = &Structure> {
        self.0.values()
    }

    /// The step at which it stands.
    pub(super) fn step(&self, row: &Row) -> Option<&StepStructure> {
        let name = row.state.step()?;
        self.of(row)?.steps.iter().find(|step| step.name == name)
    }

    /// What it waits for, or why it stands where it stands.
    pub(super) fn why(&self, row: &Row, viewer: Option<&Viewer>, screen: &Screen) -> String {
        let standing = &row.standing;
        let reason = standing.reason.as_deref().map(|reason| said(reason, viewer));
        match status(row) {
            Status::Waiting => {
                let awaits = self.step(row).map(|step| step.awaits.as_slice()).unwrap_or_default();
                let topics =
                    awaits.iter().map(|topic| format!("for {topic}")).collect::<Vec<_>>().join(" and ");
                match (topics.is_empty(), standing.due) {
                    (false, _) => topics,
                    (true, Some(due)) => format!("until {}, {}", screen::instant(due), screen.until(due)),
                    (true, None) => "for a message".into(),
                }
            }
            Status::Retrying => {
                let due = standing.due.map(|due| screen.until(due)).unwrap_or_default();
                format!("attempt {} {due}", standing.attempt + 1)
            }
            Status::Held => match (standing.parked, &reason) {
                (true, Some(reason)) => format!("and parked: {reason}"),
                _ => String::new(),
            },
            _ => reason.unwrap_or_default(),
        }
    }
}

/// The step at which it stands; none if it is done, or nothing of it is left.
pub(super) fn at(row: &Row) -> Option<&str> {
    row.state.step().filter(|_| status(row) != Status::RolledBack)
}

/// What an error says, as it is shown to somebody: data in it only to a viewer.
pub(super) fn said(text: &str, viewer: Option<&Viewer>) -> String {
    let text = screen::clean(text);
    match viewer {
        Some(_) => text,
        None => redacted(&text),
    }
}

/// What an error says, without the data that errors of reading quote: texts in double quotes, and values behind
/// the names of their types.
pub(super) fn redacted(text: &str) -> String {
    const TYPES: [&str; 4] = ["integer", "floating point", "character", "boolean"];
    let (mut all, mut rest) = (String::new(), text);
    while let Some(at) = rest.find(['"', '`']) {
        let quote = &rest[at..=at];
        let inside = &rest[at + 1..];
        let mut escaped = false;
        let end = inside.char_indices().find(|(_, letter)| {
            let ends = quote.starts_with(*letter) && !escaped;
            escaped = *letter == '\\' && !escaped && quote == "\"";
            ends
        });
        all += &rest[..=at];
        let hides = quote == "\"" || TYPES.iter().any(|name| rest[..at].ends_with(&format!("{name} ")));
        let length = end.map_or(inside.len(), |(length, _)| length);
        all += if hides && length > 0 { "\u{2026}" } else { &inside[..length] };
        rest = &inside[length..];
        if let Some(behind) = rest.strip_prefix(quote) {
            all += quote;
            rest = behind;
        }
    }
    all + rest
}

/// Where it stands: its state, and the step if it is at one.
pub(super) fn stands(row: &Row) -> String {
    let at = at(row).map(|step| format!(" at {step}")).unwrap_or_default();
    format!("{}{at}", status(row))
}

/// In which colour a state is told.
pub(super) fn color(status: Status) -> Style {
    match status {
        Status::Done => screen::GOOD,
        Status::Parked | Status::Failed => screen::BAD,
        Status::Held | Status::Retrying | Status::Undoing => screen::DOUBTFUL,
        Status::Cancelled | Status::RolledBack => screen::FAINT,
        Status::Ready | Status::Running | Status::Waiting => screen::PLAIN,
    }
}

/// Until when an instance waits, as the lines of its record say, or as a letter does.
pub(super) async fn deadline(store: &Sqlite, row: &Row) -> Deadline {
    let Standing { due, deadline, overdue, .. } = row.standing;
    let stands = Deadline { due, alert: deadline, is_over: overdue };
    let Ok(lines) = store.lines(&row.standing.record).await else { return stands };
    let said = |line: &LogLine| line.payload.as_ref()?.read::<crate::runner::Waits>().ok();
    let Some(last) = lines.iter().rev().find_map(said) else { return stands };
    // Of what was alerted, a line was noted.
    let is_over = lines.iter().any(|line| line.kind == LineKind::Noted && said(line).is_some());
    Deadline { due: last.due, alert: last.overdue, is_over }
}

/// An instance for programs.
#[derive(serde::Serialize)]
pub(super) struct Object {
    id: String,
    instance: String,
    process: String,
    version: u32,
    key: Option<serde_json::Value>,
    rehearsal: bool,
    step: Option<String>,
    status: &'static str,
    why: String,
    attempt: u32,
    due: Option<i64>,
    alert: Option<i64>,
    overdue: bool,
    lines: u64,
    since: i64,
}

/// An instance for programs. Times are milliseconds since 1970, in UTC.
pub(super) async fn object(
    store: &Sqlite,
    row: &Row,
    definitions: &Definitions,
    viewer: Option<&Viewer>,
    screen: &Screen,
) -> Object {
    let Deadline { due, alert, is_over } = deadline(store, row).await;
    Object {
        id: row.id.to_string(),
        instance: name(row),
        process: row.state.process().to_owned(),
        version: row.state.version(),
        key: row.key.as_ref().and_then(|key| serde_json::from_str(key.json()).ok()),
        rehearsal: row.state.is_rehearsal(),
        step: at(row).map(str::to_owned),
        status: status(row).word(),
        why: definitions.why(row, viewer, screen),
        attempt: row.standing.attempt,
        due: due.map(Timestamp::millis),
        alert: alert.map(Timestamp::millis),
        overdue: is_over,
        lines: row.seq,
        since: row.changed.millis(),
    }
}

#[cfg(test)]
mod tests {
    use super::redacted;

    #[test]
    fn an_error_is_told_without_the_data_that_it_quotes() {
        for (whole, told) in [
            (
                "invalid type: string \"DE89 3704\", expected u64",
                "invalid type: string \"\u{2026}\", expected u64",
            ),
            ("a \"quoted \\\" quote\" and more", "a \"\u{2026}\" and more"),
            (
                "invalid value: integer `4711`, expected a month",
                "invalid value: integer `\u{2026}`, expected a month",
            ),
            ("missing field `note` at `holder`", "missing field `note` at `holder`"),
            ("it has an open \"end", "it has an open \"\u{2026}"),
            ("", ""),
        ] {
            assert_eq!(redacted(whole), told);
        }
    }
}
