//! Where a macro is carried out: which package, which crate, which file.

use super::{manifest, moved};
use stateline_schema::map::CodeKind;
use std::path::{Path, PathBuf};

/// What the compiler's surroundings say of the crate that is compiled.
#[derive(Clone, Debug, Default)]
pub(crate) struct Place {
    /// The folder of the package's `Cargo.toml`; none outside Cargo.
    pub(crate) package_folder: Option<PathBuf>,
    /// The folder of its workspace, where that is known already; else Cargo is asked.
    pub(crate) workspace_folder: Option<PathBuf>,
    /// The crate's name, as in paths.
    pub(crate) crate_name: String,
    /// The package's name, as in paths: so its library is called, unless its manifest says otherwise.
    pub(crate) package: String,
    /// The file in which the macro is called, if the compiler tells.
    pub(crate) file: Option<PathBuf>,
}

impl Place {
    /// Where the macro that now runs is called.
    pub(crate) fn here() -> Place {
        let text = |key| std::env::var(key).unwrap_or_default();
        Place {
            package_folder: std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from),
            workspace_folder: None,
            crate_name: text("CARGO_CRATE_NAME"),
            package: text("CARGO_PKG_NAME").replace('-', "_"),
            file: proc_macro::is_available()
                .then(proc_macro::Span::call_site)
                .and_then(|span| span.local_file()),
        }
    }

    /// The names by which patterns of the map know the package: its library's or, where it has none, its own and
    /// the program's.
    pub(super) fn names(&self) -> Vec<String> {
        let library =
            self.package_folder.as_ref().and_then(|folder| manifest::library(folder, &self.package));
        library.map_or_else(|| vec![self.package.clone(), self.crate_name.clone()], |name| vec![name])
    }

    /// The crates that the code may go by in the map, the likeliest first. Tests, examples, benches and programs
    /// of a package belong to its library, whatever they are called themselves.
    pub(crate) fn roots(&self) -> Vec<String> {
        let library =
            self.package_folder.as_ref().and_then(|folder| manifest::library(folder, &self.package));
        let mut roots: Vec<String> = library.into_iter().collect();
        for root in [&self.crate_name, &self.package] {
            if !roots.contains(root) {
                roots.push(root.clone());
            }
        }
        roots
    }

    /// Whether the manifest lists a package of this name, as in paths, that is there whatever is built.
    pub(crate) fn depends_on(&self, name: &str) -> bool {
        self.package_folder.as_ref().is_some_and(|folder| manifest::depends_on(folder, name))
    }

    /// Which code it may be, by the folder of its file. Test code in a library is ordinary code here: nobody
    /// tells a macro.
    pub(crate) fn kinds(&self) -> &'static [CodeKind] {
        let file = self.file.as_ref().and_then(|file| std::path::absolute(file).ok());
        let below = file.as_ref().zip(self.package_folder.as_ref());
        let below =
            below.and_then(|(file, package)| file.strip_prefix(package).ok()?.iter().next()?.to_str());
        match below {
            Some("tests") => &[CodeKind::Tests],
            Some("benches") => &[CodeKind::Benches],
            Some("examples") => &[CodeKind::Examples],
            Some("build.rs") => &[CodeKind::Build],
            Some(_) => &[CodeKind::Main],
            None => &CodeKind::ALL,
        }
    }

    /// The module that the file holds, by the standard layout and by `#[path]`, from the crate `root` on.
    pub(crate) fn module(&self, root: &str) -> Option<String> {
        let file = std::path::absolute(self.file.as_ref()?).ok()?;
        let package = self.package_folder.as_ref()?;
        let moved = moved::moved(package);
        // A file that is named by another, which may be named by another.
        let mut names = Vec::new();
        let mut at: &Path = &file;
        while let Some((by, module)) = moved.get(at).filter(|_| names.len() < moved.len()) {
            names.push(module.as_str());
            at = by;
        }
        let mut module = by_layout(at, package, root)?;
        for name in names.into_iter().rev() {
            module.push_str("::");
            module.push_str(name);
        }
        Some(module)
    }
}

/// The module that a file of a package holds if it lies where its name says.
fn by_layout(file: &Path, package: &Path, root: &str) -> Option<String> {
    let below = file.strip_prefix(package).ok()?.with_extension("");
    let mut parts: Vec<&str> = below.iter().map(|part| part.to_str()).collect::<Option<_>>()?;
    if parts.first() != Some(&"src") {
        // Tests, examples and benches follow the library.
        return Some(root.to_owned());
    }
    parts[0] = root;
    if parts.last().is_some_and(|last| matches!(*last, "lib" | "main" | "mod")) {
        parts.pop();
    }
    if parts.get(1) == Some(&"bin") {
        parts.truncate(1);
    }
    Some(parts.join("::"))
}
