//! What a body names, by names alone: what inference adds (methods after a dot) is among the references.
//!
//! Long because each form of expression, pattern and macro that names something is met in one walk.

use super::Graph;
use super::impl_choice::meant;
use super::region::inside;
use rustc_hash::FxHashSet;
use stateline_rust::summary::{
    Body, BodyId, Expr, ItemKind, Mutability, NOWHERE, Name, Namespace, Pat, PathId, Segment, Terms, Type,
};
use stateline_rust::{DefId, DefKind, FileId, Named, Site, Symbol, Target};
use std::rc::Rc;

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
    Outside(Rc<str>),
}

/// A name that is called, of which names alone do not say whose it is: a method, or an associated function
/// of a trait.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct CalledName {
    pub name: Symbol,
    pub file: FileId,
    /// Where it stands; [`NOWHERE`] for what a macro wrote.
    pub at: u32,
}

impl CalledName {
    /// Whether it stands in a file, and no macro wrote it.
    pub fn is_written(&self) -> bool {
        self.at != NOWHERE
    }
}

/// All that a body says by names.
#[derive(Clone, Default, Debug)]
pub struct BodyNames {
    pub path_uses: Vec<PathUse>,
    pub called: Vec<CalledName>,
    /// Types of the workspace before a name that they do not have themselves: `Wall` in `Wall::now()`.
    pub before: Vec<DefId>,
    /// Whether a `?` stands in it.
    pub tries: bool,
}

/// What the body of a function, constant or static names, or the arms of a macro, with the names of methods
/// that it calls.
pub fn body_names(graph: &Graph<'_>, of: DefId) -> Rc<BodyNames> {
    if let Some(known) = graph.body_names.borrow().get(&of) {
        return Rc::clone(known);
    }
    let mut names = BodyNames::default();
    let (file, scopes) = (graph.world().def(of).file, scopes(graph, of));
    for body in bodies(graph, of) {
        Reader { graph, scopes: &scopes, file, body: &body }.all(&mut names);
    }
    let names = Rc::new(names);
    graph.body_names.borrow_mut().insert(of, Rc::clone(&names));
    names
}

/// A value that a body makes.
pub struct Made {
    /// The type or variant.
    pub path_use: PathUse,
    /// It is another one with some fields set: `Paid { amount: 1, ..other }`.
    pub from_another: bool,
}

/// The types and variants of which a body makes a value by their name: `Paid { … }`, `Paid(…)`, `Paid`,
/// `Paid::default()`.
pub fn made(graph: &Graph<'_>, of: DefId) -> Vec<Made> {
    let (file, scopes) = (graph.world().def(of).file, scopes(graph, of));
    let mut made = Vec::new();
    for body in bodies(graph, of) {
        let reader = Reader { graph, scopes: &scopes, file, body: &body };
        for expr in body.exprs.iter() {
            let (path_uses, from_another) = match *expr {
                // A copy of one that is there, without a change, is none.
                Expr::Struct { fields, base: Some(_), .. } if fields.is_empty() => continue,
                Expr::Struct { path, base, .. } => {
                    ([reader.anywhere(path, &[Namespace::Type]), None], base.is_some())
                }
                // A constructor, called or handed on, is a value by its name.
                Expr::Path(path) => {
                    ([reader.anywhere(path, &[Namespace::Value]), reader.default_of(path)], false)
                }
                _ => continue,
            };
            let path_uses = path_uses.into_iter().flatten();
            made.extend(path_uses.map(|path_use| Made { path_use, from_another }));
        }
    }
    let mut data = |made: &mut Made| {
        let PathTarget::Workspace(named) = made.path_use.target else { return false };
        let Some(id) = graph.world().unalias(named) else { return false };
        made.path_use.target = PathTarget::Workspace(id);
        matches!(graph.world().def(id).kind, DefKind::Struct | DefKind::Enum | DefKind::Variant)
    };
    made.retain_mut(&mut data);
    made
}

/// Where the fields stand that a body sets one by one, or has somebody set: `paid.amount = 1`, `paid.amount += 1`,
/// `replace(&mut paid.amount, 1)`.
pub fn set_fields(graph: &Graph<'_>, of: DefId) -> Vec<u32> {
    let mut set = Vec::new();
    for body in bodies(graph, of) {
        for expr in body.exprs.iter() {
            let (Expr::Assign { mut left, .. }
            | Expr::Binary { assigns: true, mut left, .. }
            | Expr::Ref { mutability: Mutability::Mut, expr: mut left }) = *expr
            else {
                continue;
            };
            loop {
                left = match body.exprs[left] {
                    Expr::Field { base, at, .. } => {
                        set.push(at);
                        base
                    }
                    Expr::Index { base, .. } => base,
                    Expr::Unary { expr, .. } => expr,
                    _ => break,
                };
            }
        }
    }
    set
}

