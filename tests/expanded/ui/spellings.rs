// What the macros derive from `tests/ui/spellings.rs`.

mod renamed {
    /// An operation.
    pub struct RequestKnown {
        ///What is given as `amount`.
        pub amount: u64,
    }
    #[automatically_derived]
    impl crate::renamed::flow::derived::serde::Serialize for RequestKnown {
        fn serialize<S: crate::renamed::flow::derived::serde::Serializer>(
            &self,
            to: S,
        ) -> ::core::result::Result<S::Ok, S::Error> {
            crate::renamed::flow::derived::fields::write(
                to,
                "RequestKnown",
                &["amount"],
                (&self.amount,),
            )
        }
    }
    #[automatically_derived]
    impl<'de> crate::renamed::flow::derived::serde::Deserialize<'de> for RequestKnown {
        fn deserialize<D: crate::renamed::flow::derived::serde::Deserializer<'de>>(
            from: D,
        ) -> ::core::result::Result<Self, D::Error> {
            crate::renamed::flow::derived::fields::read(
                    from,
                    "RequestKnown",
                    &["amount"],
                )
                .map(|(amount,)| RequestKnown { amount })
        }
    }
    #[automatically_derived]
    impl crate::renamed::flow::Operation for RequestKnown {
        type Output = u64;
        const CONTEXT: &'static str = "payments";
        const NAME: &'static str = "known";
        const EFFECT: crate::renamed::flow::Effect = crate::renamed::flow::Effect::Read;
        const EXTERNAL: bool = false;
        const PLACE: &'static str = ::core::concat!(
            ::core::module_path!(), "::", "known"
        );
        const BLOCKING: bool = true;
    }
    #[automatically_derived]
    impl<
        __E: ::core::marker::Sync + ?::core::marker::Sized,
    > crate::renamed::flow::Handle<__E> for RequestKnown {
        async fn handle(self, env: &__E, about: &crate::renamed::flow::Call) -> u64 {
            known(self.amount)
        }
    }
    ///A ctx that calls `known`.
    pub trait CallKnown: crate::renamed::flow::Calls<RequestKnown> {
        /// An operation.
        fn known(
            &self,
            amount: u64,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<u64, crate::renamed::flow::CallError>,
        > + ::core::marker::Send {
            crate::renamed::flow::Calls::call(self, RequestKnown { amount })
        }
    }
    #[automatically_derived]
    impl<
        __E: crate::renamed::flow::Calls<RequestKnown> + ?::core::marker::Sized,
    > CallKnown for __E {}
    #[doc(hidden)]
    pub mod known {
        pub use super::{CallKnown as Call, RequestKnown as Request};
    }
    ///What `renamed_step` may do.
    pub trait RenamedStepCtx: known::Call + crate::renamed::flow::Ctx {}
    #[automatically_derived]
    impl<
        __E: known::Call + crate::renamed::flow::Ctx + ?::core::marker::Sized,
    > RenamedStepCtx for __E {}
    const _: () = crate::renamed::flow::derived::called::<
        known::Request,
    >(
        &[("payments", "*", "")],
        "`payments` is not allowed to call the operation that `known` refers to; to allow it, add it to `contexts.payments.calls`",
        "the step `renamed_step` calls the irreversible operation `known`, but has no compensation; add `compensated_by: FUNCTION` to the step in the map",
    );
    ///The step `renamed_step` of the process `renamed`.
    pub struct renamed_step {}
    #[automatically_derived]
    impl crate::renamed::flow::Step for renamed_step {
        type Input = u64;
        type Output = u64;
        type Error = flow::CallError;
        const CONTEXT: &'static str = "payments";
        const PROCESS: &'static str = "renamed";
        const NAME: &'static str = "renamed_step";
        const CALLS: crate::renamed::flow::derived::Declares = ::core::option::Option::Some(
            &[crate::renamed::flow::operation::Declared::of::<known::Request>()],
        );
    }
    #[automatically_derived]
    impl<__E: RenamedStepCtx> crate::renamed::flow::Run<__E> for renamed_step {
        async fn run(
            input: u64,
            env: &__E,
        ) -> crate::renamed::flow::Outcome<u64, flow::CallError> {
            renamed_step(input, env).await.map(crate::renamed::flow::Flow::Next)
        }
    }
    #[doc(hidden)]
    type __renamed_renamed_step = renamed_step;
    ///The process `renamed`.
    pub fn renamed<Env: flow::Stage>() -> flow::Chain<
        <__renamed_renamed_step as flow::Step>::Input,
        Env,
    >
    where
        __renamed_renamed_step: flow::Run<Env>,
    {
        let chain = {
            let line = flow::Line::first::<__renamed_renamed_step>();
            line.end(1u32)
        };
        chain
    }
    const _: () = flow::derived::step_of::<
        __renamed_renamed_step,
    >(
        "payments",
        "renamed",
        "the process `renamed` lists `renamed_step`, whose attribute names another process; write `process = \"renamed\"` there",
    );
}
mod visible {
    mod inner {
        ///Asks for `private`.
        struct RequestPrivate {
            ///What is given as `amount`.
            amount: u64,
        }
        #[automatically_derived]
        impl ::stateline::derived::serde::Serialize for RequestPrivate {
            fn serialize<S: ::stateline::derived::serde::Serializer>(
                &self,
                to: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                ::stateline::derived::fields::write(
                    to,
                    "RequestPrivate",
                    &["amount"],
                    (&self.amount,),
                )
            }
        }
        #[automatically_derived]
        impl<'de> ::stateline::derived::serde::Deserialize<'de> for RequestPrivate {
            fn deserialize<D: ::stateline::derived::serde::Deserializer<'de>>(
                from: D,
            ) -> ::core::result::Result<Self, D::Error> {
                ::stateline::derived::fields::read(from, "RequestPrivate", &["amount"])
                    .map(|(amount,)| RequestPrivate { amount })
            }
        }
        #[automatically_derived]
        impl ::stateline::Operation for RequestPrivate {
            type Output = u64;
            const CONTEXT: &'static str = "payments";
            const NAME: &'static str = "private";
            const EFFECT: ::stateline::Effect = ::stateline::Effect::Read;
            const EXTERNAL: bool = false;
            const PLACE: &'static str = ::core::concat!(
                ::core::module_path!(), "::", "private"
            );
            const BLOCKING: bool = true;
        }
        #[automatically_derived]
        impl<__E: ::core::marker::Sync + ?::core::marker::Sized> ::stateline::Handle<__E>
        for RequestPrivate {
            async fn handle(self, env: &__E, about: &::stateline::Call) -> u64 {
                private(self.amount)
            }
        }
        ///A ctx that calls `private`.
        trait CallPrivate: ::stateline::Calls<RequestPrivate> {
            ///Calls `private`.
            fn private(
                &self,
                amount: u64,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<u64, ::stateline::CallError>,
            > + ::core::marker::Send {
                ::stateline::Calls::call(self, RequestPrivate { amount })
            }
        }
        #[automatically_derived]
        impl<
            __E: ::stateline::Calls<RequestPrivate> + ?::core::marker::Sized,
        > CallPrivate for __E {}
        #[doc(hidden)]
        mod private {
            pub(super) use super::{CallPrivate as Call, RequestPrivate as Request};
        }
        ///Asks for `above`.
        pub(super) struct RequestAbove {
            ///What is given as `amount`.
            pub(super) amount: u64,
        }
        #[automatically_derived]
        impl ::stateline::derived::serde::Serialize for RequestAbove {
            fn serialize<S: ::stateline::derived::serde::Serializer>(
                &self,
                to: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                ::stateline::derived::fields::write(
                    to,
                    "RequestAbove",
                    &["amount"],
                    (&self.amount,),
                )
            }
        }
        #[automatically_derived]
        impl<'de> ::stateline::derived::serde::Deserialize<'de> for RequestAbove {
            fn deserialize<D: ::stateline::derived::serde::Deserializer<'de>>(
                from: D,
            ) -> ::core::result::Result<Self, D::Error> {
                ::stateline::derived::fields::read(from, "RequestAbove", &["amount"])
                    .map(|(amount,)| RequestAbove { amount })
            }
        }
        #[automatically_derived]
        impl ::stateline::Operation for RequestAbove {
            type Output = u64;
            const CONTEXT: &'static str = "payments";
            const NAME: &'static str = "above";
            const EFFECT: ::stateline::Effect = ::stateline::Effect::Read;
            const EXTERNAL: bool = false;
            const PLACE: &'static str = ::core::concat!(
                ::core::module_path!(), "::", "above"
            );
            const BLOCKING: bool = true;
        }
        #[automatically_derived]
        impl<__E: ::core::marker::Sync + ?::core::marker::Sized> ::stateline::Handle<__E>
        for RequestAbove {
            async fn handle(self, env: &__E, about: &::stateline::Call) -> u64 {
                above(self.amount)
            }
        }
        ///A ctx that calls `above`.
        pub(super) trait CallAbove: ::stateline::Calls<RequestAbove> {
            ///Calls `above`.
            fn above(
                &self,
                amount: u64,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<u64, ::stateline::CallError>,
            > + ::core::marker::Send {
                ::stateline::Calls::call(self, RequestAbove { amount })
            }
        }
        #[automatically_derived]
        impl<__E: ::stateline::Calls<RequestAbove> + ?::core::marker::Sized> CallAbove
        for __E {}
        #[doc(hidden)]
        pub(super) mod above {
            pub(in super::super) use super::{CallAbove as Call, RequestAbove as Request};
        }
        ///Asks for `in_crate`.
        pub(crate) struct RequestInCrate {
            ///What is given as `amount`.
            pub(crate) amount: u64,
        }
        #[automatically_derived]
        impl ::stateline::derived::serde::Serialize for RequestInCrate {
            fn serialize<S: ::stateline::derived::serde::Serializer>(
                &self,
                to: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                ::stateline::derived::fields::write(
                    to,
                    "RequestInCrate",
                    &["amount"],
                    (&self.amount,),
                )
            }
        }
        #[automatically_derived]
        impl<'de> ::stateline::derived::serde::Deserialize<'de> for RequestInCrate {
            fn deserialize<D: ::stateline::derived::serde::Deserializer<'de>>(
                from: D,
            ) -> ::core::result::Result<Self, D::Error> {
                ::stateline::derived::fields::read(from, "RequestInCrate", &["amount"])
                    .map(|(amount,)| RequestInCrate { amount })
            }
        }
        #[automatically_derived]
        impl ::stateline::Operation for RequestInCrate {
            type Output = u64;
            const CONTEXT: &'static str = "payments";
            const NAME: &'static str = "in_crate";
            const EFFECT: ::stateline::Effect = ::stateline::Effect::Read;
            const EXTERNAL: bool = false;
            const PLACE: &'static str = ::core::concat!(
                ::core::module_path!(), "::", "in_crate"
            );
            const BLOCKING: bool = true;
        }
        #[automatically_derived]
        impl<__E: ::core::marker::Sync + ?::core::marker::Sized> ::stateline::Handle<__E>
        for RequestInCrate {
            async fn handle(self, env: &__E, about: &::stateline::Call) -> u64 {
                in_crate(self.amount)
            }
        }
        ///A ctx that calls `in_crate`.
        pub(crate) trait CallInCrate: ::stateline::Calls<RequestInCrate> {
            ///Calls `in_crate`.
            fn in_crate(
                &self,
                amount: u64,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<u64, ::stateline::CallError>,
            > + ::core::marker::Send {
                ::stateline::Calls::call(self, RequestInCrate { amount })
            }
        }
        #[automatically_derived]
        impl<
            __E: ::stateline::Calls<RequestInCrate> + ?::core::marker::Sized,
        > CallInCrate for __E {}
        #[doc(hidden)]
        pub(crate) mod in_crate {
            pub(crate) use super::{CallInCrate as Call, RequestInCrate as Request};
        }
        ///Asks for `inside`.
        pub(in crate::visible) struct RequestInside {
            ///What is given as `amount`.
            pub(in crate::visible) amount: u64,
        }
        #[automatically_derived]
        impl ::stateline::derived::serde::Serialize for RequestInside {
            fn serialize<S: ::stateline::derived::serde::Serializer>(
                &self,
                to: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                ::stateline::derived::fields::write(
                    to,
                    "RequestInside",
                    &["amount"],
                    (&self.amount,),
                )
            }
        }
        #[automatically_derived]
        impl<'de> ::stateline::derived::serde::Deserialize<'de> for RequestInside {
            fn deserialize<D: ::stateline::derived::serde::Deserializer<'de>>(
                from: D,
            ) -> ::core::result::Result<Self, D::Error> {
                ::stateline::derived::fields::read(from, "RequestInside", &["amount"])
                    .map(|(amount,)| RequestInside { amount })
            }
        }
        #[automatically_derived]
        impl ::stateline::Operation for RequestInside {
            type Output = u64;
            const CONTEXT: &'static str = "payments";
            const NAME: &'static str = "inside";
            const EFFECT: ::stateline::Effect = ::stateline::Effect::Read;
            const EXTERNAL: bool = false;
            const PLACE: &'static str = ::core::concat!(
                ::core::module_path!(), "::", "inside"
            );
            const BLOCKING: bool = true;
        }
        #[automatically_derived]
        impl<__E: ::core::marker::Sync + ?::core::marker::Sized> ::stateline::Handle<__E>
        for RequestInside {
            async fn handle(self, env: &__E, about: &::stateline::Call) -> u64 {
                inside(self.amount)
            }
        }
        ///A ctx that calls `inside`.
        pub(in crate::visible) trait CallInside: ::stateline::Calls<RequestInside> {
            ///Calls `inside`.
            fn inside(
                &self,
                amount: u64,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<u64, ::stateline::CallError>,
            > + ::core::marker::Send {
                ::stateline::Calls::call(self, RequestInside { amount })
            }
        }
        #[automatically_derived]
        impl<__E: ::stateline::Calls<RequestInside> + ?::core::marker::Sized> CallInside
        for __E {}
        #[doc(hidden)]
        pub(in crate::visible) mod inside {
            pub(in crate::visible) use super::{
                CallInside as Call, RequestInside as Request,
            };
        }
        ///Asks for `two_above`.
        pub(in super::super) struct RequestTwoAbove {
            ///What is given as `amount`.
            pub(in super::super) amount: u64,
        }
        #[automatically_derived]
        impl ::stateline::derived::serde::Serialize for RequestTwoAbove {
            fn serialize<S: ::stateline::derived::serde::Serializer>(
                &self,
                to: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                ::stateline::derived::fields::write(
                    to,
                    "RequestTwoAbove",
                    &["amount"],
                    (&self.amount,),
                )
            }
        }
        #[automatically_derived]
        impl<'de> ::stateline::derived::serde::Deserialize<'de> for RequestTwoAbove {
            fn deserialize<D: ::stateline::derived::serde::Deserializer<'de>>(
                from: D,
            ) -> ::core::result::Result<Self, D::Error> {
                ::stateline::derived::fields::read(from, "RequestTwoAbove", &["amount"])
                    .map(|(amount,)| RequestTwoAbove { amount })
            }
        }
        #[automatically_derived]
        impl ::stateline::Operation for RequestTwoAbove {
            type Output = u64;
            const CONTEXT: &'static str = "payments";
            const NAME: &'static str = "two_above";
            const EFFECT: ::stateline::Effect = ::stateline::Effect::Read;
            const EXTERNAL: bool = false;
            const PLACE: &'static str = ::core::concat!(
                ::core::module_path!(), "::", "two_above"
            );
            const BLOCKING: bool = true;
        }
        #[automatically_derived]
        impl<__E: ::core::marker::Sync + ?::core::marker::Sized> ::stateline::Handle<__E>
        for RequestTwoAbove {
            async fn handle(self, env: &__E, about: &::stateline::Call) -> u64 {
                two_above(self.amount)
            }
        }
        ///A ctx that calls `two_above`.
        pub(in super::super) trait CallTwoAbove: ::stateline::Calls<RequestTwoAbove> {
            ///Calls `two_above`.
            fn two_above(
                &self,
                amount: u64,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<u64, ::stateline::CallError>,
            > + ::core::marker::Send {
                ::stateline::Calls::call(self, RequestTwoAbove { amount })
            }
        }
        #[automatically_derived]
        impl<
            __E: ::stateline::Calls<RequestTwoAbove> + ?::core::marker::Sized,
        > CallTwoAbove for __E {}
        #[doc(hidden)]
        pub(in super::super) mod two_above {
            pub(in super::super::super) use super::{
                CallTwoAbove as Call, RequestTwoAbove as Request,
            };
        }
        ///Asks for `here`.
        pub(self) struct RequestHere {
            ///What is given as `amount`.
            pub(self) amount: u64,
        }
        #[automatically_derived]
        impl ::stateline::derived::serde::Serialize for RequestHere {
            fn serialize<S: ::stateline::derived::serde::Serializer>(
                &self,
                to: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                ::stateline::derived::fields::write(
                    to,
                    "RequestHere",
                    &["amount"],
                    (&self.amount,),
                )
            }
        }
        #[automatically_derived]
        impl<'de> ::stateline::derived::serde::Deserialize<'de> for RequestHere {
            fn deserialize<D: ::stateline::derived::serde::Deserializer<'de>>(
                from: D,
            ) -> ::core::result::Result<Self, D::Error> {
                ::stateline::derived::fields::read(from, "RequestHere", &["amount"])
                    .map(|(amount,)| RequestHere { amount })
            }
        }
        #[automatically_derived]
        impl ::stateline::Operation for RequestHere {
            type Output = u64;
            const CONTEXT: &'static str = "payments";
            const NAME: &'static str = "here";
            const EFFECT: ::stateline::Effect = ::stateline::Effect::Read;
            const EXTERNAL: bool = false;
            const PLACE: &'static str = ::core::concat!(
                ::core::module_path!(), "::", "here"
            );
            const BLOCKING: bool = true;
        }
        #[automatically_derived]
        impl<__E: ::core::marker::Sync + ?::core::marker::Sized> ::stateline::Handle<__E>
        for RequestHere {
            async fn handle(self, env: &__E, about: &::stateline::Call) -> u64 {
                here(self.amount)
            }
        }
        ///A ctx that calls `here`.
        pub(self) trait CallHere: ::stateline::Calls<RequestHere> {
            ///Calls `here`.
            fn here(
                &self,
                amount: u64,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<u64, ::stateline::CallError>,
            > + ::core::marker::Send {
                ::stateline::Calls::call(self, RequestHere { amount })
            }
        }
        #[automatically_derived]
        impl<__E: ::stateline::Calls<RequestHere> + ?::core::marker::Sized> CallHere
        for __E {}
        #[doc(hidden)]
        pub(self) mod here {
            pub(super) use super::{CallHere as Call, RequestHere as Request};
        }
        ///What `inner_step` may do.
        pub(super) trait InnerStepCtx: private::Call + here::Call + self::above::Call + super::inner::inside::Call + ::stateline::Ctx {}
        #[automatically_derived]
        impl<
            __E: private::Call + here::Call + self::above::Call
                + super::inner::inside::Call + ::stateline::Ctx + ?::core::marker::Sized,
        > InnerStepCtx for __E {}
        const _: () = ::stateline::derived::called::<
            private::Request,
        >(
            &[("payments", "*", "")],
            "`payments` is not allowed to call the operation that `private` refers to; to allow it, add it to `contexts.payments.calls`",
            "the step `inner_step` calls the irreversible operation `private`, but has no compensation; add `compensated_by: FUNCTION` to the step in the map",
        );
        const _: () = ::stateline::derived::called::<
            here::Request,
        >(
            &[("payments", "*", "")],
            "`payments` is not allowed to call the operation that `here` refers to; to allow it, add it to `contexts.payments.calls`",
            "the step `inner_step` calls the irreversible operation `here`, but has no compensation; add `compensated_by: FUNCTION` to the step in the map",
        );
        const _: () = ::stateline::derived::called::<
            self::above::Request,
        >(
            &[("payments", "*", "")],
            "`payments` is not allowed to call the operation that `self::above` refers to; to allow it, add it to `contexts.payments.calls`",
            "the step `inner_step` calls the irreversible operation `self::above`, but has no compensation; add `compensated_by: FUNCTION` to the step in the map",
        );
        const _: () = ::stateline::derived::called::<
            super::inner::inside::Request,
        >(
            &[("payments", "*", "")],
            "`payments` is not allowed to call the operation that `super::inner::inside` refers to; to allow it, add it to `contexts.payments.calls`",
            "the step `inner_step` calls the irreversible operation `super::inner::inside`, but has no compensation; add `compensated_by: FUNCTION` to the step in the map",
        );
        const _: () = {
            use ::stateline::derived::Plain as _;
            ::stateline::derived::goes_on(
                ::stateline::derived::Returned::<u64>::FAILS,
                "`u64` is another name for a `Result`, so its error would be stored as if the step had succeeded; write `Result<…, …>` or `Outcome<…, …>` instead",
            )
        };
        ///The step `inner_step` of the process `visible`.
        pub(super) struct inner_step {}
        #[automatically_derived]
        impl ::stateline::Step for inner_step {
            type Input = u64;
            type Output = u64;
            type Error = ::core::convert::Infallible;
            const CONTEXT: &'static str = "payments";
            const PROCESS: &'static str = "visible";
            const NAME: &'static str = "inner_step";
            const CALLS: ::stateline::derived::Declares = ::core::option::Option::Some(
                &[
                    ::stateline::operation::Declared::of::<private::Request>(),
                    ::stateline::operation::Declared::of::<here::Request>(),
                    ::stateline::operation::Declared::of::<self::above::Request>(),
                    ::stateline::operation::Declared::of::<
                        super::inner::inside::Request,
                    >(),
                ],
            );
        }
        #[automatically_derived]
        impl<__E: InnerStepCtx> ::stateline::Run<__E> for inner_step {
            async fn run(
                input: u64,
                env: &__E,
            ) -> ::stateline::Outcome<u64, ::core::convert::Infallible> {
                ::core::result::Result::Ok(
                    ::stateline::Flow::Next(inner_step(input, env)),
                )
            }
        }
    }
    ///What `outer_step` may do.
    trait OuterStepCtx: above::Call + in_crate::Call + inner::two_above::Call + ::stateline::Ctx {}
    #[automatically_derived]
    impl<
        __E: above::Call + in_crate::Call + inner::two_above::Call + ::stateline::Ctx
            + ?::core::marker::Sized,
    > OuterStepCtx for __E {}
    const _: () = ::stateline::derived::called::<
        above::Request,
    >(
        &[("payments", "*", "")],
        "`payments` is not allowed to call the operation that `above` refers to; to allow it, add it to `contexts.payments.calls`",
        "the step `outer_step` calls the irreversible operation `above`, but has no compensation; add `compensated_by: FUNCTION` to the step in the map",
    );
    const _: () = ::stateline::derived::called::<
        in_crate::Request,
    >(
        &[("payments", "*", "")],
        "`payments` is not allowed to call the operation that `in_crate` refers to; to allow it, add it to `contexts.payments.calls`",
        "the step `outer_step` calls the irreversible operation `in_crate`, but has no compensation; add `compensated_by: FUNCTION` to the step in the map",
    );
    const _: () = ::stateline::derived::called::<
        inner::two_above::Request,
    >(
        &[("payments", "*", "")],
        "`payments` is not allowed to call the operation that `inner::two_above` refers to; to allow it, add it to `contexts.payments.calls`",
        "the step `outer_step` calls the irreversible operation `inner::two_above`, but has no compensation; add `compensated_by: FUNCTION` to the step in the map",
    );
    ///The step `outer_step` of the process `visible`.
    struct outer_step {}
    #[automatically_derived]
    impl ::stateline::Step for outer_step {
        type Input = u64;
        type Output = u64;
        type Error = stateline::CallError;
        const CONTEXT: &'static str = "payments";
        const PROCESS: &'static str = "visible";
        const NAME: &'static str = "outer_step";
        const CALLS: ::stateline::derived::Declares = ::core::option::Option::Some(
            &[
                ::stateline::operation::Declared::of::<above::Request>(),
                ::stateline::operation::Declared::of::<in_crate::Request>(),
                ::stateline::operation::Declared::of::<inner::two_above::Request>(),
            ],
        );
    }
    #[automatically_derived]
    impl<__E: OuterStepCtx> ::stateline::Run<__E> for outer_step {
        async fn run(
            input: u64,
            env: &__E,
        ) -> ::stateline::Outcome<u64, stateline::CallError> {
            outer_step(input, env).await.map(::stateline::Flow::Next)
        }
    }
    #[doc(hidden)]
    type __visible_inner_step = inner_step;
    #[doc(hidden)]
    type __visible_outer_step = outer_step;
    ///The process `visible`.
    /// Documented, and not for others.
    pub(crate) fn visible<Env: ::stateline::Stage>() -> ::stateline::Chain<
        <__visible_inner_step as ::stateline::Step>::Input,
        Env,
    >
    where
        __visible_inner_step: ::stateline::Run<Env>,
        __visible_outer_step: ::stateline::Run<Env>,
    {
        let chain = {
            let line = ::stateline::Line::first::<__visible_inner_step>();
            let line = line.then::<__visible_outer_step>();
            line.end(1u32)
        };
        chain
    }
    const _: () = ::stateline::derived::step_of::<
        __visible_inner_step,
    >(
        "payments",
        "visible",
        "the process `visible` lists `inner_step`, whose attribute names another process; write `process = \"visible\"` there",
    );
    const _: () = ::stateline::derived::step_of::<
        __visible_outer_step,
    >(
        "payments",
        "visible",
        "the process `visible` lists `outer_step`, whose attribute names another process; write `process = \"visible\"` there",
    );
}
mod raw {
    /// What it is.
    pub struct RequestType {
        ///What is given as `in`.
        pub r#in: u64,
    }
    #[automatically_derived]
    impl ::stateline::derived::serde::Serialize for RequestType {
        fn serialize<S: ::stateline::derived::serde::Serializer>(
            &self,
            to: S,
        ) -> ::core::result::Result<S::Ok, S::Error> {
            ::stateline::derived::fields::write(
                to,
                "RequestType",
                &["in"],
                (&self.r#in,),
            )
        }
    }
    #[automatically_derived]
    impl<'de> ::stateline::derived::serde::Deserialize<'de> for RequestType {
        fn deserialize<D: ::stateline::derived::serde::Deserializer<'de>>(
            from: D,
        ) -> ::core::result::Result<Self, D::Error> {
            ::stateline::derived::fields::read(from, "RequestType", &["in"])
                .map(|(r#in,)| RequestType { r#in })
        }
    }
    #[automatically_derived]
    impl ::stateline::Operation for RequestType {
        type Output = u64;
        const CONTEXT: &'static str = "payments";
        const NAME: &'static str = "type";
        const EFFECT: ::stateline::Effect = ::stateline::Effect::Write;
        const EXTERNAL: bool = false;
        const PLACE: &'static str = ::core::concat!(
            ::core::module_path!(), "::", "type"
        );
    }
    #[automatically_derived]
    impl<__E: ::core::marker::Sync + ?::core::marker::Sized> ::stateline::Handle<__E>
    for RequestType {
        fn handle(
            self,
            env: &__E,
            about: &::stateline::Call,
        ) -> impl ::core::future::Future<Output = u64> + ::core::marker::Send {
            r#type(self.r#in)
        }
        fn rehearse(
            self,
            env: &__E,
            about: &::stateline::Call,
        ) -> impl ::core::future::Future<Output = u64> + ::core::marker::Send {
            ::stateline::derived::awaited::<u64, _>(r#match(self.r#in))
        }
    }
    ///A ctx that calls `type`.
    pub trait CallType: ::stateline::Calls<RequestType> {
        /// What it is.
        fn r#type(
            &self,
            r#in: u64,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<u64, ::stateline::CallError>,
        > + ::core::marker::Send {
            ::stateline::Calls::call(self, RequestType { r#in })
        }
    }
    #[automatically_derived]
    impl<__E: ::stateline::Calls<RequestType> + ?::core::marker::Sized> CallType
    for __E {}
    #[doc(hidden)]
    pub mod r#type {
        pub use super::{CallType as Call, RequestType as Request};
    }
    ///What `loop` may do.
    pub trait LoopCtx: r#type::Call + ::stateline::Ctx {}
    #[automatically_derived]
    impl<__E: r#type::Call + ::stateline::Ctx + ?::core::marker::Sized> LoopCtx for __E {}
    const _: () = ::stateline::derived::called::<
        r#type::Request,
    >(
        &[("payments", "*", "")],
        "`payments` is not allowed to call the operation that `type` refers to; to allow it, add it to `contexts.payments.calls`",
        "",
    );
    ///The step `loop` of the process `raw`.
    pub struct r#loop {}
    #[automatically_derived]
    impl ::stateline::Step for r#loop {
        type Input = u64;
        type Output = u64;
        type Error = stateline::CallError;
        const CONTEXT: &'static str = "payments";
        const PROCESS: &'static str = "raw";
        const NAME: &'static str = "loop";
        const CALLS: ::stateline::derived::Declares = ::core::option::Option::Some(
            &[::stateline::operation::Declared::of::<r#type::Request>()],
        );
    }
    #[automatically_derived]
    impl<__E: LoopCtx> ::stateline::Run<__E> for r#loop {
        async fn run(
            input: u64,
            env: &__E,
        ) -> ::stateline::Outcome<u64, stateline::CallError> {
            r#loop(input, env).await.map(::stateline::Flow::Next)
        }
    }
    ///The compensation `break` of the process `raw`.
    pub struct r#break {}
    #[automatically_derived]
    impl ::stateline::Compensation for r#break {
        type Input = u64;
        type Error = ::core::convert::Infallible;
        const CONTEXT: &'static str = "payments";
        const PROCESS: &'static str = "raw";
        const NAME: &'static str = "break";
        const CALLS: ::stateline::derived::Declares = ::core::option::Option::Some(&[]);
    }
    #[automatically_derived]
    impl<
        __E: ::core::marker::Sync + ?::core::marker::Sized,
        __O: ::stateline::Data,
    > ::stateline::Undo<__E, __O> for r#break {
        async fn undo(
            input: u64,
            _: ::stateline::Done<__O>,
            env: &__E,
        ) -> ::core::result::Result<(), ::core::convert::Infallible> {
            {
                r#break(input);
                ::core::result::Result::Ok(())
            }
        }
    }
    #[automatically_derived]
    impl<__O: ::stateline::Data> ::stateline::derived::Told<__O> for r#break {}
    #[doc(hidden)]
    type __raw_break = r#break;
    #[doc(hidden)]
    type __raw_loop = r#loop;
    ///The process `raw`.
    pub fn raw<Env: ::stateline::Stage>() -> ::stateline::Chain<
        <__raw_loop as ::stateline::Step>::Input,
        Env,
    >
    where
        __raw_loop: ::stateline::Run<Env>,
        __raw_break: ::stateline::derived::Told<
                <__raw_loop as ::stateline::Step>::Output,
            > + ::stateline::Undo<Env, <__raw_loop as ::stateline::Step>::Output>,
    {
        let chain = {
            let line = ::stateline::Line::first::<__raw_loop>();
            let line = line.undone_by::<__raw_break>();
            line.end(1u32)
        };
        chain
    }
    const _: () = ::stateline::derived::step_of::<
        __raw_loop,
    >(
        "payments",
        "raw",
        "the process `raw` lists `loop`, whose attribute names another process; write `process = \"raw\"` there",
    );
    const _: () = ::stateline::derived::compensation_of::<
        __raw_break,
    >(
        "payments",
        "raw",
        "the process `raw` lists `break`, whose attribute names another process; write `process = \"raw\"` there",
    );
}
mod types {
    #[automatically_derived]
    impl ::stateline::Message for Told {
        const CONTEXT: &'static str = "payments";
        const TOPIC: &'static str = "told";
    }
    ///What `one` may do.
    pub trait OneCtx: ::stateline::Publish<self::Told> + ::stateline::Ctx {}
    #[automatically_derived]
    impl<
        __E: ::stateline::Publish<self::Told> + ::stateline::Ctx + ?::core::marker::Sized,
    > OneCtx for __E {}
    const _: () = ::stateline::derived::published::<
        self::Told,
    >(
        &["told"],
        "`payments` is not allowed to publish on the topic of `self::Told`, only on `told`; to allow it, add the topic to `contexts.payments.publishes`",
    );
    const _: () = {
        use ::stateline::derived::Plain as _;
        ::stateline::derived::goes_on(
            ::stateline::derived::Returned::<Pair<u64>>::FAILS,
            "`Pair` is another name for a `Result`, so its error would be stored as if the step had succeeded; write `Result<…, …>` or `Outcome<…, …>` instead",
        )
    };
    ///The step `one` of the process `types`.
    pub struct one {}
    #[automatically_derived]
    impl ::stateline::Step for one {
        type Input = Pair<u64, String>;
        type Output = Pair<u64>;
        type Error = ::core::convert::Infallible;
        const CONTEXT: &'static str = "payments";
        const PROCESS: &'static str = "types";
        const NAME: &'static str = "one";
        const CALLS: ::stateline::derived::Declares = ::core::option::Option::Some(&[]);
    }
    #[automatically_derived]
    impl<__E: OneCtx> ::stateline::Run<__E> for one {
        async fn run(
            input: Pair<u64, String>,
            env: &__E,
        ) -> ::stateline::Outcome<Pair<u64>, ::core::convert::Infallible> {
            ::core::result::Result::Ok(::stateline::Flow::Next(one(input, env)))
        }
    }
    #[allow(clippy::needless_lifetimes)]
    ///The step `two` of the process `types`.
    pub struct two {}
    #[allow(clippy::needless_lifetimes)]
    #[automatically_derived]
    impl ::stateline::Step for two {
        type Input = Pair<u64>;
        type Output = Option<u64>;
        type Error = Infallible;
        const CONTEXT: &'static str = "payments";
        const PROCESS: &'static str = "types";
        const NAME: &'static str = "two";
        const CALLS: ::stateline::derived::Declares = ::core::option::Option::Some(&[]);
    }
    #[allow(clippy::needless_lifetimes)]
    #[automatically_derived]
    impl<__E: ::core::marker::Sync + ?::core::marker::Sized> ::stateline::Run<__E>
    for two {
        async fn run(
            input: Pair<u64>,
            env: &__E,
        ) -> ::stateline::Outcome<Option<u64>, Infallible> {
            two(&input)
        }
    }
    ///The step `three` of the process `types`.
    pub struct three {}
    #[automatically_derived]
    impl ::stateline::Step for three {
        type Input = Option<u64>;
        type Output = Vec<u64>;
        type Error = <Result<Vec<u64>> as ::stateline::derived::Fails>::Error;
        const CONTEXT: &'static str = "payments";
        const PROCESS: &'static str = "types";
        const NAME: &'static str = "three";
        const CALLS: ::stateline::derived::Declares = ::core::option::Option::Some(&[]);
    }
    #[automatically_derived]
    impl<__E: ::core::marker::Sync + ?::core::marker::Sized> ::stateline::Run<__E>
    for three {
        async fn run(
            input: Option<u64>,
            env: &__E,
        ) -> ::stateline::Outcome<
            Vec<u64>,
            <Result<Vec<u64>> as ::stateline::derived::Fails>::Error,
        > {
            three(input).await.map(::stateline::Flow::Next)
        }
    }
    ///The step `four` of the process `types`.
    pub struct four {}
    #[automatically_derived]
    impl ::stateline::Step for four {
        type Input = Vec<u64>;
        type Output = (u64, String);
        type Error = <Result<Flow<(u64, String)>> as ::stateline::derived::Fails>::Error;
        const CONTEXT: &'static str = "payments";
        const PROCESS: &'static str = "types";
        const NAME: &'static str = "four";
        const CALLS: ::stateline::derived::Declares = ::core::option::Option::Some(&[]);
    }
    #[automatically_derived]
    impl<__E: ::core::marker::Sync + ?::core::marker::Sized> ::stateline::Run<__E>
    for four {
        async fn run(
            input: Vec<u64>,
            env: &__E,
        ) -> ::stateline::Outcome<
            (u64, String),
            <Result<Flow<(u64, String)>> as ::stateline::derived::Fails>::Error,
        > {
            four(input)
        }
    }
    ///The step `five` of the process `types`.
    pub struct five {}
    #[automatically_derived]
    impl ::stateline::Step for five {
        type Input = (u64, String);
        type Output = u64;
        type Error = Empty;
        const CONTEXT: &'static str = "payments";
        const PROCESS: &'static str = "types";
        const NAME: &'static str = "five";
        const CALLS: ::stateline::derived::Declares = ::core::option::Option::Some(&[]);
    }
    #[automatically_derived]
    impl<__E: ::core::marker::Sync + ?::core::marker::Sized> ::stateline::Run<__E>
    for five {
        async fn run(
            input: (u64, String),
            env: &__E,
        ) -> ::stateline::Outcome<u64, Empty> {
            five(input)
        }
    }
    ///The step `six` of the process `types`.
    pub struct six {}
    #[automatically_derived]
    impl ::stateline::Step for six {
        type Input = u64;
        type Output = u64;
        type Error = ::core::convert::Infallible;
        const CONTEXT: &'static str = "payments";
        const PROCESS: &'static str = "types";
        const NAME: &'static str = "six";
        const CALLS: ::stateline::derived::Declares = ::core::option::Option::Some(&[]);
    }
    #[automatically_derived]
    impl<__E: ::core::marker::Sync + ?::core::marker::Sized> ::stateline::Run<__E>
    for six {
        async fn run(
            input: u64,
            env: &__E,
        ) -> ::stateline::Outcome<u64, ::core::convert::Infallible> {
            ::core::result::Result::Ok(six(input))
        }
    }
    ///The step `seven` of the process `types`.
    pub struct seven {}
    #[automatically_derived]
    impl ::stateline::Step for seven {
        type Input = u64;
        type Output = ();
        type Error = ::core::convert::Infallible;
        const CONTEXT: &'static str = "payments";
        const PROCESS: &'static str = "types";
        const NAME: &'static str = "seven";
        const CALLS: ::stateline::derived::Declares = ::core::option::Option::Some(&[]);
    }
    #[automatically_derived]
    impl<__E: ::core::marker::Sync + ?::core::marker::Sized> ::stateline::Run<__E>
    for seven {
        async fn run(
            input: u64,
            env: &__E,
        ) -> ::stateline::Outcome<(), ::core::convert::Infallible> {
            ::core::result::Result::Ok(::stateline::Flow::Next(seven(input)))
        }
    }
    #[doc(hidden)]
    type __types_five = five;
    #[doc(hidden)]
    type __types_four = four;
    #[doc(hidden)]
    type __types_one = one;
    #[doc(hidden)]
    type __types_seven = seven;
    #[doc(hidden)]
    type __types_six = six;
    #[doc(hidden)]
    type __types_three = three;
    #[doc(hidden)]
    type __types_two = two;
    ///The process `types`.
    pub fn types<Env: ::stateline::Stage>() -> ::stateline::Chain<
        <__types_one as ::stateline::Step>::Input,
        Env,
    >
    where
        __types_five: ::stateline::Run<Env>,
        __types_four: ::stateline::Run<Env>,
        __types_one: ::stateline::Run<Env>,
        __types_seven: ::stateline::Run<Env>,
        __types_six: ::stateline::Run<Env>,
        __types_three: ::stateline::Run<Env>,
        __types_two: ::stateline::Run<Env>,
    {
        let chain = {
            let line = ::stateline::Line::first::<__types_one>();
            let line = line.then::<__types_two>();
            let line = line.then::<__types_three>();
            let line = line.then::<__types_four>();
            let line = line.then::<__types_five>();
            let line = line.then::<__types_six>();
            let line = line.then::<__types_seven>();
            line.end(2u32)
        };
        let chain = chain
            .serving({
                let line = ::stateline::Line::first::<__types_one>();
                let line = line.then::<__types_two>();
                line.end(1u32)
            });
        chain
    }
    const _: () = ::stateline::derived::step_of::<
        __types_five,
    >(
        "payments",
        "types",
        "the process `types` lists `five`, whose attribute names another process; write `process = \"types\"` there",
    );
    const _: () = ::stateline::derived::step_of::<
        __types_four,
    >(
        "payments",
        "types",
        "the process `types` lists `four`, whose attribute names another process; write `process = \"types\"` there",
    );
    const _: () = ::stateline::derived::step_of::<
        __types_one,
    >(
        "payments",
        "types",
        "the process `types` lists `one`, whose attribute names another process; write `process = \"types\"` there",
    );
    const _: () = ::stateline::derived::step_of::<
        __types_seven,
    >(
        "payments",
        "types",
        "the process `types` lists `seven`, whose attribute names another process; write `process = \"types\"` there",
    );
    const _: () = ::stateline::derived::step_of::<
        __types_six,
    >(
        "payments",
        "types",
        "the process `types` lists `six`, whose attribute names another process; write `process = \"types\"` there",
    );
    const _: () = ::stateline::derived::step_of::<
        __types_three,
    >(
        "payments",
        "types",
        "the process `types` lists `three`, whose attribute names another process; write `process = \"types\"` there",
    );
    const _: () = ::stateline::derived::step_of::<
        __types_two,
    >(
        "payments",
        "types",
        "the process `types` lists `two`, whose attribute names another process; write `process = \"types\"` there",
    );
}
mod borrowed {
    /// Borrows three things, one of them twice.
    pub struct RequestCount {
        ///What is given as `more`.
        pub more: usize,
    }
    #[automatically_derived]
    impl ::stateline::derived::serde::Serialize for RequestCount {
        fn serialize<S: ::stateline::derived::serde::Serializer>(
            &self,
            to: S,
        ) -> ::core::result::Result<S::Ok, S::Error> {
            ::stateline::derived::fields::write(
                to,
                "RequestCount",
                &["more"],
                (&self.more,),
            )
        }
    }
    #[automatically_derived]
    impl<'de> ::stateline::derived::serde::Deserialize<'de> for RequestCount {
        fn deserialize<D: ::stateline::derived::serde::Deserializer<'de>>(
            from: D,
        ) -> ::core::result::Result<Self, D::Error> {
            ::stateline::derived::fields::read(from, "RequestCount", &["more"])
                .map(|(more,)| RequestCount { more })
        }
    }
    #[automatically_derived]
    impl ::stateline::Operation for RequestCount {
        type Output = usize;
        const CONTEXT: &'static str = "payments";
        const NAME: &'static str = "count";
        const EFFECT: ::stateline::Effect = ::stateline::Effect::Read;
        const EXTERNAL: bool = false;
        const PLACE: &'static str = ::core::concat!(
            ::core::module_path!(), "::", "count"
        );
    }
    #[automatically_derived]
    impl<
        __E: ::stateline::Has<dyn Bank> + ::stateline::Has<Store<u64>>
            + ::core::marker::Sync + ?::core::marker::Sized,
    > ::stateline::Handle<__E> for RequestCount {
        fn handle(
            self,
            env: &__E,
            about: &::stateline::Call,
        ) -> impl ::core::future::Future<Output = usize> + ::core::marker::Send {
            count(
                ::stateline::Has::<dyn Bank>::get(env),
                ::stateline::Has::<Store<u64>>::get(env),
                ::stateline::Has::<Store<u64>>::get(env),
                self.more,
            )
        }
    }
    ///A ctx that calls `count`.
    pub trait CallCount: ::stateline::Calls<RequestCount> {
        /// Borrows three things, one of them twice.
        fn count(
            &self,
            more: usize,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<usize, ::stateline::CallError>,
        > + ::core::marker::Send {
            ::stateline::Calls::call(self, RequestCount { more })
        }
    }
    #[automatically_derived]
    impl<__E: ::stateline::Calls<RequestCount> + ?::core::marker::Sized> CallCount
    for __E {}
    #[doc(hidden)]
    pub mod count {
        pub use super::{CallCount as Call, RequestCount as Request};
    }
    /// Takes nothing, and gives nothing.
    pub struct RequestPing {}
    #[automatically_derived]
    impl ::stateline::derived::serde::Serialize for RequestPing {
        fn serialize<S: ::stateline::derived::serde::Serializer>(
            &self,
            to: S,
        ) -> ::core::result::Result<S::Ok, S::Error> {
            ::stateline::derived::fields::write(to, "RequestPing", &[], ())
        }
    }
    #[automatically_derived]
    impl<'de> ::stateline::derived::serde::Deserialize<'de> for RequestPing {
        fn deserialize<D: ::stateline::derived::serde::Deserializer<'de>>(
            from: D,
        ) -> ::core::result::Result<Self, D::Error> {
            ::stateline::derived::fields::read(from, "RequestPing", &[])
                .map(|()| RequestPing {})
        }
    }
    #[automatically_derived]
    impl ::stateline::Operation for RequestPing {
        type Output = ();
        const CONTEXT: &'static str = "payments";
        const NAME: &'static str = "ping";
        const EFFECT: ::stateline::Effect = ::stateline::Effect::Read;
        const EXTERNAL: bool = false;
        const PLACE: &'static str = ::core::concat!(
            ::core::module_path!(), "::", "ping"
        );
        const BLOCKING: bool = true;
    }
    #[automatically_derived]
    impl<__E: ::core::marker::Sync + ?::core::marker::Sized> ::stateline::Handle<__E>
    for RequestPing {
        async fn handle(self, env: &__E, about: &::stateline::Call) -> () {
            ping()
        }
    }
    ///A ctx that calls `ping`.
    pub trait CallPing: ::stateline::Calls<RequestPing> {
        /// Takes nothing, and gives nothing.
        fn ping(
            &self,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<(), ::stateline::CallError>,
        > + ::core::marker::Send {
            ::stateline::Calls::call(self, RequestPing {})
        }
    }
    #[automatically_derived]
    impl<__E: ::stateline::Calls<RequestPing> + ?::core::marker::Sized> CallPing
    for __E {}
    #[doc(hidden)]
    pub mod ping {
        pub use super::{CallPing as Call, RequestPing as Request};
    }
    #[automatically_derived]
    impl<'b, T: Send + Sync> ::stateline::Has<Vec<String>> for Desk<'b, T> {
        fn get(&self) -> &::stateline::derived::Lent<Vec<String>> {
            self.names
        }
    }
    #[automatically_derived]
    impl<'b, T: Send + Sync> ::stateline::Has<dyn Bank> for Desk<'b, T> {
        fn get(&self) -> &::stateline::derived::Lent<dyn Bank> {
            self.bank
        }
    }
    #[automatically_derived]
    impl<'b, T: Send + Sync> ::stateline::Has<Store<u64>> for Desk<'b, T> {
        fn get(&self) -> &::stateline::derived::Lent<Store<u64>> {
            &self.store
        }
    }
    #[automatically_derived]
    impl<'b, T: Send + Sync> ::stateline::Has<std::sync::Arc<T>> for Desk<'b, T> {
        fn get(&self) -> &::stateline::derived::Lent<std::sync::Arc<T>> {
            &self._generic
        }
    }
    #[automatically_derived]
    impl stateline::Has<Store<u64>> for Pair {
        fn get(&self) -> &stateline::derived::Lent<Store<u64>> {
            &self.0
        }
    }
    #[automatically_derived]
    impl stateline::Has<Store<String>> for Pair {
        fn get(&self) -> &stateline::derived::Lent<Store<String>> {
            &self.1
        }
    }
}
mod sometimes {
    #[cfg(any())]
    #[doc(hidden)]
    type __sometimes_absent = absent;
    ///The process `sometimes`.
    #[cfg(any())]
    pub fn sometimes<Env: ::stateline::Stage>() -> ::stateline::Chain<
        <__sometimes_absent as ::stateline::Step>::Input,
        Env,
    >
    where
        __sometimes_absent: ::stateline::Run<Env>,
    {
        let chain = {
            let line = ::stateline::Line::first::<__sometimes_absent>();
            line.end(1u32)
        };
        chain
    }
    #[cfg(any())]
    const _: () = ::stateline::derived::step_of::<
        __sometimes_absent,
    >(
        "payments",
        "sometimes",
        "the process `sometimes` lists `absent`, whose attribute names another process; write `process = \"sometimes\"` there",
    );
}
mod written {
    ///What `read` may do.
    pub trait ReadCtx: written::Call + ::stateline::Ctx {}
    #[automatically_derived]
    impl<__E: written::Call + ::stateline::Ctx + ?::core::marker::Sized> ReadCtx
    for __E {}
    const _: () = ::stateline::derived::called::<
        written::Request,
    >(
        &[("payments", "*", "")],
        "`payments` is not allowed to call the operation that `written` refers to; to allow it, add it to `contexts.payments.calls`",
        "the step `read` calls the irreversible operation `written`, but has no compensation; add `compensated_by: FUNCTION` to the step in the map",
    );
    ///The step `read` of the process `written`.
    pub struct read {}
    #[automatically_derived]
    impl ::stateline::Step for read {
        type Input = u64;
        type Output = u64;
        type Error = stateline::CallError;
        const CONTEXT: &'static str = "payments";
        const PROCESS: &'static str = "written";
        const NAME: &'static str = "read";
        const CALLS: ::stateline::derived::Declares = ::core::option::Option::Some(
            &[::stateline::operation::Declared::of::<written::Request>()],
        );
    }
    #[automatically_derived]
    impl<__E: ReadCtx> ::stateline::Run<__E> for read {
        async fn run(
            input: u64,
            env: &__E,
        ) -> ::stateline::Outcome<u64, stateline::CallError> {
            read(input, env).await.map(::stateline::Flow::Next)
        }
    }
    fn inside() {
        const _: () = {
            use ::stateline::derived::Plain as _;
            ::stateline::derived::goes_on(
                ::stateline::derived::Returned::<u64>::FAILS,
                "`u64` is another name for a `Result`, so its error would be stored as if the step had succeeded; write `Result<…, …>` or `Outcome<…, …>` instead",
            )
        };
        ///The step `alone` of the process `written`.
        struct alone {}
        #[automatically_derived]
        impl ::stateline::Step for alone {
            type Input = u64;
            type Output = u64;
            type Error = ::core::convert::Infallible;
            const CONTEXT: &'static str = "payments";
            const PROCESS: &'static str = "written";
            const NAME: &'static str = "alone";
            const CALLS: ::stateline::derived::Declares = ::core::option::Option::Some(
                &[],
            );
        }
        #[automatically_derived]
        impl<__E: ::core::marker::Sync + ?::core::marker::Sized> ::stateline::Run<__E>
        for alone {
            async fn run(
                input: u64,
                env: &__E,
            ) -> ::stateline::Outcome<u64, ::core::convert::Infallible> {
                ::core::result::Result::Ok(::stateline::Flow::Next(alone(input)))
            }
        }
        #[doc(hidden)]
        type __written_alone = alone;
        #[doc(hidden)]
        type __written_read = read;
        ///The process `written`.
        fn written<Env: ::stateline::Stage>() -> ::stateline::Chain<
            <__written_read as ::stateline::Step>::Input,
            Env,
        >
        where
            __written_alone: ::stateline::Run<Env>,
            __written_read: ::stateline::Run<Env>,
        {
            let chain = {
                let line = ::stateline::Line::first::<__written_read>();
                let line = line.then::<__written_alone>();
                line.end(1u32)
            };
            chain
        }
        const _: () = ::stateline::derived::step_of::<
            __written_alone,
        >(
            "payments",
            "written",
            "the process `written` lists `alone`, whose attribute names another process; write `process = \"written\"` there",
        );
        const _: () = ::stateline::derived::step_of::<
            __written_read,
        >(
            "payments",
            "written",
            "the process `written` lists `read`, whose attribute names another process; write `process = \"written\"` there",
        );
    }
}
