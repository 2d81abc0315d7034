//! Regions: which context owns each definition, and where the map is wrong about it.
//!
//! Long because each way of owning code is resolved together with what the map may have wrong about it.

use super::ContextId;
use super::nesting::Nesting;
use rustc_hash::FxHashMap;
use stateline_rust::arena::Arena;
use stateline_rust::{CrateId, Def, DefId, DefKind, FileId, Target, TargetKind, Visible, World};
use stateline_schema::map::{Crate, Owned, Taken};
use stateline_schema::{Map, Pattern};

/// The owner of each definition.
type Owners = Arena<Def, Option<ContextId>>;

/// Who owns what.
#[derive(Debug)]
pub struct Regions {
    /// By definition.
    owners: Owners,
    /// By context: the modules that its patterns name.
    pub roots: Vec<Vec<DefId>>,
    /// Patterns of `owns` that name no module.
    pub misses: Vec<Miss>,
    /// Modules that two contexts claim, where neither lies within the other.
    pub overlaps: Vec<Overlap>,
    /// Contexts that own no module although their patterns name some: all of them belong to others.
    pub empty: Vec<ContextId>,
    /// Crates that belong to a context by a pattern or a folder.
    pub taken: Vec<TakenCrate>,
}

/// A crate that belongs to a context by a pattern or a folder.
#[derive(Debug)]
pub struct TakenCrate {
    pub name: String,
    pub context: ContextId,
    /// Which of its entries.
    pub entry: usize,
}

/// An entry of `owns` that names no module.
#[derive(Debug)]
pub struct Miss {
    pub context: ContextId,
    /// Which of its entries.
    pub pattern: usize,
    /// The first part of the path that names nothing; or the number of its parts, where it leads to
    /// something that is no module.
    pub at: usize,
    /// The module in which that part was looked for; none where it is a crate's name.
    pub within: Option<DefId>,
}

/// Two claims on one module.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overlap {
    pub module: DefId,
    pub first: Claim,
    pub second: Claim,
}

/// A pattern of a context, as a claim on a module and perhaps what lies below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Claim {
    pub context: ContextId,
    /// Which of its patterns.
    pub pattern: usize,
    /// Whether the modules below are claimed too.
    below: bool,
}

impl Regions {
    pub fn new(world: &World<'_>, map: &Map) -> Self {
        let nesting = Nesting::new(map);
        let mut claims = Claims { world, map, nesting, on: FxHashMap::default(), misses: Vec::new() };
        let packages = Packages::new(&claims);
        let mut roots = Vec::with_capacity(map.contexts.len());
        for (index, context) in map.contexts.values().enumerate() {
            let (context_id, mut own) = (ContextId::new(index), Vec::new());
            for (entry, written) in context.owns.iter().enumerate() {
                own.extend(match &written.value {
                    Owned::Code(pattern) => claims.stake(context_id, entry, pattern),
                    wide => claims.take(context_id, entry, wide, &packages),
                });
            }
            roots.push(own);
        }
        let taken = packages.taken.iter().map(|taken| TakenCrate {
            name: packages.crates[taken.krate].name.to_owned(),
            context: ContextId::new(taken.context),
            entry: taken.entry,
        });
        claims.settle(roots, taken.collect())
    }

    /// The context that owns a definition.
    pub fn owner(&self, def: DefId) -> Option<ContextId> {
        self.owners[def]
    }

    /// The context that owns a file: that of the first module whose contents it is.
    pub fn owner_of_file(&self, world: &World<'_>, file: FileId) -> Option<ContextId> {
        world.instances.iter().filter(|held| held.file == file).find_map(|held| self.owner(held.module))
    }

    /// Each file once, with the context that owns it.
    pub fn files(&self, world: &World<'_>) -> FxHashMap<FileId, ContextId> {
        let mut owners = FxHashMap::default();
        for held in &world.instances {
            if let Some(owner) = self.owner(held.module) {
                owners.entry(held.file).or_insert(owner);
            }
        }
        owners
    }

    /// Whether code of others than a context may use what is visible there.
    pub fn reaches_others(&self, world: &World<'_>, context: ContextId, visible: Visible) -> bool {
        let Visible::Within(module) = visible else { return true };
        let mut others = self.roots.iter().enumerate().filter(|(other, _)| ContextId::new(*other) != context);
        self.owner(module) != Some(context)
            || others.any(|(_, roots)| roots.iter().any(|root| world.is_within(*root, module)))
    }
}

/// The crates that patterns and folders may take, and which of them are taken by whom.
struct Packages<'w> {
    crates: Vec<Crate<'w>>,
    roots: Vec<DefId>,
    taken: Vec<Taken>,
}

impl<'w> Packages<'w> {
    /// What stands for each package: its library, else its program, else each of its targets.
    fn new(claims: &Claims<'w>) -> Self {
        let Claims { world, map, .. } = *claims;
        let workspace = &world.workspace;
        let leading = world.crates.enumerate().filter(|(index, _)| !claims.follows_its_library(*index));
        let (crates, roots): (Vec<_>, Vec<_>) = leading
            .filter_map(|(_, held)| {
                let package = &workspace.packages[workspace.targets[held.target?].package];
                Some((Crate { name: world.text(held.known_as), folder: &package.folder }, held.root))
            })
            .unzip();
        let taken = map.taken(&crates);
        Packages { crates, roots, taken }
    }
}

