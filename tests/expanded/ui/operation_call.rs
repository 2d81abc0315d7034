// What the macros derive from `tests/ui/operation_call.rs`.

/// The call comes wherever it stands, and by whatever path.
pub struct RequestSend {
    ///What is given as `amount`.
    pub amount: u64,
}
#[automatically_derived]
impl ::stateline::derived::serde::Serialize for RequestSend {
    fn serialize<S: ::stateline::derived::serde::Serializer>(
        &self,
        to: S,
    ) -> ::core::result::Result<S::Ok, S::Error> {
        ::stateline::derived::fields::write(
            to,
            "RequestSend",
            &["amount"],
            (&self.amount,),
        )
    }
}
#[automatically_derived]
impl<'de> ::stateline::derived::serde::Deserialize<'de> for RequestSend {
    fn deserialize<D: ::stateline::derived::serde::Deserializer<'de>>(
        from: D,
    ) -> ::core::result::Result<Self, D::Error> {
        ::stateline::derived::fields::read(from, "RequestSend", &["amount"])
            .map(|(amount,)| RequestSend { amount })
    }
}
#[automatically_derived]
impl ::stateline::Operation for RequestSend {
    type Output = u64;
    const CONTEXT: &'static str = "payments";
    const NAME: &'static str = "send";
    const EFFECT: ::stateline::Effect = ::stateline::Effect::Write;
    const EXTERNAL: bool = false;
    const PLACE: &'static str = ::core::concat!(::core::module_path!(), "::", "send");
    const IDEMPOTENT_FOR: ::core::option::Option<::core::time::Duration> = ::core::option::Option::Some(
        ::core::time::Duration::from_millis(86400000u64),
    );
    const INQUIRY: ::core::option::Option<&'static str> = ::core::option::Option::Some(
        <status::Request as ::stateline::Operation>::NAME,
    );
}
const _: () = ::stateline::derived::inquires::<status::Request>();
#[automatically_derived]
impl<
    __E: ::stateline::Has<Bank> + ::core::marker::Sync + ?::core::marker::Sized,
> ::stateline::Handle<__E> for RequestSend
where
    status::Request: ::stateline::Handle<__E>,
{
    fn handle(
        self,
        env: &__E,
        about: &::stateline::Call,
    ) -> impl ::core::future::Future<Output = u64> + ::core::marker::Send {
        send(about, ::stateline::Has::<Bank>::get(env), self.amount)
    }
    fn rehearse(
        self,
        env: &__E,
        about: &::stateline::Call,
    ) -> impl ::core::future::Future<Output = u64> + ::core::marker::Send {
        ::stateline::derived::awaited::<
            u64,
            _,
        >(would_send(about, ::stateline::Has::<Bank>::get(env), self.amount))
    }
    fn inquire(
        key: ::stateline::Key,
        env: &__E,
        about: &::stateline::Call,
    ) -> impl ::core::future::Future<
        Output = ::stateline::Inquiry<u64>,
    > + ::core::marker::Send {
        ::stateline::Handle::handle(
            <status::Request as ::stateline::derived::OfKey>::of_key(key),
            env,
            about,
        )
    }
}
///A ctx that calls `send`.
pub trait CallSend: ::stateline::Calls<RequestSend> {
    /// The call comes wherever it stands, and by whatever path.
    fn send(
        &self,
        amount: u64,
    ) -> impl ::core::future::Future<
        Output = ::core::result::Result<u64, ::stateline::CallError>,
    > + ::core::marker::Send {
        ::stateline::Calls::call(self, RequestSend { amount })
    }
}
#[automatically_derived]
impl<__E: ::stateline::Calls<RequestSend> + ?::core::marker::Sized> CallSend for __E {}
#[doc(hidden)]
pub mod send {
    pub use super::{CallSend as Call, RequestSend as Request};
}
///Asks for `status`.
pub struct RequestStatus {
    ///What is given as `key`.
    pub key: Key,
}
#[automatically_derived]
impl ::stateline::derived::serde::Serialize for RequestStatus {
    fn serialize<S: ::stateline::derived::serde::Serializer>(
        &self,
        to: S,
    ) -> ::core::result::Result<S::Ok, S::Error> {
        ::stateline::derived::fields::write(to, "RequestStatus", &["key"], (&self.key,))
    }
}
#[automatically_derived]
impl<'de> ::stateline::derived::serde::Deserialize<'de> for RequestStatus {
    fn deserialize<D: ::stateline::derived::serde::Deserializer<'de>>(
        from: D,
    ) -> ::core::result::Result<Self, D::Error> {
        ::stateline::derived::fields::read(from, "RequestStatus", &["key"])
            .map(|(key,)| RequestStatus { key })
    }
}
#[automatically_derived]
impl ::stateline::Operation for RequestStatus {
    type Output = Inquiry<u64>;
    const CONTEXT: &'static str = "payments";
    const NAME: &'static str = "status";
    const EFFECT: ::stateline::Effect = ::stateline::Effect::Read;
    const EXTERNAL: bool = false;
    const PLACE: &'static str = ::core::concat!(::core::module_path!(), "::", "status");
    const BLOCKING: bool = true;
}
#[automatically_derived]
impl<
    __E: ::stateline::Has<Bank> + ::core::marker::Sync + ?::core::marker::Sized,
