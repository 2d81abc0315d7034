//! A thread local.
//@ finds side-effect-in-step
//@ map one_step

#[stateline::message(topic = "payout.blocked")]
#[derive(serde::Serialize, serde::Deserialize)]
pub struct Blocked {
    pub x: u64,
}

#[stateline::step(process = "p", calls(ledger::load_account), publishes(Blocked))]
pub async fn one(
    data: u64,
    ctx: &impl OneCtx,
) -> stateline::Outcome<u64, Box<dyn std::error::Error + Send + Sync>> {
    let _ = (
        ctx.load_account(ledger::ConsumerId(1), ledger::Amount(1)).await??,
        ctx.publish(Blocked { x: 1 }).await?,
    );
    if data == 0 {
        return Ok(stateline::Wait);
    }
    Ok(stateline::Next(other::work(data)))
}
stateline::process!(pub p);

mod other {
    thread_local! { static N: std::cell::Cell<u64> = const { std::cell::Cell::new(0) }; }
    pub fn work(d: u64) -> u64 {
        N.with(|n| {
            n.set(n.get() + d);
            n.get()
        })
    }
}
