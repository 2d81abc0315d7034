//! The language as JSON Schema (draft 2020-12), for editors: completion, words on hover, wrong values
//! underlined. It follows the same table as the parser.
//!
//! It cannot say all that the parser says: whether a name means something, or a day exists.

use serde_json::{Map as Object, Value, json};

use crate::language::{self, Form, Mapping, Shape};

/// The schema of `stateline.yaml`.
pub fn map() -> Value {
    file("stateline.yaml", "The map of a system: contexts, topics, processes.", &language::MAP_FILE)
}

/// The schema of `stateline.context.yaml`.
pub fn context_file() -> Value {
    file("stateline.context.yaml", "One context of a map, beside its code.", &language::CONTEXT_FILE)
}

/// The schema of `stateline.exceptions.yaml`.
pub fn exceptions_file() -> Value {
    file("stateline.exceptions.yaml", "Tolerated violations of a map.", &language::EXCEPTIONS_FILE)
}

fn file(title: &str, about: &str, table: &Mapping) -> Value {
    let mut schema = mapping(table);
    schema.insert("$schema".into(), json!("https://json-schema.org/draft/2020-12/schema"));
    schema.insert("title".into(), json!(title));
    schema.insert("description".into(), json!(about));
    Value::Object(schema)
}

fn mapping(table: &Mapping) -> Object<String, Value> {
    let properties: Object<String, Value> = table
        .all_keys()
        .map(|key| {
            let mut property = shape(&key.shape);
            property.insert("description".into(), json!(key.about));
            (key.name.to_owned(), Value::Object(property))
        })
        .collect();
    let mut schema = Object::new();
    schema.insert("type".into(), json!("object"));
    schema.insert("properties".into(), Value::Object(properties));
    schema.insert("additionalProperties".into(), json!(false));
    let required: Vec<&str> = table.all_keys().filter(|key| key.required).map(|key| key.name).collect();
    if !required.is_empty() {
        schema.insert("required".into(), json!(required));
    }
    if !table.any_of.is_empty() {
        let any: Vec<Value> = table.any_of.iter().map(|key| json!({ "required": [key] })).collect();
        schema.insert("anyOf".into(), json!(any));
    }
    if !table.never_both.is_empty() {
        let none: Vec<Value> = table
            .never_both
            .iter()
            .map(|(one, other)| json!({ "not": { "required": [one, other] } }))
            .collect();
        schema.insert("allOf".into(), json!(none));
    }
    schema
}

fn shape(shape: &Shape) -> Object<String, Value> {
    let value = match shape {
        Shape::Text => json!({ "type": "string", "pattern": "\\S" }),
        Shape::TextOrNumber => json!({ "type": ["string", "number"], "pattern": "\\S" }),
        Shape::Flag => json!({ "type": "boolean" }),
        Shape::Number => json!({ "type": "integer", "minimum": 1, "maximum": 999_999_999 }),
        Shape::Edition => json!({ "type": "integer", "const": 1 }),
        Shape::Form(form) => text(form),
        Shape::OneOf(words) => json!({ "enum": words }),
        Shape::MaybeEmpty(each) => {
            json!({ "type": "array", "items": self::shape(each), "uniqueItems": true })
        }
        Shape::List(each) => some(each),
        Shape::OneOrMore(each) => json!({ "anyOf": [self::shape(each), some(each)] }),
        Shape::Mapping(table) => return mapping(table),
        Shape::Named(name, each) => json!({
            "type": "object",
            "propertyNames": { "pattern": name.pattern },
            "additionalProperties": self::shape(each),
        }),
        Shape::NameOrMapping(name, table) => json!({ "anyOf": [text(name), mapping(table)] }),
    };
    match value {
        Value::Object(object) => object,
        _ => Object::new(),
    }
}

/// A list with at least one entry, none of them twice.
fn some(each: &Shape) -> Value {
    json!({ "type": "array", "items": shape(each), "minItems": 1, "uniqueItems": true })
}

fn text(form: &Form) -> Value {
    let mut text = json!({
        "type": "string",
        "pattern": form.pattern,
        // Not JSON Schema's own, but editors show it in the pattern's stead.
        "patternErrorMessage": format!("Expected {}.", form.what),
    });
    if let Some(format) = form.format {
        text["format"] = json!(format);
    }
    text
}
