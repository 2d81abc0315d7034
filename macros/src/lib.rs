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

/// Offers a function to other contexts as an operation.
///
/// ```ignore
/// #[operation(effect = "write", rehearse = would_load)]
/// pub async fn load_account(ledger: &Ledger, consumer: ConsumerId, amount: Amount) -> Result<(), Full> { /* … */ }
/// ```
///
/// What the function borrows, its environment lends ([`macro@Environment`]), but for a `&Call`: that tells
/// which call this is, and has its idempotency key. What it takes by value is the request: up to twelve named
/// arguments that can be stored, as its output can. It may be `async` or not.
///
/// - `effect`: `"read"`, `"write"` (which can be undone) or `"irreversible"`.
/// - `rehearse`: the function that answers in dry runs, with the same arguments and output, and changes
///   nothing. What only reads, in a context that is not external, needs none.
/// - `inquiry`: an operation with `effect = "read"` that takes the `Key` of a call, and tells what became of
///   it: `Inquiry<Output>`, which is *done* with this answer, *not done*, or *unknown*. It is asked when
///   nobody knows whether a call was answered.
/// - `idempotent_for`: how long the key of a call is known again, as `"24h"`. For so long, a call without an
///   answer may be made again with the same key. An operation that knows its requests by an id of their own says
///   it too: of that the runner sees nothing.
///
/// Derived are the request (`RequestLoadAccount`, and `load_account::Request` for whoever mocks it), and the method
/// `ctx.load_account(consumer, amount)` of every step that lists it under `calls`. It gives
/// `Result<Output, CallError>`: the operation's own error is inside, hence `.await??`.
/// A module `load_account` beside the function leads to both: so no other module there bears that name,
/// and the function stands in a module, never in another function.
///
/// Every macro here takes two more arguments: `context = "…"`, where several contexts of the map share
/// one crate, and `crate = …`, where `stateline` goes by another name.
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
/// The first argument is the step's data, by value or by reference; it can be stored, as the output can. The
/// second is there where the step calls or publishes: its interface, `…Ctx`, is derived of the step's name.
///
/// - `process`: the process of the map whose step this is, by the function's name.
/// - `calls`: operations, by their paths; `ctx` has a method for each. The map must allow them.
/// - `publishes`: messages, by their paths, for `ctx.publish(…)`. The map must say so too.
///
/// Which topic a step awaits, and what compensates it, stand in the map. It returns an `Outcome<T, E>`, or,
/// where it never waits, `Result<T, E>`, or, where it cannot fail, `Flow<T>` or just `T`; these are told
/// apart by name, so that a `Result` by another name is a value like any other. The error says
/// what is to be done about it ([`macro@Failure`]); for `?` after a call it needs `From<CallError>`, and
/// `From` the operation's own error.
#[proc_macro_attribute]
pub fn step(arguments: TokenStream, item: TokenStream) -> TokenStream {
    step::expand(Attribute::Step, arguments.into(), item.into(), &Place::here()).into()
}

/// Makes a function what moves instances from a step of one version to a step of another.
///
/// ```ignore
/// #[migration(process = "payout", from = 1, to = 2, step = "possible_revert")]
/// fn keep_blocked(before: v1::Compliance) -> Compliance { /* … */ }
/// ```
///
/// It takes the data of the one step, by value, and returns that of the other, or a `Result` of it: an instance
/// that it refuses stays where it is. It calls nothing. The chain knows it by `Chain::migrating::<keep_blocked>()`,
/// and moves nothing by itself: `migrate` does, of the program's verbs.
///
/// - `process`, `from`, `to`: the process of the map, and two versions of it that are served.
/// - `step`: the step from which it leads.
/// - `at`: the step to which it leads, where that has another name.
/// - `reason`: why nobody need decide any more, where it passes over a step that awaits something.
#[proc_macro_attribute]
pub fn migration(arguments: TokenStream, item: TokenStream) -> TokenStream {
    migration::expand(arguments.into(), item.into(), &Place::here()).into()
}

