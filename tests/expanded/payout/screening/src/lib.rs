// What the macros derive from `examples/payout/screening/src/lib.rs`.

/// Is this person on a list? Case and spaces do not hide anybody.
pub struct RequestScreen {
    ///What is given as `person`.
    pub person: String,
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
            &["person"],
            (&self.person,),
        )
    }
}
#[automatically_derived]
impl<'de> ::stateline::derived::serde::Deserialize<'de> for RequestScreen {
    fn deserialize<D: ::stateline::derived::serde::Deserializer<'de>>(
        from: D,
    ) -> ::core::result::Result<Self, D::Error> {
        ::stateline::derived::fields::read(from, "RequestScreen", &["person"])
            .map(|(person,)| RequestScreen { person })
    }
}
#[automatically_derived]
impl ::stateline::Operation for RequestScreen {
    type Output = Result<Verdict, ScreeningError>;
    const CONTEXT: &'static str = "screening";
    const NAME: &'static str = "screen";
    const EFFECT: ::stateline::Effect = ::stateline::Effect::Read;
    const EXTERNAL: bool = true;
    const PLACE: &'static str = ::core::concat!(::core::module_path!(), "::", "screen");
    const BLOCKING: bool = true;
}
#[automatically_derived]
impl<
    __E: ::stateline::Has<Lists> + ::core::marker::Sync + ?::core::marker::Sized,
> ::stateline::Handle<__E> for RequestScreen {
    async fn handle(
        self,
        env: &__E,
        about: &::stateline::Call,
    ) -> Result<Verdict, ScreeningError> {
        screen(::stateline::Has::<Lists>::get(env), self.person)
    }
    async fn rehearse(
        self,
        env: &__E,
        about: &::stateline::Call,
    ) -> Result<Verdict, ScreeningError> {
        ::stateline::derived::AtOnce::<
            Result<Verdict, ScreeningError>,
        >::it(everybody_is_clear(::stateline::Has::<Lists>::get(env), self.person))
    }
}
///A ctx that calls `screen`.
pub trait CallScreen: ::stateline::Calls<RequestScreen> {
    /// Is this person on a list? Case and spaces do not hide anybody.
    fn screen(
        &self,
        person: String,
    ) -> impl ::core::future::Future<
        Output = ::core::result::Result<
            Result<Verdict, ScreeningError>,
            ::stateline::CallError,
        >,
    > + ::core::marker::Send {
        ::stateline::Calls::call(self, RequestScreen { person })
    }
}
#[automatically_derived]
impl<__E: ::stateline::Calls<RequestScreen> + ?::core::marker::Sized> CallScreen
for __E {}
#[doc(hidden)]
pub mod screen {
    pub use super::{CallScreen as Call, RequestScreen as Request};
}
