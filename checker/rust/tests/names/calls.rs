//- package ledger
//- ledger/src/lib.rs
pub mod book;
pub mod money;
pub use book::Book;
pub fn open(owner: &str) -> Book { Book::new(owner) } //~ Book=ledger::book::Book new=ledger::book::Book::new
//- ledger/src/money.rs
#[derive(Clone, Copy, PartialEq, PartialOrd, Default)]
pub struct Amount(pub u64);
impl Amount {
    pub const ZERO: Amount = Amount(0); //~
    pub fn cents(&self) -> u64 { self.0 } //~
}
impl std::ops::Add for Amount {
    type Output = Amount; //~
    fn add(self, other: Amount) -> Amount { Amount(self.0 + other.0) } //~
}
//- ledger/src/book.rs
use crate::money::Amount; //~ Amount=ledger::money::Amount money=ledger::money
pub struct Book { pub owner: String, pub balance: Amount, pub pages: Vec<Page> } //~ Amount=ledger::money::Amount
pub struct Page { pub lines: Vec<Line> } //~
pub struct Line { pub amount: Amount, pub note: Option<String> } //~ Amount=ledger::money::Amount
impl Book {
    pub fn new(owner: &str) -> Self { Self { owner: owner.into(), balance: Amount::ZERO, pages: Vec::new() } } //~ Amount=ledger::money::Amount ZERO=ledger::money::Amount::ZERO
    pub fn total(&self) -> Amount { self.balance } //~ Amount=ledger::money::Amount
    pub fn first(&self) -> Option<&Page> { self.pages.first() } //~
    pub fn turn(&mut self) -> &mut Page { &mut self.pages[0] } //~
    pub fn close(self) -> Result<Amount, Failed> { Err(Failed) } //~ Amount=ledger::money::Amount
}
pub struct Failed;
impl Page { pub fn line(&self, at: usize) -> &Line { &self.lines[at] } } //~
//- package shop deps=ledger
//- shop/src/lib.rs
use ledger::{Book, money::{self, Amount}}; //~ Amount=ledger::money::Amount Book=ledger::book::Book ledger=ledger money=ledger::money
pub fn made() -> u64 { ledger::open("a").total().cents() } //~ cents=ledger::money::Amount::cents ledger=ledger open=ledger::open total=ledger::book::Book::total
pub fn associated() -> Amount { Book::new("a").balance + money::Amount::ZERO } //~ Amount=ledger::money::Amount Book=ledger::book::Book ZERO=ledger::money::Amount::ZERO balance=ledger::book::Book::balance money=ledger::money new=ledger::book::Book::new +=ledger::money::Amount::add
pub fn summed(a: Amount, b: Amount) -> u64 { (a + b).cents() } //~ Amount=ledger::money::Amount cents=ledger::money::Amount::cents +=ledger::money::Amount::add
pub fn qualified(book: &Book) -> u64 { Book::total(book).0 + <Amount>::cents(&book.balance) } //~ 0=ledger::money::Amount::0 Amount=ledger::money::Amount Book=ledger::book::Book balance=ledger::book::Book::balance cents=ledger::money::Amount::cents total=ledger::book::Book::total
pub fn chained(book: &mut Book) -> u64 { book.turn().line(0).amount.cents() } //~ Book=ledger::book::Book amount=ledger::book::Line::amount cents=ledger::money::Amount::cents line=ledger::book::Page::line turn=ledger::book::Book::turn
pub fn optional(book: &Book) -> Option<u64> { Some(book.first()?.lines.first()?.amount.cents()) } //~ Book=ledger::book::Book amount=ledger::book::Line::amount cents=ledger::money::Amount::cents first=ledger::book::Book::first lines=ledger::book::Page::lines
pub fn failing(book: Book) -> Result<u64, ledger::book::Failed> { Ok(book.close()?.cents()) } //~ Book=ledger::book::Book Failed=ledger::book::Failed book=ledger::book cents=ledger::money::Amount::cents close=ledger::book::Book::close ledger=ledger
pub fn indexed(books: &[Book]) -> u64 { books[0].pages[1].lines[2].amount.0 } //~ 0=ledger::money::Amount::0 Book=ledger::book::Book amount=ledger::book::Line::amount lines=ledger::book::Page::lines pages=ledger::book::Book::pages
pub fn assigned(book: &mut Book) { book.balance = Amount(3); book.pages[0].lines.clear(); } //~ Amount=ledger::money::Amount Book=ledger::book::Book balance=ledger::book::Book::balance lines=ledger::book::Page::lines pages=ledger::book::Book::pages
pub fn literal(page: ledger::book::Page) -> Book { Book { pages: vec![page], ..Book::new("b") } } //~ Book=ledger::book::Book Page=ledger::book::Page book=ledger::book ledger=ledger new=ledger::book::Book::new pages=ledger::book::Book::pages
pub fn constructors(all: Vec<u64>) -> Vec<Amount> { all.into_iter().map(Amount).collect() } //~ Amount=ledger::money::Amount
pub fn functions(all: &[Book]) -> Vec<Amount> { all.iter().map(Book::total).collect() } //~ Amount=ledger::money::Amount Book=ledger::book::Book total=ledger::book::Book::total
pub fn shadowed(book: Book) -> u64 { let book = book.total(); let book = book.cents(); book } //~ Book=ledger::book::Book cents=ledger::money::Amount::cents total=ledger::book::Book::total
pub fn local() -> u64 { fn inner(book: &Book) -> Amount { book.total() } inner(&ledger::open("c")).cents() } //~ Amount=ledger::money::Amount Book=ledger::book::Book cents=ledger::money::Amount::cents ledger=ledger open=ledger::open total=ledger::book::Book::total
pub fn compared(a: &Book, b: &Book) -> bool { a.total() < b.total() && a.balance == Amount::ZERO } //~ Amount=ledger::money::Amount Book=ledger::book::Book ZERO=ledger::money::Amount::ZERO balance=ledger::book::Book::balance total=ledger::book::Book::total
pub struct Shelf { books: Vec<Book>, best: Option<Box<Book>> } //~ Book=ledger::book::Book
impl Shelf {
    fn each(&self) -> impl Iterator<Item = &Book> { self.books.iter() } //~ Book=ledger::book::Book
    pub fn owners(&self) -> Vec<&str> { self.each().map(|book| book.owner.as_str()).collect() } //~ owner=ledger::book::Book::owner
    pub fn best(&self) -> u64 { self.best.as_ref().map_or(0, |book| book.total().cents()) } //~ cents=ledger::money::Amount::cents total=ledger::book::Book::total
    pub fn all(&mut self) { for book in &mut self.books { book.turn().lines.pop(); } } //~ lines=ledger::book::Page::lines turn=ledger::book::Book::turn
}
