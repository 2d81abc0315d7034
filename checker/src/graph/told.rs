//! The laws that hold for a context, in words: for whoever asks before writing code.

use super::{ContextId, Graph};
use stateline_rust::DefId;
use stateline_schema::map::{ItemLaw, Order, PackageLaw, PairLaw};
use stateline_schema::{Pattern, Spanned, Who};

impl Graph<'_> {
    /// The laws inside a context, and those between contexts that are about it.
    pub fn laws_told(&self, context: ContextId) -> Vec<String> {
        let laws = &self.context(context).laws;
        let layers = (!laws.layers.is_empty())
            .then(|| format!("layers, the uppermost first: {}", joined(&laws.layers)));
        let denied = laws.deny.iter().map(|law| package(law, "must not use"));
        let allowed = laws.allow.iter().map(|law| package(law, "may use only"));
        let reserved = laws.used_only_by.iter().map(item);
        let pure = (!laws.pure.is_empty()).then(|| {
            format!("steps may run code of {} and of packages known to be pure only", joined(&laws.pure))
        });
        let inside = layers.into_iter().chain(denied).chain(allowed).chain(reserved).chain(pure);
        inside.chain(self.border_laws_told(context)).collect()
    }

    /// The layer of its context that an item stands in, and what code there may use.
    pub fn layer_told(&self, id: DefId) -> Option<String> {
        let context = self.regions.owner(id)?;
        let at = self.laws.layer(self, id, context)?;
        let layers = &self.context(context).laws.layers;
        let after = joined(&layers[at + 1..]);
        Some(match after.as_str() {
            "" => format!("in the layer {}, which may use no other layer", layers[at].value),
            after => format!("in the layer {}, which may use {after}", layers[at].value),
        })
    }

    fn border_laws_told(&self, context: ContextId) -> Vec<String> {
        let laws = &self.input.map.laws;
        let is_in = |who: &Spanned<Who>| self.members(&who.value).contains(&context);
        let about = |law: &&PairLaw| is_in(&law.who);
        let orders = laws
            .layers
            .iter()
            .map(|order| &order.value)
            .filter(|order| order.layers.iter().flatten().any(is_in))
            .map(order);
        let used = laws.used_only_by.iter().filter(about).map(|law| match joined(&law.others).as_str() {
            "" => "no other context may use it".to_owned(),
            others => format!("only {others} may use it"),
        });
        let uses = laws.uses_only.iter().filter(about).map(|law| match joined(&law.others).as_str() {
            "" => "may use no other context".to_owned(),
            others => format!("may use only {others}"),
        });
        let never =
            laws.never_reaches.iter().filter(about).map(|law| {
                format!("must not reach {}, not even through other contexts", joined(&law.others))
            });
        let independent =
            laws.independent.iter().filter(|group| group.value.iter().any(is_in)).map(|group| {
                let others: Vec<_> = match &group.value[..] {
                    // Of the others with the same tag.
                    [one] => vec![one.clone()],
                    several => several.iter().filter(|who| !is_in(who)).cloned().collect(),
                };
                format!("independent of {}, and they of it", joined(&others))
            });
        orders.chain(used).chain(uses).chain(never).chain(independent).collect()
    }
}

fn joined<T: std::fmt::Display>(all: &[Spanned<T>]) -> String {
    all.iter().map(|one| one.value.to_string()).collect::<Vec<_>>().join(", ")
}

fn package(law: &PackageLaw, verb: &str) -> String {
    let who = match &law.module.value {
        Pattern::Everything => "its code".to_owned(),
        module => format!("code in {module}"),
    };
    format!("{who} {verb} {}", joined(&law.packages))
}

fn item(law: &ItemLaw) -> String {
    let what = match &law.items.value {
        Pattern::Everything => "it".to_owned(),
        items => items.to_string(),
    };
    match joined(&law.by).as_str() {
        "" => format!("no other context may use {what}"),
        by => format!("only {by} may use {what}"),
    }
}

fn order(order: &Order) -> String {
    let layers: Vec<String> = order.layers.iter().map(|layer| joined(layer).replace(", ", " and ")).collect();
    format!("contexts in layers, the uppermost first: {}", layers.join(", "))
}
