//! Operations: functions that a context offers to others.

use crate::Data;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::future::Future;

/// A request to do something: the arguments of an `#[operation]` function that its caller gives.
///
/// ```
/// # mod bank { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/bank.rs")); }
/// use bank::*; // as on the front page
/// use stateline::{Effect, Operation};
///
/// assert_eq!((LoadAccount::CONTEXT, LoadAccount::NAME), ("ledger", "load_account"));
/// assert_eq!((LoadAccount::EFFECT, LoadAccount::EXTERNAL), (Effect::Write, false));
/// ```
///
/// The effect has no default: an operation that does not say what it does to the world does not
/// compile.
///
/// ```compile_fail,E0046
/// #[derive(serde::Serialize, serde::Deserialize)]
/// struct SendMoney { amount: u64 }
///
/// impl stateline::Operation for SendMoney {
///     type Output = ();
///     const CONTEXT: &'static str = "bank";
///     const NAME: &'static str = "send_money";
///     const EXTERNAL: bool = true;
/// }
/// ```
pub trait Operation: Data {
    /// What the function returns.
    type Output: Data;
    /// The context that offers it.
    const CONTEXT: &'static str;
    /// The function's name.
    const NAME: &'static str;
    /// What it does to the world.
    const EFFECT: Effect;
    /// Whether the context is somebody else's system.
    const EXTERNAL: bool;
}

/// What an operation does to the world.
///
/// ```
/// assert_eq!(stateline::Effect::Irreversible.to_string(), "irreversible");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Effect {
    /// None.
    Read,
    /// One that can be undone.
    Write,
    /// One that cannot be undone, only compensated.
    Irreversible,
}

impl fmt::Display for Effect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Effect::Read => "read",
            Effect::Write => "write",
            Effect::Irreversible => "irreversible",
        })
    }
}

/// An operation that can be carried out in an environment: one that has what its function borrows.
///
/// ```
/// # mod bank { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/bank.rs")); }
/// use bank::*; // as on the front page
/// use stateline::Handle;
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// let desk = Desk::default();
/// let load = || LoadAccount { consumer: 1, amount: 5 };
/// assert_eq!((load().rehearse(&desk).await, desk.balance(1)), (Ok(()), 0));
/// assert_eq!((load().handle(&desk).await, desk.balance(1)), (Ok(()), 5));
/// # }
/// ```
#[diagnostic::on_unimplemented(
    message = "the operation `{Self}` cannot be carried out in the environment `{E}`",
    label = "`{E}` lacks something that the operation borrows"
)]
pub trait Handle<E: ?Sized>: Operation {
    /// Carries it out.
    fn handle(self, environment: &E) -> impl Future<Output = Self::Output> + Send;

    /// Answers it in a rehearsal, with no effect on the world. What only reads is carried out.
    fn rehearse(self, environment: &E) -> impl Future<Output = Self::Output> + Send {
        self.handle(environment)
    }
}
