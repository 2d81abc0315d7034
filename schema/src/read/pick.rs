//! Picks values out of a document whose grammar is checked; what is wrong there is simply not there.

use crate::document::{Entry, Node};
use crate::language::Form;
use crate::{Named, Spanned};

/// The entries of a mapping under a key, each name once.
pub(super) fn entries<'n, 't>(node: &'n Node<'t>, key: &str) -> impl Iterator<Item = &'n Entry<'t>> {
    node.get(key).map(Node::entries).unwrap_or_default().iter()
}

/// The name that an entry has.
pub(super) fn name(entry: &Entry<'_>) -> Spanned<String> {
    Spanned::new(entry.key.value.clone().into_owned(), entry.key.span)
}

/// A text.
pub(super) fn text(node: Option<&Node<'_>>) -> Option<Spanned<String>> {
    form(node, |text| Ok(text.to_owned()))
}

/// A text or a number, as text.
pub(super) fn text_or_number(node: Option<&Node<'_>>) -> Option<Spanned<String>> {
    let node = node?;
    Some(Spanned::new(node.raw()?.to_owned(), node.span))
}

/// A text of a form.
pub(super) fn form<T>(
    node: Option<&Node<'_>>,
    parse: impl Fn(&str) -> Result<T, String>,
) -> Option<Spanned<T>> {
    let node = node?;
    Some(Spanned::new(parse(node.text()?).ok()?, node.span))
}

/// A name of a form.
pub(super) fn named(node: Option<&Node<'_>>, of: &Form) -> Option<Spanned<String>> {
    form(node, |text| (of.check)(text).map(|()| text.to_owned()))
}

/// A truth.
pub(super) fn flag(node: Option<&Node<'_>>) -> Option<Spanned<bool>> {
    let node = node?;
    Some(Spanned::new(node.truth()?, node.span))
}

/// A whole number.
pub(super) fn number(node: Option<&Node<'_>>) -> Option<Spanned<u32>> {
    let node = node?;
    Some(Spanned::new(node.number()?, node.span))
}

/// A list of texts of a form, without what is named twice.
pub(super) fn list<T: PartialEq>(
    node: Option<&Node<'_>>,
    parse: impl Fn(&str) -> Result<T, String>,
) -> Vec<Spanned<T>> {
    let mut seen = std::collections::HashSet::new();
    let items = node.map(Node::items).unwrap_or_default().iter();
    items
        .filter(|item| item.text().is_some_and(|text| seen.insert(text)))
        .filter_map(|item| form(Some(item), &parse))
        .collect()
}

/// A list of names of a form, without what is named twice.
pub(super) fn names(node: Option<&Node<'_>>, of: &Form) -> Vec<Spanned<String>> {
    list(node, |text| (of.check)(text).map(|()| text.to_owned()))
}

/// A name of a form, or a list of such.
pub(super) fn one_or_more(node: Option<&Node<'_>>, of: &Form) -> Vec<Spanned<String>> {
    match named(node, of) {
        Some(only) => vec![only],
        None => names(node, of),
    }
}

/// Lists of texts of a form, by name.
pub(super) fn lists<T: PartialEq>(
    node: Option<&Node<'_>>,
    parse: impl Fn(&str) -> Result<T, String>,
) -> Named<Vec<Spanned<T>>> {
    let mut lists = Named::default();
    for entry in node.map(Node::entries).unwrap_or_default() {
        lists.insert(name(entry), list(Some(&entry.value), &parse));
    }
    lists
}
