//! What templates say that derives and attributes of other packages write: items beside the one that
//! carries them.

use super::attributes::Meta;
use super::derived::pair;
use super::{Kind, Parser, Read, Token, Word};
use crate::read::derive::Declaration;
use crate::read::summary::{ItemId, ItemKind, Templated};
use crate::read::templates::{Carrying, Case, Filter, Part, Piece};
use std::ops::Range;

/// What is written for one item may be this long.
const LONGEST: usize = 200_000;

/// The type that carries a derive.
struct Shape {
    declared: Declaration,
    fields: Vec<FieldShape>,
    variants: Vec<VariantShape>,
}

struct VariantShape {
    name: Token,
    attributes: Vec<Meta>,
    fields: Vec<FieldShape>,
}

struct FieldShape {
    /// None in a tuple.
    name: Option<Token>,
    ty: Range<usize>,
    attributes: Vec<Meta>,
}

/// Where a template is filled in: what its holes stand for.
#[derive(Clone, Copy)]
struct Around<'s> {
    shape: &'s Shape,
    variant: Option<&'s VariantShape>,
    field: Option<&'s FieldShape>,
    /// Where the name of the type stands.
    at: Token,
}

/// A derive or an attribute that has a template.
struct Carried {
    template: usize,
    path: Range<usize>,
}

