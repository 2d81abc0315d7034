//! A process, one step after the other.

use super::bank::*;
use super::run;
use stateline::{
    At, Await, CallError, Chain, Done, Failure, Line, Mocked, Next, Outcome, Publish, Run, Stage, State,
    Step, Verdict, Wait,
};
use std::convert::Infallible;
use std::sync::Arc;

type World = stateline::World<Arc<Desk>>;

fn payout<E>() -> Chain<Request, E>
where
    E: Stage,
    load: Run<E>,
    release: Run<E>,
    unload: stateline::Undo<E, Loaded>,
{
    let line = Line::first::<load>();
    let line = line.undone_by::<unload>();
    let line = line.then::<release>();
    let line = line.awaiting::<Decided>(Await::default());
    line.end(2)
}

fn world() -> (Arc<Desk>, World) {
    let desk = Arc::new(Desk::default());
    (desk.clone(), World::live(desk))
}

fn text(state: &State) -> String {
    serde_json::to_string(state).expect("a state is data")
}

fn state(text: &str) -> State {
    serde_json::from_str(text).expect("it is a state")
}

const REQUEST: Request = Request { consumer: 1, amount: 5 };
const APPROVED: Decided = Decided { approved: true };

#[test]
fn a_state_says_process_version_step_and_type() {
    let chain = payout::<World>();
    let state = chain.start(REQUEST).expect("it reads back");
    let told = r#"{"process":"payout","version":2,"rehearsal":false,"key":null,"at":{"step":"load"},"data":{"type":"Request","json":{"consumer":1,"amount":5}}}"#;
    assert_eq!(text(&state), told);
    assert_eq!((state.process(), state.version(), state.step()), ("payout", 2, Some("load")));
    assert_eq!((chain.process(), chain.version()), ("payout", 2));
    assert_eq!(chain.steps(2).collect::<Vec<_>>(), ["load", "release"]);
    assert!(chain.awaits(&state).expect("it is there").is_empty());
    assert_eq!(chain.undone_by(&state).expect("it is there"), Some("unload"));
}

#[test]
fn s45_steps_of_input_and_of_input_and_ctx_both_run() {
    run(async {
        let (desk, live) = world();
        let chain = payout();
        let stop = chain.run(chain.start(REQUEST).expect("it reads back"), &live).await;
        // `load(request, ctx)` ran, and so did `release(loaded)`, which waits.
        assert!(stop.is_waiting());
        assert_eq!((desk.balance(1), stop.state.step()), (5, Some("release")));
        let state = chain.merge(&stop.state, &APPROVED.letter()).expect("it is awaited");
        let stop = chain.run(state, &live).await;
        assert!(stop.is_finished());
        assert_eq!(stop.state.at(), &At::Finished);
        assert_eq!(stop.state.read::<Released>().expect("its type"), Released { amount: 5 });
    });
}

#[test]
fn s46_where_a_step_waits_or_fails_the_state_is_the_same_to_the_byte() {
    run(async {
        let chain = payout::<Mocked>();
        let ctx = Mocked::new()
            .failing(CallError::late::<LoadAccount>())
            .on(|LoadAccount { .. }| Err(TooMuch))
            .times(1)
            .on(|LoadAccount { .. }| Ok(()))
            .times(1);
        let first = chain.start(REQUEST).expect("it reads back");
        for cause in [Rejected::Call(CallError::late::<LoadAccount>()), Rejected::Ledger(TooMuch)] {
            let stop = chain.run(first.clone(), &ctx).await;
            assert_eq!(text(&stop.state), text(&first));
            let error = stop.error().expect("the step fails");
            assert!(error.is_failed() && error.cause() == Some(&cause));
            assert_eq!(error.to_string(), format!("`payout` version 2, step `load`: {cause}"));
        }
        let Ok(Next(second)) = chain.advance(&first, &ctx).await else { panic!("it goes on") };
        for _ in 0..100 {
            let before = text(&second);
            assert!(matches!(chain.advance(&second, &ctx).await, Ok(Wait)));
            assert_eq!(text(&second), before);
            assert_eq!(chain.run(second.clone(), &ctx).await.state, second);
        }
    });
}

