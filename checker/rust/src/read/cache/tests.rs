//! A cache changes no result, whatever happens to it.

use super::*;
use crate::read::{Options, workspace};
use std::fs;

struct Project(tempfile::TempDir);

impl Project {
    fn new() -> Self {
        let project = Project(tempfile::tempdir().expect("a temporary folder"));
        project.write("Cargo.toml", "[package]\nname = \"p\"\nversion = \"0.1.0\"\nedition = \"2024\"\n");
        project.write("src/lib.rs", "mod a;\npub fn first() { a::second() }\n");
        project.write("src/a.rs", "pub fn second() {}\n");
        project
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.0.path().join(path);
        fs::create_dir_all(path.parent().expect("inside the folder")).expect("the folder is writable");
        fs::write(path, text).expect("the folder is writable");
    }

    /// Names of all items, file by file.
    fn read(&self, cache: bool) -> Vec<(String, Vec<String>)> {
        let found = self.workspace(cache);
        assert!(found.problems.is_empty(), "{:?}", found.problems);
        let names = |file: &crate::read::SourceFile| {
            let summary = &file.summary;
            summary.items.iter().map(|item| summary.names[item.name].to_string()).collect()
        };
        found.files.iter().map(|file| (file.path.to_string(), names(file))).collect()
    }

    fn workspace(&self, cache: bool) -> Workspace {
        let manifest = self.0.path().join("Cargo.toml");
        let found = workspace(&Options { manifest: Some(&manifest), cache, ..Options::default() });
        found.expect("cargo can read it")
    }

    fn pack(&self) -> PathBuf {
        file(&self.workspace(true).cache.expect("asked for"), PACK)
    }

    /// As if all files had been written long ago.
    fn age(&self) {
        for path in ["src/lib.rs", "src/a.rs"] {
            let file = fs::File::options().append(true).open(self.0.path().join(path)).expect("it is there");
            let then = SystemTime::now() - Duration::from_secs(100);
            file.set_modified(then).expect("it is ours");
        }
    }
}

#[test]
fn a_second_run_finds_the_same() {
    let project = Project::new();
    project.age();
    let first = project.read(true);
    assert!(project.pack().exists());
    let written = fs::metadata(project.pack()).and_then(|metadata| metadata.modified()).expect("it is there");
    assert_eq!(project.read(true), first);
    let again = fs::metadata(project.pack()).and_then(|metadata| metadata.modified()).expect("it is there");
    assert_eq!(written, again, "nothing changed, so nothing was written");
}

#[test]
fn a_change_of_the_same_length_right_after_reading_is_seen() {
    let project = Project::new();
    project.read(true);
    project.write("src/a.rs", "pub fn sekond() {}\n");
    assert_eq!(project.read(true), project.read(false));
}

#[test]
fn files_come_and_go() {
    let project = Project::new();
    project.age();
    project.read(true);
    project.write("src/lib.rs", "mod b;\npub fn first() {}\n");
    project.write("src/b.rs", "pub struct New;\n");
    fs::remove_file(project.0.path().join("src/a.rs")).expect("it is there");
    assert_eq!(project.read(true), project.read(false));
    assert_eq!(project.read(true).len(), 2);
}

#[test]
fn damage_is_not_believed() {
    let project = Project::new();
    project.age();
    let right = project.read(true);
    let pack = project.pack();
    let whole = fs::read(&pack).expect("it was written");
    for at in (0..whole.len()).step_by(5) {
        let mut damaged = whole.clone();
        damaged[at] ^= 0x15;
        fs::write(&pack, damaged).expect("it is ours");
        assert_eq!(project.read(true), right, "byte {at} of {}", whole.len());
    }
    for length in [0, 7, 16, 40, whole.len() / 2, whole.len() - 1] {
        fs::write(&pack, &whole[..length]).expect("it is ours");
        assert_eq!(project.read(true), right, "cut to {length} bytes");
    }
    fs::remove_file(&pack).expect("it is ours");
    fs::create_dir(&pack).expect("it is ours");
    assert_eq!(project.read(true), right, "a folder in its place");
}

#[test]
fn a_folder_that_can_not_be_written_is_no_failure() {
    let project = Project::new();
    let folder = project.0.path().join("a file");
    fs::write(&folder, "where a folder should be").expect("the folder is writable");
    write(&folder.join("deeper"), &Pack::default(), &[], SystemTime::now());
    assert!(Pack::open(&folder).len() == 0 && Pack::open(&folder.join("deeper")).len() == 0);
}

#[test]
fn values_come_back_under_their_key_only() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let workspace = Workspace { cache: Some(folder.path().join("deep/er")), ..Workspace::default() };
    assert_eq!(load(&workspace, "edges", b"key"), None);
    store(&workspace, "edges", b"key", b"value");
    assert_eq!(load(&workspace, "edges", b"key").as_deref(), Some(&b"value"[..]));
    assert_eq!(load(&workspace, "edges", b"other"), None);
    let path = file(workspace.cache.as_deref().expect("set above"), "edges");
    let mut bytes = fs::read(&path).expect("it was written");
    let last = bytes.len() - 1;
    bytes[last] ^= 1;
    fs::write(&path, bytes).expect("it is ours");
    assert_eq!(load(&workspace, "edges", b"key"), None);
    store(&Workspace::default(), "edges", b"key", b"value");
}
