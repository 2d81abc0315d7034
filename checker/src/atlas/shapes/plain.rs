//! Types of the language, in the words of JSON Schema.

use serde_json::{Value, json};
use stateline_schema::shape::Plain;

pub(super) fn schema(plain: Plain) -> Value {
    match plain {
        Plain::Unit => json!({ "type": "null" }),
        Plain::Bool => json!({ "type": "boolean" }),
        Plain::Char => json!({ "type": "string", "minLength": 1, "maxLength": 1 }),
        Plain::Text => json!({ "type": "string" }),
        Plain::F32 | Plain::F64 => json!({ "type": "number" }),
        integer => match integer.integer() {
            Some((bits @ ..=32, false)) => {
                json!({ "type": "integer", "minimum": 0, "maximum": (1_u64 << bits) - 1 })
            }
            Some((bits @ ..=32, true)) => {
                let end = 1_i64 << (bits - 1);
                json!({ "type": "integer", "minimum": -end, "maximum": end - 1 })
            }
            // Beyond 2^53 tools that count in floating point would misread the bounds themselves.
            Some((_, false)) => json!({ "type": "integer", "minimum": 0 }),
            _ => json!({ "type": "integer" }),
        },
    }
}
