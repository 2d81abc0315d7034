//! Which impl makes a type have a trait, and what its associated types are; in rustc:
//! `rustc_trait_selection/traits/select/mod.rs`.
//!
//! Long because asking, trying an impl and what it demands call each other in a ring.

use super::closed::Closed;
use super::impls::peeled;
use super::infer_table::{InferenceTable, Mark, VarKind};
use super::lower::{Args, Pred};
use super::tables::{Head, ImplId, Tables};
use super::ty::{Kind, List, PROJECTIONS, Ty, Types, UNKNOWN, UNKNOWNS, VARS};
use crate::resolve::{CrateId, DefId, DefKind, World};
use rustc_hash::FxHashMap;
use std::rc::Rc;

/// Inference variables, what is known of them, and obligations.
pub(super) struct Solver<'t> {
    pub(super) tables: &'t Tables<'t>,
    pub(super) types: Types<'t>,
    pub(super) table: InferenceTable,
    /// Whose code it is: only the impls of what it is built with count.
    krate: CrateId,
    /// What the item at hand may rely on.
    pub(super) env: Rc<[Pred]>,
    pub(super) obligations: Vec<Obligation>,
    pub(super) closures: Vec<(List, Ty)>,
    /// The bounds of types that are known by these only; see [`Solver::bounds_of`].
    pub(super) bounds: FxHashMap<Ty, Rc<[Pred]>>,
    /// How much may still be tried in this body.
    pub(super) fuel: u32,
    pub(super) closed: Closed,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Obligation {
    pub(super) pred: Pred,
    /// How many impls lie between it and what the code demands.
    pub(super) depth: u8,
    /// Nothing can be said before this unknown is known.
    pub(super) waits_for: Option<Ty>,
    /// How many answers there were when it was tried last.
    pub(super) tried: u32,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, PartialOrd, Ord)]
pub(super) enum Answer {
    No,
    Maybe,
    Yes,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Projected {
    Known(Ty),
    /// Too little is known yet.
    Waits,
    /// It is what it is: the associated type of a parameter.
    Rigid,
    Nothing,
}

/// Steps of solving that one body may take: far more than code written by people needs, and some
/// tens of milliseconds. When they are used up, what is left stays unknown.
pub(super) const FUEL: u32 = 200_000;
pub(super) const DEEPEST: u32 = 24;
pub(super) const MOST_OBLIGATIONS: usize = 512;

impl<'t> Solver<'t> {
    pub(super) fn new(tables: &'t Tables<'t>) -> Self {
        Self {
            tables,
            types: Types::above(&tables.types),
            table: InferenceTable::default(),
            krate: tables.index.world.std,
            env: Rc::new([]),
            obligations: Vec::new(),
            closures: Vec::new(),
            bounds: FxHashMap::default(),
            fuel: FUEL,
            closed: Closed::default(),
        }
    }

    /// Begins with another item.
    pub(super) fn begin(&mut self, item: DefId) {
        self.types.clear();
        self.table.clear();
        self.obligations.clear();
        self.closures.clear();
        self.bounds.clear();
        self.fuel = FUEL;
        let krate = self.world().def(item).krate;
        if self.krate != krate {
            // Another crate may be built with other impls.
            self.closed = Closed::default();
            self.krate = krate;
        }
        let mut preds = Vec::new();
        let mut at = Some(item);
        while let Some(id) = at {
            let def = self.world().def(id);
            if def.kind == DefKind::Module {
                break;
            }
            preds.extend_from_slice(self.tables.preds(id));
            if def.kind == DefKind::Trait {
                let args = self.tables.index.identity(id, &mut self.types);
                let args = self.types.list(&args);
                preds.push(Pred::Trait(id, args));
            }
            at = def.parent;
        }
        self.closed.begin(preds.is_empty());
        self.env = if preds.is_empty() { Rc::new([]) } else { self.elaborate(preds).into() };
    }

    pub(super) fn world(&self) -> &'t World<'t> {
        self.tables.index.world
    }

    /// Adds what supertraits promise.
    pub(super) fn elaborate(&mut self, mut preds: Vec<Pred>) -> Vec<Pred> {
        let mut next = 0;
        while next < preds.len() && preds.len() < 200 {
            if let Pred::Trait(trait_, args) = preds[next] {
                let list: Args = self.types.elements(args).into();
                for pred in self.tables.preds(trait_) {
                    let pred = self.subst_pred(*pred, &list);
                    if !preds.contains(&pred) {
                        preds.push(pred);
                    }
                }
            }
            next += 1;
        }
        preds
    }

