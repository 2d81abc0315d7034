//! A program with verbs, for the tests: one process does what its input says, another is undone when it fails.

#![expect(non_camel_case_types, reason = "a marker bears its function's name")]

use serde::{Deserialize, Serialize};
use stateline::message::TopicTerms;
use stateline::runner::Durable;
use stateline::{
    Ack, App, Await, Calls, Chain, Compensation, Done, Effect, Failure, Handle, Has, Hear, Line, Message,
    Migration, Nack, Next, OnFailure, Operation, Outcome, Publish, Receive, Retry, Run, Stage, Step, Undo,
    Verdict, Wait,
};
use std::fmt;
use std::process::ExitCode;
use std::time::Duration;

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Does {
    Ends,
    Panics,
    Hangs,
    Fails,
    Parks,
    Retries,
    Waits,
    Transfers,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Errand {
    number: u64,
    does: Does,
    approved: Option<bool>,
}

#[derive(Serialize, Deserialize)]
struct Decided {
    number: u64,
    approved: Option<bool>,
}

impl Message for Decided {
    const CONTEXT: &'static str = "compliance";
    const TOPIC: &'static str = "compliance.decided";
    const KEY: Option<&'static str> = Some("number");
}

#[derive(Debug)]
struct Unwell(Verdict);

impl fmt::Display for Unwell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "it is unwell: {:?}", self.0)
    }
}

impl std::error::Error for Unwell {}

impl Failure for Unwell {
    fn verdict(&self) -> Verdict {
        self.0
    }
}

/// What operations borrow: the bank, of which nobody can be asked what became of a transfer.
struct Bank;

impl Has<Bank> for Bank {
    fn get(&self) -> &Bank {
        self
    }
}

#[derive(Serialize, Deserialize)]
struct Transfer {}

impl Operation for Transfer {
    type Output = ();
    const CONTEXT: &'static str = "payments";
    const NAME: &'static str = "transfer";
    const EFFECT: Effect = Effect::Irreversible;
    const EXTERNAL: bool = false;
}

impl<E: Has<Bank> + Sync> Handle<E> for Transfer {
    async fn handle(self, _: &E, _: &stateline::Call) {
        std::future::pending().await
    }
}

macro_rules! step {
    ($name:ident, $calls:expr, |$errand:ident, $ctx:ident| $body:expr) => {
        struct $name {}

        impl Step for $name {
            type Input = Errand;
            type Output = Errand;
            type Error = Unwell;
            const CONTEXT: &'static str = "payments";
            const PROCESS: &'static str = "errand";
            const NAME: &'static str = stringify!($name);
            const CALLS: Option<&'static [stateline::operation::Declared]> = $calls;
        }

        impl<E: Calls<Transfer>> Run<E> for $name {
            async fn run($errand: Errand, $ctx: &E) -> Outcome<Errand, Unwell> {
                $body
            }
        }
    };
}

step!(prepare, Some(&[]), |errand, _ctx| Ok(Next(errand)));
step!(go, Some(&[stateline::operation::Declared::of::<Transfer>()]), |errand, ctx| match errand.does {
    Does::Ends => Ok(Next(errand)),
    Does::Panics => panic!("it was told to"),
    Does::Hangs => std::future::pending().await,
    Does::Fails => Err(Unwell(Verdict::Fail)),
    Does::Parks => Err(Unwell(Verdict::Park)),
    Does::Retries => Err(Unwell(Verdict::Again)),
    Does::Waits if errand.approved.is_none() => Ok(Wait),
    Does::Waits => Ok(Next(errand)),
    Does::Transfers => {
        let _ = ctx.call(Transfer {}).await;
        Ok(Next(errand))
    }
});

macro_rules! migration {
    ($name:ident, $step:literal to $at:literal) => {
        struct $name {}

        impl Migration for $name {
            type From = Errand;
            type To = Errand;
            type Error = String;
            const PROCESS: &'static str = "errand";
            const NAME: &'static str = stringify!($name);
            const FROM: u32 = 1;
            const STEP: &'static str = $step;
            const TO: u32 = 2;
            const AT: &'static str = $at;
            const REASON: Option<&'static str> = None;

            fn migrate(errand: Errand) -> Result<Errand, String> {
                if errand.number == 13 { Err("thirteen stays".into()) } else { Ok(errand) }
            }
        }
    };
}

migration!(prepare_again, "prepare" to "prepare");
migration!(go_on, "go" to "go");

/// Version 1, or what `ERRANDS_VERSION` says: `both` begins on 2, serves 1 as well, and migrates from it.
fn errand() -> Chain<Errand, Durable<Bank>> {
    let said = std::env::var("ERRANDS_VERSION").unwrap_or_default();
    match said.as_str() {
        "both" => version(2).serving(version(1)).migrating::<prepare_again>().migrating::<go_on>(),
        "" => version(1),
        said => version(said.parse().expect("it is a number")),
    }
}

