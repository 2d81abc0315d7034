//! What signatures say, worked out once: types of fields and functions, impls, traits.
//!
//! Long because each table is filled in the same walk over all definitions.

use super::index::Index;
use super::lower::{Args, Holes, Lower, Pred};
use super::reach::Reach;
use super::ty::{Kind, List, Ty, Types, UNIT, UNKNOWN};
use crate::arena::{Arena, Idx, IdxRange, to_u32};
use crate::read::{FileId, Function, Generics, ItemKind, Mutability, Namespace, Receiver};
use crate::resolve::{Def, DefId, DefKind, Named, OutsideId, Symbol, Target, World};
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::RwLock;

/// Everything the inference of bodies looks up.
#[derive(Debug)]
pub(crate) struct Tables<'w> {
    pub(super) index: Index<'w>,
    pub(super) types: Types<'static>,
    meanings: FxHashMap<DefId, Ty>,
    /// By definition: the type of a field, constant, static.
    value_types: Arena<Def, Ty>,
    signatures: Arena<Signature>,
    /// By definition, into `signatures`.
    signature_of: Arena<Def, Option<Idx<Signature>>>,
    pub(super) preds: Arena<Pred>,
    /// By definition, into `preds`: what an item's own generics demand.
    pub(super) preds_of: Arena<Def, IdxRange<Pred>>,
    /// By function: of the `impl Trait`s in its result.
    opaque_bounds: FxHashMap<(DefId, u32), Vec<Pred>>,
    /// What an associated type is declared to be, with `Self` the projection.
    assoc_bounds: FxHashMap<DefId, Vec<Pred>>,
    pub(super) impls: Arena<Impl>,
    pub(super) inherent: FxHashMap<(Head, Symbol), Vec<(ImplId, DefId)>>,
    /// What our types have of traits from outside.
    pub(super) of_outside: FxHashMap<(Head, Symbol), Vec<(ImplId, DefId)>>,
    pub(super) by_trait: FxHashMap<(DefId, Head), Vec<ImplId>>,
    pub(super) blanket: FxHashMap<DefId, Vec<ImplId>>,
    pub(super) reach: Reach,
    pub(super) trait_items: FxHashMap<Symbol, Vec<DefId>>,
    /// Methods of traits of ours that a type which is not ours has itself: its impl calls them.
    pub(super) hidden_by_own: FxHashSet<(Head, DefId)>,
    /// Macros whose definitions say less than what came out of their calls.
    pub(super) carried_out: FxHashSet<(FileId, Symbol)>,
    /// Names that some type has by itself.
    pub(super) inherent_names: FxHashSet<Symbol>,
    /// Names that a pattern can mean instead of binding them.
    pub(super) pattern_names: FxHashSet<Symbol>,
    /// What our own macros give, as far as somebody asked.
    pub(super) macro_results: RwLock<FxHashMap<DefId, Ty>>,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Signature {
    /// `self` first, if there is one.
    pub(super) inputs: List,
    pub(super) output: Ty,
    pub(super) has_self: bool,
    /// All parameters: parents', own, and one for each `impl Trait` argument.
    pub(super) params: u32,
    /// How many own ones are written.
    pub(super) own: u32,
}

/// Index into [`Tables::impls`].
pub(super) type ImplId = Idx<Impl>;

#[derive(Debug)]
pub(super) struct Impl {
    /// The impl, or the type whose derive it is.
    pub(super) def: DefId,
    pub(super) derived: bool,
    /// Of a trait from outside, of which nothing else is known.
    pub(super) of_outside: bool,
    pub(super) enabled: bool,
    pub(super) params: u32,
    pub(super) self_ty: Ty,
    pub(super) trait_: Option<(DefId, List)>,
    pub(super) preds: Vec<Pred>,
    /// The trait's associated types.
    pub(super) assoc: Vec<(DefId, Ty)>,
}

