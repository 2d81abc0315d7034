//! `stuck` and `health`: what does not go on, and why; and whether the service works.

use super::app::App;
use super::arguments::Filter;
use super::complaint::{Complaint, Exit};
use super::find::{self, Also, Selection};
use super::screen::{self, BAD, Cell, GOOD, Screen, Table};
use super::told::{self, Definitions, color, deadline};
use crate::runner::{Status, named};
use crate::store::{Command, CommandId, InstanceId, LineKind, Owner, Row, Sqlite, Store, Target, Verb};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::time::Duration;

/// How many rows are read at once.
const PAGE: usize = 1_024;

/// How long an owner may be silent: it shows a sign of life every five seconds.
const SILENT: Duration = Duration::from_secs(15);

/// How long something that could go on may stand still.
const LATE: Duration = Duration::from_secs(300);

/// From which attempt on a step that is tried again is told of.
const ATTEMPTS: u32 = 3;

/// Who serves the store, and what.
pub(super) struct Service {
    pub(super) owner: Option<Owner>,
    /// The versions that are served: by the owner, or by the program that asks.
    served: Option<BTreeSet<(String, u32)>>,
}

/// Why something does not go on, by kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
enum Kind {
    Unreadable,
    Parked,
    Unserved,
    Overdue,
    Unowned,
    Silent,
    Late,
    Failing,
}

impl Service {
    pub(super) async fn of(store: &Sqlite, app: Option<&App>) -> Result<Service, Complaint> {
        let owner = store.owner()?;
        let served = match (&owner, app) {
            (Some(_), _) => {
                let serves = store.members().await?.pop().map(|(_, member)| member.serves);
                // A build before the one that says so is silent about it.
                serves.filter(|serves| !serves.is_empty()).map(|serves| serves.into_iter().collect())
            }
            (None, Some(app)) => Some(app.served().collect()),
            (None, None) => None,
        };
        Ok(Service { owner, served })
    }

    fn serves(&self, process: &str, version: u32) -> bool {
        self.served.as_ref().is_none_or(|served| served.contains(&(process.to_owned(), version)))
    }

    fn is_silent(&self) -> bool {
        self.owner.as_ref().and_then(|owner| owner.silent).is_some_and(|silent| silent > SILENT)
    }

    /// Why an instance does not go on, if that is so.
    async fn why(&self, store: &Sqlite, row: &Row, screen: &Screen) -> Option<(Kind, String)> {
        let status = find::status(row);
        let (process, version) = (row.state.process(), row.state.version());
        if status == Status::Held {
            return None;
        }
        if status == Status::Parked {
            let reason = row.standing.reason.as_deref().unwrap_or_default();
            return Some((Kind::Parked, told::redacted(reason)));
        }
        if !self.serves(process, version) {
            let why = match row.is_duty() {
                true => format!("nobody here takes letters for {process}"),
                false => format!("nobody here serves version {version} of {process}"),
            };
            return Some((Kind::Unserved, why));
        }
        if row.standing.overdue || status == Status::Waiting && deadline(store, row).await.is_over {
            return Some((Kind::Overdue, "it is overdue".into()));
        }
        let goes_on = row.wake().filter(|wake| wake.at <= screen.now());
        if let Some(wake) = goes_on {
            let since = wake.at.max(row.changed);
            let late = screen.now().since(since) > LATE;
            let since = screen.ago(since);
            match &self.owner {
                None => {
                    return Some((
                        Kind::Unowned,
                        format!("it could have gone on {since} ago, but nobody runs the store"),
                    ));
                }
                Some(owner) if self.is_silent() => {
                    return Some((Kind::Silent, format!("the owner, {}, shows no sign of life", owner.name)));
                }
                Some(_) if late => {
                    let why = format!("its step has been running, or waiting for its turn, for {since}");
                    return Some((Kind::Late, why));
                }
                Some(_) => {}
            }
        }
        if status == Status::Retrying && row.standing.attempt >= ATTEMPTS {
            let line = store.lines(&[row.last]).await.ok()?.pop()?;
            let why = line.payload.filter(|_| line.kind == LineKind::Retried)?.read::<String>().ok()?;
            let why = told::redacted(&why);
            return Some((Kind::Failing, format!("it failed {} times: {why}", row.standing.attempt)));
        }
        None
    }
}

