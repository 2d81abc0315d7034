//- package ledger outside=thiserror
//- ledger/src/lib.rs
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("disk")]
    Disk(#[from] std::io::Error),
    #[error("other")]
    Other(#[from] Other),
}
#[derive(Debug, thiserror::Error)]
#[error("other")]
pub struct Other;
//- package app deps=ledger
//- app/src/lib.rs
//! `#[from]` of thiserror writes `impl From<…> for Error`: named as `Error::from`, or asked for by `.into()`.
//! (thiserror is not fetched.)
pub fn read() -> Result<String, ledger::Error> { std::fs::read_to_string("a").map_err(ledger::Error::from) } //~ Error=ledger::Error from=ledger::Error::from fs=std::fs ledger=ledger read_to_string=std::fs::read_to_string std=std
pub fn other() -> ledger::Error { ledger::Error::from(ledger::Other) } //~ Error=ledger::Error Other=ledger::Other from=ledger::Error::from ledger=ledger
