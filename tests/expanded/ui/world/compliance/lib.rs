// What the macros derive from `tests/ui/world/compliance/lib.rs`.

#[automatically_derived]
impl ::stateline::Message for Decided {
    const CONTEXT: &'static str = "compliance";
    const TOPIC: &'static str = "compliance.decided";
    const TERMS: ::stateline::message::TopicTerms = ::stateline::message::TopicTerms {
        subscribers: &["payments"],
        ack: ::core::option::Option::None,
    };
}
const _: () = {
    use ::stateline::derived::Plain as _;
    ::stateline::derived::goes_on(
        ::stateline::derived::Returned::<String>::FAILS,
        "`String` is another name for a `Result`, so its error would be stored as if the step had succeeded; write `Result<…, …>` or `Outcome<…, …>` instead",
    )
};
///The step `look` of the process `audit`.
pub struct look {}
#[automatically_derived]
impl ::stateline::Step for look {
    type Input = String;
    type Output = String;
    type Error = ::core::convert::Infallible;
    const CONTEXT: &'static str = "compliance";
    const PROCESS: &'static str = "audit";
    const NAME: &'static str = "look";
    const CALLS: ::stateline::derived::Declares = ::core::option::Option::Some(&[]);
}
#[automatically_derived]
impl<__E: ::core::marker::Sync + ?::core::marker::Sized> ::stateline::Run<__E> for look {
    async fn run(
        input: String,
        env: &__E,
    ) -> ::stateline::Outcome<String, ::core::convert::Infallible> {
        ::core::result::Result::Ok(::stateline::Flow::Next(look(input)))
    }
}