> ::stateline::Handle<__E> for RequestStatus {
    async fn handle(self, env: &__E, about: &::stateline::Call) -> Inquiry<u64> {
        status(::stateline::Has::<Bank>::get(env), self.key)
    }
}
#[automatically_derived]
impl ::stateline::derived::OfKey for RequestStatus {
    fn of_key(key: ::stateline::Key) -> Self {
        RequestStatus { key: key }
    }
}
///A ctx that calls `status`.
pub trait CallStatus: ::stateline::Calls<RequestStatus> {
    ///Calls `status`.
    fn status(
        &self,
        key: Key,
    ) -> impl ::core::future::Future<
        Output = ::core::result::Result<Inquiry<u64>, ::stateline::CallError>,
    > + ::core::marker::Send {
        ::stateline::Calls::call(self, RequestStatus { key })
    }
}
#[automatically_derived]
impl<__E: ::stateline::Calls<RequestStatus> + ?::core::marker::Sized> CallStatus
for __E {}
#[doc(hidden)]
pub mod status {
    pub use super::{CallStatus as Call, RequestStatus as Request};
}
///Asks for `stamp`.
pub struct RequestStamp {
    ///What is given as `amount`.
    pub amount: u64,
}
#[automatically_derived]
impl ::stateline::derived::serde::Serialize for RequestStamp {
    fn serialize<S: ::stateline::derived::serde::Serializer>(
        &self,
        to: S,
    ) -> ::core::result::Result<S::Ok, S::Error> {
        ::stateline::derived::fields::write(
            to,
            "RequestStamp",
            &["amount"],
            (&self.amount,),
        )
    }
}
#[automatically_derived]
impl<'de> ::stateline::derived::serde::Deserialize<'de> for RequestStamp {
    fn deserialize<D: ::stateline::derived::serde::Deserializer<'de>>(
        from: D,
    ) -> ::core::result::Result<Self, D::Error> {
        ::stateline::derived::fields::read(from, "RequestStamp", &["amount"])
            .map(|(amount,)| RequestStamp { amount })
    }
}
#[automatically_derived]
impl ::stateline::Operation for RequestStamp {
    type Output = ();
    const CONTEXT: &'static str = "payments";
    const NAME: &'static str = "stamp";
    const EFFECT: ::stateline::Effect = ::stateline::Effect::Irreversible;
    const EXTERNAL: bool = false;
    const PLACE: &'static str = ::core::concat!(::core::module_path!(), "::", "stamp");
    const BLOCKING: bool = true;
    const INQUIRY: ::core::option::Option<&'static str> = ::core::option::Option::Some(
        <by::key::Request as ::stateline::Operation>::NAME,
    );
}
const _: () = ::stateline::derived::inquires::<by::key::Request>();
#[automatically_derived]
impl<__E: ::core::marker::Sync + ?::core::marker::Sized> ::stateline::Handle<__E>
for RequestStamp
where
    by::key::Request: ::stateline::Handle<__E>,
{
    async fn handle(self, env: &__E, about: &::stateline::Call) -> () {
        stamp(self.amount, about)
    }
    async fn rehearse(self, env: &__E, about: &::stateline::Call) -> () {
        ::stateline::derived::AtOnce::<()>::it(nothing(self.amount, about))
    }
    fn inquire(
        key: ::stateline::Key,
        env: &__E,
        about: &::stateline::Call,
    ) -> impl ::core::future::Future<
        Output = ::stateline::Inquiry<()>,
    > + ::core::marker::Send {
        ::stateline::Handle::handle(
            <by::key::Request as ::stateline::derived::OfKey>::of_key(key),
            env,
            about,
        )
    }
}
///A ctx that calls `stamp`.
pub trait CallStamp: ::stateline::Calls<RequestStamp> {
    ///Calls `stamp`.
    fn stamp(
        &self,
        amount: u64,
    ) -> impl ::core::future::Future<
        Output = ::core::result::Result<(), ::stateline::CallError>,
    > + ::core::marker::Send {
        ::stateline::Calls::call(self, RequestStamp { amount })
    }
}
#[automatically_derived]
impl<__E: ::stateline::Calls<RequestStamp> + ?::core::marker::Sized> CallStamp for __E {}
#[doc(hidden)]
pub mod stamp {
    pub use super::{CallStamp as Call, RequestStamp as Request};
}
mod by {
    /// What takes more than a key is no inquiry, and what borrows nothing may be one.
    pub struct RequestKey {
        ///What is given as `key`.
        pub key: stateline::Key,
    }
    #[automatically_derived]
    impl ::stateline::derived::serde::Serialize for RequestKey {
        fn serialize<S: ::stateline::derived::serde::Serializer>(
            &self,
            to: S,
        ) -> ::core::result::Result<S::Ok, S::Error> {
            ::stateline::derived::fields::write(to, "RequestKey", &["key"], (&self.key,))
        }
    }
    #[automatically_derived]
    impl<'de> ::stateline::derived::serde::Deserialize<'de> for RequestKey {
        fn deserialize<D: ::stateline::derived::serde::Deserializer<'de>>(
            from: D,
        ) -> ::core::result::Result<Self, D::Error> {
            ::stateline::derived::fields::read(from, "RequestKey", &["key"])
                .map(|(key,)| RequestKey { key })
        }
    }
    #[automatically_derived]
    impl ::stateline::Operation for RequestKey {
        type Output = stateline::Inquiry<()>;
        const CONTEXT: &'static str = "payments";
        const NAME: &'static str = "key";
        const EFFECT: ::stateline::Effect = ::stateline::Effect::Read;
        const EXTERNAL: bool = false;
        const PLACE: &'static str = ::core::concat!(::core::module_path!(), "::", "key");
    }
    #[automatically_derived]
    impl<__E: ::core::marker::Sync + ?::core::marker::Sized> ::stateline::Handle<__E>
    for RequestKey {
        fn handle(
            self,
            env: &__E,
            about: &::stateline::Call,
        ) -> impl ::core::future::Future<
            Output = stateline::Inquiry<()>,
        > + ::core::marker::Send {
            key(self.key)
        }
    }
    #[automatically_derived]
    impl ::stateline::derived::OfKey for RequestKey {
        fn of_key(key: ::stateline::Key) -> Self {
            RequestKey { key: key }
        }
    }
    ///A ctx that calls `key`.
    pub trait CallKey: ::stateline::Calls<RequestKey> {
        /// What takes more than a key is no inquiry, and what borrows nothing may be one.
        fn key(
            &self,
            key: stateline::Key,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<
                stateline::Inquiry<()>,
                ::stateline::CallError,
            >,
        > + ::core::marker::Send {
            ::stateline::Calls::call(self, RequestKey { key })
        }
    }
    #[automatically_derived]
    impl<__E: ::stateline::Calls<RequestKey> + ?::core::marker::Sized> CallKey for __E {}
    #[doc(hidden)]
    pub mod key {
        pub use super::{CallKey as Call, RequestKey as Request};
    }
    ///Asks for `two`.
    pub struct RequestTwo {
        ///What is given as `key`.
        pub key: stateline::Key,
        ///What is given as `other`.
        pub other: stateline::Key,
    }
    #[automatically_derived]
    impl ::stateline::derived::serde::Serialize for RequestTwo {
        fn serialize<S: ::stateline::derived::serde::Serializer>(
            &self,
            to: S,
        ) -> ::core::result::Result<S::Ok, S::Error> {
            ::stateline::derived::fields::write(
                to,
                "RequestTwo",
                &["key", "other"],
                (&self.key, &self.other),
            )
        }
    }
    #[automatically_derived]
    impl<'de> ::stateline::derived::serde::Deserialize<'de> for RequestTwo {
        fn deserialize<D: ::stateline::derived::serde::Deserializer<'de>>(
            from: D,
        ) -> ::core::result::Result<Self, D::Error> {
            ::stateline::derived::fields::read(from, "RequestTwo", &["key", "other"])
                .map(|(key, other)| RequestTwo { key, other })
        }
    }
    #[automatically_derived]
    impl ::stateline::Operation for RequestTwo {
        type Output = bool;
        const CONTEXT: &'static str = "payments";
        const NAME: &'static str = "two";
        const EFFECT: ::stateline::Effect = ::stateline::Effect::Read;
        const EXTERNAL: bool = false;
        const PLACE: &'static str = ::core::concat!(::core::module_path!(), "::", "two");
        const BLOCKING: bool = true;
    }
    #[automatically_derived]
    impl<__E: ::core::marker::Sync + ?::core::marker::Sized> ::stateline::Handle<__E>
    for RequestTwo {
        async fn handle(self, env: &__E, about: &::stateline::Call) -> bool {
            two(self.key, self.other)
        }
    }
    ///A ctx that calls `two`.
    pub trait CallTwo: ::stateline::Calls<RequestTwo> {
        ///Calls `two`.
        fn two(
            &self,
            key: stateline::Key,
            other: stateline::Key,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<bool, ::stateline::CallError>,
        > + ::core::marker::Send {
            ::stateline::Calls::call(self, RequestTwo { key, other })
        }
    }
    #[automatically_derived]
    impl<__E: ::stateline::Calls<RequestTwo> + ?::core::marker::Sized> CallTwo for __E {}
    #[doc(hidden)]
    pub mod two {
        pub use super::{CallTwo as Call, RequestTwo as Request};
    }
}
///What `load` may do.
pub trait LoadCtx: send::Call + by::two::Call + ::stateline::Ctx {}
#[automatically_derived]
impl<__E: send::Call + by::two::Call + ::stateline::Ctx + ?::core::marker::Sized> LoadCtx
for __E {}
const _: () = ::stateline::derived::called::<
    send::Request,
