//! The references of one file in one crate: signatures, then bodies.

use super::context::InferenceContext;
use super::emit::{BodyAt, Emit, Mention};
use super::hash_order::HashOrder;
use super::infer_table::Open;
use super::locals::Locals;
use super::lower::Lower;
use super::macro_calls::KnownRules;
use super::solve::Solver;
use super::tables::Tables;
use super::ty::{Kind, Ty, UNIT, UNKNOWN};
use super::written::Written;
use crate::arena::IdxRange;
use crate::read::{
    Attribute, Body, BodyId, Bound, CfgId, Field, Function, Generics, Item, ItemId, ItemKind, NOWHERE, Name,
    Namespace, PathId, Says, Segment, TypeId, TypeVisitor,
};
use crate::resolve::reference::{Page, Role};
use crate::resolve::{DefId, Instance, Named, Presence, Resolved, Site, Symbol, Target, World};
use rustc_hash::FxHashSet;

/// Finds the references of one file in one crate, those of `use`, attributes and item macros
/// excepted: [`crate::resolve::uses::references`] finds these.
pub(crate) fn references<'t>(
    tables: &'t Tables<'t>,
    rules: &KnownRules<'t>,
    instance: &'t Instance,
    page: &mut Page,
) {
    let summary = tables.world().summary(instance.file);
    let mut finder = Finder::new(tables, rules, instance, page);
    for (id, item) in summary.items.enumerate() {
        finder.item(id, item);
    }
    finder.macro_calls();
}

pub(super) struct Finder<'f, 't> {
    tables: &'t Tables<'t>,
    pub(super) rules: &'f KnownRules<'t>,
    pub(super) instance: &'t Instance,
    pub(super) solver: Solver<'t>,
    /// In which builds what is read is there.
    pub(super) presence: Presence,
    pub(super) page: &'f mut Page,
    /// Values in types that are still to be looked into.
    constants: Vec<BodyAt>,
}

impl<'f, 't> Finder<'f, 't> {
    fn new(
        tables: &'t Tables<'t>,
        rules: &'f KnownRules<'t>,
        instance: &'t Instance,
        page: &'f mut Page,
    ) -> Self {
        let (solver, presence, constants) = (Solver::new(tables), Presence::EVERYWHERE, Vec::new());
        Finder { tables, rules, instance, solver, presence, page, constants }
    }

    pub(super) fn world(&self) -> &'t World<'t> {
        self.tables.index.world
    }

