//! `run`: takes the store and runs what it serves; and takes it for as long as a command needs.

use super::app::App;
use super::arguments::Because;
use super::complaint::{Complaint, Exit};
use super::screen::{GOOD, STRONG, Screen};
use super::who::who;
use crate::runner::{Runner, Running, named};
use crate::store::{Row, Sqlite, Store, Timestamp};
use std::collections::BTreeSet;
use std::time::{Duration, SystemTime};

/// How many rows are read at once.
const PAGE: usize = 64;

/// How often is looked whether anything goes on by itself.
const LOOK: Duration = Duration::from_millis(50);

/// What lies further ahead does not count as going on.
const SOON: Duration = Duration::from_secs(60);

/// How long is waited until it is written that a store may run.
const PATIENCE: Duration = Duration::from_secs(30);

/// How long and how a store is run.
pub(super) struct How {
    pub(super) until_idle: bool,
    pub(super) grace: Duration,
    pub(super) leaves_standing: bool,
    pub(super) developing: bool,
}

pub(super) async fn run(store: &Sqlite, app: App, how: How, screen: &Screen) -> Result<Exit, Complaint> {
    let (name, build) = (app.name.clone(), app.build.clone());
    let serves: Vec<String> = app.served().map(|(process, version)| named(&process, version)).collect();
    let runner = Runner::new(store.clone());
    let runner = if how.leaves_standing { runner.leaving_standing() } else { runner };
    let runner = if how.developing { runner.developing() } else { runner };
    let running = served(app, runner, screen).await?.begin().await.map_err(|error| {
        let refuses = error.is_restored();
        let complaint = Complaint::from(error);
        if refuses { complaint.ending(Exit::Amiss) } else { complaint }
    })?;
    screen.object(&serde_json::json!({"running": name, "build": build, "serves": serves}));
    screen.say(format!(
        "{GOOD}runs{GOOD:#} {STRONG}{name}{STRONG:#} {build}, process {}, on {}",
        std::process::id(),
        store.path().display()
    ));
    screen.paragraph(&serves.join(", "), "  serves ", "         ");
    let why = until_ended(store, &running, how.until_idle).await?;
    screen.say(format!("stops: {why}"));
    running.stop(how.grace).await?;
    Ok(Exit::Good)
}

/// Has a store run from now on that was restored or copied; what can go on waits for whoever runs it.
pub(super) async fn admit(
    store: &Sqlite,
    app: App,
    because: &Because,
    screen: &Screen,
) -> Result<Exit, Complaint> {
    let Some(restored) = store.restored().await? else {
        return Err(Complaint::refused("this store may run: it was neither restored nor copied"));
    };
    let runner = Runner::new(store.clone()).running_no_step().leaving_standing();
    let runner = runner.admitting_restored(who(because.on_behalf.as_deref()), because.why.clone());
    served(app, runner, screen).await?.begin().await?.stop(PATIENCE).await?;
    if store.restored().await?.is_some() {
        return Err(Complaint::new("the store is still held: that it is released could not be written").help(
            "see that nobody else runs it (`health`) and that its folder can be written, and release it again",
        ));
    }
    screen.object(&serde_json::json!({"released": store.path(), "restored": restored}));
    screen.say(format!("{GOOD}released{GOOD:#} {}: from now on it may run", store.path().display()));
    Ok(Exit::Good)
}

/// Takes the store to carry out commands; no step runs.
pub(super) async fn quiet(store: &Sqlite, app: App, screen: &Screen) -> Result<Running<Sqlite>, Complaint> {
    // Whoever holds something back in need has not time to serve old versions first.
    let runner = Runner::new(store.clone()).running_no_step().leaving_standing();
    Ok(served(app, runner, screen).await?.begin().await?)
}

/// A runner that serves what the program serves. A deadline may also pass while it only carries out a command.
async fn served(mut app: App, runner: Runner<Sqlite>, screen: &Screen) -> Result<Runner<Sqlite>, Complaint> {
    let (screen, tell) = (*screen, std::mem::replace(&mut app.alert, Box::new(|_| {})));
    let runner = runner.alerting(move |what| {
        screen.object(&serde_json::json!({"alert": what}));
        if !screen.json {
            screen.note(what);
        }
        tell(what);
    });
    let opened = app.serve_all(runner).await;
    opened.map_err(|error| Complaint::new(format!("the environment cannot be opened: {error}")))
}

async fn until_ended(
    store: &Sqlite,
    running: &Running<Sqlite>,
    idle: bool,
) -> Result<&'static str, Complaint> {
    // What nobody here serves does not go on.
    let serves = store.members().await?.pop().map(|(_, member)| member.serves).unwrap_or_default();
    let serves = serves.into_iter().collect();
    let interrupted = interrupted();
    tokio::pin!(interrupted);
    loop {
        tokio::select! {
            () = &mut interrupted => return Ok("it was told to"),
            () = tokio::time::sleep(LOOK) => {}
        }
        if !running.is_running() {
            return Ok("the store is lost");
        }
        if idle && is_idle(store, &serves).await? {
            return Ok("nothing goes on by itself");
        }
    }
}

/// Whether nothing that is served goes on by itself, and nobody wants anything.
async fn is_idle(store: &Sqlite, serves: &BTreeSet<(String, u32)>) -> Result<bool, Complaint> {
    if !store.inbox(None, 1).await?.is_empty() {
        return Ok(false);
    }
    let soon = Timestamp::from(SystemTime::now()).after(SOON);
    let wakes = |row: &Row| row.wake().is_some_and(|wake| wake.at <= soon);
    let served = |row: &Row| serves.contains(&(row.state.process().to_owned(), row.state.version()));
    let mut after = None;
    loop {
        let rows = store.load(after, PAGE).await?;
        if rows.iter().any(|row| wakes(row) && served(row)) {
            return Ok(false);
        }
        after = rows.last().filter(|last| wakes(last)).and_then(Row::wake);
        if after.is_none() {
            return Ok(true);
        }
    }
}

/// Ends when the system or a person wants the program to stop.
async fn interrupted() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let Ok(mut terminated) = signal(SignalKind::terminate()) else {
            let _ = tokio::signal::ctrl_c().await;
            return;
        };
        tokio::select! {
            _ = tokio::signal::ctrl_c() => {}
            _ = terminated.recv() => {}
        }
    }
    #[cfg(not(unix))]
    let _ = tokio::signal::ctrl_c().await;
}
