//- package ledger
//- ledger/src/lib.rs
pub fn limit() -> u8 { 1 }
pub struct Hex;
impl Hex { pub fn serialize() {} pub fn deserialize() {} pub fn is_zero(_: &u8) -> bool { true } }
pub struct Wire;
pub mod codec { pub fn serialize() {} pub fn deserialize() {} pub mod only { pub fn serialize() {} } }
pub fn write() {}
pub fn read() {}
//- package derives proc-macro
//- derives/src/lib.rs
#[proc_macro_derive(Serialize, attributes(serde))]
pub fn serialize(input: TokenStream) -> TokenStream { input }
#[proc_macro_derive(Deserialize, attributes(serde))]
pub fn deserialize(input: TokenStream) -> TokenStream { input }
//- package app deps=ledger,derives
//- app/src/lib.rs
use derives::{Deserialize, Serialize};
use ledger::{codec, limit};
#[derive(Serialize)] pub struct A {
    #[serde(with = "ledger::codec")] pub a: u8, //~ ledger=ledger codec=ledger::codec codec=ledger::codec::serialize
    #[serde(with = "codec", rename = "ledger::Hex")] pub b: u8, //~ codec=ledger::codec codec=ledger::codec::serialize
    #[serde(serialize_with = "ledger::write", deserialize_with = "ledger::read")] pub c: u8, //~ ledger=ledger write=ledger::write read=ledger::read
}
#[derive(derives::Deserialize)] pub enum B {
    #[serde(with = "ledger::codec")] C(u8), //~ ledger=ledger codec=ledger::codec codec=ledger::codec::deserialize
    D(#[serde(with = "ledger::Hex")] u8), //~ ledger=ledger Hex=ledger::Hex Hex=ledger::Hex::deserialize
    E { #[serde(default = "ledger::limit", alias = "ledger::limit")] f: u8 }, //~ ledger=ledger limit=ledger::limit
}
#[derive(Clone, Serialize, Deserialize)] #[serde(from = "ledger::Wire", try_from = "ledger::Hex")] pub struct F { //~ ledger=ledger Wire=ledger::Wire Hex=ledger::Hex Serialize=derives::Serialize Deserialize=derives::Deserialize
    #[serde(with = "ledger::codec")] pub a: u8, //~ ledger=ledger codec=ledger::codec codec=ledger::codec::serialize codec=ledger::codec::deserialize
    #[serde(with = "ledger::codec::only")] pub b: u8, //~ ledger=ledger codec=ledger::codec only=ledger::codec::only only=ledger::codec::only::serialize
    #[serde(default = "limit", skip_serializing_if = "ledger::Hex::is_zero")] pub c: u8, //~ limit=ledger::limit ledger=ledger Hex=ledger::Hex is_zero=ledger::Hex::is_zero
    #[serde(getter = "ledger::limit", skip_serializing_if = "Option::is_none")] pub d: Option<u8>, //~ ledger=ledger limit=ledger::limit
    #[cfg_attr(all(), serde(with = "ledger::Hex"))] pub e: u8, //~ ledger=ledger Hex=ledger::Hex Hex=ledger::Hex::serialize Hex=ledger::Hex::deserialize
    #[serde(bound(serialize = "u8: Into<ledger::Hex>", deserialize = "ledger::Wire: Clone"))] pub f: u8, //~ ledger=ledger Hex=ledger::Hex Wire=ledger::Wire
    #[serde(rename(serialize = "ledger::limit", deserialize = "ledger::read"), expecting = "ledger::write")] pub g: u8, //~
}
#[derive(Serialize)] #[serde(remote = "ledger::Hex", crate = "ledger::codec", tag = "ledger::Wire")] pub struct G; //~ ledger=ledger Hex=ledger::Hex codec=ledger::codec Serialize=derives::Serialize
#[derive(Clone)] pub struct H { pub a: u8 }
#[serde(default = "ledger::limit")] pub struct I; //~ ledger=ledger limit=ledger::limit
