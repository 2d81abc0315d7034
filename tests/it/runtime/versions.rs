//! A release that changes a process leaves instances that are under way where they are.

use super::bank::*;
use super::run;
use serde::{Deserialize, Serialize};
use stateline::{Await, Chain, Line, Mocked, Next, Outcome, Run, State, Step, World};
use std::convert::Infallible;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// How often the step ran that only version 2 has.
static SCREENED: AtomicUsize = AtomicUsize::new(0);

/// What the step of version 2 passes on. It finds nobody on a list, and so clears everybody.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Screened {
    amount: u64,
    approved: Option<bool>,
}

#[expect(non_camel_case_types, reason = "a marker bears its function's name")]
struct screen {}

impl Step for screen {
    type Input = Loaded;
    type Output = Screened;
    type Error = Infallible;
    const CONTEXT: &'static str = "payments";
    const PROCESS: &'static str = "payout";
    const NAME: &'static str = "screen";
}

impl<E: Sync> Run<E> for screen {
    async fn run(input: Loaded, _: &E) -> Outcome<Screened, Infallible> {
        SCREENED.fetch_add(1, Ordering::Relaxed);
        Ok(Next(Screened { amount: input.amount, approved: Some(true) }))
    }
}

/// The step `release` as version 2 has it, after `screen`.
mod second {
    use super::{Released, Screened};
    use stateline::{Next, Outcome, Run, Step, Wait};
    use std::convert::Infallible;

    #[expect(non_camel_case_types, reason = "a marker bears its function's name")]
    pub(super) struct release {}

    impl Step for release {
        type Input = Screened;
        type Output = Released;
        type Error = Infallible;
        const CONTEXT: &'static str = "payments";
        const PROCESS: &'static str = "payout";
        const NAME: &'static str = "release";
    }

    impl<E: Sync> Run<E> for release {
        async fn run(input: Screened, _: &E) -> Outcome<Released, Infallible> {
            Ok(if input.approved == Some(true) { Next(Released { amount: input.amount }) } else { Wait })
        }
    }
}

fn first() -> Chain<Request, Mocked> {
    let line = Line::first::<load>();
    let line = line.then::<release>();
    line.awaiting::<Decided>(Await::default()).end(1)
}

fn second() -> Chain<Request, Mocked> {
    let line = Line::first::<load>();
    let line = line.then::<screen>();
    let line = line.then::<second::release>();
    line.awaiting::<Decided>(Await::default()).end(2)
}

/// A payout that version 1 blocked.
async fn blocked() -> State {
    let ctx = Mocked::new().on(|LoadAccount { .. }| Ok(()));
    let stop =
        first().run(first().start(Request { consumer: 1, amount: 5 }).expect("it reads back"), &ctx).await;
    assert!(stop.is_waiting());
    stop.state
}

#[test]
fn s50_a_release_with_one_step_more_moves_no_blocked_instance() {
    run(async {
        let (nobody, blocked) = (Mocked::new(), blocked().await);
        let released = second().serving(first());
        assert_eq!((released.version(), released.versions().collect::<Vec<_>>()), (2, vec![1, 2]));
        for _ in 0..100 {
            let stop = released.run(blocked.clone(), &nobody).await;
            assert!(stop.is_waiting() && stop.state == blocked);
        }
        // The decision goes on with version 1, to its end, and not through the new step.
        let decided = released.merge(&blocked, &Decided { approved: true }.letter()).expect("it is awaited");
        let stop = released.run(decided, &nobody).await;
        assert!(stop.is_finished() && stop.state.version() == 1);
        assert_eq!(SCREENED.load(Ordering::Relaxed), 0);
    });
}

#[test]
fn s50_a_release_that_forgot_the_old_version_moves_nothing() {
    run(async {
        let (nobody, blocked) = (Mocked::new(), blocked().await);
        let stop = second().run(blocked.clone(), &nobody).await;
        assert!(stop.state == blocked && stop.error().is_some_and(|error| error.is_unserved_version()));
        let decided = second().merge(&blocked, &Decided { approved: true }.letter());
        let told = "`payout` version 1, step `release`: this version is not served; served is 2";
        assert_eq!(decided.expect_err("it is not served").to_string(), told);
    });
}

#[test]
fn s50_a_release_under_the_old_number_is_refused_by_the_shape_of_the_data() {
    run(async {
        // The same number, and yet another step `release`: nobody asked the lock.
        let line = Line::first::<load>().then::<screen>().then::<second::release>();
        let wrong: Chain<Request, Mocked> = line.end(1);
        let (nobody, blocked) = (Mocked::new(), blocked().await);
        let stop = wrong.run(blocked.clone(), &nobody).await;
        let error = stop.error().expect("it is refused");
        assert!(stop.state == blocked && error.is_unreadable());
        let told = "`payout` version 1, step `release`: `Loaded` is stored, but `Screened` is wanted";
        assert_eq!(error.to_string(), told);
        assert_eq!(SCREENED.load(Ordering::Relaxed), 0);
    });
}

/// A step that begins with something else than later versions do.
#[expect(non_camel_case_types, reason = "a marker bears its function's name")]
struct once {}

impl Step for once {
    type Input = u32;
    type Output = Request;
    type Error = Infallible;
    const CONTEXT: &'static str = "payments";
    const PROCESS: &'static str = "payout";
    const NAME: &'static str = "once";
}

impl<E: Sync> Run<E> for once {
    async fn run(input: u32, _: &E) -> Outcome<Request, Infallible> {
        Ok(Next(Request { consumer: input.into(), amount: 1 }))
    }
}

#[test]
fn versions_may_begin_with_different_data() {
    run(async {
        let desk = Arc::new(Desk::default());
        let old: Chain<u32, World<Arc<Desk>>> = Line::first::<once>().then::<load>().end(1);
        let begun = old.start(7).expect("it reads back");
        let new: Chain<Request, World<Arc<Desk>>> = Line::first::<load>().end(2);
        let stop = new.serving(old).run(begun, &World::live(desk.clone())).await;
        assert!(stop.is_finished());
        assert_eq!((stop.state.version(), desk.balance(7)), (1, 1));
    });
}

#[test]
#[should_panic(expected = "`payout` serves version 1 already")]
fn a_version_is_one_line() {
    let _ = first().serving(first());
}
