//! What steps take and return.

use orders_messages::OrderId;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    pub order: OrderId,
    pub pieces: u64,
    pub cents: u64,
}

/// It is paid, and waits for its parcel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paid {
    pub order: OrderId,
    pub parcel: Option<String>,
}

/// A parcel with its order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ready {
    pub order: OrderId,
    pub parcel: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Booked {
    pub order: OrderId,
    pub booking: String,
}