    pub(super) fn subst_pred(&mut self, pred: Pred, args: &[Ty]) -> Pred {
        match pred {
            Pred::Trait(trait_, list) => Pred::Trait(trait_, self.types.subst_list(list, args)),
            Pred::Equal(assoc, list, ty) => {
                Pred::Equal(assoc, self.types.subst_list(list, args), self.types.subst(ty, args))
            }
        }
    }

    pub(super) fn fresh(&mut self) -> Ty {
        let kind = self.table.fresh(VarKind::Any);
        self.types.intern(kind)
    }

    pub(super) fn fresh_var(&mut self, kind: VarKind) -> Ty {
        let kind = self.table.fresh(kind);
        self.types.intern(kind)
    }

    #[inline]
    pub(super) fn shallow(&self, ty: Ty) -> Ty {
        self.table.shallow(&self.types, ty)
    }

    #[inline]
    pub(super) fn kind(&self, ty: Ty) -> Kind {
        self.types.kind(self.shallow(ty))
    }

    pub(super) fn resolve(&mut self, ty: Ty) -> Ty {
        self.table.resolve(&mut self.types, ty)
    }

    pub(super) fn mark(&mut self) -> (Mark, usize, usize) {
        (self.table.mark(), self.obligations.len(), self.closures.len())
    }

    pub(super) fn undo(&mut self, mark: (Mark, usize, usize)) {
        self.table.undo(mark.0);
        self.obligations.truncate(mark.1);
    }

    pub(super) fn keep(&mut self) {
        self.table.keep();
    }

    /// Whether a type has a trait.
    pub(super) fn evaluate(&mut self, trait_: DefId, args: List, depth: u32) -> Answer {
        if self.fuel == 0 || depth > DEEPEST {
            self.closed.cut();
            return Answer::Maybe;
        }
        self.fuel -= 1;
        if self.tables.index.lang.is_marker(trait_) {
            return Answer::Yes;
        }
        let Some(args) = self.closed_list(args) else { return self.ask(trait_, args, depth) };
        if let Some(known) = self.closed.answer(&self.types, trait_, args) {
            return known;
        }
        let cuts = self.closed.cuts;
        let answer = self.ask(trait_, args, depth);
        if cuts == self.closed.cuts && self.fuel > 0 {
            self.closed.note_answer(&self.types, (trait_, args), answer);
        }
        answer
    }

    fn ask(&mut self, trait_: DefId, args: List, depth: u32) -> Answer {
        let own = self.shallow(self.types.element(args, 0));
        let kind = self.types.kind(own);
        if own == UNKNOWN {
            return Answer::Maybe;
        }
        if let Kind::Var(index) = kind
            && self.table.var_kind(index) == Some(VarKind::Any)
        {
            return Answer::Maybe;
        }
        if self.relies_on(trait_, args, own) {
            return Answer::Yes;
        }
        if let Some(answer) = self.by_language(trait_, own, args, depth) {
            return answer;
        }
        let mut best = Answer::No;
        for number in self.candidates(trait_, own) {
            let mark = self.mark();
            let found = self.try_impl(number, args, depth);
            self.undo(mark);
            best = best.max(found.map_or(Answer::No, |(_, answer)| answer));
            if best == Answer::Yes {
                break;
            }
        }
        if best == Answer::No && self.fuel == 0 {
            return Answer::Maybe;
        }
        if best == Answer::No && matches!(kind, Kind::Outside(..)) && self.world().is_std(trait_) {
            return Answer::Maybe;
        }
        best
    }

    /// The impls of a trait that may be the one for a type, in crates that this code is built with.
    fn candidates(&mut self, trait_: DefId, own: Ty) -> Args32 {
        let mut found = self.all_candidates(trait_, own);
        let (tables, krate) = (self.tables, self.krate);
        found.retain(|number| {
            let of = tables.index.world.def(tables.impls[*number].def).krate;
            tables.reach.sees(tables.index.world, krate, of)
        });
        found
    }

    fn all_candidates(&self, trait_: DefId, own: Ty) -> Args32 {
        match Head::of(&self.types, own) {
            Some(head) => self.tables.impls_of(trait_, head).collect(),
            None => match self.types.kind(own) {
                Kind::Var(index) => {
                    let numbers: &[Ty] = match self.table.var_kind(index) {
                        Some(VarKind::Integer) => &[super::ty::I32],
                        Some(VarKind::Float) => &[super::ty::F64],
                        _ => &[],
                    };
                    let mut found = Args32::new();
                    for ty in numbers {
                        if let Some(head) = Head::of(&self.types, *ty) {
                            found.extend(self.tables.impls_of(trait_, head));
                        }
                    }
                    if found.is_empty() && self.table.var_kind(index) == Some(VarKind::Integer) {
                        // Not for `i32`, so for whichever integers there are.
                        for int in 6..18 {
                            found.extend(self.tables.impls_of(trait_, Head::Prim(int)));
                        }
                        found.dedup();
                    }
                    found
                }
                _ => self.tables.impls_of(trait_, Head::Other).collect(),
            },
        }
    }

