//! Whoever subscribes is told.

use crate::runner::driver::{Alert, Committing};
use crate::runner::durable::Called;
use crate::runner::event::{Asked, Begin, Outcome};
use crate::runner::process::StepFuture;
use crate::store::{Commit, Duty, InstanceId, StoreErrorKind};
use crate::{CallError, Effect, Posted, Verdict};
use foldhash::HashMap;
use metrics::{Label, Unit, counter, describe_counter, describe_gauge, describe_histogram, gauge, histogram};
use std::sync::Once;
use std::time::Instant;
use tracing::{Instrument, Span, info_span, warn};

const TARGET: &str = "stateline";

/// A step or a handler that runs.
pub(in crate::runner) fn step(begin: &Begin) -> impl FnOnce(StepFuture) -> StepFuture + use<> {
    let span = match &begin.duty {
        Some(duty) => handled(begin, duty),
        None => run(begin),
    };
    let watched = Watched { span: span.clone(), labels: labels(begin), begun: Instant::now(), ended: None };
    gauge!("stateline.step.active").increment(1);
    move |step| {
        let watched = async move {
            let mut watched = watched;
            let outcome = step.await;
            watched.ended = Some(word(&outcome));
            if let Outcome::Next(_, letters) | Outcome::HandedOn(_, letters) = &outcome {
                letters.iter().for_each(sent);
            }
            outcome
        };
        Box::pin(watched.instrument(span))
    }
}

fn run(begin: &Begin) -> Span {
    let (state, step) = (&begin.state, begin.state.step().unwrap_or_default());
    let does = if begin.undoes.is_some() { "undo" } else { "run" };
    info_span!(
        target: TARGET,
        "step",
        otel.name = format!("{does} {}/{step}", state.process()),
        otel.status_code = tracing::field::Empty,
        error.type = tracing::field::Empty,
        stateline.instance.id = %begin.run.instance,
        stateline.process.name = state.process(),
        stateline.process.version = state.version(),
        stateline.step.name = step,
        stateline.step.attempt = begin.attempt,
        stateline.step.undoes = begin.undoes.is_some(),
        stateline.rehearsal = state.is_rehearsal(),
        stateline.outcome = tracing::field::Empty,
    )
}

fn handled(begin: &Begin, duty: &Duty) -> Span {
    let (state, topic) = (&begin.state, duty.letter.topic());
    info_span!(
        target: TARGET,
        "process",
        otel.name = format!("process {topic}"),
        otel.kind = "consumer",
        otel.status_code = tracing::field::Empty,
        error.type = tracing::field::Empty,
        messaging.system = "stateline",
        messaging.operation.name = "process",
        messaging.operation.type = "process",
        messaging.destination.name = topic,
        messaging.consumer.group.name = Duty::context_of(state.process()),
        messaging.message.id = %duty.letter.id(),
        stateline.instance.id = %begin.run.instance,
        stateline.step.attempt = begin.attempt,
        stateline.rehearsal = state.is_rehearsal(),
        stateline.outcome = tracing::field::Empty,
    )
}

/// Under what the duration of a step is counted, and by which name.
fn labels(begin: &Begin) -> (&'static str, Vec<Label>) {
    let state = &begin.state;
    match &begin.duty {
        Some(duty) => (
            "messaging.process.duration",
            vec![
                Label::new("messaging.system", "stateline"),
                Label::new("messaging.operation.name", "process"),
                Label::new("messaging.destination.name", duty.letter.topic().to_owned()),
                Label::new("messaging.consumer.group.name", Duty::context_of(state.process()).to_owned()),
            ],
        ),
        None => (
            "stateline.step.duration",
            vec![
                Label::new("stateline.process.name", state.process().to_owned()),
                Label::new("stateline.process.version", state.version().to_string()),
                Label::new("stateline.step.name", state.step().unwrap_or_default().to_owned()),
            ],
        ),
    }
}

/// How a step ended.
fn word(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::Next(..) => "next",
        Outcome::HandedOn(..) => "handed-on",
        Outcome::Wait(_) => "wait",
        Outcome::Failed(Verdict::Again, _) => "again",
        Outcome::Failed(Verdict::Fail, _) => "fail",
        Outcome::Failed(Verdict::Park, _) => "park",
    }
}

