//! Values of a type that the code leaves open, such as a ctx: `&impl Trait`, a parameter `T`, `dyn Trait`.
//!
//! What is asked of the type of such a value depends on who calls.

use super::Graph;
use super::body_paths::bodies;
use super::subexpressions::{bindings, bound, subexpressions, variable};
use rustc_hash::FxHashSet;
use stateline_rust::arena::IdxRange;
use stateline_rust::summary::{
    Body, Bound, Expr, ExprId, Function, ItemKind, Namespace, PatId, PathId, Stmt, Terms, Type, TypeId,
};
use stateline_rust::{DefId, DefKind, FileId, Named, Site, Symbol, Target, TypeVisitor};

/// Methods of a ctx that is of an open type: what they answer is of a known one.
const OF_CTX: [&str; 4] = ["now", "new_id", "publish", "call"];

/// Whether a function uses a parameter of an open type for more than calling operations.
pub fn is_handed_on(graph: &Graph<'_>, of: DefId) -> bool {
    let Some(function) = function(graph, of) else { return false };
    let site = graph.world().site(of);
    let is_open = |ty: &TypeId| is_open_type(graph, site, *ty);
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
        let reader = Reader::new(graph, of, body).followed();
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
                Some(types) => {
                    body.terms.type_lists[types].iter().any(|ty| is_open_type(graph, reader.site(), *ty))
                }
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
        let reader = Reader::new(graph, of, &body).followed();
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
    /// Variables that may be of an open type: parameters, and once they were followed, others.
    open: FxHashSet<Symbol>,
}

impl<'r, 'g> Reader<'r, 'g> {
    fn new(graph: &'r Graph<'g>, of: DefId, body: &'r Body) -> Self {
        let world = graph.world();
        let file = world.def(of).file;
        let mut reader = Reader { graph, of, file, body, open: FxHashSet::default() };
        let Some(function) = function(graph, of) else { return reader };
        let receivers = usize::from(function.receiver.is_some());
        let is_open_self = world.def(of).parent.is_some_and(|parent| is_open_self(graph, parent));
        let own = body.params.iter().take(receivers).map(|pat| (*pat, is_open_self));
        let others = body.params.iter().skip(receivers).zip(&function.params);
        let others = others.map(|(pat, ty)| (*pat, is_open_type(graph, world.site(of), *ty)));
        for (param, _) in own.chain(others).filter(|(_, is_open)| *is_open) {
            bindings(body, param, &mut |pat| reader.open.extend(bound(graph, file, body, pat)));
        }
        reader
    }

    /// Finds the other variables that may be of an open type: all but those that are known to be of another, and
    /// those that are bound to something that uses nothing open.
    fn followed(mut self) -> Self {
        if self.open.is_empty() {
            return self;
        }
        let body = self.body;
        let lets = body.stmts.iter().filter_map(|stmt| match *stmt {
            Stmt::Let { pat, init: Some(init), .. } => Some((pat, init)),
            _ => None,
        });
        let mut bound_to: Vec<(PatId, ExprId)> = lets.collect();
        let mut known_params = body.params.clone();
        for expr in body.exprs.iter() {
            match *expr {
                Expr::Let { pat, value } | Expr::For { pat, iter: value, .. } => bound_to.push((pat, value)),
                Expr::Match { scrutinee, arms } => {
                    bound_to.extend(body.arms[arms].iter().map(|arm| (arm.pat, scrutinee)));
                }
                Expr::Closure { params, .. } => {
                    let params = body.closure_params[params].iter();
                    let is_known = |ty: TypeId| !is_open_type(self.graph, self.site(), ty);
                    let params = params.filter(|param| param.ty.is_some_and(is_known));
                    known_params.extend(params.map(|param| param.pat));
                }
                _ => {}
            }
        }
        let mut decided: FxHashSet<PatId> = FxHashSet::default();
        for pat in bound_to.iter().map(|(pat, _)| *pat).chain(known_params) {
            bindings(body, pat, &mut |pat| _ = decided.insert(pat));
        }
        let undecided = body.pats.ids().filter(|pat| !decided.contains(pat));
        self.open.extend(undecided.filter_map(|pat| bound(self.graph, self.file, body, pat)));
        loop {
            let before = self.open.len();
            for &(pat, value) in &bound_to {
                if self.uses_open(value) {
                    bindings(body, pat, &mut |pat| self.open.extend(bound(self.graph, self.file, body, pat)));
                }
            }
            for expr in body.exprs.iter() {
                self.fill(expr);
            }
            if self.open.len() == before {
                return self;
            }
        }
    }

