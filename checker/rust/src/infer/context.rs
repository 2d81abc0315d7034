//! One body's inference: its state, names in scope, and what was found; in rustc:
//! `rustc_hir_typeck/fn_ctxt/mod.rs`.

use super::emit::{Emit, Mention};
use super::hash_order::HashOrder;
use super::infer_table::Open;
use super::locals::Locals;
use super::lower::{Args, Lower, Pred};
use super::op::Operated;
use super::probe::Pick;
use super::solve::{Selected, Solver};
use super::tables::ImplId;
use super::ty::{Kind, List, Ty, UNKNOWN, VARS};
use super::written::Written;
use crate::read::{ArgsId, Body, CfgId, Expr, ExprId, FileId, Name, TypeId, TypeVisitor};
use crate::resolve::reference::Role;
use crate::resolve::{DefId, Instance, Presence, Site, Symbol, Target, World};

pub(super) struct InferenceContext<'b, 't> {
    pub(super) solver: &'b mut Solver<'t>,
    pub(super) emit: Emit<'b>,
    pub(super) body: &'b Body,
    pub(super) file: FileId,
    pub(super) instance: &'t Instance,
    /// The innermost scope of names.
    pub(super) scope: DefId,
    pub(super) locals: Locals,
    /// What `return` gives.
    pub(super) ret: Ty,
    pub(super) loops: Vec<Loop>,
    pub(super) late: Vec<Late>,
    pub(super) order: HashOrder,
    /// The type of the argument that was looked at last.
    pub(super) last_argument: Ty,
    pub(super) operated: Vec<Operated>,
    pub(super) depth: u32,
}

/// What `break` can leave.
pub(super) struct Loop {
    pub(super) label: Option<Name>,
    pub(super) ty: Ty,
    pub(super) is_block: bool,
    pub(super) left: bool,
}

/// An item of a trait: which impl's it is may become known later.
pub(super) struct Late {
    mention: Mention,
    /// Where the path begins; of a method where its name stands.
    key: u32,
    item: DefId,
    trait_: DefId,
    args: List,
}

/// Expressions nested deeper than this are not looked into.
pub(super) const DEEPEST: u32 = 400;

impl<'b, 't> InferenceContext<'b, 't> {
    pub(super) fn world(&self) -> &'t World<'t> {
        self.solver.tables.index.world
    }

    pub(super) fn symbol(&self, name: Name) -> Symbol {
        self.world().symbol(self.file, name)
    }

