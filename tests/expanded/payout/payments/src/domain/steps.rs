// What the macros derive from `examples/payout/payments/src/domain/steps.rs`.

///What `unload_account` may do.
pub trait UnloadAccountCtx: ledger::unload_account::Call + ::stateline::Ctx {}
#[automatically_derived]
impl<
    __E: ledger::unload_account::Call + ::stateline::Ctx + ?::core::marker::Sized,
> UnloadAccountCtx for __E {}
const _: () = ::stateline::derived::called::<
    ledger::unload_account::Request,
>(
    &[("ledger", "unload_account", "")],
    "`payments` is not allowed to call the operation that `ledger::unload_account` refers to, only `load_account` of `ledger`, `unload_account` of `ledger`, `transaction_amount` of `ledger`, `screen` of `screening`; to allow it, add it to `contexts.payments.calls`",
    "the step `unload_account` calls the irreversible operation `ledger::unload_account`, but has no compensation; add `compensated_by: FUNCTION` to the step in the map",
);
///The step `unload_account` of the process `payout`.
pub struct unload_account {}
#[automatically_derived]
impl ::stateline::Step for unload_account {
    type Input = Request;
    type Output = Unloaded;
    type Error = Rejected;
    const CONTEXT: &'static str = "payments";
    const PROCESS: &'static str = "payout";
    const NAME: &'static str = "unload_account";
    const CALLS: ::stateline::derived::Declares = ::core::option::Option::Some(
        &[::stateline::operation::Declared::of::<ledger::unload_account::Request>()],
    );
}
#[automatically_derived]
impl<__E: UnloadAccountCtx> ::stateline::Run<__E> for unload_account {
    fn run(
        input: Request,
        env: &__E,
    ) -> impl ::core::future::Future<
        Output = ::stateline::Outcome<Unloaded, Rejected>,
    > + ::core::marker::Send {
        unload_account(input, env)
    }
}
///What `screen_sanctions` may do.
pub trait ScreenSanctionsCtx: screening::screen::Call + ::stateline::Publish<
        Blocked,
    > + ::stateline::Ctx {}
#[automatically_derived]
impl<
    __E: screening::screen::Call + ::stateline::Publish<Blocked> + ::stateline::Ctx
        + ?::core::marker::Sized,
> ScreenSanctionsCtx for __E {}
const _: () = ::stateline::derived::called::<
    screening::screen::Request,
>(
    &[("screening", "screen", "")],
    "`payments` is not allowed to call the operation that `screening::screen` refers to, only `load_account` of `ledger`, `unload_account` of `ledger`, `transaction_amount` of `ledger`, `screen` of `screening`; to allow it, add it to `contexts.payments.calls`",
    "the step `screen_sanctions` calls the irreversible operation `screening::screen`, but has no compensation; add `compensated_by: FUNCTION` to the step in the map",
);
const _: () = ::stateline::derived::published::<
    Blocked,
>(
    &["payout.blocked"],
    "`payments` is not allowed to publish on the topic of `Blocked`, only on `payout.blocked`; to allow it, add the topic to `contexts.payments.publishes`",
);
///The step `screen_sanctions` of the process `payout`.
pub struct screen_sanctions {}
#[automatically_derived]
impl ::stateline::Step for screen_sanctions {
    type Input = Unloaded;
    type Output = Compliance;
    type Error = Rejected;
    const CONTEXT: &'static str = "payments";
    const PROCESS: &'static str = "payout";
    const NAME: &'static str = "screen_sanctions";
    const CALLS: ::stateline::derived::Declares = ::core::option::Option::Some(
        &[::stateline::operation::Declared::of::<screening::screen::Request>()],
    );
}
#[automatically_derived]
impl<__E: ScreenSanctionsCtx> ::stateline::Run<__E> for screen_sanctions {
    fn run(
        input: Unloaded,
        env: &__E,
    ) -> impl ::core::future::Future<
        Output = ::stateline::Outcome<Compliance, Rejected>,
    > + ::core::marker::Send {
        screen_sanctions(input, env)
    }
}
///What `possible_revert` may do.
pub trait PossibleRevertCtx: ledger::load_account::Call + ledger::transaction_amount::Call + ::stateline::Ctx {}
#[automatically_derived]
impl<
    __E: ledger::load_account::Call + ledger::transaction_amount::Call + ::stateline::Ctx
        + ?::core::marker::Sized,
> PossibleRevertCtx for __E {}
const _: () = ::stateline::derived::called::<
    ledger::load_account::Request,
>(
    &[("ledger", "load_account", "")],
    "`payments` is not allowed to call the operation that `ledger::load_account` refers to, only `load_account` of `ledger`, `unload_account` of `ledger`, `transaction_amount` of `ledger`, `screen` of `screening`; to allow it, add it to `contexts.payments.calls`",
    "the step `possible_revert` calls the irreversible operation `ledger::load_account`, but has no compensation; add `compensated_by: FUNCTION` to the step in the map",
);
const _: () = ::stateline::derived::called::<
    ledger::transaction_amount::Request,
