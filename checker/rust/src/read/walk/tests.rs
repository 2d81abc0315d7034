//! Which file a module line leads to, and what stands in the way.

use crate::read::{FileId, Options, Workspace, workspace};
use std::fs;
use std::path::Path;

struct Project(tempfile::TempDir);

impl Project {
    /// A package with these files; `src/lib.rs` must be among them.
    fn new(files: &[(&str, &str)]) -> Self {
        let project = Project(tempfile::tempdir().expect("a temporary folder"));
        project.write("Cargo.toml", "[package]\nname = \"p\"\nversion = \"0.1.0\"\nedition = \"2024\"\n");
        files.iter().for_each(|(path, text)| project.write(path, text));
        project
    }

    fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        let path = self.0.path().join(path);
        fs::create_dir_all(path.parent().expect("inside the folder")).expect("the folder is writable");
        fs::write(path, text).expect("the folder is writable");
    }

    fn read(&self) -> Workspace {
        let manifest = self.0.path().join("Cargo.toml");
        workspace(&Options { manifest: Some(&manifest), ..Options::default() }).expect("cargo can read it")
    }
}

/// The files that are read, beside `src/lib.rs`, and nothing is amiss.
fn check(files: &[(&str, &str)], expected: &[&str]) {
    let found = Project::new(files).read();
    let problems: Vec<&String> = found.problems.iter().map(|problem| &problem.message).collect();
    assert!(problems.is_empty(), "{problems:?}");
    let paths: Vec<&str> =
        found.files.iter().map(|file| &*file.path).filter(|path| *path != "src/lib.rs").collect();
    assert_eq!(paths, expected);
}

/// What is amiss, and where: path, byte offset, message.
fn amiss(project: &Project) -> Vec<(String, Option<u32>, String)> {
    let problems = project.read().problems.into_iter();
    problems.map(|p| (p.path.display().to_string(), p.span.map(|span| span.0), p.message)).collect()
}

#[test]
fn beside_the_file_or_in_a_folder_of_its_name() {
    check(
        &[
            ("src/lib.rs", "mod a; mod b; mod r#type;"),
            ("src/a.rs", "mod c;"),
            ("src/a/c.rs", ""),
            ("src/b/mod.rs", "mod d;"),
            ("src/b/d.rs", "mod e;"),
            ("src/b/d/e.rs", ""),
            ("src/type.rs", ""),
        ],
        &["src/a.rs", "src/a/c.rs", "src/b/d.rs", "src/b/d/e.rs", "src/b/mod.rs", "src/type.rs"],
    );
}

#[test]
fn inline_modules_are_folders() {
    check(
        &[
            ("src/lib.rs", "mod a { pub mod b { mod c; } } mod d;"),
            ("src/a/b/c.rs", ""),
            ("src/d.rs", "mod e { mod f; }"),
            ("src/d/e/f.rs", ""),
        ],
        &["src/a/b/c.rs", "src/d.rs", "src/d/e/f.rs"],
    );
}

