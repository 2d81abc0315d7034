// What the macros derive from `examples/payout/compliance/src/queue.rs`.

#[automatically_derived]
impl ::stateline::Message for Decided {
    const CONTEXT: &'static str = "compliance";
    const TOPIC: &'static str = "compliance.decided";
}
