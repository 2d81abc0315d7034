//! The exceptions to a map.

use std::collections::HashMap;

use super::{Known, check_rule, pick};
use crate::document::Node;
use crate::language::form;
use crate::mistake::Mistakes;
use crate::{Date, Exception, Exceptions, Mistake, Pattern, Span, Spanned, Tolerated};

pub(super) fn read(root: &Node<'_>, known: &Known<'_>, mistakes: &mut Mistakes) -> Exceptions {
    let mut exceptions = Exceptions::default();
    let mut seen: HashMap<(String, Option<String>), Span> = HashMap::new();
    for node in root.get("exceptions").map(Node::items).unwrap_or_default() {
        let rule = pick::named(node.get("rule"), &form::RULE);
        if let Some(rule) = &rule {
            check_rule(rule, known, mistakes);
        }
        let mut tolerates = match node.get("edge") {
            Some(edge) => edges(edge, rule.as_ref()),
            None => rule.and_then(|rule| everywhere_or_at(node.get("at"), rule)).into_iter().collect(),
        };
        tolerates.retain(|tolerated| is_first(tolerated, &mut seen, mistakes));
        let Some(first) = tolerates.first() else { continue };
        exceptions.entries.push(Exception {
            folder: None,
            span: node.get("edge").map_or(first.span(), |edge| edge.span),
            tolerates,
            reason: pick::text(node.get("reason")),
            owner: pick::text(node.get("owner")),
            issue: pick::text_or_number(node.get("issue")),
            until: pick::form(node.get("until"), Date::parse),
        });
    }
    exceptions
}

/// The one edge, or those of a list, without what is named twice in it.
fn edges(node: &Node<'_>, rule: Option<&Spanned<String>>) -> Vec<Tolerated> {
    let texts = match node.text() {
        Some(text) => vec![Spanned::new(text.to_owned(), node.span)],
        None => pick::list(Some(node), |text| Ok(text.to_owned())),
    };
    texts.iter().filter_map(|text| edge(text, rule)).collect()
}

fn edge(text: &Spanned<String>, rule: Option<&Spanned<String>>) -> Option<Tolerated> {
    let (from, to) = text.split_once(" -> ")?;
    (form::CONTEXT.check)(from).ok()?;
    let from = Spanned::new(from.to_owned(), text.span);
    let to = Spanned::new(Pattern::parse(to).ok()?, text.span);
    Some(Tolerated::Edge { from, to, rule: rule.cloned() })
}

/// A rule, unless the place is wrong where alone it is tolerated.
fn everywhere_or_at(at: Option<&Node<'_>>, rule: Spanned<String>) -> Option<Tolerated> {
    let named = pick::named(at, &form::FILE);
    (named.is_some() == at.is_some()).then_some(Tolerated::Rule { rule, at: named })
}

/// Whether nothing before it tolerates the same for the same rule.
fn is_first(
    tolerated: &Tolerated,
    seen: &mut HashMap<(String, Option<String>), Span>,
    mistakes: &mut Mistakes,
) -> bool {
    let only = match tolerated {
        Tolerated::Edge { rule, .. } => rule.as_ref().map(|rule| rule.value.clone()),
        Tolerated::Rule { .. } => None,
    };
    let first = *seen.entry((tolerated.to_string(), only)).or_insert(tolerated.span());
    let is_first = first == tolerated.span();
    if !is_first {
        mistakes.push(|| {
            Mistake::new(tolerated.span(), "another exception already covers this")
                .help("remove this entry, or the other one")
                .related(first, "covered here")
        });
    }
    is_first
}
