//! What the macros of the workspace write where they are called.
//!
//! In the rules of a `macro_rules!`, what begins with `$crate` is the macro's own, and is told at the
//! definition. All else means what it means where the macro is called, and is named by who calls it:
//! its place is the macro's name in the call.

use super::emit::Mention;
use super::signature::Finder;
use crate::read::{Argument, ExpandedPath, ItemKind, MacroCall, MacroRules, NOWHERE, Namespace, Segment};
use crate::resolve::reference::{How, Page, Reference, Role};
use crate::resolve::unresolved::{About, UnresolvedKind};
use crate::resolve::{DefId, Named, Presence, Resolved, Symbol, Target, World};
use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;
use std::sync::{Arc, RwLock};

/// Macros that call macros that … are followed this far.
const DEEPEST: usize = 32;
/// So many calls of macros come of one in the code.
const MOST: usize = 1_000;

/// A call that stands in the code.
struct Call {
    /// What it stands in.
    scope: DefId,
    /// The macro's name there.
    at: Segment,
    /// What was told of it already.
    told: FxHashSet<(DefId, Role)>,
    /// The calls that came of it already, each by its macro and argument: what writes itself again,
    /// by one rule or, where none fits, by all of them, adds nothing.
    carried_out: FxHashSet<(DefId, Box<str>)>,
    /// How many calls may still come of it.
    left: usize,
    /// What a macro of the same file writes was read, and counted, where it is called.
    counts: bool,
}

/// The rules of macros, each read when it is first called.
#[derive(Default)]
pub(crate) struct KnownRules<'t>(RwLock<FxHashMap<DefId, Option<Arc<MacroRules<'t>>>>>);

impl<'t> KnownRules<'t> {
    /// `None` if they cannot be read.
    fn of(&self, called: DefId, world: &'t World<'t>) -> Option<Arc<MacroRules<'t>>> {
        let known = self.0.read().ok().and_then(|known| known.get(&called).cloned());
        known.unwrap_or_else(|| {
            let ItemKind::MacroRules { rules, .. } = &world.item(called)?.kind else { return None };
            let edition = world.summary(world.def(called).file).edition;
            let read = MacroRules::read(rules, edition).map(Arc::new);
            if let Ok(mut known) = self.0.write() {
                known.insert(called, read.clone());
            }
            read
        })
    }
}

