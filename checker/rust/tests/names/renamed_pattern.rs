//- package ledger
//- ledger/src/lib.rs
pub enum Kind { Debit, Credit }
pub use Kind::Credit as Plus;
pub const LIMIT: u64 = 3;
//- package app deps=ledger
//- app/src/lib.rs
//! A name alone in a pattern that was imported under another name than it was declared with: it is
//! no new variable, but the constant or variant.
use ledger::{Kind::{self, Debit as Minus}, LIMIT as MOST, Plus};
pub fn sign(kind: Kind) -> i64 { match kind { Minus => -1, Plus => 1 } } //~ Kind=ledger::Kind Minus=ledger::Kind::Debit Plus=ledger::Kind::Credit
pub fn most(n: u64) -> bool { matches!(n, MOST) } //~ MOST=ledger::LIMIT
