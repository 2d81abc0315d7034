//! A cache changes no result, whatever happens to it.

use super::*;
use crate::read::{Options, workspace};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

struct Project {
    tree: tempfile::TempDir,
    home: tempfile::TempDir,
}

impl Project {
    fn new() -> Self {
        let folder = || tempfile::tempdir().expect("a temporary folder");
        let project = Project { tree: folder(), home: folder() };
        project.write("Cargo.toml", "[package]\nname = \"p\"\nversion = \"0.1.0\"\nedition = \"2024\"\n");
        project.write("src/lib.rs", "mod a;\npub fn first() { a::second() }\n");
        project.write("src/a.rs", "pub fn second() {}\n");
        project
    }

    fn path(&self, path: &str) -> PathBuf {
        self.tree.path().join(path)
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("inside the folder")).expect("the folder is writable");
        fs::write(path, text).expect("the folder is writable");
    }

    /// Names of all items, file by file.
    fn read(&self, cache: bool) -> Vec<(String, Vec<String>)> {
        let found = self.workspace(cache.then(|| self.home.path()));
        assert!(found.problems.is_empty(), "{:?}", found.problems);
        let names = |file: &crate::read::SourceFile| {
            let summary = &file.summary;
            summary.items.iter().map(|item| summary.names[item.name].to_string()).collect()
        };
        found.files.iter().map(|file| (file.path.to_string(), names(file))).collect()
    }

    fn workspace(&self, cache: Option<&Path>) -> Workspace {
        let manifest = self.path("Cargo.toml");
        let found = workspace(&Options { manifest: Some(&manifest), cache, ..Options::default() });
        found.expect("cargo can read it")
    }

    fn pack(&self) -> PathBuf {
        self.workspace(Some(self.home.path())).cache.expect("asked for").file(pack::PACK)
    }

    /// As if all files had been written long ago.
    fn age(&self) {
        for path in ["src/lib.rs", "src/a.rs"] {
            let file = fs::File::options().append(true).open(self.path(path)).expect("it is there");
            let then = SystemTime::now() - Duration::from_secs(100);
            file.set_modified(then).expect("it is ours");
        }
        // The system's own time of change cannot be set.
        std::thread::sleep(Duration::from_millis(2100));
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

/// The definitions that a file is read with are the same, though a call in the argument of another is none of the
/// file's own once that is carried out.
#[test]
fn a_macro_in_the_argument_of_another_is_carried_out_again() {
    let project = Project::new();
    project.write("src/lib.rs", "#[macro_use]\nmod a;\nmod b;\n");
    project.write(
        "src/a.rs",
        "macro_rules! outer { ($e:expr) => { { let all = $e; all } } }\n\
         macro_rules! inner { ($n:ident) => { { fn $n() {} $n() } } }\n",
    );
    project.write("src/b.rs", "pub fn f() { outer!(inner!(made)) }\n");
    let first = project.read(true);
    assert!(first.iter().any(|(_, names)| names.contains(&"made".to_owned())), "{first:?}");
    assert_eq!(project.read(true), first);
    // Another text is asked anew.
    project.write("src/b.rs", "pub fn f() { outer!(2) }\n");
    let second = project.read(true);
    assert!(!second.iter().any(|(_, names)| names.contains(&"made".to_owned())), "{second:?}");
    assert_eq!(project.read(true), second);
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
    fs::remove_file(project.path("src/a.rs")).expect("it is there");
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
fn a_cache_folder_that_cannot_be_made_is_no_failure() {
    let project = Project::new();
    let file = project.path("a file");
    fs::write(&file, "where a folder should be").expect("the folder is writable");
    assert!(project.workspace(Some(&file.join("deeper"))).cache.is_none());
}

#[test]
fn a_cache_in_the_repository_is_not_used() {
    let project = Project::new();
    assert!(project.workspace(Some(&project.path("target/stateline"))).cache.is_none());
    assert!(!project.path("target/stateline").exists(), "and none is made");
    // A workspace in a folder of a repository, whose other folders are in it as well.
    let repository = tempfile::tempdir().expect("a temporary folder");
    let (git, home) = (repository.path().join(".git"), repository.path().join("cache"));
    let root = repository.path().join("server");
    [&git, &root].into_iter().for_each(|folder| fs::create_dir(folder).expect("the folder is ours"));
    assert!(Store::open(&home, &root).is_none());
    fs::remove_dir(git).expect("the folder is ours");
    assert!(Store::open(&home, &root).is_some());
}

#[cfg(unix)]
#[test]
fn a_cache_that_others_may_write_is_not_used() {
    use std::os::unix::fs::PermissionsExt as _;
    let project = Project::new();
    let mode = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode));
    let pack = project.pack();
    let folder = pack.parent().expect("it has a name").to_owned();
    let made = |path: &Path| fs::metadata(path).expect("it is there").permissions().mode() & 0o777;
    assert_eq!((made(&folder), made(&pack), made(&project.home.path().join("key"))), (0o700, 0o600, 0o600));
    let is_used = || project.workspace(Some(project.home.path())).cache.is_some();
    mode(&folder, 0o770).expect("it is ours");
    assert!(!is_used());
    mode(&folder, 0o700).expect("it is ours");
    assert!(is_used());
    mode(project.home.path(), 0o707).expect("it is ours");
    assert!(!is_used());
}

