//! What the simulator runs: a process of three steps, each of which does what its input says.

use super::mail::{Answered, Ordered, Wish};
use super::party::Party;
use crate::operation::Declared;
use crate::runner::Durable;
use crate::{
    Await, Call, CallError, Calls, Chain, Compensation, Done, Effect, Failure, Flow, Handle, Has, Inquiry,
    Key, Line, Message, Migration, Next, OnFailure, Operation, Outcome, Publish, Retry, Run, Step, Undo,
    Verdict, Wait,
};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::time::Duration;

/// What an instance does, in each step.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Plan {
    pub(super) name: String,
    pub(super) steps: Vec<Vec<Do>>,
    pub(super) decided: Option<bool>,
    pub(super) answered: Option<u32>,
}

/// What a step does next.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum Do {
    /// Ask for something.
    Look,
    /// A write that can be asked about.
    Put(u32),
    /// A write of which the third party knows the key again for a while.
    Keep(u32),
    /// What cannot be undone, and can be asked about.
    Send(u32),
    /// What cannot be undone, and cannot be asked about.
    Blind(u32),
    /// Two at once.
    Both(u32, u32),
    /// A write, and beside it a question.
    Beside(u32),
    /// If the dice fall so, fail like this.
    Unless(Trouble),
    /// If the dice fall so, wait so many milliseconds.
    Pause(u64),
    /// Wait for a decision.
    Decision,
    /// Order something, for the letters with this key, for the instance with this number.
    Order(Wish, u32, u32, u32),
    /// Wait for an answer.
    Hear,
    /// Send what a reading tells: another attempt may be told something else.
    Whatever,
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum Trouble {
    Again,
    Fail,
    Park,
    Panic,
    Call,
}

#[derive(Debug)]
pub(super) enum Error {
    Trouble(Trouble),
    Call(CallError),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self:?}")
    }
}

impl std::error::Error for Error {}

impl From<CallError> for Error {
    fn from(error: CallError) -> Self {
        Error::Call(error)
    }
}

impl Failure for Error {
    fn verdict(&self) -> Verdict {
        match self {
            Error::Trouble(Trouble::Again | Trouble::Call) => Verdict::Again,
            Error::Trouble(Trouble::Fail) => Verdict::Fail,
            Error::Trouble(Trouble::Park | Trouble::Panic) => Verdict::Park,
            Error::Call(error) => error.verdict(),
        }
    }
}

/// How long the third party knows the key of a [`Keep`] again.
pub(super) const LIFE: Duration = Duration::from_millis(400);

/// What the operations of a context borrow.
pub(super) struct Desk(pub(super) Party);

impl Has<Party> for Desk {
    fn get(&self) -> &Party {
        &self.0
    }
}

macro_rules! operation {
    ($name:ident $text:literal $effect:ident $output:ty, $($more:tt)*) => {
        #[derive(Clone, Copy, Debug, Serialize, Deserialize)]
        pub(super) struct $name { pub(super) n: u32 }

        impl Operation for $name {
            type Output = $output;
            const CONTEXT: &'static str = "party";
            const NAME: &'static str = $text;
            const EFFECT: Effect = Effect::$effect;
            const EXTERNAL: bool = true;
            $($more)*
        }
    };
}