/// A step on its way, whose end is told even if nobody waits for it any more.
struct Watched {
    span: Span,
    labels: (&'static str, Vec<Label>),
    begun: Instant,
    ended: Option<&'static str>,
}

impl Drop for Watched {
    fn drop(&mut self) {
        let lost = if std::thread::panicking() { "panic" } else { "dropped" };
        let outcome = self.ended.unwrap_or(lost);
        self.span.record("stateline.outcome", outcome);
        let failed = !matches!(outcome, "next" | "handed-on" | "wait");
        if failed {
            fails(&self.span, outcome);
        }
        let (name, mut labels) = (self.labels.0, std::mem::take(&mut self.labels.1));
        match name == "messaging.process.duration" {
            false => labels.push(Label::new("stateline.outcome", outcome)),
            true if failed => labels.push(Label::new("error.type", outcome)),
            true => {}
        }
        histogram!(name, labels).record(self.begun.elapsed());
        gauge!("stateline.step.active").decrement(1);
    }
}

fn fails(span: &Span, why: &'static str) {
    span.record("error.type", why);
    span.record("otel.status_code", "ERROR");
}

/// A letter was published.
fn sent(posted: &Posted) {
    let topic = posted.letter.topic().to_owned();
    let labels = [
        Label::new("messaging.system", "stateline"),
        Label::new("messaging.operation.name", "publish"),
        Label::new("messaging.destination.name", topic),
    ];
    counter!("messaging.client.sent.messages", labels.to_vec()).increment(1);
}

/// An operation that is carried out: inside of the span of whoever asks for it. One that is answered from the record
/// is not carried out, and has none.
pub(in crate::runner) fn call(asked: &Asked, call: Called) -> Called {
    let effect = match asked.effect {
        Effect::Read => "read",
        Effect::Write => "write",
        Effect::Irreversible => "irreversible",
    };
    let (asks, operation, key) = (Span::current(), asked.operation.clone(), asked.key);
    let carried_out = async move {
        let span = info_span!(
            target: TARGET,
            parent: &asks,
            "call",
            otel.name = operation,
            otel.status_code = tracing::field::Empty,
            error.type = tracing::field::Empty,
            stateline.operation.name = operation,
            stateline.operation.effect = effect,
            stateline.call.key = %key,
        );
        let mut labels = vec![
            Label::new("stateline.operation.name", operation),
            Label::new("stateline.operation.effect", effect),
        ];
        let begun = Instant::now();
        let answer = call.instrument(span.clone()).await;
        let error = match &answer {
            Ok(came) => (!came.succeeded).then_some("declined"),
            Err(error) => Some(kind(error)),
        };
        if let Some(error) = error {
            fails(&span, error);
            labels.push(Label::new("error.type", error));
        }
        histogram!("stateline.call.duration", labels).record(begun.elapsed());
        answer
    };
    Box::pin(carried_out)
}

fn kind(error: &CallError) -> &'static str {
    match error {
        error if error.is_dropped() => "dropped",
        error if error.is_late() => "late",
        error if error.is_corrupt() => "corrupt",
        _ => "unexpected",
    }
}

/// Lines that are written.
pub(in crate::runner) fn commit(commit: &Commit) -> impl FnOnce(Committing) -> Committing + use<> {
    let span = info_span!(
        target: TARGET,
        "commit",
        otel.status_code = tracing::field::Empty,
        error.type = tracing::field::Empty,
        stateline.commit.lane = commit.lane.0,
        stateline.commit.n = commit.n,
        stateline.commit.lines = commit.lines.len(),
    );
    let (counts, begun) = (counts(commit), Instant::now());
    let inside = span.clone();
    move |written| {
        let written = async move {
            let answer = written.await;
            let error = answer.as_ref().err().map(|error| failed(error.kind()));
            match error {
                None => counts.into_iter().for_each(written_lines),
                Some(error) => fails(&inside, error),
            }
            let labels: Vec<_> = error.map(|error| Label::new("error.type", error)).into_iter().collect();
            histogram!("stateline.commit.duration", labels).record(begun.elapsed());
            answer
        };
        Box::pin(written.instrument(span))
    }
}

/// Lines of a process and a kind were written.
fn written_lines((process, kind, number): (String, &'static str, u64)) {
    let labels = vec![Label::new("stateline.process.name", process), Label::new("stateline.line.kind", kind)];
    counter!("stateline.lines", labels).increment(number);
}

/// How many lines of each kind a commit has, by process; what is about no instance has none.
fn counts(commit: &Commit) -> Vec<(String, &'static str, u64)> {
    let rows = commit.rows.iter().map(|change| (change.row.id, change.row.state.process()));
    let processes: HashMap<InstanceId, &str> = rows.collect();
    let mut counts: HashMap<(&str, &'static str), u64> = HashMap::default();
    for line in &commit.lines {
        let process = line.about.as_ref().and_then(|about| processes.get(&about.instance));
        *counts.entry((process.copied().unwrap_or_default(), line.kind.name())).or_default() += 1;
    }
    counts.into_iter().map(|((process, kind), number)| (process.to_owned(), kind, number)).collect()
}

fn failed(kind: StoreErrorKind) -> &'static str {
    match kind {
        StoreErrorKind::FenceLost => "fence-lost",
        StoreErrorKind::Owned => "owned",
        StoreErrorKind::Gap => "gap",
        StoreErrorKind::Conflict => "conflict",
        StoreErrorKind::Refused => "refused",
        StoreErrorKind::Unknown => "unknown",
        StoreErrorKind::Full => "full",
        StoreErrorKind::Busy => "busy",
        StoreErrorKind::Damaged => "damaged",
        StoreErrorKind::Unusable => "unusable",
        _ => "failed",
    }
}

/// Counts alerts, and says beforehand what is counted and in which unit.
pub(in crate::runner) fn alerting(alert: Alert) -> Alert {
    static DESCRIBED: Once = Once::new();
    DESCRIBED.call_once(describe);
    Box::new(move |what| {
        counter!("stateline.alerts").increment(1);
        warn!(target: TARGET, "{what}");
        alert(what);
    })
}

fn describe() {
    let seconds = Unit::Seconds;
    describe_histogram!("stateline.step.duration", seconds, "how long a step ran");
    describe_histogram!("messaging.process.duration", seconds, "how long a letter was handled");
    describe_histogram!("stateline.call.duration", seconds, "how long an operation took");
    describe_histogram!("stateline.commit.duration", seconds, "how long it took to write");
    describe_gauge!("stateline.step.active", Unit::Count, "steps and handlers that run now");
    describe_counter!("messaging.client.sent.messages", Unit::Count, "letters that were published");
    describe_counter!("stateline.lines", Unit::Count, "lines of the log that were written");
    describe_counter!("stateline.alerts", Unit::Count, "how often somebody was alerted");
}
