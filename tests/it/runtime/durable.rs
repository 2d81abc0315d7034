//! A durable runner in small, over the public API: intents and answers stand in a map, and the process is
//! killed at every point of a step whose calls run at once. Each effect happens once.

use super::bank::{Loaded, Rejected, Request, TakeBack};
use super::run;
use stateline::{
    Answers, Attempts, Call, CallError, Calls, Chain, Handle, Inquiry, Json, Key, Line, Next, Operation,
    Outcome, Run, Stage, State, Step, World,
};
use std::collections::{BTreeMap, BTreeSet};
use std::future::Future;
use std::pin::pin;
use std::sync::{Arc, Mutex, MutexGuard};
use std::task::{Context, Poll, Waker};

/// What survives a crash: the state, what was begun, and what came back.
#[derive(Default)]
struct Disk {
    intents: Mutex<BTreeSet<Key>>,
    answers: Mutex<BTreeMap<Key, Json>>,
}

/// A third party that knows keys again, for as long as it is asked to; and how often it did something.
#[derive(Default)]
struct Bank {
    done: Mutex<BTreeMap<Key, u64>>,
    effects: Mutex<u64>,
    /// Whether it does once more what it has done already.
    forgets: bool,
}

impl Bank {
    fn act(&self, call: &Call, amount: u64) {
        let mut done = lock(&self.done);
        if self.forgets || !done.contains_key(&call.key()) {
            *lock(&self.effects) += amount;
        }
        done.insert(call.key(), amount);
    }
}

/// Kills the process when it has come to a point so often.
struct Crash {
    left: Mutex<Option<u32>>,
}

impl Crash {
    /// A point at which others go first, and at which the process may die: then it never goes on.
    async fn point(&self) {
        let mut turns = 0;
        std::future::poll_fn(|context: &mut Context<'_>| {
            context.waker().wake_by_ref();
            turns += 1;
            if turns == 1 { Poll::Pending } else { Poll::Ready(()) }
        })
        .await;
        let dies = match &mut *lock(&self.left) {
            Some(0) => true,
            Some(left) => {
                *left -= 1;
                false
            }
            None => false,
        };
        if dies {
            *lock(&self.left) = Some(0);
            std::future::pending::<()>().await;
        }
    }

    fn is_dead(&self) -> bool {
        *lock(&self.left) == Some(0)
    }
}

#[derive(serde::Serialize, serde::Deserialize)]
struct Transfer {
    to: u64,
    amount: u64,
}

impl Operation for Transfer {
    type Output = u64;
    const CONTEXT: &'static str = "bank";
    const NAME: &'static str = "transfer";
    const EFFECT: stateline::Effect = stateline::Effect::Irreversible;
    const EXTERNAL: bool = true;
    const INQUIRY: Option<&'static str> = Some("transfer_status");
}

impl Handle<Desk> for Transfer {
    async fn handle(self, desk: &Desk, call: &Call) -> u64 {
        desk.crash.point().await;
        desk.bank.act(call, self.amount);
        desk.crash.point().await;
        self.to
    }

    async fn inquire(key: Key, desk: &Desk, _: &Call) -> Inquiry<u64> {
        match lock(&desk.bank.done).get(&key) {
            Some(_) => Inquiry::Done(1),
            None => Inquiry::NotDone,
        }
    }
}

struct Desk {
    bank: Arc<Bank>,
    crash: Arc<Crash>,
}

/// What stands between a step and the world: an intent before each call, its answer after.
struct Durable {
    world: World<Desk>,
    disk: Arc<Disk>,
    crash: Arc<Crash>,
}

impl Stage for Durable {
    fn attempts(&self) -> &Attempts {
        self.world.attempts()
    }
}

