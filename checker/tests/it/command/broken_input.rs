//! Whatever is wrong with what we are given: a clear sentence and exit code 2, never a panic.

use super::formats;
use super::workspace::{Ended, MAP, Workspace};

/// The run failed, and says so in a text that has all the words.
#[track_caller]
fn failed(ended: &Ended, words: &[&str]) {
    assert_eq!(ended.code, Some(2), "{}", ended.all());
    assert!(ended.err.contains("error"), "{}", ended.all());
    for word in words {
        assert!(ended.err.contains(word), "no `{word}` in: {}", ended.all());
    }
}

#[track_caller]
fn with_map(map: impl AsRef<[u8]>, words: &[&str]) {
    let workspace = Workspace::without_map();
    workspace.write("stateline.yaml", map);
    failed(&workspace.run(&["check"]), words);
}

#[test]
fn wrong_arguments() {
    let workspace = Workspace::kept();
    for arguments in
        [&["chekc"][..], &["check", "--format", "xml"], &["check", "--frobnicate"], &["explain"], &[]]
    {
        assert_eq!(workspace.run(arguments).code, Some(2), "{arguments:?}");
    }
    failed(&workspace.run(&["check", "--as-of", "tomorrow"]), &["tomorrow", "YYYY-MM-DD"]);
    failed(&workspace.run(&["check", "-p", "ledgre"]), &["`ledgre`", "did you mean `ledger`?"]);
}

