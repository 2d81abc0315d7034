//! `list unresolved`: what nobody knows, and names that several items bear.

use super::workspace::Workspace;

const CODE: &str = "\
//! The shop.
//!
//! ```
//! payments::pay();
//! ```
use ledger::gone::*;
pub fn pay() {
    ledger::load_account(nothing);
    ledger::lost();
    ledger::lost();
    wire::send();
}
#[cfg(windows)]
mod windows;
include!(concat!(env!(\"OUT_DIR\"), \"/made.rs\"));
";

fn unresolved() -> Workspace {
    let workspace = Workspace::kept();
    workspace.write("payments/src/lib.rs", CODE);
    workspace.write("payments/src/old.rs", "");
    let manifest = "[package]\nname = \"payments\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\
        [dependencies]\nledger = { path = \"../ledger\" }\nwire = \"1\"\n";
    workspace.write("payments/Cargo.toml", manifest);
    workspace
}

#[test]
fn what_is_not_resolved_is_listed_with_place_and_reason() {
    let workspace = unresolved();
    insta::assert_snapshot!(workspace.run(&["list", "unresolved"]).all(), @r#"
    exit code: 0
    stdout:
    payments/src/lib.rs	3	5	```	doc-test	payments		code in documentation is not read
    payments/src/lib.rs	6	13	gone	glob	payments		no module `gone` in `ledger`
    payments/src/lib.rs	8	26	nothing	generated-path	payments		in code of `payments` that is written by a build or a macro
    payments/src/lib.rs	9	13	lost	path	payments		no `lost` in `ledger`
    payments/src/lib.rs	10	13	lost	path	payments		no `lost` in `ledger`
    payments/src/lib.rs	11	5	wire	outside-path	payments		leads to `wire`, outside the workspace
    payments/src/lib.rs	14	5	windows	module	payments		there is no `payments/src/windows.rs` or `payments/src/windows/mod.rs`
    payments/src/lib.rs	15	1	include	include	payments		it is not read: its path is computed, or it stands in an expression
    payments/src/old.rs	1	1	old.rs	orphan	payments		no target reaches this file
    "#);
    let one = workspace.run(&["list", "unresolved", "--format", "jsonl"]).out;
    insta::assert_snapshot!(one.lines().next().expect("there is one"), @r#"{"file":"payments/src/lib.rs","line":3,"column":5,"name":"```","kind":"doc-test","own_crate":"payments","own_module":"","reason":"code in documentation is not read"}"#);
    assert_eq!(workspace.run(&["list", "unresolved", "-p", "ledger"]).out, "");
}

#[test]
fn the_summary_has_the_heaviest_reasons_of_each_kind() {
    let workspace = unresolved();
    insta::assert_snapshot!(workspace.run(&["list", "unresolved", "--summary"]).all(), @r#"
    exit code: 0
    stdout:
          2  path paths not found
                  2  no `lost` in `ledger`
          1  glob globs not found
                  1  no module `gone` in `ledger`
          1  module modules without a file
                  1  there is no `payments/src/windows.rs` or `payments/src/windows/mod.rs`
          1  include includes not read
                  1  it is not read: its path is computed, or it stands in an expression
          1  orphan files that no target reaches
                  1  no target reaches this file
          1  doc-test documentation tests not read
                  1  code in documentation is not read
          1  generated-path paths into generated code
                  1  in code of `payments` that is written by a build or a macro
          1  outside-path paths into other packages
                  1  leads to `wire`, outside the workspace
    "#);
    let object = workspace.run(&["list", "unresolved", "--summary", "--format", "jsonl"]).out;
    let object: serde_json::Value = serde_json::from_str(&object).expect("it is JSON");
    let listed = workspace.run(&["list", "unresolved"]).out.lines().count();
    let kinds = object["unresolved"].as_array().expect("it is a list");
    let counted: u64 = kinds.iter().filter_map(|kind| kind["count"].as_u64()).sum();
    assert_eq!(counted, listed as u64, "{object}");
    // `check` counts the same.
    let checked = workspace.run(&["check", "--format", "json"]).out;
    let checked: serde_json::Value = serde_json::from_str(&checked).expect("it is JSON");
    for kind in kinds {
        let name = kind["kind"].as_str().expect("it is text");
        assert_eq!(checked["looked_at"]["coverage"]["kinds"][name], kind["count"], "{name}: {checked}");
    }
    assert_eq!(Workspace::kept().run(&["list", "references", "--summary"]).code, Some(2));
}

#[test]
fn where_all_is_known_the_list_is_empty_and_the_summary_says_so() {
    let workspace = Workspace::kept();
    assert_eq!(workspace.run(&["list", "unresolved"]).out, "");
    insta::assert_snapshot!(workspace.run(&["list", "unresolved", "--summary"]).out, @"everything is resolved, and nothing leads out of the workspace");
}

#[test]
fn a_name_that_several_items_bear_is_described_as_each_of_them() {
    let workspace = Workspace::kept();
    workspace.write("ledger/src/lib.rs", "pub struct Amount;\npub fn load_account(_: u64) {}\n");
    workspace.write("payments/src/lib.rs", "pub struct Amount;\npub fn pay() { ledger::load_account(3); }\n");
    let described = workspace.run(&["explain", "Amount"]).out;
    let heads: Vec<&str> = described.lines().filter(|line| line.contains(" is a ")).collect();
    insta::assert_snapshot!(heads.join("\n"), @r"
    payments::Amount is a struct, at payments/src/lib.rs:1:12
    ledger::Amount is a struct, at ledger/src/lib.rs:1:12
    ");
    let ended = workspace.run(&["explain", "payments", "Amount"]);
    assert_eq!(ended.code, Some(2), "{}", ended.all());
    for meant in ["a struct, payments::Amount", "payments/src/lib.rs:1:12", "ledger/src/lib.rs:1:12"] {
        assert!(ended.err.contains(meant), "no {meant} in {}", ended.err);
    }
    assert_eq!(workspace.run(&["explain", "payments", "ledger::Amount"]).code, Some(0));
}