impl<'t> Finder<'_, 't> {
    /// What the macros that this file calls write there.
    pub(super) fn macro_calls(&mut self) {
        let world = self.world();
        let summary = world.summary(self.instance.file);
        if summary.macro_calls.is_empty() {
            return;
        }
        let conditions = self.conditions();
        for call in &summary.macro_calls {
            let (scope, presence) = match call.parent {
                None => (Some(self.instance.module), self.instance.presence),
                Some(parent) => (self.instance.def(parent), world.presence_of(self.instance, parent)),
            };
            let last = summary.terms.segments[summary.terms.paths[call.path].segments].last();
            let told = last.and_then(|last| conditions.get(&last.at));
            self.presence = told.copied().unwrap_or(presence);
            if let Some(scope) = scope {
                self.macro_call(scope, call);
            }
        }
    }

    /// In which builds calls are there that not every build has, by where the macro's name stands. The
    /// condition of a statement is known where its body is walked, which has told of the macro by then.
    fn conditions(&self) -> FxHashMap<u32, Presence> {
        let told = self.page.references.iter().filter(|told| {
            told.file == self.instance.file && told.role == Role::Macro && (told.test || !told.enabled)
        });
        told.map(|told| (told.at, Presence { enabled: told.enabled, test: told.test })).collect()
    }

    fn macro_call(&mut self, scope: DefId, call: &MacroCall) {
        let world = self.world();
        let terms = &world.summary(self.instance.file).terms;
        let found = world.resolve(
            crate::resolve::Site { scope, file: self.instance.file, terms },
            call.path,
            Namespace::Macro,
        );
        let Some(&at) = terms.segments[terms.paths[call.path].segments].last() else { return };
        let Some(called) = found.segments.last().filter(|_| !found.broken && at.at != NOWHERE) else {
            return;
        };
        if let Some(called) = rules_of(world, *called) {
            self.solver.begin(scope);
            let counts = world.def(called).file != self.instance.file;
            let mut here = Call {
                scope,
                at,
                told: FxHashSet::default(),
                carried_out: FxHashSet::default(),
                left: MOST,
                counts,
            };
            self.writes(called, &call.argument, &mut here, 0);
        }
    }

    fn writes(&mut self, called: DefId, argument: &str, here: &mut Call, depth: usize) {
        if depth > DEEPEST || here.left == 0 {
            return;
        }
        let Some(rules) = self.rules.of(called, self.world()).filter(|rules| rules.may_write()) else {
            return;
        };
        if !here.carried_out.insert((called, argument.into())) {
            return;
        }
        here.left -= 1;
        let of = if depth > 0 { Argument::Written } else { Argument::Read };
        for path in &*rules.paths_for(argument, of) {
            match &path.argument {
                Some(_) => self.calls(called, path, here, depth),
                None if path.of_its_crate => {}
                None => self.names(path, here),
            }
        }
    }

    /// A macro writes the call of another.
    fn calls(&mut self, by: DefId, path: &ExpandedPath, here: &mut Call, depth: usize) {
        let world = self.world();
        let (Some(names), Some(argument)) = (self.symbols(path), &path.argument) else { return };
        let scope = if path.of_its_crate { world.crates[world.def(by).krate].root } else { here.scope };
        let mut found = world.resolve_names(scope, path.global, &names, Namespace::Macro);
        let is_there = !found.broken;
        if !is_there {
            // One that is in scope where the other is defined, and was meant to be where it is called.
            found = world.resolve_names(by, path.global, &names, Namespace::Macro);
        }
        let Some(called) = found.segments.last().filter(|_| !found.broken) else { return };
        if is_there && !path.of_its_crate {
            self.segments(path, &found, Role::Macro, here);
        }
        if let Some(called) = rules_of(world, *called) {
            self.writes(called, argument, here, depth + 1);
        }
    }

    /// A macro names something of who calls it.
    fn names(&mut self, path: &ExpandedPath, here: &mut Call) {
        let world = self.world();
        let Some(names) = self.symbols(path) else { return };
        let namespaces = match path.is_called {
            true => [Namespace::Value, Namespace::Type, Namespace::Macro],
            false => [Namespace::Type, Namespace::Value, Namespace::Macro],
        };
        let resolve = |namespace| world.resolve_names(here.scope, path.global, &names, namespace);
        let found = namespaces.into_iter().map(resolve).find(|found| !found.broken);
        let Some(found) = found else {
            // What a macro of the same file writes is read, and noted, where it is called.
            if here.counts && names.len() > 1 && path.names.iter().any(|name| name.is_own) {
                let Segment { name, at, .. } = here.at;
                let place = (at, world.written_len(self.instance.file, name));
                self.page.notes.unresolved(UnresolvedKind::MacroPath, at, place, About::Nothing);
            }
            return;
        };
        let role = if path.is_called { Role::Call } else { Role::Body };
        self.segments(path, &found, role, here);
        if let (1, Some(of), Some(last)) = (found.rest, found.segments.last(), names.last())
            && let Some(item) = self.member_of(here.scope, *of, &[here.at], *last)
        {
            self.tell(Target::Def(item), role, here);
        }
    }

    /// What names alone lead to; who reads the argument has told of the qualifiers in it.
    fn segments(&mut self, path: &ExpandedPath, found: &Resolved, role: Role, here: &mut Call) {
        let world = self.world();
        for (index, named) in found.segments.iter().enumerate() {
            let Named::Target(target) = *named else { continue };
            let is_last = index + 1 == path.names.len();
            if let Target::Outside(prefix) = target
                && let Some(known) = match world.text_of(prefix) {
                    Some(_) => Some(index + usize::from(!world.outside.is_whole(prefix))),
                    None => (is_last && found.is_below(index)).then(|| found.known()),
                }
            {
                let names = path.names.iter().skip(known);
                let rest: Option<_> = names.map(|name| world.symbols.find(&name.text)).collect();
                let (Some(rest), Segment { name, at, .. }) = (rest, here.at) else { return };
                let mention = Mention { name, at, how: How::Expansion, role };
                return self.written(here.scope, |written| written.emit.below(prefix, rest, mention));
            }
            if is_last {
                self.tell(target, role, here);
            } else if path.names[index].is_own {
                self.tell(target, Role::Qualifier, here);
            }
        }
    }

    fn tell(&mut self, target: Target, role: Role, here: &mut Call) {
        let told = match target {
            Target::Def(id) => !here.told.insert((id, role)),
            Target::Outside(_) => false,
        };
        if !told {
            let Segment { name, at, .. } = here.at;
            let mention = Mention { name, at, how: How::Expansion, role };
            self.written(here.scope, |written| written.emit.name(target, mention));
        }
    }

    /// `None` where one of the names is written nowhere: then it leads nowhere.
    fn symbols(&self, path: &ExpandedPath) -> Option<SmallVec<[Symbol; 6]>> {
        path.names.iter().map(|name| self.world().symbols.find(&name.text)).collect()
    }
}

/// The macro that is meant, if its rules can be read.
fn rules_of(world: &World<'_>, named: Named) -> Option<DefId> {
    let Named::Target(Target::Def(id)) = named else { return None };
    let rules = match world.item(id).map(|item| &item.kind) {
        Some(ItemKind::MacroRules { rules, .. }) => rules,
        _ => return None,
    };
    (!world.is_std(id) && !rules.is_empty()).then_some(id)
}

/// Leaves at the definitions of macros what is their own: who calls them names all the rest.
pub(super) fn leave_to_callers(world: &World<'_>, page: &mut Page) {
    let mut of_others: FxHashSet<DefId> = FxHashSet::default();
    let definition = |reference: &Reference| {
        let of = world.macro_around(reference.from)?;
        rules_of(world, Named::Target(Target::Def(of)))
    };
    let is_own = |reference: &Reference| {
        let own = &world.summary(reference.file).own_names;
        own.binary_search(&reference.at).is_ok()
    };
    let of_value = |reference: &Reference| reference.how.is_dot() || reference.role == Role::Field;
    page.retain(|reference| {
        let Some(of) = definition(reference).filter(|_| !of_value(reference)) else { return true };
        let own = is_own(reference);
        if !own && !matches!(reference.to, Target::Def(id) if world.is_std(id)) {
            of_others.insert(of);
        }
        own
    });
    // The types of values are known no more where something was left to who calls.
    page.retain(|reference| {
        !(of_value(reference) && definition(reference).is_some_and(|of| of_others.contains(&of)))
    });
}