fn version(number: u32) -> Chain<Errand, Durable<Bank>> {
    let (first, cap) = (Duration::from_millis(1), Duration::from_millis(2));
    let retry = match std::env::var("ERRANDS_PAUSES") {
        // The first pauses are short, all others long.
        Ok(_) => Retry { times: 1_000, first, factor: 1_000, cap: Duration::from_secs(36_000) },
        Err(_) => Retry { times: 4, first, factor: 2, cap },
    };
    let awaits =
        std::env::var("ERRANDS_AWAITS").map_or(3_600_000, |awaits| awaits.parse().expect("it is a number"));
    let within = Some(Duration::from_millis(awaits));
    let line = Line::first::<prepare>().then::<go>();
    let line = line.awaiting::<Decided>(Await { fills: &["approved"], within, ..Await::default() });
    let limit = std::env::var("ERRANDS_LIMIT").map_or(1_500, |limit| limit.parse().expect("it is a number"));
    line.retried(retry).within(Duration::from_millis(limit)).end(number).keyed("number")
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Trip {
    number: u64,
    fails: bool,
}

macro_rules! message {
    ($name:ident from $context:literal on $topic:literal to $subscribers:expr) => {
        #[derive(Serialize, Deserialize)]
        struct $name {
            number: u64,
            fails: bool,
        }

        impl Message for $name {
            const CONTEXT: &'static str = $context;
            const TOPIC: &'static str = $topic;
            const KEY: Option<&'static str> = Some("number");
            const TERMS: TopicTerms = TopicTerms { subscribers: $subscribers, ack: None };
        }
    };
}

message!(Wanted from "office" on "trip.wanted" to &["trips"]);
// Nobody takes it, unless `ERRANDS_HEARS` says so.
message!(Told from "trips" on "trip.told" to &["notifications"]);

/// The same message, as a build would read it that wants more of it.
#[derive(Serialize, Deserialize)]
struct ToldMore {
    number: u64,
    fails: bool,
    by: String,
}

impl Message for ToldMore {
    const CONTEXT: &'static str = Told::CONTEXT;
    const TOPIC: &'static str = Told::TOPIC;
    const KEY: Option<&'static str> = Told::KEY;
}

macro_rules! handler {
    ($name:ident of $message:ident) => {
        struct $name {}

        impl Receive for $name {
            type Message = $message;
            const CONTEXT: &'static str = "notifications";
            const NAME: &'static str = stringify!($name);
        }

        impl<E: Sync> Hear<E> for $name {
            async fn hear(_: $message, _: &E) -> Result<Ack, Nack> {
                Ok(Ack::Done)
            }
        }
    };
}

handler!(notify of Told);
handler!(notify_more of ToldMore);

macro_rules! leg {
    ($name:ident, |$trip:ident, $ctx:ident| $body:expr) => {
        struct $name {}

        impl Step for $name {
            type Input = Trip;
            type Output = Trip;
            type Error = Unwell;
            const CONTEXT: &'static str = "trips";
            const PROCESS: &'static str = "trip";
            const NAME: &'static str = stringify!($name);
            const CALLS: Option<&'static [stateline::operation::Declared]> = Some(&[]);
        }

        impl<E: Stage> Run<E> for $name {
            async fn run($trip: Trip, $ctx: &E) -> Outcome<Trip, Unwell> {
                $body
            }
        }
    };
}

leg!(book, |trip, _ctx| Ok(Next(trip)));
leg!(tell, |trip, ctx| {
    ctx.publish(Told { number: trip.number, fails: trip.fails }).await.map_err(|_| Unwell(Verdict::Again))?;
    Ok(Next(trip))
});
leg!(leave, |trip, _ctx| if trip.fails { Err(Unwell(Verdict::Fail)) } else { Ok(Next(trip)) });
leg!(arrive, |trip, _ctx| if trip.number == 4 { Ok(Wait) } else { Ok(Next(trip)) });

/// Undoes `book`, and `leave`.
struct cancel {}

impl Compensation for cancel {
    type Input = Trip;
    type Error = Unwell;
    const CONTEXT: &'static str = "trips";
    const PROCESS: &'static str = "trip";
    const NAME: &'static str = "cancel";
}

impl<E: Sync> Undo<E, Trip> for cancel {
    async fn undo(_: Trip, _: Done<Trip>, _: &E) -> Result<(), Unwell> {
        Ok(())
    }
}

fn trip() -> Chain<Trip, Durable<Bank>> {
    let line = Line::first::<book>().undone_by::<cancel>().then::<tell>();
    let line = line.then::<leave>().undone_by::<cancel>().then::<arrive>();
    line.end(1).keyed("number").started_by::<Wanted>().failing(OnFailure::Rollback)
}

fn main() -> ExitCode {
    let build = std::env::var("ERRANDS_BUILD").unwrap_or_else(|_| "test".into());
    let app = App::new("errands").build(build).serve(errand()).serve(trip());
    let app = match std::env::var("ERRANDS_HEARS").unwrap_or_default().as_str() {
        "" => app,
        "more" => app.receive::<notify_more>(),
        _ => app.receive::<notify>(),
    };
    stateline::operate(app.environment(async || Ok::<_, String>(Bank)))
}
