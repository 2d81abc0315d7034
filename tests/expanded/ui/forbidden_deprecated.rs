// What the macros derive from `tests/ui/forbidden_deprecated.rs`.

mod steps {
    /// Tells.
    pub struct RequestOld {
        ///What is given as `amount`.
        pub amount: u64,
    }
    #[automatically_derived]
    impl ::stateline::derived::serde::Serialize for RequestOld {
        fn serialize<S: ::stateline::derived::serde::Serializer>(
            &self,
            to: S,
        ) -> ::core::result::Result<S::Ok, S::Error> {
            ::stateline::derived::fields::write(
                to,
                "RequestOld",
                &["amount"],
                (&self.amount,),
            )
        }
    }
    #[automatically_derived]
    impl<'de> ::stateline::derived::serde::Deserialize<'de> for RequestOld {
        fn deserialize<D: ::stateline::derived::serde::Deserializer<'de>>(
            from: D,
        ) -> ::core::result::Result<Self, D::Error> {
            ::stateline::derived::fields::read(from, "RequestOld", &["amount"])
                .map(|(amount,)| RequestOld { amount })
        }
    }
    #[automatically_derived]
    impl ::stateline::Operation for RequestOld {
        type Output = u64;
        const CONTEXT: &'static str = "payments";
        const NAME: &'static str = "old";
        const EFFECT: ::stateline::Effect = ::stateline::Effect::Read;
        const EXTERNAL: bool = false;
        const PLACE: &'static str = ::core::concat!(::core::module_path!(), "::", "old");
        const BLOCKING: bool = true;
    }
    #[automatically_derived]
    impl<__E: ::core::marker::Sync + ?::core::marker::Sized> ::stateline::Handle<__E>
    for RequestOld {
        async fn handle(self, env: &__E, about: &::stateline::Call) -> u64 {
            old(self.amount)
        }
    }
    ///A ctx that calls `old`.
    pub trait CallOld: ::stateline::Calls<RequestOld> {
        /// Tells.
        #[deprecated = "ask `told`"]
        fn old(
            &self,
            amount: u64,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<u64, ::stateline::CallError>,
        > + ::core::marker::Send {
            ::stateline::Calls::call(self, RequestOld { amount })
        }
    }
    #[automatically_derived]
    impl<__E: ::stateline::Calls<RequestOld> + ?::core::marker::Sized> CallOld for __E {}
    #[doc(hidden)]
    pub mod old {
        pub use super::{CallOld as Call, RequestOld as Request};
    }
    /// Pays.
    pub struct RequestPay {
        ///What is given as `amount`.
        pub amount: u64,
    }
    #[automatically_derived]
    impl ::stateline::derived::serde::Serialize for RequestPay {
        fn serialize<S: ::stateline::derived::serde::Serializer>(
            &self,
            to: S,
        ) -> ::core::result::Result<S::Ok, S::Error> {
            ::stateline::derived::fields::write(
                to,
                "RequestPay",
                &["amount"],
                (&self.amount,),
            )
        }
    }
    #[automatically_derived]
    impl<'de> ::stateline::derived::serde::Deserialize<'de> for RequestPay {
        fn deserialize<D: ::stateline::derived::serde::Deserializer<'de>>(
            from: D,
        ) -> ::core::result::Result<Self, D::Error> {
            ::stateline::derived::fields::read(from, "RequestPay", &["amount"])
                .map(|(amount,)| RequestPay { amount })
        }
    }
    #[automatically_derived]
    impl ::stateline::Operation for RequestPay {
        type Output = u64;
        const CONTEXT: &'static str = "payments";
        const NAME: &'static str = "pay";
        const EFFECT: ::stateline::Effect = ::stateline::Effect::Write;
        const EXTERNAL: bool = false;
        const PLACE: &'static str = ::core::concat!(::core::module_path!(), "::", "pay");
        const INQUIRY: ::core::option::Option<&'static str> = ::core::option::Option::Some(
            <paid::Request as ::stateline::Operation>::NAME,
        );
    }
    const _: () = ::stateline::derived::inquires::<paid::Request>();
    #[automatically_derived]
    impl<
        __E: ::stateline::Has<ledger::Db> + ::core::marker::Sync + ?::core::marker::Sized,
    > ::stateline::Handle<__E> for RequestPay
    where
        paid::Request: ::stateline::Handle<__E>,
    {
        fn handle(
            self,
            env: &__E,
            about: &::stateline::Call,
        ) -> impl ::core::future::Future<Output = u64> + ::core::marker::Send {
            pay(::stateline::Has::<ledger::Db>::get(env), about, self.amount)
        }
        fn rehearse(
            self,
            env: &__E,
            about: &::stateline::Call,
        ) -> impl ::core::future::Future<Output = u64> + ::core::marker::Send {
            ::stateline::derived::awaited::<
                u64,
                _,
            >(would_pay(::stateline::Has::<ledger::Db>::get(env), about, self.amount))
        }
        fn inquire(
            key: ::stateline::Key,
            env: &__E,
            about: &::stateline::Call,
        ) -> impl ::core::future::Future<
            Output = ::stateline::Inquiry<u64>,
        > + ::core::marker::Send {
            ::stateline::Handle::handle(
                <paid::Request as ::stateline::derived::OfKey>::of_key(key),
                env,
                about,
            )
        }
    }
    ///A ctx that calls `pay`.
    pub trait CallPay: ::stateline::Calls<RequestPay> {
        /// Pays.
        #[deprecated]
        fn pay(
            &self,
            amount: u64,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<u64, ::stateline::CallError>,
        > + ::core::marker::Send {
            ::stateline::Calls::call(self, RequestPay { amount })
        }
    }
    #[automatically_derived]
    impl<__E: ::stateline::Calls<RequestPay> + ?::core::marker::Sized> CallPay for __E {}
    #[doc(hidden)]
    pub mod pay {
        pub use super::{CallPay as Call, RequestPay as Request};
    }
    ///Asks for `paid`.
    pub(crate) struct RequestPaid {
        ///What is given as `_key`.
        pub(crate) _key: Key,
    }
    #[automatically_derived]
    impl ::stateline::derived::serde::Serialize for RequestPaid {
        fn serialize<S: ::stateline::derived::serde::Serializer>(
            &self,
            to: S,
        ) -> ::core::result::Result<S::Ok, S::Error> {
            ::stateline::derived::fields::write(
                to,
                "RequestPaid",
                &["_key"],
                (&self._key,),
            )
        }
    }
    #[automatically_derived]
    impl<'de> ::stateline::derived::serde::Deserialize<'de> for RequestPaid {
        fn deserialize<D: ::stateline::derived::serde::Deserializer<'de>>(
            from: D,
        ) -> ::core::result::Result<Self, D::Error> {
            ::stateline::derived::fields::read(from, "RequestPaid", &["_key"])
                .map(|(_key,)| RequestPaid { _key })
        }
    }
    #[automatically_derived]
    impl ::stateline::Operation for RequestPaid {
        type Output = Inquiry<u64>;
        const CONTEXT: &'static str = "payments";
        const NAME: &'static str = "paid";
        const EFFECT: ::stateline::Effect = ::stateline::Effect::Read;
        const EXTERNAL: bool = false;
        const PLACE: &'static str = ::core::concat!(
            ::core::module_path!(), "::", "paid"
        );
        const BLOCKING: bool = true;
    }
    #[automatically_derived]
    impl<__E: ::core::marker::Sync + ?::core::marker::Sized> ::stateline::Handle<__E>
    for RequestPaid {
        async fn handle(self, env: &__E, about: &::stateline::Call) -> Inquiry<u64> {
            paid(self._key)
        }
    }
    #[automatically_derived]
    impl ::stateline::derived::OfKey for RequestPaid {
        fn of_key(key: ::stateline::Key) -> Self {
            RequestPaid { _key: key }
        }
    }
    ///A ctx that calls `paid`.
    pub(crate) trait CallPaid: ::stateline::Calls<RequestPaid> {
        ///Calls `paid`.
        #[deprecated(since = "1.0.0", note = "nobody asks")]
        fn paid(
            &self,
            _key: Key,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<Inquiry<u64>, ::stateline::CallError>,
        > + ::core::marker::Send {
            ::stateline::Calls::call(self, RequestPaid { _key })
        }
    }
    #[automatically_derived]
    impl<__E: ::stateline::Calls<RequestPaid> + ?::core::marker::Sized> CallPaid
    for __E {}
    #[doc(hidden)]
    pub(crate) mod paid {
        pub(crate) use super::{CallPaid as Call, RequestPaid as Request};
    }
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
        const BLOCKING: bool = true;
    }
    #[automatically_derived]
    impl<__E: ::core::marker::Sync + ?::core::marker::Sized> ::stateline::Handle<__E>
    for RequestTold {
        async fn handle(self, env: &__E, about: &::stateline::Call) -> u64 {
            told(self.amount)
        }
    }
    ///A ctx that calls `told`.
    pub(crate) trait CallTold: ::stateline::Calls<RequestTold> {
        ///Calls `told`.
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
    pub(crate) trait UnloadCtx: told::Call + ::stateline::Ctx {}
    #[automatically_derived]
    impl<__E: told::Call + ::stateline::Ctx + ?::core::marker::Sized> UnloadCtx for __E {}
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
        type Error = CallError;
        const CONTEXT: &'static str = "payments";
        const PROCESS: &'static str = "payout";
        const NAME: &'static str = "unload";
        const CALLS: ::stateline::derived::Declares = ::core::option::Option::Some(
            &[::stateline::operation::Declared::of::<told::Request>()],
        );
    }
    #[automatically_derived]
    impl<__E: UnloadCtx> ::stateline::Run<__E> for unload {
        async fn run(input: u64, env: &__E) -> ::stateline::Outcome<u64, CallError> {
            unload(input, env).await.map(::stateline::Flow::Next)
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
            ::core::result::Result::Ok(::stateline::Flow::Next(screen_sanctions(&input)))
        }
    }
    const _: () = {
        use ::stateline::derived::Plain as _;
        ::stateline::derived::goes_on(
            ::stateline::derived::Returned::<u64>::FAILS,
            "`u64` is another name for a `Result`, so its error would be stored as if the step had succeeded; write `Result<…, …>` or `Outcome<…, …>` instead",
        )
    };
    ///The step `start_transfer` of the process `payout`.
    pub(crate) struct start_transfer {}
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
    const _: () = ::stateline::derived::published::<
        compliance::Decided,
    >(
        &["compliance.decided"],
        "the handler `decided` receives `compliance.decided`, but its first argument is the message of another topic; take the message of `compliance.decided`",
    );
    ///The handler `decided`.
    pub struct decided {}
    #[automatically_derived]
    impl ::stateline::Receive for decided {
        type Message = compliance::Decided;
        const CONTEXT: &'static str = "payments";
        const NAME: &'static str = "decided";
        const CALLS: ::stateline::derived::Declares = ::core::option::Option::Some(&[]);
    }
    #[automatically_derived]
    impl<__E: ::core::marker::Sync + ?::core::marker::Sized> ::stateline::Hear<__E>
    for decided {
        async fn hear(
            input: compliance::Decided,
            env: &__E,
        ) -> ::core::result::Result<::stateline::Ack, ::stateline::Nack> {
            ::stateline::message::Acknowledges::acknowledge(decided(input))
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
    pub(crate) fn payout<Env: ::stateline::Stage>() -> ::stateline::Chain<
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
            + ::stateline::Undo<
                Env,
                <__payout_start_transfer as ::stateline::Step>::Output,
            >,
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
}
