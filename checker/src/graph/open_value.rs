//! Values of a type that the code leaves open, such as a ctx: `&impl Trait`, a parameter `T`, `dyn Trait`.
//!
//! What is asked of the type of such a value depends on who calls.

use super::Graph;
use super::body_paths::bodies;
use super::subexpressions::{bindings, bound, subexpressions, variable};
use rustc_hash::FxHashSet;
use stateline_rust::arena::IdxRange;
use stateline_rust::summary::{
    Body, Bound, Expr, ExprId, Function, ItemKind, Namespace, PathId, Stmt, Terms, Type, TypeId,
};
use stateline_rust::{DefId, DefKind, FileId, Named, Site, Symbol, Target, TypeVisitor};

/// Methods of a ctx that is of an open type: what they answer is of a known one.
const OF_CTX: [&str; 4] = ["now", "new_id", "publish", "call"];

/// Whether a function uses a parameter of an open type for more than calling operations.
pub fn is_handed_on(graph: &Graph<'_>, of: DefId) -> bool {
    let Some(function) = function(graph, of) else { return false };
    let site = graph.world().site(of);
    let is_open = |ty: &TypeId| {
        let mut types = OpenTypes { graph, site, found: false };
        types.visit_type(*ty);
        types.found
    };
    // Most steps have no ctx: their bodies need not be read again.
    if !function.params.iter().any(is_open) {
        return false;
    }
    !function.generics.params.is_empty()
        || bodies(graph, of).iter().any(|body| {
            let reader = Reader::new(graph, of, body);
            let all = body.exprs.ids().filter(|expr| reader.is_open(*expr)).count();
            let receives = body.exprs.ids().filter(|expr| reader.calls_operation(*expr).is_some());
            let loose = |path: PathId| match &body.terms.segments[body.terms.paths[path].segments] {
                [only] => reader.open.contains(&graph.world().symbol(reader.file, only.name)),
                _ => false,
            };
            all > receives.count() || body.terms.loose.iter().any(|it| loose(it.path))
        })
}

/// Whether what is named at a place, such as `size_of` or `type_id`, may be asked of an open type.
pub fn is_asked_of_open(graph: &Graph<'_>, of: DefId, at: u32) -> bool {
    bodies(graph, of).iter().any(|body| {
        let reader = Reader::new(graph, of, body);
        let mut known = false;
        for expr in body.exprs.ids() {
            let (args, values) = match body.exprs[expr] {
                Expr::Call { callee, args } => match body.exprs[callee] {
                    Expr::Path(path) => (Some(path), body.expr_lists[args].to_vec()),
                    _ => continue,
                },
                Expr::MethodCall { receiver, at: named, .. } if named == at => (None, vec![receiver]),
                _ => continue,
            };
            let segments = args.map(|path| &body.terms.segments[body.terms.paths[path].segments]);
            let last = segments.and_then(|segments| segments.last());
            if args.is_some() && last.is_none_or(|last| last.at != at) {
                continue;
            }
            let written = last.and_then(|last| last.args).map(|args| body.terms.args[args].types);
            let open = match written.filter(|written| !written.is_empty()) {
                Some(types) => body.terms.type_lists[types].iter().any(|ty| reader.is_open_type(*ty)),
                None if values.is_empty() => true,
                None => values.iter().any(|value| reader.uses_open(*value)),
            };
            if open {
                return true;
            }
            known = true;
        }
        // Handed on as a value, or written by a macro.
        !known && body.terms.paths.ids().any(|path| reader.ends_at(path, at))
    })
}

/// Where values of an open type are made into raw pointers: `ctx as *const _`.
pub fn raw_pointers(graph: &Graph<'_>, of: DefId) -> Vec<(u32, u32)> {
    let mut places = Vec::new();
    for body in bodies(graph, of) {
        let reader = Reader::new(graph, of, &body);
        for expr in body.exprs.iter() {
            let Expr::Cast { expr, ty } = *expr else { continue };
            let is_pointer = matches!(body.terms.types[ty], Type::Ptr { .. });
            let inside = subexpressions(&body, expr);
            let open = inside.into_iter().find(|inner| is_pointer && reader.is_open(*inner));
            if let Some(Expr::Path(path)) = open.map(|open| body.exprs[open])
                && let Some(last) = body.terms.segments[body.terms.paths[path].segments].last()
            {
                places.push((last.at, last.at + graph.world().written_len(reader.file, last.name)));
            }
        }
    }
    places
}

fn function<'g>(graph: &Graph<'g>, of: DefId) -> Option<&'g Function> {
    match &graph.world().item(of)?.kind {
        ItemKind::Function(function) => Some(function),
        _ => None,
    }
}

struct Reader<'r, 'g> {
    graph: &'r Graph<'g>,
    of: DefId,
    file: FileId,
    body: &'r Body,
    /// Variables of an open type.
    open: FxHashSet<Symbol>,
}

