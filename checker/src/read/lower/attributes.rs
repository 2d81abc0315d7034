//! Attributes: conditions are taken out, built-in ones that name nothing are left out.

use super::{Lower, count};
use crate::read::cfg;
use crate::read::summary::{Attribute, Cfg, Run};
use syn::parse::Parser;
use syn::punctuated::Punctuated;

/// Attributes of the language and its tools that can name nothing of anybody's.
const INERT: &[&str] = &[
    "allow",
    "warn",
    "deny",
    "forbid",
    "expect",
    "inline",
    "must_use",
    "repr",
    "cold",
    "non_exhaustive",
    "macro_use",
    "macro_export",
    "track_caller",
    "deprecated",
    "no_mangle",
    "target_feature",
    "path",
    "automatically_derived",
    "ignore",
    "should_panic",
    "link",
    "link_name",
    "unsafe",
    "export_name",
    "recursion_limit",
    "doc",
    "feature",
    "no_std",
    "global_allocator",
    "panic_handler",
    "rustfmt",
    "clippy",
    "rustdoc",
    "diagnostic",
];

impl Lower<'_> {
    /// The attributes worth keeping, and the condition under which what they stand on exists.
    pub(super) fn attributes(&mut self, attributes: &[syn::Attribute]) -> (Run, Option<u32>) {
        let start = count(self.out.attributes.len());
        let mut conditions = Vec::new();
        for attribute in attributes {
            self.attribute(&attribute.meta, &mut conditions);
        }
        (Run { start, len: count(self.out.attributes.len()) - start }, self.joined(conditions))
    }

    fn attribute(&mut self, meta: &syn::Meta, conditions: &mut Vec<Cfg>) {
        let path = meta.path();
        if path.is_ident("doc") {
            return;
        }
        if path.is_ident("cfg") {
            conditions.push(condition(meta));
        } else if path.is_ident("cfg_attr") {
            for meta in conditional(meta).into_iter().skip(1) {
                self.attribute(&meta, conditions);
            }
        } else if path.is_ident("derive") {
            self.derive(meta);
        } else if !path.segments.first().is_some_and(|first| INERT.iter().any(|inert| first.ident == inert)) {
            self.kept_attribute(meta);
        }
    }

    fn kept_attribute(&mut self, meta: &syn::Meta) {
        let (at, end) = self.meta_span(meta);
        let path = self.path(meta.path());
        let loose = Run { start: count(self.out.terms.loose.len()), len: 0 };
        self.loose_in_attribute(at, end);
        let loose = Run { len: count(self.out.terms.loose.len()) - loose.start, ..loose };
        self.out.attributes.push(Attribute { path, span: (at, end), loose, is_derive: false });
    }

    fn derive(&mut self, meta: &syn::Meta) {
        let syn::Meta::List(list) = meta else { return };
        let parser = Punctuated::<syn::Path, syn::Token![,]>::parse_terminated;
        let Ok(traits) = parser.parse2(list.tokens.clone()) else { return };
        let span = self.meta_span(meta);
        let path = self.path(&list.path);
        let start = count(self.out.terms.loose.len());
        for derived in &traits {
            let derived = self.path(derived);
            self.push_loose(derived, false, false, false);
        }
        let loose = Run { start, len: count(self.out.terms.loose.len()) - start };
        self.out.attributes.push(Attribute { path, span, loose, is_derive: true });
    }

    fn meta_span(&self, meta: &syn::Meta) -> (u32, u32) {
        let path = meta.path();
        let first = path.segments.first().map_or(0, |segment| self.at(segment.ident.span()));
        let end = match meta {
            syn::Meta::Path(_) => {
                path.segments.last().map_or(first, |segment| self.places.end(segment.ident.span()))
            }
            syn::Meta::List(list) => self.places.end(list.delimiter.span().close()),
            syn::Meta::NameValue(pair) => self.places.end(syn::spanned::Spanned::span(&pair.value)),
        };
        (first, end.max(first))
    }

    /// The conditions in attributes that are otherwise of no interest.
    pub(super) fn cfg_of(&mut self, attributes: &[syn::Attribute]) -> Option<u32> {
        if attributes.is_empty() {
            return None;
        }
        let own = attributes.iter().filter(|attribute| attribute.path().is_ident("cfg"));
        let conditions = own.map(|attribute| condition(&attribute.meta)).collect();
        self.joined(conditions)
    }

    /// `#![cfg(…)]`, of a file or a body.
    pub(super) fn inner_cfg(&mut self, attributes: &[syn::Attribute]) -> Option<u32> {
        let conditions = attributes
            .iter()
            .filter(|attribute| matches!(attribute.style, syn::AttrStyle::Inner(_)))
            .filter(|attribute| attribute.path().is_ident("cfg"))
            .map(|attribute| condition(&attribute.meta))
            .collect();
        self.joined(conditions)
    }

    fn joined(&mut self, mut conditions: Vec<Cfg>) -> Option<u32> {
        let joined = match conditions.len() {
            0 => return None,
            1 => conditions.swap_remove(0),
            _ => Cfg::All(conditions),
        };
        Some(self.push_cfg(joined))
    }

    pub(super) fn push_cfg(&mut self, cfg: Cfg) -> u32 {
        let cfgs = &mut self.out.cfgs;
        let found = cfgs.iter().position(|known| *known == cfg).unwrap_or_else(|| {
            cfgs.push(cfg);
            cfgs.len() - 1
        });
        count(found)
    }
}

