//! What a package's manifest says of its library, as far as macros must know it.

use std::path::Path;

/// The name of a package's library, as in paths; none if it has none.
///
/// Only the one key is looked for that says it (`name` of `[lib]`): a whole reader of TOML would cost every
/// user of the macros more than the rest of them.
pub(super) fn library(package: &Path, name: &str) -> Option<String> {
    let manifest = std::fs::read_to_string(package.join("Cargo.toml")).unwrap_or_default();
    let has_one = said(&manifest).is_some() || says(&manifest) || package.join("src/lib.rs").is_file();
    has_one.then(|| said(&manifest).unwrap_or_else(|| name.to_owned()).replace('-', "_"))
}

/// Whether there is a table about the library.
fn says(manifest: &str) -> bool {
    lines(manifest).any(|line| line == "[lib]")
}

/// The name that the manifest says: under `[lib]`, or in a line of its own.
fn said(manifest: &str) -> Option<String> {
    let mut table = "";
    for line in lines(manifest) {
        if line.starts_with('[') {
            table = line;
            continue;
        }
        let Some((key, value)) = line.split_once('=') else { continue };
        match (table, key.trim()) {
            ("[lib]", "name") => return quoted(value),
            ("", "lib.name") => return quoted(value),
            ("", "lib") => {
                let (_, name) = value.split_once("name").and_then(|(_, rest)| rest.split_once('='))?;
                return quoted(name);
            }
            _ => {}
        }
    }
    None
}

/// The lines of a manifest, without what is a comment.
fn lines(manifest: &str) -> impl Iterator<Item = &str> {
    manifest.lines().map(str::trim).filter(|line| !line.starts_with('#')).map(|line| match line {
        // After a table's name, nothing but a comment may come.
        line if line.starts_with('[') => line.split_once('#').map_or(line, |(table, _)| table.trim()),
        line => line,
    })
}

/// The first text in quotes of either kind.
fn quoted(text: &str) -> Option<String> {
    let open = text.find(['"', '\''])?;
    let quote = &text[open..=open];
    text[open + 1..].split(quote).next().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::said;

    #[test]
    fn a_librarys_name_is_found_wherever_it_may_stand() {
        for (manifest, name) in [
            ("[package]\nname = \"a\"\n[lib]\nname = \"b\"", Some("b")),
            ("[package]\nname = \"a\"\n\n[lib] # its name\npath = \"x.rs\"\nname='b' # is b", Some("b")),
            ("lib = { path = \"x.rs\", name = \"b\" }\n[package]\nname = \"a\"", Some("b")),
            ("lib.name = \"b\"\n[package]\nname = \"a\"", Some("b")),
            ("[package]\nname = \"a\"\n[[bin]]\nname = \"b\"", None),
            ("[package]\nname = \"a\"\n# [lib]\n# name = \"b\"", None),
        ] {
            assert_eq!(said(manifest).as_deref(), name, "{manifest}");
        }
    }
}
