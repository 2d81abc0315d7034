// What the macros derive from `tests/ui/operation_names.rs`.

mod order {
    ///Asks for `order`.
    pub struct RequestOrder {
        ///What is given as `amount`.
        pub amount: u64,
    }
    #[automatically_derived]
    impl ::stateline::derived::serde::Serialize for RequestOrder {
        fn serialize<S: ::stateline::derived::serde::Serializer>(
            &self,
            to: S,
        ) -> ::core::result::Result<S::Ok, S::Error> {
            ::stateline::derived::fields::write(
                to,
                "RequestOrder",
                &["amount"],
                (&self.amount,),
            )
        }
    }
    #[automatically_derived]
    impl<'de> ::stateline::derived::serde::Deserialize<'de> for RequestOrder {
        fn deserialize<D: ::stateline::derived::serde::Deserializer<'de>>(
            from: D,
        ) -> ::core::result::Result<Self, D::Error> {
            ::stateline::derived::fields::read(from, "RequestOrder", &["amount"])
                .map(|(amount,)| RequestOrder { amount })
        }
    }
    #[automatically_derived]
    impl ::stateline::Operation for RequestOrder {
        type Output = Order;
        const CONTEXT: &'static str = "payments";
        const NAME: &'static str = "order";
        const EFFECT: ::stateline::Effect = ::stateline::Effect::Read;
        const EXTERNAL: bool = false;
        const PLACE: &'static str = ::core::concat!(
            ::core::module_path!(), "::", "order"
        );
        const BLOCKING: bool = true;
    }
    #[automatically_derived]
    impl<__E: ::core::marker::Sync + ?::core::marker::Sized> ::stateline::Handle<__E>
    for RequestOrder {
        async fn handle(self, env: &__E, about: &::stateline::Call) -> Order {
            order(self.amount)
        }
    }
    ///A ctx that calls `order`.
    pub trait CallOrder: ::stateline::Calls<RequestOrder> {
        ///Calls `order`.
        fn order(
            &self,
            amount: u64,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<Order, ::stateline::CallError>,
        > + ::core::marker::Send {
            ::stateline::Calls::call(self, RequestOrder { amount })
        }
    }
    #[automatically_derived]
    impl<__E: ::stateline::Calls<RequestOrder> + ?::core::marker::Sized> CallOrder
    for __E {}
    #[doc(hidden)]
    pub mod order {
        pub use super::{CallOrder as Call, RequestOrder as Request};
    }
}
mod taken {
    ///Asks for `peek`.
    pub struct RequestPeek {
        ///What is given as `x`.
        pub x: u64,
        ///What is given as `env`.
        pub env: u64,
        ///What is given as `input`.
        pub input: u64,
        ///What is given as `to`.
        pub to: u64,
        ///What is given as `from`.
        pub from: u64,
        ///What is given as `about`.
        pub about: u64,
        ///What is given as `done`.
        pub done: u64,
    }
    #[automatically_derived]
    impl ::stateline::derived::serde::Serialize for RequestPeek {
        fn serialize<S: ::stateline::derived::serde::Serializer>(
            &self,
            to: S,
        ) -> ::core::result::Result<S::Ok, S::Error> {
            ::stateline::derived::fields::write(
                to,
                "RequestPeek",
                &["x", "env", "input", "to", "from", "about", "done"],
                (
                    &self.x,
                    &self.env,
                    &self.input,
                    &self.to,
                    &self.from,
                    &self.about,
                    &self.done,
                ),
            )
        }
    }
    #[automatically_derived]
    impl<'de> ::stateline::derived::serde::Deserialize<'de> for RequestPeek {
        fn deserialize<D: ::stateline::derived::serde::Deserializer<'de>>(
            from: D,
        ) -> ::core::result::Result<Self, D::Error> {
            ::stateline::derived::fields::read(
                    from,
                    "RequestPeek",
                    &["x", "env", "input", "to", "from", "about", "done"],
                )
                .map(|(x, env, input, to, from, about, done)| RequestPeek {
                    x,
                    env,
                    input,
                    to,
                    from,
                    about,
                    done,
                })
        }
    }
    #[automatically_derived]
    impl ::stateline::Operation for RequestPeek {
        type Output = u64;
        const CONTEXT: &'static str = "payments";
        const NAME: &'static str = "peek";
        const EFFECT: ::stateline::Effect = ::stateline::Effect::Read;
        const EXTERNAL: bool = false;
        const PLACE: &'static str = ::core::concat!(
            ::core::module_path!(), "::", "peek"
        );
        const BLOCKING: bool = true;
    }
    #[automatically_derived]
    impl<__E: ::core::marker::Sync + ?::core::marker::Sized> ::stateline::Handle<__E>
    for RequestPeek {
        async fn handle(self, env: &__E, about: &::stateline::Call) -> u64 {
            peek(self.x, self.env, self.input, self.to, self.from, self.about, self.done)
        }
    }
    ///A ctx that calls `peek`.
    pub trait CallPeek: ::stateline::Calls<RequestPeek> {
        ///Calls `peek`.
        fn peek(
            &self,
            x: u64,
            env: u64,
            input: u64,
            to: u64,
            from: u64,
            about: u64,
            done: u64,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<u64, ::stateline::CallError>,
        > + ::core::marker::Send {
            ::stateline::Calls::call(
                self,
                RequestPeek {
                    x,
                    env,
                    input,
                    to,
                    from,
                    about,
                    done,
                },
            )
        }
    }
    #[automatically_derived]
    impl<__E: ::stateline::Calls<RequestPeek> + ?::core::marker::Sized> CallPeek
    for __E {}
    #[doc(hidden)]
    pub mod peek {
        pub use super::{CallPeek as Call, RequestPeek as Request};
    }
    ///Asks for `überweisung_prüfen`.
    pub struct RequestÜberweisungPrüfen {
        ///What is given as `größe`.
        pub größe: u64,
    }
    #[automatically_derived]
    impl ::stateline::derived::serde::Serialize for RequestÜberweisungPrüfen {
        fn serialize<S: ::stateline::derived::serde::Serializer>(
            &self,
            to: S,
        ) -> ::core::result::Result<S::Ok, S::Error> {
            ::stateline::derived::fields::write(
                to,
                "RequestÜberweisungPrüfen",
                &["größe"],
                (&self.größe,),
            )
        }
    }
    #[automatically_derived]
    impl<'de> ::stateline::derived::serde::Deserialize<'de>
    for RequestÜberweisungPrüfen {
        fn deserialize<D: ::stateline::derived::serde::Deserializer<'de>>(
            from: D,
        ) -> ::core::result::Result<Self, D::Error> {
            ::stateline::derived::fields::read(
                    from,
                    "RequestÜberweisungPrüfen",
                    &["größe"],
                )
                .map(|(größe,)| RequestÜberweisungPrüfen {
                    größe,
                })
        }
    }
    #[automatically_derived]
    impl ::stateline::Operation for RequestÜberweisungPrüfen {
        type Output = u64;
        const CONTEXT: &'static str = "payments";
        const NAME: &'static str = "überweisung_prüfen";
        const EFFECT: ::stateline::Effect = ::stateline::Effect::Read;
        const EXTERNAL: bool = false;
        const PLACE: &'static str = ::core::concat!(
            ::core::module_path!(), "::", "überweisung_prüfen"
        );
        const BLOCKING: bool = true;
    }
    #[automatically_derived]
    impl<__E: ::core::marker::Sync + ?::core::marker::Sized> ::stateline::Handle<__E>
    for RequestÜberweisungPrüfen {
        async fn handle(self, env: &__E, about: &::stateline::Call) -> u64 {
            überweisung_prüfen(self.größe)
        }
    }
    ///A ctx that calls `überweisung_prüfen`.
    pub trait CallÜberweisungPrüfen: ::stateline::Calls<RequestÜberweisungPrüfen> {
        ///Calls `überweisung_prüfen`.
        fn überweisung_prüfen(
            &self,
            größe: u64,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<u64, ::stateline::CallError>,
        > + ::core::marker::Send {
            ::stateline::Calls::call(
                self,
                RequestÜberweisungPrüfen {
                    größe,
                },
            )
        }
    }
    #[automatically_derived]
    impl<
        __E: ::stateline::Calls<RequestÜberweisungPrüfen> + ?::core::marker::Sized,
    > CallÜberweisungPrüfen for __E {}
    #[doc(hidden)]
    pub mod überweisung_prüfen {
        pub use super::{
            CallÜberweisungPrüfen as Call, RequestÜberweisungPrüfen as Request,
        };
    }
}
mod methods {
    ///Asks for `clone`.
    pub struct RequestClone {
        ///What is given as `x`.
        pub x: u64,
    }
    #[automatically_derived]
    impl ::stateline::derived::serde::Serialize for RequestClone {
        fn serialize<S: ::stateline::derived::serde::Serializer>(
            &self,
            to: S,
        ) -> ::core::result::Result<S::Ok, S::Error> {
            ::stateline::derived::fields::write(to, "RequestClone", &["x"], (&self.x,))
        }
    }
    #[automatically_derived]
    impl<'de> ::stateline::derived::serde::Deserialize<'de> for RequestClone {
        fn deserialize<D: ::stateline::derived::serde::Deserializer<'de>>(
            from: D,
        ) -> ::core::result::Result<Self, D::Error> {
            ::stateline::derived::fields::read(from, "RequestClone", &["x"])
                .map(|(x,)| RequestClone { x })
        }
    }
    #[automatically_derived]
    impl ::stateline::Operation for RequestClone {
        type Output = u64;
        const CONTEXT: &'static str = "payments";
        const NAME: &'static str = "clone";
        const EFFECT: ::stateline::Effect = ::stateline::Effect::Read;
        const EXTERNAL: bool = false;
        const PLACE: &'static str = ::core::concat!(
            ::core::module_path!(), "::", "clone"
        );
        const BLOCKING: bool = true;
    }
    #[automatically_derived]
    impl<__E: ::core::marker::Sync + ?::core::marker::Sized> ::stateline::Handle<__E>
    for RequestClone {
        async fn handle(self, env: &__E, about: &::stateline::Call) -> u64 {
            clone(self.x)
        }
    }
    ///A ctx that calls `clone`.
    pub trait CallClone: ::stateline::Calls<RequestClone> {
        ///Calls `clone`.
        fn clone(
            &self,
            x: u64,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<u64, ::stateline::CallError>,
        > + ::core::marker::Send {
            ::stateline::Calls::call(self, RequestClone { x })
        }
    }
    #[automatically_derived]
    impl<__E: ::stateline::Calls<RequestClone> + ?::core::marker::Sized> CallClone
    for __E {}
    #[doc(hidden)]
    pub mod clone {
        pub use super::{CallClone as Call, RequestClone as Request};
    }
    ///Asks for `handle`.
    pub struct RequestHandle {
        ///What is given as `x`.
        pub x: u64,
    }
    #[automatically_derived]
    impl ::stateline::derived::serde::Serialize for RequestHandle {
        fn serialize<S: ::stateline::derived::serde::Serializer>(
            &self,
            to: S,
        ) -> ::core::result::Result<S::Ok, S::Error> {
            ::stateline::derived::fields::write(to, "RequestHandle", &["x"], (&self.x,))
        }
    }
    #[automatically_derived]
    impl<'de> ::stateline::derived::serde::Deserialize<'de> for RequestHandle {
        fn deserialize<D: ::stateline::derived::serde::Deserializer<'de>>(
            from: D,
        ) -> ::core::result::Result<Self, D::Error> {
            ::stateline::derived::fields::read(from, "RequestHandle", &["x"])
                .map(|(x,)| RequestHandle { x })
        }
    }
    #[automatically_derived]
    impl ::stateline::Operation for RequestHandle {
        type Output = u64;
        const CONTEXT: &'static str = "payments";
        const NAME: &'static str = "handle";
        const EFFECT: ::stateline::Effect = ::stateline::Effect::Read;
        const EXTERNAL: bool = false;
        const PLACE: &'static str = ::core::concat!(
            ::core::module_path!(), "::", "handle"
        );
        const BLOCKING: bool = true;
    }
    #[automatically_derived]
    impl<__E: ::core::marker::Sync + ?::core::marker::Sized> ::stateline::Handle<__E>
    for RequestHandle {
        async fn handle(self, env: &__E, about: &::stateline::Call) -> u64 {
            handle(self.x)
        }
    }
    ///A ctx that calls `handle`.
    pub trait CallHandle: ::stateline::Calls<RequestHandle> {
        ///Calls `handle`.
        fn handle(
            &self,
            x: u64,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<u64, ::stateline::CallError>,
        > + ::core::marker::Send {
            ::stateline::Calls::call(self, RequestHandle { x })
        }
    }
    #[automatically_derived]
    impl<__E: ::stateline::Calls<RequestHandle> + ?::core::marker::Sized> CallHandle
    for __E {}
    #[doc(hidden)]
    pub mod handle {
        pub use super::{CallHandle as Call, RequestHandle as Request};
    }
    ///Asks for `rehearse`.
    pub struct RequestRehearse {
        ///What is given as `x`.
        pub x: u64,
    }
    #[automatically_derived]
    impl ::stateline::derived::serde::Serialize for RequestRehearse {
        fn serialize<S: ::stateline::derived::serde::Serializer>(
            &self,
            to: S,
        ) -> ::core::result::Result<S::Ok, S::Error> {
            ::stateline::derived::fields::write(
                to,
                "RequestRehearse",
                &["x"],
                (&self.x,),
            )
        }
    }
    #[automatically_derived]
    impl<'de> ::stateline::derived::serde::Deserialize<'de> for RequestRehearse {
        fn deserialize<D: ::stateline::derived::serde::Deserializer<'de>>(
            from: D,
        ) -> ::core::result::Result<Self, D::Error> {
            ::stateline::derived::fields::read(from, "RequestRehearse", &["x"])
                .map(|(x,)| RequestRehearse { x })
        }
    }
    #[automatically_derived]
    impl ::stateline::Operation for RequestRehearse {
        type Output = u64;
        const CONTEXT: &'static str = "payments";
        const NAME: &'static str = "rehearse";
        const EFFECT: ::stateline::Effect = ::stateline::Effect::Read;
        const EXTERNAL: bool = false;
        const PLACE: &'static str = ::core::concat!(
            ::core::module_path!(), "::", "rehearse"
        );
        const BLOCKING: bool = true;
    }
    #[automatically_derived]
    impl<__E: ::core::marker::Sync + ?::core::marker::Sized> ::stateline::Handle<__E>
    for RequestRehearse {
        async fn handle(self, env: &__E, about: &::stateline::Call) -> u64 {
            rehearse(self.x)
        }
    }
    ///A ctx that calls `rehearse`.
    pub trait CallRehearse: ::stateline::Calls<RequestRehearse> {
        ///Calls `rehearse`.
        fn rehearse(
            &self,
            x: u64,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<u64, ::stateline::CallError>,
        > + ::core::marker::Send {
            ::stateline::Calls::call(self, RequestRehearse { x })
        }
    }
    #[automatically_derived]
    impl<__E: ::stateline::Calls<RequestRehearse> + ?::core::marker::Sized> CallRehearse
    for __E {}
    #[doc(hidden)]
    pub mod rehearse {
        pub use super::{CallRehearse as Call, RequestRehearse as Request};
    }
    ///Asks for `into`.
    pub struct RequestInto {
        ///What is given as `x`.
        pub x: u64,
    }
    #[automatically_derived]
    impl ::stateline::derived::serde::Serialize for RequestInto {
        fn serialize<S: ::stateline::derived::serde::Serializer>(
            &self,
            to: S,
        ) -> ::core::result::Result<S::Ok, S::Error> {
            ::stateline::derived::fields::write(to, "RequestInto", &["x"], (&self.x,))
        }
    }
    #[automatically_derived]
    impl<'de> ::stateline::derived::serde::Deserialize<'de> for RequestInto {
        fn deserialize<D: ::stateline::derived::serde::Deserializer<'de>>(
            from: D,
        ) -> ::core::result::Result<Self, D::Error> {
            ::stateline::derived::fields::read(from, "RequestInto", &["x"])
                .map(|(x,)| RequestInto { x })
        }
    }
    #[automatically_derived]
    impl ::stateline::Operation for RequestInto {
        type Output = u64;
        const CONTEXT: &'static str = "payments";
        const NAME: &'static str = "into";
        const EFFECT: ::stateline::Effect = ::stateline::Effect::Read;
        const EXTERNAL: bool = false;
        const PLACE: &'static str = ::core::concat!(
            ::core::module_path!(), "::", "into"
        );
        const BLOCKING: bool = true;
    }
    #[automatically_derived]
    impl<__E: ::core::marker::Sync + ?::core::marker::Sized> ::stateline::Handle<__E>
    for RequestInto {
        async fn handle(self, env: &__E, about: &::stateline::Call) -> u64 {
            into(self.x)
        }
    }
    ///A ctx that calls `into`.
    pub trait CallInto: ::stateline::Calls<RequestInto> {
        ///Calls `into`.
        fn into(
            &self,
            x: u64,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<u64, ::stateline::CallError>,
        > + ::core::marker::Send {
            ::stateline::Calls::call(self, RequestInto { x })
        }
    }
    #[automatically_derived]
    impl<__E: ::stateline::Calls<RequestInto> + ?::core::marker::Sized> CallInto
    for __E {}
    #[doc(hidden)]
    pub mod into {
        pub use super::{CallInto as Call, RequestInto as Request};
    }
    ///Asks for `type_id`.
    pub struct RequestTypeId {
        ///What is given as `x`.
        pub x: u64,
    }
    #[automatically_derived]
    impl ::stateline::derived::serde::Serialize for RequestTypeId {
        fn serialize<S: ::stateline::derived::serde::Serializer>(
            &self,
            to: S,
        ) -> ::core::result::Result<S::Ok, S::Error> {
            ::stateline::derived::fields::write(to, "RequestTypeId", &["x"], (&self.x,))
        }
    }
    #[automatically_derived]
    impl<'de> ::stateline::derived::serde::Deserialize<'de> for RequestTypeId {
        fn deserialize<D: ::stateline::derived::serde::Deserializer<'de>>(
            from: D,
        ) -> ::core::result::Result<Self, D::Error> {
            ::stateline::derived::fields::read(from, "RequestTypeId", &["x"])
                .map(|(x,)| RequestTypeId { x })
        }
    }
    #[automatically_derived]
    impl ::stateline::Operation for RequestTypeId {
        type Output = u64;
        const CONTEXT: &'static str = "payments";
        const NAME: &'static str = "type_id";
        const EFFECT: ::stateline::Effect = ::stateline::Effect::Read;
        const EXTERNAL: bool = false;
        const PLACE: &'static str = ::core::concat!(
            ::core::module_path!(), "::", "type_id"
        );
        const BLOCKING: bool = true;
    }
    #[automatically_derived]
    impl<__E: ::core::marker::Sync + ?::core::marker::Sized> ::stateline::Handle<__E>
    for RequestTypeId {
        async fn handle(self, env: &__E, about: &::stateline::Call) -> u64 {
            type_id(self.x)
        }
    }
    ///A ctx that calls `type_id`.
    pub trait CallTypeId: ::stateline::Calls<RequestTypeId> {
        ///Calls `type_id`.
        fn type_id(
            &self,
            x: u64,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<u64, ::stateline::CallError>,
        > + ::core::marker::Send {
            ::stateline::Calls::call(self, RequestTypeId { x })
        }
    }
    #[automatically_derived]
    impl<__E: ::stateline::Calls<RequestTypeId> + ?::core::marker::Sized> CallTypeId
    for __E {}
    #[doc(hidden)]
    pub mod type_id {
        pub use super::{CallTypeId as Call, RequestTypeId as Request};
    }
}
///What `load` may do.
pub trait LoadCtx: order::order::Call + taken::peek::Call + taken::überweisung_prüfen::Call + methods::clone::Call + methods::handle::Call + methods::rehearse::Call + methods::into::Call + methods::type_id::Call + ::stateline::Ctx {}
#[automatically_derived]
impl<
    __E: order::order::Call + taken::peek::Call + taken::überweisung_prüfen::Call
        + methods::clone::Call + methods::handle::Call + methods::rehearse::Call
        + methods::into::Call + methods::type_id::Call + ::stateline::Ctx
        + ?::core::marker::Sized,
