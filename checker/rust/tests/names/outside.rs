//- package ledger
//- ledger/src/lib.rs
#[derive(Clone, Debug)]
pub struct Book { pub pages: Vec<Page> }
#[derive(Clone, Debug)]
pub struct Page { pub number: u64 }
impl Book {
    pub fn page(&self) -> Page { todo!() } //~
    pub fn add(&mut self, page: Page) { self.pages.push(page) } //~
}
impl Page { pub fn next(&self) -> u64 { self.number + 1 } } //~
pub struct Failed;
pub async fn load() -> Result<Book, Failed> { Err(Failed) } //~
//- package shop deps=ledger outside=tokio,anyhow,parking_lot,indexmap,smallvec,once_cell,dashmap,itertools,serde_json,futures,rayon,crossbeam-channel,arc-swap,either,hashbrown,slab,scopeguard
//- shop/src/lib.rs
use anyhow::Context as _;
use futures::{FutureExt as _, StreamExt as _};
use itertools::Itertools as _;
use ledger::{Book, Page}; //~ Book=ledger::Book Page=ledger::Page ledger=ledger
use rayon::prelude::*;
pub async fn lock(book: &tokio::sync::Mutex<Book>) -> u64 { book.lock().await.page().next() } //~ Book=ledger::Book Mutex=tokio::sync::Mutex next=ledger::Page::next page=ledger::Book::page sync=tokio::sync tokio=tokio
pub async fn spawned(book: Book) -> u64 { tokio::spawn(async move { book.page() }).await.unwrap().next() } //~ Book=ledger::Book next=ledger::Page::next page=ledger::Book::page spawn=tokio::task::spawn tokio=tokio
pub async fn channel(mut books: tokio::sync::mpsc::Receiver<Book>) { while let Some(book) = books.recv().await { book.page().next(); } } //~ Book=ledger::Book Receiver=tokio::sync::mpsc::Receiver mpsc=tokio::sync::mpsc next=ledger::Page::next page=ledger::Book::page sync=tokio::sync tokio=tokio
pub fn context(book: Option<Book>) -> anyhow::Result<u64> { Ok(book.context("none")?.page().next()) } //~ Book=ledger::Book Result=anyhow::Result anyhow=anyhow next=ledger::Page::next page=ledger::Book::page
pub fn guarded(book: &parking_lot::RwLock<Book>) -> u64 { book.write().add(Page { number: 1 }); book.read().page().next() } //~ Book=ledger::Book Page=ledger::Page RwLock=parking_lot::RwLock add=ledger::Book::add next=ledger::Page::next number=ledger::Page::number page=ledger::Book::page parking_lot=parking_lot
pub fn kept(books: indexmap::IndexMap<u64, Book>) -> u64 { books.first().unwrap().1.page().next() + books[&1].pages[0].number } //~ Book=ledger::Book IndexMap=indexmap::map::IndexMap indexmap=indexmap next=ledger::Page::next number=ledger::Page::number page=ledger::Book::page pages=ledger::Book::pages
pub fn small(pages: smallvec::SmallVec<[Page; 2]>) -> u64 { pages.iter().map(|page| page.next()).sum() } //~ Page=ledger::Page SmallVec=smallvec::SmallVec next=ledger::Page::next smallvec=smallvec
static BOOK: once_cell::sync::Lazy<Book> = once_cell::sync::Lazy::new(|| todo!()); //~ Book=ledger::Book Lazy=once_cell::sync::Lazy once_cell=once_cell sync=once_cell::sync
pub fn lazy() -> u64 { BOOK.page().next() } //~ next=ledger::Page::next page=ledger::Book::page
pub fn concurrent(books: &dashmap::DashMap<u64, Book>) -> u64 { books.get(&1).unwrap().page().next() } //~ Book=ledger::Book DashMap=dashmap::DashMap dashmap=dashmap next=ledger::Page::next page=ledger::Book::page
pub fn adapted(pages: Vec<Page>) -> Vec<u64> { pages.into_iter().sorted_by_key(|page| page.number).map(|page| page.next()).collect_vec() } //~ Page=ledger::Page next=ledger::Page::next number=ledger::Page::number
pub async fn future() -> u64 { ledger::load().map(|book| book.ok().unwrap()).await.page().next() } //~ ledger=ledger load=ledger::load next=ledger::Page::next page=ledger::Book::page
pub async fn stream(books: Vec<Book>) { let mut books = futures::stream::iter(books); while let Some(book) = books.next().await { book.page(); } } //~ Book=ledger::Book futures=futures iter=futures_util::stream::iter page=ledger::Book::page stream=futures_util::stream
pub fn parallel(pages: &[Page]) -> Vec<u64> { pages.par_iter().map(|page| page.next()).collect() } //~ Page=ledger::Page next=ledger::Page::next
pub fn received(books: crossbeam_channel::Receiver<Book>) -> u64 { books.recv().unwrap().page().next() } //~ Book=ledger::Book Receiver=crossbeam_channel::Receiver crossbeam_channel=crossbeam_channel next=ledger::Page::next page=ledger::Book::page
pub fn swapped(book: &arc_swap::ArcSwap<Book>) -> u64 { book.load().page().next() } //~ ArcSwap=arc_swap::ArcSwap Book=ledger::Book arc_swap=arc_swap next=ledger::Page::next page=ledger::Book::page
pub fn either(found: either::Either<Book, Page>) -> u64 { match found { either::Either::Left(book) => book.page().next(), either::Either::Right(page) => page.next() } } //~ Book=ledger::Book Either=either::Either Left=either::Either::Left Page=ledger::Page Right=either::Either::Right either=either next=ledger::Page::next page=ledger::Book::page
pub fn hashed(books: &hashbrown::HashMap<u64, Book>) -> u64 { books.values().map(|book| book.page().next()).sum() } //~ Book=ledger::Book HashMap=hashbrown::hash_map::HashMap hashbrown=hashbrown next=ledger::Page::next page=ledger::Book::page
pub fn slab(mut pages: slab::Slab<Page>) -> u64 { let at = pages.insert(Page { number: 1 }); pages[at].next() } //~ Page=ledger::Page Slab=slab::Slab next=ledger::Page::next number=ledger::Page::number slab=slab
pub fn guarded_by(book: Book) -> u64 { let book = scopeguard::guard(book, |book| { book.page(); }); book.page().next() } //~ Book=ledger::Book guard=scopeguard::guard next=ledger::Page::next page=ledger::Book::page scopeguard=scopeguard
