//! Operations by any name, among whatever else is called like what is derived or used by it.
//@ compiles
#![deny(warnings)]

/// An operation beside the type that it would be called like.
pub mod order {
    #[derive(serde::Serialize, serde::Deserialize)]
    pub struct Order(pub u64);

    #[stateline::operation(effect = "read")]
    pub fn order(amount: u64) -> Order {
        Order(amount)
    }
}

/// Names of which derived code has a use itself.
pub mod taken {
    pub struct Result;
    pub struct Option;
    pub struct Send;
    pub struct Sync;
    pub struct Sized;
    pub struct Future;
    pub struct Call;
    pub struct Request;
    pub mod core {}
    pub mod std {}

    #[stateline::operation(effect = "read")]
    pub fn peek(x: u64, env: u64, input: u64, to: u64, from: u64, about: u64, done: u64) -> u64 {
        x + env + input + to + from + about + done
    }

    #[stateline::operation(effect = "read")]
    pub fn überweisung_prüfen(größe: u64) -> u64 {
        größe
    }
}

/// Names of methods that everything has.
pub mod methods {
    #[stateline::operation(effect = "read")]
    pub fn clone(x: u64) -> u64 {
        x
    }

    #[stateline::operation(effect = "read")]
    pub fn handle(x: u64) -> u64 {
        x
    }

    #[stateline::operation(effect = "read")]
    pub fn rehearse(x: u64) -> u64 {
        x
    }

    #[stateline::operation(effect = "read")]
    pub fn into(x: u64) -> u64 {
        x
    }

    #[stateline::operation(effect = "read")]
    pub fn type_id(x: u64) -> u64 {
        x
    }
}

#[stateline::step(
    process = "refund",
    calls(
        order::order,
        taken::peek,
        taken::überweisung_prüfen,
        methods::clone,
        methods::handle,
        methods::rehearse,
        methods::into,
        methods::type_id,
    )
)]
pub async fn load(amount: u64, ctx: &impl LoadCtx) -> Result<u64, stateline::CallError> {
    let order::Order(mut amount) = ctx.order(amount).await?;
    amount += ctx.peek(1, 2, 3, 4, 5, 6, 7).await? + ctx.überweisung_prüfen(8).await?;
    amount += ctx.clone(1).await? + ctx.handle(2).await? + ctx.rehearse(3).await?;
    Ok(amount + ctx.into(4).await? + ctx.type_id(5).await?)
}
