//! Brings together the main map and the files of contexts beside their code.
//!
//! The main map lists every context; no file can add one by itself.

use std::collections::{HashMap, HashSet};

use super::pick;
use crate::document::{Document, Entry, Kind, Node};
use crate::language::form;
use crate::mistake::{Mistakes, quoted};
use crate::{Mistake, Source, Spanned};

/// A context as it is written.
pub(super) struct Written<'n, 't> {
    pub(super) name: Spanned<String>,
    /// The mapping that says what it is.
    pub(super) node: &'n Node<'t>,
    /// The file of that mapping, if it is not the main map, at the file's own word for it.
    pub(super) file: Option<Spanned<String>>,
}

/// All contexts, each from where it is written.
pub(super) fn contexts<'n, 't>(
    root: &'n Node<'t>,
    beside: &'n [(&'n Source, Document<'t>)],
    mistakes: &mut Mistakes,
) -> Vec<Written<'n, 't>> {
    let parts = parts(root, beside, mistakes);
    let mut seen = HashSet::new();
    let first = pick::entries(root, "contexts").filter(|entry| seen.insert(&*entry.key.value));
    first.map(|entry| written(entry, &parts, beside, mistakes)).collect()
}

/// The file of a context, and its root.
struct Part<'n, 't> {
    name: Spanned<String>,
    source: &'n Source,
    root: &'n Node<'t>,
}

/// The files by the context that each names.
fn parts<'n, 't>(
    root: &Node<'_>,
    beside: &'n [(&'n Source, Document<'t>)],
    mistakes: &mut Mistakes,
) -> HashMap<String, Part<'n, 't>> {
    let listed: HashSet<&str> = pick::entries(root, "contexts").map(|entry| &*entry.key.value).collect();
    let mut parts: HashMap<String, Part<'n, 't>> = HashMap::new();
    for (source, document) in beside {
        let Some(root) = &document.root else { continue };
        let Some(name) = pick::text(root.get("context")) else { continue };
        if !listed.contains(name.value.as_str()) {
            mistakes.push(|| {
                Mistake::new(name.span, format!("the map lists no context {}", quoted(&name)))
                    .help(format!("add `{name}: {{ file: {} }}` to `contexts` in the map", source.name))
            });
        } else if let Some(first) = parts.get(&name.value) {
            mistakes.push(|| {
                Mistake::new(name.span, format!("the context {} has two files", quoted(&name)))
                    .related(first.name.span, "this is the other")
            });
        } else {
            parts.insert(name.value.clone(), Part { name, source, root });
        }
    }
    parts
}

/// Where a context that the main map lists is written.
fn written<'n, 't>(
    entry: &'n Entry<'t>,
    parts: &HashMap<String, Part<'n, 't>>,
    beside: &[(&Source, Document<'_>)],
    mistakes: &mut Mistakes,
) -> Written<'n, 't> {
    let name = pick::name(entry);
    let here = &entry.value;
    let file = pick::named(here.get("file"), &form::FILE);
    let besides_file = here.entries().iter().find(|entry| entry.key.value != "file");
    let Some(part) = parts.get(&name.value) else {
        if let Some(file) = &file {
            absent(file, &name, beside, mistakes);
        } else if matches!(&here.kind, Kind::Mapping(entries) if entries.is_empty()) {
            mistakes.push(|| {
                Mistake::new(name.span, format!("the context {} is empty", quoted(&name)))
                    .help("add `owns: [CRATE]`, or `file: PATH` of the file that defines it")
            });
        }
        return Written { name, node: here, file: None };
    };
    if let Some(file) = file.as_ref().filter(|file| file.value != part.source.name) {
        mistakes.push(|| {
            Mistake::new(
                file.span,
                format!("the context {} is written in `{}`", quoted(&name), part.source.name),
            )
            .related(part.name.span, "here")
        });
    }
    if let Some(other) = besides_file {
        mistakes.push(|| {
            Mistake::new(other.key.span, format!("the context {} is declared in two places", quoted(&name)))
                .related(part.name.span, "it has a file of its own")
                .help(format!(
                    "keep one of them; if the context has a file, its entry in the map has only `file: {}`",
                    part.source.name
                ))
        });
        return Written { name, node: here, file: None };
    }
    let file = Some(Spanned::new(part.source.name.clone(), part.name.span));
    Written { name, node: part.root, file }
}

/// Tells of a file that is listed, but is not there or speaks of another context.
fn absent(file: &Spanned<String>, name: &str, beside: &[(&Source, Document<'_>)], mistakes: &mut Mistakes) {
    let Some((_, document)) = beside.iter().find(|(source, _)| source.name == file.value) else {
        return mistakes.push(|| Mistake::new(file.span, format!("there is no file {}", quoted(file))));
    };
    // An empty file has been told of.
    let Some(root) = &document.root else { return };
    mistakes.push(|| {
        let message = format!("{} does not declare the context {}", quoted(file), quoted(name));
        match pick::text(root.get("context")) {
            Some(other) => Mistake::new(file.span, message).related(other.span, "it declares this one"),
            None => Mistake::new(file.span, message).help(format!("add the line `context: {name}`")),
        }
    });
}
