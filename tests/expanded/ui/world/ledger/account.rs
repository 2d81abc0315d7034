// What the macros derive from `tests/ui/world/ledger/account.rs`.

/// Puts money into an account.
pub struct RequestLoadAccount {
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
            &["consumer", "amount"],
            (&self.consumer, &self.amount),
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
                &["consumer", "amount"],
            )
            .map(|(consumer, amount)| RequestLoadAccount {
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
}
#[automatically_derived]
impl<
    __E: ::stateline::Has<Db> + ::core::marker::Sync + ?::core::marker::Sized,
> ::stateline::Handle<__E> for RequestLoadAccount {
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
///A ctx that calls `load_account`.
pub trait CallLoadAccount: ::stateline::Calls<RequestLoadAccount> {
    /// Puts money into an account.
    fn load_account(
        &self,
        consumer: ConsumerId,
        amount: Amount,
    ) -> impl ::core::future::Future<
        Output = ::core::result::Result<Result<(), LedgerError>, ::stateline::CallError>,
    > + ::core::marker::Send {
        ::stateline::Calls::call(
            self,
            RequestLoadAccount {
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
/// Takes money out of an account.
pub struct RequestUnloadAccount {
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
            &["consumer", "amount"],
            (&self.consumer, &self.amount),
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
                &["consumer", "amount"],
            )
            .map(|(consumer, amount)| RequestUnloadAccount {
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
}
#[automatically_derived]
impl<
    __E: ::stateline::Has<Db> + ::core::marker::Sync + ?::core::marker::Sized,
> ::stateline::Handle<__E> for RequestUnloadAccount {
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
///A ctx that calls `unload_account`.
pub trait CallUnloadAccount: ::stateline::Calls<RequestUnloadAccount> {
    /// Takes money out of an account.
    fn unload_account(
        &self,
        consumer: ConsumerId,
        amount: Amount,
    ) -> impl ::core::future::Future<
        Output = ::core::result::Result<Result<(), LedgerError>, ::stateline::CallError>,
    > + ::core::marker::Send {
        ::stateline::Calls::call(
            self,
            RequestUnloadAccount {
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
    pub transaction: u64,
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
}
#[automatically_derived]
impl<
    __E: ::stateline::Has<Db> + ::core::marker::Sync + ?::core::marker::Sized,
> ::stateline::Handle<__E> for RequestTransactionAmount {
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
///A ctx that calls `transaction_amount`.
pub trait CallTransactionAmount: ::stateline::Calls<RequestTransactionAmount> {
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
/// Closes an account: nobody else may.
pub struct RequestCloseAccount {
    ///What is given as `_consumer`.
    pub _consumer: ConsumerId,
}
#[automatically_derived]
impl ::stateline::derived::serde::Serialize for RequestCloseAccount {
    fn serialize<S: ::stateline::derived::serde::Serializer>(
        &self,
        to: S,
    ) -> ::core::result::Result<S::Ok, S::Error> {
        ::stateline::derived::fields::write(
            to,
            "RequestCloseAccount",
            &["_consumer"],
            (&self._consumer,),
        )
    }
}
#[automatically_derived]
impl<'de> ::stateline::derived::serde::Deserialize<'de> for RequestCloseAccount {
    fn deserialize<D: ::stateline::derived::serde::Deserializer<'de>>(
        from: D,
    ) -> ::core::result::Result<Self, D::Error> {
        ::stateline::derived::fields::read(from, "RequestCloseAccount", &["_consumer"])
            .map(|(_consumer,)| RequestCloseAccount { _consumer })
    }
}
#[automatically_derived]
impl ::stateline::Operation for RequestCloseAccount {
    type Output = ();
    const CONTEXT: &'static str = "ledger";
    const NAME: &'static str = "close_account";
    const EFFECT: ::stateline::Effect = ::stateline::Effect::Irreversible;
    const EXTERNAL: bool = false;
    const PLACE: &'static str = ::core::concat!(
        ::core::module_path!(), "::", "close_account"
    );
    const BLOCKING: bool = true;
}
#[automatically_derived]
impl<
    __E: ::stateline::Has<Db> + ::core::marker::Sync + ?::core::marker::Sized,
> ::stateline::Handle<__E> for RequestCloseAccount {
    async fn handle(self, env: &__E, about: &::stateline::Call) -> () {
        close_account(::stateline::Has::<Db>::get(env), self._consumer)
    }
    async fn rehearse(self, env: &__E, about: &::stateline::Call) -> () {
        ::stateline::derived::AtOnce::<
            (),
        >::it(pretend_close(::stateline::Has::<Db>::get(env), self._consumer))
    }
}
///A ctx that calls `close_account`.
pub trait CallCloseAccount: ::stateline::Calls<RequestCloseAccount> {
    /// Closes an account: nobody else may.
    fn close_account(
        &self,
        _consumer: ConsumerId,
    ) -> impl ::core::future::Future<
        Output = ::core::result::Result<(), ::stateline::CallError>,
    > + ::core::marker::Send {
        ::stateline::Calls::call(self, RequestCloseAccount { _consumer })
    }
}
#[automatically_derived]
impl<
    __E: ::stateline::Calls<RequestCloseAccount> + ?::core::marker::Sized,
> CallCloseAccount for __E {}
#[doc(hidden)]
pub mod close_account {
    pub use super::{CallCloseAccount as Call, RequestCloseAccount as Request};
}
