//! `hold`, `release`, `retry`, `cancel`, `rollback`, `start`: commands, and what became of them.
//!
//! Long because every action goes the same way, from what is selected to its outcome, whoever carries it out.

use super::app::App;
use super::arguments::{Act, Answer, Because};
use super::complaint::{Complaint, Exit};
use super::find::{self, Also, Selection};
use super::run;
use super::screen::{self, DOUBTFUL, GOOD, STRONG, Screen};
use super::told;
use super::who::{self, GROUP};
use crate::runner::{Move, Running, Status, random};
use crate::store::{
    BusinessKey, Command, CommandId, Expected, InstanceId, LineKind, LogLine, Ordered, Outcome, Position,
    Row, Sqlite, Store, Target, Timestamp, Verb,
};
use crate::{Json, State};
use std::collections::BTreeMap;
use std::time::{Duration, Instant, SystemTime};

/// How long is waited for what becomes of a command.
const PATIENCE: Duration = Duration::from_secs(5);

/// How often is looked.
const LOOK: Duration = Duration::from_millis(10);

/// How many instances a preview names.
const NAMED: usize = 5;

/// What is to be done to instances.
#[derive(Clone, Copy)]
pub(super) struct Deed<'d> {
    pub(super) word: &'d str,
    pub(super) verb: &'d (dyn Fn(Target) -> Verb + Sync),
    /// Whether it depends on what the instance does now.
    pub(super) compares: bool,
}

/// Does something to one instance, or to all that are selected.
pub(super) async fn act(
    store: &Sqlite,
    app: Option<App>,
    act: &Act,
    deed: Deed<'_>,
    screen: &Screen,
) -> Result<Exit, Complaint> {
    let (rows, unreadable) = match &act.instance {
        Some(called) => (vec![find::instance(store, called).await?], 0),
        None => match selected(store, act, deed, screen).await? {
            Some(selected) => (selected.rows, selected.unreadable),
            None => return Ok(Exit::Good),
        },
    };
    let command = |row: &Row| {
        let seq = act.seen.seen.or(deed.compares.then_some(row.seq));
        let expected = Expected { seq, ..Expected::default() };
        (find::name(row), who::command(&act.because, (deed.verb)(Target::Instance(row.id)), expected))
    };
    let ended = carry_out(store, app, rows.iter().map(command).collect(), screen).await?;
    Ok(if unreadable > 0 { Exit::Amiss } else { ended })
}

/// What is selected.
struct Selected {
    rows: Vec<Row>,
    /// How many may be among them, and cannot be read.
    unreadable: usize,
}

/// All that are selected, if that was confirmed; else they are shown.
async fn selected(
    store: &Sqlite,
    act: &Act,
    deed: Deed<'_>,
    screen: &Screen,
) -> Result<Option<Selected>, Complaint> {
    let filter = &act.filter;
    if act.seen.seen.is_some() {
        return Err(Complaint::new("--seen is about one instance, and none is named")
            .help("name the instance, or leave --seen out: the token says what was seen of a selection"));
    }
    let touched = filter.build.is_some() || filter.definition.is_some();
    if filter.process.is_none() && filter.step.is_none() && filter.status.is_none() && !touched {
        return Err(Complaint::new(format!("nothing says what to {}", deed.word)).help(
            "name an instance, or select some by --process, --version, --step, --status, --build, --definition: \
             what is selected is shown first",
        ));
    }
    let selection = Selection::of(store, filter, Also { ended: true, duties: false }).await?;
    let (mut rows, mut unreadable, mut after) = (Vec::new(), Vec::new(), None);
    loop {
        let (found, more) = selection.page(store, after, GROUP).await?;
        for found in found {
            match found {
                Ok(row) => rows.push(row),
                Err((id, _)) => unreadable.push(id),
            }
        }
        let Some(more) = more else { break };
        after = Some(more);
    }
    let may = |row: &Row| moves(deed, row);
    let others = rows.iter().filter(|row| !may(row)).count();
    rows.retain(may);
    let token = token(deed, &rows);
    if let Some(id) = unreadable.first() {
        let number = screen::number(unreadable.len() as u64);
        screen.note(&format!("left out, because their rows cannot be read: {number}; the first is {id}"));
    }
    match &act.confirm {
        Some(said) if *said == token => {
            return Ok(Some(Selected { rows, unreadable: unreadable.len() }));
        }
        Some(said) => {
            let complaint = format!("the selection is not the one that `{said}` was shown for");
            return Err(Complaint::refused(complaint).help(
                "nothing is done; repeat the command without --confirm, which shows what is selected now",
            ));
        }
        None => {}
    }
    let count = screen::number(rows.len() as u64);
    screen.object(&serde_json::json!({
        "selected": rows.len(), "others": others, "unreadable": unreadable.len(), "token": token,
    }));
    screen.say(format!("{STRONG}{count} to {}{STRONG:#}", deed.word));
    for row in rows.iter().take(NAMED) {
        screen.say(format!("  {} {}", find::name(row), told::stands(row)));
    }
    if rows.len() > NAMED {
        screen.say(format!("  and {} more", screen::number((rows.len() - NAMED) as u64)));
    }
    if others > 0 {
        let others = screen::number(others as u64);
        screen.paragraph(
            &format!("not selected, because their state does not allow it: {others}"),
            "  ",
            "  ",
        );
    }
    if !rows.is_empty() {
        screen.paragraph(&format!("nothing is done yet: repeat the command with --confirm {token}"), "", "");
    }
    Ok(None)
}

