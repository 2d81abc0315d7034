//! The fields that a type is stored with, and as what, where its source leaves no doubt.

use super::Graph;
use super::grant::message_types;
use super::shape::Shape;
use stateline_rust::arena::IdxRange;
use stateline_rust::summary::{FileSummary, ItemKind, Shape as Form};
use stateline_rust::{DefId, DefKind, FileId};

/// The type of a topic's messages, where the map leaves no doubt.
pub fn topic_message(graph: &Graph<'_>, topic: &str) -> Option<DefId> {
    let map = graph.input.map;
    let said = map.topic(topic)?.message.as_ref()?;
    match message_types(graph.lookup(), map, topic, &said.value)[..] {
        [message] => Some(message),
        _ => None,
    }
}

/// A field as it is stored.
pub struct StoredField<'g> {
    pub name: &'g str,
    pub file: FileId,
    pub span: (u32, u32),
    /// What is in the `Option`, if it is one.
    pub shape: Shape,
    pub optional: bool,
}

/// The fields of a struct that is stored as it is written: no parameters, no `cfg`, and nothing that
/// tells serde otherwise.
pub fn stored_fields<'g>(graph: &Graph<'g>, id: DefId) -> Option<Vec<StoredField<'g>>> {
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
        Some(StoredField { name, file, span, shape, optional })
    });
    all.collect()
}

/// What a struct with one field and without a name for it holds, as which it is stored.
fn newtype(graph: &Graph<'_>, id: DefId) -> Option<Shape> {
    let world = graph.world();
    let item = world.item(id)?;
    let ItemKind::Struct { generics, fields, shape: Form::Tuple } = &item.kind else { return None };
    let summary = world.summary(world.def(id).file);
    let [only] = &summary.fields[*fields] else { return None };
    let plain = generics.params.is_empty() && only.cfg.is_none();
    let told = tells_serde(summary, item.attributes) || tells_serde(summary, only.attributes);
    (plain && !told).then(|| Shape::of(graph, world.site(id), only.ty))
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

/// What JSON has for data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JsonKind {
    Bool,
    Integer,
    Float,
    Text,
    List,
    Object,
}

impl JsonKind {
    /// Whether what is written so can be read as the other: an integer is a number with a point, too.
    pub fn reads_as(self, other: JsonKind) -> bool {
        self == other || (self, other) == (JsonKind::Integer, JsonKind::Float)
    }

    /// Whether it can be the key of an instance.
    pub fn is_key(self) -> bool {
        matches!(self, JsonKind::Bool | JsonKind::Integer | JsonKind::Text)
    }
}

/// As what a type is stored, where that is beyond doubt.
pub fn json_kind(graph: &Graph<'_>, shape: &Shape) -> Option<JsonKind> {
    let world = graph.world();
    match shape {
        Shape::Primitive(name) => match world.text(*name) {
            "bool" => Some(JsonKind::Bool),
            "str" | "char" => Some(JsonKind::Text),
            "f32" | "f64" => Some(JsonKind::Float),
            _ => Some(JsonKind::Integer),
        },
        Shape::Named(id, _) if is_of_std(graph, *id, &["String"]) => Some(JsonKind::Text),
        Shape::Named(id, _) if is_of_std(graph, *id, &["Vec", "VecDeque", "HashSet", "BTreeSet"]) => {
            Some(JsonKind::List)
        }
        Shape::Named(id, args) if world.def(*id).kind == DefKind::Struct => match newtype(graph, *id) {
            Some(inner) if args.is_empty() => json_kind(graph, &inner),
            _ => stored_fields(graph, *id).map(|_| JsonKind::Object),
        },
        Shape::Slice(_) | Shape::Array(..) => Some(JsonKind::List),
        _ => None,
    }
}

fn is_of_std(graph: &Graph<'_>, id: DefId, names: &[&str]) -> bool {
    let world = graph.world();
    world.is_std(id) && world.def(id).krate == world.std && names.contains(&world.text(world.def(id).name))
}