struct Claims<'c> {
    world: &'c World<'c>,
    map: &'c Map,
    nesting: Nesting,
    on: FxHashMap<DefId, Vec<Claim>>,
    misses: Vec<Miss>,
}

impl Claims<'_> {
    /// Enters a pattern as a claim on the modules that it names.
    fn stake(&mut self, context: ContextId, pattern: usize, written: &Pattern) -> Vec<DefId> {
        let Some(base) = written.base() else { return Vec::new() };
        let mut found = Vec::new();
        let mut miss = None;
        for root in crates_named(self.world, base.first()) {
            match modules_below(self.world, root, base.segments().skip(1)) {
                Ok(modules) => found.extend(modules),
                Err((at, within)) => miss = Some((at + 1, Some(within))),
            }
        }
        if found.is_empty() {
            let (at, within) = miss.unwrap_or((0, None));
            self.misses.push(Miss { context, pattern, at, within });
        }
        let below = !matches!(written, Pattern::Children(_));
        for &module in &found {
            self.on.entry(module).or_default().push(Claim { context, pattern, below });
        }
        found
    }

    /// Enters a pattern over crates, or a folder, as a claim on the crates that it takes.
    fn take(
        &mut self,
        context: ContextId,
        entry: usize,
        wide: &Owned,
        packages: &Packages<'_>,
    ) -> Vec<DefId> {
        let is_it = |taken: &&Taken| (taken.context, taken.entry) == (context.index(), entry);
        let found: Vec<DefId> =
            packages.taken.iter().filter(is_it).map(|taken| packages.roots[taken.krate]).collect();
        for &root in &found {
            self.on.entry(root).or_default().push(Claim { context, pattern: entry, below: true });
        }
        if !packages.crates.iter().any(|krate| wide.matches(*krate)) {
            self.misses.push(Miss { context, pattern: entry, at: 0, within: None });
        }
        found
    }

    /// Gives every module to one of those who claim it.
    fn settle(mut self, roots: Vec<Vec<DefId>>, taken: Vec<TakenCrate>) -> Regions {
        let mut owners: Owners = vec![None; self.world.defs.len()].into();
        let mut overlaps = Vec::new();
        let mut later = Vec::new();
        for (index, held) in self.world.crates.enumerate() {
            if held.target.is_none() {
                continue;
            }
            if self.follows_its_library(index) && !self.claimed_by_name(held.root) {
                later.push(index);
            } else {
                self.give(held.root, &[], &mut owners, &mut overlaps);
            }
        }
        for index in later {
            let owner = self.leader(index).and_then(|leader| owners[leader]);
            let inherited: Vec<_> =
                owner.map(|context| Claim { context, pattern: 0, below: true }).into_iter().collect();
            self.give(self.world.crates[index].root, &inherited, &mut owners, &mut overlaps);
        }
        self.hand_down(&mut owners);
        let empty = self.empty(&roots, &owners);
        Regions { owners, roots, misses: std::mem::take(&mut self.misses), overlaps, empty, taken }
    }

    /// Goes down a module tree with the claims that hold from above, the outermost first.
    fn give(&self, module: DefId, above: &[Claim], owners: &mut Owners, overlaps: &mut Vec<Overlap>) {
        let Some(here) = self.on.get(&module) else {
            owners[module] = above.last().map(|claim| claim.context);
            return self.give_below(module, above, owners, overlaps);
        };
        let (mut holding, mut here) = (above.to_vec(), here.clone());
        here.sort_by_key(|claim| self.nesting.depth(claim.context));
        for claim in here {
            let rival = holding.iter().find(|held| !self.may_hold_both(**held, claim));
            if let Some(&first) = rival {
                let same = |known: &Overlap| (known.first, known.second) == (first, claim);
                if !overlaps.iter().any(same) {
                    overlaps.push(Overlap { module, first, second: claim });
                }
            }
            // Also the second of two rivals, so that one mistake is told once.
            holding.push(claim);
        }
        owners[module] = holding.last().map(|claim| claim.context);
        holding.retain(|claim| claim.below);
        self.give_below(module, &holding, owners, overlaps);
    }

    fn give_below(&self, module: DefId, holding: &[Claim], owners: &mut Owners, overlaps: &mut Vec<Overlap>) {
        for &child in self.world.children(module) {
            if self.world.def(child).kind == DefKind::Module {
                self.give(child, holding, owners, overlaps);
            }
        }
    }

    /// Gives everything else to the owner of the module it stands in. A module inside a function or
    /// a macro's body is no part of the module tree, and goes where its surroundings go.
    fn hand_down(&self, owners: &mut Owners) {
        let world = self.world;
        let mut known: Arena<Def, bool> = vec![false; owners.len()].into();
        let mut left: Vec<DefId> = world.crates.iter().map(|held| held.root).collect();
        while let Some(module) = left.pop() {
            known[module] = true;
            let below = world.children(module).iter().copied();
            left.extend(below.filter(|child| world.def(*child).kind == DefKind::Module));
        }
        let mut way = Vec::new();
        for id in owners.ids() {
            let mut at = id;
            while !known[at] {
                way.push(at);
                match world.defs[at].parent {
                    Some(parent) => at = parent,
                    None => break,
                }
            }
            for passed in way.drain(..) {
                owners[passed] = owners[at];
                known[passed] = true;
            }
        }
    }

    fn may_hold_both(&self, outer: Claim, inner: Claim) -> bool {
        outer.context == inner.context || self.nesting.lies_within(inner.context, outer.context)
    }

    fn claimed_by_name(&self, root: DefId) -> bool {
        self.on.keys().any(|module| self.world.def(*module).krate == self.world.def(root).krate)
    }

    /// Programs, tests, benches, examples and build scripts go where their package's library goes.
    fn follows_its_library(&self, krate: CrateId) -> bool {
        self.leader(krate).is_some_and(|leader| leader != self.world.crates[krate].root)
    }

    /// The root of the library of a crate's package; without one, of its program.
    fn leader(&self, krate: CrateId) -> Option<DefId> {
        let targets = &self.world.workspace.targets;
        let package = targets[self.world.crates[krate].target?].package;
        let rank = |target: usize| match targets[target].kind {
            TargetKind::Library | TargetKind::ProcMacro => Some(0),
            TargetKind::Binary if targets[target].name == self.world.workspace.packages[package].name => {
                Some(1)
            }
            TargetKind::Binary => Some(2),
            _ => None,
        };
        self.world
            .crates
            .iter()
            .filter_map(|held| Some((held.target?, held.root)))
            .filter(|(target, _)| targets[*target].package == package)
            .filter_map(|(target, root)| Some((rank(target)?, target, root)))
            .min()
            .map(|(_, _, root)| root)
    }

    fn empty(&self, roots: &[Vec<DefId>], owners: &Owners) -> Vec<ContextId> {
        let mut owns = vec![false; roots.len()];
        for owner in owners.iter().flatten() {
            owns[owner.index()] = true;
        }
        (0..roots.len())
            .filter(|&index| !owns[index] && !ContextId::new(index).of(self.map).is_external())
            .filter(|&index| self.misses.iter().all(|miss| miss.context.index() != index))
            .map(ContextId::new)
            .collect()
    }
}

