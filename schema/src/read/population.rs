//! How many instances stand where.

use super::pick;
use crate::document::Node;
use crate::language::form;
use crate::population::{Alike, Owed, Population, State};
use crate::{Date, Spanned};

/// What a document says whose grammar is checked; none if anything of it is not there.
pub(super) fn read(root: &Node<'_>) -> Option<Population> {
    let items = |key: &str| root.get(key).map(Node::items).unwrap_or_default().iter();
    Some(Population {
        taken: pick::form(root.get("taken"), Date::parse)?,
        instances: items("instances").map(alike).collect::<Option<_>>()?,
        letters: items("letters").map(owed).collect::<Option<_>>()?,
        unreadable: pick::number(root.get("unreadable")).map_or(0, |number| number.value),
    })
}

fn alike(node: &Node<'_>) -> Option<Alike> {
    let hash = |text: &str| u64::from_str_radix(text, 16).map_err(|error| error.to_string());
    let state = |text: &str| State::named(text).ok_or_else(String::new);
    Some(Alike {
        process: pick::named(node.get("process"), &form::PROCESS)?,
        version: pick::number(node.get("version"))?.value,
        step: pick::named(node.get("step"), &form::STEP)?.value,
        shape: match node.get("shape") {
            Some(shape) => Some(pick::form(Some(shape), hash)?.value),
            None => None,
        },
        state: pick::form(node.get("state"), state)?.value,
        number: pick::number(node.get("number"))?.value,
    })
}

fn owed(node: &Node<'_>) -> Option<Owed> {
    let named = |key, form| pick::named(node.get(key), form);
    let (context, topic) = (named("context", &form::CONTEXT)?, named("topic", &form::TOPIC)?);
    let (Spanned { value: context, .. }, Spanned { value: topic, .. }) = (context, topic);
    Some(Owed { context, topic, number: pick::number(node.get("number"))?.value })
}
