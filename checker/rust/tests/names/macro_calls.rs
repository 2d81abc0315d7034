//- package vault
//- vault/src/lib.rs
pub fn lock(k: u8) -> u8 { k }
pub struct Key(pub u8);
impl Key { pub fn new() -> Key { Key(1) } pub fn worth(&self) -> u8 { self.0 } }
pub mod deep { pub fn dig() {} pub fn fill() {} pub const MAX: u8 = 1; }
#[macro_export]
macro_rules! guard { ($e:expr) => { $crate::lock($e) } } //~ lock=vault::lock
//- package tools deps=vault
//- tools/src/lib.rs
#[macro_export]
macro_rules! seal { ($e:expr) => { ::vault::lock($e) } } //~
#[macro_export]
macro_rules! local { ($e:expr) => { inner::help($e) } } //~
#[macro_export]
macro_rules! own { ($e:expr) => { $crate::hidden::print($e) } } //~ hidden=tools::hidden print=tools::hidden::print
#[macro_export]
macro_rules! both { ($e:expr) => {{ $crate::hidden::print($e); vault::lock($e) }} } //~ hidden=tools::hidden print=tools::hidden::print
#[macro_export]
macro_rules! of_module { ($m:ident) => { ::$m::lock(1) } } //~
#[macro_export]
macro_rules! of_path { ($p:path) => { $p(1) } } //~
#[macro_export]
macro_rules! arms { (key) => { ::vault::Key::new() }; (dig) => { vault::deep::dig() }; ($e:expr) => { $e }; } //~
#[macro_export]
macro_rules! nested { ($e:expr) => { $crate::seal!($e) } } //~
#[macro_export]
macro_rules! nested_plain { ($e:expr) => { tools::seal!($e) } } //~
#[macro_export]
macro_rules! outer { ($m:ident) => { $crate::of_module!($m) } } //~
#[macro_export]
macro_rules! items { ($n:ident) => { pub struct $n(::vault::Key); pub mod made { use ::vault::{deep::{self, dig}, lock as shut}; } } } //~
#[macro_export]
macro_rules! each { ($($x:expr),*) => { $(::vault::lock($x);)* } } //~
#[macro_export]
macro_rules! ty { () => { ::vault::Key } } //~
#[macro_export]
macro_rules! pattern { () => { ::vault::deep::MAX } } //~
#[macro_export]
macro_rules! method { ($k:expr) => { ::vault::Key::new().0 + $k } } //~
pub mod hidden { pub fn print(_: u8) {} }
pub fn here() { seal!(1); own!(2) } //~ seal=vault seal=vault::lock
//- package shop deps=tools,vault
//- shop/src/lib.rs
mod inner { pub fn help(x: u8) -> u8 { x } pub fn lock(x: u8) -> u8 { x } }
pub fn a() -> u8 { tools::seal!(3) } //~ tools=tools seal=tools::seal seal=vault seal=vault::lock
pub fn b() -> u8 { tools::local!(3) } //~ tools=tools local=tools::local local=shop::inner::help local=shop::inner
pub fn c() { tools::own!(3) } //~ tools=tools own=tools::own
pub fn d() { tools::both!(3) } //~ tools=tools both=tools::both both=vault both=vault::lock
pub fn e() -> u8 { tools::of_module!(vault) } //~ tools=tools of_module=tools::of_module of_module=vault::lock
pub fn f() -> u8 { tools::of_path!(vault::lock) } //~ tools=tools of_path=tools::of_path vault=vault lock=vault::lock
pub fn g() { tools::arms!(key); } //~ tools=tools arms=tools::arms arms=vault arms=vault::Key arms=vault::Key::new
pub fn h() { tools::arms!(dig); } //~ tools=tools arms=tools::arms arms=vault arms=vault::deep arms=vault::deep::dig
pub fn i() { tools::arms!(3); } //~ tools=tools arms=tools::arms
pub fn j() { tools::nested!(3); } //~ tools=tools nested=tools::nested nested=vault nested=vault::lock
pub fn k() { tools::nested_plain!(3); } //~ tools=tools nested_plain=tools::nested_plain nested_plain=tools nested_plain=tools::seal nested_plain=vault nested_plain=vault::lock
pub fn l() { tools::outer!(vault); } //~ tools=tools outer=tools::outer outer=vault::lock
mod made_elsewhere { tools::items!(Made); }
pub fn m() { tools::each!(1, 2, 3) } //~ tools=tools each=tools::each each=vault each=vault::lock
pub fn n(_: tools::ty!()) {} //~ tools=tools ty=tools::ty ty=vault ty=vault::Key
pub fn o(x: u8) { match x { tools::pattern!() => {} _ => {} } } //~ tools=tools pattern=tools::pattern pattern=vault pattern=vault::deep pattern=vault::deep::MAX
use tools::seal as shut;
pub fn p() -> u8 { shut!(4) } //~ shut=tools::seal shut=vault shut=vault::lock
pub fn q() -> u8 { vault::guard!(4) } //~ vault=vault guard=vault::guard
macro_rules! mine { ($e:expr) => { vault::lock($e) } } //~
pub fn r() -> u8 { mine!(5) } //~ mine=vault mine=vault::lock
macro_rules! declares { ($n:ident) => { pub fn $n() { crate::inner::help(1); vault::deep::fill() } } } //~
declares!(s); //~ declares=shop::inner declares=shop::inner::help declares=vault declares=vault::deep declares=vault::deep::fill
mod below { pub fn t() { mine!(vault::lock(1)); inner_macro!(); } } //~ mine=shop::mine mine=vault mine=vault::lock vault=vault lock=vault::lock
pub fn u() -> u8 { tools::method!(1) } //~ tools=tools method=tools::method method=vault method=vault::Key method=vault::Key::new
pub fn v() { println!("{}", tools::seal!(3)); assert!(tools::seal!(vault::lock(3)) > 0) } //~ tools=tools seal=tools::seal seal=vault seal=vault::lock vault=vault lock=vault::lock
macro_rules! composed { ($m:ident, $f:ident) => { $m::$f(1) } } //~
macro_rules! of_vault { ($f:ident) => { vault::$f(1) } } //~
macro_rules! feeds { () => { of_vault!(lock) } } //~
macro_rules! feeds_both { () => { composed!(vault, lock) } } //~
macro_rules! calls_back { ($cb:ident) => { $cb!(lock) } } //~
macro_rules! partly { ($f:ident; $($rest:ident),*) => { of_vault!($f) } } //~
pub fn w() -> u8 { feeds!() } //~ feeds=vault feeds=vault::lock
pub fn x() -> u8 { feeds_both!() } //~ feeds_both=vault::lock
pub fn y() -> u8 { calls_back!(of_vault) } //~ calls_back=vault calls_back=vault::lock
pub fn z() -> u8 { partly!(lock; a, b) } //~ partly=vault partly=vault::lock lock=vault::lock
macro_rules! any_of { ($($cb:tt)*) => { $($cb)*!(lock) } } //~
pub fn aa() -> u8 { any_of!(of_vault) } //~ any_of=vault any_of=vault::lock
macro_rules! valued { ($k:expr) => { $k.worth() + $k.0 } } //~
pub fn ab(k: vault::Key) -> u8 { valued!(k) } //~ vault=vault Key=vault::Key valued=vault::Key::worth valued=vault::Key::0
macro_rules! values { ($n:ident) => { fn $n(k: &::vault::Key) -> u8 { k.worth() } } } //~
values!(ac); //~ values=vault values=vault::Key values=vault::Key::worth
