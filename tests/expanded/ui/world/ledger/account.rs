// What the macros derive from `tests/ui/world/ledger/account.rs`.

/// Puts money into an account.
#[allow(unused, missing_docs, unreachable_pub, clippy::all, private_interfaces)]
pub struct LoadAccount {
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
            &["consumer", "amount"],
            (&self.consumer, &self.amount),
        )
    }
}
#[automatically_derived]
impl<'de> ::stateline::derived::serde::Deserialize<'de> for LoadAccount {
    fn deserialize<D: ::stateline::derived::serde::Deserializer<'de>>(
        from: D,
    ) -> ::core::result::Result<Self, D::Error> {
        ::stateline::derived::fields::read(from, "LoadAccount", &["consumer", "amount"])
            .map(|(consumer, amount)| LoadAccount { consumer, amount })
    }
}
#[automatically_derived]
impl ::stateline::Operation for LoadAccount {
    type Output = Result<(), LedgerError>;
    const CONTEXT: &'static str = "ledger";
    const NAME: &'static str = "load_account";
    const EFFECT: ::stateline::Effect = ::stateline::Effect::Write;
    const EXTERNAL: bool = false;
}
#[allow(unused, missing_docs, unreachable_pub, clippy::all, deprecated)]
#[automatically_derived]
impl<
    __E: ::stateline::Has<Db> + ::core::marker::Sync + ?::core::marker::Sized,
> ::stateline::Handle<__E> for LoadAccount {
    fn handle(
        self,
        env: &__E,
        about: &::stateline::Call,
    ) -> impl ::core::future::Future<
        Output = Result<(), LedgerError>,
    > + ::core::marker::Send {
        load_account(::stateline::Has::<Db>::get(env), self.consumer, self.amount)
    }
    fn rehearse(
        self,
        env: &__E,
        about: &::stateline::Call,
    ) -> impl ::core::future::Future<
        Output = Result<(), LedgerError>,
    > + ::core::marker::Send {
        ::stateline::derived::awaited::<
            Result<(), LedgerError>,
            _,
        >(pretend(::stateline::Has::<Db>::get(env), self.consumer, self.amount))
    }
}
#[allow(unused, missing_docs, unreachable_pub, clippy::all, private_interfaces)]
pub trait CallLoadAccount: ::stateline::Calls<LoadAccount> {
    /// Puts money into an account.
    fn load_account(
        &self,
        consumer: ConsumerId,
        amount: Amount,
    ) -> impl ::core::future::Future<
        Output = ::core::result::Result<Result<(), LedgerError>, ::stateline::CallError>,
    > + ::core::marker::Send {
        ::stateline::Calls::call(self, LoadAccount { consumer, amount })
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
/// Takes money out of an account.
#[allow(unused, missing_docs, unreachable_pub, clippy::all, private_interfaces)]
pub struct UnloadAccount {
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
            &["consumer", "amount"],
            (&self.consumer, &self.amount),
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
                &["consumer", "amount"],
            )
            .map(|(consumer, amount)| UnloadAccount { consumer, amount })
    }
}
#[automatically_derived]
impl ::stateline::Operation for UnloadAccount {
    type Output = Result<(), LedgerError>;
    const CONTEXT: &'static str = "ledger";
    const NAME: &'static str = "unload_account";
    const EFFECT: ::stateline::Effect = ::stateline::Effect::Write;
    const EXTERNAL: bool = false;
}
#[allow(unused, missing_docs, unreachable_pub, clippy::all, deprecated)]
#[automatically_derived]
impl<
    __E: ::stateline::Has<Db> + ::core::marker::Sync + ?::core::marker::Sized,
