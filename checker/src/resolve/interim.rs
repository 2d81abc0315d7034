//! Paths in signatures and bodies, by names alone: until types are known, this is what there is.

use super::reference::{How, Reference, Role, Unresolved};
use super::world::{DefId, DefKind, Instance, Named, Symbol, Target, World};
use crate::read::*;
use rustc_hash::FxHashMap;

/// Associated items by type and name.
pub type Associated = FxHashMap<(DefId, Symbol), DefId>;

/// All impls' items, inherent ones first.
pub fn associated(world: &World<'_>) -> Associated {
    let mut found = Associated::default();
    for inherent in [true, false] {
        for &id in &world.impls {
            let def = world.def(id);
            let Some(ItemKind::Impl { self_ty, trait_, .. }) = world.item(id).map(|item| &item.kind) else {
                continue;
            };
            if trait_.is_none() != inherent {
                continue;
            }
            let terms = &world.summary(def.file).terms;
            let Some(adt) = type_def(world, id, def.file, terms, *self_ty) else { continue };
            for &child in world.children(id) {
                found.entry((adt, world.def(child).name)).or_insert(child);
            }
        }
    }
    found
}

fn type_def(world: &World<'_>, scope: DefId, file: FileId, terms: &Terms, ty: TypeId) -> Option<DefId> {
    let Type::Path(path) = terms.types[ty.0 as usize] else { return None };
    let found = world.resolve(scope, file, terms, path, Namespace::Type);
    if found.rest > 0 || found.broken {
        return None;
    }
    match found.segments.last()? {
        Named::Target(Target::Def(id)) => Some(*id),
        Named::SelfType(id) => self_def(world, *id),
        _ => None,
    }
}

fn self_def(world: &World<'_>, id: DefId) -> Option<DefId> {
    match world.item(id).map(|item| &item.kind)? {
        ItemKind::Impl { self_ty, .. } => {
            let def = world.def(id);
            type_def(world, def.parent?, def.file, &world.summary(def.file).terms, *self_ty)
        }
        _ => Some(id),
    }
}

pub fn references(
    world: &World<'_>,
    associated: &Associated,
    instance: &Instance,
    out: &mut Vec<Reference>,
    counts: &mut Unresolved,
) {
    let summary = world.summary(instance.file);
    let mut walk = Walk {
        world,
        associated,
        file: instance.file,
        scope: instance.module,
        instance,
        out,
        counts,
        locals: Vec::new(),
        body: None,
        outer: &summary.terms,
    };
    for (index, item) in summary.items.iter().enumerate() {
        let Some(def) = instance.def(ItemId(u32::try_from(index).expect("few"))) else { continue };
        walk.scope = def;
        walk.item(item);
    }
}

struct Walk<'f> {
    world: &'f World<'f>,
    associated: &'f Associated,
    file: FileId,
    scope: DefId,
    instance: &'f Instance,
    out: &'f mut Vec<Reference>,
    counts: &'f mut Unresolved,
    locals: Vec<Name>,
    body: Option<Body>,
    outer: &'f Terms,
}

