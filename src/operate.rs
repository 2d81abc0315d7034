//! The verbs for people: what runs, where it stands, what is stuck, and what may be done about it.
//!
//! A program that serves processes hands itself over to [`operate`], and has them:
//!
//! ```no_run
//! # mod bank { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/bank.rs")); }
//! # use bank::*; // as on the front page
//! # use stateline::{Await, Chain, Line, runner::Durable};
//! # fn payout() -> Chain<Request, Durable<Desk>> {
//! #     Line::first::<load>().then::<release>().awaiting::<Decided>(Await::default()).end(1)
//! # }
//! use stateline::App;
//! use std::process::ExitCode;
//!
//! fn main() -> ExitCode {
//!     let app = App::new("payments").serve(payout()).environment(async || Ok::<_, String>(Desk::default()));
//!     stateline::operate(app)
//! }
//! ```
//!
//! Then `payments run --store payments.db` runs it, `payments ps` lists instances, `payments show payout/7` tells
//! of one of them, and `payments help` lists the rest. The command `stateline` of this package has those verbs
//! that need no code of the user's, on any store.
//!
//! # Commands
//!
//! What changes something is a command: it says who and why, is carried out by whoever owns the store, and its
//! outcome is a line in the log. Where nobody owns the store, the user's program takes it for as long, carries
//! the command out, and runs no step. More than one instance is first shown, with a token that confirms it.
//!
//! # Exit codes
//!
//! | | |
//! |---|---|
//! | 0 | it was done, and nothing is amiss |
//! | 1 | something is amiss (a flaw, something stuck), or the command was refused |
//! | 2 | it could not be done |
//! | 3 | the command was given, and is not carried out yet |

mod act;
mod app;
mod arguments;
mod complaint;
mod deliver;
mod find;
mod keep;
mod log;
mod migrate;
mod population;
mod preflight;
mod ps;
mod run;
mod screen;
mod show;
mod stuck;
mod told;
mod touched;
mod who;

pub use app::{App, Serving};

use crate::store::{Sqlite, Verb as Command};
use act::Deed;
use arguments::{Arguments, Verb};
use clap::{CommandFactory, FromArgMatches};
use complaint::{Complaint, Exit};
use screen::Screen;
use std::num::NonZeroUsize;
use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

/// Verbs that need the user's code.
const OWN: [&str; 3] = ["run", "start", "preflight"];

/// Carries out what is written behind the program's name. See [the module's page](self).
pub fn operate(app: App) -> ExitCode {
    let name = app.name.clone();
    carried_out(&name, Some(app))
}

/// The same without code of the user's: the command `stateline`.
#[doc(hidden)]
pub fn generic() -> ExitCode {
    carried_out("stateline", None)
}

fn carried_out(name: &str, app: Option<App>) -> ExitCode {
    let mut command = Arguments::command().name(name.to_owned()).version(env!("CARGO_PKG_VERSION"));
    if app.is_none() {
        let hide = |command: clap::Command, verb: &str| command.mut_subcommand(verb, |verb| verb.hide(true));
        command = OWN.into_iter().fold(command, hide);
    }
    // Examples bear the program's name.
    let verbs: Vec<String> = command.get_subcommands().map(|verb| verb.get_name().to_owned()).collect();
    for verb in verbs {
        command = command.mut_subcommand(verb, |verb| {
            let help =
                verb.get_after_help().map(|help| help.to_string().replace("payments ", &format!("{name} ")));
            match help {
                Some(help) => verb.after_help(help),
                None => verb,
            }
        });
    }
    let usage = format!("{name} deliver [OPTIONS] --why <WHY> [INSTANCE] <TOPIC> <MESSAGE>");
    let command = command.mut_subcommand("deliver", |verb| verb.override_usage(usage));
    let arguments = match command.try_get_matches().and_then(|matches| Arguments::from_arg_matches(&matches))
    {
        Ok(arguments) => arguments,
        Err(error) => {
            let _ = error.print();
            return ExitCode::from(if error.use_stderr() { Exit::Failed as u8 } else { Exit::Good as u8 });
        }
    };
    let screen = Screen::new(arguments.json);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let ended = match runtime {
        Ok(runtime) => {
            let ended = runtime.block_on(verb(arguments, app, &screen));
            // A call that holds up its thread is not waited for any longer.
            runtime.shutdown_background();
            ended
        }
        Err(error) => Err(error.into()),
    };
    match ended {
        Ok(exit) => ExitCode::from(exit as u8),
        Err(complaint) => {
            screen.complain(&complaint);
            ExitCode::from(complaint.exit() as u8)
        }
    }
}

