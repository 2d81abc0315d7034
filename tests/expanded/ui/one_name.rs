// What the macros derive from `tests/ui/one_name.rs`.

///What `load` may do.
pub trait LoadCtx: ledger::daily::balance::Call + ::stateline::Ctx {}
#[automatically_derived]
impl<
    __E: ledger::daily::balance::Call + ::stateline::Ctx + ?::core::marker::Sized,
> LoadCtx for __E {}
const _: () = ::stateline::derived::called::<
    ledger::daily::balance::Request,
>(
    &[("ledger", "balance", "")],
    "`payments` is not allowed to call the operation that `ledger::daily::balance` refers to, only `daily::balance` of `ledger`, `total` of `ledger`, `load_account` of `ledger`; to allow it, add it to `contexts.payments.calls`",
    "the step `load` calls the irreversible operation `ledger::daily::balance`, but has no compensation; add `compensated_by: FUNCTION` to the step in the map",
);
///The step `load` of the process `refund`.
pub struct load {}
#[automatically_derived]
impl ::stateline::Step for load {
    type Input = u64;
    type Output = u64;
    type Error = CallError;
    const CONTEXT: &'static str = "payments";
    const PROCESS: &'static str = "refund";
    const NAME: &'static str = "load";
    const CALLS: ::stateline::derived::Declares = ::core::option::Option::Some(
        &[::stateline::operation::Declared::of::<ledger::daily::balance::Request>()],
    );
}
#[automatically_derived]
impl<__E: LoadCtx> ::stateline::Run<__E> for load {
    async fn run(input: u64, env: &__E) -> ::stateline::Outcome<u64, CallError> {
        load(input, env).await.map(::stateline::Flow::Next)
    }
}
///What `look` may do.
pub trait LookCtx: balance::Call + ::stateline::Ctx {}
#[automatically_derived]
impl<__E: balance::Call + ::stateline::Ctx + ?::core::marker::Sized> LookCtx for __E {}
const _: () = ::stateline::derived::called::<
    balance::Request,
>(
    &[
        ("payments", "*", ""),
        ("ledger", "balance", ""),
        ("ledger", "total", ""),
        ("ledger", "load_account", ""),
    ],
    "`payments` is not allowed to call the operation that `balance` refers to, only `daily::balance` of `ledger`, `total` of `ledger`, `load_account` of `ledger`; to allow it, add it to `contexts.payments.calls`",
    "the step `look` calls the irreversible operation `balance`, but has no compensation; add `compensated_by: FUNCTION` to the step in the map",
);
///The step `look` of the process `refund`.
pub struct look {}
#[automatically_derived]
impl ::stateline::Step for look {
    type Input = u64;
    type Output = u64;
    type Error = CallError;
    const CONTEXT: &'static str = "payments";
    const PROCESS: &'static str = "refund";
    const NAME: &'static str = "look";
    const CALLS: ::stateline::derived::Declares = ::core::option::Option::Some(
        &[::stateline::operation::Declared::of::<balance::Request>()],
    );
}
#[automatically_derived]
impl<__E: LookCtx> ::stateline::Run<__E> for look {
    async fn run(input: u64, env: &__E) -> ::stateline::Outcome<u64, CallError> {
        look(input, env).await.map(::stateline::Flow::Next)
    }
}
///What `tell` may do.
pub trait TellCtx: told::Call + ::stateline::Ctx {}
#[automatically_derived]
impl<__E: told::Call + ::stateline::Ctx + ?::core::marker::Sized> TellCtx for __E {}
const _: () = ::stateline::derived::called::<
    told::Request,