#[test]
fn s47_step_by_step_or_at_once_the_states_are_the_same() {
    run(async {
        let chain = payout::<World>();
        let (_, live) = world();
        let at_once = chain.run(chain.start(REQUEST).expect("it reads back"), &live).await.state;
        let at_once =
            chain.run(chain.merge(&at_once, &APPROVED.letter()).expect("awaited"), &live).await.state;

        let (_, live) = world();
        let mut now = chain.start(REQUEST).expect("it reads back");
        let mut ways = vec![text(&now)];
        loop {
            // What was stored is read again between any two steps.
            now = match chain.advance(&state(&text(&now)), &live).await {
                Ok(Next(next)) => next,
                Ok(Wait) => chain.merge(&now, &APPROVED.letter()).expect("awaited"),
                Ok(stateline::Until(_)) => panic!("no step waits for a time"),
                Err(error) => break assert!(error.is_finished()),
            };
            ways.push(text(&now));
        }
        assert_eq!(ways.len(), 4);
        assert_eq!(text(&at_once), ways[3]);
        // After any number of single steps, the rest at once comes to the same.
        for steps in 0..ways.len() {
            let (_, live) = world();
            let mut now = state(&ways[0]);
            for way in &ways[1..=steps] {
                now = match chain.advance(&now, &live).await {
                    Ok(Next(next)) => next,
                    _ => chain.merge(&now, &APPROVED.letter()).expect("awaited"),
                };
                assert_eq!(text(&now), *way);
            }
            let mut stop = chain.run(now, &live).await;
            if stop.is_waiting() {
                assert_eq!(text(&stop.state), ways[1], "it waits where it waits one step at a time");
                stop = chain.run(chain.merge(&stop.state, &APPROVED.letter()).expect("awaited"), &live).await;
            }
            assert!(stop.is_finished(), "after {steps} steps");
            assert_eq!(text(&stop.state), ways[3], "after {steps} steps");
        }
    });
}

#[test]
fn s19_a_step_is_undone_with_what_it_took() {
    run(async {
        let (desk, live) = world();
        let chain = payout();
        let before = chain.start(REQUEST).expect("it reads back");
        let Ok(Next(after)) = chain.advance(&before, &live).await else { panic!("it goes on") };
        assert_eq!(desk.balance(1), 5);
        chain.undo(&before, Some(&after), &live).await.expect("it has a compensation");
        assert_eq!(desk.balance(1), 0);
        let error = chain.undo(&after, None, &live).await.expect_err("it has none");
        assert!(error.is_not_undoable());
        assert_eq!(error.to_string(), "`payout` version 2, step `release`: it has no compensation");
    });
}

#[test]
fn s19_a_compensation_that_fails_says_so() {
    run(async {
        let chain = payout::<Mocked>();
        let ctx = Mocked::new().failing(CallError::dropped::<TakeBack>());
        let before = chain.start(REQUEST).expect("it reads back");
        let error = chain.undo(&before, None, &ctx).await.expect_err("it fails");
        assert!(error.is_failed() && error.cause::<CallError>().is_some_and(CallError::is_dropped));
        assert_eq!(error.verdict(), Verdict::Again);
    });
}

/// Takes back what was loaded, and is told what that was.
#[expect(non_camel_case_types, reason = "a marker bears its function's name")]
struct told {}

impl stateline::Compensation for told {
    type Input = Request;
    type Error = CallError;
    const CONTEXT: &'static str = "payments";
    const PROCESS: &'static str = "payout";
    const NAME: &'static str = "told";
}

impl<E: stateline::Calls<TakeBack>> stateline::Undo<E, Loaded> for told {
    async fn undo(request: Request, done: Done<Loaded>, ctx: &E) -> Result<(), CallError> {
        let amount = match done {
            Done::Ended(loaded) => loaded.amount,
            Done::Failed => 0,
        };
        ctx.call(TakeBack { consumer: request.consumer, amount }).await
    }
}

#[test]
fn s19_a_compensation_is_told_what_the_step_has_done() {
    run(async {
        let (desk, live) = world();
        let line = Line::first::<load>();
        let line = line.undone_by::<told>();
        let chain: Chain<Request, World> =
            line.then::<release>().awaiting::<Decided>(Await::default()).end(1);
        let before = chain.start(REQUEST).expect("it reads back");
        let Ok(Next(after)) = chain.advance(&before, &live).await else { panic!("it goes on") };
        chain.undo(&before, None, &live).await.expect("it failed inside, as far as this knows");
        assert_eq!(desk.balance(1), 5);
        // What cannot have come of the step is refused: its own state, another's, a rehearsal's.
        for wrong in [&before, &after.clone().rehearsed()] {
            let error = chain.undo(&before, Some(wrong), &live).await.expect_err("it did not end there");
            assert!(error.is_refused(), "{error}");
        }
        chain.undo(&before, Some(&after), &live).await.expect("it ended");
        assert_eq!(desk.balance(1), 0);
    });
}

