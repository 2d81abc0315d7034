//! Obligations: what must hold, tried again as more becomes known; in rustc:
//! `rustc_trait_selection/traits/fulfill.rs`.

use super::infer_table::VarKind;
use super::lower::{Args, Pred};
use super::solve::{MOST_OBLIGATIONS, Obligation, Projected, Selected, Solver};
use super::tables::ImplId;
use super::ty::{Kind, List, Ty, UNKNOWN, VARS};
use crate::resolve::DefId;

/// What an impl demands whose impl demands … is followed this far.
const DEEPEST_DEMAND: u8 = 6;

impl Solver<'_> {
    /// Notes something that must hold.
    pub(super) fn demand(&mut self, pred: Pred) {
        self.demand_at(pred, 0);
    }

    fn demand_at(&mut self, pred: Pred, depth: u8) {
        if self.obligations.len() >= MOST_OBLIGATIONS {
            return;
        }
        if let Pred::Trait(trait_, args) = pred
            && (self.types.elements(args).len() < 2 || self.tables.index.lang.is_marker(trait_))
        {
            // Nothing can be learnt from it.
            return;
        }
        self.obligations.push(Obligation { pred, depth, waits_for: None, tried: u32::MAX });
    }

    /// What an item demands of its arguments.
    pub(super) fn demand_of(&mut self, item: DefId, args: &[Ty]) {
        for pred in self.tables.preds(item) {
            let pred = self.put_in(*pred, args);
            self.demand(pred);
        }
    }

    /// What is demanded, of these arguments.
    fn put_in(&mut self, pred: Pred, args: &[Ty]) -> Pred {
        match self.subst_pred(pred, args) {
            Pred::Trait(trait_, list) => Pred::Trait(trait_, self.normalize_list(list, 0)),
            Pred::Equal(assoc, list, ty) => {
                Pred::Equal(assoc, self.normalize_list(list, 0), self.normalize(ty))
            }
        }
    }

    /// Tries what must hold again, as long as that tells something.
    pub(super) fn fulfill(&mut self) {
        for _ in 0..6 {
            let before = self.table.answers;
            let mut index = 0;
            let mut done = false;
            while index < self.obligations.len() {
                let pending = self.obligations[index];
                if let Some(hole) = pending.waits_for
                    && self.shallow(hole) == hole
                {
                    index += 1;
                    continue;
                }
                if pending.waits_for.is_none() && pending.tried == self.table.answers {
                    index += 1;
                    continue;
                }
                match self.meet(pending.pred, pending.depth) {
                    Met::Yes => {
                        self.obligations.swap_remove(index);
                        done = true;
                    }
                    Met::Waits(hole) => {
                        let tried = self.table.answers;
                        self.obligations[index] = Obligation { waits_for: hole, tried, ..pending };
                        index += 1;
                    }
                }
            }
            if !done && before == self.table.answers {
                break;
            }
        }
    }

    /// What the impl demands that was chosen, in its turn: `Vec<_>: FromIterator<Amount>` says what
    /// `collect::<Result<Vec<_>, _>>()` gives.
    fn demand_of_impl(&mut self, number: ImplId, own: List, depth: u8) {
        if depth > DEEPEST_DEMAND {
            return;
        }
        let args: Args = self.types.elements(own).into();
        let tables = self.tables;
        for pred in &tables.impls[number].preds {
            let pred = self.put_in(*pred, &args);
            if self.is_open(pred) {
                self.demand_at(pred, depth);
            }
        }
    }

    /// Whether something is yet to be found in what is demanded; if not, meeting it tells nothing.
    fn is_open(&mut self, pred: Pred) -> bool {
        match pred {
            Pred::Trait(_, args) => self.holds_any(args, VARS),
            Pred::Equal(_, args, ty) => {
                let ty = self.resolve(ty);
                self.types.flags(ty) & VARS != 0 || self.holds_any(args, VARS)
            }
        }
    }

    fn meet(&mut self, pred: Pred, depth: u8) -> Met {
        let (Pred::Trait(_, args) | Pred::Equal(_, args, _)) = pred;
        let own = self.shallow(self.types.element(args, 0));
        if let Kind::Var(index) = self.types.kind(own)
            && self.table.var_kind(index) == Some(VarKind::Any)
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
                    Selected::Impl(number, own) => {
                        self.keep();
                        self.demand_of_impl(number, own, depth + 1);
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
}

enum Met {
    Yes,
    Waits(Option<Ty>),
}
