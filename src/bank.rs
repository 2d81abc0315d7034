// A ledger and two steps of a payout, written by hand as the macros would write them: for the examples
// in the documentation, which include this file, and for tests.

use serde::{Deserialize, Serialize};
use stateline::{
    Call, CallError, Calls, Compensation, Data, Done, Effect, Failure, Handle, Has, Letter, Message, Next,
    Operation, Outcome, Publish, Run, Step, Undo, Verdict, Wait,
};
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt;
use std::future::Future;
use std::sync::Mutex;

#[derive(Debug, Default)]
pub struct Accounts(Mutex<BTreeMap<u64, u64>>);

#[derive(Debug, Default)]
pub struct Desk {
    accounts: Accounts,
}

impl Desk {
    pub fn balance(&self, consumer: u64) -> u64 {
        self.accounts.0.lock().expect("no test panics in here").get(&consumer).copied().unwrap_or_default()
    }
}

impl Has<Accounts> for Desk {
    fn get(&self) -> &Accounts {
        &self.accounts
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TooMuch;

impl fmt::Display for TooMuch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("more money than an account can hold")
    }
}

impl Error for TooMuch {}

/// Puts money into an account.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LoadAccount {
    pub consumer: u64,
    pub amount: u64,
}

impl Operation for LoadAccount {
    type Output = Result<(), TooMuch>;
    const CONTEXT: &'static str = "ledger";
    const NAME: &'static str = "load_account";
    const EFFECT: Effect = Effect::Write;
    const EXTERNAL: bool = false;
}

impl<E: Has<Accounts> + Sync> Handle<E> for LoadAccount {
    async fn handle(self, environment: &E, _: &Call) -> Self::Output {
        let mut accounts = environment.get().0.lock().expect("no test panics in here");
        let balance = accounts.entry(self.consumer).or_default();
        *balance = balance.checked_add(self.amount).ok_or(TooMuch)?;
        Ok(())
    }

    async fn rehearse(self, _: &E, _: &Call) -> Self::Output {
        Ok(())
    }
}

/// What is in an account: it only reads, and is its own rehearsal.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Balance {
    pub consumer: u64,
}

impl Operation for Balance {
    type Output = u64;
    const CONTEXT: &'static str = "ledger";
    const NAME: &'static str = "balance";
    const EFFECT: Effect = Effect::Read;
    const EXTERNAL: bool = false;
}

impl<E: Has<Accounts> + Sync> Handle<E> for Balance {
    async fn handle(self, environment: &E, _: &Call) -> u64 {
        let accounts = environment.get().0.lock().expect("no test panics in here");
        accounts.get(&self.consumer).copied().unwrap_or_default()
    }