operation!(Dice "dice" Read u32,);
operation!(Put "put" Write u32, const INQUIRY: Option<&'static str> = Some("told"););
// It holds up the thread, so that the simulator has it arrive at once or never: what is known only for a
// while must not be long on its way.
operation!(Keep "keep" Write u32,
    const IDEMPOTENT_FOR: Option<Duration> = Some(LIFE);
    const BLOCKING: bool = true;
);
operation!(Send_ "send" Irreversible u32, const INQUIRY: Option<&'static str> = Some("told"););
operation!(Blind "blind" Irreversible u32,);
operation!(Undo_ "undo" Write u32, const INQUIRY: Option<&'static str> = Some("told"););

impl<E: Has<Party> + Sync> Handle<E> for Dice {
    async fn handle(self, environment: &E, _: &Call) -> u32 {
        environment.get().dice()
    }
}

macro_rules! handle {
    ($($name:ident $kind:ident,)*) => {$(
        impl<E: Has<Party> + Sync> Handle<E> for $name {
            async fn handle(self, environment: &E, call: &Call) -> u32 {
                environment.get().act(Effect_::$kind, call, self.n)
            }

            async fn rehearse(self, _: &E, _: &Call) -> u32 {
                self.n
            }

            async fn inquire(key: Key, environment: &E, _: &Call) -> Inquiry<u32> {
                environment.get().inquire(key)
            }
        }
    )*};
}

handle!(Put Put, Keep Keep, Send_ Send, Blind Blind, Undo_ Undo,);

/// What a third party is asked to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Effect_ {
    Put,
    Keep,
    Send,
    Blind,
    Undo,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Decided {
    pub(super) decided: bool,
}

impl Message for Decided {
    const CONTEXT: &'static str = "people";
    const TOPIC: &'static str = "decided";
}

/// All that a step may call.
pub(super) trait Ctx:
    Calls<Dice> + Calls<Put> + Calls<Keep> + Calls<Send_> + Calls<Blind> + Publish<Ordered> + crate::Ctx
{
}
impl<C> Ctx for C where
    C: Calls<Dice> + Calls<Put> + Calls<Keep> + Calls<Send_> + Calls<Blind> + Publish<Ordered> + crate::Ctx
{
}

async fn act(plan: Plan, step: usize, ctx: &impl Ctx) -> Outcome<Plan, Error> {
    for what in plan.steps.get(step).into_iter().flatten() {
        match *what {
            Do::Look => _ = ctx.call(Dice { n: 0 }).await?,
            Do::Put(n) => _ = ctx.call(Put { n }).await?,
            Do::Keep(n) => _ = ctx.call(Keep { n }).await?,
            Do::Send(n) => _ = ctx.call(Send_ { n }).await?,
            Do::Blind(n) => _ = ctx.call(Blind { n }).await?,
            Do::Both(one, other) => {
                let (one, other) = tokio::join!(ctx.call(Send_ { n: one }), ctx.call(Send_ { n: other }));
                one?;
                other?;
            }
            Do::Beside(n) => {
                let (told, put) = tokio::join!(ctx.call(Dice { n: 4 }), ctx.call(Put { n }));
                told?;
                put?;
            }
            Do::Unless(trouble) => {
                if ctx.call(Dice { n: 1 }).await? % 4 == 0 {
                    if trouble == Trouble::Panic {
                        // Without a word to whoever reads the tests' output.
                        std::panic::resume_unwind(Box::new("the dice say so"));
                    }
                    return Err(Error::Trouble(trouble));
                }
            }
            Do::Pause(millis) => {
                if ctx.call(Dice { n: 2 }).await? % 2 == 0 {
                    return Ok(Flow::until(Duration::from_millis(millis)));
                }
            }
            Do::Decision if plan.decided.is_none() => return Ok(Wait),
            Do::Decision => {}
            Do::Order(wish, n, key, of) => {
                ctx.publish(Ordered { key, n, name: format!("work-{of}"), wish }).await?;
            }
            Do::Hear if plan.answered.is_none() => return Ok(Wait),
            Do::Hear => {}
            Do::Whatever => {
                let n = 900 + ctx.call(Dice { n: 3 }).await? % 2;
                ctx.call(Send_ { n }).await?;
            }
        }
    }
    Ok(Next(plan))
}

macro_rules! steps {
    ($($step:ident $number:literal $undo:ident $on:ident,)*) => {$(
        #[expect(non_camel_case_types, reason = "a marker bears its function's name")]
        struct $step {}

        impl Step for $step {
            type Input = Plan;
            type Output = Plan;
            type Error = Error;
            const CONTEXT: &'static str = "work";
            const PROCESS: &'static str = "work";
            const NAME: &'static str = stringify!($step);
            const CALLS: Option<&'static [Declared]> =
                Some(&[Declared::of::<Put>(), Declared::of::<Keep>(), Declared::of::<Send_>()]);
        }

        impl<E: Ctx> Run<E> for $step {
            fn run(plan: Plan, ctx: &E) -> impl Future<Output = Outcome<Plan, Error>> + Send {
                act(plan, $number, ctx)
            }
        }

        #[expect(non_camel_case_types, reason = "a marker bears its function's name")]
        struct $undo {}

        impl Compensation for $undo {
            type Input = Plan;
            type Error = CallError;
            const CONTEXT: &'static str = "work";
            const PROCESS: &'static str = "work";
            const NAME: &'static str = stringify!($undo);
        }

        #[expect(non_camel_case_types, reason = "a marker bears its function's name")]
        struct $on {}

        impl Migration for $on {
            type From = Plan;
            type To = Plan;
            type Error = std::convert::Infallible;
            const PROCESS: &'static str = "work";
            const NAME: &'static str = stringify!($on);
            const FROM: u32 = 1;
            const STEP: &'static str = stringify!($step);
            const TO: u32 = 2;
            const AT: &'static str = stringify!($step);
            const REASON: Option<&'static str> = None;

            fn migrate(plan: Plan) -> Result<Plan, std::convert::Infallible> {
                Ok(plan)
            }
        }

        impl<E: Calls<Undo_>> Undo<E, Plan> for $undo {
            async fn undo(_: Plan, _: Done<Plan>, ctx: &E) -> Result<(), CallError> {
                ctx.call(Undo_ { n: $number }).await.map(drop)
            }
        }
    )*};
}

steps!(first 0 undo_first first_on, second 1 undo_second second_on, third 2 undo_third third_on,);

/// Which build runs: two of them are alive at once while a release rolls out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Build {
    /// It knows version 1.
    Old,
    /// It begins on version 2, serves both, and migrates from one to the other.
    New,
}

/// What a build serves.
pub(super) fn work(build: Build) -> Chain<Plan, Durable<Desk>> {
    match build {
        Build::Old => line(1),
        Build::New => {
            let chain = line(2).serving(line(1));
            chain.migrating::<first_on>().migrating::<second_on>().migrating::<third_on>()
        }
    }
}

/// Steps are tried six times, and run for half a second; a decision is overdue after nearly one.
fn line(version: u32) -> Chain<Plan, Durable<Desk>> {
    let retry =
        Retry { times: 5, first: Duration::from_millis(20), factor: 2, cap: Duration::from_millis(200) };
    let limit = Duration::from_millis(500);
    let decision = Await { within: Some(Duration::from_millis(900)), ..Await::default() };
    let line = Line::first::<first>().undone_by::<undo_first>().retried(retry).within(limit);
    let line = line.then::<second>().undone_by::<undo_second>().retried(retry).within(limit);
    let line = line.awaiting::<Decided>(decision);
    let line = line.then::<third>().undone_by::<undo_third>().retried(retry).within(limit);
    let line = line.awaiting::<Answered>(Await { fills: &["answered"], ..Await::default() });
    line.end(version).failing(OnFailure::Rollback)
}
