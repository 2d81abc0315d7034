//! Who asks: the user of the operating system, and in whose name.

use super::act::Given;
use super::app::App;
use super::arguments::{Because, Payloads};
use super::complaint::Complaint;
use super::screen::Screen;
use crate::store::{Command, CommandId, Expected, Row, Sqlite, Target, Timestamp, Verb};
use std::time::SystemTime;

/// How many commands are put at once.
pub(super) const GROUP: usize = 1_000;

/// Somebody who is shown data, and is written down for it.
pub(super) struct Viewer;

/// Who asks. A name that is said is added to the one that the system knows, and never replaces it.
pub(super) fn who(on_behalf: Option<&str>) -> String {
    let user = whoami::username().unwrap_or_else(|_| "somebody".into());
    match on_behalf {
        Some(name) => format!("{user} as {name}"),
        None => user,
    }
}

/// A command of whoever asks.
pub(super) fn command(because: &Because, verb: Verb, expected: Expected) -> Command {
    let at = Timestamp::from(SystemTime::now());
    let (who, why) = (who(because.on_behalf.as_deref()), because.why.clone());
    let id = CommandId::new(at, crate::runner::random(0));
    Command { id, at, who, why, verb, expected, trace: None }
}

/// Has it written down that data is shown, if it is to be.
///
/// # Errors
///
/// If that cannot be written, or nobody says why.
pub(super) async fn viewer(
    store: &Sqlite,
    app: Option<App>,
    row: &Row,
    payloads: &Payloads,
    screen: &Screen,
) -> Result<Option<Viewer>, Complaint> {
    if !payloads.payloads {
        return Ok(None);
    }
    viewer_of(store, app, std::slice::from_ref(row), payloads, screen).await.map(Some)
}

/// The same for the data of many instances: of each it is written down.
pub(super) async fn viewer_of(
    store: &Sqlite,
    app: Option<App>,
    rows: &[Row],
    payloads: &Payloads,
    screen: &Screen,
) -> Result<Viewer, Complaint> {
    let because = Because { why: payloads.why.clone().unwrap_or_default(), on_behalf: None };
    let reveal = |row: &Row| command(&because, Verb::Reveal(Target::Instance(row.id)), Expected::default());
    let commands: Vec<Command> = rows.iter().map(reveal).collect();
    if commands.is_empty() {
        return Ok(Viewer);
    }
    let given = Given::to_owner(store, app, commands.iter(), screen).await?;
    let mut pending = 0_u64;
    for command in &commands {
        pending += u64::from(given.outcome(store, command.id).await?.is_none());
    }
    given.back().await?;
    if pending > 0 {
        screen
            .note("the log does not say yet that you looked: the inbox does, until the owner writes it down");
    }
    Ok(Viewer)
}