#[test]
fn paths_that_are_written_out() {
    check(
        &[
            ("src/lib.rs", "mod a; #[path = \"x/../y.rs\"] mod b; #[cfg_attr(unix, path = \"u.rs\")] mod c;
                #[cfg_attr(windows, path = \"w.rs\")] mod d; #[path = \"t\"] mod e { mod f; #[path = \"g.rs\"] mod h; }"),
            ("src/a.rs", "#[path = \"z.rs\"] mod z; mod i { #[path = \"j.rs\"] mod j; }"),
            ("src/z.rs", ""),
            ("src/a/i/j.rs", ""),
            ("src/y.rs", "mod k;"),
            ("src/k.rs", ""),
            ("src/u.rs", ""),
            ("src/d.rs", ""),
            ("src/t/f.rs", ""),
            ("src/t/g.rs", ""),
        ],
        &["src/a.rs", "src/a/i/j.rs", "src/d.rs", "src/k.rs", "src/t/f.rs", "src/t/g.rs", "src/u.rs", "src/y.rs",
            "src/z.rs"],
    );
}

#[test]
fn module_lines_in_macro_arguments_and_included_files() {
    check(
        &[
            (
                "src/lib.rs",
                "cfg_rt! { mod a; } cfg_if! { if #[cfg(x)] { mod b; } else { mod c; } } include!(\"d.rs\");",
            ),
            ("src/a.rs", ""),
            ("src/c.rs", ""),
            ("src/d.rs", "mod e;"),
            ("src/e.rs", ""),
        ],
        &["src/a.rs", "src/c.rs", "src/d.rs", "src/e.rs"],
    );
}

#[test]
fn a_file_of_two_targets_is_read_once_and_orphans_are_told() {
    let project = Project::new(&[
        ("src/lib.rs", "mod a;"),
        ("src/main.rs", "mod a; fn main() {}"),
        ("src/a.rs", ""),
        ("src/lost.rs", ""),
        ("src/ignored.rs", ""),
        (".gitignore", "ignored.rs\n"),
        ("nested/Cargo.toml", "[package]\nname = \"n\"\nversion = \"0.1.0\"\n[workspace]\n"),
        ("nested/src/lib.rs", ""),
    ]);
    let found = project.read();
    assert_eq!(found.files.iter().filter(|file| &*file.path == "src/a.rs").count(), 1);
    assert_eq!(found.targets.len(), 2);
    assert_eq!(found.outlines.len(), 2);
    assert_eq!(found.orphans, [Path::new("src/lost.rs")]);
}

#[test]
fn a_module_without_a_file_is_a_problem_unless_it_is_switched_off() {
    let project = Project::new(&[(
        "src/lib.rs",
        "#[cfg(windows)] mod a; #[cfg(feature = \"f\")] mod b; m! { mod c; } mod d;",
    )]);
    let found = amiss(&project);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].0, "src/lib.rs");
    assert_eq!(found[0].2, "there is no file for module `d`");
}

#[test]
fn what_can_not_be_read_is_told_with_its_place() {
    let project =
        Project::new(&[("src/lib.rs", "mod a;\nmod b;\nmod c;"), ("src/c.rs", "fn f() { let = 1; }")]);
    project.write("src/a.rs", b"fn a() {}\n// \xff\n");
    fs::create_dir(project.0.path().join("src/b.rs")).expect("the folder is writable");
    let found = amiss(&project);
    let paths: Vec<&str> = found.iter().map(|(path, ..)| path.as_str()).collect();
    assert_eq!(paths, ["src/a.rs", "src/b.rs", "src/c.rs"]);
    assert!(found[0].2.contains("UTF-8") && found[1].2.contains("folder"), "{found:?}");
    assert_eq!(found[2].1, Some(13), "{found:?}");
}

#[test]
fn a_module_that_is_its_own_child_ends() {
    let project = Project::new(&[
        ("src/lib.rs", "mod a;"),
        ("src/a.rs", "#[path = \"a.rs\"] mod again; #[path = \"lib.rs\"] mod up;"),
    ]);
    let found = project.read();
    assert!(found.problems.is_empty());
    assert_eq!(found.files.len(), 2);
}

#[cfg(unix)]
#[test]
fn a_file_that_a_link_leads_to_again_is_the_same() {
    let project = Project::new(&[
        ("src/lib.rs", "mod a; mod b; mod c; mod d;"),
        ("src/a.rs", "// alike"),
        ("src/b.rs", "// alike"),
        ("src/c/mod.rs", "mod e;"),
        ("src/c/e.rs", ""),
    ]);
    let source = project.0.path().join("src");
    fs::remove_file(source.join("b.rs")).expect("the folder is ours");
    std::os::unix::fs::symlink("a.rs", source.join("b.rs")).expect("the folder is ours");
    std::os::unix::fs::symlink("c", source.join("d")).expect("the folder is ours");
    let found = project.read();
    let path = |file: &FileId| &*found.files[*file].path;
    let mut same: Vec<_> = found.same.iter().map(|(file, first)| (path(file), path(first))).collect();
    same.sort_unstable();
    let expected = [("src/b.rs", "src/a.rs"), ("src/d/e.rs", "src/c/e.rs"), ("src/d/mod.rs", "src/c/mod.rs")];
    assert_eq!(same, expected);
}

#[cfg(unix)]
#[test]
fn links_in_a_circle_end() {
    let project = Project::new(&[("src/lib.rs", "mod a; mod b;"), ("src/a/mod.rs", "mod a;")]);
    let source = project.0.path().join("src");
    std::os::unix::fs::symlink(".", source.join("a/a")).expect("the folder is writable");
    std::os::unix::fs::symlink("b.rs", source.join("b.rs")).expect("the folder is writable");
    let found = amiss(&project);
    assert!(!found.is_empty(), "neither has an end");
}

