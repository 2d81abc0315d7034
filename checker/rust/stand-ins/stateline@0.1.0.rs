// Stand-in for `stateline` 0.1.0: the seam of operations and messages, steps, and chains of them.

pub use self::call::{
    Answer, Answers, Attempts, Call, CallError, Calls, Chaos, Ctx, Entry, Fault, Id, Journal, Key, Mocked,
    Stage, World,
};
pub use self::chain::{
    At, Await, Awaited, Chain, ChainError, Line, OnFailure, Retry, State, StepTerms, Stop,
};
pub use self::data::{Data, DataError, Json};
pub use self::environment::Has;
pub use self::failure::{Failure, Verdict};
pub use self::message::{Ack, Cause, Handler, Hear, Letter, Message, Nack, Publish, Receive};
pub use self::migration::Migration;
pub use self::operation::{Effect, Handle, Inquiry, Operation};
pub use self::step::Flow::{self, Next, Until, Wait};
pub use self::step::{Compensation, Done, Due, Outcome, Run, Step, Undo};
#[proc_macro_attribute]
pub fn migration() {}
#[proc_macro_attribute]
pub fn operation() {}
#[proc_macro_attribute]
pub fn step() {}
#[proc_macro_attribute]
pub fn compensation() {}
#[proc_macro_attribute]
pub fn receives() {}
#[proc_macro_attribute]
pub fn message() {}
#[proc_macro]
pub fn process() {}
// Differs: the macro is called by the name in its attribute.
#[proc_macro_derive(Environment)]
pub fn environment_of() {}
// Differs: the macro is called by the name in its attribute.
#[proc_macro_derive(Failure)]
pub fn failure_of() {}
pub mod call {
    use super::data::{DataError, Json};
    use super::message::{Letter, Message, Publish};
    use super::operation::{Effect, Handle, Inquiry, Operation};
    use std::future::Future;
    use std::time::SystemTime;
    pub trait Calls<O: Operation> {
        fn call(&self, operation: O) -> impl Future<Output = Result<O::Output, CallError>>;
    }
    pub trait Answers<O: Operation>: Stage {
        fn answer(&self, operation: O, call: &Call) -> impl Future<Output = Result<O::Output, CallError>>;
        fn inquire(&self, key: Key, call: &Call) -> impl Future<Output = Inquiry<O::Output>>;
    }
    impl<O: Operation, C: Answers<O> + ?Sized> Answers<O> for &C {}
    impl<O: Operation, C: Answers<O> + ?Sized> Calls<O> for C {}
    pub trait Stage {
        fn attempts(&self) -> &Attempts;
    }
    impl<C: Stage + ?Sized> Stage for &C {}
    impl<M: Message, C: Stage + ?Sized> Publish<M> for C {}
    pub trait Ctx {
        fn now(&self) -> SystemTime;
        fn new_id(&self) -> Id;
    }
    impl<C: Stage + ?Sized> Ctx for C {}
    #[derive(Debug)]
    pub struct Attempts;
    #[derive(Clone)]
    pub struct Call;
    impl Call {
        pub fn keyed(words: &str) -> Call {}
        pub fn key(&self) -> Key {}
        pub fn instance(&self) -> &str {}
        pub fn process(&self) -> &str {}
        pub fn version(&self) -> u32 {}
        pub fn step(&self) -> &str {}
        pub fn attempt(&self) -> u32 {}
        pub fn deadline(&self) -> Option<SystemTime> {}
        pub fn is_rehearsal(&self) -> bool {}
    }
    impl std::fmt::Debug for Call {}
    #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub struct Key;
    impl std::fmt::Debug for Key {}
    impl std::fmt::Display for Key {}
    impl TryFrom<String> for Key {
        type Error = DataError;
    }
    impl From<Key> for String {}
    #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub struct Id;
    impl std::fmt::Debug for Id {}
    impl std::fmt::Display for Id {}
    impl TryFrom<String> for Id {
        type Error = DataError;
    }
    impl From<Id> for String {}
    #[derive(Clone, PartialEq)]
    pub struct CallError;
    impl CallError {
        pub fn dropped<O: Operation>() -> Self {}
        pub fn late<O: Operation>() -> Self {}
        pub fn corrupt<O: Operation>(error: &DataError) -> Self {}
        pub fn is_dropped(&self) -> bool {}
        pub fn is_late(&self) -> bool {}
        pub fn is_corrupt(&self) -> bool {}
        pub fn is_not_recorded(&self) -> bool {}
        pub fn is_unexpected(&self) -> bool {}
        pub fn context(&self) -> &str {}
        pub fn name(&self) -> &str {}
    }
    impl std::fmt::Debug for CallError {}
    impl std::fmt::Display for CallError {}
    impl std::error::Error for CallError {}
    #[derive(Debug)]
    pub struct World<E>;
    impl<E> World<E> {
        pub fn live(environment: E) -> Self {}
        pub fn rehearsing(environment: E) -> Self {}
        pub fn replaying(journal: Journal) -> Self {}
        pub fn instance(self, instance: impl Into<String>) -> Self {}
        pub fn attempt(self, number: u32) -> Self {}
        pub fn until(self, deadline: SystemTime) -> Self {}
        pub fn at(self, time: SystemTime) -> Self {}
        pub fn recorded(self) -> Self {}
        pub fn disturbed(self, chaos: Chaos) -> Self {}
        pub fn environment(&self) -> Option<&E> {}
        pub fn take_letters(&self) -> Vec<Letter> {}
        pub fn journal(&self) -> Journal {}
        pub fn faults(&self) -> Vec<Fault> {}
        pub fn left(&self) -> Vec<Entry> {}
        pub fn difference(&self) -> Option<CallError> {}
    }
    impl<E> Stage for World<E> {}
    impl<E, O: Handle<E>> Answers<O> for World<E> {}
    #[derive(Debug)]
    pub struct Chaos;
    impl Chaos {
        pub fn new(seed: u64) -> Self {}
        pub fn at_rate(self, rate: u16) -> Self {}
        pub fn dropping(self, rate: u16) -> Self {}
        pub fn losing(self, rate: u16) -> Self {}
        pub fn delaying(self, rate: u16) -> Self {}
        pub fn duplicating(self, rate: u16) -> Self {}
        pub fn corrupting(self, rate: u16) -> Self {}
    }
    pub struct Mocked;
    impl Mocked {
        pub fn new() -> Self {}
        pub fn on<O: Operation>(self, answer: impl FnMut(O) -> O::Output) -> Self {}
        pub fn on_call<O: Operation>(self, answer: impl FnMut(O, &Call) -> O::Output) -> Self {}
        pub fn at(self, time: SystemTime) -> Self {}
        pub fn failing(self, error: CallError) -> Self {}
        pub fn times(self, times: usize) -> Self {}
        pub fn optional(self) -> Self {}
        pub fn published<M: Message>(&self) -> Vec<M> {}
        pub fn verify(self) -> Result<(), String> {}
    }
    impl Stage for Mocked {}
    impl<O: Operation> Answers<O> for Mocked {}
    impl Default for Mocked {}
    #[derive(Clone, Debug, Default, PartialEq)]
    pub struct Journal {
        pub entries: Vec<Entry>,
    }
    #[derive(Clone, Debug, PartialEq)]
    pub enum Entry {
        Called {
            key: Key,
            context: String,
            operation: String,
            effect: Effect,
            external: bool,
            request: Json,
            answer: Answer,
        },
        Published {
            context: String,
            topic: String,
            payload: Json,
            answer: Answer,
        },
        Now {
            time: SystemTime,
        },
        NewId {
            id: Id,
        },
    }
    #[derive(Clone, Debug, PartialEq)]
    pub enum Answer {
        Came(Json),
        Failed(CallError),
        Open,
    }
    #[derive(Clone, Debug, PartialEq)]
    pub struct Fault {
        pub call: u64,
        pub context: &str,
        pub name: &str,
    }
    impl std::fmt::Display for Fault {}
}
pub mod chain {
    use super::data::{DataError, Json};
    use super::failure::Verdict;
    use super::message::{Letter, Message};
    use super::migration::Migration;
    use super::operation::Declared;
    use super::step::{Due, Flow, Run, Step, Undo};
    use std::time::Duration;
    pub trait Takes<Given, Before, After> {}
    pub trait TakesBack<Given, Undone, Undoing> {}
    pub struct Line<In, Last, E: ?Sized>;
    impl<E: ?Sized> Line<(), (), E> {
        pub fn first<S: Run<E>>() -> Line<S::Input, S, E> {}
    }
    impl<In, Last: Step, E: ?Sized> Line<In, Last, E> {
        pub fn then<S: Run<E>>(self) -> Line<In, S, E> {}
        pub fn named(self, name: &str) -> Self {}
        pub fn awaiting<M: Message>(self, said: Await) -> Self {}
        pub fn within(self, limit: Duration) -> Self {}
        pub fn retried(self, retry: Retry) -> Self {}
        pub fn undone_by<C: Undo<E, Last::Output>>(self) -> Self {}
        pub fn end(self, version: u32) -> Chain<In, E> {}
    }
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub struct Await {
        pub by: Option<&str>,
        pub fills: &[&str],
        pub within: Option<Duration>,
    }
    #[derive(Clone, Copy, Debug)]
    pub struct Awaited;
    impl Awaited {
        pub fn topic(&self) -> &str {}
        pub fn sender(&self) -> &str {}
        pub fn by(&self) -> Option<&str> {}
        pub fn fills(&self) -> &[&str] {}
        pub fn within(&self) -> Option<Duration> {}
    }
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub struct Retry {
        pub times: u32,
        pub first: Duration,
        pub factor: u32,
        pub cap: Duration,
    }
    impl Retry {
        pub const DEFAULT: Retry;
        pub fn delay(&self, attempt: u32) -> Option<Duration> {}
    }
    impl Default for Retry {}
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub enum OnFailure {
        #[default]
        End,
        Rollback,
    }
    #[derive(Clone, Debug)]
    pub struct StepTerms;
    impl StepTerms {
        pub fn name(&self) -> &str {}
        pub fn awaits(&self) -> &[Awaited] {}
        pub fn undone_by(&self) -> Option<&str> {}
        pub fn within(&self) -> Option<Duration> {}
        pub fn retry(&self) -> Option<Retry> {}
    }
    pub struct Chain<In, E: ?Sized>;
    impl<In, E: ?Sized> Chain<In, E> {
        pub fn keyed(self, field: &str) -> Self {}
        pub fn started_by<M: Message>(self) -> Self {}
        pub fn failing(self, on_failure: OnFailure) -> Self {}
        pub fn key(&self) -> Option<&str> {}
        pub fn starts_on(&self) -> Option<&str> {}
        pub fn on_failure(&self) -> OnFailure {}
        pub fn start_by(&self, letter: &Letter) -> Result<State, ChainError> {}
        pub fn verify(&self) -> Result<(), Vec<ChainError>> {}
        pub fn step(&self, version: u32, name: &str) -> Option<&StepTerms> {}
        pub fn serving<Old>(self, other: Chain<Old, E>) -> Self {}
        pub fn migrating<M: Migration>(self) -> Self {}
        pub fn migrate(&self, state: &State, to: u32) -> Result<State, ChainError> {}
        pub fn migrations(&self) -> impl Iterator<Item = ((u32, &'static str), (u32, &'static str))> {}
        pub fn locked(self, version: u32, text: &'static str) -> Self {}
        pub fn lock(&self, version: u32) -> Option<&str> {}
        pub fn start(&self, input: In) -> Result<State, ChainError> {}
        pub fn start_of(&self, input: &Json) -> Result<State, ChainError> {}
        pub fn structure(&self, version: u32) -> Option<Structure> {}
        pub async fn advance(&self, state: &State, environment: &E) -> Result<Flow<State>, ChainError> {}
        pub async fn run(&self, state: State, environment: &E) -> Stop {}
        pub fn merge(&self, state: &State, letter: &Letter) -> Result<State, ChainError> {}
        pub async fn undo(
            &self,
            before: &State,
            after: Option<&State>,
            environment: &E,
        ) -> Result<(), ChainError> {
        }
        pub fn check(&self, state: &State) -> Result<(), ChainError> {}
        pub fn awaits(&self, state: &State) -> Result<&[Awaited], ChainError> {}
        pub fn undone_by(&self, state: &State) -> Result<Option<&str>, ChainError> {}
        pub fn context(&self) -> &str {}
        pub fn process(&self) -> &str {}
        pub fn version(&self) -> u32 {}
        pub fn versions(&self) -> impl Iterator<Item = u32> {}
        pub fn steps(&self, version: u32) -> impl Iterator<Item = &str> {}
    }
    impl<In, E: ?Sized> std::fmt::Debug for Chain<In, E> {}
    #[derive(Clone, Debug, PartialEq)]
    pub struct State;
    impl State {
        pub fn process(&self) -> &str {}
        pub fn version(&self) -> u32 {}
        pub fn is_rehearsal(&self) -> bool {}
        pub fn rehearsed(self) -> State {}
        pub fn key(&self) -> Option<&Json> {}
        pub fn at(&self) -> &At {}
        pub fn step(&self) -> Option<&str> {}
        pub fn type_name(&self) -> &str {}
        pub fn data(&self) -> &Json {}
        pub fn read<T>(&self) -> Result<T, DataError> {}
    }
    #[derive(Clone, Debug, PartialEq)]
    pub enum At {
        Step(String),
        Finished,
    }
    #[derive(Debug)]
    pub struct Stop {
        pub state: State,
    }
    impl Stop {
        pub fn is_finished(&self) -> bool {}
        pub fn is_waiting(&self) -> bool {}
        pub fn due(&self) -> Option<Due> {}
        pub fn error(&self) -> Option<&ChainError> {}
    }
    pub struct Structure {
        pub process: String,
        pub version: u32,
        pub steps: Vec<StepStructure>,
    }
    impl Structure {
        pub fn difference(&self, after: &Structure) -> Option<String> {}
    }
    pub struct StepStructure {
        pub name: String,
        pub takes: String,
        pub returns: String,
        pub awaits: Vec<String>,
        pub calls: Option<Vec<Declared>>,
        pub undone_by: Option<String>,
        pub undoing_calls: Option<Vec<Declared>>,
    }

