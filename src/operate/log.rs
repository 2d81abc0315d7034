//! `log` and `follow`: what happened, line by line.

use super::complaint::{Complaint, Exit};
use super::find::{called, unknown_process};
use super::screen::{self, FAINT, Screen};
use super::show::story;
use super::told::{Definitions, said};
use super::who::Viewer;
use crate::store::{LineKind, LogLine, Ordered, Place, Position, Row, Sqlite, Store};
use crate::{Json, Letter};
use std::collections::BTreeMap;
use std::time::Duration;

/// How often is looked for new lines.
const LOOK: Duration = Duration::from_millis(200);

/// How many lines are read at once.
const PAGE: usize = 512;

/// The log of one instance.
pub(super) async fn of(
    store: &Sqlite,
    row: &Row,
    viewer: Option<&Viewer>,
    screen: &Screen,
) -> Result<Exit, Complaint> {
    let names = Names::new(Definitions::read(store).await?);
    for (position, line) in story(store, row).await? {
        names.tell(position, &line, viewer, screen);
    }
    Ok(Exit::Good)
}

/// The end of the whole log.
pub(super) async fn end(store: &Sqlite, last: usize, screen: &Screen) -> Result<Exit, Complaint> {
    let end = last_line(store).await?;
    let mut names = Names::new(Definitions::read(store).await?);
    let mut after = Position(end.0.saturating_sub(last as u64));
    // What is written meanwhile is for `follow`.
    while after < end
        && let Some(next) = names.page(store, (after, Some(end)), (None, None), screen).await?.last
    {
        after = next;
    }
    Ok(Exit::Good)
}

/// Which lines are followed.
pub(super) struct Followed {
    pub(super) process: Option<String>,
    pub(super) from: Option<u64>,
    pub(super) most: Option<usize>,
}

/// Each line as it is written.
pub(super) async fn follow(store: &Sqlite, followed: Followed, screen: &Screen) -> Result<Exit, Complaint> {
    let Followed { process, from, most } = followed;
    let mut names = Names::new(Definitions::read(store).await?);
    if let Some(process) = process.as_ref().filter(|process| !names.knows(process)) {
        let known: Vec<String> = names.definitions.all().map(|it| it.process.clone()).collect();
        return Err(unknown_process(process, &known));
    }
    let mut after = match from {
        Some(from) => Position(from.saturating_sub(1)),
        None => last_line(store).await?,
    };
    let mut told = 0;
    while most.is_none_or(|most| told < most) {
        let most = most.map(|most| most - told);
        let page = names.page(store, (after, None), (process.as_deref(), most), screen).await?;
        told += page.told;
        match page.last {
            Some(last) => after = last,
            None => tokio::select! {
                () = tokio::time::sleep(LOOK) => {}
                _ = tokio::signal::ctrl_c() => return Ok(Exit::Good),
            },
        }
    }
    Ok(Exit::Good)
}

/// The position of the last line: positions have no gaps.
pub(super) async fn last_line(store: &Sqlite) -> Result<Position, Complaint> {
    let is_there = async |position: u64| -> Result<bool, Complaint> {
        match store.feed(Position(position - 1), 1).await {
            Ok(lines) => Ok(!lines.is_empty()),
            // One that cannot be read is there.
            Err(error) if matches!(error.place(), Some(Place::Line(_))) => Ok(true),
            Err(error) => Err(error.into()),
        }
    };
    let (mut there, mut beyond) = (0, 1);
    while is_there(beyond).await? {
        (there, beyond) = (beyond, beyond * 2);
    }
    while beyond - there > 1 {
        let middle = there + (beyond - there) / 2;
        match is_there(middle).await? {
            true => there = middle,
            false => beyond = middle,
        }
    }
    Ok(Position(there))
}

/// What a page came to.
struct Told {
    last: Option<Position>,
    told: usize,
}

/// What is needed to tell lines: the definitions, which may become more.
struct Names {
    definitions: Definitions,
    processes: BTreeMap<crate::store::DefinitionId, String>,
}

impl Names {
    fn new(definitions: Definitions) -> Names {
        let processes = definitions.processes();
        Names { definitions, processes }
    }

    fn knows(&self, process: &str) -> bool {
        self.definitions.all().any(|it| it.process == process)
    }

