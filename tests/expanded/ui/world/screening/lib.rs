// What the macros derive from `tests/ui/world/screening/lib.rs`.

/// Looks a name up.
#[allow(unused, missing_docs, unreachable_pub, clippy::all, private_interfaces)]
pub struct Screen {
    pub name: String,
}
#[automatically_derived]
impl ::stateline::derived::serde::Serialize for Screen {
    fn serialize<S: ::stateline::derived::serde::Serializer>(
        &self,
        to: S,
    ) -> ::core::result::Result<S::Ok, S::Error> {
        ::stateline::derived::fields::write(to, "Screen", &["name"], (&self.name,))
    }
}
#[automatically_derived]
impl<'de> ::stateline::derived::serde::Deserialize<'de> for Screen {
    fn deserialize<D: ::stateline::derived::serde::Deserializer<'de>>(
        from: D,
    ) -> ::core::result::Result<Self, D::Error> {
        ::stateline::derived::fields::read(from, "Screen", &["name"])
            .map(|(name,)| Screen { name })
    }
}
#[automatically_derived]
impl ::stateline::Operation for Screen {
    type Output = Verdict;
    const CONTEXT: &'static str = "screening";
    const NAME: &'static str = "screen";
    const EFFECT: ::stateline::Effect = ::stateline::Effect::Read;
    const EXTERNAL: bool = true;
}
#[allow(unused, missing_docs, unreachable_pub, clippy::all, deprecated)]
#[automatically_derived]
impl<
    __E: ::stateline::Has<Lists> + ::core::marker::Sync + ?::core::marker::Sized,
> ::stateline::Handle<__E> for Screen {
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
#[allow(unused, missing_docs, unreachable_pub, clippy::all, private_interfaces)]
pub trait CallScreen: ::stateline::Calls<Screen> {
    /// Looks a name up.
    fn screen(
        &self,
        name: String,
    ) -> impl ::core::future::Future<
        Output = ::core::result::Result<Verdict, ::stateline::CallError>,
    > + ::core::marker::Send {
        ::stateline::Calls::call(self, Screen { name })
    }
}
#[automatically_derived]
impl<__E: ::stateline::Calls<Screen> + ?::core::marker::Sized> CallScreen for __E {}
#[doc(hidden)]
#[allow(unused, missing_docs, unreachable_pub, clippy::all)]
pub mod screen {
    pub use super::{CallScreen as Call, Screen as Request};
}
/// Sends money out of our hands.
#[allow(unused, missing_docs, unreachable_pub, clippy::all, private_interfaces)]
pub struct Send {
    pub beneficiary: String,
}
#[automatically_derived]
impl ::stateline::derived::serde::Serialize for Send {
    fn serialize<S: ::stateline::derived::serde::Serializer>(
        &self,
        to: S,
    ) -> ::core::result::Result<S::Ok, S::Error> {
        ::stateline::derived::fields::write(
            to,
            "Send",
            &["beneficiary"],
            (&self.beneficiary,),
        )
    }
}
#[automatically_derived]
impl<'de> ::stateline::derived::serde::Deserialize<'de> for Send {
    fn deserialize<D: ::stateline::derived::serde::Deserializer<'de>>(
        from: D,
    ) -> ::core::result::Result<Self, D::Error> {
        ::stateline::derived::fields::read(from, "Send", &["beneficiary"])
            .map(|(beneficiary,)| Send { beneficiary })
    }
}
#[automatically_derived]
impl ::stateline::Operation for Send {
    type Output = Verdict;
    const CONTEXT: &'static str = "screening";
    const NAME: &'static str = "send";
    const EFFECT: ::stateline::Effect = ::stateline::Effect::Irreversible;
    const EXTERNAL: bool = true;
}
#[allow(unused, missing_docs, unreachable_pub, clippy::all, deprecated)]
#[automatically_derived]
impl<
    __E: ::stateline::Has<Lists> + ::core::marker::Sync + ?::core::marker::Sized,
> ::stateline::Handle<__E> for Send {
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
#[allow(unused, missing_docs, unreachable_pub, clippy::all, private_interfaces)]
pub trait CallSend: ::stateline::Calls<Send> {
    /// Sends money out of our hands.
    fn send(
        &self,
        beneficiary: String,
    ) -> impl ::core::future::Future<
        Output = ::core::result::Result<Verdict, ::stateline::CallError>,
    > + ::core::marker::Send {
        ::stateline::Calls::call(self, Send { beneficiary })
    }
}
#[automatically_derived]
impl<__E: ::stateline::Calls<Send> + ?::core::marker::Sized> CallSend for __E {}
#[doc(hidden)]
#[allow(unused, missing_docs, unreachable_pub, clippy::all)]
pub mod send {
    pub use super::{CallSend as Call, Send as Request};
}