    pub(super) fn text(&self, name: Name) -> &'t str {
        let world = self.world();
        world.text(world.symbol(self.file, name))
    }

    pub(super) fn site(&self) -> Site<'b> {
        Site { scope: self.scope, file: self.file, terms: &self.body.terms }
    }

    /// From written to meant, without writing references down.
    pub(super) fn lower<R>(&mut self, work: impl FnOnce(&mut Lower<'_, 't, Open<'_>>) -> R) -> R {
        let site = self.site();
        let t = self.solver.tables;
        let mut open = Open { table: &mut self.solver.table, tables: t };
        work(&mut Lower::new(&t.index, &mut self.solver.types, &mut open, site))
    }

    /// A type as written, with its references.
    pub(super) fn written(&mut self, ty: TypeId) -> Ty {
        self.emit_type(ty);
        let ty = self.lower(|lower| lower.ty(ty));
        self.solver.normalize(ty)
    }

    /// Writes down what is named in a type or a path.
    pub(super) fn emit_written(&mut self, visit: impl FnOnce(&mut Written<'b, '_, '_, 't, Open<'_>>)) {
        let (site, types) = (self.site(), &mut self.solver.types);
        let mut open = Open { table: &mut self.solver.table, tables: self.solver.tables };
        visit(&mut Written { emit: &mut self.emit, types, holes: &mut open, site, role: Role::Body });
    }

    pub(super) fn emit_type(&mut self, ty: TypeId) {
        self.emit_written(|written| written.visit_type(ty));
    }

    pub(super) fn emit_args(&mut self, args: ArgsId) {
        self.emit_written(|written| written.visit_args(args));
    }

    pub(super) fn local(&self, name: Name) -> Option<Ty> {
        self.locals.find(name)
    }

    pub(super) fn bind(&mut self, name: Name, ty: Ty) {
        self.locals.bind(name, ty);
    }

    /// The type with what is known of it by now; tries what is pending when it is not known.
    pub(super) fn known(&mut self, ty: Ty) -> Ty {
        let found = self.solver.shallow(ty);
        if !matches!(self.solver.types.kind(found), Kind::Var(_)) {
            return found;
        }
        self.solver.fulfill();
        self.solver.shallow(found)
    }

    pub(super) fn list(&self, list: List) -> Args {
        self.solver.types.elements(list).into()
    }

    /// A method, function or constant of a type.
    /// `key` is where the path begins; of a method where its name stands.
    pub(super) fn member(&mut self, pick: Pick, mention: Mention, key: u32) {
        match pick.trait_ {
            None => self.emit.name(Target::Def(pick.item), mention),
            Some(trait_) => {
                self.late.push(Late { mention, key, item: pick.item, trait_, args: pick.args });
            }
        }
    }

    /// Writes down what waited for types to become known.
    pub(super) fn finish(&mut self) {
        self.solver.fall_back();
        for late in std::mem::take(&mut self.late) {
            self.late(&late);
        }
        self.tell_order();
        for operated in std::mem::take(&mut self.operated) {
            self.tell_operator(&operated);
        }
    }

    fn late(&mut self, late: &Late) {
        let mut args: Args = self.solver.types.elements(late.args).into();
        for arg in &mut args {
            *arg = self.solver.resolve(*arg);
        }
        let own = args[0];
        match self.solver.types.kind(own) {
            Kind::Unknown | Kind::Var(_) => self.emit.unknown_self(late.mention, late.key, late.trait_),
            Kind::Param(_) | Kind::Dyn(..) | Kind::Opaque(..) | Kind::Projection(..) => {
                let list = self.solver.types.list(&args);
                let by_blanket =
                    if self.relies(late.trait_, list, own) { None } else { self.of_impl(late, list) };
                let (target, derived) = by_blanket.unwrap_or((late.item, None));
                self.emit.derived(Target::Def(target), derived, late.mention);
            }
            _ => {
                let list = self.solver.types.list(&args);
                let (target, derived) = self.of_impl(late, list).unwrap_or((late.item, None));
                self.emit.derived(Target::Def(target), derived, late.mention);
            }
        }
    }

    fn relies(&mut self, trait_: DefId, list: List, own: Ty) -> bool {
        let env = self.solver.env.clone();
        let bounds = self.solver.bounds_of(own);
        env.iter().chain(bounds.iter()).any(|pred| {
            matches!(*pred, Pred::Trait(found, args) if found == trait_
                && (args == list || self.solver.types.element(args, 0) == own))
        })
    }

    /// The item of the impl that is meant, if it is certain.
    fn of_impl(&mut self, late: &Late, list: List) -> Option<(DefId, Option<DefId>)> {
        let number = self.certain_impl(late.trait_, list)?;
        let impl_ = &self.solver.tables.impls[number];
        if impl_.derived {
            return Some((impl_.def, Some(late.item)));
        }
        let declared = self.world().def(late.item);
        self.solver.tables.index.child(impl_.def, declared.name, declared.kind).map(|item| (item, None))
    }

    /// The impl of a trait that is meant, if it is certain.
    pub(super) fn certain_impl(&mut self, trait_: DefId, list: List) -> Option<ImplId> {
        let mark = self.solver.mark();
        let selected = self.solver.select(trait_, list, 0);
        self.solver.undo(mark);
        let Selected::Impl(number, _) = selected else { return None };
        let is_derived = self.solver.tables.impls[number].derived;
        let is_vague = !is_derived && self.world().is_std(trait_) && self.solver.is_vague(number);
        (!is_vague).then_some(number)
    }

    /// Two types that meet in one place.
    pub(super) fn coerce(&mut self, from: Ty, to: Ty) -> bool {
        let (from, to) = (self.solver.shallow(from), self.solver.shallow(to));
        if from == to || from == super::ty::NEVER {
            return true;
        }
        let (of, wanted) = (self.solver.types.kind(from), self.solver.types.kind(to));
        match (of, wanted) {
            (Kind::Var(_), _) | (_, Kind::Var(_) | Kind::Unknown) | (Kind::Unknown, _) => {
                self.solver.unify(from, to)
            }
            (Kind::Ref(own, inner), Kind::Ref(wanted, target)) => {
                if own == wanted && self.solver.unify(from, to) || self.solver.unify(inner, target) {
                    return true;
                }
                self.coerce_reference(inner, target)
            }
            (Kind::Ref(_, inner), Kind::Ptr(_, target)) => {
                self.solver.unify(inner, target) || self.unsizes(inner, target)
            }
            (Kind::Ptr(_, inner), Kind::Ptr(_, target)) => self.solver.unify(inner, target),
            (Kind::FnDef(..) | Kind::Closure(_), Kind::FnPtr(_)) => {
                let (Some((inputs, output)), Some((wanted, gives))) =
                    (self.solver.callable(from), self.solver.callable(to))
                else {
                    return false;
                };
                let inputs = self.solver.types.intern(Kind::Tuple(inputs));
                let wanted = self.solver.types.intern(Kind::Tuple(wanted));
                self.solver.unify(inputs, wanted) & self.solver.unify(output, gives)
            }
            (Kind::Adt(x, xs), Kind::Adt(y, ys)) if x == y => {
                if self.solver.unify(from, to) {
                    return true;
                }
                let (inner, target) = (self.solver.types.element(xs, 0), self.solver.types.element(ys, 0));
                self.unsizes(inner, target)
            }
            _ => self.solver.unify(from, to),
        }
    }

    fn coerce_reference(&mut self, inner: Ty, target: Ty) -> bool {
        let target = self.solver.shallow(target);
        if self.unsizes(inner, target) {
            return true;
        }
        let steps = self.solver.steps(inner);
        steps.iter().skip(1).any(|step| self.solver.unify(*step, target) || self.unsizes(*step, target))
    }

    fn unsizes(&mut self, inner: Ty, target: Ty) -> bool {
        let (inner, target) = (self.solver.shallow(inner), self.solver.shallow(target));
        match (self.solver.types.kind(inner), self.solver.types.kind(target)) {
            (Kind::Array(element), Kind::Slice(wanted)) => self.solver.unify(element, wanted),
            (Kind::Dyn(..), _) => false,
            (found, Kind::Dyn(trait_, list)) => {
                if matches!(found, Kind::Var(_) | Kind::Unknown) {
                    return true;
                }
                if self.solver.tables.index.lang.is_fn_trait(trait_)
                    && let Some((inputs, output)) = self.solver.callable(inner)
                {
                    let tuple = self.solver.types.intern(Kind::Tuple(inputs));
                    for element in self.list(list) {
                        match self.solver.types.kind(element) {
                            Kind::Bind(_, gives) => drop(self.coerce(output, gives)),
                            _ => drop(self.solver.unify(tuple, element)),
                        }
                    }
                }
                !matches!(found, Kind::Ref(..) | Kind::Slice(_) | Kind::Str) || self.has_trait(inner, trait_)
            }
            (Kind::Adt(x, xs), Kind::Adt(y, ys)) if x == y => {
                let (inner, target) = (self.solver.types.element(xs, 0), self.solver.types.element(ys, 0));
                matches!(self.solver.kind(target), Kind::Dyn(..) | Kind::Slice(_))
                    && self.unsizes(inner, target)
            }
            _ => false,
        }
    }

    fn has_trait(&mut self, ty: Ty, trait_: DefId) -> bool {
        let mut args = Args::new();
        args.push(ty);
        args.extend((0..self.solver.tables.index.own(trait_)).map(|_| UNKNOWN));
        let args = self.solver.types.list(&args);
        let mark = self.solver.mark();
        let answer = self.solver.evaluate(trait_, args, 0);
        self.solver.undo(mark);
        answer != super::solve::Answer::No
    }

    /// The type that several branches give.
    pub(super) fn join(&mut self, so_far: Option<Ty>, next: Ty) -> Option<Ty> {
        let next = self.solver.shallow(next);
        match so_far {
            _ if next == super::ty::NEVER => so_far,
            None => Some(next),
            Some(known) => {
                if self.solver.shallow(known) == UNKNOWN {
                    return Some(next);
                }
                if !self.coerce(next, known) && self.coerce(known, next) {
                    return Some(next);
                }
                Some(known)
            }
        }
    }

    fn presence_under(&self, cfg: CfgId) -> Presence {
        let cfg = self.world().summary(self.file).cfgs.get(cfg);
        cfg.map_or(Presence::EVERYWHERE, |cfg| self.world().presence_under(self.instance.krate, cfg))
    }

    pub(super) fn is_off(&self, cfg: Option<CfgId>) -> bool {
        cfg.is_some_and(|cfg| !self.presence_under(cfg).enabled)
    }

    /// The condition of an expression.
    pub(super) fn cfg_of(&self, id: ExprId) -> Option<CfgId> {
        match self.expr_at(id) {
            Expr::Cfg { cfg, .. } => Some(cfg),
            _ => None,
        }
    }

    /// Walks what stands behind a condition: it is read like all code, but what it names is marked, and
    /// what is off binds nothing.
    pub(super) fn under<R>(&mut self, cfg: Option<CfgId>, work: impl FnOnce(&mut Self) -> R) -> R {
        let Some(cfg) = cfg else { return work(self) };
        let own = self.presence_under(cfg);
        let was = self.emit.presence;
        let mark = self.locals.len();
        self.emit.presence = was.and(own);
        let found = work(self);
        self.emit.presence = was;
        if !own.enabled {
            self.locals.truncate(mark);
        }
        found
    }

    pub(super) fn has_holes(&mut self, ty: Ty) -> bool {
        let ty = self.solver.resolve(ty);
        self.solver.types.flags(ty) & VARS != 0
    }

    pub(super) fn expr_at(&self, id: ExprId) -> Expr {
        self.body.exprs[id]
    }
}
