//! The message that a step awaits is merged into what is stored for it, field by field.

use crate::graph::Graph;
use crate::graph::chain::step_types;
use crate::graph::grant::message_types;
use crate::graph::shape::Shape;
use crate::rules::Found;
use stateline_rust::arena::IdxRange;
use stateline_rust::summary::{FileSummary, ItemKind, Shape as Form};
use stateline_rust::{DefId, DefKind, FileId};
use stateline_schema::attribute::Attribute;
use stateline_schema::{Process, Step};

/// A message that can never be merged into its step's input: it always has a field that the input does
/// not know, or that is something else in it. Strict decoding then refuses every such message.
pub(super) fn unfit(graph: &Graph<'_>, process: &Process, step: &Step) -> Option<Found> {
    let function = graph.step_function(process, &step.name.value)?;
    graph.mark_on(function, Attribute::Step)?;
    let awaited = step.awaits.as_ref()?;
    let map = graph.input.map;
    let said = map.topic(&awaited.value)?.message.as_ref()?;
    let [message] = message_types(graph.lookup(), map, &awaited.value, &said.value)[..] else { return None };
    let Shape::Named(input, _) = step_types(graph, function)?.input else { return None };
    let (told, stored) = (fields(graph, message)?, fields(graph, input)?);
    let (what, whose, name) = (graph.path(message), graph.path(input), &step.name.value);
    let (field, known) =
        told.iter().find_map(|field| match stored.iter().find(|known| known.name == field.name) {
            None => (!field.optional).then_some((field, None)),
            Some(known) => {
                let (told, stored) = (json(graph, &field.shape)?, json(graph, &known.shape)?);
                (told != stored).then_some((field, Some(known)))
            }
        })?;
    let (message, at_input) = match known {
        None => {
            let message = format!(
                "the step {name} awaits {what}, whose field `{}` is unknown to {whose}, which it takes",
                field.name
            );
            (message, graph.at_def(input, format!("has no `{}`", field.name)))
        }
        Some(known) => {
            let message = format!(
                "the step {name} awaits {what}, whose field `{}` is not what it is in {whose}, which it takes",
                field.name
            );
            let stored = known.shape.told(graph);
            (message, graph.at_code(known.file, known.span, format!("`{stored}` here")))
        }
    };
    let label = format!("`{}` here", field.shape.told(graph));
    Some(
        Found::new(message, graph.at_code(field.file, field.span, label))
            .place(graph.at_map(awaited.span, format!("{name} is resumed by it")))
            .place(at_input)
            .help(format!(
                "the message fills what is empty in the stored input: give {whose} each of its fields, as an \
                 `Option` where it is known only then"
            )),
    )
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
