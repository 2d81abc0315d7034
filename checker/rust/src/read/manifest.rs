//! What a manifest says that `cargo metadata --no-deps` does not: how the library of a package outside the
//! workspace is called, and which packages of a registry are replaced.

use super::disk::source_text;
use std::path::Path;

/// The name that the library of the package in a folder bears, where its manifest gives it one.
pub(super) fn library_name(folder: &Path) -> Option<String> {
    let path = folder.join("Cargo.toml");
    named(&source_text(&path, &path).ok()?)
}

/// The packages that the manifest at the root of a workspace has come from elsewhere, by `[patch]` or `[replace]`.
pub(super) fn patched(root: &Path) -> Vec<String> {
    let path = root.join("Cargo.toml");
    source_text(&path, &path).map_or_else(|_| Vec::new(), |manifest| replaced(&manifest))
}

fn replaced(manifest: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (table, key, value) in lines(manifest) {
        let patch = table.strip_prefix("patch.").map(|rest| rest.rsplit_once('.').map(|(_, name)| name));
        match patch {
            // `[patch.crates-io.either]`, of which the registry may be an address in quotes.
            Some(Some(name)) if !name.contains(['"', '\'', '/']) => found.push(name.to_owned()),
            // `either = { … }`, `either.path = "…"`, and `either-2 = { package = "either", … }`.
            None if table != "replace" => {}
            _ => {
                let name = key.trim_start_matches(['"', '\'']).split(['"', '\'', '.', ':']).next();
                found.push(renamed(value).or(name).unwrap_or(key).trim().to_owned());
            }
        }
    }
    found.dedup();
    found
}

/// `new` of `{ package = "new", path = "…" }`.
fn renamed(value: &str) -> Option<&str> {
    value.split(['{', ',']).find_map(|part| {
        let (key, name) = part.split_once('=')?;
        (key.trim() == "package").then(|| name.split(['"', '\'']).nth(1))?
    })
}

fn named(manifest: &str) -> Option<String> {
    lines(manifest).find_map(|(table, key, value)| {
        let is_name = matches!((table, key), ("lib", "name") | ("", "lib.name"));
        let quote = value.chars().next().filter(|quote| is_name && matches!(quote, '"' | '\''))?;
        value.split(quote).nth(1).map(str::to_owned)
    })
}

/// Each line with a key: the table that it stands in, the key, and the value as it is written. Cargo has read the
/// manifest before, so that it is sound; and only few of its lines count here.
fn lines(manifest: &str) -> impl Iterator<Item = (&str, &str, &str)> {
    let mut table = "";
    manifest.lines().map(str::trim).filter_map(move |line| {
        if let Some(header) = line.strip_prefix('[') {
            table = header.split(']').next().unwrap_or_default().trim();
            return None;
        }
        let (key, value) = line.split_once('=')?;
        Some((table, key.trim(), value.trim()))
    })
}

#[cfg(test)]
mod tests {
    use super::{named, replaced};

    #[test]
    fn patches_are_found_however_they_are_written() {
        let manifest = "[patch.crates-io]\nonce_cell = { path = 'a' }\n'either'.git = \"b\"\nold = { package = 'new', path = \"c\" }\n\
            [dependencies]\nserde = \"1\"\n[patch.crates-io.csv]\npath = \"d\"\n[patch.\"https://x.org/y\"]\nurl = { path = \"../packages/e\" }\n\
            [replace]\n\"log:0.4.0\" = { path = \"f\" }\n";
        assert_eq!(replaced(manifest), ["once_cell", "either", "new", "csv", "url", "log"]);
        assert!(replaced("[workspace]\nmembers = []\n[dependencies]\npatch = \"1\"").is_empty());
    }

    #[test]
    fn only_the_library_has_that_name() {
        let manifest = "lib.name = 'a'\n[package]\nname = \"b\"";
        assert_eq!(named(manifest).as_deref(), Some("a"));
        let manifest = "[package]\nname = \"b\"\n[[bin]]\nname = \"c\"\n[lib] # here\npath = \"x.rs\"\nname = \"d\" # so\n";
        assert_eq!(named(manifest).as_deref(), Some("d"));
        assert_eq!(named("[package]\nname = \"b\"\n[lib]\npath = \"x.rs\"\n[[bin]]\nname = \"c\""), None);
    }
}