> LoadCtx for __E {}
const _: () = ::stateline::derived::called::<
    order::order::Request,
>(
    &[
        ("payments", "*", ""),
        ("ledger", "load_account", ""),
        ("ledger", "unload_account", ""),
        ("ledger", "transaction_amount", ""),
        ("screening", "screen", ""),
        ("screening", "send", ""),
    ],
    "`payments` is not allowed to call the operation that `order::order` refers to, only `load_account` of `ledger`, `unload_account` of `ledger`, `transaction_amount` of `ledger`, `screen` of `screening`, `send` of `screening`; to allow it, add it to `contexts.payments.calls`",
    "the step `load` calls the irreversible operation `order::order`, but has no compensation; add `compensated_by: FUNCTION` to the step in the map",
);
const _: () = ::stateline::derived::called::<
    taken::peek::Request,
>(
    &[
        ("payments", "*", ""),
        ("ledger", "load_account", ""),
        ("ledger", "unload_account", ""),
        ("ledger", "transaction_amount", ""),
        ("screening", "screen", ""),
        ("screening", "send", ""),
    ],
    "`payments` is not allowed to call the operation that `taken::peek` refers to, only `load_account` of `ledger`, `unload_account` of `ledger`, `transaction_amount` of `ledger`, `screen` of `screening`, `send` of `screening`; to allow it, add it to `contexts.payments.calls`",
    "the step `load` calls the irreversible operation `taken::peek`, but has no compensation; add `compensated_by: FUNCTION` to the step in the map",
);
const _: () = ::stateline::derived::called::<
    taken::überweisung_prüfen::Request,