>(
    &[
        ("payments", "*", ""),
        ("ledger", "load_account", ""),
        ("ledger", "unload_account", ""),
        ("ledger", "transaction_amount", ""),
        ("screening", "screen", ""),
        ("screening", "send", ""),
    ],
    "`payments` is not allowed to call the operation that `send` refers to, only `load_account` of `ledger`, `unload_account` of `ledger`, `transaction_amount` of `ledger`, `screen` of `screening`, `send` of `screening`; to allow it, add it to `contexts.payments.calls`",
    "the step `load` calls the irreversible operation `send`, but has no compensation; add `compensated_by: FUNCTION` to the step in the map",
);
const _: () = ::stateline::derived::called::<
    by::two::Request,
>(
    &[
        ("payments", "*", ""),
        ("ledger", "load_account", ""),
        ("ledger", "unload_account", ""),
        ("ledger", "transaction_amount", ""),
        ("screening", "screen", ""),
        ("screening", "send", ""),
    ],
    "`payments` is not allowed to call the operation that `by::two` refers to, only `load_account` of `ledger`, `unload_account` of `ledger`, `transaction_amount` of `ledger`, `screen` of `screening`, `send` of `screening`; to allow it, add it to `contexts.payments.calls`",
    "the step `load` calls the irreversible operation `by::two`, but has no compensation; add `compensated_by: FUNCTION` to the step in the map",
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
        &[
            ::stateline::operation::Declared::of::<send::Request>(),
            ::stateline::operation::Declared::of::<by::two::Request>(),
        ],
    );
}
#[automatically_derived]
impl<__E: LoadCtx> ::stateline::Run<__E> for load {
    async fn run(input: u64, env: &__E) -> ::stateline::Outcome<u64, CallError> {
        load(input, env).await.map(::stateline::Flow::Next)
    }
}
