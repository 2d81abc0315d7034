//! `preflight`: whether this build could take the store over: every instance and every letter is read by it, and none
//! moves.

use super::app::App;
use super::arguments::Filter;
use super::complaint::{Complaint, Exit};
use super::find::{self, Also, Selection};
use super::screen::{self, BAD, Cell, GOOD, PLAIN, STRONG, Screen, Table};
use super::told::{self, color};
use crate::chain::Structure;
use crate::runner::{Status, reads};
use crate::store::{Definition, DefinitionId, Duty, Row, Sqlite, Store};
use std::collections::{BTreeMap, HashMap};

/// How many rows are read at once.
const PAGE: usize = 1_024;

/// How many instances are named, of those that would not stay.
const NAMED: usize = 20;

/// What would become of an instance under this build.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
enum Fate {
    /// It stays where it is, and goes on as it began.
    Stays,
    /// It would go on in another way than it began.
    Moves,
    /// What is stored of it could not be read.
    Unreadable,
    /// Nothing here would go on with it.
    Unserved,
}

/// What this build says of the instances of a definition; nothing, if each is to be read.
type Judged = Option<(Fate, String)>;

pub(super) async fn preflight(store: &Sqlite, app: &App, screen: &Screen) -> Result<Exit, Complaint> {
    let definitions = store.definitions().await?;
    let judged: HashMap<DefinitionId, Judged> =
        definitions.iter().map(|it| (it.id, judge(app, it))).collect();
    let selection = Selection::of(store, &Filter::default(), Also { ended: false, duties: true }).await?;
    let spinner = screen.spinner("reading what is on its way");
    let mut flight = Flight::default();
    let mut after = None;
    loop {
        let (found, more) = selection.page(store, after, PAGE).await?;
        for found in found {
            match found {
                Ok(row) if row.is_duty() => flight.take(&row, hear(app, &row), screen),
                Ok(row) => {
                    let fate = match judged.get(&row.definition).cloned().flatten() {
                        Some(fate) => fate,
                        None => read(app, &row),
                    };
                    flight.take(&row, fate, screen);
                }
                Err((id, why)) => flight.name(id.to_string(), None, (Fate::Unreadable, why), screen),
            }
        }
        let Some(more) = more else { break };
        after = Some(more);
    }
    spinner.finish_and_clear();
    Ok(flight.tell(screen))
}

/// Holds what instances of a version began with against what this build would go on with.
fn judge(app: &App, definition: &Definition) -> Judged {
    let Definition { process, version, .. } = definition;
    if Duty::is_course(process) {
        return None;
    }
    let Some(chain) = app.chains().find(|chain| chain.process() == process) else {
        return Some((Fate::Unserved, format!("this build does not serve `{process}`")));
    };
    let Some(now) = chain.structures().into_iter().find(|it| it.version == *version) else {
        return Some((Fate::Unserved, format!("this build does not serve version {version} of `{process}`")));
    };
    let before = match definition.structure.read::<Structure>() {
        Ok(before) => before,
        Err(error) => return Some((Fate::Unreadable, format!("its definition: {error}"))),
    };
    if let Some(difference) = before.difference(&now) {
        return Some((Fate::Moves, difference));
    }
    let shapes = chain.lock(*version).map(|text| reads(definition, text));
    shapes.and_then(Result::err).map(|error| (Fate::Unreadable, error.to_string()))
}

/// Reads the data of an instance as its step would.
fn read(app: &App, row: &Row) -> (Fate, String) {
    let chain = app.chains().find(|chain| chain.process() == row.state.process());
    match chain.map(|chain| chain.check(&row.state)) {
        Some(Ok(())) => (Fate::Stays, String::new()),
        Some(Err(error)) => (Fate::Unreadable, told::redacted(&error.to_string())),
        None => (Fate::Unserved, format!("this build does not serve `{}`", row.state.process())),
    }
}

/// Reads a letter as whoever owes it an ack would. One that is quarantined stays there under any build.
fn hear(app: &App, row: &Row) -> (Fate, String) {
    let course = row.state.process();
    if row.standing.parked {
        return (Fate::Stays, String::new());
    }
    let duty = match row.state.data().read::<Duty>() {
        Ok(duty) => duty,
        Err(error) => return (Fate::Unreadable, told::redacted(&error.to_string())),
    };
    let letter = &duty.letter;
    let handlers = app.courses().filter(|(owed, _)| owed == course);
    let mut reads: Vec<_> =
        handlers.map(|(_, read)| read(letter).map_err(|error| error.to_string())).collect();
    for chain in app.chains().filter(|chain| Duty::course(chain.context(), letter.topic()) == course) {
        if chain.starts_on() == Some(letter.topic()) {
            reads.push(chain.start_by(letter.payload()).map(drop).map_err(|error| error.to_string()));
        }
        // It is read with the instance that awaits it.
        reads.extend(chain.awaited(letter.topic()).map(|_| Ok(())));
    }
    match reads.iter().find_map(|read| read.as_ref().err()) {
        Some(error) => (Fate::Unreadable, told::redacted(error)),
        None if reads.is_empty() => (Fate::Unserved, format!("this build has no handler for `{course}`")),
        None => (Fate::Stays, String::new()),
    }
}