>(
    &[
        ("payments", "*", ""),
        ("ledger", "load_account", ""),
        ("ledger", "unload_account", ""),
        ("ledger", "transaction_amount", ""),
        ("screening", "screen", ""),
        ("screening", "send", ""),
    ],
    "`payments` is not allowed to call the operation that `taken::überweisung_prüfen` refers to, only `load_account` of `ledger`, `unload_account` of `ledger`, `transaction_amount` of `ledger`, `screen` of `screening`, `send` of `screening`; to allow it, add it to `contexts.payments.calls`",
    "the step `load` calls the irreversible operation `taken::überweisung_prüfen`, but has no compensation; add `compensated_by: FUNCTION` to the step in the map",
);
const _: () = ::stateline::derived::called::<
    methods::clone::Request,
>(
    &[
        ("payments", "*", ""),
        ("ledger", "load_account", ""),
        ("ledger", "unload_account", ""),
        ("ledger", "transaction_amount", ""),
        ("screening", "screen", ""),
        ("screening", "send", ""),
    ],
    "`payments` is not allowed to call the operation that `methods::clone` refers to, only `load_account` of `ledger`, `unload_account` of `ledger`, `transaction_amount` of `ledger`, `screen` of `screening`, `send` of `screening`; to allow it, add it to `contexts.payments.calls`",
    "the step `load` calls the irreversible operation `methods::clone`, but has no compensation; add `compensated_by: FUNCTION` to the step in the map",
);
const _: () = ::stateline::derived::called::<
    methods::handle::Request,