#[test]
fn s67_an_error_says_what_is_to_be_done() {
    run(async {
        let chain = payout::<Mocked>();
        for (error, verdict) in [
            (CallError::dropped::<LoadAccount>(), Verdict::Again),
            (CallError::late::<LoadAccount>(), Verdict::Again),
        ] {
            let ctx = Mocked::new().failing(error);
            let stop = chain.run(chain.start(REQUEST).expect("it reads back"), &ctx).await;
            assert_eq!(stop.error().expect("it fails").verdict(), verdict);
        }
        let ctx = Mocked::new().on(|LoadAccount { .. }| Err(TooMuch));
        let stop = chain.run(chain.start(REQUEST).expect("it reads back"), &ctx).await;
        assert_eq!(stop.error().expect("it fails").verdict(), Verdict::Fail);
        // Boxed, it says what the call says that it comes from.
        let boxed = |error: CallError| -> Box<dyn std::error::Error + Send + Sync> { error.into() };
        assert_eq!(boxed(CallError::late::<LoadAccount>()).verdict(), Verdict::Again);
        let own: Box<dyn std::error::Error + Send + Sync> = "no".into();
        assert_eq!(own.verdict(), Verdict::Fail);
        // What no step said, a person has to look at.
        let error = chain
            .check(&state(&text(&chain.start(REQUEST).expect("it reads back")).replace("Request", "Other")));
        assert_eq!(error.expect_err("another type").verdict(), Verdict::Park);
    });
}

#[test]
fn a_state_of_elsewhere_is_refused_and_nothing_runs() {
    run(async {
        let chain = payout::<Mocked>();
        let nobody = Mocked::new();
        let good = text(&chain.start(REQUEST).expect("it reads back"));
        for (from, to, told) in [
            ("payout", "refund", "`payout` version 2, step `load`: this state is of the process `refund`"),
            ("load", "unload", "`payout` version 2, step `unload`: this version has no such step"),
            (
                "Request",
                "Loaded",
                "`payout` version 2, step `load`: `Loaded` is stored, but `Request` is wanted",
            ),
            ("\"amount\"", "\"sum\"", "`payout` version 2, step `load`: missing field `amount`"),
            (
                "\"amount\":5",
                "\"amount\":\"5\"",
                "`payout` version 2, step `load`: invalid type: string \"5\", expected u64 at `amount`",
            ),
            ("{\"step\":\"load\"}", "\"finished\"", "`payout` version 2: it is finished"),
        ] {
            let bad = state(&good.replace(from, to));
            let errors = [
                chain.check(&bad).expect_err("refused"),
                chain.advance(&bad, &nobody).await.expect_err("refused"),
            ];
            assert_eq!(errors.map(|error| error.to_string()), [told, told]);
        }
        nobody.verify().expect("no call was made");
    });
}

#[test]
fn a_finished_instance_stays_finished() {
    run(async {
        let chain = payout::<Mocked>();
        let good = text(&chain.start(REQUEST).expect("it reads back"));
        let finished = state(&good.replace("{\"step\":\"load\"}", "\"finished\""));
        let stop = chain.run(finished.clone(), &Mocked::new()).await;
        assert!(stop.is_finished());
        assert_eq!(stop.state, finished);
    });
}

#[expect(non_camel_case_types, reason = "a marker bears its function's name")]
struct panicking {}

impl Step for panicking {
    type Input = Request;
    type Output = Request;
    type Error = Infallible;
    const CONTEXT: &'static str = "payments";
    const PROCESS: &'static str = "payout";
    const NAME: &'static str = "panicking";
}

impl<E: Publish<Blocked>> Run<E> for panicking {
    async fn run(_: Request, _: &E) -> Outcome<Request, Infallible> {
        panic!("a mistake in the step");
    }
}

#[test]
fn a_panic_of_a_step_passes_through() {
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime starts");
    let joined = runtime.block_on(async {
        let chain: Chain<Request, World> = Line::first::<panicking>().end(1);
        let state = chain.start(REQUEST).expect("it reads back");
        tokio::spawn(async move { chain.run(state, &world().1).await }).await
    });
    let panic = joined.expect_err("it panics").into_panic();
    assert_eq!(panic.downcast_ref::<&str>(), Some(&"a mistake in the step"));
}

#[test]
#[should_panic(expected = "two steps of `payout` have one name")]
fn a_name_is_one_step() {
    #[expect(non_camel_case_types, reason = "a marker bears its function's name")]
    struct again {}
    impl Step for again {
        type Input = Request;
        type Output = Request;
        type Error = Infallible;
        const CONTEXT: &'static str = "payments";
        const PROCESS: &'static str = "payout";
        const NAME: &'static str = "panicking";
    }
    impl<E: Sync> Run<E> for again {
        async fn run(input: Request, _: &E) -> Outcome<Request, Infallible> {
            Ok(Next(input))
        }
    }
    let _: Chain<Request, World> = Line::first::<again>().then::<panicking>().end(1);
}
