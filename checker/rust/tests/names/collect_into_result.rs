//- package ledger
//- ledger/src/lib.rs
pub struct Amount(pub u64);
impl Amount { pub fn cents(&self) -> u64 { self.0 } }
pub struct Failed;
pub type Result<T, E = Failed> = std::result::Result<T, E>;
pub fn make(n: u64) -> Result<Amount> { Ok(Amount(n)) }
//- package app deps=ledger
//- app/src/lib.rs
//! `collect` into `Result<Vec<_>, _>` and its like: what the chosen impl demands in its turn
//! (`Vec<_>: FromIterator<Amount>`) says what `_` is.
use ledger::{Amount, Result, make};
use std::collections::HashMap;
pub fn result(n: Vec<u64>) -> Result<u64> { let all = n.into_iter().map(make).collect::<Result<Vec<_>>>()?; Ok(all[0].cents()) } //~ Result=ledger::Result cents=ledger::Amount::cents make=ledger::make
pub fn holes(n: Vec<u64>) -> Result<u64> { let all = n.into_iter().map(|n| make(n)).collect::<std::result::Result<Vec<_>, _>>()?; Ok(all[0].cents()) } //~ Result=ledger::Result Result=std::result::Result cents=ledger::Amount::cents make=ledger::make result=std::result std=std
pub fn annotated(n: Vec<u64>) -> Result<u64> { let all: Result<Vec<_>> = n.into_iter().map(make).collect(); Ok(all?[0].cents()) } //~ Result=ledger::Result cents=ledger::Amount::cents make=ledger::make
pub fn looped(n: Vec<u64>) -> Result<()> { for one in n.into_iter().map(make).collect::<Result<Vec<_>>>()? { one.cents(); } Ok(()) } //~ Result=ledger::Result cents=ledger::Amount::cents make=ledger::make
pub fn option(n: Vec<u64>) -> Option<u64> { let all = n.into_iter().map(|n| make(n).ok()).collect::<Option<Vec<_>>>()?; Some(all[0].cents()) } //~ cents=ledger::Amount::cents make=ledger::make
pub fn map(n: Vec<u64>) -> Result<u64> { let all = n.into_iter().map(|n| { let one = make(n)?; Ok((n, one)) }).collect::<Result<HashMap<_, _>>>()?; Ok(all[&1].cents()) } //~ Result=ledger::Result cents=ledger::Amount::cents make=ledger::make
pub fn written(n: Vec<u64>) -> Result<u64> { n.into_iter().map(|n| Ok(Amount(n))).collect::<Result<Vec<Amount>>>().map(|all| all[0].cents()) } //~ Amount=ledger::Amount Result=ledger::Result cents=ledger::Amount::cents
