//! A process that goes after letters which nobody has acknowledged in time: it starts on `stateline.overdue` and awaits
//! `stateline.acked`.

use super::*;
use std::sync::atomic::AtomicBool;

/// What is published, and who is to get it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Called {
    number: u32,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Noted {
    number: u32,
}

const OFFICE_IS_TOLD: Option<AckTerms> =
    Some(AckTerms { within: Duration::from_millis(100), by: &[], to: Some("office") });

message!(Called "tower" "tower.called" None, TopicTerms { subscribers: &["east", "west"], ack: OFFICE_IS_TOLD });
message!(Noted "tower" "tower.noted" None, TopicTerms {
    subscribers: &["east"],
    ack: Some(AckTerms { within: HOUR, by: &[], to: Some("office") }),
});

async fn hears(_: Called, _: &impl Sync) {}
async fn notes(_: Noted, _: &impl Sync) {}

handler!(East "east" Called, hears);
handler!(West "west" Called, hears);
handler!(Notes "east" Noted, notes);

/// Somebody is after a letter, until it is acknowledged.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Chased {
    duty: stateline::Id,
    context: String,
    late: Option<bool>,
}

macro_rules! step {
    ($name:ident of $process:literal in $context:literal: $input:ty => $output:ty, $run:expr) => {
        #[expect(non_camel_case_types, reason = "a marker bears its function's name")]
        struct $name {}

        impl Step for $name {
            type Input = $input;
            type Output = $output;
            type Error = No;
            const CONTEXT: &'static str = $context;
            const PROCESS: &'static str = $process;
            const NAME: &'static str = stringify!($name);
        }

        impl<E: stateline::Stage> Run<E> for $name {
            async fn run(input: $input, ctx: &E) -> Outcome<$output, No> {
                $run(input, ctx).await
            }
        }
    };
}

async fn calling(called: Called, ctx: &(impl Publish<Called> + Publish<Noted>)) -> Outcome<Called, No> {
    ctx.publish(Noted { number: called.number }).await?;
    ctx.publish(called.clone()).await?;
    Ok(Next(called))
}

async fn asking(overdue: Overdue, _: &impl Sync) -> Outcome<Chased, No> {
    Ok(Next(Chased { duty: overdue.duty, context: overdue.context, late: None }))
}

async fn waiting(chased: Chased, _: &impl Sync) -> Outcome<Chased, No> {
    Ok(if chased.late.is_some() { Next(chased) } else { Wait })
}

step!(call of "call" in "tower": Called => Called, calling);
step!(ask of "chase" in "office": Overdue => Chased, asking);
step!(wait of "chase" in "office": Chased => Chased, waiting);

fn chase() -> Chain<Overdue, Durable<Desk>> {
    let line = Line::first::<ask>().then::<wait>();
    let line = line.awaiting::<Acked>(Await { fills: &["late"], ..Await::default() });
    line.end(1).keyed("duty").started_by::<Overdue>()
}

static REFUSES: AtomicBool = AtomicBool::new(true);

async fn heeds(_: Overdue, _: &impl Sync) -> Result<(), No> {
    if REFUSES.load(Ordering::Relaxed) { Err(No(Verdict::Park)) } else { Ok(()) }
}

async fn files(_: Acked, _: &impl Sync) {}

handler!(Heeds "office" Overdue, heeds);
handler!(Files "office" Acked, files);

