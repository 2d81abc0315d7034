//! It awaits a message none of whose fields its data has: it can never be filled.
//@ finds
#[stateline::message(topic = "payout.blocked")]
#[derive(serde::Serialize, serde::Deserialize)]
pub struct Blocked {
    pub x: u64,
}
use stateline::{CallError, Next, Outcome, Wait, operation, process, step};
type Bad = Box<dyn std::error::Error + Send + Sync>;
#[step(process = "p", calls(ledger::load_account), publishes(Blocked))]
pub async fn one(data: u64, ctx: &impl OneCtx) -> Outcome<u64, Bad> {
    ctx.load_account(ledger::ConsumerId(1), ledger::Amount(1)).await??;
    ctx.publish(Blocked { x: 1 }).await?;
    Ok(Next(data))
}
process!(pub p);
#[derive(serde::Serialize, serde::Deserialize)]
pub struct Open {
    pub n: u64,
    pub other: Option<bool>,
}
#[step(process = "p")]
pub fn two(d: u64) -> Outcome<u64, Bad> {
    if d == 0 { Ok(Wait) } else { Ok(Next(d)) }
}

/*--- stateline.yaml
stateline: 1
contexts:
  payments: { owns: [payments], calls: { ledger: [load_account] }, publishes: [payout.blocked], subscribes: [compliance.decided] }
  ledger: { owns: [ledger], exports: [Amount, ConsumerId, Db, LedgerError] }
  screening: { owns: [screening] }
  compliance: { owns: [compliance], publishes: [compliance.decided], subscribes: [payout.blocked] }
topics:
  payout.blocked: { message: payments::Blocked, ack: { within: 1h, by: [compliance] } }
  compliance.decided: { message: compliance::Decided, ack: { within: 1h, by: [payments] } }
processes:
  p: { context: payments, version: 1, steps: [one, { step: two, awaits: compliance.decided }] }
  audit: { context: compliance, version: 1, steps: [look] }
---*/
