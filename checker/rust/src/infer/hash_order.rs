//! Where the order in which a `HashMap` or a `HashSet` gives its elements decides something. It is another one in
//! each process.
//!
//! The type of an iterator says what it goes through: `Map<Keys<K, V>, F>`. What takes its elements one by one, or
//! puts them where they keep an order, is told by a reference to that iterator; what counts, adds up, compares
//! or fills another map is not. What is sorted afterwards, in the same body, is not told either.

use super::callee::MethodCall;
use super::context::InferenceContext;
use super::emit::Mention;
use super::lower::Args;
use super::ty::{Kind, Ty};
use crate::read::{Expr, ExprId, Mutability, Name};
use crate::resolve::DefId;
use crate::resolve::reference::Role;

/// Methods of iterators whose result depends on the order, whatever they give.
#[rustfmt::skip]
const TAKING: [&str; 32] = [
    "next", "next_back", "last", "nth", "nth_back", "position", "rposition", "enumerate", "take", "skip", "step_by",
    "zip", "scan", "take_while", "skip_while", "map_while", "next_chunk", "array_chunks", "map_windows", "cmp",
    "partial_cmp", "eq", "ne", "lt", "join", "tuple_windows", "tuples", "chunks",
    "peek", "peek_mut", "next_if", "next_if_eq",
];

/// Those that depend on it if what they give keeps an order.
const KEEPING: [&str; 8] =
    ["collect", "collect_vec", "partition", "unzip", "fold", "rfold", "try_fold", "reduce"];

/// Those that run a closure for each element.
const EACH: [&str; 2] = ["for_each", "try_for_each"];

/// Methods by which something is put behind what is there.
const ADDING: [&str; 8] =
    ["push", "push_back", "push_front", "push_str", "extend", "append", "extend_from_slice", "write_str"];

/// Types that keep the order in which they are filled, by name: of the standard library and of stand-ins.
#[rustfmt::skip]
const ORDERED: [&str; 9] = [
    "Vec", "VecDeque", "LinkedList", "String", "IndexMap", "IndexSet", "SmallVec", "ArrayVec", "TinyVec",
];

/// Types that have the same order as what they hold.
const AROUND: [&str; 6] = ["Option", "Result", "Box", "Rc", "Arc", "Cow"];

/// What a body has done so far with elements in such an order.
#[derive(Default)]
pub(super) struct HashOrder {
    found: Vec<Taken>,
    loops: Vec<Each>,
    /// Local variables that are sorted.
    sorted: Vec<Name>,
    /// Local variables that the calls at hand, in a loop, may fill: the innermost call's last.
    lent: Vec<Name>,
}

/// A place that takes elements in their order.
struct Taken {
    mention: Mention,
    /// The iterator, or the map itself.
    of: DefId,
    /// What it gives, where that decides.
    gives: Option<Ty>,
    /// The local variable that has them afterwards.
    kept_in: Option<Name>,
}

/// A loop over elements in such an order.
#[derive(Clone, Copy)]
struct Each {
    mention: Mention,
    of: DefId,
    /// So many local variables were there before it.
    before: usize,
}

impl InferenceContext<'_, '_> {
    /// A method that is called, with what its receiver and its result say of an order.
    pub(super) fn ordered_method(
        &mut self,
        (receiver, base): (ExprId, Ty),
        call: MethodCall,
        expected: Option<Ty>,
    ) -> Ty {
        let base = self.known(base);
        let (name, mention) = (self.text(call.name), Mention::dot(call.name, call.at, Role::Order));
        let of = self.hash_order(base, false);
        let each = of.filter(|_| EACH.contains(&name));
        let before = self.locals.len();
        self.order.loops.extend(each.map(|of| Each { mention, of, before }));
        let output = self.method(base, call, expected);
        if each.is_some() {
            self.order.loops.pop();
        }
        if matches!(name, "is_some" | "is_none") {
            self.only_asked(receiver);
        }
        if !self.order.found.is_empty() && name.starts_with("sort") {
            self.order.sorted.extend(self.root(receiver));
        }
        match of {
            Some(of) if TAKING.contains(&name) => {
                self.taken(Taken { mention, of, gives: None, kept_in: None })
            }
            Some(of) if KEEPING.contains(&name) => {
                self.taken(Taken { mention, of, gives: Some(output), kept_in: None });
            }
            None if ADDING.contains(&name) && self.keeps_order(base, 0) => {
                let kept_in = self.root(receiver);
                if !self.order.loops.is_empty() {
                    self.added_to(kept_in);
                }
                if let ("extend", Some(of)) = (name, self.hash_order(self.last_argument, true)) {
                    self.taken(Taken { mention, of, gives: None, kept_in });
                }
            }
            _ => {}
        }
        output
    }

