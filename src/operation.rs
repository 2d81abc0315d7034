//! Operations: functions that a context offers to others.

use crate::{Call, Data, Key};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::fmt;
use std::future::Future;
use std::time::Duration;

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
    /// How long whoever it reaches knows the key of a call again: for so long, a call of which nobody
    /// knows whether it was answered may be made again with the same key. None if that is not said.
    const IDEMPOTENT_FOR: Option<Duration> = None;
    /// The operation that tells what became of a call, by its key.
    const INQUIRY: Option<&'static str> = None;
    /// Whether its function is no `async fn`, so that the thread on which it runs waits for it.
    const BLOCKING: bool = false;
    /// The path of its function, from the crate that defines it. Empty if that is not said.
    const PLACE: &'static str = "";
}

/// An operation that a step declares to call: its name, and what it does to the world.
///
/// ```
/// # mod bank { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/bank.rs")); }
/// use bank::*; // as on the front page
/// use stateline::operation::Declared;
///
/// let declared = Declared::of::<LoadAccount>();
/// assert_eq!(declared.to_string(), "ledger::load_account (write)");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Declared {
    /// The context that offers it.
    pub context: Cow<'static, str>,
    /// Its name.
    pub operation: Cow<'static, str>,
    /// What it does to the world.
    pub effect: Effect,
}

impl Declared {
    /// This operation.
    pub const fn of<O: Operation>() -> Declared {
        Declared { context: Cow::Borrowed(O::CONTEXT), operation: Cow::Borrowed(O::NAME), effect: O::EFFECT }
    }
}

impl fmt::Display for Declared {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}::{} ({})", self.context, self.operation, self.effect)
    }
}

/// What became of a call of which nobody knows whether it was answered, as an operation's *inquiry* tells.
///
/// ```
/// use stateline::{Inquiry, Key};
/// use std::collections::BTreeMap;
///
/// // With `#[operation(effect = "read")]`, for one with `inquiry = transfer_status`.
/// fn transfer_status(sent: &BTreeMap<Key, u64>, key: Key) -> Inquiry<u64> {
///     sent.get(&key).map_or(Inquiry::NotDone, |amount| Inquiry::Done(*amount))
/// }
/// # let _ = transfer_status;
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Inquiry<T> {
    /// It was done, and answered with this.
    Done(T),
    /// It was not done, and will not be: it may be made again.
    NotDone,
    /// Nobody can say.
    Unknown,
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
/// use stateline::{Call, Handle};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// let (desk, call) = (Desk::default(), Call::keyed("the first"));
/// let load = || LoadAccount { consumer: 1, amount: 5 };
/// assert_eq!((load().rehearse(&desk, &call).await, desk.balance(1)), (Ok(()), 0));
/// assert_eq!((load().handle(&desk, &call).await, desk.balance(1)), (Ok(()), 5));
/// # }
/// ```
#[diagnostic::on_unimplemented(
    message = "the environment `{E}` cannot run the operation `{Self}`",
    label = "`{E}` has no field for something that the operation borrows"
)]
pub trait Handle<E: ?Sized>: Operation {
    /// Carries it out.
    fn handle(self, environment: &E, call: &Call) -> impl Future<Output = Self::Output> + Send;

    /// Answers it in a rehearsal, with no effect on the world. What only reads is carried out.
    fn rehearse(self, environment: &E, call: &Call) -> impl Future<Output = Self::Output> + Send {
        self.handle(environment, call)
    }

    /// Asks its inquiry what became of the call with this key.
    fn inquire(key: Key, environment: &E, call: &Call) -> impl Future<Output = Inquiry<Self::Output>> + Send {
        let _ = (key, environment, call);
        async { Inquiry::Unknown }
    }
}
