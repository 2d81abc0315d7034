//! The spans and metrics of a run: a step that calls and publishes, a handler of its letter, and one that is parked.

use super::{GRACE, run};
use metrics::{Counter, Gauge, Histogram, HistogramFn, Key, KeyName, Metadata, SharedString, Unit};
use stateline::message::TopicTerms;
use stateline::operation::Declared;
use stateline::runner::{Durable, Runner};
use stateline::store::Memory;
use stateline::{
    Ack, Call, CallError, Calls, Chain, Effect, Handle, Has, Hear, Line, Message, Nack, Next, Operation,
    Outcome, Publish, Receive, Run, Step,
};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};

#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
struct Paid {
    number: u64,
}

impl Message for Paid {
    const CONTEXT: &'static str = "payments";
    const TOPIC: &'static str = "payment.made";
    const TERMS: TopicTerms = TopicTerms { subscribers: &["office"], ack: None };
}

struct Till;

impl Has<Till> for Till {
    fn get(&self) -> &Till {
        self
    }
}

#[derive(serde::Serialize, serde::Deserialize)]
struct Pay {
    number: u64,
}

impl Operation for Pay {
    type Output = Result<(), String>;
    const CONTEXT: &'static str = "till";
    const NAME: &'static str = "pay";
    const EFFECT: Effect = Effect::Write;
    const EXTERNAL: bool = false;
}

impl<E: Has<Till> + Sync> Handle<E> for Pay {
    async fn handle(self, _: &E, _: &Call) -> Result<(), String> {
        match self.number {
            1 => Ok(()),
            _ => Err("the till is closed".into()),
        }
    }
}

#[expect(non_camel_case_types, reason = "a marker bears its function's name")]
struct pay {}

impl Step for pay {
    type Input = u64;
    type Output = u64;
    type Error = CallError;
    const CONTEXT: &'static str = "payments";
    const PROCESS: &'static str = "payment";
    const NAME: &'static str = "pay";
    const CALLS: Option<&'static [Declared]> = None;
}

impl<E: Calls<Pay> + Publish<Paid>> Run<E> for pay {
    async fn run(number: u64, ctx: &E) -> Outcome<u64, CallError> {
        match ctx.call(Pay { number }).await? {
            Ok(()) => ctx.publish(Paid { number }).await?,
            Err(why) => panic!("{why}"),
        }
        Ok(Next(number))
    }
}

fn payment() -> Chain<u64, Durable<Till>> {
    Line::first::<pay>().end(3)
}

struct Booked;

impl Receive for Booked {
    type Message = Paid;
    const CONTEXT: &'static str = "office";
    const NAME: &'static str = "booked";
}

impl<E: stateline::Stage> Hear<E> for Booked {
    async fn hear(_: Paid, _: &E) -> Result<Ack, Nack> {
        Ok(Ack::Done)
    }
}

/// A span: its name, the one that it is in, and its fields.
#[derive(Clone, Default, Debug)]
struct Seen {
    name: String,
    inside: Option<u64>,
    fields: BTreeMap<String, String>,
}

/// Collects spans, of one thread.
#[derive(Default)]
struct Spans {
    seen: Mutex<BTreeMap<u64, Seen>>,
    entered: Mutex<Vec<u64>>,
}

struct Collects(Arc<Spans>);

impl Visit for Seen {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        self.fields.insert(field.name().to_owned(), format!("{value:?}"));
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        self.fields.insert(field.name().to_owned(), value.to_owned());
    }
}

impl tracing::Subscriber for Collects {
    fn enabled(&self, metadata: &tracing::Metadata<'_>) -> bool {
        metadata.target() == "stateline"
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        let inside = self.0.entered.lock().expect("nobody panics").last().copied();
        let mut seen = Seen { name: span.metadata().name().to_owned(), inside, ..Seen::default() };
        span.record(&mut seen);
        let mut all = self.0.seen.lock().expect("nobody panics");
        let id = all.len() as u64 + 1;
        all.insert(id, seen);
        Id::from_u64(id)
    }

    fn record(&self, span: &Id, values: &Record<'_>) {
        let mut all = self.0.seen.lock().expect("nobody panics");
        values.record(all.get_mut(&span.into_u64()).expect("it is there"));
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, _: &tracing::Event<'_>) {}

    fn enter(&self, span: &Id) {
        self.0.entered.lock().expect("nobody panics").push(span.into_u64());
    }

    fn exit(&self, span: &Id) {
        let mut entered = self.0.entered.lock().expect("nobody panics");
        if let Some(at) = entered.iter().rposition(|it| *it == span.into_u64()) {
            entered.remove(at);
        }
    }
}

/// Collects metrics: by name and labels, what was counted, and how often something was measured.
#[derive(Clone, Default)]
struct Metrics(Arc<Mutex<BTreeMap<String, Arc<AtomicU64>>>>);

struct Times(Arc<AtomicU64>);

impl HistogramFn for Times {
    fn record(&self, seconds: f64) {
        assert!((0.0..60.0).contains(&seconds), "{seconds} are no seconds");
        self.0.fetch_add(1, Ordering::Relaxed);
    }
}

impl Metrics {
    fn of(&self, key: &Key) -> Arc<AtomicU64> {
        let labels: BTreeSet<String> =
            key.labels().map(|it| format!("{}={}", it.key(), it.value())).collect();
        let labels: Vec<String> = labels.into_iter().collect();
        let name = format!("{} {}", key.name(), labels.join(" ")).trim_end().to_owned();
        self.0.lock().expect("nobody panics").entry(name).or_default().clone()
    }

