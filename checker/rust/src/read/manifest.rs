//! What a manifest says that `cargo metadata --no-deps` does not: how the library of a package outside the
//! workspace is called.

use super::disk::source_text;
use std::path::Path;

/// The name that the library of the package in a folder bears, where its manifest gives it one.
pub(super) fn library_name(folder: &Path) -> Option<String> {
    let path = folder.join("Cargo.toml");
    named(&source_text(&path, &path).ok()?)
}

/// Cargo has read the manifest before, so that it is sound; here only one of its lines counts.
fn named(manifest: &str) -> Option<String> {
    let mut table = "";
    manifest.lines().map(str::trim).find_map(|line| {
        if let Some(header) = line.strip_prefix('[') {
            table = header.split(']').next().unwrap_or_default().trim();
        }
        let (key, value) = line.split_once('=')?;
        let is_name = matches!((table, key.trim()), ("lib", "name") | ("", "lib.name"));
        let quote = value.trim().chars().next().filter(|quote| is_name && matches!(quote, '"' | '\''))?;
        value.split(quote).nth(1).map(str::to_owned)
    })
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn only_the_library_has_that_name() {
        let manifest = "lib.name = 'a'\n[package]\nname = \"b\"";
        assert_eq!(named(manifest).as_deref(), Some("a"));
        let manifest = "[package]\nname = \"b\"\n[[bin]]\nname = \"c\"\n[lib] # here\npath = \"x.rs\"\nname = \"d\" # so\n";
        assert_eq!(named(manifest).as_deref(), Some("d"));
        assert_eq!(named("[package]\nname = \"b\"\n[lib]\npath = \"x.rs\"\n[[bin]]\nname = \"c\""), None);
    }
}
