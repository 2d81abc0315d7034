//! The shapes of messages: JSON Schemas of types, from their fields in the source.
//!
//! A shape is what serde makes of a type by default (<https://serde.rs/json.html>). What is not certain
//! stays open and says why: types and fields with attributes of serde, whose words are not read here,
//! types that are serialised by hand, type parameters, and types of other packages.

mod well_known;

use crate::graph::Graph;
use crate::graph::grant::message_types;
use crate::graph::shape::{Shape, Why};
use rustc_hash::FxHashSet;
use serde_json::{Map, Value, json};
use stateline_draw::atlas::{Atlas, TYPES};
use stateline_rust::arena::IdxRange;
use stateline_rust::summary::{Attribute, Field, ItemKind, PathId, Segment, Shape as Form, TypeId};
use stateline_rust::{DefId, DefKind, FileId, Site};
use std::collections::BTreeMap;

/// JSON Schemas by the full path of their type; `#/types/PATH` is how they name each other.
pub(super) struct Shapes<'g> {
    graph: &'g Graph<'g>,
    /// Types with an `impl Serialize` or `impl Deserialize` of their own.
    by_hand: FxHashSet<DefId>,
    types: BTreeMap<String, Value>,
    left: Vec<DefId>,
}

impl<'g> Shapes<'g> {
    pub(super) fn new(graph: &'g Graph<'g>) -> Self {
        let by_hand = graph.defs().filter_map(|id| serialised_by_hand(graph, id)).collect();
        Shapes { graph, by_hand, types: BTreeMap::new(), left: Vec::new() }
    }

    /// Adds the shapes of all messages, and of what they mention.
    pub(super) fn add(mut self, atlas: &mut Atlas) {
        let map = self.graph.input.map;
        for topic in &mut atlas.topics {
            let message = map.topic(&topic.name).and_then(|topic| topic.message.as_ref());
            let Some(message) = message else { continue };
            let found = message_types(self.graph.lookup(), map, &topic.name, &message.value);
            // Under several conditions there may be several; none of them is certain.
            let [only] = found.as_slice() else { continue };
            self.name(*only);
            topic.payload = Some(self.graph.path(*only));
        }
        while let Some(id) = self.left.pop() {
            let shape = self.definition(id);
            self.types.insert(self.graph.path(id), shape);
        }
        atlas.types = self.types;
    }

    /// A type of the workspace, by its name.
    fn name(&mut self, id: DefId) -> Value {
        let path = self.graph.path(id);
        if !self.types.contains_key(&path) {
            self.types.insert(path.clone(), Value::Null);
            self.left.push(id);
        }
        json!({ "$ref": format!("{TYPES}{path}") })
    }

    fn definition(&mut self, id: DefId) -> Value {
        let world = self.graph.world();
        let Some(item) = world.item(id) else { return open("it has no source here") };
        let file = world.def(id).file;
        if self.by_hand.contains(&id) {
            return open("it is serialised by hand");
        }
        if self.is_shaped(file, item.attributes) {
            return open("attributes of serde shape it");
        }
        match &item.kind {
            ItemKind::Struct { generics, .. }
            | ItemKind::Enum { generics }
            | ItemKind::TypeAlias { generics, .. }
                if !generics.params.is_empty() =>
            {
                open("it has type parameters")
            }
            ItemKind::Struct { fields, shape, .. } => self.contents(id, file, *fields, *shape),
            ItemKind::Enum { .. } => self.variants(id),
            ItemKind::TypeAlias { ty: Some(ty), .. } => self.ty(id, file, *ty).schema,
            _ => open("it is neither a struct nor an enum"),
        }
    }

    fn variants(&mut self, id: DefId) -> Value {
        let world = self.graph.world();
        let (mut plain, mut others) = (Vec::new(), Vec::new());
        for &variant in world.children(id) {
            let Some(item) = world.item(variant) else { continue };
            let ItemKind::Variant { fields, shape, .. } = &item.kind else { continue };
            let file = world.def(variant).file;
            if self.is_shaped(file, item.attributes) {
                return open("attributes of serde shape its variants");
            }
            let name = world.text(world.def(variant).name).to_owned();
            if *shape == Form::Unit {
                plain.push(name);
                continue;
            }
            let inner = self.contents(variant, file, *fields, *shape);
            let properties = Map::from_iter([(name.clone(), inner)]);
            others.push(json!({
                "type": "object", "properties": properties, "required": [name], "additionalProperties": false,
            }));
        }
        let plain = (!plain.is_empty()).then(|| json!({ "type": "string", "enum": plain }));
        let mut all: Vec<Value> = plain.into_iter().chain(others).collect();
        match all.len() {
            0 => open("it has no variants"),
            1 => all.remove(0),
            _ => json!({ "oneOf": all }),
        }
    }

    /// What stands in a struct or a variant.
    fn contents(&mut self, scope: DefId, file: FileId, fields: IdxRange<Field>, form: Form) -> Value {
        let fields = &self.graph.world().summary(file).fields[fields];
        match (form, fields) {
            (Form::Unit, _) => json!({ "type": "null" }),
            (Form::Named, fields) => self.object(scope, file, fields),
            (Form::Tuple, fields) if fields.iter().any(|field| self.is_doubtful(file, field)) => {
                open("attributes shape its fields")
            }
            (Form::Tuple, [only]) => self.ty(scope, file, only.ty).schema,
            (Form::Tuple, fields) => {
                let items: Vec<_> =
                    fields.iter().map(|field| self.ty(scope, file, field.ty).schema).collect();
                list_of(&items)
            }
        }
    }