    fn told(&self) -> Vec<String> {
        let all = self.0.lock().expect("nobody panics");
        all.iter().map(|(name, number)| format!("{name}: {}", number.load(Ordering::Relaxed))).collect()
    }
}

impl metrics::Recorder for Metrics {
    fn describe_counter(&self, _: KeyName, _: Option<Unit>, _: SharedString) {}

    fn describe_gauge(&self, _: KeyName, _: Option<Unit>, _: SharedString) {}

    fn describe_histogram(&self, _: KeyName, _: Option<Unit>, _: SharedString) {}

    fn register_counter(&self, key: &Key, _: &Metadata<'_>) -> Counter {
        Counter::from_arc(self.of(key))
    }

    fn register_gauge(&self, key: &Key, _: &Metadata<'_>) -> Gauge {
        Gauge::from_arc(self.of(key))
    }

    fn register_histogram(&self, key: &Key, _: &Metadata<'_>) -> Histogram {
        Histogram::from_arc(Arc::new(Times(self.of(key))))
    }
}

/// A span as text, without what differs from run to run.
fn told(spans: &BTreeMap<u64, Seen>, span: &Seen) -> String {
    let varies = ["stateline.instance.id", "stateline.call.key", "messaging.message.id"];
    let fields = span.fields.iter().map(|(name, value)| match varies.contains(&name.as_str()) {
        true => name.clone(),
        false => format!("{name}={value}"),
    });
    let fields: Vec<String> = fields.collect();
    let inside = span.inside.map_or("", |inside| spans[&inside].name.as_str());
    format!("{} < {inside} {}", span.name, fields.join(" ")).replace("  ", " ")
}

#[test]
fn a_run_is_told_in_spans_and_metrics() {
    let (spans, metrics) = (Arc::new(Spans::default()), Metrics::default());
    let (_spans, told_metrics) = (tracing::subscriber::set_default(Collects(spans.clone())), metrics.clone());
    // They are this thread's, and so is all that the runner does.
    let _metrics = metrics::set_default_local_recorder(&metrics);
    run(async move {
        let runner = Runner::new(Memory::new()).serve(payment(), Arc::new(Till));
        let runner = runner.receive::<Booked, _>(Arc::new(Till)).begin().await.expect("nobody has the store");
        for number in 1..=2 {
            let id = runner.start("payment", number).await.expect("it starts");
            runner.ended(id).await.expect("it ends, or is parked");
        }
        while !told_metrics.told().iter().any(|told| told.starts_with("messaging.process.duration")) {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        runner.stop(GRACE).await.expect("it stops");
    });

    let all = spans.seen.lock().expect("nobody panics").clone();
    let mut runs: Vec<String> =
        all.values().filter(|it| it.name != "commit").map(|it| told(&all, it)).collect();
    runs.sort();
    let step = "stateline.instance.id stateline.outcome=OUTCOME stateline.process.name=payment \
                stateline.process.version=3 stateline.rehearsal=false stateline.step.attempt=1 \
                stateline.step.name=pay stateline.step.undoes=false";
    let call = "stateline.call.key stateline.operation.effect=write stateline.operation.name=till::pay";
    let expected = [
        format!("call < step error.type=declined otel.name=till::pay otel.status_code=ERROR {call}"),
        format!("call < step otel.name=till::pay {call}"),
        "process < messaging.consumer.group.name=office messaging.destination.name=payment.made \
         messaging.message.id messaging.operation.name=process messaging.operation.type=process \
         messaging.system=stateline otel.kind=consumer otel.name=process payment.made stateline.instance.id \
         stateline.outcome=next stateline.rehearsal=false stateline.step.attempt=1"
            .to_owned(),
        format!(
            "step < error.type=panic otel.name=run payment/pay otel.status_code=ERROR {}",
            step.replace("OUTCOME", "panic")
        ),
        format!("step < otel.name=run payment/pay {}", step.replace("OUTCOME", "next")),
    ];
    assert_eq!(runs, expected);
    let commits: Vec<&Seen> = all.values().filter(|it| it.name == "commit").collect();
    let lines: u64 =
        commits.iter().map(|it| it.fields["stateline.commit.lines"].parse::<u64>().expect("a number")).sum();

    let counted = metrics.told();
    let written: u64 = counted
        .iter()
        .filter(|told| told.starts_with("stateline.lines"))
        .map(|told| told.rsplit(' ').next().and_then(|number| number.parse::<u64>().ok()).expect("a number"))
        .sum();
    assert_eq!(written, lines, "{counted:?}");
    for expected in [
        "messaging.client.sent.messages messaging.destination.name=payment.made \
         messaging.operation.name=publish messaging.system=stateline: 1",
        "messaging.process.duration messaging.consumer.group.name=office messaging.destination.name=payment.made \
         messaging.operation.name=process messaging.system=stateline: 1",
        "stateline.call.duration error.type=declined stateline.operation.effect=write \
         stateline.operation.name=till::pay: 1",
        "stateline.call.duration stateline.operation.effect=write stateline.operation.name=till::pay: 1",
        "stateline.lines stateline.line.kind=finished stateline.process.name=payment: 1",
        "stateline.lines stateline.line.kind=finished stateline.process.name=office/payment.made: 1",
        "stateline.lines stateline.line.kind=parked stateline.process.name=payment: 1",
        "stateline.step.active: 0",
        "stateline.step.duration stateline.outcome=next stateline.process.name=payment \
         stateline.process.version=3 stateline.step.name=pay: 1",
        "stateline.step.duration stateline.outcome=panic stateline.process.name=payment \
         stateline.process.version=3 stateline.step.name=pay: 1",
    ] {
        assert!(counted.iter().any(|told| told == expected), "{expected} is not in {counted:#?}");
    }
}
