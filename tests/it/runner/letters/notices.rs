//! A process that goes after letters which nobody has acknowledged in time: it starts on `stateline.overdue` and awaits
//! `stateline.acked`.

use super::*;

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