/// Whether the table of moves has it, and a letter may do it.
fn moves(deed: Deed<'_>, row: &Row) -> bool {
    let by = match (deed.verb)(Target::Instance(row.id)) {
        Verb::Hold(_) => Move::Hold,
        Verb::Release(_) => Move::Release,
        Verb::Retry(_) => Move::Retry,
        Verb::Cancel(_) => Move::Cancel,
        Verb::Rollback(_) => Move::RollBack,
        Verb::Migrate { to, .. } if row.state.version() == to => return false,
        Verb::Migrate { .. } | Verb::MigrateBack(_) => Move::Migrate,
        Verb::Start { .. } | Verb::Deliver { .. } | Verb::Answer { .. } | Verb::Reveal(_) => return true,
    };
    may(row, by)
}

/// Whether this may be done to an instance as it stands. A letter has no steps to be undone and no version, and
/// whoever releases one that is quarantined has it tried again.
pub(super) fn may(row: &Row, by: Move) -> bool {
    let status = find::status(row);
    match (row.is_duty(), by) {
        (true, Move::RollBack | Move::Migrate | Move::Deliver) => false,
        (true, Move::Release) if status == Status::Parked => true,
        _ => status.after(by).next().is_some(),
    }
}

/// What tells a selection from any other: how many, and a hash over the deed and the instances, each where it
/// stood when it was shown, if the deed depends on that.
fn token(deed: Deed<'_>, rows: &[Row]) -> String {
    let mut hasher = blake3::Hasher::new();
    hasher.update(deed.word.as_bytes());
    for row in rows {
        hasher.update(&row.id.bytes());
        hasher.update(&if deed.compares { row.seq } else { 0 }.to_le_bytes());
    }
    format!("{}-{}", rows.len(), &hasher.finalize().to_hex()[..6])
}

/// Takes down what became of a call.
pub(super) async fn answer(
    store: &Sqlite,
    app: Option<App>,
    said: &Answer,
    screen: &Screen,
) -> Result<Exit, Complaint> {
    let row = find::instance(store, &said.instance).await?;
    let answer = said.done.as_deref().map(json).transpose()?;
    let verb = Verb::Answer { instance: Target::Instance(row.id), call: said.call.clone(), answer };
    let expected = Expected { seq: said.seen.seen, ..Expected::default() };
    let command = who::command(&said.because, verb, expected);
    carry_out(store, app, vec![(find::name(&row), command)], screen).await
}

/// Starts an instance.
pub(super) async fn start(
    store: &Sqlite,
    app: App,
    (process, input): (&str, &str),
    because: &Because,
    screen: &Screen,
) -> Result<Exit, Complaint> {
    let known: Vec<String> = app.chains().map(|chain| chain.process().to_owned()).collect();
    let chain = app.chains().find(|chain| chain.process() == process);
    let chain = chain.ok_or_else(|| find::unknown_process(process, &known))?;
    let state = chain.start(&json(input)?).map_err(|error| Complaint::new(error.to_string()))?;
    let key = state.key().map(crate::store::BusinessKey::try_from).transpose()?;
    let command = starting((key, state), because);
    carry_out(store, Some(app), vec![command], screen).await
}

