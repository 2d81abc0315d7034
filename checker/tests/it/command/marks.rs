//! Operations with their effect, and steps with what they call, in the commands that list.

use super::workspace::Workspace;

const LEDGER: &str = r#"
pub struct Ledger;

#[stateline::operation(effect = "write", rehearse = pretend)]
pub async fn load_account(ledger: &Ledger, amount: u64) -> u64 {
    amount
}

pub async fn pretend(_: &Ledger, amount: u64) -> u64 {
    amount
}

#[stateline::operation(effect = "read")]
pub fn transaction_amount() -> u64 {
    3
}
"#;

const PAYMENTS: &str = r#"
#[stateline::message(topic = "payout.blocked")]
pub struct Blocked;

#[stateline::step(process = "payout", calls(ledger::load_account), publishes(Blocked))]
pub async fn pay(amount: u64, ctx: &impl PayCtx) -> stateline::Outcome<u64, stateline::CallError> {
    ctx.load_account(amount).await?;
    ctx.publish(Blocked).await?;
    Ok(stateline::Next(amount))
}
"#;

const MAP: &str = "\
stateline: 1
contexts:
  payments:
    owns: [payments]
    calls: { ledger: [load_account, transaction_amount] }
    publishes: [payout.blocked]
  ledger: { owns: [ledger] }
topics:
  payout.blocked: { message: payments::Blocked, ack: { within: 1h, by: [payments] } }
processes:
  payout: { context: payments, version: 1, steps: [pay] }
";

fn workspace() -> Workspace {
    let workspace = Workspace::without_map();
    workspace.write("stateline.yaml", MAP);
    for (name, source, needs) in
        [("ledger", LEDGER, ""), ("payments", PAYMENTS, "ledger = { path = \"../ledger\" }\n")]
    {
        // Nobody looks for the crate: it is not read.
        let package = format!("[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n");
        workspace.write(
            &format!("{name}/Cargo.toml"),
            format!("{package}\n[dependencies]\nstateline = \"0.1\"\n{needs}"),
        );
        workspace.write(&format!("{name}/src/lib.rs"), source);
    }
    workspace
}

#[test]
fn explain_tells_what_attributes_say() {
    let workspace = workspace();
    insta::assert_snapshot!(workspace.run(&["explain", "ledger::load_account"]).all(), @r"
    exit code: 0
    stdout:
    ledger::load_account is a function, at ledger/src/lib.rs:5:14
      owner           ledger, by stateline.yaml:7:20
      offered         yes: its owner exports it
      operation       write, rehearsed by ledger::pretend
      after a crash   the runner parks the instance: the operation has no `inquiry`
                      and no `idempotent_for`
      may be used by  payments: calls load_account, transaction_amount
      used by         payments: payments/src/lib.rs:7:9, payments/src/lib.rs:5:53
    ");
    insta::assert_snapshot!(workspace.run(&["explain", "payments::pay"]).all(), @r"
    exit code: 0
    stdout:
    payments::pay is a function, at payments/src/lib.rs:6:14
      owner           payments, by stateline.yaml:4:12
      offered         no: only its owner may use it
      step of         payout
      calls           ledger::load_account (write; a crash during the call parks the
                      instance)
      sends           payments::Blocked
      may name        ledger: calls load_account, transaction_amount
      publishes       payout.blocked
    ");
    insta::assert_snapshot!(workspace.run(&["explain", "payments::Blocked"]).all(), @r"
    exit code: 0
    stdout:
    payments::Blocked is a struct, at payments/src/lib.rs:3:12
      owner           payments, by stateline.yaml:4:12
      offered         yes: its owner exports it
      message on      payout.blocked
      may name        ledger: calls load_account, transaction_amount
      publishes       payout.blocked
    ");
    let object = workspace.run(&["explain", "payments::pay", "--format", "json"]).out;
    let object: serde_json::Value = serde_json::from_str(&object).expect("it is JSON");
    let said = &object["found"][0]["attributes"][0];
    assert_eq!(said["calls"][0]["effect"], "write", "{object}");
    assert_eq!(said["calls"][0]["after_crash"], "parks", "{object}");
}

#[test]
fn explain_tells_what_becomes_of_a_call_after_a_crash() {
    let workspace = workspace();
    let after = |effect: &str, more: &str| {
        let said = format!("effect = {effect:?}, rehearse = pretend{more}");
        let asked = "\n#[stateline::operation(effect = \"read\")]\npub fn asked(_: stateline::Key) -> stateline::Inquiry<u64> { stateline::Inquiry::NotDone }";
        let source = LEDGER.replace("effect = \"write\", rehearse = pretend", &said) + asked;
        workspace.write("ledger/src/lib.rs", source);
        let text = workspace.run(&["explain", "ledger::load_account"]).out;
        let told: Vec<&str> = text.lines().map(str::trim).collect();
        let from = told.iter().position(|line| line.starts_with("after a crash"));
        let line = from.map(|at| told[at..].iter().take_while(|line| !line.starts_with("may be")));
        let line = line.map(|lines| lines.copied().collect::<Vec<_>>().join(" "));
        let called = workspace.run(&["explain", "payments::pay"]).out.contains("parks the");
        (line.map(|line| line["after a crash".len()..].trim().to_owned()), called)
    };
    let told = |line: &str| Some(line.to_owned());
    assert_eq!(after("read", ""), (None, false));
    let again = told("the runner makes a call again with the same key, for 24h");
    assert_eq!(after("write", ", idempotent_for = \"24h\""), (again, false));
    let asks = || told("the runner asks ledger::asked what became of a call");
    assert_eq!(after("write", ", idempotent_for = \"24h\", inquiry = asked"), (asks(), false));
    assert_eq!(after("irreversible", ", inquiry = asked"), (asks(), false));
    let parks = told("the runner parks the instance: the operation has no `inquiry`");
    assert_eq!(after("irreversible", ""), (parks, true));
}

#[test]
fn explain_of_an_edge_and_unused_tell_effects() {
    let workspace = workspace();
    insta::assert_snapshot!(workspace.run(&["explain", "payments", "ledger"]).all(), @r#"
    exit code: 0
    stdout:
    payments -> ledger: 2 references to 1 item

    ledger::load_account (write)  2  permitted by stateline.yaml:5:23: `payments` may call `load_account` of `ledger`
      payments/src/lib.rs:5:53  #[stateline::step(process = "payout", calls(ledger:…
      payments/src/lib.rs:7:9  ctx.load_account(amount).await?;
    "#);
    insta::assert_snapshot!(workspace.run(&["list", "unused"]).all(), @r"
    exit code: 0
    stdout:
    `payments` is allowed to call `transaction_amount` of `ledger`, but never does
      stateline.yaml:5:37
    ");
}
