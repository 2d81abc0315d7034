//! Where a macro is carried out: which package, which crate, which file.

use std::path::PathBuf;

/// What the compiler's surroundings say of the crate that is compiled.
#[derive(Clone, Debug, Default)]
pub(crate) struct Place {
    /// The folder of the package's `Cargo.toml`; none outside Cargo.
    pub(crate) package_folder: Option<PathBuf>,
    /// The crate's name, as in paths.
    pub(crate) crate_name: String,
    /// The package's name, as its library is called unless it says otherwise.
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
            crate_name: text("CARGO_CRATE_NAME"),
            package: text("CARGO_PKG_NAME").replace('-', "_"),
            file: proc_macro::is_available()
                .then(proc_macro::Span::call_site)
                .and_then(|span| span.local_file()),
        }
    }

    /// The module that the file holds, by the standard layout, from the crate `root` on.
    pub(crate) fn module(&self, root: &str) -> Option<String> {
        let file = std::path::absolute(self.file.as_ref()?).ok()?;
        let below = file.strip_prefix(self.package_folder.as_ref()?).ok()?.with_extension("");
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
}
