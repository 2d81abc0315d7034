//! `init`: writes a map of what is there, so that `check` passes and everything tolerated ends.

use super::workspace::{CROSSING, Workspace};

#[test]
fn writes_a_map_and_dated_exceptions() {
    let workspace = Workspace::broken();
    std::fs::remove_file(workspace.path("stateline.yaml")).expect("it is there");
    insta::assert_snapshot!(workspace.run(&["init", "--as-of", "2026-11-21"]).all(), @r"
    exit code: 0
    stdout:
    wrote stateline.yaml  2 contexts
    wrote stateline.exceptions.yaml  1 exception, owner unassigned, until 2027-02-19

      cargo stateline check
          passes now, and fails on every new dependency between contexts: run it in
          CI
      stateline.yaml
          rename contexts to what people call them, and join what belongs together
      cargo stateline explain A B
          shows what is behind the exceptions from A to B: permit it with `cargo
          stateline permit`, or remove it from the code
    ");
    insta::assert_snapshot!(workspace.read("stateline.yaml"), @r"
    # The map of this workspace as `cargo stateline init` found it on 2026-11-21: who owns what.
    # It permits nothing yet: what crosses a border stands in stateline.exceptions.yaml, and ends.
    stateline: 1
    contexts:
      # 7 lines, used by payments (2)
      ledger:
        owns:
        - ledger
      # 4 lines, used by nobody else
      payments:
        owns:
        - payments
    ");
    insta::assert_snapshot!(workspace.read("stateline.exceptions.yaml"), @r"
    # What crossed borders on 2026-11-21. Each is tolerated until 2027-02-19 and then fails the check:
    # by then it stands in stateline.yaml as a permission that somebody wanted, or it is gone.
    stateline: 1
    exceptions:
    - edge:
      - payments -> ledger::load_account
      - payments -> ledger::set_balance
      reason: observed by init on 2026-11-21
      owner: unassigned
      until: 2027-02-19
    ");
    let today = workspace.run(&["check", "--as-of", "2026-11-21"]);
    assert_eq!(today.code, Some(0), "{}", today.all());
    let later = workspace.run(&["check", "--as-of", "2027-02-20"]);
    assert_eq!(later.code, Some(1), "{}", later.all());
}

#[test]
fn a_new_crossing_is_not_tolerated() {
    let workspace = Workspace::without_map();
    assert_eq!(workspace.run(&["init"]).code, Some(0));
    workspace.write(
        "ledger/Cargo.toml",
        workspace.read("ledger/Cargo.toml") + "[dependencies]\npayments = { path = \"../payments\" }\n",
    );
    workspace.write("ledger/src/lib.rs", "pub fn load_account(_: u64) {\n    payments::pay();\n}\n");
    let ended = workspace.run(&["check"]);
    assert_eq!(ended.code, Some(1), "{}", ended.all());
    assert!(ended.out.contains("payments::pay"), "{}", ended.out);
}

#[test]
fn a_new_item_between_contexts_that_know_each_other_is_not_tolerated() {
    let workspace = Workspace::without_map();
    assert_eq!(workspace.run(&["init"]).code, Some(0));
    assert_eq!(workspace.run(&["check"]).code, Some(0));
    workspace.write("payments/src/lib.rs", CROSSING);
    let ended = workspace.run(&["check"]);
    assert_eq!(ended.code, Some(1), "{}", ended.all());
    assert!(ended.out.contains("not allowed to call `ledger::set_balance`"), "{}", ended.out);
    assert!(!ended.out.contains("call `ledger::load_account`"), "{}", ended.out);
}

#[test]
fn what_is_repaired_leaves_the_list() {
    let workspace = Workspace::without_map();
    workspace.write("payments/src/lib.rs", CROSSING);
    assert_eq!(workspace.run(&["init", "--as-of", "2026-11-21"]).code, Some(0));
    workspace.write("payments/src/lib.rs", "pub fn pay() {\n    ledger::set_balance(3);\n}\n");
    let ended = workspace.run(&["check", "--as-of", "2026-11-21"]);
    assert_eq!(ended.code, Some(1), "{}", ended.all());
    assert!(ended.out.contains("stateline.exceptions.yaml:6:5"), "{}", ended.out);
    assert!(ended.out.contains("6 |   - payments -> ledger::load_account"), "{}", ended.out);
    assert!(ended.out.contains("failed: 1 error"), "{}", ended.out);
    let exceptions = workspace.read("stateline.exceptions.yaml");
    workspace
        .write("stateline.exceptions.yaml", exceptions.replace("  - payments -> ledger::load_account\n", ""));
    let ended = workspace.run(&["check", "--as-of", "2026-11-21"]);
    assert_eq!(ended.code, Some(0), "{}", ended.all());
}

#[test]
fn by_module_gives_each_its_context() {
    let workspace = Workspace::without_map();
    workspace.write(
        "ledger/src/lib.rs",
        "mod book;\npub fn load_account(amount: u64) {\n    book::write(amount);\n}\n",
    );
    workspace.write("ledger/src/book.rs", "pub fn write(_: u64) {\n    crate::load_account(1);\n}\n");
    assert_eq!(
        workspace.run(&["init", "--by", "module", "--days", "10", "--as-of", "2026-11-21"]).code,
        Some(0)
    );
    insta::assert_snapshot!(workspace.read("stateline.yaml"), @r"
    # The map of this workspace as `cargo stateline init` found it on 2026-11-21: who owns what.
    # It permits nothing yet: what crosses a border stands in stateline.exceptions.yaml, and ends.
    stateline: 1
    contexts:
      # 4 lines, used by ledger-book (1), payments (1)
      ledger:
        owns:
        - ledger
      # 3 lines, used by ledger (1)
      ledger-book:
        within: ledger
        owns:
        - ledger::book
      # 3 lines, used by nobody else
      payments:
        owns:
        - payments
    ");
    insta::assert_snapshot!(workspace.read("stateline.exceptions.yaml"), @r"
    # What crossed borders on 2026-11-21. They are tolerated until 2026-11-25 to 2026-12-01 and then fail the check:
    # by then it stands in stateline.yaml as a permission that somebody wanted, or it is gone.
    stateline: 1
    exceptions:
    - edge: ledger -> ledger::book::write
      reason: observed by init on 2026-11-21
      owner: unassigned
      until: 2026-12-01
    - edge: ledger-book -> ledger::load_account
      reason: observed by init on 2026-11-21
      owner: unassigned
      until: 2026-11-28
    - edge: payments -> ledger::load_account
      reason: observed by init on 2026-11-21
      owner: unassigned
      until: 2026-11-25
    ");
    let ended = workspace.run(&["check", "--as-of", "2026-11-25"]);
    assert_eq!(ended.code, Some(0), "{}", ended.all());
}

#[test]
fn overwrites_nothing_unless_forced() {
    let workspace = Workspace::kept();
    let map = workspace.read("stateline.yaml");
    let ended = workspace.run(&["init"]);
    assert_eq!(ended.code, Some(2), "{}", ended.all());
    assert!(ended.err.contains("stateline.yaml exists already"), "{}", ended.err);
    assert_eq!(workspace.read("stateline.yaml"), map);
    assert!(!workspace.path("stateline.exceptions.yaml").exists());
    assert_eq!(workspace.run(&["init", "--force"]).code, Some(0));
    assert_ne!(workspace.read("stateline.yaml"), map);
}

#[test]
fn the_owner_is_who_git_says() {
    let workspace = Workspace::without_map();
    workspace.git(&["init", "--quiet"]);
    workspace.git(&["config", "user.name", "Ada: #1"]);
    assert_eq!(workspace.run(&["init"]).code, Some(0));
    assert!(workspace.read("stateline.exceptions.yaml").contains("owner: 'Ada: #1'"));
    assert_eq!(workspace.run(&["check"]).code, Some(0));
}

#[test]
fn a_package_of_examples_owns_each_of_them() {
    let workspace = Workspace::without_map();
    std::fs::remove_dir_all(workspace.path("payments/src")).expect("it is there");
    for example in ["pay", "ask"] {
        workspace.write(
            &format!("payments/examples/{example}.rs"),
            "fn main() {\n    ledger::load_account(1);\n}\n",
        );
    }
    assert_eq!(workspace.run(&["init"]).code, Some(0));
    let map = workspace.read("stateline.yaml");
    assert!(map.contains("    - ask\n    - pay\n"), "{map}");
    let exceptions = workspace.read("stateline.exceptions.yaml");
    assert!(!exceptions.contains("unowned-code"), "{exceptions}");
    assert_eq!(workspace.run(&["check"]).code, Some(0));
}

/// A package with a library that uses these others.
fn package(workspace: &Workspace, folder: &str, name: &str, uses: &[(&str, &str)]) {
    let needs: String =
        uses.iter().map(|(name, folder)| format!("{name} = {{ path = \"{folder}\" }}\n")).collect();
    let manifest = format!(
        "[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[dependencies]\n{needs}"
    );
    workspace.write(&format!("{folder}/Cargo.toml"), manifest);
    let calls: String =
        uses.iter().map(|(name, _)| format!("    {name}::one();\n    {name}::two();\n")).collect();
    workspace
        .write(&format!("{folder}/src/lib.rs"), format!("pub fn one() {{\n{calls}}}\n\npub fn two() {{}}\n"));
}

fn grown() -> Workspace {
    let workspace = Workspace::empty();
    workspace.write("Cargo.toml", "[workspace]\nresolver = \"3\"\nmembers = [\"crates/api\", \"crates/api_common\", \"crates/db\", \"crates/views/post\", \"crates/views/user\", \"crates/web\"]\n");
    package(&workspace, "crates/views/post", "shop_views_post", &[]);
    package(&workspace, "crates/views/user", "shop_views_user", &[]);
    package(
        &workspace,
        "crates/api",
        "shop_api",
        &[("shop_views_post", "../views/post"), ("shop_db", "../db")],
    );
    package(&workspace, "crates/api_common", "shop_api_common", &[]);
    package(&workspace, "crates/db", "shop_db", &[]);
    package(&workspace, "crates/web", "shop_web", &[("shop_api", "../api")]);
    workspace
}

#[test]
fn folders_and_names_that_begin_alike_become_contexts() {
    let workspace = grown();
    workspace.write("CODEOWNERS", "* @all\n/crates/api* @api-team\n");
    let ended = workspace.run(&["init", "--as-of", "2026-11-21"]);
    assert_eq!(ended.code, Some(0), "{}", ended.all());
    assert!(ended.out.contains("3 exceptions, 2 owners, until 2026-12-21 to 2027-02-19"), "{}", ended.out);
    insta::assert_snapshot!(workspace.read("stateline.yaml"), @r"
    # The map of this workspace as `cargo stateline init` found it on 2026-11-21: who owns what.
    # It permits nothing yet: what crosses a border stands in stateline.exceptions.yaml, and ends.
    stateline: 1
    contexts:
      # 2 crates, 12 lines, used by shop-web (2)
      api:
        owns:
        - shop_api
        - shop_api_*
      # 4 lines, used by api (2)
      shop-db:
        owns:
        - shop_db
      # 2 crates, 8 lines, used by api (2)
      views:
        owns:
        - { folder: crates/views }
      # 6 lines, used by nobody else
      shop-web:
        owns:
        - shop_web
    ");
    let exceptions = workspace.read("stateline.exceptions.yaml");
    for part in ["owner: '@api-team'", "owner: '@all'", "until: 2026-12-21", "until: 2027-02-19"] {
        assert!(exceptions.contains(part), "no {part} in {exceptions}");
    }
    assert_eq!(workspace.run(&["check", "--as-of", "2026-11-21"]).code, Some(0));
    assert_eq!(workspace.run(&["check", "--as-of", "2027-01-15"]).code, Some(1));
}

#[test]
fn the_heaviest_edge_comes_first_and_ends_last() {
    let workspace = grown();
    workspace.write("crates/web/src/lib.rs", "pub fn one() {\n    shop_api::one();\n}\n\npub fn two() {}\n");
    assert_eq!(workspace.run(&["init", "--by", "crate", "--as-of", "2026-11-21"]).code, Some(0));
    let exceptions = workspace.read("stateline.exceptions.yaml");
    let at = |text: &str| exceptions.find(text).unwrap_or_else(|| panic!("no {text} in {exceptions}"));
    assert!(at("shop-api -> shop_db::one") < at("shop-web -> shop_api::one"), "{exceptions}");
    assert!(exceptions.ends_with("until: 2026-12-21\n"), "{exceptions}");
}
