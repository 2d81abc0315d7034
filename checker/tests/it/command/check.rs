//! `check`: what it says, and how it ends.

use super::formats;
use super::workspace::{MAP, Workspace};
use cargo_metadata::Message;

#[test]
fn a_kept_map_says_what_was_looked_at() {
    insta::assert_snapshot!(Workspace::kept().run(&["check"]).all(), @r"
    exit code: 0
    stdout:
    ok: no violations
      contexts     2
      files        2 owned of 2 read
      edges        1 used of 1 permitted, 1 crossings
      permissions  1 used of 1
      topics       0
      processes    0
      exceptions   0
      resolved
      outside
      unresolved
    ");
}

#[test]
fn a_broken_map_shows_both_ends() {
    insta::assert_snapshot!(Workspace::broken().run(&["check"]).all(), @r"
    exit code: 1
    stdout:
    error[undeclared-call]: `payments` is not allowed to call `ledger::set_balance`
     --> payments/src/lib.rs:3:13
      |
    3 |     ledger::set_balance(5);
      |             ^^^^^^^^^^^ called here
      |
     ::: stateline.yaml:6:7
      |
    6 |       ledger: [load_account]
      |       ------ `payments` may call load_account of `ledger`
      |
      = help: publish a message that `ledger` subscribes to instead; or, to
              allow this call, add `set_balance` to
              `contexts.payments.calls.ledger`

    failed: 1 error
      undeclared-call  1
      for what a rule checks and what to do, run cargo stateline explain
        undeclared-call

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
}

#[test]
fn quiet_says_nothing_of_a_kept_map() {
    let ended = Workspace::kept().run(&["check", "--quiet"]);
    assert_eq!((ended.code, ended.out.as_str(), ended.err.as_str()), (Some(0), "", ""));
}

#[test]
fn runs_as_cargos_subcommand_too() {
    let workspace = Workspace::kept();
    assert_eq!(workspace.run(&["stateline", "check"]).all(), workspace.run(&["check"]).all());
}

#[test]
fn runs_from_below_the_root_and_from_elsewhere() {
    let workspace = Workspace::broken();
    let here = workspace.run(&["check"]);
    let below = workspace.run_in(&workspace.path("ledger/src"), &["check"]);
    assert_eq!(below.all(), here.all());
    let elsewhere = Workspace::empty();
    let manifest = workspace.path("Cargo.toml").display().to_string();
    let there = workspace.run_in(&elsewhere.root(), &["check", "--manifest-path", &manifest]);
    assert_eq!(there.all(), here.all());
}

#[test]
fn an_exception_tolerates_until_its_last_day() {
    let workspace = Workspace::broken();
    workspace.write(
        "stateline.exceptions.yaml",
        "stateline: 1\nexceptions:\n  - edge: payments -> ledger::set_balance\n    reason: the old way\n    owner: ada\n    until: 2026-12-31\n",
    );
    let held = workspace.run(&["check", "--as-of", "2026-12-31"]);
    assert_eq!(held.code, Some(0), "{}", held.all());
    assert!(held.out.contains("2026-12-31"), "{}", held.out);
    let ended = workspace.run(&["check", "--as-of", "2027-01-01"]);
    assert_eq!(ended.code, Some(1), "{}", ended.all());
    assert!(ended.out.contains("expired-exception"), "{}", ended.out);
}

#[test]
fn colour_only_when_asked_or_on_a_terminal() {
    let workspace = Workspace::broken();
    assert!(!workspace.run(&["check"]).out.contains('\u{1b}'));
    assert!(workspace.run(&["check", "--color", "always"]).out.contains("\u{1b}["));
    assert!(!workspace.run(&["check", "--color", "never"]).out.contains('\u{1b}'));
}

#[test]
fn every_format_ends_alike() {
    let workspace = Workspace::broken();
    for format in formats() {
        let ended = workspace.run(&["check", "--format", &format]);
        assert_eq!(ended.code, Some(1), "{format}: {}", ended.all());
        assert!(ended.out.contains("undeclared-call"), "{format}: {}", ended.out);
        assert_eq!(ended.err, "", "{format}");
    }
}

#[test]
fn the_report_goes_to_a_file() {
    let workspace = Workspace::broken();
    let ended = workspace.run(&["check", "--format", "json", "--output", "report.json"]);
    assert_eq!((ended.code, ended.out.as_str()), (Some(1), ""));
    let report: serde_json::Value = serde_json::from_str(&workspace.read("report.json")).expect("it is JSON");
    assert_eq!(report["outcome"], "findings");
}

#[test]
fn rustc_messages_name_their_package_and_target() {
    let workspace = Workspace::broken();
    let out = workspace.run(&["check", "--format", "rustc"]).out;
    let messages = messages(&out);
    let [Message::CompilerMessage(message), Message::BuildFinished(finished)] = messages.as_slice() else {
        panic!("{out}")
    };
    assert!(message.package_id.repr.contains("payments"), "{out}");
    assert_eq!((message.target.name.as_str(), message.target.is_lib()), ("payments", true));
    assert_eq!(message.message.spans[0].file_name, "payments/src/lib.rs");
    assert_eq!(message.message.spans[0].line_start, 3);
    assert!(!finished.success);
}

#[test]
fn rustc_messages_tell_of_a_wrong_map_too() {
    let workspace = Workspace::kept();
    workspace.write("stateline.yaml", MAP.replace("owns", "own"));
    let ended = workspace.run(&["check", "--format", "rustc"]);
    assert_eq!(ended.code, Some(2), "{}", ended.all());
    let messages = messages(&ended.out);
    let Some(Message::CompilerMessage(message)) = messages.first() else { panic!("{}", ended.out) };
    assert!(!message.package_id.repr.is_empty(), "{}", ended.out);
    assert_eq!(message.message.spans[0].file_name, "stateline.yaml");
}

/// As rust-analyzer reads them.
fn messages(out: &str) -> Vec<Message> {
    let read = Message::parse_stream(out.as_bytes()).map(|message| message.expect("each line can be read"));
    let read: Vec<_> = read.collect();
    assert!(read.iter().all(|message| !matches!(message, Message::TextLine(_))), "{out}");
    read
}

#[test]
fn the_compilers_messages_come_first_when_asked_for() {
    let workspace = Workspace::broken();
    workspace
        .write("ledger/src/lib.rs", "pub fn load_account(amount: u64) {}\npub fn set_balance(_: u64) {}\n");
    let out = workspace.run(&["check", "--format", "rustc", "--with-cargo-check"]).out;
    let at = |what: &str| out.find(what).unwrap_or_else(|| panic!("no {what} in {out}"));
    assert!(at("unused_variables") < at("undeclared-call"), "{out}");
    assert_eq!(out.matches("build-finished").count(), 1, "{out}");
    assert!(out.trim_end().ends_with(r#""success":false}"#), "{out}");
}

#[test]
fn another_map_and_other_exceptions_may_be_named() {
    let workspace = Workspace::without_map();
    workspace.write("maps/ours.yaml", MAP);
    let ended = workspace.run(&["check", "--map", "maps/ours.yaml"]);
    assert_eq!(ended.code, Some(0), "{}", ended.all());
    let missing = workspace.run(&["check", "--map", "maps/ours.yaml", "--exceptions", "none.yaml"]);
    assert_eq!(missing.code, Some(2), "{}", missing.all());
    assert!(missing.err.contains("none.yaml"), "{}", missing.err);
}

#[test]
fn places_in_a_map_elsewhere_are_found_again() {
    let workspace = Workspace::broken();
    workspace.write("maps/ours.yaml", workspace.read("stateline.yaml"));
    for map in ["stateline.yaml", "./maps/ours.yaml", "maps/../maps/ours.yaml"] {
        let out = workspace.run(&["check", "--map", map]).out;
        assert!(out.contains("------ `payments` may call load_account of `ledger`"), "{map}: {out}");
    }
    let elsewhere = Workspace::empty();
    elsewhere.write("m.yaml", workspace.read("stateline.yaml"));
    let out = workspace.run(&["check", "--map", &elsewhere.path("m.yaml").display().to_string()]).out;
    assert!(out.contains("------ `payments` may call load_account of `ledger`"), "{out}");
}

#[test]
fn a_context_may_stand_beside_its_code() {
    let workspace = Workspace::without_map();
    let part = "stateline: 1\ncontext: payments\nowns: [payments]\ncalls: { ledger: [load_account] }\n";
    workspace.write("payments/stateline.context.yaml", part);
    let map = "stateline: 1\ncontexts:\n  payments: { file: payments/stateline.context.yaml }\n  ledger: { owns: [ledger] }\n";
    workspace.write("stateline.yaml", map);
    let ended = workspace.run(&["check"]);
    assert_eq!(ended.code, Some(0), "{}", ended.all());
    workspace.write("payments/src/lib.rs", super::workspace::CROSSING);
    let ended = workspace.run(&["check"]);
    assert!(ended.out.contains("::: payments/stateline.context.yaml:4:10"), "{}", ended.out);
}

#[cfg(unix)]
#[test]
fn a_file_that_two_contexts_hold_by_a_link_is_told() {
    let workspace = Workspace::kept();
    workspace.write("ledger/src/lib.rs", "mod money;\npub fn load_account(_: u64) {}\n");
    workspace.write("ledger/src/money.rs", "struct Money;\n");
    workspace.write("payments/src/lib.rs", "mod money;\npub fn pay() {\n    ledger::load_account(3);\n}\n");
    let link = workspace.path("payments/src/money.rs");
    std::os::unix::fs::symlink("../../ledger/src/money.rs", link).expect("links can be made");
    let ended = workspace.run(&["check"]);
    assert_eq!(ended.code, Some(1), "{}", ended.all());
    for told in [
        "error[overlapping-ownership]: the file `ledger/src/money.rs` belongs to both",
        "payments/src/money.rs:1:1",
    ] {
        assert!(ended.out.contains(told), "{}", ended.out);
    }
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    use std::process::{Command, Stdio};
    let workspace = Workspace::broken();
    let mut child = Command::new(env!("CARGO_BIN_EXE_cargo-stateline"))
        .current_dir(workspace.root())
        .arg("check")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command can be run");
    drop(child.stdout.take());
    let ended = child.wait_with_output().expect("it ends");
    assert_eq!(ended.status.code(), Some(1));
    assert_eq!(String::from_utf8_lossy(&ended.stderr), "");
}

#[test]
fn a_full_disk_is_a_failure() {
    if !std::path::Path::new("/dev/full").exists() {
        return;
    }
    let ended = Workspace::kept().run(&["check", "--output", "/dev/full"]);
    assert_eq!(ended.code, Some(2), "{}", ended.all());
}