    /// Whether bounds in scope, or bounds of the type itself, say so. Inference variables are then set.
    pub(super) fn relies_on(&mut self, trait_: DefId, args: List, own: Ty) -> bool {
        let env = self.env.clone();
        let bounds = self.bounds_of(own);
        for pred in env.iter().chain(bounds.iter()) {
            if let Pred::Trait(found, known) = *pred
                && found == trait_
            {
                let first = self.types.element(known, 0);
                let apart = if self.types.flags(first) & PROJECTIONS == 0 {
                    first != own && !self.could_be(first, own)
                } else {
                    self.asks_itself(first, own)
                };
                if apart {
                    continue;
                }
                if self.unify_args(known, args) {
                    return true;
                }
            }
        }
        false
    }

    /// A bound on an associated type says nothing of a parameter, and to compare the two may ask
    /// the very question that is being answered: `S: Stream, S::Item: Stream`.
    pub(super) fn asks_itself(&self, first: Ty, own: Ty) -> bool {
        matches!((self.types.kind(first), self.types.kind(own)), (Kind::Projection(..), Kind::Param(_)))
    }

    fn could_be(&self, first: Ty, own: Ty) -> bool {
        match (Head::of(&self.types, first), Head::of(&self.types, own)) {
            (Some(x), Some(y)) => x == y,
            (None, None) => {
                !matches!((self.types.kind(first), self.types.kind(own)), (Kind::Param(_), Kind::Param(_)))
            }
            _ => false,
        }
    }

    /// Traits that the language itself gives.
    pub(super) fn by_language(&mut self, trait_: DefId, own: Ty, args: List, depth: u32) -> Option<Answer> {
        let lang = &self.tables.index.lang;
        if lang.is_fn_trait(trait_) || lang.is_async_fn_trait(trait_) {
            let (inputs, _) = self.callable(own)?;
            let tuple = self.types.intern(Kind::Tuple(inputs));
            let given = self.types.element(args, 1);
            return Some(if self.unify(tuple, given) { Answer::Yes } else { Answer::No });
        }
        let id = trait_;
        let trait_ = Some(trait_);
        match self.types.kind(own) {
            Kind::Async(_) if trait_ == lang.future => Some(Answer::Yes),
            Kind::Closure(_) | Kind::FnDef(..) | Kind::FnPtr(_) if trait_ == lang.clone => Some(Answer::Yes),
            Kind::Tuple(list) if trait_ == lang.clone => {
                let elements: Args = self.types.elements(list).into();
                let answers = elements.iter().map(|element| {
                    let args = self.types.list(&[*element]);
                    self.evaluate(id, args, depth + 1)
                });
                Some(answers.min().unwrap_or(Answer::Yes))
            }
            Kind::Array(element) if trait_ == lang.clone => {
                let args = self.types.list(&[element]);
                Some(self.evaluate(id, args, depth + 1))
            }
            Kind::Never => Some(Answer::Yes),
            _ => None,
        }
    }

    /// Sets unknowns as if the impl were the one. The caller marks and undoes.
    fn try_impl(&mut self, number: ImplId, args: List, depth: u32) -> Option<(List, Answer)> {
        self.fuel = self.fuel.checked_sub(1)?;
        let t = self.tables;
        let found = &t.impls[number];
        let (_, of) = found.trait_?;
        let given = self.types.elements(args).len();
        for index in 1..given {
            let (x, y) = (self.types.element(of, index), self.shallow(self.types.element(args, index)));
            if let (Some(x), Some(y)) = (Head::of(&self.types, x), Head::of(&self.types, y))
                && x != y
            {
                return None;
            }
        }
        let own: Args = (0..found.params).map(|_| self.fresh()).collect();
        for index in 0..given {
            let wanted = self.types.element(of, index);
            let wanted = self.types.subst(wanted, &own);
            let wanted = self.normalize_at(wanted, depth + 1);
            let given = self.types.element(args, index);
            if !self.unify_inner(wanted, given, 0) {
                return None;
            }
        }
        let mut answer = if found.enabled { Answer::Yes } else { Answer::Maybe };
        for pred in &found.preds {
            let pred = self.subst_pred(*pred, &own);
            answer = answer.min(self.holds(pred, depth + 1));
            if answer == Answer::No {
                return None;
            }
        }
        Some((self.types.list(&own), answer))
    }

