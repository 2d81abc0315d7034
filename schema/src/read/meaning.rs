//! Whether the names in a map mean something. What needs a rule's name, a page and an exception is left
//! to the checker's rules: topics that nobody declared are one of those.

use std::collections::HashMap;

use super::{Known, check_rule};
use crate::map::{CodeKind, Context, Map, Topic};
use crate::mistake::{Mistakes, quoted};
use crate::suggest::did_you_mean;
use crate::{Mistake, Span, Spanned, Who};

/// Tells the mistakes of meaning. Of a text that is not `whole`, nothing is called missing.
pub(super) fn check(map: &Map, known: &Known<'_>, whole: bool, mistakes: &mut Mistakes) {
    for rule in map.rules.names() {
        check_rule(rule, known, mistakes);
    }
    for context in map.contexts.values() {
        own_permits(context, mistakes);
    }
    own_topics(map, mistakes);
    if whole {
        for name in named_contexts(map) {
            exists(map, name, mistakes);
        }
        for who in map.laws.named().chain(named_inside(map)) {
            match &who.value {
                Who::Context(name) => exists(map, &Spanned::new(name.clone(), who.span), mistakes),
                Who::Tag(tag) => is_borne(map, tag, who.span, mistakes),
            }
        }
    }
    border_laws(map, mistakes);
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

/// Everybody whom a law inside a context names.
fn named_inside(map: &Map) -> impl Iterator<Item = &Spanned<Who>> {
    map.contexts.values().flat_map(|context| context.laws.used_only_by.iter().flat_map(|law| &law.by))
}

/// A law about a tag that no context has would hold for nobody.
fn is_borne(map: &Map, tag: &str, span: Span, mistakes: &mut Mistakes) {
    let tags = || map.contexts.values().flat_map(|context| &context.tags).map(|tag| tag.value.as_str());
    if tags().any(|known| known == tag) {
        return;
    }
    mistakes.push(|| {
        let mistake = Mistake::new(span, format!("no context has the tag {}", quoted(tag)));
        match did_you_mean(tag, tags().collect::<std::collections::BTreeSet<_>>(), "possible tags are") {
            Some(help) => mistake.help(help),
            None => mistake.help(format!("add `tags: [{tag}]` to a context")),
        }
    });
}

/// Who is in two layers of one order is above and below; who stands alone is independent of nobody.
fn border_laws(map: &Map, mistakes: &mut Mistakes) {
    for order in &map.laws.layers {
        let mut seen: HashMap<&Who, Span> = HashMap::new();
        for who in order.value.layers.iter().flatten() {
            if let Some(first) = seen.insert(&who.value, who.span) {
                mistakes.push(|| {
                    Mistake::new(who.span, format!("{} is in two layers", quoted(&who.to_string())))
                        .related(first, "first listed here")
                        .help("list it in one layer")
                });
            }
        }
    }
    for group in map
        .laws
        .independent
        .iter()
        .filter(|group| matches!(&group.value[..], [Spanned { value: Who::Context(_), .. }]))
    {
        mistakes.push(|| {
            Mistake::new(group.span, "an entry of `independent` lists only one name")
                .help("add the contexts that it must be independent of")
        });
    }
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
        let mistake = Mistake::new(name.span, format!("the map has no context {}", quoted(name)));
        let names = map.contexts.names().map(|name| name.value.as_str());
        match did_you_mean(name, names, "possible contexts are") {
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
                    .help("remove this entry")
            });
        }
    }
}

/// Stateline declares its own topics, and nobody else publishes on them.
fn own_topics(map: &Map, mistakes: &mut Mistakes) {
    let is_one = |name: &str| Topic::own().any(|own| own.name.value == name);
    for name in map.topics.names().filter(|name| Topic::is_own(name)) {
        mistakes.push(|| {
            let reserved = "the names of topics that begin with `stateline.` are reserved";
            let help = match is_one(name) {
                true => "remove it: contexts may subscribe to it without declaring it",
                false => "choose another name",
            };
            Mistake::new(name.span, reserved).help(help)
        });
    }
    let published = map.contexts.values().flat_map(|context| &context.publishes);
    for name in published.filter(|name| is_one(name)) {
        mistakes.push(|| {
            Mistake::new(name.span, format!("only Stateline itself publishes on {}", quoted(name)))
                .help("remove it from `publishes`")
        });
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
    let (message, help) = match &names[..] {
        [name] => (format!("the context {name} lies within itself"), "remove `within` from it"),
        _ => (
            format!("the contexts {} lie within each other in a cycle", names.join(", ")),
            "remove `within` from the one that contains the others",
        ),
    };
    ring.iter().skip(1).take(10).fold(Mistake::new(span(first), message).help(help), |mistake, context| {
        mistake.related(span(context), format!("{} within this", quoted(&context.name)))
    })
}
