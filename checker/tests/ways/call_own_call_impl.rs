//! An environment of one's own that answers calls by Handle.
//@ finds
//@ map two_steps
#[stateline::message(topic = "payout.blocked")]
#[derive(serde::Serialize, serde::Deserialize)]
pub struct Blocked {
    pub x: u64,
}
use stateline::{CallError, Next, Outcome, Wait, operation, process, step};
type Bad = Box<dyn std::error::Error + Send + Sync>;
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
mod away {
    pub struct Own;
    impl stateline::Calls<ledger::load_account::Request> for Own {
        async fn call(
            &self,
            o: ledger::load_account::Request,
        ) -> Result<Result<(), ledger::LedgerError>, stateline::CallError> {
            Ok(stateline::Handle::handle(o, &Desk { db: ledger::Db }, &stateline::Call::keyed("own")).await)
        }
    }
    #[derive(stateline::Environment)]
    struct Desk {
        db: ledger::Db,
    }
}
#[step(process = "p")]
pub async fn one(d: u64) -> Result<u64, Bad> {
    use stateline::Calls as _;
    away::Own
        .call(ledger::load_account::Request { consumer: ledger::ConsumerId(1), amount: ledger::Amount(1) })
        .await??;
    Ok(d)
}
