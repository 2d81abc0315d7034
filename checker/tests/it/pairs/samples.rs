//! Texts that may be values of a type, made from its shape: the ends of its ranges, each variant, each option.

use stateline_schema::shape::{Body, Field, Plain, Tagging, Term, Types, Value, Variant};

/// So many for a type; more are left out.
const MOST: usize = 48;
/// As deep as values are made for types that hold themselves.
const DEEPEST: usize = 6;

/// Texts of whatever type, for what is not known.
const ANY: &[&str] = &[
    "0",
    "5",
    "-1",
    "1.5",
    "300",
    "9007199254740993",
    "true",
    "null",
    "\"\"",
    "\"x\"",
    "\"17\"",
    "[]",
    "[1]",
    "{}",
    "{\"a\":1}",
    "{\"a\":\"1\"}",
];

/// Texts for a term.
pub(crate) fn samples(types: &Types, term: &Term) -> Vec<String> {
    let mut found = of(types, term, 0);
    found.truncate(MOST * 4);
    found
}

fn texts(all: &[&str]) -> Vec<String> {
    all.iter().map(|text| (*text).to_owned()).collect()
}

fn of(types: &Types, term: &Term, depth: usize) -> Vec<String> {
    if depth > DEEPEST {
        return texts(&["null", "[]", "{}"]);
    }
    let inner = |term: &Term| of(types, term, depth + 1);
    let mut found = match term {
        Term::Plain(plain) => plains(*plain),
        Term::Option(of) => [texts(&["null"]), inner(of)].concat(),
        Term::List(of) | Term::Set(of) => {
            let items = inner(of);
            let one = items.iter().map(|item| format!("[{item}]"));
            let two = items
                .iter()
                .zip(items.iter().skip(1))
                .flat_map(|(a, b)| [format!("[{a},{b}]"), format!("[{b},{a}]")]);
            let twice = items.first().map(|item| format!("[{item},{item}]"));
            texts(&["[]"]).into_iter().chain(twice).chain(two).chain(one).collect()
        }
        Term::Map(key, value) => {
            let keys: Vec<String> = inner(key)
                .into_iter()
                .map(|key| if key.starts_with('"') { key } else { format!("\"{key}\"") })
                .collect();
            let values = inner(value);
            let one = keys.iter().zip(values.iter().cycle()).map(|(key, value)| format!("{{{key}:{value}}}"));
            let more =
                values.iter().zip(keys.iter().cycle()).map(|(value, key)| format!("{{{key}:{value}}}"));
            texts(&["{}"]).into_iter().chain(one).chain(more).collect()
        }
        Term::Tuple(parts) => lists(&parts.iter().map(inner).collect::<Vec<_>>()),
        Term::Array(of, length) => {
            let length = length.parse().unwrap_or_else(|_| usize::from(length.contains('#')) * 2);
            let items = inner(of);
            let both: Vec<String> =
                [2, 3].iter().flat_map(|length| lists(&vec![items.clone(); *length])).collect();
            if length == 0 { both } else { [lists(&vec![items; length]), both].concat() }
        }
        Term::Opaque(opaque) => {
            let items: Vec<String> = opaque.args.iter().flat_map(inner).collect();
            let two = items.iter().zip(items.iter().skip(1)).map(|(a, b)| format!("[{a},{b}]"));
            let lists: Vec<String> = two.take(8).collect();
            [texts(ANY), lists, items].concat()
        }
        Term::Named(name) => match types.get(name).map(|definition| &definition.body) {
            None => texts(&["\"127.0.0.1\"", "\"10.0.0.1\"", "\"x\""]),
            Some(Body::Opaque { below, .. }) => [texts(ANY), below.iter().flat_map(inner).collect()].concat(),
            Some(Body::Value(Value { writes, reads, .. })) => {
                let term = reads.as_ref().unwrap_or(writes);
                [inner(term), texts(ANY)].concat()
            }
            Some(Body::Object { fields, .. }) => objects(types, fields, depth + 1),
            Some(Body::Enum { tagging, variants, .. }) => {
                variants.iter().flat_map(|variant| of_variant(types, tagging, variant, depth + 1)).collect()
            }
        },
    };
    found.truncate(MOST);
    found
}

