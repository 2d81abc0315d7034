//! A step whose types are forgotten: from stored data to stored data.

use super::state::Stored;
use super::terms::StepTerms;
use crate::data::{fields, name};
use crate::operation::Declared;
use crate::{Data, DataError, Done, Failure, Flow, Json, Run, Stage, Step, Undo, Verdict};
use std::error::Error;
use std::pin::Pin;

type Running<'a, T> = Pin<Box<dyn Future<Output = Result<T, Fault>> + Send + 'a>>;

pub(super) struct Link<E: ?Sized> {
    pub(super) terms: StepTerms,
    /// The types of what it takes and returns, as they are stored.
    pub(super) types: fn() -> (String, String),
    pub(super) calls: Option<&'static [Declared]>,
    pub(super) run: for<'a> fn(&'a Stored, &'a E) -> Running<'a, Flow<Stored>>,
    /// That the data is what the step takes.
    pub(super) check: fn(&Stored) -> Result<(), DataError>,
    /// Reads what the step takes, with fields of a message that it does not know, and writes it in its own
    /// order.
    pub(super) receive: fn(&Json) -> Result<Json, DataError>,
    /// The fields of what the step takes, if it tells them.
    pub(super) fields: fn() -> Option<&'static [&'static str]>,
    pub(super) undo: Option<Undoing<E>>,
}

pub(super) struct Undoing<E: ?Sized> {
    pub(super) name: &'static str,
    pub(super) calls: Option<&'static [Declared]>,
    /// Takes what the step took, and what it returned, if it ended.
    pub(super) run: for<'a> fn(&'a Stored, Option<&'a Stored>, &'a E) -> Running<'a, ()>,
}

/// Why a step did not get to its end.
pub(super) enum Fault {
    Unreadable(DataError),
    Unwritable(DataError),
    Failed(Verdict, Box<dyn Error + Send + Sync>),
}

impl<E: Stage + ?Sized> Link<E> {
    pub(super) fn of<S: Run<E>>() -> Self {
        Link {
            terms: StepTerms::of(S::NAME),
            types: || (name::<S::Input>().into(), name::<S::Output>().into()),
            calls: S::CALLS,
            run: |data, environment| Box::pin(run::<S, E>(data, environment)),
            check: |data| data.read::<S::Input>().map(drop),
            receive: receive::<S::Input>,
            fields: fields::<S::Input>,
            undo: None,
        }
    }

    pub(super) fn undone_by<S: Step, C: Undo<E, S::Output>>(&mut self) {
        self.terms.undone_by = Some(C::NAME);
        self.undo = Some(Undoing {
            name: C::NAME,
            calls: C::CALLS,
            run: |data, done, environment| Box::pin(undo::<S, C, E>(data, done, environment)),
        });
    }
}

async fn run<S: Run<E>, E: Stage + ?Sized>(data: &Stored, environment: &E) -> Result<Flow<Stored>, Fault> {
    let input = data.read().map_err(Fault::Unreadable)?;
    match S::run(input, environment).await {
        Ok(Flow::Next(output)) => Stored::write(&output).map(Flow::Next).map_err(Fault::Unwritable),
        Ok(Flow::Wait) => Ok(Flow::Wait),
        Ok(Flow::Until(due)) => Ok(Flow::Until(due)),
        Err(error) => Err(failed(error)),
    }
}

async fn undo<S: Step, C: Undo<E, S::Output>, E: Stage + ?Sized>(
    data: &Stored,
    done: Option<&Stored>,
    environment: &E,
) -> Result<(), Fault> {
    let input = data.read().map_err(Fault::Unreadable)?;
    let done = done.map(|done| done.read().map(Done::Ended)).unwrap_or(Ok(Done::Failed));
    C::undo(input, done.map_err(Fault::Unreadable)?, environment).await.map_err(failed)
}

fn failed<F: Failure>(error: F) -> Fault {
    Fault::Failed(error.verdict(), error.into())
}

fn receive<T: Data>(json: &Json) -> Result<Json, DataError> {
    Json::write(&json.received::<T>()?)
}
