//! The interfaces of operations, steps and messages, derived from functions and held against the map.
//!
//! Use them through the crate `stateline`, which says what each does. Here is how they are made. Every
//! macro goes the same way: `arguments` and `function` read tokens, `map` finds the map and answers
//! questions, each macro's `model` says what is meant and refuses what must not be, and its `expand`
//! writes code that holds no logic. Refusals are collected; what could be understood is derived all the
//! same, so that nobody hears of a mistake twice.

#![warn(missing_docs)]

mod arguments;
mod deprecated;
mod environment;
mod failure;
mod function;
mod map;
mod message;
mod migration;
mod names;
mod operation;
mod process;
mod receives;
mod refusals;
mod step;
#[cfg(test)]
mod tests;
mod visibility;

use map::Place;
use proc_macro::TokenStream;
use stateline_schema::attribute::Attribute;

/// Makes a function an operation, which other contexts can call.
///
/// ```ignore
/// #[operation(effect = "write", rehearse = would_load)]
/// pub async fn load_account(ledger: &Ledger, consumer: ConsumerId, amount: Amount) -> Result<(), Full> { /* … */ }
/// ```
///
/// The function may be `async`. Its arguments are of two kinds:
///
/// - What it takes by reference comes from the environment ([`macro@Environment`]). The exception is a `&Call`, which
///   says which call this is, and has its idempotency key.
/// - What it takes by value comes from the caller and is the request: at most twelve named arguments that can be
///   stored. The output must be storable too.
///
/// The arguments of the attribute:
///
/// - `effect`: `"read"`, `"write"` (it can be undone) or `"irreversible"`.
/// - `rehearse`: the function that answers in dry runs. It has the same arguments and output, and changes nothing. An
///   operation with the effect `read` needs none, unless its context is external.
/// - `inquiry`: an operation with `effect = "read"` that takes the `Key` of a call and says what became of it:
///   `Inquiry<Output>`, which is *done* with this answer, *not done*, or *unknown*. The runner asks it when it does
///   not know whether a call was carried out.
/// - `idempotent_for`: how long the receiver recognizes the key of a call, such as `"24h"`. During this time, a call
///   without an answer may be repeated with the same key. Also set it for an operation that recognizes its requests by
///   an id of their own, because the runner cannot see that.
///
/// The macro derives the request (`RequestLoadAccount`, also named `load_account::Request` for tests that mock it), and
/// the method `ctx.load_account(consumer, amount)` of every step that lists the operation under `calls`. The method
/// returns `Result<Output, CallError>`; the operation's own error is inside, hence `.await??`.
///
/// A module `load_account` beside the function contains both. So no other module in the same place can have this name,
/// and the function must be in a module, not in another function.
///
/// Every macro here takes two more arguments: `context = "…"`, if several contexts of the map share one crate, and
/// `crate = …`, if `stateline` has another name.
#[proc_macro_attribute]
pub fn operation(arguments: TokenStream, item: TokenStream) -> TokenStream {
    operation::expand(arguments.into(), item.into(), &Place::here()).into()
}

/// Makes a function a step of a process.
///
/// ```ignore
/// #[step(process = "payout", calls(ledger::load_account, screening::screen), publishes(Blocked))]
/// pub async fn screen_sanctions(data: Unloaded, ctx: &impl ScreenSanctionsCtx) -> Outcome<Screened, Rejected> { /* … */ }
/// ```
///
/// The first argument is the step's input, by value or by `&`. The input and the output must be storable. If the step
/// calls or publishes anything, its second argument is the ctx. The macro derives the trait of the ctx from the name of
/// the function.
///
/// - `process`: the process in the map that lists this function as a step.
/// - `calls`: the paths of operations; `ctx` has a method for each. The map must allow these calls.
/// - `publishes`: the paths of messages, for `ctx.publish(…)`. The map must allow this too.
///
/// The map says which topics a step awaits, and what compensates it. A step returns `Outcome<T, E>`; or `Result<T, E>`,
/// if it never waits; or `Flow<T>` or just `T`, if it cannot fail. The macro tells these apart by their names. The error
/// says what to do when the step fails ([`macro@Failure`]). To use `?` on a call, the error needs `From<CallError>`, and
/// `From` the operation's own error.
#[proc_macro_attribute]
pub fn step(arguments: TokenStream, item: TokenStream) -> TokenStream {
    step::expand(Attribute::Step, arguments.into(), item.into(), &Place::here()).into()
}

/// Makes a function a migration, which moves instances from a step of one version to a step of another.
///
/// ```ignore
/// #[migration(process = "payout", from = 1, to = 2, step = "possible_revert")]
/// fn keep_blocked(before: v1::Compliance) -> Compliance { /* … */ }
/// ```
///
/// It takes the input of the old step by value, and returns the input of the new step, or a `Result` of it: if it
/// returns an error, the instance stays where it is. It cannot call anything. Add it to the chain with
/// `Chain::migrating::<keep_blocked>()`. It then runs when someone runs the program's command `migrate`.
///
/// - `process`, `from`, `to`: the process in the map, and two of its versions that are served.
/// - `step`: the step from which instances move.
/// - `at`: the step to which they move, if it has another name.
/// - `reason`: why a message is not needed any more, if the migration skips a step that awaits it.
#[proc_macro_attribute]
pub fn migration(arguments: TokenStream, item: TokenStream) -> TokenStream {
    migration::expand(arguments.into(), item.into(), &Place::here()).into()
}