/// `#[path = "…"]`, also in a `cfg_attr` whose condition holds here.
pub(super) fn module_path(attributes: &[syn::Attribute]) -> Option<Box<str>> {
    attributes.iter().find_map(|attribute| path_value(&attribute.meta))
}

fn path_value(meta: &syn::Meta) -> Option<Box<str>> {
    if let syn::Meta::NameValue(pair) = meta
        && pair.path.is_ident("path")
        && let syn::Expr::Lit(literal) = &pair.value
        && let syn::Lit::Str(text) = &literal.lit
    {
        return Some(text.value().into());
    }
    if !meta.path().is_ident("cfg_attr") {
        return None;
    }
    let metas = conditional(meta);
    let (condition, given) = metas.split_first()?;
    if cfg::ordinary().holds(&predicate(condition), &[]) { given.iter().find_map(path_value) } else { None }
}

pub(super) fn has(attributes: &[syn::Attribute], word: &str) -> bool {
    attributes.iter().any(|attribute| attribute.path().is_ident(word))
}

/// `#[test]`, `#[bench]`, `#[tokio::test]`.
pub(super) fn is_test(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        let path = attribute.path();
        path.is_ident("bench") || path.segments.last().is_some_and(|segment| segment.ident == "test")
    })
}

/// The predicate in a `cfg(…)`.
pub(super) fn condition(meta: &syn::Meta) -> Cfg {
    let syn::Meta::List(list) = meta else { return Cfg::Unknown };
    match list.tokens.to_string().as_str() {
        "true" => return Cfg::All(Vec::new()),
        "false" => return Cfg::Any(Vec::new()),
        _ => {}
    }
    match metas(list).as_slice() {
        [one] => predicate(one),
        _ => Cfg::Unknown,
    }
}

/// What stands in `cfg_attr(…)`: the predicate, then attributes.
fn conditional(meta: &syn::Meta) -> Vec<syn::Meta> {
    match meta {
        syn::Meta::List(list) => metas(list),
        _ => Vec::new(),
    }
}

fn metas(list: &syn::MetaList) -> Vec<syn::Meta> {
    let parser = Punctuated::<syn::Meta, syn::Token![,]>::parse_terminated;
    parser.parse2(list.tokens.clone()).map(|metas| metas.into_iter().collect()).unwrap_or_default()
}

fn predicate(meta: &syn::Meta) -> Cfg {
    let name = meta.path().get_ident().map(ToString::to_string);
    match (meta, name.as_deref()) {
        (syn::Meta::Path(_), Some(name)) => Cfg::Flag(name.into()),
        (syn::Meta::NameValue(pair), Some(name)) => match &pair.value {
            syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. }) => {
                Cfg::Pair(name.into(), text.value().into())
            }
            _ => Cfg::Unknown,
        },
        (syn::Meta::List(list), Some(name)) => {
            let mut inner: Vec<Cfg> = metas(list).iter().map(predicate).collect();
            match name {
                "all" => Cfg::All(inner),
                "any" => Cfg::Any(inner),
                "not" if inner.len() == 1 => Cfg::Not(Box::new(inner.swap_remove(0))),
                _ => Cfg::Unknown,
            }
        }
        _ => Cfg::Unknown,
    }
}
