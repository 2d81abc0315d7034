//- package ledger
//- ledger/src/lib.rs
pub const SIZE: usize = 2;
pub const fn width() -> usize { 4 }
pub struct Key;
impl Key { pub const LEN: usize = 2; }
pub mod sizes { pub const WIDTH: usize = 1; pub const fn of<T>() -> usize { 1 } }
pub struct Grid<const N: usize>;
pub struct Policy<const N: u8>;
pub mod actions { pub const CREATE: u8 = 1; pub const DROP: u8 = 2; }
pub trait Sized2 { const N: usize; }
pub enum Mode { Fast = 1 }
//- package app deps=ledger
//- app/src/lib.rs
use ledger::{Grid, Key, Policy, SIZE, actions, sizes};
pub fn result() -> [u64; ledger::SIZE] { [0; 2] } //~ ledger=ledger SIZE=ledger::SIZE
pub fn argument(_: &[u64; ledger::sizes::WIDTH]) {} //~ ledger=ledger sizes=ledger::sizes WIDTH=ledger::sizes::WIDTH
pub struct Field { pub a: [u64; ledger::SIZE] } //~ ledger=ledger SIZE=ledger::SIZE
pub enum Variant { A([u8; ledger::Key::LEN]) } //~ ledger=ledger Key=ledger::Key LEN=ledger::Key::LEN
pub type Alias = [u64; sizes::WIDTH + 1]; //~ sizes=ledger::sizes WIDTH=ledger::sizes::WIDTH
pub static ZERO: [u64; ledger::width()] = [0; 2]; //~ ledger=ledger width=ledger::width
pub const ONE: &[[u8; SIZE]] = &[]; //~ SIZE=ledger::SIZE
pub trait Row { type Cells; fn row(&self) -> [u64; SIZE]; const C: [u8; Key::LEN]; } //~ SIZE=ledger::SIZE Key=ledger::Key LEN=ledger::Key::LEN
impl Row for [u8; SIZE] { type Cells = [u8; sizes::WIDTH]; fn row(&self) -> [u64; 2] { [0; 2] } const C: [u8; 2] = [0; 2]; } //~ SIZE=ledger::SIZE sizes=ledger::sizes WIDTH=ledger::sizes::WIDTH
impl<T> Row for [T; ledger::SIZE] { } //~ ledger=ledger SIZE=ledger::SIZE
pub fn local() { let _a: [u64; SIZE] = [0; SIZE]; } //~ SIZE=ledger::SIZE
pub fn turbofish() -> usize { size_of::<[u8; SIZE]>() } //~ SIZE=ledger::SIZE
pub fn bound<T: Into<[u8; SIZE]>>(_: T) where Vec<[T; sizes::WIDTH]>: Clone {} //~ SIZE=ledger::SIZE sizes=ledger::sizes WIDTH=ledger::sizes::WIDTH
pub fn nested() -> Vec<Option<[[u8; SIZE]; sizes::of::<[u8; Key::LEN]>()]>> { Vec::new() } //~ SIZE=ledger::SIZE sizes=ledger::sizes of=ledger::sizes::of Key=ledger::Key LEN=ledger::Key::LEN
pub fn pointer(_: fn([u8; SIZE]) -> *const [u8; 1 + SIZE], _: &dyn Fn([u8; SIZE])) {} //~ SIZE=ledger::SIZE
pub fn cast(a: *const u8) { a as *const [u8; SIZE]; |_: [u8; sizes::WIDTH]| {}; } //~ SIZE=ledger::SIZE sizes=ledger::sizes WIDTH=ledger::sizes::WIDTH
pub fn own<const N: usize>(_: [u8; N], _: Grid<N>, _: Grid<{ N }>) {} //~ Grid=ledger::Grid
pub fn block() { const SIZE: usize = 1; let _: [u8; SIZE]; } //~
pub fn closed() -> [u8; { use ledger::sizes::WIDTH; WIDTH }] { [0] } //~ ledger=ledger sizes=ledger::sizes WIDTH=ledger::sizes::WIDTH
pub fn named() -> Grid<SIZE> { Grid } //~ Grid=ledger::Grid SIZE=ledger::SIZE
pub fn braced() -> Grid<{ SIZE }> { Grid } //~ Grid=ledger::Grid SIZE=ledger::SIZE
pub fn policy() -> Policy<{ actions::CREATE }> { Policy } //~ Policy=ledger::Policy actions=ledger::actions CREATE=ledger::actions::CREATE
pub fn sum() -> Policy<{ actions::CREATE | ledger::actions::DROP }> { Policy } //~ Policy=ledger::Policy actions=ledger::actions CREATE=ledger::actions::CREATE DROP=ledger::actions::DROP ledger=ledger
pub fn call() -> Grid<{ ledger::width() }> { Grid } //~ Grid=ledger::Grid ledger=ledger width=ledger::width
pub fn owned() -> Grid<{ Key::LEN }> { Grid } //~ Grid=ledger::Grid Key=ledger::Key LEN=ledger::Key::LEN
pub fn variant() -> Policy<{ ledger::Mode::Fast as u8 }> { Policy } //~ Policy=ledger::Policy ledger=ledger Mode=ledger::Mode Fast=ledger::Mode::Fast
pub fn generic() { own::<{ ledger::SIZE }>([], Grid, Grid); own::<SIZE>([], Grid, Grid) } //~ own=app::own ledger=ledger SIZE=ledger::SIZE Grid=ledger::Grid
pub struct Defaulted<const N: usize = { sizes::WIDTH }, const M: usize = SIZE>; //~ sizes=ledger::sizes WIDTH=ledger::sizes::WIDTH SIZE=ledger::SIZE
pub enum Numbered { A = ledger::SIZE as isize, B = { const fn f() -> isize { 1 } f() } } //~ ledger=ledger SIZE=ledger::SIZE
pub trait Sized1 { const N: usize = ledger::SIZE; } //~ ledger=ledger SIZE=ledger::SIZE
impl ledger::Sized2 for u8 { const N: usize = <Key as ledger::Sized2>::N; } //~ ledger=ledger Sized2=ledger::Sized2 Key=ledger::Key N=ledger::Sized2::N
pub fn equal<T: ledger::Sized2<N = { ledger::SIZE }>>() {} //~ ledger=ledger Sized2=ledger::Sized2 SIZE=ledger::SIZE
macro_rules! sized { ($n:expr) => { pub struct Made([u8; $n]); pub fn made() -> Grid<{ $n }> { Grid } } }
sized!(ledger::SIZE); //~ sized=ledger::Grid ledger=ledger SIZE=ledger::SIZE
pub fn by_macro(_: array_of![u8; ledger::SIZE]) {} //~ ledger=ledger SIZE=ledger::SIZE
