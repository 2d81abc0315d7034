//! Tells customers what becomes of their orders.

use kept::Kept;
use orders_messages::{OrderId, Shipped};
use stateline::{Call, CallError, Environment, Inquiry, Key, operation, receives};
use std::collections::HashMap;
use std::path::Path;

/// The mails that were sent, by the key of the call that sent them.
#[derive(Debug, Default, Environment)]
pub struct Mailbox {
    sent: Sent,
}

#[derive(Debug, Default)]
pub struct Sent {
    mails: Kept<HashMap<Key, (OrderId, String)>>,
}

impl Mailbox {
    /// The mailbox that is kept in this file.
    pub fn open(file: impl AsRef<Path>) -> std::io::Result<Mailbox> {
        Ok(Mailbox { sent: Sent { mails: Kept::open(file, HashMap::new())? } })
    }

    /// Every mail about an order.
    pub fn about(&self, order: OrderId) -> Vec<String> {
        let mails = self.sent.mails.read();
        mails.values().filter(|(of, _)| *of == order).map(|(_, text)| text.clone()).collect()
    }
}

/// Sends a mail. With a key that it knows, it is sent already.
#[operation(effect = "irreversible", rehearse = would_send, inquiry = is_sent)]
pub fn send(sent: &Sent, call: &Call, order: OrderId, text: String) {
    sent.mails.change(|mails| {
        mails.entry(call.key()).or_insert((order, text));
    });
}

fn would_send(_: &Sent, _: &Call, _: OrderId, _: String) {}

/// What became of a mail of which nobody knows whether it was sent.
#[operation(effect = "read")]
pub fn is_sent(sent: &Sent, key: Key) -> Inquiry<()> {
    match sent.mails.read().contains_key(&key) {
        true => Inquiry::Done(()),
        false => Inquiry::NotDone,
    }
}

/// No process: each parcel that leaves is told once.
#[receives("order.shipped", calls(send))]
pub async fn tell_customer(shipped: Shipped, ctx: &impl TellCustomerCtx) -> Result<(), CallError> {
    ctx.send(shipped.order, format!("Your parcel is on its way: {}", shipped.booking)).await
}
