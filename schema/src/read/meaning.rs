//! Whether the names in a map mean something. What needs a rule's name, a page and an exception is left
//! to the checker's rules: topics that nobody declared are one of those.

use std::collections::HashMap;

use super::{Known, check_rule};
use crate::map::{CodeKind, Context, Map};
use crate::mistake::{Mistakes, quoted};
use crate::suggest::did_you_mean;
use crate::{Mistake, Spanned};

/// Tells the mistakes of meaning. Of a text that is not `whole`, nothing is called missing.
pub(super) fn check(map: &Map, known: &Known<'_>, whole: bool, mistakes: &mut Mistakes) {
    for rule in map.rules.names() {
        check_rule(rule, known, mistakes);
    }
    for context in map.contexts.values() {
        own_permits(context, mistakes);
    }
    if whole {
        for name in named_contexts(map) {
            exists(map, name, mistakes);
        }
    }
    within_rings(map, mistakes);
}

/// Every place that names a context.
fn named_contexts(map: &Map) -> impl Iterator<Item = &Spanned<String>> {
    let contexts = map.contexts.values().flat_map(|context| {
        let permitted =
            all_permits(context).flat_map(|permits| permits.calls.names().chain(permits.uses.names()));
        context.within.iter().chain(permitted)
    });
    let acks = map.topics.values().filter_map(|topic| topic.ack.as_ref());
    contexts
        .chain(acks.flat_map(|ack| ack.by.iter().chain(&ack.to)))
        .chain(map.processes.values().filter_map(|process| process.context.as_ref()))
}

fn all_permits(context: &Context) -> impl Iterator<Item = &crate::map::Permits> {
    let besides = CodeKind::ALL.into_iter().filter_map(|kind| context.permits(kind).nth(1));
    std::iter::once(&context.permits).chain(besides)
}

fn exists(map: &Map, name: &Spanned<String>, mistakes: &mut Mistakes) {
    if map.contexts.contains(name) || (crate::language::form::CONTEXT.check)(name).is_err() {
        return;
    }
    mistakes.push(|| {
        let mistake = Mistake::new(name.span, format!("there is no context {}", quoted(name)));
        let names = map.contexts.names().map(|name| name.value.as_str());
        match did_you_mean(name, names, "the map has") {
            Some(help) => mistake.help(help),
            None => mistake,
        }
    });
}

/// A context needs no permission for what is its own.
fn own_permits(context: &Context, mistakes: &mut Mistakes) {
    for permits in all_permits(context) {
        let calls = permits.calls.entry(&context.name).map(|(name, _)| (name, "call"));
        let uses = permits.uses.entry(&context.name).map(|(name, _)| (name, "use"));
        for (name, verb) in calls.into_iter().chain(uses) {
            mistakes.push(|| {
                Mistake::new(name.span, format!("{} needs no permission to {verb} itself", quoted(name)))
                    .help("leave it out")
            });
        }
    }
}

/// Contexts that lie within each other: each ring is told once.
fn within_rings(map: &Map, mistakes: &mut Mistakes) {
    let mut met: HashMap<&str, usize> = HashMap::new();
    for (walk, start) in map.contexts.values().enumerate() {
        let mut here = start;
        let ring = loop {
            match met.insert(&here.name.value, walk) {
                None => {}
                Some(before) if before == walk => break Some(here),
                Some(_) => break None,
            }
            let outer = here.within.as_ref().and_then(|outer| map.context(outer));
            match outer {
                Some(outer) => here = outer,
                None => break None,
            }
        };
        if let Some(first) = ring {
            mistakes.push(|| ring_of(map, first));
        }
    }
}

/// The mistake at the ring's first context, naming the others.
fn ring_of(map: &Map, first: &Context) -> Mistake {
    let ring: Vec<&Context> = std::iter::once(first)
        .chain(map.around(first).take_while(|context| context.name.value != first.name.value))
        .collect();
    let span = |context: &Context| context.within.as_ref().map_or(context.name.span, |within| within.span);
    let names: Vec<String> = ring.iter().take(10).map(|context| quoted(&context.name)).collect();
    let message = match &names[..] {
        [name] => format!("the context {name} lies within itself"),
        _ => format!("the contexts {} lie within each other, in a ring", names.join(", ")),
    };
    ring.iter().skip(1).take(10).fold(
        Mistake::new(span(first), message).help("only one of them can be the outer one"),
        |mistake, context| mistake.related(span(context), format!("{} within this", quoted(&context.name))),
    )
}
