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
    "`ledger::daily::balance` is an operation that `payments` is not allowed to call: in the map, it may call daily::balance of ledger, total of ledger, load_account of ledger",
    "add `compensated_by` to this step in the map: it calls `ledger::daily::balance`, which cannot be undone",
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
    "`balance` is an operation that `payments` is not allowed to call: in the map, it may call daily::balance of ledger, total of ledger, load_account of ledger",
    "add `compensated_by` to this step in the map: it calls `balance`, which cannot be undone",
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
    "`told` is an operation that `payments` is not allowed to call: in the map, it may call daily::balance of ledger, total of ledger, load_account of ledger",
    "add `compensated_by` to this step in the map: it calls `told`, which cannot be undone",
);
const _: () = ::stateline::derived::listed(
    &[
        (
            <told::Request as ::stateline::Operation>::CONTEXT,
            <told::Request as ::stateline::Operation>::NAME,
        ),
    ],
    ("ledger", "balance"),
    "add `ledger::daily::balance` to `calls(…)` of `tell`, which lists told",
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
    "`ledger::total` is an operation that `payments` is not allowed to call: in the map, it may call daily::balance of ledger, total of ledger, load_account of ledger",
    "add `compensated_by` to this step in the map: it calls `ledger::total`, which cannot be undone",
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
    "bind `add` to the process `refund`, which lists it: `process = \"refund\"` in its attribute",
);
const _: () = ::stateline::derived::step_of::<
    __refund_load,
>(
    "payments",
    "refund",
    "bind `load` to the process `refund`, which lists it: `process = \"refund\"` in its attribute",
);
const _: () = ::stateline::derived::step_of::<
    __refund_look,
>(
    "payments",
    "refund",
    "bind `look` to the process `refund`, which lists it: `process = \"refund\"` in its attribute",
);
const _: () = ::stateline::derived::step_of::<
    __refund_tell,
>(
    "payments",
    "refund",
    "bind `tell` to the process `refund`, which lists it: `process = \"refund\"` in its attribute",
);
