//- package ledger
//- ledger/src/lib.rs
pub trait Port { fn send(&self) -> u64; fn id(&self) -> u64; }
pub struct Mail;
impl Port for Mail { fn send(&self) -> u64 { 1 } fn id(&self) -> u64 { 1 } }
pub struct Post;
impl Port for Post { fn send(&self) -> u64 { 2 } fn id(&self) -> u64 { 1 } }
#[derive(PartialEq, Eq, PartialOrd, Ord)] pub struct Package { pub n: u64 }
impl Package { pub fn id(&self) -> u64 { self.n } }
//- package app deps=ledger outside=reqwest
//- app/src/lib.rs
//! The receiver is a reference to something unknown (`&?`): any trait in scope that has a method of
//! that name with `&self` fits it, and is taken. (reqwest is not fetched; the file need not compile.)
use ledger::{Package, Port};
use std::collections::BTreeMap;
pub fn later_known(all: &BTreeMap<Package, u64>, one: &Package) -> bool {
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
}
pub fn of_the_workspace(mail: &Mail2) -> u64 { mail.0.send() } //~ send=ledger::Mail::send
pub struct Mail2(ledger::Mail);
