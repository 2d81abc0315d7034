// What the macros derive from `tests/ui/environment_shared.rs`.

#[automatically_derived]
impl<'d> ::stateline::Has<Arc<dyn Bank>> for Desk<'d> {
    fn get(&self) -> &::stateline::derived::Lent<Arc<dyn Bank>> {
        &self.bank
    }
}
#[automatically_derived]
impl<'d> ::stateline::Has<dyn Bank> for Desk<'d> {
    fn get(&self) -> &::stateline::derived::Lent<dyn Bank> {
        &**<Self as ::stateline::Has<Arc<dyn Bank>>>::get(self)
    }
}
#[automatically_derived]
impl<'d> ::stateline::Has<Arc<dyn Lists>> for Desk<'d> {
    fn get(&self) -> &::stateline::derived::Lent<Arc<dyn Lists>> {
        self.lists
    }
}
#[automatically_derived]
impl<'d> ::stateline::Has<dyn Lists> for Desk<'d> {
    fn get(&self) -> &::stateline::derived::Lent<dyn Lists> {
        &**<Self as ::stateline::Has<Arc<dyn Lists>>>::get(self)
    }
}
#[automatically_derived]
impl<'d> ::stateline::Has<Box<dyn Fn() -> u64 + Send + Sync>> for Desk<'d> {
    fn get(&self) -> &::stateline::derived::Lent<Box<dyn Fn() -> u64 + Send + Sync>> {
        &self.boxed
    }
}
#[automatically_derived]
impl<'d> ::stateline::Has<dyn Fn() -> u64 + Send + Sync> for Desk<'d> {
    fn get(&self) -> &::stateline::derived::Lent<dyn Fn() -> u64 + Send + Sync> {
        &**<Self as ::stateline::Has<Box<dyn Fn() -> u64 + Send + Sync>>>::get(self)
    }
}
#[automatically_derived]
impl<'d> ::stateline::Has<Arc<u64>> for Desk<'d> {
    fn get(&self) -> &::stateline::derived::Lent<Arc<u64>> {
        &self.number
    }
}
///Asks for `sent`.
pub struct RequestSent {}
#[automatically_derived]
impl ::stateline::derived::serde::Serialize for RequestSent {
    fn serialize<S: ::stateline::derived::serde::Serializer>(
        &self,
        to: S,
    ) -> ::core::result::Result<S::Ok, S::Error> {
        ::stateline::derived::fields::write(to, "RequestSent", &[], ())
    }
}
#[automatically_derived]
impl<'de> ::stateline::derived::serde::Deserialize<'de> for RequestSent {
    fn deserialize<D: ::stateline::derived::serde::Deserializer<'de>>(
        from: D,
    ) -> ::core::result::Result<Self, D::Error> {
        ::stateline::derived::fields::read(from, "RequestSent", &[])
            .map(|()| RequestSent {})
    }
}
#[automatically_derived]
impl ::stateline::Operation for RequestSent {
    type Output = u64;
    const CONTEXT: &'static str = "payments";
    const NAME: &'static str = "sent";
    const EFFECT: ::stateline::Effect = ::stateline::Effect::Read;
    const EXTERNAL: bool = false;
    const PLACE: &'static str = ::core::concat!(::core::module_path!(), "::", "sent");
    const BLOCKING: bool = true;
}
#[automatically_derived]
impl<
    __E: ::stateline::Has<dyn Bank> + ::stateline::Has<Arc<dyn Bank>>
        + ::stateline::Has<dyn Lists> + ::stateline::Has<Arc<u64>> + ::core::marker::Sync
        + ?::core::marker::Sized,
> ::stateline::Handle<__E> for RequestSent {
    async fn handle(self, env: &__E, about: &::stateline::Call) -> u64 {
        sent(
            ::stateline::Has::<dyn Bank>::get(env),
            ::stateline::Has::<Arc<dyn Bank>>::get(env),
            ::stateline::Has::<dyn Lists>::get(env),
            ::stateline::Has::<Arc<u64>>::get(env),
        )
    }
}
///A ctx that calls `sent`.
pub trait CallSent: ::stateline::Calls<RequestSent> {
    ///Calls `sent`.
    fn sent(
        &self,
    ) -> impl ::core::future::Future<
        Output = ::core::result::Result<u64, ::stateline::CallError>,
    > + ::core::marker::Send {
        ::stateline::Calls::call(self, RequestSent {})
    }
}
#[automatically_derived]
impl<__E: ::stateline::Calls<RequestSent> + ?::core::marker::Sized> CallSent for __E {}
#[doc(hidden)]
pub mod sent {
    pub use super::{CallSent as Call, RequestSent as Request};
}
