//! Associated types of a type; in rustc: `rustc_trait_selection/traits/project.rs`.

use super::infer_table::VarKind;
use super::lower::{Args, Pred};
use super::solve::{DEEPEST, Projected, Selected, Solver};
use super::ty::{Kind, List, Ty, UNKNOWN};
use crate::resolve::DefId;

impl Solver<'_> {
    /// The associated type of a type.
    pub(super) fn project(&mut self, assoc: DefId, args: List, depth: u32) -> Projected {
        if self.fuel == 0 || depth > DEEPEST {
            self.closed.cut();
            return Projected::Nothing;
        }
        self.fuel -= 1;
        let Some(args) = self.closed_list(args) else { return self.project_open(assoc, args, depth) };
        if let Some(known) = self.closed.projection(&self.types, assoc, args) {
            return known;
        }
        let cuts = self.closed.cuts;
        let projected = self.project_open(assoc, args, depth);
        if cuts == self.closed.cuts && self.fuel > 0 {
            self.closed.note_projection(&self.types, (assoc, args), projected);
        }
        projected
    }

    fn project_open(&mut self, assoc: DefId, args: List, depth: u32) -> Projected {
        let Some(trait_) = self.world().def(assoc).parent else { return Projected::Nothing };
        let own = self.shallow(self.types.element(args, 0));
        let kind = self.types.kind(own);
        match kind {
            Kind::Unknown => return Projected::Known(UNKNOWN),
            Kind::Var(index) if self.table.var_kind(index) == Some(VarKind::Any) => return Projected::Waits,
            _ => {}
        }
        let env = self.env.clone();
        let bounds = self.bounds_of(own);
        for pred in env.iter().chain(bounds.iter()) {
            if let Pred::Equal(found, known, ty) = *pred
                && found == assoc
                && !self.asks_itself(self.types.element(known, 0), own)
                && self.unify_args(known, args)
            {
                return Projected::Known(ty);
            }
        }
        let lang = &self.tables.index.lang;
        if lang.is_fn_trait(trait_)
            && let Some((inputs, output)) = self.callable(own)
        {
            let tuple = self.types.intern(Kind::Tuple(inputs));
            let given = self.types.element(args, 1);
            self.unify(tuple, given);
            return Projected::Known(output);
        }
        if lang.is_async_fn_trait(trait_)
            && let Some((_, output)) = self.callable(own)
        {
            return self.project_one(lang.future_output, output, depth);
        }
        match kind {
            Kind::Async(output) if Some(assoc) == lang.future_output => return Projected::Known(output),
            Kind::Param(_) | Kind::Projection(..) | Kind::Opaque(..) | Kind::Dyn(..)
                if self.relies_on(trait_, args, own) =>
            {
                return Projected::Rigid;
            }
            _ => {}
        }
        match self.select(trait_, args, depth) {
            Selected::Impl(number, found) => {
                let t = self.tables;
                let impl_ = &t.impls[number];
                let list: Args = self.types.elements(found).into();
                if let Some((_, ty)) = impl_.assoc.iter().find(|(declared, _)| *declared == assoc) {
                    let ty = self.types.subst(*ty, &list);
                    return Projected::Known(ty);
                }
                match t.meaning_of(assoc) {
                    Some(default) if default != UNKNOWN => {
                        let list: Args = self.types.elements(args).into();
                        Projected::Known(self.types.subst(default, &list))
                    }
                    _ => Projected::Known(UNKNOWN),
                }
            }
            Selected::Several => Projected::Waits,
            Selected::None => Projected::Nothing,
        }
    }

    /// The associated type of a trait without parameters.
    pub(super) fn project_one(&mut self, assoc: Option<DefId>, own: Ty, depth: u32) -> Projected {
        let Some(assoc) = assoc else { return Projected::Nothing };
        let args = self.types.list(&[own]);
        self.project(assoc, args, depth)
    }

    /// As a type; what waits is an unknown.
    pub(super) fn associated(&mut self, assoc: Option<DefId>, args: &[Ty]) -> Ty {
        let Some(assoc) = assoc else { return UNKNOWN };
        let args = self.types.list(args);
        let projection = self.types.intern(Kind::Projection(assoc, args));
        self.normalize(projection)
    }
}
