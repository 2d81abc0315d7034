//! Where stand-ins and the sources of their packages lie.

use super::declared::Declared;
use std::path::{Path, PathBuf};

/// A file's name for reports, and its text.
pub(super) type File = (String, String);

pub(super) struct StandIn {
    pub(super) package: String,
    pub(super) version: String,
    files: Vec<File>,
}

/// The one of the standard library, then those of packages by name.
pub(super) fn stand_ins() -> Vec<StandIn> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("stand-ins");
    let std =
        StandIn { package: "std".into(), version: "1.95.0".into(), files: rust_files(&folder.join("std")) };
    let mut found = vec![std];
    for file in rust_files(&folder) {
        let name = Path::new(&file.0).file_stem().expect("it has a name").to_string_lossy().into_owned();
        if let Some((package, version)) = name.split_once('@') {
            found.push(StandIn { package: package.into(), version: version.into(), files: vec![file] });
        }
    }
    found
}

impl StandIn {
    pub(super) fn declared(&self) -> Declared {
        Declared::of(&self.files)
    }

    /// The sources of the package, and of those whose items it hands on, which its head says.
    pub(super) fn originals(&self) -> Option<Vec<File>> {
        if self.package == "std" {
            let library = sysroot()?.join("lib/rustlib/src/rust/library");
            let crates = ["core", "alloc", "std"].map(|name| library.join(name).join("src"));
            return crates
                .iter()
                .all(|folder| folder.is_dir())
                .then(|| crates.iter().flat_map(|at| rust_files(at)).collect());
        }
        let head = self.files[0].1.lines().take(3).find_map(|line| line.strip_prefix("// Hands on "));
        let parts = head.unwrap_or_default().split('`').skip(1).step_by(2);
        let mut found = Vec::new();
        for name in
            std::iter::once(format!("{}@{}", self.package, self.version)).chain(parts.map(str::to_owned))
        {
            let (package, version) = name.split_once('@').expect("heads name packages as `name@version`");
            found.extend(rust_files(&in_registry(package, version)?));
        }
        Some(found)
    }
}

/// What the stand-in for our own crate leaves out: what only derived code names, the cast of the
/// documentation, and what features turn on, which runs processes and stands in no step.
const LEFT_OUT: [&str; 6] =
    ["/src/derived", "/src/bank.rs", "/src/operate", "/src/runner", "/src/store", "/src/testing"];

/// The sources of our own crate without what is left out; none in a packaged crate.
pub(super) fn of_ours() -> Vec<File> {
    let mut files = rust_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../src"));
    let is_left_out = |name: &str| LEFT_OUT.iter().any(|part| name.contains(part));
    files.retain(|(name, _)| !is_left_out(name));
    for (_, text) in files.iter_mut().filter(|(name, _)| name.ends_with("/src/lib.rs")) {
        let mut behind_feature = false;
        let is_kept = |line: &&str| {
            let is_feature = line.trim_start().starts_with("#[cfg(feature");
            !std::mem::replace(&mut behind_feature, is_feature) && !is_feature
        };
        *text = text.lines().filter(is_kept).collect::<Vec<_>>().join("\n");
    }
    files
}

/// All Rust files of a folder, the nearest first.
fn rust_files(folder: &Path) -> Vec<File> {
    let mut entries: Vec<PathBuf> =
        std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    entries.sort();
    let mut found = Vec::new();
    for path in entries.iter().filter(|path| path.extension().is_some_and(|extension| extension == "rs")) {
        let text = std::fs::read_to_string(path).expect("a Rust file is text");
        found.push((path.display().to_string(), text));
    }
    for path in entries.iter().filter(|path| path.is_dir()) {
        if !path.ends_with("tests") && !path.ends_with("stand-ins/std") {
            found.extend(rust_files(path));
        }
    }
    found
}

fn in_registry(package: &str, version: &str) -> Option<PathBuf> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(std::env::home_dir()?.join(".cargo")))?;
    let registries = std::fs::read_dir(home.join("registry/src")).ok()?.flatten();
    let mut folders = registries.map(|registry| registry.path().join(format!("{package}-{version}")));
    let folder = folders.find(|folder| folder.is_dir())?;
    let src = folder.join("src");
    Some(if src.is_dir() { src } else { folder })
}

fn sysroot() -> Option<PathBuf> {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output = std::process::Command::new(rustc).args(["--print", "sysroot"]).output().ok()?;
    Some(PathBuf::from(String::from_utf8(output.stdout).ok()?.trim()))
}