#[test]
fn no_map() {
    insta::assert_snapshot!(Workspace::without_map().run(&["check"]).all(), @r"
    exit code: 2
    stderr:
    error: no map at stateline.yaml
     |
     = help: `cargo stateline init` writes one of what is there

    failed: 1 problem; nothing was checked
    ");
}

#[test]
fn no_workspace() {
    failed(&Workspace::empty().run(&["check"]), &["Cargo.toml"]);
    let workspace = Workspace::kept();
    failed(&workspace.run(&["check", "--manifest-path", "none/Cargo.toml"]), &["none/Cargo.toml"]);
}

#[test]
fn a_workspace_that_does_not_resolve() {
    let workspace = Workspace::kept();
    workspace.write("ledger/Cargo.toml", "[package]\nname = 3\n");
    failed(&workspace.run(&["check"]), &["ledger/Cargo.toml"]);
    let workspace = Workspace::kept();
    workspace.write("Cargo.toml", "[workspace]\nmembers = [\"payments\", \"nowhere\"]\n");
    failed(&workspace.run(&["check"]), &["nowhere"]);
}

#[test]
fn all_mistakes_of_a_map_at_once() {
    let workspace = Workspace::without_map();
    workspace.write(
        "stateline.yaml",
        "stateline: 1\ncontexts:\n  payments:\n    own: [payments]\n    calls: { leger: [load] }\n  ledger: { owns: [ledger] }\n  ledger: { owns: [ledger] }\n",
    );
    insta::assert_snapshot!(workspace.run(&["check"]).all(), @r"
    exit code: 2
    stderr:
    error: the context `payments` owns nothing
     --> stateline.yaml:3:3
      |
    3 |   payments:
      |   ^^^^^^^^
      |
      = help: add `owns: [CRATE]`, or `external: true` if it is another system

    error: unknown key `own` in a context
     --> stateline.yaml:4:5
      |
    4 |     own: [payments]
      |     ^^^
      |
      = help: did you mean `owns`?

    error: the map has no context `leger`
     --> stateline.yaml:5:14
      |
    5 |     calls: { leger: [load] }
      |              ^^^^^
      |
      = help: did you mean `ledger`?

    error: the key `ledger` is given twice
     --> stateline.yaml:7:3
      |
    6 |   ledger: { owns: [ledger] }
      |   ------ first given here
    7 |   ledger: { owns: [ledger] }
      |   ^^^^^^
      |
      = help: remove one of them

    failed: 4 problems; nothing was checked
    ");
}

#[test]
fn an_empty_map() {
    with_map("", &["stateline.yaml", "empty"]);
    with_map("# nothing\n", &["stateline.yaml"]);
}

#[test]
fn a_map_of_ten_megabytes() {
    with_map("# map\n".repeat(10 * 1024 * 1024 / 6), &["stateline.yaml"]);
}

#[test]
fn an_alias_bomb() {
    let mut bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..20 {
        let before = format!("*a{}", level - 1);
        bomb.push_str(&format!("a{level}: &a{level} [{}]\n", vec![before; 9].join(", ")));
    }
    with_map(bomb, &["stateline.yaml:1:"]);
}

#[test]
fn deep_nesting() {
    with_map("[".repeat(200_000), &["stateline.yaml"]);
    with_map("a: ".repeat(100_000), &["stateline.yaml"]);
}

#[test]
fn tabs() {
    with_map("stateline: 1\ncontexts:\n\tpayments: { owns: [payments] }\n", &["stateline.yaml:3"]);
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_are_no_mistake() {
    let workspace = Workspace::kept();
    workspace.write("stateline.yaml", format!("\u{feff}{}", MAP.replace('\n', "\r\n")));
    let ended = workspace.run(&["check"]);
    assert_eq!(ended.code, Some(0), "{}", ended.all());
}

#[test]
fn a_map_that_is_not_utf8() {
    with_map(b"stateline: 1\ncontexts:\n  p\xff: {}\n", &["stateline.yaml", "UTF-8", "line 3"]);
}

#[test]
fn a_map_that_is_a_folder() {
    let workspace = Workspace::without_map();
    workspace.write("stateline.yaml/x", "");
    failed(&workspace.run(&["check"]), &["stateline.yaml", "folder"]);
}

#[test]
fn a_contexts_file_that_is_missing_or_that_nobody_names() {
    let workspace = Workspace::kept();
    workspace.write("ledger/stateline.context.yaml", "stateline: 1\ncontext: ledger\nowns: [ledger]\n");
    failed(
        &workspace.run(&["check"]),
        &["no context of the map names ledger/stateline.context.yaml", "file:"],
    );
    let map = MAP.replace("owns: [payments]", "file: payments/stateline.context.yaml");
    workspace.write("stateline.yaml", map);
    failed(
        &workspace.run(&["check"]),
        &["payments/stateline.context.yaml cannot be read", "stateline.yaml:4:11"],
    );
}

#[test]
fn wrong_exceptions() {
    let workspace = Workspace::kept();
    workspace.write("stateline.exceptions.yaml", "stateline: 1\nexceptions:\n  - egde: a -> b\n");
    failed(&workspace.run(&["check"]), &["stateline.exceptions.yaml:3", "egde"]);
}

#[test]
fn a_source_file_that_is_no_rust() {
    let workspace = Workspace::kept();
    workspace.write("ledger/src/lib.rs", "pub fn load_account(amount: u64) {\n    let = ;\n}\n");
    failed(&workspace.run(&["check"]), &["ledger/src/lib.rs:2"]);
}

#[test]
fn a_source_file_that_is_not_utf8() {
    let workspace = Workspace::kept();
    workspace.write("ledger/src/lib.rs", b"pub fn load_account() {}\n// \xff\n");
    failed(&workspace.run(&["check"]), &["ledger/src/lib.rs", "UTF-8"]);
}

#[test]
fn a_source_file_that_is_missing() {
    let workspace = Workspace::kept();
    workspace.write("ledger/src/lib.rs", "mod gone;\npub fn load_account(_: u64) {}\n");
    failed(&workspace.run(&["check"]), &["ledger/src/lib.rs:1", "gone"]);
}

#[test]
fn failures_keep_to_the_format_that_was_asked_for() {
    let workspace = Workspace::without_map();
    for format in formats().filter(|name| name != "human") {
        let ended = workspace.run(&["check", "--format", &format]);
        assert_eq!((ended.code, ended.err.as_str()), (Some(2), ""), "{format}");
        assert!(ended.out.contains("no map at stateline.yaml"), "{format}: {}", ended.out);
    }
}

#[cfg(unix)]
mod unix {
    use super::*;
    use std::os::unix::fs::{PermissionsExt, symlink};

    #[test]
    fn links_in_a_circle() {
        let workspace = Workspace::kept();
        symlink("..", workspace.path("ledger/src/up")).expect("links can be made");
        symlink("loop", workspace.path("ledger/loop")).expect("links can be made");
        let ended = workspace.run(&["check"]);
        assert_eq!(ended.code, Some(0), "{}", ended.all());
        std::fs::remove_file(workspace.path("stateline.yaml")).expect("it is there");
        symlink("stateline.yaml", workspace.path("stateline.yaml")).expect("links can be made");
        failed(&workspace.run(&["check"]), &["stateline.yaml"]);
        std::fs::remove_file(workspace.path("ledger/src/lib.rs")).expect("it is there");
        symlink("lib.rs", workspace.path("ledger/src/lib.rs")).expect("links can be made");
        failed(&workspace.run(&["check"]), &["lib.rs"]);
    }

    #[test]
    fn a_file_that_may_not_be_read() {
        let workspace = Workspace::kept();
        for path in ["ledger/src/lib.rs", "stateline.yaml"] {
            let closed = workspace.path(path);
            let mode = |mode| std::fs::set_permissions(&closed, PermissionsExt::from_mode(mode));
            mode(0o000).expect("modes can be set");
            // Root reads everything.
            if std::fs::read(&closed).is_err() {
                failed(&workspace.run(&["check"]), &[path]);
            }
            mode(0o644).expect("modes can be set");
        }
    }

    #[test]
    fn a_pipe_in_place_of_a_file() {
        let workspace = Workspace::without_map();
        let made = std::process::Command::new("mkfifo").arg(workspace.path("stateline.yaml")).status();
        if made.is_ok_and(|status| status.success()) {
            failed(&workspace.run(&["check"]), &["stateline.yaml"]);
        }
    }

    #[test]
    fn names_that_would_act_on_the_terminal() {
        let workspace = Workspace::broken();
        workspace.write("ledger/src/lib.rs", "#[path = \"\u{1b}[31mred.rs\"]\nmod red;\n");
        let ended = workspace.run(&["check"]);
        failed(&ended, &["␛[31mred.rs"]);
        assert!(!ended.err.contains('\u{1b}'), "{:?}", ended.err);
    }
}