    pub struct ChainError;
    impl ChainError {
        pub fn is_failed(&self) -> bool {}
        pub fn is_finished(&self) -> bool {}
        pub fn is_other_process(&self) -> bool {}
        pub fn is_unserved_version(&self) -> bool {}
        pub fn is_unknown_step(&self) -> bool {}
        pub fn is_unreadable(&self) -> bool {}
        pub fn is_unwritable(&self) -> bool {}
        pub fn is_refused(&self) -> bool {}
        pub fn is_not_undoable(&self) -> bool {}
        pub fn waits_for_nothing(&self) -> bool {}
        pub fn is_keyless(&self) -> bool {}
        pub fn is_unknown_field(&self) -> bool {}
        pub fn step(&self) -> &str {}
        pub fn verdict(&self) -> Verdict {}
        pub fn cause<T>(&self) -> Option<&T> {}
    }
    impl From<DataError> for ChainError {}
    impl std::fmt::Debug for ChainError {}
    impl std::fmt::Display for ChainError {}
    impl std::error::Error for ChainError {}
}
pub mod data {
    pub trait Data {}
    impl<T> Data for T {}
    #[derive(Clone, Debug, PartialEq)]
    pub struct DataError;
    impl DataError {
        pub fn path(&self) -> &str {}
    }
    impl std::fmt::Display for DataError {}
    impl std::error::Error for DataError {}
    #[derive(Clone, PartialEq)]
    pub struct Json;
    impl Json {
        pub fn write<T: Data>(value: &T) -> Result<Json, DataError> {}
        pub fn read<T: Data>(&self) -> Result<T, DataError> {}
        pub fn text(&self) -> &str {}
    }
}
pub mod environment {
    pub trait Has<T: ?Sized> {
        fn get(&self) -> &T;
    }
    impl<T: ?Sized, E: Has<T> + ?Sized> Has<T> for &E {}
    impl<T: ?Sized, E: Has<T> + ?Sized> Has<T> for std::sync::Arc<E> {}
}
pub mod failure {
    use super::call::CallError;
    pub trait Failure {
        fn verdict(&self) -> Verdict;
    }
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
    pub enum Verdict {
        Again,
        Fail,
        Park,
    }
    impl Failure for CallError {}
    impl Failure for Box<dyn std::error::Error + Send + Sync> {}
    impl Failure for std::convert::Infallible {}
}
pub mod message {
    use super::call::Stage;
    use super::call::{CallError, Id};
    use super::data::{DataError, Json};
    use super::failure::Failure;
    use super::operation::Declared;
    use std::future::Future;
    pub trait Message {}
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Acked {
        pub duty: Id,
        pub letter: Id,
        pub topic: String,
        pub context: String,
        pub late: bool,
        pub nack: Option<String>,
    }
    impl Message for Acked {}
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Overdue {
        pub duty: Id,
        pub letter: Id,
        pub topic: String,
        pub context: String,
        pub path: Vec<Link>,
    }
    impl Message for Overdue {}
    impl std::fmt::Display for Overdue {}
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Link {
        pub letter: Id,
        pub topic: String,
        pub context: String,
    }
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub struct TopicTerms {
        pub subscribers: &'static [&'static str],
        pub ack: Option<AckTerms>,
    }
    impl TopicTerms {
        pub fn owing(&self) -> impl Iterator<Item = &'static str> {}
        pub fn within(&self, context: &str) -> Option<std::time::Duration> {}
    }
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub struct AckTerms {
        pub within: std::time::Duration,
        pub by: &'static [&'static str],
        pub to: Option<&'static str>,
    }
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
    pub enum Ack {
        Done,
        HandedOn,
    }
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Nack;
    impl Nack {
        pub fn is_again(&self) -> bool {}
    }
    impl std::fmt::Display for Nack {}
    impl std::error::Error for Nack {}
    pub trait Acknowledges {
        fn acknowledge(self) -> Result<Ack, Nack>;
    }
    impl Acknowledges for () {}
    impl Acknowledges for Ack {}
    impl<T: Acknowledges, E: Failure> Acknowledges for Result<T, E> {}
    pub trait Receive {
        type Message: Message;
    }
    pub trait Hear<E: ?Sized>: Receive {
        fn hear(message: Self::Message, environment: &E) -> impl Future<Output = Result<Ack, Nack>>;
    }
    pub struct Handler<E: ?Sized>;
    impl<E: ?Sized> Handler<E> {
        pub fn of<H: Hear<E>>() -> Self {}
        pub async fn receive(&self, letter: &Letter, environment: &E) -> Result<Ack, Nack> {}
        pub fn topic(&self) -> &str {}
        pub fn context(&self) -> &str {}
        pub fn name(&self) -> &str {}
        pub fn calls(&self) -> Option<&[Declared]> {}
    }
    impl<E: ?Sized> std::fmt::Debug for Handler<E> {}
    pub trait Publish<M> {
        fn publish(&self, message: M) -> impl Future<Output = Result<(), CallError>>
        where
            M: Message;
    }
    #[derive(Clone, Debug, PartialEq)]
    pub struct Letter;
    impl Letter {
        pub fn of<M: Message>(message: &M) -> Result<Letter, DataError> {}
        pub fn rehearsed(self) -> Letter {}
        pub fn id(&self) -> Id {}
        pub fn sender(&self) -> &str {}
        pub fn topic(&self) -> &str {}
        pub fn key(&self) -> Option<&Json> {}
        pub fn cause(&self) -> Option<&Cause> {}
        pub fn is_rehearsal(&self) -> bool {}
        pub fn payload(&self) -> &Json {}
        pub fn read<M: Message>(&self) -> Result<M, DataError> {}
    }
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub enum Cause {
        Step { instance: String, process: String, step: String },
        Letter(Id),
        Person { who: String, why: String },
    }
}
mod migration {
    pub trait Migration {
        type From;
        type To;
        type Error;
        fn migrate(before: Self::From) -> Result<Self::To, Self::Error>;
    }
}
pub mod operation {
    use super::call::{Call, Key};
    use std::borrow::Cow;
    use std::future::Future;
    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    pub struct Declared {
        pub context: Cow<str>,
        pub operation: Cow<str>,
        pub effect: Effect,
    }
    impl Declared {
        pub fn of<O: Operation>() -> Declared {}
    }
    impl std::fmt::Display for Declared {}
    pub trait Operation {
        type Output;
    }
    #[derive(Clone, Copy, Debug, PartialEq)]
    pub enum Effect {
        Read,
        Write,
        Irreversible,
    }
    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    pub struct Declared {
        pub context: Cow<'static, str>,
        pub operation: Cow<'static, str>,
        pub effect: Effect,
    }
    impl Declared {
        pub const fn of<O: Operation>() -> Declared {}
    }
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
    pub enum Inquiry<T> {
        Done(T),
        NotDone,
        Unknown,
    }
    pub trait Handle<E: ?Sized>: Operation {
        fn handle(self, environment: &E, call: &Call) -> impl Future<Output = Self::Output>;
        fn rehearse(self, environment: &E, call: &Call) -> impl Future<Output = Self::Output>;
        fn inquire(key: Key, environment: &E, call: &Call) -> impl Future<Output = Inquiry<Self::Output>>;
    }
}
pub mod step {
    use std::future::Future;
    use std::time::{Duration, SystemTime};
    #[derive(Clone, Copy, Debug, PartialEq)]
    pub enum Flow<T> {
        Next(T),
        Wait,
        Until(Due),
    }
    impl<T> Flow<T> {
        pub fn until(due: impl Into<Due>) -> Flow<T> {}
    }
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
    pub enum Due {
        At(SystemTime),
        After(Duration),
    }
    impl From<SystemTime> for Due {}
    impl From<Duration> for Due {}
    pub type Outcome<T, E> = Result<Flow<T>, E>;
    pub trait Step {
        type Input;
        type Output;
        type Error;
    }
    pub trait Run<E: ?Sized>: Step {
        fn run(
            input: Self::Input,
            environment: &E,
        ) -> impl Future<Output = Outcome<Self::Output, Self::Error>>;
    }
    pub trait Compensation {
        type Input;
        type Error;
    }
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
    pub enum Done<T> {
        Ended(T),
        Failed,
    }
    pub trait Undo<E: ?Sized, Out>: Compensation {
        fn undo(
            input: Self::Input,
            done: Done<Out>,
            environment: &E,
        ) -> impl Future<Output = Result<(), Self::Error>>;
    }
}
