//! Attempts of steps: what a call knows of the one that makes it, and what is left of one that fails.

use super::bank::*;
use super::run;
use serde::{Deserialize, Serialize};
use stateline::{
    Await, Call, CallError, Calls, Chain, Chaos, Ctx, Due, Effect, Flow, Handle, Key, Line, Mocked, Next,
    Operation, Outcome, Publish, Run, Step, Wait, World,
};
use std::convert::Infallible;
use std::sync::Mutex;
use std::time::{Duration, SystemTime};

const REQUEST: Request = Request { consumer: 1, amount: 5 };

/// What a bank sees of each call.
#[derive(Default)]
struct Desk {
    calls: Mutex<Vec<Call>>,
}

impl Desk {
    fn keys(&self) -> Vec<Key> {
        self.calls.lock().expect("nobody panics in here").iter().map(Call::key).collect()
    }
}

impl Handle<&Desk> for LoadAccount {
    async fn handle(self, desk: &&Desk, call: &Call) -> Self::Output {
        desk.calls.lock().expect("nobody panics in here").push(call.clone());
        Ok(())
    }
}

fn chain() -> Chain<Request, World<&'static Desk>> {
    Line::first::<load>().then::<release>().awaiting::<Decided>(Await::default()).end(3)
}

fn desk() -> &'static Desk {
    Box::leak(Box::default())
}

fn five() -> LoadAccount {
    LoadAccount { consumer: 1, amount: 5 }
}

#[test]
fn s55_an_operation_knows_which_call_it_is() {
    run(async {
        let (desk, chain) = (desk(), chain());
        let due = SystemTime::UNIX_EPOCH + Duration::from_secs(5);
        let live = World::live(desk).instance("payout-7").attempt(3).until(due);
        let state = chain.start(REQUEST).expect("it reads back");
        for _ in 0..2 {
            chain.advance(&state, &live).await.expect("it loads");
        }
        let rehearsing = World::rehearsing(desk).instance("payout-7");
        chain.advance(&state.clone().rehearsed(), &rehearsing).await.expect("it loads");
        let told = desk
            .calls
            .lock()
            .expect("nobody panics in here")
            .iter()
            .map(|call| {
                assert_eq!((call.instance(), call.process(), call.step()), ("payout-7", "payout", "load"));
                assert_eq!(call.version(), 3);
                (call.attempt(), call.deadline(), call.is_rehearsal())
            })
            .collect::<Vec<_>>();
        assert_eq!(told, [(3, Some(due), false), (4, Some(due), false), (1, None, true)]);
        let keys = desk.keys();
        assert_eq!(keys[0], keys[1], "it is the same in each attempt");
        assert_ne!(keys[0], keys[2], "a rehearsal is no call");
    });
}

#[test]
fn s55_a_key_is_of_instance_operation_request_and_occurrence() {
    run(async {
        let keys = |instance: &'static str, amounts: &'static [u64]| async move {
            let desk = desk();
            let live = World::live(desk).instance(instance);
            for &amount in amounts {
                live.call(LoadAccount { consumer: 1, amount }).await.expect("answered").expect("loaded");
            }
            desk.keys()
        };
        let (one, other) = (keys("a", &[5, 5, 6]).await, keys("a", &[6, 5, 5]).await);
        assert_eq!(one.iter().collect::<std::collections::BTreeSet<_>>().len(), 3);
        assert_eq!((one[0], one[1], one[2]), (other[1], other[2], other[0]), "no order shifts them");
        assert_ne!(keys("b", &[5]).await[0], one[0]);
        // Two of which nobody said whose they are must not be taken for one.
        let unnamed = |desk| async move {
            World::live(desk).call(five()).await.expect("answered").expect("loaded");
        };
        let desk = desk();
        unnamed(desk).await;
        unnamed(desk).await;
        assert_ne!(desk.keys()[0], desk.keys()[1]);
    });
}

/// `LoadAccount` as a later release has it: its fields have changed places, and there is one more.
#[derive(Serialize, Deserialize)]
struct LaterLoadAccount {
    note: Option<String>,
    amount: u64,
    consumer: u64,
}

impl Operation for LaterLoadAccount {
    type Output = <LoadAccount as Operation>::Output;
    const CONTEXT: &'static str = LoadAccount::CONTEXT;
    const NAME: &'static str = LoadAccount::NAME;
    const EFFECT: Effect = LoadAccount::EFFECT;
    const EXTERNAL: bool = LoadAccount::EXTERNAL;
}

impl Handle<&Desk> for LaterLoadAccount {
    async fn handle(self, desk: &&Desk, call: &Call) -> Self::Output {
        desk.calls.lock().expect("nobody panics in here").push(call.clone());
        Ok(())
    }
}

