//- package ledger
//- ledger/src/lib.rs
pub trait Store {
    type Key;
    type Value: Valued;
    const NAME: &'static str;
    fn get(&self, key: Self::Key) -> Option<Self::Value>; //~
    fn must(&self, key: Self::Key) -> Self::Value { self.get(key).unwrap() } //~
    fn make() -> Self where Self: Sized;
}
pub trait Valued { fn value(&self) -> u64; }
pub trait Named: Valued { fn name(&self) -> String; }
pub struct Entry(pub u64);
impl Valued for Entry { fn value(&self) -> u64 { self.0 } } //~
impl Named for Entry { fn name(&self) -> String { self.value().to_string() } } //~
pub struct Memory { pub entries: Vec<Entry> }
impl Store for Memory {
    type Key = usize;
    type Value = Entry; //~
    const NAME: &'static str = "memory";
    fn get(&self, key: usize) -> Option<Entry> { self.entries.get(key).map(|entry| Entry(entry.0)) } //~
    fn make() -> Self { Memory { entries: Vec::new() } } //~
}
pub trait Twice { fn twice(&self) -> u64; }
impl<T: Valued> Twice for T { fn twice(&self) -> u64 { 2 * self.value() } } //~
pub struct Pile<T> { pub items: Vec<T> }
impl<T: Valued> Pile<T> {
    pub fn top(&self) -> Option<&T> { self.items.last() } //~
    pub fn sum(&self) -> u64 { self.items.iter().map(|item| item.value()).sum() } //~
}
impl Pile<Entry> { pub fn flat(self) -> Vec<u64> { self.items.into_iter().map(|entry| entry.0).collect() } } //~
impl<T> std::ops::Deref for Pile<T> { type Target = [T]; fn deref(&self) -> &[T] { &self.items } } //~ Deref=std::ops::Deref ops=std::ops std=std
impl<T> IntoIterator for Pile<T> { type Item = T; type IntoIter = std::vec::IntoIter<T>; fn into_iter(self) -> Self::IntoIter { self.items.into_iter() } } //~ IntoIter=std::vec::IntoIter std=std vec=std::vec
impl From<u64> for Entry { fn from(value: u64) -> Self { Entry(value) } } //~
//- package shop deps=ledger
//- shop/src/lib.rs
use ledger::{Entry, Memory, Named, Pile, Store, Twice as _, Valued}; //~ Entry=ledger::Entry Memory=ledger::Memory Named=ledger::Named Pile=ledger::Pile Store=ledger::Store Twice=ledger::Twice Valued=ledger::Valued ledger=ledger
pub fn concrete(memory: &Memory) -> u64 { memory.must(1).value() + memory.get(2).map_or(0, |entry| entry.0) } //~ 0=ledger::Entry::0 Memory=ledger::Memory get=ledger::Memory::get must=ledger::Store::must value=ledger::Entry::value
pub fn bound<S: Store>(store: &S, key: S::Key) -> u64 { store.must(key).value() } //~ Key=ledger::Store::Key Store=ledger::Store must=ledger::Store::must value=ledger::Valued::value
pub fn chosen<S>(store: S, key: S::Key) -> u64 where S: Store<Value = Entry> { store.must(key).0 } //~ 0=ledger::Entry::0 Entry=ledger::Entry Key=ledger::Store::Key Store=ledger::Store Value=ledger::Store::Value must=ledger::Store::must
pub fn inherited(named: &dyn Named) -> u64 { named.name(); named.value() } //~ Named=ledger::Named name=ledger::Named::name value=ledger::Valued::value
pub fn argument(named: impl Named) -> u64 { named.value() } //~ Named=ledger::Named value=ledger::Valued::value
pub fn boxed(all: Vec<Box<dyn Valued>>) -> u64 { all.iter().map(|one| one.value()).sum() } //~ Valued=ledger::Valued value=ledger::Valued::value
pub fn blanket(entry: Entry) -> u64 { entry.twice() } //~ Entry=ledger::Entry twice=ledger::T::twice
pub fn made() -> Memory { Memory::make() } //~ Memory=ledger::Memory make=ledger::Memory::make
pub fn asked<S: Store>() -> (&'static str, S) { (S::NAME, S::make()) } //~ NAME=ledger::Store::NAME Store=ledger::Store make=ledger::Store::make
pub fn full() -> u64 { <Memory as Store>::make().entries.len() as u64 + Valued::value(&Entry(1)) } //~ Entry=ledger::Entry Memory=ledger::Memory Store=ledger::Store Valued=ledger::Valued entries=ledger::Memory::entries make=ledger::Memory::make value=ledger::Entry::value
pub fn projected(key: <Memory as Store>::Key) -> <Memory as Store>::Value { Memory::make().must(key) } //~ Key=ledger::Store::Key Memory=ledger::Memory Store=ledger::Store Value=ledger::Store::Value make=ledger::Memory::make must=ledger::Store::must
pub fn generic(pile: &Pile<Entry>) -> u64 { pile.top().unwrap().value() + pile.sum() + pile[0].0 } //~ 0=ledger::Entry::0 Entry=ledger::Entry Pile=ledger::Pile sum=ledger::Pile::sum top=ledger::Pile::top value=ledger::Entry::value
pub fn special(pile: Pile<Entry>) -> Vec<u64> { pile.flat() } //~ Entry=ledger::Entry Pile=ledger::Pile flat=ledger::Pile::flat
pub fn through(pile: &Pile<Entry>) -> u64 { pile.first().unwrap().value() + pile.iter().map(|entry| entry.0).max().unwrap() } //~ 0=ledger::Entry::0 Entry=ledger::Entry Pile=ledger::Pile value=ledger::Entry::value
pub fn iterated(pile: Pile<Entry>) -> u64 { let mut sum = 0; for entry in pile { sum += entry.value(); } sum } //~ Entry=ledger::Entry Pile=ledger::Pile value=ledger::Entry::value
pub fn converted() -> u64 { let entry: Entry = 3.into(); entry.value() + Entry::from(4).0 } //~ 0=ledger::Entry::0 Entry=ledger::Entry from=ledger::Entry::from value=ledger::Entry::value
pub struct Logged<S> { inner: S }
impl<S: Store> Store for Logged<S> { //~ Store=ledger::Store
    type Key = S::Key; //~ Key=ledger::Store::Key
    type Value = S::Value; //~ Value=ledger::Store::Value
    const NAME: &'static str = S::NAME; //~ NAME=ledger::Store::NAME
    fn get(&self, key: S::Key) -> Option<S::Value> { self.inner.get(key) } //~ Key=ledger::Store::Key Value=ledger::Store::Value get=ledger::Store::get
    fn make() -> Self { Logged { inner: S::make() } } //~ make=ledger::Store::make
}
impl Valued for Logged<Memory> { fn value(&self) -> u64 { self.inner.must(0).value() } } //~ Memory=ledger::Memory Valued=ledger::Valued must=ledger::Store::must value=ledger::Entry::value
