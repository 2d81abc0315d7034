//! By a key an instance is found: by whoever starts it again, and by letters.

use super::super::GRACE;
use super::*;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Visit {
    guest: u32,
    /// Whom the guest calls.
    calls: Option<u32>,
    called: Option<bool>,
}

#[derive(Serialize, Deserialize)]
struct Rung {
    guest: u32,
    called: bool,
}

message!(Rung "hotel" "guest.rung" Some("guest"), TopicTerms {
    subscribers: &["hotel"],
    ack: Some(AckTerms { within: HOUR, by: &[], to: None }),
});

macro_rules! step {
    ($name:ident, $run:expr) => {
        #[expect(non_camel_case_types, reason = "a marker bears its function's name")]
        struct $name {}

        impl Step for $name {
            type Input = Visit;
            type Output = Visit;
            type Error = No;
            const CONTEXT: &'static str = "hotel";
            const PROCESS: &'static str = "visit";
            const NAME: &'static str = stringify!($name);
        }

        impl<E: stateline::Stage> Run<E> for $name {
            async fn run(visit: Visit, ctx: &E) -> Outcome<Visit, No> {
                $run(visit, ctx).await
            }
        }
    };
}

async fn ringing(visit: Visit, ctx: &impl Publish<Rung>) -> Outcome<Visit, No> {
    if let Some(guest) = visit.calls {
        ctx.publish(Rung { guest, called: true }).await?;
    }
    Ok(Next(visit))
}

async fn sleeping(visit: Visit, _: &impl Sync) -> Outcome<Visit, No> {
    Ok(if visit.called.is_some() { Next(visit) } else { Wait })
}

step!(ring, ringing);
step!(sleep, sleeping);

fn visit() -> Chain<Visit, Durable<()>> {
    let line = Line::first::<ring>().then::<sleep>();
    line.awaiting::<Rung>(Await { fills: &["called"], ..Await::default() }).end(1).keyed("guest")
}

fn of(guest: u32, calls: Option<u32>) -> Visit {
    Visit { guest, calls, called: None }
}

#[test]
fn s64_the_same_key_is_the_same_instance_and_another_input_is_refused_by_name() {
    run(async {
        let store = Memory::new();
        for again in [false, true] {
            let runner = Runner::new(store.clone()).serve(visit(), ());
            let runner = runner.begin().await.expect("nothing else has the store");
            let id = runner.start("visit", of(1, None)).await.expect("it starts");
            let twice = tokio::join!(runner.start("visit", of(1, None)), runner.start("visit", of(1, None)));
            assert_eq!((twice.0.expect("it is known"), twice.1.expect("it is known")), (id, id));
            let other = runner.start("visit", of(1, Some(2))).await.expect_err("it is another");
            let what = "`visit` has an instance with the key 1 already, which was started with another input: \
                        `calls` differs";
            assert_eq!(other.to_string(), what, "after a restart: {again}");
            assert_eq!(duties(&store, "visit").await.len(), 1);
            runner.stop(GRACE).await.expect("it stops");
        }
    });
}

#[cfg(feature = "testing")]
#[test]
fn s64_a_letter_finds_its_instance_by_key_waits_for_one_and_alerts_if_none_comes() {
    use stateline::runner::Status;
    use stateline::testing::Bench;

    // A bench stays on its thread.
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build();
    runtime.expect("a runtime starts").block_on(async {
        let mut bench = Bench::new(visit, ());
        // It is there: it has the letter at once. It is not: the letter waits for it.
        let one = bench.start(of(1, None)).await;
        let two = bench.start(of(2, Some(1))).await;
        assert_eq!((bench.status(one).await, bench.status(two).await), (Status::Done, Status::Waiting));
        bench.start(of(3, Some(4))).await;
        let store = bench.store().clone();
        let stands = async || {
            let rows = duties(&store, "hotel/guest.rung").await;
            rows.iter().filter_map(Row::duty_state).collect::<Vec<_>>()
        };
        bench.pass(HOUR / 2).await;
        assert_eq!(stands().await, [Done, Open]);
        let four = bench.start(of(4, Some(5))).await;
        assert_eq!((bench.status(four).await, stands().await), (Status::Done, vec![Done, Done, Open]));
        // Nobody comes to the third.
        assert_eq!(bench.alerts(), Vec::<String>::new());
        bench.pass(2 * HOUR).await;
        assert_eq!(stands().await, [Done, Done, Quarantined]);
        let alerts = bench.alerts();
        assert!(alerts[0].contains("has not acknowledged letter"), "{alerts:?}");
        let dead = duties(&store, "hotel/guest.rung").await.pop().expect("it is there");
        assert_eq!(dead.standing.reason.as_deref(), Some("no `visit` has the key 5"));
    });
}

#[test]
fn s4_a_letter_that_nobody_has_come_for_can_be_cancelled_after_a_restart() {
    run(async {
        let store = Memory::new();
        let begin = async || {
            let runner = Runner::new(store.clone()).serve(visit(), ());
            runner.begin().await.expect("nothing else has the store")
        };
        let runner = begin().await;
        runner.start("visit", of(3, Some(4))).await.expect("it starts");
        let letter = until(&store, "hotel/guest.rung", &[Open]).await[0].id;
        runner.stop(GRACE).await.expect("it stops");
        let runner = begin().await;
        let cancel = Verb::Cancel(Target::Instance(letter));
        runner.command("Ada", "nobody comes", cancel).await.expect("nothing has run for it");
        until(&store, "hotel/guest.rung", &[Nacked]).await;
        runner.stop(GRACE).await.expect("it stops");
        whole(&store).await;
    });
}
