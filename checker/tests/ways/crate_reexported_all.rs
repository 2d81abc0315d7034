//! Our macros through a crate of the user's own, and a step that writes a file.
//@ finds side-effect-in-step
/*--- kernel/src/lib.rs
//! What everybody uses.
pub use stateline;
pub use stateline::{message as mail, operation as op, process as chain, step as stage};
---*/
#[kernel::mail(topic = "payout.blocked", crate = kernel::stateline)]
#[derive(serde::Serialize, serde::Deserialize)]
pub struct Blocked {
    pub x: u64,
}
#[kernel::stage(process = "p", calls(ledger::load_account), publishes(Blocked), crate = kernel::stateline)]
pub async fn one(
    data: u64,
    ctx: &impl OneCtx,
) -> kernel::stateline::Outcome<u64, Box<dyn std::error::Error + Send + Sync>> {
    let _ = std::fs::write("x", "y");
    ctx.load_account(ledger::ConsumerId(1), ledger::Amount(1)).await??;
    kernel::stateline::Publish::publish(ctx, Blocked { x: 1 }).await?;
    Ok(kernel::stateline::Next(data))
}
#[kernel::stage(process = "p", crate = kernel::stateline)]
pub fn two(data: u64) -> kernel::stateline::Flow<u64> {
    let _ = std::fs::write("x", "y");
    if data == 0 { kernel::stateline::Wait } else { kernel::stateline::Next(data) }
}
kernel::chain!(pub p, crate = kernel::stateline);
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