/// Makes a function a compensation, which undoes a step.
///
/// ```ignore
/// #[compensation(process = "payout", calls(ledger::load_account))]
/// pub async fn reverse_transfer(order: Order, ctx: &impl ReverseTransferCtx) -> Result<(), Rejected> { /* … */ }
/// ```
///
/// It takes the input of the step. Its next argument may be `done: Done<T>`, which holds what the step returned, unless
/// the step failed; the last is the ctx. The attribute has the same arguments as [`macro@step`]. The function returns
/// `()` or `Result<(), E>`. The map names it at the step: `compensated_by: reverse_transfer`.
///
/// A rollback begins with the step that failed, even if that step was rejected and changed nothing. A compensation
/// without `done` must handle this case: it undoes only what it finds.
#[proc_macro_attribute]
pub fn compensation(arguments: TokenStream, item: TokenStream) -> TokenStream {
    step::expand(Attribute::Compensation, arguments.into(), item.into(), &Place::here()).into()
}

/// Makes a function a handler, which receives the messages of a topic.
///
/// ```ignore
/// #[receives("payout.blocked", calls(enqueue))]
/// pub async fn blocked(message: Blocked, ctx: &impl BlockedCtx) -> Result<(), CallError> { /* … */ }
/// ```
///
/// The context must subscribe to the topic. The first argument is the message; `ctx`, `calls` and `publishes` are those
/// of a [`macro@step`]. A handler returns `()` or `Ack`, or a `Result` of either. `Ack::Done` says that the message has
/// been processed; `Ack::HandedOn` says that it has been processed once the messages that the handler published have
/// been. An error says whether to deliver the message again ([`macro@Failure`]). What a handler publishes is sent only
/// if the handler does not fail.
///
/// A handler may run more than once for one letter: after an error that asks for it, after a crash, and if a letter
/// arrives twice. The keys of its calls are the same each time, because they are made from the letter's id.
#[proc_macro_attribute]
pub fn receives(arguments: TokenStream, item: TokenStream) -> TokenStream {
    receives::expand(arguments.into(), item.into(), &Place::here()).into()
}

/// Makes a type the message of a topic.
///
/// ```ignore
/// #[message(topic = "payout.blocked")]
/// #[derive(Serialize, Deserialize)]
/// pub struct Blocked { /* … */ }
/// ```
///
/// In the map, this type must be the topic's `message`, and its context must list the topic under `publishes`.
#[proc_macro_attribute]
pub fn message(arguments: TokenStream, item: TokenStream) -> TokenStream {
    message::expand(arguments.into(), item.into(), &Place::here()).into()
}

/// Defines a function that returns the chain of a process in the map.
///
/// ```ignore
/// process!(
///     /// Moves money out.
///     pub payout
/// );
/// let chain = payout();
/// ```
///
/// Import every step and compensation that the map lists, and every message that a step awaits: the macro finds them by
/// their names. The function is generic over the environment (`payout::<World<&Desk>>()`), and returns a `Chain`.
#[proc_macro]
pub fn process(input: TokenStream) -> TokenStream {
    process::expand(input.into(), &Place::here()).into()
}

/// Lends the fields of a struct to operations, by their types.
///
/// ```ignore
/// #[derive(Environment)]
/// struct Desk { ledger: Ledger, bank: Arc<dyn Bank>, #[environment(skip)] name: String }
/// ```
///
/// `World::live(desk)` can then run an operation that takes `&Ledger`, and one that takes `&dyn Bank`: a field of the type
/// `Arc<dyn Bank>` lends both types. A field that is a reference lends what it refers to. Each type can occur only once;
/// `#[environment(skip)]` leaves a field out.
#[proc_macro_derive(Environment, attributes(environment))]
pub fn environment(item: TokenStream) -> TokenStream {
    environment::expand(item.into()).into()
}

/// Makes a type the error of steps: it says what to do when a step fails with it.
///
/// ```ignore
/// #[derive(Debug, Failure)]
/// enum Rejected {
///     /// Nothing will change this.
///     #[fail] ByCompliance,
///     /// The bank is closed now, but will open later.
///     #[again] Closed,
///     /// Nobody understands it.
///     #[park] Garbage { text: String },
///     #[fail] Ledger(#[from] LedgerError),
///     /// What the call's error says: a call without an answer is repeated.
///     Call(#[from] CallError),
/// }
/// ```
///
/// Add one of these to each variant: `#[again]` (retry the step), `#[fail]` (fail the instance) or `#[park]` (wait for a
/// person). On the whole type, it applies to all variants without one. `#[from]` on the only field of a variant derives
/// `From`, for `?`; if the variant has none of the three, the error in the field decides.
///
/// The macro also implements `From` and `std::error::Error`, with the field as its source; implement `Display`
/// yourself. If the type also derives thiserror's `Error` (which the macro sees by `#[error(…)]`), the macro implements
/// only `Failure`.
#[proc_macro_derive(Failure, attributes(failure, again, fail, park, from))]
pub fn failure(item: TokenStream) -> TokenStream {
    failure::expand(item.into()).into()
}

/// What runs a deprecated function; derived code alone names it.
#[doc(hidden)]
#[proc_macro_derive(RunsDeprecated, attributes(runs))]
pub fn runs_deprecated(item: TokenStream) -> TokenStream {
    deprecated::expand(item.into()).into()
}
