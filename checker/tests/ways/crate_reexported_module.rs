//! Our crate, reached as kernel::stateline.
//@ finds side-effect-in-step
/*--- kernel/src/lib.rs
pub use stateline;
---*/
use kernel::stateline::{Next, Outcome, Publish, Wait, message, process, step};
#[message(topic = "payout.blocked", crate = kernel::stateline)]
#[derive(serde::Serialize, serde::Deserialize)]
pub struct Blocked {
    pub x: u64,
}
#[step(process = "p", calls(ledger::load_account), publishes(Blocked), crate = kernel::stateline)]
pub async fn one(data: u64, ctx: &impl OneCtx) -> Outcome<u64, Box<dyn std::error::Error + Send + Sync>> {
    let _ = std::fs::write("x", "y");
    ctx.load_account(ledger::ConsumerId(1), ledger::Amount(1)).await??;
    ctx.publish(Blocked { x: 1 }).await?;
    Ok(Next(data))
}
#[step(process = "p", crate = kernel::stateline)]
pub fn two(data: u64) -> stateline::Flow<u64> {
    if data == 0 { Wait } else { Next(data) }
}
process!(pub p, crate = kernel::stateline);
/*--- stateline.yaml
stateline: 1
contexts:
  payments: { owns: [payments], calls: { ledger: [load_account] }, publishes: [payout.blocked] }
  kernel: { owns: [kernel], exports: ["*"] }
  ledger: { owns: [ledger], exports: [Amount, ConsumerId, Db, LedgerError] }
  screening: { owns: [screening], subscribes: [compliance.decided] }
  compliance: { owns: [compliance], publishes: [compliance.decided], subscribes: [payout.blocked] }
topics:
  payout.blocked: { message: payments::Blocked, ack: { within: 1h, by: [compliance] } }
  compliance.decided: { message: compliance::Decided, ack: { within: 1h, by: [screening] } }
processes:
  p: { context: payments, version: 1, steps: [one, two] }
  audit: { context: compliance, version: 1, steps: [look] }
---*/
