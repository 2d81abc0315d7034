//- package ledger
//- ledger/src/lib.rs
pub struct Book;
pub mod internal { pub fn peek() {} }
//- package app deps=ledger
//- app/src/lib.rs
//! `use a::{self as b}`: other aliases have a row of their own, this one has none (450 rows in ruff; harmless).
use ledger::{self as books, Book as Volume}; //~ Book=ledger::Book Volume=ledger::Book books=ledger ledger=ledger
use ledger::internal::{self as inside}; //~ inside=ledger::internal internal=ledger::internal ledger=ledger
pub fn f() -> Volume { inside::peek(); books::Book }
