// What the macros derive from `examples/payout/payments/src/bank.rs`.

/// Sends the money. Asked again, it is sent already.
#[allow(unused, missing_docs, unreachable_pub, clippy::all, private_interfaces)]
pub struct Transfer {
    pub transaction: TransactionId,
    pub beneficiary: String,
    pub amount: Amount,
}
#[automatically_derived]
impl ::stateline::derived::serde::Serialize for Transfer {
    fn serialize<S: ::stateline::derived::serde::Serializer>(
        &self,
        to: S,
    ) -> ::core::result::Result<S::Ok, S::Error> {
        ::stateline::derived::fields::write(
            to,
            "Transfer",
            &["transaction", "beneficiary", "amount"],
            (&self.transaction, &self.beneficiary, &self.amount),
        )
    }
}
#[automatically_derived]
impl<'de> ::stateline::derived::serde::Deserialize<'de> for Transfer {
    fn deserialize<D: ::stateline::derived::serde::Deserializer<'de>>(
        from: D,
    ) -> ::core::result::Result<Self, D::Error> {
        ::stateline::derived::fields::read(
                from,
                "Transfer",
                &["transaction", "beneficiary", "amount"],
            )
            .map(|(transaction, beneficiary, amount)| Transfer {
                transaction,
                beneficiary,
                amount,
            })
    }
}
#[automatically_derived]
impl ::stateline::Operation for Transfer {
    type Output = Result<(), BankError>;
    const CONTEXT: &'static str = "payments";
    const NAME: &'static str = "transfer";
    const EFFECT: ::stateline::Effect = ::stateline::Effect::Irreversible;
    const EXTERNAL: bool = false;
    const BLOCKING: bool = true;
    const INQUIRY: ::core::option::Option<&'static str> = ::core::option::Option::Some(
        <transfer_status::Request as ::stateline::Operation>::NAME,
    );
}
const _: () = ::stateline::derived::inquires::<transfer_status::Request>();
#[allow(unused, missing_docs, unreachable_pub, clippy::all, deprecated)]
#[automatically_derived]
impl<
    __E: ::stateline::Has<Bank> + ::core::marker::Sync + ?::core::marker::Sized,
> ::stateline::Handle<__E> for Transfer
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
#[allow(unused, missing_docs, unreachable_pub, clippy::all, private_interfaces)]
pub trait CallTransfer: ::stateline::Calls<Transfer> {
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
            Transfer {
                transaction,
                beneficiary,
                amount,
            },
        )
    }
}
#[automatically_derived]
impl<__E: ::stateline::Calls<Transfer> + ?::core::marker::Sized> CallTransfer for __E {}
#[doc(hidden)]
#[allow(unused, missing_docs, unreachable_pub, clippy::all)]
pub mod transfer {
    pub use super::{CallTransfer as Call, Transfer as Request};
}
/// What became of a call whose answer nobody has.
#[allow(unused, missing_docs, unreachable_pub, clippy::all, private_interfaces)]
pub struct TransferStatus {
    pub key: Key,
}
#[automatically_derived]
impl ::stateline::derived::serde::Serialize for TransferStatus {
    fn serialize<S: ::stateline::derived::serde::Serializer>(
        &self,
        to: S,
    ) -> ::core::result::Result<S::Ok, S::Error> {
        ::stateline::derived::fields::write(to, "TransferStatus", &["key"], (&self.key,))
    }
}
#[automatically_derived]
impl<'de> ::stateline::derived::serde::Deserialize<'de> for TransferStatus {
    fn deserialize<D: ::stateline::derived::serde::Deserializer<'de>>(
        from: D,
    ) -> ::core::result::Result<Self, D::Error> {
        ::stateline::derived::fields::read(from, "TransferStatus", &["key"])
            .map(|(key,)| TransferStatus { key })
    }
}
#[automatically_derived]
impl ::stateline::Operation for TransferStatus {
    type Output = Inquiry<Result<(), BankError>>;
    const CONTEXT: &'static str = "payments";
    const NAME: &'static str = "transfer_status";
    const EFFECT: ::stateline::Effect = ::stateline::Effect::Read;
    const EXTERNAL: bool = false;
    const BLOCKING: bool = true;
}
#[allow(unused, missing_docs, unreachable_pub, clippy::all, deprecated)]
#[automatically_derived]
impl<
    __E: ::stateline::Has<Bank> + ::core::marker::Sync + ?::core::marker::Sized,
