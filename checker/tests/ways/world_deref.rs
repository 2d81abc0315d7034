//! Deref impl.
//@ finds side-effect-in-step

#[stateline::message(topic = "payout.blocked")]
#[derive(serde::Serialize, serde::Deserialize)]
pub struct Blocked {
    pub x: u64,
}

#[stateline::step(process = "p", calls(ledger::load_account), publishes(Blocked))]
pub async fn one(
    data: u64,
    ctx: &impl OneCtx,
) -> stateline::Outcome<u64, Box<dyn std::error::Error + Send + Sync>> {
    let _ = (
        ctx.load_account(ledger::ConsumerId(1), ledger::Amount(1)).await??,
        ctx.publish(Blocked { x: 1 }).await?,
    );
    if data == 0 {
        return Ok(stateline::Wait);
    }
    Ok(stateline::Next(other::work(data)))
}
stateline::process!(pub p);

mod other {
    struct G;
    impl std::ops::Deref for G {
        type Target = str;
        fn deref(&self) -> &str {
            let _ = std::fs::write("x", "y");
            "a"
        }
    }
    pub fn work(d: u64) -> u64 {
        d + G.len() as u64
    }
}

/*--- stateline.yaml
stateline: 1
contexts:
  payments: { owns: [payments], calls: { ledger: [load_account] }, publishes: [payout.blocked] }
  ledger: { owns: [ledger], exports: [Amount, ConsumerId, Db] }
  screening: { owns: [screening], subscribes: [compliance.decided] }
  compliance: { owns: [compliance], publishes: [compliance.decided], subscribes: [payout.blocked] }
topics:
  payout.blocked: { message: payments::Blocked, ack: { within: 1h, by: [compliance] } }
  compliance.decided: { message: compliance::Decided, ack: { within: 1h, by: [screening] } }
processes:
  p: { context: payments, version: 1, steps: [one] }
  audit: { context: compliance, version: 1, steps: [look] }
---*/
