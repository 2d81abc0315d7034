//! Makes two types the same, and puts in associated types; in rustc: `rustc_infer/infer/relate`.

use super::infer_table::VarKind;
use super::lower::{Args, Pred};
use super::solve::{DEEPEST, Projected, Solver};
use super::ty::{Kind, List, PROJECTIONS, Ty, UNKNOWN};

impl Solver<'_> {
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

    pub(super) fn unify_inner(&mut self, a: Ty, b: Ty, depth: u32) -> bool {
        let (a, b) = (self.shallow(a), self.shallow(b));
        if a == b || a == UNKNOWN || b == UNKNOWN {
            return true;
        }
        if depth > 64 {
            self.closed.cut();
            return false;
        }
        match (self.types.kind(a), self.types.kind(b)) {
            (Kind::Var(x), Kind::Var(y)) => {
                let (of_x, of_y) = (self.table.var_kind(x), self.table.var_kind(y));
                match (of_x, of_y) {
                    (Some(VarKind::Any), _) => self.table.bind(x, b),
                    (_, Some(VarKind::Any)) => self.table.bind(y, a),
                    (x_kind, y_kind) if x_kind == y_kind => self.table.bind(x, b),
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

    pub(super) fn unify_unknown(&mut self, index: u32, ty: Ty) -> bool {
        let fits = match (self.table.var_kind(index), self.types.kind(ty)) {
            (Some(VarKind::Any), Kind::Projection(..)) => {
                let known = self.normalize(ty);
                self.table.bind(index, known);
                return true;
            }
            (Some(VarKind::Any), _) => {
                let fitting = self.table.fitting(&self.types, index, ty);
                fitting.into_iter().for_each(|ty| self.table.bind(index, ty));
                return fitting.is_some();
            }
            (Some(VarKind::Integer), Kind::Int(_)) | (Some(VarKind::Float), Kind::Float(_)) => true,
            _ => false,
        };
        if fits {
            self.table.bind(index, ty);
        }
        fits
    }

    pub(super) fn unify_projection(&mut self, projection: Ty, other: Ty, depth: u32) -> bool {
        let known = self.normalize(projection);
        if matches!(self.types.kind(known), Kind::Projection(..)) {
            return false;
        }
        self.unify_inner(known, other, depth + 1)
    }

    pub(super) fn unify_lists(&mut self, a: List, b: List, depth: u32) -> bool {
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

    pub(super) fn unify_args(&mut self, a: List, b: List) -> bool {
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

    pub(super) fn normalize_at(&mut self, ty: Ty, depth: u32) -> Ty {
        if self.types.flags(ty) & PROJECTIONS == 0 {
            return ty;
        }
        if depth > DEEPEST || self.fuel == 0 {
            self.closed.cut();
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
            Kind::Ref(mutability, inner) => Kind::Ref(mutability, self.normalize_at(inner, depth + 1)),
            Kind::Ptr(mutability, inner) => Kind::Ptr(mutability, self.normalize_at(inner, depth + 1)),
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
}
