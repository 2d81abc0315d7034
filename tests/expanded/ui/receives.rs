// What the macros derive from `tests/ui/receives.rs`.

#[automatically_derived]
impl ::stateline::Message for Blocked {
    const CONTEXT: &'static str = "payments";
    const TOPIC: &'static str = "payout.blocked";
    const KEY: ::core::option::Option<&'static str> = ::core::option::Option::Some(
        "payout",
    );
    const TERMS: ::stateline::message::TopicTerms = ::stateline::message::TopicTerms {
        subscribers: &["payments"],
        ack: ::core::option::Option::None,
    };
}
///What `decided` may do.
pub trait DecidedCtx: ledger::load_account::Call + ::stateline::Publish<
        Blocked,
    > + ::stateline::Ctx {}
#[automatically_derived]
impl<
    __E: ledger::load_account::Call + ::stateline::Publish<Blocked> + ::stateline::Ctx
        + ?::core::marker::Sized,
> DecidedCtx for __E {}
const _: () = ::stateline::derived::called::<
    ledger::load_account::Request,
>(
    &[("ledger", "load_account", "")],
    "`payments` is not allowed to call the operation that `ledger::load_account` refers to, only `load_account` of `ledger`; to allow it, add it to `contexts.payments.calls`",
    "",
);
const _: () = ::stateline::derived::published::<
    Blocked,
>(
    &["payout.blocked"],
    "`payments` is not allowed to publish on the topic of `Blocked`, only on `payout.blocked`; to allow it, add the topic to `contexts.payments.publishes`",
);
const _: () = ::stateline::derived::published::<
    Decided,
>(
    &["compliance.decided"],
    "the handler `decided` receives `compliance.decided`, but its first argument is the message of another topic; take the message of `compliance.decided`",
);
///The handler `decided`.
pub struct decided {}
#[automatically_derived]
impl ::stateline::Receive for decided {
    type Message = Decided;
    const CONTEXT: &'static str = "payments";
    const NAME: &'static str = "decided";
    const CALLS: ::stateline::derived::Declares = ::core::option::Option::Some(
        &[::stateline::operation::Declared::of::<ledger::load_account::Request>()],
    );
}
#[automatically_derived]
impl<__E: DecidedCtx> ::stateline::Hear<__E> for decided {
    async fn hear(
        input: Decided,
        env: &__E,
    ) -> ::core::result::Result<::stateline::Ack, ::stateline::Nack> {
        ::stateline::message::Acknowledges::acknowledge(decided(input, env).await)
    }
}
///The step `answer` of the process `payout`.
pub struct answer {}
#[automatically_derived]
impl ::stateline::Step for answer {
    type Input = Blocked;
    type Output = u64;
    type Error = CallError;
    const CONTEXT: &'static str = "payments";
    const PROCESS: &'static str = "payout";
    const NAME: &'static str = "answer";
    const CALLS: ::stateline::derived::Declares = ::core::option::Option::Some(&[]);
}
#[automatically_derived]
impl<__E: ::core::marker::Sync + ?::core::marker::Sized> ::stateline::Run<__E>
for answer {
    async fn run(input: Blocked, env: &__E) -> ::stateline::Outcome<u64, CallError> {
        answer(input)
    }
}
#[doc(hidden)]
type __payout_Blocked = Blocked;
#[doc(hidden)]
type __payout_answer = answer;
///The process `payout`.
pub fn payout<Env: ::stateline::Stage>() -> ::stateline::Chain<
    <__payout_answer as ::stateline::Step>::Input,
    Env,
>
where
    __payout_answer: ::stateline::Run<Env>,
{
    let chain = {
        let line = ::stateline::Line::first::<__payout_answer>();
        line.end(1u32)
    };
    let chain = chain.keyed("payout");
    let chain = chain.started_by::<__payout_Blocked>();
    chain
}
const _: () = ::stateline::derived::step_of::<
    __payout_answer,
>(
    "payments",
    "payout",
    "the process `payout` lists `answer`, whose attribute names another process; write `process = \"payout\"` there",
);
const _: () = ::stateline::derived::published::<
    __payout_Blocked,
>(
    &["payout.blocked"],
    "`Blocked` is the message of another topic than `payout.blocked` here; import the message of `payout.blocked` as `Blocked`",
);
