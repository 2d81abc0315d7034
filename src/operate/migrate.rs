//! `migrate --rehearse`: what would become of each instance on another version, without moving any.

use super::app::App;
use super::arguments::Migrate;
use super::complaint::{Complaint, Exit};
use super::find::{self, Also, Selection};
use super::screen::{self, BAD, Cell, GOOD, PLAIN, STRONG, Screen, Table};
use super::told::{self, color};
use crate::ChainError;
use crate::runner::{Move, Status};
use crate::store::{Row, Sqlite};
use std::collections::BTreeMap;

/// How many rows are read at once.
const PAGE: usize = 1_024;

/// How many instances are named, of those that could not be migrated.
const NAMED: usize = 20;

/// Where an instance would stand: its new step, and whether that would run at once.
struct There {
    step: String,
    runs: bool,
}

pub(super) async fn rehearse(
    store: &Sqlite,
    app: &App,
    said: &Migrate,
    screen: &Screen,
) -> Result<Exit, Complaint> {
    let to = said.to.unwrap_or_default();
    let mut rehearsal = Rehearsal::default();
    if let Some(called) = &said.instance {
        let row = find::instance(store, called).await?;
        rehearsal.take(&row, there(app, &row, to), screen);
    } else {
        let selection = Selection::of(store, &said.filter, Also { ended: false, duties: false }).await?;
        let mut after = None;
        loop {
            let (found, more) = selection.page(store, after, PAGE).await?;
            for found in found {
                match found {
                    Ok(row) if row.state.version() == to => {}
                    Ok(row) => rehearsal.take(&row, there(app, &row, to), screen),
                    Err((id, why)) => rehearsal.name(id.to_string(), why, screen),
                }
            }
            let Some(more) = more else { break };
            after = Some(more);
        }
    }
    Ok(rehearsal.tell(to, screen))
}

fn there(app: &App, row: &Row, to: u32) -> Result<There, String> {
    let status = find::status(row);
    if status.after(Move::Migrate).next().is_none() {
        return Err(format!("it is {status}"));
    }
    let chain = app.chains().find(|chain| chain.process() == row.state.process());
    let chain = chain.ok_or_else(|| format!("this build does not serve `{}`", row.state.process()))?;
    let migrated =
        chain.migrate(&row.state, to).map_err(|error: ChainError| told::redacted(&error.to_string()))?;
    let awaits = chain.topics(&migrated);
    let stays = chain.topics(&row.state).iter().all(|topic| awaits.contains(topic));
    let step = migrated.step().unwrap_or("-").to_owned();
    Ok(There { step, runs: status == Status::Ready || status == Status::Waiting && !stays })
}

/// What would become of all that are selected.
#[derive(Default)]
struct Rehearsal {
    /// By process, version, step, state, new step, and whether that would run at once.
    alike: BTreeMap<(String, u32, String, Status, String, bool), u64>,
    amiss: u64,
    named: Vec<(String, String)>,
}

impl Rehearsal {
    fn take(&mut self, row: &Row, there: Result<There, String>, screen: &Screen) {
        match there {
            Err(why) => self.name(find::name(row), why, screen),
            Ok(There { step, runs }) => {
                let (process, version) = (row.state.process().to_owned(), row.state.version());
                let before = row.state.step().unwrap_or("-").to_owned();
                let kind = (process, version, before, find::status(row), step, runs);
                *self.alike.entry(kind).or_default() += 1;
            }
        }
    }

    /// Names an instance that could not be migrated.
    fn name(&mut self, name: String, why: String, screen: &Screen) {
        self.amiss += 1;
        screen.object(&serde_json::json!({"instance": name, "why": why}));
        if self.named.len() < NAMED {
            self.named.push((name, why));
        }
    }

    fn tell(&self, to: u32, screen: &Screen) -> Exit {
        let mut table = Table::new(&["PROCESS", "VERSION", "STEP", "STATE", "NUMBER", "THEN"]);
        let mut all = 0;
        for ((process, version, before, status, step, runs), number) in &self.alike {
            all += number;
            screen.object(&serde_json::json!({
                "process": process, "version": version, "step": before, "status": status.word(),
                "number": number, "to": to, "at": step, "runs": runs,
            }));
            let then = match (runs, *status == Status::Waiting) {
                (true, true) => (format!("would run {step}: it is blocked no more"), screen::DOUBTFUL),
                (true, false) => (format!("would run {step}"), PLAIN),
                (false, _) => (format!("{} at {step}", status.word()), PLAIN),
            };
            table.row(vec![
                Cell(process.clone(), STRONG),
                Cell::plain(version.to_string()),
                Cell::plain(before.clone()),
                Cell(status.word().into(), color(*status)),
                Cell::plain(screen::number(*number)),
                Cell(then.0, then.1),
            ]);
        }
        screen.object(&serde_json::json!({"migrated": all, "amiss": self.amiss}));
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
        let (all, amiss) = (screen::number(all), screen::number(self.amiss));
        match self.amiss {
            0 => screen.say(format!("{GOOD}rehearsed{GOOD:#}: {all} could be migrated to version {to}")),
            _ => screen.paragraph(
                &format!("{BAD}rehearsed{BAD:#}: {all} could be migrated to version {to}, {amiss} could not"),
                "",
                "  ",
            ),
        }
        if self.amiss == 0 { Exit::Good } else { Exit::Amiss }
    }
}
