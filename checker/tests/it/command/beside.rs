//! Exceptions beside code, so that the owners of that code review them.

use super::workspace::{Ended, Workspace};

const MAP: &str = "\
stateline: 1
contexts:
  shop: { owns: [shop] }
  stock: { owns: [stock] }
  ledger: { owns: [ledger] }
";
const MAIN: &str = "\
stateline: 1
exceptions:
  - { edge: \"shop -> ledger::load\", reason: old, owner: ada, until: 2099-01-01 }
";
const BESIDE: &str = "\
# Of the owners of stock.
stateline: 1
exceptions:
  - edge: # in count()
      - stock -> ledger::load
      - stock -> ledger::store
    reason: stock is older than the ledger
    owner: bo
    until: 2098-06-30
";
const FILE: &str = "stock/stateline.exceptions.yaml";

fn trading() -> Workspace {
    let workspace = Workspace::of_crates(&[
        ("shop", &["ledger"], "pub fn a() -> u8 { ledger::load() }\n"),
        ("stock", &["ledger"], "pub fn count() -> u8 { ledger::load() + ledger::store() }\n"),
        ("ledger", &[], "pub fn load() -> u8 { 1 }\npub fn store() -> u8 { 2 }\n"),
    ]);
    workspace.write("stateline.yaml", MAP);
    workspace.write("stateline.exceptions.yaml", MAIN);
    workspace.write(FILE, BESIDE);
    let workspace = workspace.committed();
    kept(&workspace);
    workspace
}

#[track_caller]
fn kept(workspace: &Workspace) {
    let ended = workspace.run(&["check", "--as-of", "2026-11-30"]);
    assert_eq!(ended.code, Some(0), "{}", ended.all());
}

fn renew(workspace: &Workspace) -> Ended {
    workspace.run(&["renew", "--as-of", "2026-11-30", "--owner", "cy"])
}

#[test]
fn they_hold_for_the_contexts_with_code_there() {
    let workspace = trading();
    workspace.write("stateline.exceptions.yaml", "stateline: 1\n");
    workspace.write(
        FILE,
        BESIDE.replace("- stock -> ledger::store", "- stock -> ledger::store\n      - shop -> ledger::load"),
    );
    let ended = workspace.run(&["check", "--as-of", "2026-11-30"]);
    assert_eq!(ended.code, Some(1), "{}", ended.all());
    assert!(ended.out.contains("`shop` is not allowed to call `ledger::load`"), "{}", ended.all());
    let out = ended.out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(out.contains("the exception for `shop -> ledger::load` matches no code"), "{out}");
    assert!(out.contains("because it is about code outside of `stock`"), "{out}");
    assert!(ended.out.contains("failed: 2 errors"), "{}", ended.all());
}

#[test]
fn those_in_a_folder_that_is_no_package_are_told() {
    for (folder, home) in
        [("stock/src", "stock/stateline.exceptions.yaml"), ("gone", "stateline.exceptions.yaml")]
    {
        let workspace = trading();
        std::fs::remove_file(workspace.path(FILE)).expect("it is there");
        workspace.write(&format!("{folder}/stateline.exceptions.yaml"), BESIDE);
        for command in [&["check"][..], &["renew"], &["list", "exceptions"]] {
            let ended = workspace.run(command);
            assert_eq!(ended.code, Some(2), "{}", ended.all());
            let err = ended.err.split_whitespace().collect::<Vec<_>>().join(" ");
            let told = format!("{folder}/stateline.exceptions.yaml is not read, because `{folder}` is not");
            assert!(err.contains(&told), "{}", ended.all());
            assert!(err.contains(&format!("move its exceptions to {home}, and remove the file")), "{err}");
        }
        // Another workspace has a map of its own.
        workspace.write(&format!("{folder}/stateline.yaml"), MAP);
        let ended = workspace.run(&["check"]);
        assert!(!ended.err.contains("is not read"), "{}", ended.all());
    }
}

#[test]
fn mistakes_in_them_are_told_at_their_place() {
    let workspace = trading();
    workspace.write(FILE, BESIDE.replace("reason:", "resaon:"));
    let ended = workspace.run(&["check"]);
    assert_eq!(ended.code, Some(2), "{}", ended.all());
    assert!(ended.err.contains("stock/stateline.exceptions.yaml:7:5"), "{}", ended.all());
}

#[test]
fn renew_keeps_them_where_they_are() {
    let workspace = trading();
    assert_eq!(renew(&workspace).out, "current: stateline.exceptions.yaml  3 kept\n");
    workspace.write("stateline.yaml", MAP.replace("  stock:", "  goods:"));
    let ended = renew(&workspace);
    assert_eq!(
        (ended.code, &*ended.out),
        (Some(0), "wrote stock/stateline.exceptions.yaml  1 kept, 2 renamed\n"),
        "{}",
        ended.all()
    );
    assert_eq!(workspace.read(FILE), BESIDE.replace("- stock ->", "- goods ->"));
    assert_eq!(workspace.read("stateline.exceptions.yaml"), MAIN);
    kept(&workspace);
    // Those of two contexts that are joined meet, wherever they stand.
    workspace.write(FILE, BESIDE);
    workspace.write(
        "stateline.yaml",
        "stateline: 1\ncontexts:\n  trade: { owns: [shop, stock] }\n  ledger: { owns: [ledger] }\n",
    );
    assert_eq!(renew(&workspace).code, Some(0));
    let joined = BESIDE
        .replace("- stock ->", "- trade ->")
        .replace("reason: stock is older than the ledger", "reason: stock is older than the ledger; old");
    assert_eq!(workspace.read(FILE), joined);
    assert_eq!(workspace.read("stateline.exceptions.yaml"), "stateline: 1\n");
    kept(&workspace);
    // Split again, each stands beside code of its own context, and nothing is lost.
    workspace.commit("joined");
    workspace.write("stateline.yaml", MAP);
    let split = renew(&workspace);
    assert_eq!(split.code, Some(0), "{}", split.all());
    let beside = workspace.read(FILE);
    assert!(beside.contains("- stock -> ledger::load") && !beside.contains("shop"), "{beside}");
    let main = workspace.read("stateline.exceptions.yaml");
    assert!(main.contains("shop -> ledger::load"), "{main}");
    kept(&workspace);
}

/// What the command line names takes the place of the root's, also where the root is a package.
#[test]
fn a_named_file_takes_the_place_of_the_root_s() {
    let workspace = Workspace::of_crates(&[("shop", &[], "")]);
    workspace.write(
        "stateline.yaml",
        "stateline: 1\ncontexts:\n  root: { owns: [root] }\n  shop: { owns: [shop] }\n",
    );
    let manifest = workspace.read("Cargo.toml");
    let package = "[package]\nname = \"root\"\nversion = \"0.0.0\"\nedition = \"2024\"\n[dependencies]\nshop = { path = \"shop\" }\n";
    workspace.write("Cargo.toml", format!("{package}{manifest}"));
    workspace.write("src/lib.rs", "pub use shop::*;\n");
    workspace.write("shop/src/lib.rs", "pub fn a() {}\n");
    let tolerated = "stateline: 1\nexceptions:\n  - { edge: \"root -> shop\", reason: old, owner: ada, until: 2099-01-01 }\n";
    workspace.write("stateline.exceptions.yaml", tolerated);
    workspace.write("none.yaml", "stateline: 1\n");
    assert_eq!(workspace.run(&["check", "--as-of", "2026-11-30"]).code, Some(0));
    assert_eq!(workspace.run(&["check", "--exceptions", "none.yaml", "--as-of", "2026-11-30"]).code, Some(1));
}

#[test]
fn new_ones_are_written_beside_the_code_of_their_context() {
    let workspace = trading();
    let without = BESIDE.replace("      - stock -> ledger::store\n", "");
    workspace.write(FILE, &without);
    workspace.commit("less");
    let ended = renew(&workspace);
    assert_eq!(ended.code, Some(0), "{}", ended.all());
    let text = workspace.read(FILE);
    assert!(
        text.starts_with(&without) && text.contains("- stock -> ledger::store\n    reason: seen since"),
        "{text}"
    );
    assert_eq!(workspace.read("stateline.exceptions.yaml"), MAIN);
    kept(&workspace);
}

#[test]
fn permit_takes_from_them_and_revoke_writes_to_them() {
    let workspace = trading();
    let permitted = workspace.run(&["permit", "stock", "ledger", "--as-of", "2026-11-30"]);
    assert_eq!(permitted.code, Some(0), "{}", permitted.all());
    assert!(
        permitted.out.contains("removed 2 items from stock/stateline.exceptions.yaml"),
        "{}",
        permitted.all()
    );
    assert_eq!(workspace.read(FILE), "# Of the owners of stock.\nstateline: 1\n");
    assert_eq!(workspace.read("stateline.exceptions.yaml"), MAIN);
    kept(&workspace);
    let more =
        ["--owner", "cy", "--reason", "not any more", "--until", "2099-01-01", "--as-of", "2026-11-30"];
    let revoked = workspace.run(&[&["permit", "--revoke", "stock", "ledger"], &more[..]].concat());
    assert_eq!(revoked.code, Some(0), "{}", revoked.all());
    assert!(revoked.out.contains("2 items in stock/stateline.exceptions.yaml"), "{}", revoked.all());
    assert!(workspace.read(FILE).contains("- stock -> ledger::load\n"), "{}", workspace.read(FILE));
    kept(&workspace);
}

#[test]
fn a_comment_and_the_base_know_them() {
    let workspace = trading();
    let permitting = MAP.replace("owns: [stock] }", "owns: [stock], calls: { ledger: [store] } }");
    workspace.write("stateline.yaml", permitting);
    workspace.write(FILE, BESIDE.replace("      - stock -> ledger::store\n", ""));
    let ended =
        workspace.run(&["check", "--since", "main", "--comment", "comment.md", "--as-of", "2026-11-30"]);
    assert_eq!(ended.code, Some(0), "{}", ended.all());
    let comment = workspace.read("comment.md");
    assert!(comment.contains("### Exceptions: 0 gained, 1 lost"), "{comment}");
}
