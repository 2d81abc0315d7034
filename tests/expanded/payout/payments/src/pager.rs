// What the macros derive from `examples/payout/payments/src/pager.rs`.

///What `unacknowledged` may do.
pub trait UnacknowledgedCtx: page::Call + ::stateline::Ctx {}
#[automatically_derived]
impl<__E: page::Call + ::stateline::Ctx + ?::core::marker::Sized> UnacknowledgedCtx
for __E {}
const _: () = ::stateline::derived::called::<
    page::Request,
>(
    &[
        ("payments", "*", ""),
        ("ledger", "load_account", ""),
        ("ledger", "unload_account", ""),
        ("ledger", "transaction_amount", ""),
        ("screening", "screen", ""),
    ],
    "`payments` is not allowed to call the operation that `page` refers to, only `load_account` of `ledger`, `unload_account` of `ledger`, `transaction_amount` of `ledger`, `screen` of `screening`; to allow it, add it to `contexts.payments.calls`",
    "",
);
const _: () = ::stateline::derived::published::<
    Overdue,
>(
    &["stateline.overdue"],
    "the handler `unacknowledged` receives `stateline.overdue`, but its first argument is the message of another topic; take the message of `stateline.overdue`",
);
///The handler `unacknowledged`.
pub struct unacknowledged {}
#[automatically_derived]
impl ::stateline::Receive for unacknowledged {
    type Message = Overdue;
    const CONTEXT: &'static str = "payments";
    const NAME: &'static str = "unacknowledged";
    const CALLS: ::stateline::derived::Declares = ::core::option::Option::Some(
        &[::stateline::operation::Declared::of::<page::Request>()],
    );
}
#[automatically_derived]
impl<__E: UnacknowledgedCtx> ::stateline::Hear<__E> for unacknowledged {
    async fn hear(
        input: Overdue,
        env: &__E,
    ) -> ::core::result::Result<::stateline::Ack, ::stateline::Nack> {
        ::stateline::message::Acknowledges::acknowledge(unacknowledged(input, env).await)
    }
}
/// Pages somebody. With a key that it knows, the page was sent already.
pub struct RequestPage {
    ///What is given as `why`.
    pub why: String,
}
#[automatically_derived]
impl ::stateline::derived::serde::Serialize for RequestPage {
    fn serialize<S: ::stateline::derived::serde::Serializer>(
        &self,
        to: S,
    ) -> ::core::result::Result<S::Ok, S::Error> {
        ::stateline::derived::fields::write(to, "RequestPage", &["why"], (&self.why,))
    }
}
#[automatically_derived]
impl<'de> ::stateline::derived::serde::Deserialize<'de> for RequestPage {
    fn deserialize<D: ::stateline::derived::serde::Deserializer<'de>>(
        from: D,
    ) -> ::core::result::Result<Self, D::Error> {
        ::stateline::derived::fields::read(from, "RequestPage", &["why"])
            .map(|(why,)| RequestPage { why })
    }
}
#[automatically_derived]
impl ::stateline::Operation for RequestPage {
    type Output = ();
    const CONTEXT: &'static str = "payments";
    const NAME: &'static str = "page";
    const EFFECT: ::stateline::Effect = ::stateline::Effect::Write;
    const EXTERNAL: bool = false;
    const PLACE: &'static str = ::core::concat!(::core::module_path!(), "::", "page");
    const BLOCKING: bool = true;
    const IDEMPOTENT_FOR: ::core::option::Option<::core::time::Duration> = ::core::option::Option::Some(
        ::core::time::Duration::from_millis(31536000000u64),
    );
}
#[automatically_derived]
impl<
    __E: ::stateline::Has<Pager> + ::core::marker::Sync + ?::core::marker::Sized,
> ::stateline::Handle<__E> for RequestPage {
    async fn handle(self, env: &__E, about: &::stateline::Call) -> () {
        page(::stateline::Has::<Pager>::get(env), about, self.why)
    }
    async fn rehearse(self, env: &__E, about: &::stateline::Call) -> () {
        ::stateline::derived::AtOnce::<
            (),
        >::it(would_page(::stateline::Has::<Pager>::get(env), about, self.why))
    }
}
///A ctx that calls `page`.
pub trait CallPage: ::stateline::Calls<RequestPage> {
    /// Pages somebody. With a key that it knows, the page was sent already.
    fn page(
        &self,
        why: String,
    ) -> impl ::core::future::Future<
        Output = ::core::result::Result<(), ::stateline::CallError>,
    > + ::core::marker::Send {
        ::stateline::Calls::call(self, RequestPage { why })
    }
}
#[automatically_derived]
impl<__E: ::stateline::Calls<RequestPage> + ?::core::marker::Sized> CallPage for __E {}
#[doc(hidden)]
pub mod page {
    pub use super::{CallPage as Call, RequestPage as Request};
}
