// What the macros derive from `examples/payout/ledger/src/account.rs`.

/// Puts a transaction's money into an account. Asked again, it is there already.
#[allow(unused, missing_docs, unreachable_pub, clippy::all, private_interfaces)]
pub struct LoadAccount {
    pub transaction: TransactionId,
    pub consumer: ConsumerId,
    pub amount: Amount,
}
#[automatically_derived]
impl ::stateline::derived::serde::Serialize for LoadAccount {
    fn serialize<S: ::stateline::derived::serde::Serializer>(
        &self,
        to: S,
    ) -> ::core::result::Result<S::Ok, S::Error> {
        ::stateline::derived::fields::write(
            to,
            "LoadAccount",
            &["transaction", "consumer", "amount"],
            (&self.transaction, &self.consumer, &self.amount),
        )
    }
}
#[automatically_derived]
impl<'de> ::stateline::derived::serde::Deserialize<'de> for LoadAccount {
    fn deserialize<D: ::stateline::derived::serde::Deserializer<'de>>(
        from: D,
    ) -> ::core::result::Result<Self, D::Error> {
        ::stateline::derived::fields::read(
                from,
                "LoadAccount",
                &["transaction", "consumer", "amount"],
            )
            .map(|(transaction, consumer, amount)| LoadAccount {
                transaction,
                consumer,
                amount,
            })
    }
}
#[automatically_derived]
impl ::stateline::Operation for LoadAccount {
    type Output = Result<(), LedgerError>;
    const CONTEXT: &'static str = "ledger";
    const NAME: &'static str = "load_account";
    const EFFECT: ::stateline::Effect = ::stateline::Effect::Write;
    const EXTERNAL: bool = false;
    const BLOCKING: bool = true;
}
#[allow(unused, missing_docs, unreachable_pub, clippy::all, deprecated)]
#[automatically_derived]
impl<
    __E: ::stateline::Has<Ledger> + ::core::marker::Sync + ?::core::marker::Sized,
> ::stateline::Handle<__E> for LoadAccount {
    async fn handle(
        self,
        env: &__E,
        about: &::stateline::Call,
    ) -> Result<(), LedgerError> {
        load_account(
            ::stateline::Has::<Ledger>::get(env),
            self.transaction,
            self.consumer,
            self.amount,
        )
    }
    async fn rehearse(
        self,
        env: &__E,
        about: &::stateline::Call,
    ) -> Result<(), LedgerError> {
        ::stateline::derived::AtOnce::<
            Result<(), LedgerError>,
        >::it(
            would_load_account(
                ::stateline::Has::<Ledger>::get(env),
                self.transaction,
                self.consumer,
                self.amount,
            ),
        )
    }
}
#[allow(unused, missing_docs, unreachable_pub, clippy::all, private_interfaces)]
pub trait CallLoadAccount: ::stateline::Calls<LoadAccount> {
    /// Puts a transaction's money into an account. Asked again, it is there already.
    fn load_account(
        &self,
        transaction: TransactionId,
        consumer: ConsumerId,
        amount: Amount,
    ) -> impl ::core::future::Future<
        Output = ::core::result::Result<Result<(), LedgerError>, ::stateline::CallError>,
    > + ::core::marker::Send {
        ::stateline::Calls::call(
            self,
            LoadAccount {
                transaction,
                consumer,
                amount,
            },
        )
    }
}
#[automatically_derived]
impl<__E: ::stateline::Calls<LoadAccount> + ?::core::marker::Sized> CallLoadAccount
for __E {}
#[doc(hidden)]
#[allow(unused, missing_docs, unreachable_pub, clippy::all)]
pub mod load_account {
    pub use super::{CallLoadAccount as Call, LoadAccount as Request};
}
/// Takes a transaction's money out of an account. Asked again, it is gone already.
#[allow(unused, missing_docs, unreachable_pub, clippy::all, private_interfaces)]
pub struct UnloadAccount {
    pub transaction: TransactionId,
    pub consumer: ConsumerId,
    pub amount: Amount,
}
#[automatically_derived]
impl ::stateline::derived::serde::Serialize for UnloadAccount {
    fn serialize<S: ::stateline::derived::serde::Serializer>(
        &self,
        to: S,
    ) -> ::core::result::Result<S::Ok, S::Error> {
        ::stateline::derived::fields::write(
            to,
            "UnloadAccount",
            &["transaction", "consumer", "amount"],
            (&self.transaction, &self.consumer, &self.amount),
        )
    }
}
#[automatically_derived]
impl<'de> ::stateline::derived::serde::Deserialize<'de> for UnloadAccount {
    fn deserialize<D: ::stateline::derived::serde::Deserializer<'de>>(
        from: D,
    ) -> ::core::result::Result<Self, D::Error> {
        ::stateline::derived::fields::read(
                from,
                "UnloadAccount",
                &["transaction", "consumer", "amount"],
            )
            .map(|(transaction, consumer, amount)| UnloadAccount {
                transaction,
                consumer,
                amount,
            })
    }
}
#[automatically_derived]
impl ::stateline::Operation for UnloadAccount {
    type Output = Result<(), LedgerError>;
    const CONTEXT: &'static str = "ledger";
    const NAME: &'static str = "unload_account";
    const EFFECT: ::stateline::Effect = ::stateline::Effect::Write;
    const EXTERNAL: bool = false;
    const BLOCKING: bool = true;
}
#[allow(unused, missing_docs, unreachable_pub, clippy::all, deprecated)]
#[automatically_derived]
impl<
    __E: ::stateline::Has<Ledger> + ::core::marker::Sync + ?::core::marker::Sized,
