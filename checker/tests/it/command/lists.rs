//! The commands that answer questions.

use super::workspace::{CROSSING, Workspace};

#[test]
fn explain_prints_the_page_of_a_rule() {
    let ended = Workspace::empty().run(&["explain", "undeclared-call"]);
    assert_eq!((ended.code, ended.err.as_str()), (Some(0), ""));
    for heading in ["What it does", "Why is this bad?", "Example", "What to do"] {
        assert!(ended.out.lines().any(|line| line == heading), "no `{heading}` in {}", ended.out);
    }
    let widest =
        ended.out.lines().filter(|line| !line.starts_with("    ")).map(|line| line.chars().count()).max();
    assert!(widest <= Some(80), "{}", ended.out);
}

#[test]
fn explain_suggests_what_was_meant() {
    let workspace = Workspace::empty();
    for (wrong, meant) in [
        ("undeclared-cal", "undeclared-call"),
        ("UNDECLARED_CALL", "undeclared-call"),
        ("private", "private-item"),
    ] {
        let ended = workspace.run(&["explain", wrong]);
        assert_eq!(ended.code, Some(2), "{}", ended.all());
        assert!(ended.err.contains(&format!("did you mean `{meant}`?")), "{}", ended.err);
    }
    let ended = Workspace::kept().run(&["explain", "zzzzzzzz"]);
    assert!(ended.code == Some(2) && ended.err.contains("there is no `zzzzzzzz`"), "{}", ended.all());
}

#[test]
fn rules_are_a_table_and_an_object() {
    let workspace = Workspace::empty();
    let table = workspace.run(&["list", "rules"]).out;
    let object = workspace.run(&["list", "rules", "--format", "json"]).out;
    let object: serde_json::Value = serde_json::from_str(&object).expect("it is JSON");
    let rules = object["rules"].as_array().expect("it is a list");
    assert!(!rules.is_empty());
    for rule in rules {
        let name = rule["name"].as_str().expect("it is text");
        assert!(table.lines().any(|line| line.starts_with(&format!("{name} "))), "no {name} in {table}");
        assert_eq!(workspace.run(&["explain", name]).code, Some(0), "{name}");
    }
    assert!(table.lines().all(|line| line.chars().count() <= 80), "{table}");
}

#[test]
fn completions_for_every_shell() {
    let workspace = Workspace::empty();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let ended = workspace.run(&["generate", "completions", shell]);
        assert_eq!(ended.code, Some(0), "{shell}: {}", ended.all());
        assert!(ended.out.contains("cargo-stateline"), "{shell}: {}", ended.out);
        assert!(ended.out.contains("comment"), "{shell}: {}", ended.out);
    }
    assert_eq!(workspace.run(&["generate", "completions", "cmd"]).code, Some(2));
}

