//! What cannot be undone, in a step that nothing compensates.
//@ map: uncompensated
//@ checker: irreversible-without-compensation

use stateline::{CallError, step};

// An operation that cannot be undone.
#[step(process = "payout", calls(screening::send))]
pub async fn start_transfer(name: String, ctx: &impl StartTransferCtx) -> Result<String, CallError> {
    ctx.send(name.clone()).await?;
    Ok(name)
}

// The map itself says it.
#[step(process = "payout")]
pub fn close(name: String) -> String {
    name
}
