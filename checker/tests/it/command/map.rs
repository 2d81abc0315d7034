//! `map`: files in a folder, checked and renewed.

use super::workspace::{CROSSING, MAP, Workspace};

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
fn a_readme_shows_the_picture_by_the_snippet() {
    let workspace = Workspace::kept();
    let ended = workspace.run(&["map", "--format", "svg", "--title", "A \"map\"", "--out", "docs"]);
    let snippet = "\
for a README, light and dark:

<picture>
  <source media=\"(prefers-color-scheme: dark)\" srcset=\"docs/map.dark.svg\">
  <img alt=\"A &quot;map&quot;\" src=\"docs/map.light.svg\">
</picture>
";
    assert!(ended.out.ends_with(snippet), "{}", ended.all());
    for file in ["docs/map.dark.svg", "docs/map.light.svg"] {
        assert!(workspace.path(file).exists(), "{file} is written");
    }
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
    let ended = workspace.run(&["map", "--process", "paying", "--out", "docs"]);
    assert_eq!(ended.out, "wrote docs/process-paying.mmd\nwrote docs/process-paying.md\n", "{}", ended.all());
    assert_eq!(workspace.run(&["map", "--process", "paying", "--out", "docs", "--check"]).code, Some(0));
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
        (&["--only", "leger"], "the map has no context `leger`: did you mean `ledger`?"),
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

#[test]
fn payloads_are_what_the_source_makes_certain() {
    let workspace = Workspace::kept();
    let mail = "    publishes: [ledger.moved]\ntopics:\n  ledger.moved: { message: ledger::Moved }\n";
    workspace.write("stateline.yaml", format!("{MAP}{mail}"));
    workspace.write(
        "ledger/src/lib.rs",
        "\
use std::collections::BTreeMap;
pub fn load_account(amount: u64) { let _ = amount; }
#[derive(Serialize, Deserialize)]
pub struct Moved {
    pub by: Who,
    pub amount: Cents,
    pub note: Option<String>,
    pub tags: BTreeMap<String, Vec<u8>>,
    #[serde(rename = \"when\")]
    pub at: u64,
    pub what: Kind,
    pub strange: Strange,
    pub own: Own,
    pub pair: (bool, f64),
    pub again: Box<Option<Moved>>,
}
#[derive(Serialize, Deserialize)]
pub struct Cents(u32);
#[derive(Serialize, Deserialize)]
pub struct Nothing;
#[derive(Clone, Serialize, Deserialize)]
pub enum Who { System, Person { name: String }, Both(Cents, Nothing) }
#[derive(Serialize, Deserialize)]
#[serde(rename_all = \"lowercase\", tag = \"kind\")]
pub enum Kind { A, B { x: Plain } }
#[derive(Serialize, Deserialize)]
pub struct Strange { inner: elsewhere::Thing }
pub struct Own { x: u8 }
impl Serialize for Own {}
pub struct Plain;
",
    );
    let ended = workspace.run(&["map", "--format", "json"]);
    assert_eq!(ended.code, Some(0), "{}", ended.all());
    let map: serde_json::Value = serde_json::from_str(&ended.out).expect("it is JSON");
    assert_eq!(map["topics"][0]["payload"], "ledger::Moved");
    let types = &map["types"];
    let moved = &types["ledger::Moved"];
    assert_eq!(
        moved["required"],
        serde_json::json!(["by", "amount", "tags", "when", "what", "strange", "own", "pair"])
    );
    let properties = &moved["properties"];
    assert_eq!((properties.get("at"), &properties["when"]["type"]), (None, &serde_json::json!("integer")));
    assert_eq!(properties["note"]["anyOf"][0]["type"], "string");
    assert_eq!(properties["tags"]["additionalProperties"]["items"]["maximum"], 255);
    assert_eq!(properties["pair"]["items"][1]["type"], "number");
    assert_eq!(properties["again"]["anyOf"][0]["$ref"], "#/types/ledger::Moved");
    assert_eq!(types["ledger::Cents"]["type"], "integer", "one field alone is what it holds");
    let who = &types["ledger::Who"]["oneOf"];
    assert_eq!(who[0]["enum"], serde_json::json!(["System"]));
    assert_eq!(who[1]["properties"]["Person"]["properties"]["name"]["type"], "string");
    assert_eq!(who[2]["properties"]["Both"]["maxItems"], 2);
    let kind = &types["ledger::Kind"]["oneOf"];
    assert_eq!(kind[0]["properties"]["kind"]["const"], "a");
    assert_eq!(kind[1]["allOf"][1]["properties"]["x"]["$ref"], "#/types/ledger::Plain");
    let by_hand = "not known: it is not written by a derive of serde";
    assert_eq!(
        (&types["ledger::Own"]["description"], &types["ledger::Plain"]["description"]),
        (&by_hand.into(), &by_hand.into())
    );
    let inner = &types["ledger::Strange"]["properties"]["inner"]["description"];
    assert!(inner.as_str().is_some_and(|says| says.starts_with("not known:")), "{inner}");
    workspace.run(&["map", "--format", "asyncapi", "--out", "docs"]);
    let document = workspace.read("docs/asyncapi/ledger.yaml");
    assert!(document.contains("$ref: '#/components/schemas/ledger.Moved'"), "{document}");
    assert_eq!(workspace.run(&["map", "--out", "docs", "--check"]).code, Some(0));
    // A context that is no more leaves no document behind, and others' files stay.
    let gone = workspace.read("docs/asyncapi/ledger.yaml");
    workspace.write("docs/asyncapi/gone.yaml", gone);
    workspace.write("docs/asyncapi/own.yaml", "asyncapi: 3.0.0\n");
    let ended = workspace.run(&["map", "--out", "docs", "--check"]);
    assert!(ended.out.starts_with("left over: docs/asyncapi/gone.yaml\n"), "{}", ended.all());
    let ended = workspace.run(&["map", "--out", "docs"]);
    assert_eq!(ended.out, "removed docs/asyncapi/gone.yaml\n");
    assert!(workspace.path("docs/asyncapi/own.yaml").exists());
}

#[test]
fn a_difference_tells_what_was_won_and_lost() {
    let workspace = Workspace::kept();
    workspace.git(&["init", "--quiet"]);
    workspace.git(&["add", "."]);
    workspace.git(&["commit", "--quiet", "-m", "first"]);
    let ended = workspace.run(&["map", "--diff", "HEAD"]);
    assert_eq!((ended.code, ended.out.as_str()), (Some(0), "the map since HEAD\n  nothing has changed\n"));
    let changed = MAP.replace("load_account", "set_balance").replace(
        "  ledger:\n",
        "    publishes: [paid]\n  fraud: { owns: [fraud], external: true, subscribes: [paid] }\n  ledger:\n    exports: [Amount]\n",
    );
    let rest = "topics: { paid: { message: payments::Paid } }\nprocesses: { pay: { context: payments, version: 1, steps: [pay] } }\n";
    workspace.write("stateline.yaml", format!("{changed}{rest}"));
    let ended = workspace.run(&["map", "--diff", "HEAD"]);
    let told = "\
the map since HEAD
  + context fraud
  + call payments → ledger: set_balance
  + topic paid
  + payments publishes paid
  + fraud subscribes paid
  + process pay
  - call payments → ledger: load_account
  ~ context ledger: exports was nothing, is Amount
";
    assert_eq!((ended.code, ended.out.as_str()), (Some(0), told), "{}", ended.all());
    let comment = workspace.run(&["map", "--diff", "HEAD", "--format", "markdown"]).out;
    for line in [
        "## The map since `HEAD`",
        "| contexts | `fraud` |  |",
        "| calls | `payments` → `ledger`: `set_balance` | `payments` → `ledger`: `load_account` |",
        "  c_payments ==>|\"- load_account\"| c_ledger",
        "  c_fraud[\"#43; fraud\"]:::context",
    ] {
        assert!(comment.lines().any(|told| told == line), "no {line} in {comment}");
    }
    let ended = workspace.run(&["map", "--diff", "HEAD", "--out", "docs"]);
    for file in ["docs/diff.mmd", "docs/diff.md"] {
        assert!(ended.out.contains(&format!("wrote {file}\n")), "{}", ended.all());
    }
    let ended = workspace.run(&["map", "--diff", "HEAD", "--format", "dot"]);
    assert!(ended.err.contains("a difference has no picture as dot"), "{}", ended.all());
}

#[test]
fn a_difference_follows_the_parts_of_contexts_and_does_without_a_map() {
    let workspace = Workspace::kept();
    std::fs::remove_file(workspace.path("stateline.yaml")).expect("it is there");
    workspace.git(&["init", "--quiet"]);
    workspace.git(&["add", "."]);
    workspace.git(&["commit", "--quiet", "-m", "no map"]);
    workspace.git(&["tag", "none"]);
    let main = "stateline: 1\ncontexts:\n  payments: { owns: [payments], calls: { ledger: [load_account] } }\n  ledger: { file: ledger/stateline.context.yaml }\n";
    workspace.write("stateline.yaml", main);
    workspace.write("ledger/stateline.context.yaml", "stateline: 1\ncontext: ledger\nowns: [ledger]\n");
    workspace.git(&["add", "."]);
    workspace.git(&["commit", "--quiet", "-m", "a map"]);
    workspace.write(
        "ledger/stateline.context.yaml",
        "stateline: 1\ncontext: ledger\nowns: [ledger]\nabout: Accounts.\nexports: [Amount]\n",
    );
    let ended = workspace.run(&["map", "--diff", "HEAD"]);
    assert_eq!(
        ended.out,
        "the map since HEAD\n  ~ context ledger: exports was nothing, is Amount\n",
        "{}",
        ended.all()
    );
    let ended = workspace.run(&["map", "--diff", "none"]);
    assert!(ended.out.contains("+ context ledger\n  + context payments\n"), "{}", ended.all());
    let ended = workspace.run(&["map", "--diff", "nowhere"]);
    assert_eq!(ended.code, Some(2));
    assert!(ended.err.contains("git does not know the revision `nowhere`"), "{}", ended.all());
}

/// A message that is used without a subscription crosses a border, whichever rule says so.
#[test]
fn an_undeclared_subscription_is_drawn_as_a_crossing() {
    let workspace = Workspace::kept();
    workspace.write("payments/src/lib.rs", "pub fn hear(_: ledger::Paid) {}\n");
    workspace.write("ledger/src/lib.rs", "pub struct Paid;\n");
    workspace.write(
        "stateline.yaml",
        "\
stateline: 1
contexts:
  payments: { owns: [payments] }
  ledger: { owns: [ledger], publishes: [paid] }
topics:
  paid: { message: ledger::Paid }
",
    );
    let ended = workspace.run(&["map", "--format", "json"]);
    let map: serde_json::Value = serde_json::from_str(&ended.out).expect("it is JSON");
    let crossing = serde_json::json!([{
        "from": "payments", "to": "ledger", "item": "ledger::Paid", "rule": "undeclared-subscription",
        "place": { "file": "payments/src/lib.rs", "line": 1 }, "tolerated": false,
    }]);
    assert_eq!(map["crossings"], crossing, "{}", ended.all());
    let ended = workspace.run(&["map", "--format", "mermaid"]);
    let arrow = "c_payments ==>|\"not allowed:<br/>ledger::Paid\"| c_ledger";
    assert!(ended.out.contains(arrow), "{}", ended.all());
}
