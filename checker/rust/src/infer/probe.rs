//! Which method a call means: candidates in the order in which the language tries them; in rustc:
//! `rustc_hir_typeck/method/probe.rs`.
//!
//! Long because the steps of that order share what they have found so far.

use super::infer_table::VarKind;
use super::lower::{Args, Pred};
use super::solve::{Answer, Projected, Solver};
use super::tables::{Head, ImplId, Signature};
use super::ty::{Kind, List, Ty, UNKNOWN};
use crate::read::Mutability;
use crate::resolve::{DefId, DefKind, Symbol};
use smallvec::SmallVec;

/// A method, with the arguments of its impl or trait.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pick {
    pub(super) item: DefId,
    pub(super) args: List,
    /// The trait, when it is not an inherent method.
    pub(super) trait_: Option<DefId>,
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Probe {
    Found(Pick),
    /// The receiver's type is not known.
    Unknown,
    /// The receiver's type is not ours.
    Outside,
    /// The type is known and has no such method.
    Missing,
}

#[derive(Clone, Copy)]
struct Candidate {
    item: DefId,
    source: Source,
}

#[derive(Clone, Copy)]
enum Source {
    Impl(ImplId),
    /// A bound of the receiver: the trait's arguments.
    Promise(DefId, List),
    Trait(DefId),
}

/// A type that points to itself ends here.
const MOST_STEPS: usize = 12;

