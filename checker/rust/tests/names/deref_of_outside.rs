//- package ledger
//- ledger/src/lib.rs
pub struct App { pub limit: u64 }
impl App { pub fn charge(&self) -> Receipt { Receipt } }
pub struct Receipt;
impl Receipt { pub fn number(&self) -> u64 { 1 } }
pub struct Form { pub amount: u64 }
//- package app deps=ledger outside=axum,actix-web
//- app/src/lib.rs
//! Wrappers of web frameworks that are transparent (`Deref`) or are taken apart by a pattern: what is
//! reached through them is ours. Today it counts as "outside", which no report shows, or as unknown.
//! (This file need not compile: axum and actix-web are not fetched.)
use ledger::{App, Form};
pub async fn actix(app: actix_web::web::Data<App>, form: actix_web::web::Json<Form>) -> u64 {
    app.charge().number() + form.amount //~ amount=ledger::Form::amount charge=ledger::App::charge number=ledger::Receipt::number
}
pub async fn axum(axum::extract::State(app): axum::extract::State<App>, axum::Json(form): axum::Json<Form>) -> u64 {
    app.charge().number() + form.amount //~ amount=ledger::Form::amount charge=ledger::App::charge number=ledger::Receipt::number
}
pub async fn field(app: axum::extract::State<App>) -> u64 { app.0.limit + app.limit } //~ App=ledger::App State=axum::extract::State axum=axum extract=axum::extract limit=ledger::App::limit
pub fn extension(app: axum::Extension<std::sync::Arc<App>>) -> u64 { app.charge().number() } //~ App=ledger::App Arc=std::sync::Arc Extension=axum::Extension axum=axum charge=ledger::App::charge number=ledger::Receipt::number std=std sync=std::sync
