//! Which impl makes a type have a trait, and what its associated types are.

use super::lower::{Args, Pred};
use super::tables::{Head, Tables};
use super::ty::{Kind, List, PROJECTIONS, Ty, Types, UNKNOWN};
use super::unknowns::{Mark, Sort, Unknowns};
use crate::resolve::world::{DefId, DefKind, World};
use rustc_hash::FxHashMap;
use std::rc::Rc;

/// Unknowns, what is known of them, and what must still hold.
pub(super) struct Solver<'t> {
    pub(super) t: &'t Tables<'t>,
    pub(super) types: Types<'t>,
    pub(super) unknowns: Unknowns,
    /// What the item at hand may rely on.
    pub(super) env: Rc<[Pred]>,
    pub(super) pending: Vec<Pending>,
    pub(super) closures: Vec<(List, Ty)>,
    /// What is promised of a type that is known by promises only.
    promised: FxHashMap<Ty, Rc<[Pred]>>,
    /// How much may still be tried in this body.
    pub(super) fuel: u32,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Pending {
    pub(super) pred: Pred,
    /// Nothing can be said before this unknown is known.
    waits_for: Option<Ty>,
    /// How many answers there were when it was tried last.
    tried: u32,
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

pub(super) const FUEL: u32 = 400_000;
const DEEPEST: u32 = 24;
const MOST_PENDING: usize = 512;

impl<'t> Solver<'t> {
    pub(super) fn new(t: &'t Tables<'t>) -> Self {
        Self {
            t,
            types: Types::above(&t.types),
            unknowns: Unknowns::default(),
            env: Rc::new([]),
            pending: Vec::new(),
            closures: Vec::new(),
            promised: FxHashMap::default(),
            fuel: FUEL,
        }
    }

    /// Begins with another item.
    pub(super) fn begin(&mut self, item: DefId) {
        self.types.clear();
        self.unknowns.clear();
        self.pending.clear();
        self.closures.clear();
        self.promised.clear();
        self.fuel = FUEL;
        let mut preds = Vec::new();
        let mut at = Some(item);
        while let Some(id) = at {
            let def = self.world().def(id);
            if def.kind == DefKind::Module {
                break;
            }
            preds.extend_from_slice(self.t.preds(id));
            if def.kind == DefKind::Trait {
                let args = self.t.index.identity(id, &mut self.types);
                let args = self.types.list(&args);
                preds.push(Pred::Trait(id, args));
            }
            at = def.parent;
        }
        self.env = if preds.is_empty() { Rc::new([]) } else { self.elaborate(preds).into() };
    }

    pub(super) fn world(&self) -> &'t World<'t> {
        self.t.index.world
    }

    /// Adds what supertraits promise.
    fn elaborate(&mut self, mut preds: Vec<Pred>) -> Vec<Pred> {
        let mut next = 0;
        while next < preds.len() && preds.len() < 200 {
            if let Pred::Trait(trait_, args) = preds[next] {
                let list: Args = self.types.elements(args).into();
                for pred in self.t.preds(trait_) {
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
        let kind = self.unknowns.fresh(Sort::Any);
        self.types.intern(kind)
    }

    pub(super) fn fresh_sort(&mut self, sort: Sort) -> Ty {
        let kind = self.unknowns.fresh(sort);
        self.types.intern(kind)
    }

    #[inline]
    pub(super) fn shallow(&self, ty: Ty) -> Ty {
        self.unknowns.shallow(&self.types, ty)
    }

    #[inline]
    pub(super) fn kind(&self, ty: Ty) -> Kind {
        self.types.kind(self.shallow(ty))
    }

    pub(super) fn resolve(&mut self, ty: Ty) -> Ty {
        self.unknowns.resolve(&mut self.types, ty)
    }

    pub(super) fn mark(&mut self) -> (Mark, usize, usize) {
        (self.unknowns.mark(), self.pending.len(), self.closures.len())
    }

    pub(super) fn undo(&mut self, mark: (Mark, usize, usize)) {
        self.unknowns.undo(mark.0);
        self.pending.truncate(mark.1);
    }

    pub(super) fn keep(&mut self) {
        self.unknowns.keep();
    }

    /// Makes two types the same, if they can be. What could not be is as if never tried.
    pub(super) fn unify(&mut self, a: Ty, b: Ty) -> bool {
        if a == b {
            return true;
        }
        let mark = self.mark();
        if self.unify_inner(a, b, 0) {
            self.keep();
            true
        } else {
            self.undo(mark);
            false
        }
    }

    fn unify_inner(&mut self, a: Ty, b: Ty, depth: u32) -> bool {
        let (a, b) = (self.shallow(a), self.shallow(b));
        if a == b || a == UNKNOWN || b == UNKNOWN {
            return true;
        }
        if depth > 64 {
            return false;
        }
        match (self.types.kind(a), self.types.kind(b)) {
            (Kind::Var(x), Kind::Var(y)) => {
                let (of_x, of_y) = (self.unknowns.sort(x), self.unknowns.sort(y));
                match (of_x, of_y) {
                    (Some(Sort::Any), _) => self.unknowns.bind(x, b),
                    (_, Some(Sort::Any)) => self.unknowns.bind(y, a),
                    (x_sort, y_sort) if x_sort == y_sort => self.unknowns.bind(x, b),
                    _ => return false,
                }
                true
            }
            (Kind::Var(x), _) => self.unify_unknown(x, b),
            (_, Kind::Var(y)) => self.unify_unknown(y, a),
            (Kind::Projection(x, xs), Kind::Projection(y, ys))
                if x == y && self.unify_lists(xs, ys, depth) =>
            {
                true
            }
            (Kind::Projection(..), _) => self.unify_projection(a, b, depth),
            (_, Kind::Projection(..)) => self.unify_projection(b, a, depth),
            (Kind::Adt(x, xs), Kind::Adt(y, ys)) => x == y && self.unify_lists(xs, ys, depth),
            (Kind::Outside(x, xs), Kind::Outside(y, ys)) => x == y && self.unify_lists(xs, ys, depth),
            (Kind::Ref(m, x), Kind::Ref(n, y)) | (Kind::Ptr(m, x), Kind::Ptr(n, y)) => {
                m == n && self.unify_inner(x, y, depth + 1)
            }
            (Kind::Slice(x), Kind::Slice(y))
            | (Kind::Array(x), Kind::Array(y))
            | (Kind::Async(x), Kind::Async(y)) => self.unify_inner(x, y, depth + 1),
            (Kind::Tuple(xs), Kind::Tuple(ys)) | (Kind::FnPtr(xs), Kind::FnPtr(ys)) => {
                self.unify_lists(xs, ys, depth)
            }
            (Kind::FnDef(x, xs), Kind::FnDef(y, ys)) => x == y && self.unify_lists(xs, ys, depth),
            (Kind::Dyn(x, xs), Kind::Dyn(y, ys)) => {
                x == y
                    && (xs == ys
                        || self.types.elements(xs).len() != self.types.elements(ys).len()
                        || self.unify_lists(xs, ys, depth))
            }
            (Kind::Bind(x, xt), Kind::Bind(y, yt)) => x == y && self.unify_inner(xt, yt, depth + 1),
            (Kind::Opaque(x, i, xs), Kind::Opaque(y, j, ys)) => {
                x == y && i == j && self.unify_lists(xs, ys, depth)
            }
            _ => false,
        }
    }

    fn unify_unknown(&mut self, index: u32, ty: Ty) -> bool {
        let fits = match (self.unknowns.sort(index), self.types.kind(ty)) {
            (Some(Sort::Any), Kind::Projection(..)) => {
                let known = self.normalize(ty);
                self.unknowns.bind(index, known);
                return true;
            }
            (Some(Sort::Any), _) => !self.unknowns.occurs(&self.types, index, ty),
            (Some(Sort::Integer), Kind::Int(_)) | (Some(Sort::Float), Kind::Float(_)) => true,
            _ => false,
        };
        if fits {
            self.unknowns.bind(index, ty);
        }
        fits
    }

    fn unify_projection(&mut self, projection: Ty, other: Ty, depth: u32) -> bool {
        let known = self.normalize(projection);
        if matches!(self.types.kind(known), Kind::Projection(..)) {
            return false;
        }
        self.unify_inner(known, other, depth + 1)
    }

    fn unify_lists(&mut self, a: List, b: List, depth: u32) -> bool {
        if a == b {
            return true;
        }
        let len = self.types.elements(a).len();
        if len != self.types.elements(b).len() {
            return false;
        }
        (0..len).all(|index| {
            let (x, y) = (self.types.element(a, index), self.types.element(b, index));
            self.unify_inner(x, y, depth + 1)
        })
    }

    fn unify_args(&mut self, a: List, b: List) -> bool {
        let mark = self.mark();
        if self.unify_lists(a, b, 0) {
            self.keep();
            return true;
        }
        self.undo(mark);
        false
    }

    /// Puts in associated types as far as they are known.
    pub(super) fn normalize(&mut self, ty: Ty) -> Ty {
        self.normalize_at(ty, 0)
    }

    fn normalize_at(&mut self, ty: Ty, depth: u32) -> Ty {
        if self.types.flags(ty) & PROJECTIONS == 0 {
            return ty;
        }
        if depth > DEEPEST || self.fuel == 0 {
            return UNKNOWN;
        }
        let kind = self.types.kind(ty);
        let kind = match kind {
            Kind::Projection(assoc, list) => {
                let list = self.normalize_list(list, depth);
                return match self.project(assoc, list, depth) {
                    Projected::Known(found) => self.normalize_at(found, depth + 1),
                    Projected::Waits => {
                        let hole = self.fresh();
                        self.demand(Pred::Equal(assoc, list, hole));
                        hole
                    }
                    Projected::Rigid => self.types.intern(Kind::Projection(assoc, list)),
                    Projected::Nothing => UNKNOWN,
                };
            }
            Kind::Ref(mutable, inner) => Kind::Ref(mutable, self.normalize_at(inner, depth + 1)),
            Kind::Ptr(mutable, inner) => Kind::Ptr(mutable, self.normalize_at(inner, depth + 1)),
            Kind::Slice(inner) => Kind::Slice(self.normalize_at(inner, depth + 1)),
            Kind::Array(inner) => Kind::Array(self.normalize_at(inner, depth + 1)),
            Kind::Async(inner) => Kind::Async(self.normalize_at(inner, depth + 1)),
            Kind::Bind(def, inner) => Kind::Bind(def, self.normalize_at(inner, depth + 1)),
            Kind::Adt(def, list) => Kind::Adt(def, self.normalize_list(list, depth)),
            Kind::Outside(id, list) => Kind::Outside(id, self.normalize_list(list, depth)),
            Kind::Tuple(list) => Kind::Tuple(self.normalize_list(list, depth)),
            Kind::FnPtr(list) => Kind::FnPtr(self.normalize_list(list, depth)),
            Kind::FnDef(def, list) => Kind::FnDef(def, self.normalize_list(list, depth)),
            Kind::Dyn(def, list) => Kind::Dyn(def, self.normalize_list(list, depth)),
            Kind::Opaque(def, index, list) => Kind::Opaque(def, index, self.normalize_list(list, depth)),
            _ => return ty,
        };
        self.types.intern(kind)
    }

    pub(super) fn normalize_list(&mut self, list: List, depth: u32) -> List {
        if self.types.list_flags(list) & PROJECTIONS == 0 {
            return list;
        }
        let mut elements: Args = self.types.elements(list).into();
        for element in &mut elements {
            *element = self.normalize_at(*element, depth + 1);
        }
        self.types.list(&elements)
    }

    /// What is promised of a trait object, an `impl Trait`, or a parameter's associated type.
    pub(super) fn promises(&mut self, ty: Ty) -> Rc<[Pred]> {
        if !matches!(self.types.kind(ty), Kind::Dyn(..) | Kind::Opaque(..) | Kind::Projection(..)) {
            return Rc::new([]);
        }
        if let Some(found) = self.promised.get(&ty) {
            return found.clone();
        }
        let mut preds = Vec::new();
        match self.types.kind(ty) {
            Kind::Dyn(trait_, list) => {
                let elements: Args = self.types.elements(list).into();
                let mut args = Args::new();
                args.push(ty);
                args.extend(
                    elements.iter().copied().filter(|arg| !matches!(self.types.kind(*arg), Kind::Bind(..))),
                );
                let args = self.types.list(&args);
                preds.push(Pred::Trait(trait_, args));
                for element in elements {
                    if let Kind::Bind(assoc, bound) = self.types.kind(element) {
                        let of = self.world().def(assoc).parent;
                        let args =
                            if of == Some(trait_) || of.is_some_and(|of| self.t.index.lang.is_fn_trait(of)) {
                                args
                            } else {
                                self.types.list(&[ty])
                            };
                        preds.push(Pred::Equal(assoc, args, bound));
                    }
                }
            }
            Kind::Opaque(function, index, list) => {
                let args: Args = self.types.elements(list).into();
                for pred in self.t.promises(function, index) {
                    preds.push(self.subst_pred(*pred, &args));
                }
            }
            Kind::Projection(assoc, list) => {
                let args: Args = self.types.elements(list).into();
                for pred in self.t.assoc_bounds(assoc) {
                    preds.push(self.subst_pred(*pred, &args));
                }
            }
            _ => {}
        }
        let preds: Rc<[Pred]> = self.elaborate(preds).into();
        // While more becomes known of what stands in it, so may more of its promises.
        if self.types.flags(ty) & super::ty::VARS == 0 {
            self.promised.insert(ty, preds.clone());
        }
        preds
    }

    /// The parameters and the result of something that can be called.
    pub(super) fn callable(&mut self, ty: Ty) -> Option<(List, Ty)> {
        match self.kind(ty) {
            Kind::Closure(index) => self.closures.get(index as usize).copied(),
            Kind::FnPtr(list) => {
                let elements: Args = self.types.elements(list).into();
                let (output, inputs) = elements.split_last()?;
                Some((self.types.list(inputs), *output))
            }
            Kind::FnDef(def, list) => self.function_type(def, list),
            _ => None,
        }
    }

    /// The signature of a function or constructor with its arguments put in.
    pub(super) fn function_type(&mut self, def: DefId, list: List) -> Option<(List, Ty)> {
        let args: Args = self.types.elements(list).into();
        let (inputs, output) = match self.t.signature(def) {
            Some(signature) => (signature.inputs, signature.output),
            None => self.constructor(def)?,
        };
        let inputs = self.types.subst_list(inputs, &args);
        let output = self.types.subst(output, &args);
        Some((self.normalize_list(inputs, 0), self.normalize(output)))
    }

    /// A tuple struct or tuple variant as a function, with its own parameters.
    fn constructor(&mut self, def: DefId) -> Option<(List, Ty)> {
        let world = self.world();
        let owner = match world.def(def).kind {
            DefKind::Variant => world.def(def).parent?,
            DefKind::Struct => def,
            _ => return None,
        };
        let fields: Args = world.children(def).iter().map(|field| self.t.value_type(*field)).collect();
        let args = self.t.index.identity(owner, &mut self.types);
        let output = self.types.adt(owner, &args);
        Some((self.types.list(&fields), output))
    }

    /// Whether a type has a trait.
    pub(super) fn evaluate(&mut self, trait_: DefId, args: List, depth: u32) -> Answer {
        if self.fuel == 0 || depth > DEEPEST {
            return Answer::Maybe;
        }
        self.fuel -= 1;
        if self.t.index.lang.is_marker(trait_) {
            return Answer::Yes;
        }
        let own = self.shallow(self.types.element(args, 0));
        let kind = self.types.kind(own);
        if own == UNKNOWN {
            return Answer::Maybe;
        }
        if let Kind::Var(index) = kind
            && self.unknowns.sort(index) == Some(Sort::Any)
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
        if best == Answer::No && matches!(kind, Kind::Outside(..)) && self.world().is_std(trait_) {
            return Answer::Maybe;
        }
        best
    }

    fn candidates(&mut self, trait_: DefId, own: Ty) -> Args32 {
        match Head::of(&self.types, own) {
            Some(head) => self.t.impls_of(trait_, head).collect(),
            None => match self.types.kind(own) {
                Kind::Var(index) => {
                    let numbers: &[Ty] = match self.unknowns.sort(index) {
                        Some(Sort::Integer) => &[super::ty::I32],
                        Some(Sort::Float) => &[super::ty::F64],
                        _ => &[],
                    };
                    let mut found = Args32::new();
                    for ty in numbers {
                        if let Some(head) = Head::of(&self.types, *ty) {
                            found.extend(self.t.impls_of(trait_, head));
                        }
                    }
                    if found.is_empty() && self.unknowns.sort(index) == Some(Sort::Integer) {
                        // Not for `i32`, so for whichever integers there are.
                        for int in 6..18 {
                            found.extend(self.t.impls_of(trait_, Head::Prim(int)));
                        }
                        found.dedup();
                    }
                    found
                }
                _ => self.t.impls_of(trait_, Head::Other).collect(),
            },
        }
    }

    /// Whether bounds in scope, or promises of the type itself, say so. Unknowns are then set.
    fn relies_on(&mut self, trait_: DefId, args: List, own: Ty) -> bool {
        let env = self.env.clone();
        let promises = self.promises(own);
        for pred in env.iter().chain(promises.iter()) {
            if let Pred::Trait(found, known) = *pred
                && found == trait_
            {
                let first = self.types.element(known, 0);
                if self.types.flags(first) & PROJECTIONS == 0 && first != own && !self.could_be(first, own) {
                    continue;
                }
                if self.unify_args(known, args) {
                    return true;
                }
            }
        }
        false
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
    fn by_language(&mut self, trait_: DefId, own: Ty, args: List, depth: u32) -> Option<Answer> {
        let lang = &self.t.index.lang;
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
    fn try_impl(&mut self, number: u32, args: List, depth: u32) -> Option<(List, Answer)> {
        let t = self.t;
        let found = &t.impls[number as usize];
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
        let mut chosen: Option<(u32, Answer)> = None;
        let mut several = false;
        for number in self.candidates(trait_, own) {
            let mark = self.mark();
            let found = self.try_impl(number, args, depth);
            self.undo(mark);
            let Some((_, answer)) = found else { continue };
            match chosen {
                Some((_, Answer::Yes)) if answer < Answer::Yes => {}
                Some((_, Answer::Maybe)) if answer == Answer::Yes => chosen = Some((number, answer)),
                Some(_) => several = true,
                None => chosen = Some((number, answer)),
            }
        }
        let Some((number, _)) = chosen else { return Selected::None };
        if several && self.has_unknowns(args) {
            return Selected::Several;
        }
        match self.try_impl(number, args, depth) {
            Some((found, _)) => Selected::Impl(number, found),
            None => Selected::None,
        }
    }

    fn has_unknowns(&mut self, args: List) -> bool {
        let elements: Args = self.types.elements(args).into();
        elements.into_iter().any(|ty| {
            let ty = self.resolve(ty);
            self.types.flags(ty) & (super::ty::VARS | super::ty::UNKNOWNS) != 0
        })
    }

    /// The associated type of a type.
    pub(super) fn project(&mut self, assoc: DefId, args: List, depth: u32) -> Projected {
        if self.fuel == 0 || depth > DEEPEST {
            return Projected::Nothing;
        }
        self.fuel -= 1;
        let Some(trait_) = self.world().def(assoc).parent else { return Projected::Nothing };
        let own = self.shallow(self.types.element(args, 0));
        let kind = self.types.kind(own);
        match kind {
            Kind::Unknown => return Projected::Known(UNKNOWN),
            Kind::Var(index) if self.unknowns.sort(index) == Some(Sort::Any) => return Projected::Waits,
            _ => {}
        }
        let env = self.env.clone();
        let promises = self.promises(own);
        for pred in env.iter().chain(promises.iter()) {
            if let Pred::Equal(found, known, ty) = *pred
                && found == assoc
                && self.unify_args(known, args)
            {
                return Projected::Known(ty);
            }
        }
        let lang = &self.t.index.lang;
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
                let t = self.t;
                let impl_ = &t.impls[number as usize];
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
            let index = super::ty::number(index);
            match self.unknowns.sort(index) {
                Some(Sort::Integer) => self.unknowns.bind(index, super::ty::I32),
                Some(Sort::Float) => self.unknowns.bind(index, super::ty::F64),
                _ => {}
            }
        }
        self.settle();
    }
}

type Args32 = smallvec::SmallVec<[u32; 8]>;

pub(super) enum Selected {
    Impl(u32, List),
    Several,
    None,
}

enum Met {
    Yes,
    Waits(Option<Ty>),
}