impl Solver<'_> {
    /// The receiver's type, and what it points to, step by step.
    pub(super) fn steps(&mut self, ty: Ty) -> SmallVec<[Ty; 8]> {
        let mut steps: SmallVec<[Ty; 8]> = SmallVec::new();
        let mut at = self.shallow(ty);
        loop {
            if steps.contains(&at) || steps.len() >= MOST_STEPS {
                break;
            }
            steps.push(at);
            match self.dereferenced(at) {
                Some(next) => at = self.shallow(next),
                None => break,
            }
        }
        steps
    }

    /// What `*` gives of a reference or by `Deref`.
    pub(super) fn dereferenced(&mut self, ty: Ty) -> Option<Ty> {
        match self.types.kind(ty) {
            Kind::Ref(_, inner) => Some(inner),
            Kind::Adt(def, list) if Some(def) == self.tables.index.lang.boxed => {
                Some(self.types.element(list, 0))
            }
            Kind::Adt(def, _) => {
                let deref = self.tables.index.lang.deref?;
                if !self.tables.has_impl(deref, Head::Adt(def)) {
                    return None;
                }
                self.deref_target(ty)
            }
            Kind::Param(_) | Kind::Projection(..) | Kind::Opaque(..) => {
                let deref = self.tables.index.lang.deref?;
                let env = self.env.clone();
                let bounds = self.bounds_of(ty);
                let derefs = env.iter().chain(bounds.iter()).any(|pred| {
                    matches!(*pred, Pred::Trait(trait_, args) if trait_ == deref && self.types.element(args, 0) == ty)
                });
                if derefs { self.deref_target(ty) } else { None }
            }
            _ => None,
        }
    }

    fn deref_target(&mut self, ty: Ty) -> Option<Ty> {
        match self.project_one(self.tables.index.lang.deref_target, ty, 0) {
            Projected::Known(found) => {
                let found = self.normalize(found);
                (found != UNKNOWN).then_some(found)
            }
            Projected::Rigid => {
                let args = self.types.list(&[ty]);
                Some(self.types.intern(Kind::Projection(self.tables.index.lang.deref_target?, args)))
            }
            _ => None,
        }
    }

    /// Looks a method up.
    pub(super) fn probe(&mut self, receiver: Ty, name: Symbol, scope: DefId, module: DefId) -> Probe {
        let mut steps = self.steps(receiver);
        let last = steps.last().copied().unwrap_or(UNKNOWN);
        let end = self.types.kind(last);
        if let Kind::Array(inner) = end {
            let slice = self.types.intern(Kind::Slice(inner));
            steps.push(slice);
        }
        let open = match end {
            Kind::Unknown => Some(Probe::Unknown),
            Kind::Var(index) if self.table.var_kind(index) == Some(VarKind::Any) => Some(Probe::Unknown),
            Kind::Outside(..) => Some(Probe::Outside),
            _ => None,
        };
        let is_open = matches!(open, Some(Probe::Unknown));
        let known = if is_open { steps.len() - 1 } else { steps.len() };
        if known == 0 {
            return Probe::Unknown;
        }
        let mut inherent: SmallVec<[Candidate; 8]> = SmallVec::new();
        for step in &steps[..known] {
            self.inherent_candidates(*step, name, module, &mut inherent);
        }
        let mut extension: SmallVec<[Candidate; 8]> = SmallVec::new();
        if let Some(items) = self.tables.trait_items.get(&name) {
            for item in items {
                let Some(trait_) = self.world().def(*item).parent else { continue };
                if self.tables.signature(*item).is_some_and(|signature| signature.has_self)
                    && self.world().trait_in_scope(scope, trait_)
                {
                    extension.push(Candidate { item: *item, source: Source::Trait(trait_) });
                }
            }
        }
        for step in &steps[..known] {
            if let Some(head) = Head::of(&self.types, *step) {
                let found = self.tables.of_outside(head, name).iter();
                let candidate = |(number, item): &(ImplId, DefId)| Candidate {
                    item: *item,
                    source: Source::Impl(*number),
                };
                extension.extend(found.map(candidate));
            }
        }
        if inherent.is_empty() && extension.is_empty() {
            return open.unwrap_or(Probe::Missing);
        }
        for step in &steps[..known] {
            for adjusted in [None, Some(Mutability::Shared), Some(Mutability::Mut)] {
                let ty = match adjusted {
                    None => *step,
                    Some(mutability) => self.types.reference(mutability, *step),
                };
                for candidates in [&inherent, &extension] {
                    if let Some(pick) = self.first_fitting(candidates, ty, is_open) {
                        return Probe::Found(pick);
                    }
                }
            }
        }
        open.unwrap_or(Probe::Missing)
    }

    fn inherent_candidates(
        &mut self,
        step: Ty,
        name: Symbol,
        module: DefId,
        out: &mut SmallVec<[Candidate; 8]>,
    ) {
        let t = self.tables;
        let head = match (Head::of(&self.types, step), self.types.kind(step)) {
            (Some(head), _) => Some(head),
            (None, Kind::Var(index)) => match self.table.var_kind(index) {
                Some(VarKind::Integer) => Head::of(&self.types, super::ty::I32),
                Some(VarKind::Float) => Head::of(&self.types, super::ty::F64),
                _ => None,
            },
            _ => None,
        };
        if let Some(head) = head {
            let found = t.inherent(head, name);
            let visible = |item: DefId| self.world().may_see(module, self.world().def(item).visible);
            let enabled = |item: DefId| self.world().def(item).enabled;
            for on in [true, false] {
                for (impl_, item) in found.iter().filter(|(_, item)| enabled(*item) == on) {
                    if visible(*item) {
                        out.push(Candidate { item: *item, source: Source::Impl(*impl_) });
                    }
                }
            }
        }
        if matches!(
            self.types.kind(step),
            Kind::Param(_) | Kind::Projection(..) | Kind::Opaque(..) | Kind::Dyn(..)
        ) {
            let env = self.env.clone();
            let bounds = self.bounds_of(step);
            for pred in env.iter().chain(bounds.iter()) {
                if let Pred::Trait(trait_, args) = *pred {
                    let own = self.types.element(args, 0);
                    if own != step && self.shallow(own) != step {
                        continue;
                    }
                    if let Some(item) = t.index.child(trait_, name, DefKind::Function) {
                        out.push(Candidate { item, source: Source::Promise(trait_, args) });
                    }
                }
            }
        }
    }

    /// `is_open`: the receiver leads to something unknown.
    fn first_fitting(&mut self, candidates: &[Candidate], ty: Ty, is_open: bool) -> Option<Pick> {
        let mut found: Option<(usize, Answer)> = None;
        for (index, candidate) in candidates.iter().enumerate() {
            let Some(signature) = self.tables.signature(candidate.item).copied() else { continue };
            if !signature.has_self || !self.may_fit(&signature, ty) {
                continue;
            }
            let mark = self.mark();
            let answer =
                self.fits(*candidate, &signature, ty, is_open).map_or(Answer::No, |(_, answer)| answer);
            self.undo(mark);
            match (answer, found) {
                (Answer::No, _) => {}
                (Answer::Yes, _) => {
                    found = Some((index, answer));
                    break;
                }
                (Answer::Maybe, None) => found = Some((index, answer)),
                (Answer::Maybe, Some(_)) => {}
            }
        }
        let candidate = candidates[found?.0];
        let signature = self.tables.signature(candidate.item).copied()?;
        self.fits(candidate, &signature, ty, is_open).map(|(pick, _)| pick)
    }

    /// A quick look at the outside of the receiver.
    fn may_fit(&self, signature: &Signature, ty: Ty) -> bool {
        let wanted = self.types.element(signature.inputs, 0);
        match (self.types.kind(wanted), self.types.kind(ty)) {
            (Kind::Ref(m, x), Kind::Ref(n, y)) => {
                m == n
                    && match (Head::of(&self.types, x), Head::of(&self.types, self.shallow(y))) {
                        (Some(x), Some(y)) => x == y,
                        _ => true,
                    }
            }
            (Kind::Param(_), _) => true,
            (Kind::Ref(..), found) => matches!(found, Kind::Unknown),
            _ => match (Head::of(&self.types, wanted), Head::of(&self.types, ty)) {
                (Some(x), Some(y)) => x == y,
                _ => true,
            },
        }
    }

    /// Whether a type is unknown, or a reference to what is.
    pub(super) fn ends_in_unknown(&self, ty: Ty) -> bool {
        let ty = self.shallow(ty);
        match self.types.kind(ty) {
            Kind::Ref(_, inner) => self.ends_in_unknown(inner),
            Kind::Unknown => true,
            Kind::Var(index) => self.table.var_kind(index) == Some(VarKind::Any),
            _ => false,
        }
    }

    /// Whether a type that is not ours has a method itself that a trait of ours gives it: the
    /// type's own goes first, and only the impl tells that it is there.
    fn has_own(&self, ty: Ty, item: DefId) -> bool {
        let mut ty = self.shallow(ty);
        while let Kind::Ref(_, inner) = self.types.kind(ty) {
            ty = self.shallow(inner);
        }
        Head::of(&self.types, ty).is_some_and(|head| self.tables.hidden_by_own.contains(&(head, item)))
    }

    fn fits(
        &mut self,
        candidate: Candidate,
        signature: &Signature,
        ty: Ty,
        is_open: bool,
    ) -> Option<(Pick, Answer)> {
        let wanted = self.types.element(signature.inputs, 0);
        match candidate.source {
            Source::Impl(number) => {
                let t = self.tables;
                let impl_ = &t.impls[number];
                let own: Args = (0..impl_.params).map(|_| self.fresh()).collect();
                let wanted = self.types.subst(wanted, &own);
                let wanted = self.normalize(wanted);
                if !self.unify(wanted, ty) {
                    return None;
                }
                let mut answer = Answer::Yes;
                for pred in &impl_.preds {
                    if let Pred::Trait(trait_, args) = self.subst_pred(*pred, &own) {
                        let args = self.normalize_list(args, 0);
                        answer = answer.min(self.evaluate(trait_, args, 1));
                    }
                }
                if answer == Answer::No {
                    return None;
                }
                let args = self.types.list(&own);
                Some((Pick { item: candidate.item, args, trait_: None }, Answer::Yes))
            }
            Source::Promise(trait_, args) => {
                let own: Args = self.types.elements(args).into();
                let wanted = self.types.subst(wanted, &own);
                let wanted = self.normalize(wanted);
                if !self.unify(wanted, ty) {
                    return None;
                }
                Some((Pick { item: candidate.item, args, trait_: Some(trait_) }, Answer::Yes))
            }
            Source::Trait(trait_) => {
                let count = 1 + self.tables.index.own(trait_);
                let own: Args = (0..count).map(|_| self.fresh()).collect();
                let wanted = self.types.subst(wanted, &own);
                let wanted = self.normalize(wanted);
                if !self.unify(wanted, ty) {
                    return None;
                }
                let is_ours = !self.world().is_std(trait_);
                if is_ours && (self.ends_in_unknown(own[0]) || self.has_own(own[0], candidate.item)) {
                    return None;
                }
                let args = self.types.list(&own);
                let answer = self.evaluate(trait_, args, 0);
                // Where the receiver leads to something unknown, `Maybe` says nothing of it.
                if answer == Answer::No || (is_ours && is_open && answer == Answer::Maybe) {
                    return None;
                }
                Some((Pick { item: candidate.item, args, trait_: Some(trait_) }, answer))
            }
        }
    }

    /// A field by name, through what the base points to.
    pub(super) fn field(&mut self, base: Ty, name: Symbol, text: &str, module: DefId) -> Field {
        let steps = self.steps(base);
        for step in &steps {
            match self.types.kind(*step) {
                Kind::Adt(def, list) => {
                    let Some(field) = self.tables.index.child(def, name, DefKind::Field) else { continue };
                    if !self.world().may_see(module, self.world().def(field).visible) {
                        continue;
                    }
                    let args: Args = self.types.elements(list).into();
                    let ty = self.tables.value_type(field);
                    let ty = self.types.subst(ty, &args);
                    return Field::Found(Some(field), self.normalize(ty));
                }
                Kind::Tuple(list) => {
                    if let Ok(index) = text.parse::<usize>()
                        && index < self.types.elements(list).len()
                    {
                        return Field::Found(None, self.types.element(list, index));
                    }
                }
                _ => {}
            }
        }
        let last = steps.last().copied().unwrap_or(UNKNOWN);
        match self.types.kind(last) {
            Kind::Unknown => Field::Unknown,
            Kind::Var(_) => Field::Unknown,
            Kind::Outside(..) => Field::Outside,
            _ => Field::Missing,
        }
    }

    /// An associated function or constant of a type, for `Type::name`.
    pub(super) fn associated_item(
        &mut self,
        ty: Ty,
        name: Symbol,
        scope: DefId,
        module: DefId,
    ) -> Option<Pick> {
        let ty = self.shallow(ty);
        let t = self.tables;
        if let Some(head) = Head::of(&self.types, ty) {
            let found = t.inherent(head, name);
            for on in [true, false] {
                for (number, item) in found {
                    let def = self.world().def(*item);
                    if def.enabled != on || !self.world().may_see(module, def.visible) {
                        continue;
                    }
                    let impl_ = &t.impls[*number];
                    let own: Args = (0..impl_.params).map(|_| self.fresh()).collect();
                    let self_ty = self.types.subst(impl_.self_ty, &own);
                    let self_ty = self.normalize(self_ty);
                    if self.unify(self_ty, ty) {
                        let args = self.types.list(&own);
                        return Some(Pick { item: *item, args, trait_: None });
                    }
                }
            }
        }
        if matches!(
            self.types.kind(ty),
            Kind::Param(_) | Kind::Projection(..) | Kind::Opaque(..) | Kind::Dyn(..)
        ) {
            let env = self.env.clone();
            let bounds = self.bounds_of(ty);
            for pred in env.iter().chain(bounds.iter()) {
                if let Pred::Trait(trait_, args) = *pred
                    && self.types.element(args, 0) == ty
                {
                    let kinds = [DefKind::Function, DefKind::Const];
                    if let Some(item) = kinds.iter().find_map(|kind| t.index.child(trait_, name, *kind)) {
                        return Some(Pick { item, args, trait_: Some(trait_) });
                    }
                }
            }
        }
        if let Some(head) = Head::of(&self.types, ty)
            && let [(number, item)] = t.of_outside(head, name)
        {
            let own: Args = (0..t.impls[*number].params).map(|_| self.fresh()).collect();
            let args = self.types.list(&own);
            return Some(Pick { item: *item, args, trait_: None });
        }
        let mut best: Option<(Pick, Answer)> = None;
        for item in t.trait_items.get(&name)? {
            let Some(trait_) = self.world().def(*item).parent else { continue };
            if !self.world().trait_in_scope(scope, trait_) {
                continue;
            }
            let mut own = Args::new();
            own.push(ty);
            own.extend((0..t.index.own(trait_)).map(|_| self.fresh()));
            let args = self.types.list(&own);
            let mark = self.mark();
            let answer = self.evaluate(trait_, args, 0);
            self.undo(mark);
            if answer > best.map_or(Answer::No, |(_, answer)| answer) {
                best = Some((Pick { item: *item, args, trait_: Some(trait_) }, answer));
            }
        }
        best.map(|(pick, _)| pick)
    }
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Field {
    /// The field, if it has a definition (a tuple's has none), and its type.
    Found(Option<DefId>, Ty),
    Unknown,
    Outside,
    Missing,
}