>(
    &[
        ("payments", "*", ""),
        ("ledger", "load_account", ""),
        ("ledger", "unload_account", ""),
        ("ledger", "transaction_amount", ""),
        ("screening", "screen", ""),
        ("screening", "send", ""),
    ],
    "`payments` is not allowed to call the operation that `methods::handle` refers to, only `load_account` of `ledger`, `unload_account` of `ledger`, `transaction_amount` of `ledger`, `screen` of `screening`, `send` of `screening`; to allow it, add it to `contexts.payments.calls`",
    "the step `load` calls the irreversible operation `methods::handle`, but has no compensation; add `compensated_by: FUNCTION` to the step in the map",
);
const _: () = ::stateline::derived::called::<
    methods::rehearse::Request,
>(
    &[
        ("payments", "*", ""),
        ("ledger", "load_account", ""),
        ("ledger", "unload_account", ""),
        ("ledger", "transaction_amount", ""),
        ("screening", "screen", ""),
        ("screening", "send", ""),
    ],
    "`payments` is not allowed to call the operation that `methods::rehearse` refers to, only `load_account` of `ledger`, `unload_account` of `ledger`, `transaction_amount` of `ledger`, `screen` of `screening`, `send` of `screening`; to allow it, add it to `contexts.payments.calls`",
    "the step `load` calls the irreversible operation `methods::rehearse`, but has no compensation; add `compensated_by: FUNCTION` to the step in the map",
);
const _: () = ::stateline::derived::called::<
    methods::into::Request,
