//- package ledger
//- ledger/src/lib.rs
pub trait UnitOfWork { fn commit(&self); fn fetch_optional(&self) -> u64 { 1 } }
pub struct Memory;
impl UnitOfWork for Memory { fn commit(&self) {} }
//- package app deps=ledger outside=sqlx
//- app/src/lib.rs
//! A receiver from another package (here sqlx) whose type is not known, and a trait of the workspace
//! in scope that has the only method of that name and one impl: the name alone says nothing.
//! (This file need not compile: sqlx is not fetched.)
use ledger::UnitOfWork;
pub async fn pay(pool: &sqlx::PgPool) -> Result<(), sqlx::Error> {
    let tx = pool.begin().await?;
    tx.commit().await //~
}
pub fn of_the_workspace(work: &ledger::Memory) { work.commit() } //~ Memory=ledger::Memory commit=ledger::Memory::commit ledger=ledger