>(
    &[
        ("payments", "*", ""),
        ("ledger", "balance", ""),
        ("ledger", "total", ""),
        ("ledger", "load_account", ""),
    ],
    "`payments` is not allowed to call the operation that `told` refers to, only `daily::balance` of `ledger`, `total` of `ledger`, `load_account` of `ledger`; to allow it, add it to `contexts.payments.calls`",
    "the step `tell` calls the irreversible operation `told`, but has no compensation; add `compensated_by: FUNCTION` to the step in the map",
);
const _: () = ::stateline::derived::listed(
    &[
        (
            <told::Request as ::stateline::Operation>::CONTEXT,
            <told::Request as ::stateline::Operation>::NAME,
        ),
    ],
    ("ledger", "balance"),
    "`tell` calls `ledger::daily::balance`, but does not list it in `calls`; write `calls(told, ledger::daily::balance)`",
);
///The step `tell` of the process `refund`.
pub struct tell {}
#[automatically_derived]
impl ::stateline::Step for tell {
    type Input = u64;
    type Output = u64;
    type Error = CallError;
    const CONTEXT: &'static str = "payments";
    const PROCESS: &'static str = "refund";
    const NAME: &'static str = "tell";
    const CALLS: ::stateline::derived::Declares = ::core::option::Option::Some(
        &[::stateline::operation::Declared::of::<told::Request>()],
    );
}
#[automatically_derived]
impl<__E: TellCtx> ::stateline::Run<__E> for tell {
    async fn run(input: u64, env: &__E) -> ::stateline::Outcome<u64, CallError> {
        tell(input, env).await.map(::stateline::Flow::Next)
    }
}
///What `add` may do.
pub trait AddCtx: ledger::total::Call + ::stateline::Ctx {}
#[automatically_derived]
impl<__E: ledger::total::Call + ::stateline::Ctx + ?::core::marker::Sized> AddCtx
for __E {}
const _: () = ::stateline::derived::called::<
    ledger::total::Request,
>(
    &[("ledger", "total", "")],
    "`payments` is not allowed to call the operation that `ledger::total` refers to, only `daily::balance` of `ledger`, `total` of `ledger`, `load_account` of `ledger`; to allow it, add it to `contexts.payments.calls`",
    "the step `add` calls the irreversible operation `ledger::total`, but has no compensation; add `compensated_by: FUNCTION` to the step in the map",
);
///The step `add` of the process `refund`.
pub struct add {}
#[automatically_derived]
impl ::stateline::Step for add {
    type Input = u64;
    type Output = u64;
    type Error = CallError;
    const CONTEXT: &'static str = "payments";
    const PROCESS: &'static str = "refund";
    const NAME: &'static str = "add";
    const CALLS: ::stateline::derived::Declares = ::core::option::Option::Some(
        &[::stateline::operation::Declared::of::<ledger::total::Request>()],
    );
}
#[automatically_derived]
impl<__E: AddCtx> ::stateline::Run<__E> for add {
    async fn run(input: u64, env: &__E) -> ::stateline::Outcome<u64, CallError> {
        add(input, env).await.map(::stateline::Flow::Next)
    }
}
#[doc(hidden)]
type __refund_add = add;
#[doc(hidden)]
type __refund_load = load;
#[doc(hidden)]
type __refund_look = look;
#[doc(hidden)]
type __refund_tell = tell;
///The process `refund`.
pub fn refund<Env: ::stateline::Stage>() -> ::stateline::Chain<
    <__refund_load as ::stateline::Step>::Input,
    Env,
>
where
    __refund_add: ::stateline::Run<Env>,
    __refund_load: ::stateline::Run<Env>,
    __refund_look: ::stateline::Run<Env>,
    __refund_tell: ::stateline::Run<Env>,
{
    let chain = {
        let line = ::stateline::Line::first::<__refund_load>();
        let line = line.then::<__refund_look>();
        let line = line.then::<__refund_tell>();
        let line = line.then::<__refund_add>();
        line.end(1u32)
    };
    chain
}
const _: () = ::stateline::derived::step_of::<
    __refund_add,
>(
    "payments",
    "refund",
    "the process `refund` lists `add`, whose attribute names another process; write `process = \"refund\"` there",
);
const _: () = ::stateline::derived::step_of::<
    __refund_load,
>(
    "payments",
    "refund",
    "the process `refund` lists `load`, whose attribute names another process; write `process = \"refund\"` there",
);
const _: () = ::stateline::derived::step_of::<
    __refund_look,
>(
    "payments",
    "refund",
    "the process `refund` lists `look`, whose attribute names another process; write `process = \"refund\"` there",
);
const _: () = ::stateline::derived::step_of::<
    __refund_tell,
>(
    "payments",
    "refund",
    "the process `refund` lists `tell`, whose attribute names another process; write `process = \"refund\"` there",
);