    /// `map.keys().next().is_some()` says no more than whether there is one.
    fn only_asked(&mut self, receiver: ExprId) {
        const ONE: [&str; 6] = ["next", "next_back", "last", "nth", "nth_back", "peek"];
        let Expr::MethodCall { name, at, .. } = self.expr_at(receiver) else { return };
        if ONE.contains(&self.text(name)) {
            self.order.found.pop_if(|taken| taken.mention.at == at);
        }
    }

    /// `Vec::from_iter(…)`.
    pub(super) fn ordered_call(&mut self, callee: ExprId, output: Ty) {
        let Some((name, at)) = self.last_name(callee) else { return };
        if self.text(name) == "from_iter"
            && let Some(of) = self.hash_order(self.last_argument, true)
        {
            let mention = Mention::path(name, at, Role::Order);
            self.taken(Taken { mention, of, gives: Some(output), kept_in: None });
        }
    }

    /// A `for` begins, over a value of this type.
    pub(super) fn loop_begins(&mut self, iter: ExprId, ty: Ty) -> bool {
        let named = self.last_name(iter);
        let each = named.and_then(|(name, at)| {
            let of = self.hash_order(ty, true)?;
            Some(Each { mention: Mention::dot(name, at, Role::Order), of, before: self.locals.len() })
        });
        self.order.loops.extend(each);
        each.is_some()
    }

    pub(super) fn loop_ends(&mut self) {
        self.order.loops.pop();
    }

    /// Something is put behind what is there, or done in a certain order: whichever loop is around it decides,
    /// unless what is added to is the loop's own.
    pub(super) fn added_to(&mut self, kept_in: Option<Name>) {
        let bound = kept_in.and_then(|name| self.locals.position(name));
        for index in 0..self.order.loops.len() {
            let Each { mention, of, before } = self.order.loops[index];
            if bound.is_none_or(|bound| bound < before) {
                self.taken(Taken { mention, of, gives: None, kept_in });
            }
        }
    }

    /// The same for a macro that writes, or an operator: by the expression that is written to.
    pub(super) fn written_to(&mut self, what: Option<ExprId>) {
        if !self.order.loops.is_empty() {
            let kept_in = what.and_then(|what| self.root(what));
            self.added_to(kept_in);
        }
    }

    /// An argument of this type, where that one is wanted: `&mut all` lets the function put things behind what is
    /// there, and `&mut [_]` does not.
    pub(super) fn lends(&mut self, arg: ExprId, ty: Ty, wanted: Ty) {
        if !self.order.loops.is_empty()
            && let Kind::Ref(Mutability::Mut, filled) = self.solver.kind(ty)
            && matches!(self.solver.kind(filled), Kind::Adt(..))
            && self.keeps_order(filled, 0)
            && !matches!(self.solver.kind(wanted), Kind::Ref(_, inner) if matches!(self.solver.kind(inner), Kind::Slice(_) | Kind::Str))
        {
            let root = self.root(arg);
            self.order.lent.extend(root);
        }
    }

    /// How many variables are lent by now.
    pub(super) fn lent(&self) -> usize {
        self.order.lent.len()
    }

    /// A function was called with what was lent since then. Those of the standard library that fill something are
    /// known by their names.
    pub(super) fn filled_by(&mut self, function: Ty, since: usize) {
        let is_std = matches!(self.solver.kind(function), Kind::FnDef(def, _) if self.world().is_std(def));
        for name in self.order.lent.split_off(since) {
            if !is_std {
                self.added_to(Some(name));
            }
        }
    }

    fn taken(&mut self, taken: Taken) {
        self.order.found.push(taken);
    }

    /// How many places were found by now.
    pub(super) fn places_in_order(&self) -> usize {
        self.order.found.len()
    }

