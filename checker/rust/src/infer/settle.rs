//! What must hold, tried again as more becomes known.

use super::lower::Pred;
use super::solve::{MOST_PENDING, Pending, Projected, Selected, Solver};
use super::ty::{Kind, Ty, UNKNOWN};
use super::unknowns::Sort;
use crate::arena::to_u32;
use crate::resolve::world::DefId;

impl Solver<'_> {
    /// Notes something that must hold.
    pub(super) fn demand(&mut self, pred: Pred) {
        if self.pending.len() >= MOST_PENDING {
            return;
        }
        if let Pred::Trait(trait_, args) = pred
            && (self.types.elements(args).len() < 2 || self.t.index.lang.is_marker(trait_))
        {
            // Nothing can be learnt from it.
            return;
        }
        self.pending.push(Pending { pred, waits_for: None, tried: u32::MAX });
    }

    /// What an item demands of its arguments.
    pub(super) fn demand_of(&mut self, item: DefId, args: &[Ty]) {
        for pred in self.t.preds(item) {
            let pred = self.subst_pred(*pred, args);
            let pred = match pred {
                Pred::Trait(trait_, list) => Pred::Trait(trait_, self.normalize_list(list, 0)),
                Pred::Equal(assoc, list, ty) => {
                    Pred::Equal(assoc, self.normalize_list(list, 0), self.normalize(ty))
                }
            };
            self.demand(pred);
        }
    }

    /// Tries what must hold again, as long as that tells something.
    pub(super) fn settle(&mut self) {
        for _ in 0..6 {
            let before = self.unknowns.answers;
            let mut index = 0;
            let mut done = false;
            while index < self.pending.len() {
                let pending = self.pending[index];
                if let Some(hole) = pending.waits_for
                    && self.shallow(hole) == hole
                {
                    index += 1;
                    continue;
                }
                if pending.waits_for.is_none() && pending.tried == self.unknowns.answers {
                    index += 1;
                    continue;
                }
                match self.meet(pending.pred) {
                    Met::Yes => {
                        self.pending.swap_remove(index);
                        done = true;
                    }
                    Met::Waits(hole) => {
                        let tried = self.unknowns.answers;
                        self.pending[index] = Pending { pred: pending.pred, waits_for: hole, tried };
                        index += 1;
                    }
                }
            }
            if !done && before == self.unknowns.answers {
                break;
            }
        }
    }

    fn meet(&mut self, pred: Pred) -> Met {
        let (Pred::Trait(_, args) | Pred::Equal(_, args, _)) = pred;
        let own = self.shallow(self.types.element(args, 0));
        if let Kind::Var(index) = self.types.kind(own)
            && self.unknowns.sort(index) == Some(Sort::Any)
        {
            return Met::Waits(Some(own));
        }
        match pred {
            Pred::Trait(trait_, args) => {
                if own == UNKNOWN || self.relies_on(trait_, args, own) {
                    return Met::Yes;
                }
                if self.by_language(trait_, own, args, 0).is_some() {
                    return Met::Yes;
                }
                let mark = self.mark();
                match self.select(trait_, args, 0) {
                    Selected::Impl(..) => {
                        self.keep();
                        Met::Yes
                    }
                    Selected::Several => {
                        self.undo(mark);
                        Met::Waits(None)
                    }
                    Selected::None => {
                        self.undo(mark);
                        Met::Yes
                    }
                }
            }
            Pred::Equal(assoc, args, ty) => match self.project(assoc, args, 0) {
                Projected::Known(found) => {
                    let found = self.normalize(found);
                    self.unify(found, ty);
                    Met::Yes
                }
                Projected::Waits => Met::Waits(None),
                Projected::Rigid => {
                    let projection = self.types.intern(Kind::Projection(assoc, args));
                    self.unify(ty, projection);
                    Met::Yes
                }
                Projected::Nothing => {
                    self.unify(ty, UNKNOWN);
                    Met::Yes
                }
            },
        }
    }

    /// Unknown numbers become `i32` and `f64`.
    pub(super) fn fall_back(&mut self) {
        self.settle();
        for index in 0..self.unknowns.count() {
            let index = to_u32(index);
            match self.unknowns.sort(index) {
                Some(Sort::Integer) => self.unknowns.bind(index, super::ty::I32),
                Some(Sort::Float) => self.unknowns.bind(index, super::ty::F64),
                _ => {}
            }
        }
        self.settle();
    }
}

enum Met {
    Yes,
    Waits(Option<Ty>),
}
