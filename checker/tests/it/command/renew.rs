//! `renew`: the exceptions for the map as it is now.

use super::workspace::{Ended, Workspace};

const LEDGER: &str = "pub fn load() -> u8 { 1 }\npub fn store() -> u8 { 2 }\n";

const MAP: &str = "\
stateline: 1
contexts:
  shop: { owns: [shop] }
  stock: { owns: [stock] }
  ledger: { owns: [ledger] }
";

const JOINED: &str = "\
stateline: 1
contexts:
  trade: { owns: [shop, stock] } # one team
  ledger: { owns: [ledger] }
";

const EXCEPTIONS: &str = "\
# What was there on the first day.
stateline: 1
exceptions:
  # Ada works on it.
  - edge: shop -> ledger::load # in a()
    reason: observed by init on 2026-11-28
    owner: ada
    until: 2099-01-01
  - edge: shop -> stock::count
    reason: observed by init on 2026-11-28
    owner: ada
    until: 2099-01-01
  - edge:
      - stock -> ledger::load
      - stock -> ledger::store
    reason: stock is older than the ledger
    owner: bo
    until: 2098-06-30
";

/// Three crates, of which two know the third, and one of these the other.
fn trading() -> Workspace {
    let shop = "pub fn a() -> u8 { ledger::load() + stock::count() }\n";
    let stock = "pub fn count() -> u8 { ledger::load() + ledger::store() }\n";
    let workspace = Workspace::of_crates(&[
        ("shop", &["ledger", "stock"], shop),
        ("stock", &["ledger"], stock),
        ("ledger", &[], LEDGER),
    ]);
    workspace.write("stateline.yaml", MAP);
    workspace.write("stateline.exceptions.yaml", EXCEPTIONS);
    let workspace = workspace.committed();
    assert_eq!(workspace.run(&["check"]).code, Some(0), "{}", workspace.run(&["check"]).all());
    workspace
}

fn renew(workspace: &Workspace, arguments: &[&str]) -> Ended {
    workspace.run(&[&["renew", "--as-of", "2026-11-30", "--owner", "cy"], arguments].concat())
}

fn exceptions(workspace: &Workspace) -> String {
    workspace.read("stateline.exceptions.yaml")
}