/// What starts an instance, and by what people call it.
pub(super) fn starting((key, state): (Option<BusinessKey>, State), because: &Because) -> (String, Command) {
    let instance = InstanceId::new(Timestamp::from(SystemTime::now()), random(1));
    let name = find::called(state.process(), key.as_ref(), instance);
    let verb = Verb::Start { instance, key, state: Box::new(state) };
    (name, who::command(because, verb, Expected::default()))
}

/// The line with which an instance was started that a command wanted to start once more, with the same input.
async fn first_line(store: &Sqlite, command: &Command) -> Result<Option<Position>, Complaint> {
    let Verb::Start { key: Some(key), state, .. } = &command.verb else { return Ok(None) };
    let row = store.keyed(state.process(), state.is_rehearsal(), key).await?;
    Ok(row.map(|row| row.first))
}

/// JSON as it is written behind a verb, in a file, or on the standard input.
pub(super) fn json(text: &str) -> Result<Json, Complaint> {
    let read = match text.strip_prefix('@') {
        Some(file) => std::fs::read_to_string(file)
            .map_err(|error| Complaint::new(format!("`{file}` cannot be read: {error}")))?,
        None if text == "-" => std::io::read_to_string(std::io::stdin())?,
        None => text.to_owned(),
    };
    Json::of_text(read.trim().to_owned())
        .map_err(|error| Complaint::new(format!("this is no JSON: {error}")).help("@FILE reads a file"))
}

/// Commands that were given to whoever owns the store, or to this program, which has taken it for as long.
pub(super) struct Given {
    taken: Option<Running<Sqlite>>,
    patience: Duration,
    until: Instant,
}

impl Given {
    /// Puts them into the inbox.
    ///
    /// # Errors
    ///
    /// If nobody owns the store, and this program cannot take it.
    pub(super) async fn to_owner(
        store: &Sqlite,
        app: Option<App>,
        commands: impl ExactSizeIterator<Item = &Command>,
        screen: &Screen,
    ) -> Result<Given, Complaint> {
        let patience = PATIENCE + Duration::from_millis(commands.len() as u64 * 5);
        let taken = match (store.owner()?, app) {
            (Some(_), _) => None,
            (None, Some(app)) => Some(run::quiet(store, app, screen).await?),
            (None, None) => {
                return Err(Complaint::new("nobody runs this store, so nobody would carry it out").help(
                    "give the same verb to the program that serves it: it takes the store for as long",
                ));
            }
        };
        let commands: Vec<Command> = commands.cloned().collect();
        for group in commands.chunks(GROUP) {
            store.put(group).await?;
        }
        Ok(Given { taken, patience, until: Instant::now() + patience })
    }

    /// The line that says what became of one of them; none if it is not carried out in time.
    pub(super) async fn outcome(
        &self,
        store: &Sqlite,
        command: CommandId,
    ) -> Result<Option<(Position, LogLine)>, Complaint> {
        outcome(store, command, self.until).await
    }

    /// Gives the store back, if this program has taken it.
    pub(super) async fn back(self) -> Result<(), Complaint> {
        match self.taken {
            Some(taken) => Ok(taken.stop(PATIENCE).await?),
            None => Ok(()),
        }
    }
}