> ::stateline::Handle<__E> for UnloadAccount {
    fn handle(
        self,
        env: &__E,
        about: &::stateline::Call,
    ) -> impl ::core::future::Future<
        Output = Result<(), LedgerError>,
    > + ::core::marker::Send {
        unload_account(::stateline::Has::<Db>::get(env), self.consumer, self.amount)
    }
    fn rehearse(
        self,
        env: &__E,
        about: &::stateline::Call,
    ) -> impl ::core::future::Future<
        Output = Result<(), LedgerError>,
    > + ::core::marker::Send {
        ::stateline::derived::awaited::<
            Result<(), LedgerError>,
            _,
        >(pretend(::stateline::Has::<Db>::get(env), self.consumer, self.amount))
    }
}
#[allow(unused, missing_docs, unreachable_pub, clippy::all, private_interfaces)]
pub trait CallUnloadAccount: ::stateline::Calls<UnloadAccount> {
    /// Takes money out of an account.
    fn unload_account(
        &self,
        consumer: ConsumerId,
        amount: Amount,
    ) -> impl ::core::future::Future<
        Output = ::core::result::Result<Result<(), LedgerError>, ::stateline::CallError>,
    > + ::core::marker::Send {
        ::stateline::Calls::call(self, UnloadAccount { consumer, amount })
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
    pub transaction: u64,
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
}
#[allow(unused, missing_docs, unreachable_pub, clippy::all, deprecated)]
#[automatically_derived]
impl<
    __E: ::stateline::Has<Db> + ::core::marker::Sync + ?::core::marker::Sized,
> ::stateline::Handle<__E> for TransactionAmount {
    fn handle(
        self,
        env: &__E,
        about: &::stateline::Call,
    ) -> impl ::core::future::Future<
        Output = Result<Amount, LedgerError>,
    > + ::core::marker::Send {
        transaction_amount(::stateline::Has::<Db>::get(env), self.transaction)
    }
}
#[allow(unused, missing_docs, unreachable_pub, clippy::all, private_interfaces)]
pub trait CallTransactionAmount: ::stateline::Calls<TransactionAmount> {
    /// What a transaction took out.
    fn transaction_amount(
        &self,
        transaction: u64,
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
/// Closes an account: nobody else may.
#[allow(unused, missing_docs, unreachable_pub, clippy::all, private_interfaces)]
pub struct CloseAccount {
    pub _consumer: ConsumerId,
}
#[automatically_derived]
impl ::stateline::derived::serde::Serialize for CloseAccount {
    fn serialize<S: ::stateline::derived::serde::Serializer>(
        &self,
        to: S,
    ) -> ::core::result::Result<S::Ok, S::Error> {
        ::stateline::derived::fields::write(
            to,
            "CloseAccount",
            &["_consumer"],
            (&self._consumer,),
        )
    }
}
#[automatically_derived]
impl<'de> ::stateline::derived::serde::Deserialize<'de> for CloseAccount {
    fn deserialize<D: ::stateline::derived::serde::Deserializer<'de>>(
        from: D,
    ) -> ::core::result::Result<Self, D::Error> {
        ::stateline::derived::fields::read(from, "CloseAccount", &["_consumer"])
            .map(|(_consumer,)| CloseAccount { _consumer })
    }
}
#[automatically_derived]
impl ::stateline::Operation for CloseAccount {
    type Output = ();
    const CONTEXT: &'static str = "ledger";
    const NAME: &'static str = "close_account";
    const EFFECT: ::stateline::Effect = ::stateline::Effect::Irreversible;
    const EXTERNAL: bool = false;
    const BLOCKING: bool = true;
}
#[allow(unused, missing_docs, unreachable_pub, clippy::all, deprecated)]
#[automatically_derived]
impl<
    __E: ::stateline::Has<Db> + ::core::marker::Sync + ?::core::marker::Sized,
> ::stateline::Handle<__E> for CloseAccount {
    async fn handle(self, env: &__E, about: &::stateline::Call) -> () {
        close_account(::stateline::Has::<Db>::get(env), self._consumer)
    }
    async fn rehearse(self, env: &__E, about: &::stateline::Call) -> () {
        ::stateline::derived::AtOnce::<
            (),
        >::it(pretend_close(::stateline::Has::<Db>::get(env), self._consumer))
    }
}
#[allow(unused, missing_docs, unreachable_pub, clippy::all, private_interfaces)]
pub trait CallCloseAccount: ::stateline::Calls<CloseAccount> {
    /// Closes an account: nobody else may.
    fn close_account(
        &self,
        _consumer: ConsumerId,
    ) -> impl ::core::future::Future<
        Output = ::core::result::Result<(), ::stateline::CallError>,
    > + ::core::marker::Send {
        ::stateline::Calls::call(self, CloseAccount { _consumer })
    }
}
#[automatically_derived]
impl<__E: ::stateline::Calls<CloseAccount> + ?::core::marker::Sized> CallCloseAccount
for __E {}
#[doc(hidden)]
#[allow(unused, missing_docs, unreachable_pub, clippy::all)]
pub mod close_account {
    pub use super::{CallCloseAccount as Call, CloseAccount as Request};
}
