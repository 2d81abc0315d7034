//- package ledger outside=thiserror,sea-orm,derive-getters,strum,derive_more,typed-builder,mint
//- ledger/src/lib.rs
pub mod error {
    #[derive(Debug, thiserror::Error)]
    pub enum Error { #[error("disk")] Disk(#[from] std::io::Error), #[error("other")] Other(#[from] Other) }
    #[derive(Debug, thiserror::Error)]
    #[error("other")]
    pub struct Other;
}
pub mod endpoint {
    use sea_orm::entity::prelude::*;
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "endpoint")]
    pub struct Model { #[sea_orm(primary_key)] pub id: Id, pub created_at: u64 }
    #[derive(Clone, Debug, PartialEq)] pub struct Id(pub u64);
    impl Id { pub fn short(&self) -> u64 { self.0 } }
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
    impl Entity { pub fn secure() -> Select<Entity> { Self::find() } }
}
pub mod account {
    #[derive(derive_getters::Getters)] pub struct Account { balance: Money }
    #[derive(derive_more::From, derive_more::Deref)] pub struct Money(Cents);
    pub struct Cents; impl Cents { pub fn all(&self) -> u64 { 0 } }
    #[derive(strum::EnumIter, strum::EnumIs)] pub enum Kind { Debit, Credit }
    impl Kind { pub fn sign(&self) -> i64 { 1 } }
    #[derive(typed_builder::TypedBuilder)] pub struct Entry { amount: u64 }
    impl Entry { pub fn post(&self) {} }
    #[derive(mint::Coin)] pub struct Coin;
    pub struct Side; impl Side { pub fn up(&self) {} }
}
//- package app deps=ledger outside=sea-orm,strum
//- app/src/lib.rs
use ledger::endpoint::{ActiveModel, Column, Entity}; //~ ActiveModel=ledger::endpoint::ActiveModel Column=ledger::endpoint::Column Entity=ledger::endpoint::Entity endpoint=ledger::endpoint ledger=ledger
use sea_orm::{ActiveModelTrait, EntityTrait, QueryFilter, Set};
use strum::IntoEnumIterator;
pub fn read() -> Result<String, ledger::error::Error> { std::fs::read_to_string("a").map_err(ledger::error::Error::from) } //~ Error=ledger::error::Error error=ledger::error from=ledger::error::Error::from fs=std::fs ledger=ledger read_to_string=std::fs::read_to_string std=std
pub fn other() -> ledger::error::Error { ledger::error::Error::from(ledger::error::Other) } //~ Error=ledger::error::Error Other=ledger::error::Other error=ledger::error from=ledger::error::Error::from ledger=ledger
pub async fn found(db: &u64) -> u64 { Entity::secure().filter(Column::CreatedAt).one(db).await.unwrap().unwrap().id.short() } //~ Column=ledger::endpoint::Column CreatedAt=ledger::endpoint::Column::CreatedAt Entity=ledger::endpoint::Entity id=ledger::endpoint::Model::id secure=ledger::endpoint::Entity::secure short=ledger::endpoint::Id::short
pub async fn made(db: &u64) -> u64 { ActiveModel { id: Set(ledger::endpoint::Id(1)), created_at: Set(1) }.insert(db).await.unwrap().id.short() } //~ ActiveModel=ledger::endpoint::ActiveModel Id=ledger::endpoint::Id created_at=ledger::endpoint::ActiveModel::created_at endpoint=ledger::endpoint id=ledger::endpoint::ActiveModel::id id=ledger::endpoint::Model::id ledger=ledger short=ledger::endpoint::Id::short
pub async fn every(db: &u64) { for one in Entity::find().all(db).await.unwrap() { one.id.short(); } } //~ Entity=ledger::endpoint::Entity id=ledger::endpoint::Model::id short=ledger::endpoint::Id::short
pub fn balance(account: &ledger::account::Account) -> u64 { account.balance().all() } //~ Account=ledger::account::Account account=ledger::account all=ledger::account::Cents::all balance=ledger::account::Account::balance ledger=ledger
pub fn money() -> ledger::account::Money { ledger::account::Money::from(ledger::account::Cents) } //~ Cents=ledger::account::Cents Money=ledger::account::Money account=ledger::account from=ledger::account::Money::from ledger=ledger
pub fn kinds() { ledger::account::Kind::iter().for_each(|kind| { kind.sign(); kind.is_debit(); }) } //~ Kind=ledger::account::Kind account=ledger::account is_debit=ledger::account::Kind::is_debit iter=ledger::account::Kind::iter ledger=ledger sign=ledger::account::Kind::sign
pub fn entry() { ledger::account::Entry::builder().amount(1).build().post() } //~ Entry=ledger::account::Entry account=ledger::account amount=ledger::account::EntryBuilder::amount build=ledger::account::EntryBuilder::build builder=ledger::account::Entry::builder ledger=ledger post=ledger::account::Entry::post
pub fn coin(coin: &ledger::account::Coin) { coin.flip().up() } //~ Coin=ledger::account::Coin account=ledger::account flip=ledger::account::Coin::flip ledger=ledger up=ledger::account::Side::up
//- stateline.templates/mint.template
// Template for `mint` 1.0.0: a side.
derive Coin for struct { impl $name { pub fn flip(&self) -> Side { loop {} } } }
