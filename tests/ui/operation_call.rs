//! An operation that is told which call it is, and one that tells what became of it.
//@ compiles

use stateline::{Call, CallError, Inquiry, Key, operation, step};

#[derive(stateline::Environment)]
pub struct Bank;

/// The call comes wherever it stands, and by whatever path.
#[operation(effect = "write", rehearse = would_send, inquiry = status, idempotent_for = "24h")]
pub async fn send(call: &Call, _: &Bank, amount: u64) -> u64 {
    let _ = call.key();
    amount
}

async fn would_send(_: &stateline::Call, _: &Bank, amount: u64) -> u64 {
    amount
}

#[operation(effect = "read")]
pub fn status(_: &Bank, key: Key) -> Inquiry<u64> {
    let _ = key;
    Inquiry::NotDone
}

#[operation(effect = "irreversible", rehearse = nothing, inquiry = by::key)]
pub fn stamp(amount: u64, call: &stateline::Call) {
    let _ = (amount, call);
}

fn nothing(_: u64, _: &Call) {}

mod by {
    /// What takes more than a key is no inquiry, and what borrows nothing may be one.
    #[stateline::operation(effect = "read")]
    pub async fn key(key: stateline::Key) -> stateline::Inquiry<()> {
        let _ = key;
        stateline::Inquiry::Unknown
    }

    #[stateline::operation(effect = "read")]
    pub fn two(key: stateline::Key, other: stateline::Key) -> bool {
        key == other
    }
}

#[step(process = "refund", calls(send, by::two))]
pub async fn load(amount: u64, ctx: &impl LoadCtx) -> Result<u64, CallError> {
    ctx.send(amount).await
}

pub fn known() {
    use stateline::Operation;
    assert_eq!(send::Request::INQUIRY, Some("status"));
    assert_eq!(send::Request::IDEMPOTENT_FOR, Some(std::time::Duration::from_secs(86_400)));
    assert_eq!((stamp::Request::INQUIRY, by::two::Request::INQUIRY), (Some("key"), None));
}