/// The bodies of a function, constant or static, or the arms of a macro.
pub(super) fn bodies(graph: &Graph<'_>, of: DefId) -> Vec<Body> {
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
    bodies.into_iter().filter_map(decoded).collect()
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

struct Reader<'r, 'g> {
    graph: &'r Graph<'g>,
    scopes: &'r [DefId],
    file: FileId,
    body: &'r Body,
}

impl Reader<'_, '_> {
    fn all(&self, names: &mut BodyNames) {
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
        for path in terms.paths.ids().filter(|path| !skipped.contains(path)) {
            let path_use = match macros.contains(&path) {
                true => self.anywhere(path, &[Namespace::Macro]),
                false if self.is_local(terms, path, &locals) => continue,
                false => self.anywhere(path, &[Namespace::Value, Namespace::Type]),
            };
            // `Wall::now` or `<T::Wall>::now`.
            let has_owner = terms.paths[path].qself.is_some() || terms.paths[path].segments.len() > 1;
            if let Some(last) = terms.segments[terms.paths[path].segments].last()
                && has_owner
                && self.may_be_of_trait(path_use.as_ref())
            {
                names.called.push(self.called(last.name, last.at));
                names.before.extend(self.type_before(path));
            }
            match path_use {
                Some(PathUse { target: PathTarget::Workspace(id), file, span }) => {
                    let scope = self.scopes.first().copied().unwrap_or(id);
                    let meant = meant(self.graph, Site { scope, file: self.file, terms }, path, id);
                    let targets = meant.into_iter().map(PathTarget::Workspace);
                    names.path_uses.extend(targets.map(|target| PathUse { target, file, span }));
                }
                outside => names.path_uses.extend(outside),
            }
        }
        for pat in self.body.pats.iter() {
            if let Pat::Bind { name, at, .. } = pat
                && let Some(id) = self.constant(*name)
            {
                let span = at.checked_add(self.graph.world().written_len(self.file, *name));
                let span = span.filter(|_| *at != NOWHERE).map(|end| (*at, end));
                names.path_uses.push(PathUse { target: PathTarget::Workspace(id), file: self.file, span });
            }
        }
        for expr in self.body.exprs.iter() {
            match *expr {
                Expr::MethodCall { name, at, .. } => names.called.push(self.called(name, at)),
                Expr::Try(_) => names.tries = true,
                _ => {}
            }
        }
        // What a macro's argument, or its definition, calls after a dot.
        for loose in terms.loose.iter().filter(|loose| loose.after_dot) {
            if let Some(last) = terms.segments[terms.paths[loose.path].segments].last() {
                names.called.push(self.called(last.name, last.at));
            }
        }
    }

    /// The type of the workspace of which a path names the default.
    fn default_of(&self, path: PathId) -> Option<PathUse> {
        let world = self.graph.world();
        let last = self.body.terms.segments[self.body.terms.paths[path].segments].last()?;
        let is_default = world.text(world.symbol(self.file, last.name)) == "default";
        let of = is_default.then(|| self.type_before(path))??;
        let span = self.span(last);
        Some(PathUse { target: PathTarget::Workspace(of), file: self.file, span })
    }

    /// The byte range of a name; none of one that a macro wrote.
    fn span(&self, name: &Segment) -> Option<(u32, u32)> {
        let end = name.at.checked_add(self.graph.world().written_len(self.file, name.name));
        end.filter(|_| name.at != NOWHERE).map(|end| (name.at, end))
    }

    /// The type of the workspace to which a path leads before its last name.
    fn type_before(&self, path: PathId) -> Option<DefId> {
        let (world, terms) = (self.graph.world(), &self.body.terms);
        self.scopes.iter().find_map(|scope| {
            let resolved =
                world.resolve(Site { scope: *scope, file: self.file, terms }, path, Namespace::Value);
            match *resolved.segments.last()? {
                Named::Target(target) => inside(world, target),
                Named::SelfType(of) if world.def(of).kind == DefKind::Impl => {
                    self.graph.members.self_type(of)
                }
                Named::SelfType(of) => Some(of),
                _ => None,
            }
        })
    }

    fn called(&self, name: Name, at: u32) -> CalledName {
        CalledName { name: self.graph.world().symbol(self.file, name), file: self.file, at }
    }

    /// Whether a path of several names may lead to what some impl of a trait writes: it leads to the trait's own
    /// declaration, or to nothing that a type has itself.
    fn may_be_of_trait(&self, path_use: Option<&PathUse>) -> bool {
        let world = self.graph.world();
        match path_use.map(|path_use| &path_use.target) {
            None => true,
            Some(PathTarget::Workspace(id)) => {
                world.def(*id).parent.is_some_and(|parent| world.def(parent).kind == DefKind::Trait)
            }
            Some(PathTarget::Outside(path)) => {
                let owner = path.rsplit("::").nth(1);
                owner.is_some_and(|owner| owner.starts_with(char::is_uppercase))
            }
        }
    }

    /// Names that `let`, parameters and patterns give.
    fn locals(&self) -> FxHashSet<Symbol> {
        let names = self.body.pats.iter().filter_map(|pat| match pat {
            Pat::Bind { name, .. } if self.constant(*name).is_none() => {
                Some(self.graph.world().symbol(self.file, *name))
            }
            _ => None,
        });
        names.collect()
    }

    /// The constant of the workspace that a plain name in a pattern is, where it gives no name to anything.
    fn constant(&self, name: Name) -> Option<DefId> {
        let world = self.graph.world();
        let symbol = world.symbol(self.file, name);
        if !world.text(symbol).starts_with(char::is_uppercase) {
            return None;
        }
        let outer = |at: &DefId| world.def(*at).parent.filter(|_| world.def(*at).kind != DefKind::Module);
        let mut scopes = self.scopes.iter().flat_map(|scope| std::iter::successors(Some(*scope), outer));
        let found = scopes.find_map(|scope| world.named_as(scope, symbol, Namespace::Value))?;
        let of_ours = found.target.def().filter(|id| !world.is_std(*id));
        of_ours.filter(|id| world.def(*id).kind == DefKind::Const)
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
        let terms = &self.body.terms;
        let target = self.target(Site { scope, file: self.file, terms }, id, namespace, 0)?;
        let last = terms.segments[terms.paths[id].segments].last()?;
        Some(PathUse { target, file: self.file, span: self.span(last) })
    }

    /// What a path names; `depth` counts the aliases on the way there.
    fn target(&self, site: Site<'_>, id: PathId, namespace: Namespace, depth: usize) -> Option<PathTarget> {
        let (world, terms) = (self.graph.world(), site.terms);
        let path = &terms.paths[id];
        let segments = &terms.segments[path.segments];
        if let (Some(own), 0) = (path.qself, path.qself_trait) {
            // `<Instant>::now`.
            let Type::Path(of) = terms.types[own] else { return None };
            let of = self.target(site, of, Namespace::Type, depth)?;
            return self.below(of, site, segments, depth);
        }
        let resolved = world.resolve(site, id, namespace);
        if resolved.broken {
            return None;
        }
        let last = *resolved.segments.last()?;
        // Of what is outside, only imports are known by number: the rest of a path stays as it is written.
        let known = resolved.below.or_else(|| segments.len().checked_sub(resolved.rest))?;
        let target = match last {
            Named::Target(target) => target,
            Named::SelfType(of) if world.def(of).kind == DefKind::Impl => {
                Target::Def(self.graph.members.self_type(of)?)
            }
            Named::SelfType(of) => Target::Def(of),
            _ => return None,
        };
        let target = match inside(world, target) {
            Some(id) => PathTarget::Workspace(id),
            None => PathTarget::Outside(self.graph.beyond(site.scope, target)?.into()),
        };
        self.below(target, site, segments.get(known..)?, depth)
    }

    /// What further segments name below something: an associated item, or more of a path outside.
    fn below(
        &self,
        mut target: PathTarget,
        site: Site<'_>,
        rest: &[Segment],
        depth: usize,
    ) -> Option<PathTarget> {
        let world = self.graph.world();
        for segment in rest {
            let symbol = world.symbol(site.file, segment.name);
            if let PathTarget::Workspace(id) = target
                && let Some(of) = self.alias_of(id, depth)
            {
                target = of;
            }
            target = match target {
                PathTarget::Workspace(at) => {
                    let mut members = self.graph.members.members(world, at);
                    PathTarget::Workspace(members.find(|member| world.def(*member).name == symbol)?)
                }
                PathTarget::Outside(path) => {
                    PathTarget::Outside(format!("{path}::{}", world.text(symbol)).into())
                }
            };
        }
        Some(target)
    }

    /// What an alias stands for.
    fn alias_of(&self, alias: DefId, depth: usize) -> Option<PathTarget> {
        const DEEPEST: usize = 16;
        let world = self.graph.world();
        let ItemKind::TypeAlias { ty: Some(ty), .. } = world.item(alias)?.kind else { return None };
        let site = world.site(alias);
        let Type::Path(path) = site.terms.types[ty] else { return None };
        (depth < DEEPEST).then(|| self.target(site, path, Namespace::Type, depth + 1))?
    }
}
