// What the macros derive from `tests/ui/allowed.rs`.

///Asks for `rounded`.
#[allow(deprecated, missing_docs)]
pub struct RequestRounded {
    ///What is given as `amount`.
    pub amount: Euros,
}
#[allow(deprecated, missing_docs)]
#[automatically_derived]
impl ::stateline::derived::serde::Serialize for RequestRounded {
    fn serialize<S: ::stateline::derived::serde::Serializer>(
        &self,
        to: S,
    ) -> ::core::result::Result<S::Ok, S::Error> {
        ::stateline::derived::fields::write(
            to,
            "RequestRounded",
            &["amount"],
            (&self.amount,),
        )
    }
}
#[allow(deprecated, missing_docs)]
#[automatically_derived]
impl<'de> ::stateline::derived::serde::Deserialize<'de> for RequestRounded {
    fn deserialize<D: ::stateline::derived::serde::Deserializer<'de>>(
        from: D,
    ) -> ::core::result::Result<Self, D::Error> {
        ::stateline::derived::fields::read(from, "RequestRounded", &["amount"])
            .map(|(amount,)| RequestRounded { amount })
    }
}
#[allow(deprecated, missing_docs)]
#[automatically_derived]
impl ::stateline::Operation for RequestRounded {
    type Output = Euros;
    const CONTEXT: &'static str = "payments";
    const NAME: &'static str = "rounded";
    const EFFECT: ::stateline::Effect = ::stateline::Effect::Read;
    const EXTERNAL: bool = false;
    const PLACE: &'static str = ::core::concat!(::core::module_path!(), "::", "rounded");
    const BLOCKING: bool = true;
}
#[allow(deprecated, missing_docs)]
#[automatically_derived]
impl<__E: ::core::marker::Sync + ?::core::marker::Sized> ::stateline::Handle<__E>
for RequestRounded {
    async fn handle(self, env: &__E, about: &::stateline::Call) -> Euros {
        rounded(self.amount)
    }
}
///A ctx that calls `rounded`.
#[allow(deprecated, missing_docs)]
pub trait CallRounded: ::stateline::Calls<RequestRounded> {
    ///Calls `rounded`.
    fn rounded(
        &self,
        amount: Euros,
    ) -> impl ::core::future::Future<
        Output = ::core::result::Result<Euros, ::stateline::CallError>,
    > + ::core::marker::Send {
        ::stateline::Calls::call(self, RequestRounded { amount })
    }
}
#[allow(deprecated, missing_docs)]
#[automatically_derived]
impl<__E: ::stateline::Calls<RequestRounded> + ?::core::marker::Sized> CallRounded
for __E {}
#[allow(deprecated, missing_docs)]
#[doc(hidden)]
pub mod rounded {
    pub use super::{CallRounded as Call, RequestRounded as Request};
}
#[allow(deprecated, missing_docs, reason = "it goes with the next version")]
///What `load` may do.
pub trait LoadCtx: rounded::Call + ::stateline::Ctx {}
#[allow(deprecated, missing_docs, reason = "it goes with the next version")]
#[automatically_derived]
impl<__E: rounded::Call + ::stateline::Ctx + ?::core::marker::Sized> LoadCtx for __E {}
#[allow(deprecated, missing_docs, reason = "it goes with the next version")]
const _: () = ::stateline::derived::called::<
    rounded::Request,
>(
    &[
        ("payments", "*", ""),
        ("ledger", "load_account", ""),
        ("ledger", "unload_account", ""),
        ("ledger", "transaction_amount", ""),
        ("screening", "screen", ""),
        ("screening", "send", ""),
    ],
    "`payments` is not allowed to call the operation that `rounded` refers to, only `load_account` of `ledger`, `unload_account` of `ledger`, `transaction_amount` of `ledger`, `screen` of `screening`, `send` of `screening`; to allow it, add it to `contexts.payments.calls`",
    "the step `load` calls the irreversible operation `rounded`, but has no compensation; add `compensated_by: FUNCTION` to the step in the map",
);
#[allow(deprecated, missing_docs, reason = "it goes with the next version")]
///The step `load` of the process `refund`.
pub struct load {}
#[allow(deprecated, missing_docs, reason = "it goes with the next version")]
#[automatically_derived]
impl ::stateline::Step for load {
    type Input = Euros;
    type Output = Euros;
    type Error = stateline::CallError;
    const CONTEXT: &'static str = "payments";
    const PROCESS: &'static str = "refund";
    const NAME: &'static str = "load";
    const CALLS: ::stateline::derived::Declares = ::core::option::Option::Some(
        &[::stateline::operation::Declared::of::<rounded::Request>()],
    );
}
#[allow(deprecated, missing_docs, reason = "it goes with the next version")]
#[automatically_derived]
impl<__E: LoadCtx> ::stateline::Run<__E> for load {
    async fn run(
        input: Euros,
        env: &__E,
    ) -> ::stateline::Outcome<Euros, stateline::CallError> {
        load(input, env).await.map(::stateline::Flow::Next)
    }
}
/// Nobody should call it.
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
    /// Nobody should call it.
    #[deprecated]
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
///What `unload` may do.
pub trait UnloadCtx: rounded::Call + ::stateline::Ctx {}
#[automatically_derived]
impl<__E: rounded::Call + ::stateline::Ctx + ?::core::marker::Sized> UnloadCtx for __E {}
const _: () = ::stateline::derived::called::<
    rounded::Request,
>(
    &[
        ("payments", "*", ""),
        ("ledger", "load_account", ""),
        ("ledger", "unload_account", ""),
        ("ledger", "transaction_amount", ""),
        ("screening", "screen", ""),
        ("screening", "send", ""),
    ],
    "`payments` is not allowed to call the operation that `rounded` refers to, only `load_account` of `ledger`, `unload_account` of `ledger`, `transaction_amount` of `ledger`, `screen` of `screening`, `send` of `screening`; to allow it, add it to `contexts.payments.calls`",
    "the step `unload` calls the irreversible operation `rounded`, but has no compensation; add `compensated_by: FUNCTION` to the step in the map",
);
///The step `unload` of the process `payout`.
pub struct unload {}
#[automatically_derived]
impl ::stateline::Step for unload {
    type Input = u64;
    type Output = u64;
    type Error = stateline::CallError;
    const CONTEXT: &'static str = "payments";
    const PROCESS: &'static str = "payout";
    const NAME: &'static str = "unload";
    const CALLS: ::stateline::derived::Declares = ::core::option::Option::Some(
        &[::stateline::operation::Declared::of::<rounded::Request>()],
    );
}
#[automatically_derived]
impl<__E: UnloadCtx> ::stateline::Run<__E> for unload {
    async fn run(
        input: u64,
        env: &__E,
    ) -> ::stateline::Outcome<u64, stateline::CallError> {
        unload(input, env).await.map(::stateline::Flow::Next)
    }
}
