// What the macros derive from `examples/payout/payments/src/bank.rs`.

/// Sends the money. Asked again, it is sent already.
pub struct RequestTransfer {
    ///What is given as `transaction`.
    pub transaction: TransactionId,
    ///What is given as `beneficiary`.
    pub beneficiary: String,
    ///What is given as `amount`.
    pub amount: Amount,
}
#[automatically_derived]
impl ::stateline::derived::serde::Serialize for RequestTransfer {
    fn serialize<S: ::stateline::derived::serde::Serializer>(
        &self,
        to: S,
    ) -> ::core::result::Result<S::Ok, S::Error> {
        ::stateline::derived::fields::write(
            to,
            "RequestTransfer",
            &["transaction", "beneficiary", "amount"],
            (&self.transaction, &self.beneficiary, &self.amount),
        )
    }
}
#[automatically_derived]
impl<'de> ::stateline::derived::serde::Deserialize<'de> for RequestTransfer {
    fn deserialize<D: ::stateline::derived::serde::Deserializer<'de>>(
        from: D,
    ) -> ::core::result::Result<Self, D::Error> {
        ::stateline::derived::fields::read(
                from,
                "RequestTransfer",
                &["transaction", "beneficiary", "amount"],
            )
            .map(|(transaction, beneficiary, amount)| RequestTransfer {
                transaction,
                beneficiary,
                amount,
            })
    }
}
#[automatically_derived]
impl ::stateline::Operation for RequestTransfer {
    type Output = Result<(), BankError>;
    const CONTEXT: &'static str = "payments";
    const NAME: &'static str = "transfer";
    const EFFECT: ::stateline::Effect = ::stateline::Effect::Irreversible;
    const EXTERNAL: bool = false;
    const PLACE: &'static str = ::core::concat!(
        ::core::module_path!(), "::", "transfer"
    );
    const BLOCKING: bool = true;
    const INQUIRY: ::core::option::Option<&'static str> = ::core::option::Option::Some(
        <transfer_status::Request as ::stateline::Operation>::NAME,
    );
}
const _: () = ::stateline::derived::inquires::<transfer_status::Request>();
#[automatically_derived]
impl<
    __E: ::stateline::Has<Bank> + ::core::marker::Sync + ?::core::marker::Sized,
> ::stateline::Handle<__E> for RequestTransfer
where
    transfer_status::Request: ::stateline::Handle<__E>,
{
    async fn handle(
        self,
        env: &__E,
        about: &::stateline::Call,
    ) -> Result<(), BankError> {
        transfer(
            ::stateline::Has::<Bank>::get(env),
            about,
            self.transaction,
            self.beneficiary,
            self.amount,
        )
    }
    async fn rehearse(
        self,
        env: &__E,
        about: &::stateline::Call,
    ) -> Result<(), BankError> {
        ::stateline::derived::AtOnce::<
            Result<(), BankError>,
        >::it(
            would_transfer(
                ::stateline::Has::<Bank>::get(env),
                about,
                self.transaction,
                self.beneficiary,
                self.amount,
            ),
        )
    }
    fn inquire(
        key: ::stateline::Key,
        env: &__E,
        about: &::stateline::Call,
    ) -> impl ::core::future::Future<
        Output = ::stateline::Inquiry<Result<(), BankError>>,
    > + ::core::marker::Send {
        ::stateline::Handle::handle(
            <transfer_status::Request as ::stateline::derived::OfKey>::of_key(key),
            env,
            about,
        )
    }
}
///A ctx that calls `transfer`.
pub trait CallTransfer: ::stateline::Calls<RequestTransfer> {
    /// Sends the money. Asked again, it is sent already.
    fn transfer(
        &self,
        transaction: TransactionId,
        beneficiary: String,
        amount: Amount,
    ) -> impl ::core::future::Future<
        Output = ::core::result::Result<Result<(), BankError>, ::stateline::CallError>,
    > + ::core::marker::Send {
        ::stateline::Calls::call(
            self,
            RequestTransfer {
                transaction,
                beneficiary,
                amount,
            },
        )
    }
}
#[automatically_derived]
impl<__E: ::stateline::Calls<RequestTransfer> + ?::core::marker::Sized> CallTransfer
for __E {}
#[doc(hidden)]
pub mod transfer {
    pub use super::{CallTransfer as Call, RequestTransfer as Request};
}
/// What became of a call whose answer nobody has.
pub struct RequestTransferStatus {
    ///What is given as `key`.
    pub key: Key,
}
#[automatically_derived]
impl ::stateline::derived::serde::Serialize for RequestTransferStatus {
    fn serialize<S: ::stateline::derived::serde::Serializer>(
        &self,
        to: S,
    ) -> ::core::result::Result<S::Ok, S::Error> {
        ::stateline::derived::fields::write(
            to,
            "RequestTransferStatus",
            &["key"],
            (&self.key,),
        )
    }
}
#[automatically_derived]
impl<'de> ::stateline::derived::serde::Deserialize<'de> for RequestTransferStatus {
    fn deserialize<D: ::stateline::derived::serde::Deserializer<'de>>(
        from: D,
    ) -> ::core::result::Result<Self, D::Error> {
        ::stateline::derived::fields::read(from, "RequestTransferStatus", &["key"])
            .map(|(key,)| RequestTransferStatus { key })
    }
}
#[automatically_derived]
impl ::stateline::Operation for RequestTransferStatus {
    type Output = Inquiry<Result<(), BankError>>;
    const CONTEXT: &'static str = "payments";
    const NAME: &'static str = "transfer_status";
    const EFFECT: ::stateline::Effect = ::stateline::Effect::Read;
    const EXTERNAL: bool = false;
    const PLACE: &'static str = ::core::concat!(
        ::core::module_path!(), "::", "transfer_status"
    );
    const BLOCKING: bool = true;
}
#[automatically_derived]
impl<
    __E: ::stateline::Has<Bank> + ::core::marker::Sync + ?::core::marker::Sized,
