//! What is asked before code is written and before tests are run: laws and metrics, what a change may break,
//! schemas and instructions.

use super::workspace::Workspace;

const MAP: &str = "\
stateline: 1
contexts:
  web:
    about: Serves pages.
    owns: [web]
    calls: { payments: [pay] }
    uses: { payments: [Order] }
  payments:
    owner: team-money
    owns: [payments]
    exports: [Order]
    calls: { ledger: [load_account] }
    laws: { packages: { deny: { \"*\": [reqwest] } } }
  ledger:
    owns: [{ folder: crates/ledger }]
    tags: [core]
    calls: { storage: [write] }
    laws: { used_only_by: { \"*\": [payments] } }
  storage: { owns: [\"sq*\"], tags: [core] }
laws:
  layers:
    - order: [web, payments, tag:core]
  never_reaches: { web: [storage] }
";

const EXCEPTIONS: &str = "\
stateline: 1
exceptions:
  - edge: web -> sql::write
    rule: broken-law
    reason: The report reads what was paid.
    owner: Ada
    until: 2099-12-31
";

/// Four crates in a row, each of which uses the next.
fn row() -> Workspace {
    let workspace = Workspace::empty();
    workspace.write("Cargo.toml", "[workspace]\nresolver = \"3\"\nmembers = [\"crates/*\"]\n");
    let sources = [
        ("web", "payments", "pub fn serve(order: payments::Order) -> u64 {\n    payments::pay(order)\n}\n"),
        (
            "payments",
            "ledger",
            "pub struct Order(pub u64);\n\npub fn pay(order: Order) -> u64 {\n    ledger::load_account(order.0)\n}\n",
        ),
        ("ledger", "sql", "pub fn load_account(amount: u64) -> u64 {\n    sql::write(amount)\n}\n"),
        ("sql", "", "pub fn write(row: u64) -> u64 {\n    row\n}\n"),
    ];
    for (name, needs, source) in sources {
        let needs =
            if needs.is_empty() { String::new() } else { format!("{needs} = {{ path = \"../{needs}\" }}\n") };
        let manifest = format!(
            "[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[dependencies]\n{needs}"
        );
        workspace.write(&format!("crates/{name}/Cargo.toml"), manifest);
        workspace.write(&format!("crates/{name}/src/lib.rs"), source);
    }
    workspace.write("stateline.yaml", MAP);
    workspace.write("stateline.exceptions.yaml", EXCEPTIONS);
    workspace
}

#[test]
fn metrics_count_coupling_instability_and_exceptions() {
    let workspace = row();
    insta::assert_snapshot!(workspace.run(&["list", "metrics"]).all(), @r"
    exit code: 0
    stdout:
    context   files  used by  uses  instability  references in  out  in a cycle  exceptions
    web           1        0     1         1.00              0    2          no           1
    payments      1        1     1         0.50              2    1          no           0
    ledger        1        1     1         0.50              1    1          no           0
    storage       1        1     0         0.00              1    0          no           0
    ");
    let object = workspace.run(&["list", "metrics", "--format", "json"]).out;
    let object: serde_json::Value = serde_json::from_str(&object).expect("it is JSON");
    assert_eq!(object["metrics"][1]["instability"], 50, "{object}");
}

#[test]
fn a_law_that_is_broken_through_others_is_told_with_the_way() {
    let workspace = row();
    let kept = workspace.run(&["check"]);
    assert_eq!(kept.code, Some(0), "{}", kept.all());
    std::fs::remove_file(workspace.path("stateline.exceptions.yaml")).expect("it is there");
    let broken = workspace.run(&["check", "--quiet"]);
    assert_eq!(broken.code, Some(1), "{}", broken.all());
    let out = broken.out.split_whitespace().collect::<Vec<_>>().join(" ");
    let way = "`web` reaches `storage` (web -> payments -> ledger -> storage), but `laws.never_reaches.web` forbids it";
    assert!(out.contains(way), "{}", broken.out);
}

#[test]
fn explain_tells_the_laws_that_hold_for_a_file() {
    let workspace = row();
    let told = workspace.run(&["explain", "crates/ledger/src/lib.rs"]).out;
    for law in [
        "law             only payments may use it",
        "contexts in layers, the uppermost first: web, payments,",
    ] {
        assert!(told.contains(law), "no {law} in {told}");
    }
    let object = workspace.run(&["explain", "web", "--format", "json"]).out;
    let object: serde_json::Value = serde_json::from_str(&object).expect("it is JSON");
    assert_eq!(
        object["found"][0]["laws"][1], "must not reach storage, not even through other contexts",
        "{object}"
    );
}

#[test]
fn affected_are_what_changed_and_what_depends_on_it() {
    let workspace = row();
    workspace.git(&["init", "--quiet"]);
    commit(&workspace);
    let affected = || workspace.run(&["list", "affected", "--since", "HEAD"]).out;
    assert_eq!(affected(), "");
    workspace.write("crates/payments/src/lib.rs", "pub struct Order(pub u64);\n");
    assert_eq!(affected(), "--package payments --package web\n");
    workspace.write("crates/sql/notes.txt", "new\n");
    assert_eq!(affected(), "--package ledger --package payments --package sql --package web\n");
    let object = workspace.run(&["list", "affected", "--since", "HEAD", "--format", "json"]).out;
    let object: serde_json::Value = serde_json::from_str(&object).expect("it is JSON");
    assert_eq!(object["affected"][0]["why"], "depends-on", "{object}");
    assert_eq!(object["affected"][1]["why"], "changed", "{object}");
    assert_eq!(workspace.run(&["list", "affected", "--since", "nowhere"]).code, Some(2));
}

/// Each package and what its library, its build script and its tests need.
fn depending(packages: &[(&str, &str)]) -> Workspace {
    let workspace = Workspace::empty();
    let members: Vec<String> = packages.iter().map(|(name, _)| format!("\"{name}\"")).collect();
    let members = members.join(", ");
    workspace.write("Cargo.toml", format!("[workspace]\nresolver = \"3\"\nmembers = [{members}]\n"));
    for (name, needs) in packages {
        let package = format!("[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n");
        workspace.write(&format!("{name}/Cargo.toml"), package + needs);
        workspace.write(&format!("{name}/src/lib.rs"), "");
    }
    workspace
}

#[test]
fn what_only_tests_need_affects_these_tests_alone() {
    let workspace = depending(&[
        ("fixtures", ""),
        ("store", "[dev-dependencies]\nfixtures = { path = \"../fixtures\" }\n"),
        ("shop", "[dependencies]\nstore = { path = \"../store\" }\n"),
        ("made", "[build-dependencies]\nstore = { path = \"../store\" }\n"),
    ]);
    workspace.git(&["init", "--quiet"]);
    commit(&workspace);
    let affected = || workspace.run(&["list", "affected", "--since", "HEAD"]).out;
    workspace.write("fixtures/src/lib.rs", "pub fn order() {}\n");
    assert_eq!(affected(), "--package fixtures --package store\n");
    // It runs in the library, too, and so in whatever uses that.
    let both = "[dev-dependencies]\nfixtures = { path = \"../fixtures\" }\n[dependencies]\nfixtures = { path = \"../fixtures\" }\n";
    workspace.write(
        "store/Cargo.toml",
        format!("[package]\nname = \"store\"\nversion = \"0.1.0\"\nedition = \"2024\"\n{both}"),
    );
    commit(&workspace);
    workspace.write("fixtures/src/lib.rs", "");
    assert_eq!(affected(), "--package fixtures --package made --package shop --package store\n");
}

#[test]
fn what_lies_beside_a_package_at_the_root_affects_all() {
    let workspace = depending(&[("store", "")]);
    let root = "[package]\nname = \"root\"\nversion = \"0.1.0\"\nedition = \"2024\"\n";
    workspace.write("Cargo.toml", workspace.read("Cargo.toml") + root);
    workspace.write("src/lib.rs", "");
    workspace.git(&["init", "--quiet"]);
    commit(&workspace);
    let affected = || workspace.run(&["list", "affected", "--since", "HEAD"]).out;
    workspace.write("src/lib.rs", "pub fn run() {}\n");
    assert_eq!(affected(), "--package root\n");
    workspace.write("fixtures/orders.json", "[]\n");
    assert_eq!(affected(), "--package root --package store\n");
}

#[test]
fn a_changed_lock_file_affects_all() {
    let workspace = row();
    workspace.git(&["init", "--quiet"]);
    commit(&workspace);
    workspace.write("Cargo.lock", "# changed\n");
    let affected = workspace.run(&["list", "affected", "--since", "HEAD"]).out;
    assert_eq!(affected, "--package ledger --package payments --package sql --package web\n");
}

#[test]
fn schemas_are_written_beside_the_map_and_compared() {
    let workspace = row();
    let stale = workspace.run(&["generate", "schema", "--check"]);
    assert_eq!(stale.code, Some(1), "{}", stale.all());
    assert!(stale.out.contains("missing: stateline.schema.json"), "{}", stale.out);
    let written = workspace.run(&["generate", "schema"]);
    assert!(written.out.contains("wrote stateline.context.schema.json"), "{}", written.all());
    let schema: serde_json::Value =
        serde_json::from_str(&workspace.read("stateline.schema.json")).expect("it is JSON");
    assert!(schema["properties"]["laws"].is_object(), "{schema}");
    assert_eq!(workspace.run(&["generate", "schema", "--check"]).code, Some(0));
    workspace.write("stateline.exceptions.schema.json", "{}\n");
    let stale = workspace.run(&["generate", "schema", "--check"]);
    assert_eq!((stale.code, stale.out.as_str()), (Some(1), "stale: stateline.exceptions.schema.json\n"));
}

#[test]
fn instructions_say_what_code_may_do_between_markers() {
    let workspace = row();
    workspace.write("AGENTS.md", "# Ours\n\nBe kind.\n");
    assert_eq!(workspace.run(&["generate", "instructions", "--check"]).code, Some(1));
    let written = workspace.run(&["generate", "instructions"]);
    assert_eq!((written.code, written.out.as_str()), (Some(0), "wrote AGENTS.md\n"));
    let text = workspace.read("AGENTS.md");
    assert!(text.starts_with("# Ours\n\nBe kind.\n\n<!-- stateline: begin -->\n## Architecture\n"), "{text}");
    let web = "\n### web\n\nServes pages.\n\n- owns `web`\n- may call of `payments`: `pay`\n- may use of `payments`: `Order`\n\
        - contexts in layers, the uppermost first: web, payments, tag:core\n\
        - must not reach storage, not even through other contexts\n";
    assert!(text.contains(web), "{text}");
    let payments = "- ask team-money about changes\n- exports `Order`\n- may call of `ledger`: `load_account`\n\
        - its code must not use reqwest\n";
    assert!(text.contains(payments), "{text}");
    assert_eq!(workspace.run(&["generate", "instructions", "--check"]).code, Some(0));
    workspace.write("stateline.yaml", MAP.replace("Serves pages.", "Serves all pages."));
    let stale = workspace.run(&["generate", "instructions", "--check"]);
    assert_eq!((stale.code, stale.out.as_str()), (Some(1), "stale: AGENTS.md\n"));
    assert_eq!(workspace.run(&["generate", "instructions"]).code, Some(0));
    assert_eq!(workspace.read("AGENTS.md"), text.replace("Serves pages.", "Serves all pages."));
    let other = workspace.run(&["generate", "instructions", "--file", "CONTRIBUTING.md"]);
    assert_eq!(other.out, "wrote CONTRIBUTING.md\n");
}

fn commit(workspace: &Workspace) {
    workspace.git(&["add", "--all"]);
    workspace.git(&["commit", "--quiet", "-m", "first"]);
}
