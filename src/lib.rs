//! Runs a system's processes as its map declares them.

pub mod call;
pub mod chain;
pub mod data;
pub mod environment;
pub mod message;
pub mod operation;
pub mod step;

pub use call::{Call, CallError, Live};
pub use chain::{Chain, Line};
pub use data::Data;
pub use environment::Has;
pub use message::{Message, Publish};
pub use operation::{Effect, Handle, Operation};
pub use step::Flow::{self, Next, Wait};
pub use step::{Compensation, Outcome, Run, Step, Undo};
