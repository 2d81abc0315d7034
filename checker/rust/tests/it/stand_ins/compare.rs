//! What a stand-in declares and its package does not, or not so.

use super::declared::{Declared, Entry, Kind};

/// One line each, with both places.
pub(super) fn differences(stand_in: &Declared, original: &Declared) -> Vec<String> {
    let mut found = Vec::new();
    for entry in &stand_in.entries {
        match (difference(entry, original), entry.marked) {
            (Some(difference), false) => found.push(format!("{}: {difference}", entry.place)),
            (None, true) => {
                found.push(format!("{}: `{}` is said to differ, and does not", entry.place, entry.name))
            }
            _ => {}
        }
    }
    found
}

/// What other crates can name in the original, and the stand-in leaves out: one line each.
pub(super) fn missing(stand_in: &Declared, original: &Declared) -> Vec<String> {
    let says = |entry: &Entry| {
        let same = |other: &Entry| {
            other.name == entry.name && other.owner == entry.owner && fits(entry.kind, other.kind)
        };
        stand_in.entries.iter().any(same)
    };
    let public = original.entries.iter().filter(|entry| entry.public);
    public
        .filter(|entry| !says(entry))
        .map(|entry| format!("{}: the stand-in has no {}", entry.place, what(entry)))
        .collect()
}

/// Bounds that a stand-in says, and the original does not.
pub(super) fn bounds(stand_in: &Declared, original: &Declared) -> Vec<String> {
    let mut found = Vec::new();
    for entry in &stand_in.entries {
        let same = |other: &&Entry| {
            other.name == entry.name && other.owner == entry.owner && other.kind == entry.kind
        };
        let others: Vec<&Entry> = original.entries.iter().filter(same).collect();
        let holds =
            |other: &&Entry| entry.bounds.iter().zip(&other.bounds).all(|(own, all)| own.is_subset(all));
        if !others.is_empty() && !others.iter().any(holds) {
            found.push(format!("{}: {} has other bounds at {}", entry.place, what(entry), others[0].place));
        }
    }
    found
}

fn difference(entry: &Entry, original: &Declared) -> Option<String> {
    let named = || original.entries.iter().filter(|other| other.name == entry.name);
    let own =
        named().filter(|other| !other.loose && other.owner == entry.owner && fits(entry.kind, other.kind));
    let loose = named().any(|other| other.loose && (entry.loose || fits(entry.kind, other.kind)));
    let mut first = None;
    for other in own {
        let difference = shape(entry, other)?;
        first.get_or_insert_with(|| format!("{difference} at {}", other.place));
    }
    let known = loose || entry.loose && named().next().is_some();
    first.or_else(|| (!known).then(|| format!("the package has no {}", what(entry))))
}

/// Where names are equal: whether one of the package's can be what the stand-in has.
fn fits(entry: Kind, other: Kind) -> bool {
    match (entry, other) {
        // A type may be another one's, and a module may be handed on.
        (Kind::Import, _) => true,
        (Kind::Function | Kind::Type | Kind::Trait | Kind::Module, Kind::Import) => true,
        // Constructors of enums may be functions in the original, and `use` can make either a variant.
        (entry, other) => entry == other,
    }
}

/// How two of the same name differ; `None` if they do not.
fn shape(entry: &Entry, other: &Entry) -> Option<String> {
    if entry.kind == Kind::Import || other.kind == Kind::Import || entry.loose {
        return None;
    }
    let what = what(entry);
    if entry.inputs != other.inputs {
        return Some(format!("{what} has {} parameters, but {}", entry.inputs, other.inputs));
    }
    if entry.receiver != other.receiver {
        let receiver = |of: &Entry| of.receiver.unwrap_or("no `self`").to_owned();
        return Some(format!("{what} takes {}, but {}", receiver(entry), receiver(other)));
    }
    // Parameters with a default may be left out: few write them.
    let (least, most) = entry.generics;
    if !(least..=most).contains(&other.generics.0) {
        return Some(format!("{what} has {most} type parameters, but {}", other.generics.0));
    }
    None
}

fn what(entry: &Entry) -> String {
    let kind = match entry.kind {
        Kind::Module => "module",
        Kind::Type => "type",
        Kind::Trait => "trait",
        Kind::Import => "item",
        Kind::Variant => "variant",
        Kind::Function => "function",
    };
    match &entry.owner {
        Some(owner) => format!("{kind} `{owner}::{}`", entry.name),
        None => format!("{kind} `{}`", entry.name),
    }
}