/// What a type is at its outside, for looking up impls.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) enum Head {
    Adt(DefId),
    Outside(OutsideId),
    Prim(u8),
    Ref,
    Ptr,
    Slice,
    Array,
    Tuple(u32),
    Fn,
    Dyn(DefId),
    Other,
}

impl Head {
    /// `None` for what any impl may fit.
    pub(super) fn of(types: &Types<'_>, ty: Ty) -> Option<Self> {
        Some(match types.kind(ty) {
            Kind::Unknown | Kind::Var(_) | Kind::Param(_) | Kind::Projection(..) | Kind::Opaque(..) => {
                return None;
            }
            Kind::Adt(id, _) => Self::Adt(id),
            Kind::Outside(id, _) => Self::Outside(id),
            Kind::Never => Self::Prim(0),
            Kind::Bool => Self::Prim(1),
            Kind::Char => Self::Prim(2),
            Kind::Str => Self::Prim(3),
            Kind::Float(float) => Self::Prim(4 + float as u8),
            Kind::Int(int) => Self::Prim(6 + int as u8),
            Kind::Ref(..) => Self::Ref,
            Kind::Ptr(..) => Self::Ptr,
            Kind::Slice(_) => Self::Slice,
            Kind::Array(_) => Self::Array,
            Kind::Tuple(list) => Self::Tuple(to_u32(types.elements(list).len())),
            Kind::FnPtr(_) => Self::Fn,
            Kind::Dyn(id, _) => Self::Dyn(id),
            Kind::FnDef(..) | Kind::Closure(_) | Kind::Async(_) | Kind::Bind(..) => Self::Other,
        })
    }
}

impl<'w> Tables<'w> {
    /// Reads all signatures of a world.
    pub(crate) fn new(world: &'w World<'w>) -> Self {
        let mut tables = Self {
            index: Index::new(world),
            types: Types::new(),
            meanings: FxHashMap::default(),
            value_types: vec![UNKNOWN; world.defs.len()].into(),
            signatures: Arena::new(),
            signature_of: vec![None; world.defs.len()].into(),
            preds: Arena::new(),
            preds_of: vec![IdxRange::default(); world.defs.len()].into(),
            opaque_bounds: FxHashMap::default(),
            assoc_bounds: FxHashMap::default(),
            impls: Arena::new(),
            inherent: FxHashMap::default(),
            of_outside: FxHashMap::default(),
            by_trait: FxHashMap::default(),
            blanket: FxHashMap::default(),
            reach: Reach::new(&world.workspace.packages),
            trait_items: FxHashMap::default(),
            hidden_by_own: FxHashSet::default(),
            carried_out: super::impls::carried_out(world),
            inherent_names: FxHashSet::default(),
            pattern_names: FxHashSet::default(),
            macro_results: RwLock::default(),
        };
        for id in world.defs.ids() {
            tables.definition(id);
        }
        tables.register_impls();
        tables.renamed_in_patterns();
        tables
    }

    /// The workspace.
    pub(crate) fn world(&self) -> &'w World<'w> {
        self.index.world
    }

    pub(super) fn meaning_of(&self, id: DefId) -> Option<Ty> {
        self.meanings.get(&id).copied()
    }

    pub(super) fn value_type(&self, id: DefId) -> Ty {
        self.value_types[id]
    }

    pub(super) fn signature(&self, id: DefId) -> Option<&Signature> {
        self.signature_of[id].map(|signature| &self.signatures[signature])
    }

    pub(super) fn preds(&self, id: DefId) -> &[Pred] {
        &self.preds[self.preds_of[id]]
    }

    pub(super) fn opaque_bounds(&self, id: DefId, index: u32) -> &[Pred] {
        self.opaque_bounds.get(&(id, index)).map_or(&[], Vec::as_slice)
    }

    pub(super) fn assoc_bounds(&self, id: DefId) -> &[Pred] {
        self.assoc_bounds.get(&id).map_or(&[], Vec::as_slice)
    }

