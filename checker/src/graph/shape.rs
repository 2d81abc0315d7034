//! A type, as far as its source says what it is: aliases followed, arguments included. Where the source
//! leaves it open, the shape says why.

use super::Graph;
use super::region::inside;
use stateline_rust::arena::IdxRange;
use stateline_rust::summary::{
    Body, BodyId, Expr, Generics, ItemKind, Name, Namespace, PathId, Type, TypeId,
};
use stateline_rust::{DefId, DefKind, Named, Site, Symbol, Target};
use stateline_schema::entries::fingerprint;
use std::cell::Cell;

/// A type.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Shape {
    /// A type of the workspace, or one that we carry of the standard library.
    Named(DefId, Vec<Shape>),
    /// A type of another crate, or an alias there, by its full path.
    Outside(String, Vec<Shape>),
    Primitive(Symbol),
    Tuple(Vec<Shape>),
    Ref(Box<Shape>),
    Slice(Box<Shape>),
    Array(Box<Shape>, Length),
    Open(Why),
}

/// The length of an array.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Length {
    Number(u64),
    /// The constant of this name, and the hash of what it says.
    Constant(String, u64),
    /// As it is written, with a hash of all constants in it.
    Expression(String, u64),
}

/// Why a type is open.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Why {
    /// A segment of its path names nothing.
    NotFound,
    /// It is an item of another type. The hash is of all that its name may mean.
    Associated(u64),
    /// It is no type but a value: a number,
    Number(u64),
    /// or something else, by a hash of its text and of all constants in it.
    Constant(u64),
    /// A function pointer, `impl Trait`, `dyn Trait`, `!`, a macro.
    NoShape,
    /// A parameter, or something that is no type with contents.
    NotKnown,
    /// It has more parts than are read.
    TooLarge,
}

/// Aliases of aliases of … are followed this far, and so are arguments of arguments.
const DEEPEST: usize = 32;

/// No type that people write has so many parts, aliases written out; one that has is not read on.
const LARGEST: usize = 4096;

impl Shape {
    /// What a type that is written somewhere is.
    pub fn of(graph: &Graph<'_>, site: Site<'_>, ty: TypeId) -> Shape {
        Reader { graph, site, given: None, depth: 0, left: &Cell::new(LARGEST) }.ty(ty)
    }

    /// The same for what is written in a type with parameters, of which these are the arguments.
    pub fn of_generic(graph: &Graph<'_>, site: Site<'_>, ty: TypeId, given: (DefId, &[Shape])) -> Shape {
        Reader { graph, site, given: Some(given), depth: 0, left: &Cell::new(LARGEST) }.ty(ty)
    }

    /// What a path names that stands by itself, such as in a text of an attribute.
    pub fn of_path(graph: &Graph<'_>, site: Site<'_>, path: PathId) -> Shape {
        Reader { graph, site, given: None, depth: 0, left: &Cell::new(LARGEST) }.path(path)
    }

    /// The types of the workspace that it is made of.
    pub fn of_workspace(&self, graph: &Graph<'_>, found: &mut Vec<DefId>) {
        if let Shape::Named(id, _) = self
            && !graph.world().is_std(*id)
        {
            found.push(*id);
        }
        self.parts().iter().for_each(|part| part.of_workspace(graph, found));
    }

    /// Those of them that decide what its default is: that of a list or an `Option` is the same for all.
    pub fn by_default(&self, graph: &Graph<'_>, found: &mut Vec<DefId>) {
        const AS_INSIDE: [&str; 9] =
            ["Box", "Rc", "Arc", "Cell", "RefCell", "Mutex", "RwLock", "Wrapping", "Reverse"];
        let world = graph.world();
        match self {
            Shape::Named(id, _) if !world.is_std(*id) => found.push(*id),
            Shape::Named(id, _) if !AS_INSIDE.contains(&world.text(world.def(*id).name)) => return,
            Shape::Ref(_) | Shape::Slice(_) | Shape::Outside(..) => return,
            _ => {}
        }
        self.parts().iter().for_each(|part| part.by_default(graph, found));
    }