    async fn rehearse(self, environment: &E, call: &Call) -> u64 {
        self.handle(environment, call).await
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Blocked {
    pub payout: u64,
}

impl Message for Blocked {
    const CONTEXT: &'static str = "payments";
    const TOPIC: &'static str = "payout.blocked";
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Decided {
    pub approved: bool,
}

impl Message for Decided {
    const CONTEXT: &'static str = "compliance";
    const TOPIC: &'static str = "compliance.decided";
}

impl Decided {
    pub fn letter(&self) -> Letter {
        Letter::of(self).expect("it reads back")
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Request {
    pub consumer: u64,
    pub amount: u64,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Loaded {
    pub amount: u64,
    pub approved: Option<bool>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Released {
    pub amount: u64,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Rejected {
    ByCompliance,
    Ledger(TooMuch),
    Call(CallError),
}

impl fmt::Display for Rejected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Rejected::ByCompliance => f.write_str("compliance rejected it"),
            Rejected::Ledger(error) => error.fmt(f),
            Rejected::Call(error) => error.fmt(f),
        }
    }
}

impl Error for Rejected {}

impl Failure for Rejected {
    fn verdict(&self) -> Verdict {
        match self {
            Rejected::ByCompliance | Rejected::Ledger(_) => Verdict::Fail,
            Rejected::Call(error) => error.verdict(),
        }
    }
}

impl From<TooMuch> for Rejected {
    fn from(error: TooMuch) -> Self {
        Rejected::Ledger(error)
    }
}

impl From<CallError> for Rejected {
    fn from(error: CallError) -> Self {
        Rejected::Call(error)
    }
}

/// A step of (input, ctx).
pub async fn load(
    request: Request,
    ctx: &(impl Calls<LoadAccount> + Publish<Blocked>),
) -> Outcome<Loaded, Rejected> {
    let Request { consumer, amount } = request;
    ctx.call(LoadAccount { consumer, amount }).await??;
    if amount >= 1_000 {
        ctx.publish(Blocked { payout: consumer }).await?;
    }
    Ok(Next(Loaded { amount, approved: None }))
}

#[expect(non_camel_case_types, reason = "a marker bears its function's name")]
pub struct load {}

impl Step for load {
    type Input = Request;
    type Output = Loaded;
    type Error = Rejected;
    const CONTEXT: &'static str = "payments";
    const PROCESS: &'static str = "payout";
    const NAME: &'static str = "load";
}

impl<E: Calls<LoadAccount> + Publish<Blocked>> Run<E> for load {
    fn run(input: Request, environment: &E) -> impl Future<Output = Outcome<Loaded, Rejected>> + Send {
        load(input, environment)
    }
}

/// A step of (input).
pub fn release(loaded: Loaded) -> Outcome<Released, Rejected> {
    match loaded.approved {
        None => Ok(Wait),
        Some(true) => Ok(Next(Released { amount: loaded.amount })),
        Some(false) => Err(Rejected::ByCompliance),
    }
}

#[expect(non_camel_case_types, reason = "a marker bears its function's name")]
pub struct release {}

impl Step for release {
    type Input = Loaded;
    type Output = Released;
    type Error = Rejected;
    const CONTEXT: &'static str = "payments";
    const PROCESS: &'static str = "payout";
    const NAME: &'static str = "release";
}

impl<E: Sync> Run<E> for release {
    async fn run(input: Loaded, _: &E) -> Outcome<Released, Rejected> {
        release(input)
    }
}

/// Undoes `load`.
pub async fn unload(request: Request, ctx: &impl Calls<TakeBack>) -> Result<(), CallError> {
    let Request { consumer, amount } = request;
    ctx.call(TakeBack { consumer, amount }).await
}

#[expect(non_camel_case_types, reason = "a marker bears its function's name")]
pub struct unload {}

impl Compensation for unload {
    type Input = Request;
    type Error = CallError;
    const CONTEXT: &'static str = "payments";
    const PROCESS: &'static str = "payout";
    const NAME: &'static str = "unload";
}

impl<E: Calls<TakeBack>, Out: Data> Undo<E, Out> for unload {
    fn undo(
        input: Request,
        _: Done<Out>,
        environment: &E,
    ) -> impl Future<Output = Result<(), CallError>> + Send {
        unload(input, environment)
    }
}

/// Takes money back out of an account; what is not there stays owed.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TakeBack {
    pub consumer: u64,
    pub amount: u64,
}

impl Operation for TakeBack {
    type Output = ();
    const CONTEXT: &'static str = "ledger";
    const NAME: &'static str = "take_back";
    const EFFECT: Effect = Effect::Irreversible;
    const EXTERNAL: bool = true;
}

impl<E: Has<Accounts> + Sync> Handle<E> for TakeBack {
    async fn handle(self, environment: &E, _: &Call) {
        let mut accounts = environment.get().0.lock().expect("no test panics in here");
        let balance = accounts.entry(self.consumer).or_default();
        *balance = balance.saturating_sub(self.amount);
    }

    async fn rehearse(self, _: &E, _: &Call) {}
}
