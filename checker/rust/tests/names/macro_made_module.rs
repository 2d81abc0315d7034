//- package ledger
//- ledger/src/lib.rs
pub fn audit() -> u64 { 1 }
//- package app deps=ledger
//- app/src/lib.rs
//! `mod x;` that a macro of another file writes: the file belongs to the crate and is not read.
//! (The same macro in this very file is carried out, and `mod x;` written in an argument is seen.)
#[macro_use] mod macros;
modules! { sub }
//- app/src/macros.rs
macro_rules! modules { ($($n:ident)*) => { $(pub mod $n;)* }; }
//- app/src/sub.rs
pub fn call() -> u64 { ledger::audit() } //~ audit=ledger::audit ledger=ledger