    /// Whether two types are different beyond doubt.
    pub fn differs(&self, graph: &Graph<'_>, other: &Shape) -> bool {
        use Shape::{Array, Named, Open, Outside, Primitive, Ref, Slice, Tuple};
        let any = |one: &[Shape], other: &[Shape]| one.iter().zip(other).any(|(a, b)| a.differs(graph, b));
        match (self, other) {
            (Open(_), _) | (_, Open(_)) => false,
            // With `cfg`, one path may have several definitions.
            (Named(a, one), Named(b, other)) => {
                (a != b && graph.path(*a) != graph.path(*b)) || any(one, other)
            }
            (Outside(a, one), Outside(b, other)) => a == b && any(one, other),
            // No other crate has an alias for a type of ours, unless it is handed in.
            (Outside(_, args), Named(id, _)) | (Named(id, _), Outside(_, args)) => {
                args.is_empty() && !graph.world().is_std(*id)
            }
            // What another crate names may be an alias for anything else.
            (Outside(..), _) | (_, Outside(..)) => false,
            (Primitive(a), Primitive(b)) => a != b,
            (Tuple(one), Tuple(other)) => one.len() != other.len() || any(one, other),
            (Ref(one), Ref(other)) | (Slice(one) | Array(one, _), Slice(other) | Array(other, _)) => {
                one.differs(graph, other)
            }
            _ => true,
        }
    }

    /// Whether both are different arguments beyond doubt, numbers among them.
    pub(super) fn is_other_than(&self, graph: &Graph<'_>, other: &Shape) -> bool {
        match (self, other) {
            (Shape::Open(Why::Number(one)), Shape::Open(Why::Number(other))) => one != other,
            _ => self.differs(graph, other),
        }
    }

    /// As it is read: `Result<payments::Order, String>`.
    pub fn told(&self, graph: &Graph<'_>) -> String {
        let list = |shapes: &[Shape]| {
            let told: Vec<String> = shapes.iter().map(|shape| shape.told(graph)).collect();
            told.join(", ")
        };
        let with = |name: String, args: &[Shape]| match args {
            [] => name,
            args => format!("{name}<{}>", list(args)),
        };
        match self {
            Shape::Named(id, args) => with(name_of(graph, *id), args),
            Shape::Outside(path, args) => with(path.clone(), args),
            Shape::Primitive(symbol) => graph.world().text(*symbol).to_owned(),
            Shape::Tuple(elements) => format!("({})", list(elements)),
            Shape::Ref(inner) => format!("&{}", inner.told(graph)),
            Shape::Slice(inner) | Shape::Array(inner, _) => format!("[{}]", inner.told(graph)),
            Shape::Open(_) => "_".to_owned(),
        }
    }

    /// The name of a type with arguments, as code in `from` would spell it out: for one of our own crate
    /// `stateline::Flow`, whichever of its modules it is defined in.
    pub(super) fn name(&self, graph: &Graph<'_>, from: DefId) -> Option<String> {
        let path = match self {
            Shape::Named(id, _) if graph.world().is_std(*id) => graph.beyond(from, Target::Def(*id))?,
            Shape::Named(id, _) => graph.path(*id),
            Shape::Outside(path, _) => graph.by_package(from, path)?,
            _ => return None,
        };
        let last = path.rsplit("::").next().unwrap_or(&path).to_owned();
        Some(if path.starts_with("stateline::") { format!("stateline::{last}") } else { path })
    }

    /// `str`, which has no size.
    pub(super) fn is_text(&self, graph: &Graph<'_>) -> bool {
        matches!(self, Shape::Primitive(name) if graph.world().text(*name) == "str")
    }

    pub(super) fn arguments(&self) -> &[Shape] {
        match self {
            Shape::Named(_, args) | Shape::Outside(_, args) => args,
            _ => &[],
        }
    }

    fn size(&self) -> usize {
        1 + self.parts().iter().map(Shape::size).sum::<usize>()
    }

    fn parts(&self) -> &[Shape] {
        match self {
            Shape::Named(_, parts) | Shape::Outside(_, parts) | Shape::Tuple(parts) => parts.as_slice(),
            Shape::Ref(inner) | Shape::Slice(inner) | Shape::Array(inner, _) => {
                std::slice::from_ref(&**inner)
            }
            Shape::Primitive(_) | Shape::Open(_) => &[],
        }
    }

