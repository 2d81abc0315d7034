// What the macros derive from `tests/ui/operation_call.rs`.

/// The call comes wherever it stands, and by whatever path.
#[allow(unused, missing_docs, unreachable_pub, clippy::all, private_interfaces)]
pub struct Send {
    pub amount: u64,
}
#[automatically_derived]
impl ::stateline::derived::serde::Serialize for Send {
    fn serialize<S: ::stateline::derived::serde::Serializer>(
        &self,
        to: S,
    ) -> ::core::result::Result<S::Ok, S::Error> {
        ::stateline::derived::fields::write(to, "Send", &["amount"], (&self.amount,))
    }
}
#[automatically_derived]
impl<'de> ::stateline::derived::serde::Deserialize<'de> for Send {
    fn deserialize<D: ::stateline::derived::serde::Deserializer<'de>>(
        from: D,
    ) -> ::core::result::Result<Self, D::Error> {
        ::stateline::derived::fields::read(from, "Send", &["amount"])
            .map(|(amount,)| Send { amount })
    }
}
#[automatically_derived]
impl ::stateline::Operation for Send {
    type Output = u64;
    const CONTEXT: &'static str = "payments";
    const NAME: &'static str = "send";
    const EFFECT: ::stateline::Effect = ::stateline::Effect::Write;
    const EXTERNAL: bool = false;
    const IDEMPOTENT_FOR: ::core::option::Option<::core::time::Duration> = ::core::option::Option::Some(
        ::core::time::Duration::from_millis(86400000u64),
    );
    const INQUIRY: ::core::option::Option<&'static str> = ::core::option::Option::Some(
        <status::Request as ::stateline::Operation>::NAME,
    );
}
const _: () = ::stateline::derived::inquires::<status::Request>();
#[allow(unused, missing_docs, unreachable_pub, clippy::all, deprecated)]
#[automatically_derived]
impl<
    __E: ::stateline::Has<Bank> + ::core::marker::Sync + ?::core::marker::Sized,
> ::stateline::Handle<__E> for Send
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
#[allow(unused, missing_docs, unreachable_pub, clippy::all, private_interfaces)]
pub trait CallSend: ::stateline::Calls<Send> {
    /// The call comes wherever it stands, and by whatever path.
    fn send(
        &self,
        amount: u64,
    ) -> impl ::core::future::Future<
        Output = ::core::result::Result<u64, ::stateline::CallError>,
    > + ::core::marker::Send {
        ::stateline::Calls::call(self, Send { amount })
    }
}
#[automatically_derived]
impl<__E: ::stateline::Calls<Send> + ?::core::marker::Sized> CallSend for __E {}
#[doc(hidden)]
#[allow(unused, missing_docs, unreachable_pub, clippy::all)]
pub mod send {
    pub use super::{CallSend as Call, Send as Request};
}
#[allow(unused, missing_docs, unreachable_pub, clippy::all, private_interfaces)]
pub struct Status {
    pub key: Key,
}
#[automatically_derived]
impl ::stateline::derived::serde::Serialize for Status {
    fn serialize<S: ::stateline::derived::serde::Serializer>(
        &self,
        to: S,
    ) -> ::core::result::Result<S::Ok, S::Error> {
        ::stateline::derived::fields::write(to, "Status", &["key"], (&self.key,))
    }
}
#[automatically_derived]
impl<'de> ::stateline::derived::serde::Deserialize<'de> for Status {
    fn deserialize<D: ::stateline::derived::serde::Deserializer<'de>>(
        from: D,
    ) -> ::core::result::Result<Self, D::Error> {
        ::stateline::derived::fields::read(from, "Status", &["key"])
            .map(|(key,)| Status { key })
    }
}
#[automatically_derived]
impl ::stateline::Operation for Status {
    type Output = Inquiry<u64>;
    const CONTEXT: &'static str = "payments";
    const NAME: &'static str = "status";
    const EFFECT: ::stateline::Effect = ::stateline::Effect::Read;
    const EXTERNAL: bool = false;
    const BLOCKING: bool = true;
}
#[allow(unused, missing_docs, unreachable_pub, clippy::all, deprecated)]
#[automatically_derived]
impl<
    __E: ::stateline::Has<Bank> + ::core::marker::Sync + ?::core::marker::Sized,
