//! The four steps, in order, and what undoes the last.

use super::{Compliance, Order, Rejected, Request, Transferred, Unloaded};
use crate::{Blocked, Reason, bank};
use compliance_messages::Decision;
use ledger::Amount;
use screening::Verdict;
use stateline::{Next, Outcome, Wait, compensation, step};

/// From this amount on, a person decides.
pub const THRESHOLD: Amount = Amount::cents(1_000_000);

/// Takes the money out of the sender's account, so that it can be spent only once.
#[step(process = "payout", calls(ledger::unload_account))]
pub async fn unload_account(request: Request, ctx: &impl UnloadAccountCtx) -> Outcome<Unloaded, Rejected> {
    ctx.unload_account(request.transaction, request.sender.consumer, request.amount).await??;
    Ok(Next(Unloaded { request }))
}

/// Looks for every reason to block, so that lifting one never hides another.
#[step(process = "payout", calls(screening::screen), publishes(Blocked))]
pub async fn screen_sanctions(
    data: Unloaded,
    ctx: &impl ScreenSanctionsCtx,
) -> Outcome<Compliance, Rejected> {
    let Request { transaction, sender, beneficiary, amount } = data.request;
    let consumer = sender.consumer;
    let mut reasons = Vec::new();
    if ctx.screen(sender.name).await?? == Verdict::Hit {
        reasons.push(Reason::Sender);
    }
    if ctx.screen(beneficiary.clone()).await?? == Verdict::Hit {
        reasons.push(Reason::Beneficiary);
    }
    if amount >= THRESHOLD {
        reasons.push(Reason::Threshold);
    }
    if !reasons.is_empty() {
        ctx.publish(Blocked { transaction, consumer, amount, reasons: reasons.clone() }).await?;
    }
    let (sender, payee, beneficiary, threshold) = (None, beneficiary, None, None);
    Ok(Next(Compliance { transaction, consumer, payee, amount, reasons, sender, beneficiary, threshold }))
}

/// Waits while any reason to block is open, and gives the money back when one is confirmed.
#[step(process = "payout", calls(ledger::load_account, ledger::transaction_amount))]
pub async fn possible_revert(data: Compliance, ctx: &impl PossibleRevertCtx) -> Outcome<Order, Rejected> {
    match data.decision() {
        None => Ok(Wait),
        Some(Decision::Approved) => Ok(Next(data.order())),
        Some(Decision::Rejected) => {
            let amount = ctx.transaction_amount(data.transaction).await??;
            ctx.load_account(data.transaction, data.consumer, amount).await??;
            Err(Rejected::ByCompliance)
        }
    }
}

/// Asks the bank. From here on the money is out of our hands.
#[step(process = "payout", calls(bank::transfer))]
pub async fn start_transfer(order: Order, ctx: &impl StartTransferCtx) -> Outcome<Transferred, Rejected> {
    let Order { transaction, beneficiary, amount } = order;
    ctx.transfer(transaction, beneficiary, amount).await??;
    Ok(Next(Transferred { transaction }))
}

/// Undoes [`start_transfer`].
#[compensation(process = "payout", calls(bank::recall))]
pub async fn reverse_transfer(order: Order, ctx: &impl ReverseTransferCtx) -> Result<(), Rejected> {
    Ok(ctx.recall(order.transaction).await??)
}

#[cfg(test)]
mod tests;
