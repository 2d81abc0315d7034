//- package ledger
//- ledger/src/lib.rs
pub fn open() {}
pub struct Hidden(pub u8);
pub trait Port { fn send(&self, amount: u8) {} }
pub mod r#async { pub fn run() {} pub fn r#try() {} }
//- package old edition=2015 deps=ledger
//- old/src/lib.rs
extern crate ledger; //~ ledger=ledger
mod async; //~ async=old::async
pub mod dyn { pub struct Await(pub u8); pub fn dyn() {} }
mod till { pub fn shut() {} }
pub fn try(x: u8) -> u8 { let await = x; await + async::some() } //~ async=old::async some=old::async::some
pub fn a() -> u8 { ledger::Hidden(1).0 } //~ ledger=ledger Hidden=ledger::Hidden 0=ledger::Hidden::0
pub fn b() { ::ledger::open(); ::till::shut() } //~ ledger=ledger open=ledger::open till=old::till shut=old::till::shut
pub fn c(d: dyn::Await, dyn: u8) -> u8 { d.0 + dyn } //~ dyn=old::dyn Await=old::dyn::Await 0=old::dyn::Await::0
pub fn d(p: &dyn ledger::Port, q: Box<dyn (::ledger::Port)>, r: &(dyn Send + ::ledger::Port)) { p.send(1) } //~ ledger=ledger Port=ledger::Port send=ledger::Port::send
pub fn e() { try!(dyn::dyn()); ledger::async::run(); ledger::async::try() } //~ dyn=old::dyn dyn=old::dyn::dyn ledger=ledger async=ledger::async run=ledger::async::run try=ledger::async::try
pub trait F { fn f(u8, &ledger::Hidden) -> u8; fn g(&self, async: Box<ledger::Port>); } //~ ledger=ledger Hidden=ledger::Hidden Port=ledger::Port
pub trait M { fn m(&self, u8, Vec<&ledger::Hidden>) -> u8 { ledger::open(); 1 } } //~ ledger=ledger Hidden=ledger::Hidden open=ledger::open
pub struct G { pub async: u8, pub await: ::ledger::Hidden } //~ ledger=ledger Hidden=ledger::Hidden
pub fn h(g: G) -> u8 { g.async + g.await.0 } //~ 0=ledger::Hidden::0
mod inner { use till; use ledger::open; use async::some; pub fn i() { open(); some(); till::shut(); } } //~ till=old::till ledger=ledger open=ledger::open async=old::async some=old::async::some shut=old::till::shut
macro_rules! j { ($dyn:expr) => { $dyn } }
pub fn k() -> u8 { j!(async::some()) } //~ async=old::async some=old::async::some
//- old/src/async.rs
pub fn some() -> u8 { ::inner::i(); 1 } //~ inner=old::inner i=old::inner::i
//- package new edition=2018 deps=ledger
//- new/src/lib.rs
pub async fn a(p: &dyn ledger::Port) { b().await; p.send(1) } //~ ledger=ledger Port=ledger::Port send=ledger::Port::send b=new::b
async fn b() { ::ledger::r#async::run() } //~ ledger=ledger r#async=ledger::async run=ledger::async::run
