//! Which packages a package is built with: of all impls, its code sees only theirs.

use crate::read::{DependencyKind, Package, TargetKind};
use crate::resolve::{CrateId, World};

/// For each pair of packages, whether the first is built with the second.
#[derive(Debug)]
pub(super) struct Reach {
    packages: usize,
    built_with: Vec<bool>,
}

impl Reach {
    /// Dependencies of all kinds, and what these are built with in turn. Their own tests are not.
    pub(super) fn new(packages: &[Package]) -> Self {
        let count = packages.len();
        let mut built_with = vec![false; count * count];
        for (from, package) in packages.iter().enumerate() {
            let row = &mut built_with[from * count..][..count];
            row[from] = true;
            let mut open: Vec<usize> =
                package.dependencies.iter().filter_map(|dependency| dependency.local).collect();
            while let Some(next) = open.pop() {
                if std::mem::replace(&mut row[next], true) {
                    continue;
                }
                let further = packages[next].dependencies.iter();
                let further = further.filter(|dependency| dependency.kind == DependencyKind::Normal);
                open.extend(further.filter_map(|dependency| dependency.local));
            }
        }
        Self { packages: count, built_with }
    }

    /// Whether code of a crate sees the impls of another. Those of stand-ins are seen everywhere.
    pub(super) fn sees(&self, world: &World<'_>, from: CrateId, of: CrateId) -> bool {
        let target = |id: CrateId| world.crates[id].target.map(|target| &world.workspace.targets[target]);
        let (Some(own), Some(other)) = (target(from), target(of)) else { return true };
        let is_library = matches!(other.kind, TargetKind::Library | TargetKind::ProcMacro);
        from == of || (is_library && self.built_with[own.package * self.packages + other.package])
    }
}
