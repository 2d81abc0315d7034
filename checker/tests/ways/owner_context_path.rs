//! A module by #[path], of another context than its file looks like.
//@ holds
#[path = "front/inner.rs"]
pub mod back;
pub mod front;
/*--- payments/src/front.rs
pub fn nothing() {}
---*/
/*--- payments/src/front/inner.rs
#[stateline::step(process = "p", calls(ledger::load_account))]
pub async fn one(d: u64, ctx: &impl OneCtx) -> Result<u64, Box<dyn std::error::Error + Send + Sync>> { ctx.load_account(ledger::ConsumerId(1), ledger::Amount(1)).await??; Ok(d) }
stateline::process!(pub p);
---*/
/*--- stateline.yaml
stateline: 1
contexts:
  front: { owns: ["payments::front"], within: back }
  back: { owns: ["payments"], calls: { ledger: [load_account] }, subscribes: [compliance.decided] }
  ledger: { owns: [ledger], exports: [Amount, ConsumerId, Db, LedgerError] }
  screening: { owns: [screening], subscribes: [compliance.decided] }
  compliance: { owns: [compliance], publishes: [compliance.decided] }
topics:
  compliance.decided: { message: compliance::Decided, ack: { within: 1h, by: [back] } }
processes:
  p: { context: back, version: 1, steps: [one] }
  audit: { context: compliance, version: 1, steps: [look] }
---*/
