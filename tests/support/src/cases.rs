//! The cases of `tests/ui`: what macros and checker must say the same of.
//!
//! A case is the crate `payments` in a small world of other crates, with a map. It begins with lines for
//! us: `//@ compiles` where the compiler has nothing to say, not even a warning (else what it says stands
//! beside the case, in a file that ends in `.stderr`); `//@ map: NAME` for the map in `maps/NAME.yaml`,
//! where that is not `default`; `//@ checker: RULE, RULE` for the rules that the checker finds broken;
//! `//@ compiler alone` where it finds none, since what is refused only the compiler can know: types and
//! their traits, how an item is written, a map that is none.

use crate::cargo::root;
use std::fs;
use std::path::{Path, PathBuf};

/// The other crates of the world, which all cases share.
pub const WORLD: [&str; 3] = ["compliance", "ledger", "screening"];

/// A case.
pub struct Case {
    /// Its file without `.rs`.
    pub name: String,
    /// The crate `payments`, with the lines for us.
    pub text: String,
    /// The map.
    pub map: String,
    /// Whether the compiler has nothing to say.
    pub compiles: bool,
    /// Whether the compiler refuses what the checker cannot know.
    pub compiler_alone: bool,
    /// The rules that the checker finds broken, each once, by name.
    pub checker: Vec<String>,
    /// Where the compiler's text stands.
    pub stderr: PathBuf,
}

/// All cases, by name.
///
/// # Panics
/// If one cannot be read, or begins with a line for us that we do not know.
pub fn all() -> Vec<Case> {
    let folder = root().join("tests/ui");
    let entries = fs::read_dir(&folder).expect("the cases are there");
    let mut paths: Vec<PathBuf> =
        entries.map(|entry| entry.expect("the folder is readable").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "rs"));
    paths.sort();
    paths.iter().map(|path| read(path, &folder)).collect()
}

fn read(path: &Path, folder: &Path) -> Case {
    let text = fs::read_to_string(path).expect("a case is readable");
    let name = path.file_stem().and_then(|name| name.to_str()).expect("a case has a plain name").to_owned();
    let (mut map, mut checker) = ("default", Vec::new());
    let (mut compiles, mut compiler_alone) = (false, false);
    for line in text.lines().filter_map(|line| line.strip_prefix("//@ ")) {
        match line.split_once(": ") {
            None if line == "compiles" => compiles = true,
            None if line == "compiler alone" => compiler_alone = true,
            Some(("map", name)) => map = name,
            Some(("checker", rules)) => checker.extend(rules.split(", ").map(str::to_owned)),
            _ => panic!("{name}.rs begins with a line that means nothing: {line}"),
        }
    }
    checker.sort();
    let map = fs::read_to_string(folder.join(format!("maps/{map}.yaml"))).expect("a case's map is there");
    Case { name, map, compiles, compiler_alone, checker, stderr: path.with_extension("stderr"), text }
}

/// The files of the world's other crates, each with its path from the world's folder on.
///
/// # Panics
/// If one cannot be read.
pub fn world() -> Vec<(String, String)> {
    let mut files = Vec::new();
    for name in WORLD {
        let folder = root().join("tests/ui/world").join(name);
        for entry in fs::read_dir(&folder).expect("a crate of the world is there") {
            let path = entry.expect("the folder is readable").path();
            let file = path.file_name().and_then(|name| name.to_str()).expect("a plain name");
            let text = fs::read_to_string(&path).expect("a file of the world is readable");
            files.push((format!("{name}/src/{file}"), text));
        }
    }
    files.sort();
    files
}
