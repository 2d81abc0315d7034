//! What really happens to a value that is written with one type and read with another, by the runtime's own
//! readers: that of what is stored, and that of what is received.

use serde_json::Value;
use stateline::{Data, Letter, Message};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;

/// Variants that the wire does not name, of both types: that they are mixed up shows in no text.
pub(crate) type Unnamed = BTreeSet<String>;

/// A type before and after a change.
pub(crate) struct Pair {
    pub(crate) name: &'static str,
    forwards: fn(&[String], &Unnamed) -> Truth,
    backwards: fn(&[String], &Unnamed) -> Truth,
}

/// What became of values, in one direction.
#[derive(Clone, Debug, Default)]
pub(crate) struct Truth {
    /// As they are written.
    pub(crate) written: Vec<String>,
    /// Those among them that were not read as what is stored, each with the reason.
    pub(crate) not_stored: Vec<(String, String)>,
    /// Those that were not read as what is received, or as something else.
    pub(crate) not_received: Vec<(String, String)>,
}

impl Pair {
    pub(crate) const fn new<O: Data + Debug, N: Data + Debug>(name: &'static str) -> Pair {
        Pair {
            name,
            forwards: |texts, unnamed| truth::<O, N>(texts, unnamed, false),
            backwards: |texts, unnamed| truth::<N, O>(texts, unnamed, false),
        }
    }

    /// One whose values print as what they mean: what is read must print as what was written.
    #[cfg_attr(not(test), expect(dead_code, reason = "types by chance have no such pairs"))]
    pub(crate) const fn printed<O: Data + Debug, N: Data + Debug>(name: &'static str) -> Pair {
        Pair {
            name,
            forwards: |texts, unnamed| truth::<O, N>(texts, unnamed, true),
            backwards: |texts, unnamed| truth::<N, O>(texts, unnamed, true),
        }
    }

    /// What the old type writes, read by the new one. Whatever in these texts is no value is left out.
    pub(crate) fn forwards(&self, texts: &[String], unnamed: &Unnamed) -> Truth {
        (self.forwards)(texts, unnamed)
    }

    /// What the new type writes, read by the old one.
    pub(crate) fn backwards(&self, texts: &[String], unnamed: &Unnamed) -> Truth {
        (self.backwards)(texts, unnamed)
    }
}

/// A message of any type.
#[derive(serde::Serialize, serde::Deserialize)]
#[serde(transparent, bound = "T: Data")]
struct Sent<T>(T);

impl<T: Data> Message for Sent<T> {
    const TOPIC: &'static str = "pairs";
    const CONTEXT: &'static str = "pairs";
}

fn truth<W: Data + Debug, R: Data + Debug>(texts: &[String], unnamed: &Unnamed, printed: bool) -> Truth {
    let mut truth = Truth::default();
    let differs = |was: &str, is: &R| printed && format!("{is:?}") != was;
    let mut seen = BTreeSet::new();
    for text in texts {
        let Ok(value) = serde_json::from_str::<W>(text) else { continue };
        let was = variants(&value, unnamed);
        let told = format!("{value:?}");
        // What would not read back is never stored nor sent.
        let Ok(letter) = Letter::of(&Sent(value)) else { continue };
        let written = letter.payload().clone();
        if !seen.insert(written.text().to_owned()) {
            continue;
        }
        let case = |why: String| (written.text().to_owned(), why);
        match written.read::<R>() {
            Err(error) => truth.not_stored.push(case(error.to_string())),
            Ok(read) if differs(&told, &read) || mixed_up(&was, &variants(&read, unnamed)) => {
                truth.not_stored.push(case(format!("it is read as {read:?}")));
            }
            Ok(_) => {}
        }
        match letter.read::<Sent<R>>() {
            Err(error) => truth.not_received.push(case(error.to_string())),
            Ok(read) => {
                let again = serde_json::to_string(&read).unwrap_or_default();
                if !agrees(written.text(), &again) {
                    truth.not_received.push(case(format!("it is read as {again}")));
                } else if differs(&told, &read.0) || mixed_up(&was, &variants(&read.0, unnamed)) {
                    truth.not_received.push(case(format!("it is read as {:?}", read.0)));
                }
            }
        }
        truth.written.push(written.text().to_owned());
    }
    truth
}

/// How often each of these variants is in a value, by what the value prints.
fn variants(value: &impl Debug, unnamed: &Unnamed) -> BTreeMap<String, usize> {
    let printed = format!("{value:?}");
    let mut found = BTreeMap::new();
    // Every other part stands in quotes, which are escaped inside of them.
    for part in printed.replace("\\\\", "").replace("\\\"", "").split('"').step_by(2) {
        for word in part.split(|char: char| !char.is_alphanumeric() && char != '_') {
            if unnamed.contains(word) {
                *found.entry(word.to_owned()).or_default() += 1;
            }
        }
    }
    found
}

/// Whether a variant came out that was not written, in place of one that was.
fn mixed_up(was: &BTreeMap<String, usize>, is: &BTreeMap<String, usize>) -> bool {
    let more = |one: &BTreeMap<String, usize>, other: &BTreeMap<String, usize>| {
        one.iter().any(|(name, count)| other.get(name).unwrap_or(&0) < count)
    };
    more(was, is) && more(is, was)
}

/// Whether two texts say the same where both say something: fields that only one of them has are left out.
fn agrees(written: &str, again: &str) -> bool {
    match (serde_json::from_str::<Value>(written), serde_json::from_str::<Value>(again)) {
        (Ok(written), Ok(again)) => same(&written, &again),
        // What cannot be written again was read all the same.
        _ => again.is_empty(),
    }
}

fn same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Object(one), Value::Object(other)) => {
            one.iter().all(|(name, value)| other.get(name).is_none_or(|other| same(value, other)))
        }
        (Value::Array(one), Value::Array(other)) => {
            // What is a set comes in any order.
            let held = |one: &Value| other.iter().any(|other| same(one, other));
            one.len() == other.len()
                && (one.iter().zip(other).all(|(one, other)| same(one, other)) || one.iter().all(held))
        }
        (Value::Number(one), Value::Number(other)) => {
            one == other || one.as_f64() == other.as_f64() && exact(one, other)
        }
        _ => one == other,
    }
}

/// Whether two numbers are equal to the last digit, one of them perhaps with a point.
fn exact(one: &serde_json::Number, other: &serde_json::Number) -> bool {
    let whole = |number: &serde_json::Number| {
        number.as_i128().or_else(|| {
            let float = number.as_f64()?;
            #[expect(clippy::cast_possible_truncation, reason = "what has no fraction is whole")]
            (float.fract() == 0.0).then_some(float as i128)
        })
    };
    whole(one) == whole(other)
}
