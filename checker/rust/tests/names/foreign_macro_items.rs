//- package ledger
//- ledger/src/lib.rs
#[macro_use] mod macros;
pub mod orders;
id_type!(OrderId);
make_functions! { first: u64 = 1, second: u64 = 2 }
//- ledger/src/macros.rs
macro_rules! id_type { ($n:ident) => {
    #[derive(Clone, Copy)] pub struct $n(pub u64);
    impl $n { pub fn raw(self) -> u64 { self.0 } pub fn next(self) -> $n { $n(self.0 + 1) } }
}; }
macro_rules! make_functions { ($($n:ident: $t:ty = $e:expr),*) => { $(pub fn $n() -> $t { $e })* }; }
#[macro_export] macro_rules! newtype { ($n:ident, $t:ty) => { pub struct $n { pub inner: $t } impl $n { pub fn inner(&self) -> &$t { &self.inner } } }; }
//- ledger/src/orders.rs
id_type!(LineId);
//- package app deps=ledger
//- app/src/lib.rs
//! Items that a `macro_rules!` of another file makes (of the same crate, through `#[macro_use]`; of
//! another crate, by its path): the items are unknown, and so is everything that hangs on them.
use ledger::{OrderId, orders::LineId}; //~ LineId=ledger::orders::LineId OrderId=ledger::OrderId ledger=ledger orders=ledger::orders
pub fn raw(id: OrderId, line: LineId) -> u64 { id.next().raw() + line.0 } //~ 0=ledger::orders::LineId::0 LineId=ledger::orders::LineId OrderId=ledger::OrderId next=ledger::OrderId::next raw=ledger::OrderId::raw
pub fn made() -> u64 { ledger::first() + ledger::second() } //~ first=ledger::first ledger=ledger second=ledger::second
ledger::newtype!(Holder, ledger::OrderId); //~ OrderId=ledger::OrderId ledger=ledger newtype=ledger::macros::newtype
pub fn held(holder: &Holder) -> u64 { holder.inner().raw() + holder.inner.0 } //~ 0=ledger::OrderId::0 raw=ledger::OrderId::raw
