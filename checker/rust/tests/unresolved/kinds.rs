//- package ledger
//- ledger/src/lib.rs
pub struct Book { pub pages: u64 }
impl Book { pub const FIRST: u64 = 1; pub fn open() -> Book { Book { pages: 1 } } pub fn close(&self) {} }
pub enum Page { Left, Right }
pub trait Port { fn port(&self); }
//- package shop deps=ledger outside=wire,paint
//- shop/src/lib.rs
use ledger::{Book, Lost}; //~ import:Lost
use ledger::gone::*; //~ glob:gone
use nowhere::*; //~ glob:nowhere
use nobody::Thing; //~ import:nobody
use wire::{Frame}; //~ outside-path:Frame
use ledger::Page::{self, Left, Middle as M}; //~ import:Middle
extern crate paint; //~ outside-path:paint
mod taken { use wire::codec::*; #[test] fn tested() -> Anything { todo!() } } //~ outside-path:* outside-path:Anything
pub mod deep {
    pub(in crate::deep) fn near() {}
    pub(in crate::shallow) fn far() {} //~ visibility:shallow
}
pub fn paths(book: &Book) -> u64 {
    let total = ledger::missing() + Book::FIRST + Book::SECOND; //~ path:missing associated-item:SECOND
    let deep = crate::deep::none::x(); //~ path:none
    let _ = (unknown, total, deep); //~ path:unknown
    let _: Nothing = total; //~ path:Nothing
    absent!(total); //~ path:absent
    book.close();
    book.burn(); //~ missing-method:burn
    book.colour + book.pages //~ missing-field:colour
}
pub fn members(lost: Nowhere) { //~ path:Nowhere
    lost.method().again(); //~ method:method method:again
    lost.field; //~ field:field
    let _ = Nowhere { name: 1 }; //~ path:Nowhere field:name
    let Nowhere { name, .. } = lost; //~ path:Nowhere field:name
    let _ = name;
    let _ = Nowhere::new(); //~ path:Nowhere
    let _ = Book { pages: 1, spine: 2 }; //~ missing-field:spine
}
pub fn outside(frame: &Frame, other: wire::Other) -> u64 { //~ outside-path:Frame outside-path:wire
    frame.send(); //~ outside-method:send
    let Frame { length, .. } = frame; //~ outside-path:Frame outside-field:length
    let _ = Frame::new().send(); //~ outside-path:Frame method:send
    let _ = (length, other.size); //~ outside-field:size
    1
}
fn relative<T: ledger::Port>(t: T) {
    let _ = Default::default(); //~ relative-path:default
    let _ = T::Name::of(t); //~ relative-path:of
}
#[derive(Clone, wire::Pack, Odd)] //~ outside-path:wire attribute:Odd
#[pack(with = "ledger::Port")] //~ outside-path:pack
pub struct Packed {
    #[pack(skip)] //~ outside-path:pack
    pub a: u64,
}
#[derive(Clone, wire::Tool)] //~ outside-path:wire template:Tool
pub struct Tooled;
pub fn tooled(one: &Tooled) { one.clone(); one.hammer(); } //~ missing-method:hammer
#[paint::red(ledger::Nope, Book)] //~ outside-path:paint attribute-path:Nope
pub fn painted() {}
#[odd(1)] //~ attribute:odd
#[rustfmt::skip]
#[must_use]
#[cfg_attr(test, allow(clippy::all))]
pub fn odd() {}
#[test]
fn tested() {}
pub mod texts {
    wire::table! { a -> b => ledger::lost::Row; } //~ outside-path:wire macro-argument:table macro-path:Row
    wire::items! { struct Made; } //~ outside-path:wire
    include!("not_there.rs"); //~ include:include
    include!(concat!(env!("OUT_DIR"), "/made.rs")); //~ include:include
    pub fn own() -> Order { Order::new() } //~ generated-path:Order generated-path:Order
}
pub fn of_text(order: &texts::Order) { order.pay() } //~ generated-path:texts outside-method:pay
pub fn body() {
    wire::words!(some words => of ledger::Book and ledger::Gone); //~ outside-path:wire macro-argument:words macro-path:Gone
}
macro_rules! held {
    ($name:ident, $of:expr) => {
        $of.$name();
        let x = $of;
        x.anything($crate::paths, ledger::Book::open());
        ledger::none() //~ path:none
    };
}
pub fn included() -> u64 { include!("expression.rs") } //~ include:include
#[cfg(windows)]
mod windows; //~ module:windows
#[cfg(windows)]
#[path = "else/where.rs"]
mod elsewhere; //~ module:elsewhere
