//! Runs a system's processes as its map declares them.

pub mod call;
pub mod chain;
pub mod data;
#[doc(hidden)]
pub mod derived;
pub mod environment;
pub mod message;
pub mod operation;
pub mod step;

pub use call::{
    Answer, Call, CallError, Chaotic, Entry, Fault, Journal, Live, Mocked, Recorded, Rehearsing, Replaying,
};
pub use chain::{At, Chain, ChainError, Line, State, Stop};
pub use data::{Data, DataError, Json};
pub use environment::Has;
pub use message::{Letter, Message, Publish};
pub use operation::{Effect, Handle, Operation};
pub use stateline_macros::{Environment, compensation, message, operation, process, step};
pub use step::Flow::{self, Next, Wait};
pub use step::{Compensation, Outcome, Run, Step, Undo};

// So that derived code finds us in our own tests too.
extern crate self as stateline;
