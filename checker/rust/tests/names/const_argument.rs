//- package ledger
//- ledger/src/lib.rs
pub const SIZE: usize = 2;
pub struct Grid<const N: usize>;
pub const fn width() -> usize { 4 }
pub enum Mode { Fast }
//- package app deps=ledger
//- app/src/lib.rs
//! A const argument is a value: looked for among the types only, it is not found.
use ledger::{Grid, SIZE};
pub fn named() -> Grid<SIZE> { Grid } //~ Grid=ledger::Grid SIZE=ledger::SIZE
pub fn block() -> Grid<{ ledger::SIZE }> { Grid } //~ Grid=ledger::Grid SIZE=ledger::SIZE ledger=ledger
pub fn call() -> Grid<{ ledger::width() }> { Grid } //~ Grid=ledger::Grid ledger=ledger width=ledger::width
pub fn sum() -> Grid<{ ledger::SIZE + 1 }> { Grid } //~ Grid=ledger::Grid SIZE=ledger::SIZE ledger=ledger
pub fn turbofish() { generic::<{ ledger::SIZE }>(); generic::<SIZE>() } //~ SIZE=ledger::SIZE generic=app::generic ledger=ledger
pub fn generic<const N: usize>() {}
pub struct Defaulted<const N: usize = { ledger::SIZE }>; //~ SIZE=ledger::SIZE ledger=ledger
