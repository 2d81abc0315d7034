//! The exceptions to a map.

use std::collections::HashMap;

use super::{Known, check_rule, pick};
use crate::document::Node;
use crate::language::form;
use crate::mistake::Mistakes;
use crate::{Date, Exception, Exceptions, Mistake, Pattern, Span, Spanned, Tolerated};

pub(super) fn read(root: &Node<'_>, known: &Known<'_>, mistakes: &mut Mistakes) -> Exceptions {
    let mut exceptions = Exceptions::default();
    let mut seen: HashMap<(String, String), Span> = HashMap::new();
    for node in root.get("exceptions").map(Node::items).unwrap_or_default() {
        let rule = pick::named(node.get("rule"), &form::RULE);
        if let Some(rule) = &rule {
            check_rule(rule, known, mistakes);
        }
        let Some((span, tolerates, same)) = tolerated(node, rule) else { continue };
        if let Some(&first) = seen.get(&same) {
            mistakes
                .push(|| Mistake::new(span, "this is already tolerated").related(first, "by this exception"));
            continue;
        }
        seen.insert(same, span);
        exceptions.entries.push(Exception {
            span,
            tolerates,
            reason: pick::text(node.get("reason")),
            owner: pick::text(node.get("owner")),
            issue: pick::text_or_number(node.get("issue")),
            until: pick::form(node.get("until"), Date::parse),
        });
    }
    exceptions
}

/// What an entry tolerates, where that stands, and what makes two entries the same.
fn tolerated(node: &Node<'_>, rule: Option<Spanned<String>>) -> Option<(Span, Tolerated, (String, String))> {
    if let Some(edge) = node.get("edge") {
        let (from, to) = edge.text()?.split_once(" -> ")?;
        let same = (format!("{from} -> {to}"), rule.as_deref().cloned().unwrap_or_default());
        let from = Spanned::new((form::CONTEXT.check)(from).ok().map(|()| from.to_owned())?, edge.span);
        let to = Spanned::new(Pattern::parse(to).ok()?, edge.span);
        return Some((edge.span, Tolerated::Edge { from, to, rule }, same));
    }
    let (rule, at) = (rule?, pick::named(node.get("at"), &form::FILE));
    let same = (rule.value.clone(), node.get("at").and_then(Node::raw).unwrap_or_default().to_owned());
    Some((rule.span, Tolerated::Rule { rule, at }, same))
}
