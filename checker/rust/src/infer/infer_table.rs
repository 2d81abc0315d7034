//! The inference variables of a body, and what became known of them; in rustc: `rustc_infer/infer/mod.rs`.

use super::lower::Holes;
use super::tables::Tables;
use super::ty::{Kind, LARGEST, List, Ty, Types, UNKNOWN, VARS};
use crate::arena::to_u32;
use crate::resolve::DefId;
use smallvec::SmallVec;

/// No variable stands for another over more steps than this.
const LONGEST: usize = 64;

/// What may be put in the place of a variable.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum VarKind {
    Any,
    Integer,
    Float,
}

#[derive(Clone, Copy, Debug)]
enum Slot {
    Free(VarKind),
    Bound(Ty),
}

#[derive(Debug, Default)]
pub(super) struct InferenceTable {
    slots: Vec<Slot>,
    /// What was there before, while somebody may want to go back.
    log: Vec<(u32, Slot)>,
    trials: u32,
    /// Grows with each answer.
    pub(super) answers: u32,
}

/// Where to go back to.
#[derive(Clone, Copy)]
pub(super) struct Mark {
    slots: usize,
    log: usize,
    answers: u32,
}

impl InferenceTable {
    pub(super) fn clear(&mut self) {
        self.slots.clear();
        self.log.clear();
        self.trials = 0;
    }

    pub(super) fn fresh(&mut self, kind: VarKind) -> Kind {
        self.slots.push(Slot::Free(kind));
        Kind::Var(to_u32(self.slots.len() - 1))
    }

    pub(super) fn mark(&mut self) -> Mark {
        self.trials += 1;
        Mark { slots: self.slots.len(), log: self.log.len(), answers: self.answers }
    }

    /// Keeps what was found since.
    pub(super) fn keep(&mut self) {
        self.trials -= 1;
        if self.trials == 0 {
            self.log.clear();
        }
    }

    pub(super) fn undo(&mut self, mark: Mark) {
        self.trials -= 1;
        while self.log.len() > mark.log {
            if let Some((index, slot)) = self.log.pop()
                && let Some(place) = self.slots.get_mut(index as usize)
            {
                *place = slot;
            }
        }
        self.slots.truncate(mark.slots);
        self.answers = mark.answers;
    }

    pub(super) fn count(&self) -> usize {
        self.slots.len()
    }

    pub(super) fn var_kind(&self, index: u32) -> Option<VarKind> {
        match self.slots.get(index as usize) {
            Some(Slot::Free(kind)) => Some(*kind),
            _ => None,
        }
    }

    pub(super) fn bind(&mut self, index: u32, ty: Ty) {
        let Some(slot) = self.slots.get_mut(index as usize) else { return };
        if self.trials > 0 {
            self.log.push((index, *slot));
        }
        *slot = Slot::Bound(ty);
        self.answers = self.answers.wrapping_add(1);
    }

    /// The type itself, or what its variable became.
    #[inline]
    pub(super) fn shallow(&self, types: &Types<'_>, mut ty: Ty) -> Ty {
        // A variable made in a trial that was undone is not known; and where its number was given
        // out again, following it may lead in a circle.
        for _ in 0..LONGEST {
            let Kind::Var(index) = types.kind(ty) else { return ty };
            match self.slots.get(index as usize) {
                Some(Slot::Bound(found)) => ty = *found,
                Some(Slot::Free(_)) => return ty,
                None => return UNKNOWN,
            }
        }
        UNKNOWN
    }

    /// The type with everything put in that became known.
    pub(super) fn resolve(&self, types: &mut Types<'_>, ty: Ty) -> Ty {
        let mut left = LARGEST;
        self.resolve_within(types, ty, &mut left)
    }

    pub(super) fn resolve_list(&self, types: &mut Types<'_>, list: List) -> List {
        let elements: SmallVec<[Ty; 8]> = types.elements(list).into();
        let elements: SmallVec<[Ty; 8]> = elements.into_iter().map(|ty| self.resolve(types, ty)).collect();
        types.list(&elements)
    }

    /// The same; where more than `left` unknowns are to be put in, the rest is not known.
    fn resolve_within(&self, types: &mut Types<'_>, ty: Ty, left: &mut u16) -> Ty {
        types.map(ty, VARS, &mut |types, ty, kind| match kind {
            Kind::Var(_) => {
                let Some(fewer) = left.checked_sub(1) else { return Some(UNKNOWN) };
                *left = fewer;
                let found = self.shallow(types, ty);
                if found == ty || types.flags(found) & VARS == 0 {
                    return Some(found);
                }
                if matches!(types.kind(found), Kind::Var(_)) {
                    Some(found)
                } else {
                    Some(self.resolve_within(types, found, left))
                }
            }
            _ => None,
        })
    }

    /// What a variable can become of this type: the type, nothing where the variable stands in it, and
    /// what is not known where it has too many parts.
    pub(super) fn fitting(&self, types: &Types<'_>, index: u32, ty: Ty) -> Option<Ty> {
        let mut left = LARGEST;
        match self.occurs(types, index, ty, &mut left) {
            _ if left == 0 => Some(UNKNOWN),
            true => None,
            false => Some(ty),
        }
    }

    /// Whether a variable stands in a type of at most `left` parts.
    fn occurs(&self, types: &Types<'_>, index: u32, ty: Ty, left: &mut u16) -> bool {
        *left = left.saturating_sub(1);
        if types.flags(ty) & VARS == 0 || *left == 0 {
            return false;
        }
        let mut within = |list| types.elements(list).iter().any(|ty| self.occurs(types, index, *ty, left));
        match types.kind(self.shallow(types, ty)) {
            Kind::Var(found) => found == index,
            Kind::Ref(_, inner)
            | Kind::Ptr(_, inner)
            | Kind::Slice(inner)
            | Kind::Array(inner)
            | Kind::Async(inner)
            | Kind::Bind(_, inner) => self.occurs(types, index, inner, left),
            Kind::Adt(_, list)
            | Kind::Outside(_, list)
            | Kind::Tuple(list)
            | Kind::FnPtr(list)
            | Kind::FnDef(_, list)
            | Kind::Dyn(_, list)
            | Kind::Opaque(_, _, list)
            | Kind::Projection(_, list) => within(list),
            _ => false,
        }
    }
}

/// In bodies, `_` and what is left out are variables.
pub(super) struct Open<'a> {
    pub(super) table: &'a mut InferenceTable,
    pub(super) tables: &'a Tables<'a>,
}

impl Holes for Open<'_> {
    const CLOSED: bool = false;

    fn hole(&mut self, types: &mut Types<'_>) -> Ty {
        let kind = self.table.fresh(VarKind::Any);
        types.intern(kind)
    }

    fn meaning(&self, def: DefId) -> Option<Ty> {
        Some(self.tables.meaning_of(def).unwrap_or(UNKNOWN))
    }

    fn set_meaning(&mut self, _: DefId, _: Ty) {}
}