> ::stateline::Handle<__E> for RequestTransferStatus {
    async fn handle(
        self,
        env: &__E,
        about: &::stateline::Call,
    ) -> Inquiry<Result<(), BankError>> {
        transfer_status(::stateline::Has::<Bank>::get(env), self.key)
    }
}
#[automatically_derived]
impl ::stateline::derived::OfKey for RequestTransferStatus {
    fn of_key(key: ::stateline::Key) -> Self {
        RequestTransferStatus { key: key }
    }
}
///A ctx that calls `transfer_status`.
pub trait CallTransferStatus: ::stateline::Calls<RequestTransferStatus> {
    /// What became of a call whose answer nobody has.
    fn transfer_status(
        &self,
        key: Key,
    ) -> impl ::core::future::Future<
        Output = ::core::result::Result<
            Inquiry<Result<(), BankError>>,
            ::stateline::CallError,
        >,
    > + ::core::marker::Send {
        ::stateline::Calls::call(self, RequestTransferStatus { key })
    }
}
#[automatically_derived]
impl<
    __E: ::stateline::Calls<RequestTransferStatus> + ?::core::marker::Sized,
> CallTransferStatus for __E {}
#[doc(hidden)]
pub mod transfer_status {
    pub use super::{CallTransferStatus as Call, RequestTransferStatus as Request};
}
/// Asks for the money back. Asked again, it was asked for already.
pub struct RequestRecall {
    ///What is given as `transaction`.
    pub transaction: TransactionId,
}
#[automatically_derived]
impl ::stateline::derived::serde::Serialize for RequestRecall {
    fn serialize<S: ::stateline::derived::serde::Serializer>(
        &self,
        to: S,
    ) -> ::core::result::Result<S::Ok, S::Error> {
        ::stateline::derived::fields::write(
            to,
            "RequestRecall",
            &["transaction"],
            (&self.transaction,),
        )
    }
}
#[automatically_derived]
impl<'de> ::stateline::derived::serde::Deserialize<'de> for RequestRecall {
    fn deserialize<D: ::stateline::derived::serde::Deserializer<'de>>(
        from: D,
    ) -> ::core::result::Result<Self, D::Error> {
        ::stateline::derived::fields::read(from, "RequestRecall", &["transaction"])
            .map(|(transaction,)| RequestRecall { transaction })
    }
}
#[automatically_derived]
impl ::stateline::Operation for RequestRecall {
    type Output = Result<(), BankError>;
    const CONTEXT: &'static str = "payments";
    const NAME: &'static str = "recall";
    const EFFECT: ::stateline::Effect = ::stateline::Effect::Write;
    const EXTERNAL: bool = false;
    const PLACE: &'static str = ::core::concat!(::core::module_path!(), "::", "recall");
    const BLOCKING: bool = true;
    const IDEMPOTENT_FOR: ::core::option::Option<::core::time::Duration> = ::core::option::Option::Some(
        ::core::time::Duration::from_millis(31536000000u64),
    );
}
#[automatically_derived]
impl<
    __E: ::stateline::Has<Bank> + ::core::marker::Sync + ?::core::marker::Sized,
> ::stateline::Handle<__E> for RequestRecall {
    async fn handle(
        self,
        env: &__E,
        about: &::stateline::Call,
    ) -> Result<(), BankError> {
        recall(::stateline::Has::<Bank>::get(env), self.transaction)
    }
    async fn rehearse(
        self,
        env: &__E,
        about: &::stateline::Call,
    ) -> Result<(), BankError> {
        ::stateline::derived::AtOnce::<
            Result<(), BankError>,
        >::it(would_recall(::stateline::Has::<Bank>::get(env), self.transaction))
    }
}
///A ctx that calls `recall`.
pub trait CallRecall: ::stateline::Calls<RequestRecall> {
    /// Asks for the money back. Asked again, it was asked for already.
    fn recall(
        &self,
        transaction: TransactionId,
    ) -> impl ::core::future::Future<
        Output = ::core::result::Result<Result<(), BankError>, ::stateline::CallError>,
    > + ::core::marker::Send {
        ::stateline::Calls::call(self, RequestRecall { transaction })
    }
}
#[automatically_derived]
impl<__E: ::stateline::Calls<RequestRecall> + ?::core::marker::Sized> CallRecall
for __E {}
#[doc(hidden)]
pub mod recall {
    pub use super::{CallRecall as Call, RequestRecall as Request};
}
