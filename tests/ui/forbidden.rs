//! Derived code allows nothing, so that a crate may forbid what it likes.
//@ compiles
#![forbid(missing_docs, dead_code, deprecated, unreachable_pub, private_bounds, private_interfaces)]
#![forbid(unused, nonstandard_style, unnameable_types)]

/// All that a payout is made of.
mod steps {
    use ledger::LedgerError;
    use stateline::{CallError, Done, Failure, Next, Outcome, compensation, operation, step};

    /// Why it fails.
    #[derive(Debug, Failure)]
    pub(crate) enum Refused {
        /// The ledger's word.
        #[fail]
        Ledger(#[from] LedgerError),
        /// The seam's.
        Call(#[from] CallError),
    }

    impl std::fmt::Display for Refused {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            write!(f, "{self:?}")
        }
    }

    #[operation(effect = "read", rehearse = would_tell)]
    #[must_use = "it may be too much"]
    pub(crate) async fn told(amount: u64) -> u64 {
        amount
    }

    async fn would_tell(amount: u64) -> u64 {
        amount
    }

    #[step(process = "payout", calls(ledger::unload_account, told))]
    pub(crate) async fn unload(amount: u64, ctx: &impl UnloadCtx) -> Outcome<u64, Refused> {
        let _ = ctx.unload_account(ledger::ConsumerId(1), ledger::Amount(amount)).await??;
        Ok(Next(ctx.told(amount).await?))
    }

    #[step(process = "payout")]
    pub(super) fn screen_sanctions(amount: u64) -> u64 {
        amount
    }

    #[step(process = "payout", calls(screening::send))]
    pub(crate) async fn start_transfer(amount: u64, ctx: &impl StartTransferCtx) -> Result<u64, CallError> {
        ctx.send(String::new()).await?;
        Ok(amount)
    }

    #[compensation(process = "payout")]
    pub(crate) fn reverse_transfer(_: u64, done: Done<u64>) {
        let _ = done;
    }
}

use steps::{reverse_transfer, screen_sanctions, start_transfer, unload};

stateline::process!(pub payout);

/// What others may call.
pub mod offered {
    /// Nobody calls it here.
    #[stateline::operation(effect = "read")]
    pub fn balance(db: &ledger::Db) -> u64 {
        std::mem::size_of_val(db) as u64
    }
}

/// Lends.
#[derive(stateline::Environment)]
pub struct Desk {
    lists: screening::Lists,
    db: ledger::Db,
}

/// Runs.
pub async fn run(desk: Desk) -> usize {
    let chain = payout::<stateline::World<Desk>>();
    let _ = stateline::World::live(desk);
    chain.steps(1).count()
}
