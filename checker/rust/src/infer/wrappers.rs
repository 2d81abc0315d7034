//! What lies behind types and methods that nobody declares here: wrappers of other packages, and what
//! derives write of fields.

use super::context::InferenceContext;
use super::probe::{Field, Probe};
use super::ty::{Kind, List, Ty};
use crate::read::{Mutability, Name, PathId};
use crate::resolve::reference::Role;
use crate::resolve::{DefKind, Symbol, Target};

/// What wrappers, containers and channels themselves are often asked for, whatever is in them.
#[rustfmt::skip]
const OF_WRAPPERS: &[&str] = &[
    "as_ref", "begin", "clone", "close", "commit", "contains", "contains_key", "delete", "drain", "entry",
    "execute", "extend", "fetch", "find", "first", "flush", "get", "get_mut", "get_ref", "insert",
    "into_inner", "is_empty", "iter", "iter_mut", "join", "keys", "last", "len", "load", "lock", "map", "new",
    "next", "poll", "pop", "push", "put", "read", "recv", "release", "remove", "reset", "send", "set",
    "store", "swap", "take", "try_recv", "try_send", "values", "with", "write",
];

impl InferenceContext<'_, '_> {
    /// Of `web::Data<App>` and the like: the one type in the brackets that has a method of this name
    /// of the workspace's. Who declares the wrapper is not known, so that nothing else can be meant.
    pub(super) fn seen_through(&mut self, receiver: Ty, name: Symbol) -> Option<Ty> {
        let wrapped = self.wrapped(receiver)?;
        if OF_WRAPPERS.contains(&self.world().text(name)) {
            return None;
        }
        let mut found = None;
        for ty in self.list(wrapped) {
            let is_ours = match self.solver.probe(ty, name, self.scope, self.emit.module) {
                Probe::Found(pick) => {
                    let world = self.world();
                    !world.is_std(pick.item) && pick.trait_.is_none_or(|trait_| !world.is_std(trait_))
                }
                _ => false,
            };
            if is_ours && found.replace(ty).is_some() {
                return None;
            }
        }
        found
    }

    /// The same for a field; the only field of a wrapper itself is what it wraps.
    pub(super) fn field_through(&mut self, base: Ty, name: Symbol) -> Option<Field> {
        let wrapped = self.wrapped(base)?;
        let (text, module) = (self.world().text(name), self.emit.module);
        if let ("0", [only]) = (text, &*self.list(wrapped)) {
            return Some(Field::Found(None, *only));
        }
        let mut found = None;
        for ty in self.list(wrapped) {
            if let field @ Field::Found(Some(_), _) = self.solver.field(ty, name, text, module)
                && found.replace(field).is_some()
            {
                return None;
            }
        }
        found
    }

    /// What a pattern of one part takes out of a wrapper: `State(app): State<App>`.
    pub(super) fn taken_out(&mut self, path: PathId, parts: usize, ty: Ty) -> Option<Ty> {
        let Kind::Outside(_, wrapped) = self.solver.kind(ty) else { return None };
        let found = self.world().resolve(self.site(), path, crate::read::Namespace::Value);
        let leads_outside = matches!(
            found.segments.last(),
            Some(crate::resolve::Named::Target(Target::Outside(_))) if !found.broken
        );
        match &*self.list(wrapped) {
            [only] if parts == 1 && leads_outside => Some(*only),
            _ => None,
        }
    }

    /// The arguments of the type outside to which a receiver leads.
    fn wrapped(&mut self, receiver: Ty) -> Option<List> {
        let last = self.solver.steps(receiver).last().copied()?;
        match self.solver.types.kind(last) {
            Kind::Outside(_, list) if !self.solver.types.elements(list).is_empty() => Some(list),
            _ => None,
        }
    }

    /// A method that a type lacks, and that has the name of one of its fields: a macro that the type
    /// carries writes it, to give the field.
    pub(super) fn getter(&mut self, receiver: Ty, (name, at): (Name, u32)) -> Option<Ty> {
        let symbol = self.symbol(name);
        let world = self.world();
        let steps = self.solver.steps(receiver);
        // Of what it points to by itself, such as by `Deref`, nothing was written for it.
        let (def, list) = steps.iter().find_map(|step| match self.solver.types.kind(*step) {
            Kind::Adt(def, list) if !world.is_std(def) => Some((def, list)),
            _ => None,
        })?;
        let field = self.solver.tables.index.child(def, symbol, DefKind::Field)?;
        world.item(def).filter(|item| !item.attributes.is_empty())?;
        let args = self.list(list);
        let ty = self.solver.types.subst(self.solver.tables.value_type(field), &args);
        self.emit.known_member(at);
        let mention = self.emit.dot(name, at, Role::Field);
        self.emit.name(Target::Def(field), mention);
        let ty = self.solver.normalize(ty);
        Some(self.solver.types.reference(Mutability::Shared, ty))
    }
}
