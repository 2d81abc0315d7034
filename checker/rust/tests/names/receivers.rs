//- package ledger outside=snap
//- ledger/src/lib.rs
pub trait UnitOfWork { fn commit(&self); fn fetch_optional(&self) -> u64 { 1 } }
pub struct Memory;
impl UnitOfWork for Memory { fn commit(&self) {} }
pub trait Shared { fn publish(&self); }
impl Shared for std::sync::Arc<Memory> { fn publish(&self) {} }
pub trait Borrowed { fn charge(self); }
impl Borrowed for &Memory { fn charge(self) {} }
pub trait Blanket { fn execute(&self); }
impl<T: UnitOfWork> Blanket for T { fn execute(&self) {} }
pub trait Pooled { fn drained(&self); }
impl Pooled for snap::Pool { fn drained(&self) {} }
pub trait Port { fn send(&self) -> u64; fn id(&self) -> u64; }
pub struct Mail;
impl Port for Mail { fn send(&self) -> u64 { 1 } fn id(&self) -> u64 { 1 } }
pub struct Post;
impl Port for Post { fn send(&self) -> u64 { 2 } fn id(&self) -> u64 { 1 } }
impl<T: Port> Port for Box<T> { fn send(&self) -> u64 { (**self).send() } fn id(&self) -> u64 { 1 } } //~
#[derive(PartialEq, Eq, PartialOrd, Ord)] pub struct Package { pub n: u64 }
impl Package { pub fn id(&self) -> u64 { self.n } } //~
pub trait CommandExt: Sized {
    fn arg(self, name: &str) -> Self;
    fn args(&mut self, names: &[&str]) -> &mut Self;
    fn env(self) -> Self;
    fn line(self, line: &str) -> Self { self.arg(line) } //~
    fn word(self) -> Self;
}
impl CommandExt for snap::Command {
    fn arg(self, name: &str) -> Self { self.arg(name) } //~
    fn args(&mut self, names: &[&str]) -> &mut Self { (*self).args(names) } //~
    fn env(self) -> Self { Self::env(self) }
    fn word(self) -> Self { self.arg("word") } //~
}
//- package shop deps=ledger outside=sqlx,snap,reqwest
//- shop/src/lib.rs
use ledger::{Blanket, Borrowed, CommandExt, Memory, Package, Pooled, Port, Shared, UnitOfWork}; //~ ledger=ledger Blanket=ledger::Blanket Borrowed=ledger::Borrowed CommandExt=ledger::CommandExt Memory=ledger::Memory Package=ledger::Package Pooled=ledger::Pooled Port=ledger::Port Shared=ledger::Shared UnitOfWork=ledger::UnitOfWork
use std::collections::BTreeMap;
pub async fn pay(pool: &sqlx::PgPool) {
    let tx = pool.begin().await.unwrap();
    tx.commit().await; //~
    tx.publish(); //~
    tx.charge(); //~
    tx.execute(); //~
    tx.fetch_optional(); //~
    pool.drains().await.drained(); //~ drained=ledger::Pool::drained
}
pub fn known(work: &Memory) { work.commit(); work.charge(); work.execute(); } //~ Memory=ledger::Memory commit=ledger::Memory::commit charge=ledger::Memory::charge execute=ledger::T::execute
pub fn later(all: &BTreeMap<Package, u64>, one: &Package) -> bool { //~ Package=ledger::Package
    let known = |package| all.get(package).is_some() && package.id() == 1; //~ id=ledger::Package::id
    known(one)
}
pub fn outside(client: &reqwest::Client) {
    let requests = vec![client.get("a"), client.get("b")];
    requests.iter().for_each(|request| { request.send(); }); //~
    for request in &requests { request.send(); } //~
    if let Some(request) = requests.first() { request.send(); } //~
    let one = &client.get("c");
    one.send(); //~
    let boxed = Box::new(client.get("d"));
    boxed.send(); //~
}
pub fn given(command: snap::Command) { command.arg("a"); } //~ snap=outside:snap Command=outside:snap::Command
pub fn lent(command: &mut snap::Command) { command.args(&["a"]); } //~ snap=outside:snap Command=outside:snap::Command
pub fn by_type(command: snap::Command) { command.env(); } //~ snap=outside:snap Command=outside:snap::Command
pub fn its_own(command: snap::Command) { command.line("a").word(); } //~ snap=outside:snap Command=outside:snap::Command line=ledger::CommandExt::line word=ledger::Command::word
pub fn made() { let _ = snap::Command::new("x").about("y").arg("z"); } //~ snap=outside:snap Command=outside:snap::Command new=outside:snap::Command::new
