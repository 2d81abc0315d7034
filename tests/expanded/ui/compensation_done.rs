// What the macros derive from `tests/ui/compensation_done.rs`.

const _: () = {
    use ::stateline::derived::Plain as _;
    ::stateline::derived::goes_on(
        ::stateline::derived::Returned::<String>::FAILS,
        "`String` is another name for a `Result`, so its error would be stored as if the step had succeeded; write `Result<…, …>` or `Outcome<…, …>` instead",
    )
};
///The step `book` of the process `payout`.
pub struct book {}
#[automatically_derived]
impl ::stateline::Step for book {
    type Input = u64;
    type Output = String;
    type Error = ::core::convert::Infallible;
    const CONTEXT: &'static str = "payments";
    const PROCESS: &'static str = "payout";
    const NAME: &'static str = "book";
    const CALLS: ::stateline::derived::Declares = ::core::option::Option::Some(&[]);
}
#[automatically_derived]
impl<__E: ::core::marker::Sync + ?::core::marker::Sized> ::stateline::Run<__E> for book {
    async fn run(
        input: u64,
        env: &__E,
    ) -> ::stateline::Outcome<String, ::core::convert::Infallible> {
        ::core::result::Result::Ok(::stateline::Flow::Next(book(input)))
    }
}
///What `send` may do.
pub trait SendCtx: ledger::unload_account::Call + ::stateline::Ctx {}
#[automatically_derived]
impl<
    __E: ledger::unload_account::Call + ::stateline::Ctx + ?::core::marker::Sized,
> SendCtx for __E {}
const _: () = ::stateline::derived::called::<
    ledger::unload_account::Request,
>(
    &[("ledger", "unload_account", "")],
    "`payments` is not allowed to call the operation that `ledger::unload_account` refers to, only `load_account` of `ledger`, `unload_account` of `ledger`, `transaction_amount` of `ledger`, `screen` of `screening`, `send` of `screening`; to allow it, add it to `contexts.payments.calls`",
    "",
);
///The step `send` of the process `payout`.
pub struct send {}
#[automatically_derived]
impl ::stateline::Step for send {
    type Input = String;
    type Output = u64;
    type Error = CallError;
    const CONTEXT: &'static str = "payments";
    const PROCESS: &'static str = "payout";
    const NAME: &'static str = "send";
    const CALLS: ::stateline::derived::Declares = ::core::option::Option::Some(
        &[::stateline::operation::Declared::of::<ledger::unload_account::Request>()],
    );
}
#[automatically_derived]
impl<__E: SendCtx> ::stateline::Run<__E> for send {
    async fn run(input: String, env: &__E) -> ::stateline::Outcome<u64, CallError> {
        send(input, env).await.map(::stateline::Flow::Next)
    }
}
///The compensation `cancel` of the process `payout`.
pub struct cancel {}
#[automatically_derived]
impl ::stateline::Compensation for cancel {
    type Input = u64;
    type Error = ::core::convert::Infallible;
    const CONTEXT: &'static str = "payments";
    const PROCESS: &'static str = "payout";
    const NAME: &'static str = "cancel";
    const CALLS: ::stateline::derived::Declares = ::core::option::Option::Some(&[]);
}
#[automatically_derived]
impl<__E: ::core::marker::Sync + ?::core::marker::Sized> ::stateline::Undo<__E, String>
for cancel {
    async fn undo(
        input: u64,
        done: ::stateline::Done<String>,
        env: &__E,
    ) -> ::core::result::Result<(), ::core::convert::Infallible> {
        {
            cancel(&input, done);
            ::core::result::Result::Ok(())
        }
    }
}
#[automatically_derived]
impl ::stateline::derived::Told<String> for cancel {}
///What `recall` may do.
pub trait RecallCtx: ledger::load_account::Call + ::stateline::Ctx {}
#[automatically_derived]
impl<
    __E: ledger::load_account::Call + ::stateline::Ctx + ?::core::marker::Sized,
> RecallCtx for __E {}
const _: () = ::stateline::derived::called::<
    ledger::load_account::Request,
>(
    &[("ledger", "load_account", "")],
    "`payments` is not allowed to call the operation that `ledger::load_account` refers to, only `load_account` of `ledger`, `unload_account` of `ledger`, `transaction_amount` of `ledger`, `screen` of `screening`, `send` of `screening`; to allow it, add it to `contexts.payments.calls`",
    "the compensation `recall` calls the irreversible operation `ledger::load_account`, but the map does not mark it; write `compensated_by: { function: recall, irreversible: true }` there",
);
///The compensation `recall` of the process `payout`.
pub struct recall {}
#[automatically_derived]
impl ::stateline::Compensation for recall {
    type Input = String;
    type Error = CallError;
    const CONTEXT: &'static str = "payments";
    const PROCESS: &'static str = "payout";
    const NAME: &'static str = "recall";
    const CALLS: ::stateline::derived::Declares = ::core::option::Option::Some(
        &[::stateline::operation::Declared::of::<ledger::load_account::Request>()],
    );
}
#[automatically_derived]
impl<__E: RecallCtx> ::stateline::Undo<__E, u64> for recall {
    async fn undo(
        input: String,
        done: ::stateline::Done<u64>,
        env: &__E,
    ) -> ::core::result::Result<(), CallError> {
        recall(input, done, env).await
    }
}
#[automatically_derived]
impl ::stateline::derived::Told<u64> for recall {}
#[doc(hidden)]
type __payout_book = book;
#[doc(hidden)]
type __payout_cancel = cancel;
#[doc(hidden)]
type __payout_recall = recall;
#[doc(hidden)]
type __payout_send = send;
///The process `payout`.
pub fn payout<Env: ::stateline::Stage>() -> ::stateline::Chain<
    <__payout_book as ::stateline::Step>::Input,
    Env,
>
where
    __payout_book: ::stateline::Run<Env>,
    __payout_send: ::stateline::Run<Env>,
    __payout_cancel: ::stateline::derived::Told<
            <__payout_book as ::stateline::Step>::Output,
        > + ::stateline::Undo<Env, <__payout_book as ::stateline::Step>::Output>,
    __payout_recall: ::stateline::derived::Told<
            <__payout_send as ::stateline::Step>::Output,
        > + ::stateline::Undo<Env, <__payout_send as ::stateline::Step>::Output>,
{
    let chain = {
        let line = ::stateline::Line::first::<__payout_book>();
        let line = line.undone_by::<__payout_cancel>();
        let line = line.then::<__payout_send>();
        let line = line.undone_by::<__payout_recall>();
        line.end(1u32)
    };
    chain
}
const _: () = ::stateline::derived::step_of::<
    __payout_book,
>(
    "payments",
    "payout",
    "the process `payout` lists `book`, whose attribute names another process; write `process = \"payout\"` there",
);
const _: () = ::stateline::derived::step_of::<
    __payout_send,
>(
    "payments",
    "payout",
    "the process `payout` lists `send`, whose attribute names another process; write `process = \"payout\"` there",
);
const _: () = ::stateline::derived::compensation_of::<
    __payout_cancel,
>(
    "payments",
    "payout",
    "the process `payout` lists `cancel`, whose attribute names another process; write `process = \"payout\"` there",
);
const _: () = ::stateline::derived::compensation_of::<
    __payout_recall,
>(
    "payments",
    "payout",
    "the process `payout` lists `recall`, whose attribute names another process; write `process = \"payout\"` there",
);
