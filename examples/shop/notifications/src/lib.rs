//! Tells customers what becomes of their orders.

use orders_messages::{OrderId, Shipped};
use stateline::{Call, CallError, Environment, Key, operation, receives};
use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// The mails that were sent, by the key of the call that sent them.
#[derive(Debug, Default, Environment)]
pub struct Mailbox {
    sent: Sent,
}

#[derive(Debug, Default)]
pub struct Sent {
    mails: Mutex<HashMap<Key, (OrderId, String)>>,
}

impl Mailbox {
    /// Every mail about an order.
    pub fn about(&self, order: OrderId) -> Vec<String> {
        let mails = self.sent.lock();
        mails.values().filter(|(of, _)| *of == order).map(|(_, text)| text.clone()).collect()
    }
}

impl Sent {
    fn lock(&self) -> MutexGuard<'_, HashMap<Key, (OrderId, String)>> {
        self.mails.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Sends a mail. With a key that it knows, it is sent already.
#[operation(effect = "irreversible", rehearse = would_send)]
pub fn send(sent: &Sent, call: &Call, order: OrderId, text: String) {
    sent.lock().entry(call.key()).or_insert((order, text));
}

fn would_send(_: &Sent, _: &Call, _: OrderId, _: String) {}

/// No process: each parcel that leaves is told once.
#[receives("order.shipped", calls(send))]
pub async fn tell_customer(shipped: Shipped, ctx: &impl TellCustomerCtx) -> Result<(), CallError> {
    ctx.send(shipped.order, format!("Your parcel is on its way: {}", shipped.booking)).await
}
