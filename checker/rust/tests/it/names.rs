//! Names resolved in whole small workspaces: each file in `names/` is one.
//!
//! `//- PATH` begins a file; a package's `Cargo.toml` is made from `//- package NAME edition=…
//! deps=a,renamed=b`. A line that ends in `//~ x=a::b y=…` must refer to just these targets, by
//! name, and with nothing behind it to none. Lines without `//~` are not looked at.
//!
//! What is expected was read against the code by hand. All of it must be found, and nothing else: the
//! floor of accuracy is 100 % of these lines.

use stateline_rust::{DefId, DefKind, World};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

#[test]
fn names_lead_where_the_comments_say() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/names");
    let mut failures = String::new();
    let mut lines = 0;
    let mut cases: Vec<_> = std::fs::read_dir(folder).expect("the folder is there").flatten().collect();
    cases.sort_by_key(std::fs::DirEntry::path);
    for case in cases {
        let text = std::fs::read_to_string(case.path()).expect("a case is text");
        lines += check(&case.file_name().to_string_lossy(), &text, &mut failures);
    }
    assert!(failures.is_empty(), "{failures}");
    assert!(lines > 170, "only {lines} lines were compared");
}

pub(super) type Lines = BTreeMap<(String, usize), BTreeSet<String>>;

fn check(case: &str, text: &str, failures: &mut String) -> usize {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let expected = lay_out(folder.path(), text);
    let manifest = folder.path().join("Cargo.toml");
    let options = stateline_rust::Options { manifest: Some(&manifest), ..stateline_rust::Options::default() };
    let workspace = stateline_rust::read(&options).expect("the workspace can be read");
    assert!(workspace.problems.is_empty(), "{case}: {:?}", workspace.problems);
    let stand_ins = stateline_rust::stand_ins(&workspace);
    let mut world = stateline_rust::resolve(&workspace, &stand_ins);
    let found = found(&mut world, &expected);
    for (place, wanted) in &expected {
        let got = found.get(place).cloned().unwrap_or_default();
        if got != *wanted {
            let _ =
                writeln!(failures, "{case}: {}:{}\n  wanted {wanted:?}\n  found  {got:?}", place.0, place.1);
        }
    }
    expected.len()
}

/// Writes the files of a case, and gives back what its comments expect.
pub(super) fn lay_out(root: &Path, text: &str) -> Lines {
    let mut expected = Lines::new();
    let mut members = Vec::new();
    let mut file = String::new();
    let mut number = 0;
    let mut files: BTreeMap<String, String> = BTreeMap::new();
    for line in text.lines() {
        if let Some(package) = line.strip_prefix("//- package ") {
            let (name, manifest) = manifest(package);
            files.insert(format!("{name}/Cargo.toml"), manifest);
            members.push(name);
            continue;
        }
        if let Some(path) = line.strip_prefix("//- ") {
            path.clone_into(&mut file);
            files.insert(file.clone(), String::new());
            number = 0;
            continue;
        }
        number += 1;
        if let Some((_, wanted)) = line.split_once("//~") {
            let wanted = wanted.split_whitespace().map(str::to_owned).collect();
            expected.insert((file.clone(), number), wanted);
        }
        if let Some(content) = files.get_mut(&file) {
            content.push_str(line);
            content.push('\n');
        }
    }
    files.insert("Cargo.toml".into(), format!("[workspace]\nresolver = \"3\"\nmembers = {members:?}\n"));
    for (path, content) in files {
        let path = root.join(path);
        std::fs::create_dir_all(path.parent().expect("a file has a folder")).expect("a folder can be made");
        std::fs::write(path, content).expect("a file can be written");
    }
    expected
}

fn manifest(package: &str) -> (String, String) {
    let mut words = package.split_whitespace();
    let name = words.next().expect("a package has a name").to_owned();
    let mut edition = "2024";
    let mut rest = String::new();
    let mut deps = String::from("[dependencies]\n");
    for word in words {
        match word.split_once('=') {
            Some(("edition", year)) => edition = year,
            Some(("deps", list)) => {
                for dep in list.split(',') {
                    let (code, package) = dep.split_once(':').unwrap_or((dep, dep));
                    let _ = writeln!(deps, "{code} = {{ path = \"../{package}\", package = \"{package}\" }}");
                }
            }
            Some(("outside", list)) => {
                for dep in list.split(',') {
                    let _ = writeln!(deps, "{dep} = \"1\"");
                }
            }
            Some(("patched", list)) => {
                for dep in list.split(',') {
                    let _ = writeln!(deps, "{dep} = \"0.1\"");
                }
            }
            Some(("features", list)) => {
                rest.push_str("[features]\n");
                let _ = writeln!(rest, "default = {:?}", list.split(',').collect::<Vec<_>>());
                for feature in list.split(',') {
                    let _ = writeln!(rest, "{feature} = []");
                }
            }
            _ if word == "proc-macro" => rest.push_str("[lib]\nproc-macro = true\n"),
            _ => panic!("what is {word}?"),
        }
    }
    let head = format!("[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"{edition}\"\n");
    (name, format!("{head}{rest}{deps}"))
}

fn found(world: &mut World<'_>, expected: &Lines) -> Lines {
    let references = stateline_rust::all_references(world).references;
    let mut found = Lines::new();
    for reference in references {
        let file = &world.workspace.files[reference.file];
        let line = line_of(&file.summary.lines, reference.at);
        let key = (file.path.to_string(), line);
        if !expected.contains_key(&key) {
            continue;
        }
        let start = reference.at as usize;
        let text =
            std::fs::read_to_string(world.workspace.root.join(&*file.path)).expect("it was there before");
        let name = &text[start..start + reference.len as usize];
        let target = match reference.to {
            stateline_rust::Target::Def(id) => place(world, id),
            stateline_rust::Target::Outside(id) => format!("outside:{}", world.outside_path(id)),
        };
        found.entry(key).or_default().insert(format!("{name}={target}"));
    }
    found
}

pub(super) fn line_of(lines: &[u32], at: u32) -> usize {
    let mut end = 0;
    for (index, len) in lines.iter().enumerate() {
        end += len;
        if at < end {
            return index + 1;
        }
    }
    lines.len()
}

/// The full path of an item; of what an impl holds by the place of the impl, since a type may have several:
/// its module and what its header calls the type.
fn place(world: &World<'_>, id: DefId) -> String {
    let def = world.def(id);
    let Some(held_by) = def.parent.filter(|parent| world.def(*parent).kind == DefKind::Impl) else {
        return world.path(id);
    };
    let header = world.impl_header(held_by);
    let ty = header.trim_start_matches("impl#[").trim_start_matches(['`', '&']);
    let ty = ty.split([']', '`', '<']).next().unwrap_or_default();
    let ty = ty.rsplit("::").next().unwrap_or_default();
    format!("{}::{ty}::{}", world.path(world.module_of(held_by)), world.text(def.name))
}
