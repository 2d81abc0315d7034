// What the macros derive from `examples/payout/ledger/src/account.rs`.

/// Puts a transaction's money into an account. Asked again, it is there already.
pub struct RequestLoadAccount {
    ///What is given as `transaction`.
    pub transaction: TransactionId,
    ///What is given as `consumer`.
    pub consumer: ConsumerId,
    ///What is given as `amount`.
    pub amount: Amount,
}
#[automatically_derived]
impl ::stateline::derived::serde::Serialize for RequestLoadAccount {
    fn serialize<S: ::stateline::derived::serde::Serializer>(
        &self,
        to: S,
    ) -> ::core::result::Result<S::Ok, S::Error> {
        ::stateline::derived::fields::write(
            to,
            "RequestLoadAccount",
            &["transaction", "consumer", "amount"],
            (&self.transaction, &self.consumer, &self.amount),
        )
    }
}
#[automatically_derived]
impl<'de> ::stateline::derived::serde::Deserialize<'de> for RequestLoadAccount {
    fn deserialize<D: ::stateline::derived::serde::Deserializer<'de>>(
        from: D,
    ) -> ::core::result::Result<Self, D::Error> {
        ::stateline::derived::fields::read(
                from,
                "RequestLoadAccount",
                &["transaction", "consumer", "amount"],
            )
            .map(|(transaction, consumer, amount)| RequestLoadAccount {
                transaction,
                consumer,
                amount,
            })
    }
}
#[automatically_derived]
impl ::stateline::Operation for RequestLoadAccount {
    type Output = Result<(), LedgerError>;
    const CONTEXT: &'static str = "ledger";
    const NAME: &'static str = "load_account";
    const EFFECT: ::stateline::Effect = ::stateline::Effect::Write;
    const EXTERNAL: bool = false;
    const PLACE: &'static str = ::core::concat!(
        ::core::module_path!(), "::", "load_account"
    );
    const BLOCKING: bool = true;
    const IDEMPOTENT_FOR: ::core::option::Option<::core::time::Duration> = ::core::option::Option::Some(
        ::core::time::Duration::from_millis(31536000000u64),
    );
}
#[automatically_derived]
impl<
    __E: ::stateline::Has<Ledger> + ::core::marker::Sync + ?::core::marker::Sized,
> ::stateline::Handle<__E> for RequestLoadAccount {
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
///A ctx that calls `load_account`.
pub trait CallLoadAccount: ::stateline::Calls<RequestLoadAccount> {
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
            RequestLoadAccount {
                transaction,
                consumer,
                amount,
            },
        )
    }
}
#[automatically_derived]
impl<
    __E: ::stateline::Calls<RequestLoadAccount> + ?::core::marker::Sized,
> CallLoadAccount for __E {}
#[doc(hidden)]
pub mod load_account {
    pub use super::{CallLoadAccount as Call, RequestLoadAccount as Request};
}
/// Takes a transaction's money out of an account. Asked again, it is gone already.
pub struct RequestUnloadAccount {
    ///What is given as `transaction`.
    pub transaction: TransactionId,
    ///What is given as `consumer`.
    pub consumer: ConsumerId,
    ///What is given as `amount`.
    pub amount: Amount,
}
#[automatically_derived]
impl ::stateline::derived::serde::Serialize for RequestUnloadAccount {
    fn serialize<S: ::stateline::derived::serde::Serializer>(
        &self,
        to: S,
    ) -> ::core::result::Result<S::Ok, S::Error> {
        ::stateline::derived::fields::write(
            to,
            "RequestUnloadAccount",
            &["transaction", "consumer", "amount"],
            (&self.transaction, &self.consumer, &self.amount),
        )
    }
}
#[automatically_derived]
impl<'de> ::stateline::derived::serde::Deserialize<'de> for RequestUnloadAccount {
    fn deserialize<D: ::stateline::derived::serde::Deserializer<'de>>(
        from: D,
    ) -> ::core::result::Result<Self, D::Error> {
        ::stateline::derived::fields::read(
                from,
                "RequestUnloadAccount",
                &["transaction", "consumer", "amount"],
            )
            .map(|(transaction, consumer, amount)| RequestUnloadAccount {
                transaction,
                consumer,
                amount,
            })
    }
}
#[automatically_derived]
impl ::stateline::Operation for RequestUnloadAccount {
    type Output = Result<(), LedgerError>;
    const CONTEXT: &'static str = "ledger";
    const NAME: &'static str = "unload_account";
    const EFFECT: ::stateline::Effect = ::stateline::Effect::Write;
    const EXTERNAL: bool = false;
    const PLACE: &'static str = ::core::concat!(
        ::core::module_path!(), "::", "unload_account"
    );
    const BLOCKING: bool = true;
    const IDEMPOTENT_FOR: ::core::option::Option<::core::time::Duration> = ::core::option::Option::Some(
        ::core::time::Duration::from_millis(31536000000u64),
    );
}
#[automatically_derived]
impl<
    __E: ::stateline::Has<Ledger> + ::core::marker::Sync + ?::core::marker::Sized,