#[test]
fn s55_a_release_that_moves_a_field_or_adds_an_optional_one_keeps_the_keys() {
    run(async {
        let asked =
            |note: Option<&str>| LaterLoadAccount { note: note.map(str::to_owned), amount: 5, consumer: 1 };
        let desk = desk();
        World::live(desk).instance("a").call(five()).await.expect("answered").expect("loaded");
        for note in [None, Some("rent")] {
            World::live(desk).instance("a").call(asked(note)).await.expect("answered").expect("loaded");
        }
        let keys = desk.keys();
        assert_eq!(keys[0], keys[1], "it is the call that the release before made");
        assert_ne!(keys[0], keys[2], "it is another request");
    });
}

#[test]
fn s55_a_call_without_an_answer_that_is_made_again_is_the_same_call() {
    run(async {
        let desk = desk();
        let losing = World::live(desk).disturbed(Chaos::new(1).at_rate(0).losing(1_000));
        for _ in 0..2 {
            assert!(losing.call(five()).await.expect_err("it is lost").is_late());
        }
        // Nor does anybody know what became of one that was given up.
        let delaying = World::live(desk).disturbed(Chaos::new(1).at_rate(0).delaying(1_000));
        tokio::select! {
            biased;
            _ = delaying.call(five()) => panic!("it is delayed"),
            () = std::future::ready(()) => {}
        }
        delaying.call(five()).await.expect("answered").expect("loaded");
        delaying.call(five()).await.expect("answered").expect("loaded");
        let keys = desk.keys();
        assert_eq!((keys.len(), keys[0]), (4, keys[1]));
        assert_ne!(keys[2], keys[3], "what was answered is another call");
    });
}

#[test]
fn an_operation_asked_twice_by_chaos_sees_one_key() {
    run(async {
        let desk = desk();
        let twice = World::live(desk).disturbed(Chaos::new(1).at_rate(0).duplicating(1_000));
        twice.call(five()).await.expect("answered").expect("loaded");
        let keys = desk.keys();
        assert_eq!((keys.len(), keys[0]), (2, keys[1]));
    });
}

/// Tells of a payout, and then ends as it is told to.
#[expect(non_camel_case_types, reason = "a marker bears its function's name")]
struct tell {}

impl Step for tell {
    type Input = Option<bool>;
    type Output = bool;
    type Error = CallError;
    const CONTEXT: &'static str = "payments";
    const PROCESS: &'static str = "tell";
    const NAME: &'static str = "tell";
}

impl<E: Publish<Blocked>> Run<E> for tell {
    async fn run(input: Option<bool>, ctx: &E) -> Outcome<bool, CallError> {
        ctx.publish(Blocked { payout: 7 }).await?;
        match input {
            None => Ok(Wait),
            Some(true) => Ok(Next(true)),
            Some(false) => Err(CallError::late::<LoadAccount>()),
        }
    }
}

#[test]
fn what_a_failed_attempt_published_is_not_sent() {
    run(async {
        let chain: Chain<Option<bool>, World<()>> =
            Line::first::<tell>().awaiting::<Decided>(Await::default()).end(1);
        let live = World::live(());
        for (ends, letters) in [(Some(false), 0), (None, 0), (Some(true), 1), (Some(false), 0)] {
            let stop = chain.run(chain.start(ends).expect("it reads back"), &live).await;
            assert_eq!(stop.error().is_some(), ends == Some(false));
            assert_eq!(live.take_letters().len(), letters, "{ends:?}");
        }
        // Nor that of one for which nobody waits any more.
        let delaying = World::live(()).disturbed(Chaos::new(1).at_rate(0).delaying(1_000));
        let state = chain.start(Some(true)).expect("it reads back");
        tokio::select! {
            biased;
            _ = chain.advance(&state, &delaying) => panic!("it is delayed"),
            () = std::future::ready(()) => {}
        }
        assert!(delaying.take_letters().is_empty());
        assert!(chain.advance(&state, &delaying).await.is_ok() && delaying.take_letters().len() == 1);
    });
}

#[test]
fn one_world_runs_one_step_at_a_time() {
    run(async {
        let chain: Chain<Option<bool>, World<()>> = Line::first::<tell>().end(1);
        let state = chain.start(Some(true)).expect("it reads back");
        let delaying = World::live(()).disturbed(Chaos::new(1).at_rate(0).delaying(1_000));
        let (one, other) = tokio::join!(chain.advance(&state, &delaying), chain.advance(&state, &delaying));
        assert!(one.is_ok());
        let told =
            "`tell` version 1, step `tell`: another step runs on this world: make one for each instance";
        assert_eq!(other.expect_err("the first is not through").to_string(), told);
    });
}

#[test]
fn a_step_that_waits_and_awaits_nothing_is_an_error() {
    run(async {
        let deaf: Chain<Option<bool>, World<()>> = Line::first::<tell>().end(1);
        let stop = deaf.run(deaf.start(None).expect("it reads back"), &World::live(())).await;
        let error = stop.error().expect("it would wait for ever");
        assert!(error.waits_for_nothing() && !stop.is_waiting());
        let told = "`tell` version 1, step `tell`: it waits, and the map says for nothing: \
                    let it await a topic, or wait until a time";
        assert_eq!(error.to_string(), told);
    });
}

