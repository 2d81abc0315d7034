//! Where a path in the code leads, from the scope that it stands in.

use super::definitions::{DefId, DefKind};
use super::outside::OutsideId;
use super::scopes::{Scopes, Target};
use super::symbols::{Symbol, keyword};
use crate::arena::to_u32;
use crate::read::{FileId, Generics, ItemKind, Name, Namespace, PathId, Segment, Terms, sym};
use smallvec::SmallVec;

/// Where a path or a type is written.
#[derive(Clone, Copy, Debug)]
pub struct Site<'t> {
    /// The innermost definition around it: a block, function, impl, trait, type or module.
    pub scope: DefId,
    pub file: FileId,
    /// What numbers the path: of an item those of its file, of a body its own.
    pub terms: &'t Terms,
}

/// What one segment of a path names.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Named {
    /// A definition, or something outside.
    Target(Target),
    /// `Self`: the impl, trait, or type whose `Self` it is.
    SelfType(DefId),
    /// A type or const parameter: the item that declares it, and which.
    Parameter(DefId, u32),
    /// `u8`, `str`, …
    Primitive(Symbol),
    /// Not found.
    Nothing,
}

/// A resolved path.
#[derive(Clone, Debug, Default)]
pub struct Resolved {
    /// One for each segment that could be resolved by names alone; `self`, `super`, `crate` give
    /// their module. Never longer than the path; empty when the first segment named nothing.
    pub segments: smallvec::SmallVec<[Named; 4]>,
    /// This many segments at the end must be looked up on the type (or trait) that the last
    /// resolved segment names: `Vec::new`, `Self::Item`, `Self::Variant`, `T::Assoc`,
    /// `Trait::method`, and `Alias::Variant`.
    pub rest: usize,
    /// From this segment on they stand below what they lead to outside, and are known by their text alone:
    /// 2 for `std::arch::x86_64::_rdtsc`, where `std::arch` is known.
    pub below: Option<usize>,
    /// A segment named nothing: what follows is lost.
    pub broken: bool,
}

impl Resolved {
    /// How many segments at the beginning are known by more than their text.
    pub(crate) fn known(&self) -> usize {
        self.below.unwrap_or(self.segments.len())
    }

    /// Whether a segment stands below what is known outside.
    pub(crate) fn is_below(&self, segment: usize) -> bool {
        segment >= self.known()
    }
}

