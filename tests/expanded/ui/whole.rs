// What the macros derive from `tests/ui/whole.rs`.

mod steps {
    #[automatically_derived]
    impl ::stateline::Message for Blocked {
        const CONTEXT: &'static str = "payments";
        const TOPIC: &'static str = "payout.blocked";
        const TERMS: ::stateline::message::TopicTerms = ::stateline::message::TopicTerms {
            subscribers: &["compliance"],
            ack: ::core::option::Option::None,
        };
    }
    ///What `unload` may do.
    pub trait UnloadCtx: ledger::unload_account::Call + ::stateline::Ctx {}
    #[automatically_derived]
    impl<
        __E: ledger::unload_account::Call + ::stateline::Ctx + ?::core::marker::Sized,
    > UnloadCtx for __E {}
    const _: () = ::stateline::derived::called::<
        ledger::unload_account::Request,
    >(
        &[("ledger", "unload_account", "")],
        "`payments` is not allowed to call the operation that `ledger::unload_account` refers to, only `load_account` of `ledger`, `unload_account` of `ledger`, `transaction_amount` of `ledger`, `screen` of `screening`, `send` of `screening`; to allow it, add it to `contexts.payments.calls`",
        "the step `unload` calls the irreversible operation `ledger::unload_account`, but has no compensation; add `compensated_by: FUNCTION` to the step in the map",
    );
    ///The step `unload` of the process `payout`.
    pub struct unload {}
    #[automatically_derived]
    impl ::stateline::Step for unload {
        type Input = Request;
        type Output = Unloaded;
        type Error = Rejected;
        const CONTEXT: &'static str = "payments";
        const PROCESS: &'static str = "payout";
        const NAME: &'static str = "unload";
        const CALLS: ::stateline::derived::Declares = ::core::option::Option::Some(
            &[::stateline::operation::Declared::of::<ledger::unload_account::Request>()],
        );
    }
    #[automatically_derived]
    impl<__E: UnloadCtx> ::stateline::Run<__E> for unload {
        fn run(
            input: Request,
            env: &__E,
        ) -> impl ::core::future::Future<
            Output = ::stateline::Outcome<Unloaded, Rejected>,
        > + ::core::marker::Send {
            unload(input, env)
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
        "`payments` is not allowed to call the operation that `screening::screen` refers to, only `load_account` of `ledger`, `unload_account` of `ledger`, `transaction_amount` of `ledger`, `screen` of `screening`, `send` of `screening`; to allow it, add it to `contexts.payments.calls`",
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
        type Output = Order;
        type Error = CallError;
        const CONTEXT: &'static str = "payments";
        const PROCESS: &'static str = "payout";
        const NAME: &'static str = "screen_sanctions";
        const CALLS: ::stateline::derived::Declares = ::core::option::Option::Some(
            &[::stateline::operation::Declared::of::<screening::screen::Request>()],
        );
    }
    #[automatically_derived]
    impl<__E: ScreenSanctionsCtx> ::stateline::Run<__E> for screen_sanctions {
        async fn run(
            input: Unloaded,
            env: &__E,
        ) -> ::stateline::Outcome<Order, CallError> {
            screen_sanctions(&input, env).await.map(::stateline::Flow::Next)
        }
    }
    ///What `start_transfer` may do.
    pub trait StartTransferCtx: screening::send::Call + ::stateline::Ctx {}
    #[automatically_derived]
    impl<
        __E: screening::send::Call + ::stateline::Ctx + ?::core::marker::Sized,
    > StartTransferCtx for __E {}
    const _: () = ::stateline::derived::called::<
        screening::send::Request,
    >(
        &[("screening", "send", "")],
        "`payments` is not allowed to call the operation that `screening::send` refers to, only `load_account` of `ledger`, `unload_account` of `ledger`, `transaction_amount` of `ledger`, `screen` of `screening`, `send` of `screening`; to allow it, add it to `contexts.payments.calls`",
        "",
    );
    ///The step `start_transfer` of the process `payout`.
    pub struct start_transfer {}
    #[automatically_derived]
    impl ::stateline::Step for start_transfer {
        type Input = Order;
        type Output = u64;
        type Error = CallError;
        const CONTEXT: &'static str = "payments";
        const PROCESS: &'static str = "payout";
        const NAME: &'static str = "start_transfer";
        const CALLS: ::stateline::derived::Declares = ::core::option::Option::Some(
            &[::stateline::operation::Declared::of::<screening::send::Request>()],
        );
    }
    #[automatically_derived]
    impl<__E: StartTransferCtx> ::stateline::Run<__E> for start_transfer {
        fn run(
            input: Order,
            env: &__E,
        ) -> impl ::core::future::Future<
            Output = ::stateline::Outcome<u64, CallError>,
        > + ::core::marker::Send {
            start_transfer(input, env)
        }
    }
    ///What `reverse_transfer` may do.
    pub trait ReverseTransferCtx: ledger::load_account::Call + ::stateline::Ctx {}
    #[automatically_derived]
    impl<
        __E: ledger::load_account::Call + ::stateline::Ctx + ?::core::marker::Sized,
    > ReverseTransferCtx for __E {}
    const _: () = ::stateline::derived::called::<
        ledger::load_account::Request,
    >(
        &[("ledger", "load_account", "")],
        "`payments` is not allowed to call the operation that `ledger::load_account` refers to, only `load_account` of `ledger`, `unload_account` of `ledger`, `transaction_amount` of `ledger`, `screen` of `screening`, `send` of `screening`; to allow it, add it to `contexts.payments.calls`",
        "the compensation `reverse_transfer` calls the irreversible operation `ledger::load_account`, but the map does not mark it; write `compensated_by: { function: reverse_transfer, irreversible: true }` there",
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
            &[::stateline::operation::Declared::of::<ledger::load_account::Request>()],
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
    ///The step `load` of the process `refund`.
    pub struct load {}
    #[automatically_derived]
    impl ::stateline::Step for load {
        type Input = Amount;
        type Output = ();
        type Error = Infallible;
        const CONTEXT: &'static str = "payments";
        const PROCESS: &'static str = "refund";
        const NAME: &'static str = "load";
        const CALLS: ::stateline::derived::Declares = ::core::option::Option::Some(&[]);
    }
    #[automatically_derived]
    impl<__E: ::core::marker::Sync + ?::core::marker::Sized> ::stateline::Run<__E>
    for load {
        async fn run(input: Amount, env: &__E) -> ::stateline::Outcome<(), Infallible> {
            load(input)
        }
    }
}
#[doc(hidden)]
type __payout_reverse_transfer = reverse_transfer;
#[doc(hidden)]
type __payout_screen_sanctions = screen_sanctions;
#[doc(hidden)]
type __payout_start_transfer = start_transfer;
#[doc(hidden)]
type __payout_unload = unload;
///The process `payout`.
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
const _: () = ::stateline::derived::step_of::<
    __payout_screen_sanctions,
>(
    "payments",
    "payout",
    "the process `payout` lists `screen_sanctions`, whose attribute names another process; write `process = \"payout\"` there",
);
const _: () = ::stateline::derived::step_of::<
    __payout_start_transfer,
>(
    "payments",
    "payout",
    "the process `payout` lists `start_transfer`, whose attribute names another process; write `process = \"payout\"` there",
);
const _: () = ::stateline::derived::step_of::<
    __payout_unload,
>(
    "payments",
    "payout",
    "the process `payout` lists `unload`, whose attribute names another process; write `process = \"payout\"` there",
);
const _: () = ::stateline::derived::compensation_of::<
    __payout_reverse_transfer,
>(
    "payments",
    "payout",
    "the process `payout` lists `reverse_transfer`, whose attribute names another process; write `process = \"payout\"` there",
);
#[doc(hidden)]
type __refund_load = load;
///The process `refund`.
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
const _: () = ::stateline::derived::step_of::<
    __refund_load,
>(
    "payments",
    "refund",
    "the process `refund` lists `load`, whose attribute names another process; write `process = \"refund\"` there",
);
#[automatically_derived]
impl ::stateline::Has<ledger::Db> for Desk {
    fn get(&self) -> &::stateline::derived::Lent<ledger::Db> {
        &self.db
    }
}
#[automatically_derived]
impl ::stateline::Has<screening::Lists> for Desk {
    fn get(&self) -> &::stateline::derived::Lent<screening::Lists> {
        &self.lists
    }
}