    pub(super) fn inherent(&self, head: Head, name: Symbol) -> &[(ImplId, DefId)] {
        self.inherent.get(&(head, name)).map_or(&[], Vec::as_slice)
    }

    pub(super) fn of_outside(&self, head: Head, name: Symbol) -> &[(ImplId, DefId)] {
        self.of_outside.get(&(head, name)).map_or(&[], Vec::as_slice)
    }

    /// The only method of this name: of a trait in whose scope the call stands, and of no type and
    /// no other trait; of its only impl, if it has only one, and that is for a type from outside. Of a
    /// type of ours it would be known what it is.
    pub(super) fn by_name_alone(&self, name: Symbol, in_scope: impl Fn(DefId) -> bool) -> Option<DefId> {
        let world = self.index.world;
        let [item] = self.trait_items.get(&name)?.as_slice() else { return None };
        let trait_ = world.def(*item).parent?;
        let method = self.signature(*item).is_some_and(|signature| signature.has_self);
        if !method || world.is_std(trait_) || self.inherent_names.contains(&name) || !in_scope(trait_) {
            return None;
        }
        let mut impls = self.impls.iter().filter(|found| found.trait_.is_some_and(|(of, _)| of == trait_));
        match (impls.next(), impls.next()) {
            (Some(only), None) if !only.derived && !self.is_for_ours(only) => {
                // What the impl does not write itself is the trait's.
                let found = self.index.child(only.def, name, DefKind::Function).unwrap_or(*item);
                let calls_its_name = matches!(
                    world.item(found).map(|item| &item.kind),
                    Some(ItemKind::Function(function)) if function.calls_its_name
                );
                (!calls_its_name).then_some(found)
            }
            _ => None,
        }
    }

    /// Whether an impl is for a type of ours, behind whatever points to it, or for all that have a
    /// trait of ours.
    fn is_for_ours(&self, impl_: &Impl) -> bool {
        let world = self.index.world;
        let lang = &self.index.lang;
        let mut ty = impl_.self_ty;
        loop {
            match self.types.kind(ty) {
                Kind::Ref(_, inner) | Kind::Ptr(_, inner) => ty = inner,
                Kind::Adt(def, list)
                    if world.is_std(def)
                        && lang.deref.is_some_and(|deref| self.has_impl(deref, Head::Adt(def))) =>
                {
                    match self.types.elements(list).first() {
                        Some(inner) => ty = *inner,
                        None => return false,
                    }
                }
                Kind::Adt(def, _) | Kind::Dyn(def, _) => return !world.is_std(def),
                Kind::Param(_) => {
                    return impl_.preds.iter().any(|pred| {
                        let (Pred::Trait(trait_, args) | Pred::Equal(trait_, args, _)) = *pred;
                        self.types.element(args, 0) == ty && !world.is_std(trait_)
                    });
                }
                _ => return false,
            }
        }
    }

