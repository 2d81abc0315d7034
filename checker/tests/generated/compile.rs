//! Compiles crates by the map of each, all in one workspace: the compiler's judgement, in its words.

use crate::Case;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The other crates of the world.
const WORLD: [&str; 3] = ["compliance", "ledger", "screening"];

/// What the compiler refuses of each case; nothing of one that compiles.
///
/// # Panics
/// If Cargo cannot be run, or the world does not compile.
pub(crate) fn errors(root: &Path, cases: &[Case]) -> Vec<String> {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("generated");
    write_workspace(&folder, root, cases);
    let output = Command::new(env!("CARGO"))
        .args(["check", "--workspace", "--keep-going", "--offline", "--message-format=json"])
        .current_dir(&folder)
        // Shared with the tests of the root, which need the same dependencies.
        .env("CARGO_TARGET_DIR", folder.with_file_name("workspaces"))
        .env_remove("RUSTFLAGS")
        .output()
        .expect("Cargo can be run");
    let mut refused: BTreeMap<String, String> = BTreeMap::new();
    let mut reached = 0;
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let line: serde_json::Value = serde_json::from_str(line).expect("Cargo speaks JSON");
        let manifest = line["manifest_path"].as_str().unwrap_or_default();
        let name = Path::new(manifest).parent().and_then(Path::file_name).unwrap_or_default();
        reached += usize::from(line["reason"] == "compiler-artifact" && WORLD.iter().any(|of| name == *of));
        if line["message"]["level"] == "error" {
            let text = line["message"]["rendered"].as_str().unwrap_or_default();
            refused.entry(name.to_string_lossy().into_owned()).or_default().push_str(text);
        }
    }
    assert_eq!(reached, WORLD.len(), "{}", String::from_utf8_lossy(&output.stderr));
    cases.iter().map(|case| refused.remove(&case.name).unwrap_or_default()).collect()
}

/// A package for each case. All are the crate `payments`, since that is what the map calls them.
fn write_workspace(folder: &Path, root: &Path, cases: &[Case]) {
    let cases_in = cases.iter().map(|case| format!("cases/{}", case.name));
    let members: Vec<String> = WORLD.iter().map(|name| format!("world/{name}")).chain(cases_in).collect();
    let others = WORLD.map(|name| format!("{name} = {{ path = \"world/{name}\" }}\n")).concat();
    let manifest = format!(
        "[workspace]\nresolver = \"3\"\nmembers = {members:?}\n\n[workspace.dependencies]\n\
         serde = {{ version = \"1\", features = [\"derive\"] }}\nstateline = {{ path = {root:?} }}\n\
         {others}\n[profile.dev]\ndebug = false\n",
    );
    write(&folder.join("Cargo.toml"), &manifest);
    write(&folder.join("Cargo.lock"), &read(&root.join("Cargo.lock")));
    write(&folder.join("world/stateline.yaml"), &read(&root.join("tests/ui/maps/default.yaml")));
    for name in WORLD {
        write(&folder.join(format!("world/{name}/Cargo.toml")), &package(name, name, &[]));
    }
    for (path, text) in crate::world() {
        write(&folder.join("world").join(path), &text);
    }
    for case in cases {
        let here = folder.join("cases").join(&case.name);
        write(&here.join("Cargo.toml"), &package(&case.name, "payments", &WORLD));
        write(&here.join("src/lib.rs"), &case.code);
        write(&here.join("stateline.yaml"), &case.map);
    }
}

/// The manifest of a package that uses these others.
fn package(name: &str, library: &str, uses: &[&str]) -> String {
    let uses: String = ["serde", "stateline"]
        .iter()
        .chain(uses)
        .map(|dependency| format!("{dependency}.workspace = true\n"))
        .collect();
    format!(
        "[package]\nname = {name:?}\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
         [lib]\nname = {library:?}\n\n[dependencies]\n{uses}"
    )
}

/// Writes a file, unless it is so already: what is unchanged is not compiled again.
fn write(path: &Path, text: &str) {
    if fs::read_to_string(path).is_ok_and(|before| before == text) {
        return;
    }
    fs::create_dir_all(path.parent().expect("it lies in a folder")).expect("the folder can be made");
    fs::write(path, text).expect("the file can be written");
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
