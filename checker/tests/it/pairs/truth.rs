//! What really happens to a value that is written with one type and read with another, by the runtime's own
//! readers: that of what is stored, and that of what is received.

use serde_json::Value;
use stateline::{Data, Letter, Message};
use std::collections::BTreeSet;

/// A type before and after a change.
pub(crate) struct Pair {
    pub(crate) name: &'static str,
    forwards: fn(&[String]) -> Truth,
    backwards: fn(&[String]) -> Truth,
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
    pub(crate) const fn new<O: Data, N: Data>(name: &'static str) -> Pair {
        Pair { name, forwards: truth::<O, N>, backwards: truth::<N, O> }
    }

    /// What the old type writes, read by the new one. Whatever in these texts is no value is left out.
    pub(crate) fn forwards(&self, texts: &[String]) -> Truth {
        (self.forwards)(texts)
    }

    /// What the new type writes, read by the old one.
    pub(crate) fn backwards(&self, texts: &[String]) -> Truth {
        (self.backwards)(texts)
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

fn truth<W: Data, R: Data>(texts: &[String]) -> Truth {
    let mut truth = Truth::default();
    let mut seen = BTreeSet::new();
    for text in texts {
        let Ok(value) = serde_json::from_str::<W>(text) else { continue };
        // What would not read back is never stored nor sent.
        let Ok(letter) = Letter::of(&Sent(value)) else { continue };
        let written = letter.payload().clone();
        if !seen.insert(written.text().to_owned()) {
            continue;
        }
        let case = |why: String| (written.text().to_owned(), why);
        if let Err(error) = written.read::<R>() {
            truth.not_stored.push(case(error.to_string()));
        }
        match letter.read::<Sent<R>>() {
            Err(error) => truth.not_received.push(case(error.to_string())),
            Ok(read) => {
                let again = serde_json::to_string(&read).unwrap_or_default();
                if !agrees(written.text(), &again) {
                    truth.not_received.push(case(format!("it is read as {again}")));
                }
            }
        }
        truth.written.push(written.text().to_owned());
    }
    truth
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
