//- package ledger
//- ledger/src/lib.rs
pub fn open() {}
pub struct Book;
pub trait Port {}
pub mod internal { pub fn peek() {} }
//- package app deps=ledger
//- app/src/lib.rs
#[instrument(name = "ledger::open", skip_all)] pub fn a() {} //~
#[tracing::instrument(target = "ledger::internal")] pub fn b() {} //~
#[serde(rename = "ledger::Book")] pub struct C; //~
#[strum(serialize = "ledger::open")] pub struct D; //~
#[error("ledger::open")] pub struct E; //~
#[error("ledger::open failed")] pub struct F; //~
#[case("ledger::open", 1)] pub fn g() {} //~
#[utoipa::path(get, tag = "ledger::open", body = ledger::Book)] pub fn h() {} //~ Book=ledger::Book ledger=ledger
#[serde(bound(serialize = "T: ledger::Port"))] pub struct I<T>(T); //~ Port=ledger::Port ledger=ledger
#[serde(bound = "T: ledger::Port", rename = "ledger::Book")] pub struct J<T>(T); //~ Port=ledger::Port ledger=ledger
#[diesel(ExistingTypePath = "ledger::Book")] pub struct K; //~ Book=ledger::Book ledger=ledger
#[sqlx(type_name = "ledger::Book")] pub struct L { #[clap(long, help = "ledger::open")] pub l: u8 } //~
pub fn m() -> &'static str { stringify!(ledger::open()) } //~
pub fn n() -> &'static str { std::stringify!(ledger::internal::peek) } //~ std=std stringify=std::stringify
pub fn o() -> String { format!("{}", stringify!(ledger::Book)) } //~
#[ExistingTypePath = "ledger::Book"] pub struct P; //~ Book=ledger::Book ledger=ledger
#[name = "ledger::Book"] pub struct Q; //~