> ::stateline::Handle<__E> for TransferStatus {
    async fn handle(
        self,
        env: &__E,
        about: &::stateline::Call,
    ) -> Inquiry<Result<(), BankError>> {
        transfer_status(::stateline::Has::<Bank>::get(env), self.key)
    }
}
#[automatically_derived]
impl ::stateline::derived::OfKey for TransferStatus {
    fn of_key(key: ::stateline::Key) -> Self {
        TransferStatus { key: key }
    }
}
#[allow(unused, missing_docs, unreachable_pub, clippy::all, private_interfaces)]
pub trait CallTransferStatus: ::stateline::Calls<TransferStatus> {
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
        ::stateline::Calls::call(self, TransferStatus { key })
    }
}
#[automatically_derived]
impl<__E: ::stateline::Calls<TransferStatus> + ?::core::marker::Sized> CallTransferStatus
for __E {}
#[doc(hidden)]
#[allow(unused, missing_docs, unreachable_pub, clippy::all)]
pub mod transfer_status {
    pub use super::{CallTransferStatus as Call, TransferStatus as Request};
}
/// Asks for the money back. Asked again, it was asked for already.
#[allow(unused, missing_docs, unreachable_pub, clippy::all, private_interfaces)]
pub struct Recall {
    pub transaction: TransactionId,
}
#[automatically_derived]
impl ::stateline::derived::serde::Serialize for Recall {
    fn serialize<S: ::stateline::derived::serde::Serializer>(
        &self,
        to: S,
    ) -> ::core::result::Result<S::Ok, S::Error> {
        ::stateline::derived::fields::write(
            to,
            "Recall",
            &["transaction"],
            (&self.transaction,),
        )
    }
}
#[automatically_derived]
impl<'de> ::stateline::derived::serde::Deserialize<'de> for Recall {
    fn deserialize<D: ::stateline::derived::serde::Deserializer<'de>>(
        from: D,
    ) -> ::core::result::Result<Self, D::Error> {
        ::stateline::derived::fields::read(from, "Recall", &["transaction"])
            .map(|(transaction,)| Recall { transaction })
    }
}
#[automatically_derived]
impl ::stateline::Operation for Recall {
    type Output = Result<(), BankError>;
    const CONTEXT: &'static str = "payments";
    const NAME: &'static str = "recall";
    const EFFECT: ::stateline::Effect = ::stateline::Effect::Write;
    const EXTERNAL: bool = false;
    const BLOCKING: bool = true;
}
#[allow(unused, missing_docs, unreachable_pub, clippy::all, deprecated)]
#[automatically_derived]
impl<
    __E: ::stateline::Has<Bank> + ::core::marker::Sync + ?::core::marker::Sized,
> ::stateline::Handle<__E> for Recall {
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
#[allow(unused, missing_docs, unreachable_pub, clippy::all, private_interfaces)]
pub trait CallRecall: ::stateline::Calls<Recall> {
    /// Asks for the money back. Asked again, it was asked for already.
    fn recall(
        &self,
        transaction: TransactionId,
    ) -> impl ::core::future::Future<
        Output = ::core::result::Result<Result<(), BankError>, ::stateline::CallError>,
    > + ::core::marker::Send {
        ::stateline::Calls::call(self, Recall { transaction })
    }
}
#[automatically_derived]
impl<__E: ::stateline::Calls<Recall> + ?::core::marker::Sized> CallRecall for __E {}
#[doc(hidden)]
#[allow(unused, missing_docs, unreachable_pub, clippy::all)]
pub mod recall {
    pub use super::{CallRecall as Call, Recall as Request};
}
