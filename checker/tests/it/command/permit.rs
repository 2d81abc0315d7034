//! `permit`: exceptions become lines of the map, and back.

use super::workspace::{Ended, Workspace};

const LEDGER: &str = "\
pub struct Amount(pub u8);
pub struct Account { pub amount: Amount }
mod kept { pub fn secret() {} }
pub use kept::secret as told;
pub fn load(amount: Amount) -> Amount { amount }
pub fn store() {}
pub fn open() -> Account { Account { amount: Amount(1) } }
";

const SHOP: &str = "\
pub fn buy(account: &ledger::Account) -> u8 { ledger::store(); account.amount.0 }
pub fn load() { ledger::load(ledger::Amount(1)); }
";

const MAP: &str = "\
# The map.
stateline: 1
contexts:
  shop: { owns: [shop] } # sells
  stock:
    owns: [stock]
    uses:
      # Whatever there is.
      ledger: ['*']
  ledger:
    owns: [ledger]
    # What others know.
    exports: [Zero]
";

/// Shop and stock know the ledger, by exceptions.
fn tolerating() -> Workspace {
    let stock = "pub fn count() -> u8 { ledger::Amount(3).0 + ledger::Zero.get() }\n";
    let ledger = format!("{LEDGER}pub struct Zero;\nimpl Zero {{ pub fn get(&self) -> u8 {{ 0 }} }}\n");
    let workspace = Workspace::of_crates(&[
        ("shop", &["ledger"], SHOP),
        ("stock", &["ledger"], stock),
        ("ledger", &[], &ledger),
    ]);
    workspace.write("stateline.yaml", MAP);
    workspace.write(
        "stateline.exceptions.yaml",
        "\
stateline: 1
exceptions:
  # From the first day.
  - edge:
      - shop -> ledger::Account
      - shop -> ledger::Amount
      - shop -> ledger::load
      - shop -> ledger::store
    reason: observed
    owner: ada
    until: 2099-01-01
  - edge: stock -> ledger::Amount
    reason: observed
    owner: bo
    until: 2099-01-01
",
    );
    let check = workspace.run(&["check"]);
    assert_eq!(check.code, Some(0), "{}", check.all());
    workspace
}

fn permit(workspace: &Workspace, arguments: &[&str]) -> Ended {
    workspace.run(&[&["permit"], arguments].concat())
}

fn files(workspace: &Workspace) -> String {
    workspace.read("stateline.yaml") + "-- exceptions\n" + &workspace.read("stateline.exceptions.yaml")
}

