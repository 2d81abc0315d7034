//- package ledger outside=diesel
//- ledger/src/lib.rs
#[derive(Clone, Debug)]
pub struct Book { pub pages: Vec<Page> }
#[derive(Clone, Debug)]
pub struct Page { pub number: u64 }
impl Book { pub fn page(&self) -> Page { todo!() } }
impl Page { pub fn next(&self) -> u64 { self.number + 1 } }
pub struct Failed;
impl From<uuid::Error> for Failed { fn from(_: uuid::Error) -> Failed { Failed } }
diesel::table! { books (id) { id -> Integer, } }
//- package shop deps=ledger outside=actix-web,axum,chrono,diesel,http,regex,reqwest,sqlx,tonic,tower,tracing,uuid
//- shop/src/lib.rs
use ledger::{Book, Page};
pub async fn state(axum::extract::State(book): axum::extract::State<Book>) -> u64 { book.page().next() } //~ Book=ledger::Book State=axum::extract::State axum=axum extract=axum::extract next=ledger::Page::next page=ledger::Book::page
pub async fn json(book: axum::Json<Book>) -> u64 { book.page().next() + book.0.page().next() } //~ Book=ledger::Book Json=axum::Json axum=axum next=ledger::Page::next page=ledger::Book::page
pub async fn data(book: actix_web::web::Data<Book>) -> u64 { book.page().next() + book.get_ref().page().next() } //~ Book=ledger::Book Data=actix_web::web::Data actix_web=actix_web next=ledger::Page::next page=ledger::Book::page web=actix_web::web
pub async fn taken(book: actix_web::web::Json<Book>) -> u64 { book.into_inner().page().next() } //~ Book=ledger::Book Json=actix_web::web::Json actix_web=actix_web next=ledger::Page::next page=ledger::Book::page web=actix_web::web
pub fn body(request: http::Request<Book>) -> u64 { let (parts, book) = request.into_parts(); parts.extensions.get::<Page>().unwrap().next() + book.page().next() } //~ Book=ledger::Book Page=ledger::Page Request=http::Request http=http next=ledger::Page::next page=ledger::Book::page
pub async fn answer(client: &reqwest::Client) -> u64 { client.get("").send().await.unwrap().json::<Book>().await.unwrap().page().next() } //~ Book=ledger::Book Client=reqwest::Client next=ledger::Page::next page=ledger::Book::page reqwest=reqwest
pub async fn rows(pool: &sqlx::PgPool) -> u64 { sqlx::query_as::<_, Page>("").bind(1).fetch_one(pool).await.unwrap().next() } //~ Page=ledger::Page PgPool=sqlx::PgPool next=ledger::Page::next query_as=sqlx::query_as sqlx=sqlx
pub async fn many(pool: &sqlx::PgPool) -> Vec<u64> { sqlx::query_as("").fetch_all(pool).await.unwrap().iter().map(|page: &Page| page.next()).collect() } //~ Page=ledger::Page PgPool=sqlx::PgPool next=ledger::Page::next query_as=sqlx::query_as sqlx=sqlx
pub async fn checked(pool: &sqlx::PgPool, id: u64) -> Result<u64, sqlx::Error> { Ok(sqlx::query_as!(Page, "", id).fetch_one(pool).await?.next()) } //~ Error=sqlx::Error Page=ledger::Page PgPool=sqlx::PgPool next=ledger::Page::next query_as=outside:sqlx::query_as sqlx=sqlx
pub async fn mapped(pool: &sqlx::PgPool) -> u64 { sqlx::query("").map(|_| Page { number: 1 }).fetch_one(pool).await.unwrap().next() } //~ Page=ledger::Page PgPool=sqlx::PgPool next=ledger::Page::next number=ledger::Page::number query=sqlx::query sqlx=sqlx
pub async fn called(request: tonic::Request<Book>) -> Result<tonic::Response<Page>, tonic::Status> { Ok(tonic::Response::new(request.into_inner().page())) } //~ Book=ledger::Book Page=ledger::Page Request=tonic::Request Response=tonic::Response Status=tonic::Status page=ledger::Book::page tonic=tonic
pub async fn streamed(mut books: tonic::Streaming<Book>) { while let Some(book) = books.message().await.unwrap() { book.page(); } } //~ Book=ledger::Book Streaming=tonic::Streaming page=ledger::Book::page tonic=tonic
pub async fn within(book: Book) -> u64 { use tracing::Instrument as _; async move { book }.instrument(tracing::Span::none()).await.page().next() } //~ Book=ledger::Book Instrument=tracing::instrument::Instrument Span=tracing::Span next=ledger::Page::next page=ledger::Book::page tracing=tracing
pub fn spanned(book: &Book) -> u64 { tracing::Span::none().in_scope(|| book.page()).next() } //~ Book=ledger::Book Span=tracing::Span next=ledger::Page::next page=ledger::Book::page tracing=tracing
pub fn found(connection: &mut diesel::PgConnection) -> u64 { use diesel::prelude::*; let page = ledger::books::table.filter(ledger::books::id).first::<Page>(connection).unwrap(); page.next() } //~ Page=ledger::Page PgConnection=outside:diesel::PgConnection books=ledger::books diesel=diesel id=ledger::books::columns::id ledger=ledger next=ledger::Page::next prelude=diesel::prelude table=ledger::books::table
pub fn maybe(connection: &mut diesel::PgConnection) -> Option<u64> { use diesel::prelude::*; ledger::books::table.find(1).first::<Page>(connection).optional().unwrap().map(|page| page.next()) } //~ Page=ledger::Page PgConnection=outside:diesel::PgConnection books=ledger::books diesel=diesel ledger=ledger next=ledger::Page::next prelude=diesel::prelude table=ledger::books::table
pub fn all(connection: &mut diesel::PgConnection) -> Vec<Page> { use diesel::prelude::*; connection.transaction(|connection| ledger::books::table.load(connection)).unwrap() } //~ Page=ledger::Page PgConnection=outside:diesel::PgConnection books=ledger::books diesel=diesel ledger=ledger prelude=diesel::prelude table=ledger::books::table
pub fn parsed(text: &str) -> Result<uuid::Uuid, ledger::Failed> { Ok(uuid::Uuid::parse_str(text)?) } //~ Failed=ledger::Failed Uuid=uuid::Uuid ledger=ledger uuid=uuid
struct Asked;
impl tower::Service<Page> for Asked { type Response = Book; type Error = (); type Future = std::future::Ready<Result<Book, ()>>; fn call(&mut self, _: Page) -> Self::Future { todo!() } } //~ Book=ledger::Book Page=ledger::Page Ready=std::future::Ready Service=tower::Service future=std::future std=std tower=tower
pub async fn served(page: Page) -> u64 { use tower::ServiceExt as _; Asked.oneshot(page).await.unwrap().page().next() } //~ Page=ledger::Page ServiceExt=tower::util::ServiceExt next=ledger::Page::next page=ledger::Book::page tower=tower
pub fn replaced(of: &regex::Regex, page: &Page) -> String { of.replace_all("", |_: &regex::Captures<'_>| page.next().to_string()).into_owned() } //~ Captures=regex::Captures Page=ledger::Page Regex=regex::Regex next=ledger::Page::next regex=regex
pub fn dated(page: Page) -> (chrono::DateTime<chrono::Utc>, u64) { let pair = (chrono::Utc::now(), page); (pair.0, pair.1.next()) } //~ DateTime=chrono::DateTime Page=ledger::Page Utc=chrono::Utc chrono=chrono next=ledger::Page::next
