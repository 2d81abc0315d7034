//! The shapes of messages: JSON Schemas of types, as serde writes them.
//!
//! What serde makes of a type is found out by `wire`, for the lock as well; here its words become those of JSON
//! Schema. What is not certain takes anything, and says why.

mod plain;

use crate::graph::Graph;
use crate::graph::grant::message_types;
use crate::wire::Wire;
use serde_json::{Map, Value, json};
use stateline_draw::atlas::{Atlas, TYPES};
use stateline_schema::shape::{
    Body, Conversion, Definition, Field, Tagging, Term, Value as Written, Variant, well_known,
};
use std::collections::BTreeMap;

/// Adds the shapes of all messages, and of what they mention.
pub(super) fn add(graph: &Graph<'_>, atlas: &mut Atlas) {
    let (map, mut wire) = (graph.input.map, Wire::new(graph));
    for topic in &mut atlas.topics {
        let message = map.topic(&topic.name).and_then(|topic| topic.message.as_ref());
        let Some(message) = message else { continue };
        let found = message_types(graph.lookup(), map, &topic.name, &message.value);
        // Under several conditions there may be several; none of them is certain.
        let [only] = found.as_slice() else { continue };
        if let Term::Named(name) = wire.named(*only) {
            topic.payload = Some(name);
        }
    }
    let shapes = Shapes { types: &wire.types };
    atlas.types = wire.types.iter().map(|(name, it)| (name.clone(), shapes.definition(it))).collect();
}

/// The types that terms may name.
struct Shapes<'t> {
    types: &'t BTreeMap<String, Definition>,
}

impl Shapes<'_> {
    fn definition(&self, definition: &Definition) -> Value {
        match &definition.body {
            Body::Value(Written { how: Conversion::Converted { .. }, writes, .. }) => {
                let mut schema = self.term(writes);
                schema["description"] = json!("written by a conversion");
                schema
            }
            Body::Value(Written { writes, .. }) => self.term(writes),
            Body::Object { fields, strict } => self.object(fields, *strict),
            Body::Enum { tagging, variants, strict } => self.variants(tagging, variants, *strict),
            Body::Opaque { .. } => open("it is not written by a derive of serde"),
        }
    }

    fn term(&self, term: &Term) -> Value {
        match term {
            Term::Plain(plain) => plain::schema(*plain),
            Term::Option(inner) => json!({ "anyOf": [self.term(inner), { "type": "null" }] }),
            Term::List(inner) => json!({ "type": "array", "items": self.term(inner) }),
            Term::Set(inner) => json!({ "type": "array", "items": self.term(inner), "uniqueItems": true }),
            // A key of JSON is text, whatever it was.
            Term::Map(_, value) => json!({ "type": "object", "additionalProperties": self.term(value) }),
            Term::Tuple(parts) => list_of(&parts.iter().map(|part| self.term(part)).collect::<Vec<_>>()),
            Term::Array(inner, length) => {
                let mut schema = json!({ "type": "array", "items": self.term(inner) });
                if let Ok(length) = length.parse::<u64>() {
                    (schema["minItems"], schema["maxItems"]) = (json!(length), json!(length));
                }
                schema
            }
            Term::Named(name) if self.types.contains_key(name) => json!({ "$ref": format!("{TYPES}{name}") }),
            Term::Named(name) => match well_known(name) {
                Some(Some(form)) => json!({ "type": "string", "format": form }),
                Some(None) => json!({ "type": "string" }),
                None if name == "serde_json::Value" => json!({ "description": "any JSON" }),
                None => open(&format!("{name} is a type of another package")),
            },
            Term::Opaque(opaque) => open(&format!("how {} is written", opaque.name)),
        }
    }

    fn object(&self, fields: &[Field], strict: bool) -> Value {
        let (mut properties, mut required) = (Map::new(), Vec::new());
        let (mut rest, mut flattened) = (strict.then(|| json!(false)), Vec::new());
        for field in fields.iter().filter(|field| !field.unwritten) {
            match &field.term {
                Term::Map(_, value) if field.flatten => rest = Some(self.term(value)),
                term if field.flatten => flattened.push(self.term(term)),
                term => {
                    let may_miss = matches!(term, Term::Option(_));
                    if !may_miss && field.default.is_none() && field.omitted_if.is_none() {
                        required.push(field.name.value.clone());
                    }
                    properties.insert(field.name.value.clone(), self.term(term));
                }
            }
        }
        let mut object = Map::from_iter([("type".to_owned(), json!("object"))]);
        object.insert("properties".to_owned(), Value::Object(properties));
        if !required.is_empty() {
            object.insert("required".to_owned(), json!(required));
        }
        object.extend(rest.map(|rest| ("additionalProperties".to_owned(), rest)));
        if !flattened.is_empty() {
            object.insert("allOf".to_owned(), Value::Array(flattened));
        }
        Value::Object(object)
    }

    fn variants(&self, tagging: &Tagging, variants: &[Variant], strict: bool) -> Value {
        let written: Vec<&Variant> = variants.iter().filter(|variant| !variant.unwritten).collect();
        let plain = |variant: &&Variant| {
            *tagging == Tagging::External && variant.value.is_none() && variant.fields.is_none()
        };
        let names: Vec<&str> =
            written.iter().copied().filter(plain).map(|variant| variant.name.value.as_str()).collect();
        let names = (!names.is_empty()).then(|| json!({ "type": "string", "enum": names }));
        let others = written.iter().copied().filter(|variant| !plain(variant));
        let others = others.map(|variant| self.variant(tagging, variant, strict));
        let mut all: Vec<Value> = names.into_iter().chain(others).collect();
        match all.len() {
            0 => open("it has no variants"),
            1 => all.remove(0),
            _ => json!({ "oneOf": all }),
        }
    }

    fn variant(&self, tagging: &Tagging, variant: &Variant, strict: bool) -> Value {
        let name = &variant.name.value;
        let inner = match (&variant.value, &variant.fields) {
            (Some(value), _) => Some(self.term(value)),
            (None, Some(fields)) => Some(self.object(fields, strict)),
            (None, None) => None,
        };
        let tagged = |tag: &str| {
            let properties = Map::from_iter([(tag.to_owned(), json!({ "const": name }))]);
            json!({ "type": "object", "properties": properties, "required": [tag] })
        };
        match (tagging, inner) {
            (Tagging::Untagged, None) => json!({ "type": "null" }),
            (Tagging::Untagged, Some(inner)) => inner,
            (Tagging::External, inner) => {
                let inner = inner.unwrap_or_else(|| json!({ "type": "null" }));
                let properties = Map::from_iter([(name.clone(), inner)]);
                json!({
                    "type": "object", "properties": properties, "required": [name],
                    "additionalProperties": false,
                })
            }
            (Tagging::Internal(tag), None) => tagged(tag),
            (Tagging::Internal(tag), Some(inner)) => json!({ "allOf": [tagged(tag), inner] }),
            (Tagging::Adjacent(tag, _), None) => tagged(tag),
            (Tagging::Adjacent(tag, content), Some(inner)) => {
                let mut schema = tagged(tag);
                schema["properties"][content] = inner;
                schema["required"] = json!([tag, content]);
                schema
            }
        }
    }
}

/// What takes anything, and says why.
fn open(why: &str) -> Value {
    json!({ "description": format!("not known: {why}"), "additionalProperties": true })
}

/// One after the other, each with its own shape.
fn list_of(items: &[Value]) -> Value {
    json!({ "type": "array", "items": items, "minItems": items.len(), "maxItems": items.len() })
}