>(
    &[
        ("payments", "*", ""),
        ("ledger", "load_account", ""),
        ("ledger", "unload_account", ""),
        ("ledger", "transaction_amount", ""),
        ("screening", "screen", ""),
        ("screening", "send", ""),
    ],
    "`payments` is not allowed to call the operation that `methods::into` refers to, only `load_account` of `ledger`, `unload_account` of `ledger`, `transaction_amount` of `ledger`, `screen` of `screening`, `send` of `screening`; to allow it, add it to `contexts.payments.calls`",
    "the step `load` calls the irreversible operation `methods::into`, but has no compensation; add `compensated_by: FUNCTION` to the step in the map",
);
const _: () = ::stateline::derived::called::<
    methods::type_id::Request,
>(
    &[
        ("payments", "*", ""),
        ("ledger", "load_account", ""),
        ("ledger", "unload_account", ""),
        ("ledger", "transaction_amount", ""),
        ("screening", "screen", ""),
        ("screening", "send", ""),
    ],
    "`payments` is not allowed to call the operation that `methods::type_id` refers to, only `load_account` of `ledger`, `unload_account` of `ledger`, `transaction_amount` of `ledger`, `screen` of `screening`, `send` of `screening`; to allow it, add it to `contexts.payments.calls`",
    "the step `load` calls the irreversible operation `methods::type_id`, but has no compensation; add `compensated_by: FUNCTION` to the step in the map",
);
///The step `load` of the process `refund`.
pub struct load {}
#[automatically_derived]
impl ::stateline::Step for load {
    type Input = u64;
    type Output = u64;
    type Error = stateline::CallError;
    const CONTEXT: &'static str = "payments";
    const PROCESS: &'static str = "refund";
    const NAME: &'static str = "load";
    const CALLS: ::stateline::derived::Declares = ::core::option::Option::Some(
        &[
            ::stateline::operation::Declared::of::<order::order::Request>(),
            ::stateline::operation::Declared::of::<taken::peek::Request>(),
            ::stateline::operation::Declared::of::<
                taken::überweisung_prüfen::Request,
            >(),
            ::stateline::operation::Declared::of::<methods::clone::Request>(),
            ::stateline::operation::Declared::of::<methods::handle::Request>(),
            ::stateline::operation::Declared::of::<methods::rehearse::Request>(),
            ::stateline::operation::Declared::of::<methods::into::Request>(),
            ::stateline::operation::Declared::of::<methods::type_id::Request>(),
        ],
    );
}
#[automatically_derived]
impl<__E: LoadCtx> ::stateline::Run<__E> for load {
    async fn run(
        input: u64,
        env: &__E,
    ) -> ::stateline::Outcome<u64, stateline::CallError> {
        load(input, env).await.map(::stateline::Flow::Next)
    }
}