    /// References aside: what a step takes by reference is stored as itself.
    pub fn owned(self) -> Shape {
        match self {
            Shape::Ref(inner) => inner.owned(),
            other => other,
        }
    }
}

fn name_of(graph: &Graph<'_>, id: DefId) -> String {
    let world = graph.world();
    if world.is_std(id) { world.text(world.def(id).name).to_owned() } else { graph.path(id) }
}

struct Reader<'r, 'g> {
    graph: &'r Graph<'g>,
    site: Site<'r>,
    /// Inside an alias: the alias, and what stands for its parameters.
    given: Option<(DefId, &'r [Shape])>,
    depth: usize,
    /// How many more parts are read.
    left: &'r Cell<usize>,
}

impl Reader<'_, '_> {
    /// Whether so many more parts may be read.
    fn take(&self, parts: usize) -> bool {
        let left = self.left.get().checked_sub(parts);
        self.left.set(left.unwrap_or(0));
        left.is_some()
    }

    fn ty(&self, ty: TypeId) -> Shape {
        if self.depth > DEEPEST || !self.take(1) {
            return Shape::Open(Why::TooLarge);
        }
        let below = Reader { depth: self.depth + 1, ..*self };
        match self.site.terms.types[ty] {
            Type::Path(path) => below.path(path),
            Type::Ref { inner, .. } => Shape::Ref(Box::new(below.ty(inner))),
            Type::Slice(inner) => Shape::Slice(Box::new(below.ty(inner))),
            Type::Array { element, length, says } => {
                Shape::Array(Box::new(below.ty(element)), below.length(length, says))
            }
            Type::Tuple(elements) => Shape::Tuple(below.list(elements)),
            Type::Const { value, says } => Shape::Open(self.constant(value, says)),
            // What the macro makes of it.
            Type::Macro { ty: Some(ty), .. } => below.ty(ty),
            _ => Shape::Open(Why::NoShape),
        }
    }

    /// A const argument.
    fn constant(&self, value: Option<BodyId>, says: Name) -> Why {
        let text = &self.graph.world().summary(self.site.file).names[says];
        if let Some(number) = number(text) {
            return Why::Number(number);
        }
        let below = value.map_or(0, |value| self.graph.constants_in(self.site, value));
        Why::Constant(fingerprint(text.as_bytes()).wrapping_add(below))
    }

    fn length(&self, body: Option<BodyId>, says: Name) -> Length {
        let world = self.graph.world();
        let summary = world.summary(self.site.file);
        let Some(body) = body else {
            return number(&summary.names[says]).map_or_else(|| self.expression(says, 0), Length::Number);
        };
        let hash = self.graph.constants_in(self.site, body);
        let Ok(body) = Body::decode(&summary.bodies[body]) else { return self.expression(says, hash) };
        let Some(Expr::Path(path)) = body.root.map(|root| body.exprs[root]) else {
            return self.expression(says, hash);
        };
        let site = Site { terms: &body.terms, ..self.site };
        match world.resolve(site, path, Namespace::Value).segments.last() {
            Some(Named::Target(Target::Def(id))) if world.def(*id).kind == DefKind::Const => {
                Length::Constant(world.text(world.def(*id).name).to_owned(), hash)
            }
            // A parameter is what stands for it.
            Some(Named::Parameter(of, index)) => match self.given {
                Some((alias, given)) if alias == *of => match given.get(*index as usize) {
                    Some(Shape::Open(Why::Number(number))) => Length::Number(*number),
                    Some(Shape::Open(Why::Constant(hash))) => self.expression(says, *hash),
                    _ => self.expression(says, hash),
                },
                _ => self.expression(says, hash),
            },
            _ => self.expression(says, hash),
        }
    }

    /// A length that is more than a name, in a form that has no brackets.
    fn expression(&self, says: Name, hash: u64) -> Length {
        let text = &self.graph.world().summary(self.site.file).names[says];
        let words: Vec<&str> = text.split_whitespace().collect();
        Length::Expression(words.join(" ").replace('[', "(").replace([']', '#'], ")"), hash)
    }