async fn verb(arguments: Arguments, app: Option<App>, screen: &Screen) -> Result<Exit, Complaint> {
    let path = arguments.store.ok_or_else(|| {
        Complaint::new("which store is meant?").help("say --store FILE, or set STATELINE_STORE")
    })?;
    let own = |app: Option<App>| {
        app.ok_or_else(|| {
            Complaint::new("this verb needs the code that serves the processes")
                .help("give it to the program that hands its `App` to `stateline::operate`")
        })
    };
    let owns = matches!(arguments.verb, Verb::Run { .. } | Verb::Start { .. });
    let reads = match &arguments.verb {
        Verb::Population | Verb::Preflight => true,
        Verb::Migrate(it) => it.rehearse,
        _ => false,
    };
    let store = open(&path, (owns && app.is_some(), reads))?;
    let store = &store;
    match arguments.verb {
        Verb::Run { until_idle, grace, leave_standing, dev } => {
            let grace = Duration::from_secs(grace);
            let how = run::How { until_idle, grace, leaves_standing: leave_standing, developing: dev };
            run::run(store, own(app)?, how, screen).await
        }
        Verb::Start { process, input, because } => {
            act::start(store, own(app)?, (&process, &input), &because, screen).await
        }
        Verb::Ps { filter, all, most, after } => {
            ps::ps(store, &filter, ps::Page { all, most: most.get(), after }, screen).await
        }
        Verb::Show { instance, payloads } => {
            let row = find::instance(store, &instance).await?;
            let viewer = who::viewer(store, app, &row, &payloads, screen).await?;
            show::show(store, &row, viewer.as_ref(), screen).await
        }
        Verb::Log { instance: Some(instance), payloads, .. } => {
            let row = find::instance(store, &instance).await?;
            let viewer = who::viewer(store, app, &row, &payloads, screen).await?;
            log::of(store, &row, viewer.as_ref(), screen).await
        }
        Verb::Log { payloads, .. } if payloads.payloads => {
            Err(Complaint::new("the data of all instances is not shown at once").help("name an instance"))
        }
        Verb::Log { last, .. } => log::end(store, last.get(), screen).await,
        Verb::Follow { process, from, most } => {
            let most = most.map(NonZeroUsize::get);
            log::follow(store, log::Followed { process, from, most }, screen).await
        }
        Verb::Stuck { filter } => stuck::stuck(store, app.as_ref(), &filter, screen).await,
        Verb::Health { map } => stuck::health(store, map.as_deref(), screen).await,
        Verb::Population => population::population(store, screen).await,
        Verb::Preflight => preflight::preflight(store, &own(app)?, screen).await,
        Verb::Touched { filter, payloads } => touched::touched(store, app, &filter, &payloads, screen).await,
        Verb::Verify { against, checkpoint } => {
            keep::verify(store, keep::Witness { against, checkpoint }, screen).await
        }
        Verb::Backup { to } => keep::backup(store, &to, screen).await,
        Verb::Deliver { mut delivery, from, because, seen } => {
            let message = delivery.pop().unwrap_or_default();
            let topic = delivery.pop().unwrap_or_default();
            let delivery = deliver::Delivery { instance: delivery.pop(), topic, message, from };
            deliver::deliver(store, app, delivery, (&because, seen.seen), screen).await
        }
        Verb::Answer(it) => act::answer(store, app, &it, screen).await,
        Verb::Hold(it) => {
            let deed = Deed { word: "hold", verb: &Command::Hold, compares: false };
            act::act(store, app, &it, deed, screen).await
        }
        Verb::Release { act, restored: true } => run::admit(store, own(app)?, &act.because, screen).await,
        Verb::Release { act: it, .. } => {
            let deed = Deed { word: "release", verb: &Command::Release, compares: true };
            act::act(store, app, &it, deed, screen).await
        }
        Verb::Retry(it) => {
            let deed = Deed { word: "retry", verb: &Command::Retry, compares: true };
            act::act(store, app, &it, deed, screen).await
        }
        Verb::Cancel(it) => {
            let deed = Deed { word: "cancel", verb: &Command::Cancel, compares: true };
            act::act(store, app, &it, deed, screen).await
        }
        Verb::Migrate(it) if it.rehearse => migrate::rehearse(store, &own(app)?, &it, screen).await,
        Verb::Migrate(it) => {
            let to = it.to.unwrap_or_default();
            let (word, back) = (format!("migrate to version {to}"), it.back);
            let verb = |target| match back {
                true => Command::MigrateBack(target),
                false => Command::Migrate { instance: target, to },
            };
            let word = if back { "move back" } else { &word };
            act::act(store, app, &it.act(), Deed { word, verb: &verb, compares: true }, screen).await
        }
        Verb::Rollback(it) => {
            let deed = Deed { word: "roll back", verb: &Command::Rollback, compares: true };
            act::act(store, app, &it, deed, screen).await
        }
    }
}

/// Opens a store; makes one, or changes its schema, only for those who run it, and writes nothing for those who only
/// read.
fn open(path: &Path, (owns, reads): (bool, bool)) -> Result<Sqlite, Complaint> {
    if owns {
        return Ok(Sqlite::open(path)?);
    }
    if !path.exists() {
        return Err(Complaint::new(format!("there is no store `{}`", path.display()))
            .help("say which: --store FILE; `run` makes one"));
    }
    Ok(if reads { Sqlite::reading(path)? } else { Sqlite::look(path)? })
}