#[cfg(unix)]
#[test]
fn links_and_pipes_in_the_place_of_the_cache_are_refused() {
    let project = Project::new();
    project.age();
    let right = project.read(true);
    let (pack, key) = (project.pack(), project.home.path().join("key"));
    let elsewhere = project.path("elsewhere");
    for path in [&pack, &key] {
        fs::rename(path, &elsewhere).expect("it is ours");
        for target in [&*elsewhere, Path::new("/dev/zero"), path] {
            std::os::unix::fs::symlink(target, path).expect("the folder is ours");
            assert_eq!(project.read(true), right, "{} as a link to {}", path.display(), target.display());
            let _ = fs::remove_file(path);
        }
        let made = std::process::Command::new("mkfifo").arg(path).status().expect("every Unix has it");
        assert!(made.success());
        assert_eq!(project.read(true), right, "{} as a pipe", path.display());
        let _ = fs::remove_file(path);
        fs::rename(&elsewhere, path).expect("it is ours");
    }
    let folder = pack.parent().expect("it has a name");
    fs::rename(folder, &elsewhere).expect("it is ours");
    std::os::unix::fs::symlink(&elsewhere, folder).expect("the folder is ours");
    assert!(project.workspace(Some(project.home.path())).cache.is_none(), "a link to a folder");
}

#[test]
fn a_pack_of_another_workspace_or_of_another_user_is_not_believed() {
    let (one, other) = (Project::new(), Project::new());
    other.write("src/a.rs", "pub fn sekond() {}\n");
    [&one, &other].into_iter().for_each(Project::age);
    let right = one.read(true);
    other.read(true);
    // Sealed with another key.
    fs::copy(other.pack(), one.pack()).expect("both are ours");
    assert_eq!(one.read(true), right);
    // Sealed with the same key, for another root.
    let store = other.workspace(Some(one.home.path())).cache.expect("asked for");
    let foreign = store.read(pack::PACK).expect("it was written");
    fs::copy(store.file(pack::PACK), one.pack()).expect("both are ours");
    let own = one.workspace(Some(one.home.path())).cache.expect("asked for");
    assert!(own.read(pack::PACK).is_none_or(|pack| pack != foreign));
    assert_eq!(one.read(true), right);
}

#[test]
fn values_come_back_under_their_key_only() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (home, root) = (folder.path().join("deep/er"), folder.path().join("root"));
    fs::create_dir(&root).expect("the folder is ours");
    let workspace = Workspace { cache: Store::open(&home, &root), ..Workspace::default() };
    assert_eq!(load(&workspace, "edges", b"key"), None);
    store(&workspace, "edges", b"key", b"value");
    assert_eq!(load(&workspace, "edges", b"key").as_deref(), Some(&b"value"[..]));
    assert_eq!(load(&workspace, "edges", b"other"), None);
    let own = workspace.cache.as_ref().expect("a folder can be made");
    fs::copy(own.file("edges"), own.file("nodes")).expect("both are ours");
    assert_eq!(load(&workspace, "nodes", b"key"), None, "under another name");
    let mut bytes = fs::read(own.file("edges")).expect("it was written");
    let last = bytes.len() - 1;
    bytes[last] ^= 1;
    fs::write(own.file("edges"), bytes).expect("it is ours");
    assert_eq!(load(&workspace, "edges", b"key"), None);
    store(&Workspace::default(), "edges", b"key", b"value");
}