> ::stateline::Handle<__E> for UnloadAccount {
    async fn handle(
        self,
        env: &__E,
        about: &::stateline::Call,
    ) -> Result<(), LedgerError> {
        unload_account(
            ::stateline::Has::<Ledger>::get(env),
            self.transaction,
            self.consumer,
            self.amount,
        )
    }
    async fn rehearse(
        self,
        env: &__E,
        about: &::stateline::Call,
    ) -> Result<(), LedgerError> {
        ::stateline::derived::AtOnce::<
            Result<(), LedgerError>,
        >::it(
            would_unload_account(
                ::stateline::Has::<Ledger>::get(env),
                self.transaction,
                self.consumer,
                self.amount,
            ),
        )
    }
}
#[allow(unused, missing_docs, unreachable_pub, clippy::all, private_interfaces)]
pub trait CallUnloadAccount: ::stateline::Calls<UnloadAccount> {
    /// Takes a transaction's money out of an account. Asked again, it is gone already.
    fn unload_account(
        &self,
        transaction: TransactionId,
        consumer: ConsumerId,
        amount: Amount,
    ) -> impl ::core::future::Future<
        Output = ::core::result::Result<Result<(), LedgerError>, ::stateline::CallError>,
    > + ::core::marker::Send {
        ::stateline::Calls::call(
            self,
            UnloadAccount {
                transaction,
                consumer,
                amount,
            },
        )
    }
}
#[automatically_derived]
impl<__E: ::stateline::Calls<UnloadAccount> + ?::core::marker::Sized> CallUnloadAccount
for __E {}
#[doc(hidden)]
#[allow(unused, missing_docs, unreachable_pub, clippy::all)]
pub mod unload_account {
    pub use super::{CallUnloadAccount as Call, UnloadAccount as Request};
}
/// What a transaction took out.
#[allow(unused, missing_docs, unreachable_pub, clippy::all, private_interfaces)]
pub struct TransactionAmount {
    pub transaction: TransactionId,
}
#[automatically_derived]
impl ::stateline::derived::serde::Serialize for TransactionAmount {
    fn serialize<S: ::stateline::derived::serde::Serializer>(
        &self,
        to: S,
    ) -> ::core::result::Result<S::Ok, S::Error> {
        ::stateline::derived::fields::write(
            to,
            "TransactionAmount",
            &["transaction"],
            (&self.transaction,),
        )
    }
}
#[automatically_derived]
impl<'de> ::stateline::derived::serde::Deserialize<'de> for TransactionAmount {
    fn deserialize<D: ::stateline::derived::serde::Deserializer<'de>>(
        from: D,
    ) -> ::core::result::Result<Self, D::Error> {
        ::stateline::derived::fields::read(from, "TransactionAmount", &["transaction"])
            .map(|(transaction,)| TransactionAmount { transaction })
    }
}
#[automatically_derived]
impl ::stateline::Operation for TransactionAmount {
    type Output = Result<Amount, LedgerError>;
    const CONTEXT: &'static str = "ledger";
    const NAME: &'static str = "transaction_amount";
    const EFFECT: ::stateline::Effect = ::stateline::Effect::Read;
    const EXTERNAL: bool = false;
    const BLOCKING: bool = true;
}
#[allow(unused, missing_docs, unreachable_pub, clippy::all, deprecated)]
#[automatically_derived]
impl<
    __E: ::stateline::Has<Ledger> + ::core::marker::Sync + ?::core::marker::Sized,
> ::stateline::Handle<__E> for TransactionAmount {
    async fn handle(
        self,
        env: &__E,
        about: &::stateline::Call,
    ) -> Result<Amount, LedgerError> {
        transaction_amount(::stateline::Has::<Ledger>::get(env), self.transaction)
    }
}
#[allow(unused, missing_docs, unreachable_pub, clippy::all, private_interfaces)]
pub trait CallTransactionAmount: ::stateline::Calls<TransactionAmount> {
    /// What a transaction took out.
    fn transaction_amount(
        &self,
        transaction: TransactionId,
    ) -> impl ::core::future::Future<
        Output = ::core::result::Result<
            Result<Amount, LedgerError>,
            ::stateline::CallError,
        >,
    > + ::core::marker::Send {
        ::stateline::Calls::call(self, TransactionAmount { transaction })
    }
}
#[automatically_derived]
impl<
    __E: ::stateline::Calls<TransactionAmount> + ?::core::marker::Sized,
> CallTransactionAmount for __E {}
#[doc(hidden)]
#[allow(unused, missing_docs, unreachable_pub, clippy::all)]
pub mod transaction_amount {
    pub use super::{CallTransactionAmount as Call, TransactionAmount as Request};
}