> ::stateline::Handle<__E> for Status {
    async fn handle(self, env: &__E, about: &::stateline::Call) -> Inquiry<u64> {
        status(::stateline::Has::<Bank>::get(env), self.key)
    }
}
#[automatically_derived]
impl ::stateline::derived::OfKey for Status {
    fn of_key(key: ::stateline::Key) -> Self {
        Status { key: key }
    }
}
#[allow(unused, missing_docs, unreachable_pub, clippy::all, private_interfaces)]
pub trait CallStatus: ::stateline::Calls<Status> {
    fn status(
        &self,
        key: Key,
    ) -> impl ::core::future::Future<
        Output = ::core::result::Result<Inquiry<u64>, ::stateline::CallError>,
    > + ::core::marker::Send {
        ::stateline::Calls::call(self, Status { key })
    }
}
#[automatically_derived]
impl<__E: ::stateline::Calls<Status> + ?::core::marker::Sized> CallStatus for __E {}
#[doc(hidden)]
#[allow(unused, missing_docs, unreachable_pub, clippy::all)]
pub mod status {
    pub use super::{CallStatus as Call, Status as Request};
}
#[allow(unused, missing_docs, unreachable_pub, clippy::all, private_interfaces)]
pub struct Stamp {
    pub amount: u64,
}
#[automatically_derived]
impl ::stateline::derived::serde::Serialize for Stamp {
    fn serialize<S: ::stateline::derived::serde::Serializer>(
        &self,
        to: S,
    ) -> ::core::result::Result<S::Ok, S::Error> {
        ::stateline::derived::fields::write(to, "Stamp", &["amount"], (&self.amount,))
    }
}
#[automatically_derived]
impl<'de> ::stateline::derived::serde::Deserialize<'de> for Stamp {
    fn deserialize<D: ::stateline::derived::serde::Deserializer<'de>>(
        from: D,
    ) -> ::core::result::Result<Self, D::Error> {
        ::stateline::derived::fields::read(from, "Stamp", &["amount"])
            .map(|(amount,)| Stamp { amount })
    }
}
#[automatically_derived]
impl ::stateline::Operation for Stamp {
    type Output = ();
    const CONTEXT: &'static str = "payments";
    const NAME: &'static str = "stamp";
    const EFFECT: ::stateline::Effect = ::stateline::Effect::Irreversible;
    const EXTERNAL: bool = false;
    const BLOCKING: bool = true;
    const INQUIRY: ::core::option::Option<&'static str> = ::core::option::Option::Some(
        <by::key::Request as ::stateline::Operation>::NAME,
    );
}
const _: () = ::stateline::derived::inquires::<by::key::Request>();
#[allow(unused, missing_docs, unreachable_pub, clippy::all, deprecated)]
#[automatically_derived]
impl<__E: ::core::marker::Sync + ?::core::marker::Sized> ::stateline::Handle<__E>
for Stamp
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
#[allow(unused, missing_docs, unreachable_pub, clippy::all, private_interfaces)]
pub trait CallStamp: ::stateline::Calls<Stamp> {
    fn stamp(
        &self,
        amount: u64,
    ) -> impl ::core::future::Future<
        Output = ::core::result::Result<(), ::stateline::CallError>,
    > + ::core::marker::Send {
        ::stateline::Calls::call(self, Stamp { amount })
    }
}
#[automatically_derived]
impl<__E: ::stateline::Calls<Stamp> + ?::core::marker::Sized> CallStamp for __E {}
#[doc(hidden)]
#[allow(unused, missing_docs, unreachable_pub, clippy::all)]
pub mod stamp {
    pub use super::{CallStamp as Call, Stamp as Request};
}
mod by {
    /// What takes more than a key is no inquiry, and what borrows nothing may be one.
    #[allow(unused, missing_docs, unreachable_pub, clippy::all, private_interfaces)]
    pub struct Key {
        pub key: stateline::Key,
    }
    #[automatically_derived]
    impl ::stateline::derived::serde::Serialize for Key {
        fn serialize<S: ::stateline::derived::serde::Serializer>(
            &self,
            to: S,
        ) -> ::core::result::Result<S::Ok, S::Error> {
            ::stateline::derived::fields::write(to, "Key", &["key"], (&self.key,))
        }
    }
    #[automatically_derived]
    impl<'de> ::stateline::derived::serde::Deserialize<'de> for Key {
        fn deserialize<D: ::stateline::derived::serde::Deserializer<'de>>(
            from: D,
        ) -> ::core::result::Result<Self, D::Error> {
            ::stateline::derived::fields::read(from, "Key", &["key"])
                .map(|(key,)| Key { key })
        }
    }
    #[automatically_derived]
    impl ::stateline::Operation for Key {
        type Output = stateline::Inquiry<()>;
        const CONTEXT: &'static str = "payments";
        const NAME: &'static str = "key";
        const EFFECT: ::stateline::Effect = ::stateline::Effect::Read;
        const EXTERNAL: bool = false;
    }
    #[allow(unused, missing_docs, unreachable_pub, clippy::all, deprecated)]
    #[automatically_derived]
    impl<__E: ::core::marker::Sync + ?::core::marker::Sized> ::stateline::Handle<__E>
    for Key {
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
    impl ::stateline::derived::OfKey for Key {
        fn of_key(key: ::stateline::Key) -> Self {
            Key { key: key }
        }
    }
    #[allow(unused, missing_docs, unreachable_pub, clippy::all, private_interfaces)]
    pub trait CallKey: ::stateline::Calls<Key> {
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
            ::stateline::Calls::call(self, Key { key })
        }
    }
    #[automatically_derived]
    impl<__E: ::stateline::Calls<Key> + ?::core::marker::Sized> CallKey for __E {}
    #[doc(hidden)]
    #[allow(unused, missing_docs, unreachable_pub, clippy::all)]
    pub mod key {
        pub use super::{CallKey as Call, Key as Request};
    }
    #[allow(unused, missing_docs, unreachable_pub, clippy::all, private_interfaces)]
    pub struct Two {
        pub key: stateline::Key,
        pub other: stateline::Key,
    }
    #[automatically_derived]
    impl ::stateline::derived::serde::Serialize for Two {
        fn serialize<S: ::stateline::derived::serde::Serializer>(
            &self,
            to: S,
        ) -> ::core::result::Result<S::Ok, S::Error> {
            ::stateline::derived::fields::write(
                to,
                "Two",
                &["key", "other"],
                (&self.key, &self.other),
            )
        }
    }
    #[automatically_derived]
    impl<'de> ::stateline::derived::serde::Deserialize<'de> for Two {
        fn deserialize<D: ::stateline::derived::serde::Deserializer<'de>>(
            from: D,
        ) -> ::core::result::Result<Self, D::Error> {
            ::stateline::derived::fields::read(from, "Two", &["key", "other"])
                .map(|(key, other)| Two { key, other })
        }
    }
    #[automatically_derived]
    impl ::stateline::Operation for Two {
        type Output = bool;
        const CONTEXT: &'static str = "payments";
        const NAME: &'static str = "two";
        const EFFECT: ::stateline::Effect = ::stateline::Effect::Read;
        const EXTERNAL: bool = false;
        const BLOCKING: bool = true;
    }
    #[allow(unused, missing_docs, unreachable_pub, clippy::all, deprecated)]
    #[automatically_derived]
    impl<__E: ::core::marker::Sync + ?::core::marker::Sized> ::stateline::Handle<__E>
    for Two {
        async fn handle(self, env: &__E, about: &::stateline::Call) -> bool {
            two(self.key, self.other)
        }
    }
    #[allow(unused, missing_docs, unreachable_pub, clippy::all, private_interfaces)]
    pub trait CallTwo: ::stateline::Calls<Two> {
        fn two(
            &self,
            key: stateline::Key,
            other: stateline::Key,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<bool, ::stateline::CallError>,
        > + ::core::marker::Send {
            ::stateline::Calls::call(self, Two { key, other })
        }
    }
    #[automatically_derived]
    impl<__E: ::stateline::Calls<Two> + ?::core::marker::Sized> CallTwo for __E {}
    #[doc(hidden)]
    #[allow(unused, missing_docs, unreachable_pub, clippy::all)]
    pub mod two {
        pub use super::{CallTwo as Call, Two as Request};
    }
}
///What `load` may do.
#[allow(unused, missing_docs, unreachable_pub, clippy::all, private_bounds)]
pub trait LoadCtx: send::Call + by::two::Call + ::stateline::Ctx {}
#[automatically_derived]
impl<__E: send::Call + by::two::Call + ::stateline::Ctx + ?::core::marker::Sized> LoadCtx
for __E {}
const _: () = ::stateline::derived::called::<
    send::Request,
