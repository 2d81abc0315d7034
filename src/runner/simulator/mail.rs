//! The letters of the simulation: what is published, who gets it, and what they do with it.

use super::work::{Ctx, Desk, Dice, Error, Put, Send_, Trouble};
use crate::message::{AckTerms, TopicTerms};
use crate::operation::Declared;
use crate::runner::Durable;
use crate::{Ack, Chain, Hear, Line, Message, Nack, Next, Outcome, Publish, Receive, Run, Step};
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// What the shop does with an order.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum Wish {
    /// An effect.
    Sell,
    /// An effect, unless the dice fall so: then it fails like this.
    Unless(Trouble),
    /// Hand it on to the carrier.
    Ship,
    /// Answer whoever asks.
    Answer,
    /// Have a child born.
    Bear,
}

/// An order, which the shop and the auditors get.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Ordered {
    pub(super) key: u32,
    pub(super) n: u32,
    pub(super) name: String,
    pub(super) wish: Wish,
}

/// Something that the carrier gets.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Shipped {
    pub(super) n: u32,
}

/// An answer to the instance of that name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Answered {
    pub(super) name: String,
    pub(super) answered: u32,
}

/// What starts a child of that name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Born {
    pub(super) name: String,
    pub(super) n: u32,
}

const fn within(millis: u64) -> Option<AckTerms> {
    Some(AckTerms { within: Duration::from_millis(millis), by: &[], to: None })
}

macro_rules! messages {
    ($($name:ident $sender:literal $topic:literal $key:expr, $terms:expr;)*) => {$(
        impl Message for $name {
            const CONTEXT: &'static str = $sender;
            const TOPIC: &'static str = $topic;
            const KEY: Option<&'static str> = $key;
            const TERMS: TopicTerms = $terms;
        }
    )*};
}

messages! {
    Ordered "work" "ordered" Some("key"), TopicTerms { subscribers: &["shop", "audit", "count"], ack: within(700) };
    Shipped "shop" "shipped" None, TopicTerms { subscribers: &["carrier"], ack: within(500) };
    Answered "shop" "answered" Some("name"), TopicTerms { subscribers: &["work"], ack: within(900) };
    Born "shop" "born" Some("name"), TopicTerms { subscribers: &["nursery"], ack: None };
}

/// All that a handler may do.
pub(super) trait Office: Ctx + Publish<Shipped> + Publish<Answered> + Publish<Born> {}
impl<C: Ctx + Publish<Shipped> + Publish<Answered> + Publish<Born>> Office for C {}

async fn sell(order: Ordered, ctx: &impl Office) -> Result<Ack, Error> {
    let Ordered { n, name, .. } = order;
    match order.wish {
        Wish::Sell => _ = ctx.call(Send_ { n }).await?,
        Wish::Unless(trouble) => {
            _ = ctx.call(Put { n }).await?;
            if ctx.call(Dice { n: 1 }).await? % 4 == 0 {
                return Err(Error::Trouble(trouble));
            }
        }
        Wish::Ship => {
            ctx.publish(Shipped { n }).await?;
            ctx.publish(Shipped { n: n + 1_000 }).await?;
            return Ok(Ack::HandedOn);
        }
        Wish::Answer => ctx.publish(Answered { name, answered: n }).await?,
        Wish::Bear => ctx.publish(Born { name: format!("child-{}", n % 3), n: n / 4 }).await?,
    }
    Ok(Ack::Done)
}

async fn note(order: Ordered, ctx: &impl Office) -> Result<Ack, Error> {
    ctx.call(Put { n: order.n }).await?;
    Ok(Ack::Done)
}

/// It changes nothing, and so runs ahead of the log.
async fn count(order: Ordered, ctx: &impl Office) -> Result<Ack, Error> {
    match (ctx.call(Dice { n: 1 }).await? % 5, order.wish) {
        (0, _) => Err(Error::Trouble(Trouble::Again)),
        (1, _) => {
            ctx.publish(Shipped { n: order.n }).await?;
            Ok(Ack::HandedOn)
        }
        (_, Wish::Sell) => {
            ctx.publish(Shipped { n: order.n }).await?;
            Ok(Ack::Done)
        }
        _ => Ok(Ack::Done),
    }
}

async fn carry(shipped: Shipped, ctx: &impl Office) -> Result<Ack, Error> {
    ctx.call(Put { n: shipped.n }).await?;
    match ctx.call(Dice { n: 1 }).await? % 5 {
        0 => Err(Error::Trouble(Trouble::Again)),
        _ => Ok(Ack::Done),
    }
}

macro_rules! handlers {
    ($($name:ident $context:literal $message:ident $run:ident $calls:expr,)*) => {$(
        pub(super) struct $name;

        impl Receive for $name {
            type Message = $message;
            const CONTEXT: &'static str = $context;
            const NAME: &'static str = stringify!($run);
            const CALLS: Option<&'static [Declared]> = $calls;
        }

        impl<E: Office> Hear<E> for $name {
            async fn hear(message: $message, ctx: &E) -> Result<Ack, Nack> {
                crate::message::Acknowledges::acknowledge($run(message, ctx).await)
            }
        }
    )*};
}

handlers! {
    Sells "shop" Ordered sell None,
    Notes "audit" Ordered note None,
    Carries "carrier" Shipped carry None,
    Counts "count" Ordered count Some(&[Declared::of::<Dice>()]),
}

#[expect(non_camel_case_types, reason = "a marker bears its function's name")]
struct grow {}

impl Step for grow {
    type Input = Born;
    type Output = Born;
    type Error = Error;
    const CONTEXT: &'static str = "nursery";
    const PROCESS: &'static str = "child";
    const NAME: &'static str = "grow";
}

impl<E: Ctx> Run<E> for grow {
    async fn run(born: Born, ctx: &E) -> Outcome<Born, Error> {
        ctx.call(Put { n: born.n }).await?;
        Ok(Next(born))
    }
}

/// What a letter of the shop's starts.
pub(super) fn child() -> Chain<Born, Durable<Desk>> {
    Line::first::<grow>().end(1).keyed("name").started_by::<Born>()
}
