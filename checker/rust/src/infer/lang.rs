//! Items of the standard library that the language itself uses.

use crate::read::BinaryOp;
use crate::resolve::{DefId, DefKind, Symbol, World};

macro_rules! lang { ($($field:ident: $path:expr;)*) => {
    /// Items of the standard library that the language itself uses.
    #[derive(Debug, Default)]
    pub(super) struct Lang {
        $(pub(super) $field: Option<DefId>,)*
        /// The name of what a function gives.
        pub(super) output: Option<Symbol>,
        markers: Vec<DefId>,
        /// Maps and sets that give their elements in the order of hashes, and what goes through them.
        hashed: Vec<DefId>,
        in_hash_order: Vec<DefId>,
    }
    impl Lang {
        pub(super) fn find(world: &World<'_>) -> Self {
            let find = |path: &[&str]| {
                let mut at = world.crates[world.std].root;
                for name in path {
                    let symbol = world.symbols.find(name)?;
                    at = *world.children(at).iter().find(|id| {
                        let def = world.def(**id);
                        def.name == symbol && def.kind != DefKind::MacroRules && def.kind != DefKind::Impl
                    })?;
                }
                Some(at)
            };
            Self {
                $($field: find(&$path),)*
                output: world.symbols.find("Output"),
                markers: [
                    ["marker", "Send"], ["marker", "Sync"], ["marker", "Sized"], ["marker", "Unpin"],
                    ["panic", "UnwindSafe"], ["panic", "RefUnwindSafe"], ["marker", "Copy"],
                ].iter().filter_map(|path| find(path)).collect(),
                hashed: [["hash_map", "HashMap"], ["hash_set", "HashSet"]]
                    .iter().filter_map(|[module, name]| find(&["collections", module, name])).collect(),
                in_hash_order: [
                    ["hash_map", "Iter"], ["hash_map", "IterMut"], ["hash_map", "IntoIter"], ["hash_map", "Keys"],
                    ["hash_map", "Values"], ["hash_map", "ValuesMut"], ["hash_map", "IntoKeys"],
                    ["hash_map", "IntoValues"], ["hash_set", "Iter"], ["hash_set", "IntoIter"],
                ].iter().filter_map(|[module, name]| find(&["collections", module, name])).collect(),
            }
        }
    }
} }

lang! {
    option: ["option", "Option"];
    result: ["result", "Result"];
    boxed: ["boxed", "Box"];
    pin: ["pin", "Pin"];
    vec: ["vec", "Vec"];
    string: ["string", "String"];
    poll: ["task", "Poll"];
    control_flow: ["ops", "ControlFlow"];
    arguments: ["fmt", "Arguments"];
    local_key: ["thread", "LocalKey"];
    range: ["ops", "Range"];
    range_from: ["ops", "RangeFrom"];
    range_to: ["ops", "RangeTo"];
    range_full: ["ops", "RangeFull"];
    range_inclusive: ["ops", "RangeInclusive"];
    range_to_inclusive: ["ops", "RangeToInclusive"];
    deref: ["ops", "Deref"];
    deref_target: ["ops", "Deref", "Target"];
    index: ["ops", "Index"];
    index_output: ["ops", "Index", "Output"];
    add_assign: ["ops", "AddAssign"];
    sub_assign: ["ops", "SubAssign"];
    mul_assign: ["ops", "MulAssign"];
    div_assign: ["ops", "DivAssign"];
    rem_assign: ["ops", "RemAssign"];
    bit_and_assign: ["ops", "BitAndAssign"];
    bit_or_assign: ["ops", "BitOrAssign"];
    bit_xor_assign: ["ops", "BitXorAssign"];
    shl_assign: ["ops", "ShlAssign"];
    shr_assign: ["ops", "ShrAssign"];
    fn_once: ["ops", "FnOnce"];
    fn_output: ["ops", "FnOnce", "Output"];
    fn_mut: ["ops", "FnMut"];
    fn_: ["ops", "Fn"];
    async_fn_once: ["ops", "AsyncFnOnce"];
    async_fn_output: ["ops", "AsyncFnOnce", "Output"];
    async_fn_mut: ["ops", "AsyncFnMut"];
    async_fn: ["ops", "AsyncFn"];
    iter: ["iter"];
    flat_map: ["iter", "FlatMap"];
    into_iterator_item: ["iter", "IntoIterator", "Item"];
    future: ["future", "Future"];
    future_output: ["future", "Future", "Output"];
    into_future_output: ["future", "IntoFuture", "Output"];
    clone: ["clone", "Clone"];
    copy: ["marker", "Copy"];
    default: ["default", "Default"];
    debug: ["fmt", "Debug"];
    display: ["fmt", "Display"];
    error: ["error", "Error"];
    partial_eq: ["cmp", "PartialEq"];
    eq: ["cmp", "Eq"];
    partial_ord: ["cmp", "PartialOrd"];
    ord: ["cmp", "Ord"];
    hash: ["hash", "Hash"];
    add: ["ops", "Add"];
    sub: ["ops", "Sub"];
    mul: ["ops", "Mul"];
    div: ["ops", "Div"];
    rem: ["ops", "Rem"];
    bit_and: ["ops", "BitAnd"];
    bit_or: ["ops", "BitOr"];
    bit_xor: ["ops", "BitXor"];
    shl: ["ops", "Shl"];
    shr: ["ops", "Shr"];
    neg: ["ops", "Neg"];
    not: ["ops", "Not"];
}

impl Lang {
    /// The trait of a binary operator.
    pub(super) fn of_operator(&self, op: BinaryOp, assigns: bool) -> Option<DefId> {
        let of = |plain, assigning| if assigns { assigning } else { plain };
        match op {
            BinaryOp::Add => of(self.add, self.add_assign),
            BinaryOp::Sub => of(self.sub, self.sub_assign),
            BinaryOp::Mul => of(self.mul, self.mul_assign),
            BinaryOp::Div => of(self.div, self.div_assign),
            BinaryOp::Rem => of(self.rem, self.rem_assign),
            BinaryOp::BitAnd => of(self.bit_and, self.bit_and_assign),
            BinaryOp::BitOr => of(self.bit_or, self.bit_or_assign),
            BinaryOp::BitXor => of(self.bit_xor, self.bit_xor_assign),
            BinaryOp::Shl => of(self.shl, self.shl_assign),
            BinaryOp::Shr => of(self.shr, self.shr_assign),
            BinaryOp::Eq | BinaryOp::Ne => self.partial_eq,
            BinaryOp::Lt | BinaryOp::Le | BinaryOp::Gt | BinaryOp::Ge => self.partial_ord,
            BinaryOp::And | BinaryOp::Or => None,
        }
    }

    /// A trait without methods that types have without saying so.
    pub(super) fn is_marker(&self, id: DefId) -> bool {
        self.markers.contains(&id)
    }

    /// A map or a set that goes by hashes.
    pub(super) fn is_hashed(&self, id: DefId) -> bool {
        self.hashed.contains(&id)
    }

    /// An iterator of one.
    pub(super) fn gives_hash_order(&self, id: DefId) -> bool {
        self.in_hash_order.contains(&id)
    }

    pub(super) fn is_fn_trait(&self, id: DefId) -> bool {
        let id = Some(id);
        id == self.fn_ || id == self.fn_mut || id == self.fn_once
    }

    pub(super) fn is_async_fn_trait(&self, id: DefId) -> bool {
        let id = Some(id);
        id == self.async_fn || id == self.async_fn_mut || id == self.async_fn_once
    }
}