/// All that is in flight.
#[derive(Default)]
struct Flight {
    /// By process, version, step, state and fate.
    alike: BTreeMap<(String, u32, String, Status, Fate), u64>,
    /// Of those that would not stay, and of those of them that are blocked.
    amiss: u64,
    blocked: u64,
    named: Vec<(String, String)>,
}

impl Flight {
    fn take(&mut self, row: &Row, (fate, why): (Fate, String), screen: &Screen) {
        let status = find::status(row);
        let step = row.state.step().filter(|_| !row.is_duty()).unwrap_or("-").to_owned();
        let kind = (row.state.process().to_owned(), row.state.version(), step, status, fate);
        *self.alike.entry(kind).or_default() += 1;
        if fate != Fate::Stays {
            self.name(find::name(row), Some(status), (fate, why), screen);
        }
    }

    /// Names an instance that would not stay.
    fn name(&mut self, name: String, status: Option<Status>, (fate, why): (Fate, String), screen: &Screen) {
        self.amiss += 1;
        let blocked = matches!(status, Some(Status::Waiting | Status::Parked | Status::Held));
        self.blocked += u64::from(blocked);
        screen.object(&serde_json::json!({
            "instance": name, "status": status.map(Status::word), "fate": fate, "blocked": blocked, "why": why,
        }));
        if self.named.len() < NAMED {
            self.named.push((name, why));
        }
    }

    fn tell(&self, screen: &Screen) -> Exit {
        let mut table = Table::new(&["PROCESS", "VERSION", "STEP", "STATE", "NUMBER", "UNDER THIS BUILD"]);
        let (mut all, mut letters) = (0, 0);
        for ((process, version, step, status, fate), number) in &self.alike {
            let is_letter = Duty::is_course(process);
            *if is_letter { &mut letters } else { &mut all } += number;
            screen.object(&serde_json::json!({
                "process": process, "version": version, "step": step, "status": status.word(), "number": number,
                "fate": fate,
            }));
            let (word, style) = match fate {
                Fate::Stays if is_letter => ("stays".into(), PLAIN),
                Fate::Stays => (format!("stays at {step}"), PLAIN),
                Fate::Moves => ("would go on in another way".into(), BAD),
                Fate::Unreadable => ("could not be read".into(), BAD),
                Fate::Unserved => ("is not served".into(), BAD),
            };
            table.row(vec![
                Cell(process.clone(), STRONG),
                Cell::plain(version.to_string()),
                Cell::plain(step.clone()),
                Cell(status.word().into(), color(*status)),
                Cell::plain(screen::number(*number)),
                Cell(word, style),
            ]);
        }
        screen.object(&serde_json::json!({
            "instances": all, "letters": letters, "amiss": self.amiss, "blocked": self.blocked,
        }));
        if !self.alike.is_empty() {
            screen.table(&table);
        }
        for (name, why) in &self.named {
            screen.paragraph(&screen::clean(&format!("{name}: {why}")), "  ", "    ");
        }
        if self.amiss > self.named.len() as u64 {
            let more = screen::number(self.amiss - self.named.len() as u64);
            screen.say(format!("  and {more} more (--json lists all)"));
        }
        if self.amiss == 0 {
            let (all, and) = (
                screen::counted(all, "instance"),
                match letters {
                    0 => String::new(),
                    letters => format!("; {} can be read", screen::counted(letters, "letter")),
                },
            );
            screen.paragraph(
                &format!("{GOOD}ready{GOOD:#}: {all} in flight, and each stays where it is{and}"),
                "",
                "  ",
            );
            return Exit::Good;
        }
        let all = screen::number(all + letters);
        let (amiss, blocked) = (screen::number(self.amiss), screen::number(self.blocked));
        screen.paragraph(
            &format!("{BAD}not ready{BAD:#}: {amiss} of {all} would not stay, {blocked} of them blocked"),
            "",
            "  ",
        );
        Exit::Amiss
    }
}
