//! From the order to the doorstep.

mod data;
mod failure;
mod steps;

pub use data::{Booked, Order, Paid};
pub use failure::OrderFailure;

use carrier::Carrier;
use payments::Till;
use stateline::Environment;
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
