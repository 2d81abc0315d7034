// What the macros derive from `examples/payout/payments/src/messages.rs`.

#[automatically_derived]
impl ::stateline::Message for Blocked {
    const CONTEXT: &'static str = "payments";
    const TOPIC: &'static str = "payout.blocked";
    const KEY: ::core::option::Option<&'static str> = ::core::option::Option::Some(
        "transaction",
    );
    const TERMS: ::stateline::message::TopicTerms = ::stateline::message::TopicTerms {
        subscribers: &["compliance"],
        ack: ::core::option::Option::Some(::stateline::message::AckTerms {
            within: ::core::time::Duration::from_millis(5000u64),
            by: &["compliance"],
            to: ::core::option::Option::None,
        }),
    };
}