    /// Whether something demanded holds; sets unknowns.
    fn holds(&mut self, pred: Pred, depth: u32) -> Answer {
        match pred {
            Pred::Trait(trait_, args) => {
                let args = self.normalize_list(args, depth);
                self.evaluate(trait_, args, depth)
            }
            Pred::Equal(assoc, args, ty) => {
                let args = self.normalize_list(args, depth);
                match self.project(assoc, args, depth) {
                    Projected::Known(found) => {
                        let found = self.normalize_at(found, depth + 1);
                        if self.unify(found, ty) { Answer::Yes } else { Answer::No }
                    }
                    Projected::Waits => Answer::Maybe,
                    Projected::Rigid => {
                        let projection = self.types.intern(Kind::Projection(assoc, args));
                        if self.unify(projection, ty) { Answer::Yes } else { Answer::No }
                    }
                    Projected::Nothing => Answer::Maybe,
                }
            }
        }
    }

    /// The one impl that fits, with its arguments; its unknowns are set.
    pub(super) fn select(&mut self, trait_: DefId, args: List, depth: u32) -> Selected {
        let own = self.shallow(self.types.element(args, 0));
        let mut chosen: Option<(ImplId, Answer)> = None;
        let (mut several, mut doubtful) = (false, false);
        let candidates = self.candidates(trait_, own);
        for (index, &number) in candidates.iter().enumerate() {
            // The last one that may fit needs no second look, unless it may be one of several.
            let is_only = index + 1 == candidates.len() && chosen.is_none();
            let is_only =
                is_only && !(self.could_be_outside(trait_, number) && self.holds_any(args, VARS | UNKNOWNS));
            let mark = self.mark();
            let found = self.try_impl(number, args, depth);
            if is_only
                && let Some((found, _)) = found
                && self.fuel > 0
            {
                self.keep();
                return Selected::Impl(number, found);
            }
            self.undo(mark);
            let Some((_, answer)) = found else { continue };
            let answer = if self.is_vague(number) { Answer::Maybe } else { answer };
            match chosen {
                Some((_, Answer::Yes)) if answer < Answer::Yes => {
                    doubtful |= self.tables.impls[number].enabled;
                }
                Some((before, Answer::Maybe)) if answer == Answer::Yes => {
                    doubtful |= self.tables.impls[before].enabled;
                    chosen = Some((number, answer));
                }
                Some(_) => several = true,
                None => chosen = Some((number, answer)),
            }
        }
        let Some((number, _)) = chosen.filter(|_| self.fuel > 0) else { return Selected::None };
        let several = several || self.could_be_outside(trait_, number);
        // To what is not known, whatever may fit fits as well as what does.
        if (several && self.holds_any(args, VARS | UNKNOWNS)) || (doubtful && self.holds_any(args, UNKNOWNS))
        {
            return Selected::Several;
        }
        match self.try_impl(number, args, depth) {
            Some((found, _)) => Selected::Impl(number, found),
            None => Selected::None,
        }
    }

    /// Whether packages outside may have such an impl too: of a trait of theirs for a type of theirs. All of
    /// the standard library's own are known.
    fn could_be_outside(&self, trait_: DefId, number: ImplId) -> bool {
        let (world, impl_) = (self.world(), &self.tables.impls[number]);
        let own = Head::of(&self.types, peeled(&self.types, impl_.self_ty));
        let is_ours = matches!(own, Some(Head::Adt(id)) if !world.is_std(id));
        world.is_std(trait_) && !world.is_std(impl_.def) && !is_ours
    }

    /// Whether an impl is for what could not be resolved, such as generated types; it fits everything.
    pub(super) fn is_vague(&self, number: ImplId) -> bool {
        self.tables.impls[number].trait_.is_some_and(|(_, of)| self.types.list_flags(of) & UNKNOWNS != 0)
    }

    pub(super) fn holds_any(&mut self, args: List, flags: u8) -> bool {
        let elements: Args = self.types.elements(args).into();
        elements.into_iter().any(|ty| {
            let ty = self.resolve(ty);
            self.types.flags(ty) & flags != 0
        })
    }
}

type Args32 = smallvec::SmallVec<[ImplId; 8]>;

pub(super) enum Selected {
    Impl(ImplId, List),
    Several,
    None,
}
