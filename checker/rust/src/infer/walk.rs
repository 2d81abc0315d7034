//! Walks one body: the state of the walk, names in scope, and what was found.

use super::emit::Emit;
use super::locals::Locals;
use super::lower::{Args, Lower, Place, Pred};
use super::probe::Pick;
use super::solve::{Selected, Solver};
use super::ty::{Kind, List, Ty, UNKNOWN, VARS};
use super::unknowns::Open;
use crate::read::{Body, ExprId, FileId, Name, TypeId};
use crate::resolve::reference::{How, Role};
use crate::resolve::world::{DefId, Instance, Symbol, Target, World};

pub(super) struct Walk<'b, 't> {
    pub(super) s: &'b mut Solver<'t>,
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
    at: u32,
    name: Name,
    item: DefId,
    trait_: DefId,
    args: List,
    how: How,
    role: Role,
}

/// Expressions nested deeper than this are not looked into.
pub(super) const DEEPEST: u32 = 400;

impl<'b, 't> Walk<'b, 't> {
    pub(super) fn world(&self) -> &'t World<'t> {
        self.s.t.index.world
    }

    pub(super) fn symbol(&self, name: Name) -> Symbol {
        self.world().symbol(self.file, name)
    }

    pub(super) fn text(&self, name: Name) -> &'t str {
        let world = self.world();
        world.text(world.symbol(self.file, name))
    }

    pub(super) fn place(&self) -> Place<'b> {
        Place { scope: self.scope, file: self.file, terms: &self.body.terms }
    }

    /// From written to meant, without writing references down.
    pub(super) fn lower<R>(&mut self, work: impl FnOnce(&mut Lower<'_, 't, Open<'_>>) -> R) -> R {
        let place = self.place();
        let t = self.s.t;
        let mut open = Open { unknowns: &mut self.s.unknowns, tables: t };
        work(&mut Lower::new(&t.index, &mut self.s.types, &mut open, place))
    }

    /// A type as written, with its references.
    pub(super) fn written(&mut self, ty: TypeId) -> Ty {
        self.emit_type(ty);
        let ty = self.lower(|lower| lower.ty(ty));
        self.s.normalize(ty)
    }

    pub(super) fn emit_type(&mut self, ty: TypeId) {
        let place = self.place();
        let mut open = Open { unknowns: &mut self.s.unknowns, tables: self.s.t };
        self.emit.ty(&mut self.s.types, &mut open, place, ty, Role::Body);
    }

    pub(super) fn emit_args(&mut self, args: crate::read::ArgsId) {
        let place = self.place();
        let mut open = Open { unknowns: &mut self.s.unknowns, tables: self.s.t };
        self.emit.args(&mut self.s.types, &mut open, place, args, Role::Body);
    }

    pub(super) fn local(&self, name: Name) -> Option<Ty> {
        self.locals.find(name)
    }

    pub(super) fn bind(&mut self, name: Name, ty: Ty) {
        self.locals.bind(name, ty);
    }

    /// The type with what is known of it by now; tries what is pending when it is not known.
    pub(super) fn known(&mut self, ty: Ty) -> Ty {
        let found = self.s.shallow(ty);
        if !matches!(self.s.types.kind(found), Kind::Var(_)) {
            return found;
        }
        self.s.settle();
        self.s.shallow(found)
    }

    pub(super) fn list(&self, list: List) -> Args {
        self.s.types.elements(list).into()
    }

    /// A method, function or constant of a type.
    pub(super) fn member(&mut self, pick: Pick, at: u32, name: Name, how: How, role: Role) {
        match pick.trait_ {
            None => self.emit.name(Target::Def(pick.item), at, name, how, role),
            Some(trait_) => {
                self.late.push(Late { at, name, item: pick.item, trait_, args: pick.args, how, role });
            }
        }
    }

    /// Writes down what waited for types to become known.
    pub(super) fn finish(&mut self) {
        self.s.fall_back();
        for late in std::mem::take(&mut self.late) {
            self.late(&late);
        }
    }

    fn late(&mut self, late: &Late) {
        let mut args: Args = self.s.types.elements(late.args).into();
        for arg in &mut args {
            *arg = self.s.resolve(*arg);
        }
        let own = args[0];
        match self.s.types.kind(own) {
            Kind::Unknown | Kind::Var(_) => {}
            Kind::Param(_) | Kind::Dyn(..) | Kind::Opaque(..) | Kind::Projection(..) => {
                let list = self.s.types.list(&args);
                let by_blanket =
                    if self.relies(late.trait_, list, own) { None } else { self.of_impl(late, list) };
                let (target, derived) = by_blanket.unwrap_or((late.item, None));
                self.emit.derived(Target::Def(target), derived, late.at, late.name, late.how, late.role);
            }
            _ => {
                let list = self.s.types.list(&args);
                let (target, derived) = self.of_impl(late, list).unwrap_or((late.item, None));
                self.emit.derived(Target::Def(target), derived, late.at, late.name, late.how, late.role);
            }
        }
    }

    fn relies(&mut self, trait_: DefId, list: List, own: Ty) -> bool {
        let env = self.s.env.clone();
        let promises = self.s.promises(own);
        env.iter().chain(promises.iter()).any(|pred| {
            matches!(*pred, Pred::Trait(found, args) if found == trait_
                && (args == list || self.s.types.element(args, 0) == own))
        })
    }

    /// The item of the impl that is meant, if it is certain.
    fn of_impl(&mut self, late: &Late, list: List) -> Option<(DefId, Option<DefId>)> {
        let mark = self.s.mark();
        let selected = self.s.select(late.trait_, list, 0);
        self.s.undo(mark);
        let Selected::Impl(number, _) = selected else { return None };
        let impl_ = &self.s.t.impls[number];
        if impl_.derived {
            return Some((impl_.def, Some(late.item)));
        }
        let declared = self.world().def(late.item);
        self.s.t.index.child(impl_.def, declared.name, declared.kind).map(|item| (item, None))
    }

    /// Two types that meet in one place.
    pub(super) fn coerce(&mut self, from: Ty, to: Ty) -> bool {
        let (from, to) = (self.s.shallow(from), self.s.shallow(to));
        if from == to || from == super::ty::NEVER {
            return true;
        }
        let (of, wanted) = (self.s.types.kind(from), self.s.types.kind(to));
        match (of, wanted) {
            (Kind::Var(_), _) | (_, Kind::Var(_) | Kind::Unknown) | (Kind::Unknown, _) => {
                self.s.unify(from, to)
            }
            (Kind::Ref(own, inner), Kind::Ref(mutable, target)) => {
                if own == mutable && self.s.unify(from, to) || self.s.unify(inner, target) {
                    return true;
                }
                self.coerce_reference(inner, target)
            }
            (Kind::Ref(_, inner), Kind::Ptr(_, target)) => {
                self.s.unify(inner, target) || self.unsizes(inner, target)
            }
            (Kind::Ptr(_, inner), Kind::Ptr(_, target)) => self.s.unify(inner, target),
            (Kind::FnDef(..) | Kind::Closure(_), Kind::FnPtr(_)) => {
                let (Some((inputs, output)), Some((wanted, gives))) =
                    (self.s.callable(from), self.s.callable(to))
                else {
                    return false;
                };
                let inputs = self.s.types.intern(Kind::Tuple(inputs));
                let wanted = self.s.types.intern(Kind::Tuple(wanted));
                self.s.unify(inputs, wanted) & self.s.unify(output, gives)
            }
            (Kind::Adt(x, xs), Kind::Adt(y, ys)) if x == y => {
                if self.s.unify(from, to) {
                    return true;
                }
                let (inner, target) = (self.s.types.element(xs, 0), self.s.types.element(ys, 0));
                self.unsizes(inner, target)
            }
            _ => self.s.unify(from, to),
        }
    }

    fn coerce_reference(&mut self, inner: Ty, target: Ty) -> bool {
        let target = self.s.shallow(target);
        if self.unsizes(inner, target) {
            return true;
        }
        let steps = self.s.steps(inner);
        steps.iter().skip(1).any(|step| self.s.unify(*step, target) || self.unsizes(*step, target))
    }

    fn unsizes(&mut self, inner: Ty, target: Ty) -> bool {
        let (inner, target) = (self.s.shallow(inner), self.s.shallow(target));
        match (self.s.types.kind(inner), self.s.types.kind(target)) {
            (Kind::Array(element), Kind::Slice(wanted)) => self.s.unify(element, wanted),
            (Kind::Dyn(..), _) => false,
            (found, Kind::Dyn(trait_, list)) => {
                if matches!(found, Kind::Var(_) | Kind::Unknown) {
                    return true;
                }
                if self.s.t.index.lang.is_fn_trait(trait_)
                    && let Some((inputs, output)) = self.s.callable(inner)
                {
                    let tuple = self.s.types.intern(Kind::Tuple(inputs));
                    for element in self.list(list) {
                        match self.s.types.kind(element) {
                            Kind::Bind(_, gives) => drop(self.coerce(output, gives)),
                            _ => drop(self.s.unify(tuple, element)),
                        }
                    }
                }
                !matches!(found, Kind::Ref(..) | Kind::Slice(_) | Kind::Str) || self.has_trait(inner, trait_)
            }
            (Kind::Adt(x, xs), Kind::Adt(y, ys)) if x == y => {
                let (inner, target) = (self.s.types.element(xs, 0), self.s.types.element(ys, 0));
                matches!(self.s.kind(target), Kind::Dyn(..) | Kind::Slice(_)) && self.unsizes(inner, target)
            }
            _ => false,
        }
    }

    fn has_trait(&mut self, ty: Ty, trait_: DefId) -> bool {
        let mut args = Args::new();
        args.push(ty);
        args.extend((0..self.s.t.index.own(trait_)).map(|_| UNKNOWN));
        let args = self.s.types.list(&args);
        let mark = self.s.mark();
        let answer = self.s.evaluate(trait_, args, 0);
        self.s.undo(mark);
        answer != super::solve::Answer::No
    }

    /// The type that several branches give.
    pub(super) fn join(&mut self, so_far: Option<Ty>, next: Ty) -> Option<Ty> {
        let next = self.s.shallow(next);
        match so_far {
            _ if next == super::ty::NEVER => so_far,
            None => Some(next),
            Some(known) => {
                if self.s.shallow(known) == UNKNOWN {
                    return Some(next);
                }
                if !self.coerce(next, known) && self.coerce(known, next) {
                    return Some(next);
                }
                Some(known)
            }
        }
    }

    /// Whether a `cfg` of this file holds in an ordinary build.
    pub(super) fn holds(&self, cfg: crate::read::CfgId) -> bool {
        let world = self.world();
        let krate = &world.crates[self.instance.krate];
        let features = krate.target.map_or(&[][..], |target| {
            &world.workspace.packages[world.workspace.targets[target].package].features
        });
        let cfg = world.summary(self.file).cfgs.get(cfg);
        cfg.is_none_or(|cfg| world.workspace.cfg.holds_in_tests(cfg, features))
    }

    pub(super) fn is_off(&self, id: ExprId) -> bool {
        matches!(self.expr_at(id), crate::read::Expr::Cfg { cfg, .. } if !self.holds(cfg))
    }

    /// Walks what is off: it is read like all code, but binds nothing and is marked.
    pub(super) fn turned_off<R>(&mut self, work: impl FnOnce(&mut Self) -> R) -> R {
        let (was, mark) = (self.emit.enabled, self.locals.len());
        self.emit.enabled = false;
        let found = work(self);
        self.emit.enabled = was;
        self.locals.truncate(mark);
        found
    }

    pub(super) fn has_holes(&mut self, ty: Ty) -> bool {
        let ty = self.s.resolve(ty);
        self.s.types.flags(ty) & VARS != 0
    }

    pub(super) fn expr_at(&self, id: ExprId) -> crate::read::Expr {
        self.body.exprs[id]
    }
}
