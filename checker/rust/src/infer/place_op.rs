//! What follows a value: a field, an index, `?`, `.await`.

use super::context::InferenceContext;
use super::probe::Field;
use super::ty::{Kind, Ty, UNKNOWN, USIZE};
use crate::read::{ExprId, Name};
use crate::resolve::reference::Role;
use crate::resolve::unresolved::{About, UnresolvedKind};
use crate::resolve::{DefId, Target};

impl InferenceContext<'_, '_> {
    pub(super) fn field_of(&mut self, base: Ty, name: Name, at: u32) -> Ty {
        let base = self.known(base);
        let symbol = self.symbol(name);
        let mut found = self.solver.field(base, symbol, self.world().text(symbol), self.emit.module);
        if let (Field::Outside, Some(through)) = (found, self.field_through(base, symbol)) {
            found = through;
        }
        match found {
            Field::Found(field, ty) => {
                self.emit.known_member(at);
                if let Some(field) = field {
                    let mention = self.emit.dot(name, at, Role::Field);
                    self.emit.name(Target::Def(field), mention);
                }
                ty
            }
            Field::Outside => {
                let about = self.about(base);
                self.emit.unknown(UnresolvedKind::OutsideField, (at, name), about);
                UNKNOWN
            }
            Field::Unknown => {
                self.emit.unknown(UnresolvedKind::Field, (at, name), About::Nothing);
                UNKNOWN
            }
            Field::Missing => {
                let about = self.about(base);
                self.emit.unknown(UnresolvedKind::MissingField, (at, name), about);
                UNKNOWN
            }
        }
    }

    /// The type that has no such member, or has it outside.
    pub(super) fn about(&mut self, base: Ty) -> About {
        let steps = self.solver.steps(base);
        let kinds = || steps.iter().map(|step| self.solver.types.kind(*step));
        let outside = kinds().find_map(|kind| match kind {
            Kind::Outside(id, _) => Some(About::Outside(id)),
            _ => None,
        });
        let own = || {
            kinds().find_map(|kind| match kind {
                Kind::Adt(id, _) => Some(About::Def(id)),
                _ => None,
            })
        };
        outside.or_else(own).unwrap_or(About::Nothing)
    }

    pub(super) fn index(&mut self, base: Ty, index: ExprId, at: u32) -> Ty {
        let base = self.known(base);
        let index = self.expr(index, None);
        let steps = self.solver.steps(base);
        for step in &steps {
            if !matches!(self.solver.types.kind(*step), Kind::Ref(..)) {
                self.calls_operator(self.solver.tables.index.lang.index, &[*step, index], (at, 1));
            }
            let element = match self.solver.types.kind(*step) {
                Kind::Array(element) | Kind::Slice(element) => element,
                Kind::Adt(def, list) if Some(def) == self.solver.tables.index.lang.vec => {
                    self.solver.types.element(list, 0)
                }
                Kind::Unknown | Kind::Var(_) | Kind::Outside(..) => return UNKNOWN,
                Kind::Adt(def, _) => {
                    let head = super::tables::Head::Adt(def);
                    let indexed = self.solver.tables.index.lang.index;
                    if indexed.is_some_and(|indexed| self.solver.tables.has_impl(indexed, head)) {
                        return self
                            .solver
                            .associated(self.solver.tables.index.lang.index_output, &[*step, index]);
                    }
                    continue;
                }
                Kind::Str => return super::ty::STR,
                Kind::Param(_) | Kind::Projection(..) | Kind::Opaque(..) | Kind::Dyn(..) => {
                    let found =
                        self.solver.associated(self.solver.tables.index.lang.index_output, &[*step, index]);
                    if found != UNKNOWN {
                        return found;
                    }
                    continue;
                }
                _ => continue,
            };
            return match self.solver.kind(index) {
                Kind::Adt(def, _) if self.is_range(def) => self.solver.types.intern(Kind::Slice(element)),
                Kind::Int(_) | Kind::Var(_) => {
                    self.solver.unify(index, USIZE);
                    element
                }
                _ => element,
            };
        }
        UNKNOWN
    }

    pub(super) fn is_range(&self, def: DefId) -> bool {
        let lang = &self.solver.tables.index.lang;
        [
            lang.range,
            lang.range_from,
            lang.range_to,
            lang.range_full,
            lang.range_inclusive,
            lang.range_to_inclusive,
        ]
        .contains(&Some(def))
    }

    pub(super) fn awaited(&mut self, ty: Ty) -> Ty {
        let ty = self.known(ty);
        match self.solver.types.kind(ty) {
            Kind::Async(output) => output,
            Kind::Unknown | Kind::Outside(..) | Kind::Var(_) => UNKNOWN,
            _ => {
                let by_future = self.solver.project_one(self.solver.tables.index.lang.future_output, ty, 0);
                match by_future {
                    super::solve::Projected::Known(found) if found != UNKNOWN => self.solver.normalize(found),
                    _ => self.solver.associated(self.solver.tables.index.lang.into_future_output, &[ty]),
                }
            }
        }
    }

    pub(super) fn tried(&mut self, ty: Ty) -> Ty {
        let ty = self.known(ty);
        let lang = &self.solver.tables.index.lang;
        match self.solver.types.kind(ty) {
            Kind::Adt(def, list) if Some(def) == lang.result || Some(def) == lang.option => {
                self.solver.types.element(list, 0)
            }
            Kind::Adt(def, list) if Some(def) == lang.control_flow => self.solver.types.element(list, 1),
            Kind::Adt(def, list) if Some(def) == lang.poll => {
                let inner = self.tried_inner(self.solver.types.element(list, 0));
                self.solver.types.adt(def, &[inner])
            }
            _ => UNKNOWN,
        }
    }

    /// `Poll<Result<T, E>>` gives `Poll<T>`.
    pub(super) fn tried_inner(&mut self, ty: Ty) -> Ty {
        match self.solver.kind(ty) {
            Kind::Adt(def, list) if Some(def) == self.solver.tables.index.lang.result => {
                self.solver.types.element(list, 0)
            }
            _ => UNKNOWN,
        }
    }
}
