//! Answers to closed questions about traits: such as hold no unknown, no parameter and nothing else of
//! which more may become known. Whoever asks again is told the same.

use super::solve::{Answer, Projected, Solver};
use super::ty::{CLOSURES, List, OPAQUES, PARAMS, PROJECTIONS, Ty, Types, UNKNOWNS, VARS};
use crate::resolve::DefId;
use rustc_hash::FxHashMap;

const OPEN: u8 = VARS | PARAMS | PROJECTIONS | UNKNOWNS | OPAQUES | CLOSURES;

/// A trait or an associated type, with its arguments.
type Question = (DefId, List);

#[derive(Default)]
struct Answers {
    traits: FxHashMap<Question, Answer>,
    projections: FxHashMap<Question, Projected>,
}

/// What was answered.
#[derive(Default)]
pub(super) struct Closed {
    /// In the item at hand.
    here: Answers,
    /// About types of signatures, where nothing but impls could answer.
    everywhere: Answers,
    /// The item at hand promises nothing that an answer could rely on.
    promises_nothing: bool,
    /// How often an answer was cut short: it says nothing to whoever asks again.
    pub(super) cuts: u32,
}

impl Closed {
    /// Begins with another item.
    pub(super) fn begin(&mut self, promises_nothing: bool) {
        self.here.traits.clear();
        self.here.projections.clear();
        self.promises_nothing = promises_nothing;
    }

    /// It went too deep.
    pub(super) fn cut(&mut self) {
        self.cuts = self.cuts.wrapping_add(1);
    }

    fn of(&self, types: &Types<'_>, args: List) -> &Answers {
        if self.promises_nothing && types.is_shared_list(args) { &self.everywhere } else { &self.here }
    }

    fn of_mut(&mut self, types: &Types<'_>, args: List) -> &mut Answers {
        if self.promises_nothing && types.is_shared_list(args) {
            &mut self.everywhere
        } else {
            &mut self.here
        }
    }

    pub(super) fn answer(&self, types: &Types<'_>, trait_: DefId, args: List) -> Option<Answer> {
        self.of(types, args).traits.get(&(trait_, args)).copied()
    }

    pub(super) fn note_answer(&mut self, types: &Types<'_>, question: Question, answer: Answer) {
        self.of_mut(types, question.1).traits.insert(question, answer);
    }

    pub(super) fn projection(&self, types: &Types<'_>, assoc: DefId, args: List) -> Option<Projected> {
        let here = self.here.projections.get(&(assoc, args));
        here.or_else(|| self.of(types, args).projections.get(&(assoc, args))).copied()
    }

    pub(super) fn note_projection(&mut self, types: &Types<'_>, question: Question, found: Projected) {
        // What was found may be of this body alone, or hold a parameter.
        let lasts = |ty: Ty| types.is_shared(ty) && types.flags(ty) & OPEN == 0;
        match found {
            Projected::Known(ty) if types.flags(ty) & OPEN != 0 => {}
            Projected::Known(ty) if !lasts(ty) => {
                self.here.projections.insert(question, found);
            }
            Projected::Known(_) | Projected::Nothing => {
                self.of_mut(types, question.1).projections.insert(question, found);
            }
            Projected::Waits | Projected::Rigid => {}
        }
    }
}

impl Solver<'_> {
    /// The arguments with all that is known put in, if nothing of them is open.
    pub(super) fn closed_list(&mut self, args: List) -> Option<List> {
        let flags = self.types.list_flags(args);
        let args = if flags & OPEN == VARS { self.table.resolve_list(&mut self.types, args) } else { args };
        (self.types.list_flags(args) & OPEN == 0).then_some(args)
    }
}
