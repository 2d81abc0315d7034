//! The processes that are measured, written by hand as the macros would write them.

use serde::{Deserialize, Serialize};
use stateline::message::TopicTerms;
use stateline::operation::Declared;
use stateline::runner::Durable;
use stateline::{
    Ack, Call, CallError, Calls, Chain, Effect, Flow, Handle, Has, Hear, Line, Message, Nack, Next,
    Operation, Outcome, Publish, Receive, Run, Step,
};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime};

/// What steps hand on: as large as the floor's.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Payout {
    pub account: u64,
    pub holder: String,
    pub amount: u64,
    pub open: bool,
}

impl Payout {
    pub fn new(account: u64) -> Self {
        Payout { account, holder: "Ada Lovelace, London".to_owned(), amount: 1_250, open: true }
    }
}

/// What operations borrow: how often money was moved.
#[derive(Debug, Default)]
pub struct Transfers(AtomicU64);

/// The environment.
#[derive(Debug, Default)]
pub struct Bank {
    transfers: Transfers,
}

impl Has<Transfers> for Bank {
    fn get(&self) -> &Transfers {
        &self.transfers
    }
}

/// A step that calls nothing.
pub struct Pure<const AT: usize>;

const NAMES: [&str; 4] = ["first", "second", "third", "fourth"];

impl<const AT: usize> Step for Pure<AT> {
    type Input = Payout;
    type Output = Payout;
    type Error = CallError;
    const CONTEXT: &'static str = "payments";
    const PROCESS: &'static str = "pure";
    const NAME: &'static str = NAMES[AT];
    const CALLS: Option<&'static [Declared]> = Some(&[]);
}

/// How many instances have come to the end of their last step.
pub static ENDED: AtomicU64 = AtomicU64::new(0);

impl<const AT: usize, E: Sync> Run<E> for Pure<AT> {
    async fn run(input: Payout, _: &E) -> Outcome<Payout, CallError> {
        if AT == NAMES.len() - 1 {
            ENDED.fetch_add(1, Ordering::Relaxed);
        }
        Ok(Next(input))
    }
}

/// Money that is moved: an effect with a key.
#[derive(Debug, Serialize, Deserialize)]
pub struct Transfer {
    pub amount: u64,
}

impl Operation for Transfer {
    type Output = u64;
    const CONTEXT: &'static str = "bank";
    const NAME: &'static str = "transfer";
    const EFFECT: Effect = Effect::Write;
    const EXTERNAL: bool = false;
    const IDEMPOTENT_FOR: Option<Duration> = Some(Duration::from_secs(24 * 3_600));
}

impl<E: Has<Transfers> + Sync> Handle<E> for Transfer {
    async fn handle(self, bank: &E, _: &Call) -> u64 {
        bank.get().0.fetch_add(1, Ordering::Relaxed);
        self.amount
    }

    async fn rehearse(self, _: &E, _: &Call) -> u64 {
        self.amount
    }
}

/// A step with one effect.
pub struct Effectful<const AT: usize>;

impl<const AT: usize> Step for Effectful<AT> {
    type Input = Payout;
    type Output = Payout;
    type Error = CallError;
    const CONTEXT: &'static str = "payments";
    const PROCESS: &'static str = "effectful";
    const NAME: &'static str = NAMES[AT];
    const CALLS: Option<&'static [Declared]> = Some(&[Declared::of::<Transfer>()]);
}

impl<const AT: usize, E: Calls<Transfer>> Run<E> for Effectful<AT> {
    async fn run(input: Payout, ctx: &E) -> Outcome<Payout, CallError> {
        ctx.call(Transfer { amount: input.amount }).await?;
        Ok(Next(input))
    }
}

/// A step that waits: an account that is not open waits for as many milliseconds as its amount says.
pub struct Waits;

impl Step for Waits {
    type Input = Payout;
    type Output = Payout;
    type Error = CallError;
    const CONTEXT: &'static str = "payments";
    const PROCESS: &'static str = "waits";
    const NAME: &'static str = "wait";
    const CALLS: Option<&'static [Declared]> = Some(&[]);
}

impl<E: Sync> Run<E> for Waits {
    async fn run(input: Payout, _: &E) -> Outcome<Payout, CallError> {
        let due = SystemTime::UNIX_EPOCH + Duration::from_millis(input.amount);
        Ok(if SystemTime::now() < due { Flow::until(due) } else { Next(input) })
    }
}

/// A letter: as large as what steps hand on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sent {
    pub number: u64,
    pub payout: Payout,
}

impl Message for Sent {
    const CONTEXT: &'static str = "payments";
    const TOPIC: &'static str = "payout.sent";
    const KEY: Option<&'static str> = Some("number");
    const TERMS: TopicTerms = TopicTerms { subscribers: &["audit", "office"], ack: None };
}

/// How many letters each instance publishes.
pub const EACH: u64 = 20;

/// A step that publishes letters with the keys 0 to 999.
pub struct Sends;

impl Step for Sends {
    type Input = Payout;
    type Output = Payout;
    type Error = CallError;
    const CONTEXT: &'static str = "payments";
    const PROCESS: &'static str = "sends";
    const NAME: &'static str = "send";
    const CALLS: Option<&'static [Declared]> = Some(&[]);
}

impl<E: Publish<Sent>> Run<E> for Sends {
    async fn run(input: Payout, ctx: &E) -> Outcome<Payout, CallError> {
        for number in 0..EACH {
            let number = (input.account * EACH + number) % 1_000;
            ctx.publish(Sent { number, payout: input.clone() }).await?;
        }
        Ok(Next(input))
    }
}

/// How many letters were handled.
pub static HANDLED: AtomicU64 = AtomicU64::new(0);

macro_rules! handler {
    ($name:ident $context:literal) => {
        /// A handler that calls nothing.
        pub struct $name;

        impl Receive for $name {
            type Message = Sent;
            const CONTEXT: &'static str = $context;
            const NAME: &'static str = "handle";
            const CALLS: Option<&'static [Declared]> = Some(&[]);
        }

        impl<E: Sync> Hear<E> for $name {
            async fn hear(_: Sent, _: &E) -> Result<Ack, Nack> {
                HANDLED.fetch_add(1, Ordering::Relaxed);
                Ok(Ack::Done)
            }
        }
    };
}

handler!(Audit "audit");
handler!(Office "office");

pub type Process = Chain<Payout, Durable<Bank>>;

pub fn sends() -> Process {
    Line::first::<Sends>().end(1)
}

pub fn pure() -> Process {
    Line::first::<Pure<0>>().then::<Pure<1>>().then::<Pure<2>>().then::<Pure<3>>().end(1)
}

pub fn effectful() -> Process {
    Line::first::<Effectful<0>>().then::<Effectful<1>>().then::<Effectful<2>>().then::<Effectful<3>>().end(1)
}

pub fn waits() -> Process {
    Line::first::<Waits>().end(1)
}