/// Gives commands to whoever owns the store, or takes it for as long; and tells what became of each.
pub(super) async fn carry_out(
    store: &Sqlite,
    app: Option<App>,
    commands: Vec<(String, Command)>,
    screen: &Screen,
) -> Result<Exit, Complaint> {
    let limits = app.as_ref().map(App::limits).unwrap_or_default();
    let given = Given::to_owner(store, app, commands.iter().map(|(_, command)| command), screen).await?;
    let spinner = screen.spinner("waiting for what becomes of it");
    let unowned = given.taken.is_some();
    let patience = given.patience;
    let (mut number_done, mut refused, mut pending) = (0_u64, 0_u64, 0_u64);
    let alone = commands.len() == 1;
    let mut complaint = None;
    for (name, command) in &commands {
        match given.outcome(store, command.id).await? {
            None => {
                pending += 1;
                screen.object(&serde_json::json!({
                    "instance": name, "outcome": "pending", "line": null, "refused": null,
                }));
            }
            Some((position, line)) => {
                let said = line.payload.as_ref().and_then(|payload| payload.read::<Ordered>().ok());
                let why = said.and_then(|said| said.refused).filter(|_| line.kind == LineKind::Refused);
                let (kind, position) = match first_line(store, command).await? {
                    Some(first) if line.kind == LineKind::Noted => (LineKind::Started, first),
                    _ => (line.kind, position),
                };
                screen.object(&serde_json::json!({
                    "instance": name, "outcome": kind.name(), "line": position, "refused": why,
                }));
                match why {
                    Some(why) => {
                        refused += 1;
                        complaint = Some(Complaint::refused(format!("refused: {name}: {why}")));
                        if !alone {
                            screen.say(format!(
                                "  {DOUBTFUL}refused{DOUBTFUL:#} {name}: {}",
                                screen::clean(&why)
                            ));
                        }
                    }
                    None => {
                        number_done += 1;
                        if alone {
                            let word = done(kind);
                            screen.say(format!("{GOOD}{word}{GOOD:#} {name} (line {position})"));
                        }
                    }
                }
            }
        }
    }
    spinner.finish_and_clear();
    given.back().await?;
    if !alone {
        let number = screen::number;
        screen.say(format!(
            "{} done, {} refused, {} not yet",
            number(number_done),
            number(refused),
            number(pending)
        ));
    }
    if unowned && number_done > 0 {
        screen.note("nobody runs this store: what can go on waits until somebody does");
    }
    if pending > 0 {
        let after = screen::span(patience);
        let complaint = match commands.as_slice() {
            [(name, command)] => waits_for(store, name, command, &limits).await?,
            _ => Complaint::new(format!(
                "accepted, and not done after {after}: {pending} of {}",
                commands.len()
            ))
            .help(
                "each is done when the step ends that runs of its instance; `log` shows what becomes of it",
            ),
        };
        return Err(complaint.ending(Exit::Pending));
    }
    match complaint.filter(|_| alone) {
        Some(complaint) => Err(complaint.help("nothing has changed; `show` says where it stands")),
        None if refused > 0 => Ok(Exit::Amiss),
        None => Ok(Exit::Good),
    }
}

/// What a command waits for that was accepted, and when it will be done.
async fn waits_for(
    store: &Sqlite,
    name: &str,
    command: &Command,
    limits: &BTreeMap<(String, u32, String), Duration>,
) -> Result<Complaint, Complaint> {
    let row = match command.verb.target() {
        Some(Target::Instance(id)) => store.row(*id).await?,
        _ => None,
    };
    let stands = row.as_ref().and_then(|row| Some((row, row.state.step()?)));
    let Some((row, step)) = stands.filter(|_| store.owner().is_ok_and(|owner| owner.is_some())) else {
        return Ok(Complaint::new(format!("accepted, and not done yet: {name}")).help(
            "whoever runs the store next does it, before anything else of it; `log` shows what becomes of it",
        ));
    };
    let key = (row.state.process().to_owned(), row.state.version(), step.to_owned());
    let limit = match limits.get(&key) {
        Some(limit) => format!("its limit of {}", screen::span(*limit)),
        None => "its limit, a minute if the map does not say another".into(),
    };
    Ok(Complaint::new(format!("accepted, and not done yet: step `{step}` of {name} runs")).help(format!(
        "it is done when that step ends, at the latest after {limit}; `log {name}` shows what becomes of it"
    )))
}

fn done(kind: LineKind) -> &'static str {
    match kind {
        LineKind::Held => "held",
        LineKind::Released => "released",
        LineKind::Resumed => "retrying",
        LineKind::Cancelled => "cancelled",
        LineKind::Undoing => "rolling back",
        LineKind::Delivered => "delivered to",
        LineKind::Migrated => "migrated",
        LineKind::MigratedBack => "moved back",
        LineKind::Started => "started",
        LineKind::Answer => "answered for",
        // What came early, or again.
        _ => "noted for",
    }
}

/// The line that says what became of a command; none if there is none by then.
async fn outcome(
    store: &Sqlite,
    command: CommandId,
    until: Instant,
) -> Result<Option<(Position, LogLine)>, Complaint> {
    loop {
        if let Outcome::Done(position) = store.outcome(command).await? {
            let line = store.lines(&[position]).await?.pop();
            return Ok(line.map(|line| (position, line)));
        }
        if Instant::now() >= until {
            return Ok(None);
        }
        tokio::time::sleep(LOOK).await;
    }
}
