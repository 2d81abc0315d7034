use super::*;
use crate::finding::{Finding, Level, Place};
use crate::report::diagnostic::Diagnosed;
use crate::report::{Entry, Sources};

const CODE: &str = "async fn revert(ledger: &Ledger) {\n\tledger::set_balance(consumer, amount).await?; // and a long comment that no narrow terminal \u{1b}[31mcan hold\n}\n";
const MAP: &str =
    "stateline: 1\ncontexts:\n  payments:\n    calls:\n      ledger: [load_account, unload_account]\n";

fn place(path: &str, text: &str, at: &str, label: &str) -> Place {
    let start = text.find(at).expect("the fixture has it");
    Place { path: path.into(), span: start..start + at.len(), label: label.to_owned().into() }
}

fn undeclared_call() -> Finding {
    Finding {
        rule: "undeclared-call",
        level: Level::Error,
        message: "payments calls ledger::set_balance, which ledger does not offer".into(),
        places: vec![
            place("payments/src/payout.rs", CODE, "set_balance", "called here"),
            place(
                "stateline.yaml",
                MAP,
                "ledger",
                "payments may call load_account, unload_account of ledger",
            ),
        ],
        help: Some("call one of these, or ask the owners of ledger to offer set_balance".into()),
        edge: None,
    }
}

fn shown(finding: &Finding, style: TextStyle) -> String {
    let sources = Sources::new(|path| match path {
        "stateline.yaml" => Some(MAP.to_owned()),
        "payments/src/payout.rs" => Some(CODE.to_owned()),
        _ => None,
    });
    render(&Diagnosed::new(&Entry::from(finding), &sources), &style)
}

#[test]
fn both_ends_at_three_widths() {
    insta::assert_snapshot!(shown(&undeclared_call(), TextStyle::plain(140)), @r"
    error[undeclared-call]: payments calls ledger::set_balance, which ledger does not offer
     --> payments/src/payout.rs:2:10
      |
    2 |     ledger::set_balance(consumer, amount).await?; // and a long comment that no narrow terminal ␛[31mcan hold
      |             ^^^^^^^^^^^ called here
      |
     ::: stateline.yaml:5:7
      |
    5 |       ledger: [load_account, unload_account]
      |       ------ payments may call load_account, unload_account of ledger
      |
      = help: call one of these, or ask the owners of ledger to offer set_balance
    ");
    insta::assert_snapshot!(shown(&undeclared_call(), TextStyle::plain(80)), @r"
    error[undeclared-call]: payments calls ledger::set_balance, which ledger does
                            not offer
     --> payments/src/payout.rs:2:10
      |
    2 |     ledger::set_balance(consumer, amount).await?; // and a long comment t...
      |             ^^^^^^^^^^^ called here
      |
     ::: stateline.yaml:5:7
      |
    5 |       ledger: [load_account, unload_account]
      |       ------ payments may call load_account, unload_account of ledger
      |
      = help: call one of these, or ask the owners of ledger to offer
              set_balance
    ");
    insta::assert_snapshot!(shown(&undeclared_call(), TextStyle::plain(40)), @r"
    error: payments calls
           ledger::set_balance, which ledger
           does not offer
     --> payments/src/payout.rs:2:10
      |
    2 | ...r::set_balance(consumer, amoun...
      |       ^^^^^^^^^^^ called here
      |
     ::: stateline.yaml:5:7
      |
    5 |       ledger: [load_account, unlo...
      |       ------
      |
      = payments may call load_account,
        unload_account of ledger
      = help: call one of these, or ask
              the owners of ledger to
              offer set_balance
      = rule: undeclared-call
    ");
}

#[test]
fn a_file_that_vanished_is_named_without_its_lines() {
    let mut finding = undeclared_call();
    finding.places[0].path = "payments/src/\u{1b}gone.rs".into();
    insta::assert_snapshot!(shown(&finding, TextStyle::plain(80)), @r"
    error[undeclared-call]: payments calls ledger::set_balance, which ledger does
                            not offer
      |
      = note: payments/src/␛gone.rs: called here
     --> stateline.yaml:5:7
      |
    5 |       ledger: [load_account, unload_account]
      |       ------ payments may call load_account, unload_account of ledger
      |
      = help: call one of these, or ask the owners of ledger to offer
              set_balance
    ");
}

#[test]
fn places_in_one_file_share_a_snippet() {
    let mut finding = undeclared_call();
    finding.places.insert(1, place("payments/src/payout.rs", CODE, "Ledger", "of this ledger"));
    insta::assert_snapshot!(shown(&finding, TextStyle::plain(80)), @r"
    error[undeclared-call]: payments calls ledger::set_balance, which ledger does
                            not offer
     --> payments/src/payout.rs:2:10
      |
    1 | async fn revert(ledger: &Ledger) {
      |                          ------ of this ledger
    2 |     ledger::set_balance(consumer, amount).await?; // and a long comment t...
      |             ^^^^^^^^^^^ called here
      |
     ::: stateline.yaml:5:7
      |
    5 |       ledger: [load_account, unload_account]
      |       ------ payments may call load_account, unload_account of ledger
      |
      = help: call one of these, or ask the owners of ledger to offer
              set_balance
    ");
}

#[test]
fn colours_only_on_paper_that_takes_them() {
    let finding = undeclared_call();
    assert!(!shown(&finding, TextStyle::plain(80)).contains('\u{1b}'));
    let colored = shown(&finding, TextStyle { width: 80, color: true });
    assert!(colored.contains("\u{1b}["));
    assert!(!colored.contains("\u{1b}[31mcan hold"), "the source's own escape sequence got through");
}

#[test]
fn many_places_are_counted_not_shown() {
    let mut finding = undeclared_call();
    finding.places.extend(vec![place("payments/src/payout.rs", CODE, "Ledger", ""); 20]);
    assert!(shown(&finding, TextStyle::plain(80)).contains("6 more places; `--format json` has them all"));
    let (from, to, item) = ("payments".into(), "ledger".into(), "ledger::set_balance".into());
    finding.edge = Some(crate::finding::Edge { from, to, item });
    assert!(
        shown(&finding, TextStyle::plain(80)).contains("19 more places: cargo stateline explain payments")
    );
}

#[test]
fn a_long_line_is_cut_around_its_mark_and_keeps_its_place() {
    let code = format!("fn a() {{}}\n{} ledger::set_balance(); {}\n", "a;".repeat(500), "b;".repeat(500));
    let mut finding = undeclared_call();
    finding.places[0] = place("long.rs", &code, "set_balance", "called here");
    finding.places.push(place("long.rs", &code, "fn", "in this file"));
    for color in [false, true] {
        let sources = Sources::new(|path| Some(if path == "long.rs" { &*code } else { MAP }.to_owned()));
        let style = TextStyle { width: 80, color };
        let text = render(&Diagnosed::new(&Entry::from(&finding), &sources), &style);
        assert!(text.contains("long.rs:2:1010") && text.contains("long.rs:1:1"), "{text}");
        assert!(text.lines().all(|line| line.len() < 400 && !is_bare_origin(line)), "{text}");
    }
}
