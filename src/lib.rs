//! Runs a system's processes as its map declares them.
//!
//! A process is a straight line of steps, and a step is a function: of its input, and of a `ctx`
//! that has exactly the calls that the step declares and the map allows. What stands behind the
//! `ctx` is somebody else's business:
//!
//! ```
//! # mod bank { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/bank.rs")); }
//! use bank::{Blocked, LoadAccount, Loaded, Rejected, Request, TooMuch}; // below
//! use stateline::{CallError, Calls, Mocked, Next, Outcome, Publish};
//!
//! async fn load(data: Request, ctx: &(impl Calls<LoadAccount> + Publish<Blocked>)) -> Outcome<Loaded, Rejected> {
//!     let Request { consumer, amount } = data;
//!     ctx.call(LoadAccount { consumer, amount }).await??;
//!     Ok(Next(Loaded { amount, approved: None }))
//! }
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() {
//! let ctx = Mocked::new().failing(CallError::late::<LoadAccount>()).on(|LoadAccount { .. }| Ok(()));
//! let data = || Request { consumer: 1, amount: 5 };
//! assert!(load(data(), &ctx).await.is_err());
//! assert_eq!(load(data(), &ctx).await, Ok(Next(Loaded { amount: 5, approved: None })));
//! # }
//! ```
//!
//! All examples in these pages are set in this small bank: a ledger, and a payout of two steps. The macros
//! would derive most of it from functions; here it is written by hand, to show what they derive.
//!
//! <details><summary>bank.rs</summary>
//!
//! ```
#![doc = include_str!("bank.rs")]
//! ```
//!
//! </details>
//!
//! With the map, [`macro@step`] derives that `ctx`'s interface, [`macro@operation`] what can be
//! called, [`macro@message`] what can be published, and [`macro@process`] makes the [`Chain`] of the
//! steps. `examples/payout` in the repository has all of it.

#![warn(missing_docs)]

pub mod call;
pub mod chain;
pub mod data;
#[doc(hidden)]
pub mod derived;
pub mod environment;
pub mod failure;
pub mod message;
mod migration;
#[cfg(feature = "operate")]
pub mod operate;
pub mod operation;
#[cfg(feature = "runner")]
pub mod runner;
pub mod step;
#[cfg(feature = "runner")]
pub mod store;
#[cfg(feature = "testing")]
pub mod testing;

pub use call::{
    Answer, Answers, Attempts, Call, CallError, Calls, Chaos, Ctx, Entry, Fault, Id, Journal, Key, Mocked,
    Stage, World,
};
pub use chain::{At, Await, Awaited, Chain, ChainError, Line, OnFailure, Retry, State, StepTerms, Stop};
pub use data::{Data, DataError, Json};
pub use environment::Has;
pub use failure::{Failure, Verdict};
pub(crate) use message::Posted;
pub use message::{Ack, Cause, Handler, Hear, Letter, Message, Nack, Publish, Receive};
pub use migration::Migration;
#[cfg(feature = "operate")]
pub use operate::{App, operate};
pub use operation::{Effect, Handle, Inquiry, Operation};
pub use stateline_macros::{
    Environment, Failure, compensation, message, migration, operation, process, receives, step,
};
pub use step::Flow::{self, Next, Until, Wait};
pub use step::{Compensation, Done, Due, Outcome, Run, Step, Undo};

// So that derived code finds us in our own tests too.
extern crate self as stateline;
