//! Calls that a test answers.

mod expected;

use super::{Answers, Attempts, Call, CallError, Stage, lock};
use crate::{Json, Message, Operation};
use expected::{Expected, Times};
use std::any::Any;
use std::fmt;
use std::sync::Mutex;
use std::time::SystemTime;

/// Answers calls from closures, and sees to it that what is expected is called, and nothing else.
///
/// A call that was expected is answered at least once, unless [`times`](Mocked::times) or
/// [`optional`](Mocked::optional) says otherwise. Expectations of one operation are used up in
/// their order. What is wrong is reported when the mock is dropped, by a panic, or by
/// [`verify`](Mocked::verify).
///
/// ```
/// # mod bank { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/bank.rs")); }
/// use bank::*; // as on the front page
/// use stateline::{CallError, Mocked, Next};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// let ctx = Mocked::new()
///     .failing(CallError::late::<LoadAccount>())
///     .on(|LoadAccount { amount, .. }| if amount > 100 { Err(TooMuch) } else { Ok(()) })
///     .times(2);
/// assert!(load(Request { consumer: 1, amount: 5 }, &ctx).await.is_err());
/// assert_eq!(load(Request { consumer: 1, amount: 5 }, &ctx).await, Ok(Next(Loaded { amount: 5, approved: None })));
/// assert_eq!(
///     ctx.verify().expect_err("one call is missing"),
///     "`ledger::load_account` was called 1 time, but expected are 2",
/// );
/// # }
/// ```
#[must_use = "a mock answers a step's calls"]
pub struct Mocked {
    calls: Mutex<Expectations>,
    attempts: Attempts,
}

#[derive(Default)]
struct Expectations {
    expected: Vec<Expected>,
    /// Calls that nobody expected, and what was said of none.
    surprises: Vec<String>,
}

impl Mocked {
    /// Expects no call.
    pub fn new() -> Self {
        let mut attempts = Attempts::new(None);
        attempts.name("mocked".into());
        Mocked { calls: Mutex::default(), attempts }
    }

    /// Answers this operation, at least once.
    pub fn on<O: Operation>(self, mut answer: impl FnMut(O) -> O::Output + Send + 'static) -> Self {
        self.on_call(move |operation, _| answer(operation))
    }

