//- package ledger outside=derive-getters
//- ledger/src/lib.rs
#[derive(derive_getters::Getters)]
pub struct Account { balance: u64, owner: Owner }
#[derive(derive_getters::Getters)]
pub struct Owner { name: String }
//- package app deps=ledger
//- app/src/lib.rs
//! A call of a method that the type has not, but a field of that name: what a derive writes (Getters, salsa's
//! inputs; 640 rows in ruff). The field is meant. (derive-getters is not fetched.)
pub fn read(account: &ledger::Account) -> (u64, usize) { (*account.balance(), account.owner().name().len()) } //~ Account=ledger::Account balance=ledger::Account::balance ledger=ledger name=ledger::Owner::name owner=ledger::Account::owner