/// What does not go on.
struct Stuck {
    what: What,
    step: Option<String>,
    status: Option<Status>,
    since: Option<crate::store::Timestamp>,
    kind: Kind,
    why: String,
}

/// An instance by its name and its id, or a command.
enum What {
    Instance(String, InstanceId),
    Command(Option<CommandId>),
}

pub(super) async fn stuck(
    store: &Sqlite,
    app: Option<&App>,
    filter: &Filter,
    screen: &Screen,
) -> Result<Exit, Complaint> {
    let service = Service::of(store, app).await?;
    let selection = Selection::of(store, filter, Also { ended: false, duties: true }).await?;
    let spinner = screen.spinner("looking for what does not go on");
    let (mut all, mut held, mut after) = (Vec::new(), 0_u64, None);
    loop {
        let (found, more) = selection.page(store, after, PAGE).await?;
        for found in found {
            match found {
                Ok(row) => {
                    held += u64::from(row.standing.held);
                    all.extend(service.why(store, &row, screen).await.map(|why| stuck_row(&row, why)));
                }
                Err((id, why)) => all.push(unreadable(id, why)),
            }
        }
        let Some(more) = more else { break };
        after = Some(more);
    }
    spinner.finish_and_clear();
    all.extend(commands(store, &service, screen).await?);
    tell(&all, screen);
    if held > 0 {
        screen.say(format!("{} held by a person: ps --status held", screen::number(held)));
    }
    Ok(if all.is_empty() { Exit::Good } else { Exit::Amiss })
}

fn stuck_row(row: &Row, (kind, why): (Kind, String)) -> Stuck {
    let (what, step) = (What::Instance(find::name(row), row.id), told::at(row).map(str::to_owned));
    let (status, since) = (Some(find::status(row)), Some(row.changed));
    Stuck { what, step, status, since, kind, why }
}

fn unreadable(id: InstanceId, why: String) -> Stuck {
    let (what, why) = (What::Instance(id.to_string(), id), format!("its row cannot be read: {why}"));
    Stuck { what, step: None, status: None, since: None, kind: Kind::Unreadable, why }
}

/// Commands that nobody carries out.
async fn commands(store: &Sqlite, service: &Service, screen: &Screen) -> Result<Vec<Stuck>, Complaint> {
    let of =
        |id, kind, since, why| Stuck { what: What::Command(id), step: None, status: None, since, kind, why };
    let commands = match store.inbox(None, PAGE).await {
        Ok(commands) => commands,
        Err(error) if error.is_damaged() => {
            return Ok(vec![of(None, Kind::Unreadable, None, error.to_string())]);
        }
        Err(error) => return Err(error.into()),
    };
    let late = commands.into_iter().filter(|it| screen.now().since(it.at) > SILENT);
    let kind = if service.owner.is_none() { Kind::Unowned } else { Kind::Late };
    let mut told = Vec::new();
    for Command { id, at, who, why, verb, .. } in late {
        let (word, whose) = (verb.word(), target(store, &verb).await);
        let why = format!("`{word} {whose}` is not carried out yet, by {who}: {why}");
        told.push(of(Some(id), kind, Some(at), why));
    }
    Ok(told)
}

/// For which instance a command is, by what people call it.
async fn target(store: &Sqlite, verb: &Verb) -> String {
    match verb {
        Verb::Start { instance, key, state } => find::called(state.process(), key.as_ref(), *instance),
        verb => match verb.target() {
            Some(Target::Instance(id)) => {
                let row = store.row(*id).await.ok().flatten();
                row.map_or_else(|| id.to_string(), |row| find::name(&row))
            }
            Some(Target::Key { process, key, .. }) => format!("{process}/{key}"),
            None => String::new(),
        },
    }
}

