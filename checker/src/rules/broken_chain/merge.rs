//! The messages that a step awaits are merged into what is stored for it, field by field.

use crate::finding::Place;
use crate::graph::Graph;
use crate::graph::chain::step_types;
use crate::graph::shape::Shape;
use crate::graph::stored::{StoredField, json_kind, stored_fields, topic_message};
use crate::lock::{Unread, current, has_more, unread};
use crate::rules::Found;
use stateline_rust::DefId;
use stateline_schema::attribute::Attribute;
use stateline_schema::lock::Lock;
use stateline_schema::map::{Await, Version};
use stateline_schema::{Process, Step};
use std::borrow::Cow;
use std::cell::OnceCell;

/// The shapes of all data, as the lock would have them; found out for the first step that awaits something.
pub(super) type Shapes<'g> = OnceCell<Cow<'g, Lock>>;

/// Messages that can never be merged into their step's input: the step cannot wait for them, the input has
/// no field that they could fill, or what they fill is something else in it.
pub(super) fn unfit<'g>(
    (graph, shapes): (&'g Graph<'_>, &Shapes<'g>),
    (process, version): (&Process, &Version),
    step: &Step,
) -> Vec<Found> {
    let Some(function) = graph.step_function(process, step.function()) else { return Vec::new() };
    if graph.mark_on(function, Attribute::Step).is_none() {
        return Vec::new();
    }
    let found = step.awaits.iter().map(|awaited| {
        unfilled(graph, function, step, awaited)
            .or_else(|| misread((graph, shapes), (process, version), step, awaited))
    });
    found.flatten().collect()
}

/// A field of a message whose contents the input cannot read, as far as serde's derives say so.
fn misread<'g>(
    (graph, shapes): (&'g Graph<'_>, &Shapes<'g>),
    (process, version): (&Process, &Version),
    step: &Step,
    awaited: &Await,
) -> Option<Found> {
    let lock =
        shapes.get_or_init(|| current(graph, graph.input.base.or(graph.input.lock).is_some_and(has_more)));
    let Unread { field, what } = unread(lock, (&process.name.value, version.number.value), step, awaited)?;
    let name = &step.name.value;
    let message = format!(
        "the step `{name}` awaits `{}`, but its input cannot read what the message fills: {what}",
        awaited.topic.value
    );
    Some(
        Found::new(message, graph.at_map(awaited.topic.span, format!("resumes `{name}`")))
            .help(format!("give `{field}` the same type in the message and in the input of `{name}`")),
    )
}

fn unfilled(graph: &Graph<'_>, function: DefId, step: &Step, awaited: &Await) -> Option<Found> {
    let name = &step.name.value;
    let types = step_types(graph, function)?;
    let resumed = graph.at_map(awaited.topic.span, format!("resumes `{name}`"));
    if !types.waits {
        let message = format!(
            "the map declares `awaits: {}` for the step `{name}`, but it does not return an `Outcome<…>`",
            awaited.topic.value
        );
        let at = graph.at_def(function, "does not return an `Outcome`");
        return Some(
            Found::new(message, at).place(resumed).help(
                "return an `Outcome<…>`, with `Wait` while the message has not come; or remove `awaits`",
            ),
        );
    }
    let message = topic_message(graph, &awaited.topic.value)?;
    match &types.input {
        Shape::Named(input, _) => Merge { graph, step, awaited, message, input: *input }.unfit(),
        Shape::Primitive(_) => {
            let (what, taken) = (graph.path(message), types.input.told(graph));
            let message = format!(
                "the step `{name}` awaits `{what}`, but takes `{taken}`, which has no field that the message can fill"
            );
            let at = graph.at_def(function, format!("takes {taken}"));
            Some(
                Found::new(message, at).place(resumed).help(format!(
                    "replace `{taken}` by a struct that has a field of `{what}` as an `Option`"
                )),
            )
        }
        _ => None,
    }
}

