// What the macros derive from `tests/ui/world/screening/lib.rs`.

/// Looks a name up.
pub struct RequestScreen {
    ///What is given as `name`.
    pub name: String,
}
#[automatically_derived]
impl ::stateline::derived::serde::Serialize for RequestScreen {
    fn serialize<S: ::stateline::derived::serde::Serializer>(
        &self,
        to: S,
    ) -> ::core::result::Result<S::Ok, S::Error> {
        ::stateline::derived::fields::write(
            to,
            "RequestScreen",
            &["name"],
            (&self.name,),
        )
    }
}
#[automatically_derived]
impl<'de> ::stateline::derived::serde::Deserialize<'de> for RequestScreen {
    fn deserialize<D: ::stateline::derived::serde::Deserializer<'de>>(
        from: D,
    ) -> ::core::result::Result<Self, D::Error> {
        ::stateline::derived::fields::read(from, "RequestScreen", &["name"])
            .map(|(name,)| RequestScreen { name })
    }
}
#[automatically_derived]
impl ::stateline::Operation for RequestScreen {
    type Output = Verdict;
    const CONTEXT: &'static str = "screening";
    const NAME: &'static str = "screen";
    const EFFECT: ::stateline::Effect = ::stateline::Effect::Read;
    const EXTERNAL: bool = true;
    const PLACE: &'static str = ::core::concat!(::core::module_path!(), "::", "screen");
}
#[automatically_derived]
impl<
    __E: ::stateline::Has<Lists> + ::core::marker::Sync + ?::core::marker::Sized,
> ::stateline::Handle<__E> for RequestScreen {
    fn handle(
        self,
        env: &__E,
        about: &::stateline::Call,
    ) -> impl ::core::future::Future<Output = Verdict> + ::core::marker::Send {
        screen(::stateline::Has::<Lists>::get(env), self.name)
    }
    fn rehearse(
        self,
        env: &__E,
        about: &::stateline::Call,
    ) -> impl ::core::future::Future<Output = Verdict> + ::core::marker::Send {
        ::stateline::derived::awaited::<
            Verdict,
            _,
        >(no_hit(::stateline::Has::<Lists>::get(env), self.name))
    }
}
///A ctx that calls `screen`.
pub trait CallScreen: ::stateline::Calls<RequestScreen> {
    /// Looks a name up.
    fn screen(
        &self,
        name: String,
    ) -> impl ::core::future::Future<
        Output = ::core::result::Result<Verdict, ::stateline::CallError>,
    > + ::core::marker::Send {
        ::stateline::Calls::call(self, RequestScreen { name })
    }
}
#[automatically_derived]
impl<__E: ::stateline::Calls<RequestScreen> + ?::core::marker::Sized> CallScreen
for __E {}
#[doc(hidden)]
pub mod screen {
    pub use super::{CallScreen as Call, RequestScreen as Request};
}
/// Sends money out of our hands.
pub struct RequestSend {
    ///What is given as `beneficiary`.
    pub beneficiary: String,
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
            &["beneficiary"],
            (&self.beneficiary,),
        )
    }
}
#[automatically_derived]
impl<'de> ::stateline::derived::serde::Deserialize<'de> for RequestSend {
    fn deserialize<D: ::stateline::derived::serde::Deserializer<'de>>(
        from: D,
    ) -> ::core::result::Result<Self, D::Error> {
        ::stateline::derived::fields::read(from, "RequestSend", &["beneficiary"])
            .map(|(beneficiary,)| RequestSend { beneficiary })
    }
}
#[automatically_derived]
impl ::stateline::Operation for RequestSend {
    type Output = Verdict;
    const CONTEXT: &'static str = "screening";
    const NAME: &'static str = "send";
    const EFFECT: ::stateline::Effect = ::stateline::Effect::Irreversible;
    const EXTERNAL: bool = true;
    const PLACE: &'static str = ::core::concat!(::core::module_path!(), "::", "send");
}
#[automatically_derived]
impl<
    __E: ::stateline::Has<Lists> + ::core::marker::Sync + ?::core::marker::Sized,
> ::stateline::Handle<__E> for RequestSend {
    fn handle(
        self,
        env: &__E,
        about: &::stateline::Call,
    ) -> impl ::core::future::Future<Output = Verdict> + ::core::marker::Send {
        send(::stateline::Has::<Lists>::get(env), self.beneficiary)
    }
    fn rehearse(
        self,
        env: &__E,
        about: &::stateline::Call,
    ) -> impl ::core::future::Future<Output = Verdict> + ::core::marker::Send {
        ::stateline::derived::awaited::<
            Verdict,
            _,
        >(pretend_send(::stateline::Has::<Lists>::get(env), self.beneficiary))
    }
}
///A ctx that calls `send`.
pub trait CallSend: ::stateline::Calls<RequestSend> {
    /// Sends money out of our hands.
    fn send(
        &self,
        beneficiary: String,
    ) -> impl ::core::future::Future<
        Output = ::core::result::Result<Verdict, ::stateline::CallError>,
    > + ::core::marker::Send {
        ::stateline::Calls::call(self, RequestSend { beneficiary })
    }
}
#[automatically_derived]
impl<__E: ::stateline::Calls<RequestSend> + ?::core::marker::Sized> CallSend for __E {}
#[doc(hidden)]
pub mod send {
    pub use super::{CallSend as Call, RequestSend as Request};
}
