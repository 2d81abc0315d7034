//! The spans and metrics of a run: a step that calls, fails once and publishes, a handler of its letter, and a step
//! that is parked.

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
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing_subscriber::layer::{Context, Layer, SubscriberExt};
use tracing_subscriber::registry::LookupSpan;

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

/// Whether the first payment has failed once.
static FAILED: AtomicBool = AtomicBool::new(false);

impl<E: Calls<Pay> + Publish<Paid>> Run<E> for pay {
    async fn run(number: u64, ctx: &E) -> Outcome<u64, CallError> {
        match ctx.call(Pay { number }).await? {
            // What it called is on record, and is not called by the second attempt.
            Ok(()) if !FAILED.swap(true, Ordering::Relaxed) => return Err(CallError::dropped::<Pay>()),
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

/// Collects spans.
#[derive(Clone, Default)]
struct Spans(Arc<Mutex<BTreeMap<u64, Seen>>>);

impl Visit for Seen {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        self.fields.insert(field.name().to_owned(), format!("{value:?}"));
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        self.fields.insert(field.name().to_owned(), value.to_owned());
    }
}

/// The number of a span, which stays its own: that of the registry is given again once a span is closed.
struct Number(u64);

impl<S: tracing::Subscriber + for<'a> LookupSpan<'a>> Layer<S> for Spans {
    fn on_new_span(&self, attributes: &Attributes<'_>, id: &Id, spans: Context<'_, S>) {
        let span = spans.span(id).expect("it is new");
        let inside = span.parent().and_then(|it| it.extensions().get::<Number>().map(|number| number.0));
        let mut seen = Seen { name: attributes.metadata().name().to_owned(), inside, ..Seen::default() };
        attributes.record(&mut seen);
        let mut all = self.0.lock().expect("nobody panics");
        let number = all.len() as u64;
        all.insert(number, seen);
        span.extensions_mut().insert(Number(number));
    }

    fn on_record(&self, id: &Id, values: &Record<'_>, spans: Context<'_, S>) {
        let span = spans.span(id).expect("it is open");
        let number = span.extensions().get::<Number>().expect("each has one").0;
        values.record(self.0.lock().expect("nobody panics").get_mut(&number).expect("it is there"));
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

/// In a process of its own: who collects spans does so for a thread or for the process, and whether anybody does is
/// remembered for the process, by whichever thread comes first.
#[test]
fn a_run_is_told_in_spans_and_metrics() {
    let output = super::child("telemetry").env("STATELINE_OBSERVED", "1").output().expect("it starts");
    let told = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{told}{}", String::from_utf8_lossy(&output.stderr));
    assert!(told.contains("1 passed"), "{told}");
}

/// Not a test of its own: what the test above starts as a process.
#[test]
fn child() {
    if std::env::var_os("STATELINE_OBSERVED").is_none() {
        return;
    }
    let (spans, metrics) = (Spans::default(), Metrics::default());
    let registry = tracing_subscriber::registry().with(spans.clone());
    tracing::subscriber::set_global_default(registry).expect("nobody else collects");
    let told_metrics = metrics.clone();
    metrics::set_global_recorder(metrics.clone()).expect("nobody else collects");
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

    let all = spans.0.lock().expect("nobody panics").clone();
    let mut runs: Vec<String> =
        all.values().filter(|it| it.name != "commit").map(|it| told(&all, it)).collect();
    runs.sort();
    let step = |outcome: &str, attempt: u32| {
        format!(
            "otel.name=run payment/pay{} stateline.instance.id stateline.outcome={outcome} \
             stateline.process.name=payment stateline.process.version=3 stateline.rehearsal=false \
             stateline.step.attempt={attempt} stateline.step.name=pay stateline.step.undoes=false",
            if outcome == "next" { "" } else { " otel.status_code=ERROR" },
        )
    };
    let call = "stateline.call.key stateline.operation.effect=write stateline.operation.name=till::pay";
    let expected = [
        format!("call < step error.type=declined otel.name=till::pay otel.status_code=ERROR {call}"),
        format!("call < step otel.name=till::pay {call}"),
        "process < messaging.consumer.group.name=office messaging.destination.name=payment.made \
         messaging.message.id messaging.operation.name=process messaging.operation.type=process \
         messaging.system=stateline otel.kind=consumer otel.name=process payment.made stateline.instance.id \
         stateline.outcome=next stateline.rehearsal=false stateline.step.attempt=1"
            .to_owned(),
        format!("step < error.type=again {}", step("again", 1)),
        format!("step < error.type=panic {}", step("panic", 1)),
        format!("step < {}", step("next", 2)),
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
        "stateline.step.duration stateline.outcome=again stateline.process.name=payment \
         stateline.process.version=3 stateline.step.name=pay: 1",
        "stateline.step.duration stateline.outcome=next stateline.process.name=payment \
         stateline.process.version=3 stateline.step.name=pay: 1",
        "stateline.step.duration stateline.outcome=panic stateline.process.name=payment \
         stateline.process.version=3 stateline.step.name=pay: 1",
    ] {
        assert!(counted.iter().any(|told| told == expected), "{expected} is not in {counted:#?}");
    }
}
