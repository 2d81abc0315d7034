//! Why an order does not go on.

use carrier::CarrierError;
use payments::CardError;
use stateline::{CallError, Failure};
use std::fmt;
use warehouse::StockError;

#[derive(Clone, Debug, PartialEq, Eq, Failure)]
pub enum OrderFailure {
    #[fail]
    Stock(#[from] StockError),
    #[fail]
    Card(#[from] CardError),
    #[park]
    Carrier(#[from] CarrierError),
    /// Nobody answered: asking again may help.
    Call(#[from] CallError),
}

impl fmt::Display for OrderFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            OrderFailure::Stock(error) => error.fmt(f),
            OrderFailure::Card(error) => error.fmt(f),
            OrderFailure::Carrier(error) => error.fmt(f),
            OrderFailure::Call(error) => error.fmt(f),
        }
    }
}
