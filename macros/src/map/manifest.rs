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

/// The name of the package that a manifest is about; none if it is about a workspace alone.
pub(super) fn package(manifest: &str) -> Option<String> {
    let mut table = "";
    for line in lines(manifest) {
        if line.starts_with('[') {
            table = line;
        } else if let Some((key, value)) = line.split_once('=') {
            let is_it = table == "[package]" && key.trim() == "name"
                || table.is_empty() && key.trim() == "package.name";
            if is_it {
                return quoted(value);
            }
        }
    }
    None
}

/// Whether a manifest is that of a workspace.
pub(super) fn is_workspace(manifest: &str) -> bool {
    lines(manifest).any(|line| line == "[workspace]" || line.starts_with("[workspace."))
}

/// Whether a package depends on a crate of this name, in every build: not for one target or behind a feature.
pub(super) fn depends_on(package: &Path, name: &str) -> bool {
    lists(&std::fs::read_to_string(package.join("Cargo.toml")).unwrap_or_default(), name)
}

fn lists(manifest: &str, name: &str) -> bool {
    let is_it = |key: &str| key.trim().trim_matches(['"', '\'']).replace('-', "_") == name;
    let mut table = "";
    let (mut found, mut optional) = (false, false);
    for line in lines(manifest) {
        if line.starts_with('[') {
            table = line;
            found |= of_table(table).is_some_and(is_it);
            continue;
        }
        let Some((key, value)) = line.split_once('=') else { continue };
        let says_so = |value: &str| value.split_whitespace().collect::<String>().contains("optional=true");
        if table == "[dependencies]" && is_it(key.split('.').next().unwrap_or(key)) {
            found = true;
            optional |= says_so(value) || key.trim().ends_with(".optional") && value.trim() == "true";
        } else if of_table(table).is_some_and(is_it) && key.trim() == "optional" {
            optional |= value.trim() == "true";
        }
    }
    found && !optional
}

/// The package of which a table of a manifest is.
fn of_table(table: &str) -> Option<&str> {
    table.strip_prefix("[dependencies.")?.strip_suffix(']')
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
    use super::{lists, said};

    #[test]
    fn a_dependency_is_found_however_it_is_written() {
        for (manifest, is_there) in [
            ("[dependencies]\nthe-kernel = \"1\"", true),
            ("[dependencies]\nthe_kernel.workspace = true", true),
            ("[dependencies] # all\nother = \"1\"\n\"the-kernel\" = { path = \"x\" }", true),
            ("[dependencies.the-kernel]\npath = \"x\"", true),
            ("[dependencies]\nthe-kernel = { path = \"x\", optional = true }", false),
            ("[dependencies.the-kernel]\npath = \"x\"\noptional = true", false),
            ("[dependencies]\nthe-kernel.path = \"x\"\nthe-kernel.optional = true", false),
            ("[dev-dependencies]\nthe-kernel = \"1\"", false),
            ("[target.'cfg(unix)'.dependencies]\nthe-kernel = \"1\"", false),
            ("[dependencies]\nmore = { package = \"the-kernel\" }", false),
            ("[dependencies]\n# the-kernel = \"1\"", false),
        ] {
            assert_eq!(lists(manifest, "the_kernel"), is_there, "{manifest}");
        }
    }

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
