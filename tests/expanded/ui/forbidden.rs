// What the macros derive from `tests/ui/forbidden.rs`.

mod steps {
    ///Asks for `told`.
    pub(crate) struct RequestTold {
        ///What is given as `amount`.
        pub(crate) amount: u64,
    }
    #[automatically_derived]
    impl ::stateline::derived::serde::Serialize for RequestTold {
        fn serialize<S: ::stateline::derived::serde::Serializer>(
            &self,
            to: S,
        ) -> ::core::result::Result<S::Ok, S::Error> {
            ::stateline::derived::fields::write(
                to,
                "RequestTold",
                &["amount"],
                (&self.amount,),
            )
        }
    }
    #[automatically_derived]
    impl<'de> ::stateline::derived::serde::Deserialize<'de> for RequestTold {
        fn deserialize<D: ::stateline::derived::serde::Deserializer<'de>>(
            from: D,
        ) -> ::core::result::Result<Self, D::Error> {
            ::stateline::derived::fields::read(from, "RequestTold", &["amount"])
                .map(|(amount,)| RequestTold { amount })
        }
    }
    #[automatically_derived]
    impl ::stateline::Operation for RequestTold {
        type Output = u64;
        const CONTEXT: &'static str = "payments";
        const NAME: &'static str = "told";
        const EFFECT: ::stateline::Effect = ::stateline::Effect::Read;
        const EXTERNAL: bool = false;
        const PLACE: &'static str = ::core::concat!(
            ::core::module_path!(), "::", "told"
        );
    }
    #[automatically_derived]
    impl<__E: ::core::marker::Sync + ?::core::marker::Sized> ::stateline::Handle<__E>
    for RequestTold {
        fn handle(
            self,
            env: &__E,
            about: &::stateline::Call,
        ) -> impl ::core::future::Future<Output = u64> + ::core::marker::Send {
            told(self.amount)
        }
        fn rehearse(
            self,
            env: &__E,
            about: &::stateline::Call,
        ) -> impl ::core::future::Future<Output = u64> + ::core::marker::Send {
            ::stateline::derived::awaited::<u64, _>(would_tell(self.amount))
        }
    }
    ///A ctx that calls `told`.
    pub(crate) trait CallTold: ::stateline::Calls<RequestTold> {
        ///Calls `told`.
        #[must_use = "it may be too much"]
        fn told(
            &self,
            amount: u64,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<u64, ::stateline::CallError>,
        > + ::core::marker::Send {
            ::stateline::Calls::call(self, RequestTold { amount })
        }
    }
    #[automatically_derived]
    impl<__E: ::stateline::Calls<RequestTold> + ?::core::marker::Sized> CallTold
    for __E {}
    #[doc(hidden)]
    pub(crate) mod told {
        pub(crate) use super::{CallTold as Call, RequestTold as Request};
    }
    ///What `unload` may do.
    pub(crate) trait UnloadCtx: ledger::unload_account::Call + told::Call + ::stateline::Ctx {}
    #[automatically_derived]
    impl<
        __E: ledger::unload_account::Call + told::Call + ::stateline::Ctx
            + ?::core::marker::Sized,
    > UnloadCtx for __E {}
    const _: () = ::stateline::derived::called::<
        ledger::unload_account::Request,
    >(
        &[("ledger", "unload_account", "")],
        "`payments` is not allowed to call the operation that `ledger::unload_account` refers to, only `load_account` of `ledger`, `unload_account` of `ledger`, `transaction_amount` of `ledger`, `screen` of `screening`, `send` of `screening`; to allow it, add it to `contexts.payments.calls`",
        "the step `unload` calls the irreversible operation `ledger::unload_account`, but has no compensation; add `compensated_by: FUNCTION` to the step in the map",
    );
    const _: () = ::stateline::derived::called::<
        told::Request,
    >(
        &[
            ("payments", "*", ""),
            ("ledger", "load_account", ""),
            ("ledger", "unload_account", ""),
            ("ledger", "transaction_amount", ""),
            ("screening", "screen", ""),
            ("screening", "send", ""),
        ],
        "`payments` is not allowed to call the operation that `told` refers to, only `load_account` of `ledger`, `unload_account` of `ledger`, `transaction_amount` of `ledger`, `screen` of `screening`, `send` of `screening`; to allow it, add it to `contexts.payments.calls`",
        "the step `unload` calls the irreversible operation `told`, but has no compensation; add `compensated_by: FUNCTION` to the step in the map",
    );
    ///The step `unload` of the process `payout`.
    pub(crate) struct unload {}
    #[automatically_derived]
    impl ::stateline::Step for unload {
        type Input = u64;
        type Output = u64;
        type Error = Refused;
        const CONTEXT: &'static str = "payments";
        const PROCESS: &'static str = "payout";
        const NAME: &'static str = "unload";
        const CALLS: ::stateline::derived::Declares = ::core::option::Option::Some(
            &[
                ::stateline::operation::Declared::of::<
                    ledger::unload_account::Request,
                >(),
                ::stateline::operation::Declared::of::<told::Request>(),
            ],
        );
    }
    #[automatically_derived]
    impl<__E: UnloadCtx> ::stateline::Run<__E> for unload {
        fn run(
            input: u64,
            env: &__E,
        ) -> impl ::core::future::Future<
            Output = ::stateline::Outcome<u64, Refused>,
        > + ::core::marker::Send {
            unload(input, env)
        }
    }
    const _: () = {
        use ::stateline::derived::Plain as _;
        ::stateline::derived::goes_on(
            ::stateline::derived::Returned::<u64>::FAILS,
            "`u64` is another name for a `Result`, so its error would be stored as if the step had succeeded; write `Result<…, …>` or `Outcome<…, …>` instead",
        )
    };
    ///The step `screen_sanctions` of the process `payout`.
    pub(super) struct screen_sanctions {}
    #[automatically_derived]
    impl ::stateline::Step for screen_sanctions {
        type Input = u64;
        type Output = u64;
        type Error = ::core::convert::Infallible;
        const CONTEXT: &'static str = "payments";
        const PROCESS: &'static str = "payout";
        const NAME: &'static str = "screen_sanctions";
        const CALLS: ::stateline::derived::Declares = ::core::option::Option::Some(&[]);
    }
    #[automatically_derived]
    impl<__E: ::core::marker::Sync + ?::core::marker::Sized> ::stateline::Run<__E>
    for screen_sanctions {
        async fn run(
            input: u64,
            env: &__E,
        ) -> ::stateline::Outcome<u64, ::core::convert::Infallible> {
            ::core::result::Result::Ok(::stateline::Flow::Next(screen_sanctions(input)))
        }
    }
    ///What `start_transfer` may do.
    pub(crate) trait StartTransferCtx: screening::send::Call + ::stateline::Ctx {}
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
    pub(crate) struct start_transfer {}
    #[automatically_derived]
    impl ::stateline::Step for start_transfer {
        type Input = u64;
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
        async fn run(input: u64, env: &__E) -> ::stateline::Outcome<u64, CallError> {
            start_transfer(input, env).await.map(::stateline::Flow::Next)
        }
    }
    ///The compensation `reverse_transfer` of the process `payout`.
    pub(crate) struct reverse_transfer {}
    #[automatically_derived]
    impl ::stateline::Compensation for reverse_transfer {
        type Input = u64;
        type Error = ::core::convert::Infallible;
        const CONTEXT: &'static str = "payments";
        const PROCESS: &'static str = "payout";
        const NAME: &'static str = "reverse_transfer";
        const CALLS: ::stateline::derived::Declares = ::core::option::Option::Some(&[]);
    }
    #[automatically_derived]
    impl<__E: ::core::marker::Sync + ?::core::marker::Sized> ::stateline::Undo<__E, u64>
    for reverse_transfer {
        async fn undo(
            input: u64,
            done: ::stateline::Done<u64>,
            env: &__E,
        ) -> ::core::result::Result<(), ::core::convert::Infallible> {
            {
                reverse_transfer(input, done);
                ::core::result::Result::Ok(())
            }
        }
    }
    #[automatically_derived]
    impl ::stateline::derived::Told<u64> for reverse_transfer {}
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
mod offered {
    /// Nobody calls it here.
    pub struct RequestBalance {}
    #[automatically_derived]
    impl ::stateline::derived::serde::Serialize for RequestBalance {
        fn serialize<S: ::stateline::derived::serde::Serializer>(
            &self,
            to: S,
        ) -> ::core::result::Result<S::Ok, S::Error> {
            ::stateline::derived::fields::write(to, "RequestBalance", &[], ())
        }
    }
    #[automatically_derived]
    impl<'de> ::stateline::derived::serde::Deserialize<'de> for RequestBalance {
        fn deserialize<D: ::stateline::derived::serde::Deserializer<'de>>(
            from: D,
        ) -> ::core::result::Result<Self, D::Error> {
            ::stateline::derived::fields::read(from, "RequestBalance", &[])
                .map(|()| RequestBalance {})
        }
    }
    #[automatically_derived]
    impl ::stateline::Operation for RequestBalance {
        type Output = u64;
        const CONTEXT: &'static str = "payments";
        const NAME: &'static str = "balance";
        const EFFECT: ::stateline::Effect = ::stateline::Effect::Read;
        const EXTERNAL: bool = false;
        const PLACE: &'static str = ::core::concat!(
            ::core::module_path!(), "::", "balance"
        );
        const BLOCKING: bool = true;
    }
    #[automatically_derived]
    impl<
        __E: ::stateline::Has<ledger::Db> + ::core::marker::Sync + ?::core::marker::Sized,
    > ::stateline::Handle<__E> for RequestBalance {
        async fn handle(self, env: &__E, about: &::stateline::Call) -> u64 {
            balance(::stateline::Has::<ledger::Db>::get(env))
        }
    }
    ///A ctx that calls `balance`.
    pub trait CallBalance: ::stateline::Calls<RequestBalance> {
        /// Nobody calls it here.
        fn balance(
            &self,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<u64, ::stateline::CallError>,
        > + ::core::marker::Send {
            ::stateline::Calls::call(self, RequestBalance {})
        }
    }
    #[automatically_derived]
    impl<__E: ::stateline::Calls<RequestBalance> + ?::core::marker::Sized> CallBalance
    for __E {}
    #[doc(hidden)]
    pub mod balance {
        pub use super::{CallBalance as Call, RequestBalance as Request};
    }
}
#[automatically_derived]
impl ::stateline::Has<screening::Lists> for Desk {
    fn get(&self) -> &::stateline::derived::Lent<screening::Lists> {
        &self.lists
    }
}
#[automatically_derived]
impl ::stateline::Has<ledger::Db> for Desk {
    fn get(&self) -> &::stateline::derived::Lent<ledger::Db> {
        &self.db
    }
}
