//- package ledger
//- ledger/src/lib.rs
pub struct Error; pub struct Failure; pub struct A; pub struct B; pub struct C;
pub mod x { impl From<super::A> for super::Error { fn from(_: super::A) -> Self { super::Error } } }
pub mod y { impl From<super::B> for super::Error { fn from(_: super::B) -> Self { super::Error } } }
pub mod z {
    impl From<super::A> for super::Failure { fn from(_: super::A) -> Self { super::Failure } }
    impl<T: Into<String>> From<T> for super::Failure { fn from(_: T) -> Self { super::Failure } }
}
//- package shop deps=ledger outside=anyhow
//- shop/src/lib.rs
use ledger::{A, B, Error, Failure};
pub fn a(r: Result<u8, anyhow::Error>) { r.map_err(Error::from); } //~ anyhow=anyhow Error=anyhow::Error Error=ledger::Error
pub fn b(r: Result<u8, B>) { r.map_err(Error::from); } //~ B=ledger::B Error=ledger::Error from=ledger::y::Error::from
pub fn c() { let f = Error::from; f(A); } //~ Error=ledger::Error from=ledger::x::Error::from A=ledger::A
pub fn d<T>(r: Result<u8, T>) where Error: From<T> { r.map_err(Error::from); } //~ Error=ledger::Error
pub fn e(r: Result<u8, Unknown>) { r.map_err(Error::from); } //~ Error=ledger::Error
pub fn f(r: Result<u8, Unknown>) { r.map_err(Failure::from); } //~ Failure=ledger::Failure
pub fn g(r: Result<u8, Unknown>) { r.map_err(|error| Error::from(error)); } //~ Error=ledger::Error
pub fn h(r: Result<u8, A>) { r.map_err(|error| Failure::from(error)); } //~ A=ledger::A Failure=ledger::Failure from=ledger::z::Failure::from
