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
}
#[allow(unused, missing_docs, unreachable_pub, clippy::all, deprecated)]
#[automatically_derived]
impl<
    __E: ::stateline::Has<Bank> + ::core::marker::Sync + ?::core::marker::Sized,
> ::stateline::Handle<__E> for Transfer {
    async fn handle(
        self,
        env: &__E,
        about: &::stateline::Call,
    ) -> Result<(), BankError> {
        transfer(
            ::stateline::Has::<Bank>::get(env),
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
        would_transfer(
            ::stateline::Has::<Bank>::get(env),
            self.transaction,
            self.beneficiary,
            self.amount,
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
        would_recall(::stateline::Has::<Bank>::get(env), self.transaction)
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
