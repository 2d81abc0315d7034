// What the macros derive from `tests/ui/own_topics.rs`.

#[automatically_derived]
impl ::stateline::Message for Blocked {
    const CONTEXT: &'static str = "payments";
    const TOPIC: &'static str = "payout.blocked";
    const KEY: ::core::option::Option<&'static str> = ::core::option::Option::Some(
        "payout",
    );
    const TERMS: ::stateline::message::TopicTerms = ::stateline::message::TopicTerms {
        subscribers: &["compliance"],
        ack: ::core::option::Option::Some(::stateline::message::AckTerms {
            within: ::core::time::Duration::from_millis(3600000u64),
            by: &["compliance"],
            to: ::core::option::Option::Some("payments"),
        }),
    };
}
const _: () = {
    use ::stateline::derived::Plain as _;
    ::stateline::derived::goes_on(
        ::stateline::derived::Returned::<Called>::FAILS,
        "`Called` is another name for a `Result`, so its error would be stored as if the step had succeeded; write `Result<…, …>` or `Outcome<…, …>` instead",
    )
};
///The step `call` of the process `chase`.
pub struct call {}
#[automatically_derived]
impl ::stateline::Step for call {
    type Input = Overdue;
    type Output = Called;
    type Error = ::core::convert::Infallible;
    const CONTEXT: &'static str = "payments";
    const PROCESS: &'static str = "chase";
    const NAME: &'static str = "call";
    const CALLS: ::stateline::derived::Declares = ::core::option::Option::Some(&[]);
}
#[automatically_derived]
impl<__E: ::core::marker::Sync + ?::core::marker::Sized> ::stateline::Run<__E> for call {
    async fn run(
        input: Overdue,
        env: &__E,
    ) -> ::stateline::Outcome<Called, ::core::convert::Infallible> {
        ::core::result::Result::Ok(::stateline::Flow::Next(call(input)))
    }
}
///The step `close` of the process `chase`.
pub struct close {}
#[automatically_derived]
impl ::stateline::Step for close {
    type Input = Called;
    type Output = bool;
    type Error = CallError;
    const CONTEXT: &'static str = "payments";
    const PROCESS: &'static str = "chase";
    const NAME: &'static str = "close";
    const CALLS: ::stateline::derived::Declares = ::core::option::Option::Some(&[]);
}
#[automatically_derived]
impl<__E: ::core::marker::Sync + ?::core::marker::Sized> ::stateline::Run<__E>
for close {
    async fn run(input: Called, env: &__E) -> ::stateline::Outcome<bool, CallError> {
        close(input)
    }
}
#[doc(hidden)]
type __chase_Acked = Acked;
#[doc(hidden)]
type __chase_Overdue = Overdue;
#[doc(hidden)]
type __chase_call = call;
#[doc(hidden)]
type __chase_close = close;
///The process `chase`.
pub fn chase<Env: ::stateline::Stage>() -> ::stateline::Chain<
    <__chase_call as ::stateline::Step>::Input,
    Env,
>
where
    __chase_call: ::stateline::Run<Env>,
    __chase_close: ::stateline::Run<Env>,
{
    let chain = {
        let line = ::stateline::Line::first::<__chase_call>();
        let line = line.then::<__chase_close>();
        let line = line
            .awaiting::<
                __chase_Acked,
            >(::stateline::Await {
                fills: &["late"],
                ..::core::default::Default::default()
            });
        line.end(1u32)
    };
    let chain = chain.keyed("duty");
    let chain = chain.started_by::<__chase_Overdue>();
    chain
}
const _: () = ::stateline::derived::step_of::<
    __chase_call,
>(
    "payments",
    "chase",
    "the process `chase` lists `call`, whose attribute names another process; write `process = \"chase\"` there",
);
const _: () = ::stateline::derived::step_of::<
    __chase_close,
>(
    "payments",
    "chase",
    "the process `chase` lists `close`, whose attribute names another process; write `process = \"chase\"` there",
);
const _: () = ::stateline::derived::published::<
    __chase_Acked,
>(
    &["stateline.acked"],
    "`Acked` is the message of another topic than `stateline.acked` here; import the message of `stateline.acked` as `Acked`",
);
const _: () = ::stateline::derived::published::<
    __chase_Overdue,
>(
    &["stateline.overdue"],
    "`Overdue` is the message of another topic than `stateline.overdue` here; import the message of `stateline.overdue` as `Overdue`",
);
const _: () = ::stateline::derived::published::<
    Acked,
>(
    &["stateline.acked"],
    "the handler `told` receives `stateline.acked`, but its first argument is the message of another topic; take the message of `stateline.acked`",
);
///The handler `told`.
pub struct told {}
#[automatically_derived]
impl ::stateline::Receive for told {
    type Message = Acked;
    const CONTEXT: &'static str = "payments";
    const NAME: &'static str = "told";
    const CALLS: ::stateline::derived::Declares = ::core::option::Option::Some(&[]);
}
#[automatically_derived]
impl<__E: ::core::marker::Sync + ?::core::marker::Sized> ::stateline::Hear<__E>
for told {
    async fn hear(
        input: Acked,
        env: &__E,
    ) -> ::core::result::Result<::stateline::Ack, ::stateline::Nack> {
        ::stateline::message::Acknowledges::acknowledge(told(input))
    }
}