#[cfg(unix)]
#[test]
fn what_cannot_be_looked_for_is_amiss_also_behind_a_condition() {
    // A link to itself stands for a folder that may not be entered, which root always may.
    let project = Project::new(&[("src/lib.rs", "#[cfg(windows)] mod a;\n#[cfg(windows)] mod absent;")]);
    std::os::unix::fs::symlink("a.rs", project.0.path().join("src/a.rs")).expect("the folder is ours");
    let found = amiss(&project);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].2.starts_with("cannot look for module `a` at `src/a.rs`: "), "{found:?}");
    assert_eq!((&*found[0].0, found[0].1), ("src/lib.rs", Some(16)));
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_entered_is_amiss() {
    use std::os::unix::fs::PermissionsExt as _;
    let project = Project::new(&[("src/lib.rs", "#[cfg(windows)] mod a;"), ("src/a/mod.rs", "")]);
    let folder = project.0.path().join("src/a");
    let mode = |mode| fs::set_permissions(&folder, fs::Permissions::from_mode(mode)).expect("it is ours");
    mode(0o000);
    // Whoever is root may enter every folder.
    if fs::read_dir(&folder).is_err() {
        let found = amiss(&project);
        assert!(found.iter().any(|(path, ..)| path == "src/lib.rs"), "behind the condition: {found:?}");
        assert!(found.iter().any(|(path, ..)| path == "src/a"), "in the package: {found:?}");
    }
    mode(0o755);
}

#[cfg(unix)]
#[test]
fn what_never_ends_is_not_read() {
    let project = Project::new(&[
        ("src/lib.rs", "#[path = \"/dev/zero\"] mod a; mod b; include!(\"c.in\");"),
        ("src/d/e.rs", ""),
    ]);
    for name in ["src/b.rs", "src/c.in"] {
        let made = std::process::Command::new("mkfifo").arg(project.0.path().join(name)).status();
        assert!(made.expect("every Unix has it").success());
    }
    for name in ["src/d/.ignore", ".gitignore"] {
        let link = project.0.path().join(name);
        std::os::unix::fs::symlink("/dev/zero", &link).expect("the folder is ours");
        let found = amiss(&project);
        let amiss: Vec<&str> = found.iter().map(|(path, ..)| path.as_str()).collect();
        assert!(amiss.contains(&name), "{found:?}");
        for file in ["/dev/zero", "src/b.rs", "src/c.in"] {
            assert!(amiss.contains(&file), "{file}: {found:?}");
        }
        fs::remove_file(link).expect("the folder is ours");
    }
}

#[test]
fn a_file_of_four_gibibytes_is_not_read() {
    let project = Project::new(&[("src/lib.rs", "mod a;"), ("src/a.rs", "")]);
    let file = fs::File::create(project.0.path().join("src/a.rs")).expect("the folder is writable");
    file.set_len(4 << 30).expect("the file can have holes");
    let message = "has 4294967296 bytes; more than 64 MiB are not read".to_owned();
    assert_eq!(amiss(&project), [("src/a.rs".to_owned(), None, message.clone())]);
    let text = " ".repeat((64 << 20) + 1);
    let problem = crate::read::summarise("x.rs", &text).expect_err("it is too long");
    assert_eq!(problem.message, "has 67108865 bytes; more than 64 MiB are not read");
}

#[test]
fn each_target_is_read_by_its_own_edition() {
    let project = Project::new(&[
        ("src/lib.rs", "pub async fn a() {}"),
        ("src/old.rs", "fn main() { let async = 1; }"),
    ]);
    let old = "[[bin]]\nname = \"old\"\npath = \"src/old.rs\"\nedition = \"2015\"\n";
    project.write(
        "Cargo.toml",
        format!("[package]\nname = \"p\"\nversion = \"0.1.0\"\nedition = \"2024\"\n{old}"),
    );
    assert_eq!(amiss(&project), []);
    project.write("Cargo.toml", "[package]\nname = \"p\"\nversion = \"0.1.0\"\nedition = \"2015\"\n");
    assert_eq!(amiss(&project).len(), 1);
}