    fn item(&mut self, id: ItemId, item: &Item) {
        let Some(own) = self.instance.def(id) else { return };
        self.page.notes.is_off = self.world().summary(self.instance.file).is_derived(id);
        self.presence = self.world().presence_of(self.instance, id);
        self.solver.begin(own);
        self.attributes(own, item.attributes);
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
                    self.written(own, |written| written.visit_trait(path));
                }
                self.ty(own, *self_ty);
            }
            // It has no definition of its own: this is its parent's.
            ItemKind::MacroCall { body: Some(body), .. } => {
                self.body(own, *body, UNKNOWN, &[]);
            }
            ItemKind::MacroRules { arms, .. } => {
                for body in arms.iter().filter_map(|arm| arm.body) {
                    self.body(own, body, UNKNOWN, &[]);
                }
            }
            _ => {}
        }
        while let Some(constant) = self.constants.pop() {
            self.walk(constant, UNKNOWN, &[]);
        }
    }

    /// What an item says outside of its body.
    pub(super) fn written(
        &mut self,
        scope: DefId,
        visit: impl FnOnce(&mut Written<'t, '_, '_, 't, Open<'_>>),
    ) {
        let world = self.world();
        let file = self.instance.file;
        let site = Site { scope, file, terms: &world.summary(file).terms };
        let mut emit = Emit {
            tables: self.tables,
            file,
            from: scope,
            module: world.module_of(scope),
            presence: self.presence,
            in_definition: world.in_macro_definition(scope),
            page: self.page,
            call: None,
            told: FxHashSet::default(),
            constants: &mut self.constants,
        };
        let mut open = Open { table: &mut self.solver.table, tables: self.tables };
        let types = &mut self.solver.types;
        visit(&mut Written { emit: &mut emit, types, holes: &mut open, site, role: Role::Signature });
    }

    /// Reads what has a condition of its own.
    fn under(&mut self, cfg: Option<CfgId>, read: impl FnOnce(&mut Self)) {
        let before = self.presence;
        if let Some(cfg) = cfg {
            let cfg = &self.world().summary(self.instance.file).cfgs[cfg];
            self.presence = before.and(self.world().presence_under(self.instance.krate, cfg));
        }
        read(self);
        self.presence = before;
    }

    fn ty(&mut self, scope: DefId, ty: TypeId) {
        self.written(scope, |written| written.visit_type(ty));
    }

    fn bounds(&mut self, scope: DefId, bounds: IdxRange<Bound>) {
        self.written(scope, |written| written.visit_bounds(bounds));
    }

    fn generics(&mut self, scope: DefId, generics: &Generics) {
        for param in &generics.params {
            self.under(param.cfg, |finder| finder.written(scope, |written| written.visit_param(param)));
        }
        self.written(scope, |written| written.visit_wheres(&generics.wheres));
    }

    fn fields(&mut self, scope: DefId, fields: IdxRange<Field>) {
        let summary = self.world().summary(self.instance.file);
        for field in &summary.fields[fields] {
            self.under(field.cfg, |finder| {
                finder.attributes(scope, field.attributes);
                finder.ty(scope, field.ty);
                if let Some(body) = field.default {
                    finder.body(scope, body, UNKNOWN, &[]);
                }
            });
        }
    }

    /// What is called by those who read an attribute.
    fn attributes(&mut self, own: DefId, attributes: IdxRange<Attribute>) {
        let summary = self.world().summary(self.instance.file);
        for attribute in &summary.attributes[attributes] {
            self.under(attribute.cfg, |finder| {
                for loose in &summary.terms.loose[attribute.loose] {
                    match loose.says {
                        Says::Name => {}
                        Says::Call => finder.called(own, loose.path),
                        Says::Codec { serialize, deserialize } => {
                            let names = [(serialize, "serialize"), (deserialize, "deserialize")];
                            finder.codec(own, loose.path, names);
                        }
                    }
                }
            });
        }
    }

    /// The function at the end of a path is called.
    fn called(&mut self, own: DefId, path: PathId) {
        let (found, segments) = self.attribute_path(own, path, Namespace::Value, Role::Call);
        let resolved = found.segments.len();
        if let (1, Some(last), Some(of)) = (found.rest, segments.last(), found.segments.last())
            && let Some(item) = self.member_of(own, *of, &segments[..resolved], self.symbol(last.name))
        {
            self.call(own, item, *last);
        }
    }

    /// Those of these functions that are wanted are called, of the module or type at the end of a path.
    fn codec(&mut self, own: DefId, path: PathId, names: [(bool, &str); 2]) {
        let (found, segments) = self.attribute_path(own, path, Namespace::Type, Role::Qualifier);
        let (0, Some(of), Some(last)) = (found.rest, found.segments.last(), segments.last()) else { return };
        let world = self.world();
        for (_, name) in names.into_iter().filter(|(wanted, _)| *wanted) {
            let Some(name) = world.symbols.find(name) else { continue };
            let in_module = match *of {
                Named::Target(Target::Def(module)) => world.in_scope(module, name),
                _ => None,
            };
            let item = match in_module.and_then(|entry| entry.values).map(|binding| binding.target) {
                Some(Target::Def(item)) => Some(item),
                Some(Target::Outside(_)) => None,
                None => self.member_of(own, *of, segments, name),
            };
            if let Some(item) = item {
                self.call(own, item, *last);
            }
        }
    }

    /// Where a path in an attribute leads, with a reference for each of its names.
    fn attribute_path(
        &mut self,
        own: DefId,
        path: PathId,
        namespace: Namespace,
        role: Role,
    ) -> (Resolved, &'t [Segment]) {
        let world = self.world();
        let (scope, file) = (own, self.instance.file);
        let terms = &world.summary(file).terms;
        let found = world.resolve(Site { scope, file, terms }, path, namespace);
        let segments = &terms.segments[terms.paths[path].segments];
        self.written(own, |written| written.emit.in_attribute(&found, segments, role));
        (if found.broken { Resolved::default() } else { found }, segments)
    }

    /// A function of the type that the last of these segments names.
    pub(super) fn member_of(
        &mut self,
        own: DefId,
        of: Named,
        segments: &[Segment],
        name: Symbol,
    ) -> Option<DefId> {
        let last = segments.len().checked_sub(1)?;
        let mut ty = UNKNOWN;
        let index = &self.tables.index;
        self.written(own, |Written { types, holes, site, .. }| {
            ty = Lower::new(index, types, *holes, *site).named(of, segments, last);
        });
        let module = self.world().module_of(own);
        self.solver.associated_item(ty, name, own, module).map(|pick| pick.item)
    }

    fn call(&mut self, own: DefId, item: DefId, at: Segment) {
        self.written(own, |written| written.emit.name(Target::Def(item), Mention::of(&at, Role::Call)));
    }

    fn symbol(&self, name: Name) -> Symbol {
        self.world().symbol(self.instance.file, name)
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
        for &ty in &function.params {
            let cfg = function.param_cfgs.iter().find(|(of, _)| *of == ty).map(|(_, cfg)| *cfg);
            self.under(cfg, |finder| finder.ty(own, ty));
        }
        if let Some(ret) = function.ret {
            self.ty(own, ret);
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

    /// A body of an item.
    fn body(&mut self, own: DefId, body: BodyId, output: Ty, inputs: &[Ty]) -> Ty {
        self.walk(BodyAt { body, from: own, scope: own, presence: self.presence }, output, inputs)
    }

    /// The call of a macro that writes an item: the macro's name, and where that stands.
    fn call_around(&self, id: DefId) -> Option<(Name, u32)> {
        let def = self.world().def(id);
        let summary = self.world().summary(def.file);
        let around = std::iter::successors(def.item, |item| summary.items[*item].parent);
        let call = |item: ItemId| match summary.items[item].kind {
            ItemKind::MacroCall { path, .. } => {
                let last = summary.terms.segments[summary.terms.paths[path].segments].last()?;
                (last.at != NOWHERE).then_some((last.name, last.at))
            }
            _ => None,
        };
        around.filter_map(call).last()
    }

    /// Walks a body; its type is what its last expression gives.
    fn walk(&mut self, at: BodyAt, output: Ty, inputs: &[Ty]) -> Ty {
        let world = self.world();
        let file = self.instance.file;
        let Ok(body) = Body::decode(&world.summary(file).bodies[at.body]) else { return UNKNOWN };
        let call = self.call_around(at.from);
        let emit = Emit {
            tables: self.tables,
            file,
            from: at.from,
            module: world.module_of(at.from),
            presence: at.presence,
            in_definition: world.in_macro_definition(at.from),
            page: self.page,
            call,
            told: FxHashSet::default(),
            constants: &mut self.constants,
        };
        let mut walk = InferenceContext {
            solver: &mut self.solver,
            emit,
            body: &body,
            file,
            instance: self.instance,
            scope: at.scope,
            locals: Locals::default(),
            ret: output,
            loops: Vec::new(),
            late: Vec::new(),
            order: HashOrder::default(),
            last_argument: UNKNOWN,
            operated: Vec::new(),
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
    let mut page = Page::default();
    let rules = KnownRules::default();
    let mut finder = Finder::new(tables, &rules, instance, &mut page);
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
