// What the macros derive from `examples/payout/compliance/src/queue.rs`.

#[automatically_derived]
impl ::stateline::Has<Queue> for Office {
    fn get(&self) -> &::stateline::derived::Lent<Queue> {
        &self.queue
    }
}
///What `blocked` may do.
pub trait BlockedCtx: enqueue::Call + ::stateline::Ctx {}
#[automatically_derived]
impl<__E: enqueue::Call + ::stateline::Ctx + ?::core::marker::Sized> BlockedCtx for __E {}
const _: () = ::stateline::derived::called::<
    enqueue::Request,
>(
    &[("compliance", "*", "")],
    "`compliance` is not allowed to call the operation that `enqueue` refers to; to allow it, add it to `contexts.compliance.calls`",
    "",
);
const _: () = ::stateline::derived::published::<
    Blocked,
>(
    &["payout.blocked"],
    "the handler `blocked` receives `payout.blocked`, but its first argument is the message of another topic; take the message of `payout.blocked`",
);
///The handler `blocked`.
pub struct blocked {}
#[automatically_derived]
impl ::stateline::Receive for blocked {
    type Message = Blocked;
    const CONTEXT: &'static str = "compliance";
    const NAME: &'static str = "blocked";
    const CALLS: ::stateline::derived::Declares = ::core::option::Option::Some(
        &[::stateline::operation::Declared::of::<enqueue::Request>()],
    );
}
#[automatically_derived]
impl<__E: BlockedCtx> ::stateline::Hear<__E> for blocked {
    async fn hear(
        input: Blocked,
        env: &__E,
    ) -> ::core::result::Result<::stateline::Ack, ::stateline::Nack> {
        ::stateline::message::Acknowledges::acknowledge(blocked(input, env).await)
    }
}
/// Puts a payout into the queue. The same twice is one entry.
pub struct RequestEnqueue {
    ///What is given as `payout`.
    pub payout: Blocked,
}
#[automatically_derived]
impl ::stateline::derived::serde::Serialize for RequestEnqueue {
    fn serialize<S: ::stateline::derived::serde::Serializer>(
        &self,
        to: S,
    ) -> ::core::result::Result<S::Ok, S::Error> {
        ::stateline::derived::fields::write(
            to,
            "RequestEnqueue",
            &["payout"],
            (&self.payout,),
        )
    }
}
#[automatically_derived]
impl<'de> ::stateline::derived::serde::Deserialize<'de> for RequestEnqueue {
    fn deserialize<D: ::stateline::derived::serde::Deserializer<'de>>(
        from: D,
    ) -> ::core::result::Result<Self, D::Error> {
        ::stateline::derived::fields::read(from, "RequestEnqueue", &["payout"])
            .map(|(payout,)| RequestEnqueue { payout })
    }
}
#[automatically_derived]
impl ::stateline::Operation for RequestEnqueue {
    type Output = ();
    const CONTEXT: &'static str = "compliance";
    const NAME: &'static str = "enqueue";
    const EFFECT: ::stateline::Effect = ::stateline::Effect::Write;
    const EXTERNAL: bool = false;
    const PLACE: &'static str = ::core::concat!(::core::module_path!(), "::", "enqueue");
    const BLOCKING: bool = true;
    const IDEMPOTENT_FOR: ::core::option::Option<::core::time::Duration> = ::core::option::Option::Some(
        ::core::time::Duration::from_millis(31536000000u64),
    );
}
#[automatically_derived]
impl<
    __E: ::stateline::Has<Queue> + ::core::marker::Sync + ?::core::marker::Sized,
> ::stateline::Handle<__E> for RequestEnqueue {
    async fn handle(self, env: &__E, about: &::stateline::Call) -> () {
        enqueue(::stateline::Has::<Queue>::get(env), self.payout)
    }
    async fn rehearse(self, env: &__E, about: &::stateline::Call) -> () {
        ::stateline::derived::AtOnce::<
            (),
        >::it(would_enqueue(::stateline::Has::<Queue>::get(env), self.payout))
    }
}
///A ctx that calls `enqueue`.
pub trait CallEnqueue: ::stateline::Calls<RequestEnqueue> {
    /// Puts a payout into the queue. The same twice is one entry.
    fn enqueue(
        &self,
        payout: Blocked,
    ) -> impl ::core::future::Future<
        Output = ::core::result::Result<(), ::stateline::CallError>,
    > + ::core::marker::Send {
        ::stateline::Calls::call(self, RequestEnqueue { payout })
    }
}
#[automatically_derived]
impl<__E: ::stateline::Calls<RequestEnqueue> + ?::core::marker::Sized> CallEnqueue
for __E {}
#[doc(hidden)]
pub mod enqueue {
    pub use super::{CallEnqueue as Call, RequestEnqueue as Request};
}
