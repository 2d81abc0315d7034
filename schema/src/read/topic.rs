//! A topic.

use super::pick;
use crate::document::{Entry, Node};
use crate::language::form;
use crate::map::{Ack, Topic};
use crate::{Duration, Path, Span};

pub(super) fn read(entry: &Entry<'_>) -> Topic {
    let node = &entry.value;
    let ack = node.entries().iter().find(|entry| entry.key.value == "ack");
    Topic {
        name: pick::name(entry),
        about: pick::text(node.get("about")),
        message: pick::form(node.get("message"), Path::parse),
        key: pick::text(node.get("key")),
        ack: ack.map(|entry| self::ack(&entry.value, entry.key.span)),
    }
}

fn ack(node: &Node<'_>, span: Span) -> Ack {
    Ack {
        span,
        within: pick::form(node.get("within"), Duration::parse),
        by: pick::names(node.get("by"), &form::CONTEXT),
        to: pick::named(node.get("to"), &form::CONTEXT),
    }
}
