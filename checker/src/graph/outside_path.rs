//! How something outside of the workspace is called, whatever the code in hand calls it.

use super::Graph;
use super::law::normal;
use stateline_rust::summary::{ItemKind, Type};
use stateline_rust::{DefId, Dependency, Target};

impl Graph<'_> {
    /// The full path of something outside the workspace that code in `from` names: a crate by its own
    /// name, however the manifest renames it, and `core` and `alloc` as `std`.
    pub fn beyond(&self, from: DefId, target: Target) -> Option<String> {
        let world = self.world();
        let path = match target {
            Target::Def(id) if world.is_std(id) => self.path_in_std(id),
            Target::Def(_) => return None,
            Target::Outside(id) => world.outside_path(id),
        };
        self.by_package(from, &path)
    }

    /// The same for a path that begins as the code writes it.
    pub fn by_package(&self, from: DefId, path: &str) -> Option<String> {
        let (first, rest) = path.split_at(path.find("::").unwrap_or(path.len()));
        let known = self.depends_on(from)?.iter().find(|dependency| dependency.code_name == first);
        let name = known.map_or_else(|| first.to_owned(), |dependency| dependency.package.replace('-', "_"));
        Some(normal(&(name + rest)))
    }

    /// Whether a package outside is the one that its name says: from a registry, and not patched.
    pub fn is_published(&self, from: DefId, path: &str) -> bool {
        let package = path.split_once("::").map_or(path, |(package, _)| package);
        let dependencies = self.depends_on(from).into_iter().flatten();
        let mut meant = dependencies.filter(|known| known.package.replace('-', "_") == package);
        // The standard library has no entry among the dependencies; ours may come from a folder.
        meant.all(|dependency| dependency.is_published || package == "stateline")
    }

    /// Those of the package that code stands in.
    fn depends_on(&self, of: DefId) -> Option<&[Dependency]> {
        let world = self.world();
        let target = world.crates[world.def(of).krate].target?;
        Some(&world.workspace.packages[world.workspace.targets[target].package].dependencies)
    }

    /// The path of an item of the standard library, `std::path::Path::exists`.
    fn path_in_std(&self, id: DefId) -> String {
        let world = self.world();
        let held_by = world.def(id).parent.and_then(|parent| match &world.item(parent)?.kind {
            ItemKind::Impl { self_ty, .. } => match world.site(parent).terms.types[*self_ty] {
                Type::Path(path) => world.named_whole(world.site(parent), path),
                _ => None,
            },
            _ => None,
        });
        match held_by {
            Some(of) => format!("{}::{}", self.path(of), world.text(world.def(id).name)),
            None => self.path(id),
        }
    }
}
