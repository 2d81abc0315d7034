//! The door to a parcel service, which knows nothing of our orders: it knows a booking by the key of the
//! call that made it.

use kept::Kept;
use orders_messages::OrderId;
use serde::{Deserialize, Serialize};
use stateline::{Call, Inquiry, Key, operation};
use std::collections::HashMap;
use std::fmt;
use std::path::Path;

/// The parcel service, as it answers.
#[derive(Debug, Default)]
pub struct Carrier {
    bookings: Kept<HashMap<Key, Booked>>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct Booked {
    number: String,
    cancelled: bool,
}

impl Carrier {
    /// The parcel service that keeps its bookings in this file.
    pub fn open(file: impl AsRef<Path>) -> std::io::Result<Carrier> {
        Ok(Carrier { bookings: Kept::open(file, HashMap::new())? })
    }

    /// How many bookings it has taken, and how many of them stand.
    pub fn bookings(&self) -> (usize, usize) {
        let bookings = self.bookings.read();
        (bookings.len(), bookings.values().filter(|booked| !booked.cancelled).count())
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CarrierError {
    UnknownBooking,
}

impl fmt::Display for CarrierError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the carrier knows no such booking")
    }
}

impl std::error::Error for CarrierError {}

/// Sends a parcel off, and gives the number of the booking. With a key that it knows, it is that booking.
#[operation(effect = "irreversible", rehearse = would_book, inquiry = booking, idempotent_for = "7d")]
pub fn book(carrier: &Carrier, call: &Call, order: OrderId, parcel: String) -> String {
    let number = format!("{parcel} of {}", order.0);
    let new = || Booked { number, cancelled: false };
    carrier.bookings.change(|bookings| bookings.entry(call.key()).or_insert_with(new).number.clone())
}

fn would_book(_: &Carrier, _: &Call, order: OrderId, parcel: String) -> String {
    format!("{parcel} of {}", order.0)
}

/// What became of a booking whose number nobody has.
#[operation(effect = "read", rehearse = no_booking)]
pub fn booking(carrier: &Carrier, key: Key) -> Inquiry<String> {
    match carrier.bookings.read().get(&key) {
        Some(booked) => Inquiry::Done(booked.number.clone()),
        None => Inquiry::NotDone,
    }
}

fn no_booking(_: &Carrier, _: Key) -> Inquiry<String> {
    Inquiry::NotDone
}

/// Calls a parcel back. Asked again, it is called back already.
#[operation(effect = "write", rehearse = would_cancel, idempotent_for = "365d")]
pub fn cancel(carrier: &Carrier, number: String) -> Result<(), CarrierError> {
    carrier.bookings.change(|bookings| {
        let found = bookings.values_mut().find(|booked| booked.number == number);
        found.ok_or(CarrierError::UnknownBooking)?.cancelled = true;
        Ok(())
    })
}

fn would_cancel(_: &Carrier, _: String) -> Result<(), CarrierError> {
    Ok(())
}
