// What the macros derive from `tests/ui/migration.rs`.

#[automatically_derived]
impl ::stateline::Message for Blocked {
    const CONTEXT: &'static str = "payments";
    const TOPIC: &'static str = "payout.blocked";
    const KEY: ::core::option::Option<&'static str> = ::core::option::Option::Some(
        "number",
    );
    const TERMS: ::stateline::message::TopicTerms = ::stateline::message::TopicTerms {
        subscribers: &["payments", "compliance"],
        ack: ::core::option::Option::None,
    };
}
///The step `block_v1` of the process `payout`.
pub struct block_v1 {}
#[automatically_derived]
impl ::stateline::Step for block_v1 {
    type Input = v1::Payout;
    type Output = v1::Payout;
    type Error = ::core::convert::Infallible;
    const CONTEXT: &'static str = "payments";
    const PROCESS: &'static str = "payout";
    const NAME: &'static str = "block_v1";
    const CALLS: ::stateline::derived::Declares = ::core::option::Option::Some(&[]);
}
#[automatically_derived]
impl<__E: ::core::marker::Sync + ?::core::marker::Sized> ::stateline::Run<__E>
for block_v1 {
    async fn run(
        input: v1::Payout,
        env: &__E,
    ) -> ::stateline::Outcome<v1::Payout, ::core::convert::Infallible> {
        ::core::result::Result::Ok(block_v1(input))
    }
}
const _: () = {
    use ::stateline::derived::Plain as _;
    ::stateline::derived::goes_on(
        ::stateline::derived::Returned::<u64>::FAILS,
        "`u64` is another name for a `Result`, so its error would be stored as if the step had succeeded; write `Result<…, …>` or `Outcome<…, …>` instead",
    )
};
///The step `transfer_v1` of the process `payout`.
pub struct transfer_v1 {}
#[automatically_derived]
impl ::stateline::Step for transfer_v1 {
    type Input = v1::Payout;
    type Output = u64;
    type Error = ::core::convert::Infallible;
    const CONTEXT: &'static str = "payments";
    const PROCESS: &'static str = "payout";
    const NAME: &'static str = "transfer_v1";
    const CALLS: ::stateline::derived::Declares = ::core::option::Option::Some(&[]);
}
#[automatically_derived]
impl<__E: ::core::marker::Sync + ?::core::marker::Sized> ::stateline::Run<__E>
for transfer_v1 {
    async fn run(
        input: v1::Payout,
        env: &__E,
    ) -> ::stateline::Outcome<u64, ::core::convert::Infallible> {
        ::core::result::Result::Ok(::stateline::Flow::Next(transfer_v1(input)))
    }
}
///The step `block` of the process `payout`.
pub struct block {}
#[automatically_derived]
impl ::stateline::Step for block {
    type Input = Payout;
    type Output = Payout;
    type Error = ::core::convert::Infallible;
    const CONTEXT: &'static str = "payments";
    const PROCESS: &'static str = "payout";
    const NAME: &'static str = "block";
    const CALLS: ::stateline::derived::Declares = ::core::option::Option::Some(&[]);
}
#[automatically_derived]
impl<__E: ::core::marker::Sync + ?::core::marker::Sized> ::stateline::Run<__E>
for block {
    async fn run(
        input: Payout,
        env: &__E,
    ) -> ::stateline::Outcome<Payout, ::core::convert::Infallible> {
        ::core::result::Result::Ok(block(input))
    }
}
const _: () = {
    use ::stateline::derived::Plain as _;
    ::stateline::derived::goes_on(
        ::stateline::derived::Returned::<Payout>::FAILS,
        "`Payout` is another name for a `Result`, so its error would be stored as if the step had succeeded; write `Result<…, …>` or `Outcome<…, …>` instead",
    )
};
///The step `screen_again` of the process `payout`.
pub struct screen_again {}
#[automatically_derived]
impl ::stateline::Step for screen_again {
    type Input = Payout;
    type Output = Payout;
    type Error = ::core::convert::Infallible;
    const CONTEXT: &'static str = "payments";
    const PROCESS: &'static str = "payout";
    const NAME: &'static str = "screen_again";
    const CALLS: ::stateline::derived::Declares = ::core::option::Option::Some(&[]);
}
#[automatically_derived]
impl<__E: ::core::marker::Sync + ?::core::marker::Sized> ::stateline::Run<__E>
for screen_again {
    async fn run(
        input: Payout,
        env: &__E,
    ) -> ::stateline::Outcome<Payout, ::core::convert::Infallible> {
        ::core::result::Result::Ok(::stateline::Flow::Next(screen_again(input)))
    }
}
const _: () = {
    use ::stateline::derived::Plain as _;
    ::stateline::derived::goes_on(
        ::stateline::derived::Returned::<u64>::FAILS,
        "`u64` is another name for a `Result`, so its error would be stored as if the step had succeeded; write `Result<…, …>` or `Outcome<…, …>` instead",
    )
};
///The step `transfer` of the process `payout`.
pub struct transfer {}
#[automatically_derived]
impl ::stateline::Step for transfer {
    type Input = Payout;
    type Output = u64;
    type Error = ::core::convert::Infallible;
    const CONTEXT: &'static str = "payments";
    const PROCESS: &'static str = "payout";
    const NAME: &'static str = "transfer";
    const CALLS: ::stateline::derived::Declares = ::core::option::Option::Some(&[]);
}
#[automatically_derived]
impl<__E: ::core::marker::Sync + ?::core::marker::Sized> ::stateline::Run<__E>
for transfer {
    async fn run(
        input: Payout,
        env: &__E,
    ) -> ::stateline::Outcome<u64, ::core::convert::Infallible> {
        ::core::result::Result::Ok(::stateline::Flow::Next(transfer(input)))
    }
}
///The migration `keep_blocked` of the process `payout`.
pub struct keep_blocked {}
#[automatically_derived]
impl ::stateline::Migration for keep_blocked {
    type From = v1::Payout;
    type To = Payout;
    type Error = ::core::convert::Infallible;
    const PROCESS: &'static str = "payout";
    const NAME: &'static str = "keep_blocked";
    const FROM: u32 = 1u32;
    const STEP: &'static str = "block";
    const TO: u32 = 2u32;
    const AT: &'static str = "block";
    const REASON: ::core::option::Option<&'static str> = ::core::option::Option::None;
    fn migrate(
        __before: v1::Payout,
    ) -> ::core::result::Result<Payout, ::core::convert::Infallible> {
        ::core::result::Result::Ok(keep_blocked(__before))
    }
}
///The migration `screen_first` of the process `payout`.
pub struct screen_first {}
#[automatically_derived]
impl ::stateline::Migration for screen_first {
    type From = v1::Payout;
    type To = Payout;
    type Error = String;
    const PROCESS: &'static str = "payout";
    const NAME: &'static str = "screen_first";
    const FROM: u32 = 1u32;
    const STEP: &'static str = "transfer";
    const TO: u32 = 2u32;
    const AT: &'static str = "screen_again";
    const REASON: ::core::option::Option<&'static str> = ::core::option::Option::None;
    fn migrate(__before: v1::Payout) -> ::core::result::Result<Payout, String> {
        screen_first(__before)
    }
}
///The migration `waved_through` of the process `payout`.
pub struct waved_through {}
#[automatically_derived]
impl ::stateline::Migration for waved_through {
    type From = Payout;
    type To = v1::Payout;
    type Error = ::core::convert::Infallible;
    const PROCESS: &'static str = "payout";
    const NAME: &'static str = "waved_through";
    const FROM: u32 = 2u32;
    const STEP: &'static str = "block";
    const TO: u32 = 1u32;
    const AT: &'static str = "transfer";
    const REASON: ::core::option::Option<&'static str> = ::core::option::Option::Some(
        "all were decided by hand",
    );
    fn migrate(
        __before: Payout,
    ) -> ::core::result::Result<v1::Payout, ::core::convert::Infallible> {
        ::core::result::Result::Ok(waved_through(__before))
    }
}
