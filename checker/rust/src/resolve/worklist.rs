//! All imports, followed until nothing changes: an import is looked at again only when a name that
//! it read has changed since.

use super::definitions::{DefId, DefKind};
use super::follow::Follower;
use super::imports::{Beyond, Import, ImportKind, ImportPaths};
use super::scopes::{ScopeId, Scopes, Target};
use super::symbols::{Symbol, UNDERSCORE};
use crate::arena::to_u32;
use crate::read::Problem;
use rustc_hash::{FxHashMap, FxHashSet};
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

/// Enters what every import brings into the scope it stands in; and says why, if it was given up.
pub(super) fn follow(scopes: Scopes<'_>) -> (Scopes<'_>, Option<Problem>) {
    let count = scopes.imports.len();
    let is_glob = |scopes: &Scopes<'_>, index: usize| scopes.imports[index].kind == ImportKind::Glob;
    let mut follower = Follower { scopes, beyond: Beyond::Nothing };
    let mut list = Worklist {
        readers: FxHashMap::default(),
        lookers: FxHashMap::default(),
        takers: FxHashMap::default(),
        grown: Vec::new(),
        reads: vec![Reads::new(); count],
        is_due: vec![false; count],
        leads: vec![false; count],
        now: BinaryHeap::new(),
        next: Vec::new(),
        looks: FREE_LOOKS + LOOKS * count,
    };
    // Only what no import can still bring may come from elsewhere.
    // Whoever looks a name up when globs lead where they lead need not look again for their sake.
    (0..count).filter(|index| is_glob(&follower.scopes, *index)).for_each(|index| list.later(index));
    let mut unsettled = list.run(&mut follower);
    for beyond in [Beyond::Nothing, Beyond::Outside] {
        follower.beyond = beyond;
        for index in 0..count {
            if !list.leads[index] {
                list.later(index);
            }
        }
        unsettled = list.run(&mut follower).or(unsettled);
    }
    (follower.scopes, unsettled)
}

/// A name in a scope; `_` stands for what it has of outside.
type Read = (ScopeId, Symbol);
type Reads = SmallVec<[Read; 4]>;

struct Worklist {
    /// Who looks a name up.
    readers: FxHashMap<Read, Vec<u32>>,
    /// Who looks any name up in a scope.
    lookers: FxHashMap<ScopeId, Vec<u32>>,
    /// Which scopes have a glob that leads to a scope.
    takers: FxHashMap<ScopeId, Vec<ScopeId>>,
    /// The scopes of which a glob has come to lead elsewhere since we began with the first import.
    grown: Vec<ScopeId>,
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
    /// Why following them was given up, if it was.
    fn run(&mut self, follower: &mut Follower<'_>) -> Option<Problem> {
        while !self.next.is_empty() {
            self.now.extend(self.next.drain(..).map(Reverse));
            while let Some(Reverse(index)) = self.now.pop() {
                self.is_due[index] = false;
                let Some(left) = self.looks.checked_sub(1) else {
                    return Some(problem(&follower.scopes, &follower.scopes.imports[index]));
                };
                self.looks = left;
                self.look(follower, index);
            }
            let grown = std::mem::take(&mut self.grown);
            for scope in self.above(&grown) {
                self.mark_all(scope, usize::MAX);
            }
        }
        None
    }

    fn look(&mut self, follower: &mut Follower<'_>, index: usize) {
        self.note_reads(follower, index);
        let changes = follower.follow(index);
        self.leads[index] = changes.leads;
        let scopes = &follower.scopes;
        let Some(scope) = scopes.def(scopes.imports[index].scope).scope else { return };
        if changes.outside {
            self.mark_all(scope, index);
        }
        if let Some(source) = changes.source {
            self.takers.entry(source).or_default().push(scope);
            self.grown.push(scope);
        }
        if changes.name {
            let name = follower.scopes.imports[index].name;
            self.above(&[scope]).into_iter().for_each(|scope| self.mark_readers((scope, name), index));
        }
    }

    /// These scopes, and all to which globs bring their names.
    fn above(&self, scopes: &[ScopeId]) -> Vec<ScopeId> {
        let mut found = scopes.to_vec();
        let mut known = FxHashSet::default();
        let mut at = 0;
        while let Some(scope) = found.get(at) {
            at += 1;
            let takers = self.takers.get(scope).map(Vec::as_slice).unwrap_or_default();
            if known.is_empty() && !takers.is_empty() {
                known.extend(scopes);
            }
            found.extend(takers.iter().filter(|taker| known.insert(**taker)));
        }
        found
    }

    fn mark_readers(&mut self, read: Read, from: usize) {
        let Some(readers) = self.readers.remove(&read) else { return };
        for reader in &readers {
            self.mark(*reader as usize, from);
        }
        self.readers.insert(read, readers);
    }

    /// Marks whoever looks any name up in a scope.
    fn mark_all(&mut self, scope: ScopeId, from: usize) {
        let Some(readers) = self.lookers.remove(&scope) else { return };
        for reader in &readers {
            self.mark(*reader as usize, from);
        }
        self.lookers.insert(scope, readers);
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

    fn note_reads(&mut self, follower: &Follower<'_>, index: usize) {
        let reads = reads(&follower.paths(), &follower.scopes.imports[index]);
        if reads == self.reads[index] {
            return;
        }
        let known = &self.reads[index];
        for (at, read) in reads.iter().enumerate() {
            if !known.contains(read) {
                self.readers.entry(*read).or_default().push(to_u32(index));
            }
            let is_there = |other: &Read| other.0 == read.0;
            if !known.iter().any(is_there) && !reads[..at].iter().any(is_there) {
                self.lookers.entry(read.0).or_default().push(to_u32(index));
            }
        }
        self.reads[index] = reads;
    }
}

/// Why nothing can be said of this code.
fn problem(scopes: &Scopes<'_>, import: &Import) -> Problem {
    let path = scopes.workspace.files.get(import.file).map(|file| PathBuf::from(&*file.path));
    let leaf = import.leaf.map(|leaf| scopes.summary(import.file).uses[leaf]);
    let name = if import.kind == ImportKind::Glob { "*" } else { scopes.text(import.name) };
    Problem {
        path: path.unwrap_or_default(),
        span: leaf.map(|leaf| (leaf.at, leaf.at + 1)),
        message: format!("cannot tell what the import of `{name}` leads to"),
        help: Some("imports that lead to each other in a circle name nothing: break the circle".to_owned()),
    }
}

/// The names that decide where an import leads.
fn reads(paths: &ImportPaths<'_, '_>, import: &Import) -> Reads {
    let scopes = paths.scopes;
    let mut reads = Reads::new();
    let Some(leaf) = import.leaf.map(|leaf| scopes.summary(import.file).uses[leaf]) else { return reads };
    let terms = &scopes.summary(import.file).terms;
    let path = &terms.paths[leaf.path];
    let segments = &terms.segments[path.segments];
    let Some(first) = segments.first() else { return reads };
    let scope = |id: DefId| scopes.def(id).scope;
    let name = scopes.symbol(import.file, first.name);
    let around = std::iter::successors(Some(import.scope), |id| {
        scopes.def(*id).parent.filter(|_| scopes.def(*id).kind != DefKind::Module)
    });
    let root = scopes.crates[scopes.def(import.scope).krate].root;
    let firsts = around.chain([root]).chain(scopes.prelude);
    reads.extend(firsts.filter_map(scope).map(|scope| (scope, name)));
    let targets = paths.prefix(import.scope, import.file, segments, path.global);
    let names = segments.iter().skip(1).map(|segment| scopes.symbol(import.file, segment.name));
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
