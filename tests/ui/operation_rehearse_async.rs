//! Stand-ins that are async where the operation is not, and the other way round.
//@ compiler alone

use stateline::operation;

#[operation(effect = "write", rehearse = at_once)]
pub async fn is_async(amount: u64) -> u64 {
    amount
}

#[operation(effect = "write", rehearse = later)]
pub fn is_not(amount: u64) -> u64 {
    amount
}

#[operation(effect = "write", rehearse = other)]
pub fn gives_another(amount: u64) -> u64 {
    amount
}

fn at_once(amount: u64) -> u64 {
    amount
}

async fn later(amount: u64) -> u64 {
    amount
}

fn other(amount: u64) -> Option<u64> {
    Some(amount)
}