    /// Answers this operation, at least once, and sees the [`Call`] that an operation would.
    ///
    /// ```
    /// # mod bank { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/bank.rs")); }
    /// use bank::*; // as on the front page
    /// use stateline::{Calls, Mocked};
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() {
    /// let mut seen = None;
    /// let ctx = Mocked::new().on_call(move |LoadAccount { .. }, call| {
    ///     let before = seen.replace(call.key());
    ///     assert_ne!(before, Some(call.key()), "the second is another call");
    ///     Ok(())
    /// });
    /// for _ in 0..2 {
    ///     ctx.call(LoadAccount { consumer: 1, amount: 5 }).await.expect("a mock answers").expect("loaded");
    /// }
    /// # }
    /// ```
    pub fn on_call<O: Operation>(
        self,
        mut answer: impl FnMut(O, &Call) -> O::Output + Send + 'static,
    ) -> Self {
        self.expecting(Expected::new(O::CONTEXT, O::NAME, move |operation, call| {
            // Both ends are of the operation with this name, so the types are as they should be.
            let operation = operation.downcast::<O>().ok()?;
            Some(Ok(Box::new(answer(*operation, call)) as Box<dyn Any + Send>))
        }))
    }

    /// The time that steps are told; if it is not said, the clock's.
    pub fn at(mut self, time: SystemTime) -> Self {
        self.attempts.time = Some(time);
        self
    }

    /// Gives no answer, once, to the operation that the error is about.
    pub fn failing(self, error: CallError) -> Self {
        let (context, name) = (error.context().to_owned(), error.name().to_owned());
        self.expecting(Expected::new(&context, &name, move |_, _| Some(Err(error.clone())))).times(1)
    }

    /// Expects the call before exactly so many times.
    pub fn times(self, times: usize) -> Self {
        self.last("times", Times::Exactly(times))
    }

    /// Does not mind whether the call before comes.
    pub fn optional(self) -> Self {
        self.last("optional", Times::Any)
    }

    /// The messages of this type that were published, in their order. A step that a chain ran, and that
    /// waited or failed, has published nothing.
    ///
    /// # Panics
    ///
    /// If a message of another type was published on the same topic.
    pub fn published<M: Message>(&self) -> Vec<M> {
        let letters = self.attempts.letters().into_iter();
        let mine = letters.filter(|letter| letter.topic() == M::TOPIC && letter.sender() == M::CONTEXT);
        mine.map(|letter| {
            letter.payload().read().expect("one topic has one type, and it was seen that it reads back")
        })
        .collect()
    }

    /// That everything that was expected was called, and nothing else.
    ///
    /// # Errors
    ///
    /// If not: every call that is missing or was not expected, one a line.
    pub fn verify(self) -> Result<(), String> {
        self.complaints()
    }

    /// After which there are none left.
    fn complaints(&self) -> Result<(), String> {
        let Expectations { expected, surprises } = std::mem::take(&mut *lock(&self.calls));
        let missing = expected.iter().filter_map(Expected::missing);
        let complaints: Vec<_> = surprises.into_iter().chain(missing).collect();
        if complaints.is_empty() { Ok(()) } else { Err(complaints.join("\n")) }
    }

    fn expecting(self, expected: Expected) -> Self {
        lock(&self.calls).expected.push(expected);
        self
    }

    fn last(self, said: &str, times: Times) -> Self {
        let mut calls = lock(&self.calls);
        match calls.expected.last_mut() {
            Some(last) => last.times = times,
            None => calls.surprises.push(format!("`{said}` is said of no call: say it after `on`")),
        }
        drop(calls);
        self
    }

    fn surprise<O: Operation>(&self, calls: &mut Expectations, request: &str) -> CallError {
        let same = calls.expected.iter().filter(|it| it.is::<O>()).map(|it| it.calls).sum::<usize>();
        let mut names: Vec<_> = calls.expected.iter().map(|it| format!("`{}`", it.path())).collect();
        names.dedup();
        let expected = match (same, names.as_slice()) {
            (0, []) => "no call is expected".to_owned(),
            (0, names) => format!("expected is {}", names.join(", ")),
            (calls, _) => format!("it is expected {}, and not again", expected::times(calls)),
        };
        let detail = format!("{expected}; it was called with {request}");
        let error = CallError::unexpected(O::CONTEXT, O::NAME, detail);
        calls.surprises.push(error.to_string());
        error
    }
}

impl Default for Mocked {
    fn default() -> Self {
        Mocked::new()
    }
}

impl Stage for Mocked {
    fn attempts(&self) -> &Attempts {
        &self.attempts
    }
}

impl<O: Operation> Answers<O> for Mocked {
    async fn answer(&self, operation: O, call: &Call) -> Result<O::Output, CallError> {
        let calls = &mut *lock(&self.calls);
        let Some(expected) = calls.expected.iter_mut().find(|it| it.is::<O>() && it.has_calls_left()) else {
            let request =
                Json::write(&operation).map_or_else(|error| error.to_string(), |json| json.to_string());
            return Err(self.surprise::<O>(calls, &request));
        };
        expected.calls += 1;
        let answer =
            (expected.answer)(Box::new(operation), call).map(|answer| answer.map(|it| it.downcast()));
        match answer {
            Some(Ok(Ok(output))) => Ok(*output),
            Some(Err(error)) => Err(error),
            Some(Ok(Err(_))) | None => {
                let detail = "two operations have this name, and the expected one is the other";
                Err(CallError::unexpected(O::CONTEXT, O::NAME, detail))
            }
        }
    }
}

impl Drop for Mocked {
    /// # Panics
    ///
    /// If a call was not expected, or an expected one is missing.
    fn drop(&mut self) {
        let complaints = self.complaints();
        if !std::thread::panicking()
            && let Err(complaints) = complaints
        {
            panic!("{complaints}");
        }
    }
}

impl fmt::Debug for Mocked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let calls = lock(&self.calls);
        let expected = calls.expected.iter().map(|it| (it.path(), it.calls));
        f.debug_struct("Mocked").field("called", &expected.collect::<Vec<_>>()).finish_non_exhaustive()
    }
}
