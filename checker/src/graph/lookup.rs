//! Finds what a path of the map names, through re-exports as code would.

use super::ContextId;
use super::member::Members;
use super::region::{Regions, crate_name, crates_named, inside, is_library};
use smallvec::SmallVec;
use stateline_rust::{CrateId, DefId, DefKind, OutsideId, Symbol, Target, World};
use stateline_schema::{Path, suggest};
use std::cell::Cell;
use std::rc::Rc;

/// What a path of the map may lead to.
#[derive(Clone, Debug)]
pub enum Found {
    /// Definitions of the workspace; several where a name has several meanings.
    Items(SmallVec<[DefId; 2]>),
    /// Something outside the workspace, which no context owns.
    Outside,
    /// Nothing, and what may have been meant.
    Nothing { part: String, similar: Option<String> },
}

/// Everything needed to follow a path.
#[derive(Clone, Debug)]
pub struct Lookup<'l> {
    pub world: &'l World<'l>,
    pub regions: Rc<Regions>,
    pub members: Rc<Members>,
    /// For so many more paths that lead nowhere it is looked up what they may have meant.
    hints: Rc<Cell<u32>>,
}

/// Where more paths lead nowhere, the map is of other code, and each would be compared with all there is.
const HINTS: u32 = 500;

impl<'l> Lookup<'l> {
    pub(super) fn new(world: &'l World<'l>, regions: Rc<Regions>, members: Rc<Members>) -> Self {
        Lookup { world, regions, members, hints: Rc::new(Cell::new(HINTS)) }
    }

    /// What a path means in a context: it begins with a crate, or is relative to what the context owns.
    pub fn path(&self, context: ContextId, path: &Path) -> Found {
        let segments: Vec<&str> = path.segments().collect();
        let walk = |root: DefId, segments: &[&str], done: usize| match self.walk(root, segments, done)? {
            Walked::Items(items) if path.is_macro() => self.macros(root, items, done + segments.len()),
            walked => Ok(walked),
        };
        let below_crate = |root: &DefId| walk(*root, &segments[1..], 1);
        let (libraries, programs): (Vec<_>, Vec<_>) =
            crates_named(self.world, segments[0]).into_iter().partition(|root| is_library(self.world, *root));
        let roots = &self.regions.roots[context.index()];
        let relative = roots.iter().map(|&root| walk(root, &segments, 0));
        // A program's name may be that of a function as well: then the function is meant.
        let ways = libraries.iter().map(below_crate).chain(relative).chain(programs.iter().map(below_crate));
        let mut items = SmallVec::new();
        let mut furthest: Option<Stuck> = None;
        for outcome in ways {
            match outcome {
                Ok(Walked::Items(found)) => items.extend(found),
                Ok(Walked::Outside) => return Found::Outside,
                Err(stuck) if furthest.as_ref().is_none_or(|known| known.at < stuck.at) => {
                    furthest = Some(stuck);
                }
                Err(_) => {}
            }
            if !items.is_empty() {
                items.sort_unstable();
                items.dedup();
                return Found::Items(items);
            }
        }
        self.nothing(context, &segments, furthest)
    }

    /// Whether a name is that of a crate of the workspace.
    pub fn is_crate(&self, name: &str) -> bool {
        !crates_named(self.world, name).is_empty()
    }

    /// Those of the items that are macros.
    fn macros(&self, root: DefId, mut items: SmallVec<[DefId; 2]>, parts: usize) -> Result<Walked, Stuck> {
        items.retain(|item| self.world.is_macro(*item));
        match items.is_empty() {
            true => Err(Stuck { at: parts.saturating_sub(1), within: root }),
            false => Ok(Walked::Items(items)),
        }
    }

    fn walk(&self, root: DefId, segments: &[&str], done: usize) -> Result<Walked, Stuck> {
        let mut at: SmallVec<[DefId; 2]> = SmallVec::from_slice(&[root]);
        for (index, segment) in segments.iter().enumerate() {
            let mut next = SmallVec::new();
            for &place in &at {
                if self.step(place, segment, &mut next) {
                    return Ok(Walked::Outside);
                }
            }
            if next.is_empty() {
                return Err(Stuck { at: done + index, within: at[0] });
            }
            at = next;
        }
        at.iter_mut().for_each(|item| *item = self.world.origin(*item));
        Ok(Walked::Items(at))
    }