/// A message that starts a process, and lacks what the first step cannot do without.
pub(super) fn unstartable(graph: &Graph<'_>, process: &Process, version: &Version) -> Option<Found> {
    // Only the current version starts.
    let topic = process.starts_on.as_ref().filter(|_| version == &process.current)?;
    let first = version.steps.first()?;
    let function = graph.step_function(process, first.function())?;
    graph.mark_on(function, Attribute::Step)?;
    let Shape::Named(input, _) = step_types(graph, function)?.input else { return None };
    let message = topic_message(graph, topic)?;
    let (told, taken) = (stored_fields(graph, message)?, stored_fields(graph, input)?);
    let is_told = |field: &StoredField<'_>| {
        told.iter().any(|said| said.name == field.name && (!said.optional || field.optional))
    };
    let lacking = taken.iter().find(|field| !field.optional && !is_told(field))?;
    let (what, whose, field) = (graph.path(message), graph.path(input), lacking.name);
    let is_optional = told.iter().any(|said| said.name == field);
    let (lacks, edit) = match is_optional {
        true => (format!("whose field `{field}` is optional"), "make it required in"),
        false => (format!("which has no field `{field}`"), "add it to"),
    };
    let message = format!(
        "`{}` starts on `{what}`, {lacks}, but its first step takes `{whose}`, which needs it",
        process.name.value
    );
    let place = graph.at_code(lacking.file, lacking.span, format!("`{}` here", lacking.shape.told(graph)));
    Some(
        Found::new(message, place)
            .place(graph.at_map(topic.span, "each of its messages starts an instance"))
            .help(format!("{edit} `{what}`, or make it an `Option` in `{whose}`")),
    )
}

/// A message that is put into what a step takes.
struct Merge<'m, 'g> {
    graph: &'m Graph<'g>,
    step: &'m Step,
    awaited: &'m Await,
    message: DefId,
    input: DefId,
}

impl Merge<'_, '_> {
    fn unfit(&self) -> Option<Found> {
        let Merge { graph, awaited, .. } = *self;
        let (told, stored) = (stored_fields(graph, self.message)?, stored_fields(graph, self.input)?);
        let known = |name: &str| stored.iter().find(|known| known.name == name);
        let named = |name: &str| told.iter().find(|field| field.name == name);
        // Fields that are none are told by `unknown-field`.
        if awaited.fills.iter().any(|said| known(said).is_none() || named(said).is_none()) {
            return None;
        }
        let fills =
            |name: &str| awaited.fills.is_empty() || awaited.fills.iter().any(|said| said.value == name);
        let filled: Vec<(&StoredField<'_>, &StoredField<'_>)> = told
            .iter()
            .filter(|field| fills(field.name))
            .filter_map(|field| Some((field, known(field.name)?)))
            .collect();
        let is_open = |known: &StoredField<'_>| known.optional || json_kind(graph, &known.shape).is_none();
        if !filled.iter().any(|(_, known)| is_open(known)) {
            return Some(self.nothing_open());
        }
        let differs = |(field, known): &(&StoredField<'_>, &StoredField<'_>)| {
            let both = json_kind(graph, &field.shape).zip(json_kind(graph, &known.shape));
            both.is_some_and(|(told, stored)| !told.reads_as(stored))
        };
        let (field, known) = filled.into_iter().find(differs)?;
        Some(self.other(field, known))
    }

    fn resumed(&self) -> Place {
        self.graph.at_map(self.awaited.topic.span, format!("resumes `{}`", self.step.name.value))
    }

    fn nothing_open(&self) -> Found {
        let (what, whose) = (self.graph.path(self.message), self.graph.path(self.input));
        let name = &self.step.name.value;
        let message = format!(
            "the step `{name}` awaits `{what}`, but its input `{whose}` has no field that the message can fill"
        );
        let at = self.graph.at_def(self.input, "has no `Option` with the name of a field of the message");
        Found::new(message, at)
            .place(self.resumed())
            .help(format!("add a field of `{what}` to `{whose}`, as an `Option`"))
    }

    fn other(&self, field: &StoredField<'_>, known: &StoredField<'_>) -> Found {
        let Merge { graph, .. } = *self;
        let (what, whose) = (graph.path(self.message), graph.path(self.input));
        let message = format!(
            "the step `{}` awaits `{what}`, whose field `{}` is `{}`, but in its input `{whose}` it is `{}`",
            self.step.name.value,
            field.name,
            field.shape.told(graph),
            known.shape.told(graph)
        );
        let at = |field: &StoredField<'_>| {
            graph.at_code(field.file, field.span, format!("`{}` here", field.shape.told(graph)))
        };
        Found::new(message, at(field)).place(self.resumed()).place(at(known)).help(format!(
            "give `{}` the same type in both: the message fills the empty field of the stored input",
            field.name
        ))
    }
}
