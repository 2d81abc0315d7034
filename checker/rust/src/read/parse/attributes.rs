//! Attributes: conditions are taken out, built-in ones that name nothing are left out.

use super::paths::Style;
use super::{Kind, Parser, Read};
use crate::arena::IdxRange;
use crate::read::summary::{Attribute, Cfg};
use crate::read::{CfgId, ItemId, cfg};
use std::ops::Range;

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

/// Whether an attribute is there only under a condition, and whether that holds in an ordinary build.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asked {
    Always,
    On,
    Off,
}

/// Tokens between the brackets of an attribute.
pub(super) type Meta = Range<usize>;

impl Parser<'_> {
    /// The attributes that stand here, as far as they are worth keeping, and the condition under
    /// which what follows exists.
    pub(super) fn attributes(&mut self) -> Read<(IdxRange<Attribute>, Option<CfgId>)> {
        let start = self.out.attributes.next();
        if !self.is_punct(b'#') {
            return Ok((self.out.attributes.since(start), None));
        }
        let (mut under, mut conditions) = (Vec::new(), Vec::new());
        for meta in self.skip_attributes()? {
            self.attribute(meta, &mut under, &mut conditions)?;
        }
        let run = self.out.attributes.since(start);
        Ok((run, self.joined(conditions)))
    }

    /// Goes past attributes: what stands between their brackets.
    pub(super) fn skip_attributes(&mut self) -> Read<Vec<Meta>> {
        let mut found = Vec::new();
        while self.is_punct(b'#') && !self.is_punct_at(1, b'!') {
            self.at += 1;
            found.push(self.brackets()?);
        }
        Ok(found)
    }

    pub(super) fn skip_inner_attributes(&mut self) -> Read<Vec<Meta>> {
        let mut found = Vec::new();
        while self.is_punct(b'#') && self.is_punct_at(1, b'!') {
            self.at += 2;
            found.push(self.brackets()?);
        }
        Ok(found)
    }

    fn brackets(&mut self) -> Read<Meta> {
        if !self.is_open(b'[') {
            return Err(self.stop("`[`"));
        }
        let start = self.at + 1;
        self.skip_group();
        if start == self.at - 1 {
            return Err(self.stop("an attribute"));
        }
        let meta = start..self.at - 1;
        if self.is_meta(&meta) {
            return Ok(meta);
        }
        self.at = start;
        Err(self.stop("a path, and a bracket or `=` after it"))
    }

    /// `a::b`, `a::b(…)`, `a::b = …`.
    fn is_meta(&self, meta: &Meta) -> bool {
        let tokens = &self.source.tokens[meta.clone()];
        let is_word = |at: usize| tokens.get(at).is_some_and(|token| token.kind == Kind::Word);
        let is_colon =
            |at: usize| tokens.get(at).is_some_and(|token| token.kind == Kind::Punct && token.byte == b':');
        let mut at = if is_colon(0) && is_colon(1) { 3 } else { 1 };
        while is_word(at - 1) && is_colon(at) && is_colon(at + 1) {
            at += 3;
        }
        let ends = match tokens.get(at).map(|token| (token.kind, token.byte, token.extra as usize)) {
            None => at == tokens.len(),
            Some((Kind::Open, _, close)) => close + 1 == meta.end,
            Some((Kind::Punct, b'=', _)) => at + 1 < tokens.len(),
            Some(_) => false,
        };
        is_word(at - 1) && ends
    }

    /// Reads tokens elsewhere with `read`, and comes back.
    pub(super) fn at_tokens<T>(&mut self, tokens: Range<usize>, read: impl FnOnce(&mut Self) -> T) -> T {
        let before = (self.at, self.end);
        (self.at, self.end) = (tokens.start, tokens.end);
        let found = read(self);
        (self.at, self.end) = before;
        found
    }

    /// Keeps an attribute that stands in the `cfg_attr`s with these predicates, and notes a condition.
    fn attribute(&mut self, meta: Meta, under: &mut Vec<Cfg>, conditions: &mut Vec<Cfg>) -> Read<()> {
        match self.first_word(&meta) {
            "doc" => {}
            "cfg" => conditions.push(self.condition_under(under, meta)),
            "cfg_attr" => self
                .conditional(meta, under, |parser, meta, under| parser.attribute(meta, under, conditions))?,
            "derive" => self.derive(meta, under)?,
            word if INERT.contains(&word) => {}
            _ => self.kept_attribute(meta, under)?,
        }
        Ok(())
    }

    /// Reads each attribute of a `cfg_attr` with its predicate added to those around it.
    fn conditional(
        &mut self,
        meta: Meta,
        under: &mut Vec<Cfg>,
        mut read: impl FnMut(&mut Self, Meta, &mut Vec<Cfg>) -> Read<()>,
    ) -> Read<()> {
        let mut parts = self.arguments_of(meta).into_iter();
        let Some(predicate) = parts.next() else { return Ok(()) };
        under.push(self.predicate(predicate));
        for meta in parts {
            read(self, meta, under)?;
        }
        under.pop();
        Ok(())
    }

    /// `cfg_attr(a, cfg(b))` is there where `a` does not hold, or `b` does.
    fn condition_under(&mut self, under: &[Cfg], meta: Meta) -> Cfg {
        let condition = self.condition(meta);
        match under {
            [] => condition,
            under => Cfg::Any(vec![Cfg::Not(Box::new(all(under.to_vec()))), condition]),
        }
    }

    fn first_word(&self, meta: &Meta) -> &'static str
    where
        Self: Sized,
    {
        let text = self.source.tokens.get(meta.start).map_or("", |token| self.text_of(*token));
        ["doc", "cfg", "cfg_attr", "derive"]
            .into_iter()
            .chain(INERT.iter().copied())
            .find(|word| *word == text)
            .unwrap_or("")
    }

    fn kept_attribute(&mut self, meta: Meta, under: &[Cfg]) -> Read<()> {
        let tokens = &self.source.tokens;
        let span = (tokens[meta.start].start, tokens[meta.end - 1].end);
        let (end, span_of) = (meta.end, meta.clone());
        let is_serde = self.text_of(tokens[meta.start]) == "serde";
        let (path, rest) = self.at_tokens(meta, |parser| (parser.path(Style::Plain), parser.at));
        // `#[$meta]`, `#[unsafe(…)]`, and what only a macro can make sense of.
        let Ok(path) = path else { return Ok(()) };
        let from = self.out.terms.loose.next();
        self.loose_in_attribute(rest..end, is_serde);
        let loose = self.out.terms.loose.since(from);
        let cfg = self.joined(under.to_vec());
        let attribute = self.out.attributes.alloc(Attribute { path, span, loose, is_derive: false, cfg });
        if is_serde {
            self.note_serde(attribute, span_of);
        }
        Ok(())
    }

    fn derive(&mut self, meta: Meta, under: &[Cfg]) -> Read<()> {
        let tokens = &self.source.tokens;
        let span = (tokens[meta.start].start, tokens[meta.end - 1].end);
        self.at_tokens(meta, |parser| {
            let path = parser.path(Style::Plain)?;
            let start = parser.out.terms.loose.next();
            parser.group(b'(', |parser| {
                parser.separated(|parser| {
                    let derived = parser.path(Style::Type)?;
                    parser.push_loose(derived, false, false, false);
                    Ok(())
                })
            })?;
            let loose = parser.out.terms.loose.since(start);
            let cfg = parser.joined(under.to_vec());
            parser.out.attributes.push(Attribute { path, span, loose, is_derive: true, cfg });
            Ok(())
        })
    }

    /// The conditions in attributes that are otherwise of no interest.
    pub(super) fn cfg_within(&mut self, attributes: Vec<Meta>) -> Option<CfgId> {
        let (mut under, mut conditions) = (Vec::new(), Vec::new());
        for meta in attributes {
            self.note_conditions(meta, &mut under, &mut conditions);
        }
        self.joined(conditions)
    }

    fn note_conditions(&mut self, meta: Meta, under: &mut Vec<Cfg>, conditions: &mut Vec<Cfg>) {
        match self.first_word(&meta) {
            "cfg" => conditions.push(self.condition_under(under, meta)),
            "cfg_attr" => {
                // Nothing in here is refused.
                let _ = self.conditional(meta, under, |parser, meta, under| {
                    parser.note_conditions(meta, under, conditions);
                    Ok(())
                });
            }
            _ => {}
        }
    }

    fn joined(&mut self, conditions: Vec<Cfg>) -> Option<CfgId> {
        (!conditions.is_empty()).then(|| self.push_cfg(all(conditions)))
    }

    pub(super) fn push_cfg(&mut self, cfg: Cfg) -> CfgId {
        let cfgs = &mut self.out.cfgs;
        let found = cfgs.iter().position(|known| *known == cfg);
        found.map_or_else(|| cfgs.alloc(cfg), CfgId::new)
    }

    /// The predicate in a `cfg(…)`.
    pub(super) fn condition(&mut self, meta: Meta) -> Cfg {
        match self.arguments_of(meta).as_slice() {
            [one] => self.predicate(one.clone()),
            _ => Cfg::Unknown,
        }
    }

    pub(super) fn predicate(&mut self, meta: Meta) -> Cfg {
        let Some(first) = self.source.tokens.get(meta.start).copied() else { return Cfg::Unknown };
        let name = self.text_of(first);
        let second = if meta.len() > 1 { self.source.tokens.get(meta.start + 1).copied() } else { None };
        match (second.map(|token| (token.kind, token.byte)), name) {
            (None, "true") => Cfg::All(Vec::new()),
            (None, "false") => Cfg::Any(Vec::new()),
            (None, _) if first.kind == Kind::Word => Cfg::Flag(name.into()),
            (Some((Kind::Punct, b'=')), _) => match self.string_at(meta.start + 2) {
                Some(value) => Cfg::Pair(name.into(), value.into()),
                None => Cfg::Unknown,
            },
            (Some((Kind::Open, b'(')), "all" | "any" | "not") => {
                let inner = self.arguments_of(meta);
                let mut inner: Vec<Cfg> = inner.into_iter().map(|meta| self.predicate(meta)).collect();
                match name {
                    "all" => Cfg::All(inner),
                    "any" => Cfg::Any(inner),
                    _ if inner.len() == 1 => Cfg::Not(Box::new(inner.swap_remove(0))),
                    _ => Cfg::Unknown,
                }
            }
            _ => Cfg::Unknown,
        }
    }

    /// The text of a plain string literal.
    pub(super) fn string_at(&self, index: usize) -> Option<&str> {
        let token = self.source.tokens.get(index).filter(|token| token.kind == Kind::Str)?;
        let text = self.text_of(*token).trim_start_matches('r').trim_matches('#');
        text.strip_prefix('"')?.strip_suffix('"')
    }

    /// What stands between commas in `name(…)`.
    pub(super) fn arguments_of(&mut self, meta: Meta) -> Vec<Meta> {
        let mut found = Vec::new();
        let Some(open) = self.source.tokens.get(meta.start + 1).copied() else { return found };
        if open.kind != Kind::Open || meta.len() < 2 {
            return found;
        }
        let end = open.extra as usize;
        let mut start = meta.start + 2;
        let mut at = start;
        while at < end {
            let token = self.source.tokens[at];
            match (token.kind, token.byte) {
                (Kind::Punct, b',') => {
                    found.push(start..at);
                    start = at + 1;
                    at += 1;
                }
                (Kind::Open, _) => at = token.extra as usize + 1,
                _ => at += 1,
            }
        }
        if start < end {
            found.push(start..end);
        }
        found.retain(|meta| !meta.is_empty());
        found
    }

    /// `#[path = "…"]`, also in a `cfg_attr` whose condition holds here; and all that it would be if other
    /// conditions held.
    pub(super) fn module_paths(
        &mut self,
        attributes: Range<usize>,
    ) -> (Option<Box<str>>, Vec<Option<Box<str>>>) {
        let metas = self.at_tokens(attributes, Self::skip_attributes).unwrap_or_default();
        let mut given = Vec::new();
        for meta in metas {
            self.path_values(meta, Asked::Always, &mut given);
        }
        let chosen = given.iter().position(|(asked, _)| *asked != Asked::Off);
        let is_asked = chosen.is_none_or(|chosen| given[chosen].0 == Asked::On);
        let path = chosen.map(|chosen| given.remove(chosen).1);
        let mut others: Vec<_> = given.into_iter().map(|(_, path)| Some(path)).collect();
        if path.is_some() && is_asked {
            others.push(None);
        }
        (path, others)
    }

    fn path_values(&mut self, meta: Meta, asked: Asked, given: &mut Vec<(Asked, Box<str>)>) {
        match self.first_word(&meta) {
            "path" => {
                let path = self.string_at(meta.start + 2).map(|text| text.replace("\\\\", "\\").into());
                given.extend(path.map(|path| (asked, path)));
            }
            "cfg_attr" => {
                let mut parts = self.arguments_of(meta).into_iter();
                let Some(condition) = parts.next() else { return };
                let condition = self.predicate(condition);
                let holds = asked != Asked::Off && cfg::ordinary().holds(&condition, &[]);
                let asked = if holds { Asked::On } else { Asked::Off };
                parts.for_each(|meta| self.path_values(meta, asked, given));
            }
            _ => {}
        }
    }

    /// Notes the name by which the linker knows an item, if an attribute gives it one.
    pub(super) fn note_symbol(&mut self, id: ItemId, attributes: Range<usize>) {
        let metas = self.at_tokens(attributes, Self::skip_attributes).unwrap_or_default();
        let own = self.out.names[self.out.items[id].name].clone();
        let symbol = metas.into_iter().find_map(|meta| self.linked_as(meta, &own));
        self.out.linked.extend(symbol.map(|symbol| (id, symbol)));
    }

    fn linked_as(&mut self, meta: Meta, own: &str) -> Option<Box<str>> {
        let word = self.source.tokens.get(meta.start).map(|token| self.text_of(*token))?;
        match word {
            "no_mangle" => Some(own.into()),
            "export_name" | "link_name" => self.string_at(meta.start + 2).map(Into::into),
            "unsafe" => self.arguments_of(meta).into_iter().find_map(|meta| self.linked_as(meta, own)),
            "cfg_attr" => {
                let mut metas = self.arguments_of(meta).into_iter().skip(1);
                metas.find_map(|meta| self.linked_as(meta, own))
            }
            _ => None,
        }
    }

    pub(super) fn has_attribute(&mut self, attributes: Range<usize>, word: &'static str) -> bool {
        let metas = self.at_tokens(attributes, Self::skip_attributes).unwrap_or_default();
        metas.iter().any(|meta| self.first_word(meta) == word)
    }

    /// `#[test]`, `#[bench]`, `#[tokio::test]`.
    pub(super) fn is_test(&mut self, attributes: Range<usize>) -> bool {
        let metas = self.at_tokens(attributes, Self::skip_attributes).unwrap_or_default();
        metas.into_iter().any(|meta| {
            let mut last = meta.start;
            while last + 3 < meta.end + 1
                && self.at_tokens(last + 1..meta.end, |parser| parser.is_pair(b':', b':'))
            {
                last += 3;
            }
            let text = self.source.tokens.get(last).map_or("", |token| self.text_of(*token));
            text == "test" || (text == "bench" && last == meta.start)
        })
    }
}

fn all(mut conditions: Vec<Cfg>) -> Cfg {
    if conditions.len() == 1 { conditions.swap_remove(0) } else { Cfg::All(conditions) }
}
