//- package ledger
//- ledger/src/lib.rs
pub trait Port { fn send(&self) -> u64; fn twice(&self) -> u64 { 2 * self.send() } }
pub struct Mail;
impl Port for Mail { fn send(&self) -> u64 { 1 } }
//- package app deps=ledger
//- app/src/lib.rs
//! Inside `impl ledger::Port for …` the trait's methods are in scope, although nothing imports it.
pub struct Logged { pub inner: ledger::Mail }
impl ledger::Port for Logged {
    fn send(&self) -> u64 { self.inner.send() + self.inner.twice() } //~ send=ledger::Mail::send twice=ledger::Port::twice
}
pub enum Either { Left(ledger::Mail), Right(Logged) }
impl ledger::Port for Either {
    fn send(&self) -> u64 { match self { Either::Left(mail) => mail.send(), Either::Right(logged) => logged.send() } } //~ send=ledger::Mail::send
}
