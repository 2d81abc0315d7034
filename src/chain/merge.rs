//! A message's fields put into stored data.

use crate::data::{Tree, within};
use crate::{DataError, Json};

/// What is stored with the message's fields where it had none; nothing if it has them all.
///
/// Fills what is null or absent, also in nested objects. What the message leaves null it says
/// nothing about. Whether a field that was absent is known at all only the type can tell.
pub(super) fn filled(stored: &Json, message: &Json) -> Result<Option<Json>, DataError> {
    let (mut stored, message) = (Tree::of(stored.text())?, Tree::of(message.text())?);
    if !matches!(message, Tree::Object(_)) {
        return Err(DataError::new("", "it has no fields"));
    }
    match fill(&mut stored, &message, &mut String::new())? {
        true => Json::of_text(stored.text()).map(Some),
        false => Ok(None),
    }
}

/// An object with these fields only; with all that it has if none is named.
pub(super) fn only(message: &Json, names: &[&str]) -> Result<Json, DataError> {
    match Tree::of(message.text())? {
        Tree::Object(mut fields) if !names.is_empty() => {
            fields.retain(|(name, _)| names.contains(&name.as_ref()));
            Json::of_text(Tree::Object(fields).text())
        }
        _ => Ok(message.clone()),
    }
}

fn fill<'a>(stored: &mut Tree<'a>, message: &Tree<'a>, path: &mut String) -> Result<bool, DataError> {
    match (stored, message) {
        (_, message) if message.is_null() => Ok(false),
        (stored, message) if stored.is_null() => {
            *stored = message.clone();
            Ok(true)
        }
        (Tree::Object(stored), Tree::Object(message)) => {
            let mut changed = false;
            for (name, value) in message {
                match stored.iter_mut().find(|(other, _)| other == name) {
                    Some((_, old)) => changed |= within(path, name, |path| fill(old, value, path))?,
                    None if value.is_null() => {}
                    None => {
                        stored.push((name.clone(), value.clone()));
                        changed = true;
                    }
                }
            }
            Ok(changed)
        }
        (stored, message) if stored.same_as(message).is_ok() => Ok(false),
        (stored, message) => {
            let what = format!("{} is stored, and the message says {}", stored.text(), message.text());
            Err(DataError::new(path.as_str(), what))
        }
    }
}
