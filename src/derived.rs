//! What derived code stands on, and nobody else should name. It changes without notice.
//!
//! The compiler holds against the map here what a macro cannot see, since a macro knows names only, and
//! not what they lead to. Each function is called in a constant, with the sentence to be said. What a macro
//! has refused already bears an empty name, which is never held against anything.

pub mod fields;

pub use serde;
pub use stateline_macros::RunsDeprecated;

use crate::{Compensation, Effect, Key, Message, Operation, Step};

/// The error of a `Result` that goes by a shorter name.
pub trait Fails {
    /// The error.
    type Error;
}

impl<T, E> Fails for Result<T, E> {
    type Error = E;
}

/// A type of which is asked whether it is a `Result`, by whatever name.
pub struct Returned<T>(core::marker::PhantomData<T>);

impl<T, E> Returned<Result<T, E>> {
    /// It is one. What a type has by itself goes before what a trait gives it.
    pub const FAILS: bool = true;
}

/// What is said of every other type.
pub trait Plain {
    /// It is none.
    const FAILS: bool = false;
}

impl<T> Plain for Returned<T> {}

/// A compensation of a step that returns an `Out`: it is told of that, or takes nothing of it.
#[diagnostic::on_unimplemented(
    message = "the compensation `{Self}` takes `Done` of another type, but its step returns `{Out}`",
    label = "change the argument of `{Self}` to `Done<{Out}>`"
)]
pub trait Told<Out> {}

/// What stands in for an operation that is an `async fn`.
#[diagnostic::on_unimplemented(
    message = "the operation is an `async fn` that returns `{T}`, but its stand-in is not `async`, or returns another type",
    label = "returns `{Self}`",
    note = "the stand-in must be `async` exactly if the operation is"
)]
pub trait Awaited<T>: Future<Output = T> {}
impl<T, F: Future<Output = T>> Awaited<T> for F {}

/// The future of what stands in for an operation.
pub fn awaited<T, F: Awaited<T> + Send>(future: F) -> impl Future<Output = T> + Send {
    future
}

/// What stands in for an operation that is no `async fn`.
#[diagnostic::on_unimplemented(
    message = "the stand-in for this operation returns `{Self}`, but the operation returns `{T}`",
    label = "returns `{Self}`",
    note = "the stand-in must be `async` exactly if the operation is"
)]
pub trait AtOnce<T> {
    /// It is that.
    fn it(self) -> T;
}
impl<T> AtOnce<T> for T {
    fn it(self) -> T {
        self
    }
}

/// What an environment lends. By itself, `&dyn T` in a signature would be a shorter-lived type than the
/// `dyn T` that is looked for.
pub type Lent<T> = T;

/// What a step declares to call.
pub type Declares = Option<&'static [crate::operation::Declared]>;

/// What the map may name where no operation is found: it does not exist, or is not seen from here.
pub struct Nothing;

/// Where the operation is that the map's path leads to.
pub trait Placed {
    /// As [`Operation::PLACE`]; empty if that is not known.
    const PLACE: &'static str;
}

impl<O: Operation> Placed for O {
    const PLACE: &'static str = O::PLACE;
}

impl Placed for Nothing {
    const PLACE: &'static str = "";
}

/// Panics if a step calls an operation that is none of these, each a context, a name, where `*` is every
/// name, and the place of the one that is meant, empty if that is not known; or one that cannot be undone,
/// unless the sentence for that is empty.
#[track_caller]
pub const fn called<O: Operation>(
    allowed: &[(&str, &str, &str)],
    forbidden: &'static str,
    irreversible: &'static str,
) {
    let mut found = O::CONTEXT.is_empty();
    let mut at = 0;
    while at < allowed.len() {
        let (context, name, place) = allowed[at];
        let named = same(name, "*") || same(name, O::NAME);
        let placed = place.is_empty() || O::PLACE.is_empty() || same(place, O::PLACE);
        found = found || same(context, O::CONTEXT) && named && placed;
        at += 1;
    }
    if !found {
        panic!("{}", forbidden)
    }
    if matches!(O::EFFECT, Effect::Irreversible) && !irreversible.is_empty() {
        panic!("{}", irreversible)
    }
}

/// Panics if an operation, a context and a name, is none of these.
#[track_caller]
pub const fn listed(listed: &[(&str, &str)], operation: (&str, &str), otherwise: &'static str) {
    let mut at = 0;
    while at < listed.len() {
        if same(listed[at].0, operation.0) && same(listed[at].1, operation.1) {
            return;
        }
        at += 1;
    }
    panic!("{}", otherwise)
}

/// The request of an operation whose caller gives the key of a call, and nothing else.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not the request of an inquiry, because an inquiry takes only the `Key` of a call",
    label = "make a `Key` the only argument by value"
)]
pub trait OfKey {
    /// The request about the call with this key.
    fn of_key(key: Key) -> Self;
}

/// Panics if an inquiry does more than read.
#[track_caller]
pub const fn inquires<O: Operation>() {
    if !matches!(O::EFFECT, Effect::Read) {
        panic!("an inquiry must not change anything; name an operation with `effect = \"read\"`")
    }
}

/// Panics if a message is on none of these topics.
#[track_caller]
pub const fn published<M: Message>(topics: &[&str], forbidden: &'static str) {
    if M::TOPIC.is_empty() {
        return;
    }
    let mut at = 0;
    while at < topics.len() {
        if same(topics[at], M::TOPIC) {
            return;
        }
        at += 1;
    }
    panic!("{}", forbidden)
}

/// Panics if a step belongs to another process.
#[track_caller]
pub const fn step_of<S: Step>(context: &str, process: &str, otherwise: &'static str) {
    let bound = same(context, S::CONTEXT) && same(process, S::PROCESS);
    if !bound && !S::PROCESS.is_empty() {
        panic!("{}", otherwise)
    }
}

/// Panics if a compensation belongs to another process.
#[track_caller]
pub const fn compensation_of<C: Compensation>(context: &str, process: &str, otherwise: &'static str) {
    let bound = same(context, C::CONTEXT) && same(process, C::PROCESS);
    if !bound && !C::PROCESS.is_empty() {
        panic!("{}", otherwise)
    }
}

/// Panics if what a step returns as a plain value is a `Result`: its error would be stored as if the step
/// had gone on.
#[track_caller]
pub const fn goes_on(fails: bool, hidden: &'static str) {
    if fails {
        panic!("{}", hidden)
    }
}

/// Whether two texts are the same, at compile time.
const fn same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.len() != other.len() {
        return false;
    }
    let mut at = 0;
    while at < one.len() {
        if one[at] != other[at] {
            return false;
        }
        at += 1;
    }
    true
}
