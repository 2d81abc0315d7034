//! Compensations that are told what the step has done.
//@ map: done
//@ compiles

use stateline::{CallError, Done, compensation, process, step};

#[step(process = "payout")]
pub fn book(amount: u64) -> String {
    amount.to_string()
}

#[step(process = "payout", calls(ledger::unload_account))]
pub async fn send(number: String, ctx: &impl SendCtx) -> Result<u64, CallError> {
    let _ = ctx.unload_account(ledger::ConsumerId(1), ledger::Amount(1)).await?;
    Ok(number.len() as u64)
}

/// Without a ctx.
#[compensation(process = "payout")]
pub fn cancel(amount: &u64, done: Done<String>) {
    let _ = (amount, done);
}

/// With one.
#[compensation(process = "payout", calls(ledger::load_account))]
pub async fn recall(
    number: String,
    done: stateline::Done<u64>,
    ctx: &impl RecallCtx,
) -> Result<(), CallError> {
    if let Done::Ended(_) = done {
        let _ = (number, ctx.load_account(ledger::ConsumerId(1), ledger::Amount(1)).await?);
    }
    Ok(())
}

process!(pub payout);
