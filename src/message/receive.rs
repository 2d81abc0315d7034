//! Handlers: functions that receive messages, and are no steps of a process.

use super::{Letter, Message};
use crate::call::Begins;
use crate::operation::Declared;
use crate::{Failure, Stage, Verdict};
use std::fmt;
use std::pin::Pin;

/// How a handler ends that did not fail.
///
/// A handler that returns nothing has done its part. One that fails is asked again if its error says so
/// ([`Verdict::Again`]); any other error is for a person to look at, and is not asked again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ack {
    /// It has done what the message is for.
    Done,
    /// It is done when what it published is: whoever waits for this message waits for those.
    HandedOn,
}

/// Why a message was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nack {
    again: bool,
    why: String,
}

impl Nack {
    fn never(why: impl fmt::Display) -> Nack {
        Nack { again: false, why: why.to_string() }
    }

    /// Whether it may be taken later; else a person has to look at it.
    pub fn is_again(&self) -> bool {
        self.again
    }
}

impl fmt::Display for Nack {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.why)
    }
}

impl std::error::Error for Nack {}

/// What a handler may return: nothing, an [`Ack`], or a `Result` of either with an error that says what is to
/// be done about it.
#[diagnostic::on_unimplemented(
    message = "a handler cannot return `{Self}`",
    label = "return nothing, `Ack`, `Result<(), E>` or `Result<Ack, E>`, where `E` is a `Failure`"
)]
pub trait Acknowledges {
    /// As what it counts.
    ///
    /// # Errors
    ///
    /// If it failed.
    fn acknowledge(self) -> Result<Ack, Nack>;
}

impl Acknowledges for () {
    fn acknowledge(self) -> Result<Ack, Nack> {
        Ok(Ack::Done)
    }
}

impl Acknowledges for Ack {
    fn acknowledge(self) -> Result<Ack, Nack> {
        Ok(self)
    }
}

impl<T: Acknowledges, E: Failure> Acknowledges for Result<T, E> {
    fn acknowledge(self) -> Result<Ack, Nack> {
        let failed = |error: E| {
            let again = error.verdict() == Verdict::Again;
            let error: Box<dyn std::error::Error + Send + Sync> = error.into();
            Nack { again, why: error.to_string() }
        };
        self.map_err(failed)?.acknowledge()
    }
}

/// A handler of messages: what `#[receives("payout.blocked")]` derives of a function.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a handler",
    label = "add `#[receives(\"…\")]` to the function, with a topic of the map"
)]
pub trait Receive: 'static {
    /// What it receives.
    type Message: Message;
    /// The context that it belongs to.
    const CONTEXT: &'static str;
    /// The function's name.
    const NAME: &'static str;
    /// What it declares to call. None if that is not said: then it may call anything.
    const CALLS: Option<&'static [Declared]> = None;
}

/// A handler that runs in an environment: one that answers the calls that the handler declares.
#[diagnostic::on_unimplemented(
    message = "the handler `{Self}` cannot run in `{E}`",
    label = "`{E}` cannot answer every call of this handler"
)]
pub trait Hear<E: ?Sized>: Receive {
    /// Runs the function.
    fn hear(message: Self::Message, environment: &E) -> impl Future<Output = Result<Ack, Nack>> + Send;
}

type Hearing<'a> = Pin<Box<dyn Future<Output = Result<Ack, Nack>> + Send + 'a>>;

/// A handler whose types are forgotten, for whoever brings it letters.
///
/// ```
/// # mod bank { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/bank.rs")); }
/// use bank::*; // as on the front page
/// use stateline::{Ack, Handler, Hear, Letter, Nack, Receive, World};
///
/// // What `#[receives("payout.blocked")]` derives of a function `blocked`.
/// struct Heard;
/// impl Receive for Heard {
///     type Message = Blocked;
///     const CONTEXT: &'static str = "compliance";
///     const NAME: &'static str = "blocked";
/// }
/// impl<E: Sync> Hear<E> for Heard {
///     async fn hear(message: Blocked, _: &E) -> Result<Ack, Nack> {
///         Ok(if message.payout == 7 { Ack::HandedOn } else { Ack::Done })
///     }
/// }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// let handler: Handler<World<()>> = Handler::of::<Heard>();
/// assert_eq!((handler.topic(), handler.context(), handler.name()), ("payout.blocked", "compliance", "blocked"));
/// let letter = Letter::of(&Blocked { payout: 7 }).expect("it reads back");
/// assert_eq!(handler.receive(&letter, &World::live(())).await, Ok(Ack::HandedOn));
/// # }
/// ```
pub struct Handler<E: ?Sized> {
    topic: &'static str,
    sender: &'static str,
    context: &'static str,
    name: &'static str,
    calls: Option<&'static [Declared]>,
    run: for<'a> fn(&'a Letter, &'a E) -> Hearing<'a>,
}

impl<E: Stage + ?Sized> Handler<E> {
    /// This handler.
    pub fn of<H: Hear<E>>() -> Self {
        Handler {
            topic: H::Message::TOPIC,
            sender: H::Message::CONTEXT,
            context: H::CONTEXT,
            name: H::NAME,
            calls: H::CALLS,
            run: |letter, environment| Box::pin(hear::<H, E>(letter, environment)),
        }
    }

    /// Hands it a letter. What it publishes is sent only if it acknowledges.
    ///
    /// # Errors
    ///
    /// If it failed, or the letter is none for it: on another topic, from another sender, not of the topic's
    /// type, or a rehearsal's on a live world; and whether it may be handed the letter again.
    pub async fn receive(&self, letter: &Letter, environment: &E) -> Result<Ack, Nack> {
        if letter.topic() != self.topic || letter.sender() != self.sender {
            let (topic, sender) = (letter.topic(), letter.sender());
            return Err(Nack::never(format!(
                "`{}` receives `{}` from `{}`, and this is `{topic}` from `{sender}`",
                self.name, self.topic, self.sender
            )));
        }
        let (step, letter_id, rehearsal) = (self.name, Some(letter.id()), letter.is_rehearsal());
        // Handlers of two contexts may have one name.
        let begins =
            Begins { process: self.context, version: 0, step, undoes: false, rehearsal, letter: letter_id };
        let begun = environment.attempts().begin(begins).map_err(Nack::never)?;
        let ack = (self.run)(letter, environment).await?;
        begun.goes_on();
        Ok(ack)
    }
}

impl<E: ?Sized> Handler<E> {
    /// The topic whose messages it receives.
    pub fn topic(&self) -> &'static str {
        self.topic
    }

    /// The context that it belongs to.
    pub fn context(&self) -> &'static str {
        self.context
    }

    /// The function's name.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// What it declares to call; none if that is not said.
    pub fn calls(&self) -> Option<&'static [Declared]> {
        self.calls
    }
}

impl<E: ?Sized> fmt::Debug for Handler<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}::{} of {}", self.context, self.name, self.topic)
    }
}

async fn hear<H: Hear<E>, E: Stage + ?Sized>(letter: &Letter, environment: &E) -> Result<Ack, Nack> {
    let message = letter.read::<H::Message>().map_err(Nack::never)?;
    H::hear(message, environment).await
}
