//! All imports, followed until nothing changes: an import is looked at again only when a name that
//! it read has changed since.

use super::imports::{Import, ImportKind, follow_one};
use super::world::{DefId, DefKind, ScopeId, Symbol, Target, UNDERSCORE, World};
use crate::arena::to_u32;
use crate::read::Problem;
use rustc_hash::FxHashMap;
use smallvec::SmallVec;
use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::path::PathBuf;

/// As often as this, on the average, is an import looked at before all are given up. Each look
/// needs a name that has changed, and a name changes a few times at most, unless imports lead in a
/// circle that rustc refuses as well.
const LOOKS: usize = 64;
/// So many looks are free: one glob may be looked at for each name of a large module.
const FREE_LOOKS: usize = 10_000;

/// Enters what every import brings into the scope it stands in.
pub(super) fn follow(world: &mut World<'_>) {
    let count = world.imports.len();
    let mut list = Worklist {
        readers: FxHashMap::default(),
        reads: vec![Reads::new(); count],
        is_due: vec![false; count],
        leads: vec![false; count],
        now: BinaryHeap::new(),
        next: Vec::new(),
        looks: FREE_LOOKS + LOOKS * count,
    };
    // Only what no import can still bring may come from elsewhere.
    for look_elsewhere in [false, true] {
        world.look_elsewhere = look_elsewhere;
        for index in 0..count {
            if !list.leads[index] {
                list.later(index);
            }
        }
        list.run(world);
    }
}

/// A name in a scope; `_` stands for all of its names.
type Read = (ScopeId, Symbol);
type Reads = SmallVec<[Read; 4]>;

struct Worklist {
    /// Who looks a name up.
    readers: FxHashMap<Read, Vec<u32>>,
    /// By import: what it is a reader of.
    reads: Vec<Reads>,
    is_due: Vec<bool>,
    /// By import: whether it leads to something.
    leads: Vec<bool>,
    /// What is due before we begin again with the first: imports are followed in the order in which
    /// they are written, since of two that bring the same name the first goes before.
    now: BinaryHeap<Reverse<usize>>,
    next: Vec<usize>,
    looks: usize,
}

impl Worklist {
    fn run(&mut self, world: &mut World<'_>) {
        while !self.next.is_empty() {
            self.now.extend(self.next.drain(..).map(Reverse));
            while let Some(Reverse(index)) = self.now.pop() {
                self.is_due[index] = false;
                let Some(left) = self.looks.checked_sub(1) else {
                    world.unsettled = Some(problem(world, &world.imports[index]));
                    return;
                };
                self.looks = left;
                self.look(world, index);
            }
        }
    }

    fn look(&mut self, world: &mut World<'_>, index: usize) {
        self.note_reads(world, index);
        let changes = follow_one(world, index);
        self.leads[index] = changes.leads;
        if changes.beginnings {
            (0..self.is_due.len()).for_each(|reader| self.mark(reader, index));
        }
        let Some(scope) = world.def(world.imports[index].scope).scope else { return };
        if changes.names.is_empty() {
            return;
        }
        self.mark_readers((scope, UNDERSCORE), index);
        for name in changes.names.into_iter().filter(|name| *name != UNDERSCORE) {
            self.mark_readers((scope, name), index);
        }
    }

    fn mark_readers(&mut self, read: Read, from: usize) {
        let Some(readers) = self.readers.remove(&read) else { return };
        for reader in &readers {
            self.mark(*reader as usize, from);
        }
        self.readers.insert(read, readers);
    }

    /// An import is due: now, if its turn is still to come.
    fn mark(&mut self, reader: usize, from: usize) {
        if reader > from && !self.is_due[reader] {
            self.is_due[reader] = true;
            self.now.push(Reverse(reader));
        } else {
            self.later(reader);
        }
    }

    fn later(&mut self, index: usize) {
        if !self.is_due[index] {
            self.is_due[index] = true;
            self.next.push(index);
        }
    }

    fn note_reads(&mut self, world: &World<'_>, index: usize) {
        let reads = reads(world, &world.imports[index]);
        if reads == self.reads[index] {
            return;
        }
        for read in &reads {
            if !self.reads[index].contains(read) {
                self.readers.entry(*read).or_default().push(to_u32(index));
            }
        }
        self.reads[index] = reads;
    }
}

/// Why nothing can be said of this code.
fn problem(world: &World<'_>, import: &Import) -> Problem {
    let path = world.workspace.files.get(import.file).map(|file| PathBuf::from(&*file.path));
    let leaf = import.leaf.map(|leaf| world.summary(import.file).uses[leaf]);
    Problem {
        path: path.unwrap_or_default(),
        span: leaf.map(|leaf| (leaf.at, leaf.at + 1)),
        message: format!("cannot tell what the import of `{}` leads to", world.text(import.name)),
        help: Some("imports that lead to each other in a circle name nothing: break the circle".to_owned()),
    }
}

/// The names that decide where an import leads.
fn reads(world: &World<'_>, import: &Import) -> Reads {
    let mut reads = Reads::new();
    let Some(leaf) = import.leaf.map(|leaf| world.summary(import.file).uses[leaf]) else { return reads };
    let terms = &world.summary(import.file).terms;
    let path = &terms.paths[leaf.path];
    let segments = &terms.segments[path.segments];
    let Some(first) = segments.first() else { return reads };
    let scope = |id: DefId| world.def(id).scope;
    let name = world.symbol(import.file, first.name);
    let around = std::iter::successors(Some(import.scope), |id| {
        world.def(*id).parent.filter(|_| world.def(*id).kind != DefKind::Module)
    });
    let root = world.crates[world.def(import.scope).krate].root;
    let firsts = around.chain([root]).chain(world.prelude);
    reads.extend(firsts.filter_map(scope).map(|scope| (scope, name)));
    let targets = world.import_prefix(import.scope, import.file, segments, path.global);
    let names = segments.iter().skip(1).map(|segment| world.symbol(import.file, segment.name));
    let of_glob = (import.kind == ImportKind::Glob).then_some(UNDERSCORE);
    for (target, name) in targets.iter().zip(names.chain(of_glob)) {
        if let Target::Def(id) = *target
            && let Some(scope) = scope(id)
        {
            reads.push((scope, name));
        }
    }
    reads
}