    /// What something open is assigned to, or put into by a method, may be of an open type.
    fn fill(&mut self, expr: &Expr) {
        let (filled, is_open) = match *expr {
            Expr::Assign { left, right } => (left, self.uses_open(right)),
            Expr::MethodCall { receiver, args, .. } => {
                (receiver, self.body.expr_lists[args].iter().any(|arg| self.uses_open(*arg)))
            }
            _ => return,
        };
        if is_open {
            self.open.extend(variable(self.graph, self.file, self.body, self.holder(filled)));
        }
    }

    /// What a place is a part of: `pair` of `pair.0[1]`.
    fn holder(&self, mut place: ExprId) -> ExprId {
        while let Expr::Field { base: of, .. } | Expr::Index { base: of, .. } | Expr::Unary { expr: of, .. } =
            self.body.exprs[place]
        {
            place = of;
        }
        place
    }

    fn is_open(&self, expr: ExprId) -> bool {
        variable(self.graph, self.file, self.body, expr).is_some_and(|name| self.open.contains(&name))
    }

    /// The receiver of a call of an operation, or of what every ctx has.
    fn calls_operation(&self, expr: ExprId) -> Option<ExprId> {
        let world = self.graph.world();
        let Expr::MethodCall { receiver, name, .. } = self.body.exprs[expr] else { return None };
        if !self.is_open(receiver) {
            return None;
        }
        let name = world.text(world.symbol(self.file, name));
        let is_one = OF_CTX.contains(&name)
            || self.graph.operations().any(|operation| world.text(world.def(operation).name) == name);
        is_one.then_some(receiver)
    }

    /// Whether an expression uses something open, but for calling an operation, or a function that gives
    /// nothing open back.
    fn uses_open(&self, expr: ExprId) -> bool {
        let inside = subexpressions(self.body, expr);
        if !inside.iter().any(|expr| self.is_open(*expr)) {
            return false;
        }
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
        let resolved = world.resolve(self.site(), path, Namespace::Value);
        let Some(Named::Target(Target::Def(id))) = resolved.segments.last().filter(|_| resolved.rest == 0)
        else {
            return false;
        };
        let Some(function) = function(self.graph, *id).filter(|_| !world.is_std(*id)) else { return false };
        !function.ret.is_some_and(|ty| is_open_type(self.graph, world.site(*id), ty))
    }

    fn site(&self) -> Site<'r> {
        Site { scope: self.of, file: self.file, terms: &self.body.terms }
    }

    fn ends_at(&self, path: PathId, at: u32) -> bool {
        let segments = &self.body.terms.segments[self.body.terms.paths[path].segments];
        segments.last().is_some_and(|last| last.at == at)
    }
}

/// Whether a type leaves something open: what a caller chooses, or what is not written.
fn is_open_type(graph: &Graph<'_>, site: Site<'_>, ty: TypeId) -> bool {
    let mut types = OpenTypes { graph, site, found: false };
    types.visit_type(ty);
    types.found
}

/// Whether `Self` leaves something open in a trait or an impl.
fn is_open_self(graph: &Graph<'_>, of: DefId) -> bool {
    let world = graph.world();
    match world.item(of).map(|item| &item.kind) {
        Some(ItemKind::Impl { self_ty, .. }) => is_open_type(graph, world.site(of), *self_ty),
        _ => world.def(of).kind == DefKind::Trait,
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

    fn visit_infer(&mut self) {
        self.found = true;
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
            Named::SelfType(of) => is_open_self(self.graph, *of),
            _ => false,
        });
        self.visit_own(path);
        self.visit_args_of(&self.site.terms.segments[self.site.terms.paths[path].segments]);
    }
}