    fn object(&mut self, scope: DefId, file: FileId, fields: &[Field]) -> Value {
        let (mut properties, mut required, mut doubtful) = (Map::new(), Vec::new(), Vec::new());
        for field in fields {
            let name = self.graph.world().summary(file).names[field.name].to_string();
            if self.is_shaped(file, field.attributes) {
                doubtful.push(name);
                continue;
            }
            let ty = self.ty(scope, file, field.ty);
            if !ty.optional && field.cfg.is_none() {
                required.push(name.clone());
            }
            properties.insert(name, ty.schema);
        }
        let mut object = Map::from_iter([("type".to_owned(), json!("object"))]);
        if !doubtful.is_empty() {
            let says = format!("not all is known: attributes of serde shape {}", doubtful.join(", "));
            object.insert("description".to_owned(), json!(says));
        }
        object.insert("properties".to_owned(), Value::Object(properties));
        if !required.is_empty() {
            object.insert("required".to_owned(), json!(required));
        }
        Value::Object(object)
    }

    fn is_doubtful(&self, file: FileId, field: &Field) -> bool {
        field.cfg.is_some() || self.is_shaped(file, field.attributes)
    }

    /// Whether attributes say more of the shape than `derive(Serialize, Deserialize)` does.
    fn is_shaped(&self, file: FileId, attributes: IdxRange<Attribute>) -> bool {
        let summary = self.graph.world().summary(file);
        let name = |segment: &Segment| &*summary.names[segment.name];
        let segments = |path: PathId| &summary.terms.segments[summary.terms.paths[path].segments];
        let of_serde = |attribute: &Attribute| {
            if attribute.is_derive {
                let mut traits = summary.terms.loose[attribute.loose].iter();
                return traits.any(|derived| {
                    let last = segments(derived.path).last().map(name).unwrap_or_default();
                    last.to_ascii_lowercase().contains("serialize")
                        && !matches!(last, "Serialize" | "Deserialize")
                });
            }
            segments(attribute.path).first().is_some_and(|first| name(first).starts_with("serde"))
        };
        summary.attributes[attributes].iter().any(of_serde)
    }

    fn ty(&mut self, scope: DefId, file: FileId, ty: TypeId) -> Typed {
        let terms = &self.graph.world().summary(file).terms;
        self.schema(&Shape::of(self.graph, Site { scope, file, terms }, ty))
    }

    fn schema(&mut self, shape: &Shape) -> Typed {
        let world = self.graph.world();
        let schema = match shape {
            Shape::Ref(inner) => return self.schema(inner),
            Shape::Slice(inner) | Shape::Array(inner, _) => {
                json!({ "type": "array", "items": self.schema(inner).schema })
            }
            Shape::Tuple(parts) if parts.is_empty() => json!({ "type": "null" }),
            Shape::Tuple(parts) => list_of(&self.schemas(parts)),
            Shape::Primitive(name) => well_known::primitive(world.text(*name)),
            Shape::Named(id, args) if world.is_std(*id) => {
                let (name, args) = (world.text(world.def(*id).name), self.schemas(args));
                let schema =
                    well_known::of_std(name, &args).unwrap_or_else(|| open(&format!("it is a {name}")));
                return Typed { schema, optional: name == "Option" };
            }
            Shape::Named(id, args) if !args.is_empty() => {
                open(&format!("{} has type parameters", self.graph.path(*id)))
            }
            Shape::Named(id, _) => self.name(*id),
            Shape::Outside(id, _) => {
                let path = world.outside_path(*id);
                let unknown = || open(&format!("{path} is a type of another package"));
                well_known::of_others(&path).unwrap_or_else(unknown)
            }
            Shape::Open(why) => open(match why {
                Why::NotFound => "its type is not found",
                Why::Associated => "its type is an associated one",
                Why::NoShape => "its type has no shape of its own",
                Why::NotKnown => "its type is not known",
                Why::TooLarge => "its type has too many parts",
            }),
        };
        Typed { schema, optional: false }
    }

    fn schemas(&mut self, shapes: &[Shape]) -> Vec<Value> {
        shapes.iter().map(|shape| self.schema(shape).schema).collect()
    }
}

/// A schema, and whether it may be left out.
struct Typed {
    schema: Value,
    optional: bool,
}

/// What takes anything, and says why.
fn open(why: &str) -> Value {
    json!({ "description": format!("not known: {why}"), "additionalProperties": true })
}

/// One after the other, each with its own shape.
fn list_of(items: &[Value]) -> Value {
    json!({ "type": "array", "items": items, "minItems": items.len(), "maxItems": items.len() })
}

/// The type of an `impl Serialize for …`, by the trait's name alone.
fn serialised_by_hand(graph: &Graph<'_>, id: DefId) -> Option<DefId> {
    let world = graph.world();
    if world.def(id).kind != DefKind::Impl || world.is_std(id) {
        return None;
    }
    let ItemKind::Impl { trait_: Some(path), .. } = world.item(id)?.kind else { return None };
    let summary = world.summary(world.def(id).file);
    let last = summary.terms.segments[summary.terms.paths[path].segments].last()?;
    let name = &*summary.names[last.name];
    matches!(name, "Serialize" | "Deserialize").then(|| graph.members.self_type(id)).flatten()
}