/// Waits until a minute after the time at which it ran first, and gives what it was told on the way.
#[expect(non_camel_case_types, reason = "a marker bears its function's name")]
struct linger {}

impl Step for linger {
    type Input = SystemTime;
    type Output = (SystemTime, stateline::Id, stateline::Id);
    type Error = Infallible;
    const CONTEXT: &'static str = "payments";
    const PROCESS: &'static str = "linger";
    const NAME: &'static str = "linger";
}

impl<E: Ctx> Run<E> for linger {
    async fn run(begun: SystemTime, ctx: &E) -> Outcome<Self::Output, Infallible> {
        let now = ctx.now();
        let due = begun + Duration::from_secs(60);
        Ok(if now < due { Flow::until(due) } else { Next((now, ctx.new_id(), ctx.new_id())) })
    }
}

#[test]
fn a_step_waits_until_a_time_and_is_told_it_by_its_ctx() {
    run(async {
        let begun = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000);
        let due = begun + Duration::from_secs(60);
        let chain: Chain<SystemTime, Mocked> = Line::first::<linger>().end(1);
        let state = chain.start(begun).expect("it reads back");
        let stop = chain.run(state.clone(), &Mocked::new().at(begun)).await;
        assert!(stop.is_waiting() && stop.state == state);
        assert_eq!((stop.due(), stop.error().is_none()), (Some(Due::At(due)), true));
        assert!(chain.run(state, &Mocked::new().at(due)).await.is_finished());
        assert_eq!(
            Flow::<()>::until(Duration::from_secs(1)),
            Flow::Until(Due::After(Duration::from_secs(1)))
        );
    });
}

#[test]
fn s33_time_and_chance_are_recorded_and_replayed() {
    run(async {
        let chain: Chain<SystemTime, World<()>> = Line::first::<linger>().end(1);
        let state = chain.start(SystemTime::UNIX_EPOCH).expect("it reads back");
        let live = World::live(()).recorded();
        let told = chain.run(state.clone(), &live).await.state;
        let (_, one, other) = told.read::<<linger as Step>::Output>().expect("its type");
        assert_ne!(one, other);
        let text = serde_json::to_string(&live.journal()).expect("a journal is data");
        let replaying = World::replaying(serde_json::from_str(&text).expect("it reads back"));
        assert_eq!(chain.run(state, &replaying).await.state, told);
        assert_eq!((replaying.left(), replaying.difference()), (vec![], None));
        // What is not recorded is told, and ends the replay.
        replaying.now();
        let difference = replaying.difference().expect("nobody asked for it");
        assert_eq!(difference.to_string(), "`ctx::now` is not in the record: it ends before the time");
    });
}

#[test]
fn s33_calls_that_run_at_once_are_replayed_in_whatever_order_they_ask() {
    run(async {
        let both = |world: &'static World<crate::runtime::bank::Desk>, turned: bool| async move {
            let (one, other) =
                (LoadAccount { consumer: 1, amount: 1 }, LoadAccount { consumer: 2, amount: u64::MAX });
            let (one, other, balance) =
                (world.call(one), world.call(other), world.call(Balance { consumer: 9 }));
            match turned {
                false => tokio::join!(one, other, balance),
                true => {
                    let (balance, other, one) = tokio::join!(balance, other, one);
                    (one, other, balance)
                }
            }
        };
        for seed in 0..50 {
            let live =
                World::live(crate::runtime::bank::Desk::default()).disturbed(Chaos::new(seed)).recorded();
            let live = &*Box::leak(Box::new(live));
            let told = both(live, false).await;
            for turned in [false, true] {
                let replaying = &*Box::leak(Box::new(World::replaying(live.journal())));
                assert_eq!(both(replaying, turned).await, told, "seed {seed}");
                assert_eq!((replaying.left(), replaying.difference()), (vec![], None));
            }
        }
    });
}

#[test]
fn s21_a_rehearsal_runs_on_no_live_world_and_nothing_else_on_a_rehearsing_one() {
    run(async {
        let (desk, chain) = (desk(), chain());
        let real = chain.start(REQUEST).expect("it reads back");
        let rehearsal = real.clone().rehearsed();
        for (state, world) in [(&rehearsal, World::live(desk)), (&real, World::rehearsing(desk))] {
            let error = chain.advance(state, &world).await.expect_err("they do not mix");
            assert!(error.is_refused(), "{error}");
        }
        assert!(desk.keys().is_empty());
        let Ok(Next(next)) = chain.advance(&rehearsal, &World::rehearsing(desk)).await else {
            panic!("it loads");
        };
        assert!(next.is_rehearsal());
    });
}