>(
    &[("ledger", "transaction_amount", "")],
    "`payments` is not allowed to call the operation that `ledger::transaction_amount` refers to, only `load_account` of `ledger`, `unload_account` of `ledger`, `transaction_amount` of `ledger`, `screen` of `screening`; to allow it, add it to `contexts.payments.calls`",
    "the step `possible_revert` calls the irreversible operation `ledger::transaction_amount`, but has no compensation; add `compensated_by: FUNCTION` to the step in the map",
);
///The step `possible_revert` of the process `payout`.
pub struct possible_revert {}
#[automatically_derived]
impl ::stateline::Step for possible_revert {
    type Input = Compliance;
    type Output = Order;
    type Error = Rejected;
    const CONTEXT: &'static str = "payments";
    const PROCESS: &'static str = "payout";
    const NAME: &'static str = "possible_revert";
    const CALLS: ::stateline::derived::Declares = ::core::option::Option::Some(
        &[
            ::stateline::operation::Declared::of::<ledger::load_account::Request>(),
            ::stateline::operation::Declared::of::<ledger::transaction_amount::Request>(),
        ],
    );
}
#[automatically_derived]
impl<__E: PossibleRevertCtx> ::stateline::Run<__E> for possible_revert {
    fn run(
        input: Compliance,
        env: &__E,
    ) -> impl ::core::future::Future<
        Output = ::stateline::Outcome<Order, Rejected>,
    > + ::core::marker::Send {
        possible_revert(input, env)
    }
}
///What `start_transfer` may do.
pub trait StartTransferCtx: bank::transfer::Call + ::stateline::Ctx {}
#[automatically_derived]
impl<
    __E: bank::transfer::Call + ::stateline::Ctx + ?::core::marker::Sized,
> StartTransferCtx for __E {}
const _: () = ::stateline::derived::called::<
    bank::transfer::Request,
>(
    &[
        ("payments", "*", ""),
        ("ledger", "load_account", ""),
        ("ledger", "unload_account", ""),
        ("ledger", "transaction_amount", ""),
        ("screening", "screen", ""),
    ],
    "`payments` is not allowed to call the operation that `bank::transfer` refers to, only `load_account` of `ledger`, `unload_account` of `ledger`, `transaction_amount` of `ledger`, `screen` of `screening`; to allow it, add it to `contexts.payments.calls`",
    "",
);
///The step `start_transfer` of the process `payout`.
pub struct start_transfer {}
#[automatically_derived]
impl ::stateline::Step for start_transfer {
    type Input = Order;
    type Output = Transferred;
    type Error = Rejected;
    const CONTEXT: &'static str = "payments";
    const PROCESS: &'static str = "payout";
    const NAME: &'static str = "start_transfer";
    const CALLS: ::stateline::derived::Declares = ::core::option::Option::Some(
        &[::stateline::operation::Declared::of::<bank::transfer::Request>()],
    );
}
#[automatically_derived]
impl<__E: StartTransferCtx> ::stateline::Run<__E> for start_transfer {
    fn run(
        input: Order,
        env: &__E,
    ) -> impl ::core::future::Future<
        Output = ::stateline::Outcome<Transferred, Rejected>,
    > + ::core::marker::Send {
        start_transfer(input, env)
    }
}
///What `reverse_transfer` may do.
pub trait ReverseTransferCtx: bank::recall::Call + ::stateline::Ctx {}
#[automatically_derived]
impl<
    __E: bank::recall::Call + ::stateline::Ctx + ?::core::marker::Sized,
> ReverseTransferCtx for __E {}
const _: () = ::stateline::derived::called::<
    bank::recall::Request,
>(
    &[
        ("payments", "*", ""),
        ("ledger", "load_account", ""),
        ("ledger", "unload_account", ""),
        ("ledger", "transaction_amount", ""),
        ("screening", "screen", ""),
    ],
    "`payments` is not allowed to call the operation that `bank::recall` refers to, only `load_account` of `ledger`, `unload_account` of `ledger`, `transaction_amount` of `ledger`, `screen` of `screening`; to allow it, add it to `contexts.payments.calls`",
    "the compensation `reverse_transfer` calls the irreversible operation `bank::recall`, but the map does not mark it; write `compensated_by: { function: reverse_transfer, irreversible: true }` there",
);
///The compensation `reverse_transfer` of the process `payout`.
pub struct reverse_transfer {}
#[automatically_derived]
impl ::stateline::Compensation for reverse_transfer {
    type Input = Order;
    type Error = Rejected;
    const CONTEXT: &'static str = "payments";
    const PROCESS: &'static str = "payout";
    const NAME: &'static str = "reverse_transfer";
    const CALLS: ::stateline::derived::Declares = ::core::option::Option::Some(
        &[::stateline::operation::Declared::of::<bank::recall::Request>()],
    );
}
#[automatically_derived]
impl<__E: ReverseTransferCtx, __O: ::stateline::Data> ::stateline::Undo<__E, __O>
for reverse_transfer {
    async fn undo(
        input: Order,
        _: ::stateline::Done<__O>,
        env: &__E,
    ) -> ::core::result::Result<(), Rejected> {
        reverse_transfer(input, env).await
    }
}
#[automatically_derived]
impl<__O: ::stateline::Data> ::stateline::derived::Told<__O> for reverse_transfer {}