#[test]
fn joined_contexts_keep_their_baseline() {
    let workspace = trading();
    workspace.write("stateline.yaml", JOINED);
    insta::assert_snapshot!(renew(&workspace, &["--dry-run"]).all(), @r"
    exit code: 0
    stdout:
    --- stateline.exceptions.yaml
    +++ stateline.exceptions.yaml
    @@ -3,16 +3,8 @@
     exceptions:
       # Ada works on it.
    -  - edge: shop -> ledger::load # in a()
    -    reason: observed by init on 2026-11-28
    -    owner: ada
    -    until: 2099-01-01
    -  - edge: shop -> stock::count
    -    reason: observed by init on 2026-11-28
    -    owner: ada
    -    until: 2099-01-01
       - edge:
    -      - stock -> ledger::load
    -      - stock -> ledger::store
    -    reason: stock is older than the ledger
    +      - trade -> ledger::load
    +      - trade -> ledger::store
    +    reason: stock is older than the ledger; observed by init on 2026-11-28
         owner: bo
         until: 2098-06-30
    would write stateline.exceptions.yaml  2 renamed, 1 merged, 1 taken out
      trade -> ledger: 1 item may now be used by 1 crate more (shop)
    ");
    assert_eq!(exceptions(&workspace), EXCEPTIONS, "nothing was written");
    insta::assert_snapshot!(renew(&workspace, &[]).all(), @r"
    exit code: 0
    stdout:
    wrote stateline.exceptions.yaml  2 renamed, 1 merged, 1 taken out
      trade -> ledger: 1 item may now be used by 1 crate more (shop)
    ");
    insta::assert_snapshot!(exceptions(&workspace), @r"
    # What was there on the first day.
    stateline: 1
    exceptions:
      # Ada works on it.
      - edge:
          - trade -> ledger::load
          - trade -> ledger::store
        reason: stock is older than the ledger; observed by init on 2026-11-28
        owner: bo
        until: 2098-06-30
    ");
    assert_eq!(workspace.read("stateline.yaml"), JOINED);
    assert_eq!(workspace.run(&["check"]).code, Some(0));
    let again = exceptions(&workspace);
    insta::assert_snapshot!(renew(&workspace, &[]).out, @"current: stateline.exceptions.yaml  2 kept");
    assert_eq!(exceptions(&workspace), again);
}

#[test]
fn joining_under_a_name_that_stays_says_who_may_do_more() {
    let workspace = trading();
    workspace.write("stateline.exceptions.yaml", EXCEPTIONS.replace("      - stock -> ledger::load\n", ""));
    workspace.write("stock/src/lib.rs", "pub fn count() -> u8 { ledger::store() }\n");
    workspace.commit("less");
    workspace.write("stateline.yaml", JOINED.replace("trade", "shop"));
    insta::assert_snapshot!(renew(&workspace, &[]).all(), @r"
    exit code: 0
    stdout:
    wrote stateline.exceptions.yaml  1 kept, 1 renamed, 1 taken out
      shop -> ledger: 2 items may now be used by 2 crates more (shop, stock)
    ");
    assert_eq!(workspace.run(&["check"]).code, Some(0), "{}", workspace.run(&["check"]).all());
}

#[test]
fn a_split_context_tolerates_what_was_inside_of_it() {
    let workspace = trading();
    workspace.write("stateline.yaml", JOINED);
    renew(&workspace, &[]);
    workspace.commit("joined");
    workspace.write("stateline.yaml", MAP);
    let ended = renew(&workspace, &[]);
    assert_eq!(ended.code, Some(0), "{}", ended.all());
    insta::assert_snapshot!(exceptions(&workspace), @r"
    # What was there on the first day.
    stateline: 1
    exceptions:
      # Ada works on it.
      - edge:
          - shop -> ledger::load
          - stock -> ledger::load
          - stock -> ledger::store
        reason: stock is older than the ledger; observed by init on 2026-11-28
        owner: bo
        until: 2098-06-30
      - edge:
          - shop -> stock::count
        reason: split on 2026-11-30
        owner: cy
        until: 2027-02-28
    ");
    assert_eq!(workspace.run(&["check"]).code, Some(0));
}

#[test]
fn what_the_working_tree_adds_stays_an_error() {
    let workspace = trading();
    workspace.write("stateline.yaml", JOINED);
    let more = workspace.read("ledger/src/lib.rs") + "pub fn audit() {}\n";
    workspace.write("ledger/src/lib.rs", more);
    workspace
        .write("stock/src/lib.rs", workspace.read("stock/src/lib.rs") + "pub fn b() { ledger::audit() }\n");
    insta::assert_snapshot!(renew(&workspace, &[]).all(), @r"
    exit code: 1
    stdout:
    wrote stateline.exceptions.yaml  2 renamed, 1 merged, 1 taken out
      trade -> ledger: 1 item may now be used by 1 crate more (shop)

      cargo stateline check
          shows 1 error without an exception: HEAD does not have them, or they are
          mistakes of the map
    ");
    assert!(!exceptions(&workspace).contains("audit"));
    let check = workspace.run(&["check"]);
    assert!(
        check.out.contains("ledger::audit") && check.out.contains("failed: 1 error\n"),
        "{}",
        check.all()
    );
    // Who writes it down by hand has decided.
    let written = exceptions(&workspace)
        + "  - edge: trade -> ledger::audit\n    reason: asked for\n    owner: cy\n    until: 2099-01-01\n";
    workspace.write("stateline.exceptions.yaml", &written);
    assert_eq!(renew(&workspace, &[]).code, Some(0));
    assert_eq!(exceptions(&workspace), written);
}

#[test]
fn a_renamed_crate_is_found_by_its_folder() {
    let workspace = trading();
    for file in ["ledger/Cargo.toml", "shop/Cargo.toml", "stock/Cargo.toml"] {
        let text = workspace.read(file).replace("name = \"ledger\"", "name = \"books\"");
        workspace.write(file, text.replace("ledger = {", "books = {"));
    }
    for file in ["shop/src/lib.rs", "stock/src/lib.rs"] {
        workspace.write(file, workspace.read(file).replace("ledger::", "books::"));
    }
    // Before the map follows, there is one finding on the crate, and one on its exceptions.
    let check = workspace.run(&["check", "--as-of", "2026-11-30"]);
    assert_eq!(check.code, Some(1), "{}", check.all());
    assert!(check.out.contains("failed: 2 errors"), "{}", check.all());
    let told = check.out.split_whitespace().collect::<Vec<_>>().join(" ");
    for part in [
        "the workspace has no crate `ledger`, listed in `owns` of `ledger`",
        "help: if it was renamed, replace `ledger` by `books` in `contexts.ledger.owns`",
        "3 exceptions name items of `ledger`, but the workspace has no such crate",
        "if the crate was renamed, run `cargo stateline renew`",
    ] {
        assert!(told.contains(part), "no {part} in {}", check.all());
    }
    workspace.write("stateline.yaml", MAP.replace("[ledger]", "[books]"));
    let ended = renew(&workspace, &[]);
    assert_eq!(ended.code, Some(0), "{}", ended.all());
    assert_eq!(exceptions(&workspace), EXCEPTIONS.replace("ledger::", "books::"));
    assert_eq!(workspace.run(&["check"]).code, Some(0));
}

#[test]
fn renamed_modules_and_contexts_are_told() {
    let workspace = trading();
    workspace.write(
        "ledger/src/lib.rs",
        "pub mod old { pub fn load() -> u8 { 1 } }\npub fn store() -> u8 { 2 }\n",
    );
    for file in ["shop/src/lib.rs", "stock/src/lib.rs"] {
        workspace.write(file, workspace.read(file).replace("ledger::load", "ledger::old::load"));
    }
    workspace.write("stateline.exceptions.yaml", EXCEPTIONS.replace("ledger::load", "ledger::old::load"));
    workspace.commit("in a module");
    assert_eq!(workspace.run(&["check"]).code, Some(0), "{}", workspace.run(&["check"]).all());
    for file in ["ledger/src/lib.rs", "shop/src/lib.rs", "stock/src/lib.rs"] {
        let text = workspace.read(file);
        workspace.write(file, text.replace("ledger::old", "ledger::new").replace("mod old", "mod new"));
    }
    workspace.write("stateline.yaml", MAP.replace("  stock:", "  goods:"));
    let untold = renew(&workspace, &["--dry-run"]);
    assert_eq!(untold.code, Some(1), "an item of another name is another item: {}", untold.all());
    let ended = renew(&workspace, &["--renamed", "ledger::old=ledger::new", "--renamed", "stock=goods"]);
    assert_eq!(ended.code, Some(0), "{}", ended.all());
    let expected =
        EXCEPTIONS.replace("ledger::load", "ledger::new::load").replace("- stock ->", "- goods ->");
    assert_eq!(exceptions(&workspace), expected);
    let wrong = renew(&workspace, &["--renamed", "ledger"]);
    assert_eq!(wrong.code, Some(2), "{}", wrong.all());
}

#[test]
fn what_is_not_permitted_any_more_is_tolerated_and_permissions_stay() {
    let workspace = trading();
    let permitting = MAP.replace("[stock] }", "[stock], calls: { ledger: [load, store] } }");
    workspace.write("stateline.yaml", &permitting);
    workspace.write(
        "stateline.exceptions.yaml",
        &EXCEPTIONS[..EXCEPTIONS.find("  - edge:\n").expect("it is there")],
    );
    workspace.commit("permitted");
    assert_eq!(workspace.run(&["check"]).code, Some(0), "{}", workspace.run(&["check"]).all());
    let less = permitting.replace("load, store", "load");
    workspace.write("stateline.yaml", &less);
    assert_eq!(renew(&workspace, &[]).code, Some(0));
    let new = "  - edge:\n      - stock -> ledger::store\n    reason: not permitted any more since 2026-11-30\n    owner: cy\n    until: 2027-02-28\n";
    assert!(exceptions(&workspace).ends_with(new), "{}", exceptions(&workspace));
    assert_eq!(workspace.read("stateline.yaml"), less);
}

#[test]
fn what_a_newer_command_finds_is_tolerated_by_one_command() {
    let workspace = trading();
    let start = EXCEPTIONS.find("  - edge: shop -> stock::count").expect("it is there");
    let end = EXCEPTIONS.find("  - edge:\n").expect("it is there");
    let as_before = EXCEPTIONS[..start].to_owned() + &EXCEPTIONS[end..];
    workspace.write("stateline.exceptions.yaml", &as_before);
    workspace.commit("as a command wrote it that did not see the call of `count`");
    assert_eq!(workspace.run(&["check"]).code, Some(1));
    let renewed = renew(&workspace, &[]);
    assert_eq!(renewed.code, Some(0), "{}", renewed.all());
    let version = env!("CARGO_PKG_VERSION");
    let new = format!(
        "  - edge:\n      - shop -> stock::count\n    reason: seen since {version}\n    owner: cy\n    until: 2027-02-28\n"
    );
    assert_eq!(exceptions(&workspace), EXCEPTIONS[..start].to_owned() + &new + &EXCEPTIONS[end..]);
    assert_eq!(workspace.run(&["check"]).code, Some(0));
}

#[test]
fn without_a_commit_there_is_nothing_to_tolerate() {
    let workspace = Workspace::kept();
    let outside = renew(&workspace, &[]);
    assert_eq!(outside.code, Some(2), "{}", outside.all());
    assert!(outside.err.contains("`--since` needs a git"), "{}", outside.err);
    workspace.git(&["init", "--quiet"]);
    let empty = renew(&workspace, &[]);
    assert_eq!(empty.code, Some(2), "{}", empty.all());
    assert!(empty.err.contains("git does not know the revision `HEAD`"), "{}", empty.err);
}

#[test]
fn mistakes_of_the_map_are_not_tolerated() {
    let workspace = trading();
    let more = workspace.read("stateline.yaml") + "laws:\n  never_reaches: { shop: [stok] }\n";
    workspace.write("stateline.yaml", more.replace("owns: [ledger]", "owns: [ledger], exports: [sotre]"));
    let renewed = renew(&workspace, &[]);
    assert_eq!(renewed.code, Some(2), "{}", renewed.all());
    workspace.write("stateline.yaml", MAP.replace("owns: [ledger]", "owns: [ledger], exports: [sotre]"));
    let renewed = renew(&workspace, &[]);
    assert_eq!(renewed.code, Some(1), "{}", renewed.all());
    assert!(renewed.out.contains("mistakes of the map"), "{}", renewed.all());
    assert_eq!(exceptions(&workspace), EXCEPTIONS);
    let check = workspace.run(&["check"]);
    assert!(check.out.contains("error[unknown-owner-path]"), "{}", check.all());
}

#[test]
fn a_misspelt_name_loses_no_exceptions() {
    let workspace = trading();
    let mistaken = JOINED.replace("owns: [shop, stock]", "owns: [shop, stok]");
    workspace.write("stateline.yaml", mistaken);
    for dry in [&["--dry-run"][..], &[]] {
        let renewed = renew(&workspace, dry);
        insta::allow_duplicates! { insta::assert_snapshot!(renewed.all(), @r"
    exit code: 2
    stderr:
    error: the map has mistakes because of which 3 tolerated items would be removed
           from the exceptions
     |
     = help: correct the map, then run `cargo stateline renew` again; nothing
             was written

    error: the workspace has no crate `stok`, listed in `owns` of `trade`
     --> stateline.yaml:3:25
      |
    3 |   trade: { owns: [shop, stok] } # one team
      |                         ^^^^ names no code
      |
     ::: stock/src/lib.rs:1:1
      |
    1 | pub fn count() -> u8 { ledger::load() + ledger::store() }
      | - owned by no context
      |
      = help: did you mean `stock`?

    failed: 2 problems; nothing was checked
    "); }
        assert_eq!(exceptions(&workspace), EXCEPTIONS, "nothing was written");
    }
    workspace.write("stateline.yaml", MAP.replace("  stock: {", "  stok: {"));
    let renamed = renew(&workspace, &[]);
    assert_eq!(renamed.code, Some(0), "{}", renamed.all());
    assert_eq!(exceptions(&workspace), EXCEPTIONS.replace("- stock ->", "- stok ->"));
}

#[test]
fn a_base_without_a_map_that_can_be_read_loses_no_exceptions() {
    for base in [None, Some("stateline: 1\ncontexts: { shop: { calls: { legder: [load] } } }\n")] {
        let workspace = trading();
        match base {
            None => {
                workspace.git(&["rm", "--quiet", "--cached", "stateline.yaml", "stateline.exceptions.yaml"])
            }
            Some(base) => {
                workspace.write("stateline.yaml", base);
                workspace.git(&["add", "."]);
            }
        }
        workspace.git(&["commit", "--quiet", "-m", "no map"]);
        workspace.write("stateline.yaml", JOINED);
        let renewed = renew(&workspace, &[]);
        assert_eq!(renewed.code, Some(0), "{}", renewed.all());
        assert!(renewed.out.contains("2 renamed, 1 merged"), "{}", renewed.all());
        let reason = "reason: stock is older than the ledger; observed by init on 2026-11-28";
        assert!(exceptions(&workspace).contains(reason), "{}", exceptions(&workspace));
        assert_eq!(workspace.run(&["check"]).code, Some(0));
    }
}

#[test]
fn a_moved_folder_is_told() {
    let workspace = trading();
    let owning = MAP.replace("owns: [shop]", "owns: [{ folder: shop }]");
    workspace.write("stateline.yaml", &owning);
    workspace.commit("by folder");
    std::fs::rename(workspace.path("shop"), workspace.path("store")).expect("it can be moved");
    let manifest = workspace.read("Cargo.toml").replace("\"shop\"", "\"store\"");
    workspace.write("Cargo.toml", manifest);
    workspace.write("stateline.yaml", owning.replace("{ folder: shop }", "{ folder: store }"));
    let before = exceptions(&workspace);
    let renewed = renew(&workspace, &["--renamed", "shop/=store/"]);
    assert_eq!(renewed.code, Some(0), "{}", renewed.all());
    assert_eq!(exceptions(&workspace), before, "{}", renewed.all());
    let check = workspace.run(&["check"]);
    assert_eq!(check.code, Some(0), "{}", check.all());
}
