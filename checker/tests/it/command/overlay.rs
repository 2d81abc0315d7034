//! `check --overlay`: files as they are in an editor, before they are saved.

use super::workspace::{CROSSING, Workspace};
use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

#[test]
fn an_unsaved_text_is_checked_and_quoted_in_place_of_the_file() {
    let workspace = Workspace::kept();
    workspace.write("unsaved", CROSSING);
    let unsaved = workspace.run(&["check", "--overlay", "payments/src/lib.rs=unsaved"]);
    assert_eq!(unsaved.all(), Workspace::broken().run(&["check"]).all());
    assert_eq!(workspace.run(&["check"]).code, Some(0), "the file itself is as it was");
    // A path is taken from where one is, as everywhere.
    let below = workspace.path("payments");
    let below = workspace.run_in(&below, &["check", "--overlay", "src/lib.rs=../unsaved"]);
    assert_eq!(below.all(), unsaved.all());
    // What is wrong already is put right just so.
    let broken = Workspace::broken();
    broken.write("unsaved", "pub fn pay() {}\n");
    let mended = broken.run(&["check", "--overlay", "payments/src/lib.rs=unsaved"]);
    assert!(!mended.out.contains("undeclared-call"), "{}", mended.out);
}

#[test]
fn a_new_module_need_not_be_saved_either() {
    let workspace = Workspace::kept();
    workspace.write("lib", "mod more;\npub fn pay() {\n    ledger::load_account(3);\n}\n");
    workspace.write("more", CROSSING);
    let alone = workspace.run(&["check", "--overlay", "payments/src/lib.rs=lib"]);
    assert_eq!(alone.code, Some(2));
    assert!(alone.err.contains("there is no file for module `more`"), "{}", alone.err);
    assert!(alone.err.contains("1 | mod more;"), "what is quoted is not saved: {}", alone.err);
    let both = ["check", "--overlay", "payments/src/lib.rs=lib", "--overlay", "payments/src/more.rs=more"];
    let both = workspace.run(&both);
    assert_eq!(both.code, Some(1));
    assert!(both.out.contains("--> payments/src/more.rs:3:13"), "{}", both.out);
}

#[test]
fn what_cannot_be_taken_is_refused() {
    let workspace = Workspace::kept();
    workspace.write("unsaved", CROSSING);
    workspace.write("bytes", [b'a', 0xff]);
    for (overlay, said) in [
        ("payments/src/other.rs=unsaved", "payments/src/other.rs is read by no target of this workspace"),
        ("payments/src/lib.rs=gone", "gone: cannot be read as `payments/src/lib.rs`"),
        ("payments/src/lib.rs=bytes", "invalid utf-8"),
        ("payments/src/lib.rs", "write it as `PATH=FILE`"),
        ("=unsaved", "write it as `PATH=FILE`"),
    ] {
        let refused = workspace.run(&["check", "--overlay", overlay]);
        assert_eq!(refused.code, Some(2), "{overlay}");
        assert!(refused.err.contains(said), "{overlay}: {}", refused.err);
    }
}

#[test]
fn it_comes_by_the_standard_input_and_nothing_of_it_is_kept() {
    let workspace = Workspace::kept();
    let home = tempfile::tempdir().expect("a temporary folder");
    let check = |overlay: Option<&str>| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cargo-stateline"));
        command.current_dir(workspace.root()).args(["check", "--quiet"]).env("XDG_CACHE_HOME", home.path());
        command.stdin(Stdio::piped()).stdout(Stdio::null());
        if overlay.is_some() {
            command.args(["--overlay", "payments/src/lib.rs=-"]);
        }
        let mut child = command.spawn().expect("the command can be run");
        let mut input = child.stdin.take().expect("it is piped");
        // Who takes nothing from there may be gone.
        let _ = input.write_all(overlay.unwrap_or_default().as_bytes());
        drop(input);
        child.wait().expect("it ends").code()
    };
    assert_eq!(check(None), Some(0));
    let kept = files(home.path());
    assert!(!kept.is_empty(), "a cache is kept");
    assert_eq!(check(Some(CROSSING)), Some(1));
    assert_eq!(check(Some("pub fn pay() {}\n")), Some(0));
    assert_eq!(files(home.path()), kept);
    assert_eq!(check(None), Some(0));
}

/// All files below a folder, with what is in them.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in std::fs::read_dir(folder).expect("it is ours").flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.insert(path.clone(), std::fs::read(&path).expect("it is ours"));
        }
    }
    found
}

#[test]
fn a_map_that_is_not_saved_is_checked_in_place_of_the_one_that_is() {
    let workspace = Workspace::broken();
    let map = workspace.read("stateline.yaml");
    workspace.write("unsaved", map.replace("[load_account]", "[load_account, set_balance]"));
    let permitted = workspace.run(&["check", "--overlay", "stateline.yaml=unsaved"]);
    assert_eq!(permitted.code, Some(0), "{}", permitted.all());
    assert_eq!(workspace.run(&["check"]).code, Some(1), "the map itself is as it was");
    // Mistakes are quoted from the text, and a map that is not there yet may be tried.
    workspace.write("unsaved", map.replace("calls:", "call:"));
    std::fs::remove_file(workspace.path("stateline.yaml")).expect("it is there");
    let mistaken = workspace.run(&["check", "--overlay", "stateline.yaml=unsaved"]);
    assert_eq!(mistaken.code, Some(2), "{}", mistaken.all());
    assert!(mistaken.err.contains("unknown key `call`"), "{}", mistaken.err);
    assert!(mistaken.err.contains("     call:"), "{}", mistaken.err);
}

#[test]
fn so_are_exceptions_and_the_files_of_contexts_and_no_other_text() {
    let workspace = Workspace::broken();
    let terms = "    reason: for now\n    owner: ada\n    until: 2099-01-01\n";
    let edge = "  - edge: payments -> ledger::set_balance\n";
    workspace.write("unsaved", format!("stateline: 1\nexceptions:\n{edge}{terms}"));
    let tolerated = workspace.run(&["check", "--overlay", "stateline.exceptions.yaml=unsaved"]);
    assert_eq!(tolerated.code, Some(0), "{}", tolerated.all());
    let astray = workspace.run(&["check", "--overlay", "payments/stateline.context.yaml=unsaved"]);
    assert_eq!(astray.code, Some(2), "{}", astray.all());
    assert!(astray.err.contains("payments/stateline.context.yaml is not part of the map"), "{}", astray.err);

    let map = "stateline: 1\ncontexts:\n  payments: { file: payments/stateline.context.yaml }\n  ledger: { owns: [ledger] }\n";
    let part = "stateline: 1\ncontext: payments\nowns: [payments]\n";
    workspace.write("stateline.yaml", map);
    workspace.write("payments/stateline.context.yaml", part);
    assert_eq!(workspace.run(&["check"]).code, Some(1));
    workspace.write("unsaved", format!("{part}calls: {{ ledger: [load_account, set_balance] }}\n"));
    let permitted = workspace.run(&["check", "--overlay", "payments/stateline.context.yaml=unsaved"]);
    assert!(!permitted.out.contains("undeclared-call"), "{}", permitted.all());
    assert_eq!(permitted.code, Some(0), "{}", permitted.all());
}
