//! The references of one file in one crate: signatures, then bodies.

use super::context::InferenceContext;
use super::emit::Emit;
use super::infer_table::Open;
use super::locals::Locals;
use super::lower::Place;
use super::solve::Solver;
use super::tables::Tables;
use super::ty::{Kind, Ty, UNIT, UNKNOWN};
use crate::arena::IdxRange;
use crate::read::{Body, BodyId, Bound, Field, Function, Generics, Item, ItemId, ItemKind, TypeId};
use crate::resolve::reference::{Reference, Role, Unresolved};
use crate::resolve::world::{DefId, Instance, World};

/// Finds the references of one file in one crate, those of `use`, attributes and item macros
/// excepted: [`crate::resolve::uses::references`] finds these.
pub fn references<'t>(
    tables: &'t Tables<'t>,
    instance: &'t Instance,
    out: &mut Vec<Reference>,
    counts: &mut Unresolved,
) {
    let summary = tables.world().summary(instance.file);
    let mut finder = Finder { tables, instance, solver: Solver::new(tables), out, counts };
    for (id, item) in summary.items.enumerate() {
        finder.item(id, item);
    }
}

struct Finder<'f, 't> {
    tables: &'t Tables<'t>,
    instance: &'t Instance,
    solver: Solver<'t>,
    out: &'f mut Vec<Reference>,
    counts: &'f mut Unresolved,
}

