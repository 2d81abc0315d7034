//! A process with everything in it.
//@ compiles

mod steps {
    use ledger::{Amount, ConsumerId, LedgerError};
    use serde::{Deserialize, Serialize};
    use stateline::{CallError, Failure, Next, Outcome, compensation, message, step};
    use std::convert::Infallible;

    #[derive(Debug, Serialize, Deserialize)]
    pub struct Request {
        pub consumer: ConsumerId,
        pub amount: Amount,
    }

    #[derive(Debug, Serialize, Deserialize)]
    pub struct Unloaded(pub Request);

    #[derive(Debug, Serialize, Deserialize)]
    pub struct Order(pub String);

    #[derive(Debug, Failure)]
    pub enum Rejected {
        #[fail]
        Ledger(#[from] LedgerError),
        Call(#[from] CallError),
    }

    impl std::fmt::Display for Rejected {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            write!(f, "{self:?}")
        }
    }

    #[message(topic = "payout.blocked")]
    #[derive(Debug, Serialize, Deserialize)]
    pub struct Blocked {
        pub consumer: ConsumerId,
    }

    /// Takes the money out of the account.
    #[step(process = "payout", calls(ledger::unload_account))]
    pub async fn unload(request: Request, ctx: &impl UnloadCtx) -> Outcome<Unloaded, Rejected> {
        ctx.unload_account(request.consumer, request.amount).await??;
        Ok(Next(Unloaded(request)))
    }

    #[step(process = "payout", calls(screening::screen), publishes(Blocked))]
    pub async fn screen_sanctions<C: ScreenSanctionsCtx>(
        data: &Unloaded,
        ctx: &C,
    ) -> Result<Order, CallError> {
        ctx.screen("Viktor Krum".into()).await?;
        ctx.publish(Blocked { consumer: data.0.consumer }).await?;
        Ok(Order("Viktor Krum".into()))
    }

    #[step(process = "payout", calls(screening::send))]
    pub async fn start_transfer(order: Order, ctx: &impl StartTransferCtx) -> Outcome<u64, CallError> {
        ctx.send(order.0).await?;
        Ok(Next(1))
    }

    #[compensation(process = "payout", calls(ledger::load_account))]
    pub async fn reverse_transfer(order: Order, ctx: &impl ReverseTransferCtx) -> Result<(), Rejected> {
        let amount = Amount(order.0.len() as u64);
        Ok(ctx.load_account(ConsumerId(1), amount).await??)
    }

    #[step(process = "refund")]
    pub fn load(amount: Amount) -> Outcome<(), Infallible> {
        let _ = amount;
        Ok(Next(()))
    }
}

use steps::{load, reverse_transfer, screen_sanctions, start_transfer, unload};

stateline::process!(pub payout);
stateline::process!(pub refund);

#[derive(stateline::Environment)]
pub struct Desk {
    db: ledger::Db,
    lists: screening::Lists,
}

pub fn chain() -> stateline::Chain<steps::Request, stateline::World<Desk>> {
    payout()
}
