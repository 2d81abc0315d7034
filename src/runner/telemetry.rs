//! What a runner tells of itself while it runs: spans by `tracing` and metrics by `metrics`, with the feature
//! `telemetry`. Without it nothing of this is compiled. Who collects them is the program's choice.
//!
//! Names are those of [OpenTelemetry's semantic conventions](https://opentelemetry.io/docs/specs/semconv/) where
//! these have one, and begin with `stateline.` where not. `otel.name`, `otel.kind` and `otel.status_code` are read
//! by `tracing-opentelemetry`. Times are in seconds. No span or metric has data of an instance, its key, or the
//! text of an error.
//!
//! # Spans
//!
//! All have the target `stateline` and the level `INFO`. What a step or a handler does is inside of its span.
//!
//! | span | is | fields |
//! |---|---|---|
//! | `step` | a step that runs, or its compensation | `stateline.instance.id`, `stateline.process.name`, `stateline.process.version`, `stateline.step.name`, `stateline.step.attempt`, `stateline.step.undoes`, `stateline.rehearsal`, `stateline.outcome` |
//! | `process` | a letter that is handled | `messaging.system` (`stateline`), `messaging.operation.name` and `.type` (`process`), `messaging.destination.name` (the topic), `messaging.consumer.group.name` (the context), `messaging.message.id`, `stateline.instance.id`, `stateline.step.attempt`, `stateline.rehearsal`, `stateline.outcome` |
//! | `call` | an operation that is carried out for a step | `stateline.operation.name`, `stateline.operation.effect`, `stateline.call.key` |
//! | `commit` | lines that are written, with their rows | `stateline.commit.lane`, `stateline.commit.n`, `stateline.commit.lines` |
//!
//! `stateline.outcome` is `next`, `handed-on`, `wait`, `again`, `fail`, `park`, `panic`, or `dropped` where the
//! runner has stopped waiting. What did not succeed has `error.type` and the status `ERROR`. An alert is an event of
//! the level `WARN`.
//!
//! # Metrics
//!
//! | metric | kind | attributes |
//! |---|---|---|
//! | `stateline.step.duration` | histogram | `stateline.process.name`, `stateline.process.version`, `stateline.step.name`, `stateline.outcome` |
//! | `stateline.step.active` | gauge: steps and handlers that run now | |
//! | `messaging.process.duration` | histogram | `messaging.system`, `messaging.operation.name`, `messaging.destination.name`, `messaging.consumer.group.name`, `error.type` if it failed |
//! | `messaging.client.sent.messages` | counter: letters that steps and handlers have published | `messaging.system`, `messaging.operation.name` (`publish`), `messaging.destination.name` |
//! | `stateline.call.duration` | histogram | `stateline.operation.name`, `stateline.operation.effect`, `error.type` if it failed |
//! | `stateline.commit.duration` | histogram | `error.type` if it failed |
//! | `stateline.lines` | counter: lines that were written | `stateline.process.name` (`CONTEXT/TOPIC` for what is owed to letters), `stateline.line.kind` ([`LineKind`](crate::store::LineKind)) |
//! | `stateline.alerts` | counter | |
//!
//! What becomes of instances and letters is in `stateline.lines`, since each change is a line: `started`,
//! `finished`, `failed`, `parked`, `retried`, and of a letter `finished` (acknowledged), `cancelled` (given up),
//! `parked` (quarantined) and `overdue`.

#[cfg(feature = "telemetry")]
mod observed;
#[cfg(not(feature = "telemetry"))]
mod silent;

#[cfg(feature = "telemetry")]
pub(super) use observed::{alerting, call, commit, step};
#[cfg(not(feature = "telemetry"))]
pub(super) use silent::{alerting, call, commit, step};
