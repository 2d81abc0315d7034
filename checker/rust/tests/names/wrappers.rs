//- package ledger
//- ledger/src/lib.rs
pub struct Mail; pub struct Post; pub struct Own;
pub trait Port { fn send(&self); fn take(self) where Self: Sized {} fn change(&mut self) {} }
pub trait Other {}
pub mod m { impl super::Port for super::Mail { fn send(&self) {} fn take(self) {} fn change(&mut self) {} } }
pub mod p { impl super::Port for super::Post { fn send(&self) {} } }
pub mod d { impl super::Port for Box<dyn super::Port> { fn send(&self) {} } }
pub mod r { impl<T: super::Other> super::Port for std::rc::Rc<T> { fn send(&self) {} } }
pub mod a { impl super::Port for std::sync::Arc<super::Mail> { fn send(&self) {} fn take(self) {} } }
pub mod f { impl super::Port for &super::Post { fn send(&self) {} fn take(self) {} } }
pub mod w {
    pub struct Wrap<T>(pub T);
    impl<T> std::ops::Deref for Wrap<T> { type Target = T; fn deref(&self) -> &T { &self.0 } }
    impl<T> Wrap<T> { fn send(&self) {} pub fn take(_: &Self) {} pub fn change(&self) {} }
}
pub mod i {
    impl super::Own { pub fn send(&self) {} pub fn clone(&self) {} pub fn get(&self) {} }
    pub mod b { impl crate::Port for Box<crate::Own> { fn send(&self) {} } }
}
//- package shop deps=ledger
//- shop/src/lib.rs
use ledger::{Mail, Own, Port, Post, w::Wrap};
use std::{rc::Rc, sync::Arc};
pub fn a(mail: Box<Mail>) { mail.send() } //~ Mail=ledger::Mail send=ledger::m::Mail::send
pub fn b(mail: Rc<Mail>) { mail.send() } //~ Mail=ledger::Mail send=ledger::m::Mail::send
pub fn c(mail: Arc<Mail>) { mail.send(); mail.take() } //~ Mail=ledger::Mail send=ledger::a::Arc::send take=ledger::a::Arc::take
pub fn d(mail: &Post) { mail.send() } //~ Post=ledger::Post send=ledger::p::Post::send
pub fn e(mail: &Post) { mail.take() } //~ Post=ledger::Post take=ledger::f::Post::take
pub fn f(mail: Wrap<Mail>) { mail.send() } //~ Wrap=ledger::w::Wrap Mail=ledger::Mail send=ledger::m::Mail::send
pub fn g(mail: Wrap<Mail>) { mail.change() } //~ Wrap=ledger::w::Wrap Mail=ledger::Mail change=ledger::w::Wrap::change
pub fn h(mail: Box<Own>) { mail.send() } //~ Own=ledger::Own send=ledger::i::b::Box::send
pub fn i(mail: Rc<Own>) { mail.send() } //~ Own=ledger::Own send=ledger::i::Own::send
pub fn j(mail: Rc<Own>) { mail.clone() } //~ Own=ledger::Own
pub fn k(mail: &Own) { mail.clone() } //~ Own=ledger::Own clone=ledger::i::Own::clone
pub fn l(mail: &Box<Own>) { mail.send() } //~ Own=ledger::Own send=ledger::i::b::Box::send
pub fn m(mail: Box<dyn Port>) { mail.send() } //~ Port=ledger::Port send=ledger::d::Box::send
pub fn n(mail: Option<Box<Own>>) { if let Some(x) = &mail { x.send() } } //~ Own=ledger::Own send=ledger::i::b::Box::send
pub fn o(mail: Arc<Mail>) { Port::send(&*mail) } //~ Mail=ledger::Mail Port=ledger::Port send=ledger::m::Mail::send