impl<'r, 'g> Reader<'r, 'g> {
    fn new(graph: &'r Graph<'g>, of: DefId, body: &'r Body) -> Self {
        let world = graph.world();
        let file = world.def(of).file;
        let mut reader = Reader { graph, of, file, body, open: FxHashSet::default() };
        let Some(function) = function(graph, of) else { return reader };
        let receivers = usize::from(function.receiver.is_some());
        let mut open = Vec::new();
        for (pat, ty) in body.params.iter().skip(receivers).zip(&function.params) {
            let mut types = OpenTypes { graph, site: world.site(of), found: false };
            types.visit_type(*ty);
            if types.found {
                bindings(body, *pat, &mut |bound| open.push(bound));
            }
        }
        let parent = world.def(of).parent;
        let concrete = parent.is_some_and(|parent| graph.members.self_type(parent).is_some());
        if let (1, false, Some(own)) = (receivers, concrete, body.params.first()) {
            bindings(body, *own, &mut |bound| open.push(bound));
        }
        reader.open.extend(open.into_iter().filter_map(|pat| bound(graph, file, body, pat)));
        reader.lets();
        reader
    }

    /// What is bound to something open is open too.
    fn lets(&mut self) {
        loop {
            let before = self.open.len();
            for stmt in self.body.stmts.iter() {
                let Stmt::Let { pat, init: Some(init), .. } = *stmt else { continue };
                if self.uses_open(init) {
                    let mut bound_here = Vec::new();
                    bindings(self.body, pat, &mut |pat| bound_here.push(pat));
                    let names = bound_here.into_iter();
                    let names = names.filter_map(|pat| bound(self.graph, self.file, self.body, pat));
                    self.open.extend(names.collect::<Vec<_>>());
                }
            }
            if self.open.len() == before {
                return;
            }
        }
    }

    fn is_open(&self, expr: ExprId) -> bool {
        variable(self.graph, self.file, self.body, expr).is_some_and(|name| self.open.contains(&name))
    }

    /// The receiver of a call of an operation, or of what every ctx has.
    fn calls_operation(&self, expr: ExprId) -> Option<ExprId> {
        let world = self.graph.world();
        let Expr::MethodCall { receiver, name, .. } = self.body.exprs[expr] else { return None };
        let name = world.text(world.symbol(self.file, name));
        let is_one = OF_CTX.contains(&name)
            || self.graph.operations().any(|operation| world.text(world.def(operation).name) == name);
        (is_one && self.is_open(receiver)).then_some(receiver)
    }

    /// Whether an expression uses something open, but for calling an operation, or a function that gives
    /// nothing open back.
    fn uses_open(&self, expr: ExprId) -> bool {
        let inside = subexpressions(self.body, expr);
        let mut left_out: FxHashSet<ExprId> =
            inside.iter().filter_map(|expr| self.calls_operation(*expr)).collect();
        for &call in &inside {
            if let Expr::Call { callee, args } = self.body.exprs[call]
                && self.gives_known(callee)
            {
                let args = &self.body.expr_lists[args];
                left_out.extend(args.iter().flat_map(|arg| subexpressions(self.body, *arg)));
            }
        }
        inside.iter().any(|expr| self.is_open(*expr) && !left_out.contains(expr))
    }

    /// Whether what is called is a function of the workspace that returns no open type.
    fn gives_known(&self, callee: ExprId) -> bool {
        let world = self.graph.world();
        let Expr::Path(path) = self.body.exprs[callee] else { return false };
        let site = Site { scope: self.of, file: self.file, terms: &self.body.terms };
        let resolved = world.resolve(site, path, Namespace::Value);
        let Some(Named::Target(Target::Def(id))) = resolved.segments.last().filter(|_| resolved.rest == 0)
        else {
            return false;
        };
        let Some(function) = function(self.graph, *id).filter(|_| !world.is_std(*id)) else { return false };
        let mut types = OpenTypes { graph: self.graph, site: world.site(*id), found: false };
        function.ret.iter().for_each(|ty| types.visit_type(*ty));
        !types.found
    }

    fn is_open_type(&self, ty: TypeId) -> bool {
        let site = Site { scope: self.of, file: self.file, terms: &self.body.terms };
        let mut types = OpenTypes { graph: self.graph, site, found: false };
        types.visit_type(ty);
        types.found || matches!(self.body.terms.types[ty], Type::Infer)
    }

    fn ends_at(&self, path: PathId, at: u32) -> bool {
        let segments = &self.body.terms.segments[self.body.terms.paths[path].segments];
        segments.last().is_some_and(|last| last.at == at)
    }
}

/// Looks whether a type leaves something open.
struct OpenTypes<'o, 'g> {
    graph: &'o Graph<'g>,
    site: Site<'o>,
    found: bool,
}

impl<'o> TypeVisitor<'o> for OpenTypes<'o, '_> {
    fn terms(&self) -> &'o Terms {
        self.site.terms
    }

    // Those of `impl` and `dyn`.
    fn visit_bounds(&mut self, _: IdxRange<Bound>) {
        self.found = true;
    }

    fn visit_path(&mut self, path: PathId) {
        let world = self.graph.world();
        let resolved = world.resolve(self.site, path, Namespace::Type);
        self.found |= resolved.segments.iter().any(|named| match named {
            Named::Parameter(..) => true,
            Named::SelfType(of) => world.def(*of).kind == DefKind::Trait,
            _ => false,
        });
        self.visit_own(path);
        self.visit_args_of(&self.site.terms.segments[self.site.terms.paths[path].segments]);
    }
}
