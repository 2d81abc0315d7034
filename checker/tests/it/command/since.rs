//! `check --since`: what a change makes wrong, and nothing that was wrong before.

use super::workspace::{CROSSING, Ended, MAP, Workspace};

/// Each way must say the same: with what is kept, and without.
fn since(workspace: &Workspace, arguments: &[&str]) -> Ended {
    let run = |more: &[&str]| {
        workspace.run(&[&["check", "--since", "main", "--as-of", "2026-11-30"], arguments, more].concat())
    };
    let (cold, first, second) = (run(&["--no-cache"]), run(&[]), run(&[]));
    assert_eq!(cold.all(), first.all());
    assert_eq!(first.all(), second.all());
    second
}

/// Without the names of commits, which are others on each run.
fn plain(ended: &Ended) -> String {
    let all = ended.all();
    let lines = all.lines().map(|line| match line.find("main (") {
        Some(at) if line.len() >= at + 14 => format!("{}COMMIT{}\n", &line[..at + 6], &line[at + 13..]),
        _ => format!("{line}\n"),
    });
    lines.collect()
}

#[test]
fn what_was_wrong_before_is_a_count_and_what_is_new_is_told() {
    let workspace = Workspace::broken().committed();
    insta::assert_snapshot!(plain(&since(&workspace, &[])), @r"
    exit code: 0
    stdout:
    ok: no violations that main lacks
      not shown: 1 violation that main (COMMIT) also has

      contexts     2
      files        2 owned of 2 read
      edges        1 used of 1 permitted, 2 crossings
      permissions  1 used of 1
      topics       0
      processes    0
      exceptions   0
      resolved
      outside
      unresolved
    ");
    workspace.write(
        "payments/src/lib.rs",
        format!("// Lines move.\n\n{CROSSING}pub fn more() {{\n    ledger::set_balance(6);\n    ledger::audit();\n}}\n"),
    );
    workspace.write("ledger/src/lib.rs", workspace.read("ledger/src/lib.rs") + "\npub fn audit() {}\n");
    insta::assert_snapshot!(plain(&since(&workspace, &[])), @r"
    exit code: 1
    stdout:
    error[undeclared-call]: `payments` is not allowed to call `ledger::audit`
     --> payments/src/lib.rs:9:13
      |
    9 |     ledger::audit();
      |             ^^^^^ called here
      |
     ::: stateline.yaml:6:7
      |
    6 |       ledger: [load_account]
      |       ------ `payments` may call load_account of `ledger`
      |
      = help: publish a message that `ledger` subscribes to instead; or, to
              allow this call, add `audit` to `contexts.payments.calls.ledger`

    failed: 1 error that main lacks
      undeclared-call  1
      for what a rule checks and what to do, run cargo stateline explain
        undeclared-call
      not shown: 1 violation that main (COMMIT) also has, with 1 more place
    ");
    workspace.commit("committed or not");
    workspace.git(&["branch", "--quiet", "change"]);
    workspace.git(&["reset", "--quiet", "--hard", "HEAD~1"]);
    workspace.git(&["checkout", "--quiet", "change"]);
    assert_eq!(since(&workspace, &[]).code, Some(1));
}

#[test]
fn a_change_that_leaves_the_map_behind_is_told_in_its_own_pull_request() {
    let workspace = Workspace::kept().committed();
    let renamed = workspace.read("ledger/src/lib.rs").replace("load_account", "fetch_account");
    workspace.write("ledger/src/lib.rs", renamed);
    workspace.write("payments/src/lib.rs", "pub fn pay() {}\n");
    insta::assert_snapshot!(plain(&since(&workspace, &[])), @r"
    exit code: 1
    stdout:
    error[unknown-owner-path]: `ledger` has no `load_account`
     --> stateline.yaml:6:16
      |
    3 |   payments:
      |   -------- in this context
    ...
    6 |       ledger: [load_account]
      |                ^^^^^^^^^^^^ this entry
      |
      = help: correct `load_account` in `contexts.payments.calls.ledger`, or
              remove it there

    failed: 1 error that main lacks
      unknown-owner-path  1
      for what a rule checks and what to do, run cargo stateline explain
        unknown-owner-path
    ");
}

#[test]
fn a_map_that_was_behind_already_is_no_reason_to_be_red() {
    let workspace = Workspace::kept();
    workspace.write("stateline.yaml", format!("{MAP}    exports: [Gone]\n"));
    let workspace = workspace.committed();
    assert_eq!(workspace.run(&["check"]).code, Some(1));
    workspace.write("ledger/src/lib.rs", workspace.read("ledger/src/lib.rs") + "\npub fn audit() {}\n");
    let ended = since(&workspace, &[]);
    assert_eq!(ended.code, Some(0), "{}", ended.all());
}

#[test]
fn an_exception_that_nothing_needs_any_more_is_told() {
    let workspace = Workspace::broken();
    workspace.write(
        "stateline.exceptions.yaml",
        "stateline: 1\nexceptions:\n  - edge: payments -> ledger::set_balance\n    reason: old\n    owner: ada\n    until: 2099-01-01\n",
    );
    let workspace = workspace.committed();
    assert_eq!(since(&workspace, &[]).code, Some(0));
    workspace.write("payments/src/lib.rs", "pub fn pay() {\n    ledger::load_account(3);\n}\n");
    let ended = since(&workspace, &[]);
    assert_eq!(ended.code, Some(1), "{}", ended.all());
    assert!(ended.out.contains("error[unmatched-exception]"), "{}", ended.all());
}

#[test]
fn a_permission_that_is_unused_since_is_a_warning_and_an_error_where_the_map_says_so() {
    let workspace = Workspace::kept().committed();
    workspace.write("payments/src/lib.rs", "pub fn pay() {}\n");
    let ended = since(&workspace, &[]);
    assert_eq!(ended.code, Some(0), "{}", ended.all());
    assert!(ended.out.contains("warning[unused-permission]"), "{}", ended.all());
    assert!(ended.out.contains("ok: 1 warning that main lacks"), "{}", ended.all());
    workspace.commit("unused on main, too");
    assert!(!since(&workspace, &[]).out.contains("unused-permission"));
    workspace.write("stateline.yaml", format!("{MAP}rules: {{ unused-permission: error }}\n"));
    let ended = since(&workspace, &[]);
    assert_eq!(ended.code, Some(1), "a warning has become an error: {}", ended.all());
}

#[test]
fn a_base_that_cannot_be_checked_has_nothing() {
    let workspace = Workspace::without_map().committed();
    workspace.write("stateline.yaml", MAP);
    workspace.write("payments/src/lib.rs", CROSSING);
    let ended = since(&workspace, &[]);
    assert_eq!(ended.code, Some(1), "{}", ended.all());
    insta::assert_snapshot!(ended.err, @"note: where this branch and `main` parted, nothing could be checked, so that all findings are told: no map at stateline.yaml");
    let nowhere = workspace.run(&["check", "--since", "nowhere"]);
    assert_eq!(nowhere.code, Some(2), "{}", nowhere.all());
    for revision in ["--help", "HEAD:Cargo.toml", ""] {
        let ended = workspace.run(&["check", &format!("--since={revision}")]);
        assert_eq!(ended.code, Some(2), "{revision}: {}", ended.all());
    }
    let outside = Workspace::kept().run(&["check", "--since", "HEAD"]);
    assert_eq!(outside.code, Some(2), "{}", outside.all());
    assert!(outside.err.contains("needs a git repository"), "{}", outside.err);
}

#[test]
fn a_workspace_may_lie_below_the_repositorys_top() {
    let workspace = Workspace::broken();
    let outer = Workspace::empty();
    for file in
        ["Cargo.toml", "payments/Cargo.toml", "payments/src/lib.rs", "ledger/Cargo.toml", "ledger/src/lib.rs"]
    {
        outer.write(&format!("code/rust/{file}"), workspace.read(file));
    }
    outer.write("maps/stateline.yaml", MAP);
    let outer = outer.committed();
    let folder = outer.path("code/rust/payments");
    let map = ["--map", "../../../maps/stateline.yaml"];
    assert_eq!(outer.run_in(&folder, &[&["check"], &map[..]].concat()).code, Some(1));
    let ended = outer.run_in(&folder, &[&["check", "--since", "main"], &map[..]].concat());
    assert_eq!(ended.code, Some(0), "{}", ended.all());
}

#[test]
fn the_users_tree_stays_as_it_is_and_no_hook_runs() {
    let workspace = Workspace::broken().committed();
    workspace.write("payments/src/lib.rs", format!("{CROSSING}// staged\n"));
    workspace.git(&["add", "."]);
    workspace.write("payments/src/lib.rs", format!("{CROSSING}// not staged\n"));
    for hook in ["post-index-change", "post-checkout", "pre-commit"] {
        workspace.write(&format!(".git/hooks/{hook}"), "#!/bin/sh\ntouch \"$(dirname \"$0\")/ran\"\n");
        #[cfg(unix)]
        std::fs::set_permissions(
            workspace.path(&format!(".git/hooks/{hook}")),
            std::os::unix::fs::PermissionsExt::from_mode(0o755),
        )
        .expect("it is ours");
    }
    let index = std::fs::read(workspace.path(".git/index")).expect("it is there");
    assert_eq!(since(&workspace, &[]).code, Some(0));
    assert_eq!(std::fs::read(workspace.path(".git/index")).expect("it is there"), index);
    assert!(!workspace.path(".git/hooks/ran").exists());
    assert!(workspace.read("payments/src/lib.rs").ends_with("// not staged\n"));
}

#[test]
fn annotations_stand_where_the_change_is() {
    let workspace = Workspace::kept().committed();
    workspace.write("stateline.yaml", MAP.replace("[load_account]", "[set_balance]"));
    insta::assert_snapshot!(since(&workspace, &["--format", "github"]).out, @r"
    ::error file=stateline.yaml,line=6,endLine=6,col=7,endColumn=13,title=undeclared-call::`payments` is not allowed to call `ledger::load_account`%0Apayments/src/lib.rs:2:13: called here%0Ahelp: publish a message that `ledger` subscribes to instead; or, to allow this call, add `load_account` to `contexts.payments.calls.ledger`
    ::warning file=stateline.yaml,line=6,endLine=6,col=16,endColumn=27,title=unused-permission::`payments` is allowed to call `set_balance` of `ledger`, but never does%0Ahelp: remove `set_balance` from `contexts.payments.calls.ledger`
    ");
}

#[test]
fn a_comment_says_what_the_change_does() {
    let workspace = Workspace::broken();
    let exception = |item: &str| {
        format!(
            "stateline: 1\nexceptions:\n  - edge: payments -> ledger::{item}\n    reason: old\n    owner: ada\n    until: 2099-01-01\n"
        )
    };
    workspace.write("stateline.exceptions.yaml", exception("set_balance"));
    let workspace = workspace.committed();
    workspace.write("stateline.exceptions.yaml", exception("audit"));
    workspace.write("stateline.yaml", MAP.replace("[load_account]", "[load_account, set_balance]"));
    workspace.write(
        "ledger/src/lib.rs",
        workspace.read("ledger/src/lib.rs") + "pub fn audit() {}\npub fn close() {}\n",
    );
    workspace.write(
        "payments/src/lib.rs",
        format!("{CROSSING}pub fn more() {{\n    ledger::audit();\n    ledger::close();\n}}\n"),
    );
    let ended = since(&workspace, &["--comment", "comment.md"]);
    assert_eq!(ended.code, Some(1), "{}", ended.all());
    insta::assert_snapshot!(workspace.read("comment.md"), @r##"
    <!-- stateline -->
    ## The map since `main`

    **1 new error**.

    | rule | finding | where |
    |---|---|---|
    | `undeclared-call` | \`payments\` is not allowed to call \`ledger::close\` | `payments/src/lib.rs:7:13` |

    ### Exceptions: 1 gained, 1 lost

    | | gained | lost |
    |---|---|---|
    | `payments → ledger` | `ledger::audit` | `ledger::set_balance` |

    ### What the map has gained and lost

    |  | gained |
    |---|---|
    | calls | `payments` → `ledger`: `set_balance` |

    ```mermaid
    %% Written by `cargo stateline map`: to be renewed, not edited.
    flowchart LR
      c_ledger["ledger"]:::context
      c_payments["payments"]:::context
      c_payments ==>|"#43; set_balance"| c_ledger
      classDef context fill:#dbe9d8,stroke:#3f6b3a,color:#1b2a19
      classDef external fill:#e4e4e4,stroke:#5f5f5f,color:#222222,stroke-dasharray:4 3
      classDef topic fill:#fdf3d0,stroke:#8a6d1a,color:#33280a
      linkStyle 0 stroke:#1a7f37,stroke-width:3px
    ```
    "##);
}

#[test]
fn a_crate_that_a_pattern_took_is_told_once() {
    let workspace = Workspace::of_crates(&[("shop", &[], ""), ("db_orders", &[], "")]);
    let map = "stateline: 1\ncontexts:\n  shop: { owns: [shop] }\n  db: { owns: [\"db_*\"] }\n";
    workspace.write("stateline.yaml", map);
    let workspace = workspace.committed();
    assert!(!workspace.run(&["check", "--since", "main"]).out.contains("new:"));
    let members =
        "[workspace]\nresolver = \"3\"\nmembers = [\"shop\", \"db_orders\", \"db_views\", \"web\"]\n";
    workspace.write("Cargo.toml", members);
    for name in ["db_views", "web"] {
        let manifest = format!("[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n");
        workspace.write(&format!("{name}/Cargo.toml"), manifest);
        workspace.write(&format!("{name}/src/lib.rs"), "");
    }
    workspace.write("stateline.yaml", map.replace("[shop]", "[shop, web]"));
    // Once from the base, and once from what is kept of it.
    for _ in 0..2 {
        let ended = workspace.run(&["check", "--since", "main"]);
        assert_eq!(ended.code, Some(0), "{}", ended.all());
        let told: Vec<&str> = ended.out.lines().filter(|line| line.contains("new crate:")).collect();
        assert_eq!(told, ["  new crate: `db_views` belongs to `db` by `db_*`"], "{}", ended.all());
    }
    let json = workspace.run(&["check", "--since", "main", "--format", "json"]).out;
    assert!(json.contains(r#""context": "db""#) && json.contains(r#""by": "db_*""#), "{json}");
}

/// As in a workspace beside a clone of Stateline.
#[test]
fn a_dependency_that_lies_beside_the_repository_is_there_at_the_base_too() {
    let beside = Workspace::of_crates(&[("tools", &[], "")]);
    let workspace = Workspace::broken();
    let name = beside.root().file_name().expect("it has a name").to_string_lossy().into_owned();
    let manifest = workspace.read("ledger/Cargo.toml");
    let needs = format!("{manifest}\n[dependencies]\ntools = {{ path = \"../../{name}/tools\" }}\n");
    workspace.write("ledger/Cargo.toml", needs);
    let workspace = workspace.committed();
    let told = since(&workspace, &[]).all();
    assert!(told.contains("not shown: 1 violation that main") && !told.contains("note:"), "{told}");
}
