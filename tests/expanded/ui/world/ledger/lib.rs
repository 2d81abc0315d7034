// What the macros derive from `tests/ui/world/ledger/lib.rs`.

mod daily {
    /// Of one account.
    pub struct RequestBalance {
        ///What is given as `consumer`.
        pub consumer: crate::ConsumerId,
    }
    #[automatically_derived]
    impl ::stateline::derived::serde::Serialize for RequestBalance {
        fn serialize<S: ::stateline::derived::serde::Serializer>(
            &self,
            to: S,
        ) -> ::core::result::Result<S::Ok, S::Error> {
            ::stateline::derived::fields::write(
                to,
                "RequestBalance",
                &["consumer"],
                (&self.consumer,),
            )
        }
    }
    #[automatically_derived]
    impl<'de> ::stateline::derived::serde::Deserialize<'de> for RequestBalance {
        fn deserialize<D: ::stateline::derived::serde::Deserializer<'de>>(
            from: D,
        ) -> ::core::result::Result<Self, D::Error> {
            ::stateline::derived::fields::read(from, "RequestBalance", &["consumer"])
                .map(|(consumer,)| RequestBalance { consumer })
        }
    }
    #[automatically_derived]
    impl ::stateline::Operation for RequestBalance {
        type Output = u64;
        const CONTEXT: &'static str = "ledger";
        const NAME: &'static str = "balance";
        const EFFECT: ::stateline::Effect = ::stateline::Effect::Read;
        const EXTERNAL: bool = false;
        const PLACE: &'static str = ::core::concat!(
            ::core::module_path!(), "::", "balance"
        );
        const BLOCKING: bool = true;
    }
    #[automatically_derived]
    impl<__E: ::core::marker::Sync + ?::core::marker::Sized> ::stateline::Handle<__E>
    for RequestBalance {
        async fn handle(self, env: &__E, about: &::stateline::Call) -> u64 {
            balance(self.consumer)
        }
    }
    ///A ctx that calls `balance`.
    pub trait CallBalance: ::stateline::Calls<RequestBalance> {
        /// Of one account.
        fn balance(
            &self,
            consumer: crate::ConsumerId,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<u64, ::stateline::CallError>,
        > + ::core::marker::Send {
            ::stateline::Calls::call(self, RequestBalance { consumer })
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
mod yearly {
    /// Of one account.
    pub struct RequestBalance {
        ///What is given as `consumer`.
        pub consumer: crate::ConsumerId,
    }
    #[automatically_derived]
    impl ::stateline::derived::serde::Serialize for RequestBalance {
        fn serialize<S: ::stateline::derived::serde::Serializer>(
            &self,
            to: S,
        ) -> ::core::result::Result<S::Ok, S::Error> {
            ::stateline::derived::fields::write(
                to,
                "RequestBalance",
                &["consumer"],
                (&self.consumer,),
            )
        }
    }
    #[automatically_derived]
    impl<'de> ::stateline::derived::serde::Deserialize<'de> for RequestBalance {
        fn deserialize<D: ::stateline::derived::serde::Deserializer<'de>>(
            from: D,
        ) -> ::core::result::Result<Self, D::Error> {
            ::stateline::derived::fields::read(from, "RequestBalance", &["consumer"])
                .map(|(consumer,)| RequestBalance { consumer })
        }
    }
    #[automatically_derived]
    impl ::stateline::Operation for RequestBalance {
        type Output = u64;
        const CONTEXT: &'static str = "ledger";
        const NAME: &'static str = "balance";
        const EFFECT: ::stateline::Effect = ::stateline::Effect::Read;
        const EXTERNAL: bool = false;
        const PLACE: &'static str = ::core::concat!(
            ::core::module_path!(), "::", "balance"
        );
        const BLOCKING: bool = true;
    }
    #[automatically_derived]
    impl<__E: ::core::marker::Sync + ?::core::marker::Sized> ::stateline::Handle<__E>
    for RequestBalance {
        async fn handle(self, env: &__E, about: &::stateline::Call) -> u64 {
            balance(self.consumer)
        }
    }
    ///A ctx that calls `balance`.
    pub trait CallBalance: ::stateline::Calls<RequestBalance> {
        /// Of one account.
        fn balance(
            &self,
            consumer: crate::ConsumerId,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<u64, ::stateline::CallError>,
        > + ::core::marker::Send {
            ::stateline::Calls::call(self, RequestBalance { consumer })
        }
    }
    #[automatically_derived]
    impl<__E: ::stateline::Calls<RequestBalance> + ?::core::marker::Sized> CallBalance
    for __E {}
    #[doc(hidden)]
    pub mod balance {
        pub use super::{CallBalance as Call, RequestBalance as Request};
    }
    /// Of all accounts.
    pub struct RequestTotal {}
    #[automatically_derived]
    impl ::stateline::derived::serde::Serialize for RequestTotal {
        fn serialize<S: ::stateline::derived::serde::Serializer>(
            &self,
            to: S,
        ) -> ::core::result::Result<S::Ok, S::Error> {
            ::stateline::derived::fields::write(to, "RequestTotal", &[], ())
        }
    }
    #[automatically_derived]
    impl<'de> ::stateline::derived::serde::Deserialize<'de> for RequestTotal {
        fn deserialize<D: ::stateline::derived::serde::Deserializer<'de>>(
            from: D,
        ) -> ::core::result::Result<Self, D::Error> {
            ::stateline::derived::fields::read(from, "RequestTotal", &[])
                .map(|()| RequestTotal {})
        }
    }
    #[automatically_derived]
    impl ::stateline::Operation for RequestTotal {
        type Output = u64;
        const CONTEXT: &'static str = "ledger";
        const NAME: &'static str = "total";
        const EFFECT: ::stateline::Effect = ::stateline::Effect::Read;
        const EXTERNAL: bool = false;
        const PLACE: &'static str = ::core::concat!(
            ::core::module_path!(), "::", "total"
        );
        const BLOCKING: bool = true;
    }
    #[automatically_derived]
    impl<__E: ::core::marker::Sync + ?::core::marker::Sized> ::stateline::Handle<__E>
    for RequestTotal {
        async fn handle(self, env: &__E, about: &::stateline::Call) -> u64 {
            total()
        }
    }
    ///A ctx that calls `total`.
    pub trait CallTotal: ::stateline::Calls<RequestTotal> {
        /// Of all accounts.
        fn total(
            &self,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<u64, ::stateline::CallError>,
        > + ::core::marker::Send {
            ::stateline::Calls::call(self, RequestTotal {})
        }
    }
    #[automatically_derived]
    impl<__E: ::stateline::Calls<RequestTotal> + ?::core::marker::Sized> CallTotal
    for __E {}
    #[doc(hidden)]
    pub mod total {
        pub use super::{CallTotal as Call, RequestTotal as Request};
    }
}
/// Of all accounts.
pub struct RequestTotal {}
#[automatically_derived]
impl ::stateline::derived::serde::Serialize for RequestTotal {
    fn serialize<S: ::stateline::derived::serde::Serializer>(
        &self,
        to: S,
    ) -> ::core::result::Result<S::Ok, S::Error> {
        ::stateline::derived::fields::write(to, "RequestTotal", &[], ())
    }
}
#[automatically_derived]
impl<'de> ::stateline::derived::serde::Deserialize<'de> for RequestTotal {
    fn deserialize<D: ::stateline::derived::serde::Deserializer<'de>>(
        from: D,
    ) -> ::core::result::Result<Self, D::Error> {
        ::stateline::derived::fields::read(from, "RequestTotal", &[])
            .map(|()| RequestTotal {})
    }
}
#[automatically_derived]
impl ::stateline::Operation for RequestTotal {
    type Output = u64;
    const CONTEXT: &'static str = "ledger";
    const NAME: &'static str = "total";
    const EFFECT: ::stateline::Effect = ::stateline::Effect::Read;
    const EXTERNAL: bool = false;
    const PLACE: &'static str = ::core::concat!(::core::module_path!(), "::", "total");
    const BLOCKING: bool = true;
}
#[automatically_derived]
impl<__E: ::core::marker::Sync + ?::core::marker::Sized> ::stateline::Handle<__E>
for RequestTotal {
    async fn handle(self, env: &__E, about: &::stateline::Call) -> u64 {
        total()
    }
}
///A ctx that calls `total`.
pub trait CallTotal: ::stateline::Calls<RequestTotal> {
    /// Of all accounts.
    fn total(
        &self,
    ) -> impl ::core::future::Future<
        Output = ::core::result::Result<u64, ::stateline::CallError>,
    > + ::core::marker::Send {
        ::stateline::Calls::call(self, RequestTotal {})
    }
}
#[automatically_derived]
impl<__E: ::stateline::Calls<RequestTotal> + ?::core::marker::Sized> CallTotal for __E {}
#[doc(hidden)]
pub mod total {
    pub use super::{CallTotal as Call, RequestTotal as Request};
}
