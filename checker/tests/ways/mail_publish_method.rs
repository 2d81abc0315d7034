//! Main code of payments publishes compliance's decision.
//@ finds undeclared-publish
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
#[step(process = "p", calls(ledger::load_account), publishes(Blocked))]
pub async fn two(data: u64, ctx: &impl TwoCtx) -> Outcome<u64, Bad> {
    if data == 0 {
        return Ok(stateline::Flow::until(std::time::Duration::from_secs(1)));
    }
    ctx.load_account(ledger::ConsumerId(1), ledger::Amount(1)).await??;
    ctx.publish(Blocked { x: 1 }).await?;
    Ok(Next(data))
}
process!(pub p);
use stateline::Publish;
pub async fn go(live: &stateline::Live<()>) {
    let _ = live.publish(compliance::Decided { approved: true }).await;
}

/*--- stateline.yaml
stateline: 1
contexts:
  payments: { owns: [payments], calls: { ledger: [load_account] }, publishes: [payout.blocked] }
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