impl<'t> Finder<'_, 't> {
    fn world(&self) -> &'t World<'t> {
        self.tables.index.world
    }

    fn item(&mut self, id: ItemId, item: &Item) {
        let Some(own) = self.instance.def(id) else { return };
        // Its parent's definition: a holder has none of its own.
        let is_holder = matches!(item.kind, ItemKind::MacroCall { .. } | ItemKind::Foreign);
        self.solver.begin(own);
        match &item.kind {
            ItemKind::Function(function) => self.function(own, function),
            ItemKind::Struct { generics, fields, .. } | ItemKind::Union { generics, fields } => {
                self.generics(own, generics);
                self.fields(own, *fields);
            }
            ItemKind::Enum { generics } => self.generics(own, generics),
            ItemKind::Variant { fields, discriminant, .. } => {
                self.fields(own, *fields);
                if let Some(body) = *discriminant {
                    self.body(own, body, UNKNOWN, &[]);
                }
            }
            ItemKind::Const { generics, ty, body } => {
                self.generics(own, generics);
                self.constant(own, *ty, *body);
            }
            ItemKind::Static { ty, body, .. } => self.constant(own, *ty, *body),
            ItemKind::Trait { generics, bounds } => {
                self.generics(own, generics);
                self.bounds(own, *bounds);
            }
            ItemKind::TypeAlias { generics, bounds, ty } => {
                self.generics(own, generics);
                self.bounds(own, *bounds);
                if let Some(ty) = *ty {
                    self.ty(own, ty);
                }
            }
            ItemKind::Impl { generics, trait_, self_ty, .. } => {
                self.generics(own, generics);
                if let Some(path) = *trait_ {
                    self.with(own, |emit, types, open, place| {
                        emit.trait_path(types, open, place, path, Role::Signature);
                    });
                }
                self.ty(own, *self_ty);
            }
            ItemKind::MacroCall { body: Some(body), .. } if is_holder => {
                self.body(own, *body, UNKNOWN, &[]);
            }
            ItemKind::MacroRules { arms, .. } => {
                for body in arms.iter().filter_map(|arm| arm.body) {
                    self.body(own, body, UNKNOWN, &[]);
                }
            }
            _ => {}
        }
    }

    fn with(
        &mut self,
        scope: DefId,
        work: impl FnOnce(&mut Emit<'_>, &mut super::ty::Types<'_>, &mut Open<'_>, Place<'_>),
    ) {
        let world = self.world();
        let file = self.instance.file;
        let place = Place { scope, file, terms: &world.summary(file).terms };
        let mut emit = Emit {
            tables: self.tables,
            file,
            from: scope,
            module: world.module_of(scope),
            enabled: world.def(scope).enabled,
            out: self.out,
            counts: self.counts,
        };
        let mut open = Open { table: &mut self.solver.table, tables: self.tables };
        work(&mut emit, &mut self.solver.types, &mut open, place);
    }

    fn ty(&mut self, scope: DefId, ty: TypeId) {
        self.with(scope, |emit, types, open, place| emit.ty(types, open, place, ty, Role::Signature));
    }

    fn bounds(&mut self, scope: DefId, bounds: IdxRange<Bound>) {
        self.with(scope, |emit, types, open, place| emit.bounds(types, open, place, bounds, Role::Signature));
    }

    fn generics(&mut self, scope: DefId, generics: &Generics) {
        for param in &generics.params {
            self.bounds(scope, param.bounds);
            for ty in [param.default, param.konst].into_iter().flatten() {
                self.ty(scope, ty);
            }
        }
        for clause in &generics.wheres {
            self.ty(scope, clause.ty);
            self.bounds(scope, clause.bounds);
        }
    }

    fn fields(&mut self, scope: DefId, fields: IdxRange<Field>) {
        let summary = self.world().summary(self.instance.file);
        for field in &summary.fields[fields] {
            self.ty(scope, field.ty);
        }
    }

    fn constant(&mut self, own: DefId, ty: Option<TypeId>, body: Option<BodyId>) {
        if let Some(ty) = ty {
            self.ty(own, ty);
        }
        if let Some(body) = body {
            let ty = self.tables.value_type(own);
            self.body(own, body, ty, &[]);
        }
    }

    fn function(&mut self, own: DefId, function: &Function) {
        self.generics(own, &function.generics);
        if let Some(crate::read::Receiver::Typed(ty)) = function.receiver {
            self.ty(own, ty);
        }
        for ty in function.params.iter().copied().chain(function.ret) {
            self.ty(own, ty);
        }
        let Some(body) = function.body else { return };
        let Some(signature) = self.tables.signature(own).copied() else { return };
        let inputs: Vec<Ty> = self.solver.types.elements(signature.inputs).to_vec();
        let inputs: Vec<Ty> = inputs.into_iter().map(|input| self.solver.normalize(input)).collect();
        let mut output = signature.output;
        if let (true, Kind::Async(inner)) = (function.is_async, self.solver.types.kind(output)) {
            output = inner;
        }
        let output = self.solver.normalize(output);
        let output = self.hidden(output);
        self.body(own, body, output, &inputs);
    }

    /// In its own function, an `impl Trait` is still to be found out.
    fn hidden(&mut self, output: Ty) -> Ty {
        let mut opaque = Vec::new();
        let solver = &mut self.solver;
        let table = &mut solver.table;
        let replaced = solver.types.map(output, super::ty::OPAQUES, &mut |types, ty, kind| match kind {
            Kind::Opaque(..) => {
                let hole = table.fresh(super::infer_table::VarKind::Any);
                let hole = types.intern(hole);
                opaque.push((ty, hole));
                Some(hole)
            }
            _ => None,
        });
        for (ty, hole) in opaque {
            for pred in self.solver.bounds_of(ty).iter() {
                use super::lower::{Args, Pred};
                let swap = |solver: &mut Solver<'_>, list: super::ty::List| {
                    let mut args: Args = solver.types.elements(list).into();
                    for arg in &mut args {
                        if *arg == ty {
                            *arg = hole;
                        }
                    }
                    solver.types.list(&args)
                };
                let pred = match *pred {
                    Pred::Trait(trait_, list) => Pred::Trait(trait_, swap(&mut self.solver, list)),
                    Pred::Equal(assoc, list, ty) => Pred::Equal(assoc, swap(&mut self.solver, list), ty),
                };
                self.solver.demand(pred);
            }
        }
        replaced
    }

    /// Walks a body; its type is what its last expression gives.
    fn body(&mut self, own: DefId, body: BodyId, output: Ty, inputs: &[Ty]) -> Ty {
        let world = self.world();
        let file = self.instance.file;
        let Ok(body) = Body::decode(&world.summary(file).bodies[body]) else { return UNKNOWN };
        let emit = Emit {
            tables: self.tables,
            file,
            from: own,
            module: world.module_of(own),
            enabled: world.def(own).enabled,
            out: self.out,
            counts: self.counts,
        };
        let mut walk = InferenceContext {
            solver: &mut self.solver,
            emit,
            body: &body,
            file,
            instance: self.instance,
            scope: own,
            locals: Locals::default(),
            ret: output,
            loops: Vec::new(),
            late: Vec::new(),
            depth: 0,
        };
        for (index, pat) in body.params.iter().enumerate() {
            let ty = inputs.get(index).copied().unwrap_or(UNKNOWN);
            walk.pat(*pat, ty);
        }
        let mut ty = UNIT;
        if let Some(root) = body.root {
            ty = walk.expr(root, Some(output));
            if output != UNIT {
                walk.coerce(ty, output);
            }
        }
        walk.finish();
        self.solver.resolve(ty)
    }
}

/// What a macro of the workspace gives: what the bodies of its arms give, where they agree.
pub(super) fn macro_result(tables: &Tables<'_>, def: DefId) -> Ty {
    let world = tables.world();
    let of = world.def(def);
    let Some(ItemKind::MacroRules { arms, .. }) = world.item(def).map(|item| &item.kind) else {
        return UNKNOWN;
    };
    let instance = world.instances.iter().find(|found| found.file == of.file && found.krate == of.krate);
    let Some(instance) = instance else { return UNKNOWN };
    let (mut out, mut counts) = (Vec::new(), Unresolved::default());
    let mut finder =
        Finder { tables, instance, solver: Solver::new(tables), out: &mut out, counts: &mut counts };
    let mut agreed = UNKNOWN;
    for body in arms.iter().filter_map(|arm| arm.body) {
        finder.solver.begin(def);
        let ty = finder.body(def, body, UNKNOWN, &[]);
        if ty == UNKNOWN || ty == super::ty::NEVER || !finder.solver.types.is_shared(ty) {
            continue;
        }
        if agreed != UNKNOWN && agreed != ty {
            return UNKNOWN;
        }
        agreed = ty;
    }
    agreed
}
