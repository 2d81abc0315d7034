//! Modules whose files lie elsewhere than their names say: `#[path = "…"] mod inner;`.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

/// Files of a package that modules name by `#[path]`, each with the file that says so and the module's name.
pub(super) type Moved = HashMap<PathBuf, (PathBuf, String)>;

/// The files below a package's `src` that lie elsewhere. It is asked only where borders run inside a crate,
/// and read once.
pub(super) fn moved(package: &Path) -> Arc<Moved> {
    static KNOWN: LazyLock<Mutex<HashMap<PathBuf, Arc<Moved>>>> = LazyLock::new(Mutex::default);
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    let read = || {
        let mut moved = Moved::new();
        collect(&package.join("src"), &mut moved);
        Arc::new(moved)
    };
    known.entry(package.to_owned()).or_insert_with(read).clone()
}

fn collect(folder: &Path, moved: &mut Moved) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => collect(&path, moved),
            Ok(kind) if kind.is_file() && path.extension().is_some_and(|end| end == "rs") => {
                let text = std::fs::read_to_string(&path).unwrap_or_default();
                for (file, module) in said(&text) {
                    moved.insert(folder.join(file), (path.clone(), module.to_owned()));
                }
            }
            _ => {}
        }
    }
}

/// The files that a text names by `#[path = "…"]`, each with the module whose file it is.
fn said(text: &str) -> Vec<(&str, &str)> {
    let one = |(at, _): (usize, &str)| {
        let after = text[at..].strip_prefix("#[path")?.trim_start().strip_prefix('=')?.trim_start();
        let (file, after) = after.strip_prefix('"')?.split_once('"')?;
        let declared = after.split_once("mod ")?.1;
        let (module, _) = declared.split_once(';').filter(|(name, _)| is_name(name.trim()))?;
        Some((file, module.trim()))
    };
    text.match_indices("#[path").filter_map(one).collect()
}

fn is_name(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|letter| letter == '_' || letter.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::said;

    #[test]
    fn a_module_is_found_below_its_attributes() {
        let text = "mod front;\n#[path = \"front/inner.rs\"] pub mod back;\n#[path=\"x.rs\"]\n#[cfg(unix)]\npub(crate) mod y ;\n";
        assert_eq!(said(text), [("front/inner.rs", "back"), ("x.rs", "y")]);
        assert!(said("#[path = \"inline\"] mod inline { mod other; }").is_empty());
    }
}