    /// Adds what a name means in a module, type or trait; true if that is outside the workspace.
    fn step(&self, place: DefId, name: &str, next: &mut SmallVec<[DefId; 2]>) -> bool {
        let Some(symbol) = self.world.symbols.find(name) else {
            return self.world.unread_text(place).is_some();
        };
        let mut outside = false;
        if let Some(entry) = self.world.in_scope(place, symbol) {
            for binding in [entry.types, entry.values, entry.macros].into_iter().flatten() {
                match self.item(binding.target) {
                    Some(found) if !next.contains(&found) => next.push(found),
                    Some(_) => {}
                    None => outside |= !matches!(binding.target, Target::Def(def) if !self.world.is_std(def)),
                }
            }
        }
        if next.is_empty() {
            // Also a macro by the place of its definition, which is how findings name it.
            let members = self.members.members(self.world, place);
            next.extend(members.filter(|member| self.world.def(*member).name == symbol));
        }
        if !next.is_empty() {
            return false;
        }
        // A name of text that is not read may be there although no code names it.
        let text = self.world.unread_text(place);
        next.extend(text.and_then(|text| self.generated(text, symbol)));
        let parent = self.world.generated.iter().find(|(_, def)| **def == place).map(|(id, _)| *id);
        next.extend(parent.and_then(|parent| self.generated(parent, symbol)));
        next.is_empty() && (outside || text.is_some() || parent.is_some())
    }

    /// A definition of the workspace that a name stands for.
    pub(super) fn item(&self, target: Target) -> Option<DefId> {
        match target {
            Target::Outside(id) => self.world.generated.get(&id).copied(),
            Target::Def(_) => inside(self.world, target),
        }
    }

    fn generated(&self, of: OutsideId, name: Symbol) -> Option<DefId> {
        let child = self.world.outside.child(of, name)?;
        self.world.generated.get(&child).copied()
    }

    /// What a module takes in, by a glob, of the names of another's text that is not read.
    pub(super) fn taken_in(&self, module: DefId) -> Vec<DefId> {
        let world = self.world;
        let text = world.unread_text(module).and_then(|text| world.text_of(text));
        let Some(text) = text.filter(|text| *text != module) else { return Vec::new() };
        let mut found: Vec<DefId> = world.generated.values().copied().collect();
        found.retain(|item| world.def(*item).parent == Some(text));
        found.sort_unstable();
        found
    }

    fn nothing(&self, context: ContextId, segments: &[&str], stuck: Option<Stuck>) -> Found {
        let stuck = stuck.unwrap_or(Stuck { at: 0, within: self.world.crates[CrateId::from_raw(0)].root });
        let part = segments[stuck.at.min(segments.len() - 1)];
        let Some(left) = self.hints.get().checked_sub(1) else {
            return Found::Nothing { part: part.to_owned(), similar: None };
        };
        self.hints.set(left);
        let known = self.names_in(stuck.within);
        let mut known: Vec<&str> = known.iter().map(String::as_str).collect();
        if stuck.at == 0 {
            known.extend(self.world.crates.ids().map(|krate| crate_name(self.world, krate)));
        }
        let similar = self
            .elsewhere(context, segments[segments.len() - 1])
            .or_else(|| suggest(part, known).map(|name| in_place(segments, stuck.at, name)));
        Found::Nothing { part: part.to_owned(), similar }
    }

    /// The path of an item of that name somewhere in the context, relative to what it owns.
    fn elsewhere(&self, context: ContextId, name: &str) -> Option<String> {
        let symbol = self.world.symbols.find(name)?;
        let roots = &self.regions.roots[context.index()];
        let (id, _) = self.world.defs.enumerate().find(|(id, def)| {
            let nameable = !matches!(def.kind, DefKind::Field | DefKind::Block | DefKind::Impl);
            def.name == symbol && nameable && self.regions.owner(*id) == Some(context)
        })?;
        let full = self.world.path(id);
        let root = roots.iter().map(|root| self.world.path(*root));
        let relative =
            root.filter_map(|root| full.strip_prefix(&format!("{root}::")).map(str::to_owned)).next();
        Some(relative.unwrap_or(full))
    }

    fn names_in(&self, place: DefId) -> Vec<String> {
        let scope = self.world.names_in(place).into_iter();
        let members = self.members.members(self.world, place).map(|member| self.world.def(member).name);
        let mut names: Vec<String> =
            scope.chain(members).map(|symbol| self.world.text(symbol).to_owned()).collect();
        names.sort();
        names
    }
}

enum Walked {
    Items(SmallVec<[DefId; 2]>),
    Outside,
}

/// How far a path led: the number of the part that names nothing, and where it was looked for.
struct Stuck {
    at: usize,
    within: DefId,
}

fn in_place(segments: &[&str], at: usize, name: &str) -> String {
    let mut corrected = segments.to_vec();
    if let Some(part) = corrected.get_mut(at) {
        *part = name;
    }
    corrected.join("::")
}