impl Scopes<'_> {
    /// Resolves a path as far as names alone decide.
    ///
    /// Local variables are not known here: who walks a body tries them first.
    /// The last segment is looked up in `namespace`, those before it as types and modules.
    /// For `<T>::x` nothing is resolved and `rest` is the whole path; for `<T as Trait>::x` the
    /// segments are those of the trait.
    pub fn resolve(&self, site: Site<'_>, path: PathId, namespace: Namespace) -> Resolved {
        let path = &site.terms.paths[path];
        let segments = &site.terms.segments[path.segments];
        if path.qself.is_some() {
            let of_trait = (path.qself_trait as usize).min(segments.len());
            if of_trait == 0 {
                return Resolved { rest: segments.len(), ..Resolved::default() };
            }
            let mut found = self.segments(site, &segments[..of_trait], path.global, Namespace::Type);
            found.rest += segments.len() - of_trait;
            return found;
        }
        self.segments(site, segments, path.global, namespace)
    }

    fn segments(&self, site: Site<'_>, segments: &[Segment], global: bool, namespace: Namespace) -> Resolved {
        let Site { scope, file, .. } = site;
        let Some(first) = segments.first() else { return Resolved::default() };
        let names: SmallVec<[Symbol; 6]> =
            segments.iter().map(|segment| self.symbol(file, segment.name)).collect();
        let wanted = if segments.len() == 1 { namespace } else { Namespace::Type };
        let begins = self.begins(scope, names[0], global, wanted);
        let first = begins.unwrap_or_else(|| self.lexical(scope, file, first.name, wanted));
        let first = first.map(|named| (named, self.is_below(scope, names[0], wanted, named)));
        self.after(first, &names[1..], namespace)
    }

    /// Whether the first name of a path is one of those that a glob from outside may bring.
    fn is_below(&self, scope: DefId, name: Symbol, namespace: Namespace, first: Named) -> bool {
        let Named::Target(Target::Outside(outside)) = first else { return false };
        let module = self.module_of(scope);
        let by_glob = self.scope(module).is_some_and(|scope| scope.outside_glob == Some(outside));
        let enclosing = std::iter::successors(Some(scope), |at| {
            self.def(*at).parent.filter(|_| self.def(*at).kind != DefKind::Module)
        });
        let mut enclosing = enclosing.filter_map(|at| self.named_as(at, name, namespace));
        by_glob && enclosing.next().is_none() && self.crate_named(scope, name).is_none()
    }

    /// The same for names that stand in no file: a macro writes them.
    pub fn resolve_names(
        &self,
        scope: DefId,
        global: bool,
        names: &[Symbol],
        namespace: Namespace,
    ) -> Resolved {
        let Some((&first, rest)) = names.split_first() else { return Resolved::default() };
        let wanted = if rest.is_empty() { namespace } else { Namespace::Type };
        let begins = self.begins(scope, first, global, wanted);
        let named = begins.unwrap_or_else(|| self.lexical_by(scope, first, wanted, |_| None));
        let named = named.map(|named| (named, self.is_below(scope, first, wanted, named)));
        self.after(named, rest, namespace)
    }

    /// What follows the first name of a path; with that, whether it stands below what it leads to.
    fn after(&self, first: Option<(Named, bool)>, rest: &[Symbol], namespace: Namespace) -> Resolved {
        let mut found = Resolved::default();
        let Some((mut at, is_below)) = first else {
            found.broken = true;
            return found;
        };
        found.segments.push(at);
        found.below = is_below.then_some(0);
        for (index, name) in rest.iter().enumerate() {
            let left = rest.len() - index;
            let wanted = if left == 1 { namespace } else { Namespace::Type };
            if found.below.is_some() {
                found.segments.push(at);
                continue;
            }
            match self.next(at, *name, wanted) {
                Next::Found(named) => at = named,
                Next::Below(outside) => {
                    at = Named::Target(Target::Outside(outside));
                    found.below = Some(index + 1);
                }
                Next::OfType => {
                    found.rest = left;
                    return found;
                }
                Next::Nothing => {
                    found.broken = true;
                    return found;
                }
            }
            found.segments.push(at);
        }
        found
    }

    /// What the first name of a path stands for, unless the scopes around it decide.
    fn begins(
        &self,
        scope: DefId,
        name: Symbol,
        global: bool,
        namespace: Namespace,
    ) -> Option<Option<Named>> {
        let krate = &self.crates[self.def(scope).krate];
        if global && krate.edition >= 2018 {
            return Some(self.crate_named(scope, name).map(Named::Target));
        }
        if global {
            return Some(self.in_module_or_crates(krate.root, scope, name, namespace));
        }
        if let Some(module) = self.keyword_module(scope, keyword(name)) {
            return Some(module.map(|module| Named::Target(Target::Def(module))));
        }
        (keyword(name) == sym::SELF_TYPE).then(|| self.self_type(scope).map(Named::SelfType))
    }

    /// The impl, trait or type whose `Self` is meant in this scope.
    pub fn self_type(&self, scope: DefId) -> Option<DefId> {
        let mut at = Some(scope);
        while let Some(id) = at {
            let def = self.def(id);
            match def.kind {
                DefKind::Impl | DefKind::Trait | DefKind::Struct | DefKind::Union | DefKind::Enum => {
                    return Some(id);
                }
                DefKind::Module => return None,
                _ => at = def.parent,
            }
        }
        None
    }

    /// A single name, from the innermost scope outwards.
    pub fn lexical(&self, scope: DefId, file: FileId, name: Name, namespace: Namespace) -> Option<Named> {
        self.lexical_by(scope, self.symbol(file, name), namespace, |at| {
            let generics = self.generics(at).filter(|_| self.def(at).file == file)?;
            parameter(generics, name, namespace)
        })
    }

    /// The same, where who asks knows the parameters.
    fn lexical_by(
        &self,
        scope: DefId,
        symbol: Symbol,
        namespace: Namespace,
        parameter: impl Fn(DefId) -> Option<u32>,
    ) -> Option<Named> {
        if namespace == Namespace::Macro
            && let Some(found) = self.textual_macro(scope, symbol)
        {
            return Some(Named::Target(Target::Def(found)));
        }
        let mut at = scope;
        loop {
            let def = self.def(at);
            if def.kind == DefKind::Module {
                return self.in_module_or_crates(at, scope, symbol, namespace);
            }
            if def.kind == DefKind::Block {
                if let Some(found) = self.named_as(at, symbol, namespace) {
                    return Some(Named::Target(found.target));
                }
            } else if namespace != Namespace::Macro
                && let Some(index) = parameter(at)
            {
                return Some(Named::Parameter(at, index));
            }
            at = def.parent?;
        }
    }

    fn in_module_or_crates(
        &self,
        module: DefId,
        scope: DefId,
        name: Symbol,
        namespace: Namespace,
    ) -> Option<Named> {
        if let Some(found) = self.named_as(module, name, namespace) {
            return Some(Named::Target(found.target));
        }
        if namespace == Namespace::Type
            && let Some(found) = self.crate_named(scope, name)
        {
            return Some(Named::Target(found));
        }
        if namespace == Namespace::Macro {
            let brought = &self.crates[self.def(scope).krate].macro_preludes;
            let standard = self.crates.get(self.std).map(|std| std.root);
            let found =
                brought.iter().copied().chain(standard).find_map(|root| self.named_as(root, name, namespace));
            if let Some(found) = found {
                return Some(Named::Target(found.target));
            }
        }
        if let Some(found) = self.in_prelude(name, namespace) {
            return Some(Named::Target(found.target));
        }
        if namespace == Namespace::Type && self.primitives.contains(&name) {
            return Some(Named::Primitive(name));
        }
        let outside = self.scope(module).and_then(|scope| scope.outside_glob);
        let outside = outside.filter(|outside| match self.text_of(*outside) {
            Some(text) => self.may_declare(text, module, name, namespace),
            None => true,
        });
        outside.map(|outside| Named::Target(Target::Outside(outside)))
    }

    /// Whether a name that stands alone in a module may be one of text that is not read. A name like a
    /// variable's, in a module that takes the text in by a glob, may as well be what a macro declares.
    fn may_declare(&self, text: DefId, module: DefId, name: Symbol, namespace: Namespace) -> bool {
        let likely = match namespace {
            Namespace::Type => true,
            Namespace::Value => text == module || self.is_type_name(name),
            Namespace::Macro => false,
        };
        likely && self.in_scope(module, name).is_none()
    }

    fn next(&self, at: Named, name: Symbol, namespace: Namespace) -> Next {
        let id = match at {
            Named::Target(Target::Def(id)) => id,
            Named::Target(Target::Outside(outside)) => {
                return match self.outside.child(outside, name) {
                    Some(deeper) => Next::Found(Named::Target(Target::Outside(deeper))),
                    None => Next::Below(outside),
                };
            }
            Named::SelfType(_) | Named::Parameter(..) | Named::Primitive(_) => return Next::OfType,
            Named::Nothing => return Next::Nothing,
        };
        match self.def(id).kind {
            DefKind::Module => {
                let entry = self.named_in(id, name);
                match (entry.get(namespace), self.elsewhere(id)) {
                    (Some(binding), _) => Next::Found(Named::Target(binding.target)),
                    // What a module declares is not its text's as well.
                    (None, Some(outside)) if entry.any().is_some() && self.text_of(outside).is_some() => {
                        Next::Nothing
                    }
                    (None, Some(outside)) => {
                        self.next(Named::Target(Target::Outside(outside)), name, namespace)
                    }
                    (None, None) => Next::Nothing,
                }
            }
            DefKind::Enum => match self.in_scope(id, name) {
                Some(entry) => match entry.get(namespace).or_else(|| entry.any()) {
                    Some(binding) => Next::Found(Named::Target(binding.target)),
                    None => Next::OfType,
                },
                None => Next::OfType,
            },
            DefKind::Struct | DefKind::Union | DefKind::Trait | DefKind::TypeAlias => Next::OfType,
            _ => Next::Nothing,
        }
    }

    /// Where what a definition says is written: itself, in its own file.
    pub fn site(&self, id: DefId) -> Site<'_> {
        let file = self.def(id).file;
        Site { scope: id, file, terms: &self.summary(file).terms }
    }

    /// The trait that a path names.
    pub fn trait_at(&self, site: Site<'_>, path: PathId) -> Option<DefId> {
        let found = self.resolve(site, path, Namespace::Type);
        match found.segments.last() {
            Some(Named::Target(Target::Def(id))) if found.rest == 0 && !found.broken => {
                (self.def(*id).kind == DefKind::Trait).then_some(*id)
            }
            _ => None,
        }
    }

    /// The trait that an impl is of, if it is known.
    pub(super) fn trait_of_impl(&self, id: DefId) -> Option<DefId> {
        let ItemKind::Impl { trait_: Some(path), .. } = self.item(id)?.kind else { return None };
        self.trait_at(self.site(id), path)
    }

    /// The generic parameters that a definition declares.
    pub fn generics(&self, id: DefId) -> Option<&Generics> {
        match &self.item(id)?.kind {
            ItemKind::Function(function) => Some(&function.generics),
            ItemKind::Struct { generics, .. }
            | ItemKind::Union { generics, .. }
            | ItemKind::Enum { generics }
            | ItemKind::Const { generics, .. }
            | ItemKind::Trait { generics, .. }
            | ItemKind::TypeAlias { generics, .. }
            | ItemKind::Impl { generics, .. } => Some(generics),
            _ => None,
        }
    }
}

enum Next {
    Found(Named),
    /// Something below what is known outside.
    Below(OutsideId),
    /// To be looked up on the type or trait.
    OfType,
    Nothing,
}

fn parameter(generics: &Generics, name: Name, namespace: Namespace) -> Option<u32> {
    let fits = |konst: bool| konst == (namespace == Namespace::Value);
    // A const argument in type position is written like a type, so a type may name one.
    let found = generics.params.iter().position(|param| {
        param.name == name && (fits(param.konst.is_some()) || namespace == Namespace::Type)
    })?;
    Some(to_u32(found))
}
