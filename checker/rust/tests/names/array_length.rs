//- package ledger
//- ledger/src/lib.rs
pub const SIZE: usize = 2;
pub mod internal { pub const WIDTH: usize = 3; }
pub const fn width() -> usize { 4 }
//- package app deps=ledger
//- app/src/lib.rs
//! The length of an array type is an expression: every path in it must be found, wherever the type stands.
pub fn result() -> [u64; ledger::SIZE] { [0; 2] } //~ SIZE=ledger::SIZE ledger=ledger
pub fn argument(_: &[u64; ledger::internal::WIDTH]) {} //~ WIDTH=ledger::internal::WIDTH internal=ledger::internal ledger=ledger
pub struct Field { pub a: [u64; ledger::SIZE] } //~ SIZE=ledger::SIZE ledger=ledger
pub enum Variant { A([u8; ledger::SIZE]) } //~ SIZE=ledger::SIZE ledger=ledger
pub type Alias = [u64; ledger::SIZE]; //~ SIZE=ledger::SIZE ledger=ledger
pub static ZERO: [u64; ledger::SIZE] = [0; 2]; //~ SIZE=ledger::SIZE ledger=ledger
pub const ONE: [u64; ledger::width()] = [0; 4]; //~ ledger=ledger width=ledger::width
pub trait Row { type Cells; fn row(&self) -> [u64; ledger::SIZE]; } //~ SIZE=ledger::SIZE ledger=ledger
impl Row for [u8; ledger::SIZE] { type Cells = [u8; ledger::internal::WIDTH]; fn row(&self) -> [u64; 2] { [0; 2] } } //~ SIZE=ledger::SIZE WIDTH=ledger::internal::WIDTH internal=ledger::internal ledger=ledger
pub fn local() { let _a: [u64; ledger::SIZE] = [0; 2]; } //~ SIZE=ledger::SIZE ledger=ledger
pub fn turbofish() -> usize { size_of::<[u8; ledger::SIZE]>() } //~ SIZE=ledger::SIZE ledger=ledger
pub fn bound<T: Into<[u8; ledger::SIZE]>>(_: T) {} //~ SIZE=ledger::SIZE ledger=ledger
use ledger::SIZE;
pub fn imported() -> [u8; SIZE] { [0; 2] } //~ SIZE=ledger::SIZE
