//! Customers' cards: what is charged for an order, once.

use orders_messages::OrderId;
use serde::{Deserialize, Serialize};
use stateline::operation;
use std::collections::HashMap;
use std::fmt;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// What was charged for each order, in cents; nothing where it was given back.
#[derive(Debug, Default)]
pub struct Till {
    charged: Mutex<HashMap<OrderId, u64>>,
    /// How often money has moved.
    moves: Mutex<Vec<(OrderId, bool)>>,
}

impl Till {
    pub fn charged(&self, order: OrderId) -> u64 {
        lock(&self.charged).get(&order).copied().unwrap_or_default()
    }

    /// How often money came in for an order, and how often it went back.
    pub fn moved(&self, order: OrderId) -> (usize, usize) {
        let moves = lock(&self.moves);
        let count = |wanted| moves.iter().filter(|(of, out)| *of == order && *out == wanted).count();
        (count(false), count(true))
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CardError {
    /// The order was charged another sum before.
    OtherSum(u64),
}

impl fmt::Display for CardError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let CardError::OtherSum(before) = self;
        write!(f, "this order was charged {before} cents before")
    }
}

impl std::error::Error for CardError {}

/// Charges an order. The order is what the charge is known by: asked again, it is charged already.
#[operation(effect = "write", rehearse = would_charge, idempotent_for = "365d")]
pub fn charge(till: &Till, order: OrderId, cents: u64) -> Result<(), CardError> {
    let mut charged = lock(&till.charged);
    match charged.get(&order) {
        Some(before) if *before == cents => return Ok(()),
        Some(before) if *before > 0 => return Err(CardError::OtherSum(*before)),
        _ => {}
    }
    charged.insert(order, cents);
    lock(&till.moves).push((order, false));
    Ok(())
}

fn would_charge(_: &Till, _: OrderId, _: u64) -> Result<(), CardError> {
    Ok(())
}

/// Gives back what an order was charged. Asked again, there is nothing left to give back.
#[operation(effect = "write", rehearse = would_refund, idempotent_for = "365d")]
pub fn refund(till: &Till, order: OrderId) {
    if lock(&till.charged).insert(order, 0).is_some_and(|cents| cents > 0) {
        lock(&till.moves).push((order, true));
    }
}

fn would_refund(_: &Till, _: OrderId) {}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
