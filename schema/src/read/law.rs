//! Laws, inside a context and between contexts.

use super::pick;
use crate::document::Node;
use crate::map::{BorderLaws, ItemLaw, Laws, Order, PackageLaw, PairLaw};
use crate::{Path, Pattern, Spanned, Who};

/// The laws inside a context.
pub(super) fn inside(node: &Node<'_>) -> Laws {
    let packages = node.get("packages");
    let law = |key| packages.map(|packages| package_laws(packages, key)).unwrap_or_default();
    let used_only_by = pick::entries(node, "used_only_by").filter_map(|entry| {
        let items = Spanned::new(Pattern::parse(&entry.key).ok()?, entry.key.span);
        Some(ItemLaw { items, by: pick::list(Some(&entry.value), Who::parse) })
    });
    Laws {
        layers: pick::list(node.get("layers"), Path::parse),
        deny: law("deny"),
        allow: law("allow"),
        used_only_by: used_only_by.collect(),
        pure: pick::list(node.get("steps").and_then(|steps| steps.get("pure")), Path::parse),
    }
}

/// The laws between contexts.
pub(super) fn between(node: &Node<'_>) -> BorderLaws {
    let items = |key| node.get(key).map(Node::items).unwrap_or_default().iter();
    let order = |item: &Node<'_>| {
        let layers = item.get("order").map(Node::items).unwrap_or_default().iter();
        let layer = |layer: &Node<'_>| match pick::form(Some(layer), Who::parse) {
            Some(only) => vec![only],
            None => pick::list(Some(layer), Who::parse),
        };
        let exhaustive = pick::flag(item.get("exhaustive")).is_some_and(|flag| flag.value);
        let order = Order { layers: layers.map(layer).collect(), exhaustive };
        Spanned::new(order, item.get("order").map_or(item.span, |order| order.span))
    };
    let pairs = |key| {
        let entries = pick::entries(node, key);
        let pairs = entries.filter_map(|entry| {
            let who = Spanned::new(Who::parse(&entry.key).ok()?, entry.key.span);
            Some(PairLaw { who, others: pick::list(Some(&entry.value), Who::parse) })
        });
        pairs.collect()
    };
    BorderLaws {
        layers: items("layers").map(order).collect(),
        independent: items("independent")
            .map(|group| Spanned::new(pick::list(Some(group), Who::parse), group.span))
            .collect(),
        used_only_by: pairs("used_only_by"),
        uses_only: pairs("uses_only"),
        never_reaches: pairs("never_reaches"),
    }
}

fn package_laws(packages: &Node<'_>, key: &str) -> Vec<PackageLaw> {
    let laws = pick::entries(packages, key).filter_map(|entry| {
        let module = Spanned::new(Pattern::parse(&entry.key).ok()?, entry.key.span);
        Some(PackageLaw { module, packages: pick::list(Some(&entry.value), Path::parse) })
    });
    laws.collect()
}
