//! The messages that a step awaits are merged into what is stored for it, field by field.

use crate::graph::Graph;
use crate::graph::chain::step_types;
use crate::graph::grant::message_types;
use crate::graph::shape::Shape;
use crate::rules::Found;
use stateline_rust::arena::IdxRange;
use stateline_rust::summary::{FileSummary, ItemKind, Shape as Form};
use stateline_rust::{DefId, DefKind, FileId};
use stateline_schema::attribute::Attribute;
use stateline_schema::map::Await;
use stateline_schema::{Process, Step};

/// Messages that can never be merged into their step's input: the step cannot wait for them, the input has
/// no field that they could fill, or what they fill is something else in it.
pub(super) fn unfit(graph: &Graph<'_>, process: &Process, step: &Step) -> Vec<Found> {
    let Some(function) = graph.step_function(process, step.function()) else { return Vec::new() };
    if graph.mark_on(function, Attribute::Step).is_none() {
        return Vec::new();
    }
    step.awaits.iter().filter_map(|awaited| unfilled(graph, function, step, awaited)).collect()
}

fn unfilled(graph: &Graph<'_>, function: DefId, step: &Step, awaited: &Await) -> Option<Found> {
    let name = &step.name.value;
    let types = step_types(graph, function)?;
    let resumed = graph.at_map(awaited.topic.span, format!("{name} is resumed by it"));
    if !types.waits {
        let message = format!("the step {name} awaits `{}`, and cannot wait for it", awaited.topic.value);
        let at = graph.at_def(function, "it always goes on, or fails");
        return Some(Found::new(message, at).place(resumed).help(
            "let it return an `Outcome<…>`, and say `Wait` where the message has not come; or take `awaits` out",
        ));
    }
    let message = message(graph, &awaited.topic.value)?;
    let told = fields(graph, message)?;
    let what = graph.path(message);
    let room = format!("give {name} an input with a field of the message's, as an `Option`");
    let input = match types.input {
        Shape::Named(input, _) => input,
        Shape::Primitive(_) => {
            let taken = types.input.told(graph);
            let message =
                format!("the step {name} awaits {what}, and takes {taken}, which no message can fill");
            let at = graph.at_def(function, format!("takes {taken}"));
            return Some(Found::new(message, at).place(resumed).help(room));
        }
        _ => return None,
    };
    let (whose, stored) = (graph.path(input), fields(graph, input)?);
    let fills = |field: &&Stored<'_>| {
        awaited.fills.is_empty() || awaited.fills.iter().any(|said| said.value == field.name)
    };
    let known = |field: &Stored<'_>| stored.iter().find(|known| known.name == field.name);
    let filled: Vec<(&Stored<'_>, &Stored<'_>)> =
        told.iter().filter(fills).filter_map(|field| Some((field, known(field)?))).collect();
    if !filled.iter().any(|(_, known)| known.optional || json(graph, &known.shape).is_none()) {
        let message =
            format!("the step {name} awaits {what}, and no field of {whose}, which it takes, is open for it");
        let at = graph.at_def(input, "has no `Option` of that name");
        return Some(Found::new(message, at).place(resumed).help(room));
    }
    let (field, known) = filled.into_iter().find(|(field, known)| {
        let both = json(graph, &field.shape).zip(json(graph, &known.shape));
        both.is_some_and(|(told, stored)| told != stored)
    })?;
    let message = format!(
        "the step {name} awaits {what}, whose field `{}` is not what it is in {whose}, which it takes",
        field.name
    );
    let label = |shape: &Shape| format!("`{}` here", shape.told(graph));
    Some(
        Found::new(message, graph.at_code(field.file, field.span, label(&field.shape)))
            .place(resumed)
            .place(graph.at_code(known.file, known.span, label(&known.shape)))
            .help(format!(
                "the message fills what is empty in the stored input: let `{}` be the same in both",
                field.name
            )),
    )
}

/// The type of a topic's messages, where the map leaves no doubt.
pub(in crate::rules) fn message(graph: &Graph<'_>, topic: &str) -> Option<DefId> {
    let map = graph.input.map;
    let said = map.topic(topic)?.message.as_ref()?;
    match message_types(graph.lookup(), map, topic, &said.value)[..] {
        [message] => Some(message),
        _ => None,
    }
}

struct Stored<'g> {
    name: &'g str,
    file: FileId,
    span: (u32, u32),
    /// What is in the `Option`, if it is one.
    shape: Shape,
    optional: bool,
}

/// The fields of a struct that is stored as it is written: no parameters, no `cfg`, and nothing that
/// tells serde otherwise.
fn fields<'g>(graph: &Graph<'g>, id: DefId) -> Option<Vec<Stored<'g>>> {
    let world = graph.world();
    let item = world.item(id)?;
    let ItemKind::Struct { generics, fields, shape: Form::Named } = &item.kind else { return None };
    let file = world.def(id).file;
    let summary = world.summary(file);
    if !generics.params.is_empty() || tells_serde(summary, item.attributes) {
        return None;
    }
    let site = world.site(id);
    let all = summary.fields[*fields].iter().map(|field| {
        if field.cfg.is_some() || tells_serde(summary, field.attributes) {
            return None;
        }
        let name: &str = &summary.names[field.name];
        let (shape, optional) = filled(graph, Shape::of(graph, site, field.ty));
        let span = (field.at, field.at + world.written_len(file, field.name));
        Some(Stored { name, file, span, shape, optional })
    });
    all.collect()
}

/// Whether one of these attributes is one of serde's.
fn tells_serde(summary: &FileSummary, attributes: IdxRange<stateline_rust::summary::Attribute>) -> bool {
    let plain = summary.attributes[attributes].iter().filter(|attribute| !attribute.is_derive);
    plain.map(|attribute| &summary.terms.paths[attribute.path]).any(|path| {
        let names = &summary.terms.segments[path.segments];
        names.iter().any(|segment| summary.names[segment.name].starts_with("serde"))
    })
}

fn filled(graph: &Graph<'_>, shape: Shape) -> (Shape, bool) {
    match &shape {
        Shape::Named(id, args) if is_of_std(graph, *id, &["Option"]) && args.len() == 1 => {
            (args[0].clone(), true)
        }
        _ => (shape, false),
    }
}

#[derive(PartialEq, Eq)]
enum Json {
    Bool,
    Number,
    Text,
    List,
    Object,
}

/// As what a type is stored, where that is beyond doubt.
fn json(graph: &Graph<'_>, shape: &Shape) -> Option<Json> {
    let world = graph.world();
    match shape {
        Shape::Primitive(name) => match world.text(*name) {
            "bool" => Some(Json::Bool),
            "str" | "char" => Some(Json::Text),
            _ => Some(Json::Number),
        },
        Shape::Named(id, _) if is_of_std(graph, *id, &["String"]) => Some(Json::Text),
        Shape::Named(id, _) if is_of_std(graph, *id, &["Vec", "VecDeque", "HashSet", "BTreeSet"]) => {
            Some(Json::List)
        }
        Shape::Named(id, _) if world.def(*id).kind == DefKind::Struct => {
            fields(graph, *id).map(|_| Json::Object)
        }
        Shape::Slice(_) => Some(Json::List),
        _ => None,
    }
}

fn is_of_std(graph: &Graph<'_>, id: DefId, names: &[&str]) -> bool {
    let world = graph.world();
    world.is_std(id) && world.def(id).krate == world.std && names.contains(&world.text(world.def(id).name))
}