> ::stateline::Handle<__E> for RequestUnloadAccount {
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
///A ctx that calls `unload_account`.
pub trait CallUnloadAccount: ::stateline::Calls<RequestUnloadAccount> {
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
            RequestUnloadAccount {
                transaction,
                consumer,
                amount,
            },
        )
    }
}
#[automatically_derived]
impl<
    __E: ::stateline::Calls<RequestUnloadAccount> + ?::core::marker::Sized,
> CallUnloadAccount for __E {}
#[doc(hidden)]
pub mod unload_account {
    pub use super::{CallUnloadAccount as Call, RequestUnloadAccount as Request};
}
/// What a transaction took out.
pub struct RequestTransactionAmount {
    ///What is given as `transaction`.
    pub transaction: TransactionId,
}
#[automatically_derived]
impl ::stateline::derived::serde::Serialize for RequestTransactionAmount {
    fn serialize<S: ::stateline::derived::serde::Serializer>(
        &self,
        to: S,
    ) -> ::core::result::Result<S::Ok, S::Error> {
        ::stateline::derived::fields::write(
            to,
            "RequestTransactionAmount",
            &["transaction"],
            (&self.transaction,),
        )
    }
}
#[automatically_derived]
impl<'de> ::stateline::derived::serde::Deserialize<'de> for RequestTransactionAmount {
    fn deserialize<D: ::stateline::derived::serde::Deserializer<'de>>(
        from: D,
    ) -> ::core::result::Result<Self, D::Error> {
        ::stateline::derived::fields::read(
                from,
                "RequestTransactionAmount",
                &["transaction"],
            )
            .map(|(transaction,)| RequestTransactionAmount {
                transaction,
            })
    }
}
#[automatically_derived]
impl ::stateline::Operation for RequestTransactionAmount {
    type Output = Result<Amount, LedgerError>;
    const CONTEXT: &'static str = "ledger";
    const NAME: &'static str = "transaction_amount";
    const EFFECT: ::stateline::Effect = ::stateline::Effect::Read;
    const EXTERNAL: bool = false;
    const PLACE: &'static str = ::core::concat!(
        ::core::module_path!(), "::", "transaction_amount"
    );
    const BLOCKING: bool = true;
}
#[automatically_derived]
impl<
    __E: ::stateline::Has<Ledger> + ::core::marker::Sync + ?::core::marker::Sized,
> ::stateline::Handle<__E> for RequestTransactionAmount {
    async fn handle(
        self,
        env: &__E,
        about: &::stateline::Call,
    ) -> Result<Amount, LedgerError> {
        transaction_amount(::stateline::Has::<Ledger>::get(env), self.transaction)
    }
}
///A ctx that calls `transaction_amount`.
pub trait CallTransactionAmount: ::stateline::Calls<RequestTransactionAmount> {
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
        ::stateline::Calls::call(
            self,
            RequestTransactionAmount {
                transaction,
            },
        )
    }
}
#[automatically_derived]
impl<
    __E: ::stateline::Calls<RequestTransactionAmount> + ?::core::marker::Sized,
> CallTransactionAmount for __E {}
#[doc(hidden)]
pub mod transaction_amount {
    pub use super::{CallTransactionAmount as Call, RequestTransactionAmount as Request};
}
