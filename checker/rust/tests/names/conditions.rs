//- package ledger
//- ledger/src/lib.rs
cfg_select! {
    feature = "full" => {
        pub mod audit { pub fn all() -> u64 { 1 } }
        pub fn open() -> Book { Book { n: 1 } } //~
        pub struct Book { pub n: u64 }
    }
    _ => { pub struct Book { pub n: u64 } }
}
std::cfg_select! {
    unix => { pub type Result<T> = std::result::Result<T, Failed>; }
    all(windows, not(test)) => { pub type Result<T> = std::result::Result<T, ()>; },
    _ => {}
}
pub struct Failed;
//- package app deps=ledger
//- app/src/lib.rs
use ledger::{Book, Result, open}; //~ ledger=ledger Book=ledger::Book Result=ledger::Result open=ledger::open
pub fn get() -> Result<Book> { Ok(open()) } //~ Result=ledger::Result Book=ledger::Book open=ledger::open
pub fn all() -> Result<u64> { Ok(ledger::audit::all() + get()?.n) } //~ Result=ledger::Result ledger=ledger audit=ledger::audit all=ledger::audit::all n=ledger::Book::n get=app::get
pub fn expression() -> u64 { cfg_select! { unix => { ledger::open().n } _ => { 1 } } } //~ ledger=ledger open=ledger::open n=ledger::Book::n
pub fn comma() -> u64 { cfg_select! { not(unix) => 1, _ => ledger::audit::all(), } } //~ ledger=ledger audit=ledger::audit all=ledger::audit::all
