//- package ledger outside=diesel
//- ledger/src/lib.rs
pub mod schema;
//- ledger/src/schema.rs
diesel::table! {
    account (id) {
        id -> Int4,
        #[max_length = 255]
        owner_name -> Varchar,
        closed_at -> Nullable<Timestamptz>,
    }
}
diesel::table! { entry (account_id, number) { account_id -> Int4, number -> Int8, } }
diesel::joinable!(entry -> account (account_id));
diesel::allow_tables_to_appear_in_same_query!(account, entry);
//- package app deps=ledger outside=diesel
//- app/src/lib.rs
//! The modules, tables and columns that diesel's `table!` makes: `account::table`, `account::owner_name`,
//! `account::dsl::*`. A whole service's data goes through them, and a border between contexts that own
//! tables is drawn here. (This file need not compile: diesel is not fetched.)
use diesel::prelude::*;
use ledger::schema::{account, entry}; //~ account=ledger::schema::account entry=ledger::schema::entry ledger=ledger schema=ledger::schema
pub fn owners(conn: &mut PgConnection) -> Vec<String> {
    account::table //~ account=ledger::schema::account table=ledger::schema::account::table
        .filter(account::closed_at.is_null()) //~ account=ledger::schema::account closed_at=ledger::schema::account::columns::closed_at
        .inner_join(entry::table) //~ entry=ledger::schema::entry table=ledger::schema::entry::table
        .select(account::owner_name) //~ account=ledger::schema::account owner_name=ledger::schema::account::columns::owner_name
        .load(conn).unwrap()
}
pub fn count(conn: &mut PgConnection) -> i64 {
    use ledger::schema::entry::dsl::*; //~ dsl=ledger::schema::entry::dsl entry=ledger::schema::entry ledger=ledger schema=ledger::schema
    entry.filter(number.gt(3)).count().first(conn).unwrap() //~ entry=ledger::schema::entry::table number=ledger::schema::entry::columns::number
}
