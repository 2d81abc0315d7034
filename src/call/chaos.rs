//! Calls that go wrong, by a seed.

mod dice;
mod fault;

pub use fault::Fault;

use super::{CallError, lock};
use crate::{Data, DataError, Json, Message, Operation};
use dice::Dice;
use fault::{Plan, Rates};
use std::future::Future;
use std::sync::Mutex;
use std::task::Poll;

/// What disturbs calls: requests are dropped, answers lost, delayed and corrupted, and requests
/// arrive twice.
///
/// The same seed and the same calls give the same faults, on every machine. Each fault befalls one
/// call in ten, if no rate is given. There is no clock: a delayed call lets others go first.
///
/// ```
/// # mod bank { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/bank.rs")); }
/// use bank::*; // as on the front page
/// use stateline::{Calls, Chaos, World};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// let desk = Desk::default();
/// let chaotic = World::live(&desk).disturbed(Chaos::new(7).at_rate(0).losing(1_000));
/// let answer = chaotic.call(LoadAccount { consumer: 1, amount: 5 }).await;
/// assert!(answer.expect_err("every answer is lost").is_late());
/// assert_eq!(desk.balance(1), 5);
/// assert_eq!(chaotic.faults()[0].to_string(), "call 1, ledger::load_account: its answer was lost");
/// # }
/// ```
#[derive(Debug)]
pub struct Chaos {
    rates: Rates,
    told: Mutex<Told>,
}

#[derive(Debug)]
struct Told {
    dice: Dice,
    calls: u64,
    faults: Vec<Fault>,
}

impl Chaos {
    /// What this seed disturbs.
    pub fn new(seed: u64) -> Self {
        let told = Told { dice: Dice::new(seed), calls: 0, faults: Vec::new() };
        Chaos { rates: Rates::all(100), told: Mutex::new(told) }
    }

    /// Each fault befalls so many of a thousand calls.
    pub fn at_rate(mut self, rate: u16) -> Self {
        self.rates = Rates::all(rate);
        self
    }

    /// So many of a thousand requests never arrive.
    pub fn dropping(mut self, rate: u16) -> Self {
        self.rates.drop = rate;
        self
    }

    /// So many of a thousand answers never arrive, though the operation ran.
    pub fn losing(mut self, rate: u16) -> Self {
        self.rates.lose = rate;
        self
    }

    /// So many of a thousand calls let others go first.
    pub fn delaying(mut self, rate: u16) -> Self {
        self.rates.delay = rate;
        self
    }

    /// So many of a thousand requests arrive twice.
    pub fn duplicating(mut self, rate: u16) -> Self {
        self.rates.duplicate = rate;
        self
    }

    /// So many of a thousand answers arrive damaged, though the operation ran.
    pub fn corrupting(mut self, rate: u16) -> Self {
        self.rates.corrupt = rate;
        self
    }

    /// What went wrong up to now.
    pub(super) fn faults(&self) -> Vec<Fault> {
        lock(&self.told).faults.clone()
    }

    fn plan(&self, context: &'static str, name: &'static str) -> Plan {
        let Told { dice, calls, faults } = &mut *lock(&self.told);
        *calls += 1;
        let plan = Plan::draw(dice, &self.rates);
        faults.extend(plan.troubles().map(|trouble| Fault { call: *calls, context, name, trouble }));
        plan
    }

    /// Answers an operation, with what goes wrong.
    pub(super) async fn call<O: Operation, A: Future<Output = Result<O::Output, CallError>>>(
        &self,
        operation: O,
        answer: impl Fn(O) -> A,
    ) -> Result<O::Output, CallError> {
        let plan = self.plan(O::CONTEXT, O::NAME);
        delay(plan.delay).await;
        if plan.drop {
            return Err(CallError::dropped::<O>());
        }
        let second =
            plan.duplicate.then(|| copy(&operation)).transpose().map_err(|e| CallError::corrupt::<O>(&e))?;
        let first = answer(operation).await;
        if let Some(second) = second {
            // Whoever asked waits for one answer, and this is another.
            drop(answer(second).await);
        }
        match (plan.lose, plan.corrupt) {
            (true, _) => Err(CallError::late::<O>()),
            (_, Some(at)) => {
                first.and_then(|value| damaged(&value, at).map_err(|e| CallError::corrupt::<O>(&e)))
            }
            _ => first,
        }
    }

    /// Takes a message, with what goes wrong.
    pub(super) async fn publish<M: Message>(&self, take: impl Fn()) -> Result<(), CallError> {
        let plan = self.plan(M::CONTEXT, M::TOPIC);
        delay(plan.delay).await;
        if plan.drop {
            return Err(CallError::message_dropped::<M>());
        }
        take();
        if plan.duplicate {
            take();
        }
        match (plan.lose, plan.corrupt) {
            (true, _) => Err(CallError::message_late::<M>()),
            (_, Some(at)) => damaged(&(), at).map_err(|error| CallError::message_corrupt::<M>(&error)),
            _ => Ok(()),
        }
    }
}

/// Not every request is `Clone`, but all are data.
fn copy<T: Data>(value: &T) -> Result<T, DataError> {
    Json::write(value)?.read()
}

/// What is left of an answer with a byte that no JSON has, at some place.
fn damaged<T: Data>(value: &T, at: u64) -> Result<T, DataError> {
    let json = Json::write(value)?;
    let chars = json.text().chars().count() as u64;
    let hole = at.checked_rem(chars).unwrap_or_default();
    let holed = (0..).zip(json.text().chars()).map(|(at, char)| if at == hole { '\0' } else { char });
    Json::of_text(holed.collect())?.read()
}

/// Lets others go first, so many times.
fn delay(times: u32) -> impl Future<Output = ()> + Send {
    let mut left = times;
    std::future::poll_fn(move |context| match left.checked_sub(1) {
        None => Poll::Ready(()),
        Some(fewer) => {
            left = fewer;
            context.waker().wake_by_ref();
            Poll::Pending
        }
    })
}
