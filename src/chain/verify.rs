//! Whether what a chain says of fields is so, as far as their types tell.

use super::error::Kind;
use super::line::Course;
use super::link::Link;
use super::{Awaited, Chain, ChainError};

impl<In, E: ?Sized> Chain<In, E> {
    /// That its key is a field of what the first step takes, in every version; and that what a message fills,
    /// and by what its instance is found, are fields of the message, and of what the step takes.
    ///
    /// Whoever runs a chain asks this before. A type that does not tell its fields (an enum, a map, one with
    /// `#[serde(flatten)]`) is right.
    ///
    /// # Errors
    ///
    /// If one is none: each by name.
    pub fn verify(&self) -> Result<(), Vec<ChainError>> {
        let mut wrong = Vec::new();
        for (version, course) in &self.versions {
            let mut found = self.of_key(course);
            found.extend(course.links.iter().flat_map(|link| self.of_awaits(link)));
            let error = |(step, why)| self.error(*version, step, Kind::UnknownField, why);
            wrong.extend(found.into_iter().map(error));
        }
        if wrong.is_empty() { Ok(()) } else { Err(wrong) }
    }

    fn of_key(&self, course: &Course<E>) -> Vec<(&'static str, String)> {
        let (Some(key), Some(first)) = (self.key(), course.links.first()) else { return Vec::new() };
        let lacks = lacks((first.fields)(), key);
        let why = lacks.then(|| {
            format!(
                "the key of `{}` is `{key}`, which is no field of what its first step takes",
                self.process
            )
        });
        why.map(|why| (first.terms.name(), why)).into_iter().collect()
    }

    fn of_awaits(&self, link: &Link<E>) -> Vec<(&'static str, String)> {
        let of = |awaited: &Awaited| {
            let (topic, message) = (awaited.topic(), (awaited.fields)());
            let mut wrong = Vec::new();
            match awaited.by() {
                Some(by) if lacks(message, by) => {
                    wrong.push(format!("it awaits `{topic}` by `{by}`, which is no field of that message"));
                }
                Some(_) if self.key().is_none() => wrong.push(format!(
                    "it awaits `{topic}`, whose instance is found by a key, and `{}` has none",
                    self.process
                )),
                None if self.key().is_some() => wrong.push(format!(
                    "it awaits `{topic}`, and neither the topic nor the step says by which field its \
                     instance is found"
                )),
                _ => {}
            }
            for fill in awaited.fills() {
                if lacks(message, fill) {
                    wrong.push(format!("`{topic}` fills `{fill}`, which is no field of that message"));
                }
                if lacks((link.fields)(), fill) {
                    wrong.push(format!("`{topic}` fills `{fill}`, which is no field of what the step takes"));
                }
            }
            wrong
        };
        link.terms.awaits().iter().flat_map(of).map(|why| (link.terms.name(), why)).collect()
    }
}

/// Whether a type tells its fields, and this is none of them.
fn lacks(fields: Option<&'static [&'static str]>, name: &str) -> bool {
    fields.is_some_and(|fields| !fields.contains(&name))
}
