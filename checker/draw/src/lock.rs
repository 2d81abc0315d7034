//! `stateline.map.lock` as text: a line for each context and each number, sorted, so that two branches
//! that add different contexts merge.

use super::layout::{COLOURS, Lock, Point, Seat, SheetKind};
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
use std::collections::BTreeMap;
use std::fmt::{self, Write};
use std::marker::PhantomData;

const VERSION: u32 = 1;
/// The most that a lock may hold, in bytes, and how far away a context may lie, in pixels.
const MOST_BYTES: usize = 4 << 20;
const FAR: f64 = 1e6;
/// More lines than any context has.
const MOST_LINES: usize = 1_000_000_000;

impl Lock {
    /// The file's name, beside the map.
    pub const FILE: &str = "stateline.map.lock";

    /// Its text.
    pub fn text(&self) -> String {
        let seat = |(name, seat): (&String, &Seat)| {
            let Seat { at, reach, colour, lines } = seat;
            let lines = if *lines > 0 { format!(", \"lines\": {lines}") } else { String::new() };
            format!(
                "{}: {{ \"at\": [{}, {}], \"reach\": {reach}, \"colour\": {colour}{lines} }}",
                quoted(name),
                at.x,
                at.y
            )
        };
        let number = |(name, number): (&String, &u32)| format!("{}: {number}", quoted(name));
        let mut text = String::from("{\n");
        let _ = writeln!(text, "  \"stateline-map-lock\": {VERSION},");
        if let Some(kind) = self.kind {
            let _ = writeln!(text, "  \"sheet\": \"{}\",", kind.name());
        }
        if self.left_out > 0 {
            let _ = writeln!(text, "  \"left-out\": {},", self.left_out);
        }
        text.push_str("  \"contexts\": {");
        lines(&mut text, self.seats.iter().map(seat));
        text.push_str("},\n  \"numbers\": {");
        lines(&mut text, self.numbers.iter().map(number));
        text.push_str("}\n}\n");
        text
    }

    /// Reads a lock strictly: what is not understood is an error, never ignored.
    ///
    /// # Errors
    /// A sentence with line and column where there is one.
    pub fn read(text: &str) -> Result<Lock, String> {
        if text.len() > MOST_BYTES {
            return Err(format!("it has {} bytes: {MOST_BYTES} are the most", text.len()));
        }
        let file: File = serde_json::from_str(text).map_err(|error| error.to_string())?;
        if file.version != VERSION {
            return Err(format!(
                "it is of version {}, and this program reads version {VERSION}",
                file.version
            ));
        }
        let kind = file.sheet.map(|name| {
            let known = SheetKind::ALL.map(|kind| format!("`{}`", kind.name())).join(" and ");
            SheetKind::named(&name).ok_or_else(|| format!("there is no sheet `{name}`: {known} are possible"))
        });
        let mut lock = Lock { kind: kind.transpose()?, left_out: file.left_out, ..Lock::default() };
        for (name, Place { at: (x, y), reach, colour, lines }) in file.contexts.0 {
            if x.abs() > FAR || y.abs() > FAR {
                return Err(format!("`{name}` lies at {x}, {y}: {FAR} pixels are the most"));
            }
            if !(1.0..=FAR / 100.0).contains(&reach) {
                return Err(format!("`{name}` reaches {reach} pixels: 1 to {} are possible", FAR / 100.0));
            }
            if lines > MOST_LINES {
                return Err(format!("`{name}` has {lines} lines: {MOST_LINES} are the most"));
            }
            if colour >= COLOURS {
                return Err(format!("`{name}` has colour {colour}: 0 to {} are possible", COLOURS - 1));
            }
            lock.seats.insert(name, Seat { at: Point { x, y }, reach, colour, lines });
        }
        for (name, number) in file.numbers.0 {
            if !(1..=99_999).contains(&number) {
                return Err(format!("`{name}` has number {number}: 1 to 99999 are possible"));
            }
            lock.numbers.insert(name, number);
        }
        Ok(lock)
    }
}

fn lines(text: &mut String, lines: impl Iterator<Item = String>) {
    let mut any = false;
    for line in lines {
        text.push_str(if any { ",\n    " } else { "\n    " });
        text.push_str(&line);
        any = true;
    }
    text.push_str(if any { "\n  " } else { "" });
}

