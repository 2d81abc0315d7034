//! What data is on the wire: types of the code as serde's derives write and read them.
//!
//! The words for it are `stateline_schema::shape`. What is not certain is opaque, by its name and with a
//! hash of what is visible of it: types that are serialised by hand, types of other packages that are
//! not known, and whatever `with` names.

mod case;
mod code;
mod codec;
mod known;
mod members;
mod said;

use crate::graph::Graph;
use crate::graph::shape::{Length, Shape, Why};
use code::Code;
use known::Known;
use rustc_hash::{FxHashMap, FxHashSet};
use said::Said;
use stateline_rust::summary::{ItemKind, TypeId};
use stateline_rust::{CrateId, Def, DefId, DefKind, FileId, Site, Symbol};
use stateline_schema::entries::fingerprint;
use stateline_schema::shape::{Body, Definition, Opaque, Plain, Term};
use stateline_schema::{Span, Spanned};
use std::cell::OnceCell;
use std::collections::BTreeMap;

/// No type that people write has a longer name, arguments included; one that has is not read on.
const LONGEST: usize = 1000;

/// Types that were asked for, with all that they are made of.
pub struct Wire<'g> {
    graph: &'g Graph<'g>,
    /// What is found of each name.
    pub types: BTreeMap<String, Definition>,
    /// Where each name and each of its members stands in the code.
    pub places: FxHashMap<(String, String), (FileId, (u32, u32))>,
    /// The hand-written impls of each type.
    by_hand: codec::Impls,
    conversions: OnceCell<codec::Impls>,
    defaults: OnceCell<codec::Impls>,
    clones: OnceCell<codec::Impls>,
    orders: OnceCell<codec::Impls>,
    /// What stands in them, and in functions that attributes name.
    code_of: Code<'g>,
    /// Names that several types of a crate bear.
    ambiguous: FxHashSet<(CrateId, Symbol)>,
    left: Vec<(String, DefId, Vec<Shape>)>,
    /// A hash of the type whose members are read, with its arguments.
    code: Option<u64>,
}

impl<'g> Wire<'g> {
    /// Nothing yet.
    pub fn new(graph: &'g Graph<'g>) -> Self {
        let (types, places, left) = (BTreeMap::new(), FxHashMap::default(), Vec::new());
        let mut wire = Wire {
            graph,
            types,
            places,
            by_hand: codec::by_hand(graph),
            conversions: OnceCell::new(),
            defaults: OnceCell::new(),
            clones: OnceCell::new(),
            orders: OnceCell::new(),
            code_of: Code::new(graph),
            ambiguous: FxHashSet::default(),
            left,
            code: None,
        };
        let mut seen: FxHashMap<(CrateId, Symbol), String> = FxHashMap::default();
        for id in wire.all() {
            let def = graph.world().def(id);
            let path = graph.path(id);
            let first = seen.entry((def.krate, def.name)).or_insert_with(|| path.clone());
            if *first != path {
                wire.ambiguous.insert((def.krate, def.name));
            }
        }
        wire
    }

    /// Every type of the workspace that serde writes or reads, tests aside.
    pub fn all(&self) -> Vec<DefId> {
        let world = self.graph.world();
        let ours = |id: &DefId| {
            let def = world.def(*id);
            let data = matches!(def.kind, DefKind::Struct | DefKind::Enum);
            if !data || def.test || world.is_std(*id) || world.origin(*id) != *id || self.is_pattern(*id) {
                return false;
            }
            let Some(item) = world.item(*id) else { return false };
            let said = Said::new(self.graph, world.site(*id), item.attributes);
            said.serializes || said.deserializes || self.by_hand.contains_key(id)
        };
        self.graph.defs().filter(ours).collect()
    }

    /// Whether a type stands in the definition of a macro, where its name is none.
    fn is_pattern(&self, id: DefId) -> bool {
        let world = self.graph.world();
        let around = std::iter::successors(Some(id), |at| world.def(*at).parent);
        around.into_iter().any(|at| world.def(at).kind == DefKind::MacroRules)
    }

    /// A type that is written somewhere.
    pub fn term(&mut self, shape: &Shape) -> Term {
        let term = self.read(shape);
        self.finish();
        term
    }

    /// The same; what the types in it are is found out later.
    fn read(&mut self, shape: &Shape) -> Term {
        let world = self.graph.world();
        match shape {
            Shape::Ref(inner) => self.read(inner),
            Shape::Slice(inner) => Term::List(Box::new(self.read(inner))),
            Shape::Array(inner, length) => {
                let length = match length {
                    Length::Number(number) => number.to_string(),
                    Length::Constant(name, hash) => format!("{name} #{hash:016x}"),
                    Length::Expression(text, hash) => format!("{text} #{hash:016x}"),
                };
                Term::Array(Box::new(self.read(inner)), length)
            }
            Shape::Tuple(parts) if parts.is_empty() => Plain::Unit.into(),
            Shape::Tuple(parts) => Term::Tuple(self.terms(parts)),
            Shape::Primitive(name) => {
                let name = world.text(*name);
                let plain = if name == "str" { Some(Plain::Text) } else { Plain::named(name) };
                plain.map_or_else(|| Term::opaque(name, None), Term::from)
            }
            Shape::Named(id, args) if world.is_std(*id) => self.stood_in(*id, args),
            Shape::Named(id, args) => self.name(*id, args),
            Shape::Outside(path, args) => {
                let args = self.terms(args);
                known::of_others(path, &args).unwrap_or_else(|| unknown(path.clone(), args, None))
            }
            // The text of what is open stands in the type that holds it.
            Shape::Open(why) => {
                let (name, hash) = match why {
                    Why::Number(number) => return Term::opaque(number.to_string(), None),
                    Why::Constant(hash) => return Term::opaque("constant", Some(*hash)),
                    Why::Associated(hash) if self.code.is_none() => {
                        return Term::opaque("associated_type", Some(*hash));
                    }
                    Why::NotFound => ("not_found", 0),
                    Why::Associated(hash) => ("associated_type", *hash),
                    Why::NoShape => ("no_shape", 0),
                    Why::NotKnown => ("not_known", 0),
                    Why::TooLarge => ("too_large", 0),
                };
                Term::opaque(name, self.code.map(|code| code.wrapping_add(hash)))
            }
        }
    }