/// Makes a function what undoes a step.
///
/// ```ignore
/// #[compensation(process = "payout", calls(ledger::load_account))]
/// pub async fn reverse_transfer(order: Order, ctx: &impl ReverseTransferCtx) -> Result<(), Rejected> { /* … */ }
/// ```
///
/// It takes what its step took, then, if it wants to know, `done: Done<T>` with what the step returned (unless
/// it failed inside), then its ctx; it has the same arguments as [`macro@step`], and it returns nothing, or
/// `Result<(), E>`. The map names it under the step: `compensated_by: reverse_transfer`.
///
/// A rollback begins with the step that failed, also where it was refused and did nothing. A compensation without
/// `done` must bear that: it gives back only what it finds.
#[proc_macro_attribute]
pub fn compensation(arguments: TokenStream, item: TokenStream) -> TokenStream {
    step::expand(Attribute::Compensation, arguments.into(), item.into(), &Place::here()).into()
}

/// Makes a function receive the messages of a topic.
///
/// ```ignore
/// #[receives("payout.blocked", calls(enqueue))]
/// pub async fn blocked(message: Blocked, ctx: &impl BlockedCtx) -> Result<(), CallError> { /* … */ }
/// ```
///
/// The topic is one to which the context subscribes; the first argument is its message. Its ctx, calls and
/// publications are those of a [`macro@step`]. It returns nothing or `Ack`, or a `Result` of either: `Ack::Done`
/// says that the message is done with, `Ack::HandedOn` that it is when those are that it published. An error
/// says whether the message is to be handed to it again ([`macro@Failure`]). What a handler publishes is sent
/// only if it does not fail.
///
/// It may run more than once for one letter: after an error that says so, after a kill, and where a letter arrives
/// twice. The keys of its calls are the same each time, as they go by the letter's id.
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
/// The topic's `message` in the map is this type, and its context `publishes` it.
#[proc_macro_attribute]
pub fn message(arguments: TokenStream, item: TokenStream) -> TokenStream {
    message::expand(arguments.into(), item.into(), &Place::here()).into()
}

/// Makes a process of the map a function that gives its chain.
///
/// ```ignore
/// process!(
///     /// Moves money out.
///     pub payout
/// );
/// let chain = payout();
/// ```
///
/// The steps and compensations that the map lists are looked for by their names, where this is written, and
/// so are the messages that steps await: `use` them. The function is generic over the environment (`payout::<World<&Desk>>()`), and gives a `Chain`.
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
/// An operation that takes `&Ledger` can be called on `World::live(desk)`, and so can one that takes `&dyn Bank`:
/// an `Arc<dyn Bank>` lends both. A field that is a reference lends what it refers to. Each type may stand there once; `#[environment(skip)]` leaves a field out.
#[proc_macro_derive(Environment, attributes(environment))]
pub fn environment(item: TokenStream) -> TokenStream {
    environment::expand(item.into()).into()
}

/// Makes a type the error of steps: it says what is to be done about it.
///
/// ```ignore
/// #[derive(Debug, Failure)]
/// enum Rejected {
///     /// Nothing will change that.
///     #[fail] ByCompliance,
///     /// The bank is closed; later, it is not.
///     #[again] Closed,
///     /// Nobody understands it.
///     #[park] Garbage { text: String },
///     #[fail] Ledger(#[from] LedgerError),
///     /// As the call's error says: one that was not answered is made again.
///     Call(#[from] CallError),
/// }
/// ```
///
/// Each variant says `#[again]` (try the step again), `#[fail]` (it is final) or `#[park]` (a person has to
/// look); said of the whole type, it is of all variants that say nothing else. `#[from]` on a variant's only
/// field makes the error from that, for `?`, and without a verdict of its own the variant has the field's.
///
/// `From` and `std::error::Error` are written too, with what it was made from as its source; `Display` is
/// yours. Where thiserror writes these (which `#[error(…)]` tells), only the verdicts are.
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
