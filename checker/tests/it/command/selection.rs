//! `-p` and `--changed-since`: fewer findings, over the same graph.

use super::workspace::{CROSSING, Workspace};

#[test]
fn only_the_packages_that_were_named() {
    let workspace = Workspace::broken();
    assert_eq!(workspace.run(&["check", "-p", "payments"]).code, Some(1));
    assert_eq!(workspace.run(&["check", "-p", "ledger"]).code, Some(0));
    assert_eq!(workspace.run(&["check", "-p", "ledger", "-p", "payments"]).code, Some(1));
}

#[test]
fn only_what_changed_since() {
    let workspace = Workspace::broken();
    workspace.write(".gitignore", "target\n");
    workspace.git(&["init", "--quiet"]);
    workspace.git(&["add", "."]);
    workspace.git(&["commit", "--quiet", "-m", "with a crossing"]);
    let since = |revision: &str| workspace.run(&["check", "--changed-since", revision]);
    assert_eq!(since("HEAD").code, Some(0));
    workspace.write("ledger/src/lib.rs", workspace.read("ledger/src/lib.rs") + "\n");
    assert_eq!(since("HEAD").code, Some(0), "another file changed");
    workspace.write("payments/src/lib.rs", format!("{CROSSING}\n"));
    assert_eq!(since("HEAD").code, Some(1));
    workspace.git(&["commit", "--quiet", "-am", "changed"]);
    assert_eq!(since("HEAD").code, Some(0));
    assert_eq!(since("HEAD~1").code, Some(1));
}

#[test]
fn a_change_that_leaves_the_map_behind() {
    let workspace = Workspace::kept();
    let map = workspace.read("stateline.yaml");
    workspace.write(".gitignore", "target\n");
    workspace.write("README", "old\n");
    workspace.write("stateline.yaml", map + "    exports: [Gone]\n");
    workspace.git(&["init", "--quiet"]);
    workspace.git(&["add", "."]);
    workspace.git(&["commit", "--quiet", "-m", "an item is gone"]);
    let since = || workspace.run(&["check", "--changed-since", "HEAD"]);
    workspace.write("README", "new\n");
    assert_eq!(since().code, Some(0), "no code changed");
    workspace.write("ledger/src/lib.rs", workspace.read("ledger/src/lib.rs") + "\n");
    let ended = since();
    assert_eq!(ended.code, Some(1), "{}", ended.all());
    assert!(ended.out.contains("ledger has no `Gone`"), "{}", ended.out);
}

#[test]
fn what_git_does_not_know_yet_has_changed() {
    let workspace = Workspace::kept();
    workspace.write(".gitignore", "target\n");
    workspace.git(&["init", "--quiet"]);
    workspace.git(&["add", "."]);
    workspace.git(&["commit", "--quiet", "-m", "kept"]);
    workspace.write("payments/src/lib.rs", "mod more;\n");
    workspace.write("payments/src/more.rs", CROSSING);
    let ended = workspace.run(&["check", "--changed-since", "HEAD"]);
    assert_eq!(ended.code, Some(1), "{}", ended.all());
    assert!(ended.out.contains("payments/src/more.rs:3"), "{}", ended.out);
}

#[test]
fn an_unknown_revision_and_no_repository_are_failures() {
    let workspace = Workspace::broken();
    let outside = workspace.run(&["check", "--changed-since", "HEAD"]);
    assert_eq!(outside.code, Some(2), "{}", outside.all());
    assert!(outside.err.contains("not in a git repository"), "{}", outside.err);
    workspace.git(&["init", "--quiet"]);
    for revision in ["nowhere", "--help", "HEAD:Cargo.toml", ""] {
        let ended = workspace.run(&["check", &format!("--changed-since={revision}")]);
        assert_eq!(ended.code, Some(2), "{revision}: {}", ended.all());
    }
}
