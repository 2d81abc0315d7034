//! Types whose shape everybody knows: those of the language, of the standard library, and a few more.

use serde_json::{Value, json};

/// `u8`, `str`, …
pub(super) fn primitive(name: &str) -> Value {
    match name {
        "bool" => json!({ "type": "boolean" }),
        "char" => json!({ "type": "string", "minLength": 1, "maxLength": 1 }),
        "str" => json!({ "type": "string" }),
        "f32" | "f64" => json!({ "type": "number" }),
        "u8" => json!({ "type": "integer", "minimum": 0, "maximum": u8::MAX }),
        "u16" => json!({ "type": "integer", "minimum": 0, "maximum": u16::MAX }),
        "u32" => json!({ "type": "integer", "minimum": 0, "maximum": u32::MAX }),
        "i8" => json!({ "type": "integer", "minimum": i8::MIN, "maximum": i8::MAX }),
        "i16" => json!({ "type": "integer", "minimum": i16::MIN, "maximum": i16::MAX }),
        "i32" => json!({ "type": "integer", "minimum": i32::MIN, "maximum": i32::MAX }),
        // Beyond 2^53 tools that count in floating point would misread the bounds themselves.
        name if name.starts_with('u') => json!({ "type": "integer", "minimum": 0 }),
        _ => json!({ "type": "integer" }),
    }
}

/// A type of the standard library with the shapes of its arguments, as serde writes it.
pub(super) fn of_std(name: &str, args: &[Value]) -> Option<Value> {
    Some(match (name, args) {
        ("String" | "PathBuf" | "Path" | "IpAddr" | "Ipv4Addr" | "Ipv6Addr" | "SocketAddr", []) => {
            json!({ "type": "string" })
        }
        // A key of JSON is text, whatever it was.
        ("HashMap" | "BTreeMap", [_, value] | [_, value, _]) => {
            json!({ "type": "object", "additionalProperties": value })
        }
        ("HashSet" | "BTreeSet", [item] | [item, _]) => {
            json!({ "type": "array", "items": item, "uniqueItems": true })
        }
        ("Vec" | "VecDeque" | "LinkedList" | "BinaryHeap", [item]) => {
            json!({ "type": "array", "items": item })
        }
        ("Option", [inner]) => json!({ "anyOf": [inner, { "type": "null" }] }),
        (
            "Box" | "Rc" | "Arc" | "Cow" | "Cell" | "RefCell" | "Mutex" | "RwLock" | "Wrapping" | "Reverse",
            [inner],
        ) => inner.clone(),
        ("PhantomData", _) => json!({ "type": "null" }),
        ("Duration", []) => pair(["secs", "nanos"]),
        ("SystemTime", []) => pair(["secs_since_epoch", "nanos_since_epoch"]),
        (name, _) if name.starts_with("NonZeroU") => json!({ "type": "integer", "minimum": 1 }),
        (name, _) if name.starts_with("NonZeroI") => json!({ "type": "integer" }),
        _ => return None,
    })
}

fn pair(names: [&str; 2]) -> Value {
    let number = json!({ "type": "integer", "minimum": 0 });
    json!({ "type": "object", "properties": { (names[0]): number, (names[1]): number }, "required": names })
}

/// A type of another package, by the path that it is found under.
pub(super) fn of_others(path: &str) -> Option<Value> {
    Some(match path {
        "uuid::Uuid" => json!({ "type": "string", "format": "uuid" }),
        "jiff::Timestamp" | "chrono::DateTime" => json!({ "type": "string", "format": "date-time" }),
        "jiff::civil::Date" | "chrono::NaiveDate" => json!({ "type": "string", "format": "date" }),
        "url::Url" => json!({ "type": "string", "format": "uri" }),
        "serde_json::Value" => json!({ "description": "any JSON" }),
        _ => return None,
    })
}
