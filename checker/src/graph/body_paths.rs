//! What a body names, by names alone: what inference adds (methods after a dot) is among the references.

use super::Graph;
use super::law::normal;
use super::region::inside;
use rustc_hash::FxHashSet;
use stateline_rust::summary::{Body, BodyId, Expr, ItemKind, NOWHERE, Namespace, Pat, PathId, Terms};
use stateline_rust::{DefId, DefKind, FileId, Named, Site, Symbol, Target};

/// A path in a body, and what it names.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PathUse {
    pub target: PathTarget,
    pub file: FileId,
    /// Byte range of its last name; none for what a macro wrote.
    pub span: Option<(u32, u32)>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub enum PathTarget {
    /// A definition of the workspace.
    Workspace(DefId),
    /// The full path of something outside of it: `std::time::Instant::now`.
    Outside(String),
}

/// What the body of a function, constant or static names, or the arms of a macro.
pub fn path_uses(graph: &Graph<'_>, of: DefId) -> Vec<PathUse> {
    let world = graph.world();
    let file = world.def(of).file;
    let bodies: Vec<BodyId> = match world.item(of).map(|item| &item.kind) {
        Some(ItemKind::Function(function)) => function.body.into_iter().collect(),
        Some(ItemKind::Const { body, .. } | ItemKind::Static { body, .. }) => body.iter().copied().collect(),
        Some(ItemKind::MacroRules { arms, .. }) => arms.iter().filter_map(|arm| arm.body).collect(),
        _ => Vec::new(),
    };
    // What cannot be decoded was damaged in the cache; reading found that out before.
    let decoded = |id: BodyId| Body::decode(&world.summary(file).bodies[id]).ok();
    let bodies = bodies.into_iter().filter_map(decoded);
    let scopes = scopes(graph, of);
    bodies.flat_map(|body| Reader { graph, scopes: &scopes, file, body: &body }.all()).collect()
}

/// A definition, and the blocks in its body that have items of their own, `use` among them.
fn scopes(graph: &Graph<'_>, of: DefId) -> Vec<DefId> {
    let world = graph.world();
    let mut scopes = vec![of];
    let mut next = 0;
    while let Some(&at) = scopes.get(next) {
        let inner = world.children(at).iter().copied();
        scopes.extend(inner.filter(|child| world.def(*child).kind == DefKind::Block));
        next += 1;
    }
    scopes
}

impl Graph<'_> {
    /// The full path of something outside the workspace that code in `from` names: a crate by its own
    /// name, however the manifest renames it, and `core` and `alloc` as `std`.
    pub fn beyond(&self, from: DefId, target: Target) -> Option<String> {
        let world = self.world();
        let path = match target {
            Target::Def(id) if world.is_std(id) => self.path(id),
            Target::Def(_) => return None,
            Target::Outside(id) => world.outside_path(id),
        };
        let (first, rest) = path.split_at(path.find("::").unwrap_or(path.len()));
        let target = world.crates[world.def(from).krate].target?;
        let package = &world.workspace.packages[world.workspace.targets[target].package];
        let known = package.dependencies.iter().find(|dependency| dependency.code_name == first);
        let name = known.map_or_else(|| first.to_owned(), |dependency| dependency.package.replace('-', "_"));
        Some(normal(&(name + rest)))
    }
}

struct Reader<'r, 'g> {
    graph: &'r Graph<'g>,
    scopes: &'r [DefId],
    file: FileId,
    body: &'r Body,
}

impl Reader<'_, '_> {
    fn all(&self) -> Vec<PathUse> {
        let terms = &self.body.terms;
        let called = self.body.exprs.iter().filter_map(|expr| match expr {
            Expr::Macro { path, .. } => Some(*path),
            _ => None,
        });
        let loose = terms.loose.iter().filter(|loose| loose.is_macro).map(|loose| loose.path);
        let macros: FxHashSet<PathId> = called.chain(loose).collect();
        let doubtful = terms.loose.iter().filter(|loose| loose.after_dot || loose.in_string);
        let skipped: FxHashSet<PathId> = doubtful.map(|loose| loose.path).collect();
        let locals = self.locals();
        let paths = terms.paths.ids();
        paths
            .filter(|path| !skipped.contains(path))
            .filter_map(|path| match macros.contains(&path) {
                true => self.anywhere(path, &[Namespace::Macro]),
                false if self.is_local(terms, path, &locals) => None,
                false => self.anywhere(path, &[Namespace::Value, Namespace::Type]),
            })
            .collect()
    }

    /// Names that `let`, parameters and patterns give.
    fn locals(&self) -> FxHashSet<Symbol> {
        let names = self.body.pats.iter().filter_map(|pat| match pat {
            Pat::Bind { name, .. } => Some(self.graph.world().symbol(self.file, *name)),
            _ => None,
        });
        names.collect()
    }

    /// Whether a path may be a local variable.
    fn is_local(&self, terms: &Terms, path: PathId, locals: &FxHashSet<Symbol>) -> bool {
        match &terms.segments[terms.paths[path].segments] {
            [only] => locals.contains(&self.graph.world().symbol(self.file, only.name)),
            _ => false,
        }
    }

    /// What a path names where its surroundings say so, or else in one of the blocks.
    fn anywhere(&self, path: PathId, namespaces: &[Namespace]) -> Option<PathUse> {
        let each =
            |scope: &DefId| namespaces.iter().find_map(|namespace| self.path(*scope, path, *namespace));
        self.scopes.iter().find_map(each)
    }

    fn path(&self, scope: DefId, id: PathId, namespace: Namespace) -> Option<PathUse> {
        let (world, terms) = (self.graph.world(), &self.body.terms);
        let resolved = world.resolve(Site { scope, file: self.file, terms }, id, namespace);
        let segments = &terms.segments[terms.paths[id].segments];
        if resolved.broken {
            return None;
        }
        // Of what is outside, only imports are known by number: the rest of a path stays where it is.
        let last = *resolved.segments.last()?;
        let outside = matches!(last, Named::Target(Target::Outside(_)));
        let known = match resolved.segments.iter().position(|named| outside && *named == last) {
            Some(first) => first + 1,
            None => segments.len().checked_sub(resolved.rest)?,
        };
        let rest = segments.get(known..)?;
        let target = match last {
            Named::Target(target) => self.below(target, rest)?,
            Named::SelfType(of) => {
                let of =
                    if world.def(of).kind == DefKind::Impl { self.graph.members.self_type(of)? } else { of };
                self.below(Target::Def(of), rest)?
            }
            _ => return None,
        };
        let last = segments.last()?;
        let end = last.at.checked_add(world.written_len(self.file, last.name));
        let end = end.filter(|_| last.at != NOWHERE);
        Some(PathUse { target, file: self.file, span: end.map(|end| (last.at, end)) })
    }

    /// What further segments name below something: an associated item, or more of a path outside.
    fn below(&self, target: Target, rest: &[stateline_rust::summary::Segment]) -> Option<PathTarget> {
        let world = self.graph.world();
        if let Some(mut at) = inside(world, target) {
            for segment in rest {
                let symbol = world.symbol(self.file, segment.name);
                let mut members = self.graph.members.members(world, at);
                at = members.find(|member| world.def(*member).name == symbol)?;
            }
            return Some(PathTarget::Workspace(at));
        }
        let mut path = self.graph.beyond(self.scopes[0], target)?;
        for segment in rest {
            path.push_str("::");
            path.push_str(world.text(world.symbol(self.file, segment.name)));
        }
        Some(PathTarget::Outside(path))
    }
}