/// The roots of the crates that the map knows by a name: the library of that name; else the targets so called of
/// packages without a library, which must be named one by one; else every other target.
pub fn crates_named(world: &World<'_>, name: &str) -> Vec<DefId> {
    let Some(symbol) = world.symbols.find(name) else { return Vec::new() };
    let targets = &world.workspace.targets;
    let has_library = |package: usize| {
        targets.iter().any(|target| target.package == package && is_library_kind(target.kind))
    };
    let rank = |target: usize| match targets[target].kind {
        kind if is_library_kind(kind) => 0,
        _ if !has_library(targets[target].package) => 1,
        _ => 2,
    };
    let named: Vec<(i32, DefId)> = world
        .crates
        .iter()
        .filter(|held| held.known_as == symbol)
        .filter_map(|held| Some((rank(held.target?), held.root)))
        .collect();
    let best = named.iter().map(|(rank, _)| *rank).min();
    named.into_iter().filter(|(rank, _)| Some(*rank) == best).map(|(_, root)| root).collect()
}

/// Whether a crate's root is that of a library.
pub fn is_library(world: &World<'_>, root: DefId) -> bool {
    let target = world.crates[world.def(root).krate].target;
    target.is_some_and(|target| is_library_kind(world.workspace.targets[target].kind))
}

fn is_library_kind(kind: TargetKind) -> bool {
    matches!(kind, TargetKind::Library | TargetKind::ProcMacro)
}

/// Follows a path of modules as they are defined, not as they are re-exported: what is owned is the
/// place where code stands. With `cfg`, one name may stand for several. Else which part names
/// nothing, and where it was looked for.
fn modules_below<'p>(
    world: &World<'_>,
    root: DefId,
    path: impl Iterator<Item = &'p str>,
) -> Result<Vec<DefId>, (usize, DefId)> {
    let mut at = vec![root];
    for (index, name) in path.enumerate() {
        let symbol = world.symbols.find(name).ok_or((index, at[0]))?;
        let named = |child: &DefId| {
            let def = world.def(*child);
            def.kind == DefKind::Module && def.name == symbol
        };
        let below: Vec<DefId> =
            at.iter().flat_map(|&module| world.children(module)).copied().filter(named).collect();
        if below.is_empty() {
            return Err((index, at[0]));
        }
        at = below;
    }
    Ok(at)
}

/// The name by which the map knows a crate.
pub fn crate_name<'w>(world: &'w World<'_>, krate: CrateId) -> &'w str {
    world.text(world.crates[krate].known_as)
}

/// A target inside the workspace.
pub fn inside(world: &World<'_>, target: Target) -> Option<DefId> {
    match target {
        Target::Def(def) if !world.is_std(def) => Some(def),
        _ => None,
    }
}
