//! A step gets a handle to the world with its data, by a type whose Deserialize opens it.
//@ finds side-effect-in-step
//@ map two_steps
mod data {
    use serde::{Deserialize, Serialize};
    pub struct File(pub Option<std::fs::File>);
    impl Serialize for File {
        fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
            s.serialize_unit()
        }
    }
    impl<'de> Deserialize<'de> for File {
        fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
            <()>::deserialize(d)?;
            Ok(File(std::fs::File::create("x").ok()))
        }
    }
    #[derive(Serialize, Deserialize)]
    pub struct In {
        pub x: u64,
        pub file: File,
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
pub fn one(d: data::In) -> u64 {
    use std::io::Write as _;
    if let Some(mut file) = d.file.0 {
        let _ = file.write_all(b"y");
    }
    d.x
}
