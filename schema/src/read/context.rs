//! A context.

use super::{law, merge::Written, pick};
use crate::document::Node;
use crate::language::form;
use crate::map::{Context, Owned, Permits};
use crate::mistake::{Mistakes, quoted};
use crate::{Glob, Mistake, Path, Pattern, Spanned};
use std::collections::HashMap;

/// Reads a context from where it is written: the main map, or the file beside its code.
pub(super) fn read(
    Written { name, node, file }: Written<'_, '_>,
    whole: bool,
    mistakes: &mut Mistakes,
) -> Context {
    if whole {
        owns_something(&name, node, mistakes);
    }
    Context {
        name,
        file,
        title: pick::text(node.get("title")),
        about: pick::text(node.get("about")),
        owner: pick::text(node.get("owner")),
        tags: pick::names(node.get("tags"), &form::TAG),
        owns: owns(node.get("owns"), mistakes),
        within: pick::named(node.get("within"), &form::CONTEXT),
        external: pick::flag(node.get("external")),
        exports: pick::list(node.get("exports"), Pattern::parse),
        permits: permits(Some(node)),
        tests: permits(node.get("tests")),
        benches: permits(node.get("benches")),
        examples: permits(node.get("examples")),
        build: permits(node.get("build")),
        publishes: pick::names(node.get("publishes"), &form::TOPIC),
        subscribes: pick::names(node.get("subscribes"), &form::TOPIC),
        laws: node.get("laws").map(law::inside).unwrap_or_default(),
    }
}

/// A context of ours owns code. What has no key at all, or leads to a file, is told of where files meet.
fn owns_something(name: &Spanned<String>, node: &Node<'_>, mistakes: &mut Mistakes) {
    let is_excused = ["owns", "file"].iter().any(|key| node.get(key).is_some())
        || node.get("external").is_some_and(|external| external.truth() != Some(false))
        || node.entries().is_empty();
    if !is_excused {
        mistakes.push(|| {
            Mistake::new(name.span, format!("the context {} owns nothing", quoted(name)))
                .help("add `owns: [CRATE]`, or `external: true` if it is another system")
        });
    }
}

/// What a context owns, each entry in either form, and which of them is said twice.
fn owns(node: Option<&Node<'_>>, mistakes: &mut Mistakes) -> Vec<Spanned<Owned>> {
    let mut seen = HashMap::new();
    let mut owns: Vec<Spanned<Owned>> = Vec::new();
    for item in node.map(Node::items).unwrap_or_default() {
        let owned = pick::form(Some(item), owned).or_else(|| {
            let folder = pick::named(item.get("folder"), &form::FOLDER)?;
            Some(Spanned::new(Owned::Folder(folder.value), folder.span))
        });
        let Some(owned) = owned else { continue };
        match seen.get(&owned.value) {
            Some(&first) => mistakes.push(|| {
                Mistake::new(owned.span, format!("`owns` lists {} twice", quoted(&owned.to_string())))
                    .related(first, "first listed here")
            }),
            None => {
                seen.insert(owned.value.clone(), owned.span);
                owns.push(owned);
            }
        }
    }
    owns
}

fn owned(text: &str) -> Result<Owned, String> {
    (form::OWNED.check)(text)?;
    Ok(match Glob::parse(text) {
        Ok(glob) => Owned::Crates(glob),
        Err(_) => Owned::Code(Pattern::parse(text)?),
    })
}

fn permits(node: Option<&Node<'_>>) -> Permits {
    Permits {
        calls: pick::lists(node.and_then(|node| node.get("calls")), Path::parse),
        uses: pick::lists(node.and_then(|node| node.get("uses")), Pattern::parse),
    }
}
