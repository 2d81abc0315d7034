//! Paths that name values, and struct expressions; in rustc: `rustc_hir_typeck/fn_ctxt/_impl.rs`,
//! `instantiate_value_path`.

use super::context::InferenceContext;
use super::emit::Mention;
use super::lower::{Args, Pred};
use super::probe::Pick;
use super::tables::Head;
use super::ty::{Kind, List, Ty, UNKNOWN};
use crate::arena::IdxRange;
use crate::read::{
    ArgsId, ExprId, ItemKind, Name, Namespace, PathId, Segment, Shape, StructField, TypeVisitor, sym,
};
use crate::resolve::DefKind;
use crate::resolve::reference::Role;
use crate::resolve::unresolved::{About, UnresolvedKind};
use crate::resolve::{DefId, Named, Resolved, Target};

/// What follows a type in a path.
#[derive(Clone, Copy)]
struct Tail<'s> {
    /// The first segment of the whole path.
    first: &'s Segment,
    rest: &'s [Segment],
}

impl<'b> InferenceContext<'b, '_> {
    pub(super) fn segments(&self, path: PathId) -> &'b [Segment] {
        let terms = &self.body.terms;
        &terms.segments[terms.paths[path].segments]
    }

    /// The type of the value that a path names.
    pub(super) fn value_path(&mut self, path: PathId, expected: Option<Ty>, role: Role) -> Ty {
        let written = self.body.terms.paths[path];
        let segments = self.segments(path);
        if let ([only], None, false) = (segments, written.qself, written.global)
            && let Some(ty) = self.local(only.name)
        {
            self.emit.known_path(only.at);
            return ty;
        }
        let world = self.world();
        let mut found = world.resolve(self.site(), path, Namespace::Value);
        if found.broken
            && let Some(of_type) = self.type_as_value(path)
        {
            found = of_type;
        }
        if let Some(pick) = self.ours_of_outside(&found, segments) {
            found.segments.pop();
            self.emit.qualifiers(&found, segments);
            let [first, .., last] = segments else { return UNKNOWN };
            return self.picked(pick, (first, last), role);
        }
        self.emit.segments(&found, segments, role);
        for args in segments.iter().filter_map(|segment| segment.args) {
            self.emit_args(args);
        }
        if let Some(own) = written.qself {
            let own = self.written(own);
            let of_trait = (written.qself_trait as usize).min(segments.len());
            return self.qualified(own, &found, segments.split_at(of_trait), role);
        }
        if found.broken || found.segments.is_empty() {
            return UNKNOWN;
        }
        let resolved = found.segments.len();
        let last = found.segments[resolved - 1];
        if found.rest == 0 {
            return self.named_value(last, segments, resolved - 1, expected);
        }
        let tail = Tail { first: &segments[0], rest: &segments[resolved..] };
        let base = match last {
            Named::Target(Target::Def(trait_)) if world.def(trait_).kind == DefKind::Trait => {
                let own = self.solver.fresh();
                let args = segments[resolved - 1].args;
                let args = self.lower(|lower| lower.trait_args(trait_, own, args));
                return self.trait_item(trait_, args, tail, role);
            }
            named => self.lower(|lower| lower.named(named, segments, resolved - 1)),
        };
        self.relative(base, Some(last), tail, role)
    }

    /// An item that a trait of ours gives a type from outside: `snap::Command::ours()`.
    fn ours_of_outside(&mut self, found: &Resolved, segments: &[Segment]) -> Option<Pick> {
        let [.., of @ Named::Target(Target::Outside(_)), Named::Target(Target::Outside(_))] =
            *found.segments.as_slice()
        else {
            return None;
        };
        let (last, tables, world) = (segments.len().checked_sub(1)?, self.solver.tables, self.world());
        let items = tables.trait_items.get(&self.symbol(segments[last].name))?;
        let ty = self.lower(|lower| lower.named(of, segments, last - 1));
        let head = Head::of(&self.solver.types, ty).filter(|head| matches!(head, Head::Outside(_)))?;
        let mut given = items.iter().filter_map(|item| {
            let trait_ = world.def(*item).parent?;
            let is_given = tables.has_impl(trait_, head) && !tables.hidden_by_own.contains(&(head, *item));
            (is_given && !world.is_std(trait_) && world.trait_in_scope(self.scope, trait_))
                .then_some((*item, trait_))
        });
        let (item, trait_) = given.next().filter(|_| found.segments.len() == segments.len())?;
        if given.next().is_some() {
            return None;
        }
        let mut args = Args::new();
        args.push(ty);
        args.extend((0..tables.index.own(trait_)).map(|_| self.solver.fresh()));
        Some(Pick { item, args: self.solver.types.list(&args), trait_: Some(trait_) })
    }

    /// A type where a value is read: an argument of a macro. A lower-case name alone is more likely a
    /// variable of the macro's than a module.
    fn type_as_value(&self, path: PathId) -> Option<Resolved> {
        if let [only] = self.segments(path)
            && !self.text(only.name).starts_with(char::is_uppercase)
        {
            return None;
        }
        let found = self.world().resolve(self.site(), path, Namespace::Type);
        (!found.broken && found.rest == 0).then_some(found)
    }

    /// `<T>::x` and `<T as Trait>::x`.
    fn qualified(
        &mut self,
        own: Ty,
        found: &Resolved,
        (of_trait, rest): (&[Segment], &[Segment]),
        role: Role,
    ) -> Ty {
        let Some(first) = of_trait.first().or(rest.first()) else { return UNKNOWN };
        let tail = Tail { first, rest };
        let Some(last) = of_trait.last() else {
            return self.relative(own, None, tail, role);
        };
        let Some(Named::Target(Target::Def(trait_))) = found.segments.last().copied() else { return UNKNOWN };
        let args = self.lower(|lower| lower.trait_args(trait_, own, last.args));
        self.trait_item(trait_, args, tail, role)
    }

    /// `Trait::item`, where the trait's arguments are known; or `<T as Trait>::Type::item`.
    fn trait_item(&mut self, trait_: DefId, args: List, tail: Tail<'_>, role: Role) -> Ty {
        let Some((item, others)) = tail.rest.split_first() else { return UNKNOWN };
        let name = self.symbol(item.name);
        if !others.is_empty() {
            let base = self.lower(|lower| lower.projection(trait_, args, name));
            let base = self.solver.normalize(base);
            return self.relative(base, None, Tail { rest: others, ..tail }, role);
        }
        let index = &self.solver.tables.index;
        let found = [DefKind::Function, DefKind::Const]
            .into_iter()
            .find_map(|kind| index.associated(trait_, name, kind));
        let Some((of, found)) = found else {
            let kind = UnresolvedKind::AssociatedItem;
            self.emit.unknown_in_path(kind, tail.first, item, About::Def(trait_));
            return UNKNOWN;
        };
        let args = if of == trait_ {
            args
        } else {
            let mut list = Args::new();
            list.push(self.solver.types.element(args, 0));
            list.extend((0..index.own(of)).map(|_| self.solver.fresh()));
            self.solver.types.list(&list)
        };
        self.picked(Pick { item: found, args, trait_: Some(of) }, (tail.first, item), role)
    }

    /// What follows a type.
    fn relative(&mut self, base: Ty, from: Option<Named>, tail: Tail<'_>, role: Role) -> Ty {
        let Some((last, before)) = tail.rest.split_last() else { return UNKNOWN };
        let (mut base, mut from) = (base, from);
        for segment in before {
            let (ty, assoc) = self.lower(|lower| {
                let ty = lower.member(base, from.take(), segment.name);
                (ty, lower.assoc)
            });
            base = ty;
            if let Some(assoc) = assoc {
                self.emit.name(Target::Def(assoc), Mention::of(segment, Role::Qualifier));
            }
        }
        let base = self.solver.normalize(base);
        let base = self.known(base);
        let name = self.symbol(last.name);
        if let Kind::Adt(def, list) = self.solver.types.kind(base)
            && let Some(variant) = self.solver.tables.index.child(def, name, DefKind::Variant)
        {
            self.emit.name(Target::Def(variant), Mention::of(last, role));
            return self.constructed(variant, list);
        }
        match self.solver.associated_item(base, name, self.scope, self.emit.module) {
            Some(pick) => self.picked(pick, (tail.first, last), role),
            None => {
                let kind = match self.solver.types.kind(base) {
                    Kind::Unknown | Kind::Var(_) => UnresolvedKind::RelativePath,
                    Kind::Outside(..) => UnresolvedKind::OutsidePath,
                    _ => UnresolvedKind::AssociatedItem,
                };
                let about = self.about(base);
                self.emit.unknown_in_path(kind, tail.first, last, about);
                UNKNOWN
            }
        }
    }

    /// `first` is where the path begins.
    fn picked(&mut self, pick: Pick, (first, segment): (&Segment, &Segment), role: Role) -> Ty {
        self.member(pick, Mention::of(segment, role), first.at);
        self.instantiate(pick, segment.args)
    }

    /// The type of an item of an impl or trait, with its own arguments added.
    pub(super) fn instantiate(&mut self, pick: Pick, written: Option<ArgsId>) -> Ty {
        let mut args = self.list(pick.args);
        match pick.trait_ {
            Some(trait_) => self.solver.demand(Pred::Trait(trait_, pick.args)),
            None => {
                if let Some(parent) = self.world().def(pick.item).parent {
                    self.solver.demand_of(parent, &args);
                }
            }
        }
        let Some(signature) = self.solver.tables.signature(pick.item).copied() else {
            let ty = self.solver.tables.value_type(pick.item);
            let ty = self.solver.types.subst(ty, &args);
            return self.solver.normalize(ty);
        };
        self.own_args(signature.own, signature.params, written, &mut args);
        self.solver.demand_of(pick.item, &args);
        let list = self.solver.types.list(&args);
        self.solver.types.intern(Kind::FnDef(pick.item, list))
    }

    /// Adds written arguments, and unknowns for those left out.
    fn own_args(&mut self, own: u32, all: u32, written: Option<ArgsId>, args: &mut Args) {
        let given = written.map_or(IdxRange::default(), |args| self.body.terms.args[args].types);
        for at in given.ids().take(own as usize) {
            let ty = self.body.terms.type_lists[at];
            let ty = self.lower(|lower| lower.ty(ty));
            args.push(self.solver.normalize(ty));
        }
        while args.len() < all as usize {
            args.push(self.solver.fresh());
        }
    }

    fn named_value(&mut self, named: Named, segments: &[Segment], at: usize, _expected: Option<Ty>) -> Ty {
        let world = self.world();
        match named {
            Named::Target(Target::Def(id)) => match world.def(id).kind {
                DefKind::Function => {
                    let none = self.solver.types.list(&[]);
                    self.instantiate(Pick { item: id, args: none, trait_: None }, segments[at].args)
                }
                DefKind::Const => self.solver.tables.value_type(id),
                DefKind::Static => self.static_type(id),
                DefKind::Variant | DefKind::Struct => {
                    match self.lower(|lower| lower.named(named, segments, at)) {
                        UNKNOWN => UNKNOWN,
                        ty => match self.solver.types.kind(ty) {
                            Kind::Adt(_, list) => self.constructed(id, list),
                            _ => UNKNOWN,
                        },
                    }
                }
                _ => UNKNOWN,
            },
            Named::SelfType(id) => {
                let ty = self.lower(|lower| lower.self_type(id));
                match self.solver.types.kind(ty) {
                    Kind::Adt(def, list) => self.constructed(def, list),
                    _ => UNKNOWN,
                }
            }
            _ => UNKNOWN,
        }
    }

    /// A static; one that `thread_local!` wraps is a key.
    fn static_type(&mut self, id: DefId) -> Ty {
        let ty = self.solver.tables.value_type(id);
        let world = self.world();
        let file = world.def(id).file;
        let summary = world.summary(file);
        let wrapped =
            world.item(id).filter(|item| item.in_macro).and_then(|item| item.parent).is_some_and(|parent| {
                match &summary.items[parent].kind {
                    ItemKind::MacroCall { path, .. } => {
                        let run = summary.terms.paths[*path].segments;
                        let last = summary.terms.segments[run].last();
                        last.is_some_and(|last| &*summary.names[last.name] == "thread_local")
                    }
                    _ => false,
                }
            });
        match self.solver.tables.index.lang.local_key.filter(|_| wrapped) {
            Some(key) => self.solver.types.adt(key, &[ty]),
            None => ty,
        }
    }

    /// A unit or tuple constructor as a value.
    fn constructed(&mut self, def: DefId, args: List) -> Ty {
        let world = self.world();
        let shape = match world.item(def).map(|item| &item.kind) {
            Some(ItemKind::Struct { shape, .. } | ItemKind::Variant { shape, .. }) => *shape,
            _ => return UNKNOWN,
        };
        if shape == Shape::Tuple {
            return self.solver.types.intern(Kind::FnDef(def, args));
        }
        let owner = if world.def(def).kind == DefKind::Variant { world.def(def).parent } else { Some(def) };
        owner.map_or(UNKNOWN, |owner| self.solver.types.intern(Kind::Adt(owner, args)))
    }

    /// The type of which a constant or constructor is a value, with what stands in it.
    pub(super) fn owner_type(&mut self, id: DefId) -> Option<(Ty, Args)> {
        let world = self.world();
        let owner = match world.def(id).kind {
            DefKind::Variant => world.def(id).parent?,
            DefKind::Struct => id,
            _ => return Some((self.solver.tables.value_type(id), Args::new())),
        };
        let args: Args = (0..self.solver.tables.index.own(owner)).map(|_| self.solver.fresh()).collect();
        Some((self.solver.types.adt(owner, &args), args))
    }

    /// The struct or variant that `Path { … }` names, and the type of the whole.
    pub(super) fn struct_path(&mut self, path: PathId) -> Option<(DefId, Ty)> {
        self.emit_written(|written| written.visit_path(path));
        let segments = self.segments(path);
        let (ty, assoc) = self.lower(|lower| {
            let ty = lower.path(path);
            (ty, lower.assoc)
        });
        let ty = self.solver.normalize(ty);
        let Kind::Adt(def, _) = self.solver.kind(ty) else { return None };
        let world = self.world();
        let variant = match assoc.filter(|assoc| world.def(*assoc).kind == DefKind::Variant) {
            Some(variant) => Some(variant),
            None => {
                let last = segments.last()?;
                let found = self.solver.tables.index.child(def, self.symbol(last.name), DefKind::Variant);
                found.filter(|_| world.def(def).kind == DefKind::Enum && last.name != sym::SELF_TYPE)
            }
        };
        // A variant that was imported under another name.
        let renamed = || {
            let found = world.resolve(self.site(), path, Namespace::Type);
            match found.segments.last() {
                Some(Named::Target(Target::Def(id))) if world.def(*id).kind == DefKind::Variant => Some(*id),
                _ => None,
            }
        };
        let is_enum = world.def(def).kind == DefKind::Enum;
        let owner = if is_enum { variant.or_else(renamed)? } else { def };
        Some((owner, ty))
    }

    /// A field in a struct expression or pattern of which nothing is known.
    pub(super) fn unknown_field(&mut self, path: PathId, owner: Option<DefId>, field: (u32, Name)) {
        let (kind, about) = match owner {
            Some(owner) => (UnresolvedKind::MissingField, About::Def(owner)),
            None => match self.struct_kind(path) {
                Kind::Outside(id, _) => (UnresolvedKind::OutsideField, About::Outside(id)),
                _ => (UnresolvedKind::Field, About::Nothing),
            },
        };
        self.emit.unknown(kind, field, about);
    }

    fn struct_kind(&mut self, path: PathId) -> Kind {
        let ty = self.lower(|lower| lower.path(path));
        let ty = self.solver.normalize(ty);
        self.solver.kind(ty)
    }

    pub(super) fn structure(
        &mut self,
        path: PathId,
        fields: IdxRange<StructField>,
        base: Option<ExprId>,
        expected: Option<Ty>,
    ) -> Ty {
        let found = self.struct_path(path);
        if let (Some((_, ty)), Some(expected)) = (found, expected)
            && matches!(self.solver.kind(expected), Kind::Adt(..))
        {
            self.solver.unify(ty, expected);
        }
        for at in fields.ids() {
            let field = self.body.struct_fields[at];
            let def = found.and_then(|(owner, _)| {
                self.solver.tables.index.child(owner, self.symbol(field.name), DefKind::Field)
            });
            let wanted = match (def, found.map(|(_, ty)| self.solver.kind(ty))) {
                (Some(def), Some(Kind::Adt(_, list))) => {
                    self.under(self.cfg_of(field.value), |walk| {
                        walk.emit.name(Target::Def(def), Mention::path(field.name, field.at, Role::Field));
                    });
                    self.emit.known_member(field.at);
                    let args = self.list(list);
                    let ty = self.solver.tables.value_type(def);
                    let ty = self.solver.types.subst(ty, &args);
                    self.solver.normalize(ty)
                }
                _ => {
                    self.unknown_field(path, found.map(|(owner, _)| owner), (field.at, field.name));
                    UNKNOWN
                }
            };
            self.expr_for(field.value, wanted);
        }
        let ty = found.map_or(UNKNOWN, |(_, ty)| ty);
        if let Some(base) = base {
            self.expr_for(base, ty);
        }
        ty
    }
}