>(
    &[
        ("payments", "*"),
        ("ledger", "load_account"),
        ("ledger", "unload_account"),
        ("ledger", "transaction_amount"),
        ("screening", "screen"),
        ("screening", "send"),
    ],
    "`send` leads to an operation that `payments` may not call: by the map, it may call load_account of ledger, unload_account of ledger, transaction_amount of ledger, screen of screening, send of screening",
    "say in the map what compensates this step, by `compensated_by`: it calls `send`, which cannot be undone",
);
const _: () = ::stateline::derived::called::<
    by::two::Request,
>(
    &[
        ("payments", "*"),
        ("ledger", "load_account"),
        ("ledger", "unload_account"),
        ("ledger", "transaction_amount"),
        ("screening", "screen"),
        ("screening", "send"),
    ],
    "`by::two` leads to an operation that `payments` may not call: by the map, it may call load_account of ledger, unload_account of ledger, transaction_amount of ledger, screen of screening, send of screening",
    "say in the map what compensates this step, by `compensated_by`: it calls `by::two`, which cannot be undone",
);
///The step `load` of the process `refund`.
#[allow(unused, missing_docs, unreachable_pub, clippy::all, non_camel_case_types)]
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
#[allow(unused, missing_docs, unreachable_pub, clippy::all, deprecated)]
#[automatically_derived]
impl<__E: LoadCtx> ::stateline::Run<__E> for load {
    async fn run(input: u64, env: &__E) -> ::stateline::Outcome<u64, CallError> {
        load(input, env).await.map(::stateline::Flow::Next)
    }
}
