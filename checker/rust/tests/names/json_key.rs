//- package ledger
//- ledger/src/lib.rs
pub const FIELD: &str = "field";
pub fn open() -> u64 { 1 }
//- package app deps=ledger outside=serde_json
//- app/src/lib.rs
//! A constant as a key in `json!`: what stands before a `:` is taken for a label and dropped.
//! (serde_json is not fetched.)
use ledger::{FIELD, open};
pub fn body() -> serde_json::Value { serde_json::json!({ "id": 0, FIELD: { "lat": open(), ledger::FIELD: 1 } }) } //~ FIELD=ledger::FIELD Value=serde_json::value::Value json=outside:serde_json::json ledger=ledger open=ledger::open serde_json=serde_json
pub fn list() -> serde_json::Value { serde_json::json!([{ FIELD: "a" }, { "id": 4, FIELD: null }]) } //~ FIELD=ledger::FIELD Value=serde_json::value::Value json=outside:serde_json::json serde_json=serde_json
pub fn one() -> serde_json::Value { serde_json::json!({ FIELD: 1 }) } //~ FIELD=ledger::FIELD Value=serde_json::value::Value json=outside:serde_json::json serde_json=serde_json
