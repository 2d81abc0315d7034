//! What runs processes, durably: an instance survives being killed anywhere, and each effect happens once.
//!
//! A [`Runner`] owns a [`Store`](crate::store::Store) and serves processes. It takes what their chains and
//! environments need, and answers with a [`Running`], by which instances are started and waited for:
//!
//! ```
//! # mod bank { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/bank.rs")); }
//! use bank::*; // as on the front page
//! use stateline::runner::{Durable, Runner};
//! use stateline::store::Memory;
//! use stateline::{Await, Chain, Line};
//! use std::sync::Arc;
//! use std::time::Duration;
//!
//! // What `process!(payout)` writes.
//! fn payout() -> Chain<Request, Durable<Desk>> {
//!     let line = Line::first::<load>();
//!     let line = line.then::<release>();
//!     let line = line.awaiting::<Decided>(Await::default());
//!     line.end(1)
//! }
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), stateline::runner::RunnerError> {
//! let (store, desk) = (Memory::new(), Arc::new(Desk::default()));
//! let runner = Runner::new(store.clone()).serve(payout(), desk.clone()).begin().await?;
//!
//! // Its number is known to people, too: started again, it is the same instance.
//! let id = runner.start_as("payout", "payout-7", Request { consumer: 1, amount: 5 }).await?;
//! assert_eq!(runner.start_as("payout", "payout-7", Request { consumer: 1, amount: 5 }).await?, id);
//! let other = runner.start_as("payout", "payout-7", Request { consumer: 1, amount: 6 }).await;
//! assert!(other.expect_err("another amount").is_refused());
//!
//! // It is on its way, whatever becomes of this process. The next one goes on with it.
//! runner.stop(Duration::from_secs(5)).await?;
//! let runner = Runner::new(store).serve(payout(), desk.clone()).begin().await?;
//! runner.deliver(id, Decided { approved: true }).await?;
//! let ended = runner.ended(id).await?;
//! assert!(ended.is_done());
//! assert_eq!(ended.read::<Released>()?, Released { amount: 5 });
//! assert_eq!(desk.balance(1), 5);
//! runner.stop(Duration::from_secs(5)).await
//! # }
//! ```
//!
//! # What is promised
//!
//! - What was answered is durable: a start, a message, a command. What was not answered, may be durable all
//!   the same: whoever asks again with the same business key gets the same instance.
//! - A step that has ended never runs again by itself. One that was interrupted runs again with all answers
//!   that its calls had got, under the same keys.
//! - A call that *reads* may be made again. One that *writes* is made when all that came before it is written.
//!   One that is *irreversible* is made when an intent with the whole request is written, too.
//! - Of a call that nobody knows the outcome of, the operation's inquiry is asked. Without one, a write is made
//!   again with the same key as long as its `idempotent_for` lasts. Else the instance is parked.
//! - What a step fails with says what follows: it is tried again, it has failed, or it is parked. Panics, limits
//!   and whatever cannot be read or written park the instance too: nothing is lost, and nothing goes on until
//!   somebody has looked.
//! - The answers to calls that succeeded are kept for later attempts of the step. If an attempt asks something
//!   else of the same operation, or ends without asking, that is a divergence, and parks.
//!
//! # The life of an instance
//!
#![doc = include_str!("runner/life.md")]

mod asks;
mod clock;
mod core;
mod coverage;
mod driver;
mod durable;
mod duties;
mod error;
mod event;
mod life;
mod planted;
mod process;
mod running;
mod serving;
mod shapes;
#[cfg(test)]
mod simulator;
pub mod telemetry;

pub use durable::Durable;
#[cfg(feature = "testing")]
pub(crate) use durable::{Ask, Port};
pub use error::RunnerError;
pub use life::{MOVES, Move, Status};
pub use running::{Ended, Running};
pub use serving::Runner;
#[cfg(feature = "operate")]
pub(crate) use {
    self::core::{CallLine, Told, Waits},
    coverage::{named, wanted},
    process::LIMIT,
    serving::random,
    shapes::{locked, reads},
};
