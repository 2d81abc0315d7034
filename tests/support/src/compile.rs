//! Compiles all cases at once, each in a workspace of its own, and gives what the compiler says of each.

use crate::cargo::{check, read, root, write, write_manifest};
use crate::cases::{Case, WORLD, world};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;

/// What the compiler says of each case, as it is written beside the case. They are compiled in this folder.
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

/// A package for each case, which is a workspace, since each has a map of its own. All are the crate `payments`,
/// since that is what the map calls them. One package depends on all of them, so that they are compiled at once.
fn write_workspace(folder: &Path, cases: &[Case]) {
    let mut members: Vec<String> = WORLD.iter().map(|name| format!("world/{name}")).collect();
    members.push("all".into());
    let others = WORLD.map(|name| format!("{name} = {{ path = \"world/{name}\" }}\n")).concat();
    write_manifest(folder, &members, &others);
    write(&folder.join("stateline.yaml"), &read(&root().join("tests/ui/maps/default.yaml")));
    for name in WORLD {
        write(&folder.join(format!("world/{name}/Cargo.toml")), &package_manifest(name));
    }
    for (path, text) in world() {
        write(&folder.join("world").join(path), &text);
    }
    for case in cases {
        let here = folder.join("cases").join(&case.name);
        write(&here.join("Cargo.toml"), &case_manifest(case));
        write(&here.join("src/lib.rs"), &case.text);
        write(&here.join("stateline.yaml"), &case.map);
    }
    write(&folder.join("all/Cargo.toml"), &manifest_of_all(cases));
    write(&folder.join("all/src/lib.rs"), "");
}

fn package_manifest(package: &str) -> String {
    format!(
        "[package]\nname = {package:?}\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n\
         serde.workspace = true\nstateline.workspace = true\n"
    )
}

fn case_manifest(case: &Case) -> String {
    let world = WORLD.map(|name| format!("{name} = {{ path = \"../../world/{name}\" }}\n")).concat();
    format!(
        "[package]\nname = {:?}\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n\
         [lib]\nname = \"payments\"\n\n[dependencies]\n\
         serde = {{ version = \"1\", features = [\"derive\"] }}\nstateline = {{ path = {:?} }}\n{world}",
        package(case),
        root(),
    )
}

/// Of each case by its package's name, since all libraries have one.
fn manifest_of_all(cases: &[Case]) -> String {
    let each = |case: &Case| format!("{} = {{ path = \"../cases/{}\" }}\n", package(case), case.name);
    let all: String = cases.iter().map(each).collect();
    format!("[package]\nname = \"all\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n{all}")
}

fn package(case: &Case) -> String {
    format!("case_{}", case.name)
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
