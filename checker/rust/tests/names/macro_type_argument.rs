//- package ledger
//- ledger/src/lib.rs
pub struct Book { pub n: u64 }
pub mod internal { pub struct Secret { pub n: u64 } }
#[macro_export] macro_rules! holder { ($n:ident, $t:ty) => { pub struct $n(pub $t); }; }
#[macro_export] macro_rules! size { ($t:ty) => { size_of::<$t>() }; }
#[macro_export] macro_rules! holders { ($($n:ident { $($f:ident: $t:ty),* })*) => { $(pub struct $n { $(pub $f: $t),* })* }; }
//- package app deps=ledger
//- app/src/lib.rs
//! Types as arguments of a macro from another file: read as an expression, the last name is looked
//! for among the values only, and the row for the type is missing (those for its modules are there).
ledger::holder!(Mine, ledger::internal::Secret); //~ Secret=ledger::internal::Secret holder=ledger::holder internal=ledger::internal ledger=ledger
pub fn size() -> usize { ledger::size!(ledger::Book) } //~ Book=ledger::Book ledger=ledger size=ledger::size
ledger::holders! { A { b: ledger::Book, s: ledger::internal::Secret } } //~ Book=ledger::Book Secret=ledger::internal::Secret holders=ledger::holders internal=ledger::internal ledger=ledger
use ledger::Book;
ledger::holder!(Other, Book); //~ Book=ledger::Book holder=ledger::holder ledger=ledger