    /// What was found since then stands in this variable now. Sorting does not change which ones `take` took.
    pub(super) fn kept_in(&mut self, since: usize, variable: Option<Name>) {
        for taken in self.order.found.iter_mut().skip(since).filter(|taken| taken.gives.is_some()) {
            taken.kept_in = taken.kept_in.or(variable);
        }
    }

    /// Writes down what is found, when all types are known.
    pub(super) fn tell_order(&mut self) {
        let HashOrder { found, sorted, .. } = std::mem::take(&mut self.order);
        let mut told = Vec::new();
        for Taken { mention, of, gives, kept_in } in found {
            let is_sorted = kept_in.is_some_and(|name| sorted.contains(&name));
            let is_kept = gives.is_none_or(|ty| self.keeps_order(ty, 0));
            if !is_sorted && is_kept && !told.contains(&mention.at) {
                told.push(mention.at);
                self.emit.order(of, mention);
            }
        }
    }

    /// The iterator of a hash map or set that a type goes through, if it does; `also_itself` for what becomes an
    /// iterator where it stands.
    fn hash_order(&self, ty: Ty, also_itself: bool) -> Option<DefId> {
        let (mut left, mut at) = (Args::new(), ty);
        loop {
            match self.solver.kind(at) {
                Kind::Ref(_, inner) => left.push(inner),
                Kind::Adt(def, list) => {
                    let lang = &self.solver.tables.index.lang;
                    if lang.gives_hash_order(def) || (also_itself && lang.is_hashed(def)) {
                        return Some(def);
                    }
                    if Some(def) == lang.flat_map
                        && let Some(of) = self.hash_order(self.solver.types.element(list, 1), true)
                    {
                        return Some(of);
                    }
                    if self.world().def(def).parent == lang.iter {
                        left.extend_from_slice(self.solver.types.elements(list));
                    }
                }
                _ => {}
            }
            at = left.pop()?;
        }
    }

    /// Whether a value of this type has the order in which it was filled.
    fn keeps_order(&self, ty: Ty, depth: usize) -> bool {
        const DEEPEST: usize = 8;
        if depth > DEEPEST {
            return false;
        }
        match self.solver.kind(ty) {
            Kind::Ref(_, inner) => self.keeps_order(inner, depth + 1),
            Kind::Slice(_) | Kind::Array(_) | Kind::Str => true,
            Kind::Tuple(list) => {
                self.solver.types.elements(list).iter().any(|part| self.keeps_order(*part, depth + 1))
            }
            Kind::Adt(def, list) if self.world().is_std(def) => {
                let name = self.world().text(self.world().def(def).name);
                ORDERED.contains(&name)
                    || AROUND.contains(&name)
                        && self.keeps_order(self.solver.types.element(list, 0), depth + 1)
            }
            _ => false,
        }
    }

    /// Whether it is a `String`.
    pub(super) fn is_string(&self, ty: Ty) -> bool {
        matches!(self.solver.kind(ty), Kind::Adt(def, _) if Some(def) == self.solver.tables.index.lang.string)
    }

    /// The local variable in which something stands: `order` of `order.lines.push(…)`.
    pub(super) fn root(&self, mut of: ExprId) -> Option<Name> {
        loop {
            of = match self.expr_at(of) {
                Expr::MethodCall { receiver, .. } => receiver,
                Expr::Field { base, .. } | Expr::Index { base, .. } => base,
                Expr::Ref { expr, .. } | Expr::Unary { expr, .. } => expr,
                Expr::Try(inner) | Expr::Await(inner) => inner,
                Expr::Path(path) => match self.segments(path) {
                    [only] => return Some(only.name),
                    _ => return None,
                },
                _ => return None,
            }
        }
    }

    /// The last name of an expression, and where it stands.
    fn last_name(&self, mut of: ExprId) -> Option<(Name, u32)> {
        loop {
            of = match self.expr_at(of) {
                Expr::MethodCall { name, at, .. } | Expr::Field { name, at, .. } => return Some((name, at)),
                Expr::Path(path) => return self.segments(path).last().map(|last| (last.name, last.at)),
                Expr::Ref { expr, .. } | Expr::Unary { expr, .. } => expr,
                Expr::Try(inner) | Expr::Await(inner) => inner,
                Expr::Index { base, .. } => base,
                _ => return None,
            }
        }
    }
}
