// What the macros derive from `examples/payout/compliance_messages/src/lib.rs`.

#[automatically_derived]
impl ::stateline::Message for Decided {
    const CONTEXT: &'static str = "compliance";
    const TOPIC: &'static str = "compliance.decided";
    const KEY: ::core::option::Option<&'static str> = ::core::option::Option::Some(
        "transaction",
    );
    const TERMS: ::stateline::message::TopicTerms = ::stateline::message::TopicTerms {
        subscribers: &["payments"],
        ack: ::core::option::Option::Some(::stateline::message::AckTerms {
            within: ::core::time::Duration::from_millis(300000u64),
            by: &["payments"],
            to: ::core::option::Option::None,
        }),
    };
}
