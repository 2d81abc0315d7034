//! What is on the shelves, and for whom.

use orders_messages::OrderId;
use serde::{Deserialize, Serialize};
use stateline::{message, operation};
use std::collections::HashMap;
use std::fmt;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// A parcel stands at the ramp.
#[message(topic = "warehouse.packed")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Packed {
    pub order: OrderId,
    pub parcel: String,
}

/// One kind of goods.
#[derive(Debug, Default)]
pub struct Stock {
    shelf: Mutex<Shelf>,
}

#[derive(Debug, Default)]
struct Shelf {
    pieces: u64,
    reserved: HashMap<OrderId, u64>,
}

impl Stock {
    pub fn of(pieces: u64) -> Stock {
        Stock { shelf: Mutex::new(Shelf { pieces, ..Shelf::default() }) }
    }

    /// What nobody has ordered yet.
    pub fn free(&self) -> u64 {
        self.shelf().pieces
    }

    fn shelf(&self) -> MutexGuard<'_, Shelf> {
        self.shelf.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum StockError {
    SoldOut,
}

impl fmt::Display for StockError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("it is sold out")
    }
}

impl std::error::Error for StockError {}

/// Puts pieces aside for an order. Asked again, they lie there already.
#[operation(effect = "write", rehearse = would_reserve, idempotent_for = "365d")]
pub fn reserve(stock: &Stock, order: OrderId, pieces: u64) -> Result<(), StockError> {
    let mut shelf = stock.shelf();
    if shelf.reserved.contains_key(&order) {
        return Ok(());
    }
    shelf.pieces = shelf.pieces.checked_sub(pieces).ok_or(StockError::SoldOut)?;
    shelf.reserved.insert(order, pieces);
    Ok(())
}

fn would_reserve(stock: &Stock, _: OrderId, pieces: u64) -> Result<(), StockError> {
    if stock.free() < pieces { Err(StockError::SoldOut) } else { Ok(()) }
}

/// Puts the pieces of an order back. Asked again, they are back.
#[operation(effect = "write", rehearse = would_release, idempotent_for = "365d")]
pub fn release(stock: &Stock, order: OrderId) {
    let mut shelf = stock.shelf();
    let pieces = shelf.reserved.remove(&order).unwrap_or_default();
    shelf.pieces += pieces;
}

fn would_release(_: &Stock, _: OrderId) {}