impl<O: Operation> Answers<O> for Durable
where
    World<Desk>: Answers<O>,
{
    async fn answer(&self, operation: O, call: &Call) -> Result<O::Output, CallError> {
        let key = call.key();
        if let Some(answer) = lock(&self.disk.answers).get(&key) {
            return answer.read().map_err(|error| CallError::corrupt::<O>(&error));
        }
        self.crash.point().await;
        let begun = !lock(&self.disk.intents).insert(key);
        let known = match begun {
            true => self.world.inquire(key, call).await,
            false => Inquiry::NotDone,
        };
        let answer = match known {
            Inquiry::Done(answer) => answer,
            Inquiry::NotDone | Inquiry::Unknown => {
                self.crash.point().await;
                self.world.answer(operation, call).await?
            }
        };
        self.crash.point().await;
        let json = Json::write(&answer).map_err(|error| CallError::corrupt::<O>(&error))?;
        lock(&self.disk.answers).insert(key, json);
        self.crash.point().await;
        Ok(answer)
    }
}

/// Two transfers at once, of one request and of another, and a third that is equal to the first.
#[expect(non_camel_case_types, reason = "a marker bears its function's name")]
struct pay {}

impl Step for pay {
    type Input = Request;
    type Output = Loaded;
    type Error = Rejected;
    const CONTEXT: &'static str = "payments";
    const PROCESS: &'static str = "pay";
    const NAME: &'static str = "pay";
}

impl<E: Calls<Transfer>> Run<E> for pay {
    async fn run(request: Request, ctx: &E) -> Outcome<Loaded, Rejected> {
        let transfer = |to, amount| ctx.call(Transfer { to, amount });
        let (one, other, again) =
            tokio::join!(transfer(1, request.amount), transfer(1, 100), transfer(1, request.amount));
        Ok(Next(Loaded { amount: one? + other? + again?, approved: Some(true) }))
    }
}

/// Runs an instance to its end, killed when it has come to so many points, and then restarted. How many
/// effects there were, and whether it was killed.
fn story(dies_at: u32, forgets: bool) -> (u64, bool) {
    let (disk, bank) = (Arc::new(Disk::default()), Arc::new(Bank { forgets, ..Bank::default() }));
    let chain: Chain<Request, Durable> = Line::first::<pay>().end(1);
    let state = chain.start(Request { consumer: 1, amount: 10 }).expect("it reads back");
    let stored = serde_json::to_string(&state).expect("a state is data");
    let mut was_killed = false;
    for (attempt, left) in [(1, Some(dies_at)), (2, Some(dies_at / 2)), (3, None)] {
        let crash = Arc::new(Crash { left: Mutex::new(left) });
        let desk = Desk { bank: bank.clone(), crash: crash.clone() };
        let world = World::live(desk).instance("pay-7").attempt(attempt);
        let durable = Durable { world, disk: disk.clone(), crash: crash.clone() };
        let state: State = serde_json::from_str(&stored).expect("it was written");
        let mut running = pin!(chain.advance(&state, &durable));
        let mut context = Context::from_waker(Waker::noop());
        for _ in 0..1_000 {
            match running.as_mut().poll(&mut context) {
                Poll::Ready(ended) => {
                    let Ok(Next(next)) = ended else { panic!("it goes on") };
                    assert_eq!(next.read::<Loaded>().expect("its type").amount, 3);
                    return (*lock(&bank.effects), was_killed);
                }
                Poll::Pending if crash.is_dead() => break,
                Poll::Pending => {}
            }
        }
        was_killed = true;
    }
    panic!("the third attempt is not killed");
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().expect("nobody panics while it is locked")
}

#[test]
fn s68_an_effect_happens_once_wherever_the_process_is_killed() {
    let mut killed = 0;
    for dies_at in 0.. {
        let (effects, was_killed) = story(dies_at, false);
        assert_eq!(effects, 10 + 100 + 10, "killed at point {dies_at}");
        // Nor does it need a third party that knows keys again: the inquiry tells what was done.
        assert_eq!(story(dies_at, true).0, 10 + 100 + 10, "killed at point {dies_at}, and it forgets");
        killed += u32::from(was_killed);
        if !was_killed {
            break;
        }
    }
    assert!(killed > 15, "only {killed} points");
}

#[test]
fn what_is_not_asked_has_no_inquiry() {
    run(async {
        let world = World::live(super::bank::Desk::default());
        let call = Call::keyed("a call");
        let told = Answers::<TakeBack>::inquire(&world, call.key(), &call).await;
        assert_eq!(told, Inquiry::Unknown);
    });
}
