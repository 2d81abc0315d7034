//! Nobody is told.

use crate::runner::driver::{Alert, Committing};
use crate::runner::durable::Called;
use crate::runner::event::{Asked, Begin};
use crate::runner::process::StepFuture;
use crate::store::Commit;

pub(in crate::runner) fn step(_: &Begin) -> impl FnOnce(StepFuture) -> StepFuture + use<> {
    |step| step
}

pub(in crate::runner) fn call(_: &Asked, call: Called) -> Called {
    call
}

pub(in crate::runner) fn commit(_: &Commit) -> impl FnOnce(Committing) -> Committing + use<> {
    |written| written
}

pub(in crate::runner) fn alerting(alert: Alert) -> Alert {
    alert
}