    /// The impls of a trait that may fit a type with this outside.
    pub(super) fn impls_of(&self, trait_: DefId, head: Head) -> impl Iterator<Item = ImplId> + '_ {
        let exact = self.by_trait.get(&(trait_, head)).into_iter().flatten();
        exact.chain(self.blanket.get(&trait_).into_iter().flatten()).copied()
    }

    pub(super) fn has_impl(&self, trait_: DefId, head: Head) -> bool {
        self.by_trait.contains_key(&(trait_, head))
    }

    /// A constant or variant may be imported under another name.
    fn renamed_in_patterns(&mut self) {
        let world = self.index.world;
        for instance in &world.instances {
            let leaves = world.summary(instance.file).uses.iter().filter(|leaf| leaf.alias_at.is_some());
            self.pattern_names.extend(leaves.map(|leaf| world.symbol(instance.file, leaf.name)));
        }
    }

    fn definition(&mut self, id: DefId) {
        let world = self.index.world;
        let def = world.def(id);
        if let Some(field) = def.field {
            let field = &world.summary(def.file).fields[field];
            let Some(parent) = def.parent else { return };
            let ty = self.lower(parent, |lower| lower.ty(field.ty));
            self.value_types[id] = ty;
            return;
        }
        let Some(item) = world.item(id) else { return };
        match &item.kind {
            ItemKind::Function(function) if def.kind == DefKind::Function => self.function(id, function),
            ItemKind::Struct { generics, shape, .. } => {
                self.generics(id, generics);
                if *shape == crate::read::Shape::Unit {
                    self.pattern_names.insert(def.name);
                }
                self.derives(id, item);
            }
            ItemKind::Union { generics, .. } | ItemKind::Enum { generics } => {
                self.generics(id, generics);
                self.derives(id, item);
            }
            ItemKind::Variant { .. } => {
                self.pattern_names.insert(def.name);
            }
            ItemKind::Const { ty, .. } | ItemKind::Static { ty, .. } => {
                self.pattern_names.insert(def.name);
                if let Some(ty) = *ty {
                    self.value_types[id] = self.lower(id, |lower| lower.ty(ty));
                }
            }
            ItemKind::Trait { generics, bounds } => {
                self.generics(id, generics);
                let bounds = *bounds;
                let own = self.preds_of[id];
                let supers = self.lower(id, |lower| {
                    let own = lower.types.intern(Kind::Param(0));
                    let mut preds = Vec::new();
                    lower.bounds(own, bounds, &mut preds);
                    preds
                });
                self.preds.extend(supers);
                self.preds_of[id] = self.preds.since(own.start());
                for child in world.children(id) {
                    if matches!(world.def(*child).kind, DefKind::Function | DefKind::Const) {
                        self.trait_items.entry(world.def(*child).name).or_default().push(*child);
                    }
                }
            }
            ItemKind::TypeAlias { bounds, .. } => {
                self.lower(id, |lower| lower.meaning(id));
                if def.parent.is_some_and(|parent| world.def(parent).kind == DefKind::Trait)
                    && !bounds.is_empty()
                {
                    let bounds = *bounds;
                    let preds = self.lower(id, |lower| {
                        let parent = world.def(id).parent.unwrap_or(id);
                        let args = lower.index.identity(parent, lower.types);
                        let args = lower.types.list(&args);
                        let own = lower.types.intern(Kind::Projection(id, args));
                        let mut preds = Vec::new();
                        lower.bounds(own, bounds, &mut preds);
                        preds
                    });
                    self.assoc_bounds.insert(id, preds);
                }
            }
            ItemKind::Impl { generics, trait_, negative: false, .. } => {
                self.generics(id, generics);
                self.written_impl(id, *trait_);
            }
            _ => {}
        }
    }

    pub(super) fn lower<R>(
        &mut self,
        scope: DefId,
        work: impl FnOnce(&mut Lower<'_, 'static, Closed<'_>>) -> R,
    ) -> R {
        let site = self.index.world.site(scope);
        let mut closed = Closed { meanings: &mut self.meanings, arguments: None, first: 0 };
        work(&mut Lower::new(&self.index, &mut self.types, &mut closed, site))
    }

    fn generics(&mut self, id: DefId, generics: &Generics) {
        let before = self.index.before(id);
        let preds = self.lower(id, |lower| {
            let mut preds = Vec::new();
            demands(lower, generics, before, &mut preds);
            preds
        });
        let start = self.preds.next();
        self.preds.extend(preds);
        self.preds_of[id] = self.preds.since(start);
    }

    fn function(&mut self, id: DefId, function: &Function) {
        let world = self.index.world;
        let before = self.index.before(id);
        let own = to_u32(function.generics.params.len());
        let site = world.site(id);
        let mut closed = Closed { meanings: &mut self.meanings, arguments: Some(0), first: before + own };
        let mut preds = Vec::new();
        let mut lower = Lower::new(&self.index, &mut self.types, &mut closed, site);
        demands(&mut lower, &function.generics, before, &mut preds);
        let mut inputs = Args::new();
        if let Some(receiver) = function.receiver {
            let own = world.self_type(id).map_or(UNKNOWN, |owner| lower.self_type(owner));
            inputs.push(match receiver {
                Receiver::Value => own,
                Receiver::Ref => lower.types.reference(Mutability::Shared, own),
                Receiver::RefMut => lower.types.reference(Mutability::Mut, own),
                Receiver::Typed(ty) => lower.ty(ty),
            });
        }
        for param in &function.params {
            let ty = lower.ty(*param);
            inputs.push(ty);
        }
        preds.append(&mut lower.opaque_bounds);
        lower.holes.arguments = lower.holes.arguments.map(|count| count | COUNTED);
        lower.opaque = Some((id, 0));
        let mut output = function.ret.map_or(UNIT, |ret| lower.ty(ret));
        let bounds = std::mem::take(&mut lower.opaque_bounds);
        if function.is_async {
            output = lower.types.intern(Kind::Async(output));
        }
        let implicit = closed.arguments.unwrap_or(0) & !COUNTED;
        let start = self.preds.next();
        self.preds.extend(preds);
        self.preds_of[id] = self.preds.since(start);
        for pred in bounds {
            let (Pred::Trait(_, args) | Pred::Equal(_, args, _)) = pred;
            if let Kind::Opaque(owner, index, _) = self.types.kind(self.types.element(args, 0)) {
                self.opaque_bounds.entry((owner, index)).or_default().push(pred);
            }
        }
        let inputs = self.types.list(&inputs);
        let signature = self.signatures.alloc(Signature {
            inputs,
            output,
            has_self: function.receiver.is_some(),
            params: before + own + implicit,
            own,
        });
        self.signature_of[id] = Some(signature);
    }
}

