//! Customers' cards: what is charged for an order, once.

use kept::Kept;
use orders_messages::OrderId;
use serde::{Deserialize, Serialize};
use stateline::operation;
use std::collections::HashMap;
use std::fmt;
use std::path::Path;

#[derive(Debug, Default)]
pub struct Till {
    books: Kept<Books>,
}

#[derive(Debug, Default, Serialize, Deserialize)]
struct Books {
    /// What was charged for each order, in cents; nothing where it was given back.
    charged: HashMap<OrderId, u64>,
    /// How often money has moved.
    moves: Vec<(OrderId, bool)>,
}

impl Till {
    /// The till that is kept in this file.
    pub fn open(file: impl AsRef<Path>) -> std::io::Result<Till> {
        Ok(Till { books: Kept::open(file, Books::default())? })
    }

    pub fn charged(&self, order: OrderId) -> u64 {
        self.books.read().charged.get(&order).copied().unwrap_or_default()
    }

    /// How often money came in for an order, and how often it went back.
    pub fn moved(&self, order: OrderId) -> (usize, usize) {
        let books = self.books.read();
        let count = |wanted| books.moves.iter().filter(|(of, out)| *of == order && *out == wanted).count();
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
    till.books.change(|books| match books.charged.get(&order) {
        Some(before) if *before == cents => Ok(()),
        Some(before) if *before > 0 => Err(CardError::OtherSum(*before)),
        _ => {
            books.charged.insert(order, cents);
            books.moves.push((order, false));
            Ok(())
        }
    })
}

fn would_charge(_: &Till, _: OrderId, _: u64) -> Result<(), CardError> {
    Ok(())
}

/// Gives back what an order was charged. Asked again, there is nothing left to give back.
#[operation(effect = "write", rehearse = would_refund, idempotent_for = "365d")]
pub fn refund(till: &Till, order: OrderId) {
    till.books.change(|books| {
        if books.charged.insert(order, 0).is_some_and(|cents| cents > 0) {
            books.moves.push((order, true));
        }
    });
}

fn would_refund(_: &Till, _: OrderId) {}
