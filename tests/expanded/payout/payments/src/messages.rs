// What the macros derive from `examples/payout/payments/src/messages.rs`.

#[automatically_derived]
impl ::stateline::Message for Blocked {
    const CONTEXT: &'static str = "payments";
    const TOPIC: &'static str = "payout.blocked";
    const KEY: ::core::option::Option<&'static str> = ::core::option::Option::Some(
        "transaction",
    );
}