fn tell(all: &[Stuck], screen: &Screen) {
    let mut table = Table::new(&["INSTANCE", "STEP", "STATE", "SINCE", "WHY"]);
    let mut counts: BTreeMap<Kind, u64> = BTreeMap::new();
    for Stuck { what, step, status, since, kind, why } in all {
        *counts.entry(*kind).or_default() += 1;
        let (instance, id, command) = match what {
            What::Instance(name, id) => (Some(name), Some(id.to_string()), None),
            What::Command(id) => (None, None, id.map(|id| id.to_string())),
        };
        let unreadable = Some("unreadable").filter(|_| *kind == Kind::Unreadable);
        let word = status.map(Status::word).or(unreadable);
        let mut told = serde_json::json!({
            "instance": instance, "id": id, "step": step, "status": word, "kind": kind, "why": why,
            "since": since.map(|since| since.millis()),
        });
        if let What::Command(_) = what {
            told["command"] = command.clone().into();
        }
        screen.object(&told);
        let name = instance.cloned().unwrap_or_else(|| match command {
            Some(id) => format!("command {id}"),
            None => "a command".into(),
        });
        table.row(vec![
            Cell(name, screen::STRONG),
            Cell::plain(step.as_deref().unwrap_or("-")),
            Cell(word.unwrap_or("-").into(), status.map_or(BAD, color)),
            Cell::plain(since.map_or_else(|| "-".into(), |since| screen.ago(since))),
            Cell::plain(why.clone()),
        ]);
    }
    if all.is_empty() {
        return screen.say(format!("{GOOD}nothing is stuck{GOOD:#}"));
    }
    screen.table(&table);
    let counts: Vec<String> = counts
        .iter()
        .map(|(kind, count)| {
            let word = serde_json::to_value(kind).unwrap_or_default();
            format!("{} {}", screen::number(*count), word.as_str().unwrap_or_default())
        })
        .collect();
    let all = screen::number(all.len() as u64);
    screen.say(format!("\n{BAD}{all} stuck{BAD:#}: {}", counts.join(", ")));
    screen.paragraph("what one did, and what you may do about it: show INSTANCE", "", "");
}

/// Whether somebody runs the store, and serves what is on its way, and all that is on a map.
pub(super) async fn health(store: &Sqlite, map: Option<&Path>, screen: &Screen) -> Result<Exit, Complaint> {
    let wanted = map.map(crate::runner::wanted).transpose();
    let wanted = wanted.map_err(|why| {
        Complaint::new(why)
            .help("name the file of the map, the `stateline.yaml` with which the program was built")
    })?;
    let service = Service::of(store, None).await?;
    let alive = service.owner.is_some() && !service.is_silent();
    let mut unserved = BTreeSet::new();
    for structure in Definitions::read(store).await?.all() {
        let (process, version) = (structure.process.clone(), structure.version);
        let query = crate::store::Query {
            process: Some(process.clone()),
            version: Some(version),
            ended: Some(false),
            ..crate::store::Query::all(1)
        };
        // An unreadable row is on its way too.
        let flies = store.find(&query).await.map_or(true, |page| !page.rows.is_empty());
        if flies && !(alive && service.serves(&process, version)) {
            unserved.insert(named(&process, version));
        }
    }
    let unmapped = wanted.unwrap_or_default().into_iter();
    // A build that does not say what it serves may serve nothing.
    let says = alive && service.served.is_some();
    let unmapped = unmapped.filter(|(process, version)| !(says && service.serves(process, *version)));
    let unmapped: BTreeSet<String> = unmapped
        .map(|(process, version)| named(&process, version))
        .filter(|name| !unserved.contains(name))
        .collect();
    let owner = service.owner.as_ref().map(|owner| owner.name.clone());
    let held = store.restored().await?;
    screen.object(
        &serde_json::json!({"alive": alive, "owner": owner, "unserved": unserved, "unserved_on_map": unmapped,
        "held": held}),
    );
    let good = alive && unserved.is_empty() && unmapped.is_empty() && held.is_none();
    let said = match (&owner, alive) {
        (None, _) => format!("{BAD}nobody runs the store{BAD:#}"),
        (Some(owner), false) => format!("{BAD}{owner} runs the store, and shows no sign of life{BAD:#}"),
        (Some(owner), true) => format!("{GOOD}alive{GOOD:#}: {owner} runs the store"),
    };
    screen.paragraph(&said, "", "  ");
    if let Some(held) = &held {
        screen.paragraph(&format!("{BAD}held{BAD:#}: nothing runs on the store, as {held}"), "", "  ");
    }
    for unserved in &unserved {
        screen.paragraph(
            &format!("{BAD}unserved{BAD:#}: nobody serves {unserved}, and some of it is unfinished"),
            "",
            "  ",
        );
    }
    for unserved in &unmapped {
        let said = format!("{BAD}unserved{BAD:#}: nobody serves {unserved}, which the map has");
        screen.paragraph(&said, "", "  ");
    }
    Ok(if good { Exit::Good } else { Exit::Amiss })
}
