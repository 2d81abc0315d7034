//! What serde's derives make of a struct or an enum.

mod conditions;

use super::case::Case;
use super::said::{Rules, Said};
use super::{Wire, codec, nowhere, unknown};
use crate::graph::member::types_in;
use crate::graph::shape::Shape;
use stateline_rust::arena::IdxRange;
use stateline_rust::summary::{self, Attribute, ItemKind, Shape as Form};
use stateline_rust::{DefId, DefKind, FileId, Site};
use stateline_schema::shape::{Body, Conversion, Field, Tagging, Term, Value, Variant};
use std::collections::HashSet;

/// What a type of the workspace is, with these arguments.
pub(super) fn body(wire: &mut Wire<'_>, name: &str, id: DefId, args: &[Shape]) -> Body {
    let world = wire.graph.world();
    let Some(item) = world.item(id) else { return Body::Opaque { code: 0, below: Vec::new() } };
    let (file, site) = (world.def(id).file, wire.site(id));
    let said = Said::new(wire.graph, site, item.attributes);
    let by_hand = wire.by_hand.contains_key(&id);
    let mut members = Members { wire, name, id, args, file, site };
    if by_hand {
        return members.opaque(&said);
    }
    let derived = said.serializes || said.deserializes;
    // What a macro of ours derives, such as the request of an operation, is data.
    let derived = derived || world.origin(id) != id;
    if !derived || said.foreign || members.are_conditional(&said) {
        return members.opaque(&said);
    }
    if said.has("from") || said.has("try_from") || said.has("into") {
        return members.converted(&said).unwrap_or_else(|| members.opaque(&said));
    }
    match &item.kind {
        ItemKind::Struct { shape, .. } if said.has("transparent") => members.transparent(&said, *shape),
        ItemKind::Struct { shape, .. } => members.structure(&said, *shape),
        ItemKind::Enum { .. } => members.enumeration(&said),
        _ => members.opaque(&said),
    }
}

/// What makes up the fields that are missing, for a whole struct.
#[derive(Clone, Copy)]
enum Filler<'d> {
    /// A function, with a hash of its code where that is read.
    By(&'d str, Option<u64>),
    /// Each has the default of its type.
    Derived,
}

/// A type whose members are read.
struct Members<'m, 'g> {
    wire: &'m mut Wire<'g>,
    name: &'m str,
    id: DefId,
    args: &'m [Shape],
    file: FileId,
    site: Site<'g>,
}

