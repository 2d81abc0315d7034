//! Types as they are written: the references in them, segment by segment.

use super::emit::{BodyAt, Emit, Mention};
use super::index::trait_of;
use super::lower::{Holes, Lower};
use super::ty::Types;
use crate::arena::IdxRange;
use crate::read::{BodyId, LoosePath, Namespace, PathId, Terms, TypeVisitor};
use crate::resolve::reference::Role;
use crate::resolve::unresolved::{About, UnresolvedKind};
use crate::resolve::{DefKind, Site, Target};

/// Writes down what types name that are written in one place.
pub(super) struct Written<'w, 'a, 'e, 'g, H> {
    pub(super) emit: &'a mut Emit<'e>,
    pub(super) types: &'a mut Types<'g>,
    pub(super) holes: &'a mut H,
    pub(super) site: Site<'w>,
    pub(super) role: Role,
}

impl<'w, H: Holes> TypeVisitor<'w> for Written<'w, '_, '_, '_, H> {
    fn terms(&self) -> &'w Terms {
        self.site.terms
    }

    fn visit_path(&mut self, path: PathId) {
        let written = self.site.terms.paths[path];
        let segments = &self.site.terms.segments[written.segments];
        let index = &self.emit.tables.index;
        let mut found = index.world.resolve(self.site, path, Namespace::Type);
        if found.broken {
            // A const argument is written like a type.
            let value = index.world.resolve(self.site, path, Namespace::Value);
            found = if value.broken { found } else { value };
        }
        self.visit_own(path);
        self.emit.segments(&found, segments, self.role);
        self.visit_args_of(segments);
        if found.rest > 0 && !found.broken {
            let mut lower = Lower::new(index, self.types, self.holes, self.site);
            lower.path(path);
            match (lower.assoc, segments.last()) {
                (Some(assoc), Some(segment)) => {
                    self.emit.name(Target::Def(assoc), Mention::of(segment, self.role));
                }
                (_, Some(segment)) => {
                    let kind = UnresolvedKind::RelativePath;
                    self.emit.unknown_in_path(kind, &segments[0], segment, About::Nothing);
                }
                _ => {}
            }
        }
    }

    /// A trait with its arguments and what it binds: `Iterator<Item = T>`.
    fn visit_trait(&mut self, path: PathId) {
        self.visit_path(path);
        let index = &self.emit.tables.index;
        let terms = self.site.terms;
        let segments = &terms.segments[terms.paths[path].segments];
        let Some(args) = segments.last().and_then(|segment| segment.args) else { return };
        let args = terms.args[args];
        if args.parenthesised || args.bindings.is_empty() {
            return;
        }
        let Some(trait_) = trait_of(index.world, self.site, path) else { return };
        for binding in &terms.bindings[args.bindings] {
            let name = index.world.symbol(self.site.file, binding.name);
            if let Some((_, assoc)) = index.associated(trait_, name, DefKind::TypeAlias) {
                self.emit.name(Target::Def(assoc), Mention::path(binding.name, binding.at, self.role));
            }
        }
    }

    fn visit_macro(&mut self, path: PathId, loose: IdxRange<LoosePath>) {
        self.emit.macro_path(self.site, path);
        self.emit.loose(self.site, loose);
    }

    fn visit_constant(&mut self, body: BodyId) {
        let Emit { from, presence, .. } = *self.emit;
        self.emit.constants.push(BodyAt { body, from, scope: self.site.scope, presence });
    }
}