#[test]
fn a_function_becomes_a_line_of_calls() {
    let workspace = tolerating();
    let before = files(&workspace);
    insta::assert_snapshot!(permit(&workspace, &["shop", "ledger::store", "--dry-run"]).all(), @r"
    exit code: 0
    stdout:
    --- stateline.yaml
    +++ stateline.yaml
    @@ -2,5 +2,5 @@
     stateline: 1
     contexts:
    -  shop: { owns: [shop] } # sells
    +  shop: { owns: [shop], calls: { ledger: [store] } } # sells
       stock:
         owns: [stock]
    --- stateline.exceptions.yaml
    +++ stateline.exceptions.yaml
    @@ -6,5 +6,4 @@
           - shop -> ledger::Amount
           - shop -> ledger::load
    -      - shop -> ledger::store
         reason: observed
         owner: ada
    would write stateline.yaml
      shop may call store of ledger
      removed 1 item from stateline.exceptions.yaml
    ");
    assert_eq!(files(&workspace), before, "nothing was written");
    insta::assert_snapshot!(permit(&workspace, &["shop", "ledger::store"]).all(), @r"
    exit code: 0
    stdout:
    wrote stateline.yaml
      shop may call store of ledger
      removed 1 item from stateline.exceptions.yaml
    ");
    insta::assert_snapshot!(files(&workspace), @r"
    # The map.
    stateline: 1
    contexts:
      shop: { owns: [shop], calls: { ledger: [store] } } # sells
      stock:
        owns: [stock]
        uses:
          # Whatever there is.
          ledger: ['*']
      ledger:
        owns: [ledger]
        # What others know.
        exports: [Zero]
    -- exceptions
    stateline: 1
    exceptions:
      # From the first day.
      - edge:
          - shop -> ledger::Account
          - shop -> ledger::Amount
          - shop -> ledger::load
        reason: observed
        owner: ada
        until: 2099-01-01
      - edge: stock -> ledger::Amount
        reason: observed
        owner: bo
        until: 2099-01-01
    ");
    assert_eq!(workspace.run(&["check"]).code, Some(0));
}

#[test]
fn what_an_export_would_bring_along_is_listed_and_nothing_is_written() {
    let workspace = tolerating();
    let before = files(&workspace);
    let account = permit(&workspace, &["shop", "ledger::Account"]);
    insta::assert_snapshot!(account.all(), @r"
    exit code: 1
    stdout:
    refused: nothing was written
      `ledger` exports `ledger::Account`, but not `ledger::Amount`, which the
          signature of `ledger::Account` mentions
      to permit this too, add `--with-mentioned`; or name a narrower item
    ");
    let amount = permit(&workspace, &["shop", "ledger::Amount"]);
    insta::assert_snapshot!(amount.all(), @r"
    exit code: 1
    stdout:
    refused: nothing was written
      stock may then use ledger::Amount, too
      to permit this too, add `--with-mentioned`; or name a narrower item
    ");
    assert_eq!(files(&workspace), before);
    insta::assert_snapshot!(permit(&workspace, &["shop", "ledger", "--with-mentioned"]).all(), @r"
    exit code: 0
    stdout:
    wrote stateline.yaml
      ledger exports Account, Amount
      shop may call load, store of ledger
      shop may use Account, Amount of ledger
      stock may then use ledger::Amount, too
      removed 5 items from stateline.exceptions.yaml
    ");
    insta::assert_snapshot!(files(&workspace), @r"
    # The map.
    stateline: 1
    contexts:
      shop: { owns: [shop], uses: { ledger: [Account, Amount] }, calls: { ledger: [load, store] } } # sells
      stock:
        owns: [stock]
        uses:
          # Whatever there is.
          ledger: ['*']
      ledger:
        owns: [ledger]
        # What others know.
        exports: [Account, Amount, Zero]
    -- exceptions
    stateline: 1
    ");
    let check = workspace.run(&["check"]);
    assert_eq!(check.code, Some(0), "{}", check.all());
}

#[test]
fn a_ring_is_listed() {
    let workspace = Workspace::of_crates(&[
        ("shop", &["ledger"], "pub fn a() { ledger::b() }\n#[cfg(test)] mod tests { }\n"),
        ("ledger", &[], "pub fn b() { }\npub fn c() {}\n"),
    ]);
    workspace.write(
        "stateline.yaml",
        "stateline: 1\ncontexts:\n  shop: { owns: [shop] }\n  ledger: { owns: [ledger], calls: { shop: [a] } }\nrules: { unused-permission: off }\n",
    );
    workspace.write(
        "stateline.exceptions.yaml",
        "stateline: 1\nexceptions:\n  - edge: shop -> ledger::b\n    reason: old\n    owner: ada\n    until: 2099-01-01\n",
    );
    let before = files(&workspace);
    insta::assert_snapshot!(permit(&workspace, &["shop", "ledger"]).all(), @r"
    exit code: 1
    stdout:
    refused: nothing was written
      call-cycle: `shop` and `ledger` call each other in a cycle
      to permit this too, add `--with-mentioned`; or name a narrower item
    ");
    assert_eq!(files(&workspace), before);
}

#[test]
fn a_kind_of_code_gets_its_own_lines_and_a_context_its_own_file() {
    let workspace = tolerating();
    workspace.write(
        "shop/src/lib.rs",
        format!("#[cfg(test)]\nmod tests {{ fn t() {{ ledger::open(); }} }}\n{SHOP}"),
    );
    let file = "stateline: 1\ncontext: ledger # ours\nowns: [ledger]\nexports: [Account, Amount, Zero]\n";
    workspace.write("ledger/stateline.context.yaml", file);
    let (map, _) = MAP.split_once("  ledger:\n    owns").expect("it is there");
    workspace.write("stateline.yaml", format!("{map}  ledger: {{ file: ledger/stateline.context.yaml }}\n"));
    let exceptions = "stateline: 1\nexceptions:\n  - edge: [shop -> ledger::open, shop -> ledger::Account, shop -> ledger::Amount, shop -> ledger::store, shop -> ledger::load]\n    reason: observed\n    owner: ada\n    until: 2099-01-01\n";
    workspace.write("stateline.exceptions.yaml", exceptions);
    let check = workspace.run(&["check"]);
    assert_eq!(check.code, Some(0), "{}", check.all());
    let ended = permit(&workspace, &["shop", "ledger::open", "ledger::store"]);
    assert_eq!(ended.code, Some(0), "{}", ended.all());
    insta::assert_snapshot!(files(&workspace), @r"
    # The map.
    stateline: 1
    contexts:
      shop: { owns: [shop], tests: { calls: { ledger: [open] } }, calls: { ledger: [store] } } # sells
      stock:
        owns: [stock]
        uses:
          # Whatever there is.
          ledger: ['*']
      ledger: { file: ledger/stateline.context.yaml }
    -- exceptions
    stateline: 1
    exceptions:
      - edge: [shop -> ledger::Account, shop -> ledger::Amount, shop -> ledger::load]
        reason: observed
        owner: ada
        until: 2099-01-01
    ");
    assert_eq!(workspace.read("ledger/stateline.context.yaml"), file, "a function needs no export");
    let ended = permit(&workspace, &["shop", "ledger::Amount"]);
    assert_eq!(ended.code, Some(0), "{}", ended.all());
    let check = workspace.run(&["check"]);
    assert_eq!(check.code, Some(0), "{}", check.all());
}

#[test]
fn an_export_goes_where_its_context_is_written() {
    let workspace = tolerating();
    let file = "stateline: 1\ncontext: ledger # ours\nowns: [ledger]\n";
    workspace.write("ledger/stateline.context.yaml", format!("{file}exports:\n  - Zero # none\n"));
    let (map, _) = MAP.split_once("  ledger:\n    owns").expect("it is there");
    workspace.write("stateline.yaml", format!("{map}  ledger: {{ file: ledger/stateline.context.yaml }}\n"));
    let ended = permit(&workspace, &["shop", "ledger::Amount", "--with-mentioned"]);
    assert_eq!(ended.code, Some(0), "{}", ended.all());
    assert_eq!(
        workspace.read("ledger/stateline.context.yaml"),
        format!("{file}exports:\n  - Amount\n  - Zero # none\n")
    );
    assert_eq!(workspace.run(&["check"]).code, Some(0), "{}", workspace.run(&["check"]).all());
}

#[test]
fn only_what_exceptions_tolerate_is_permitted() {
    let workspace = tolerating();
    for (arguments, told) in [
        (&["shop", "stock"][..], "no exception lets shop use anything of stock"),
        (&["shop", "ledger::open"], "no exception lets shop use anything of ledger::open"),
        (&["shopp", "ledger"], "the map has no context `shopp`"),
        (&["shop", "ledgr"], "`ledgr` is no context, and no path that the code defines"),
        (&["shop", "ledger", "--revoke"], "`--revoke` needs `--reason`"),
        (&["shop", "ledger", "--revoke", "--reason", "x", "--owner", "y", "--until", "soon"], "--until"),
    ] {
        let ended = permit(&workspace, arguments);
        assert_eq!(ended.code, Some(2), "{}", ended.all());
        assert!(ended.err.contains(told), "{}", ended.all());
    }
}

#[test]
fn a_revoked_permission_leaves_exceptions_for_what_still_needs_it() {
    let workspace = tolerating();
    let before = files(&workspace);
    assert_eq!(permit(&workspace, &["shop", "ledger", "--with-mentioned"]).code, Some(0));
    let terms = ["--owner", "cy", "--reason", "it is to go by message", "--until", "2099-06-30"];
    let dry = permit(&workspace, &[&["shop", "ledger::load", "--revoke", "--dry-run"], &terms[..]].concat());
    insta::assert_snapshot!(dry.all(), @r"
    exit code: 0
    stdout:
    --- stateline.yaml
    +++ stateline.yaml
    @@ -2,5 +2,5 @@
     stateline: 1
     contexts:
    -  shop: { owns: [shop], uses: { ledger: [Account, Amount] }, calls: { ledger: [load, store] } } # sells
    +  shop: { owns: [shop], uses: { ledger: [Account, Amount] }, calls: { ledger: [store] } } # sells
       stock:
         owns: [stock]
    --- stateline.exceptions.yaml
    +++ stateline.exceptions.yaml
    @@ -1,1 +1,7 @@
     stateline: 1
    +exceptions:
    +  - edge:
    +      - shop -> ledger::load
    +    reason: it is to go by message
    +    owner: cy
    +    until: 2099-06-30
    would write stateline.yaml
      shop may no longer call load of ledger
      1 item in stateline.exceptions.yaml, owner cy, until 2099-06-30
    ");
    let ended = permit(&workspace, &[&["shop", "ledger", "--revoke"], &terms[..]].concat());
    insta::assert_snapshot!(ended.all(), @r"
    exit code: 0
    stdout:
    wrote stateline.yaml
      shop may no longer call load, store of ledger
      shop may no longer use Account, Amount of ledger
      4 items in stateline.exceptions.yaml, owner cy, until 2099-06-30
    ");
    insta::assert_snapshot!(files(&workspace), @r"
    # The map.
    stateline: 1
    contexts:
      shop: { owns: [shop] } # sells
      stock:
        owns: [stock]
        uses:
          # Whatever there is.
          ledger: ['*']
      ledger:
        owns: [ledger]
        # What others know.
        exports: [Account, Amount, Zero]
    -- exceptions
    stateline: 1
    exceptions:
      - edge:
          - shop -> ledger::Account
          - shop -> ledger::Amount
          - shop -> ledger::load
          - shop -> ledger::store
        reason: it is to go by message
        owner: cy
        until: 2099-06-30
    ");
    let check = workspace.run(&["check"]);
    assert_eq!(check.code, Some(0), "{}", check.all());
    assert_ne!(files(&workspace), before);
    let again = permit(&workspace, &[&["shop", "ledger", "--revoke"], &terms[..]].concat());
    assert_eq!(again.code, Some(2), "{}", again.all());
}

#[test]
fn what_nothing_can_permit_stays_an_exception_beside_what_is_permitted() {
    let workspace = tolerating();
    let ledger = format!("{}mod own {{ fn hidden() {{}} }}\n", workspace.read("ledger/src/lib.rs"));
    workspace.write("ledger/src/lib.rs", ledger);
    workspace.write("shop/src/lib.rs", format!("{SHOP}pub fn peek() {{ ledger::own::hidden(); }}\n"));
    let exceptions = workspace.read("stateline.exceptions.yaml");
    let edges = "      - shop -> ledger::own::hidden\n      - shop -> ledger::store\n";
    workspace
        .write("stateline.exceptions.yaml", exceptions.replace("      - shop -> ledger::store\n", edges));
    let alone = permit(&workspace, &["shop", "ledger::own::hidden"]);
    assert_eq!(alone.code, Some(1), "{}", alone.all());
    assert!(alone.out.contains("ledger::own::hidden cannot be exported"), "{}", alone.all());
    let all = permit(&workspace, &["shop", "ledger", "--with-mentioned"]);
    assert_eq!(all.code, Some(0), "{}", all.all());
    assert!(all.out.contains("kept as exceptions, because they are private"), "{}", all.all());
    assert!(files(&workspace).contains("- shop -> ledger::own::hidden"), "{}", files(&workspace));
    assert!(!files(&workspace).contains("- shop -> ledger::store"), "{}", files(&workspace));
    let check = workspace.run(&["check"]);
    assert_eq!(check.code, Some(0), "{}", check.all());
}
