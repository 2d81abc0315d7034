//! What is on the shelves, and for whom.

use kept::Kept;
use orders_messages::OrderId;
use serde::{Deserialize, Serialize};
use stateline::{message, operation};
use std::collections::HashMap;
use std::fmt;
use std::path::Path;

/// A parcel stands at the ramp.
#[message(topic = "warehouse.packed")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Packed {
    pub order: OrderId,
    pub parcel: String,
}

/// What the warehouse tells when somebody there has packed an order.
pub fn packed(order: OrderId) -> Packed {
    Packed { order, parcel: format!("parcel {}", order.0) }
}

/// One kind of goods.
#[derive(Debug, Default)]
pub struct Stock {
    shelf: Kept<Shelf>,
}

#[derive(Debug, Default, Serialize, Deserialize)]
struct Shelf {
    pieces: u64,
    reserved: HashMap<OrderId, u64>,
}

impl Stock {
    pub fn of(pieces: u64) -> Stock {
        Stock { shelf: Kept::of(Shelf { pieces, ..Shelf::default() }) }
    }

    /// The stock that is kept in this file; so many pieces, if there is none yet.
    pub fn open(file: impl AsRef<Path>, pieces: u64) -> std::io::Result<Stock> {
        Ok(Stock { shelf: Kept::open(file, Shelf { pieces, ..Shelf::default() })? })
    }

    /// What nobody has ordered yet.
    pub fn free(&self) -> u64 {
        self.shelf.read().pieces
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
    stock.shelf.change(|shelf| {
        if shelf.reserved.contains_key(&order) {
            return Ok(());
        }
        shelf.pieces = shelf.pieces.checked_sub(pieces).ok_or(StockError::SoldOut)?;
        shelf.reserved.insert(order, pieces);
        Ok(())
    })
}

fn would_reserve(stock: &Stock, _: OrderId, pieces: u64) -> Result<(), StockError> {
    if stock.free() < pieces { Err(StockError::SoldOut) } else { Ok(()) }
}

/// Puts the pieces of an order back. Asked again, they are back.
#[operation(effect = "write", rehearse = would_release, idempotent_for = "365d")]
pub fn release(stock: &Stock, order: OrderId) {
    stock.shelf.change(|shelf| {
        let pieces = shelf.reserved.remove(&order).unwrap_or_default();
        shelf.pieces += pieces;
    });
}

fn would_release(_: &Stock, _: OrderId) {}
