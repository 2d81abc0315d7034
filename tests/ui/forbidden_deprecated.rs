//! What runs a deprecated function is derived, and no use of it: a crate may forbid those.
//@ compiles
#![forbid(deprecated, missing_docs, dead_code, unreachable_pub, unused, nonstandard_style)]

/// All that is old.
pub mod steps {
    use stateline::{Call, CallError, Done, Inquiry, Key, compensation, operation, step};

    /// Tells.
    #[operation(effect = "read")]
    #[deprecated = "ask `told`"]
    pub fn old(amount: u64) -> u64 {
        amount
    }

    /// Pays.
    #[deprecated]
    #[operation(effect = "write", rehearse = would_pay, inquiry = paid)]
    pub async fn pay(db: &ledger::Db, call: &Call, amount: u64) -> u64 {
        let _ = (db, call);
        amount
    }

    async fn would_pay(_: &ledger::Db, _: &Call, amount: u64) -> u64 {
        amount
    }

    #[deprecated(since = "1.0.0", note = "nobody asks")]
    #[operation(effect = "read")]
    pub(crate) fn paid(_key: Key) -> Inquiry<u64> {
        Inquiry::Unknown
    }

    #[operation(effect = "read")]
    pub(crate) fn told(amount: u64) -> u64 {
        amount
    }

    #[step(process = "payout", calls(told))]
    #[deprecated = "it is not begun any more"]
    pub(crate) async fn unload(amount: u64, ctx: &impl UnloadCtx) -> Result<u64, CallError> {
        ctx.told(amount).await
    }

    #[step(process = "payout")]
    #[deprecated]
    pub(super) fn screen_sanctions(amount: &u64) -> u64 {
        *amount
    }

    #[step(process = "payout")]
    pub(crate) fn start_transfer(amount: u64) -> u64 {
        amount
    }

    #[compensation(process = "payout")]
    #[deprecated]
    pub(crate) fn reverse_transfer(_: u64, done: Done<u64>) {
        let _ = done;
    }

    /// Hears.
    #[stateline::receives("compliance.decided")]
    #[deprecated]
    pub fn decided(message: compliance::Decided) {
        let _ = message;
    }

    stateline::process!(pub(crate) payout);
}

/// Runs.
pub async fn run(db: ledger::Db) -> usize {
    steps::payout::<stateline::World<ledger::Db>>().steps(1).count() + size_of_val(&db)
}
