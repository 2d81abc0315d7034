// What the macros derive from `examples/payout/compliance_messages/src/lib.rs`.

#[automatically_derived]
impl ::stateline::Message for Decided {
    const CONTEXT: &'static str = "compliance";
    const TOPIC: &'static str = "compliance.decided";
    const KEY: ::core::option::Option<&'static str> = ::core::option::Option::Some(
        "transaction",
    );
}