fn quoted(name: &str) -> String {
    serde_json::Value::from(name).to_string()
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(rename = "stateline-map-lock")]
    version: u32,
    sheet: Option<String>,
    #[serde(rename = "left-out", default)]
    left_out: usize,
    contexts: Once<Place>,
    numbers: Once<u32>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Place {
    at: (f64, f64),
    reach: f64,
    colour: usize,
    #[serde(default)]
    lines: usize,
}

/// An object in which no key stands twice, as it may after a merge.
struct Once<V>(BTreeMap<String, V>);

impl<'de, V: Deserialize<'de>> Deserialize<'de> for Once<V> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_map(Entries(PhantomData))
    }
}

struct Entries<V>(PhantomData<V>);

impl<'de, V: Deserialize<'de>> Visitor<'de> for Entries<V> {
    type Value = Once<V>;

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<Once<V>, A::Error> {
        let mut entries = BTreeMap::new();
        while let Some(key) = from.next_key::<String>()? {
            if entries.contains_key(&key) {
                return Err(A::Error::custom(format_args!("`{key}` stands here twice")));
            }
            let value = from.next_value()?;
            entries.insert(key, value);
        }
        Ok(Once(entries))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lock() -> Lock {
        let seat = Seat { at: Point { x: -12.5, y: 300.0 }, reach: 80.1, colour: 2, lines: 1320 };
        let seats =
            [("ledger".to_owned(), seat), ("a \"b\"\n".to_owned(), Seat { reach: 1.0, lines: 0, ..seat })];
        Lock {
            seats: seats.into(),
            numbers: [("paid of ledger".to_owned(), 7)].into(),
            kind: Some(SheetKind::Land),
            left_out: 3,
        }
    }

    #[test]
    fn what_is_written_is_read() {
        for lock in [lock(), Lock::default()] {
            assert_eq!(Lock::read(&lock.text()), Ok(lock));
        }
    }

    #[test]
    fn each_context_has_a_line() {
        assert_eq!(
            lock().text(),
            "{\n  \"stateline-map-lock\": 1,\n  \"sheet\": \"land\",\n  \"left-out\": 3,\n  \"contexts\": {\n    \
             \"a \\\"b\\\"\\n\": { \"at\": [-12.5, 300], \"reach\": 1, \"colour\": 2 },\n    \
             \"ledger\": { \"at\": [-12.5, 300], \"reach\": 80.1, \"colour\": 2, \"lines\": 1320 }\n  },\n  \
             \"numbers\": {\n    \"paid of ledger\": 7\n  }\n}\n"
        );
    }

    #[track_caller]
    fn refused(from: &str, to: &str, expected: &str) {
        let text = lock().text().replacen(from, to, 1);
        assert_eq!(Lock::read(&text), Err(expected.to_owned()));
    }

    #[test]
    fn what_is_not_understood_is_refused() {
        refused("lock\": 1", "lock\": 2", "it is of version 2, and this program reads version 1");
        refused("land", "sea", "there is no sheet `sea`: `land` and `matrix` are possible");
        refused("\"reach\": 80.1", "\"reach\": -3", "`ledger` reaches -3 pixels: 1 to 10000 are possible");
        refused("\"colour\": 2", "\"colour\": 6", "`a \"b\"\n` has colour 6: 0 to 5 are possible");
        refused("1320", "1000000001", "`ledger` has 1000000001 lines: 1000000000 are the most");
        refused(
            "300",
            "3e200",
            &format!("`a \"b\"\n` lies at -12.5, 3{}: 1000000 pixels are the most", "0".repeat(200)),
        );
        refused("of ledger\": 7", "of ledger\": 0", "`paid of ledger` has number 0: 1 to 99999 are possible");
        let twice = lock().text().replacen("a \\\"b\\\"\\n", "ledger", 1);
        assert_eq!(Lock::read(&twice), Err("`ledger` stands here twice at line 7 column 12".to_owned()));
        let more = lock().text().replacen("\"at\"", "\"add\": 1, \"at\"", 1);
        let error = Lock::read(&more).expect_err("the key is unknown");
        assert!(error.starts_with("unknown field `add`") && error.contains("line 6"), "{error}");
        let broken = Lock::read("<<<<<<< ours\n{}").expect_err("a conflict is no lock");
        assert!(broken.contains("line 1 column 1"), "{broken}");
    }
}