#[test]
fn references_need_no_map() {
    let workspace = Workspace::without_map();
    workspace.write("payments/src/lib.rs", CROSSING);
    insta::assert_snapshot!(workspace.run(&["list", "references"]).out, @r"
    payments/src/lib.rs	2	5	ledger	path	payments		ledger	crate/
    payments/src/lib.rs	2	13	load_account	path	payments		ledger	load_account().
    payments/src/lib.rs	3	5	ledger	path	payments		ledger	crate/
    payments/src/lib.rs	3	13	set_balance	path	payments		ledger	set_balance().
    ");
    insta::assert_snapshot!(workspace.run(&["list", "references", "--format", "jsonl"]).out.lines().next().expect("one"), @r#"{"file":"payments/src/lib.rs","line":2,"column":5,"name":"ledger","how":"path","own_crate":"payments","own_module":"","target_crate":"ledger","target":"crate/"}"#);
    assert_eq!(workspace.run(&["list", "references", "-p", "ledger"]).out, "");
    assert_eq!(workspace.run(&["list", "references", "-p", "none"]).code, Some(2));
}

#[test]
fn references_are_those_of_an_ordinary_build_unless_all_are_asked_for() {
    let workspace = Workspace::kept();
    let code = "\
pub fn pay() {
    ledger::load_account(3);
}
#[cfg(windows)]
pub fn steal() {
    ledger::set_balance(5);
}
";
    workspace.write("payments/src/lib.rs", code);
    let usual = workspace.run(&["list", "references"]).out;
    assert!(usual.contains("load_account") && !usual.contains("set_balance"), "{usual}");
    let all = workspace.run(&["list", "references", "--all-cfg"]).out;
    assert!(all.contains("load_account") && all.contains("set_balance"), "{all}");
    insta::assert_snapshot!(workspace.run(&["list", "references", "--all-cfg", "--format", "jsonl"]).out, @r#"
    {"file":"payments/src/lib.rs","line":2,"column":5,"name":"ledger","how":"path","own_crate":"payments","own_module":"","target_crate":"ledger","target":"crate/"}
    {"file":"payments/src/lib.rs","line":2,"column":13,"name":"load_account","how":"path","own_crate":"payments","own_module":"","target_crate":"ledger","target":"load_account()."}
    {"file":"payments/src/lib.rs","line":6,"column":5,"name":"ledger","how":"path","own_crate":"payments","own_module":"","target_crate":"ledger","target":"crate/","enabled":false}
    {"file":"payments/src/lib.rs","line":6,"column":13,"name":"set_balance","how":"path","own_crate":"payments","own_module":"","target_crate":"ledger","target":"set_balance().","enabled":false}
    "#);
    let checked = workspace.run(&["check"]);
    assert_eq!(checked.code, Some(1), "{}", checked.all());
    assert!(checked.out.contains("not allowed to call `ledger::set_balance`"), "{}", checked.out);
}

#[test]
fn whoever_calls_a_getter_that_a_derive_writes_reads_its_field() {
    let workspace = Workspace::without_map();
    let manifest = workspace.read("ledger/Cargo.toml");
    workspace.write("ledger/Cargo.toml", format!("{manifest}\n[dependencies]\nderive-getters = \"0.5\"\n"));
    let ledger = "#[derive(derive_getters::Getters)] pub struct Account { balance: u64 }\n";
    workspace.write("ledger/src/lib.rs", ledger);
    workspace.write(
        "payments/src/lib.rs",
        "pub fn pay(account: &ledger::Account) -> u64 {\n    *account.balance()\n}\n",
    );
    let rows = workspace.run(&["list", "references"]).out;
    let rows: Vec<&str> = rows.lines().filter(|row| row.contains("balance")).collect();
    assert_eq!(
        rows,
        [
            "payments/src/lib.rs\t2\t14\tbalance\tdot\tpayments\t\tledger\timpl#[Account]balance().",
            "payments/src/lib.rs\t2\t14\tbalance\tgenerated\tpayments\t\tledger\tAccount#balance.",
        ]
    );
}

#[test]
fn explain_of_an_edge_shows_what_is_behind_an_edge() {
    let workspace = Workspace::broken();
    insta::assert_snapshot!(workspace.run(&["explain", "payments", "ledger"]).all(), @r"
    exit code: 0
    stdout:
    payments -> ledger: 2 references to 2 items

    ledger::load_account  1  permitted by stateline.yaml:6:16: `payments` may call `load_account` of `ledger`
      payments/src/lib.rs:2:13  ledger::load_account(3);

    ledger::set_balance  1  not permitted
      payments/src/lib.rs:3:13  ledger::set_balance(5);
    ");
    insta::assert_snapshot!(workspace.run(&["explain", "ledger", "payments"]).all(), @r"
    exit code: 0
    stdout:
    no code in ledger uses payments
    ");
    let path = workspace.run(&["explain", "payments::pay", "ledger::set_balance"]).out;
    assert!(path.contains("1 reference to 1 item"), "{path}");
    let relative = workspace.run(&["explain", "payments", "set_balance"]).out;
    assert!(relative.contains("1 reference to 1 item"), "{relative}");
    let object = workspace.run(&["explain", "payments", "ledger", "--format", "json"]).out;
    let object: serde_json::Value = serde_json::from_str(&object).expect("it is JSON");
    assert_eq!(object["edge"]["items"].as_array().map(Vec::len), Some(2), "{object}");
}

#[test]
fn explain_of_an_edge_suggests_what_was_meant() {
    let workspace = Workspace::broken();
    let ended = workspace.run(&["explain", "payment", "ledger"]);
    assert_eq!(ended.code, Some(2), "{}", ended.all());
    assert!(ended.err.contains("did you mean `payments`?"), "{}", ended.err);
    let ended = workspace.run(&["explain", "payments", "ledger::set_balanze"]);
    assert!(ended.err.contains("ledger::set_balance"), "{}", ended.err);
    let ended = workspace.run(&["explain", "payments", "std::fs::read"]);
    assert_eq!(ended.code, Some(2), "{}", ended.all());
}

#[test]
fn explain_tells_who_owns_and_who_may_name() {
    let workspace = Workspace::kept();
    insta::assert_snapshot!(workspace.run(&["explain", "ledger::load_account"]).all(), @r"
    exit code: 0
    stdout:
    ledger::load_account is a function, at ledger/src/lib.rs:1:8
      owner           ledger, by stateline.yaml:8:12
      offered         yes: its owner exports it
      may be used by  payments: calls load_account
      used by         payments: payments/src/lib.rs:2:13
    ");
    insta::assert_snapshot!(workspace.run(&["explain", "payments/src/lib.rs"]).all(), @r"
    exit code: 0
    stdout:
    payments is a module, at payments/src/lib.rs:1:1
      owner           payments, by stateline.yaml:4:12
      offered         no: only its owner may use it
      may name        ledger: calls load_account
    ");
    let object = workspace.run(&["explain", "ledger", "--format", "json"]).out;
    let object: serde_json::Value = serde_json::from_str(&object).expect("it is JSON");
    assert_eq!(object["found"][0]["owner"]["context"], "ledger", "{object}");
    let ended = workspace.run(&["explain", "ledger::load_acount"]);
    assert_eq!(ended.code, Some(2), "{}", ended.all());
    assert!(ended.err.contains("load_account"), "{}", ended.err);
}

#[test]
fn unowned_names_what_no_context_owns() {
    let workspace = Workspace::kept();
    insta::assert_snapshot!(workspace.run(&["list", "unowned"]).all(), @r"
    exit code: 0
    stdout:
    none: every module belongs to a context
    ");
    workspace.write("stateline.yaml", "stateline: 1\ncontexts:\n  ledger: { owns: [ledger] }\n");
    insta::assert_snapshot!(workspace.run(&["list", "unowned"]).all(), @r"
    exit code: 0
    stdout:
    payments  crate, 1 file, payments/src/lib.rs
    ");
    let object = workspace.run(&["list", "unowned", "--format", "json"]).out;
    let object: serde_json::Value = serde_json::from_str(&object).expect("it is JSON");
    assert_eq!(object["unowned"][0]["path"], "payments", "{object}");
}

#[test]
fn unused_names_what_nobody_needs() {
    let workspace = Workspace::kept();
    insta::assert_snapshot!(workspace.run(&["list", "unused"]).all(), @r"
    exit code: 0
    stdout:
    none: the code makes use of every permission
    ");
    workspace.write("payments/src/lib.rs", "");
    insta::assert_snapshot!(workspace.run(&["list", "unused"]).all(), @r"
    exit code: 0
    stdout:
    `payments` is allowed to call `load_account` of `ledger`, but never does
      stateline.yaml:6:16
    ");
    let object = workspace.run(&["list", "unused", "--format", "json"]).out;
    let object: serde_json::Value = serde_json::from_str(&object).expect("it is JSON");
    assert_eq!(object["unused"][0]["line"], 6, "{object}");
}

#[test]
fn prove_plants_violations_and_finds_them() {
    let workspace = Workspace::kept();
    let ended = workspace.run(&["check", "--prove"]);
    assert_eq!(ended.code, Some(0), "{}", ended.all());
    assert!(ended.out.contains("planted violations were found"), "{}", ended.out);
    let object = workspace.run(&["check", "--prove", "--format", "json"]).out;
    let object: serde_json::Value = serde_json::from_str(&object).expect("it is JSON");
    assert_eq!(object["holds"], true, "{object}");
    assert_eq!(workspace.run(&["check", "--prove", "--format", "sarif"]).code, Some(2));
}