/// What generics demand of their parameters.
fn demands(
    lower: &mut Lower<'_, 'static, Closed<'_>>,
    generics: &Generics,
    before: u32,
    preds: &mut Vec<Pred>,
) {
    for (index, param) in generics.params.iter().enumerate() {
        let ty = lower.types.intern(Kind::Param(before + to_u32(index)));
        lower.bounds(ty, param.bounds, preds);
    }
    for clause in &generics.wheres {
        let ty = lower.ty(clause.ty);
        lower.bounds(ty, clause.bounds, preds);
    }
}

const COUNTED: u32 = 1 << 31;

/// In signatures nothing is left to be found out.
pub(super) struct Closed<'m> {
    meanings: &'m mut FxHashMap<DefId, Ty>,
    /// How many `impl Trait` stood in the parameters so far; none where they can not stand.
    arguments: Option<u32>,
    first: u32,
}

impl Holes for Closed<'_> {
    const CLOSED: bool = true;

    fn hole(&mut self, _: &mut Types<'_>) -> Ty {
        UNKNOWN
    }

    fn meaning(&self, def: DefId) -> Option<Ty> {
        self.meanings.get(&def).copied()
    }

    fn set_meaning(&mut self, def: DefId, ty: Ty) {
        self.meanings.insert(def, ty);
    }

    fn argument(&mut self, types: &mut Types<'_>) -> Option<Ty> {
        let count = self.arguments.filter(|count| count & COUNTED == 0)?;
        self.arguments = Some(count + 1);
        Some(types.intern(Kind::Param(self.first + count)))
    }
}

impl Tables<'_> {
    /// What a name in a pattern means, if it is no binding.
    pub(super) fn pattern_constant(
        &self,
        scope: DefId,
        file: crate::read::FileId,
        name: crate::read::Name,
    ) -> Option<DefId> {
        let world = self.index.world;
        if !self.pattern_names.contains(&world.symbol(file, name)) {
            return None;
        }
        match world.lexical(scope, file, name, Namespace::Value)? {
            Named::Target(Target::Def(id))
                if matches!(
                    world.def(id).kind,
                    DefKind::Const | DefKind::Static | DefKind::Variant | DefKind::Struct
                ) =>
            {
                Some(id)
            }
            _ => None,
        }
    }
}
