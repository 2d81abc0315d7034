//- package ledger features=full
//- ledger/src/audit.rs
pub fn all() -> u64 { 1 }
//- ledger/src/lib.rs
cfg_select! {
    feature = "full" => {
        pub mod audit;
        pub fn open() -> Book { Book { n: 1 } }
        pub struct Book { pub n: u64 }
    }
    _ => { pub struct Book { pub n: u64 } }
}
cfg_select! {
    unix => { pub type Result<T> = std::result::Result<T, Failed>; }
    _ => { pub type Result<T> = std::result::Result<T, ()>; }
}
pub struct Failed;
//- package app deps=ledger
//- app/src/lib.rs
//! `cfg_select!` of the standard library (stable since Rust 1.95): arms `predicate => { items }`.
use ledger::{Book, Result, open}; //~ Book=ledger::Book Result=ledger::Result ledger=ledger open=ledger::open
pub fn get() -> Result<Book> { Ok(open()) } //~ Book=ledger::Book Result=ledger::Result open=ledger::open
pub fn all() -> Result<u64> { Ok(ledger::audit::all() + get()?.n) } //~ Result=ledger::Result all=ledger::audit::all audit=ledger::audit get=app::get ledger=ledger n=ledger::Book::n
pub fn expression() -> u64 { cfg_select! { unix => { ledger::open().n } _ => { 1 } } } //~ ledger=ledger n=ledger::Book::n open=ledger::open
