//! The bench: what is due while time passes happens when it is due.

use serde::{Deserialize, Serialize};
use stateline::message::{AckTerms, TopicTerms};
use stateline::runner::{Durable, Status};
use stateline::store::{LineKind, Position, Store};
use stateline::testing::Bench;
use stateline::{Await, Chain, Ctx, Flow, Line, Message, Next, Outcome, Publish, Run, Stage, Step, Wait};
use std::time::{Duration, SystemTime};

const HOUR: Duration = Duration::from_secs(3_600);
const DAY: Duration = Duration::from_secs(24 * 3_600);

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Parcel {
    /// Before this it is not asked for.
    from: Option<SystemTime>,
    arrived: Option<bool>,
}

#[derive(Serialize, Deserialize)]
struct Shipped {
    parcel: u32,
}

// Nobody on the bench takes it.
impl Message for Shipped {
    const CONTEXT: &'static str = "orders";
    const TOPIC: &'static str = "parcel.shipped";
    const TERMS: TopicTerms = TopicTerms {
        subscribers: &["notifications"],
        ack: Some(AckTerms { within: HOUR, by: &[], to: None }),
    };
}

#[derive(Serialize, Deserialize)]
struct Arrived {
    arrived: Option<bool>,
}

impl Message for Arrived {
    const CONTEXT: &'static str = "carrier";
    const TOPIC: &'static str = "parcel.arrived";
}

macro_rules! step {
    ($name:ident, $run:expr) => {
        #[expect(non_camel_case_types, reason = "a marker bears its function's name")]
        struct $name {}

        impl Step for $name {
            type Input = Parcel;
            type Output = Parcel;
            type Error = stateline::CallError;
            const CONTEXT: &'static str = "orders";
            const PROCESS: &'static str = "parcel";
            const NAME: &'static str = stringify!($name);
        }

        impl<E: Stage> Run<E> for $name {
            async fn run(parcel: Parcel, ctx: &E) -> Outcome<Parcel, stateline::CallError> {
                let run: fn(Parcel, SystemTime) -> Flow<Parcel> = $run;
                if parcel.from.is_none() {
                    ctx.publish(Shipped { parcel: 1 }).await?;
                }
                Ok(run(parcel, ctx.now()))
            }
        }
    };
}

step!(ship, |parcel, now| Next(Parcel { from: Some(now + 3 * DAY), ..parcel }));
step!(rest, |parcel, now| match parcel.from {
    Some(from) if now < from => Flow::until(from),
    _ => Next(parcel),
});
step!(close, |parcel, _| match parcel.arrived {
    None => Wait,
    Some(_) => Next(parcel),
});

fn parcel() -> Chain<Parcel, Durable<()>> {
    let line = Line::first::<ship>().then::<rest>().then::<close>();
    let awaits = Await { fills: &["arrived"], within: Some(14 * DAY), ..Await::default() };
    line.awaiting::<Arrived>(awaits).end(1)
}

#[test]
fn whatever_is_due_while_time_passes_happens_when_it_is_due() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build();
    runtime.expect("a runtime starts").block_on(async {
        let mut bench = Bench::new(parcel, ());
        let begin = bench.now();
        let id = bench.start(Parcel { from: None, arrived: None }).await;
        assert_eq!((bench.status(id).await, bench.alerts().len()), (Status::Waiting, 0));
        bench.pass(30 * DAY).await;
        let lines = bench.store().feed(Position::default(), 100).await.expect("memory is read");
        let hours = |at: stateline::store::Timestamp| at.since(begin).as_secs() / 3_600;
        let told = lines.iter().map(|stored| &stored.line);
        let moves = [LineKind::Overdue, LineKind::Noted, LineKind::Stepped];
        let told = told.filter(|line| moves.contains(&line.kind));
        let told: Vec<_> = told.map(|line| (line.kind, hours(line.at))).collect();
        let expected = [
            (LineKind::Stepped, 0),
            (LineKind::Overdue, 1),
            (LineKind::Stepped, 3 * 24),
            (LineKind::Noted, 17 * 24),
        ];
        assert_eq!(told, expected);
        let [unacked, waits] = &bench.alerts()[..] else { panic!("{:?}", bench.alerts()) };
        assert!(unacked.starts_with("`notifications` has not acknowledged letter "), "{unacked}");
        assert_eq!(*waits, format!("instance {id} waits at `close` for longer than it should"));
        bench.deliver(id, Arrived { arrived: Some(true) }).await.expect("it is awaited");
        assert_eq!(bench.status(id).await, Status::Done);
    });
}
