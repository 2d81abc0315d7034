//! An environment lends what it shares.
//@ compiles

use stateline::{Environment, World, operation};
use std::sync::Arc;

pub trait Bank: Send + Sync {
    fn sent(&self) -> u64;
}

pub trait Lists: Send + Sync {}

#[derive(Environment)]
pub struct Desk<'d> {
    pub bank: Arc<dyn Bank>,
    pub lists: &'d Arc<dyn Lists>,
    pub boxed: Box<dyn Fn() -> u64 + Send + Sync>,
    pub number: Arc<u64>,
}

#[operation(effect = "read")]
pub fn sent(bank: &dyn Bank, shared: &Arc<dyn Bank>, lists: &dyn Lists, number: &Arc<u64>) -> u64 {
    let _ = lists;
    bank.sent() + shared.sent() + **number
}

pub async fn asked(world: &World<Desk<'_>>) -> Option<u64> {
    use sent::Call as _;
    world.sent().await.ok()
}
