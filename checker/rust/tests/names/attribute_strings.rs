//- package ledger
//- ledger/src/lib.rs
pub fn open() {}
pub struct Book;
pub mod internal { pub fn peek() {} }
//- package app deps=ledger outside=tracing,serde,strum,clap,sqlx,utoipa
//- app/src/lib.rs
//! Strings in attributes of other crates that name nothing, although they look like paths (this file
//! need not compile: the attributes belong to tracing, serde, strum, clap, sqlx, utoipa).
#[instrument(name = "ledger::open", skip_all)] pub fn a() {} //~
#[tracing::instrument(target = "ledger::internal")] pub fn b() {} //~ instrument=outside:tracing::instrument tracing=tracing
#[serde(rename = "ledger::Book")] pub struct C; //~
#[strum(serialize = "ledger::open")] pub struct D; //~
#[clap(about = "ledger::open")] pub struct E; //~
#[sqlx(type_name = "ledger::Book")] pub struct F; //~
#[utoipa::path(get, tag = "ledger::open", body = ledger::Book)] pub fn g() {} //~ Book=ledger::Book ledger=ledger path=outside:utoipa::path utoipa=outside:utoipa
#[serde(with = "ledger::internal")] pub struct H; //~ internal=ledger::internal ledger=ledger
pub fn i() -> &'static str { stringify!(ledger::open()) } //~
