// What the macros derive from `tests/ui/cfg_forms.rs`.

const _: () = {
    use ::stateline::derived::Plain as _;
    ::stateline::derived::goes_on(
        ::stateline::derived::Returned::<u64>::FAILS,
        "`u64` is another name for a `Result`, so its error would be stored as if the step had succeeded; write `Result<…, …>` or `Outcome<…, …>` instead",
    )
};
///The step `start_transfer` of the process `payout`.
pub struct start_transfer {}
#[automatically_derived]
impl ::stateline::Step for start_transfer {
    type Input = u64;
    type Output = u64;
    type Error = ::core::convert::Infallible;
    const CONTEXT: &'static str = "payments";
    const PROCESS: &'static str = "payout";
    const NAME: &'static str = "start_transfer";
    const CALLS: ::stateline::derived::Declares = ::core::option::Option::Some(&[]);
}
#[automatically_derived]
impl<__E: ::core::marker::Sync + ?::core::marker::Sized> ::stateline::Run<__E>
for start_transfer {
    async fn run(
        input: u64,
        env: &__E,
    ) -> ::stateline::Outcome<u64, ::core::convert::Infallible> {
        ::core::result::Result::Ok(::stateline::Flow::Next(start_transfer(input)))
    }
}
#[automatically_derived]
impl ::stateline::Has<ledger::Db> for Desk {
    fn get(&self) -> &::stateline::derived::Lent<ledger::Db> {
        &self.db
    }
}
#[cfg(any())]
#[automatically_derived]
impl ::stateline::Has<Missing> for Desk {
    fn get(&self) -> &::stateline::derived::Lent<Missing> {
        &self.other
    }
}
#[cfg(all())]
#[doc(hidden)]
type __payout_reverse_transfer = reverse_transfer;
#[cfg(all())]
#[doc(hidden)]
type __payout_screen_sanctions = screen_sanctions;
#[cfg(all())]
#[doc(hidden)]
type __payout_start_transfer = start_transfer;
#[cfg(all())]
#[doc(hidden)]
type __payout_unload = unload;
///The process `payout`.
#[cfg(all())]
pub fn payout<Env: ::stateline::Stage>() -> ::stateline::Chain<
    <__payout_unload as ::stateline::Step>::Input,
    Env,
>
where
    __payout_screen_sanctions: ::stateline::Run<Env>,
    __payout_start_transfer: ::stateline::Run<Env>,
    __payout_unload: ::stateline::Run<Env>,
    __payout_reverse_transfer: ::stateline::derived::Told<
            <__payout_start_transfer as ::stateline::Step>::Output,
        >
        + ::stateline::Undo<Env, <__payout_start_transfer as ::stateline::Step>::Output>,
{
    let chain = {
        let line = ::stateline::Line::first::<__payout_unload>();
        let line = line.then::<__payout_screen_sanctions>();
        let line = line.then::<__payout_start_transfer>();
        let line = line.undone_by::<__payout_reverse_transfer>();
        line.end(1u32)
    };
    chain
}
#[cfg(all())]
const _: () = ::stateline::derived::step_of::<
    __payout_screen_sanctions,
>(
    "payments",
    "payout",
    "the process `payout` lists `screen_sanctions`, whose attribute names another process; write `process = \"payout\"` there",
);
#[cfg(all())]
const _: () = ::stateline::derived::step_of::<
    __payout_start_transfer,
>(
    "payments",
    "payout",
    "the process `payout` lists `start_transfer`, whose attribute names another process; write `process = \"payout\"` there",
);
#[cfg(all())]
const _: () = ::stateline::derived::step_of::<
    __payout_unload,
>(
    "payments",
    "payout",
    "the process `payout` lists `unload`, whose attribute names another process; write `process = \"payout\"` there",
);
#[cfg(all())]
const _: () = ::stateline::derived::compensation_of::<
    __payout_reverse_transfer,
>(
    "payments",
    "payout",
    "the process `payout` lists `reverse_transfer`, whose attribute names another process; write `process = \"payout\"` there",
);
#[cfg(any())]
#[doc(hidden)]
type __refund_load = load;
///The process `refund`.
#[cfg(any())]
pub fn refund<Env: ::stateline::Stage>() -> ::stateline::Chain<
    <__refund_load as ::stateline::Step>::Input,
    Env,
>
where
    __refund_load: ::stateline::Run<Env>,
{
    let chain = {
        let line = ::stateline::Line::first::<__refund_load>();
        line.end(1u32)
    };
    chain
}
#[cfg(any())]
const _: () = ::stateline::derived::step_of::<
    __refund_load,
>(
    "payments",
    "refund",
    "the process `refund` lists `load`, whose attribute names another process; write `process = \"refund\"` there",
);
