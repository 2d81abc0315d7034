//! Steps with type parameters, and ones whose ctx is asked for more than it is.
//@ checker: unknown-step

use stateline::{CallError, step};

#[step(process = "payout")]
pub fn unload<T>(amount: T) -> T {
    amount
}

#[step(process = "refund", calls(ledger::load_account))]
pub async fn load<T: Clone, C: LoadCtx>(amount: T, _ctx: &C) -> Result<T, CallError> {
    Ok(amount)
}

#[step(process = "payout", calls(ledger::load_account))]
pub async fn screen_sanctions<const N: usize>(
    _amount: [u8; N],
    _ctx: &impl ScreenSanctionsCtx,
) -> Result<u64, CallError> {
    Ok(1)
}

// This could ask what it is.
#[step(process = "payout", calls(ledger::load_account))]
pub async fn start_transfer<C: StartTransferCtx + 'static>(amount: u64, _ctx: &C) -> Result<u64, CallError> {
    Ok(amount)
}