impl Walk<'_> {
    fn generics(&mut self, generics: &Generics) {
        let t = self.outer;
        for param in &generics.params {
            self.bounds(t, param.bounds);
            for ty in [param.default, param.konst].into_iter().flatten() {
                self.ty(t, ty);
            }
        }
        for clause in &generics.wheres {
            self.ty(t, clause.ty);
            self.bounds(t, clause.bounds);
        }
    }

    fn item(&mut self, item: &Item) {
        let t = self.outer;
        match &item.kind {
            ItemKind::Function(f) => {
                self.generics(&f.generics);
                if let Some(Receiver::Typed(ty)) = f.receiver {
                    self.ty(t, ty);
                }
                for ty in f.params.iter().chain(&f.ret) {
                    self.ty(t, *ty);
                }
                self.body(f.body);
            }
            ItemKind::Struct { generics, fields, .. } | ItemKind::Union { generics, fields } => {
                self.generics(generics);
                self.fields(*fields);
            }
            ItemKind::Enum { generics } => self.generics(generics),
            ItemKind::Variant { fields, discriminant, .. } => {
                self.fields(*fields);
                self.body(*discriminant);
            }
            ItemKind::Const { generics, ty, body } => {
                self.generics(generics);
                if let Some(ty) = ty {
                    self.ty(t, *ty);
                }
                self.body(*body);
            }
            ItemKind::Static { ty, body, .. } => {
                if let Some(ty) = ty {
                    self.ty(t, *ty);
                }
                self.body(*body);
            }
            ItemKind::Trait { generics, bounds } => {
                self.generics(generics);
                self.bounds(t, *bounds);
            }
            ItemKind::TypeAlias { generics, bounds, ty } => {
                self.generics(generics);
                self.bounds(t, *bounds);
                if let Some(ty) = ty {
                    self.ty(t, *ty);
                }
            }
            ItemKind::Impl { generics, trait_, self_ty, .. } => {
                self.generics(generics);
                if let Some(path) = trait_ {
                    self.path(t, *path, Namespace::Type, Role::Signature);
                }
                self.ty(t, *self_ty);
            }
            ItemKind::MacroRules { arms, .. } => {
                for arm in arms {
                    self.body(arm.body);
                }
            }
            ItemKind::MacroCall { body, .. } => self.body(*body),
            _ => {}
        }
    }

    fn fields(&mut self, run: Run) {
        for field in &self.world.summary(self.file).fields[run.range()] {
            self.ty(self.outer, field.ty);
        }
    }

    fn body(&mut self, id: Option<BodyId>) {
        let Some(id) = id else { return };
        let Ok(body) = Body::decode(&self.world.summary(self.file).bodies[id.0 as usize]) else { return };
        self.locals.clear();
        for pat in &body.params {
            self.pat(&body, *pat);
        }
        if let Some(root) = body.root {
            self.expr(&body, root);
        }
        let _ = &self.body;
    }

    fn ty(&mut self, t: &Terms, ty: TypeId) {
        match t.types[ty.0 as usize] {
            Type::Path(path) => self.path(t, path, Namespace::Type, Role::Signature),
            Type::Ref { inner, .. } | Type::Ptr { inner, .. } | Type::Slice(inner) | Type::Array(inner) => {
                self.ty(t, inner)
            }
            Type::Tuple(run) => self.types(t, run),
            Type::Fn { params, ret } => {
                self.types(t, params);
                if let Some(ret) = ret {
                    self.ty(t, ret);
                }
            }
            Type::Impl(run) | Type::Dyn(run) => self.bounds(t, run),
            Type::Macro(path) => self.path(t, path, Namespace::Macro, Role::Macro),
            Type::Never | Type::Infer | Type::Unknown => {}
        }
    }

    fn types(&mut self, t: &Terms, run: Run) {
        for ty in &t.type_lists[run.range()] {
            self.ty(t, *ty);
        }
    }

    fn bounds(&mut self, t: &Terms, run: Run) {
        for bound in &t.bounds[run.range()] {
            self.path(t, bound.path, Namespace::Type, Role::Signature);
        }
    }

    fn args(&mut self, t: &Terms, args: ArgsId) {
        let args = t.args[args.0 as usize];
        self.types(t, args.types);
        for binding in &t.bindings[args.bindings.range()] {
            if let Some(ty) = binding.ty {
                self.ty(t, ty);
            }
            self.bounds(t, binding.bounds);
        }
    }

    fn path(&mut self, t: &Terms, path: PathId, ns: Namespace, role: Role) {
        let p = t.paths[path.0 as usize];
        if let Some(ty) = p.qself {
            self.ty(t, ty);
        }
        let segments = &t.segments[p.segments.range()];
        for segment in segments {
            if let Some(args) = segment.args {
                self.args(t, args);
            }
        }
        if ns == Namespace::Value && segments.len() == 1 && self.locals.contains(&segments[0].name) {
            return;
        }
        let mut found = self.world.resolve(self.scope, self.file, t, path, ns);
        if found.broken && ns == Namespace::Value {
            let again = self.world.resolve(self.scope, self.file, t, path, Namespace::Type);
            if !again.broken {
                found = again;
            }
        }
        if found.broken {
            self.counts.paths_not_found += 1;
            if std::env::var_os("SHOW_LOST").is_some() {
                let names: Vec<_> =
                    segments.iter().map(|s| self.world.text(self.world.symbol(self.file, s.name))).collect();
                eprintln!(
                    "lost {} {} {:?}",
                    self.world.workspace.files.get(self.file.0 as usize).map_or("std", |f| &*f.path),
                    segments[0].at,
                    names.join("::")
                );
            }
        } else {
            self.counts.paths_resolved += 1;
        }
        let mut last = None;
        for (index, (segment, named)) in segments.iter().zip(&found.segments).enumerate() {
            last = Some(*named);
            let Named::Target(target) = *named else { continue };
            self.emit(target, segment, if index + 1 == segments.len() { role } else { Role::Qualifier });
        }
        let mut at = match last {
            Some(Named::Target(Target::Def(id))) => Some(id),
            Some(Named::SelfType(id)) => self_def(self.world, id),
            _ => None,
        };
        for segment in &segments[segments.len() - found.rest..] {
            let Some(id) = at else { break };
            let id = self.unalias(id);
            let name = self.world.symbol(self.file, segment.name);
            let member =
                self.world.in_scope(id, name).filter(|_| self.world.def(id).kind == DefKind::Enum).and_then(
                    |e| match e.any()?.target {
                        Target::Def(id) => Some(id),
                        Target::Outside(_) => None,
                    },
                );
            let member = member.or_else(|| self.associated.get(&(id, name)).copied());
            let member = member.or_else(|| {
                (self.world.def(id).kind == DefKind::Trait)
                    .then(|| {
                        self.world.children(id).iter().copied().find(|c| self.world.def(*c).name == name)
                    })
                    .flatten()
            });
            at = member;
            if let Some(member) = member {
                self.emit(Target::Def(member), segment, role);
            } else {
                self.counts.associated_not_found += 1;
            }
        }
    }

    fn unalias(&self, id: DefId) -> DefId {
        match self.world.item(id).map(|i| &i.kind) {
            Some(ItemKind::TypeAlias { ty: Some(ty), .. }) => {
                let def = self.world.def(id);
                type_def(self.world, id, def.file, &self.world.summary(def.file).terms, *ty)
                    .filter(|to| *to != id)
                    .unwrap_or(id)
            }
            _ => id,
        }
    }

    fn emit(&mut self, to: Target, segment: &Segment, role: Role) {
        if matches!(
            segment.name,
            known::SELF_VALUE | known::SUPER | known::CRATE | known::SELF_TYPE | known::DOLLAR_CRATE
        ) {
            return;
        }
        if let Target::Def(id) = to
            && self.world.is_std(id)
        {
            return;
        }
        if !self.world.is_crossing(self.scope, to) {
            return;
        }
        let len = self.world.written_len(self.file, segment.name);
        self.out.push(Reference {
            file: self.file,
            at: segment.at,
            len,
            from: self.scope,
            to,
            derived: None,
            how: How::Path,
            role,
        });
    }

    fn pat(&mut self, b: &Body, pat: PatId) {
        match b.pats[pat.0 as usize] {
            Pat::Bind { name, at, sub, .. } => {
                if let Some(sub) = sub {
                    self.pat(b, sub);
                }
                let symbol = self.world.symbol(self.file, name);
                let _ = (symbol, at);
                // A constant or unit variant in scope?
                let mut terms = Terms::default();
                terms.segments.push(Segment { name, at, args: None });
                terms.paths.push(crate::read::summary::Path {
                    global: false,
                    qself: None,
                    qself_trait: 0,
                    segments: Run { start: 0, len: 1 },
                });
                let found = self.world.resolve(self.scope, self.file, &terms, PathId(0), Namespace::Value);
                if let Some(Named::Target(Target::Def(id))) = found.segments.first()
                    && matches!(
                        self.world.def(*id).kind,
                        DefKind::Const | DefKind::Static | DefKind::Variant | DefKind::Struct
                    )
                {
                    self.emit(Target::Def(*id), &terms.segments[0], Role::Body);
                } else {
                    self.locals.push(name);
                }
            }
            Pat::Path(path) => self.path(&b.terms, path, Namespace::Value, Role::Body),
            Pat::Tuple(run) | Pat::Slice(run) | Pat::Or(run) => {
                for p in &b.pat_lists[run.range()] {
                    self.pat(b, *p);
                }
            }
            Pat::TupleStruct { path, elems } => {
                self.path(&b.terms, path, Namespace::Value, Role::Body);
                for p in &b.pat_lists[elems.range()] {
                    self.pat(b, *p);
                }
            }
            Pat::Struct { path, fields } => {
                self.path(&b.terms, path, Namespace::Type, Role::Body);
                for f in &b.pat_fields[fields.range()] {
                    self.field(&b.terms, path, f.name, f.at);
                    self.pat(b, f.pat);
                }
            }
            Pat::Ref { pat, .. } => self.pat(b, pat),
            Pat::Expr(e) => self.expr(b, e),
            Pat::Range { start, end } => {
                for e in [start, end].into_iter().flatten() {
                    self.expr(b, e);
                }
            }
            Pat::Macro { path, .. } => self.path(&b.terms, path, Namespace::Macro, Role::Macro),
            Pat::Wild | Pat::Rest | Pat::Unknown => {}
        }
    }

    fn field(&mut self, t: &Terms, path: PathId, name: Name, at: u32) {
        let found = self.world.resolve(self.scope, self.file, t, path, Namespace::Type);
        let segments = &t.segments[t.paths[path.0 as usize].segments.range()];
        let mut id = match found.segments.last() {
            Some(Named::Target(Target::Def(id))) => self.unalias(*id),
            Some(Named::SelfType(id)) => match self_def(self.world, *id) {
                Some(id) => self.unalias(id),
                None => return,
            },
            _ => return,
        };
        if found.rest == 1 {
            let name = self.world.symbol(self.file, segments[segments.len() - 1].name);
            match self.world.in_scope(id, name).and_then(|e| e.any()) {
                Some(b) => match b.target {
                    Target::Def(v) => id = v,
                    Target::Outside(_) => return,
                },
                None => return,
            }
        }
        let symbol = self.world.symbol(self.file, name);
        if let Some(field) = self
            .world
            .children(id)
            .iter()
            .copied()
            .find(|c| self.world.def(*c).kind == DefKind::Field && self.world.def(*c).name == symbol)
        {
            self.emit(Target::Def(field), &Segment { name, at, args: None }, Role::Field);
        }
    }

    fn list(&mut self, b: &Body, run: Run) {
        for e in &b.expr_lists[run.range()] {
            self.expr(b, *e);
        }
    }

    fn expr(&mut self, b: &Body, id: ExprId) {
        let t = &b.terms;
        match b.exprs[id.0 as usize] {
            Expr::Missing | Expr::Literal(_) | Expr::Continue => {}
            Expr::Path(path) => self.path(t, path, Namespace::Value, Role::Body),
            Expr::Call { callee, args } => {
                if let Expr::Path(path) = b.exprs[callee.0 as usize] {
                    self.path(t, path, Namespace::Value, Role::Call);
                } else {
                    self.expr(b, callee);
                }
                self.list(b, args);
            }
            Expr::MethodCall { receiver, generics, args, .. } => {
                self.expr(b, receiver);
                if let Some(g) = generics {
                    self.args(t, g);
                }
                self.list(b, args);
            }
            Expr::Field { base, .. } => self.expr(b, base),
            Expr::Struct { path, fields, base } => {
                self.path(t, path, Namespace::Type, Role::Body);
                for f in &b.struct_fields[fields.range()] {
                    self.field(t, path, f.name, f.at);
                    self.expr(b, f.value);
                }
                if let Some(base) = base {
                    self.expr(b, base);
                }
            }
            Expr::Tuple(run) | Expr::Array(run) => self.list(b, run),
            Expr::Repeat { value, count } => {
                self.expr(b, value);
                self.expr(b, count);
            }
            Expr::Block { scope, stmts, tail, .. } => {
                let depth = self.locals.len();
                let outer = self.scope;
                if let Some(def) = scope.and_then(|s| self.instance.def(s)) {
                    self.scope = def;
                }
                for stmt in &b.stmts[stmts.range()] {
                    match *stmt {
                        Stmt::Let { pat, ty, init, otherwise } => {
                            if let Some(ty) = ty {
                                self.ty(t, ty);
                            }
                            for e in [init, otherwise].into_iter().flatten() {
                                self.expr(b, e);
                            }
                            self.pat(b, pat);
                        }
                        Stmt::Expr(e) => self.expr(b, e),
                    }
                }
                if let Some(tail) = tail {
                    self.expr(b, tail);
                }
                self.scope = outer;
                self.locals.truncate(depth);
            }
            Expr::If { condition, then, otherwise } => {
                let depth = self.locals.len();
                self.expr(b, condition);
                self.expr(b, then);
                self.locals.truncate(depth);
                if let Some(e) = otherwise {
                    self.expr(b, e);
                }
            }
            Expr::Let { pat, value } => {
                self.expr(b, value);
                self.pat(b, pat);
            }
            Expr::Match { scrutinee, arms } => {
                self.expr(b, scrutinee);
                for arm in &b.arms[arms.range()] {
                    let depth = self.locals.len();
                    self.pat(b, arm.pat);
                    if let Some(g) = arm.guard {
                        self.expr(b, g);
                    }
                    self.expr(b, arm.body);
                    self.locals.truncate(depth);
                }
            }
            Expr::Loop { body, .. } => self.expr(b, body),
            Expr::While { condition, body, .. } => {
                let d = self.locals.len();
                self.expr(b, condition);
                self.expr(b, body);
                self.locals.truncate(d);
            }
            Expr::For { pat, iter, body, .. } => {
                self.expr(b, iter);
                let d = self.locals.len();
                self.pat(b, pat);
                self.expr(b, body);
                self.locals.truncate(d);
            }
            Expr::Break { value, .. } | Expr::Return(value) | Expr::Yield(value) => {
                if let Some(e) = value {
                    self.expr(b, e);
                }
            }
            Expr::Closure { params, ret, body, .. } => {
                let d = self.locals.len();
                for p in &b.closure_params[params.range()] {
                    if let Some(ty) = p.ty {
                        self.ty(t, ty);
                    }
                    self.pat(b, p.pat);
                }
                if let Some(ty) = ret {
                    self.ty(t, ty);
                }
                self.expr(b, body);
                self.locals.truncate(d);
            }
            Expr::Await(e)
            | Expr::Try(e)
            | Expr::Unary { expr: e, .. }
            | Expr::Ref { expr: e, .. }
            | Expr::Cfg { expr: e, .. } => self.expr(b, e),
            Expr::Binary { left, right, .. } | Expr::Assign { left, right } => {
                self.expr(b, left);
                self.expr(b, right);
            }
            Expr::Index { base, index } => {
                self.expr(b, base);
                self.expr(b, index);
            }
            Expr::Range { start, end, .. } => {
                for e in [start, end].into_iter().flatten() {
                    self.expr(b, e);
                }
            }
            Expr::Cast { expr, ty } => {
                self.expr(b, expr);
                self.ty(t, ty);
            }
            Expr::Macro { path, args, .. } => {
                self.path(t, path, Namespace::Macro, Role::Macro);
                self.list(b, args);
            }
        }
    }
}
