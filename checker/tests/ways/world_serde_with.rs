//! Deserialize of the step's data reads the environment.
//@ finds side-effect-in-step
//@ map two_steps
mod data {
    pub struct D(pub u64);
    impl serde::Serialize for D {
        fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
            s.serialize_u64(self.0)
        }
    }
    impl<'de> serde::Deserialize<'de> for D {
        fn deserialize<X: serde::Deserializer<'de>>(d: X) -> Result<Self, X::Error> {
            let x: u64 = serde::Deserialize::deserialize(d)?;
            Ok(D(x + std::env::vars().count() as u64))
        }
    }
}
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
#[step(process = "p")]
pub fn one(d: data::D) -> u64 {
    d.0
}