#[test]
fn an_ack_waits_behind_a_notice_that_is_quarantined_and_nobody_is_told_twice() {
    run(async {
        let (store, alerts) = (Memory::new(), Arc::new(Mutex::new(Vec::new())));
        let begin = |east_is_there: bool| {
            let (store, alerts, desk) = (store.clone(), alerts.clone(), Arc::new(Desk::default()));
            async move {
                let call: Chain<Called, Durable<Desk>> = Line::first::<call>().end(1);
                let runner = Runner::new(store).serve(call, desk.clone()).receive::<Notes, _>(desk.clone());
                let runner = runner.receive::<Heeds, _>(desk.clone()).receive::<Files, _>(desk.clone());
                let runner = match east_is_there {
                    true => runner.receive::<East, _>(desk.clone()).receive::<West, _>(desk),
                    false => runner,
                };
                let tell = move |what: &str| alerts.lock().expect("nobody panics").push(what.to_owned());
                runner.alerting(tell).begin().await.expect("nothing else has the store")
            }
        };
        let runner = begin(false).await;
        runner.start("call", Called { number: 2 }).await.expect("it starts");
        let notices = until(&store, "office/stateline.overdue", &[Quarantined, Quarantined]).await;
        runner.stop(GRACE).await.expect("it stops");
        // Both letters are acknowledged, late; the acks stand behind the notices, across restarts.
        begin(true).await.stop(GRACE).await.expect("it stops");
        let runner = begin(true).await;
        for course in ["east/tower.called", "west/tower.called"] {
            until(&store, course, &[Done]).await;
        }
        tokio::time::sleep(Duration::from_millis(300)).await;
        until(&store, "office/stateline.acked", &[Done, Open, Open]).await;
        // A person decides about each notice: one is tried again, the other is given up. The acks follow.
        REFUSES.store(false, Ordering::Relaxed);
        let decides = [Verb::Release, Verb::Cancel];
        for (notice, verb) in notices.iter().zip(decides) {
            let verb = verb(Target::Instance(notice.id));
            runner.command("Ada", "the handler is mended", verb).await.expect("it may");
        }
        until(&store, "office/stateline.overdue", &[Done, Nacked]).await;
        until(&store, "office/stateline.acked", &[Done, Done, Done]).await;
        // Of each letter that was late, somebody was alerted once.
        assert_eq!(alerts.lock().expect("nobody panics").len(), 2);
        runner.stop(GRACE).await.expect("it stops");
        whole(&store).await;
    });
}

/// All who are there: those in the east and the west are away at times.
async fn begin(store: &Memory, are_there: bool) -> Running<Memory> {
    let desk = Arc::new(Desk::default());
    let call: Chain<Called, Durable<Desk>> = Line::first::<call>().end(1);
    let runner = Runner::new(store.clone()).serve(chase(), desk.clone()).serve(call, desk.clone());
    let runner = runner.receive::<Notes, _>(desk.clone());
    let runner = match are_there {
        true => runner.receive::<East, _>(desk.clone()).receive::<West, _>(desk),
        false => runner,
    };
    runner.begin().await.expect("nothing else has the store")
}

#[test]
fn a_process_goes_after_late_letters_each_context_apart_and_acks_in_time_keep_nobody_waiting() {
    run(async {
        let store = Memory::new();
        let runner = begin(&store, false).await;
        runner.start("call", Called { number: 1 }).await.expect("it starts");
        // One letter, which two contexts are late with: each is gone after by itself.
        until(&store, "office/stateline.overdue", &[Done, Done]).await;
        // The ack that came in time is nobody's to wait for.
        until(&store, "office/stateline.acked", &[Done]).await;
        runner.stop(GRACE).await.expect("it stops");
        let runner = begin(&store, true).await;
        until(&store, "office/stateline.acked", &[Done, Done, Done]).await;
        let mut contexts = Vec::new();
        for row in duties(&store, "chase").await {
            let state = runner.ended(row.id).await.expect("it ends");
            let chased = state.read::<Chased>().expect("it is that");
            // Its key is the id of the duty that it is about, whose story anybody can read.
            let about = chased.duty.to_string().parse().expect("it is an id");
            let about = store.row(about).await.expect("memory is read").expect("it is there");
            assert_eq!((about.duty_state(), about.standing.overdue), (Some(Done), true));
            assert_eq!(chased.late, Some(true));
            contexts.push(chased.context);
        }
        contexts.sort();
        assert_eq!(contexts, ["east", "west"]);
        runner.stop(GRACE).await.expect("it stops");
        whole(&store).await;
    });
}