    async fn page(
        &mut self,
        store: &Sqlite,
        (after, end): (Position, Option<Position>),
        (process, most): (Option<&str>, Option<usize>),
        screen: &Screen,
    ) -> Result<Told, Complaint> {
        let lines = match store.feed(after, PAGE).await {
            Ok(lines) => lines,
            Err(error) => {
                let Some(Place::Line(position)) = error.place() else { return Err(error.into()) };
                screen.object(&serde_json::json!({"line": position, "unreadable": error.what()}));
                let (bad, why) = (screen::BAD, screen::clean(error.what()));
                let first = format!("{position:>6}  ");
                screen.paragraph(&format!("{bad}cannot be read{bad:#}: {why}"), &first, "          ");
                return Ok(Told { last: Some(position), told: 1 });
            }
        };
        if lines.iter().any(|it| it.line.kind == LineKind::Defined) {
            *self = Names::new(Definitions::read(store).await?);
        }
        let (mut told, mut last) = (0, None);
        for stored in &lines {
            if end.is_some_and(|end| stored.position > end) || most.is_some_and(|most| told == most) {
                break;
            }
            last = Some(stored.position);
            let its = stored.line.about.as_ref().and_then(|about| self.processes.get(&about.definition));
            if process.is_none_or(|process| its.is_some_and(|its| its == process)) {
                self.tell(stored.position, &stored.line, None, screen);
                told += 1;
            }
        }
        Ok(Told { last, told })
    }

    fn tell(&self, position: Position, line: &LogLine, viewer: Option<&Viewer>, screen: &Screen) {
        let name = line.about.as_ref().map(|about| {
            let process = self.processes.get(&about.definition).map_or("?", String::as_str);
            called(process, about.key.as_ref(), about.instance)
        });
        let what = what(line, viewer);
        if screen.json {
            let mut told = serde_json::json!({
                "line": position, "at": line.at.millis(), "kind": line.kind.name(), "instance": name,
                "id": line.about.as_ref().map(|about| about.instance.to_string()),
                "step": line.step, "what": what,
            });
            if viewer.is_some() {
                let read = |json: &Json| serde_json::from_str::<serde_json::Value>(json.text()).ok();
                told["payload"] = line.payload.as_ref().and_then(read).unwrap_or_default();
                told["data"] = line.state.as_ref().and_then(|state| read(state.data())).unwrap_or_default();
            }
            return screen.object(&told);
        }
        let mut text = line.kind.to_string();
        for part in [name, line.step.as_deref().map(str::to_owned), what].into_iter().flatten() {
            text += &format!("  {part}");
        }
        let first = format!("{position:>6}  {FAINT}{}{FAINT:#}  ", screen.time(line.at));
        screen.paragraph(&screen::clean(&text), &first, "          ");
        if viewer.is_some() {
            let data = line.state.as_ref().map(|state| state.data().text());
            for json in data.into_iter().chain(line.payload.as_ref().map(Json::text)) {
                screen.paragraph(&screen::clean(json), "          ", "          ");
            }
        }
    }
}

/// What a line says, without data of the user's.
fn what(line: &LogLine, viewer: Option<&Viewer>) -> Option<String> {
    let reason = line.about.as_ref().and_then(|about| about.standing.reason.as_deref());
    let reason = reason.map(|reason| said(reason, viewer));
    let Some(payload) = &line.payload else { return reason };
    if let Ok(Ordered { who, why, refused, shown, restored }) = payload.read::<Ordered>() {
        if let Some(restored) = restored {
            return Some(format!("the store may run, by {who}: {why}; {restored}"));
        }
        if let Some(shown) = shown {
            return Some(format!("the data of {shown} was shown to {who}: {why}"));
        }
        let refused = refused.map(|refused| format!("refused, as {refused}; ")).unwrap_or_default();
        return Some(format!("{refused}by {who}: {why}"));
    }
    if let Ok(letter) = payload.read::<Letter>() {
        return Some(letter_of(&letter));
    }
    if let Ok(letters) = payload.read::<Vec<Letter>>() {
        let topics: Vec<&str> = letters.iter().map(Letter::topic).collect();
        return Some(format!("publishes {}", topics.join(", ")));
    }
    let value: serde_json::Value = serde_json::from_str(payload.text()).unwrap_or_default();
    match line.kind {
        LineKind::Intent | LineKind::Answer => value["operation"].as_str().map(str::to_owned),
        LineKind::Retried => value.as_str().map(|why| said(why, viewer)),
        LineKind::Opened => {
            let member = &value["member"];
            Some(format!(
                "process {}, build {}",
                member["process_id"],
                member["build"].as_str().unwrap_or("?")
            ))
        }
        LineKind::Defined => {
            Some(format!("{} version {}", value["process"].as_str().unwrap_or("?"), value["version"]))
        }
        _ => reason,
    }
}

fn letter_of(letter: &Letter) -> String {
    match letter.cause() {
        Some(crate::Cause::Person { who, why }) => format!("{} by {who}: {why}", letter.topic()),
        _ => format!("{} from {}", letter.topic(), letter.sender()),
    }
}
