//! The crates of a workspace, the stand-ins for those outside, and which names each knows the others by.

use super::definitions::{Crate, CrateId, Def, DefKind, Visible};
use super::numbering::{Builder, Place};
use super::presence::Presence;
use super::symbols::Symbol;
use crate::arena::IdxRange;
use crate::read::{DependencyKind, FileId, Target as BuildTarget, TargetKind};
use rustc_hash::{FxHashMap, FxHashSet};

/// The names that every crate knows for the standard library.
const STD_NAMES: [&str; 3] = ["std", "core", "alloc"];

/// What a crate begins with.
struct Root {
    /// None for a stand-in.
    target: Option<usize>,
    name: Symbol,
    file: FileId,
    edition: u16,
    test: bool,
}

impl Builder<'_> {
    pub(super) fn target(&mut self, index: usize) {
        let target = &self.definitions.workspace.targets[index];
        let test = matches!(target.kind, TargetKind::Test | TargetKind::Bench);
        let name = self.definitions.symbols.intern(&target.code_name);
        let (file, edition) = (target.root, target.edition);
        self.root(Root { target: Some(index), name, file, edition, test });
    }

    pub(super) fn stand_ins(&mut self) {
        self.definitions.std = self.definitions.crates.next();
        for (index, stand_in) in self.definitions.stand_ins.iter().enumerate() {
            let name = self.definitions.symbols.intern(&stand_in.name.replace('-', "_"));
            let file = FileId::new(self.definitions.workspace.files.len() + index);
            self.root(Root { target: None, name, file, edition: 2024, test: false });
        }
    }

    /// Gives libraries of one name, and programs of packages without a library, the names of their packages.
    pub(super) fn tell_apart(&mut self) {
        let workspace = self.definitions.workspace;
        let is_library = |kind| matches!(kind, TargetKind::Library | TargetKind::ProcMacro);
        let libraries = workspace.targets.iter().filter(|target| is_library(target.kind));
        let with_library: FxHashSet<usize> = libraries.map(|target| target.package).collect();
        let stands_for_its_package = |target: &BuildTarget| {
            is_library(target.kind)
                || (target.kind == TargetKind::Binary && !with_library.contains(&target.package))
        };
        let mut packages: FxHashMap<&str, FxHashSet<usize>> = FxHashMap::default();
        for target in workspace.targets.iter().filter(|target| stands_for_its_package(target)) {
            packages.entry(&target.code_name).or_default().insert(target.package);
        }
        for (index, target) in workspace.targets.iter().enumerate() {
            if stands_for_its_package(target) && packages[&*target.code_name].len() > 1 {
                let package = workspace.packages[target.package].name.replace('-', "_");
                let package = self.definitions.symbols.intern(&package);
                self.definitions.crates[CrateId::new(index)].known_as = package;
            }
        }
    }

    fn root(&mut self, Root { target, name, file, edition, test }: Root) {
        let krate = self.definitions.crates.next();
        let root = self.push(Def {
            kind: DefKind::Module,
            name,
            parent: None,
            krate,
            file,
            item: None,
            field: None,
            children: IdxRange::default(),
            visible: Visible::Everywhere,
            enabled: true,
            test,
            scope: None,
        });
        self.definitions.crates.push(Crate {
            target,
            root,
            name,
            known_as: name,
            externs: FxHashMap::default(),
            outside: FxHashMap::default(),
            macro_preludes: Vec::new(),
            edition,
        });
        let summary = self.definitions.summary(file);
        self.file(Place { krate, file, module: root, summary, presence: Presence::EVERYWHERE });
    }

    /// Which crates each crate may name.
    pub(super) fn link_crates(&mut self) {
        let workspace = self.definitions.workspace;
        let mut libraries = FxHashMap::default();
        for (index, target) in workspace.targets.iter().enumerate() {
            if matches!(target.kind, TargetKind::Library | TargetKind::ProcMacro) {
                libraries.insert(target.package, CrateId::new(index));
            }
        }
        for index in self.definitions.crates.ids() {
            let mut externs = FxHashMap::default();
            let mut outside = FxHashMap::default();
            for name in STD_NAMES {
                externs.insert(self.definitions.symbols.intern(name), self.definitions.std);
            }
            if index >= self.definitions.std {
                for (other, stand_in) in self.definitions.stand_ins.iter().enumerate() {
                    let name = self.definitions.symbols.intern(&stand_in.name.replace('-', "_"));
                    externs.insert(name, CrateId::new(self.definitions.std.index() + other));
                }
            }
            if let Some(target) =
                self.definitions.crates[index].target.map(|target| &workspace.targets[target])
            {
                let is_build = target.kind == TargetKind::BuildScript;
                for name in ["proc_macro", "test"] {
                    let symbol = self.definitions.symbols.intern(name);
                    outside.insert(symbol, self.definitions.outside.intern(None, symbol));
                }
                for dependency in &workspace.packages[target.package].dependencies {
                    if (dependency.kind == DependencyKind::Build) != is_build {
                        continue;
                    }
                    let name = self.definitions.symbols.intern(&dependency.code_name);
                    let local = dependency.local.and_then(|package| libraries.get(&package).copied());
                    match local.or_else(|| self.stand_in(&dependency.package)) {
                        Some(library) => drop(externs.insert(name, library)),
                        None => drop(outside.insert(name, self.definitions.outside.intern(None, name))),
                    }
                }
                let own = libraries.get(&target.package).copied();
                if let Some(own) = own.filter(|own| *own != index && !is_build) {
                    externs.insert(self.definitions.crates[own].name, own);
                }
            }
            self.definitions.crates[index].externs = externs;
            self.definitions.crates[index].outside = outside;
        }
    }

    fn stand_in(&self, package: &str) -> Option<CrateId> {
        let index = self.definitions.stand_ins.iter().position(|stand_in| stand_in.name == package)?;
        Some(CrateId::new(self.definitions.std.index() + index))
    }

    /// Spells the stand-ins' modules as paths, for what they lack.
    pub(super) fn std_modules(&mut self) {
        for id in self.definitions.defs.ids() {
            let def = &self.definitions.defs[id];
            if def.krate < self.definitions.std || def.kind != DefKind::Module {
                continue;
            }
            let (parent, name) = (def.parent, def.name);
            let above = parent.and_then(|parent| self.definitions.std_modules.get(&parent).copied());
            let outside = self.definitions.outside.intern(above, name);
            self.definitions.std_modules.insert(id, outside);
        }
    }
}
