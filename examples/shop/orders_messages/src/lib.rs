//! What orders tells others, and the id by which all know an order.

use serde::{Deserialize, Serialize};
use stateline::message;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct OrderId(pub u64);

/// It is on its way.
#[message(topic = "order.shipped")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shipped {
    pub order: OrderId,
    pub booking: String,
}
