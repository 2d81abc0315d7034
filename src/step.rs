//! Steps: functions of (input) or (input, ctx), and what undoes them.

use crate::operation::Declared;
use crate::{Data, Failure};
use std::future::Future;
use std::time::{Duration, SystemTime};

/// How a step that did not fail ends.
///
/// ```
/// use stateline::{Flow, Next, Outcome, Wait};
///
/// fn release(approved: Option<bool>) -> Outcome<&'static str, &'static str> {
///     match approved {
///         None => Ok(Wait),
///         Some(true) => Ok(Next("released")),
///         Some(false) => Err("rejected"),
///     }
/// }
///
/// assert_eq!(release(None), Ok(Flow::Wait));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Flow<T> {
    /// Go on to the next step, with this value.
    Next(T),
    /// Stay here, until something has come that this step waits for.
    Wait,
    /// Stay here, and run again when it is due; or, where the step awaits something, when that has come.
    Until(Due),
}

impl<T> Flow<T> {
    /// Stays here until an instant, or for a span.
    ///
    /// ```
    /// use stateline::{Ctx, Flow, Mocked, Next};
    /// use std::time::{Duration, SystemTime};
    ///
    /// fn remind(after: SystemTime, ctx: &impl Ctx) -> Flow<&'static str> {
    ///     if ctx.now() < after { Flow::until(after) } else { Next("remind them") }
    /// }
    ///
    /// let noon = SystemTime::UNIX_EPOCH + Duration::from_secs(12 * 3_600);
    /// assert_eq!(remind(noon, &Mocked::new().at(SystemTime::UNIX_EPOCH)), Flow::until(noon));
    /// assert_eq!(remind(noon, &Mocked::new().at(noon)), Next("remind them"));
    /// ```
    pub fn until(due: impl Into<Due>) -> Flow<T> {
        Flow::Until(due.into())
    }
}

/// When a step runs again that has waited for nothing but time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Due {
    /// At this instant.
    At(SystemTime),
    /// So long after the step ended.
    After(Duration),
}

impl From<SystemTime> for Due {
    fn from(instant: SystemTime) -> Self {
        Due::At(instant)
    }
}

impl From<Duration> for Due {
    fn from(span: Duration) -> Self {
        Due::After(span)
    }
}

/// How a step ends: it goes on with a value, it waits where it is, for something or for a time, or it fails
/// where it is.
///
/// ```
/// use stateline::{Next, Outcome};
///
/// fn half(number: u64) -> Outcome<u64, String> {
///     if number % 2 == 0 { Ok(Next(number / 2)) } else { Err(format!("{number} is odd")) }
/// }
///
/// assert_eq!(half(4), Ok(Next(2)));
/// ```
pub type Outcome<T, E> = Result<Flow<T>, E>;

/// A step of a process: a function, known by its place on the map.
///
/// ```
/// # mod bank { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/bank.rs")); }
/// use bank::*; // as on the front page
/// use stateline::Step;
///
/// assert_eq!((load::CONTEXT, load::PROCESS, load::NAME), ("payments", "payout", "load"));
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a step",
    label = "add `#[step(process = \"…\")]` to the function"
)]
pub trait Step: 'static {
    /// What it takes.
    type Input: Data;
    /// What it goes on with.
    type Output: Data;
    /// What it fails with.
    type Error: Failure;
    /// The context that it belongs to.
    const CONTEXT: &'static str;
    /// The process that it is a step of.
    const PROCESS: &'static str;
    /// The function's name.
    const NAME: &'static str;
    /// What it declares to call. None if that is not said: then it may call anything.
    const CALLS: Option<&'static [Declared]> = None;
}

/// A step that runs in an environment: one that answers the calls that the step declares.
///
/// ```
/// # mod bank { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/bank.rs")); }
/// use bank::*; // as on the front page
/// use stateline::{Mocked, Next, Run};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// let ctx = Mocked::new().on(|LoadAccount { .. }| Ok(()));
/// let outcome = <load as Run<_>>::run(Request { consumer: 1, amount: 5 }, &ctx).await;
/// assert_eq!(outcome, Ok(Next(Loaded { amount: 5, approved: None })));
/// # }
/// ```
#[diagnostic::on_unimplemented(
    message = "the step `{Self}` cannot run in `{E}`",
    label = "`{E}` cannot answer every call of this step"
)]
pub trait Run<E: ?Sized>: Step {
    /// Runs the function.
    fn run(
        input: Self::Input,
        environment: &E,
    ) -> impl Future<Output = Outcome<Self::Output, Self::Error>> + Send;
}

/// What a step has done, for what undoes it.
///
/// ```
/// use stateline::Done;
///
/// // With `#[compensation(process = "payout")]`, for a step that takes an amount and returns a number.
/// fn cancel(amount: u64, done: Done<u64>) -> String {
///     match done {
///         Done::Ended(number) => format!("cancel transfer {number} of {amount}"),
///         Done::Failed => format!("ask whether {amount} was transferred"),
///     }
/// }
///
/// assert_eq!(cancel(5, Done::Ended(7)), "cancel transfer 7 of 5");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Done<T> {
    /// It ended, and returned this.
    Ended(T),
    /// It failed inside: what it had done by then, nobody told.
    Failed,
}

/// A function that undoes a step, and takes what the step took.
///
/// It also runs after its step has failed, whatever with: one that does not take [`Done`] must bear that its step
/// did nothing.
///
/// ```
/// # mod bank { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/bank.rs")); }
/// use bank::*; // as on the front page
/// use stateline::Compensation;
///
/// assert_eq!((unload::PROCESS, unload::NAME), ("payout", "unload"));
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a compensation",
    label = "add `#[compensation(process = \"…\")]` to the function"
)]
pub trait Compensation: 'static {
    /// What it takes: the input of the step that it undoes.
    type Input: Data;
    /// What it fails with.
    type Error: Failure;
    /// The context that it belongs to.
    const CONTEXT: &'static str;
    /// The process that it undoes a step of.
    const PROCESS: &'static str;
    /// The function's name.
    const NAME: &'static str;
    /// What it declares to call. None if that is not said: then it may call anything.
    const CALLS: Option<&'static [Declared]> = None;
}

/// A compensation that runs in an environment, and undoes a step that returns an `Out`: one that takes no
/// [`Done`] undoes any.
///
/// ```
/// # mod bank { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/bank.rs")); }
/// use bank::*; // as on the front page
/// use stateline::{Done, Mocked, Undo};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// let ctx = Mocked::new().on(|TakeBack { .. }| ());
/// let done = Done::Ended(Loaded { amount: 5, approved: None });
/// assert_eq!(<unload as Undo<_, _>>::undo(Request { consumer: 1, amount: 5 }, done, &ctx).await, Ok(()));
/// # }
/// ```
#[diagnostic::on_unimplemented(
    message = "the compensation `{Self}` cannot run in `{E}` after a step that returns `{Out}`",
    label = "it takes `Done` of another type, or `{E}` cannot answer every call of it"
)]
pub trait Undo<E: ?Sized, Out>: Compensation {
    /// Runs the function.
    fn undo(
        input: Self::Input,
        done: Done<Out>,
        environment: &E,
    ) -> impl Future<Output = Result<(), Self::Error>> + Send;
}