    /// Whether a type is another for each of its arguments.
    pub fn has_parameters(&self, id: DefId) -> bool {
        match self.graph.world().item(id).map(|item| &item.kind) {
            Some(ItemKind::Struct { generics, .. } | ItemKind::Enum { generics }) => {
                !generics.params.is_empty()
            }
            _ => false,
        }
    }

    /// A type of the workspace without arguments.
    pub fn named(&mut self, id: DefId) -> Term {
        self.term(&Shape::Named(id, Vec::new()))
    }

    fn terms(&mut self, shapes: &[Shape]) -> Vec<Term> {
        shapes.iter().map(|shape| self.read(shape)).collect()
    }

    fn stood_in(&mut self, id: DefId, args: &[Shape]) -> Term {
        let world = self.graph.world();
        let name = world.text(world.def(id).name);
        let ordered = known::is_ordered(name).then(|| self.ordered_by_hand(args)).flatten();
        let args = self.terms(args);
        if ordered.is_some() {
            return unknown(name.to_owned(), args, ordered);
        }
        match known::of_std(name, &args) {
            Some(Known::Term(term)) => term,
            Some(Known::Defined(body)) => {
                let name = with(name, &args);
                self.types.insert(name.clone(), known::defined(name.clone(), body));
                Term::Named(name)
            }
            None => {
                let path = self.graph.path(id);
                known::of_others(&path, &args).unwrap_or_else(|| unknown(path, args, None))
            }
        }
    }

    /// Of the code by hand that says where the first argument of a set or a map stands in it, and what is equal.
    fn ordered_by_hand(&self, args: &[Shape]) -> Option<u64> {
        let mut types = Vec::new();
        args.first()?.of_workspace(self.graph, &mut types);
        self.code_of.of_impls(self.orders(), &types)
    }

    /// The name of a type of the workspace; what it is is found out later.
    fn name(&mut self, id: DefId, args: &[Shape]) -> Term {
        let world = self.graph.world();
        let Def { krate, name, .. } = *world.def(id);
        let path = match self.ambiguous.contains(&(krate, name)) {
            true => self.graph.path(id),
            false => format!("{}::{}", world.text(world.crates[krate].known_as), world.text(name)),
        };
        let terms = self.terms(args);
        let name = with(&path, &terms);
        // A type with parameters may hold itself with ever more arguments.
        if name.len() > LONGEST {
            return Term::opaque(path, None);
        }
        if !self.types.contains_key(&name) && !self.left.iter().any(|(left, ..)| *left == name) {
            self.left.push((name.clone(), id, args.to_vec()));
        }
        Term::Named(name)
    }

    /// Finds out what all names are that were given so far.
    fn finish(&mut self) {
        while let Some((name, id, args)) = self.left.pop() {
            // What refers to itself is there already.
            self.types.insert(
                name.clone(),
                known::defined(name.clone(), Body::Opaque { code: 0, below: Vec::new() }),
            );
            let world = self.graph.world();
            let def = world.def(id);
            if let Some(item) = world.item(id) {
                let length = u32::try_from(world.text(def.name).len()).unwrap_or(0);
                self.places.insert((name.clone(), String::new()), (def.file, (item.at, item.at + length)));
            }
            let code = world.item(id).map_or(0, |item| item.code);
            self.code = Some(code.wrapping_add(fingerprint(name.as_bytes())));
            let body = members::body(self, &name, id, &args);
            self.code = None;
            self.types.insert(name.clone(), known::defined(name, body));
        }
    }

    fn site(&self, id: DefId) -> Site<'g> {
        self.graph.world().site(id)
    }

    /// What stands in a type with these arguments.
    fn inner(&mut self, site: Site<'g>, ty: TypeId, given: (DefId, &[Shape])) -> Term {
        let shape = Shape::of_generic(self.graph, site, ty, given);
        self.read(&shape)
    }

    /// The conversions, by the types that they are of.
    fn conversions(&self) -> &codec::Impls {
        self.conversions.get_or_init(|| codec::conversions(self.graph))
    }

    /// The impls of `Default` by hand, by the types that they are of.
    fn defaults(&self) -> &codec::Impls {
        self.defaults.get_or_init(|| codec::defaults(self.graph))
    }

    /// Those of `Clone`.
    fn clones(&self) -> &codec::Impls {
        self.clones.get_or_init(|| codec::clones(self.graph))
    }

    /// Those by which a set or a map knows its elements and keys.
    fn orders(&self) -> &codec::Impls {
        self.orders.get_or_init(|| codec::orders(self.graph))
    }
}

/// A name with arguments.
fn with(name: &str, args: &[Term]) -> String {
    match args {
        [] => name.to_owned(),
        args => {
            let args: Vec<String> = args.iter().map(Term::to_string).collect();
            format!("{name}<{}>", args.join(", "))
        }
    }
}

/// What is not known, with its arguments.
fn unknown(name: String, args: Vec<Term>, hash: Option<u64>) -> Term {
    Term::Opaque(Opaque { name, args, hash })
}

/// A text without a place.
fn nowhere(text: String) -> Spanned<String> {
    Spanned::new(text, Span::default())
}
