//- package ledger
//- ledger/src/lib.rs
pub struct Book { pub n: u64 }
impl Book { pub fn total(&self) -> u64 { self.n } }
pub fn make(n: u64) -> Book { Book { n } }
pub mod internal { pub fn peek(n: u64) -> u64 { n } }
//- package app deps=ledger outside=proptest
//- app/src/lib.rs
//! Functions with bodies inside a macro of another package whose argument is almost Rust (proptest):
//! only paths are scanned, names alone and methods are lost. (proptest is not fetched.)
use ledger::{internal::peek, make};
proptest::proptest! {
    #[test]
    fn holds(n in 0u64..9) {
        let book = make(n); //~ make=ledger::make
        assert!(book.total() == peek(n)); //~ peek=ledger::internal::peek total=ledger::Book::total
        let other = ledger::make(n); //~ ledger=ledger make=ledger::make
    }
}
