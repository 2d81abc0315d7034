use stateline::{operation as offered, *};
#[offered(effect = "write", rehearse = pretend, crate = flow)]
pub async fn load(db: &'a Db, mut x: Vec<[u8; 3]>, (a, b): (u8, u8)) -> Result<(), E> { Ok(()) }
#[cfg_attr(all(), stateline::step(process = "p", calls(a::load, crate::b), publishes(Told), context = r#"c"#))]
async fn go(data: Order<'_>, ctx: &impl GoCtx) -> Outcome<Vec<Option<u8>>, Rejected> { Ok(Next(ctx.load(1).await??)) }
#[compensation(process = "p")] fn back<C: BackCtx>(data: &Order, ctx: &C) -> Flow<u8> {}
#[message(topic = "a.b")] #[derive(Clone, Environment)] pub(crate) struct Told { pub a: &'static Db, b: fn(u8) -> u8 }
process!(pub(in crate::x) payout);
