//- package words
//- words/src/lib.rs
#[macro_use]
mod inside;
mod plain;
#[macro_export]
macro_rules! shout { ($x:expr) => { $crate::hidden::print($x) }; }
pub mod hidden { pub fn print(_: u8) {} }
whisper!(crate::hidden::print); //~ hidden=words::hidden print=words::hidden::print whisper=words::inside::whisper
//- words/src/inside.rs
macro_rules! whisper { ($x:path) => {}; }
pub(crate) use whisper as quiet;
//- words/src/plain.rs
macro_rules! only_here { () => {}; }
use crate::inside::quiet; //~ inside=words::inside quiet=words::inside::whisper
use crate::shout; //~ shout=words::shout
//- package derives proc-macro
//- derives/src/lib.rs
#[proc_macro_derive(Money, attributes(money))]
pub fn derive_money(input: TokenStream) -> TokenStream { input }
mod step;
#[proc_macro_attribute]
pub fn step(_: TokenStream, input: TokenStream) -> TokenStream { input }
//- derives/src/step.rs
pub fn inner() {}
//- package user deps=words,derives
//- user/src/lib.rs
use derives::{Money, step}; //~ derives=derives Money=derives::Money step=derives::step
#[derive(Money)] //~ Money=derives::Money
pub struct A;
#[derive(derives::Money)] //~ derives=derives Money=derives::Money
pub struct B;
#[step] //~ step=derives::step!
fn c() {}
words::shout!(1); //~ words=words shout=words::shout
#[cfg_attr(test, derive(derives::Money))] //~ derives=derives Money=derives::Money
#[serde(with = "crate::codec::amount")] //~ codec=user::codec amount=user::codec::amount
struct D;
mod codec { pub mod amount {} }
//- package old edition=2015 deps=words
//- old/src/lib.rs
#[macro_use]
extern crate words; //~ words=words
shout!(1); //~ shout=words::shout
mod a { use b::Thing; use words::hidden; } //~ b=old::b Thing=old::b::Thing words=words hidden=words::hidden
mod b { pub struct Thing; }
