//- package ledger
//- ledger/src/lib.rs
use std::cmp::Ordering;
use std::ops::{Add, AddAssign, Deref, Index, IndexMut, Mul, Neg, Not, ShlAssign};
pub struct Money(pub u64);
impl Add for Money { type Output = Money; fn add(self, other: Money) -> Money { Money(self.0 + other.0) } }
impl Add<&Money> for &Money { type Output = Money; fn add(self, other: &Money) -> Money { Money(self.0 + other.0) } }
impl Mul<Money> for u64 { type Output = Money; fn mul(self, other: Money) -> Money { other } }
impl AddAssign for Money { fn add_assign(&mut self, _: Money) {} }
impl ShlAssign<u8> for Money { fn shl_assign(&mut self, _: u8) {} }
impl PartialEq for Money { fn eq(&self, _: &Money) -> bool { true } }
impl PartialOrd for Money { fn partial_cmp(&self, _: &Money) -> Option<Ordering> { None } }
impl Neg for Money { type Output = Money; fn neg(self) -> Money { self } }
impl Not for Money { type Output = bool; fn not(self) -> bool { true } }
pub struct Page(pub Money);
impl Deref for Page { type Target = Money; fn deref(&self) -> &Money { &self.0 } }
impl Index<u8> for Page { type Output = Money; fn index(&self, _: u8) -> &Money { &self.0 } }
impl IndexMut<u8> for Page { fn index_mut(&mut self, _: u8) -> &mut Money { &mut self.0 } }
pub struct At(pub usize);
impl Index<At> for [u8] { type Output = u8; fn index(&self, _: At) -> &u8 { todo!() } }
#[derive(PartialEq, Clone, Copy)] pub enum Kind { In, Out }
pub fn money() -> Money { Money(1) }
pub fn page() -> Page { Page(money()) }
//- package shop deps=ledger
//- shop/src/lib.rs
use ledger::{money, page};
pub fn sum() { let _ = money() + money(); } //~ money=ledger::money +=ledger::Money::add
pub fn lent() { let (a, b) = (money(), money()); let _ = &a + &b; } //~ money=ledger::money +=ledger::Money::add
pub fn product() { let _ = 3u64 * money(); } //~ money=ledger::money *=ledger::u64::mul
pub fn grown() { let mut a = money(); a += money(); a <<= 2; } //~ money=ledger::money +==ledger::Money::add_assign <<==ledger::Money::shl_assign
pub fn compared(a: bool) -> bool { a != (&money() == &money()) } //~ money=ledger::money ===ledger::Money::eq
pub fn ordered() -> bool { money() <= money() } //~ money=ledger::money <==ledger::Money::partial_cmp
pub fn signed() -> bool { !-money() } //~ money=ledger::money -=ledger::Money::neg !=ledger::Money::not
pub fn behind() { let _ = &*page(); } //~ page=ledger::page *=ledger::Page::deref
pub fn indexed() { let mut all = Box::new(page()); all[1] += money(); } //~ page=ledger::page [=ledger::Page::index money=ledger::money +==ledger::Money::add_assign
pub fn by_index(all: &[u8]) -> u8 { all[ledger::At(1)] } //~ ledger=ledger At=ledger::At [=ledger::[u8::index
pub fn later() { let mut all = Vec::new(); let first = all.pop().unwrap() + money(); all.push(money()); drop(first) } //~ money=ledger::money +=ledger::Money::add
pub fn derived(kind: ledger::Kind) -> bool { kind == ledger::Kind::In } //~ ledger=ledger Kind=ledger::Kind In=ledger::Kind::In
macro_rules! twice { ($of:expr) => { $of + $of } }
pub fn written() { let _ = twice!(money() + money()); } //~ money=ledger::money +=ledger::Money::add