fn plains(plain: Plain) -> Vec<String> {
    match plain {
        Plain::Unit => texts(&["null"]),
        Plain::Bool => texts(&["true", "false"]),
        Plain::Char => texts(&["\"x\"", "\"é\"", "\"1\""]),
        Plain::Text => {
            texts(&["\"\"", "\"x\"", "\"longer text\"", "\"17\"", "\"true\"", "\"A\"", "\"127.0.0.1\""])
        }
        Plain::F32 => texts(&["0.1", "1.5", "2.0", "3.4028235e38", "-1e-7", "16777217"]),
        Plain::F64 => {
            texts(&["0.1", "1.5", "2.0", "1.7976931348623157e308", "-1e-7", "0.123456789012345", "1e20"])
        }
        integer => {
            let (bits, signed) = integer.integer().expect("the others are above");
            let bits = bits - u32::from(signed);
            let most = if bits == 128 { u128::MAX } else { (1 << bits) - 1 };
            let least =
                if signed { format!("-{}", most / 2 + most % 2 + most / 2 + 1) } else { "0".to_owned() };
            let middle = [1, 5, 200, 40_000, 70_000, 5_000_000_000, (1 << 53) + 1]
                .into_iter()
                .filter(|number| *number < most);
            let small = middle.map(|number: u128| number.to_string());
            [least, most.to_string(), "0".to_owned()]
                .into_iter()
                .chain(small)
                .chain(signed.then(|| "-1".to_owned()))
                .collect()
        }
    }
}

/// The first of each, and each of them with the first of the others.
fn lists(parts: &[Vec<String>]) -> Vec<String> {
    varied(parts).into_iter().map(|parts| format!("[{}]", parts.join(","))).collect()
}

fn varied(parts: &[Vec<String>]) -> Vec<Vec<String>> {
    let first: Vec<String> =
        parts.iter().map(|all| all.get(1).or(all.first()).cloned().unwrap_or_default()).collect();
    let mut found = vec![first.clone()];
    for (at, all) in parts.iter().enumerate() {
        for one in all {
            let mut parts = first.clone();
            parts[at].clone_from(one);
            found.push(parts);
        }
    }
    found
}

fn objects(types: &Types, fields: &[Field], depth: usize) -> Vec<String> {
    let plain: Vec<&Field> = fields.iter().filter(|field| !field.unread).collect();
    let values: Vec<Vec<String>> = plain.iter().map(|field| of(types, &field.term, depth)).collect();
    let named = |field: &Field, value: &str| {
        let inside = value.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
        match inside.filter(|_| field.flatten) {
            Some(inside) => inside.to_owned(),
            // Of a struct that is none, nothing is written.
            None if field.flatten && value == "null" => String::new(),
            None => format!("{}:{value}", serde_json::Value::from(field.names().next().unwrap_or_default())),
        }
    };
    let object = |values: &[String]| {
        let fields = plain.iter().zip(values).map(|(field, value)| named(field, value));
        let fields: Vec<String> = fields.filter(|field| !field.is_empty()).collect();
        format!("{{{}}}", fields.join(","))
    };
    varied(&values).iter().map(|values| object(values)).collect()
}

fn of_variant(types: &Types, tagging: &Tagging, variant: &Variant, depth: usize) -> Vec<String> {
    let name = serde_json::Value::from(variant.names().next().unwrap_or_default()).to_string();
    let contents = match (&variant.value, &variant.fields) {
        (Some(value), _) => Some(of(types, value, depth)),
        (None, Some(fields)) => Some(objects(types, fields, depth)),
        (None, None) => None,
    };
    let text = |text: &str| serde_json::Value::from(text).to_string();
    match (tagging, contents) {
        (Tagging::Untagged, Some(all)) => all,
        (Tagging::Untagged, None) => texts(&["null"]),
        (Tagging::External, None) => vec![name],
        (_, Some(all)) if variant.untagged => all,
        (Tagging::External, Some(all)) => all.iter().map(|value| format!("{{{name}:{value}}}")).collect(),
        (Tagging::Internal(tag), None) => vec![format!("{{{}:{name}}}", text(tag))],
        (Tagging::Internal(tag), Some(all)) => {
            let inside = all.iter().filter_map(|value| value.strip_prefix('{')?.strip_suffix('}'));
            inside
                .map(|inside| match inside {
                    "" => format!("{{{}:{name}}}", text(tag)),
                    inside => format!("{{{}:{name},{inside}}}", text(tag)),
                })
                .collect()
        }
        (Tagging::Adjacent(tag, _), None) => vec![format!("{{{}:{name}}}", text(tag))],
        (Tagging::Adjacent(tag, content), Some(all)) => {
            all.iter().map(|value| format!("{{{}:{name},{}:{value}}}", text(tag), text(content))).collect()
        }
    }
}