    fn list(&self, types: IdxRange<TypeId>) -> Vec<Shape> {
        self.site.terms.type_lists[types].iter().map(|ty| self.ty(*ty)).collect()
    }

    fn path(&self, id: PathId) -> Shape {
        let terms = self.site.terms;
        let world = self.graph.world();
        let path = &terms.paths[id];
        let resolved = world.resolve(self.site, id, Namespace::Type);
        if resolved.broken {
            // A const argument may be written like a type.
            let value = world.resolve(self.site, id, Namespace::Value);
            return Shape::Open(match value.broken {
                true => Why::NotFound,
                false => Why::Constant(self.graph.constants_by(self.site, id)),
            });
        }
        let associated =
            || Shape::Open(Why::Associated(self.graph.associated(self.site, id, DefKind::TypeAlias)));
        if path.qself.is_some() || resolved.rest > 0 {
            return associated();
        }
        let segments = &terms.segments[path.segments];
        let Some((last, before)) = segments.split_last() else {
            return Shape::Open(Why::NotFound);
        };
        if before.iter().any(|segment| segment.args.is_some()) {
            return associated();
        }
        let args = last.args.map_or_else(Vec::new, |args| self.list(terms.args[args].types));
        match resolved.segments.last() {
            Some(Named::Primitive(symbol)) => Shape::Primitive(*symbol),
            Some(Named::Target(Target::Outside(id))) => Shape::Outside(
                world.outside_path_of(self.site, *id, &segments[resolved.below.unwrap_or(segments.len())..]),
                args,
            ),
            Some(Named::Target(Target::Def(id))) => self.named(*id, args),
            Some(Named::Parameter(of, index)) => match self.given {
                Some((alias, given)) if alias == *of => match given.get(*index as usize) {
                    Some(given) if self.take(given.size()) => given.clone(),
                    Some(_) => Shape::Open(Why::TooLarge),
                    None => Shape::Open(Why::NotKnown),
                },
                _ => Shape::Open(Why::NotKnown),
            },
            Some(Named::SelfType(id)) if world.def(*id).kind != DefKind::Impl => self.named(*id, args),
            _ => Shape::Open(Why::NotKnown),
        }
    }

    /// Arguments that are left out are the defaults of their parameters.
    fn defaults(&self, id: DefId, generics: &Generics, args: &mut Vec<Shape>) {
        let site = self.graph.world().site(id);
        for param in generics.params.iter().skip(args.len()) {
            let default =
                param.default.map(|default| Reader { site, given: Some((id, args)), ..*self }.ty(default));
            args.push(default.unwrap_or(Shape::Open(Why::NotKnown)));
        }
    }

    fn named(&self, id: DefId, mut args: Vec<Shape>) -> Shape {
        let world = self.graph.world();
        match world.item(id).map(|item| &item.kind) {
            Some(ItemKind::TypeAlias { generics, ty: Some(ty), .. }) => {
                let site = world.site(id);
                self.defaults(id, generics, &mut args);
                Reader { site, given: Some((id, &args)), ..*self }.ty(*ty)
            }
            Some(ItemKind::Struct { generics, .. } | ItemKind::Enum { generics })
                if !world.is_std(id) && inside(world, Target::Def(id)).is_some() =>
            {
                self.defaults(id, generics, &mut args);
                Shape::Named(id, args)
            }
            Some(ItemKind::Struct { .. } | ItemKind::Enum { .. } | ItemKind::Union { .. })
                if world.is_std(id) || inside(world, Target::Def(id)).is_some() =>
            {
                Shape::Named(id, args)
            }
            _ => Shape::Open(Why::NotKnown),
        }
    }
}

/// An integer as it is written in Rust.
fn number(text: &str) -> Option<u64> {
    let text: String = text.chars().filter(|char| *char != '_').collect();
    let text = text.trim_end_matches("usize");
    let (digits, radix) = match text.get(..2) {
        Some("0x") => (&text[2..], 16),
        Some("0o") => (&text[2..], 8),
        Some("0b") => (&text[2..], 2),
        _ => (text, 10),
    };
    u64::from_str_radix(digits, radix).ok()
}
