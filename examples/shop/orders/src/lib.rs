//! From the order to the doorstep.

mod data;
mod failure;
mod steps;

pub use data::{Booked, Order, Paid};
pub use failure::OrderFailure;

use carrier::Carrier;
use payments::Till;
use stateline::Environment;
use std::path::Path;
use steps::{
    book_carrier, cancel_booking, charge_card, refund_card, release_stock, reserve_stock, tell,
    wait_for_parcel,
};
use warehouse::{Packed, Stock};

stateline::process!(pub order);

/// What operations borrow.
#[derive(Debug, Default, Environment)]
pub struct Desk {
    pub till: Till,
    pub stock: Stock,
    pub carrier: Carrier,
}

impl Desk {
    /// What is kept in this folder; with so many pieces in stock, if nothing is yet.
    pub fn open(folder: &Path, pieces: u64) -> std::io::Result<Desk> {
        Ok(Desk {
            till: Till::open(folder.join("till.json"))?,
            stock: Stock::open(folder.join("stock.json"), pieces)?,
            carrier: Carrier::open(folder.join("carrier.json"))?,
        })
    }
}
