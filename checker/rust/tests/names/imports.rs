//- package clock
//- clock/src/lib.rs
pub mod clock { pub fn now() {} pub mod clock { pub fn now() {} } }
pub fn zone() {}
//- package shop deps=clock outside=time
//- shop/src/lib.rs
use clock::{clock, zone}; //~ clock=clock clock=clock::clock zone=clock::zone
use time::time; //~ time=outside:time time=outside:time::time
fn t() { clock::now(); zone(); time(); } //~ clock=clock::clock now=clock::clock::now zone=clock::zone time=outside:time::time