impl Parser<'_> {
    /// Writes what the templates say for the attributes of an item with these tokens (without its
    /// attributes and visibility).
    pub(super) fn templated(&mut self, attributes: Range<usize>, id: ItemId, tokens: Range<usize>) {
        let is_named = |token: &Token| token.kind == Kind::Word && self.templated.contains(&token.word());
        let names_one = self.source.tokens[attributes.clone()].iter().any(is_named);
        if !names_one || self.is_in_definition() || self.deriving {
            return;
        }
        let on = match self.out.items[id].kind {
            ItemKind::Struct { .. } => Some(Carrying::Struct),
            ItemKind::Enum { .. } => Some(Carrying::Enum),
            _ => None,
        };
        let mut carried = Vec::new();
        for meta in self.at_tokens(attributes, Self::skip_attributes).unwrap_or_default() {
            self.carried_in(meta, on, &mut carried);
        }
        for Carried { template, path } in carried {
            let Some(path) = self.whole_path(path) else { continue };
            let first = self.out.items.next();
            if on.is_some() && !self.templates.all[template].body.is_empty() {
                self.write_template(template, id, tokens.clone());
            }
            let derived = self.out.items.since(first);
            self.out.templated.push(Templated {
                template: crate::arena::to_u32(template),
                path,
                item: id,
                derived,
            });
        }
    }

    fn carried_in(&mut self, meta: Meta, on: Option<Carrying>, found: &mut Vec<Carried>) {
        match self.text_of(self.source.tokens[meta.start]) {
            "cfg_attr" => {
                for meta in self.arguments_of(meta).into_iter().skip(1) {
                    self.carried_in(meta, on, found);
                }
            }
            "derive" => {
                for meta in self.arguments_of(meta) {
                    found.extend(self.carried(&meta, true, on));
                }
            }
            _ => found.extend(self.carried(&meta, false, on)),
        }
    }

    fn carried(&self, meta: &Meta, is_derive: bool, on: Option<Carrying>) -> Vec<Carried> {
        let last = self.last_segment(meta);
        let name = self.source.tokens[..meta.end].get(last).filter(|name| name.kind == Kind::Word);
        let Some(name) = name else { return Vec::new() };
        let found = self.templates.named(is_derive, self.source.words[name.word()], on);
        found.map(|template| Carried { template, path: meta.start..last + 1 }).collect()
    }

    fn write_template(&mut self, template: usize, id: ItemId, tokens: Range<usize>) {
        let Some(shape) = self.looked_at(tokens, Self::shape_here) else { return };
        let at = self.source.tokens[shape.declared.name.range().start];
        let around = Around { shape: &shape, variant: None, field: None, at };
        let mut written = Vec::new();
        let templates = self.templates;
        self.fill(&templates.all[template].body, around, &mut written);
        pair(&mut written, self.source.tokens.len());
        let (first, own) = (self.out.items.next(), self.out.items[id].clone());
        self.derived_items(written, (at.start, at.end));
        let derived = self.out.items.since(first);
        for item in &mut self.out.items[derived] {
            if item.parent == own.parent {
                item.cfg = own.cfg;
            }
        }
    }

    fn shape_here(&mut self) -> Read<Shape> {
        let is_enum = self.is_word(Word::ENUM);
        let declared = self.declaration_here()?;
        let (mut fields, mut variants) = (Vec::new(), Vec::new());
        if let Some(open) = self.peek(0).filter(|open| open.kind == Kind::Open) {
            let inner = self.at + 1..open.extra as usize;
            if is_enum {
                let listed = self.source.listed(inner);
                variants = listed.into_iter().filter_map(|variant| self.variant_shape(variant)).collect();
            } else {
                fields = self.field_shapes(inner, open.byte == b'{');
            }
        }
        Ok(Shape { declared, fields, variants })
    }

    fn variant_shape(&mut self, tokens: Range<usize>) -> Option<VariantShape> {
        self.at_tokens(tokens, |parser| {
            let attributes = parser.skip_attributes().ok()?;
            let name = parser.peek(0).filter(|name| name.kind == Kind::Word)?;
            let open = parser.peek(1).filter(|open| open.kind == Kind::Open);
            let inner = open.map(|open| (parser.at + 2..open.extra as usize, open.byte == b'{'));
            let fields = inner.map_or_else(Vec::new, |(inner, named)| parser.field_shapes(inner, named));
            Some(VariantShape { name, attributes, fields })
        })
    }

    fn field_shapes(&mut self, tokens: Range<usize>, is_named: bool) -> Vec<FieldShape> {
        let listed = self.source.listed(tokens);
        let field = |parser: &mut Self| {
            let attributes = parser.skip_attributes().ok()?;
            parser.visibility().ok()?;
            let name = parser.peek(0).filter(|_| is_named);
            parser.at += if is_named { 2 } else { 0 };
            let ty = parser.at..parser.end;
            (ty.start < ty.end).then_some(FieldShape { name, ty, attributes })
        };
        listed.into_iter().filter_map(|tokens| self.at_tokens(tokens, field)).collect()
    }

    fn fill(&mut self, pieces: &[Piece], around: Around<'_>, out: &mut Vec<Token>) {
        for piece in pieces {
            if out.len() > LONGEST {
                return;
            }
            let here = |token: Token| Token { start: around.at.start, end: around.at.end, ..token };
            match piece {
                Piece::Token(token) => out.push(here(*token)),
                Piece::Word(token, text) => out.push(self.derived_word(here(*token), text)),
                Piece::Hole(hole) => self.fill_hole(hole, around, out),
                Piece::Joined(parts) => {
                    let mut text = String::new();
                    for (part, case) in parts {
                        match part {
                            Part::Word(word) => text.push_str(&case.of(word)),
                            Part::Hole(hole) => text.push_str(&self.text_of_hole(hole, around, *case)),
                        }
                    }
                    let joint = Token { kind: Kind::Word, byte: 0, joint: false, ..around.at };
                    out.push(self.derived_word(joint, &text));
                }
                Piece::For(each) if each.over_variants => {
                    for variant in &around.shape.variants {
                        if self.passes(&each.filters, &variant.attributes) {
                            let variant = Some(variant);
                            self.fill(&each.body, Around { variant, field: None, ..around }, out);
                        }
                    }
                }
                Piece::For(each) => {
                    let fields = around.variant.map_or(&around.shape.fields, |variant| &variant.fields);
                    for field in fields {
                        if self.passes(&each.filters, &field.attributes) {
                            self.fill(&each.body, Around { field: Some(field), ..around }, out);
                        }
                    }
                }
            }
        }
    }

    fn passes(&self, filters: &[Filter], attributes: &[Meta]) -> bool {
        let text = |at: usize| self.text_of(self.source.tokens[at]);
        filters.iter().all(|filter| {
            let carries = attributes.iter().any(|meta| {
                text(meta.start) == &*filter.attribute
                    && filter.word.as_ref().is_none_or(|word| meta.clone().any(|at| text(at) == &**word))
            });
            carries == filter.wanted
        })
    }

    fn fill_hole(&mut self, hole: &str, around: Around<'_>, out: &mut Vec<Token>) {
        let Around { shape, variant, field, at } = around;
        let punct = |byte| Token { kind: Kind::Punct, byte, joint: false, extra: 0, ..at };
        match (hole, variant, field) {
            ("name", ..) => out.push(at),
            ("generics" | "arguments", ..) if !shape.declared.generics.is_empty() => {
                out.push(punct(b'<'));
                for generic in &shape.declared.generics {
                    let said = if hole == "generics" { &generic.declared } else { &generic.name };
                    out.extend_from_slice(&self.source.tokens[said.range()]);
                    out.push(punct(b','));
                }
                out.push(punct(b'>'));
            }
            ("variant", Some(variant), _) => out.push(variant.name),
            ("field", _, Some(FieldShape { name: Some(name), .. })) => out.push(*name),
            ("type", _, Some(field)) => {
                out.extend_from_slice(&self.source.tokens[field.ty.clone()]);
                // What follows is another token than before.
                out.iter_mut().next_back().into_iter().for_each(|last| last.joint = false);
            }
            _ => {}
        }
    }

    fn text_of_hole(&self, hole: &str, around: Around<'_>, case: Case) -> String {
        let name = match (hole, around.variant, around.field) {
            ("name", ..) => Some(around.at),
            ("variant", Some(variant), _) => Some(variant.name),
            ("field", _, Some(field)) => field.name,
            _ => None,
        };
        name.map_or_else(String::new, |name| case.of(self.source.words[name.word()]))
    }
}
