//- package clock
//- clock/src/lib.rs
pub mod clock { pub fn now() {} pub mod clock { pub fn now() {} } }
pub fn zone() {}
//- package shop deps=clock outside=time
//- shop/src/lib.rs
use clock::{clock, zone}; //~ clock=clock clock=clock::clock zone=clock::zone
use time::time; //~ time=outside:time time=outside:time::time
fn t() { clock::now(); zone(); time(); } //~ clock=clock::clock now=clock::clock::now zone=clock::zone time=outside:time::time
//- package facade deps=ledgers
//- facade/src/lib.rs
pub extern crate ledgers as l; //~ ledgers=ledgers
pub use ledgers::{audit as b, *}; //~ ledgers=ledgers audit=ledgers::audit b=ledgers::audit
pub use ledgers::{deep::{dig, self as under}, deep::*}; //~ ledgers=ledgers deep=ledgers::deep dig=ledgers::deep::dig under=ledgers::deep
pub use ledgers::deep::{self as below}; //~ ledgers=ledgers deep=ledgers::deep below=ledgers::deep
//- package ledgers
//- ledgers/src/lib.rs
pub fn audit() {}
pub mod deep { pub fn dig() {} }
