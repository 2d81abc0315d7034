//! The types that an item mentions to the outside: in its signature, its public fields, its bounds.

use super::Graph;
use super::member::Members;
use super::region::inside;
use stateline_rust::arena::IdxRange;
use stateline_rust::summary::{
    Field, Function, ItemKind, NOWHERE, Namespace, PathId, Receiver, Terms, TypeId, Visibility,
};
use stateline_rust::{DefId, DefKind, FileId, Named, Site, Target, TypeVisitor, World};

/// A type or trait of the workspace that an item mentions, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention {
    pub what: DefId,
    pub file: FileId,
    /// Byte range of its name.
    pub span: (u32, u32),
}

/// What a function, a type with its public fields, an alias, a constant or a trait mentions.
/// Methods of a type are not part of it.
pub fn mentions(world: &World<'_>, members: &Members, id: DefId) -> Vec<Mention> {
    let Some(item) = world.item(id) else { return Vec::new() };
    let def = world.def(id);
    let mut reader = Reader { world, members, scope: id, file: def.file, found: Vec::new() };
    match &item.kind {
        ItemKind::Function(function) => reader.function(function),
        ItemKind::Struct { generics, fields, .. } | ItemKind::Union { generics, fields } => {
            reader.visit_generics(generics);
            reader.fields(*fields, true);
        }
        ItemKind::Enum { generics } => {
            reader.visit_generics(generics);
            for &variant in world.children(id) {
                if let Some(ItemKind::Variant { fields, .. }) = world.item(variant).map(|item| &item.kind) {
                    reader.fields(*fields, false);
                }
            }
        }
        ItemKind::Const { generics, ty, .. } => {
            reader.visit_generics(generics);
            reader.maybe(*ty);
        }
        ItemKind::Static { ty, .. } => reader.maybe(*ty),
        ItemKind::TypeAlias { generics, bounds, ty } => {
            reader.visit_generics(generics);
            reader.visit_bounds(*bounds);
            reader.maybe(*ty);
        }
        ItemKind::Trait { generics, bounds } => {
            reader.visit_generics(generics);
            reader.visit_bounds(*bounds);
            for &held in world.children(id) {
                reader.found.extend(mentions(world, members, held));
            }
        }
        _ => {}
    }
    reader.found
}

/// The types of other packages that a function takes or returns, by their full paths.
pub fn outside_types(graph: &Graph<'_>, id: DefId) -> Vec<String> {
    let world = graph.world();
    let Some(ItemKind::Function(function)) = world.item(id).map(|item| &item.kind) else {
        return Vec::new();
    };
    let mut outside = Outside { graph, from: id, site: world.site(id), found: Vec::new() };
    function.params.iter().chain(&function.ret).for_each(|ty| outside.visit_type(*ty));
    outside.found
}

struct Outside<'s, 'g> {
    graph: &'s Graph<'g>,
    from: DefId,
    site: Site<'s>,
    found: Vec<String>,
}

impl<'s> TypeVisitor<'s> for Outside<'s, '_> {
    fn terms(&self) -> &'s Terms {
        self.site.terms
    }

    fn visit_path(&mut self, path: PathId) {
        let resolved = self.graph.world().resolve(self.site, path, Namespace::Type);
        if let Some(Named::Target(target)) = resolved.segments.last() {
            self.found.extend(self.graph.beyond(self.from, *target));
        }
        self.visit_own(path);
        self.visit_args_of(&self.site.terms.segments[self.site.terms.paths[path].segments]);
    }
}

struct Reader<'r> {
    world: &'r World<'r>,
    members: &'r Members,
    scope: DefId,
    file: FileId,
    found: Vec<Mention>,
}

impl<'r> Reader<'r> {
    fn function(&mut self, function: &Function) {
        self.visit_generics(&function.generics);
        if let Some(Receiver::Typed(ty)) = function.receiver {
            self.visit_type(ty);
        }
        for &param in &function.params {
            self.visit_type(param);
        }
        self.maybe(function.ret);
    }

    fn fields(&mut self, fields: IdxRange<Field>, only_public: bool) {
        for field in &self.world.summary(self.file).fields[fields] {
            if !only_public || field.visibility == Visibility::Public {
                self.visit_type(field.ty);
            }
        }
    }

    fn maybe(&mut self, ty: Option<TypeId>) {
        if let Some(ty) = ty {
            self.visit_type(ty);
        }
    }
}

impl<'r> TypeVisitor<'r> for Reader<'r> {
    fn terms(&self) -> &'r Terms {
        &self.world.summary(self.file).terms
    }

    fn visit_path(&mut self, id: PathId) {
        let terms = self.terms();
        let segments = &terms.segments[terms.paths[id].segments];
        self.visit_own(id);
        self.visit_args_of(segments);
        let resolved =
            self.world.resolve(Site { scope: self.scope, file: self.file, terms }, id, Namespace::Type);
        let Some(last) = resolved.segments.len().checked_sub(1) else { return };
        let what = match resolved.segments[last] {
            Named::Target(Target::Def(def)) => inside(self.world, Target::Def(def)),
            Named::SelfType(of) if self.world.def(of).kind == DefKind::Impl => self.members.self_type(of),
            Named::SelfType(of) => Some(of),
            _ => None,
        };
        let what = what.map(|what| self.world.origin(what));
        let Some(what) = what.filter(|what| self.world.def(*what).kind != DefKind::Module) else { return };
        let Some(segment) = segments.get(last) else { return };
        let length = self.world.summary(self.file).names[segment.name].len();
        // What a macro's definition wrote stands where the item does that it is in.
        let at = match segment.at {
            NOWHERE => self.world.item(self.scope).map_or(0, |item| item.at),
            at => at,
        };
        let end = at + u32::try_from(length).unwrap_or(0);
        self.found.push(Mention { what, file: self.file, span: (at, end) });
    }
}
