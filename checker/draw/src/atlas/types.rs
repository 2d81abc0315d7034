//! The shapes of messages, which name each other.

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// What a reference of one shape to another begins with.
pub const TYPES: &str = "#/types/";

/// The types that some of them mention, themselves included.
pub(crate) fn reachable<'t>(
    types: &'t BTreeMap<String, Value>,
    roots: impl IntoIterator<Item = &'t str>,
) -> BTreeSet<&'t str> {
    let mut found = BTreeSet::new();
    let mut left: Vec<&str> = roots.into_iter().collect();
    while let Some(path) = left.pop() {
        let Some((path, schema)) = types.get_key_value(path) else { continue };
        if found.insert(path.as_str()) {
            mentioned(schema, &mut left);
        }
    }
    found
}

fn mentioned<'t>(schema: &'t Value, found: &mut Vec<&'t str>) {
    match schema {
        Value::Array(parts) => parts.iter().for_each(|part| mentioned(part, found)),
        Value::Object(parts) => {
            found.extend(parts.get("$ref").and_then(Value::as_str).and_then(|name| name.strip_prefix(TYPES)));
            parts.values().for_each(|part| mentioned(part, found));
        }
        _ => {}
    }
}
