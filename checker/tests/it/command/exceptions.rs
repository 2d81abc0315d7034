//! Exceptions in the days around their end, how many there may be, and the lists of them.

use super::workspace::{CROSSING, MAP, Workspace};

const EXCEPTIONS: &str = "\
stateline: 1
exceptions:
  - edge: payments -> ledger::set_balance
    reason: observed by init on 2026-09-01
    owner: ada
    issue: '#7'
    until: 2026-11-30
";

fn ending(grace: &str) -> Workspace {
    let workspace = Workspace::broken();
    workspace.write("stateline.yaml", format!("{MAP}{grace}"));
    workspace.write("stateline.exceptions.yaml", EXCEPTIONS);
    workspace.committed()
}

#[test]
fn in_its_days_of_grace_an_exception_is_a_warning() {
    let workspace = ending("grace: 14d\n");
    let on = |day: &str| workspace.run(&["check", "--as-of", day]);
    assert_eq!(on("2026-11-30").code, Some(0));
    let first = on("2026-12-01");
    insta::assert_snapshot!(first.all(), @r"
    exit code: 0
    stdout:
    warning[expired-exception]: the exception for `payments -> ledger::set_balance`
                                expired on 2026-11-30
     --> stateline.exceptions.yaml:7:12
      |
    7 |     until: 2026-11-30
      |            ^^^^^^^^^^ its last day
      |
     ::: payments/src/lib.rs:3:13
      |
    3 |     ledger::set_balance(5);
      |             ----------- called here
      |
     ::: stateline.yaml:6:7
      |
    6 |       ledger: [load_account]
      |       ------ `payments` may call load_account of `ledger`
      |
      = help: publish a message that `ledger` subscribes to instead; or, to
              allow this call, add `set_balance` to
              `contexts.payments.calls.ledger`; the owner of the exception is
              `ada`; in 14 days this becomes an error

    ok: no errors, 1 warning
      expired-exception  1
      for what a rule checks and what to do, run cargo stateline explain
        expired-exception

      contexts     2
      files        2 owned of 2 read
      edges        1 used of 1 permitted, 2 crossings
      permissions  1 used of 1
      topics       0
      processes    0
      exceptions   1, 1 finding tolerated
      resolved
      outside
      unresolved
    ");
    let last = on("2026-12-14");
    assert_eq!(last.code, Some(0), "{}", last.all());
    assert!(last.out.contains("tomorrow this becomes an"), "{}", last.all());
    let over = on("2026-12-15");
    assert_eq!(over.code, Some(1), "{}", over.all());
    assert!(over.out.contains("error[expired-exception]"), "{}", over.all());
    let without = ending("").run(&["check", "--as-of", "2026-12-01"]);
    assert_eq!(without.code, Some(1), "{}", without.all());
}

#[test]
fn a_change_adds_no_place_in_the_days_of_grace() {
    let workspace = ending("grace: 14d\n");
    let since = || workspace.run(&["check", "--since", "main", "--as-of", "2026-12-02"]);
    assert_eq!(since().code, Some(0), "{}", since().all());
    workspace
        .write("payments/src/lib.rs", format!("{CROSSING}pub fn more() {{ ledger::set_balance(7); }}\n"));
    let ended = since();
    assert_eq!(ended.code, Some(1), "{}", ended.all());
    assert!(ended.out.contains("error[expired-exception]"), "{}", ended.all());
    workspace.commit("merged anyway");
    workspace.git(&["branch", "--quiet", "--force", "before"]);
    let on_main = workspace.run(&["check", "--as-of", "2026-12-02"]);
    assert_eq!(on_main.code, Some(0), "{}", on_main.all());
}

#[test]
fn more_days_of_grace_than_thirty_are_refused() {
    let ended = ending("grace: 31d\n").run(&["check"]);
    assert_eq!(ended.code, Some(2), "{}", ended.all());
    assert!(ended.err.contains("`31d` is not a number of days from `0d` to `30d`"), "{}", ended.err);
}

#[test]
fn a_map_limits_its_exceptions_and_renew_lowers_the_limit() {
    let workspace = ending("exceptions_at_most: 1\n");
    workspace.write("ledger/src/lib.rs", workspace.read("ledger/src/lib.rs") + "pub fn audit() {}\n");
    workspace.write("payments/src/lib.rs", format!("{CROSSING}pub fn more() {{ ledger::audit(); }}\n"));
    let more = "  - edge: payments -> ledger::audit\n    reason: new\n    owner: bo\n    until: 2027-01-01\n";
    workspace.write("stateline.exceptions.yaml", format!("{EXCEPTIONS}{more}"));
    let ended = workspace.run(&["check", "--as-of", "2026-11-01"]);
    assert_eq!(ended.code, Some(1), "{}", ended.all());
    assert!(ended.out.contains("the exceptions cover 2 items, but"), "{}", ended.all());
    workspace.write("stateline.yaml", format!("{MAP}exceptions_at_most: 40 # for now\n"));
    workspace.commit("more");
    let renewed = workspace.run(&["renew", "--as-of", "2026-11-01"]);
    insta::assert_snapshot!(renewed.all(), @r#"
    exit code: 0
    stdout:
    current: stateline.exceptions.yaml  2 kept
      `exceptions_at_most` is 2 in stateline.yaml
    "#);
    assert_eq!(workspace.read("stateline.yaml"), format!("{MAP}exceptions_at_most: 2 # for now\n"));
}

#[test]
fn lists_say_who_is_to_end_what_and_when() {
    let workspace = ending("");
    let more = "  - edge: [payments -> ledger::Gone, payments -> ledger::Lost]\n    reason: new\n    owner: bo\n    until: 2026-12-24\n";
    workspace.write("stateline.exceptions.yaml", format!("{EXCEPTIONS}{more}"));
    let on = ["--as-of", "2026-11-21"];
    insta::assert_snapshot!(workspace.run(&[&["list", "exceptions"], &on[..]].concat()).out, @r#"
    edge                items  places  owner  ends        days old
    payments -> ledger      1       1  ada    2026-11-30        81
    payments -> ledger      2    none  bo     2026-12-24

    3 items with 1 place
      cargo stateline explain A B  shows the places
    "#);
    let json = workspace.run(&[&["list", "exceptions", "--format", "json"], &on[..]].concat()).out;
    insta::assert_snapshot!(json, @r#"
    {
      "version": 1,
      "exceptions": [
        {
          "what": "payments -> ledger",
          "owner": "ada",
          "items": 1,
          "places": 1,
          "until": "2026-11-30",
          "age": 81
        },
        {
          "what": "payments -> ledger",
          "owner": "bo",
          "items": 2,
          "places": 0,
          "until": "2026-12-24",
          "age": null
        }
      ],
      "rings": []
    }
    "#);
    insta::assert_snapshot!(workspace.run(&[&["explain", "payments", "ledger"], &on[..]].concat()).out, @r"
    payments -> ledger: 2 references to 2 items

    ledger::load_account  1  permitted by stateline.yaml:6:16: `payments` may call `load_account` of `ledger`
      payments/src/lib.rs:2:13  ledger::load_account(3);

    ledger::set_balance  1  tolerated until 2026-11-30, owner ada: observed by init on 2026-09-01 (#7)
      payments/src/lib.rs:3:13  ledger::set_balance(5);
    ");
    let check = workspace.run(&[&["check"], &on[..]].concat());
    assert!(check.out.contains("ends soon    2026-11-30: payments -> ledger, ada"), "{}", check.all());
    let later = workspace.run(&["check", "--as-of", "2026-12-12"]);
    assert!(
        later.out.contains("ends soon    2026-12-24: payments -> ledger, 2 items, bo"),
        "{}",
        later.all()
    );
    workspace.write("stateline.exceptions.yaml", "stateline: 1\n");
    assert_eq!(workspace.run(&["list", "exceptions"]).out, "no exceptions\n");
}

#[test]
fn a_ring_has_a_cheapest_cut() {
    let workspace = Workspace::of_crates(&[
        ("shop", &["ledger"], "pub fn a() { ledger::b() }\npub mod inner { pub fn c() {} }\n"),
        ("ledger", &[], "pub fn b() {}\n"),
    ]);
    workspace.write(
        "shop/src/lib.rs",
        "pub fn a() { ledger::b() }\npub mod inner { pub fn c() { crate::a(); crate::a() } }\n",
    );
    workspace.write(
        "stateline.yaml",
        "stateline: 1\ncontexts:\n  shop: { owns: [shop] }\n  inner: { owns: ['shop::inner'], within: shop }\n  ledger: { owns: [ledger] }\n",
    );
    workspace.write("shop/src/lib.rs", "pub fn a() { inner::d(); ledger::b() }\npub mod inner { pub fn c() { crate::a(); crate::a() } pub fn d() {} }\n");
    workspace.write(
        "stateline.exceptions.yaml",
        "stateline: 1\nexceptions:\n  - edge: [shop -> shop::inner::d, shop -> ledger::b, inner -> shop::a]\n    reason: old\n    owner: ada\n    until: 2099-01-01\n",
    );
    insta::assert_snapshot!(workspace.run(&["list", "exceptions"]).out, @r"
    edge            items  places  owner  ends        days old
    inner -> shop       1       2  ada    2099-01-01
    shop -> inner       1       1  ada    2099-01-01
    shop -> ledger      1       1  ada    2099-01-01

    3 items with 4 places
    shop, inner call each other in a cycle; the cheapest cut is shop -> inner (1
      place)
      cargo stateline explain A B  shows the places
    ");
}

#[test]
fn many_violations_are_a_screen() {
    let workspace = Workspace::kept();
    let names: Vec<String> = (0..40).map(|number| format!("f{number:02}")).collect();
    let ledger: String = names.iter().map(|name| format!("pub fn {name}() {{}}\n")).collect();
    workspace.write("ledger/src/lib.rs", workspace.read("ledger/src/lib.rs") + &ledger);
    let calls: String =
        names.iter().map(|name| format!("    ledger::{name}();\n    ledger::{name}();\n")).collect();
    workspace
        .write("payments/src/lib.rs", format!("pub fn pay() {{\n    ledger::load_account(1);\n{calls}}}\n"));
    let ended = workspace.run(&["check"]);
    insta::assert_snapshot!(ended.all(), @r"
    exit code: 1
    stdout:
    error[undeclared-call]: `payments` is not allowed to call `ledger::f00`
     --> payments/src/lib.rs:3:13
      |
    3 |     ledger::f00();
      |             ^^^ called here
      |
     ::: stateline.yaml:6:7
      |
    6 |       ledger: [load_account]
      |       ------ `payments` may call load_account of `ledger`
      |
      = note: 1 more place: cargo stateline explain payments ledger::f00
      = help: publish a message that `ledger` subscribes to instead; or, to
              allow this call, add `f00` to `contexts.payments.calls.ledger`

      payments/src/lib.rs:5:13: `payments` is not allowed to call `ledger::f01`
      payments/src/lib.rs:7:13: `payments` is not allowed to call `ledger::f02`

    37 more violations are not shown; the edges with most places are
      payments -> ledger  40 items, 120 places
      cargo stateline check --all  shows every violation with its places
      cargo stateline explain A B  shows what is behind an edge

    failed: 40 errors
      undeclared-call  40
      for what a rule checks and what to do, run cargo stateline explain
        undeclared-call
    ");
    let all = workspace.run(&["check", "--all"]);
    assert_eq!(all.out.matches("error[undeclared-call]").count(), 40, "{}", all.all());
    assert!(all.out.contains("failed: 40 errors"), "{}", all.all());
}

#[test]
fn long_lists_are_a_screen_unless_all_is_asked_for() {
    let workspace = Workspace::kept();
    let names: Vec<String> = (0..40).map(|number| format!("f{number:02}")).collect();
    let ledger: String = names.iter().map(|name| format!("pub fn {name}() {{}}\n")).collect();
    workspace.write("ledger/src/lib.rs", workspace.read("ledger/src/lib.rs") + &ledger);
    let calls: String = names.iter().map(|name| format!("    ledger::{name}();\n")).collect();
    workspace
        .write("payments/src/lib.rs", format!("pub fn pay() {{\n    ledger::load_account(1);\n{calls}}}\n"));
    let entry = |name: &String| {
        let terms = format!("    reason: x\n    owner: {name}\n    until: 2099-01-01\n");
        format!("  - edge: payments -> ledger::{name}\n{terms}")
    };
    let entries: String = names.iter().map(entry).collect();
    workspace.write("stateline.exceptions.yaml", format!("stateline: 1\nexceptions:\n{entries}"));
    for command in [&["list", "exceptions"][..], &["explain", "payments", "ledger"]] {
        let ended = workspace.run(command);
        assert_eq!(ended.code, Some(0), "{}", ended.all());
        assert!(ended.out.lines().count() <= 40, "{}", ended.all());
        assert!(ended.out.contains("--all"), "{}", ended.all());
        let all = workspace.run(&[command, &["--all"]].concat());
        assert!(names.iter().all(|name| all.out.contains(name.as_str())), "{}", all.all());
    }
}
