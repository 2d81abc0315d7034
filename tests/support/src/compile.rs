//! Compiles all cases in one workspace, and gives what the compiler says of each.

use crate::cargo::{check, read, root, write, write_manifest};
use crate::cases::{Case, WORLD, world};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;

/// What the compiler says of each case, as it is written beside the case. They are compiled in a
/// workspace in this folder.
///
/// # Panics
/// If Cargo cannot be run, or does not come as far as the cases.
pub fn compile(folder: &Path, cases: &[Case]) -> Vec<String> {
    write_workspace(folder, cases);
    let (lines, errors) = check(folder);
    let mut said = messages(&lines);
    let texts = cases.iter().map(|case| normal(&said.remove(&package(case)).unwrap_or_default(), case));
    let texts = texts.collect();
    let others: Vec<String> = said.into_values().collect();
    assert!(others.is_empty(), "the world does not compile:\n{}", others.join("\n"));
    assert!(!errors.contains("error: failed to"), "Cargo cannot work:\n{errors}");
    texts
}

/// A package for each case. All are the crate `payments`, since that is what the map calls them.
fn write_workspace(folder: &Path, cases: &[Case]) {
    let members: Vec<String> = WORLD
        .iter()
        .map(|name| format!("world/{name}"))
        .chain(cases.iter().map(|case| format!("cases/{}", case.name)))
        .collect();
    let others = WORLD.map(|name| format!("{name} = {{ path = \"world/{name}\" }}\n")).concat();
    write_manifest(folder, &members, &others);
    write(&folder.join("world/stateline.yaml"), &read(&root().join("tests/ui/maps/default.yaml")));
    for name in WORLD {
        write(&folder.join(format!("world/{name}/Cargo.toml")), &package_manifest(name, name, &[]));
    }
    for (path, text) in world() {
        write(&folder.join("world").join(path), &text);
    }
    for case in cases {
        let here = folder.join("cases").join(&case.name);
        write(&here.join("Cargo.toml"), &package_manifest(&package(case), "payments", &WORLD));
        write(&here.join("src/lib.rs"), &case.text);
        write(&here.join("stateline.yaml"), &case.map);
    }
}

fn package(case: &Case) -> String {
    format!("case_{}", case.name)
}

fn package_manifest(package: &str, library: &str, uses: &[&str]) -> String {
    let dependencies: Vec<String> =
        ["serde", "stateline"].iter().chain(uses).map(|name| format!("{name}.workspace = true\n")).collect();
    format!(
        "[package]\nname = {package:?}\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
         [lib]\nname = {library:?}\n\n[dependencies]\n{}",
        dependencies.concat(),
    )
}

/// What the compiler says, by the package of which.
fn messages(lines: &str) -> BTreeMap<String, String> {
    let mut said: BTreeMap<String, String> = BTreeMap::new();
    for line in lines.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok()) {
        let text = line["message"]["rendered"].as_str().unwrap_or_default();
        let package = line["package_id"].as_str().unwrap_or_default();
        // `path+file:///…/cases/name#case_name@0.0.0`, or without the name where the folder bears it.
        let name = package.rsplit(['#', '/']).next().unwrap_or_default();
        let name = name.split('@').next().unwrap_or_default();
        if line["reason"] == "compiler-message" && !text.is_empty() {
            said.entry(name.to_owned()).or_default().push_str(text);
        }
    }
    said
}

/// A compiler's text without what differs from machine to machine, and without lines of our own code,
/// which move.
fn normal(text: &str, case: &Case) -> String {
    let root = root().to_str().expect("a plain path");
    let mut lines: Vec<String> = Vec::new();
    let (mut ours, mut others) = (false, false);
    for line in text.lines() {
        let ends = line.starts_with("error: aborting") || line.starts_with("For more information about");
        if ends || line.starts_with("Some errors have detailed explanations") {
            continue;
        }
        // Lists of what could be meant instead change with every version of every crate.
        others = line.contains("other types implement trait") || others && line.starts_with("           ");
        if others {
            continue;
        }
        let line = line.replace(&format!("cases/{}/src/lib.rs", case.name), "lib.rs").replace(root, "$ROOT");
        if line.contains("--> ") || line.contains("::: ") {
            ours = line.contains("$ROOT");
            lines.push(if ours { without_line(&line).to_owned() } else { line });
        } else if ours && line.contains(" | ") {
            let (number, code) = line.split_once(" | ").unwrap_or_default();
            lines.push(format!("{} | {code}", number.replace(|digit: char| digit.is_ascii_digit(), " ")));
        } else {
            lines.push(line);
        }
    }
    let mut text = lines.join("\n");
    while text.contains("\n\n\n") {
        text = text.replace("\n\n\n", "\n\n");
    }
    let text = text.trim();
    if text.is_empty() { String::new() } else { format!("{text}\n") }
}

/// A place without its line and column.
fn without_line(place: &str) -> &str {
    place.trim_end_matches(|end: char| end.is_ascii_digit() || end == ':')
}
