//! `map`: files in a folder, checked and renewed.

use crate::workspace::{CROSSING, MAP, Workspace};

#[test]
fn only_what_changed_is_written() {
    let workspace = Workspace::kept();
    let ended = workspace.run(&["map", "--format", "mermaid,json", "--out", "docs"]);
    assert_eq!(ended.out, "wrote docs/map.mmd\nwrote docs/map.json\n", "{}", ended.all());
    let ended = workspace.run(&["map", "--format", "mermaid,json", "--out", "docs"]);
    assert_eq!((ended.code, ended.out.as_str()), (Some(0), "current: docs\n"));
    workspace.write("docs/map.mmd", "edited");
    // Without a format, those that are there.
    let ended = workspace.run(&["map", "--out", "docs"]);
    assert_eq!(ended.out, "wrote docs/map.mmd\n");
    let files: Vec<_> = std::fs::read_dir(workspace.path("docs")).expect("it is there").flatten().collect();
    assert_eq!(files.len(), 2, "nothing half written is left: {files:?}");
}

#[test]
fn a_stale_file_fails_the_check_and_the_command_that_renews_it_is_told() {
    let workspace = Workspace::kept();
    workspace.run(&["map", "--format", "mermaid,markdown", "--out", "docs"]);
    let ended = workspace.run(&["map", "--out", "docs", "--check"]);
    assert_eq!((ended.code, ended.out.as_str()), (Some(0), "current: docs\n"));
    workspace.write("stateline.yaml", MAP.replace("load_account", "set_balance"));
    let ended = workspace.run(&["map", "--out", "docs", "--check"]);
    let told = "\
stale: docs/map.mmd
stale: docs/map.md

  cargo stateline map --format mermaid,markdown --out docs
      renews them
";
    assert_eq!((ended.code, ended.out.as_str()), (Some(1), told), "{}", ended.all());
    std::fs::remove_file(workspace.path("docs/map.md")).expect("it is there");
    let ended = workspace.run(&["map", "--format", "markdown", "--out", "docs", "--check"]);
    assert!(ended.out.starts_with("missing: docs/map.md\n"), "{}", ended.all());
    assert!(!workspace.path("docs/map.md").exists());
}

#[test]
fn line_ends_of_another_system_are_not_stale() {
    let workspace = Workspace::kept();
    workspace.run(&["map", "--format", "mermaid", "--out", "docs"]);
    workspace.write("docs/map.mmd", workspace.read("docs/map.mmd").replace('\n', "\r\n"));
    assert_eq!(workspace.run(&["map", "--out", "docs", "--check"]).code, Some(0));
}

#[test]
fn views_have_files_of_their_own() {
    let workspace = Workspace::kept();
    for (arguments, file) in [
        (&["--only", "ledger"][..], "map-ledger.mmd"),
        (&["--only", "ledger,payments", "--hops", "1"], "map-ledger-payments-1.mmd"),
        (&["--level", "world"], "world.mmd"),
    ] {
        let all = [&["map", "--format", "mermaid", "--out", "docs"], arguments].concat();
        assert_eq!(workspace.run(&all).out, format!("wrote docs/{file}\n"));
        let check = [&["map", "--out", "docs", "--check"], arguments].concat();
        assert_eq!(workspace.run(&check).code, Some(0), "{file}");
    }
}

#[test]
fn a_crossing_that_is_not_allowed_is_on_the_map() {
    let workspace = Workspace::broken();
    let ended = workspace.run(&["map", "--format", "json"]);
    assert_eq!(ended.code, Some(0), "a map of what is broken is a map: {}", ended.all());
    let map: serde_json::Value = serde_json::from_str(&ended.out).expect("it is JSON");
    let crossing = serde_json::json!([{
        "from": "payments", "to": "ledger", "item": "ledger::set_balance", "rule": "undeclared-call",
        "place": { "file": "payments/src/lib.rs", "line": 3 }, "tolerated": false,
    }]);
    assert_eq!(map["crossings"], crossing);
    let payments = &map["contexts"][1];
    assert_eq!(
        (&payments["name"], &payments["findings"][0]["place"]["line"]),
        (&"payments".into(), &3.into())
    );
    workspace.write(
        "stateline.exceptions.yaml",
        "stateline: 1\nexceptions:\n  - { edge: payments -> ledger::set_balance, reason: history, owner: Ada, until: 2026-12-31 }\n",
    );
    let ended = workspace.run(&["map", "--format", "json", "--as-of", "2026-11-22"]);
    let map: serde_json::Value = serde_json::from_str(&ended.out).expect("it is JSON");
    assert_eq!(map["crossings"][0]["tolerated"], true, "{}", ended.all());
    assert_eq!(map["crossings"][0]["place"]["line"], serde_json::Value::Null);
    assert_eq!(map["contexts"][1]["exceptions"][0]["owner"], "Ada");
    assert_eq!(map["contexts"][1]["findings"], serde_json::json!([]));
    assert!(CROSSING.contains("set_balance"));
}

#[test]
fn steps_call_what_the_source_says() {
    let workspace = Workspace::kept();
    workspace.write(
        "stateline.yaml",
        format!("{MAP}processes:\n  paying: {{ context: payments, version: 1, steps: [pay, rest] }}\n"),
    );
    workspace.write(
        "payments/src/lib.rs",
        "pub fn pay() { inner() }\nfn inner() { ledger::load_account(3) }\npub fn rest() {}\n",
    );
    let ended = workspace.run(&["map", "--format", "json", "--process", "paying"]);
    let map: serde_json::Value = serde_json::from_str(&ended.out).expect("it is JSON");
    let steps = &map["process"]["current"]["steps"];
    let call = serde_json::json!([{ "context": "ledger", "operation": "load_account" }]);
    assert_eq!((&steps[0]["calls"], &steps[1]["calls"]), (&call, &serde_json::json!([])), "{}", ended.all());
    let ended = workspace.run(&["map", "--format", "json", "--journey", "paying"]);
    let map: serde_json::Value = serde_json::from_str(&ended.out).expect("it is JSON");
    let leg = serde_json::json!([{
        "step": "pay", "from": "payments", "to": "ledger", "by": { "call": "load_account" }, "declared": true,
    }]);
    assert_eq!(map["journey"]["legs"], leg);
}

#[test]
fn what_cannot_be_is_told() {
    let workspace = Workspace::kept();
    for (arguments, told) in [
        (&["--process", "payot"][..], "there is no process `payot`"),
        (&["--only", "leger"], "there is no context `leger`: did you mean `ledger`?"),
        (&["--format", "mermaid,json"], "several formats need a folder: `--out DIR`"),
        (&["--out", "docs", "--output", "x"], "`--out` names a folder and `--output` a file"),
        (&["--out", "Cargo.toml", "--format", "json"], "Cargo.toml"),
        (&["--check"], "--out <DIR>"),
    ] {
        let ended = workspace.run(&[&["map"], arguments].concat());
        assert_eq!(ended.code, Some(2), "{}", ended.all());
        assert!(ended.err.contains(told), "{}", ended.all());
    }
}
