//! The crates of a workspace, by the manifests in its folders. They are looked for only where a context owns
//! by a pattern or a folder: which crates match, the map alone does not say.

use super::manifest;
use stateline_schema::Map;
use stateline_schema::map::Crate;
use std::path::Path;

/// A crate: its name, as in paths, and the folder of its package, from the workspace's folder on.
type Found = (String, String);

/// A context, and a crate that it owns by a pattern or a folder.
pub(crate) type TakenCrate = (String, stateline_schema::Path);

/// The crates of a workspace that contexts of its map own by a pattern or a folder.
pub(super) fn taken(map: &Map, workspace: &Path) -> Vec<TakenCrate> {
    let found = below(workspace);
    let crates: Vec<Crate<'_>> = found.iter().map(|(name, folder)| Crate { name, folder }).collect();
    let taken = map.taken(&crates).into_iter().filter_map(|taken| {
        let context = map.contexts.names().nth(taken.context)?;
        let krate = stateline_schema::Path::parse(crates[taken.krate].name).ok()?;
        Some((context.value.clone(), krate))
    });
    taken.collect()
}

/// The crates in a workspace's folder. A folder with another workspace is not looked into.
fn below(workspace: &Path) -> Vec<Found> {
    let mut found = Vec::new();
    collect(workspace, "", &mut found);
    found.sort();
    found
}

fn collect(folder: &Path, way: &str, found: &mut Vec<Found>) {
    if let Ok(text) = std::fs::read_to_string(folder.join("Cargo.toml")) {
        if !way.is_empty() && manifest::is_workspace(&text) {
            return;
        }
        if let Some(package) = manifest::package(&text) {
            let name = package.replace('-', "_");
            found.push((manifest::library(folder, &name).unwrap_or(name), way.to_owned()));
        }
    }
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let Some(name) = name.to_str().filter(|name| !name.starts_with('.')) else { continue };
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        if is_folder && !matches!(name, "target" | "node_modules") {
            let way = if way.is_empty() { name.to_owned() } else { format!("{way}/{name}") };
            collect(&entry.path(), &way, found);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::below;
    use tempfile::TempDir;

    #[test]
    fn packages_are_found_and_other_workspaces_are_not() {
        let folder = TempDir::new().expect("a folder can be made");
        for (path, text) in [
            ("Cargo.toml", "[workspace]\nmembers = [\"crates/*\"]\n"),
            ("crates/db-views/Cargo.toml", "[package]\nname = \"db-views\"\n"),
            ("crates/db-views/src/lib.rs", ""),
            ("crates/db/schema/Cargo.toml", "[package]\nname = \"db-schema\"\n[lib]\nname = \"tables\"\n"),
            ("crates/tool/Cargo.toml", "[package] # a program\nname='the-tool'\n"),
            ("fuzz/Cargo.toml", "[package]\nname = \"fuzz\"\n[workspace]\n"),
            ("fuzz/inner/Cargo.toml", "[package]\nname = \"inner\"\n"),
            ("target/package/Cargo.toml", "[package]\nname = \"packed\"\n"),
            (".cache/Cargo.toml", "[package]\nname = \"hidden\"\n"),
        ] {
            let path = folder.path().join(path);
            std::fs::create_dir_all(path.parent().expect("it lies in a folder"))
                .expect("a folder can be made");
            std::fs::write(path, text).expect("a file can be written");
        }
        let found = below(folder.path());
        let found: Vec<(&str, &str)> = found.iter().map(|(name, folder)| (&**name, &**folder)).collect();
        assert_eq!(
            found,
            [("db_views", "crates/db-views"), ("tables", "crates/db/schema"), ("the_tool", "crates/tool")]
        );
    }
}