impl<'g> Members<'_, 'g> {
    fn said(&self, attributes: IdxRange<Attribute>) -> Said<'g> {
        Said::new(self.wire.graph, self.site, attributes)
    }

    fn ty(&mut self, ty: summary::TypeId) -> Term {
        let (site, given) = (self.site, (self.id, self.args));
        self.wire.inner(site, ty, given)
    }

    /// The fields of a struct or a variant that an ordinary build has.
    fn fields_of(&self, id: DefId) -> Vec<&'g summary::Field> {
        let world = self.wire.graph.world();
        // What stands behind a condition as a whole has all that it has.
        let around = world.def(id).enabled;
        let fields = world.children(id).iter().map(|field| world.def(*field));
        let fields = fields.filter(|field| field.kind == DefKind::Field && (field.enabled || !around));
        fields.filter_map(|field| field.field.map(|at| &world.summary(field.file).fields[at])).collect()
    }

    /// What is written or read by code: a hash of it, and all that it may write or read.
    fn opaque(&mut self, said: &Said<'g>) -> Body {
        let (graph, outer) = (self.wire.graph, self.site);
        let world = graph.world();
        let mut below = Vec::new();
        let variants = world.children(self.id).iter().filter(|id| world.def(**id).kind == DefKind::Variant);
        for holder in std::iter::once(&self.id.clone()).chain(variants) {
            self.site = self.wire.site(*holder);
            for field in self.fields_of(*holder) {
                below.push(self.term_of(field));
            }
        }
        self.site = outer;
        for word in ["from", "try_from", "into"] {
            if let Some(shape) = said.text(word).and_then(|written| codec::shape(graph, said, outer, written))
            {
                below.push(self.wire.read(&shape));
            }
        }
        let mut seen = HashSet::new();
        below.retain(|term| seen.insert(term.clone()));
        // What an impl does may depend on what stands for its parameters.
        let mut given = Vec::new();
        self.args.iter().for_each(|arg| arg.of_workspace(graph, &mut given));
        let by_hand = self.wire.by_hand.get(&self.id);
        let by_hand = by_hand.map_or(0, |impls| self.wire.code_of.of_all(impls, &given));
        let converted = ["from", "try_from", "into"].iter().any(|word| said.has(word));
        let conversions = if converted { self.conversions(said) } else { 0 };
        let conditions = if self.are_conditional(said) { self.conditions(said) } else { 0 };
        let own = world.item(self.id).map_or(0, |item| item.code);
        let code = [by_hand, conversions, conditions].into_iter().fold(own, u64::wrapping_add);
        Body::Opaque { code, below }
    }

    /// Of the conversions, and of the copy that is made before one into another type.
    fn conversions(&self, said: &Said<'g>) -> u64 {
        let Wire { code_of, .. } = &*self.wire;
        let of = self.wire.conversions().get(&self.id).map_or(0, |impls| code_of.of_all(impls, &[]));
        let copied = said.has("into").then(|| code_of.of_impls(self.wire.clones(), &[self.id])).flatten();
        of.wrapping_add(copied.unwrap_or(0))
    }

    /// `from`, `try_from`, `into`: what is written, and what is read.
    fn converted(&mut self, said: &Said<'g>) -> Option<Body> {
        let graph = self.wire.graph;
        let mut named = |written: &str| {
            let shape = codec::shape(graph, said, self.site, written)?;
            Some(self.wire.read(&shape))
        };
        let from = said.text("from").or_else(|| said.text("try_from"));
        let writes = said.text("into").map(&mut named);
        let reads = from.map(&mut named);
        let (writes, reads) = match (writes, reads) {
            (Some(writes), Some(reads)) => (writes?, reads?),
            // One way is converted, and the other is as the fields say: no vocabulary has that.
            _ => return None,
        };
        let code = self.conversions(said);
        let how = Conversion::Converted { checked: said.has("try_from"), code };
        let reads = (reads != writes).then_some(reads);
        Some(Body::Value(Value { how, writes, reads }))
    }

    fn transparent(&mut self, said: &Said<'g>, shape: Form) -> Body {
        let skipped = |field: &&summary::Field| {
            let said = self.said(field.attributes);
            said.has("skip") || (said.has("skip_serializing") && said.has("skip_deserializing"))
        };
        let fields: Vec<_> = self.fields_of(self.id).into_iter().filter(|field| !skipped(field)).collect();
        let inner = fields.iter().map(|field| self.term_of(field)).find(|term| *term != Term::default());
        match inner {
            Some(writes) => Body::Value(Value { how: Conversion::Transparent, writes, reads: None }),
            None => self.structure(said, shape),
        }
    }

    fn structure(&mut self, said: &Said<'g>, shape: Form) -> Body {
        if shape == Form::Named {
            let rules = said.rules("rename_all");
            // The default of the whole may be another than those of its fields.
            let around = said.has("default").then(|| match said.text("default") {
                Some(path) => Filler::By(path, codec::functions(self.wire, said, self.site, path, &[])),
                None => match self.wire.defaults().get(&self.id) {
                    Some(impls) => Filler::By("Self::default", Some(self.wire.code_of.of_all(impls, &[]))),
                    None => Filler::Derived,
                },
            });
            let fields = self.object(self.id, rules, around, "");
            // An internally tagged struct writes its own name.
            let fields = match said.text("tag") {
                Some(tag) => {
                    let own = self.wire.graph.world().text(self.wire.graph.world().def(self.id).name);
                    let (name, _) = said.names(own, (None, None), Case::of_variant);
                    let term = Term::opaque(format!("tag_{name}"), None);
                    let tag = Field { name: nowhere(tag.to_owned()), term, unread: true, ..Field::default() };
                    std::iter::once(tag).chain(fields).collect()
                }
                None => fields,
            };
            return Body::Object { fields, strict: said.has("deny_unknown_fields") };
        }
        let fields = self.fields_of(self.id);
        let (how, writes) = match (shape, &fields[..]) {
            (Form::Unit, _) => (Conversion::Unit, Term::default()),
            (_, [only]) => (Conversion::Newtype, self.term_of(only)),
            (_, fields) => (Conversion::Tuple, self.tuple(fields)),
        };
        Body::Value(Value { how, writes, reads: None })
    }

    /// Fields without names, as a list. Where one may be missing, or is not there in one direction, no
    /// vocabulary has it.
    fn tuple(&mut self, fields: &[&summary::Field]) -> Term {
        let mut parts = Vec::new();
        for field in fields {
            let said = self.said(field.attributes);
            if said.has("skip") {
                continue;
            }
            if said.has("default") || said.has("skip_serializing") || said.has("skip_deserializing") {
                let parts = fields.iter().map(|field| self.term_of(field)).collect();
                return unknown("tuple_with_gaps".to_owned(), parts, self.wire.code);
            }
            parts.push(self.term_of(field));
        }
        Term::Tuple(parts)
    }

    /// What is in a field.
    fn term_of(&mut self, field: &summary::Field) -> Term {
        let said = self.said(field.attributes);
        let term = self.ty(field.ty);
        let given = types_in(self.wire.graph.world(), self.site, field.ty);
        self.by_code(&said, vec![term], &given)
    }

    /// What is written by functions of the user's is not known.
    fn by_code(&mut self, said: &Said<'g>, mut of: Vec<Term>, given: &[DefId]) -> Term {
        let with =
            ["with", "serialize_with", "deserialize_with"].into_iter().filter_map(|word| said.text(word));
        let with: Vec<&str> = with.collect();
        if let (true, false, [_]) = (with.is_empty(), said.foreign, &of[..]) {
            return of.remove(0);
        }
        let hashes = with.iter().filter_map(|path| codec::functions(self.wire, said, self.site, path, given));
        let hash = hashes.reduce(u64::wrapping_add);
        for path in &with {
            if let Some(remote) = codec::remote(self.wire.graph, said, self.site, path) {
                of.push(self.wire.name(remote, &[]));
            }
        }
        let with: Vec<String> = with.into_iter().map(plain).collect();
        let name = if with.is_empty() { "serde_as".to_owned() } else { with.join("_and_") };
        unknown(name, of, hash)
    }

    /// Of what the default of a field's type is, as far as code of the workspace says so.
    fn default_of(&mut self, field: &summary::Field) -> Option<u64> {
        let (site, given) = (self.site, (self.id, self.args));
        let mut types = Vec::new();
        Shape::of_generic(self.wire.graph, site, field.ty, given).by_default(self.wire.graph, &mut types);
        self.wire.code_of.of_default(self.wire.defaults(), &types)
    }

    fn object(&mut self, of: DefId, rules: Rules, default: Option<Filler<'_>>, within: &str) -> Vec<Field> {
        let fields = self.fields_of(of);
        fields.into_iter().filter_map(|field| self.field(field, rules, default, within)).collect()
    }

    /// A field; none if it is neither written nor read.
    fn field(
        &mut self,
        field: &summary::Field,
        rules: Rules,
        default: Option<Filler<'_>>,
        within: &str,
    ) -> Option<Field> {
        let said = self.said(field.attributes);
        if said.has("skip") {
            return None;
        }
        let summary = self.wire.graph.world().summary(self.file);
        let (name, read) = said.names(&summary.names[field.name], rules, Case::of_field);
        let term = self.term_of(field);
        let given = types_in(self.wire.graph.world(), self.site, field.ty);
        let code = |word| {
            said.text(word).and_then(|path| codec::functions(self.wire, &said, self.site, path, &given))
        };
        let default = match said.text("default") {
            Some(path) if !path.ends_with("Default::default") => Some(Filler::By(path, code("default"))),
            _ if said.has("default") => Some(Filler::Derived),
            _ => default,
        };
        let omitted_code = code("skip_serializing_if");
        let (default, default_code) = match default {
            Some(Filler::By(path, code)) => (Some(path.to_owned()), code),
            Some(Filler::Derived) => (Some(String::new()), self.default_of(field)),
            None => (None, None),
        };
        let length = self.wire.graph.world().written_len(self.file, field.name);
        let place = (self.file, (field.at, field.at.saturating_add(length)));
        self.wire.places.insert((self.name.to_owned(), format!("{within}{name}")), place);
        Some(Field {
            ident: said.in_code(&summary.names[field.name], &name),
            read_as: (read != name).then_some(read),
            name: nowhere(name),
            aliases: said.texts("alias").map(str::to_owned).collect(),
            term,
            flatten: said.has("flatten"),
            default,
            default_code,
            omitted_code,
            omitted_if: said.text("skip_serializing_if").map(str::to_owned),
            unwritten: said.has("skip_serializing"),
            unread: said.has("skip_deserializing"),
        })
    }

    fn enumeration(&mut self, said: &Said<'g>) -> Body {
        let world = self.wire.graph.world();
        if said.has("variant_identifier") || said.has("field_identifier") {
            return self.opaque(said);
        }
        let tagging = match (said.text("tag"), said.text("content")) {
            (Some(tag), None) => Tagging::Internal(tag.to_owned()),
            (Some(tag), Some(content)) => Tagging::Adjacent(tag.to_owned(), content.to_owned()),
            (None, _) if said.has("untagged") => Tagging::Untagged,
            (None, _) => Tagging::External,
        };
        let around = world.def(self.id).enabled;
        let variants = world.children(self.id).iter().copied().filter(|id| {
            let def = world.def(*id);
            def.kind == DefKind::Variant && (def.enabled || !around)
        });
        let variants = variants.filter_map(|id| self.variant(id, said)).collect();
        Body::Enum { tagging, variants, strict: said.has("deny_unknown_fields") }
    }

    fn variant(&mut self, id: DefId, around: &Said<'g>) -> Option<Variant> {
        let world = self.wire.graph.world();
        let item = world.item(id)?;
        let ItemKind::Variant { shape, .. } = item.kind else { return None };
        let said = self.said(item.attributes);
        if said.has("skip") {
            return None;
        }
        let own = world.text(world.def(id).name);
        // The name of one that is never told is what it is told apart by, whatever the rule.
        let untagged = said.has("untagged") || around.has("untagged");
        let rules = if untagged { (None, None) } else { around.rules("rename_all") };
        let (name, read) = said.names(own, rules, Case::of_variant);
        let length = u32::try_from(own.len()).unwrap_or(0);
        let place = (self.file, (item.at, item.at + length));
        self.wire.places.insert((self.name.to_owned(), name.clone()), place);
        let outer = self.site;
        self.site = self.wire.site(id);
        let (value, fields) = match shape {
            _ if said.foreign
                || ["with", "serialize_with", "deserialize_with"].iter().any(|word| said.has(word)) =>
            {
                let fields = self.fields_of(id);
                let of = fields.iter().map(|field| self.term_of(field)).collect();
                let world = self.wire.graph.world();
                let given: Vec<DefId> =
                    fields.iter().flat_map(|field| types_in(world, self.site, field.ty)).collect();
                (Some(self.by_code(&said, of, &given)), None)
            }
            Form::Unit => (None, None),
            Form::Named => {
                let (own, all) = (said.rules("rename_all"), around.rules("rename_all_fields"));
                let rules = (own.0.or(all.0), own.1.or(all.1));
                (None, Some(self.object(id, rules, None, &format!("{name}."))))
            }
            Form::Tuple => {
                let fields = self.fields_of(id);
                let value = match &fields[..] {
                    [only] if !self.said(only.attributes).has("skip") => self.term_of(only),
                    fields => self.tuple(fields),
                };
                (Some(value), None)
            }
        };
        self.site = outer;
        Some(Variant {
            ident: said.in_code(own, &name),
            read_as: (read != name).then_some(read),
            name: nowhere(name),
            aliases: said.texts("alias").map(str::to_owned).collect(),
            value,
            fields,
            other: said.has("other"),
            untagged: said.has("untagged"),
            unwritten: said.has("skip_serializing"),
            unread: said.has("skip_deserializing"),
        })
    }
}

/// A path of an attribute as the lock can hold it: without what only says from where it is looked at, and with
/// brackets that are no arguments.
fn plain(written: &str) -> String {
    let mut path = written.trim_start_matches("::");
    while let Some(rest) = ["self::", "crate::", "super::"].iter().find_map(|from| path.strip_prefix(from)) {
        path = rest;
    }
    let word = |char: char| match char {
        '<' | '(' | '[' => '(',
        '>' | ')' | ']' => ')',
        char if char.is_alphanumeric() || matches!(char, '_' | ':') => char,
        _ => '_',
    };
    path.replace("->", "_").chars().map(word).collect()
}
