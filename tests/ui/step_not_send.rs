//! Steps that hold what must not go to another thread, while they wait for an answer.
//@ compiler alone

use stateline::{CallError, step};
use std::rc::Rc;
use std::sync::Mutex;

#[step(process = "refund", calls(ledger::load_account))]
pub async fn load(amount: u64, ctx: &impl LoadCtx) -> Result<u64, CallError> {
    let shared = Rc::new(amount);
    let _ = ctx.load_account(ledger::ConsumerId(1), ledger::Amount(*shared)).await?;
    Ok(*shared)
}

#[step(process = "payout", calls(ledger::unload_account))]
pub async fn unload(amount: u64, ctx: &impl UnloadCtx) -> Result<u64, CallError> {
    let held = Mutex::new(amount);
    let guard = held.lock().expect("nobody else has it");
    let _ = ctx.unload_account(ledger::ConsumerId(1), ledger::Amount(*guard)).await?;
    Ok(*guard)
}
