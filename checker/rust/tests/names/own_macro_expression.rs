//- package ledger
//- ledger/src/lib.rs
pub struct Book { pub n: u64 }
impl Book { pub fn total(&self) -> Amount { Amount(self.n) } pub fn new() -> Self { Book { n: 0 } } }
pub struct Amount(pub u64);
impl Amount { pub fn cents(&self) -> u64 { self.0 } }
//- package app deps=ledger
//- app/src/lib.rs
//! A macro of the same file in an expression: a name in its argument that is no expression of its own
//! (a member, an associated function), and the type of what the macro gives.
use ledger::{Amount, Book};
macro_rules! get { ($b:expr, $f:ident) => { $b.$f() }; }
pub fn member(b: &Book) -> u64 { get!(b, total).cents() } //~ Book=ledger::Book cents=ledger::Amount::cents total=ledger::Book::total
macro_rules! make { ($t:ty : $f:ident) => { <$t>::$f() }; ($f:path) => { $f(1) }; }
pub fn associated() -> u64 { make!(ledger::Book : new).n } //~ Book=ledger::Book ledger=ledger n=ledger::Book::n new=ledger::Book::new
pub fn path() -> u64 { make!(ledger::Amount).cents() } //~ Amount=ledger::Amount cents=ledger::Amount::cents ledger=ledger
macro_rules! each { ($i:ident in $v:expr => $b:expr) => { for $i in $v { $b; } }; }
pub fn bound(v: Vec<Book>) { each!(book in v => book.total().cents()); } //~ Book=ledger::Book cents=ledger::Amount::cents total=ledger::Book::total
macro_rules! open { ($v:ident) => { let $v = Book::new(); }; }
pub fn opened() -> u64 { open!(book); book.total().cents() } //~ cents=ledger::Amount::cents open=ledger::Book open=ledger::Book::new total=ledger::Book::total
